//! What is sealed in a dossier: a plain form with a version, apart from the types that run.
//!
//! Names are those of an answers file. A person who opens a dossier without this program finds each question and what they
//! said in words beside the ids. Once released, a field keeps its name and meaning for ever; what comes later comes beside it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::app::dossier::edge::Saying;

/// The version of this form. The second has what was practised, knows the day and who sat there, and has an earlier visit whole.
pub const VERSION: u32 = 2;

/// Everything that is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The version of the form.
    pub version: u32,
    /// The day on which something was said last, such as `2026-12-03`; nothing where that is not known.
    #[serde(default)]
    pub date: Option<String>,
    /// The guide that was walked.
    pub guide: GuideMark,
    /// The language it was walked in.
    pub lang: String,
    /// The question the person was at.
    #[serde(default)]
    pub at: Option<String>,
    /// What was said, by question; also what is set aside, and what the guide does not ask any more.
    pub answers: BTreeMap<String, Saying>,
    /// Steps that were opened from the map.
    #[serde(default)]
    pub opened: Vec<String>,
    /// What was made of the lines of each paper.
    #[serde(default)]
    pub papers: BTreeMap<String, Lines>,
    /// What was decided at the health check.
    #[serde(default)]
    pub decisions: Vec<Decided>,
    /// Remarks of the person's own, by question.
    #[serde(default)]
    pub remarks: BTreeMap<String, String>,
    /// What was said in practising the talk, by question of the employer.
    #[serde(default)]
    pub practised: BTreeMap<String, Vec<Practised>>,
    /// Earlier visits, the oldest first.
    #[serde(default)]
    pub visits: Vec<Visit>,
    /// Who sat there, where a coach did.
    #[serde(default)]
    pub people: Option<People>,
}

/// Who sat there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// For each topic that was asked about, whether it is done alone.
    pub alone: BTreeMap<String, bool>,
}

/// One time that a question was practised. A text that is empty was said aloud.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practised {
    /// The answer.
    pub said: String,
    /// What was said to a reaction.
    #[serde(default)]
    pub then: String,
}

/// Which guide it was, and in which shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideMark {
    /// Its name.
    pub id: String,
    /// The version its authors gave it.
    pub version: i64,
    /// Changes with every change of its files.
    pub fingerprint: String,
}

/// What was made of the lines of a paper, by the names of the lines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// Left out though they start on, or put on though they start off.
    #[serde(default)]
    pub switched: Vec<String>,
    /// In softer words.
    #[serde(default)]
    pub softer: Vec<String>,
    /// The order, as far as it was changed.
    #[serde(default)]
    pub order: Vec<String>,
}

/// A decision on one health word in one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// The text it was taken on.
    pub text: String,
    /// The rule that found the word.
    pub rule: String,
    /// What was decided.
    pub decision: Verdict,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// In other words.
    Reword(String),
    /// Without this line.
    LeaveOut,
    /// Not about health.
    NotHealth,
}

/// An earlier visit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// The day, such as `2026-12-03`; empty where that is not known.
    pub date: String,
    /// The guide.
    pub guide: GuideMark,
    /// What was said.
    pub answers: BTreeMap<String, Saying>,
    /// Steps that were opened from the map.
    #[serde(default)]
    pub opened: Vec<String>,
    /// What was made of the lines of each paper.
    #[serde(default)]
    pub papers: BTreeMap<String, Lines>,
    /// What was decided at the health check.
    #[serde(default)]
    pub decisions: Vec<Decided>,
    /// Remarks of the person's own, by question.
    #[serde(default)]
    pub remarks: BTreeMap<String, String>,
}

/// Why content cannot be used. It says nothing of what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// A later program made it.
    Newer,
    /// It is not in this form.
    Malformed,
}

/// The version alone; every later form has it as well.
#[derive(Deserialize)]
struct Mark {
    version: u32,
}

impl Content {
    /// Writes the content as text: JSON, which is YAML as well.
    pub fn print(&self) -> Zeroizing<Vec<u8>> {
        // Room for all of it, so that no copy of its beginning stays behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(1 << 18));
        write(self, &mut bytes);
        bytes.push(b'\n');
        bytes
    }

    /// Reads content.
    pub fn read(bytes: &[u8]) -> Result<Self, Unusable> {
        let malformed = |_| Unusable::Malformed;
        let mark: Mark = serde_json::from_slice(bytes).map_err(malformed)?;
        if mark.version > VERSION {
            return Err(Unusable::Newer);
        }
        let content: Self = serde_json::from_slice(bytes).map_err(malformed)?;
        if (1..=VERSION).contains(&content.version) && content.is_sound() {
            // What an older form does not have is empty; it is written as this one.
            Ok(Self {
                version: VERSION,
                ..content
            })
        } else {
            Err(Unusable::Malformed)
        }
    }

    /// Says whether every answer is one the program knows.
    fn is_sound(&self) -> bool {
        let visits = self.visits.iter().map(|visit| &visit.answers);
        let mut all = visits.chain([&self.answers]).flat_map(BTreeMap::values);
        all.all(|saying| saying.answer.answer().is_some())
    }

    /// Forgets an earlier visit. Whoever does this writes the file and its backup anew, so that neither holds it.
    pub fn forget_visit(&mut self, number: usize) {
        if number < self.visits.len() {
            self.visits.remove(number);
        }
    }
}

fn write(content: &Content, bytes: &mut Vec<u8>) {
    serde_json::to_writer_pretty(bytes, content)
        .expect("text, numbers, lists and maps can always be written");
}

#[cfg(test)]
mod tests;
