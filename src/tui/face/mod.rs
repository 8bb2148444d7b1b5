//! The face: what is shown, what lies over it, and what a key comes to.
//!
//! Invariants:
//! - the innermost listener has a key first: what lies over the screen, then the screen, then the window on the page, then the
//!   face;
//! - a face holds half-typed replies and places of reading, nothing else; what is wanted of the program it returns;
//! - while the program is locked or covered nothing of what was half typed can be drawn.

mod drawing;
mod hearing;
mod state;

pub use state::{Face, Wish};
