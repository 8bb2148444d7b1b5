//! The one condition language, for questions, options, remarks and sentences on paper.
//!
//! Total and three-valued: a condition holds, does not hold, or is not known yet. It looks only at earlier answers,
//! which [`crate::core::guide`] checks before a guide exists.

mod condition;
mod eval;
mod read;

pub use condition::{Reference, Rule};
pub use eval::{Known, Sight, Truth};
pub use read::{read, reference};
