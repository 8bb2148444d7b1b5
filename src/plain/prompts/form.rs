//! Named fields, one after the other, each its own line.
//!
//! An empty line leaves a field as it stands, `-` empties it, `=` copies the example and then asks for each open place in
//! it. What was typed is heard by the same rules as the whole form, so that a mistake is said at its own field.

use std::collections::BTreeMap;

use crate::core::answer::Answer;
use crate::core::ask::{Ask, Field, FieldAsk, Offer, Reply, Written};
use crate::core::ids::FieldId;
use crate::core::text::has_open_slot;
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};
use crate::plain::prompts::replay::typed;

/// Takes over the words of the author.
const COPY: &str = "=";

/// An example that was copied, while its open places are asked for: the part that is settled, and the rest.
#[derive(Debug)]
struct Copied {
    settled: String,
    slot: String,
    rest: String,
}

#[derive(Debug, Default)]
pub(super) struct Form {
    values: BTreeMap<FieldId, String>,
    at: usize,
    copied: Option<Copied>,
}

fn fields(ask: &Ask) -> &[Field] {
    let Ask::Form { fields } = ask else {
        return &[];
    };
    fields
}

/// Finds the next open place, in square brackets, behind what is settled.
fn next_slot(settled: &str, rest: &str) -> Option<Copied> {
    let (before, after) = rest.split_once('[')?;
    let (slot, behind) = after.split_once(']')?;
    Some(Copied {
        settled: format!("{settled}{before}"),
        slot: format!("[{slot}]"),
        rest: behind.to_owned(),
    })
}

/// What stands in a field, as the person would say it.
fn shown(field: &Field, value: &str, words: &Words) -> String {
    let FieldAsk::Pick(offers) = &field.ask else {
        return value.to_owned();
    };
    offers
        .iter()
        .find(|offer| offer.id.as_str() == value)
        .map(|offer| words.say(&offer.label))
        .unwrap_or_default()
}

impl Form {
    pub(super) fn from(answer: Option<&Answer>) -> Self {
        let mut prompt = Self::default();
        if let Some(Answer::Form(filled)) = answer {
            prompt.values = filled
                .iter()
                .map(|(id, value)| (id.clone(), typed(value)))
                .collect();
        }
        prompt
    }

    fn reply(&mut self, ask: &Ask) -> Reply {
        self.at = 0;
        self.copied = None;
        Reply::Form(
            fields(ask)
                .iter()
                .filter_map(|field| Some((field.id.clone(), self.values.get(&field.id)?.clone())))
                .collect(),
        )
    }

    /// Goes to the next field, or takes the form as the reply behind the last one.
    fn advance(&mut self, ask: &Ask, words: &Words, page: &mut Page) -> Understood {
        self.at += 1;
        self.copied = None;
        if self.at >= fields(ask).len() {
            return Understood::Reply(self.reply(ask));
        }
        self.ask_now(ask, words, Telling::Short, page);
        Understood::Kept
    }

    /// Says whether a value can stand in a field, by the rules of the form.
    fn check(field: &Field, value: &str, words: &Words) -> Result<(), String> {
        let alone = Ask::Form {
            fields: vec![field.clone()],
        };
        let reply = Reply::Form(vec![(field.id.clone(), value.to_owned())]);
        alone
            .hear(words.numbered(&alone, reply))
            .map(|_| ())
            .map_err(|refusal| words.refusal(&refusal))
    }

    fn set(&mut self, field: &Field, value: String, words: &Words) -> Result<(), String> {
        Self::check(field, &value, words)?;
        self.values.insert(field.id.clone(), value);
        Ok(())
    }

    /// Hears what belongs in an open place of a copied example.
    fn hear_slot(
        &mut self,
        ask: &Ask,
        field: &Field,
        words: &Words,
        line: &str,
        page: &mut Page,
    ) -> Result<Understood, String> {
        let Some(copied) = self.copied.take() else {
            return Ok(Understood::Nothing);
        };
        // A second `=` can only mean what the first one did.
        let open = line.is_empty() || line == COPY;
        let filled = if open { &copied.slot } else { line };
        let settled = format!("{}{filled}", copied.settled);
        if let Some(next) = next_slot(&settled, &copied.rest) {
            self.copied = Some(next);
            self.ask_now(ask, words, Telling::Short, page);
            return Ok(Understood::Kept);
        }
        let value = format!("{settled}{}", copied.rest);
        if let Err(refusal) = Self::check(field, &value, words) {
            self.copied = Some(copied);
            return Err(refusal);
        }
        page.line(&fill(&words.plain.how.now_says, &[("text", &value)]));
        self.values.insert(field.id.clone(), value);
        Ok(self.advance(ask, words, page))
    }

