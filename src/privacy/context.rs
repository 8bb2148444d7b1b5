//! What stands around a word: own or work, person or thing, weather or mood.
//!
//! Groups of words come from the language folders. A group counts within its scope, never beyond the line and sentence of
//! the word, so that a text that is added elsewhere changes nothing. Knows no health word.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::core::packed::Small;
use crate::core::source::{Code, Diagnostics, Fields, Node};
use crate::privacy::context::around::Around;
use crate::privacy::context::deed::Acts;
use crate::privacy::context::ends::WordEnds;
use crate::privacy::context::lifeless::Telling;
use crate::privacy::context::weighing::Scales;
use crate::privacy::entry::Hit;
use crate::privacy::finding::{Category, Level};
use crate::privacy::group::GroupId;
use crate::privacy::key::{Key, Table};
use crate::privacy::normalize::words;
use crate::privacy::page::{Case, Page};
use crate::privacy::pattern::places::Places;
use crate::privacy::pattern::{Fault, Pattern};
use crate::privacy::rule::{Proof, Rule};

mod around;
mod belonging;
mod deed;
mod ends;
mod expressions;
mod lifeless;
mod naming;
mod pack;
#[cfg(test)]
mod tests;
mod weighing;

pub(super) use expressions::Told;
#[cfg(test)]
pub(super) use tests::lexicon_with;

/// The group whose words, right before a health word, say that it is about the person: it outweighs all but firm groups.
const OWN: &str = "own";
/// The group whose words, right before a health word, say what the person is.
const AM: &str = "am";
/// The group whose words, right before a clinician, say that it is a job: `I trained as a psychologist`.
const PROFESSION: &str = "profession";
/// The group whose words, some way before a health word in its clause, say that the person lives with it: `I suffer from`.
const LIVES: &str = "lives";
/// The group of words that a trade ends in: `medewerker`, `officer`.
const TRADE: &str = "trade";
/// The group of words that, as the end of a longer one, make it work or study: `EMDR-opleiding`.
const FIELD: &str = "field";
/// The group whose words, right after a health word, say that it is about the person: `borderliners zoals ik`.
const MINE: &str = "mine";
/// The group of words at which a clause turns to something else.
const TURN: &str = "turn";
/// The groups about somebody's job or study. Of a condition they say nothing by themselves: who has one has a job as well.
const JOBS: [&str; 2] = ["staff", "study"];
/// The group of words, just before a health word, that tie it to a job: `een cursus over autisme`.
const LINK: &str = "link";
/// The group of words that make a job of the health word beside them, even after `as a`: `as an addiction counsellor`.
const ROLE: &str = "role";
/// The group of words that, right before a health word, are who it is about.
const SUBJECT: &str = "subject";
/// The group of words that, right after an abbreviation, give it another meaning: `ASD stands for`.
const MEANING: &str = "meaning";
/// How many words before a health word a tie is looked for.
const LINKED: usize = 3;
/// The name that asks for no group at all, where a list sets one for all its entries.
const NOTHING: &str = "nothing";
/// How many words before a health word its own-words are looked for.
const BEFORE: usize = 7;
/// How far away a group with the scope `near` counts.
const NEAR: usize = 4;
/// How far before it a group with the scope `lead` counts.
const LEAD: usize = 8;
/// How far away any group counts, in a text without an end of a sentence.
const FAR: usize = 100;

/// How far around a word a group counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Near,
    Clause,
    Line,
    /// Right before it or right after it.
    Beside,
    /// Before it, in its clause.
    Before,
    /// Before it, up to the last turn.
    Lead,
}

const SCOPES: [(&str, Scope); 6] = [
    ("near", Scope::Near),
    ("clause", Scope::Clause),
    ("line", Scope::Line),
    ("beside", Scope::Beside),
    ("before", Scope::Before),
    ("lead", Scope::Lead),
];

/// What a group makes of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    /// It is somebody's work: shown as a hint.
    Hint,
    /// It is another thing.
    Nothing,
}

