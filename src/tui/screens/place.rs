//! Where a file goes: a field for folder and name, and what to do when that name is taken.

use crate::app::intent::Intent;
use crate::app::view::PlaceView;
use crate::tui::editor::Editor;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::marks::Marks;
use crate::tui::page::{HERE, Page};
use crate::tui::press::Press;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// What is typed, and the focus where a file of that name exists.
#[derive(Debug, Default)]
pub struct Place {
    path: Editor,
    chooser: Chooser,
}

impl Place {
    /// Opens the field on a path to start from. The cursor of the question about an existing file stands on "another name".
    pub fn open(path: &str) -> Self {
        Self {
            path: Editor::line(path),
            chooser: Chooser::at(1),
        }
    }

    /// Says whether every printable key is text.
    pub fn typing(view: &PlaceView) -> bool {
        view.exists.is_none()
    }

    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &PlaceView) -> Reaction {
        if view.exists.is_some() {
            return self.chooser.on(act, ctx, &choices(ctx));
        }
        match act.press() {
            Some(Press::Accept) => Reaction::Do(Intent::SaveAt(self.path.text())),
            Some(press) if self.path.on(press) => Reaction::Handled,
            Some(_) | None => Reaction::Ignored,
        }
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &PlaceView) -> Page {
        let mut page = Page::default();
        let words = &ctx.words.place;
        page.text(&words.title, Role::Title, ctx.columns);
        for text in &view.explain {
            page.text(text, Role::Text, ctx.columns);
        }
        page.gap();
        if let Some(problem) = &view.problem {
            page.item("! ", Role::Notice, problem, Role::Notice, ctx.columns);
        }
        page.end_head();
        if let Some(exists) = &view.exists {
            page.item("! ", Role::Notice, exists, Role::Notice, ctx.columns);
            self.chooser.draw(&mut page, ctx, &choices(ctx));
        } else {
            page.text(&words.path, Role::Text, ctx.columns);
            self.path.draw(
                &mut page,
                (HERE, Role::Focus),
                ctx.columns,
                Marks::NONE,
                true,
            );
        }
        page
    }
}

fn choices(ctx: &Ctx<'_>) -> [Choice; 2] {
    let words = &ctx.words.place;
    [
        Choice::new(&words.overwrite, Reaction::Do(Intent::Continue)),
        Choice::new(&words.other_name, Reaction::Do(Intent::Back)),
    ]
}
