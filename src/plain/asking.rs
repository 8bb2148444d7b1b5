//! A question in print: the question first, then what explains it, what is on offer, what stands, and what can be typed.

use crate::app::view::AskingView;
use crate::core::answer::{Answer, Blank};
use crate::core::words::{Words, fill};
use crate::plain::commands::{Command, form, told};
use crate::plain::page::Page;
use crate::plain::prompts::{Prompt, Telling};

/// The command of each kind of no answer.
pub fn command_of(blank: Blank) -> Command {
    match blank {
        Blank::NotKnown => Command::Unknown,
        Blank::Skipped => Command::Skip,
        Blank::NotNow => Command::NotNow,
        Blank::RatherNot => Command::RatherNot,
    }
}

/// Prints the whole question.
pub fn print(
    view: &AskingView,
    prompt: &dyn Prompt,
    telling: Telling,
    words: &Words,
    page: &mut Page,
) {
    if let Some(gives) = &view.gives {
        page.line(gives);
        page.gap();
    }
    page.line(&view.question);
    // What can be said aloud is told where it is told what can be typed.
    if let Some(explain) = view.explain.as_ref().filter(|_| !view.aloud) {
        page.line(explain);
    }
    page.gap();
    prompt.body(&view.ask, words, page);
    page.gap();
    now(view, words, page);
    ask_now(view, prompt, telling, words, page);
}

/// Prints why the last reply cannot stand, and what can be typed.
pub fn ask_now(
    view: &AskingView,
    prompt: &dyn Prompt,
    telling: Telling,
    words: &Words,
    page: &mut Page,
) {
    if let Some(refusal) = &view.refusal {
        page.line(refusal);
    }
    match view.explain.as_ref().filter(|_| view.aloud) {
        Some(explain) => page.line(explain),
        None => prompt.ask_now(&view.ask, words, telling, page),
    }
    let blanks: Vec<String> = view
        .blanks
        .iter()
        .map(|blank| form(command_of(*blank), words))
        .collect();
    if let Some((last, others)) = blanks.split_last() {
        let commands = if others.is_empty() {
            last.clone()
        } else {
            fill(
                &words.plain.asking.or,
                &[("first", &others.join(", ")), ("last", last)],
            )
        };
        page.line(&fill(
            &words.plain.asking.or_type,
            &[("commands", &commands)],
        ));
    }
}

/// Prints what a coach who sits there can use, as a block of its own.
pub fn coach(view: &AskingView, words: &Words, page: &mut Page) {
    let Some(coach) = &view.coach else { return };
    let said = &words.together;
    page.gap();
    page.line(&said.panel);
    for prompt in &coach.prompts {
        page.under(prompt);
    }
    page.line(&fill(&said.pitfall, &[("text", &coach.pitfall)]));
}

/// Prints what was said before, and how to keep it.
fn now(view: &AskingView, words: &Words, page: &mut Page) {
    let Some(answer) = &view.answer else { return };
    if matches!(answer, Answer::Seen) {
        return;
    }
    let asking = &words.plain.asking;
    let said: Vec<String> = view
        .ask
        .said(answer)
        .iter()
        .map(|phrase| words.say(phrase))
        .collect();
    match said.as_slice() {
        [] => return,
        [said] if !said.contains('\n') => page.line(&fill(&asking.now, &[("said", said)])),
        _ => {
            page.line(fill(&asking.now, &[("said", "")]).trim_end());
            for said in &said {
                page.under(said);
            }
        }
    }
    page.line(&told(words, &asking.keep, &[]));
}

/// Prints what this question means.
pub fn help(view: &AskingView, prompt: &dyn Prompt, words: &Words, page: &mut Page) {
    let asking = &words.plain.asking;
    page.line(if view.help.is_empty() {
        &words.help.no_help
    } else {
        &view.help
    });
    for about in view.about(&prompt.points_at(&view.ask)) {
        page.gap();
        if !about.title.is_empty() {
            page.line(&about.title);
        }
        for text in &about.texts {
            page.line(text);
        }
    }
    if !view.terms.is_empty() {
        let all: Vec<&str> = view.terms.iter().map(|term| term.word.as_str()).collect();
        page.line(&told(words, &asking.terms, &[("words", &all.join(", "))]));
    }
    page.line(&told(words, &asking.more_help, &[]));
}

/// Prints the words that are explained here.
pub fn terms(view: &AskingView, words: &Words, page: &mut Page) {
    let asking = &words.plain.asking;
    if view.terms.is_empty() {
        page.line(&asking.no_terms);
    }
    for term in &view.terms {
        page.line(&fill(
            &asking.term,
            &[("word", &term.word), ("means", &term.means)],
        ));
    }
}
