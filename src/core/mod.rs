//! What it means: questions, answers, rules, the path of one person through a guide.
//!
//! Pure: no clock, disk, environment, randomness or screen. Each module names only modules above it in this list.

pub mod ids;
pub mod source;
pub mod text;
pub mod answer;
pub mod phrase;
pub mod rule;
pub mod list;
pub mod fact;
pub mod ask;
pub mod scene;
pub mod words;
pub mod offers;
pub mod kinds;
pub mod guide;
pub mod session;
pub mod summary;
