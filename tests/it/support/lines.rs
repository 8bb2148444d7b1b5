//! How a person gives a reply line by line.

use weegwijzer::core::answer::{Blank, Choice, Pole};
use weegwijzer::core::ask::{Ask, FieldAsk, GridColumn, Offer, Reply, WeighItem};
use weegwijzer::core::ids::ItemId;

fn number(offers: &[Offer], id: &ItemId) -> String {
    let at = offers.iter().position(|offer| offer.id == *id);
    (at.expect("the thing is on offer") + 1).to_string()
}

/// The lines that give this reply.
pub(crate) fn lines(ask: &Ask, reply: &Reply) -> Vec<String> {
    match (ask, reply) {
        (_, Reply::Blank(blank)) => vec![
            match blank {
                Blank::NotKnown => ":unknown",
                Blank::Skipped => ":skip",
                Blank::NotNow => ":notnow",
                Blank::RatherNot => ":rathernot",
            }
            .to_owned(),
        ],
        (Ask::Pick { offers }, Reply::Pick(id)) => vec![number(offers, id)],
        (Ask::Compare { columns, .. }, Reply::Pick(id)) => {
            let offers: Vec<Offer> = columns.iter().map(|column| column.offer.clone()).collect();
            vec![number(&offers, id)]
        }
        (Ask::PickMany { offers, .. }, Reply::PickMany(choices)) => many(offers, choices),
        (Ask::Scale { lowest, poles, .. }, Reply::Scale(value)) => {
            vec![if *poles { value - lowest + 1 } else { *value }.to_string()]
        }
        (Ask::Rank { offers, .. }, Reply::Rank(ids)) => {
            let numbers: Vec<String> = ids.iter().map(|id| number(offers, id)).collect();
            vec![numbers.join(" ")]
        }
        (
            Ask::Weigh {
                columns,
                items,
                first,
                ..
            },
            Reply::Weigh(weights),
        ) => {
            let order = weigh_order(columns, items, *first);
            let mut lines = Vec::new();
            for (id, weight) in &weights.given {
                let at = order.iter().position(|item| item.id == *id);
                lines.push(format!("{}={weight}", at.expect("it is listed") + 1));
            }
            for entry in &weights.own {
                let column = columns.iter().position(|column| column.id == entry.column);
                lines.push(format!("+ {}", entry.own.text));
                lines.push((column.expect("it is weighed") * 2 + 1).to_string());
                lines.push(entry.weight.to_string());
            }
            lines.push(":next".to_owned());
            lines
        }
        (Ask::Form { fields }, Reply::Form(typed)) => fields
            .iter()
            .map(|field| {
                let value = typed.iter().find(|(id, _)| *id == field.id);
                match (&field.ask, value) {
                    (_, None) => String::new(),
                    (FieldAsk::Pick(offers), Some((_, id))) => number(offers, &ItemId::new(id)),
                    (FieldAsk::Line | FieldAsk::Day, Some((_, text))) => text.clone(),
                }
            })
            .collect(),
        (Ask::Grid { rows, columns, .. }, Reply::Grid(cells)) => {
            let mut lines = Vec::new();
            for row in rows {
                for (at, column) in columns.iter().enumerate() {
                    let filled = cells.cells.get(&row.id);
                    if GridColumn::is_settled(columns, filled, at) {
                        continue;
                    }
                    let choice = filled.and_then(|row| row.get(&column.id));
                    lines.push(
                        choice
                            .map(|id| number(&column.offers, id))
                            .unwrap_or_default(),
                    );
                }
            }
            for own in &cells.own {
                lines.push(own.text.clone());
                lines.extend(columns.iter().map(|_| String::new()));
            }
            lines.push(String::new());
            lines
        }
        (Ask::Day, Reply::Day(text)) | (Ask::Line { .. }, Reply::Text(text)) => vec![text.clone()],
        (Ask::Lines { .. }, Reply::Text(text)) => vec![text.clone(), String::new()],
        (Ask::Read { .. }, Reply::Read) => vec![String::new()],
        other => panic!("no lines for {other:?}"),
    }
}

fn many(offers: &[Offer], choices: &[Choice]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut numbers = Vec::new();
    for choice in choices {
        match choice {
            Choice::Own(own) => lines.push(format!("+ {}", own.text)),
            Choice::Item(id) => numbers.push(number(offers, id)),
        }
    }
    lines.push(match (numbers.is_empty(), lines.is_empty()) {
        (false, _) => numbers.join(" "),
        (true, true) => "0".to_owned(),
        (true, false) => ":next".to_owned(),
    });
    lines
}

/// Considerations in the order in which they are numbered: what is shown first, then the rest.
fn weigh_order<'a>(columns: &[Offer], items: &'a [WeighItem], first: usize) -> Vec<&'a WeighItem> {
    let mut shown = Vec::new();
    let mut rest = Vec::new();
    for column in columns {
        for pole in [Pole::For, Pole::Against] {
            let side = items
                .iter()
                .filter(|item| item.column == column.id && item.pole == pole);
            for (number, item) in side.enumerate() {
                if number < first {
                    shown.push(item);
                } else {
                    rest.push(item);
                }
            }
        }
    }
    shown.into_iter().chain(rest).collect()
}
