//! A number, or a place between two poles of which neither is more. Nothing stands there until the person moves.

use crate::core::answer::Answer;
use crate::core::ask::Reply;
use crate::core::kept::Text;
use crate::core::phrase::Phrase;
use crate::core::text::{width, wrap};
use crate::core::words::Words;
use crate::tui::inputs::focus::digit;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::row::{self, Row};
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// Below this width numbers stand one below the other.
const WIDE: usize = 60;
/// Columns between the texts at both ends.
const BETWEEN: usize = 2;
/// The line between two places.
const STEP: &str = "---";

/// A scale.
#[derive(Debug)]
pub(super) struct Scale {
    lowest: i64,
    highest: i64,
    low: Text,
    high: Text,
    poles: bool,
    value: Option<i64>,
    /// Digits typed one after the other make one number.
    typed: i64,
    /// Enter was pressed while nothing stood there.
    early: bool,
}

impl Scale {
    /// Opens the scale, with the place of before.
    pub(super) fn open(
        (lowest, highest): (i64, i64),
        (low, high): (&Text, &Text),
        poles: bool,
        answer: Option<&Answer>,
    ) -> Self {
        let value = match answer {
            Some(Answer::Number(number)) => Some(*number),
            Some(_) | None => None,
        };
        Self {
            lowest,
            highest,
            low: low.clone(),
            high: high.clone(),
            poles,
            value,
            typed: 0,
            early: false,
        }
    }

    /// Goes to a place; a place past the end is left to the screen.
    fn to(&mut self, value: i64) -> Heard {
        self.typed = 0;
        self.early = false;
        if (self.lowest..=self.highest).contains(&value) {
            self.value = Some(value);
            Heard::Handled
        } else {
            Heard::Ignored
        }
    }

    /// One step. The first one goes to the middle between poles, to the nearest end of a row of numbers.
    fn step(&mut self, by: i64) -> Heard {
        let to = match self.value {
            Some(value) => value.saturating_add(by),
            None if self.poles => self.middle(),
            None if by > 0 => self.lowest,
            None => self.highest,
        };
        self.to(to)
    }

    fn digit(&mut self, digit: i64) -> Heard {
        let longer = self.typed.saturating_mul(10).saturating_add(digit);
        let number = if self.typed > 0 && (self.lowest..=self.highest).contains(&longer) {
            longer
        } else {
            digit
        };
        let heard = self.to(number);
        self.typed = number;
        heard
    }

    fn steps(&self) -> usize {
        usize::try_from(self.highest.saturating_sub(self.lowest)).unwrap_or(usize::MAX)
    }

    fn middle(&self) -> i64 {
        self.lowest.midpoint(self.highest)
    }

    /// The place the cursor stands on.
    fn here(&self) -> i64 {
        self.value.unwrap_or(if self.poles {
            self.middle()
        } else {
            self.lowest
        })
    }

    fn said(&self, words: &Words, number: i64) -> String {
        if !self.poles {
            return number.to_string();
        }
        let lean = number.saturating_sub(self.middle());
        let steps = u8::try_from(lean.unsigned_abs()).unwrap_or(u8::MAX);
        let pole = if lean < 0 { &self.low } else { &self.high };
        words.say(&match steps {
            0 => Phrase::Middle,
            _ => Phrase::Between(steps, pole.clone()),
        })
    }

    /// The texts at both ends, each above its own end of the row.
    fn draw_ends(&self, page: &mut Page, columns: usize) {
        let half = columns.saturating_sub(BETWEEN) / 2;
        let (low, high) = (wrap(&self.low, half), wrap(&self.high, half));
        for number in 0..low.len().max(high.len()) {
            let left = low.get(number).map_or("", String::as_str);
            let right = high.get(number).map_or("", String::as_str);
            let gap = columns.saturating_sub(width(left) + width(right));
            page.line([
                (left.to_owned(), Role::Text),
                (" ".repeat(gap), Role::Text),
                (right.to_owned(), Role::Text),
            ]);
        }
    }

