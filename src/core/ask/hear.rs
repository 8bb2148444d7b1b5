//! From a reply to an answer, or to the reason why it cannot stand.

use std::collections::BTreeMap;

use crate::core::answer::{Answer, Blank, Cells, Choice, Day, FieldAnswer, Weights};
use crate::core::ask::shape::{Ask, Field, FieldAsk, GridColumn, Offer, Refusal, Reply, WeighItem};
use crate::core::ids::{FieldId, ItemId};
use crate::core::text;

/// The longest text in a field of a form or an own entry, in characters.
pub(super) const FIELD_AT_MOST: usize = 200;

impl Ask {
    /// Hears a reply.
    pub fn hear(&self, reply: Reply) -> Result<Answer, Refusal> {
        match (self, reply) {
            (_, Reply::Blank(blank)) => Ok(Answer::Blank(blank)),
            (Self::Pick { offers }, Reply::Pick(id)) => {
                offered(offers, &id).map(|()| Answer::One(id))
            }
            (Self::Compare { columns, .. }, Reply::Pick(id)) => {
                if columns.iter().any(|column| column.offer.id == id) {
                    Ok(Answer::One(id))
                } else {
                    Err(Refusal::NotOffered)
                }
            }
            (
                Self::PickMany {
                    offers,
                    own,
                    at_most,
                },
                Reply::PickMany(choices),
            ) => many(offers, *own, *at_most, choices),
            (
                Self::Scale {
                    lowest, highest, ..
                },
                Reply::Scale(number),
            ) => {
                if (*lowest..=*highest).contains(&number) {
                    Ok(Answer::Number(number))
                } else {
                    Err(Refusal::OutOfRange {
                        low: *lowest,
                        high: *highest,
                    })
                }
            }
            (Self::Rank { offers, top }, Reply::Rank(ids)) => rank(offers, *top, ids),
            (
                Self::Weigh {
                    columns,
                    items,
                    own,
                    ..
                },
                Reply::Weigh(weights),
            ) => weigh(columns, items, *own, weights),
            (Self::Form { fields }, Reply::Form(typed)) => form(fields, typed),
            (Self::Grid { rows, columns, own }, Reply::Grid(cells)) => {
                grid(rows, columns, *own, cells)
            }
            (Self::Day, Reply::Day(typed)) if typed.trim().is_empty() => Err(Refusal::Empty),
            (Self::Day, Reply::Day(typed)) => day(&typed).map(Answer::Day),
            (Self::Line { at_most, .. }, Reply::Text(typed)) => {
                typed_text(&text::one_line(&typed), *at_most).map(Answer::Text)
            }
            (Self::Lines { at_most, .. }, Reply::Text(typed)) => {
                typed_text(&text::clean(&typed), *at_most).map(Answer::Text)
            }
            (Self::Read { .. }, Reply::Read) => Ok(Answer::Seen),
            (
                Self::Pick { .. }
                | Self::PickMany { .. }
                | Self::Scale { .. }
                | Self::Rank { .. }
                | Self::Weigh { .. }
                | Self::Form { .. }
                | Self::Grid { .. }
                | Self::Compare { .. }
                | Self::Day
                | Self::Line { .. }
                | Self::Lines { .. }
                | Self::Read { .. },
                _,
            ) => Err(Refusal::WrongShape),
        }
    }
}

fn offered(offers: &[Offer], id: &ItemId) -> Result<(), Refusal> {
    if offers.iter().any(|offer| offer.id == *id) {
        Ok(())
    } else {
        Err(Refusal::NotOffered)
    }
}

fn typed_text(typed: &str, at_most: usize) -> Result<String, Refusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Refusal::Empty);
    }
    // No text has more characters than bytes.
    if typed.len() > at_most {
        let length = text::length(typed);
        if length > at_most {
            return Err(Refusal::TooLong { at_most, length });
        }
    }
    Ok(typed.to_owned())
}

fn day(typed: &str) -> Result<Day, Refusal> {
    Day::read(typed).ok_or_else(|| {
        if lacks_year(typed) {
            Refusal::NoYear
        } else {
            Refusal::BadDay
        }
    })
}

