//! One input for each asking shape: the half-typed reply, its keys, its drawing.
//!
//! An input knows nothing of the flow: it turns presses into a [`Reply`] and draws itself on a [`Page`].

mod input;

pub use input::{Ctx, Heard, Input};
