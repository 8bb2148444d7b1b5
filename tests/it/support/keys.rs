//! How a person gives a reply with keys, on the full screen.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use weegwijzer::core::answer::{Blank, Cells, Choice, Pole, Weights};
use weegwijzer::core::ask::{Ask, Field, FieldAsk, GridColumn, Offer, Reply, WeighItem};
use weegwijzer::core::ids::{FieldId, ItemId};
use weegwijzer::tui::terminal::Message;

/// Reads a key script: names of keys with `*` and a number, and `'text` for typed text with `_` for a space.
pub(crate) fn keys(script: &str) -> Vec<Event> {
    let mut events = Vec::new();
    for word in script.split_whitespace() {
        if let Some(typed) = word.strip_prefix('\'') {
            events.extend(
                typed
                    .replace('_', " ")
                    .chars()
                    .map(|c| plain(KeyCode::Char(c))),
            );
            continue;
        }
        let (name, times) = word.split_once('*').unwrap_or((word, "1"));
        let event = match name {
            "up" => plain(KeyCode::Up),
            "down" => plain(KeyCode::Down),
            "left" => plain(KeyCode::Left),
            "right" => plain(KeyCode::Right),
            "home" => plain(KeyCode::Home),
            "end" => plain(KeyCode::End),
            "enter" => plain(KeyCode::Enter),
            "tab" => plain(KeyCode::Tab),
            "esc" => plain(KeyCode::Esc),
            "space" => plain(KeyCode::Char(' ')),
            "backspace" => plain(KeyCode::Backspace),
            name if name.starts_with('f') && name.len() > 1 => {
                plain(KeyCode::F(name[1..].parse().expect("a function key")))
            }
            name if name.starts_with("ctrl-") => {
                let c = name.chars().last().expect("a letter");
                Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL))
            }
            name if name.chars().count() == 1 => {
                plain(KeyCode::Char(name.chars().next().expect("a letter")))
            }
            other => panic!("no key is called {other}"),
        };
        events.extend(std::iter::repeat_n(event, times.parse().expect("a number")));
    }
    events
}

/// What a terminal sends for a key script.
pub(crate) fn bytes(script: &str) -> String {
    let of = |event: &Event| {
        let Event::Key(key) = event else {
            return String::new();
        };
        match key.code {
            KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => {
                char::from(c as u8 & 0x1f).to_string()
            }
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Enter => "\r".to_owned(),
            KeyCode::Tab => "\t".to_owned(),
            KeyCode::Esc => "\u{1b}".to_owned(),
            KeyCode::Up => "\u{1b}[A".to_owned(),
            KeyCode::Down => "\u{1b}[B".to_owned(),
            KeyCode::Right => "\u{1b}[C".to_owned(),
            KeyCode::Left => "\u{1b}[D".to_owned(),
            KeyCode::Home => "\u{1b}[H".to_owned(),
            KeyCode::End => "\u{1b}[F".to_owned(),
            KeyCode::F(number @ 1..=4) => format!("\u{1b}O{}", char::from(b'O' + number)),
            KeyCode::F(5) => "\u{1b}[15~".to_owned(),
            KeyCode::F(number) => format!("\u{1b}[{}~", number + 11),
            other => panic!("no terminal sends {other:?}"),
        }
    };
    keys(script).iter().map(of).collect()
}

/// As [`keys`], one key after the other; `pause` is a while without a key.
pub(crate) fn messages(script: &str) -> Vec<Message> {
    let mut messages = Vec::new();
    for word in script.split_whitespace() {
        if word == "pause" {
            messages.push(Message::Quiet);
        } else {
            let events = keys(word).into_iter();
            messages.extend(events.map(|event| Message::Events(vec![event])));
        }
    }
    messages
}

