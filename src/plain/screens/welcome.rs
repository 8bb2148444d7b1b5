//! The screens before the first question.

use crate::app::intent::{FaceKind, Habit, Intent};
use crate::app::view::WelcomeView;
use crate::core::words::{Lang, Words, fill};
use crate::plain::commands::{Command, form, told};
use crate::plain::page::Page;
use crate::plain::screens::ways::{self, Ways};

/// What can be chosen here: the other language, the other face where this program has one, and dossiers that are remembered.
pub fn ways(view: &WelcomeView, other: Option<&Lang>, words: &Words) -> Ways {
    let mut ways = Ways::new();
    if !view.choices {
        return ways;
    }
    if let Some(lang) = other {
        ways.push((
            words.welcome.switch_language.clone(),
            Intent::Speak(lang.clone()),
        ));
    }
    if cfg!(feature = "tui") {
        ways.push((
            words.welcome.face_full.clone(),
            Intent::Face(FaceKind::Full),
        ));
    }
    let known = view.known.iter().enumerate();
    ways.extend(known.map(|(number, way)| (way.clone(), Intent::Choose(number))));
    if let Some(remember) = &view.remember {
        ways.push((remember.clone(), Intent::Habit(Habit::Remember)));
    }
    ways
}

/// Prints the screen.
pub fn print(view: &WelcomeView, other: Option<&Lang>, words: &Words, page: &mut Page) {
    page.line(&view.title);
    page.line(&fill(&view.text, &[("hide", &form(Command::Hide, words))]));
    page.gap();
    if view.number == 0 {
        page.line(&told(words, &words.plain.screens.intro, &[]));
    }
    ways::print(&ways(view, other, words), page);
    ask_now(page, words);
}

/// Prints what can be typed.
pub fn ask_now(page: &mut Page, words: &Words) {
    page.line(&words.plain.screens.enter);
}

/// Enter goes on; a number chooses.
pub fn hear(
    view: &WelcomeView,
    other: Option<&Lang>,
    words: &Words,
    line: &str,
) -> Result<Intent, String> {
    if line.trim().is_empty() {
        return Ok(Intent::Continue);
    }
    let ways = ways(view, other, words);
    if ways.is_empty() {
        return Err(words.plain.screens.enter.clone());
    }
    ways::hear(&ways, line, words)
}
