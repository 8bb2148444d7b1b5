//! The one test binary; each module says what belongs there.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::wildcard_enum_match_arm,
    clippy::format_push_string,
    reason = "a test that goes wrong may stop at once, and it reads what was written"
)]

mod beside;
mod canary;
mod checking;
mod coach;
mod colophon;
mod content;
mod copied;
mod decisions;
mod detour;
mod diagnostics;
mod documents;
mod dossier;
mod drafts;
mod dying;
mod figures;
mod flow;
mod guarded;
mod handing;
mod health;
mod idle;
mod journey;
mod language;
mod lines;
mod looking_on;
mod marks;
mod meeting;
mod next_time;
mod no_preset;
mod parity;
mod passphrases;
mod pdf;
mod programs;
mod pseudo;
mod ready;
mod rehearsal;
mod return_journey;
mod revisit;
mod screens;
mod sealed;
mod seen_marks;
mod seen_rehearsal;
mod seen_revisit;
mod seen_together;
mod session;
mod sheet;
mod spoiled;
mod support;
mod talk_plan;
mod terminal;
mod texts;
mod tidy;
mod together;
mod transcripts;
mod trials;
mod unseen;
mod ways_back;
mod work_now;