/// Says whether it would be a day with another year behind it: `3-12`, or `3-12-26`.
fn lacks_year(typed: &str) -> bool {
    let parts: Vec<&str> = typed
        .split(['-', '/', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let short = |part: &&str| part.len() <= 2 && part.chars().all(|c| c.is_ascii_digit());
    let whole = match parts.as_slice() {
        // A leap year, so that no day is taken for an impossible one.
        [day, month] => format!("{day}-{month}-2000"),
        [day, month, year] => format!("{day}-{month}-20{year}"),
        _ => return false,
    };
    parts.iter().all(short) && Day::read(&whole).is_some()
}

fn own_text(typed: &str) -> Result<String, Refusal> {
    typed_text(&text::one_line(typed), FIELD_AT_MOST)
}

fn many(
    offers: &[Offer],
    own: bool,
    at_most: Option<usize>,
    choices: Vec<Choice>,
) -> Result<Answer, Refusal> {
    let mut items: Vec<&Offer> = Vec::new();
    let mut owns = Vec::new();
    for choice in choices {
        match choice {
            Choice::Item(id) => match offers.iter().find(|offer| offer.id == id) {
                Some(_) if items.iter().any(|other| other.id == id) => {}
                Some(offer) => items.push(offer),
                None => return Err(Refusal::NotOffered),
            },
            Choice::Own(_) if !own => return Err(Refusal::NotOffered),
            Choice::Own(mut entry) => {
                entry.text = own_text(&entry.text)?;
                owns.push(Choice::Own(entry));
            }
        }
    }
    let count = items.len() + owns.len();
    if let Some(limit) = at_most
        && count > limit
    {
        return Err(Refusal::TooMany { at_most: limit });
    }
    if let Some(alone) = items.iter().find(|offer| offer.alone)
        && count > 1
    {
        return Err(Refusal::NotTogether(alone.label.clone()));
    }
    // The order of the list, so that the order of ticking says nothing.
    let mut ordered: Vec<Choice> = offers
        .iter()
        .filter(|offer| items.iter().any(|item| item.id == offer.id))
        .map(|offer| Choice::Item(offer.id.clone()))
        .collect();
    ordered.append(&mut owns);
    Ok(Answer::Many(ordered))
}

fn rank(offers: &[Offer], top: usize, ids: Vec<ItemId>) -> Result<Answer, Refusal> {
    if ids.is_empty() {
        return Err(Refusal::NeedsOne);
    }
    if ids.len() > top {
        return Err(Refusal::TooMany { at_most: top });
    }
    let mut ranked: Vec<Choice> = Vec::new();
    for id in ids {
        offered(offers, &id)?;
        let choice = Choice::Item(id);
        if !ranked.contains(&choice) {
            ranked.push(choice);
        }
    }
    Ok(Answer::Many(ranked))
}

fn weigh(
    columns: &[Offer],
    items: &[WeighItem],
    own: bool,
    mut weights: Weights,
) -> Result<Answer, Refusal> {
    if weights
        .given
        .keys()
        .any(|id| !items.iter().any(|item| item.id == *id))
        || (!own && !weights.own.is_empty())
    {
        return Err(Refusal::NotOffered);
    }
    for entry in &mut weights.own {
        offered(columns, &entry.column)?;
        entry.own.text = own_text(&entry.own.text)?;
    }
    if weights
        .given
        .values()
        .chain(weights.own.iter().map(|entry| &entry.weight))
        .any(|weight| *weight > 3)
    {
        return Err(Refusal::OutOfRange { low: 0, high: 3 });
    }
    weights.given.retain(|_, weight| *weight > 0);
    Ok(Answer::Weights(weights))
}

fn form(fields: &[Field], typed: Vec<(FieldId, String)>) -> Result<Answer, Refusal> {
    let mut filled: BTreeMap<FieldId, FieldAnswer> = BTreeMap::new();
    for (id, value) in typed {
        let field = fields
            .iter()
            .find(|field| field.id == id)
            .ok_or(Refusal::NotOffered)?;
        if value.trim().is_empty() {
            continue;
        }
        let answer = match &field.ask {
            FieldAsk::Line => FieldAnswer::Text(own_text(&value)?),
            FieldAsk::Day => FieldAnswer::Day(day(&value)?),
            FieldAsk::Pick(offers) => {
                let id = ItemId::new(value.trim());
                offered(offers, &id)?;
                FieldAnswer::One(id)
            }
        };
        filled.insert(id, answer);
    }
    // A form with nothing in it says as much as a skipped one.
    if filled.is_empty() {
        Ok(Answer::Blank(Blank::Skipped))
    } else {
        Ok(Answer::Form(filled))
    }
}

fn grid(
    rows: &[Offer],
    columns: &[GridColumn],
    own: bool,
    mut cells: Cells,
) -> Result<Answer, Refusal> {
    if !own && !cells.own.is_empty() {
        return Err(Refusal::NotOffered);
    }
    for entry in &mut cells.own {
        entry.text = own_text(&entry.text)?;
    }
    for (row, filled) in &cells.cells {
        let known = rows.iter().any(|offer| offer.id == *row)
            || cells.own.iter().any(|entry| Cells::own_row(entry) == *row);
        if !known {
            return Err(Refusal::NotOffered);
        }
        for (column, choice) in filled {
            let column = columns
                .iter()
                .find(|other| other.id == *column)
                .ok_or(Refusal::NotOffered)?;
            offered(&column.offers, choice)?;
        }
    }
    cells.cells.retain(|_, filled| !filled.is_empty());
    Ok(Answer::Cells(cells))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_its_year_in_full_is_asked_for_its_year() {
        for (typed, expected) in [
            ("3-12", Refusal::NoYear),
            ("29 2", Refusal::NoYear),
            ("3-12-26", Refusal::NoYear),
            ("31-2", Refusal::BadDay),
            ("12/20/2026", Refusal::BadDay),
            ("20 december 2026", Refusal::BadDay),
            ("3", Refusal::BadDay),
            ("morgen", Refusal::BadDay),
        ] {
            let heard = Ask::Day.hear(Reply::Day(typed.to_owned()));
            assert_eq!(heard, Err(expected), "{typed}");
        }
    }
}
