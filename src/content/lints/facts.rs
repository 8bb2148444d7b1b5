//! As many facts speak for telling as against it: in the whole list, and on the screens that are shown together.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::core::fact::{Fact, Speaks};
use crate::core::source::{Code, Diagnostics, Node, Place};

/// Looks at the whole list of facts.
pub fn even(facts: &[Arc<Fact>], file: &str, found: &mut Diagnostics) {
    let all: Vec<&Arc<Fact>> = facts.iter().collect();
    compare(&all, &Place::start(file), found);
}

/// Looks at the questions of a guide that are shown under the same condition in the same step.
pub fn shown_together(guide: &Node, facts: &[Arc<Fact>], found: &mut Diagnostics) {
    for step in guide.get("steps").into_iter().flat_map(Node::items) {
        let mut together: BTreeMap<String, (&Place, Vec<&Arc<Fact>>)> = BTreeMap::new();
        for question in step.get("questions").into_iter().flat_map(Node::items) {
            let Some(named) = question.get("facts") else {
                continue;
            };
            let when = question.get("when").map(written).unwrap_or_default();
            let (_, these) = together
                .entry(when)
                .or_insert_with(|| (&named.place, Vec::new()));
            let ids: Vec<String> = match named.items() {
                [] => named.text().into_iter().collect(),
                items => items.iter().filter_map(Node::text).collect(),
            };
            these.extend(
                facts
                    .iter()
                    .filter(|fact| ids.iter().any(|id| fact.id == *id)),
            );
        }
        for (place, these) in together.values() {
            compare(these, place, found);
        }
    }
}

/// A condition as it is written, so that equal ones can be known.
fn written(node: &Node) -> String {
    let mut text = node.text().unwrap_or_default();
    for (key, value) in node.pairs() {
        text = format!("{text}{{{}:{}}}", written(key), written(value));
    }
    for item in node.items() {
        text = format!("{text}[{}]", written(item));
    }
    text
}

fn compare(facts: &[&Arc<Fact>], place: &Place, found: &mut Diagnostics) {
    let count = |speaks: Speaks| {
        let these = facts.iter().filter(|fact| fact.speaks == Some(speaks));
        these.count()
    };
    let (pros, cons) = (count(Speaks::For), count(Speaks::Against));
    if pros != cons {
        let values = vec![("number", pros.to_string()), ("other", cons.to_string())];
        found.add_with(Code::UnevenFacts, place, values);
    }
}
