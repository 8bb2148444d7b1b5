//! The look of a PDF: its paper, its margins, its sizes. One family in two weights, thin lines, black and gray.

use crate::paper::pdf::fonts::Weight;
use crate::paper::pdf::lines::{Style, Tone};

/// Width of the paper: A4, in points.
pub(super) const PAPER_WIDTH: f32 = 595.276;
/// Height of the paper.
pub(super) const PAPER_HEIGHT: f32 = 841.89;
/// White at the left and at the right: 25 millimeters, room for a finger and for a punch.
pub(super) const SIDE: f32 = 70.87;
/// White above the text.
pub(super) const TOP: f32 = 68.0;
/// Where a line at the head of a page begins.
pub(super) const HEAD: f32 = 36.0;
/// White below the foot of a page; a printer does not reach further.
pub(super) const FOOT: f32 = 34.0;
/// White between the text and the foot of a page.
pub(super) const ABOVE_FOOT: f32 = 20.0;
/// Width of the text.
pub(super) const MEASURE: f32 = PAPER_WIDTH - 2.0 * SIDE;
/// A thin line.
pub(super) const HAIR: f32 = 0.5;
/// A line that holds something together.
pub(super) const FIRM: f32 = 1.0;

/// What stands around the text of each page, in any setting.
pub(super) const MARGIN: Style = Style {
    weight: Weight::Regular,
    size: 8.5,
    leading: 11.5,
    tone: Tone::Gray,
};

/// The sizes of one setting of a document, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    /// Size of the text.
    body: f32,
    /// From line to line.
    leading: f32,
    /// Between two things of one kind, such as rows.
    pub(super) small: f32,
    /// Between two blocks.
    pub(super) middle: f32,
    /// Above a heading.
    pub(super) large: f32,
    /// Height of the room to sign in.
    pub(super) signing: f32,
}

/// The settings, from roomy to tight. The smallest is as large as a letter's.
pub(super) const LOOKS: [Look; 3] = [
    Look {
        body: 11.0,
        leading: 16.0,
        small: 3.0,
        middle: 10.0,
        large: 21.0,
        signing: 46.0,
    },
    Look {
        body: 10.5,
        leading: 14.6,
        small: 2.2,
        middle: 8.0,
        large: 16.0,
        signing: 40.0,
    },
    Look {
        body: 10.0,
        leading: 13.4,
        small: 1.6,
        middle: 6.0,
        large: 12.5,
        signing: 34.0,
    },
];

impl Look {
    /// Running text.
    pub(super) fn text(self) -> Style {
        Style {
            weight: Weight::Regular,
            size: self.body,
            leading: self.leading,
            tone: Tone::Black,
        }
    }

    /// A name in running text.
    pub(super) fn name(self) -> Style {
        Style {
            weight: Weight::Bold,
            ..self.text()
        }
    }

    /// Text in a table.
    pub(super) fn cell(self) -> Style {
        Style {
            size: self.body - 0.5,
            leading: self.leading - 1.0,
            ..self.text()
        }
    }

    /// The headings of columns, and labels under lines.
    pub(super) fn label(self) -> Style {
        Style {
            weight: Weight::Bold,
            size: self.body - 1.5,
            leading: self.leading - 2.0,
            tone: Tone::Gray,
        }
    }

    /// The title.
    pub(super) fn title(self) -> Style {
        Style {
            weight: Weight::Bold,
            size: self.body * 2.1,
            leading: self.body * 2.5,
            tone: Tone::Black,
        }
    }

    /// The heading of a block.
    pub(super) fn heading(self) -> Style {
        Style {
            weight: Weight::Bold,
            size: self.body * 1.2,
            leading: self.leading * 1.15,
            tone: Tone::Black,
        }
    }
}
