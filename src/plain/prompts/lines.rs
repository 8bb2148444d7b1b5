//! Text of several lines; an empty line ends it.
//!
//! What was typed stays until it is answered or cleared, also when something else is looked at in between.

use crate::core::ask::{Ask, Reply, Written};
use crate::core::words::{Words, fill};
use crate::plain::commands::told;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug, Default)]
pub(super) struct Lines {
    typed: Vec<String>,
}

impl Lines {
    fn reply(&self) -> Reply {
        Reply::Text(self.typed.join("\n"))
    }
}

impl Prompt for Lines {
    fn name(&self) -> &'static str {
        "lines"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        if let Ask::Lines {
            example: Some(example),
            ..
        } = ask
        {
            page.line(&fill(&words.asking.example, &[("example", example)]));
        }
    }

    fn ask_now(&self, _ask: &Ask, words: &Words, _telling: Telling, page: &mut Page) {
        if !self.typed.is_empty() {
            page.line(&words.plain.asking.so_far);
            for line in &self.typed {
                page.under(line);
            }
            page.line(&told(words, &words.plain.how.lines_on, &[]));
            return;
        }
        page.line(&words.plain.how.lines);
    }

    fn hear(
        &mut self,
        _ask: &Ask,
        _words: &Words,
        line: &str,
        _page: &mut Page,
    ) -> Result<Understood, String> {
        if !line.trim().is_empty() {
            self.typed.push(line.trim_end().to_owned());
            return Ok(Understood::Kept);
        }
        if self.typed.is_empty() {
            return Ok(Understood::Nothing);
        }
        Ok(Understood::Reply(self.reply()))
    }

    fn finish(&mut self, _ask: &Ask) -> Option<Reply> {
        (!self.typed.is_empty()).then(|| self.reply())
    }

    fn written(&self, _ask: &Ask) -> Vec<Written> {
        vec![Written::plain(&self.typed.join("\n"))]
    }

    fn takes_text(&self) -> bool {
        true
    }
}
