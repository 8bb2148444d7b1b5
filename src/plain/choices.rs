//! Numbered choices: printing them, in parts when there are many, and finding them by number.
//!
//! Numbers go through all parts, so a number typed is the same thing whatever part was heard last.

use std::ops::Range;

use crate::core::ask::Offer;
use crate::core::words::{Words, fill};
use crate::plain::commands::told;
use crate::plain::numbers;
use crate::plain::page::Page;

/// Up to this many are printed at once.
const AT_ONCE: usize = 20;
/// About this many make a part of a longer list.
const IN_A_PART: usize = 15;

/// How an offer reads, with the small text beside it.
pub fn label(offer: &Offer, words: &Words) -> String {
    let label = words.say(&offer.label);
    match &offer.note {
        Some(note) => fill(
            &words.plain.asking.with_note,
            &[("label", &label), ("note", &words.say(note))],
        ),
        None => label,
    }
}

/// Divides a long list into parts; groups stay whole where they can.
pub fn parts(offers: &[Offer]) -> Vec<Range<usize>> {
    if offers.len() <= AT_ONCE {
        return std::iter::once(0..offers.len()).collect();
    }
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut end = 0;
    for run in offers.chunk_by(|one, next| one.group == next.group) {
        if end > start && end + run.len() - start > IN_A_PART {
            parts.push(start..end);
            start = end;
        }
        end += run.len();
        while end - start > AT_ONCE {
            parts.push(start..start + IN_A_PART);
            start += IN_A_PART;
        }
    }
    if end > start {
        parts.push(start..end);
    }
    parts
}

/// Prints one part of the offers, and how many are left behind it.
pub fn print(
    offers: &[Offer],
    part: usize,
    words: &Words,
    is_chosen: &dyn Fn(&Offer) -> bool,
    page: &mut Page,
) {
    let parts = parts(offers);
    let range = parts.get(part).cloned().unwrap_or(0..offers.len());
    let mut group = None;
    for (place, offer) in offers
        .iter()
        .enumerate()
        .skip(range.start)
        .take(range.len())
    {
        if offer.group != group {
            group.clone_from(&offer.group);
            if let Some(heading) = &group {
                page.line(&format!("{heading}:"));
            }
        }
        let mut text = label(offer, words);
        if is_chosen(offer) {
            text = fill(&words.plain.asking.chosen, &[("label", &text)]);
        }
        page.item(place + 1, &text);
        if let Some(softer) = offer.item.as_ref().and_then(|item| item.softer.as_ref()) {
            page.under(&fill(&words.asking.softer, &[("text", softer)]));
        }
    }
    let left = offers.len().saturating_sub(range.end);
    if left > 0 {
        page.line(&told(
            words,
            &words.plain.asking.more,
            &[("count", &left.to_string())],
        ));
    }
}

/// Goes to the next part and prints it; behind the last one it begins anew. Nothing happens when there is one part.
pub fn next_part(offers: &[Offer], part: &mut usize, words: &Words, page: &mut Page) -> bool {
    let all = parts(offers).len();
    if all < 2 {
        return false;
    }
    *part = (*part + 1) % all;
    print(offers, *part, words, &|_| false, page);
    if *part + 1 == all {
        page.line(&told(words, &words.plain.asking.no_more, &[]));
    }
    true
}

/// Reads one number from 1 to `high`; returns its place, from 0.
pub fn one(line: &str, high: usize, words: &Words) -> Result<usize, String> {
    match several(line, high, words)?.as_slice() {
        [place] => Ok(*place),
        _ => Err(words.plain.unclear.one_only.clone()),
    }
}

/// Reads numbers from 1 to `high`; returns their places, from 0, each once, in the order typed.
pub fn several(line: &str, high: usize, words: &Words) -> Result<Vec<usize>, String> {
    let unclear = &words.plain.unclear;
    let numbers = numbers::read(line).ok_or_else(|| unclear.number.clone())?;
    let mut places = Vec::new();
    for number in numbers {
        let place = number
            .checked_sub(1)
            .filter(|place| *place < high)
            .ok_or_else(|| {
                let values = [("number", number.to_string()), ("high", high.to_string())];
                let sentence = if high == 1 {
                    &unclear.no_such_one
                } else {
                    &unclear.no_such
                };
                fill(
                    sentence,
                    &values
                        .iter()
                        .map(|(name, value)| (*name, value.as_str()))
                        .collect::<Vec<_>>(),
                )
            })?;
        if !places.contains(&place) {
            places.push(place);
        }
    }
    Ok(places)
}

/// Finds the offer that is meant: by its number, or by its very words.
pub fn find<'a>(line: &str, offers: &'a [Offer], words: &Words) -> Result<&'a Offer, String> {
    let typed = line.trim().to_lowercase();
    if let Some(offer) = offers
        .iter()
        .find(|offer| words.say(&offer.label).to_lowercase() == typed)
    {
        return Ok(offer);
    }
    let place = one(line, offers.len(), words)?;
    offers
        .get(place)
        .ok_or_else(|| words.plain.unclear.number.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::library::Library;
    use crate::core::words::Lang;

    #[test]
    fn where_there_is_one_number_it_is_named_alone() {
        for (lang, high, says) in [
            ("nl", 1, "Nummer 2 is er niet. Kies 1."),
            ("en", 1, "There is no number 4. Choose 1."),
            ("nl", 3, "Nummer 4 is er niet. Kies van 1 tot en met 3."),
        ] {
            let words = Library::built_in().words(&Lang::new(lang));
            let words = words.expect("the words load");
            let typed = if says.contains('4') { "4" } else { "2" };
            assert_eq!(one(typed, high, &words), Err(says.to_owned()));
        }
    }
}
