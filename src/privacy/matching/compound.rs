//! Listed words inside longer ones: `traumatherapie`, `wajongstatus`, `verslavingsverleden`.
//!
//! Only Dutch writes compounds as one word. What is left beside the listed part must look like a word itself.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::privacy::entry::{Compound, Entry, Form, Language};
use crate::privacy::forms::forms;
use crate::privacy::normalize::{Gap, Token};

/// The fewest letters of a part, and of what stands beside it.
const SHORTEST_PART: usize = 5;
const SHORTEST_REST: usize = 3;

#[derive(Debug)]
struct Listed {
    entry: usize,
    compound: Compound,
}

/// All parts, in one automaton.
#[derive(Debug)]
pub(in crate::privacy) struct Compounds {
    parts: Vec<Listed>,
    automaton: Option<AhoCorasick>,
}

impl Compounds {
    /// Makes the automaton.
    pub(in crate::privacy) fn of(entries: &[Entry]) -> Self {
        let mut parts = Vec::new();
        let mut texts = Vec::new();
        for (number, entry) in entries.iter().enumerate() {
            if entry.language != Language::Dutch || entry.compound == Compound::None || entry.form == Form::Upper || entry.proof.is_some() {
                continue;
            }
            for term in &entry.terms {
                let [word] = term.as_slice() else { continue };
                if word.len() < SHORTEST_PART {
                    continue;
                }
                for form in forms(word, entry.language, entry.inflect).into_iter().filter(|form| form.len() >= SHORTEST_PART) {
                    texts.push(form);
                    parts.push(Listed { entry: number, compound: entry.compound });
                }
            }
        }
        // The automaton is refused only for far more text than the limit of one file allows; without it words are still found whole.
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&texts).ok();
        Self { parts, automaton }
    }

    /// Adds the parts of one token, alone or with what is tied to it by a hyphen.
    pub(in crate::privacy) fn at(&self, tokens: &[Token], start: usize, out: &mut Vec<(usize, Range<usize>)>) {
        let Some(automaton) = &self.automaton else { return };
        let Some(token) = tokens.get(start) else { return };
        let tied = tokens.get(start + 1).filter(|next| next.gap == Gap::Hyphen).map(|next| format!("{}{}", token.text, next.text));
        for text in token.spellings().chain(tied.as_deref()).filter(|text| text.len() >= SHORTEST_PART + SHORTEST_REST) {
            for found in automaton.find_overlapping_iter(text) {
                let Some(listed) = self.parts.get(found.pattern().as_usize()) else { continue };
                let before = text.get(..found.start()).unwrap_or_default();
                let after = text.get(found.end()..).unwrap_or_default();
                let placed = match listed.compound {
                    Compound::Any => true,
                    Compound::Head => after.is_empty(),
                    Compound::Modifier => before.is_empty(),
                    Compound::None => false,
                };
                if placed && before.len() + after.len() > 0 && is_rest(before) && is_rest(after) {
                    out.push((listed.entry, start..start + 1));
                }
            }
        }
    }
}

/// Says whether what is left of a compound may be a word, or nothing.
fn is_rest(rest: &str) -> bool {
    rest.is_empty() || (rest.len() >= SHORTEST_REST && rest.contains(['a', 'e', 'i', 'o', 'u', 'y']))
}
