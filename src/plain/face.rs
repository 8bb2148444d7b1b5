//! The face between the lines: what a line means at this moment, and what is printed after it.
//!
//! It holds half-typed replies, and what was told already. It decides nothing about answers or about what comes next: a
//! line becomes at most one intent, and the next view is printed as it comes.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::intent::{FaceKind, Intent};
use crate::app::view::{AskingView, MapRow, StageView, View};
use crate::core::answer::Blank;
use crate::core::ask::Reply;
use crate::core::ids::QuestionId;
use crate::core::text;
use crate::core::words::{Lang, Words, fill};
use crate::plain::asking;
use crate::plain::commands::{self, COMMANDS, Command, Typed, told};
use crate::plain::page::Page;
use crate::plain::prompts::{Prompt, Telling, Understood, prompt, reply_of};
use crate::plain::screens::{
    bad_guide, consequence, health, map, notice, over, place, preview, review, stopping, ways,
    welcome,
};

/// One moment, as the flow shows it.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// What stands before the person.
    pub view: &'a View,
    /// The words of the person's language.
    pub words: &'a Words,
    /// The language that is offered beside it.
    pub other: Option<&'a Lang>,
    /// The map of steps.
    pub map: &'a [MapRow],
}

/// What a line came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// Something is wanted of the program.
    Do(Intent),
    /// The moment is printed once more, whole.
    Show,
    /// All was said.
    Stay,
}

/// The face that speaks in lines.
#[derive(Debug, Default)]
pub struct Face {
    drafts: BTreeMap<QuestionId, Box<dyn Prompt>>,
    told: BTreeSet<&'static str>,
    replied: Option<QuestionId>,
    place: Option<String>,
    on_map: bool,
    way: health::Way,
}

impl Face {
    /// Prints the whole moment.
    pub fn show(&mut self, scene: Scene<'_>, page: &mut Page) {
        let Scene {
            view, words, other, ..
        } = scene;
        page.gap();
        self.header(view, words, page);
        if let Some(message) = &view.message {
            page.line(message);
            page.gap();
        }
        if self.on_map {
            return map::print(scene.map, words, page);
        }
        match &view.stage {
            StageView::Welcome(view) => welcome::print(view, other, words, page),
            StageView::Asking(view) => {
                let draft = self.draft(view);
                let name = draft.name();
                let telling = if self.told.insert(name) {
                    Telling::Full
                } else {
                    Telling::Short
                };
                let draft = self.draft(view);
                asking::print(view, draft.as_ref(), telling, words, page);
            }
            StageView::Consequence(view) => {
                consequence::print(view, words, page);
                choose(&consequence::ways(words), words, page);
            }
            StageView::Notice(text) => notice::print(text, words, page),
            StageView::Review(view) => review::print(view, words, page),
            StageView::Preview(view) => preview::print(view, words, page),
            StageView::HealthCheck(view) => health::print(view, self.way, words, page),
            StageView::Place(view) => place::print(view, words, page),
            StageView::BadGuide(mistakes) => {
                bad_guide::print(mistakes, words, page);
                choose(&bad_guide::ways(words), words, page);
            }
            StageView::Over(view) => {
                over::print(view, words, page);
                choose(&over::ways(view, words), words, page);
            }
            StageView::Stopping => {
                stopping::print(words, page);
                choose(&stopping::ways(words), words, page);
            }
        }
    }

    /// Prints what came of an intent: all of the next moment, or only what changed when the person is still at the same thing.
    pub fn follow(&mut self, was: &View, did: &Intent, scene: Scene<'_>, page: &mut Page) {
        let Scene { view, words, .. } = scene;
        self.let_go(did, view);
        match (&was.stage, &view.stage) {
            (StageView::Asking(before), StageView::Asking(now))
                if before.id == now.id && now.refusal.is_some() =>
            {
                let draft = self.draft(now);
                asking::ask_now(now, draft.as_ref(), Telling::Short, words, page);
            }
            (StageView::Preview(_), StageView::Preview(now)) => match did {
                Intent::Toggle(id) | Intent::Move(id, _) | Intent::Soften(id) => {
                    preview::print_line(now, id, words, page);
                }
                _ => self.show(scene, page),
            },
            (StageView::HealthCheck(before), StageView::HealthCheck(now))
                if now.refusal.is_some()
                    && (&before.line, before.start) == (&now.line, now.start) =>
            {
                health::ask_now(now, self.way, words, page);
            }
            (StageView::Place(_), StageView::Place(now)) => place::ask_now(now, words, page),
            _ => self.show(scene, page),
        }
    }