fn plain(code: KeyCode) -> Event {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn at(offers: &[Offer], id: &ItemId) -> usize {
    offers
        .iter()
        .position(|offer| offer.id == *id)
        .expect("the thing is on offer")
}

fn down(times: usize) -> String {
    if times == 0 {
        "home".to_owned()
    } else {
        format!("home down*{times}")
    }
}

/// The key script that gives this reply.
pub(crate) fn script(ask: &Ask, reply: &Reply) -> String {
    match (ask, reply) {
        (_, Reply::Blank(blank)) => match blank {
            Blank::NotKnown => "f5",
            Blank::Skipped => "f6",
            Blank::NotNow => "f7",
            Blank::RatherNot => "f8",
        }
        .to_owned(),
        (Ask::Pick { offers }, Reply::Pick(id)) => format!("{} enter", down(at(offers, id))),
        (Ask::Compare { columns, .. }, Reply::Pick(id)) => {
            let place = columns
                .iter()
                .position(|column| column.offer.id == *id)
                .expect("it is compared");
            format!("1 {} enter", "right ".repeat(place))
        }
        (Ask::PickMany { offers, .. }, Reply::PickMany(choices)) => {
            let mut script = String::new();
            for choice in choices {
                match choice {
                    Choice::Item(id) => {
                        script.push_str(&format!("{} space ", down(at(offers, id))));
                    }
                    Choice::Own(own) => script.push_str(&format!("end enter '{} enter ", own.text)),
                }
            }
            script + "enter"
        }
        (
            Ask::Scale {
                lowest,
                poles: false,
                ..
            },
            Reply::Scale(value),
        ) => format!("right*{} enter", value - lowest + 1),
        (Ask::Scale { .. }, Reply::Scale(value)) => match value.signum() {
            0 => "right enter".to_owned(),
            -1 => format!("right left*{} enter", value.abs()),
            _ => format!("right right*{value} enter"),
        },
        (Ask::Rank { offers, .. }, Reply::Rank(ids)) => {
            let picked: Vec<String> = ids
                .iter()
                .map(|id| format!("{} space", down(at(offers, id))))
                .collect();
            format!("{} enter", picked.join(" "))
        }
        (
            Ask::Weigh {
                columns,
                items,
                own,
                first,
            },
            Reply::Weigh(weights),
        ) => weigh(columns, items, *own, *first, weights),
        (Ask::Form { fields }, Reply::Form(typed)) => form(fields, typed),
        (Ask::Grid { rows, columns, .. }, Reply::Grid(cells)) => grid(rows, columns, cells),
        (Ask::Day, Reply::Day(text))
        | (Ask::Line { .. } | Ask::Lines { .. }, Reply::Text(text)) => format!("'{text} enter"),
        (Ask::Read { .. }, Reply::Read) => "end enter".to_owned(),
        other => panic!("no keys for {other:?}"),
    }
}

/// Each option in turn: the rest is opened, weights are typed as digits, own considerations are added.
fn weigh(
    columns: &[Offer],
    items: &[WeighItem],
    own: bool,
    first: usize,
    weights: &Weights,
) -> String {
    let side = |column: &Offer, pole| {
        items
            .iter()
            .filter(move |item| item.column == column.id && item.pole == pole)
            .collect::<Vec<_>>()
    };
    let hidden = columns.iter().any(|column| {
        [Pole::For, Pole::Against]
            .iter()
            .any(|pole| side(column, *pole).len() > first)
    });
    let mut script = if hidden {
        "end space ".to_owned()
    } else {
        String::new()
    };
    for column in columns {
        let (in_favor, against) = (side(column, Pole::For), side(column, Pole::Against));
        let mut rows: Vec<Option<&WeighItem>> = in_favor.iter().copied().map(Some).collect();
        if own {
            rows.push(None);
        }
        rows.extend(against.into_iter().map(Some));
        for (row, item) in rows.iter().enumerate() {
            if let Some(weight) = item.and_then(|item| weights.given.get(&item.id)) {
                script.push_str(&format!("{} {weight} ", down(row)));
            }
        }
        for entry in weights.own.iter().filter(|entry| entry.column == column.id) {
            script.push_str(&format!(
                "{} enter '{} enter {} ",
                down(in_favor.len()),
                entry.own.text,
                entry.weight
            ));
        }
        script.push_str("tab ");
    }
    script + "enter"
}

fn form(fields: &[Field], typed: &[(FieldId, String)]) -> String {
    let mut script = String::new();
    for field in fields {
        let value = typed
            .iter()
            .find(|(id, _)| *id == field.id)
            .map(|(_, value)| value);
        script.push_str(&match (&field.ask, value) {
            (FieldAsk::Pick(offers), Some(id)) => {
                format!("down*{} enter ", at(offers, &ItemId::new(id))).replace("down*0", "")
            }
            (FieldAsk::Pick(offers), None) => format!("down*{} enter ", offers.len()),
            (FieldAsk::Line | FieldAsk::Day, Some(text)) => format!("'{text} enter "),
            (FieldAsk::Line | FieldAsk::Day, None) => "enter ".to_owned(),
        });
    }
    script
}

fn grid(rows: &[Offer], columns: &[GridColumn], cells: &Cells) -> String {
    let mut script = "home ".to_owned();
    for row in rows {
        for column in columns {
            if let Some(choice) = cells.cells.get(&row.id).and_then(|row| row.get(&column.id)) {
                let place = at(&column.offers, choice);
                script.push_str(&format!("space {} enter ", down(place)));
            }
            script.push_str("down ");
        }
    }
    for own in &cells.own {
        script.push_str(&format!("end enter '{} enter ", own.text));
    }
    script + "home enter"
}
