//! The health words put to the test: each entry on its own examples, and all of them on sentences about the work.
//!
//! Knows what an entry promises, not how a text is matched. Examples are tried only when everything was read without a mistake,
//! because half a list proves nothing.

use std::collections::BTreeSet;

use crate::core::source::{Code, Diagnostics, Node, Place};
use crate::privacy::{Finding, Language, Level, Lexicon, check};

/// How many sentences a group of rewordings offers.
const SENTENCES: std::ops::RangeInclusive<usize> = 3..=5;

/// Reports everything that is wrong in health-word files; `work` holds sentences that may never stop.
pub fn test(files: &[Node], work: &[(String, Place)], found: &mut Diagnostics) {
    let mut mistakes = Diagnostics::default();
    let lexicon = Lexicon::read(files, &mut mistakes);
    reviews(files, &mut mistakes);
    rewordings(files, &mut mistakes);
    if mistakes.is_empty() {
        examples(files, &lexicon, &mut mistakes);
        for (text, place) in work {
            stays_clean(text, place, Code::WorkStopped, &lexicon, &mut mistakes);
        }
        for group in groups(files) {
            for node in group.get("say").into_iter().flat_map(Node::items) {
                let text = node.text().unwrap_or_default();
                stays_clean(
                    &text,
                    &node.place,
                    Code::RewordingStopped,
                    &lexicon,
                    &mut mistakes,
                );
            }
        }
    }
    found.append(mistakes);
}

/// Returns the sentences of a list that can go to paper: wishes, signs, strengths, with their agreements. What weighs for and
/// against telling may speak of illness, so considerations are left out.
pub fn sentences(list: &Node) -> Vec<(String, Place)> {
    let Some(items) = list.get("items") else {
        return Vec::new();
    };
    let items: Vec<&Node> = items
        .items()
        .iter()
        .chain(items.pairs().iter().map(|(_, item)| item))
        .collect();
    if items.iter().any(|item| item.get("column").is_some()) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for item in items {
        texts(item, &["label", "softer", "say"], &mut out);
        let Some(agreement) = item.get("agreement") else {
            continue;
        };
        let parts = ["who", "what", "when", "notice"];
        texts(agreement, &parts, &mut out);
        for part in parts.iter().filter_map(|part| agreement.get(part)) {
            texts(part, &["text", "example", "general"], &mut out);
        }
    }
    out
}

fn texts(node: &Node, names: &[&str], out: &mut Vec<(String, Place)>) {
    for value in names.iter().filter_map(|name| node.get(name)) {
        out.extend(value.text().map(|text| (text, value.place.clone())));
    }
}

/// Every entry finds its own examples, in the list of its own language: a word that two languages share is found by both.
fn examples(files: &[Node], lexicon: &Lexicon, found: &mut Diagnostics) {
    for (language, name) in [(Language::Dutch, "nl"), (Language::English, "en")] {
        let own: Vec<Node> = files
            .iter()
            .filter(|file| {
                file.get("entries").is_none()
                    || file.get("language").and_then(Node::text).as_deref() == Some(name)
            })
            .cloned()
            .collect();
        let alone = Lexicon::read(&own, &mut Diagnostics::default());
        for entry in alone
            .entries()
            .iter()
            .filter(|entry| entry.language() == language)
        {
            for text in entry.hits() {
                let is_found = check(text, &alone)
                    .iter()
                    .any(|finding| *finding.rule == *entry.id() && finding.level == entry.level());
                if !is_found {
                    let values = vec![("name", entry.id().to_owned()), ("text", text.clone())];
                    found.add_with(Code::ExampleMissed, entry.place(), values);
                }
            }
            for text in entry.clean() {
                stays_clean(text, entry.place(), Code::ExampleStopped, lexicon, found);
            }
        }
    }
}

/// Reports a sentence that is stopped, with the rule that does it.
fn stays_clean(text: &str, place: &Place, code: Code, lexicon: &Lexicon, found: &mut Diagnostics) {
    let is_stop = |finding: &Finding| finding.level == Level::Stop;
    if let Some(stop) = check(text, lexicon).into_iter().find(is_stop) {
        let values = vec![("name", stop.rule.to_string()), ("text", text.to_owned())];
        found.add_with(code, place, values);
    }
}

/// Every entry has room for the name and the day of who looked at it.
fn reviews(files: &[Node], found: &mut Diagnostics) {
    for entry in listed(files, "entries") {
        let reviewed = entry.get("reviewed");
        let is_whole =
            reviewed.is_some_and(|node| node.get("by").is_some() && node.get("on").is_some());
        if !is_whole {
            let place = reviewed.map_or(&entry.place, |node| &node.place);
            found.add(Code::MissingReview, place);
        }
    }
}

/// Every group of rewordings speaks each language, offers a few sentences, and is named by an entry.
fn rewordings(files: &[Node], found: &mut Diagnostics) {
    let named: BTreeSet<String> = files
        .iter()
        .chain(listed(files, "entries"))
        .filter_map(|node| node.get("reword")?.text())
        .collect();
    let languages: Vec<BTreeSet<String>> = ["nl", "en"]
        .iter()
        .map(|name| {
            files
                .iter()
                .filter(|file| file.get("language").and_then(Node::text).as_deref() == Some(*name))
                .flat_map(|file| file.get("rewordings").into_iter().flat_map(Node::items))
                .filter_map(id)
                .collect()
        })
        .collect();
    let mut unused = BTreeSet::new();
    for group in groups(files) {
        let name = id(group).unwrap_or_default();
        let say = group.get("say").map_or(0, |say| say.items().len());
        if !SENTENCES.contains(&say) {
            let values = vec![
                ("name", name.clone()),
                ("number", say.to_string()),
                ("low", SENTENCES.start().to_string()),
                ("high", SENTENCES.end().to_string()),
            ];
            found.add_with(Code::RewordingCount, &group.place, values);
        }
        if languages.iter().any(|ids| !ids.contains(&name)) {
            found.add_with(
                Code::MissingWording,
                &group.place,
                vec![("name", name.clone())],
            );
        }
        // Once for all languages.
        if !named.contains(&name) && unused.insert(name.clone()) {
            found.add_with(Code::UnusedRewording, &group.place, vec![("name", name)]);
        }
    }
}

fn groups(files: &[Node]) -> impl Iterator<Item = &Node> {
    listed(files, "rewordings")
}

fn listed<'a>(files: &'a [Node], name: &'static str) -> impl Iterator<Item = &'a Node> {
    files
        .iter()
        .flat_map(move |file| file.get(name).into_iter().flat_map(Node::items))
}

fn id(node: &Node) -> Option<String> {
    node.get("id")?.text()
}