    /// Understands a line.
    pub fn hear(&mut self, scene: Scene<'_>, line: &str, page: &mut Page) -> Heard {
        let words = scene.words;
        match commands::read(line, words) {
            Typed::Command(command) => self.command(command, scene, page),
            Typed::Mistyped(typed, near) => {
                let unclear = &words.plain.unclear;
                page.line(&told(words, &unclear.command, &[("typed", &typed)]));
                if let Some(command) = near {
                    page.line(&fill(
                        &unclear.near,
                        &[("command", &commands::form(command, words))],
                    ));
                }
                Heard::Stay
            }
            Typed::Text(line) => self.text(scene, &line, page),
        }
    }

    /// A question that was answered starts from its answer next time; one that is refused or waits keeps what was typed.
    fn let_go(&mut self, did: &Intent, view: &View) {
        self.on_map = false;
        if !matches!(did, Intent::Decide(_)) || !matches!(view.stage, StageView::HealthCheck(_)) {
            self.way = health::Way::default();
        }
        if let StageView::HealthCheck(now) = &view.stage
            && now.refusal.is_none()
        {
            self.way = health::Way::default();
        }
        if let Intent::Reply(id, _) = did {
            self.replied = Some(id.clone());
        }
        match &view.stage {
            StageView::Consequence(_) | StageView::Stopping => {}
            StageView::Asking(now) if self.replied.as_ref() == Some(&now.id) => {
                if now.refusal.is_none() && now.answer.is_some() && *did != Intent::Back {
                    self.drafts.remove(&now.id);
                }
                self.replied = None;
            }
            StageView::Welcome(_)
            | StageView::Asking(_)
            | StageView::Notice(_)
            | StageView::Review(_)
            | StageView::Preview(_)
            | StageView::HealthCheck(_)
            | StageView::Place(_)
            | StageView::BadGuide(_)
            | StageView::Over(_) => {
                if let Some(id) = self.replied.take() {
                    self.drafts.remove(&id);
                }
            }
        }
    }

    fn draft(&mut self, view: &AskingView) -> &mut Box<dyn Prompt> {
        self.drafts
            .entry(view.id.clone())
            .or_insert_with(|| prompt(&view.ask, view.answer.as_ref()))
    }

    /// Says where the person is, when that has changed.
    fn header(&mut self, view: &View, words: &Words, page: &mut Page) {
        let header = &view.header;
        if header.place.is_empty() || self.place.as_ref() == Some(&header.place) {
            return;
        }
        self.place = Some(header.place.clone());
        let mut parts = Vec::new();
        if !header.left.is_empty() {
            parts.push(header.left.clone());
        }
        if header.in_step > 0 {
            parts.push(fill(
                &words.plain.asking.in_step,
                &[("count", &header.in_step.to_string())],
            ));
        }
        if !header.saved.is_empty() {
            parts.push(header.saved.clone());
        }
        page.line(&fill(
            &words.plain.asking.header,
            &[("place", &header.place), ("rest", &parts.join(", "))],
        ));
        page.gap();
    }

    fn text(&mut self, scene: Scene<'_>, line: &str, page: &mut Page) -> Heard {
        let Scene {
            view, words, other, ..
        } = scene;
        let heard = if self.on_map {
            map::hear(scene.map, words, line).map(Some)
        } else {
            match &view.stage {
                StageView::Asking(view) => return self.answer(view, words, line, page),
                StageView::HealthCheck(view) => return self.decide(view, words, line, page),
                StageView::Welcome(view) => welcome::hear(view, other, words, line).map(Some),
                StageView::Notice(_) if line.trim().is_empty() => Ok(Some(Intent::Continue)),
                StageView::Notice(_) => Ok(None),
                StageView::Consequence(_) => yes_no(&consequence::ways(words), line, words),
                StageView::Stopping => yes_no(&stopping::ways(words), line, words),
                StageView::Review(view) => review::hear(view, words, line).map(Some),
                StageView::Preview(view) if line.trim().is_empty() => {
                    let _ = view;
                    Ok(None)
                }
                StageView::Preview(view) => match preview::hear(view, words, line, page) {
                    Ok(None) => return Heard::Stay,
                    heard => heard,
                },
                StageView::Place(view) => place::hear(view, words, line),
                StageView::BadGuide(_) => {
                    ways::hear(&bad_guide::ways(words), line, words).map(Some)
                }
                StageView::Over(view) => {
                    ways::hear(&over::ways(view, words), line, words).map(Some)
                }
            }
        };
        match heard {
            Ok(Some(intent)) => Heard::Do(intent),
            Ok(None) => self.prompt_again(scene, page),
            Err(unclear) => {
                if line.trim().is_empty() {
                    return self.prompt_again(scene, page);
                }
                page.line(&unclear);
                perhaps_meant(line, words, page);
                Heard::Stay
            }
        }
    }

