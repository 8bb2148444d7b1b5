//! The one test binary; each module says what belongs there.

mod content;
mod transcripts;
