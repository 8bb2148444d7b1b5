//! A paper on the clipboard: after the check, and only after saying that it stays there.

use crate::app::effect::Effect;
use crate::app::flow::state::{Flow, Goes};
use crate::app::paperwork::Paperwork;
use crate::app::stage::{Aside, Stage};
use crate::app::view::{AsideBody, AsideView};
use crate::core::guide::Reader;

impl Flow {
    /// The clipboard is wanted for the paper that is shown. A shared one passes the check first.
    pub(super) fn copy(&mut self) {
        if !matches!(self.stage, Stage::Preview) {
            return;
        }
        self.goes = Goes::ToClipboard;
        self.save();
        if self.goes == Goes::ToClipboard {
            self.message = Some(self.words.copying.check_first.clone());
        }
    }

    /// Says what a clipboard is, and asks.
    pub(super) fn ask_copy(&mut self) {
        self.goes = Goes::ToFile;
        self.stage = Stage::Preview;
        self.beside(Aside::Copying);
    }

    /// Line by line there is no clipboard.
    pub(super) fn leave_copying(&mut self) {
        if matches!(self.stage, Stage::Aside(Aside::Copying, _)) {
            self.leave_aside();
        }
    }

    /// The person said yes.
    pub(super) fn copy_now(&mut self) -> Vec<Effect> {
        self.leave_aside();
        let (Some(session), Some(opened)) = (&self.session, &self.opened) else {
            return Vec::new();
        };
        let Some(spoken) = self.papers.spoken(session, &self.lang, &self.words) else {
            return Vec::new();
        };
        let effect = if spoken.reader == Reader::Private {
            let document = Paperwork::private(&spoken, self.today, &self.words);
            document.map(|document| Effect::CopyPrivate(Box::new(document)))
        } else {
            let lexicon = &opened.lexicon;
            let shared = self
                .papers
                .shared(&spoken, lexicon, self.today, &self.words);
            let document = shared.ok();
            document.map(|document| Effect::CopyShared(Box::new(document)))
        };
        if effect.is_some() {
            self.message = Some(self.words.copying.copied.clone());
        }
        effect.into_iter().collect()
    }

    pub(super) fn copying_view(&self) -> AsideView {
        let words = &self.words.copying;
        AsideView {
            moment: "copying",
            title: words.title.clone(),
            text: vec![words.text.clone()],
            exact: Vec::new(),
            problem: None,
            start: 0,
            body: AsideBody::Ways(vec![words.no.clone(), words.yes.clone()]),
        }
    }
}