    /// An empty line chooses nothing; what can be typed is said once more.
    fn prompt_again(&mut self, scene: Scene<'_>, page: &mut Page) -> Heard {
        let words = scene.words;
        if self.on_map {
            map::ask_now(words, page);
            return Heard::Stay;
        }
        match &scene.view.stage {
            StageView::Welcome(_) => welcome::ask_now(page, words),
            StageView::Asking(view) => {
                let draft = self.draft(view);
                asking::ask_now(view, draft.as_ref(), Telling::Full, words, page);
            }
            StageView::Consequence(_) => choose(&consequence::ways(words), words, page),
            StageView::Notice(_) => notice::ask_now(words, page),
            StageView::Review(_) => review::ask_now(words, page),
            StageView::Preview(_) => {
                page.line(&words.plain.screens.preview);
                preview::ask_now(words, page);
            }
            StageView::HealthCheck(view) => health::ask_now(view, self.way, words, page),
            StageView::Place(view) => place::ask_now(view, words, page),
            StageView::BadGuide(_) => choose(&bad_guide::ways(words), words, page),
            StageView::Over(view) => choose(&over::ways(view, words), words, page),
            StageView::Stopping => choose(&stopping::ways(words), words, page),
        }
        Heard::Stay
    }

    fn answer(&mut self, view: &AskingView, words: &Words, line: &str, page: &mut Page) -> Heard {
        let draft = self.draft(view);
        match draft.hear(&view.ask, words, line, page) {
            Ok(Understood::Reply(reply)) => Heard::Do(Intent::Reply(view.id.clone(), reply)),
            Ok(Understood::Kept) => Heard::Stay,
            Ok(Understood::Nothing) => {
                asking::ask_now(view, draft.as_ref(), Telling::Full, words, page);
                Heard::Stay
            }
            Err(unclear) => {
                page.line(&unclear);
                if !draft.takes_text() {
                    perhaps_meant(line, words, page);
                }
                Heard::Stay
            }
        }
    }

    fn decide(
        &mut self,
        view: &crate::app::view::HealthView,
        words: &Words,
        line: &str,
        page: &mut Page,
    ) -> Heard {
        match health::hear(view, self.way, words, line) {
            Ok(health::Heard::Do(intent)) => return Heard::Do(intent),
            Ok(health::Heard::Go(way)) => {
                self.way = way;
                health::ask_now(view, way, words, page);
            }
            Ok(health::Heard::Nothing) => health::ask_now(view, self.way, words, page),
            Err(unclear) => {
                page.line(&unclear);
                perhaps_meant(line, words, page);
            }
        }
        Heard::Stay
    }

    fn command(&mut self, command: Command, scene: Scene<'_>, page: &mut Page) -> Heard {
        let Scene {
            view, words, other, ..
        } = scene;
        let asked = match &view.stage {
            StageView::Asking(asked) if !self.on_map => Some(asked),
            _ => None,
        };
        let can = view.can;
        match command {
            Command::Hide => return Heard::Do(Intent::Hide),
            Command::Stop => return Heard::Do(Intent::Stop),
            Command::Again => return Heard::Show,
            Command::Help => {
                match asked {
                    Some(asked) => asking::help(asked, words, page),
                    None => list(words, page),
                }
                page.line(&told(words, &words.plain.asking.more_help, &[]));
                return Heard::Stay;
            }
            Command::All => {
                list(words, page);
                return Heard::Stay;
            }
            Command::Terms => {
                if let Some(asked) = asked {
                    asking::terms(asked, words, page);
                    return Heard::Stay;
                }
            }
            Command::Language => {
                if let Some(lang) = other {
                    return Heard::Do(Intent::Speak(lang.clone()));
                }
            }
            Command::Full => {
                if cfg!(feature = "tui") {
                    return Heard::Do(Intent::Face(FaceKind::Full));
                }
            }
            Command::Back => return self.back(scene, page),
            Command::Map => {
                if can.look_around {
                    self.on_map = true;
                    return Heard::Show;
                }
            }
            Command::Review => {
                if can.look_around {
                    return Heard::Do(Intent::Review);
                }
            }
            Command::Undo => {
                if can.undo {
                    return Heard::Do(Intent::Undo);
                }
            }
            Command::SkipStep => {
                if can.skip_step {
                    return Heard::Do(Intent::SkipStep);
                }
            }
            Command::Unknown | Command::Skip | Command::NotNow | Command::RatherNot => {
                if let Some(asked) = asked
                    && let Some(blank) = blank_of(command).filter(|one| asked.blanks.contains(one))
                {
                    return Heard::Do(Intent::Reply(asked.id.clone(), Reply::Blank(blank)));
                }
            }
            Command::More => {
                if let Some(asked) = asked
                    && self.draft(asked).more(&asked.ask, words, page)
                {
                    return Heard::Stay;
                }
            }
            Command::Keep => {
                if let Some(asked) = asked
                    && let Some(answer) = &asked.answer
                {
                    let reply = reply_of(&asked.ask, answer);
                    return Heard::Do(Intent::Reply(asked.id.clone(), reply));
                }
            }
            Command::Clear => {
                if let Some(asked) = asked {
                    let fresh = prompt(&asked.ask, None);
                    page.line(&words.plain.asking.cleared);
                    asking::ask_now(asked, fresh.as_ref(), Telling::Short, words, page);
                    self.drafts.insert(asked.id.clone(), fresh);
                    return Heard::Stay;
                }
            }
            Command::Next => {
                if let Some(intent) = self.next(scene) {
                    return Heard::Do(intent);
                }
            }
            Command::Read => {
                if let StageView::Preview(view) = &view.stage {
                    preview::read(view, words, page);
                    return Heard::Stay;
                }
            }
            Command::Save => {
                if let StageView::Preview(_) = &view.stage {
                    return Heard::Do(Intent::Continue);
                }
            }
        }
        let form = commands::form(command, words);
        page.line(&fill(&words.plain.unclear.not_here, &[("command", &form)]));
        Heard::Stay
    }

