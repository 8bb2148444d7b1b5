//! The view of what is beside the questions.

use crate::app::dossier::secret::Secret;
use crate::app::dossier::strength::{Strength, strength};
use crate::app::effect::{KeepProblem, OpenProblem, Remember};
use crate::app::flow::keep::{AtKept, ENDING};
use crate::app::flow::state::Flow;
use crate::app::stage::{Aside, Placing, Purpose};
use crate::app::view::{AsideBody, AsideView};
use crate::core::words::fill;
use crate::paper;

impl Flow {
    /// Dossiers that are remembered, each as a way to go on with it.
    pub(super) fn known_ways(&self) -> Vec<String> {
        // Never two in one window: with one guide begun, another dossier is opened in a window of its own.
        let known = self.dossiers.known.iter();
        known
            .filter(|_| self.session.is_none())
            .map(|path| fill(&self.words.dossier.known, &[("path", path)]))
            .collect()
    }

    pub(super) fn aside(&self, at: &Aside) -> AsideView {
        let words = &self.words.dossier;
        let view = match at {
            Aside::Whose(purpose) => self.whose(*purpose),
            Aside::Sticks(_, sticks) => self.sticks(sticks),
            Aside::ByHand => AsideView {
                exact: self.by_hand(),
                ..ways(
                    "by-hand",
                    &words.copy_title,
                    [&words.copy_text],
                    [&words.copy_done],
                )
            },
            Aside::Place { typed, placing, .. } => self.placed(typed.as_deref(), *placing),
            Aside::LookAway(_) => ways(
                "look-away",
                &words.phrase_title,
                [&words.away_text],
                [&words.away_show, &words.phrase_own, &words.away_later],
            ),
            Aside::Offered(_, secret) => self.offered(secret.as_ref()),
            Aside::Own(_) => field("own", &words.own_title, [&words.own_text], &words.field),
            Aside::Weak(..) => ways(
                "weak",
                &words.weak_title,
                [&words.weak_text],
                [&words.weak_other, &words.weak_use],
            ),
            Aside::Again(_, secret) => {
                let said = fill(
                    &words.phrase_strength,
                    &[("strength", self.strength(secret))],
                );
                field(
                    "again",
                    &words.again_title,
                    [&said, &words.phrase_text],
                    &words.field,
                )
            }
            Aside::Kept => self.kept_view(),
            Aside::Trouble(path, problem) => self.trouble_view(path, *problem),
            Aside::Unlock { path, .. } => {
                let text = fill(&words.open_text, &[("path", path)]);
                field("unlock", &words.open_title, [&text], &words.field)
            }
            Aside::Shut {
                path,
                problem,
                backup,
                ..
            } => self.shut(path, *problem, *backup),
            Aside::Differs(gone) => {
                let row = |(asked, said): &(String, String)| {
                    let row = self.words.pair(asked, said);
                    row.trim_end_matches([' ', ':']).to_owned()
                };
                AsideView {
                    exact: gone.iter().map(row).collect(),
                    ..ways(
                        "differs",
                        &words.differs_title,
                        [&words.differs_text],
                        [&words.go_on],
                    )
                }
            }
            Aside::Settings(mistakes) => self.settings_view(mistakes),
            Aside::Copying => self.copying_view(),
            Aside::Visit(at) => self.visit_aside(*at),
            Aside::Company(at) => self.company_view(at),
            Aside::Prove => field(
                "prove",
                &words.prove_title,
                [&words.prove_text],
                &words.field,
            ),
        };
        AsideView {
            problem: self.refusal.clone(),
            ..view
        }
    }

    fn whose(&self, purpose: Purpose) -> AsideView {
        let words = &self.words.dossier;
        let mut choices = vec![&words.whose_mine, &words.whose_stick];
        if purpose == Purpose::Paper {
            choices.push(&words.whose_copy);
        }
        AsideView {
            // With a coach there the computer is seldom the person's own; a way that writes nothing by itself stands ready.
            start: usize::from(self.together()),
            ..ways("whose", &words.whose_title, [&words.whose_text], choices)
        }
    }

    fn sticks(&self, sticks: &[String]) -> AsideView {
        let words = &self.words.dossier;
        let none = sticks.is_empty().then_some(&words.sticks_none);
        let choices = sticks
            .iter()
            .chain([&words.sticks_again, &words.sticks_type]);
        ways("sticks", &words.sticks_title, none, choices)
    }

    /// The paper at hand as it would be written.
    fn by_hand(&self) -> Vec<String> {
        let session = self.session.as_ref();
        let spoken =
            session.and_then(|session| self.papers.spoken(session, &self.lang, &self.words));
        spoken
            .map(|spoken| paper::preview(&self.resolved(&spoken), self.today, &self.words))
            .unwrap_or_default()
    }

