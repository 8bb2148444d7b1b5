//! What a health-word file of one's own adds: its entries, less those that were copied as they are.
//!
//! Whoever copies the whole folder to change one file gets no mistakes for the others. An entry that was changed under its
//! old name stays, and is reported: a built-in entry cannot be taken away.

use crate::core::source::{Node, Value};

const ENTRIES: &str = "entries";

/// Returns the file with the entries that are new; nothing when it adds none.
pub(super) fn added(mut file: Node, built_in: &[(String, Node)]) -> Option<Node> {
    file.get(ENTRIES)?;
    let known: Vec<&Node> = built_in
        .iter()
        .filter(|(_, other)| says_same_around(&file, other))
        .filter_map(|(_, other)| other.get(ENTRIES))
        .flat_map(Node::items)
        .collect();
    if known.is_empty() {
        return Some(file);
    }
    let Value::Map(pairs) = &mut file.value else {
        return Some(file);
    };
    let lists = pairs
        .iter_mut()
        .filter(|(key, _)| key.text().as_deref() == Some(ENTRIES));
    for (_, list) in lists {
        if let Value::List(entries) = &mut list.value {
            entries.retain(|entry| !known.iter().any(|other| other.says_same(entry)));
        }
    }
    let left = file
        .get(ENTRIES)
        .is_some_and(|list| !list.items().is_empty());
    left.then_some(file)
}

/// Says whether two files set the same for their entries.
fn says_same_around(one: &Node, other: &Node) -> bool {
    let settings = |node: &Node| {
        let pairs = node.pairs().iter();
        let around = pairs.filter(|(key, _)| key.text().as_deref() != Some(ENTRIES));
        around.cloned().collect::<Vec<_>>()
    };
    let (ours, theirs) = (settings(one), settings(other));
    ours.len() == theirs.len()
        && ours
            .iter()
            .zip(&theirs)
            .all(|(one, two)| one.0.says_same(&two.0) && one.1.says_same(&two.1))
}
