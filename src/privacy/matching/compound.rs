//! Listed words inside longer ones: `traumatherapie`, `wajongstatus`, `verslavingsverleden`.
//!
//! Only Dutch writes compounds as one word. What is left beside the listed part must look like a word itself; beside a short
//! abbreviation (`ggzkliniek`) it must be one of the words that often end a compound.

use crate::core::packed::{Pack, Small, Unpack};
use crate::privacy::entry::{Compound, Entry, Language};
use crate::privacy::forms::forms;
use crate::privacy::key::{Beginnings, Key, Table};
use crate::privacy::rule::Form;

/// The fewest letters of a part, and of what stands beside it.
pub(in crate::privacy) const SHORTEST_PART: usize = 5;
pub(in crate::privacy) const SHORTEST_REST: usize = 3;
/// The fewest letters of an abbreviation that may begin a compound.
const SHORTEST_ABBREVIATION: usize = 3;
/// The fewest letters of a word after it.
const SHORTEST_TAIL: usize = 4;
/// The most letters of a word that is looked through.
const LONGEST: usize = 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Listed {
    entry: u32,
    compound: Compound,
}

impl Small for Listed {
    fn number(self) -> u32 {
        let place = Compound::ALL.iter().zip(0..);
        let mut place = place.filter(|(one, _)| **one == self.compound);
        self.entry << 3 | place.next().map_or(0, |(_, place)| place)
    }
    fn of(number: u32) -> Self {
        let place = usize::try_from(number & 7).unwrap_or_default();
        Self {
            entry: number >> 3,
            compound: Compound::ALL.get(place).copied().unwrap_or(Compound::None),
        }
    }
}

/// All parts, and the words that may follow an abbreviation.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Compounds {
    parts: Table<Listed>,
    longest: usize,
    abbreviations: Table<u32>,
    tails: Table<()>,
}

impl Compounds {
    /// Makes the tables; `tails` are the words that may follow an abbreviation.
    pub(in crate::privacy) fn of(entries: &[Entry], tails: &[String]) -> Self {
        let mut compounds = Self {
            parts: Table::with_room(entries.len() * 8),
            longest: 0,
            abbreviations: Table::with_room(entries.len()),
            tails: Table::with_room(tails.len() * 4),
        };
        for tail in tails {
            for ending in ["", "s", "n", "en"] {
                let key = ending.bytes().fold(Key::of(tail.as_bytes()), Key::with);
                compounds.tails.add(key, ());
            }
        }
        for (entry, number) in entries.iter().zip(0_u32..) {
            if entry.rule.proof.is_none() {
                compounds.add(entry, number);
            }
        }
        compounds
    }

    fn add(&mut self, entry: &Entry, number: u32) {
        for term in &entry.terms {
            let [word] = term.words.as_slice() else {
                continue;
            };
            // What must not stand in a compound may still stand before such a word: there is nothing else it could be.
            if (SHORTEST_ABBREVIATION..SHORTEST_PART).contains(&word.len()) {
                self.abbreviations
                    .add_once(Key::of(word.as_bytes()), number);
            }
            if entry.language != Language::Dutch
                || entry.compound == Compound::None
                || entry.rule.form == Form::Upper
                || word.len() < SHORTEST_PART
            {
                continue;
            }
            let listed = Listed {
                entry: number,
                compound: entry.compound,
            };
            forms(word, entry.language, entry.inflect, &mut |stem, ending| {
                let len = stem.len() + ending.len();
                // A form that only adds an ending is found with its word.
                let only_adds = stem.starts_with(word.as_str()) && len > word.len();
                if len >= SHORTEST_PART && !only_adds {
                    let key = ending.bytes().fold(Key::of(stem.as_bytes()), Key::with);
                    self.parts.add_once(key, listed);
                    self.longest = self.longest.max(len);
                }
            });
        }
    }

    /// Writes the tables.
    pub(in crate::privacy) fn pack(&self, to: &mut Pack) {
        self.parts.pack(to);
        to.number(self.longest);
        self.abbreviations.pack(to);
        self.tails.pack(to);
    }

    /// Reads the tables.
    pub(in crate::privacy) fn unpack(from: &mut Unpack) -> Option<Self> {
        Some(Self {
            parts: Table::unpack(from)?,
            longest: from.number()?,
            abbreviations: Table::unpack(from)?,
            tails: Table::unpack(from)?,
        })
    }

    /// Finds the entries whose words stand inside a longer word.
    pub(in crate::privacy) fn inside(&self, letters: &[u8], keys: &Beginnings, out: &mut Vec<u32>) {
        let len = letters.len();
        if !(SHORTEST_ABBREVIATION + SHORTEST_TAIL..=LONGEST).contains(&len) {
            return;
        }
        for end in SHORTEST_ABBREVIATION..SHORTEST_PART {
            if self.is_tail(letters, keys, end) {
                out.extend(self.abbreviations.get(keys.to(end)));
            }
        }
        for start in 0..=len.saturating_sub(SHORTEST_PART) {
            if !is_rest(letters.get(..start).unwrap_or_default()) {
                continue;
            }
            for end in start + SHORTEST_PART..=len.min(start + self.longest) {
                for listed in self.parts.get(keys.part(start, end)) {
                    let placed = if listed.compound == Compound::Tail {
                        start == 0 && self.is_tail(letters, keys, end)
                    } else {
                        is_placed(letters, start, end, listed.compound)
                    };
                    if placed {
                        out.push(listed.entry);
                    }
                }
            }
        }
    }

    /// Says whether what follows a place is one of the words that often end a compound, perhaps tied with an s.
    fn is_tail(&self, letters: &[u8], keys: &Beginnings, end: usize) -> bool {
        let len = letters.len();
        end < len && self.tails.has(keys.part(end, len))
            || letters.get(end) == Some(&b's')
                && end + 1 < len
                && self.tails.has(keys.part(end + 1, len))
    }

    /// Says whether a word is one of those that often end a compound.
    pub(in crate::privacy) fn ends_compound(&self, word: Key) -> bool {
        self.tails.has(word)
    }

    /// Finds the entries with this very part, which stands in a longer word, not quite as it is listed.
    pub(in crate::privacy) fn of_part(&self, part: Key) -> impl Iterator<Item = (u32, Compound)> {
        self.parts
            .get(part)
            .map(|listed| (listed.entry, listed.compound))
    }
}

/// Says whether a part may stand where it does.
pub(in crate::privacy) fn is_placed(
    letters: &[u8],
    start: usize,
    end: usize,
    compound: Compound,
) -> bool {
    let before = letters.get(..start).unwrap_or_default();
    let after = letters.get(end..).unwrap_or_default();
    let allowed = match compound {
        Compound::Any => true,
        Compound::Head => is_ending(after),
        Compound::Modifier => before.is_empty(),
        Compound::Tail | Compound::None => false,
    };
    allowed
        && is_rest(before)
        && (is_rest(after) || is_ending(after))
        && !(before.is_empty() && is_ending(after))
}

/// Says whether a rest is no more than the ending of the listed word.
fn is_ending(rest: &[u8]) -> bool {
    matches!(
        rest,
        b"" | b"s" | b"n" | b"en" | b"e" | b"je" | b"jes" | b"tje" | b"tjes"
    )
}

/// Says whether what is left of a compound may be a word, or nothing.
pub(in crate::privacy) fn is_rest(rest: &[u8]) -> bool {
    rest.is_empty()
        || (rest.len() >= SHORTEST_REST
            && rest
                .iter()
                .any(|letter| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')))
}
