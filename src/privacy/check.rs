//! The check itself: one text in, its findings out, in the order of the text.
//!
//! The one function behind the editor, the gate and the command. Pure: the same text and lexicon give the same findings.
//! Reads a text in pages of whole sentences; nothing that is found reaches over the end of one.

use std::borrow::Cow;
use std::ops::Range;

use crate::privacy::context::Verdict;
use crate::privacy::entry::Hit;
use crate::privacy::finding::{Category, Finding, Level, Span};
use crate::privacy::initials::is_spelled_out;
use crate::privacy::key::Key;
use crate::privacy::lexicon::Lexicon;
use crate::privacy::matching::fuzzy::{Desk, Slip};
use crate::privacy::normalize::Reader;
use crate::privacy::page::{Case, Gap, Marks, Page, Token};
use crate::privacy::profile::know;
use crate::privacy::rule::Rule;
use crate::privacy::shared::shared;

/// The fewest letters of each of two words that may be one.
const SHORTEST_APART: usize = 3;
/// The most letters of an abbreviation that a word behind a hyphen can make a thing of.
const LONGEST_ABBREVIATION: usize = 4;
/// The fewest letters of such a word.
const SHORTEST_THING: usize = 4;
/// The most tokens that hang together by hyphens.
const MOST_TIED: usize = 12;

struct Candidate<'a> {
    rule: Cow<'a, Rule>,
    level: Level,
    /// It stops only when another finding in its sentence does.
    doubt: bool,
    /// How many tokens were found, before the finding was widened to whole words.
    found: usize,
    range: Range<usize>,
}

/// Finds what tells about health in a text.
pub fn check(text: &str, lexicon: &Lexicon) -> Vec<Finding> {
    let mut findings = shared(text.len(), |mine| read(text, lexicon, mine));
    findings.sort_by_key(|finding| finding.span.bytes.start);
    findings
}

/// Finds what tells about health on some pages of a text.
fn read(text: &str, lexicon: &Lexicon, mine: &dyn Fn(usize) -> bool) -> Vec<Finding> {
    let mut reader = Reader::of(text);
    let mut page = Page::with_room(text.len());
    let mut desk = Desk::default();
    let mut hits = Vec::new();
    let mut findings = Vec::new();
    let mut places = Places::default();
    let mut pages = 0..;
    while reader.read(&mut page) {
        if !pages.next().is_some_and(mine) {
            page.turn();
            continue;
        }
        know(&mut page, lexicon, &mut desk);
        look(&page, lexicon, &mut desk, &mut hits);
        once(&mut hits);
        let mut candidates: Vec<_> = hits
            .drain(..)
            .filter_map(|hit| candidate(hit, &page, lexicon))
            .collect();
        decide(&mut candidates, &page);
        for candidate in settled(candidates) {
            findings.extend(finding(&candidate, &page, text, &mut places));
        }
        page.turn();
    }
    findings
}

/// Finds everything on a page that may count.
fn look(page: &Page, lexicon: &Lexicon, desk: &mut Desk, hits: &mut Vec<Hit>) {
    const ANY: Marks = Marks::LISTED
        .or(Marks::BEGINS)
        .or(Marks::INSIDE)
        .or(Marks::PHRASE);
    let mut tokens = page.tokens.iter().enumerate().peekable();
    while let Some((at, token)) = tokens.next() {
        let next = tokens.peek().map(|(_, next)| *next);
        let is_tied = next.is_some_and(|next| matches!(next.gap, Gap::Hyphen | Gap::Dot));
        if next.is_some_and(|next| may_be_apart(token, next, lexicon)) {
            apart(page, lexicon, at, desk, hits);
        }
        if !token.marks.has(ANY) && !is_tied {
            continue;
        }
        if lexicon.exact.may_be_at(page, at) {
            let mut fix = |letters: &[u8]| joined(letters, lexicon, desk);
            lexicon.exact.at(page, &lexicon.rules, at, &mut fix, hits);
        }
        if token.marks.has(Marks::INSIDE)
            && let Some(word) = page.word(at)
        {
            let entries = page.list(word.inside).iter();
            hits.extend(entries.map(|entry| inside(*entry, at)));
        }
        if is_tied {
            let mut found = Vec::new();
            let letters = page.letters(&(at..at + 2));
            desk.letters.fill(letters);
            lexicon.compounds.inside(letters, &desk.letters, &mut found);
            hits.extend(found.into_iter().map(|entry| inside(entry, at)));
        }
        if token.marks.has(Marks::PHRASE) {
            lexicon.phrases.at(page, at, hits);
        }
    }
    lexicon.proofs.find(page, &lexicon.contexts, hits);
}

/// Leaves each hit once: several tables may know the same word.
fn once(hits: &mut Vec<Hit>) {
    let place = |hit: &Hit| (hit.range.start, hit.range.end, hit.entry, hit.told);
    // A sure one stands before an unsure one, which then adds nothing.
    hits.sort_unstable_by_key(|hit| (place(hit), hit.unsure));
    hits.dedup_by_key(|hit| place(hit));
}

