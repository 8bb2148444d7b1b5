//! A weight for each consideration: `4=2`, several in a line, in any order.
//!
//! Numbers go through all columns, first those shown at once, then the rest, then the person's own. Nothing is added up.

use crate::core::answer::{Answer, Own, OwnWeight, Pole, Weights};
use crate::core::ask::{Ask, Offer, Refusal, Reply, WeighItem, Written};
use crate::core::ids::ItemId;
use crate::core::text;
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::numbers;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

/// The heaviest weight.
const HEAVIEST: u8 = 3;

/// An entry of the person's own, while it is asked where it belongs and how much it weighs.
#[derive(Debug)]
struct Pending {
    text: String,
    place: Option<(ItemId, Pole)>,
}

#[derive(Debug, Default)]
pub(super) struct Weigh {
    weights: Weights,
    all: bool,
    pending: Option<Pending>,
}

/// One heading of the list: an option and a side of it, with its considerations.
type Section<'a> = (&'a Offer, Pole, Vec<&'a WeighItem>);

/// What is shown at first, and the rest, each by option and side.
fn sections(ask: &Ask) -> (Vec<Section<'_>>, Vec<Section<'_>>) {
    let Ask::Weigh {
        columns,
        items,
        first,
        ..
    } = ask
    else {
        return (Vec::new(), Vec::new());
    };
    let mut shown = Vec::new();
    let mut rest = Vec::new();
    for column in columns {
        for pole in [Pole::For, Pole::Against] {
            let mut all: Vec<&WeighItem> = items
                .iter()
                .filter(|item| item.column == column.id && item.pole == pole)
                .collect();
            let behind = all.split_off((*first).min(all.len()));
            shown.push((column, pole, all));
            rest.push((column, pole, behind));
        }
    }
    (shown, rest)
}

/// All considerations in the order of their numbers.
fn ordered(ask: &Ask) -> Vec<&WeighItem> {
    let (shown, rest) = sections(ask);
    shown
        .into_iter()
        .chain(rest)
        .flat_map(|(_, _, items)| items)
        .collect()
}

fn has_own(ask: &Ask) -> bool {
    matches!(ask, Ask::Weigh { own: true, .. })
}

fn heading(column: &Offer, pole: Pole, words: &Words) -> String {
    let sentence = match pole {
        Pole::For => &words.plain.how.weigh_for,
        Pole::Against => &words.plain.how.weigh_against,
    };
    fill(sentence, &[("column", &words.say(&column.label))])
}

/// Where an own entry can belong: every option with its two sides.
fn homes(ask: &Ask) -> Vec<(&Offer, Pole)> {
    let (shown, _) = sections(ask);
    shown
        .into_iter()
        .map(|(column, pole, _)| (column, pole))
        .collect()
}

impl Weigh {
    pub(super) fn from(answer: Option<&Answer>) -> Self {
        let mut prompt = Self::default();
        if let Some(Answer::Weights(weights)) = answer {
            prompt.weights = weights.clone();
        }
        prompt
    }

    fn text(item: &WeighItem, weight: Option<u8>, words: &Words) -> String {
        with_weight(&words.say(&item.label), weight, words)
    }