    /// Back: out of the map, one field or one step of a choice back, or back in the program.
    fn back(&mut self, scene: Scene<'_>, page: &mut Page) -> Heard {
        let Scene { view, words, .. } = scene;
        if self.on_map {
            self.on_map = false;
            return Heard::Show;
        }
        match &view.stage {
            StageView::Asking(view) => {
                let draft = self.draft(view);
                if draft.back(&view.ask) {
                    draft.ask_now(&view.ask, words, Telling::Short, page);
                    return Heard::Stay;
                }
            }
            StageView::HealthCheck(view) if self.way != health::Way::default() => {
                self.way = health::Way::default();
                health::ask_now(view, self.way, words, page);
                return Heard::Stay;
            }
            _ => {}
        }
        if view.can.back {
            return Heard::Do(Intent::Back);
        }
        page.line(&fill(
            &words.plain.unclear.not_here,
            &[("command", &commands::form(Command::Back, words))],
        ));
        Heard::Stay
    }

    /// Going on with what stands. Where there is a choice to make nothing stands, and nothing is chosen.
    fn next(&mut self, scene: Scene<'_>) -> Option<Intent> {
        if self.on_map {
            return None;
        }
        match &scene.view.stage {
            StageView::Asking(asked) => {
                let reply = self.draft(asked).finish(&asked.ask)?;
                Some(Intent::Reply(asked.id.clone(), reply))
            }
            StageView::Welcome(_) | StageView::Notice(_) | StageView::Review(_) => {
                Some(Intent::Continue)
            }
            StageView::Preview(_) => Some(Intent::GoOn),
            StageView::Place(view) if view.exists.is_none() => {
                Some(Intent::SaveAt(view.path.clone()))
            }
            StageView::Place(_)
            | StageView::Consequence(_)
            | StageView::HealthCheck(_)
            | StageView::BadGuide(_)
            | StageView::Over(_)
            | StageView::Stopping => None,
        }
    }
}

fn choose(all: &ways::Ways, words: &Words, page: &mut Page) {
    ways::print(all, page);
    page.line(&words.plain.screens.choose);
}

fn yes_no(all: &ways::Ways, line: &str, words: &Words) -> Result<Option<Intent>, String> {
    ways::hear_yes_no(all, line, words).map(Some)
}

fn blank_of(command: Command) -> Option<Blank> {
    Blank::ALL
        .into_iter()
        .find(|blank| asking::command_of(*blank) == command)
}

/// A word where a number is wanted may be a command without its colon.
fn perhaps_meant(line: &str, words: &Words, page: &mut Page) {
    if text::length(line) > 40 {
        return;
    }
    if let Some(command) = commands::without_colon(line, words) {
        page.line(&fill(
            &words.plain.unclear.near,
            &[("command", &commands::form(command, words))],
        ));
    }
}

/// Prints all commands.
fn list(words: &Words, page: &mut Page) {
    let asking = &words.plain.asking;
    page.line(&asking.commands);
    for row in &COMMANDS {
        let form = row.form(words);
        let about = row.about(words);
        page.line(&match row.short_form() {
            Some(short) => fill(
                &asking.command,
                &[("form", &form), ("short", &short), ("about", about)],
            ),
            None => fill(&asking.command_only, &[("form", &form), ("about", about)]),
        });
    }
}
