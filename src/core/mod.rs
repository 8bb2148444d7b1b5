//! What it means: questions, answers, rules, the path of one person through a guide.
//!
//! Pure: no clock, disk, environment, randomness or screen. No two modules name each other.

pub mod about;
pub mod answer;
pub mod ask;
pub mod before;
pub mod braces;
pub mod colophon;
pub mod fact;
pub mod guide;
pub mod ids;
pub mod kept;
pub mod kinds;
pub mod later;
pub mod list;
pub mod offers;
pub mod packed;
pub mod phrase;
pub mod rehearsal;
pub mod rule;
pub mod scene;
pub mod session;
pub mod source;
pub mod spoken;
pub mod summary;
pub mod text;
pub mod words;
