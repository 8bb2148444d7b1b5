//! All screens with their state: which one has the keys, and what each stage needs when it is shown anew.

use crate::app::intent::Intent;
use crate::app::view::{AsideBody, AskingView, HeedView, StageView, View};
use crate::core::words::fill;
use crate::tui::inputs::Ctx;
use crate::tui::keys::{Act, Context};
use crate::tui::marks::Writing;
use crate::tui::page::Page;
use crate::tui::screens::aside::Aside;
use crate::tui::screens::asking::Asking;
use crate::tui::screens::bad_guide::BadGuide;
use crate::tui::screens::consequence::Consequence;
use crate::tui::screens::earlier::Earlier;
use crate::tui::screens::findings::Findings;
use crate::tui::screens::health_check::HealthCheck;
use crate::tui::screens::help::Explained;
use crate::tui::screens::notice::Notice;
use crate::tui::screens::over::Over;
use crate::tui::screens::place::Place;
use crate::tui::screens::preview::Preview;
use crate::tui::screens::reaction::Reaction;
use crate::tui::screens::review::Review;
use crate::tui::screens::stopping::{Loses, Stopping};
use crate::tui::screens::then_and_now::ThenAndNow;
use crate::tui::screens::veiled;
use crate::tui::screens::welcome::Welcome;
use crate::tui::theme::Role;

/// The state of every screen; the stage says which one is shown.
#[derive(Debug, Default)]
pub struct Screens {
    welcome: Welcome,
    asking: Asking,
    consequence: Consequence,
    notice: Notice,
    review: Review,
    preview: Preview,
    findings: Findings,
    health: HealthCheck,
    place: Place,
    aside: Aside,
    earlier: Earlier,
    then_and_now: ThenAndNow,
    bad_guide: BadGuide,
    over: Over,
    stopping: Stopping,
}

impl Screens {
    /// Shows a stage after another one. Says whether it is another moment, so that reading begins at the top.
    pub fn show(&mut self, ctx: &Ctx<'_>, before: Option<&StageView>, now: &StageView) -> bool {
        let fresh = before.is_none_or(|before| !same_moment(before, now));
        self.settle_reply(now);
        match now {
            StageView::Asking(view) => self.asking.show(ctx, view, fresh),
            StageView::Welcome(_) if fresh => self.welcome = Welcome::default(),
            StageView::Consequence(view) if fresh => self.consequence = Consequence::open(view),
            StageView::Notice(_) if fresh => self.notice = Notice::default(),
            StageView::Preview(_) if fresh => self.preview = Preview::default(),
            StageView::Findings(view) if fresh => self.findings = Findings::open(view),
            StageView::HealthCheck(view) if fresh => self.health = HealthCheck::open(view),
            StageView::Place(view) if fresh => self.place = Place::open(&view.path),
            StageView::Aside(view) if fresh => self.aside = Aside::open(view),
            StageView::Aside(view) if view.problem.is_some() => self.aside.refused(view),
            StageView::Earlier(_) if fresh => self.earlier = Earlier::default(),
            StageView::ThenAndNow(_) if fresh => self.then_and_now = ThenAndNow::default(),
            StageView::BadGuide(_) if fresh => self.bad_guide = BadGuide::default(),
            StageView::Over(_) if fresh => self.over = Over::default(),
            StageView::Stopping if fresh => self.stopping = Stopping::default(),
            StageView::Welcome(_)
            | StageView::Consequence(_)
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
            | StageView::Over(_)
            | StageView::Veiled
            | StageView::Stopping => {}
        }
        fresh
    }

    /// An intent is on its way. A change that waits for a yes is made by going on, and by nothing else.
    pub fn sent(&mut self, intent: &Intent, stage: &StageView) {
        if matches!(stage, StageView::Consequence(_)) && *intent != Intent::Continue {
            self.asking.halves().refused();
        }
    }

    /// A reply that waits for its fate learns it from what is shown next.
    fn settle_reply(&mut self, now: &StageView) {
        let halves = self.asking.halves();
        match now {
            StageView::Consequence(_) | StageView::Stopping => {}
            StageView::Asking(view) if view.refusal.is_some() => halves.refused(),
            StageView::Asking(_)
            | StageView::Welcome(_)
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
            | StageView::Over(_) => halves.accepted(),
        }
    }

