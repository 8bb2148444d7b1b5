//! A paper as lines of words.

use crate::core::guide::{Reader, Role};
use crate::core::ids::{LineId, PaperId};
use crate::core::phrase::{Part, Phrase};
use crate::core::spoken::content::SpokenContent;
use crate::core::spoken::weights::{Weighed, WeightColumn, WeightSide};
use crate::core::summary::{Content, Summary, Weighing};
use crate::core::text;
use crate::core::words::{Lang, Words, fill};

/// A line in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenLine {
    /// Its name.
    pub id: LineId,
    /// What stands on it.
    pub content: SpokenContent,
    /// What it is for the whole paper.
    pub role: Role,
    /// The pieces of a sentence, as they were joined: words of the author, and answers whole.
    pub pieces: Vec<String>,
}

/// A block in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenBlock {
    /// Its heading.
    pub title: Option<String>,
    /// Its lines.
    pub lines: Vec<SpokenLine>,
    /// Stands at the foot of every page.
    pub foot: bool,
}

/// A paper in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Which paper.
    pub paper: PaperId,
    /// Who it is for.
    pub reader: Reader,
    /// Holds days for a calendar, and nothing else.
    pub calendar: bool,
    /// The language of the words.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// The file name that is offered, without ending.
    pub file: String,
    /// Its blocks.
    pub blocks: Vec<SpokenBlock>,
    /// Headings of the four parts of an agreement.
    pub parts: [String; 4],
}

impl Spoken {
    /// Says a summary in words.
    pub fn of(summary: &Summary, lang: &Lang, words: &Words) -> Self {
        let blocks = summary.blocks.iter().map(|block| SpokenBlock {
            title: block.title.as_ref().map(ToString::to_string),
            lines: block
                .lines
                .iter()
                .map(|line| SpokenLine {
                    id: line.id.clone(),
                    content: say(&line.content, words),
                    role: line.role,
                    pieces: pieces(&line.content, words),
                })
                .collect(),
            foot: block.foot,
        });
        Self {
            paper: summary.paper.clone(),
            reader: summary.reader,
            calendar: summary.calendar,
            lang: lang.clone(),
            title: summary.title.to_string(),
            file: summary.file.to_string(),
            blocks: blocks.collect(),
            parts: Part::ALL.map(|part| words.say(&Phrase::Part(part))),
        }
    }
}

fn pieces(content: &Content, words: &Words) -> Vec<String> {
    match content {
        Content::Text(phrases) | Content::Day(_, phrases) => {
            phrases.iter().map(|phrase| words.say(phrase)).collect()
        }
        Content::Row(_)
        | Content::Cells(..)
        | Content::Weights(_)
        | Content::Pair(..)
        | Content::Fact(_)
        | Content::Signature(_) => Vec::new(),
    }
}

fn say(content: &Content, words: &Words) -> SpokenContent {
    let say = |phrase: &Phrase| words.say(phrase);
    let all = |phrases: &[Phrase]| phrases.iter().map(say).collect::<Vec<_>>();
    match content {
        Content::Text(phrases) => SpokenContent::Text(sentence(&all(phrases).concat())),
        Content::Row(cells) => SpokenContent::Row(
            cells
                .clone()
                .map(|cell| cell.as_ref().map(say).unwrap_or_default()),
        ),
        Content::Cells(head, cells) => SpokenContent::Cells(
            all(head),
            cells
                .iter()
                .map(|cell| cell.as_ref().map(say).unwrap_or_default())
                .collect(),
        ),
        Content::Weights(columns) => SpokenContent::Weights(
            columns
                .iter()
                .map(|column| weight_column(column, words))
                .collect(),
        ),
        Content::Pair(label, said) => SpokenContent::Pair(say(label), all(said)),
        Content::Day(day, phrases) => {
            SpokenContent::Day(*day, words.day(*day), sentence(&all(phrases).concat()))
        }
        Content::Fact(fact) => SpokenContent::Text(fill(
            &words.phrase.fact,
            &[
                ("text", &fact.text),
                ("source", &fact.brief),
                ("who", &fact.who),
            ],
        )),
        Content::Signature(label) => SpokenContent::Signature(say(label)),
    }
}

fn weight_column(column: &Weighing, words: &Words) -> WeightColumn {
    let side = |label: &str, items: &[(Phrase, u8)]| WeightSide {
        label: text::capitalized(label),
        items: items
            .iter()
            .map(|(text, weight)| Weighed {
                text: words.say(text),
                weight: *weight,
                said: words.weight(*weight).to_owned(),
            })
            .collect(),
        nothing: words.phrase.no_weight.clone(),
    };
    WeightColumn {
        label: words.say(&column.label),
        sides: [
            side(&words.phrase.in_favor, &column.in_favor),
            side(&words.phrase.against, &column.against),
        ],
    }
}

/// A sentence that ends in an answer can end in two full stops.
fn sentence(text: &str) -> String {
    text.trim().replace("..", ".")
}
