//! Around the text of each page: whose it is, the title again, the foot, the number of the page.
//!
//! What stands there is read aloud once: the mark before the title, the foot at the end. Elsewhere it is repetition, and
//! numbers of pages are no text.

use crate::paper::document::{Meta, WriteError};
use crate::paper::pdf::fonts::Weight;
use crate::paper::pdf::galley::Galley;
use crate::paper::pdf::lines::{Line, Style, Tone};
use crate::paper::pdf::look::{
    ABOVE_FOOT, FOOT, HAIR, HEAD, MARGIN, MEASURE, PAPER_HEIGHT, SIDE, TOP,
};
use crate::paper::pdf::strip::{Ink, Mark};
use crate::paper::pdf::tags::{Role, Tag};

/// White between two texts of the foot.
const BETWEEN: f32 = 22.0;
/// Room for the number of the page.
const NUMBER: f32 = 110.0;
/// White between the line above the foot and its text.
const UNDER_RULE: f32 = 6.0;

/// A text of the foot: its tag, and its lines with their places from the left and from the top of the foot.
struct Part {
    tag: Tag,
    lines: Vec<(f32, f32, Line)>,
}

/// What stands around the pages of one document.
pub(super) struct Margins {
    style: Style,
    mark: Option<(Tag, Line)>,
    foot: Vec<Part>,
    height: f32,
}

impl Margins {
    /// Sets the mark; before the title, so that it is read first.
    pub(super) fn begin(galley: &mut Galley<'_>, meta: &Meta) -> Result<Self, WriteError> {
        let style = MARGIN;
        let bold = Style {
            weight: Weight::Bold,
            tone: Tone::Black,
            ..style
        };
        let mut mark = None;
        if let Some(text) = &meta.mark {
            let tag = galley.tags.top(Role::Paragraph);
            let line = galley.lines(text, bold, MEASURE / 2.0)?.into_iter().next();
            mark = line.map(|line| (tag, line));
        }
        Ok(Self {
            style,
            mark,
            foot: Vec::new(),
            height: 0.0,
        })
    }

    /// Sets the foot; after the blocks, so that it is read last. Short texts stand beside each other.
    pub(super) fn end(&mut self, galley: &mut Galley<'_>, meta: &Meta) -> Result<(), WriteError> {
        let width = MEASURE - NUMBER;
        let (mut x, mut y) = (0.0, 0.0);
        for text in &meta.footer {
            let tag = galley.tags.top(Role::Paragraph);
            let lines = galley.lines(text, self.style, width)?;
            let widest = lines.iter().map(Line::width).fold(0.0, f32::max);
            if x > 0.0 && x + widest > width {
                x = 0.0;
                y += self.style.leading;
            }
            let mut part = Part {
                tag,
                lines: Vec::new(),
            };
            let many = lines.len() > 1;
            for line in lines {
                if !part.lines.is_empty() {
                    y += self.style.leading;
                }
                part.lines.push((x, y, line));
            }
            x = if many { width } else { x + widest + BETWEEN };
            self.foot.push(part);
        }
        self.height = if self.foot.is_empty() {
            self.style.leading
        } else {
            y + self.style.leading
        };
        Ok(())
    }

    /// How high the text of a page can be.
    pub(super) fn room(&self) -> f32 {
        PAPER_HEIGHT - TOP - ABOVE_FOOT - UNDER_RULE - self.height - FOOT
    }

    /// What stands around one page of so many, from the left upper corner of the paper.
    pub(super) fn page(
        &self,
        galley: &mut Galley<'_>,
        meta: &Meta,
        number: usize,
        pages: usize,
    ) -> Result<Vec<Mark>, WriteError> {
        let mut marks = Vec::new();
        let baseline = HEAD + self.style.size;
        if let Some((tag, line)) = &self.mark {
            marks.push(Mark {
                tag: (number == 1).then_some(*tag),
                x: SIDE + MEASURE - line.width(),
                y: baseline,
                ink: Ink::Text(line.clone()),
            });
        }
        if number > 1 {
            let title = galley.lines(&meta.title, self.style, MEASURE / 2.0)?;
            marks.extend(title.into_iter().next().map(|line| Mark {
                tag: None,
                x: SIDE,
                y: baseline,
                ink: Ink::Text(line),
            }));
        }
        let top = PAPER_HEIGHT - FOOT - self.height;
        if !self.foot.is_empty() || number > 1 {
            marks.push(Mark {
                tag: None,
                x: SIDE,
                y: top - UNDER_RULE,
                ink: Ink::Rule(MEASURE, HAIR, Tone::Light),
            });
        }
        for part in &self.foot {
            marks.extend(part.lines.iter().map(|(x, y, line)| Mark {
                tag: (number == pages).then_some(part.tag),
                x: SIDE + x,
                y: top + y + self.style.size,
                ink: Ink::Text(line.clone()),
            }));
        }
        if number > 1 {
            let said = meta.page.replace("{pages}", &pages.to_string());
            let said = said.replace("{page}", &number.to_string());
            let lines = galley.lines(&said, self.style, NUMBER)?;
            marks.extend(lines.into_iter().next().map(|line| Mark {
                tag: None,
                x: SIDE + MEASURE - line.width(),
                y: top + self.style.size,
                ink: Ink::Text(line),
            }));
        }
        Ok(marks)
    }
}
