//! The face between the lines: what a line means at this moment, and what is printed after it.
//!
//! It holds half-typed replies, and what was told already. It decides nothing about answers or about what comes next: a
//! line becomes at most one intent, and the next view is printed as it comes.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::intent::{Beside, FaceKind, Habit, HealthWish, Intent, Meet};
use crate::app::view::{AsideBody, AskingView, LookView, MapRow, StageView, View};
use crate::core::answer::Blank;
use crate::core::ask::{Reply, Written};
use crate::core::ids::QuestionId;
use crate::core::text;
use crate::core::words::{Lang, Words, fill};
use crate::plain::asking;
use crate::plain::command_list::{HAS_FULL, list, perhaps_meant};
use crate::plain::commands::{self, Command, Typed, told};
use crate::plain::page::Page;
use crate::plain::prompts::{Prompt, Telling, Understood, prompt, reply_of};
use crate::plain::screens::{aside, health, map, place, preview};
use crate::plain::stages::{self, Said};

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
    /// Texts that were looked at already.
    looked: Vec<(QuestionId, Written)>,
    /// Words that had their note, and whether the calm line was printed.
    heeded: BTreeSet<(QuestionId, String)>,
    calmed: bool,
    /// What is explained when somebody asks why.
    why: Option<(QuestionId, Written)>,
    /// Prompts for a coach stand with every question.
    prompts: bool,
}

impl Face {
    /// Prints the whole moment.
    pub fn show(&mut self, scene: Scene<'_>, page: &mut Page) {
        let Scene {
            view, words, other, ..
        } = scene;
        page.gap();
        if let Some(message) = &view.message {
            page.line(message);
            page.gap();
        }
        if view.offers {
            let key = commands::form(Command::Save, words);
            page.line(&fill(&words.dossier.offer, &[("key", &key)]));
            page.gap();
        }
        if self.on_map {
            return map::print(scene.map, words, page);
        }
        if let StageView::Asking(_) = &view.stage {
            self.header(view, words, page);
        }
        let StageView::Asking(view) = &view.stage else {
            return stages::print(&view.stage, self.way, other, words, page);
        };
        let name = self.draft(view).name();
        let telling = if self.told.insert(name) {
            Telling::Full
        } else {
            Telling::Short
        };
        let prompts = self.prompts;
        let draft = self.draft(view);
        asking::print(view, draft.as_ref(), telling, words, page);
        if prompts {
            asking::coach(view, words, page);
        }
    }

