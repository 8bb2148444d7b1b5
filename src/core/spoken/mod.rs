//! A paper in words of one language: what the health-word check looks at, and what documents are composed from.

mod content;
mod paper;
mod weights;

pub use content::SpokenContent;
pub use paper::{Spoken, SpokenBlock, SpokenLine};
pub use weights::{Weighed, WeightColumn, WeightSide};
