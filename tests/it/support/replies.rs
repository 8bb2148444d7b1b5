//! Replies that fit an asking shape, chosen by numbers that a test hands in, so that a failure can be replayed.

use weegwijzer::core::answer::{Blank, Cells, Choice, Own, OwnWeight, Pole, Weights};
use weegwijzer::core::ask::{Ask, FieldAsk, Reply};

/// Numbers to choose with. The same numbers make the same choices.
#[derive(Debug, Clone)]
pub(crate) struct Dice {
    state: u64,
    texts: u32,
    /// What its texts begin with.
    word: &'static str,
}

impl Dice {
    /// Begins with a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            state: seed ^ 0x9E37_79B9_7F4A_7C15,
            texts: 0,
            word: "eigen",
        }
    }

    /// As [`Dice::new`], with texts of digits only.
    pub(crate) fn without_letters(seed: u64) -> Self {
        Self {
            word: "",
            ..Self::new(seed)
        }
    }

    /// As [`Dice::new`], with texts that begin with a word of the test's own.
    pub(crate) fn saying(seed: u64, word: &'static str) -> Self {
        Self {
            word,
            ..Self::new(seed)
        }
    }

    /// A number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).expect("31 bits fit") % limit.max(1)
    }

    /// A text of its own: it is found wherever it ends up.
    pub(crate) fn text(&mut self) -> String {
        self.texts += 1;
        let number = self.below(1000);
        if self.word.is_empty() {
            format!("4{}7{number}", self.texts)
        } else {
            format!("{}{}x{number}", self.word, self.texts)
        }
    }
}

/// Makes a reply that fits.
#[expect(clippy::too_many_lines, reason = "one arm for each asking shape")]
pub(crate) fn fitting(ask: &Ask, dice: &mut Dice) -> Reply {
    match ask {
        Ask::Read { .. } => return Reply::Read,
        _ if dice.below(8) == 0 => return Reply::Blank(Blank::ALL[dice.below(2)]),
        _ => {}
    }
    match ask {
        Ask::Read { .. } => Reply::Read,
        Ask::Pick { offers } => Reply::Pick(offers[dice.below(offers.len())].id.clone()),
        Ask::Compare { columns, .. } => {
            Reply::Pick(columns[dice.below(columns.len())].offer.id.clone())
        }
        Ask::PickMany {
            offers,
            own,
            at_most,
        } => {
            let limit = at_most.unwrap_or(8);
            let mut choices: Vec<Choice> = offers
                .iter()
                .filter(|offer| !offer.alone && dice.below(3) == 0)
                .take(limit)
                .map(|offer| Choice::Item(offer.id.clone()))
                .collect();
            if *own && choices.len() < limit && dice.below(3) == 0 {
                choices.push(Choice::Own(Own {
                    key: 1,
                    text: dice.text(),
                }));
            }
            Reply::PickMany(choices)
        }
        Ask::Scale {
            lowest, highest, ..
        } => {
            let span = usize::try_from(highest - lowest + 1).expect("a scale has places");
            Reply::Scale(lowest + i64::try_from(dice.below(span)).expect("small"))
        }
        Ask::Rank { offers, top } => {
            let first = dice.below(offers.len());
            let count = 1 + dice.below((*top).min(offers.len()));
            Reply::Rank(
                (0..count)
                    .map(|step| offers[(first + step) % offers.len()].id.clone())
                    .collect(),
            )
        }
        Ask::Weigh {
            columns,
            items,
            own,
            ..
        } => {
            let mut weights = Weights::default();
            for item in items {
                let weight = dice.below(4);
                if weight > 0 {
                    weights
                        .given
                        .insert(item.id.clone(), u8::try_from(weight).expect("small"));
                }
            }
            if *own && dice.below(2) == 0 {
                let column = columns[dice.below(columns.len())].id.clone();
                weights.own.push(OwnWeight {
                    own: Own {
                        key: 1,
                        text: dice.text(),
                    },
                    column,
                    pole: Pole::For,
                    weight: 2,
                });
            }
            Reply::Weigh(weights)
        }
        Ask::Form { fields } => {
            let mut typed = Vec::new();
            for field in fields {
                if dice.below(4) == 0 {
                    continue;
                }
                let value = match &field.ask {
                    FieldAsk::Line => dice.text(),
                    FieldAsk::Day => "3-12-2026".to_owned(),
                    FieldAsk::Pick(offers) => offers[dice.below(offers.len())].id.to_string(),
                };
                typed.push((field.id.clone(), value));
            }
            Reply::Form(typed)
        }
        Ask::Grid { rows, columns, own } => {
            let mut cells = Cells::default();
            let mut fill = |row, dice: &mut Dice| {
                for column in columns {
                    if dice.below(2) == 0 {
                        let choice = column.offers[dice.below(column.offers.len())].id.clone();
                        cells
                            .cells
                            .entry(row)
                            .or_insert_with(Default::default)
                            .insert(column.id.clone(), choice);
                        return;
                    }
                }
            };
            for row in rows {
                fill(row.id.clone(), dice);
            }
            if *own && dice.below(2) == 0 {
                cells.own.push(Own {
                    key: 1,
                    text: dice.text(),
                });
            }
            Reply::Grid(cells)
        }
        Ask::Day => Reply::Day("2027-01-04".to_owned()),
        // A number alone would be one of the sentences.
        Ask::Line { offers, .. } if !offers.is_empty() => Reply::Text(format!("({})", dice.text())),
        Ask::Line { .. } | Ask::Lines { .. } => Reply::Text(dice.text()),
    }
}