    /// Looks at the window again after its size changed.
    pub fn fit(&mut self, ctx: &Ctx<'_>, stage: &StageView) {
        if let StageView::Asking(view) = stage {
            self.asking.fit(ctx, view);
        }
    }

    /// Says whether something was typed that was not given yet.
    pub fn touched(&self) -> bool {
        self.asking.touched()
    }

    /// Says whether every printable key is text.
    pub fn typing(&self, stage: &StageView) -> bool {
        match stage {
            StageView::Asking(view) => self.asking.typing(view),
            StageView::HealthCheck(view) => self.health.typing(view),
            StageView::Place(view) => Place::typing(view),
            StageView::Aside(view) => Aside::typing(view),
            StageView::Welcome(_)
            | StageView::Consequence(_)
            | StageView::Notice(_)
            | StageView::Review(_)
            | StageView::Preview(_)
            | StageView::Findings(_)
            | StageView::Earlier(_)
            | StageView::ThenAndNow(_)
            | StageView::BadGuide(_)
            | StageView::Over(_)
            | StageView::Veiled
            | StageView::Stopping => false,
        }
    }

    /// The contexts of keys that hold at this stage, the innermost first; without what holds everywhere.
    pub fn contexts(&self, stage: &StageView) -> Vec<Context> {
        match stage {
            StageView::Welcome(_) => vec![Context::Welcome, Context::List],
            StageView::Asking(_) if self.asking.on_blanks() => {
                vec![Context::List, Context::Choosing, Context::Asking]
            }
            StageView::Asking(view) if self.asking.typing(view) => vec![Context::Asking],
            StageView::Asking(_) => vec![Context::Choosing, Context::Asking],
            StageView::Preview(view) => self.preview.contexts(view),
            StageView::HealthCheck(_) => vec![Context::HealthCheck],
            StageView::Place(view) if Place::typing(view) => vec![Context::Place],
            StageView::Aside(view) => match &view.body {
                AsideBody::Ways(_) if Aside::doubts(view) => vec![Context::Doubt, Context::List],
                AsideBody::Ways(_) => vec![Context::List],
                AsideBody::Path { .. } => vec![Context::Place],
                AsideBody::Secret { .. } => vec![Context::Secret],
            },
            StageView::Consequence(_)
            | StageView::Notice(_)
            | StageView::Review(_)
            | StageView::Findings(_)
            | StageView::Place(_)
            | StageView::Earlier(_)
            | StageView::ThenAndNow(_)
            | StageView::BadGuide(_)
            | StageView::Over(_)
            | StageView::Veiled => vec![Context::List],
            StageView::Stopping => vec![Context::Doubt, Context::List],
        }
    }

