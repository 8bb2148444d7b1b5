//! How groups of words around a health word stand in the tables that are made with the program.

use crate::core::packed::{Pack, Unpack};
use crate::privacy::context::ends::WordEnds;
use crate::privacy::context::{Contexts, Group, SCOPES, THENS};
use crate::privacy::group::GroupId;
use crate::privacy::key::Table;
use crate::privacy::pattern::places::Places;

impl Contexts {
    /// Writes all groups, but not how they are spelled: that is asked only while the lists are read.
    pub(in crate::privacy) fn pack(&self, to: &mut Pack) {
        to.all(self.names.iter(), |to, (name, group)| {
            to.text(name);
            to.number(group.place());
        });
        to.all(self.groups.iter(), |to, group| {
            to.one_of(&SCOPES.map(|(_, scope)| scope), &group.scope);
            to.one_of(&THENS.map(|(_, then)| then), &group.then);
            to.flag(group.firm);
            to.flag(group.capital);
            for place in [group.places.start, group.places.end] {
                to.bytes(&place.to_le_bytes());
            }
        });
        self.places.pack(to);
        self.signs.pack(to);
        self.starts.pack(to);
        to.bytes(&self.begun.to_le_bytes());
        self.fields.pack(to);
        self.acts.trades.pack(to);
    }

    /// Reads all groups.
    pub(in crate::privacy) fn unpack(from: &mut Unpack) -> Option<Self> {
        let group = |from: &mut Unpack| Some(GroupId::new(from.number()?));
        let names = from.all(|from| Some((from.text()?.to_owned(), group(from)?)))?;
        let groups = from.all(|from| {
            Some(Group {
                scope: from.one_of(&SCOPES.map(|(_, scope)| scope))?,
                then: from.one_of(&THENS.map(|(_, then)| then))?,
                firm: from.flag()?,
                capital: from.flag()?,
                texts: Vec::new(),
                patterns: Vec::new(),
                places: from.small()?..from.small()?,
            })
        })?;
        let mut contexts = Self {
            names: names.into_iter().collect(),
            groups,
            places: Places::unpack(from)?,
            signs: Table::unpack(from)?,
            starts: Table::unpack(from)?,
            begun: u128::from_le_bytes(*from.row(1)?.first()?),
            fields: WordEnds::unpack(from)?,
            ..Self::default()
        };
        contexts.meet();
        contexts.acts.trades = WordEnds::unpack(from)?;
        Some(contexts)
    }
}

#[cfg(test)]
mod tests {
    use crate::core::packed::{Pack, Unpack};
    use crate::privacy::context::Contexts;
    use crate::privacy::context::tests::{lexicon, page};

    /// Packs groups for the life of the test.
    fn packed(contexts: &Contexts) -> &'static [u8] {
        let mut to = Pack::default();
        contexts.pack(&mut to);
        to.done().leak()
    }

    fn read(bytes: &'static [u8]) -> Option<Contexts> {
        Contexts::unpack(&mut Unpack::of(bytes))
    }

    #[test]
    fn what_was_packed_reads_back_and_tells_the_same() {
        let mut lexicon = lexicon();
        let texts = [
            ("De kraan werd bij ons afgekeurd", "afgekeurd"),
            ("Ik werd op de kraan afgekeurd", "afgekeurd"),
        ];
        let tell = |lexicon: &crate::privacy::Lexicon| {
            texts.map(|(text, word)| {
                let (page, hit) = page(lexicon, text, word);
                lexicon.contexts.is_of_thing(&page, &hit, false)
            })
        };
        let before = tell(&lexicon);
        let read = read(packed(&lexicon.contexts)).expect("it was packed just now");
        assert_eq!(read.acts.trades, lexicon.contexts.acts.trades);
        lexicon.contexts = read;
        assert_eq!(tell(&lexicon), before);
    }

    #[test]
    fn bytes_that_end_too_early_are_nothing() {
        let lexicon = lexicon();
        let bytes = packed(&lexicon.contexts);
        for end in [0, 1, bytes.len() / 2, bytes.len() - 1] {
            let part = bytes.get(..end).unwrap_or_default();
            assert!(read(part).is_none(), "{end}");
        }
    }

    #[test]
    fn no_groups_at_all_are_packed_as_well() {
        let read = read(packed(&Contexts::default())).expect("it was packed just now");
        assert!(read.named("own").is_none());
    }
}
