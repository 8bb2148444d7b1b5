//! What stands around a word: own or work, person or thing, weather or mood.
//!
//! Groups of words come from the language folders. A group counts within its scope, never beyond the line and sentence of
//! the word, so that a text that is added elsewhere changes nothing. Knows no health word.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::core::source::{Code, Diagnostics, Fields, Node};
use crate::privacy::context::around::Around;
use crate::privacy::context::deed::Acts;
use crate::privacy::context::lifeless::Telling;
use crate::privacy::context::weighing::Scales;
use crate::privacy::entry::{Entry, Hit, Proof};
use crate::privacy::finding::{Category, Level};
use crate::privacy::group::GroupId;
use crate::privacy::key::{Key, Table};
use crate::privacy::normalize::words;
use crate::privacy::page::{Case, Marks, Page};
use crate::privacy::pattern::{Fault, Pattern};

mod around;
mod belonging;
mod deed;
mod lifeless;
mod naming;
mod pack;
#[cfg(test)]
mod tests;
mod weighing;

/// The group whose words, right before a health word, say that it is about the person: it outweighs all but firm groups.
const OWN: &str = "own";
/// The group whose words, right before a health word, say what the person is.
const AM: &str = "am";
/// The group whose words, right before a clinician, say that it is a job: `I trained as a psychologist`.
const PROFESSION: &str = "profession";
/// The group whose words, some way before a health word in its clause, say that the person lives with it: `I suffer from`.
const LIVES: &str = "lives";
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
    patterns: Vec<Pattern>,
}

/// Which pattern of which group, and how many tokens may stand before the word by which it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    group: GroupId,
    pattern: usize,
    before: (usize, usize),
}