    /// All places in one line: `o---o---|---o---o`, or numbers.
    fn draw_row(&self, page: &mut Page, ctx: &Ctx<'_>) {
        let used = self.row_width();
        let places = self.steps();
        let spare = ctx.columns.saturating_sub(used);
        let stretch = spare.checked_div(places).unwrap_or_default();
        let mut pieces = Vec::new();
        let mut column = 0;
        let mut cursor = 0;
        for number in self.lowest..=self.highest {
            let chosen = self.value == Some(number);
            if number != self.lowest {
                let between = if self.poles {
                    "-".repeat(STEP.len() + stretch)
                } else {
                    " ".repeat(stretch)
                };
                column += width(&between);
                pieces.push((between, Role::Rule));
            }
            let text = match (self.poles, chosen) {
                (true, true) => "#".to_owned(),
                (true, false) if number == self.middle() => "|".to_owned(),
                (true, false) => "o".to_owned(),
                (false, true) => format!("[{number}]"),
                (false, false) => format!(" {number} "),
            };
            if number == self.here() {
                cursor = column + usize::from(!self.poles);
            }
            column += width(&text);
            let role = if chosen { Role::Focus } else { Role::Text };
            pieces.push((text, role));
        }
        self.draw_ends(page, column);
        page.line(pieces);
        let line = page.len() - 1;
        page.put_cursor(line, cursor);
        if self.poles {
            let name = &ctx.words.asking.middle;
            let at = (column / 2).saturating_sub(width(name) / 2);
            page.line([(" ".repeat(at), Role::Text), (name.clone(), Role::Quiet)]);
        }
    }

    /// How wide the places are at their narrowest.
    fn row_width(&self) -> usize {
        let places = self.steps();
        if self.poles {
            return places.saturating_mul(STEP.len() + 1).saturating_add(1);
        }
        // The widest numbers stand at the ends.
        let widest = width(&self.lowest.to_string()).max(width(&self.highest.to_string())) + 2;
        places.saturating_add(1).saturating_mul(widest)
    }

    /// One place below the other, for a narrow window.
    fn draw_column(&self, page: &mut Page, ctx: &Ctx<'_>) {
        for number in self.lowest..=self.highest {
            let chosen = self.value == Some(number);
            let note = if self.poles {
                None
            } else if number == self.lowest {
                Some(self.low.to_string())
            } else if number == self.highest {
                Some(self.high.to_string())
            } else {
                None
            };
            Row {
                focused: number == self.here(),
                chosen,
                mark: if chosen { "(o)" } else { "( )" },
                label: &self.said(ctx.words, number),
                note: note.filter(|note| !note.is_empty()),
                ..Row::default()
            }
            .draw(page, ctx.columns);
        }
    }
}

impl Input for Scale {
    fn on(&mut self, press: &Press) -> Heard {
        match press {
            Press::Left | Press::Up => self.step(-1),
            Press::Right | Press::Down => self.step(1),
            Press::Home => self.to(self.lowest),
            Press::End => self.to(self.highest),
            Press::Accept => {
                if let Some(value) = self.value {
                    return Heard::Reply(Reply::Scale(value));
                }
                self.early = true;
                Heard::Handled
            }
            Press::Typed(_) if !self.poles => digit(press)
                .and_then(|digit| i64::try_from(digit).ok())
                .map_or(Heard::Ignored, |digit| self.digit(digit)),
            Press::PageUp
            | Press::PageDown
            | Press::Next
            | Press::Previous
            | Press::Erase
            | Press::Delete
            | Press::Clear
            | Press::NewLine
            | Press::Copy
            | Press::Typed(_)
            | Press::Pasted(_) => Heard::Ignored,
        }
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        let narrow = ctx.columns < WIDE && !self.poles;
        if narrow || self.row_width() > ctx.columns {
            self.draw_column(&mut page, ctx);
        } else {
            self.draw_row(&mut page, ctx);
            row::gap(&mut page, ctx);
            if let Some(value) = self.value.filter(|_| self.poles) {
                page.text(&self.said(ctx.words, value), Role::Chosen, ctx.columns);
            }
        }
        if self.early {
            let hint = &ctx.words.tui.inputs.place_first;
            page.text(hint, Role::Notice, ctx.columns);
        }
        page
    }

    fn typing(&self) -> bool {
        false
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        hints([
            (&words.key_left_right, &words.choose),
            (&words.key_enter, &words.go_on),
        ])
    }
}
