//! A plan: row after row, column after column, a number for each; a cell that is left empty stays open. What need not be chosen
//! any more, because nothing is told, is passed over.

use crate::app::view::AboutWhat;
use crate::core::answer::{Answer, Cells, Own};
use crate::core::ask::{Ask, GridColumn, Offer, Reply, Written};
use crate::core::ids::ItemId;
use crate::core::phrase::Phrase;
use crate::core::text;
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug, Default)]
pub(super) struct Grid {
    cells: Cells,
    row: usize,
    column: usize,
}

fn columns(ask: &Ask) -> &[GridColumn] {
    let Ask::Grid { columns, .. } = ask else {
        return &[];
    };
    columns
}

fn has_own(ask: &Ask) -> bool {
    matches!(ask, Ask::Grid { own: true, .. })
}

impl Grid {
    pub(super) fn from(answer: Option<&Answer>) -> Self {
        let mut prompt = Self::default();
        if let Some(Answer::Cells(cells)) = answer {
            prompt.cells = cells.clone();
        }
        prompt
    }

    /// All rows: those of the question, and the person's own.
    fn rows(&self, ask: &Ask) -> Vec<Offer> {
        let Ask::Grid { rows, .. } = ask else {
            return Vec::new();
        };
        let own = self
            .cells
            .own
            .iter()
            .map(|own| Offer::plain(Cells::own_row(own), Phrase::text(&own.text)));
        rows.iter().cloned().chain(own).collect()
    }

    fn chosen(&self, row: &ItemId, column: &GridColumn) -> Option<&ItemId> {
        self.cells.cells.get(row)?.get(&column.id)
    }

    /// Says whether the cell at hand needs no choice.
    fn is_settled(&self, ask: &Ask) -> bool {
        let rows = self.rows(ask);
        let row = rows.get(self.row);
        let filled = row.and_then(|row| self.cells.cells.get(&row.id));
        GridColumn::is_settled(columns(ask), filled, self.column)
    }

    fn reply(&mut self, ask: &Ask) -> Option<Reply> {
        self.row = 0;
        self.column = 0;
        match ask.keep(&Answer::Cells(self.cells.clone()))? {
            Answer::Cells(cells) => Some(Reply::Grid(cells)),
            Answer::Blank(_)
            | Answer::One(_)
            | Answer::Many(_)
            | Answer::Number(_)
            | Answer::Weights(_)
            | Answer::Text(_)
            | Answer::Day(_)
            | Answer::Form(_)
            | Answer::Seen => None,
        }
    }

    fn put(&mut self, row: &ItemId, column: &GridColumn, choice: Option<ItemId>) {
        let filled = self.cells.cells.entry(row.clone()).or_default();
        match choice {
            Some(choice) => {
                filled.insert(column.id.clone(), choice);
            }
            None => {
                filled.remove(&column.id);
            }
        }
    }

    /// Goes to the next cell; behind the last one the plan is the reply, unless someone can be added.
    fn advance(&mut self, ask: &Ask, words: &Words, page: &mut Page) -> Understood {
        self.column += 1;
        while self.is_settled(ask) {
            self.column += 1;
        }
        if self.column >= columns(ask).len() {
            self.column = 0;
            self.row += 1;
        }
        if self.row >= self.rows(ask).len()
            && !has_own(ask)
            && let Some(reply) = self.reply(ask)
        {
            return Understood::Reply(reply);
        }
        self.ask_now(ask, words, Telling::Short, page);
        Understood::Kept
    }

    /// Hears what comes behind the last row: someone more, or nothing more.
    fn hear_end(
        &mut self,
        ask: &Ask,
        words: &Words,
        line: &str,
        page: &mut Page,
    ) -> Result<Understood, String> {
        if line.is_empty() {
            return Ok(self
                .reply(ask)
                .map_or(Understood::Nothing, Understood::Reply));
        }
        if !has_own(ask) {
            return Err(words.plain.unclear.no_own.clone());
        }
        let typed = text::one_line(line.strip_prefix('+').unwrap_or(line));
        if typed.is_empty() {
            return Ok(Understood::Nothing);
        }
        let key = self.cells.own.iter().map(|own| own.key).max().unwrap_or(0) + 1;
        self.cells.own.push(Own { key, text: typed });
        self.ask_now(ask, words, Telling::Short, page);
        Ok(Understood::Kept)
    }