/// Says whether two words may be one long word that is written apart, with a slip.
fn may_be_apart(one: &Token, other: &Token, lexicon: &Lexicon) -> bool {
    let (sound, len) = other.sound;
    other.gap == Gap::Space
        && one.len >= SHORTEST_APART
        && other.len >= SHORTEST_APART
        && len > 0
        && one.sound.1 > 0
        && lexicon
            .fuzzy
            .may_be_heard(one.sound.0.join(sound, usize::from(len)))
}

fn apart(page: &Page, lexicon: &Lexicon, at: usize, desk: &mut Desk, hits: &mut Vec<Hit>) {
    let letters = page.letters(&(at..at + 2));
    if lexicon.exact.knows(Key::of(letters)) {
        return;
    }
    lexicon.fuzzy.fix(letters, Slip::Sound, desk);
    for number in &desk.meant {
        let meant = lexicon.fuzzy.word(*number).as_bytes();
        lexicon.exact.apart(page, &lexicon.rules, (at, meant), hits);
    }
}

/// Corrects a word that was joined at a hyphen: it must sound like a listed one.
fn joined(letters: &[u8], lexicon: &Lexicon, desk: &mut Desk) -> Vec<Key> {
    if lexicon.exact.knows(Key::of(letters)) {
        return Vec::new();
    }
    lexicon.fuzzy.fix(letters, Slip::Sound, desk);
    let meant = desk.meant.iter();
    meant
        .map(|number| Key::of(lexicon.fuzzy.word(*number).as_bytes()))
        .collect()
}

fn inside(entry: u32, at: usize) -> Hit {
    Hit::sure(usize::try_from(entry).unwrap_or(usize::MAX), at..at + 1)
}

/// Weighs a hit by what stands around it.
fn candidate<'a>(hit: Hit, page: &Page, lexicon: &'a Lexicon) -> Option<Candidate<'a>> {
    let rule = lexicon.rules.get(hit.entry)?;
    if hit.unsure && !lexicon.contexts.is_own(page, &hit.range) {
        return None;
    }
    if is_spelled_out(page, &hit.range) || lexicon.contexts.means_other(page, &hit.range) {
        return None;
    }
    if begins_name(page, &rule, &hit.range)
        || names_thing(page, lexicon, &hit.range) && !lexicon.contexts.is_own(page, &hit.range)
    {
        return None;
    }
    let (level, doubt) = match lexicon.contexts.verdict(&rule, page, &hit) {
        Verdict::Level(level) => (level, false),
        Verdict::Doubt => (Level::Stop, true),
        Verdict::Nothing => return None,
    };
    if lexicon.exceptions.covers(page, hit.entry, &hit.range) {
        return None;
    }
    let found = hit.range.len();
    let range = whole(page, hit.range);
    let last = range.end.checked_sub(1);
    let level = if last.is_some_and(|last| page.has(last, Marks::FIELD)) {
        Level::Hint
    } else {
        level
    };
    Some(Candidate {
        rule,
        level,
        doubt,
        found,
        range,
    })
}

