//! The fonts of a PDF: one family to read in, and one that steps in for letters that it lacks.
//!
//! Atkinson Hyperlegible Next was made for people who see little; it is whole. Of Noto Sans only the letters of Latin
//! (Vietnamese too), Greek and Cyrillic, and the signs around them, are here, so that names from most of the world are
//! written right. Both are under the SIL Open Font License, which stands beside them.

/// How heavy a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// For text.
    Regular,
    /// For headings and names.
    Bold,
}

/// A family of fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// Atkinson Hyperlegible Next.
    Own,
    /// Noto Sans, for what the first lacks.
    Other,
}

/// One font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Face {
    /// Its family.
    pub(super) family: Family,
    /// Its weight.
    pub(super) weight: Weight,
}

/// Units in the height of a letter's body, the same in all four.
pub(super) const UNITS: f32 = 1000.0;

impl Face {
    /// The font file.
    pub(super) fn bytes(self) -> &'static [u8] {
        match (self.family, self.weight) {
            (Family::Own, Weight::Regular) => {
                include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf")
            }
            (Family::Own, Weight::Bold) => {
                include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf")
            }
            (Family::Other, Weight::Regular) => include_bytes!("../fonts/NotoSans-Regular.ttf"),
            (Family::Other, Weight::Bold) => include_bytes!("../fonts/NotoSans-Bold.ttf"),
        }
    }

    /// How much to scale the font, so that small letters of both families are equally tall in a line.
    pub(super) fn scale(self) -> f32 {
        match self.family {
            Family::Own => 1.0,
            Family::Other => 0.925,
        }
    }
}
