//! What a question can see when it is put: earlier answers, earlier choices, and the thing it is repeated for.

use crate::core::ask::Offer;
use crate::core::ids::QuestionId;
use crate::core::rule::Sight;

/// What is known at the moment a question is put.
pub trait Scene: Sight {
    /// Returns what was chosen at an earlier question, in order; nothing when it is not asked.
    fn chosen(&self, question: &QuestionId) -> Vec<Offer>;
    /// Returns what was chosen another time, at a question of the guide that this one follows.
    fn before(&self, question: &QuestionId) -> Vec<Offer>;
    /// Returns the thing for which the question is repeated.
    fn each(&self) -> Option<&Offer>;
    /// Lets conditions look, where a trait object of the plain kind is needed.
    fn sight(&self) -> &dyn Sight;
}