/// Settles what is in doubt: it stops beside another finding in its sentence that does, and is a hint otherwise.
fn decide(candidates: &mut [Candidate<'_>], page: &Page) {
    let sure: Vec<Range<usize>> = candidates
        .iter()
        .filter(|one| one.level == Level::Stop && !one.doubt)
        .map(|one| one.range.clone())
        .collect();
    for one in candidates.iter_mut().filter(|one| one.doubt) {
        let beside = sure.iter().any(|other| {
            page.same_sentence(other.start, one.range.start)
                && (other.end <= one.range.start || one.range.end <= other.start)
        });
        if !beside {
            one.level = one.level.min(Level::Hint);
        }
    }
}

/// Says whether a short abbreviation is tied by a hyphen to a word that makes a thing of it: `OCD-kabel`.
fn names_thing(page: &Page, lexicon: &Lexicon, hit: &Range<usize>) -> bool {
    let [token] = page.tokens.get(hit.clone()).unwrap_or_default() else {
        return false;
    };
    let short = token.case == Case::Upper && token.len <= LONGEST_ABBREVIATION;
    short
        && page.tokens.get(hit.end).is_some_and(|next| {
            next.gap == Gap::Hyphen
                && next.len >= SHORTEST_THING
                && !page.has(hit.end, Marks::LISTED.or(Marks::NUMBER))
                && !lexicon.compounds.ends_compound(next.key)
        })
}

/// Says whether the abbreviation of a condition or treatment begins a longer name: `OCS Inventory`, `B.P.S. Dakwerken`.
fn begins_name(page: &Page, rule: &Rule, hit: &Range<usize>) -> bool {
    let tokens = page.tokens.get(hit.clone()).unwrap_or_default();
    let letters: usize = tokens.iter().map(|token| token.len).sum();
    matches!(rule.category, Category::Diagnosis | Category::Treatment)
        && (2..=LONGEST_ABBREVIATION).contains(&letters)
        && tokens
            .iter()
            .all(|token| token.case == Case::Upper || token.len == 1)
        && page.tokens.get(hit.end).is_some_and(|next| {
            next.case == Case::Capital
                && next.len >= SHORTEST_THING
                && next.head == 0
                && matches!(next.gap, Gap::Space | Gap::Dot)
                && !page.has(hit.end, Marks::LISTED)
        })
}

/// Widens a finding to the whole of a word with hyphens.
fn whole(page: &Page, range: Range<usize>) -> Range<usize> {
    let tied = |at: &usize| page.gap(*at) == Some(Gap::Hyphen);
    let back = (1..=range.start)
        .rev()
        .take(MOST_TIED)
        .take_while(tied)
        .count();
    let ahead = (range.end..page.tokens.len())
        .take(MOST_TIED)
        .take_while(tied)
        .count();
    range.start - back..range.end + ahead
}

/// Keeps the strongest and longest of what overlaps.
fn settled(mut candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    candidates.sort_by_key(|candidate| candidate.range.start);
    let mut kept: Vec<Candidate<'_>> = Vec::new();
    let mut rest = candidates.into_iter().peekable();
    let mut cluster = Vec::new();
    while let Some(first) = rest.next() {
        let mut end = first.range.end;
        cluster.push(first);
        while let Some(next) = rest.next_if(|next| next.range.start < end) {
            end = end.max(next.range.end);
            cluster.push(next);
        }
        strongest(&mut cluster, &mut kept);
    }
    kept
}

/// Takes from candidates that hang together those that stand, in the order of the text.
fn strongest<'a>(cluster: &mut Vec<Candidate<'a>>, kept: &mut Vec<Candidate<'a>>) {
    cluster.sort_by(|a, b| {
        let strength = |one: &Candidate<'a>| (one.level, one.range.len(), one.found);
        strength(b).cmp(&strength(a)).then_with(|| {
            (a.range.start, a.rule.category, &a.rule.id).cmp(&(
                b.range.start,
                b.rule.category,
                &b.rule.id,
            ))
        })
    });
    let first = kept.len();
    for candidate in cluster.drain(..) {
        let stands = kept.get(first..).is_some_and(|kept| {
            kept.iter().all(|other| {
                other.range.end <= candidate.range.start || candidate.range.end <= other.range.start
            })
        });
        if stands {
            kept.push(candidate);
        }
    }
    if let Some(kept) = kept.get_mut(first..) {
        kept.sort_by_key(|candidate| candidate.range.start);
    }
}

/// Counts characters up to places that only ever lie further on.
#[derive(Debug, Default)]
struct Places {
    bytes: usize,
    chars: usize,
}

impl Places {
    fn to(&mut self, text: &str, bytes: usize) -> usize {
        let between = text.get(self.bytes..bytes).unwrap_or_default();
        self.chars += between.chars().count();
        self.bytes = bytes;
        self.chars
    }
}

fn finding(
    candidate: &Candidate<'_>,
    page: &Page,
    text: &str,
    places: &mut Places,
) -> Option<Finding> {
    let first = page.tokens.get(candidate.range.start)?;
    let last = page.tokens.get(candidate.range.end.checked_sub(1)?)?;
    let start = places.to(text, first.from);
    let end = places.to(text, last.to);
    Some(Finding {
        span: Span {
            chars: start..end,
            bytes: first.from..last.to,
        },
        category: candidate.rule.category,
        level: candidate.level,
        rule: candidate.rule.id.clone(),
        rewording: candidate.rule.rewording.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::context::lexicon_with;

    #[test]
    fn a_long_text_is_found_in_as_its_paragraphs_are_whoever_reads_them() {
        let lexicon = lexicon_with(&[("diagnosis", "kliniek", true), ("medication", "één", true)]);
        let paragraphs = [
            "Ik was in een kliniek, één keer.\n\n",
            "Wij bakken brood.\n\n",
        ];
        let text = paragraphs.concat().repeat(2_000);
        let mut expected = Vec::new();
        let (mut bytes, mut chars) = (0, 0);
        for paragraph in paragraphs.iter().cycle().take(4_000) {
            expected.extend(check(paragraph, &lexicon).into_iter().map(|finding| {
                let Span { bytes: b, chars: c } = finding.span;
                (
                    b.start + bytes..b.end + bytes,
                    c.start + chars..c.end + chars,
                    finding.rule,
                )
            }));
            bytes += paragraph.len();
            chars += paragraph.chars().count();
        }
        assert!(expected.len() >= 2_000, "{}", expected.len());
        let found = check(&text, &lexicon).into_iter();
        let found = found.map(|one| (one.span.bytes, one.span.chars, one.rule));
        assert!(found.eq(expected));
    }
}
