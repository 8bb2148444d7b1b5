//! Who sits there, and what a person keeps for when they are alone.
//!
//! While a coach sits beside the person, a question of a topic that the person did not agree to do together is not asked: it is in
//! no walk, so in no view, on no paper and in no condition. What was said there is kept, and counts again when the person is alone.

use std::collections::BTreeMap;

use crate::core::guide::Together;
use crate::core::ids::QuestionId;

/// Who sits there, or how something is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum With {
    /// The person alone.
    #[default]
    Alone,
    /// The person and a coach.
    Coach,
}

/// Who sits there now, and what was chosen for each topic that can be done alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Company {
    /// Who sits there now.
    pub now: With,
    /// A coach sat there before, or does now.
    pub met: bool,
    /// How each topic is done, by its name; a topic that is not here was not asked about.
    pub topics: BTreeMap<String, With>,
}

impl Company {
    /// Returns the topic for which a question is held back now.
    pub fn holds_back<'a>(&self, together: &'a Together, question: &QuestionId) -> Option<&'a str> {
        if self.now == With::Alone {
            return None;
        }
        let topic = together.topic(question)?;
        (self.topics.get(topic.id.as_str()) != Some(&With::Coach)).then_some(topic.id.as_str())
    }

    /// Says whether it is still to be asked how a topic is done.
    pub fn asks_about(&self, topic: &str) -> bool {
        self.now == With::Coach && !self.topics.contains_key(topic)
    }
}