    fn print_choices(column: &GridColumn, words: &Words, page: &mut Page) {
        choices::print(&column.offers, 0, words, &|_| false, page);
    }
}

impl Prompt for Grid {
    fn name(&self) -> &'static str {
        "grid"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        if self
            .cells
            .cells
            .values()
            .all(std::collections::BTreeMap::is_empty)
        {
            return;
        }
        page.line(&words.plain.asking.so_far);
        for phrase in ask.said(&Answer::Cells(self.cells.clone())) {
            page.under(&words.say(&phrase));
        }
    }

    fn ask_now(&self, ask: &Ask, words: &Words, telling: Telling, page: &mut Page) {
        let how = &words.plain.how;
        if telling == Telling::Full {
            page.line(&told(words, &how.grid_first, &[]));
        }
        page.gap();
        let rows = self.rows(ask);
        let (Some(row), Some(column)) = (rows.get(self.row), columns(ask).get(self.column)) else {
            page.line(&if has_own(ask) {
                told(words, &how.grid_own, &[])
            } else {
                told(words, &how.read, &[])
            });
            return;
        };
        page.line(&fill(
            &how.cell,
            &[("row", &words.say(&row.label)), ("column", &column.label)],
        ));
        // The choices of a column are the same in every row; a listener hears them once, and again on request.
        let high = column.offers.len().to_string();
        let in_full = self.row == 0 || telling == Telling::Full;
        if in_full {
            Self::print_choices(column, words, page);
        }
        let chosen = self
            .chosen(&row.id, column)
            .and_then(|id| column.offers.iter().find(|offer| offer.id == *id));
        match chosen {
            Some(offer) => {
                let said = words.say(&offer.label);
                page.line(&fill(&words.plain.asking.now, &[("said", &said)]));
                page.line(&how.field_keep);
            }
            None if in_full => page.line(&how.cell_pick),
            None => page.line(&told(words, &how.cell_pick_short, &[("high", &high)])),
        }
    }

    fn hear(
        &mut self,
        ask: &Ask,
        words: &Words,
        line: &str,
        page: &mut Page,
    ) -> Result<Understood, String> {
        let line = line.trim();
        let rows = self.rows(ask);
        let (Some(row), Some(column)) = (rows.get(self.row), columns(ask).get(self.column)) else {
            return self.hear_end(ask, words, line, page);
        };
        match line {
            "" => {}
            "-" | "0" => self.put(&row.id, column, None),
            typed => {
                let id = choices::find(typed, &column.offers, words)?.id.clone();
                self.put(&row.id, column, Some(id));
            }
        }
        Ok(self.advance(ask, words, page))
    }

    fn written(&self, _ask: &Ask) -> Vec<Written> {
        self.cells
            .own
            .iter()
            .map(|own| Written::plain(&own.text))
            .collect()
    }

    fn finish(&mut self, ask: &Ask) -> Option<Reply> {
        self.reply(ask)
    }

    fn back(&mut self, ask: &Ask) -> bool {
        if self.column > 0 {
            self.column -= 1;
        } else if self.row > 0 {
            self.row -= 1;
            self.column = columns(ask).len().saturating_sub(1);
        } else {
            return false;
        }
        while self.is_settled(ask) {
            self.column -= 1;
        }
        true
    }

    fn more(&mut self, ask: &Ask, words: &Words, page: &mut Page) -> bool {
        let Some(column) = columns(ask).get(self.column) else {
            return false;
        };
        Self::print_choices(column, words, page);
        true
    }

    /// The choices that can be typed now, where something is written about them, else the row.
    fn points_at(&self, ask: &Ask) -> Vec<AboutWhat> {
        let rows = self.rows(ask);
        let (Some(row), Some(column)) = (rows.get(self.row), columns(ask).get(self.column)) else {
            return Vec::new();
        };
        let choice = |offer: &Offer| AboutWhat::Choice {
            column: column.id.clone(),
            choice: offer.id.clone(),
        };
        let is_about = |offer: &Offer| offer.item.as_ref().is_some_and(|item| item.about.is_some());
        if column.offers.iter().any(is_about) {
            column.offers.iter().map(choice).collect()
        } else {
            vec![AboutWhat::Row(row.id.clone())]
        }
    }
}
