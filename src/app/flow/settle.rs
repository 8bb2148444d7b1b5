//! What is the same at every start: what a settings file says, what is wrong in it, and whether a choice is remembered.
//!
//! Nothing is remembered unless the person chooses so, and a file that they wrote themselves is never changed.

use crate::app::effect::{Effect, Settled};
use crate::app::face::FaceKind;
use crate::app::flow::habits::Habits;
use crate::app::flow::state::Flow;
use crate::app::settings::{Mistake, Mistakes, Settings, SettingsFile};
use crate::app::stage::{Aside, Stage};
use crate::app::view::{AsideBody, AsideView};
use crate::core::source::Place;
use crate::core::words::fill;

impl Flow {
    /// Takes what a settings file says, and begins with the mistakes in it, where there are any. `face` is the one that begins.
    pub fn settle(
        &mut self,
        settings: Settings,
        file: SettingsFile,
        mut mistakes: Mistakes,
        face: FaceKind,
    ) {
        self.idle.after = settings.lock;
        self.habits = Habits {
            settings,
            file,
            face: Some(face),
        };
        mistakes.sort_by_key(|one| one.place().cloned());
        if !mistakes.is_empty() {
            let here = std::mem::replace(&mut self.stage, Stage::Welcome(0));
            self.stage = Stage::Aside(Aside::Settings(mistakes), Box::new(here));
        }
    }

    /// How the first screen says whether choices are remembered; nothing where they cannot be.
    pub(super) fn remembers(&self) -> Option<String> {
        let words = &self.words.settings;
        match self.habits.file {
            SettingsFile::None => Some(words.remember_no.clone()),
            SettingsFile::Ours => Some(words.remember_yes.clone()),
            SettingsFile::Own | SettingsFile::Nowhere => None,
        }
    }

    /// Remembers choices from now on, or forgets them.
    pub(super) fn remember(&mut self) -> Vec<Effect> {
        match self.habits.file {
            SettingsFile::None => vec![Effect::Settings(Some(self.chosen()))],
            SettingsFile::Ours => vec![Effect::Settings(None)],
            SettingsFile::Own | SettingsFile::Nowhere => Vec::new(),
        }
    }

    /// What must be written because a choice changed that is remembered.
    pub(super) fn changed_habit(&self, before: &Settings) -> Option<Effect> {
        let now = self.chosen();
        let changed = self.habits.file == SettingsFile::Ours && now != *before;
        changed.then(|| Effect::Settings(Some(now)))
    }

    /// The person goes on in this face.
    pub(super) fn take_face(&mut self, face: FaceKind) {
        self.habits.face = Some(face);
    }

    /// What is chosen now, as it would be remembered.
    pub(super) fn chosen(&self) -> Settings {
        Settings {
            face: self.habits.face,
            lang: Some(self.lang.clone()),
            lock: self.idle.after,
            ..self.habits.settings.clone()
        }
    }

    /// Choices were written, or forgotten, or neither could be done.
    pub(super) fn was_settled(&mut self, settled: &Settled) {
        let words = &self.words.settings;
        let (file, sentence, path) = match settled {
            Settled::Written(path) => (SettingsFile::Ours, &words.remembered, path),
            Settled::Gone(path) => (SettingsFile::None, &words.forgotten, path),
            Settled::Failed(path) => (self.habits.file, &words.failed, path),
        };
        // While they are remembered, a change is written without a word.
        if self.habits.file != file || matches!(settled, Settled::Failed(_)) {
            self.message = Some(fill(sentence, &[("path", &path.to_string_lossy())]));
        }
        self.habits.file = file;
    }

    /// The mistakes in a settings file: what, where, what to do.
    pub(super) fn settings_view(&self, mistakes: &[Mistake]) -> AsideView {
        let words = &self.words.settings;
        AsideView {
            moment: "settings",
            title: words.title.clone(),
            text: vec![words.text.clone()],
            exact: mistakes.iter().map(|one| self.mistake(one)).collect(),
            problem: None,
            start: 0,
            body: AsideBody::Ways(vec![self.words.menu.go_on.clone()]),
        }
    }

    fn mistake(&self, mistake: &Mistake) -> String {
        let words = &self.words.settings;
        let said = |place: &Place, says: &str| {
            let values = [("place", &*place.to_string()), ("says", says)];
            fill(&words.mistake, &values)
        };
        match mistake {
            Mistake::Unreadable(path, problem) => {
                let values = [
                    ("path", path.as_str()),
                    ("reason", problem.said(&self.words)),
                ];
                fill(&self.words.failure.unreadable, &values)
            }
            Mistake::Written(diagnostic) => {
                let (says, fix) = self.words.diagnosis.say(diagnostic);
                said(&diagnostic.place, &format!("{says} {fix}"))
            }
            Mistake::NoKey(place, key) => said(place, &fill(&words.no_key, &[("key", key)])),
            Mistake::Taken(place, key, Some(other)) => {
                let values = [("key", key.as_str()), ("other", *other)];
                said(place, &fill(&words.taken_by, &values))
            }
            Mistake::Taken(place, key, None) => said(place, &fill(&words.taken, &[("key", key)])),
        }
    }
}