    fn copy(
        &mut self,
        ask: &Ask,
        field: &Field,
        words: &Words,
        page: &mut Page,
    ) -> Result<Understood, String> {
        let Some(copy) = &field.copy else {
            return Err(words.plain.unclear.no_copy.clone());
        };
        if let Some(slot) = next_slot("", copy) {
            self.copied = Some(slot);
            page.line(&words.asking.slots);
            self.ask_now(ask, words, Telling::Short, page);
            return Ok(Understood::Kept);
        }
        self.set(field, copy.to_string(), words)?;
        page.line(&fill(&words.plain.how.now_says, &[("text", copy)]));
        Ok(self.advance(ask, words, page))
    }

    fn hear_pick(
        &mut self,
        field: &Field,
        offers: &[Offer],
        words: &Words,
        line: &str,
    ) -> Result<(), String> {
        let offer = choices::find(line, offers, words)?;
        self.values.insert(field.id.clone(), offer.id.to_string());
        Ok(())
    }
}

impl Prompt for Form {
    fn name(&self) -> &'static str {
        "form"
    }

    /// What stands in the fields before this one; the one that is asked for says its own.
    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        for field in fields(ask).iter().take(self.at) {
            if let Some(value) = self.values.get(&field.id) {
                page.line(&words.pair(&words.say(&field.label), &shown(field, value, words)));
            }
        }
    }

    fn ask_now(&self, ask: &Ask, words: &Words, telling: Telling, page: &mut Page) {
        let how = &words.plain.how;
        let all = fields(ask);
        let Some(field) = all.get(self.at) else {
            return;
        };
        if let Some(copied) = &self.copied {
            page.line(&fill(
                &how.now_says,
                &[(
                    "text",
                    &format!("{}{}{}", copied.settled, copied.slot, copied.rest),
                )],
            ));
            page.line(&fill(&how.slot, &[("slot", &copied.slot)]));
            return;
        }
        if telling == Telling::Full {
            page.line(&how.form_first);
        }
        page.gap();
        let label = words.say(&field.label);
        if all.len() > 1 {
            page.line(&fill(
                &words.plain.asking.field,
                &[
                    ("label", &label),
                    ("number", &(self.at + 1).to_string()),
                    ("all", &all.len().to_string()),
                ],
            ));
        } else {
            page.line(&label);
        }
        if let FieldAsk::Pick(offers) = &field.ask {
            choices::print(offers, 0, words, &|_| false, page);
        }
        if let Some(example) = field.example.as_ref().or(field.copy.as_ref()) {
            page.line(&fill(&words.asking.example, &[("example", example)]));
        }
        match &field.copy {
            Some(copy) if has_open_slot(copy) => page.line(&how.copy_open),
            Some(_) => page.line(&how.copy),
            None => {}
        }
        if let Some(value) = self.values.get(&field.id) {
            let said = shown(field, value, words);
            page.line(&fill(&words.plain.asking.now, &[("said", &said)]));
            page.line(&how.field_keep);
            return;
        }
        page.line(match &field.ask {
            FieldAsk::Line => &how.field_line,
            FieldAsk::Day => &how.field_day,
            FieldAsk::Pick(_) => &how.field_pick,
        });
    }

    fn hear(
        &mut self,
        ask: &Ask,
        words: &Words,
        line: &str,
        page: &mut Page,
    ) -> Result<Understood, String> {
        let Some(field) = fields(ask).get(self.at) else {
            return Ok(Understood::Reply(self.reply(ask)));
        };
        let line = line.trim();
        if self.copied.is_some() {
            return self.hear_slot(ask, field, words, line, page);
        }
        match (line, &field.ask) {
            ("", _) => {}
            ("-", _) => {
                self.values.remove(&field.id);
            }
            (COPY, _) => return self.copy(ask, field, words, page),
            (typed, FieldAsk::Pick(offers)) => self.hear_pick(field, offers, words, typed)?,
            (typed, FieldAsk::Line | FieldAsk::Day) => self.set(field, typed.to_owned(), words)?,
        }
        Ok(self.advance(ask, words, page))
    }

    fn finish(&mut self, ask: &Ask) -> Option<Reply> {
        Some(self.reply(ask))
    }

    fn back(&mut self, _ask: &Ask) -> bool {
        if self.copied.take().is_some() {
            return true;
        }
        let moved = self.at > 0;
        self.at = self.at.saturating_sub(1);
        moved
    }

    fn written(&self, ask: &Ask) -> Vec<Written> {
        let lines = fields(ask)
            .iter()
            .filter(|field| field.ask == FieldAsk::Line);
        lines
            .filter_map(|field| Some(Written::of_field(&field.id, self.values.get(&field.id)?)))
            .collect()
    }

    fn takes_text(&self) -> bool {
        true
    }
}
