//! The view of a paper before it is saved: its lines, and its very text.

use crate::app::flow::state::Flow;
use crate::app::view::{PreviewBlock, PreviewLine, PreviewView};
use crate::core::guide::Reader;
use crate::core::phrase::{Level, Phrase};
use crate::core::session::Session;
use crate::core::spoken::{Spoken, SpokenContent, SpokenLine, WeightColumn};
use crate::core::summary::{Content, SummaryLine};
use crate::core::text;
use crate::core::words::{fill, listed};
use crate::paper;
use crate::privacy::{Clearable, LineKey};

/// From this many wishes that say something about a person, they can raise questions together.
const RAISES_QUESTIONS: usize = 2;

impl Flow {
    /// What was decided at the check, for each text of a paper: the words it is written in, or nothing. A paper for the
    /// person alone keeps its own words.
    fn settled(&self, spoken: &Spoken) -> Vec<(LineKey, Option<String>)> {
        match &self.opened {
            Some(opened) if spoken.reader == Reader::Shared => {
                self.papers.settled(spoken, &opened.lexicon)
            }
            Some(_) | None => {
                let lines = spoken.lines().into_iter();
                lines.map(|(line, text)| (line, Some(text))).collect()
            }
        }
    }

    /// A paper as it would be written now.
    pub(super) fn resolved(&self, spoken: &Spoken) -> Spoken {
        let kept: Vec<(LineKey, String)> = self
            .settled(spoken)
            .into_iter()
            .filter_map(|(line, text)| Some((line, text?)))
            .collect();
        spoken.with_lines(&kept)
    }

    pub(super) fn preview(&self) -> Option<PreviewView> {
        let session = self.session.as_ref()?;
        let words = &self.words.preview;
        let selection = self.papers.selection(session);
        let summary = self.papers.summary(session)?;
        let private = summary.reader == Reader::Private;
        let watched = private && self.together();
        let card = self.papers.is_card(session);
        let ordered = summary.ordered(&selection);
        let all = Spoken::of(&ordered, &self.lang, &self.words);
        let spoken = self.papers.spoken(session, &self.lang, &self.words)?;
        let decided = self.settled(&all).into_iter().collect();
        let shown = |(line, said): (&SummaryLine, &SpokenLine)| {
            let settled = paper::settled_line(said, &decided);
            let level = match (&settled, line.level.filter(|_| !private)) {
                (None, _) => self.words.health.left_out_note.clone(),
                (Some(_), Some(level)) => self.words.say(&Phrase::Level(level)),
                (Some(_), None) => String::new(),
            };
            PreviewLine {
                id: line.id.clone(),
                texts: texts(&settled.as_ref().unwrap_or(said).content),
                on: selection.shows(line),
                level,
                why: self.why(session, line),
                softer: line
                    .softer
                    .as_ref()
                    .map(|_| selection.softer.contains(&line.id)),
            }
        };
        let blocks = ordered
            .blocks
            .iter()
            .zip(&all.blocks)
            .map(|(block, said)| PreviewBlock {
                title: match &said.title {
                    Some(title) => title.clone(),
                    None if said.foot => words.foot.clone(),
                    None => String::new(),
                },
                lines: block.lines.iter().zip(&said.lines).map(shown).collect(),
            });
        let mut explain = if private {
            vec![words.explain_private.clone()]
        } else if summary.calendar {
            vec![words.explain_calendar.clone()]
        } else if card {
            // How lines are switched on differs by face.
            Vec::new()
        } else {
            vec![words.telling.clone(), words.explain_shared.clone()]
        };
        let telling: usize = summary
            .selected(&selection)
            .lines()
            .filter(|line| {
                matches!(line.level, Some(Level::Guess)) && !matches!(line.content, Content::Row(_))
            })
            .count();
        if !private && telling >= RAISES_QUESTIONS {
            explain.push(fill(
                &words.raises_questions,
                &[("count", &telling.to_string())],
            ));
        }
        let for_whom = self.papers.for_whom(session).map(|(question, said)| {
            let said = said.map(|said| self.words.say(&said));
            let reader = said.unwrap_or_else(|| words.for_nobody.clone());
            (question, fill(&words.for_whom, &[("reader", &reader)]))
        });
        if spoken.blocks.is_empty() && !card {
            explain.push(words.empty.clone());
        }
        Some(PreviewView {
            title: if watched {
                fill(&words.title_watched, &[("title", &spoken.title)])
            } else if private {
                words.title_private.clone()
            } else if card {
                words.title_card.clone()
            } else if summary.calendar {
                words.title_calendar.clone()
            } else {
                words.title_shared.clone()
            },
            explain,
            paper: spoken.title.clone(),
            private,
            card,
            for_whom,
            blocks: blocks.collect(),
            text: paper::preview(&self.resolved(&spoken), self.today, &self.words),
        })
    }

    fn why(&self, session: &Session, line: &SummaryLine) -> String {
        let words = &self.words.preview;
        let questions: Vec<String> = line
            .from
            .iter()
            .filter_map(|id| session.walk().find(id))
            .map(|asked| self.short(session, asked))
            .collect();
        if questions.is_empty() {
            words.why_program.clone()
        } else {
            fill(&words.why, &[("questions", &questions.join(", "))])
        }
    }
}

/// The texts of a line, one below the other; the open parts of an agreement are left out.
fn texts(content: &SpokenContent) -> Vec<String> {
    let all = content.texts().into_iter().filter(|text| !text.is_empty());
    match content {
        SpokenContent::Pair(label, said) => vec![format!("{label}: {}", listed(said))],
        SpokenContent::Day(_, day, title) => vec![format!("{day}: {title}")],
        // The headings of the columns are read with the paper.
        SpokenContent::Cells(_, cells) => {
            let cells = cells.iter().filter(|cell| !cell.is_empty());
            cells.map(|cell| text::one_line(cell)).collect()
        }
        SpokenContent::Weights(columns) => columns.iter().flat_map(weights).collect(),
        SpokenContent::Text(_) | SpokenContent::Signature(_) | SpokenContent::Row(_) => {
            all.map(text::one_line).collect()
        }
    }
}

/// What weighs, each with its side and its weight in words; an option without any says that nothing weighs.
fn weights(column: &WeightColumn) -> Vec<String> {
    let mut texts = vec![column.label.clone()];
    for side in &column.sides {
        if side.items.is_empty() {
            texts.push(format!("{}: {}", side.label, side.nothing));
        }
        for item in &side.items {
            let text = text::one_line(&item.text);
            texts.push(format!("{}: {text} ({})", side.label, item.said));
        }
    }
    texts
}
