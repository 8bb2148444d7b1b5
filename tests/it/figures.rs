//! How well the health-word check does on sentences with known answers: the table by category, form and language.
//!
//! `health-dev` was there while the lists were made. The others were written by people who had not seen the lists, and were
//! scored before anyone looked; then they taught the lists what was missing. So these figures are floors, no promise about
//! other sentences. A hint is no alarm.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use weegwijzer::content::parse;
use weegwijzer::privacy::{Finding, Level, Lexicon, check};

use crate::support::health::lexicon;

/// The least that every set must reach: of its leaks, of its spans in any category, and the most alarms on clean text.
struct Floors {
    recall: f64,
    category: f64,
    tight: f64,
    alarms: f64,
}

/// The set that was there while the lists were made.
const BUILT_ON: Floors = Floors {
    recall: 0.98,
    category: 0.95,
    tight: 0.90,
    alarms: 0.02,
};
/// The first set of others.
const FIRST: Floors = Floors {
    recall: 0.98,
    category: 0.92,
    tight: 0.90,
    alarms: 0.03,
};
/// The sets that taught the most.
const EARLY: Floors = Floors {
    recall: 0.97,
    category: 0.90,
    tight: 0.85,
    alarms: 0.04,
};
/// The sets that came later.
const LATER: Floors = Floors {
    recall: 0.97,
    category: 0.90,
    tight: 0.83,
    alarms: 0.04,
};
/// The last sets.
const LAST: Floors = Floors {
    recall: 0.97,
    category: 0.90,
    tight: 0.83,
    alarms: 0.03,
};

const SETS: [(&str, &str, Floors); 22] = [
    (
        "health-dev",
        include_str!("../data/health-dev.jsonl"),
        BUILT_ON,
    ),
    (
        "health-unseen-1",
        include_str!("../data/health-unseen-1.jsonl"),
        FIRST,
    ),
    (
        "health-practice-a",
        include_str!("../data/health-practice-a.jsonl"),
        EARLY,
    ),
    (
        "health-practice-b",
        include_str!("../data/health-practice-b.jsonl"),
        EARLY,
    ),
    (
        "health-practice-c",
        include_str!("../data/health-practice-c.jsonl"),
        EARLY,
    ),
    (
        "health-practice-d",
        include_str!("../data/health-practice-d.jsonl"),
        EARLY,
    ),
    (
        "health-practice-e",
        include_str!("../data/health-practice-e.jsonl"),
        LATER,
    ),
    (
        "health-practice-f",
        include_str!("../data/health-practice-f.jsonl"),
        LATER,
    ),
    (
        "health-practice-g",
        include_str!("../data/health-practice-g.jsonl"),
        LATER,
    ),
    (
        "health-practice-h",
        include_str!("../data/health-practice-h.jsonl"),
        LATER,
    ),
    (
        "health-practice-i",
        include_str!("../data/health-practice-i.jsonl"),
        LATER,
    ),
    (
        "health-practice-j",
        include_str!("../data/health-practice-j.jsonl"),
        LATER,
    ),
    (
        "health-practice-k",
        include_str!("../data/health-practice-k.jsonl"),
        LATER,
    ),
    (
        "health-practice-l",
        include_str!("../data/health-practice-l.jsonl"),
        LATER,
    ),
    (
        "health-practice-m",
        include_str!("../data/health-practice-m.jsonl"),
        LATER,
    ),
    (
        "health-practice-n",
        include_str!("../data/health-practice-n.jsonl"),
        LAST,
    ),
    (
        "health-practice-o",
        include_str!("../data/health-practice-o.jsonl"),
        LAST,
    ),
    (
        "health-unseen-2",
        include_str!("../data/health-unseen-2.jsonl"),
        LATER,
    ),
    (
        "health-unseen-3",
        include_str!("../data/health-unseen-3.jsonl"),
        LAST,
    ),
    (
        "health-unseen-4",
        include_str!("../data/health-unseen-4.jsonl"),
        LAST,
    ),
    (
        "health-unseen-5",
        include_str!("../data/health-unseen-5.jsonl"),
        LAST,
    ),
    (
        "health-unseen-6",
        include_str!("../data/health-unseen-6.jsonl"),
        LAST,
    ),
];

#[derive(Debug, Deserialize)]
struct Sentence {
    id: String,
    lang: String,
    text: String,
    leak: bool,
    note: String,
    spans: Vec<Span>,
    #[serde(default)]
    optional: Vec<Place>,
}

#[derive(Debug, Deserialize)]
struct Span {
    start: usize,
    end: usize,
    category: String,
    #[serde(default)]
    forms: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Place {
    start: usize,
    end: usize,
}

/// How many of how many.
#[derive(Debug, Default, Clone, Copy)]
struct Share(u32, u32);

impl Share {
    fn count(&mut self, holds: bool) {
        self.0 += u32::from(holds);
        self.1 += 1;
    }

