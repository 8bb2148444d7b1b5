//! The whole screen: the page, its edges, and the keys that work now.

use crate::app::view::StageView;
use crate::core::ask::Ask;
use crate::core::text::cut;
use crate::core::words::{Words, fill};
use crate::tui::face::state::{Face, Over, context};
use crate::tui::inputs::Ctx;
use crate::tui::keymap::Keys;
use crate::tui::keys::{Act, Binding, Context, Deed, Shown};
use crate::tui::marks::Marks;
use crate::tui::page::{Page, PageLine};
use crate::tui::screens::stopping::Loses;
use crate::tui::screens::{coach, help};
use crate::tui::theme::Role;
use crate::tui::widgets::footer::{AT_MOST, Hint, Stays, footer};
use crate::tui::widgets::frame::Frame;
use crate::tui::widgets::header::header;

impl Face {
    /// Makes the whole screen, and moves the window so that the cursor is in it.
    pub fn frame(&mut self, words: &Words) -> Frame {
        let layout = self.layout;
        let keys = self.keys.clone();
        let marks = self.marking.marks().clone();
        let ctx = context(layout, words, &keys, &marks);
        let page = self.page(&ctx);
        let rows = layout.body();
        let port = self.port_mut();
        port.settle(&page, rows);
        let port = *port;
        let first = port.first();
        let body: Vec<PageLine> = page
            .lines()
            .iter()
            .skip(first)
            .take(rows)
            .cloned()
            .collect();
        let cursor = match page.cursor() {
            // Also while something else is read, the cursor is on the focused thing as long as that is in sight.
            Some((line, column)) if !port.reading() || (first..first + rows).contains(&line) => {
                (line.saturating_sub(first), column)
            }
            Some(_) | None => (0, 0),
        };
        let more = &words.tui.screens;
        let above = (first > 0).then(|| more.more_above.clone());
        let below = (first + rows < page.len()).then(|| more.more_below.clone());
        // Where there are no rules, the marks stand behind the footer.
        let marks = match (layout.roomy(), &above, &below) {
            (true, ..) | (false, None, None) => 0,
            (false, Some(_), Some(_)) => 3,
            (false, ..) => 2,
        };
        let room = layout.width.saturating_sub(marks);
        Frame {
            layout,
            header: header(&self.view.header, words, layout.width),
            beside: self.beside(&ctx),
            footer: self.bottom(&ctx, room),
            above,
            below,
            body,
            cursor,
        }
    }