const THENS: [(&str, Then); 2] = [("hint", Then::Hint), ("nothing", Then::Nothing)];

/// What is left of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It counts so much.
    Level(Level),
    /// It stops only beside another finding that does: by itself it is probably another thing.
    Doubt,
    /// It is another thing.
    Nothing,
}

#[derive(Debug)]
struct Group {
    scope: Scope,
    then: Then,
    firm: bool,
    /// It counts only for a word with a capital: it makes a name of it.
    capital: bool,
    texts: Vec<String>,
    /// What is looked for, until the tables are made of it.
    patterns: Vec<Pattern>,
    /// The places of its expressions.
    places: Range<u32>,
}

/// All groups of all languages.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    names: BTreeMap<String, GroupId>,
    groups: Vec<Group>,
    /// The expressions, each owned by its group.
    places: Places,
    signs: Table<Told>,
    starts: Table<u32>,
    /// The bits of the groups of which it is asked what begins with a word.
    begun: u128,
    own: Option<GroupId>,
    am: Option<GroupId>,
    profession: Option<GroupId>,
    lives: Option<GroupId>,
    mine: Option<GroupId>,
    meaning: Option<GroupId>,
    link: Option<GroupId>,
    subject: Option<GroupId>,
    role: Option<GroupId>,
    jobs: [Option<GroupId>; 2],
    turn: Option<GroupId>,
    telling: Telling,
    acts: Acts,
    scales: Scales,
    /// The words of the group [`FIELD`].
    fields: WordEnds,
}

impl Contexts {
    /// Adds the groups of one file; groups of the same name in several languages become one.
    pub(super) fn add(&mut self, list: &[Node], found: &mut Diagnostics) {
        for node in list {
            let mut fields = Fields::of(node, found);
            let id = fields.id(found);
            let scope = choice(&mut fields, "scope", &SCOPES, Scope::Line, found);
            let then = choice(&mut fields, "then", &THENS, Then::Nothing, found);
            let firm = fields.flag("firm", found);
            let capital = fields.flag("capital", found);
            let words = fields.texts("words", found);
            fields.done(found);
            let number = self.group(id, (scope, then), (firm, capital));
            let Some(group) = self.groups.get_mut(number.place()) else {
                continue;
            };
            for (text, place) in words {
                match Pattern::read(&text, &|_| None) {
                    Ok(pattern) => {
                        group.patterns.push(pattern);
                        group.texts.push(text);
                    }
                    Err(Fault::Empty | Fault::OpenStart | Fault::UnknownGroup(_)) => {
                        found.add_with(Code::BadHealthWord, place, vec![("name", text)]);
                    }
                }
            }
        }
    }

    /// Finds a group, or makes it.
    fn group(
        &mut self,
        name: String,
        (scope, then): (Scope, Then),
        (firm, capital): (bool, bool),
    ) -> GroupId {
        let new = GroupId::new(self.groups.len());
        let number = *self.names.entry(name).or_insert(new);
        if number == new {
            self.groups.push(Group {
                scope,
                then,
                firm,
                capital,
                texts: Vec::new(),
                patterns: Vec::new(),
                places: 0..0,
            });
        }
        number
    }