    fn placed(&self, typed: Option<&str>, placing: Placing) -> AsideView {
        let words = &self.words.dossier;
        let usual = || format!("{}{}{ENDING}", self.dossiers.folder, words.name);
        let text = match placing {
            Placing::New => vec![&words.place_text, &words.place_files],
            Placing::Moved => vec![&words.place_files],
        };
        AsideView {
            body: AsideBody::Path {
                label: self.words.place.path.clone(),
                text: typed.map_or_else(usual, str::to_owned),
            },
            ..ways("place", &words.place_title, text, [])
        }
    }

    fn offered(&self, secret: Option<&Secret>) -> AsideView {
        let words = &self.words.dossier;
        let Some(secret) = secret else {
            return ways(
                "offered",
                &words.phrase_title,
                [&words.phrase_none],
                [&words.phrase_own],
            );
        };
        let said = fill(
            &words.phrase_strength,
            &[("strength", self.strength(secret))],
        );
        AsideView {
            exact: vec![secret.text().to_owned()],
            ..ways(
                "offered",
                &words.phrase_title,
                [&words.phrase_text, &said],
                [&words.phrase_use, &words.phrase_other, &words.phrase_own],
            )
        }
    }

    fn strength(&self, secret: &Secret) -> &str {
        let words = &self.words.dossier;
        match strength(secret.text()) {
            Strength::Weak => &words.weak,
            Strength::Fair => &words.fair,
            Strength::Strong => &words.strong,
        }
    }

    fn kept_view(&self) -> AsideView {
        let words = &self.words.dossier;
        let path = self
            .kept
            .as_ref()
            .map(|kept| kept.path.as_str())
            .unwrap_or_default();
        let text = [&words.kept_text, &words.kept_open].map(|text| fill(text, &[("path", path)]));
        let ways_on = self.ways_at_kept();
        let say = |way: &AtKept| match way {
            AtKept::Stop => &self.words.menu.stop,
            AtKept::GoOn => &words.go_on,
            AtKept::Earlier => &self.words.visits.earlier,
            AtKept::Phrase => &words.kept_phrase,
            AtKept::Elsewhere => &words.elsewhere,
            AtKept::Remember(Remember::Yes) => &words.kept_remember,
            AtKept::Remember(Remember::No) => &words.kept_unremember,
        };
        ways("kept", &words.kept_title, &text, ways_on.iter().map(say))
    }

    fn trouble_view(&self, path: &str, problem: KeepProblem) -> AsideView {
        let words = &self.words.dossier;
        let where_it_is = fill(&words.trouble_text, &[("path", path)]);
        let reason = self.reason(problem).to_owned();
        ways(
            "trouble",
            &words.trouble_title,
            [&reason, &where_it_is],
            [
                &words.trouble_again,
                &words.elsewhere,
                &words.trouble_without,
            ],
        )
    }

    fn shut(&self, path: &str, problem: OpenProblem, backup: bool) -> AsideView {
        let words = &self.words.dossier;
        let reason = match problem {
            OpenProblem::Missing => &words.missing,
            OpenProblem::Denied => &words.denied,
            OpenProblem::Unreadable => &words.unreadable,
            OpenProblem::NotOurs => &words.not_ours,
            OpenProblem::Newer => &words.newer,
            OpenProblem::Damaged => &words.damaged,
            OpenProblem::WrongPassphrase => &words.wrong,
            OpenProblem::InUse => &words.open_in_use,
            OpenProblem::NoGuide => &words.no_guide,
        };
        let reason = fill(reason, &[("path", path)]);
        let mut text = vec![&reason];
        let mut choices = Vec::new();
        if backup {
            text.push(&words.backup_text);
            choices.push(&words.backup_use);
        }
        choices.extend([&words.trouble_again, &words.shut_without]);
        ways("shut", &words.shut_title, text, choices)
    }
}

pub(super) fn ways<'a>(
    moment: &'static str,
    title: &str,
    text: impl IntoIterator<Item = &'a String>,
    ways: impl IntoIterator<Item = &'a String>,
) -> AsideView {
    AsideView {
        moment,
        title: title.to_owned(),
        text: text.into_iter().cloned().collect(),
        exact: Vec::new(),
        problem: None,
        start: 0,
        body: AsideBody::Ways(ways.into_iter().cloned().collect()),
    }
}

fn field<'a>(
    moment: &'static str,
    title: &str,
    text: impl IntoIterator<Item = &'a String>,
    label: &str,
) -> AsideView {
    AsideView {
        body: AsideBody::Secret {
            label: label.to_owned(),
        },
        ..ways(moment, title, text, [])
    }
}
