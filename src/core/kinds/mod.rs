//! Question kinds: what a question means. One file for each; [`KINDS`] lists them.
//!
//! A kind reads its settings, makes the [`Ask`](crate::core::ask::Ask) that is put, and tells which answers there can be.
//! Nobody outside a kind's file asks which kind a question has.

mod agreement;
mod card;
mod compare;
mod day;
mod form;
mod kind;
mod line;
mod lines;
mod many_of;
mod note;
mod one_of;
mod plan;
mod rank;
mod scale;
mod slider;
mod true_false;
mod weigh;
mod yes_no;

pub use kind::{Domain, Kind, Packed, Row, Thing};
pub use one_of::OneOf;

/// Every question kind.
pub const KINDS: [Row; 17] = [
    agreement::ROW,
    card::ROW,
    compare::ROW,
    day::ROW,
    form::ROW,
    line::ROW,
    lines::ROW,
    many_of::ROW,
    note::ROW,
    one_of::ROW,
    plan::ROW,
    rank::ROW,
    scale::ROW,
    slider::ROW,
    true_false::ROW,
    weigh::ROW,
    yes_no::ROW,
];
