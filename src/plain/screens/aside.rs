//! What is beside the questions: a dossier, or whose computer this is.

use crate::app::dossier::secret::Secret;
use crate::app::intent::Intent;
use crate::app::view::{AsideBody, AsideView};
use crate::core::words::Words;
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::page::Page;

/// Whether what is typed can be kept from the screen here.
const CAN_HIDE: bool = cfg!(unix);

/// Prints what to know and what can be done.
pub fn print(view: &AsideView, words: &Words, page: &mut Page) {
    page.line(&view.title);
    for text in &view.text {
        page.line(text);
    }
    if !view.exact.is_empty() {
        page.gap();
        for line in &view.exact {
            page.line(line);
        }
    }
    // Here a talk begins: how to cover what stands there must be known before it does.
    if view.moment == "plan" {
        page.line(&told(words, &words.together.in_lines, &[]));
    }
    page.gap();
    ask_now(view, words, page);
}

/// Prints what went wrong, and what can be typed.
pub fn ask_now(view: &AsideView, words: &Words, page: &mut Page) {
    if let Some(problem) = &view.problem {
        page.line(problem);
    }
    match &view.body {
        AsideBody::Ways(ways) => {
            for (place, way) in ways.iter().enumerate() {
                page.item(place + 1, way);
            }
            page.line(&words.plain.screens.choose);
        }
        AsideBody::Path { text, .. } => {
            page.line(&told(words, &words.dossier.place_line, &[("path", text)]));
        }
        AsideBody::Secret { label } => {
            let dossier = &words.dossier;
            page.line(if CAN_HIDE {
                &dossier.hidden
            } else {
                &dossier.visible
            });
            page.line(label);
        }
    }
}

/// A number, a path, or a passphrase.
pub fn hear(view: &AsideView, words: &Words, line: &str) -> Result<Intent, String> {
    match &view.body {
        AsideBody::Ways(ways) => choices::one(line, ways.len(), words).map(Intent::Choose),
        AsideBody::Path { .. } => Ok(Intent::SaveAt(line.trim().to_owned())),
        AsideBody::Secret { .. } => Ok(Intent::Secret(Secret::new(line))),
    }
}