    /// Prints what came of an intent: all of the next moment, or only what changed when the person is still at the same thing.
    pub fn follow(&mut self, was: &View, did: &Intent, scene: Scene<'_>, page: &mut Page) {
        let Scene { view, words, .. } = scene;
        self.let_go(did, view);
        if let Some(heed) = &view.heed {
            self.heed(&heed.question, &heed.looks, words, page);
        }
        if let (StageView::Asking(before), StageView::Asking(now)) = (&was.stage, &view.stage)
            && before.id == now.id
            && now.refusal.is_some()
        {
            let draft = self.draft(now);
            asking::ask_now(now, draft.as_ref(), Telling::Short, words, page);
        } else if let (StageView::Preview(before), StageView::Preview(now)) =
            (&was.stage, &view.stage)
            && let Some(id) = preview::changed(did)
        {
            preview::print_change(before, now, id, words, page);
        } else if let (StageView::HealthCheck(before), StageView::HealthCheck(now)) =
            (&was.stage, &view.stage)
            && now.refusal.is_some()
            && (&before.line, before.start) == (&now.line, now.start)
        {
            health::ask_now(now, self.way, words, page);
        } else if let (StageView::Place(_), StageView::Place(now)) = (&was.stage, &view.stage)
            && *did != Intent::Back
        {
            place::ask_now(now, words, page);
        } else if let (StageView::Aside(before), StageView::Aside(now)) = (&was.stage, &view.stage)
            && before.moment == now.moment
            && now.problem.is_some()
        {
            aside::ask_now(now, words, page);
        } else {
            self.show(scene, page);
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
        if !matches!(did, Intent::Health(_)) || !matches!(view.stage, StageView::HealthCheck(_)) {
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
            | StageView::Findings(_)
            | StageView::HealthCheck(_)
            | StageView::Place(_)
            | StageView::Aside(_)
            | StageView::Earlier(_)
            | StageView::ThenAndNow(_)
            | StageView::BadGuide(_)
            | StageView::Veiled
            | StageView::Over(_) => {
                if let Some(id) = self.replied.take() {
                    self.drafts.remove(&id);
                }
            }
        }
    }

    /// The texts of a half-typed reply that the check did not look at yet.
    pub fn unlooked(&mut self, view: &View) -> Option<(QuestionId, Vec<Written>)> {
        let StageView::Asking(asked) = &view.stage else {
            return None;
        };
        let mut texts = self.drafts.get(&asked.id)?.written(&asked.ask);
        texts.retain(|text| {
            let looked = (asked.id.clone(), text.clone());
            let new = !self.looked.contains(&looked);
            if new {
                self.looked.push(looked);
            }
            new
        });
        (!texts.is_empty()).then(|| (asked.id.clone(), texts))
    }

    /// Prints a note about each health word, once.
    pub fn heed(
        &mut self,
        question: &QuestionId,
        looks: &[LookView],
        words: &Words,
        page: &mut Page,
    ) {
        let said = &words.health;
        for look in looks {
            let mut new = false;
            for mark in &look.marks {
                let word = (question.clone(), mark.word.to_lowercase());
                new |= self.heeded.insert(word);
            }
            if !new {
                continue;
            }
            page.line(&fill(&said.heed, &[("says", &look.says())]));
            if let Some(calm) = look.calm().filter(|_| !self.calmed) {
                page.line(calm);
                self.calmed = true;
            }
            page.line(&told(words, &said.heed_why, &[]));
            self.why = Some((question.clone(), look.text.clone()));
        }
    }

    fn draft(&mut self, view: &AskingView) -> &mut Box<dyn Prompt> {
        self.drafts
            .entry(view.id.clone())
            .or_insert_with(|| prompt(&view.ask, view.answer.as_ref()))
    }

    /// Says where the person is among the questions, when that has changed. The other screens say so themselves.
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
        page.line(&header.place);
        let rest = parts.join(", ");
        if !rest.is_empty() {
            page.line(&fill(
                &words.plain.asking.header,
                &[("rest", &text::capitalized(&rest))],
            ));
        }
        page.gap();
    }

    fn text(&mut self, scene: Scene<'_>, line: &str, page: &mut Page) -> Heard {
        let Scene {
            view, words, other, ..
        } = scene;
        let heard = if self.on_map {
            match line.trim() {
                "" => Ok(Said::Nothing),
                line => map::hear(scene.map, words, line).map(Said::Do),
            }
        } else if let StageView::Asking(view) = &view.stage {
            return self.answer(view, words, line, page);
        } else {
            stages::hear(&view.stage, self.way, other, words, line, page)
        };
        match heard {
            Ok(Said::Do(intent)) => return Heard::Do(intent),
            Ok(Said::Done) => {}
            Ok(Said::Nothing) if self.on_map => map::ask_now(words, page),
            Ok(Said::Nothing) => stages::ask_now(&view.stage, self.way, words, page),
            Ok(Said::Go(way)) => {
                self.way = way;
                stages::ask_now(&view.stage, way, words, page);
            }
            Err(unclear) => {
                page.line(&unclear);
                perhaps_meant(line, words, page);
            }
        }
        Heard::Stay
    }

