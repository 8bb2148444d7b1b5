//! From a mapping in a question file to a condition. Reports every mistake and reads on.

use crate::core::ids::{BEFORE, FieldId, ItemId, QuestionId};
use crate::core::kept::Text;
use crate::core::rule::condition::{Reference, Rule};
use crate::core::source::{
    Code, Diagnostics, Fields, Node, Shape, Value, check_keys, number_of, texts_of, wrong,
};

/// Reads a condition.
pub fn read(node: &Node, found: &mut Diagnostics) -> Rule {
    if node.shape() != Shape::Map {
        wrong(found, node, Shape::Map);
        return Rule::Always;
    }
    if node.pairs().is_empty() {
        found.add_with(
            Code::EmptyValue,
            &node.place,
            vec![("name", "when".to_owned())],
        );
    }
    // Which keys there can be depends on the questions.
    check_keys(node, found);
    let mut rules: Vec<Rule> = node
        .pairs()
        .iter()
        .filter_map(|(key, value)| one(key, value, found))
        .collect();
    if rules.len() == 1 {
        rules.pop().unwrap_or(Rule::Always)
    } else {
        Rule::All(rules)
    }
}

fn one(key: &Node, value: &Node, found: &mut Diagnostics) -> Option<Rule> {
    let name = key.text()?;
    Some(match name.as_str() {
        "all" => Rule::All(several(value, found)),
        "any" => Rule::Any(several(value, found)),
        "not" => Rule::Not(Box::new(read(value, found))),
        "answered" => {
            let of: Vec<Reference> = texts_of(value, &name, found)
                .into_iter()
                .map(|(text, place)| reference(&text, place))
                .collect();
            let mut rules: Vec<Rule> = of.into_iter().map(Box::new).map(Rule::Answered).collect();
            if rules.len() == 1 {
                rules.pop()?
            } else {
                Rule::All(rules)
            }
        }
        "at_least" => at_least(value, found),
        _ => {
            let one_of = match &value.value {
                Value::Text(_) | Value::Number(_) | Value::Flag(_) => texts_of(value, &name, found),
                Value::List(items) if !items.is_empty() => texts_of(value, &name, found),
                Value::Empty | Value::List(_) => {
                    found.add_with(Code::EmptyValue, &value.place, vec![("name", name)]);
                    return None;
                }
                Value::Map(_) => {
                    let near = ["all", "any", "not", "answered", "at_least"];
                    found.unknown(Code::UnknownCondition, &key.place, &name, near);
                    return None;
                }
            };
            let one_of = one_of
                .into_iter()
                .map(|(text, place)| (ItemId::new(&text), place.clone()))
                .collect();
            Rule::Is {
                of: Box::new(reference(&name, &key.place)),
                one_of,
            }
        }
    })
}

fn several(value: &Node, found: &mut Diagnostics) -> Vec<Rule> {
    if value.shape() != Shape::List {
        wrong(found, value, Shape::List);
        return Vec::new();
    }
    if value.items().is_empty() {
        found.add_with(
            Code::EmptyValue,
            &value.place,
            vec![("name", "when".to_owned())],
        );
    }
    value.items().iter().map(|node| read(node, found)).collect()
}

fn at_least(value: &Node, found: &mut Diagnostics) -> Rule {
    let mut fields = Fields::of(value, found);
    let of = fields
        .needed("of", found)
        .map(|node| texts_of(node, "of", found))
        .unwrap_or_default();
    let number = fields
        .needed("number", found)
        .and_then(|node| number_of(node, -100..=1000, found))
        .unwrap_or_default();
    let tag = fields
        .text("tag", found)
        .map(|tag| Box::new((Text::from(tag), fields.place_of("tag").clone())));
    fields.done(found);
    Rule::AtLeast {
        of: of
            .into_iter()
            .map(|(text, place)| reference(&text, place))
            .collect(),
        number,
        tag,
    }
}

/// Reads what a name in a condition means: a question, or a field of its form.
pub fn reference(text: &str, place: &crate::core::source::Place) -> Reference {
    let (earlier, text) = match text.strip_prefix(BEFORE) {
        Some(text) => (true, text),
        None => (false, text),
    };
    let (question, field) = text
        .split_once('.')
        .map_or((text, None), |(question, field)| {
            (question, Some(FieldId::new(field)))
        });
    let question = QuestionId::new(question);
    Reference {
        question: if earlier {
            question.another_time()
        } else {
            question
        },
        field,
        place: place.clone(),
    }
}