    /// Makes the tables, once all files are read. Of the groups in `begun` it is asked what begins with a word.
    pub(super) fn done(&mut self, begun: &[&str]) {
        self.meet();
        self.fields = self.ends(FIELD);
        self.acts.trades = self.ends(TRADE);
        let begun: Vec<GroupId> = begun
            .iter()
            .filter_map(|name| self.named(name))
            .chain(self.turn)
            .chain(self.mine)
            .chain(self.meaning)
            .collect();
        self.begun = begun.iter().fold(0, |bits, group| bits | group.bit());
        let (mut starts, mut signs) = (Vec::new(), Vec::new());
        for (number, group) in self.groups.iter_mut().enumerate() {
            let id = GroupId::new(number);
            let first = self.places.len();
            for pattern in std::mem::take(&mut group.patterns) {
                let sought = pattern.sought();
                let keys = sought.signs().into_iter();
                if id.has_own_bit() && sought.is_one_word() {
                    signs.extend(keys.map(|sign| (sign.key, Told::Whole(id))));
                    continue;
                }
                let written = self.places.write(&pattern);
                if begun.contains(&id) {
                    let place = self.places.add(number, None, written);
                    let keys = sought.starts().into_iter().flatten();
                    starts.extend(keys.map(|key| (key, place)));
                }
                for sign in keys {
                    let place = self.places.add(number, Some(&sign), written);
                    signs.push((sign.key, Told::Sign(place)));
                }
            }
            group.places = first..self.places.len();
        }
        self.starts = table(starts);
        self.signs = table(signs);
    }

    /// Gathers the words of a group that longer ones may end in.
    fn ends(&self, name: &str) -> WordEnds {
        let texts = self.texts(name).unwrap_or_default();
        WordEnds::of(texts.iter().flat_map(|text| words(text)))
    }

    /// Finds the groups that the check asks for by name.
    fn meet(&mut self) {
        [self.own, self.am, self.mine, self.turn] =
            [OWN, AM, MINE, TURN].map(|name| self.named(name));
        [self.link, self.subject, self.role] = [LINK, SUBJECT, ROLE].map(|name| self.named(name));
        [self.profession, self.lives, self.meaning] =
            [PROFESSION, LIVES, MEANING].map(|name| self.named(name));
        self.jobs = JOBS.map(|name| self.named(name));
        self.telling = Telling::of(|name| self.named(name));
        self.acts = Acts::of(|name| self.named(name));
        self.scales = Scales::of(|name| self.named(name));
    }

    /// Finds a group by its name.
    pub(super) fn named(&self, name: &str) -> Option<GroupId> {
        self.names.get(name).copied()
    }

