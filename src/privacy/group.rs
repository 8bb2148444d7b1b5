//! A group of words around health words, by its number.
//!
//! Entries and numbers refer to groups by it; what a group holds is known elsewhere.

/// The number of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct GroupId(u16);

/// How many groups have a bit of their own.
const BITS: u16 = 128;

impl GroupId {
    /// Numbers a group by its place.
    pub(super) fn new(place: usize) -> Self {
        Self(u16::try_from(place).unwrap_or(u16::MAX))
    }

    /// Returns its place.
    pub(super) fn place(self) -> usize {
        usize::from(self.0)
    }

    /// Says whether no other group has its bit.
    pub(super) fn has_own_bit(self) -> bool {
        self.0 < BITS - 1
    }

    /// Returns its bit when no other group has it; no bit else.
    pub(super) fn own_bit(self) -> u128 {
        if self.has_own_bit() { self.bit() } else { 0 }
    }

    /// Returns a bit for it. More groups than bits share the last one: a bit only says that looking is worth while.
    pub(super) fn bit(self) -> u128 {
        1 << self.0.min(BITS - 1)
    }
}
