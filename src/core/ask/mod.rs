//! Asking shapes: how a question is put, how a reply is heard, what of an answer still holds, how an answer is said.
//!
//! A closed set. The faces know only these; which kind of question stands behind a shape is not their business.
//! [`Ask::hear`] is the only way from a [`Reply`] to an [`Answer`](crate::core::answer::Answer); a reply that does not fit gives a
//! [`Refusal`], a reason as data, never a sentence.

mod grid;
mod hear;
mod keep;
mod said;
mod shape;
mod written;

pub use shape::{
    Ask, CompareColumn, Field, FieldAsk, GridColumn, Offer, Refusal, Reply, WeighItem,
};
pub use written::Written;
