//! One person's path through a guide: which questions are asked, where they are, what a change would do.
//!
//! Invariants:
//! - which questions are asked is computed from the answers, never stored;
//! - an answer that is not asked now is kept, and is in no walk, so in no summary; it comes back when it is asked again;
//! - what a person does alone is not asked while a coach sits there, whatever it is wanted for.

mod change;
mod company;
mod path;
mod walk;

pub use change::{Consequence, consequence};
pub use company::{Company, With};
pub use path::{Progress, Session, StepState, StepView};
pub use walk::{Asked, Held, Scope, Walk};
