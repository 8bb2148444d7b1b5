//! The check itself: one text in, its findings out, in the order of the text.
//!
//! The one function behind the editor, the gate and the command. Pure: the same text and lexicon give the same findings.

use std::ops::Range;

use crate::privacy::context::Text;
use crate::privacy::entry::{Entry, Hit};
use crate::privacy::finding::{Finding, Level};
use crate::privacy::lexicon::Lexicon;
use crate::privacy::matching::fuzzy::Slip;
use crate::privacy::normalize::{Case, Gap, Token, tokens};
use crate::privacy::numbers;
use crate::privacy::pattern::Sieves;

struct Candidate<'a> {
    entry: &'a Entry,
    level: Level,
    range: Range<usize>,
}

/// Finds what tells about health in a text.
pub fn check(text: &str, lexicon: &Lexicon) -> Vec<Finding> {
    let mut tokens = tokens(text);
    for token in &mut tokens {
        token.fixed = lexicon.meant(&token.text, slip(token));
    }
    let sieves = Sieves::of(&tokens);
    let text = Text {
        tokens: &tokens,
        sieves: &sieves,
    };
    let mut hits = Vec::new();
    for start in 0..tokens.len() {
        lexicon.exact.at(
            &tokens,
            &lexicon.entries,
            start,
            &|word| lexicon.meant(word, Slip::Sound),
            &mut hits,
        );
        lexicon.compounds.at(&tokens, start, &mut hits);
        lexicon
            .phrases
            .at(&tokens, &sieves, &lexicon.entries, start, &mut hits);
    }
    numbers::find(&text, &lexicon.entries, &lexicon.contexts, &mut hits);
    let candidates = hits
        .into_iter()
        .filter_map(
            |Hit {
                 entry,
                 range,
                 unsure,
             }| {
                let entry = lexicon.entries.get(entry)?;
                if unsure && !lexicon.contexts.is_own(&text, &range) {
                    return None;
                }
                let level = lexicon
                    .contexts
                    .verdict(entry, &text, &range)
                    .filter(|_| !is_excepted(entry, &tokens, &range))?;
                Some(Candidate {
                    entry,
                    level,
                    range: whole(&tokens, range),
                })
            },
        )
        .collect();
    settled(candidates)
        .into_iter()
        .filter_map(|candidate| finding(&candidate, &tokens))
        .collect()
}

/// Says how far a word may be from a listed one: a name inside a sentence must at least sound like it.
fn slip(token: &Token) -> Slip {
    if token.case == Case::Capital && token.gap != Gap::Sentence {
        Slip::Sound
    } else {
        Slip::Letter
    }
}

/// Says whether one of the entry's exceptions covers a finding.
fn is_excepted(entry: &Entry, tokens: &[Token], range: &Range<usize>) -> bool {
    entry.not.iter().any(|pattern| {
        (range.start.saturating_sub(4)..range.end).any(|start| {
            pattern
                .at(tokens, start)
                .is_some_and(|(_, end)| start < range.end && end > range.start)
        })
    })
}

/// Widens a finding to the whole of a word with hyphens.
fn whole(tokens: &[Token], range: Range<usize>) -> Range<usize> {
    let tied = |at: &usize| {
        tokens
            .get(*at)
            .is_some_and(|token| token.gap == Gap::Hyphen)
    };
    let back = (1..=range.start).rev().take_while(tied).count();
    let ahead = (range.end..tokens.len()).take_while(tied).count();
    range.start - back..range.end + ahead
}

/// Keeps the strongest and longest of what overlaps, and joins neighbors of one category.
fn settled(mut candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    candidates.sort_by(|a, b| {
        (
            b.level,
            b.range.len(),
            a.range.start,
            a.entry.category,
            a.entry.id(),
        )
            .cmp(&(
                a.level,
                a.range.len(),
                b.range.start,
                b.entry.category,
                b.entry.id(),
            ))
    });
    let mut kept: Vec<Candidate<'_>> = Vec::new();
    for candidate in candidates {
        if !kept.iter().any(|other| {
            other.range.start < candidate.range.end && candidate.range.start < other.range.end
        }) {
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|candidate| candidate.range.start);
    kept
}

fn finding(candidate: &Candidate<'_>, tokens: &[Token]) -> Option<Finding> {
    let first = tokens.get(candidate.range.start)?;
    let last = tokens.get(candidate.range.end.checked_sub(1)?)?;
    Some(Finding {
        span: first.span.to(&last.span),
        category: candidate.entry.category,
        level: candidate.level,
        rule: candidate.entry.id.clone(),
        rewording: candidate.entry.rewording.clone(),
    })
}
