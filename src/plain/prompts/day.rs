//! A day, as people type it.

use crate::core::ask::{Ask, Reply};
use crate::core::words::Words;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug)]
pub(super) struct Day;

impl Prompt for Day {
    fn name(&self) -> &'static str {
        "day"
    }

    fn ask_now(&self, _ask: &Ask, words: &Words, _telling: Telling, page: &mut Page) {
        page.line(&words.plain.how.day);
    }

    fn hear(
        &mut self,
        _ask: &Ask,
        _words: &Words,
        line: &str,
        _page: &mut Page,
    ) -> Result<Understood, String> {
        Ok(match line.trim() {
            "" => Understood::Nothing,
            typed => Understood::Reply(Reply::Day(typed.to_owned())),
        })
    }
}
