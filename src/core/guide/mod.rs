//! A guide: one set of questions that a person walks through, and the papers it can make.
//!
//! Only [`check()`] makes a [`Guide`]; one that is kept was made by it when the program was built. Holding one means: ids are unique, every reference exists and looks backwards,
//! every condition fits the kind of the question it looks at, exactly one step makes paper.

mod check;
mod kept_kind;
mod paper;
mod read;
mod read_paper;
mod together;
mod travel;
mod types;

pub use check::check;
pub use paper::{Block, Line, LineKind, Paper, Reader, Role, Slot, slots};
pub use read::{Draft, read};
pub use together::{Coach, Meeting, MeetingPart, Sitting, Together, Topic};
pub use types::{Each, Guide, Question, Remark, Step, Way};
