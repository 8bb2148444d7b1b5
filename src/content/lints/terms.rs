//! Every word that the glossary explains can be opened at the question where it stands.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::lints::shown::shown;
use crate::core::fact::Term;
use crate::core::kept::Text;
use crate::core::source::{Code, Diagnostics, Node};

/// The forms of every term: the longest first, so that a word within another is not taken for it.
pub fn forms(terms: &[Arc<Term>]) -> Vec<(&str, &Term)> {
    let all = terms.iter().flat_map(|term| {
        let also = term.also.iter().map(Text::as_str);
        std::iter::once(&*term.word)
            .chain(also)
            .map(|form| (form, &**term))
    });
    let mut forms: Vec<(&str, &Term)> = all.collect();
    forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.chars().count()));
    forms
}

/// Looks at the own texts of every question of a guide; `words` is the guide itself, or the language laid over it.
pub fn openable(
    guide: &Node,
    words: &Node,
    lang: &str,
    terms: &[Arc<Term>],
    found: &mut Diagnostics,
) {
    let forms = forms(terms);
    let texts = shown(words, lang, false);
    for step in guide.get("steps").into_iter().flat_map(Node::items) {
        for question in step.get("questions").into_iter().flat_map(Node::items) {
            let id = question.get("id").and_then(Node::text);
            let open: Vec<String> = question
                .get("terms")
                .map(|terms| match terms.items() {
                    [] => terms.text().into_iter().collect(),
                    items => items.iter().filter_map(Node::text).collect(),
                })
                .unwrap_or_default();
            let own = texts.iter().filter(|shown| shown.question == id);
            // What only a coach reads is explained nowhere; a short name repeats the question.
            let own =
                own.filter(|shown| !["prompts", "pitfall", "short"].contains(&shown.name.as_str()));
            let mut told = BTreeSet::new();
            for shown in own {
                for term in within(&shown.text, &forms) {
                    if !open.iter().any(|id| id == term) && told.insert(term) {
                        let values = vec![("name", term.to_owned())];
                        found.add_with(Code::MissingTerm, &shown.place, values);
                    }
                }
            }
        }
    }
}

/// The terms that stand in a text.
pub fn within<'a>(text: &str, forms: &[(&str, &'a Term)]) -> BTreeSet<&'a str> {
    let rest = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Letter by letter, because small letters can take more room than large ones.
    let mut rest: Vec<char> = rest.chars().collect();
    let mut found = BTreeSet::new();
    for (form, term) in forms {
        // A name such as UWV is only that word in capitals.
        let name = form.chars().take(2).all(char::is_uppercase);
        let wanted: Vec<char> = form.chars().collect();
        let same = |one: &char, other: &char| {
            one == other || !name && one.to_lowercase().eq(other.to_lowercase())
        };
        let part =
            |sign: Option<&char>| sign.is_some_and(|sign| sign.is_alphanumeric() || *sign == '-');
        let mut at = 0;
        while let Some(here) = rest.get(at..at + wanted.len()) {
            let fits = here
                .iter()
                .zip(&wanted)
                .all(|(one, other)| same(one, other));
            let before = at.checked_sub(1).and_then(|before| rest.get(before));
            let is_word = !part(before) && !part(rest.get(at + wanted.len()));
            if fits && is_word && !wanted.is_empty() {
                found.insert(term.id.as_str());
                let gap = rest.iter_mut().skip(at).take(wanted.len());
                gap.for_each(|letter| *letter = '_');
            }
            at += 1;
        }
    }
    found
}
