//! Listed words inside longer ones: `traumatherapie`, `wajongstatus`, `verslavingsverleden`.
//!
//! Only Dutch writes compounds as one word. What is left beside the listed part must look like a word itself.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::privacy::entry::{Compound, Entry, Form, Hit, Language};
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
            if entry.language != Language::Dutch
                || entry.compound == Compound::None
                || entry.form == Form::Upper
                || entry.proof.is_some()
            {
                continue;
            }
            for term in &entry.terms {
                let [word] = term.words.as_slice() else {
                    continue;
                };
                if word.len() < SHORTEST_PART {
                    continue;
                }
                // A form that only adds an ending is found with its word.
                let changed = |form: &String| {
                    form.len() >= SHORTEST_PART
                        && (form == word || !form.starts_with(word.as_str()))
                };
                for form in forms(word, entry.language, entry.inflect)
                    .into_iter()
                    .filter(changed)
                {
                    texts.push(form);
                    parts.push(Listed {
                        entry: number,
                        compound: entry.compound,
                    });
                }
            }
        }
        // The automaton is refused only for far more text than the limit of one file allows; without it words are still found whole.
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&texts)
            .ok();
        Self { parts, automaton }
    }

    /// Adds the parts of one token, alone or with what is tied to it by a hyphen.
    pub(in crate::privacy) fn at(&self, tokens: &[Token], start: usize, out: &mut Vec<Hit>) {
        let Some(automaton) = &self.automaton else {
            return;
        };
        let Some(token) = tokens.get(start) else {
            return;
        };
        let tied = tokens
            .get(start + 1)
            .filter(|next| next.gap == Gap::Hyphen)
            .map(|next| format!("{}{}", token.text, next.text));
        for text in token
            .spellings()
            .chain(tied.as_deref())
            .filter(|text| text.len() >= SHORTEST_PART + SHORTEST_REST)
        {
            for found in automaton.find_overlapping_iter(text) {
                let Some(listed) = self.parts.get(found.pattern().as_usize()) else {
                    continue;
                };
                let before = text.get(..found.start()).unwrap_or_default();
                let after = text.get(found.end()..).unwrap_or_default();
                let placed = match listed.compound {
                    Compound::Any => true,
                    Compound::Head => is_ending(after),
                    Compound::Modifier => before.is_empty(),
                    Compound::None => false,
                };
                if placed
                    && before.len() + after.len() > 0
                    && is_rest(before)
                    && (is_rest(after) || is_ending(after))
                    && !(before.is_empty() && is_ending(after))
                {
                    out.push(Hit::sure(listed.entry, start..start + 1));
                }
            }
        }
    }
}

/// Says whether a rest is no more than the ending of the listed word.
fn is_ending(rest: &str) -> bool {
    matches!(
        rest,
        "" | "s" | "n" | "en" | "e" | "je" | "jes" | "tje" | "tjes"
    )
}

/// Says whether what is left of a compound may be a word, or nothing.
fn is_rest(rest: &str) -> bool {
    rest.is_empty()
        || (rest.len() >= SHORTEST_REST && rest.contains(['a', 'e', 'i', 'o', 'u', 'y']))
}
