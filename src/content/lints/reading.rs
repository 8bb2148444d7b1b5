//! What the rules know of a language while they look at its texts.

use std::collections::BTreeSet;

use crate::content::lints::plain::Plain;
use crate::content::lints::shown::Shown;
use crate::core::source::Diagnostics;

/// What the rules know of a language.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// What its authors listed.
    pub plain: &'a Plain,
    /// The words of the glossary, in small letters.
    pub explained: &'a BTreeSet<String>,
    /// The questions that show facts.
    pub backed: &'a BTreeSet<String>,
}

/// A rule about one text.
pub type Rule = fn(&Shown, &Reading<'_>, &mut Diagnostics);
