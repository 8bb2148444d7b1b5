//! Words known by how they end, whatever stands before it: names of medicines (`-azepam`) and of illnesses (`-itis`).
//!
//! Such a name is made anew every year, and its ending tells what it is. Ordinary words with the same ending are exceptions
//! that the entry lists itself.

use crate::core::packed::{Pack, Unpack};
use crate::privacy::entry::Entry;
use crate::privacy::key::{Beginnings, Key, Table};
use crate::privacy::matching::compound::{SHORTEST_REST, is_rest};

/// What may still follow an ending.
const AFTER: [&str; 4] = ["", "s", "n", "en"];

/// All endings, with the entries they belong to.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Endings {
    table: Table<u32>,
    shortest: usize,
    longest: usize,
}

impl Endings {
    /// Makes the table.
    pub(in crate::privacy) fn of(entries: &[Entry]) -> Self {
        let mut endings = Self {
            shortest: usize::MAX,
            ..Self::default()
        };
        for (entry, number) in entries.iter().zip(0_u32..) {
            for ending in &entry.endings {
                for after in AFTER {
                    let key = after.bytes().fold(Key::of(ending.as_bytes()), Key::with);
                    let len = ending.len() + after.len();
                    endings.table.add_once(key, number);
                    endings.shortest = endings.shortest.min(len);
                    endings.longest = endings.longest.max(len);
                }
            }
        }
        endings
    }

    /// Writes the table.
    pub(in crate::privacy) fn pack(&self, to: &mut Pack) {
        self.table.pack(to);
        to.number(self.shortest);
        to.number(self.longest);
    }

    /// Reads the table.
    pub(in crate::privacy) fn unpack(from: &mut Unpack) -> Option<Self> {
        Some(Self {
            table: Table::unpack(from)?,
            shortest: from.number()?,
            longest: from.number()?,
        })
    }

    /// Finds the entries that a word belongs to by its ending.
    pub(in crate::privacy) fn find(&self, letters: &[u8], keys: &Beginnings, out: &mut Vec<u32>) {
        let len = letters.len();
        let Some(most) = len.checked_sub(SHORTEST_REST) else {
            return;
        };
        if !letters.iter().all(u8::is_ascii_lowercase) {
            return;
        }
        for start in len.saturating_sub(self.longest).max(SHORTEST_REST)..=most {
            if len - start >= self.shortest && is_rest(letters.get(..start).unwrap_or_default()) {
                out.extend(self.table.get(keys.part(start, len)));
            }
        }
    }
}