    fn print(&self, sections: &[Section<'_>], start: usize, words: &Words, page: &mut Page) {
        let mut number = start;
        for (column, pole, items) in sections {
            if items.is_empty() {
                continue;
            }
            page.line(&format!("{}:", heading(column, *pole, words)));
            for item in items {
                number += 1;
                let weight = self.weights.given.get(&item.id).copied();
                page.item(number, &Self::text(item, weight, words));
            }
        }
    }

    fn print_own(&self, ask: &Ask, words: &Words, page: &mut Page) {
        let start = ordered(ask).len();
        for (place, entry) in self.weights.own.iter().enumerate() {
            let text = fill(&words.plain.asking.own, &[("text", &entry.own.text)]);
            page.item(
                start + place + 1,
                &with_weight(&text, Some(entry.weight), words),
            );
        }
    }

    /// Prints what has a weight.
    fn standing(&self, ask: &Ask, words: &Words, page: &mut Page) {
        let items = ordered(ask);
        let weighed: Vec<(usize, &&WeighItem, u8)> = items
            .iter()
            .enumerate()
            .filter_map(|(place, item)| {
                let weight = *self.weights.given.get(&item.id)?;
                Some((place + 1, item, weight))
            })
            .collect();
        if weighed.is_empty() && self.weights.own.is_empty() {
            page.line(&words.plain.how.weigh_nothing);
            return;
        }
        page.line(&words.plain.asking.so_far);
        for (number, item, weight) in weighed {
            page.item(number, &Self::text(item, Some(weight), words));
        }
        self.print_own(ask, words, page);
    }

    /// Sets weights from a line such as `4=2 7=3`; all of them or none.
    fn set(&mut self, ask: &Ask, words: &Words, line: &str, page: &mut Page) -> Result<(), String> {
        let items = ordered(ask);
        let high = items.len() + self.weights.own.len();
        let mut pairs = Vec::new();
        for token in tokens(line) {
            let (number, weight) = token
                .split_once('=')
                .ok_or_else(|| words.plain.unclear.weight.clone())?;
            let place = choices::one(number, high, words)?;
            pairs.push((place, weight_of(weight, words)?));
        }
        for (place, weight) in pairs {
            let text = if let Some(item) = items.get(place) {
                if weight == 0 {
                    self.weights.given.remove(&item.id);
                } else {
                    self.weights.given.insert(item.id.clone(), weight);
                }
                Self::text(item, Some(weight), words)
            } else if let Some(entry) = self.weights.own.get_mut(place - items.len()) {
                entry.weight = weight;
                with_weight(&entry.own.text, Some(weight), words)
            } else {
                continue;
            };
            page.item(place + 1, &text);
        }
        Ok(())
    }

    /// Takes a weight, or an own entry, away.
    fn take_away(&mut self, ask: &Ask, words: &Words, typed: &str) -> Result<(), String> {
        let items = ordered(ask);
        let places = choices::several(typed, items.len() + self.weights.own.len(), words)?;
        let gone: Vec<u32> = places
            .iter()
            .filter_map(|place| self.weights.own.get(place.checked_sub(items.len())?))
            .map(|entry| entry.own.key)
            .collect();
        self.weights
            .own
            .retain(|entry| !gone.contains(&entry.own.key));
        for item in places.iter().filter_map(|place| items.get(*place)) {
            self.weights.given.remove(&item.id);
        }
        Ok(())
    }

    /// Hears the two questions about an own entry.
    fn hear_pending(
        &mut self,
        ask: &Ask,
        words: &Words,
        line: &str,
        mut pending: Pending,
    ) -> Result<(), String> {
        match pending.place.take() {
            None => {
                let homes = homes(ask);
                match choices::one(line, homes.len(), words) {
                    Ok(place) => {
                        pending.place = homes
                            .get(place)
                            .map(|(column, pole)| (column.id.clone(), *pole));
                        self.pending = Some(pending);
                    }
                    Err(unclear) => {
                        self.pending = Some(pending);
                        return Err(unclear);
                    }
                }
            }
            Some((column, pole)) => match weight_of(line, words) {
                Ok(weight) => {
                    let keys = self.weights.own.iter().map(|entry| entry.own.key);
                    let key = keys.max().unwrap_or(0) + 1;
                    self.weights.own.push(OwnWeight {
                        own: Own {
                            key,
                            text: pending.text,
                        },
                        column,
                        pole,
                        weight,
                    });
                }
                Err(unclear) => {
                    pending.place = Some((column, pole));
                    self.pending = Some(pending);
                    return Err(unclear);
                }
            },
        }
        Ok(())
    }
}

fn with_weight(text: &str, weight: Option<u8>, words: &Words) -> String {
    match weight {
        Some(weight) => fill(
            &words.plain.asking.with_note,
            &[("label", text), ("note", words.weight(weight))],
        ),
        None => text.to_owned(),
    }
}

/// `4 = 2, 7=3` as `4=2` and `7=3`.
fn tokens(line: &str) -> Vec<String> {
    let mut tight = String::new();
    for part in line.replace('=', " = ").split([' ', ',', ';', '\t']) {
        match part {
            "" => {}
            "=" => {
                let end = tight.trim_end().len();
                tight.truncate(end);
                tight.push('=');
            }
            other => {
                tight.push_str(other);
                tight.push(' ');
            }
        }
    }
    tight.split_whitespace().map(str::to_owned).collect()
}

fn weight_of(typed: &str, words: &Words) -> Result<u8, String> {
    let refused = || {
        words.refusal(&Refusal::OutOfRange {
            low: 0,
            high: i64::from(HEAVIEST),
        })
    };
    numbers::one(typed)
        .filter(|_| !typed.trim().is_empty())
        .and_then(|weight| u8::try_from(weight).ok())
        .filter(|weight| *weight <= HEAVIEST)
        .ok_or_else(refused)
}

impl Prompt for Weigh {
    fn name(&self) -> &'static str {
        "weigh"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        let (shown, rest) = sections(ask);
        self.print(&shown, 0, words, page);
        let before: usize = shown.iter().map(|(_, _, items)| items.len()).sum();
        let behind: usize = rest.iter().map(|(_, _, items)| items.len()).sum();
        if self.all {
            self.print(&rest, before, words, page);
        }
        self.print_own(ask, words, page);
        if !self.all && behind > 0 {
            page.line(&told(
                words,
                &words.plain.asking.more,
                &[("count", &behind.to_string())],
            ));
        }
    }

