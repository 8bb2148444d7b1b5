//! Located values: what a question file says, and where it says it.
//!
//! A [`Node`] is a value with its [`Place`]. [`Fields`] takes settings out of a mapping by name, collects every complaint
//! in [`Diagnostics`] and goes on reading, so that an author sees all mistakes at once.
//! Knows nothing of YAML, of files on disk, or of what the settings mean.

mod code;
mod diagnostics;
mod fields;
mod kept;
mod node;

pub use code::Code;
pub use diagnostics::{Diagnostic, Diagnostics, nearest};
pub use fields::{Fields, check_keys, is_id, number_of, texts_of, wrong};
pub use node::{Node, Place, Shape, Value};
