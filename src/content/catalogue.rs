//! The program's own words in one language, held beside those in another: the same keys, the same names in braces.

use crate::core::braces::Braces;
use crate::core::source::{Code, Diagnostics, Node, Shape, check_keys, wrong};

/// Reports keys that are missing, stand twice, or belong to nothing, and values of the wrong kind.
pub fn same_keys(base: &Node, other: &Node, found: &mut Diagnostics) {
    if base.shape() != Shape::Map {
        // A list of words to type has the length each language needs.
        let is_list = base.shape() == Shape::List && other.shape() == Shape::List;
        if other.text().is_none() && !is_list {
            wrong(found, other, base.shape());
        }
        return;
    }
    if other.shape() != Shape::Map {
        wrong(found, other, Shape::Map);
        return;
    }
    check_keys(other, found);
    let names: Vec<String> = base
        .pairs()
        .iter()
        .filter_map(|(key, _)| key.text())
        .collect();
    for (key, value) in other.pairs() {
        let name = key.text().unwrap_or_default();
        match base.get(&name) {
            Some(known) if value.shape() == Shape::Empty && known.shape() != Shape::Map => {
                found.add_with(Code::EmptyValue, &value.place, vec![("name", name)]);
            }
            Some(known) => same_keys(known, value, found),
            None => {
                let known = names.iter().map(String::as_str);
                found.unknown(Code::UnknownSetting, &key.place, &name, known);
            }
        }
    }
    for name in names {
        if other.get(&name).is_none() {
            found.add_with(Code::MissingSetting, &other.place, vec![("name", name)]);
        }
    }
}

/// Reports names in braces that the program does not fill in there, that are missing, and braces that are not closed.
pub fn same_braces(base: &Node, other: &Node, found: &mut Diagnostics) {
    for (key, value) in other.pairs() {
        let Some(known) = key.text().and_then(|name| base.get(&name)) else {
            continue;
        };
        match (known.text(), value.text()) {
            (Some(known), Some(text)) => in_text(&known, &text, value, found),
            (None | Some(_), None) | (None, Some(_)) => same_braces(known, value, found),
        }
    }
}

fn in_text(base: &str, text: &str, node: &Node, found: &mut Diagnostics) {
    let needed = Braces::of(base).names;
    let there = Braces::of(text);
    if let Some(open) = there.open {
        let values = vec![("name", open.to_owned())];
        found.add_with(Code::OpenBrace, &node.place, values);
        return;
    }
    let strange: Vec<&str> = (there.names.iter().copied())
        .filter(|name| !needed.contains(name))
        .collect();
    for name in &strange {
        let known = needed.iter().copied();
        found.unknown(Code::UnknownPlaceholder, &node.place, name, known);
    }
    // A misspelled name is missing as well; once is enough.
    if strange.is_empty() {
        for name in needed {
            if !there.names.contains(&name) {
                let values = vec![("name", name.to_owned())];
                found.add_with(Code::MissingPlaceholder, &node.place, values);
            }
        }
    }
}