/// All groups of all languages.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    names: BTreeMap<String, GroupId>,
    groups: Vec<Group>,
    places: Vec<Place>,
    signs: Table<u32>,
    starts: Table<u32>,
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
    /// The words of the group [`FIELD`], folded.
    fields: Vec<String>,
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
            });
        }
        number
    }

    /// Makes the tables, once all files are read. Of the groups in `begun` it is asked what begins with a word.
    pub(super) fn done(&mut self, begun: &[&str]) {
        self.meet();
        self.fields = self
            .texts(FIELD)
            .unwrap_or_default()
            .iter()
            .flat_map(|text| words(text))
            .collect();
        self.learn_trades();
        let begun: Vec<GroupId> = begun
            .iter()
            .filter_map(|name| self.named(name))
            .chain(self.turn)
            .chain(self.mine)
            .chain(self.meaning)
            .collect();
        let (mut starts, mut signs) = (Vec::new(), Vec::new());
        for (number, group) in self.groups.iter().enumerate() {
            let group_id = GroupId::new(number);
            for (pattern, one) in group.patterns.iter().enumerate() {
                let mut place = |before| {
                    self.places.push(Place {
                        group: group_id,
                        pattern,
                        before,
                    });
                    u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX)
                };
                if begun.contains(&group_id) {
                    let place = place((0, 0));
                    starts.extend(one.starts().into_iter().flatten().map(|key| (key, place)));
                }
                for sign in one.signs() {
                    signs.push((sign.key, place(sign.before)));
                }
            }
        }
        self.starts = table(starts);
        self.signs = table(signs);
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

    /// Returns the expressions that may begin with a word.
    pub(super) fn begun_by(&self, key: Key) -> impl Iterator<Item = u32> {
        self.starts.get(key)
    }

    /// Returns the expressions of which a word may be the sign.
    pub(super) fn known_by(&self, key: Key) -> impl Iterator<Item = u32> {
        self.signs.get(key)
    }

    /// Returns the bit of the group of an expression.
    pub(super) fn bit(&self, place: u32) -> u128 {
        self.place(place).map_or(0, |place| place.group.bit())
    }

    fn place(&self, number: u32) -> Option<&Place> {
        self.places
            .get(usize::try_from(number).unwrap_or(usize::MAX))
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
    pub(super) fn verdict(&self, entry: &Entry, page: &Page, found: &Hit) -> Verdict {
        let hit = &found.range;
        let mut around = Around::of(self, page, hit);
        if !entry.needs.is_empty() && !entry.needs.iter().any(|group| around.holds(*group)) {
            return Verdict::Nothing;
        }
        let am = self.ends_before(self.am, page, hit);
        let job =
            entry.category == Category::Provider && self.ends_before(self.profession, page, hit);
        if job || entry.category == Category::Addiction && self.is_as_trade(&around) {
            return Verdict::Level(Level::Hint);
        }
        let mut own = None;
        let mut level = entry.level;
        for number in &entry.unless {
            let Some(group) = self.groups.get(number.place()) else {
                continue;
            };
            if self.jobs.contains(&Some(*number)) && !self.may_be_job(entry, page, hit) {
                continue;
            }
            let holds = if self.telling.verbs == Some(*number) {
                self.is_of_thing(page, hit, entry.category == Category::Status)
            } else {
                around.holds(*number)
            };
            if !holds {
                continue;
            }
            let own = *own.get_or_insert_with(|| am || self.is_theirs(entry, &mut around));
            let role = self.role == Some(*number) && !self.ends_before(self.own, page, hit);
            if own && !group.firm && !role {
                continue;
            }
            match group.then {
                Then::Nothing => return Verdict::Nothing,
                Then::Hint => level = Level::Hint,
            }
        }
        if level == Level::Hint || entry.proof.is_some() {
            return Verdict::Level(level);
        }
        let own = own.unwrap_or_else(|| am || self.is_theirs(entry, &mut around));
        if self.holds_up((entry, found.told), &mut around, own) {
            Verdict::Level(level)
        } else {
            Verdict::Doubt
        }
    }

    /// Says whether it stands around a finding of an entry whose it is.
    fn is_theirs(&self, entry: &Entry, around: &mut Around<'_>) -> bool {
        let named = entry.proof == Some(Proof::Clinician);
        self.is_somebodys(around)
            || entry.clear && self.is_done_to_me(around)
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
    fn may_be_job(&self, entry: &Entry, page: &Page, hit: &Range<usize>) -> bool {
        let often = match entry.category {
            Category::Provider | Category::Treatment | Category::Status | Category::Identifier => {
                !entry.clear
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

    /// Finds the expressions of a group with a token as their sign: the tokens of the whole, and those of the marked part.
    fn known_at(
        &self,
        number: GroupId,
        page: &Page,
        at: usize,
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
        let may = page
            .tokens
            .get(at)
            .is_some_and(|token| token.groups & number.bit() != 0);
        let known = page
            .word(at)
            .filter(|_| may)
            .map(|word| page.list(word.signs))
            .unwrap_or_default();
        known
            .iter()
            .filter_map(|place| self.place(*place))
            .filter(move |place| place.group == number)
            .filter_map(move |place| {
                let pattern = self.pattern(place)?;
                let first = at.saturating_sub(place.before.1);
                let last = at.checked_sub(place.before.0)?;
                Some((first..=last).filter_map(move |start| {
                    let (range, end) = pattern.at(page, start)?;
                    Some((start..end, range))
                }))
            })
            .flatten()
    }

    fn pattern(&self, place: &Place) -> Option<&Pattern> {
        let group = self.groups.get(place.group.place())?;
        group.patterns.get(place.pattern)
    }

    /// Returns the end of the longest expression of a group that begins at a token. Only for groups that were named as such.
    pub(super) fn end_at(&self, group: Option<GroupId>, page: &Page, at: usize) -> Option<usize> {
        if !page.has(at, Marks::STARTS) {
            return None;
        }
        page.list(page.word(at)?.starts)
            .iter()
            .filter_map(|place| self.place(*place))
            .filter(|place| Some(place.group) == group)
            .filter_map(|place| self.pattern(place)?.at(page, at))
            .map(|(_, end)| end)
            .max()
    }

    /// Says whether a longer word ends as a word for work or study.
    pub(super) fn is_field(&self, page: &Page, range: &Range<usize>) -> bool {
        let letters = range
            .end
            .checked_sub(1)
            .map(|last| page.letters(&(last..range.end)));
        letters.is_some_and(|letters| {
            self.fields
                .iter()
                .any(|field| letters.ends_with(field.as_bytes()))
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

    /// Says whether words of a group stand right before a finding.
    fn ends_before(&self, group: Option<GroupId>, page: &Page, hit: &Range<usize>) -> bool {
        let Some(number) = group else { return false };
        let first = hit.start.saturating_sub(BEFORE);
        (first..hit.start).any(|at| {
            page.tokens
                .get(at)
                .is_some_and(|token| token.groups & number.bit() != 0)
                && page.same_sentence(at, hit.start)
                && self
                    .known_at(number, page, at)
                    .any(|(whole, _)| whole.end == hit.start && whole.start >= first)
        })
    }
}

/// Makes a table of what was gathered.
fn table(gathered: Vec<(Key, u32)>) -> Table<u32> {
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