    /// What is explained about a stage, and about what the cursor points at.
    pub fn explained<'a>(&self, stage: &'a StageView) -> Explained<'a> {
        if let StageView::Asking(view) = stage {
            Explained {
                help: &view.help,
                about: view.about(&self.asking.points_at(view)),
                terms: &view.terms,
            }
        } else {
            Explained::default()
        }
    }

    /// Words for the footer that the screen knows better than the table of keys.
    pub fn hints(&self, ctx: &Ctx<'_>, stage: &StageView) -> Option<Vec<(String, String)>> {
        if let StageView::Asking(view) = stage {
            self.asking.hints(ctx, view)
        } else {
            None
        }
    }

    /// Says whether the line of a paper that the cursor is on can be said more softly.
    pub fn can_soften(&self, stage: &StageView) -> bool {
        matches!(stage, StageView::Preview(view) if self.preview.can_soften(view))
    }

    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, stage: &StageView) -> Reaction {
        match stage {
            StageView::Welcome(view) => self.welcome.on(act, ctx, view),
            StageView::Asking(view) => self.asking.on(act, view),
            StageView::Consequence(_) => self.consequence.on(act, ctx),
            StageView::Notice(view) => self.notice.on(act, ctx, view),
            StageView::Review(view) => self.review.on(act, ctx, view),
            StageView::Preview(view) => self.preview.on(act, ctx, view),
            StageView::Findings(view) => self.findings.on(act, ctx, view),
            StageView::HealthCheck(view) => self.health.on(act, ctx, view),
            StageView::Place(view) => self.place.on(act, ctx, view),
            StageView::Aside(view) => self.aside.on(act, ctx, view),
            StageView::Earlier(view) => self.earlier.on(act, ctx, view),
            StageView::ThenAndNow(view) => self.then_and_now.on(act, ctx, view),
            StageView::BadGuide(_) => self.bad_guide.on(act, ctx),
            StageView::Over(view) => self.over.on(act, ctx, view),
            StageView::Veiled => veiled::on(act, ctx),
            StageView::Stopping => self.stopping.on(
                act,
                ctx,
                &[
                    Reaction::Do(Intent::Continue),
                    Reaction::Do(Intent::Back),
                    Reaction::Do(Intent::Keep),
                ],
            ),
        }
    }

    /// The texts of the person's own that stand in a question.
    pub fn writing(&self, view: &AskingView) -> Vec<Writing> {
        self.asking.writing(view)
    }

    /// Draws the stage, with what just happened above it, and what the check saw in the answer before.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &View, heed: Option<&HeedView>) -> Page {
        let mut page = Page::default();
        for look in heed.iter().flat_map(|heed| &heed.looks) {
            let says = look.says();
            let says = fill(&ctx.words.health.heed_before, &[("says", &says)]);
            page.item("~ ", Role::Text, &says, Role::Text, ctx.columns);
            if let Some(calm) = look.calm() {
                page.item("  ", Role::Text, calm, Role::Text, ctx.columns);
            }
        }
        if heed.is_some() {
            page.gap();
        }
        if let Some(message) = &view.message {
            page.item("! ", Role::Notice, message, Role::Notice, ctx.columns);
            page.gap();
        }
        if view.offers {
            let contexts = [Context::Everywhere, Context::Outside];
            let key = ctx.keys.name_of(&Act::Keep, &contexts, ctx.words);
            let text = fill(&ctx.words.dossier.offer, &[("key", &key)]);
            page.text(&text, Role::Quiet, ctx.columns);
        }
        page.append(match &view.stage {
            StageView::Welcome(view) => self.welcome.draw(ctx, view),
            StageView::Asking(view) => self.asking.draw(ctx, view),
            StageView::Consequence(view) => self.consequence.draw(ctx, view),
            StageView::Notice(view) => self.notice.draw(ctx, view),
            StageView::Review(view) => self.review.draw(ctx, view),
            StageView::Preview(view) => self.preview.draw(ctx, view),
            StageView::Findings(view) => self.findings.draw(ctx, view),
            StageView::HealthCheck(view) => self.health.draw(ctx, view),
            StageView::Place(view) => self.place.draw(ctx, view),
            StageView::Aside(view) => self.aside.draw(ctx, view),
            StageView::Earlier(view) => self.earlier.draw(ctx, view),
            StageView::ThenAndNow(view) => self.then_and_now.draw(ctx, view),
            StageView::BadGuide(mistakes) => self.bad_guide.draw(ctx, mistakes),
            StageView::Over(view) => self.over.draw(ctx, view),
            StageView::Veiled => veiled::draw(ctx),
            StageView::Stopping => {
                let half = &ctx.words.tui.screens.half_typed;
                let half = self.touched().then_some(half.as_str());
                self.stopping.draw(ctx, Loses::Answers, half)
            }
        });
        page
    }
}

/// Says whether both are the same moment for the person, perhaps with another line switched on or a refusal more.
pub fn same_moment(before: &StageView, now: &StageView) -> bool {
    match (before, now) {
        (StageView::Welcome(a), StageView::Welcome(b)) => a.number == b.number,
        (StageView::Asking(a), StageView::Asking(b)) => a.id == b.id,
        (StageView::Preview(a), StageView::Preview(b)) => a.paper == b.paper,
        (StageView::HealthCheck(a), StageView::HealthCheck(b)) => {
            (&a.line, a.start, &a.word) == (&b.line, b.start, &b.word)
        }
        (StageView::Notice(a), StageView::Notice(b)) => a == b,
        (StageView::Aside(a), StageView::Aside(b)) => a.moment == b.moment,
        (StageView::Earlier(a), StageView::Earlier(b)) => a.number == b.number,
        (before, now) => std::mem::discriminant(before) == std::mem::discriminant(now),
    }
}
