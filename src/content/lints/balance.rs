//! For and against are about as long: wherever both stand beside each other, and in lists of considerations.

use std::sync::Arc;

use crate::core::answer::Pole;
use crate::core::list::{Item, List};
use crate::core::source::{Code, Diagnostics, Node, Place};
use crate::core::text::length;

/// By how many of every hundred the mean length of one side may differ from that of the other.
const APART: usize = 15;

/// Looks at every `for` with an `against` beside it.
pub fn sides(node: &Node, found: &mut Diagnostics) {
    if let (Some(pros), Some(cons)) = (node.get("for"), node.get("against")) {
        compare(&texts(pros), &texts(cons), &cons.place, found);
    }
    let inner = node.pairs().iter().map(|(_, value)| value);
    for inner in inner.chain(node.items()) {
        sides(inner, found);
    }
}

/// Looks at both sides of each column of a list.
pub fn considerations(list: &List, found: &mut Diagnostics) {
    let mut columns: Vec<&str> = Vec::new();
    for item in &list.items {
        if let Some(one) = &item.consideration
            && !columns.contains(&one.column.as_str())
        {
            columns.push(one.column.as_str());
        }
    }
    for column in columns {
        let of = |pole: Pole| -> Vec<&Arc<Item>> {
            let items = list.items.iter();
            items.filter(|item| fits(item, column, pole)).collect()
        };
        let labels = |pole: Pole| -> Vec<String> {
            of(pole).iter().map(|item| item.label.to_string()).collect()
        };
        if let Some(first) = of(Pole::Against).first() {
            let (pros, cons) = (labels(Pole::For), labels(Pole::Against));
            compare(&pros, &cons, &first.place, found);
        }
    }
}

fn fits(item: &Item, column: &str, pole: Pole) -> bool {
    let one = item.consideration.as_ref();
    one.is_some_and(|one| one.column.as_str() == column && one.pole == pole)
}

fn texts(node: &Node) -> Vec<String> {
    // In an overlay a list of texts counts from 1; another mapping is no list.
    let counts = |key: &Node| key.text().is_some_and(|key| key.parse::<usize>().is_ok());
    let inner = node.pairs().iter().filter(|(key, _)| counts(key));
    let inner = inner.map(|(_, value)| value);
    let all: Vec<String> = node
        .items()
        .iter()
        .chain(inner)
        .filter_map(Node::text)
        .collect();
    if all.is_empty() {
        node.text().into_iter().collect()
    } else {
        all
    }
}

fn compare(pros: &[String], cons: &[String], place: &Place, found: &mut Diagnostics) {
    let total = |texts: &[String]| texts.iter().map(|text| length(text)).sum::<usize>();
    // Means, over the same number of texts on both sides so that nothing is rounded.
    let (one, other) = (total(pros) * cons.len(), total(cons) * pros.len());
    let (short, long) = (one.min(other), one.max(other));
    if short > 0 && long * 100 > short * (100 + APART) {
        let mean = |texts: &[String]| (total(texts) / texts.len().max(1)).to_string();
        let values = vec![("number", mean(pros)), ("other", mean(cons))];
        found.add_with(Code::UnevenLength, place, values);
    }
}
