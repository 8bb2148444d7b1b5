//! What the check asks of an entry: what it tells, how much it counts, and what around it makes another thing of it.
//!
//! Small, because all of them are taken out of the program at each start; the words of an entry stand in the tables.

use std::borrow::Cow;

use crate::core::kept::Text;
use crate::core::packed::{Pack, Unpack};
use crate::privacy::finding::{Category, Level};
use crate::privacy::group::GroupId;

/// How a word must be capitalized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// In any way.
    Any,
    /// With a capital, as a name.
    Capital,
    /// In capitals, as an abbreviation.
    Upper,
}

const FORMS: [Form; 3] = [Form::Any, Form::Capital, Form::Upper];

/// A check by number that an entry asks for; its terms are the words that belong to the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// A Dutch citizen service number (11-test), or any number next to its word.
    Bsn,
    /// A British health service number (modulus 11), or any number next to its word.
    Nhs,
    /// A British national insurance number.
    Insurance,
    /// Any number next to its word.
    Record,
    /// A full date next to a word for birth.
    Birth,
    /// A percentage next to a word for a status.
    Share,
    /// A name with a title near a word for a clinician.
    Clinician,
}

impl Proof {
    pub(super) const NAMES: [(&'static str, Self); 7] = [
        ("bsn", Self::Bsn),
        ("nhs", Self::Nhs),
        ("insurance", Self::Insurance),
        ("record", Self::Record),
        ("birth", Self::Birth),
        ("share", Self::Share),
        ("clinician", Self::Clinician),
    ];
}

/// How many bytes the number of a group takes.
const GROUP: usize = 2;

/// Groups of words around a finding, in the order of the list.
#[derive(Debug, Clone, Default)]
pub(super) struct Groups(Cow<'static, [[u8; GROUP]]>);

impl Groups {
    /// Lists groups.
    pub(super) fn of(groups: impl Iterator<Item = GroupId>) -> Self {
        let place = |group: GroupId| u16::try_from(group.place()).unwrap_or(u16::MAX);
        Self(groups.map(|group| place(group).to_le_bytes()).collect())
    }

    /// Says whether none is listed.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns each of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = GroupId> {
        let place = |group: &[u8; GROUP]| usize::from(u16::from_le_bytes(*group));
        self.0.iter().map(move |group| GroupId::new(place(group)))
    }

    fn pack(&self, to: &mut Pack) {
        to.all(self.0.iter(), |to, group| to.bytes(group));
    }

    fn unpack(from: &mut Unpack) -> Option<Self> {
        let len = from.number()?;
        Some(Self(Cow::Borrowed(from.row(len)?)))
    }
}

/// What the check asks of an entry.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    /// The id, which every finding carries.
    pub id: Text,
    /// What a reader could learn.
    pub category: Category,
    /// Whether it holds the gate.
    pub level: Level,
    /// The group of rewordings that help; empty for none.
    pub rewording: Text,
    /// How its words must be capitalized.
    pub form: Form,
    /// Its words mean nothing else: no deed or job makes another thing of them by itself.
    pub clear: bool,
    /// Which check by number it asks for.
    pub proof: Option<Proof>,
    /// One of these must stand around it, when there are any.
    pub needs: Groups,
    /// Each of these makes less of it.
    pub unless: Groups,
}

impl Rule {
    /// Writes the rule.
    pub(super) fn pack(&self, to: &mut Pack) {
        to.text(self.id.as_str());
        to.one_of(&Category::ALL, &self.category);
        to.flag(self.level == Level::Stop);
        to.text(self.rewording.as_str());
        to.one_of(&FORMS, &self.form);
        to.flag(self.clear);
        to.one_of(&Proof::NAMES.map(|(_, proof)| Some(proof)), &self.proof);
        self.needs.pack(to);
        self.unless.pack(to);
    }

    /// Reads a rule; what it says stays where it is.
    pub(super) fn unpack(from: &mut Unpack) -> Option<Self> {
        Some(Self {
            id: Text::built(from.text()?),
            category: from.one_of(&Category::ALL)?,
            level: if from.flag()? {
                Level::Stop
            } else {
                Level::Hint
            },
            rewording: Text::built(from.text()?),
            form: from.one_of(&FORMS)?,
            clear: from.flag()?,
            proof: {
                let place = from.number()?;
                Proof::NAMES.get(place).map(|(_, proof)| *proof)
            },
            needs: Groups::unpack(from)?,
            unless: Groups::unpack(from)?,
        })
    }
}

/// The rules of all entries, by number.
#[derive(Debug)]
pub(super) enum Rules {
    /// Made of the lists that were read.
    Read(Vec<Rule>),
    /// Made when the program was built: where each begins, and all of them. They are taken out one by one, as they are asked for.
    Built(&'static [[u8; 4]], &'static [u8]),
}

impl Rules {
    /// Returns a rule.
    pub(super) fn get(&self, number: usize) -> Option<Cow<'_, Rule>> {
        match self {
            Self::Read(rules) => rules.get(number).map(Cow::Borrowed),
            Self::Built(starts, rules) => {
                let start = usize::try_from(u32::from_le_bytes(*starts.get(number)?)).ok()?;
                Rule::unpack(&mut Unpack::of(rules.get(start..)?)).map(Cow::Owned)
            }
        }
    }

    /// Writes all rules; nothing of those that were written before.
    pub(super) fn pack(&self, to: &mut Pack) {
        let (mut starts, mut all) = (Vec::new(), Pack::default());
        if let Self::Read(rules) = self {
            for rule in rules {
                starts.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
                rule.pack(&mut all);
            }
        }
        to.all(starts.into_iter(), |to, start| {
            to.bytes(&start.to_le_bytes());
        });
        to.text(all.done());
    }

    /// Finds all rules; they stay where they are.
    pub(super) fn unpack(from: &mut Unpack) -> Option<Self> {
        let len = from.number()?;
        Some(Self::Built(from.row(len)?, from.letters()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_the_same_once_they_were_written() {
        let rule = |id: &'static str, form, proof: Option<Proof>| Rule {
            id: id.into(),
            category: Category::Status,
            level: Level::Hint,
            rewording: "energy".into(),
            form,
            clear: proof.is_none(),
            proof,
            needs: Groups::default(),
            unless: Groups::of([3, 300].map(GroupId::new).into_iter()),
        };
        let read = Rules::Read(vec![
            rule("nl-uitkering", Form::Any, None),
            rule("nl-bsn", Form::Upper, Some(Proof::Bsn)),
        ]);
        let mut pack = Pack::default();
        read.pack(&mut pack);
        let mut from = Unpack::of(pack.done().leak());
        let built = Rules::unpack(&mut from).expect("it was just written");
        assert!(from.is_done());
        for number in 0..3 {
            let say = |rules: &Rules| format!("{:?}", rules.get(number));
            assert_eq!(say(&built), say(&read));
        }
    }
}