    /// The part that holds; `empty` when there was nothing to count.
    fn part(self, empty: f64) -> f64 {
        if self.1 == 0 {
            empty
        } else {
            f64::from(self.0) / f64::from(self.1)
        }
    }
}

/// What was counted on one set.
#[derive(Debug, Default)]
struct Figures {
    recall: BTreeMap<String, Share>,
    alarms: BTreeMap<String, Share>,
    kinds: BTreeMap<String, Share>,
    categories: BTreeMap<String, Share>,
    forms: BTreeMap<String, Share>,
    /// Spans that are marked well, and marks that lie well.
    tight: (Share, Share),
    functional: Vec<String>,
    missed: Vec<String>,
    wrong: Vec<String>,
}

fn shared(finding: &Finding, start: usize, end: usize) -> usize {
    let chars = &finding.span.chars;
    chars.end.min(end).saturating_sub(chars.start.max(start))
}

fn lies_well(finding: &Finding, start: usize, end: usize) -> bool {
    let common = shared(finding, start, end);
    2 * common >= finding.span.chars.len() + (end - start) - common
}

impl Figures {
    fn of(sentences: &[Sentence], lexicon: &Lexicon) -> Self {
        let mut figures = Self::default();
        for sentence in sentences {
            let mut found = check(&sentence.text, lexicon);
            found.retain(|finding| finding.level == Level::Stop);
            figures.add(sentence, &found);
        }
        figures
    }

    fn add(&mut self, sentence: &Sentence, found: &[Finding]) {
        let alarm = !found.is_empty();
        let shown = format!("{} {}", sentence.id, sentence.text);
        let table = if sentence.leak {
            &mut self.recall
        } else {
            &mut self.alarms
        };
        for name in ["all", &sentence.lang] {
            table.entry(name.to_owned()).or_default().count(alarm);
        }
        match (sentence.leak, alarm) {
            (true, false) => self.missed.push(shown),
            (false, true) if sentence.note == "functional" => self.functional.push(shown),
            (false, true) => self.wrong.push(shown),
            (true, true) | (false, false) => {}
        }
        if !sentence.leak {
            self.kinds
                .entry(sentence.note.clone())
                .or_default()
                .count(alarm);
        }
        for span in &sentence.spans {
            let caught = found
                .iter()
                .any(|finding| shared(finding, span.start, span.end) > 0);
            self.categories
                .entry(span.category.clone())
                .or_default()
                .count(caught);
            for form in &span.forms {
                self.forms.entry(form.clone()).or_default().count(caught);
            }
            self.tight.0.count(
                found
                    .iter()
                    .any(|finding| lies_well(finding, span.start, span.end)),
            );
        }
        for finding in found {
            let on_span = sentence
                .spans
                .iter()
                .any(|span| shared(finding, span.start, span.end) > 0);
            let on_optional = sentence
                .optional
                .iter()
                .any(|place| shared(finding, place.start, place.end) > 0);
            if on_span || !on_optional {
                self.tight.1.count(
                    sentence
                        .spans
                        .iter()
                        .any(|span| lies_well(finding, span.start, span.end)),
                );
            }
        }
    }

    /// The harmonic mean of how many spans are marked well, and how many marks lie well.
    fn tight(&self) -> f64 {
        let (recall, precision) = (self.tight.0.part(1.0), self.tight.1.part(1.0));
        if recall + precision > 0.0 {
            2.0 * recall * precision / (recall + precision)
        } else {
            0.0
        }
    }

    fn table(&self, set: &str) -> String {
        let mut out = format!("\n{set}, tight F1 {:.3}\n", self.tight());
        let parts = [
            ("recall by language", &self.recall),
            ("false alarms by language", &self.alarms),
            ("false alarms by kind", &self.kinds),
            ("spans by category", &self.categories),
            ("spans by form", &self.forms),
        ];
        for (title, shares) in parts {
            let _ = writeln!(out, "  {title}");
            for (name, share) in shares {
                let _ = writeln!(
                    out,
                    "    {name:<14} {:.3} ({} of {})",
                    share.part(0.0),
                    share.0,
                    share.1
                );
            }
        }
        let _ = writeln!(
            out,
            "  missed {:#?}\n  wrong {:#?}",
            self.missed, self.wrong
        );
        out
    }
}

#[test]
fn sentences_with_known_answers_are_judged_well_enough() {
    let lexicon = lexicon();
    let mut below = Vec::new();
    for (set, text, floors) in SETS {
        let sentences: Vec<Sentence> = text
            .lines()
            .map(|line| parse::typed(set, line).expect("every line is one sentence"))
            .collect();
        let figures = Figures::of(&sentences, &lexicon);
        println!("{}", figures.table(set));
        let part = |table: &BTreeMap<String, Share>| {
            table.get("all").copied().unwrap_or_default().part(0.0)
        };
        let (recall, alarms) = (part(&figures.recall), part(&figures.alarms));
        if recall < floors.recall {
            below.push(format!("{set}: recall {recall:.3}"));
        }
        if alarms > floors.alarms {
            below.push(format!("{set}: false alarms {alarms:.3}"));
        }
        if figures.tight() < floors.tight {
            below.push(format!("{set}: tight F1 {:.3}", figures.tight()));
        }
        for (name, share) in &figures.categories {
            if share.part(1.0) < floors.category {
                below.push(format!("{set}: {name} {:.3}", share.part(1.0)));
            }
        }
        below.extend(
            figures
                .functional
                .iter()
                .map(|text| format!("{set}, about the work: {text}")),
        );
    }
    assert!(below.is_empty(), "{below:#?}");
}
