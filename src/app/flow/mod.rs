//! The program itself, pure: an intent in, effects out, and a view of the moment.
//!
//! Invariants:
//! - nothing outside is touched: what must be done is returned as an [`Effect`](crate::app::effect::Effect);
//! - both faces speak to this and to nothing else; half-typed replies are theirs, answers are here;
//! - no path changes an answer without showing first what it would set aside;
//! - what a person does alone is not asked while a coach sits there, so it is in no view, whatever the stage;
//! - what was chosen to be kept is kept after every change, and the header says truly whether it is.

mod aside;
mod clip;
mod company;
mod company_view;
mod detour;
mod drafts;
mod earlier;
mod forms;
mod given;
mod guest;
mod habits;
mod handing;
mod health;
mod idle;
mod judged;
mod keep;
mod kept;
mod lock;
mod map;
mod meeting;
mod next_step;
mod otherwise;
mod practice;
mod preview;
mod rehearsal_ways;
mod rehearse;
mod rehearsed;
mod renewal;
mod reported;
mod revisit;
mod settle;
mod show;
mod since_written;
mod state;
mod then_and_now;
mod topics;
mod update;
mod visits;
mod written;

pub use keep::ENDING;
pub use state::{Dossiers, Flow, Start};