    fn ask_now(&self, ask: &Ask, words: &Words, telling: Telling, page: &mut Page) {
        let how = &words.plain.how;
        match &self.pending {
            Some(Pending { place: None, .. }) => {
                for (place, (column, pole)) in homes(ask).into_iter().enumerate() {
                    page.item(place + 1, &heading(column, pole, words));
                }
                page.line(&how.weigh_where);
            }
            Some(Pending { place: Some(_), .. }) => page.line(&how.weigh_how_much),
            None => {
                let sentence = match telling {
                    Telling::Full => &how.weigh_first,
                    Telling::Short => &how.weigh,
                };
                page.line(&told(words, sentence, &[]));
                if has_own(ask) {
                    page.line(&how.weigh_own);
                }
            }
        }
    }

    fn hear(
        &mut self,
        ask: &Ask,
        words: &Words,
        line: &str,
        page: &mut Page,
    ) -> Result<Understood, String> {
        let line = line.trim();
        if line.is_empty() {
            if self.pending.is_none() {
                self.standing(ask, words, page);
            }
            return Ok(Understood::Nothing);
        }
        if let Some(pending) = self.pending.take() {
            self.hear_pending(ask, words, line, pending)?;
            if self.pending.is_none() {
                self.standing(ask, words, page);
            }
        } else if let Some(typed) = line.strip_prefix('+') {
            let typed = text::one_line(typed);
            if !has_own(ask) {
                return Err(words.plain.unclear.no_own.clone());
            }
            if typed.is_empty() {
                return Err(words.plain.how.weigh_own.clone());
            }
            self.pending = Some(Pending {
                text: typed,
                place: None,
            });
        } else if let Some(typed) = line.strip_prefix('-') {
            self.take_away(ask, words, typed)?;
            self.standing(ask, words, page);
        } else {
            self.set(ask, words, line, page)?;
            return Ok(Understood::Kept);
        }
        self.ask_now(ask, words, Telling::Short, page);
        Ok(Understood::Kept)
    }

    fn written(&self, _ask: &Ask) -> Vec<Written> {
        let own = self.weights.own.iter().map(|entry| &entry.own.text);
        let pending = self.pending.iter().map(|pending| &pending.text);
        own.chain(pending)
            .map(|text| Written::plain(text))
            .collect()
    }

    fn finish(&mut self, ask: &Ask) -> Option<Reply> {
        let kept = ask.keep(&Answer::Weights(self.weights.clone()))?;
        match kept {
            Answer::Weights(weights) => Some(Reply::Weigh(weights)),
            Answer::Blank(_)
            | Answer::One(_)
            | Answer::Many(_)
            | Answer::Number(_)
            | Answer::Text(_)
            | Answer::Day(_)
            | Answer::Form(_)
            | Answer::Cells(_)
            | Answer::Seen => None,
        }
    }

    fn back(&mut self, _ask: &Ask) -> bool {
        self.pending.take().is_some()
    }

    fn more(&mut self, ask: &Ask, words: &Words, page: &mut Page) -> bool {
        let (shown, rest) = sections(ask);
        if rest.iter().all(|(_, _, items)| items.is_empty()) {
            return false;
        }
        let before = shown.iter().map(|(_, _, items)| items.len()).sum();
        self.all = true;
        self.print(&rest, before, words, page);
        true
    }
}
