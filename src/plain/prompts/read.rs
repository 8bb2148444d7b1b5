//! Something to read, with its facts; Enter goes on.

use crate::core::ask::{Ask, Reply};
use crate::core::words::{Words, fill};
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug)]
pub(super) struct Read;

impl Prompt for Read {
    fn name(&self) -> &'static str {
        "read"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        let Ask::Read { body, facts } = ask else {
            return;
        };
        page.line(body);
        for fact in facts {
            page.gap();
            page.line(&fact.text);
            page.under(&fill(&words.asking.who, &[("who", &fact.who)]));
            page.under(&fill(&words.asking.source, &[("source", &fact.source)]));
            page.under(&fill(&words.asking.sure, &[("sure", &fact.sure)]));
        }
        if !facts.is_empty() {
            page.gap();
        }
    }

    fn ask_now(&self, _ask: &Ask, words: &Words, _telling: Telling, page: &mut Page) {
        page.line(&words.plain.how.read);
    }

    fn hear(
        &mut self,
        _ask: &Ask,
        _words: &Words,
        line: &str,
        _page: &mut Page,
    ) -> Result<Understood, String> {
        Ok(if line.trim().is_empty() {
            Understood::Reply(Reply::Read)
        } else {
            Understood::Nothing
        })
    }

    fn finish(&mut self, _ask: &Ask) -> Option<Reply> {
        Some(Reply::Read)
    }
}