    /// The rows of the table that work now.
    pub(super) fn rows<'a>(&self, keys: &'a Keys) -> Vec<&'a Binding> {
        let mut rows = keys.rows(&self.contexts());
        rows.retain(|row| self.works(&row.act));
        rows
    }

    pub(super) fn menu_rows<'a>(&self, keys: &'a Keys) -> Vec<&'a Binding> {
        let mut rows = self.rows(keys);
        rows.retain(|row| row.shown == Shown::Menu);
        rows
    }

    /// Says whether an act would do something now.
    pub(super) fn works(&self, act: &Act) -> bool {
        let can = self.view.can;
        let stage = &self.view.stage;
        match act {
            Act::Back => can.back || self.over.is_some(),
            Act::Terms => !self.screens.explained(stage).terms.is_empty(),
            Act::Why => self.marked().is_some(),
            Act::Map | Act::Review => can.look_around,
            Act::Rehearse => can.rehearse,
            Act::Undo => can.undo,
            // A paper has a key of its own for saving; here it is what was said that is kept.
            Act::Keep => can.keep,
            Act::SkipStep => can.skip_step,
            Act::LockLater => can.lock,
            Act::Coach => matches!(stage, StageView::Asking(view) if view.coach.is_some()),
            Act::Company => can.join || can.part,
            Act::Plan => can.plan,
            Act::Veil => can.veil,
            Act::Blank(blank) => {
                matches!(stage, StageView::Asking(view) if view.blanks.contains(blank))
            }
            Act::Language => self.other.is_some(),
            Act::Paper(Deed::Soften) => self.screens.can_soften(stage),
            Act::Paper(Deed::ForWhom) => {
                matches!(stage, StageView::Preview(view) if view.for_whom.is_some())
            }
            Act::Paper(_)
            | Act::Press(_)
            | Act::Menu
            | Act::Close
            | Act::GoOn
            | Act::Help
            | Act::LineByLine
            | Act::Redraw
            | Act::Suspend
            | Act::Hide
            | Act::Stop => true,
        }
    }

    pub(super) fn page(&self, ctx: &Ctx<'_>) -> Page {
        let explained = self.screens.explained(&self.view.stage);
        match &self.over {
            Some(Over::Menu(menu)) => menu.draw(ctx, &self.menu_rows(ctx.keys)),
            Some(Over::Map(map)) => map.draw(ctx),
            Some(Over::Help) => help::help(ctx.words, ctx.columns, &explained, &self.help_rows()),
            Some(Over::Terms) => help::terms(ctx.words, ctx.columns, explained.terms),
            Some(Over::Coach) => self.coach_page(ctx, ctx.columns),
            Some(Over::Stopping(stopping)) => {
                let half = &ctx.words.tui.screens.half_typed;
                stopping.draw(ctx, Loses::HalfTyped, Some(half))
            }
            None => self.screens.draw(ctx, &self.view, self.heed()),
        }
    }

    /// What a coach who sits there can use here.
    fn coach_page(&self, ctx: &Ctx<'_>, columns: usize) -> Page {
        let StageView::Asking(view) = &self.view.stage else {
            return Page::default();
        };
        let coach = view.coach.as_ref();
        let page = coach.map(|coach| coach::draw(ctx.words, columns, coach));
        page.unwrap_or_default()
    }

    /// The keys of the screen itself, whatever lies over it.
    pub(super) fn help_rows(&self) -> Vec<&Binding> {
        let mut contexts = self.screens.contexts(&self.view.stage);
        if !self.typing() {
            contexts.push(Context::Outside);
        }
        contexts.push(Context::Everywhere);
        let mut rows = self.keys.rows(&contexts);
        rows.retain(|row| self.works(&row.act));
        rows
    }

    /// The last line: the keys, or that the program will be locked.
    pub(super) fn bottom(&self, ctx: &Ctx<'_>, room: usize) -> PageLine {
        let margin = usize::from(self.layout.margin() > 0);
        match &self.view.locks_soon {
            Some(soon) => PageLine {
                pieces: vec![
                    (" ".repeat(margin), Role::Text),
                    (cut(soon, room.saturating_sub(margin)), Role::Notice),
                ],
            },
            None => footer(&self.hints(ctx), margin, room),
        }
    }

    pub(super) fn hints(&self, ctx: &Ctx<'_>) -> Vec<Hint> {
        let mut hints: Vec<Hint> = Vec::new();
        if self.over.is_none() && !self.port.reading() {
            let own = self.screens.hints(ctx, &self.view.stage);
            let own = own.unwrap_or_default().into_iter().take(AT_MOST - 1);
            hints = own.map(|(key, word)| Hint::new(key, word)).collect();
            if self.reads_on() {
                let inputs = &ctx.words.tui.inputs;
                let read_on = Hint::new(inputs.key_enter.clone(), inputs.read_on.clone());
                hints = vec![read_on];
            }
            let asks = matches!(self.view.stage, StageView::Asking(_));
            // While a coach sits there, the key of the prompts stands in its place.
            if asks && !self.view.together && hints.len() < AT_MOST - 1 {
                let key = ctx.keys.name_of(&Act::Help, &self.contexts(), ctx.words);
                hints.push(Hint::new(key, ctx.words.tui.screens.help.clone()));
            }
        }
        let mut rows = self.rows(ctx.keys);
        rows.retain(|row| row.shown == Shown::Footer && self.is_for_now(&row.act));
        // The way out of what lies over the screen, or to the menu, stands last.
        rows.sort_by_key(|row| {
            matches!(row.act, Act::Close | Act::Menu) || row.context == Context::Doubt
        });
        let shown = rows.iter();
        hints.extend(shown.map(|row| {
            let word = (row.word)(ctx.words);
            let hint = Hint::new(row.key_name(ctx.words), word.to_owned());
            if row.act != Act::Veil {
                return hint;
            }
            // While a coach sits there, whatever is on the screen can be covered.
            Hint {
                short: ctx.words.together.veil_short.clone(),
                stays: Stays::Always,
                ..hint
            }
        }));
        if self.over.is_none() && self.works(&Act::Why) {
            let contexts = [Context::Everywhere, Context::Outside];
            let key = ctx.keys.name_of(&Act::Why, &contexts, ctx.words);
            hints.insert(0, Hint::new(key, ctx.words.tui.screens.why.clone()));
        }
        if self.view.together || self.works(&Act::Why) {
            // What is beside the question does not push out the way on.
            let enter = &ctx.words.tui.inputs.key_enter;
            for hint in hints.iter_mut().filter(|hint| hint.key == *enter) {
                hint.stays = Stays::Longer;
            }
        }
        hints
    }

    /// What is for a coach stands in the footer while one sits there, and where it is not on the screen already.
    fn is_for_now(&self, act: &Act) -> bool {
        if *act == Act::Coach {
            self.over.is_none() && self.room_beside().is_none()
        } else {
            *act != Act::Veil || self.view.together
        }
    }

    /// Says whether all that a coach can use here stands beside the question already; nothing has to cover it then.
    pub(super) fn shows_prompts(&self, words: &Words) -> bool {
        let ctx = context(self.layout, words, &self.keys, Marks::NONE);
        let columns = self.layout.beside().filter(|_| !self.compares());
        let page = columns.map(|columns| self.coach_page(&ctx, columns));
        page.is_some_and(|page| page.len() < self.layout.body())
    }

    fn compares(&self) -> bool {
        matches!(
            &self.view.stage,
            StageView::Asking(view) if matches!(view.ask, Ask::Compare { .. })
        )
    }

    /// Columns beside the text. Where options stand side by side, they have the whole screen.
    fn room_beside(&self) -> Option<usize> {
        self.layout
            .beside()
            .filter(|_| self.over.is_some() || !self.compares())
    }

    /// What stands beside a wide screen. Where it is too long, its last line says which key shows all of it.
    pub(super) fn beside(&self, ctx: &Ctx<'_>) -> Vec<PageLine> {
        let Some(columns) = self.room_beside() else {
            return Vec::new();
        };
        let explained = self.screens.explained(&self.view.stage);
        let mut page = self.coach_page(ctx, columns);
        if !page.is_empty() {
            page.gap();
        }
        page.append(help::beside(
            ctx.words,
            columns,
            &explained,
            &self.help_rows(),
        ));
        let mut lines = page.lines().to_vec();
        let rows = self.layout.body();
        if lines.len() > rows {
            lines.truncate(rows.saturating_sub(1));
            let contexts = [Context::Everywhere, Context::Outside];
            let key = ctx.keys.name_of(&Act::Help, &contexts, ctx.words);
            let more = fill(&ctx.words.tui.screens.more_help, &[("key", &key)]);
            lines.push(PageLine {
                pieces: vec![(more, Role::Key)],
            });
        }
        lines
    }
}
