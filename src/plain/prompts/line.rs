//! One line of text.

use crate::core::ask::{Ask, Reply};
use crate::core::words::{Words, fill};
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug)]
pub(super) struct Line;

impl Prompt for Line {
    fn name(&self) -> &'static str {
        "line"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        if let Ask::Line {
            example: Some(example),
            ..
        } = ask
        {
            page.line(&fill(&words.asking.example, &[("example", example)]));
        }
    }

    fn ask_now(&self, _ask: &Ask, words: &Words, _telling: Telling, page: &mut Page) {
        page.line(&words.plain.how.line);
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
            typed => Understood::Reply(Reply::Text(typed.to_owned())),
        })
    }

    fn takes_text(&self) -> bool {
        true
    }
}
