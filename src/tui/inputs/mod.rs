//! One input for each asking shape: the half-typed reply, its keys, its drawing.
//!
//! An input knows nothing of the flow: it turns presses into a [`Reply`](crate::core::ask::Reply) and draws itself on a
//! [`Page`](crate::tui::page::Page). Nothing is chosen before the person chooses; an earlier answer is shown.

mod compare;
mod day;
mod field;
mod focus;
mod form;
mod grid;
mod hint;
mod input;
mod open;
mod own;
mod pick;
mod pick_many;
mod plan;
mod rank;
mod read;
mod row;
mod scale;
mod scroll;
mod text;
mod weigh;
mod weighing;

pub use input::{Ctx, Heard, Input};
pub use open::open;

#[cfg(test)]
mod tests;