    fn answer(&mut self, view: &AskingView, words: &Words, line: &str, page: &mut Page) -> Heard {
        let draft = self.draft(view);
        match draft.hear(&view.ask, words, line, page) {
            Ok(Understood::Reply(reply)) => Heard::Do(Intent::Reply(view.id.clone(), reply)),
            Ok(Understood::Kept) => Heard::Stay,
            // What was typed before is not lost by an empty line.
            Ok(Understood::Nothing) if view.aloud && view.answer.is_none() => {
                Heard::Do(Intent::Reply(view.id.clone(), Reply::Text(String::new())))
            }
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

    fn command(&mut self, command: Command, scene: Scene<'_>, page: &mut Page) -> Heard {
        let Scene { view, words, .. } = scene;
        let mut heard = None;
        if let StageView::Asking(asked) = &view.stage
            && !self.on_map
        {
            heard = self.at_question(command, asked, words, page);
        }
        if let Some(heard) = heard.or_else(|| self.anywhere(command, scene, page)) {
            return heard;
        }
        let form = commands::form(command, words);
        page.line(&fill(&words.plain.unclear.not_here, &[("command", &form)]));
        Heard::Stay
    }

    /// What a command does at a question, and nowhere else.
    fn at_question(
        &mut self,
        command: Command,
        asked: &AskingView,
        words: &Words,
        page: &mut Page,
    ) -> Option<Heard> {
        let reply = |reply| Some(Heard::Do(Intent::Reply(asked.id.clone(), reply)));
        match command {
            Command::Help => {
                let draft = self.draft(asked);
                asking::help(asked, draft.as_ref(), words, page);
            }
            Command::Terms => asking::terms(asked, words, page),
            Command::Unknown | Command::Skip | Command::NotNow | Command::RatherNot => {
                let blank = blank_of(command).filter(|one| asked.blanks.contains(one))?;
                return reply(Reply::Blank(blank));
            }
            Command::More => {
                if !self.draft(asked).more(&asked.ask, words, page) {
                    return None;
                }
            }
            Command::Keep => return reply(reply_of(&asked.ask, asked.answer.as_ref()?)),
            Command::Next => return reply(self.draft(asked).finish(&asked.ask)?),
            Command::Clear => {
                let fresh = prompt(&asked.ask, None);
                page.line(&words.plain.asking.cleared);
                asking::ask_now(asked, fresh.as_ref(), Telling::Short, words, page);
                self.drafts.insert(asked.id.clone(), fresh);
            }
            Command::Back => {
                let draft = self.draft(asked);
                if !draft.back(&asked.ask) {
                    return None;
                }
                draft.ask_now(&asked.ask, words, Telling::Short, page);
            }
            Command::Why
            | Command::Again
            | Command::SkipStep
            | Command::Map
            | Command::Review
            | Command::Rehearse
            | Command::Undo
            | Command::Read
            | Command::Reader
            | Command::Save
            | Command::Language
            | Command::Full
            | Command::All
            | Command::Lock
            | Command::Together
            | Command::Alone
            | Command::Meeting
            | Command::Veil
            | Command::Hide
            | Command::Stop => return None,
            Command::Coach => self.coach(asked, words, page),
        }
        Some(Heard::Stay)
    }

    /// Prompts for a coach: here and with every question from now on, or not any more.
    fn coach(&mut self, asked: &AskingView, words: &Words, page: &mut Page) {
        let together = &words.together;
        if std::mem::take(&mut self.prompts) {
            page.line(&together.prompts_off);
        } else if asked.coach.is_some() {
            self.prompts = true;
            page.line(&told(words, &together.prompts_on, &[]));
            asking::coach(asked, words, page);
        } else {
            page.line(&together.no_prompts);
        }
    }

    /// What a command does wherever the person is; nothing when it means nothing there.
    fn anywhere(&mut self, command: Command, scene: Scene<'_>, page: &mut Page) -> Option<Heard> {
        let Scene {
            view, words, other, ..
        } = scene;
        let can = view.can;
        let intent = match command {
            Command::Hide => Some(Intent::Hide),
            Command::Lock => can.lock.then_some(Intent::Habit(Habit::LockLater)),
            Command::Stop => Some(Intent::Stop),
            Command::Together => can.join.then_some(Intent::Company(Meet::Switch)),
            Command::Alone => can.part.then_some(Intent::Company(Meet::Switch)),
            Command::Meeting => can.plan.then_some(Intent::Company(Meet::Plan)),
            Command::Veil => can.veil.then_some(Intent::Company(Meet::Veil)),
            Command::Why => {
                let (question, text) = self.why.clone()?;
                Some(Intent::Health(HealthWish::Explain(question, text)))
            }
            Command::Again => return Some(Heard::Show),
            Command::Help | Command::All => {
                list(words, page);
                return Some(Heard::Stay);
            }
            Command::Language => other.cloned().map(Intent::Speak),
            Command::Full => HAS_FULL.then_some(Intent::Face(FaceKind::Full)),
            Command::Back => return self.back(scene, page),
            Command::Map if can.look_around => {
                self.on_map = true;
                return Some(Heard::Show);
            }
            Command::Review => can.look_around.then_some(Intent::Beside(Beside::Review)),
            Command::Rehearse => {
                let wanted = Intent::Beside(Beside::Rehearsal);
                can.rehearse.then_some(wanted)
            }
            Command::Undo => can.undo.then_some(Intent::Undo),
            Command::SkipStep => can.skip_step.then_some(Intent::SkipStep),
            Command::Next => self.next(view),
            Command::Read => {
                let StageView::Preview(view) = &view.stage else {
                    return None;
                };
                preview::read(view, words, page);
                return Some(Heard::Stay);
            }
            Command::Reader => {
                let StageView::Preview(view) = &view.stage else {
                    return None;
                };
                let (question, _) = view.for_whom.clone()?;
                Some(Intent::Edit(question))
            }
            Command::Save => save(view),
            Command::Map
            | Command::Terms
            | Command::More
            | Command::Keep
            | Command::Clear
            | Command::Unknown
            | Command::Skip
            | Command::NotNow
            | Command::RatherNot
            | Command::Coach => None,
        };
        intent.map(Heard::Do)
    }

    /// Back: out of the map, one step of a choice back, or back in the program.
    fn back(&mut self, scene: Scene<'_>, page: &mut Page) -> Option<Heard> {
        if self.on_map {
            self.on_map = false;
            return Some(Heard::Show);
        }
        if let StageView::HealthCheck(view) = &scene.view.stage
            && self.way != health::Way::default()
        {
            self.way = health::Way::default();
            health::ask_now(view, self.way, scene.words, page);
            return Some(Heard::Stay);
        }
        let can = scene.view.can;
        can.back.then_some(Heard::Do(Intent::Back))
    }

    /// Going on with what stands. Where there is a choice to make nothing stands, and nothing is chosen.
    fn next(&self, view: &View) -> Option<Intent> {
        if self.on_map {
            return None;
        }
        match &view.stage {
            StageView::Welcome(_) | StageView::Notice(_) | StageView::Review(_) => {
                Some(Intent::Continue)
            }
            StageView::Findings(view) => {
                (view.left == 0 || !view.saves).then_some(Intent::Continue)
            }
            // The same word means the same before a paper and before its file: on, without saving.
            StageView::Preview(_) | StageView::Place(_) => Some(Intent::GoOn),
            StageView::Asking(_)
            | StageView::Consequence(_)
            | StageView::HealthCheck(_)
            | StageView::Aside(_)
            | StageView::Earlier(_)
            | StageView::ThenAndNow(_)
            | StageView::BadGuide(_)
            | StageView::Over(_)
            | StageView::Veiled
            | StageView::Stopping => None,
        }
    }
}

/// Saving: from a preview on to it, and then under the name that is offered. Elsewhere it is what was said that is kept.
fn save(view: &View) -> Option<Intent> {
    match &view.stage {
        StageView::Place(place) => {
            let offered = || Intent::SaveAt(place.path.clone());
            place.exists.is_none().then(offered)
        }
        StageView::Aside(aside) => match &aside.body {
            AsideBody::Path { text, .. } => Some(Intent::SaveAt(text.clone())),
            AsideBody::Ways(_) => view.can.keep.then_some(Intent::Keep),
            AsideBody::Secret { .. } => None,
        },
        StageView::Preview(_) => Some(Intent::Continue),
        StageView::Welcome(_)
        | StageView::Asking(_)
        | StageView::Consequence(_)
        | StageView::Notice(_)
        | StageView::Review(_)
        | StageView::Findings(_)
        | StageView::HealthCheck(_)
        | StageView::Earlier(_)
        | StageView::ThenAndNow(_)
        | StageView::BadGuide(_)
        | StageView::Over(_)
        | StageView::Veiled
        | StageView::Stopping => view.can.keep.then_some(Intent::Keep),
    }
}

fn blank_of(command: Command) -> Option<Blank> {
    Blank::ALL
        .into_iter()
        .find(|blank| asking::command_of(*blank) == command)
}
