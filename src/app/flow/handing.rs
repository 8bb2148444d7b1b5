//! From a paper to its files: the check, the forms, the place, and what came of it.

use std::path::PathBuf;

use crate::app::effect::{Effect, WriteProblem};
use crate::app::flow::forms;
use crate::app::flow::state::Flow;
use crate::app::paperwork::Paperwork;
use crate::app::stage::Stage;
use crate::core::ask::Reply;
use crate::core::guide::Reader;
use crate::core::ids::StepId;
use crate::core::words::fill;

impl Flow {
    pub(super) fn choose_forms(&mut self, reply: Reply) {
        match forms::ask(&self.words).hear(reply) {
            Ok(answer) => {
                self.papers.choose_forms(forms::chosen(&answer));
                self.stage = Stage::Place {
                    typed: None,
                    exists: Vec::new(),
                };
            }
            Err(refusal) => self.refusal = Some(self.words.refusal(&refusal)),
        }
    }

    pub(super) fn is_calendar(&self) -> bool {
        let summary = self
            .session
            .as_ref()
            .and_then(|session| self.papers.summary(session));
        summary.is_some_and(|summary| summary.calendar)
    }

    pub(super) fn save_at(&mut self, path: &str, replace: bool) -> Vec<Effect> {
        let path = path.trim().to_owned();
        self.stage = Stage::Place {
            typed: Some(path.clone()),
            exists: Vec::new(),
        };
        let (Some(session), Some(opened)) = (&self.session, &self.opened) else {
            return Vec::new();
        };
        let Some(spoken) = self.papers.spoken(session, &self.lang, &self.words) else {
            return Vec::new();
        };
        let files = match forms::files(&path, &forms::of(&self.papers, Some(&spoken))) {
            Ok(files) => files,
            Err(endings) => {
                let values = [("endings", &*endings)];
                self.refusal = Some(fill(&self.words.place.unknown_format, &values));
                return Vec::new();
            }
        };
        if spoken.reader == Reader::Private {
            let document = Paperwork::private(&spoken, self.today, &self.words);
            return document
                .map(|document| Effect::WritePrivate {
                    document: Box::new(document),
                    files,
                    replace,
                })
                .into_iter()
                .collect();
        }
        let mut names = files.iter().map(|file| file.path.as_str());
        let stop = names.find_map(|path| Paperwork::stop_in_name(path, &opened.lexicon));
        if let Some(word) = stop {
            self.refusal = Some(fill(&self.words.place.bad_name, &[("word", &word)]));
            // A name that will not do is not offered.
            self.stage = Stage::Place {
                typed: None,
                exists: Vec::new(),
            };
            return Vec::new();
        }
        let shared = self
            .papers
            .shared(&spoken, &opened.lexicon, self.today, &self.words);
        if let Ok(document) = shared {
            vec![Effect::WriteShared {
                document: Box::new(document),
                files,
                replace,
            }]
        } else {
            self.check_paper();
            Vec::new()
        }
    }

    pub(super) fn next_paper(&mut self) {
        if self
            .came_from
            .take()
            .is_some_and(|stage| matches!(stage, Stage::Over))
        {
            self.stage = Stage::Over;
            return;
        }
        if self.papers.go_on() {
            self.stage = Stage::Preview;
            return;
        }
        let Some(session) = &mut self.session else {
            return;
        };
        let sheet: Option<StepId> = session
            .guide()
            .steps()
            .iter()
            .find(|step| step.sheet)
            .map(|step| step.id.clone());
        let asked = session.walk().asked();
        let last = asked.iter().rposition(|asked| asked.step == sheet);
        let next = last
            .and_then(|last| asked.get(last + 1))
            .map(|asked| asked.id.clone());
        match next {
            Some(next) => {
                session.go(&next);
                self.stage = Stage::Asking;
            }
            None => self.stage = Stage::Over,
        }
    }

    pub(super) fn written(&mut self, paths: &[PathBuf]) {
        let values = [("path", &*listed(paths).join(", "))];
        self.message = Some(fill(&self.words.place.written, &values));
        self.remember_written();
        self.next_paper();
    }

    pub(super) fn not_written(&mut self, paths: &[PathBuf], problem: WriteProblem) {
        let paths = listed(paths);
        let typed = if let Stage::Place { typed, .. } = &self.stage {
            typed.clone()
        } else {
            None
        };
        let exists = if problem == WriteProblem::Exists {
            paths.clone()
        } else {
            Vec::new()
        };
        self.stage = Stage::Place { typed, exists };
        let path = &*paths.join(", ");
        let words = &self.words.place;
        let reason = match problem {
            WriteProblem::Exists => return,
            WriteProblem::NoFolder => {
                self.refusal = Some(fill(&words.no_folder, &[("path", path)]));
                return;
            }
            WriteProblem::NoLetter(letter) => {
                self.refusal = Some(self.words.no_letter(letter));
                return;
            }
            WriteProblem::Full => &words.full,
            WriteProblem::Denied => &words.denied,
            WriteProblem::ReadOnly => &words.read_only,
            WriteProblem::Other => &words.other,
        };
        self.refusal = Some(fill(&words.failed, &[("path", path), ("reason", reason)]));
    }
}

fn listed(paths: &[PathBuf]) -> Vec<String> {
    paths
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect()
}
