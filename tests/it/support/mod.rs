//! What the tests share: random but repeatable replies, how a person gives them in each face, and whole sessions.

pub(crate) mod back;
pub(crate) mod dossier;
pub(crate) mod health;
pub(crate) mod keys;
pub(crate) mod lines;
pub(crate) mod papers;
pub(crate) mod pdf;
pub(crate) mod pty;
pub(crate) mod reading;
pub(crate) mod replies;
pub(crate) mod script;
pub(crate) mod talk;