    /// Returns every key by which an expression is known.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.signs.keys().chain(self.starts.keys())
    }

    /// Says whether a word ends as one for work or study.
    pub(super) fn is_field(&self, letters: &[u8]) -> bool {
        self.fields.has(letters)
    }

    /// Says whether a word ends as one for a trade.
    pub(super) fn is_trade(&self, letters: &[u8]) -> bool {
        self.acts.trades.has(letters)
    }

    /// Returns the words of a group, for patterns that name it.
    pub(super) fn texts(&self, name: &str) -> Option<&[String]> {
        let group = self.groups.get(self.named(name)?.place())?;
        Some(group.texts.as_slice())
    }

    /// Returns the names of all groups.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str).chain([NOTHING])
    }

    /// Says whether a name is a group, or asks for none.
    pub(super) fn knows(&self, name: &str) -> bool {
        name == NOTHING || self.names.contains_key(name)
    }

    /// Says what is left of an entry's finding after a look around.
    pub(super) fn verdict(&self, rule: &Rule, page: &Page, found: &Hit) -> Verdict {
        let hit = &found.range;
        let mut around = Around::of(self, page, hit);
        if !rule.needs.is_empty() && !rule.needs.iter().any(|group| around.holds(group)) {
            return Verdict::Nothing;
        }
        let am = self.ends_before(self.am, page, hit);
        let job =
            rule.category == Category::Provider && self.ends_before(self.profession, page, hit);
        if job || rule.category == Category::Addiction && self.is_as_trade(&around) {
            return Verdict::Level(Level::Hint);
        }
        let mut own = None;
        let mut level = rule.level;
        for number in rule.unless.iter() {
            let Some(group) = self.groups.get(number.place()) else {
                continue;
            };
            if self.jobs.contains(&Some(number)) && !self.may_be_job(rule, page, hit) {
                continue;
            }
            let holds = if self.telling.verbs == Some(number) {
                self.is_of_thing(page, hit, rule.category == Category::Status)
            } else {
                around.holds(number)
            };
            if !holds {
                continue;
            }
            let own = *own.get_or_insert_with(|| am || self.is_theirs(rule, &mut around));
            let role = self.role == Some(number) && !self.ends_before(self.own, page, hit);
            if own && !group.firm && !role {
                continue;
            }
            match group.then {
                Then::Nothing => return Verdict::Nothing,
                Then::Hint => level = Level::Hint,
            }
        }
        if level == Level::Hint || rule.proof.is_some() {
            return Verdict::Level(level);
        }
        let own = own.unwrap_or_else(|| am || self.is_theirs(rule, &mut around));
        if self.holds_up((rule, found.told), &mut around, own) {
            Verdict::Level(level)
        } else {
            Verdict::Doubt
        }
    }

    /// Says whether it stands around a finding of an entry whose it is.
    fn is_theirs(&self, rule: &Rule, around: &mut Around<'_>) -> bool {
        let named = rule.proof == Some(Proof::Clinician);
        self.is_somebodys(around)
            || rule.clear && self.is_done_to_me(around)
            || named && self.is_after_my(around.page, &around.hit)
    }

    /// Says whether it stands around a finding whose it is.
    fn is_somebodys(&self, around: &mut Around<'_>) -> bool {
        let (page, hit) = (around.page, around.hit.clone());
        self.ends_before(self.own, page, &hit)
            || self.ends_before(self.subject, page, &hit)
            || self.lives.is_some_and(|lives| around.holds(lives))
            || page.same_sentence(hit.start, hit.end)
                && self.end_at(self.mine, page, hit.end).is_some()
    }

    /// Says whether a job around a word of an entry can make it somebody's work: care, laws and schemes are that often; a
    /// condition, and what means nothing else, only when something ties it to the job.
    fn may_be_job(&self, rule: &Rule, page: &Page, hit: &Range<usize>) -> bool {
        let often = match rule.category {
            Category::Provider | Category::Treatment | Category::Status | Category::Identifier => {
                !rule.clear
            }
            Category::Diagnosis
            | Category::Symptom
            | Category::Medication
            | Category::Crisis
            | Category::Percentage
            | Category::Addiction => false,
        };
        let first = hit.start.saturating_sub(LINKED);
        let bit = self.link.map_or(0, GroupId::bit);
        let mut before = first..hit.start;
        often
            || before.any(|at| {
                page.tokens
                    .get(at)
                    .is_some_and(|token| token.groups & bit != 0)
                    && page.same_sentence(at, hit.start)
            })
    }

    /// Says whether it is told right after an abbreviation that it means another thing.
    pub(super) fn means_other(&self, page: &Page, hit: &Range<usize>) -> bool {
        let [token] = page.tokens.get(hit.clone()).unwrap_or_default() else {
            return false;
        };
        token.case == Case::Upper
            && page.same_sentence(hit.start, hit.end)
            && self.end_at(self.meaning, page, hit.end).is_some()
    }

    /// Says whether it stands right before a finding that it is about the person.
    pub(super) fn is_own(&self, page: &Page, hit: &Range<usize>) -> bool {
        self.ends_before(self.own, page, hit) || self.ends_before(self.am, page, hit)
    }
}

/// Makes a table of what was gathered.
fn table<T: Small>(gathered: Vec<(Key, T)>) -> Table<T> {
    let mut table = Table::with_room(gathered.len());
    for (key, place) in gathered {
        table.add_once(key, place);
    }
    table
}

/// Reads a word of a few.
fn choice<T: Copy>(
    fields: &mut Fields<'_>,
    name: &'static str,
    known: &[(&str, T)],
    absent: T,
    found: &mut Diagnostics,
) -> T {
    let Some(node) = fields.node(name, found) else {
        return absent;
    };
    let text = node.text().unwrap_or_default();
    if let Some((_, value)) = known.iter().find(|(word, _)| *word == text) {
        return *value;
    }
    let words = known.iter().map(|(word, _)| *word);
    found.unknown(Code::UnknownWord, &node.place, &text, words);
    absent
}
