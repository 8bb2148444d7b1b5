//! The one test binary.

// The health-word lists and what they find: every entry's examples, the figures on sentences, the gate.
mod health;
