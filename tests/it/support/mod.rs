//! What the tests share: random but repeatable replies, how a person gives them in each face, and whole sessions.

pub(crate) mod back;
pub(crate) mod clock;
pub(crate) mod command;
pub(crate) mod company;
pub(crate) mod dossier;
pub(crate) mod health;
pub(crate) mod keys;
pub(crate) mod lines;
pub(crate) mod moment;
pub(crate) mod papers;
pub(crate) mod pdf;
pub(crate) mod practice;
pub(crate) mod pty;
pub(crate) mod reading;
pub(crate) mod replies;
pub(crate) mod said;
pub(crate) mod screen;
pub(crate) mod script;
pub(crate) mod sealed;
pub(crate) mod talk;
pub(crate) mod typist;
pub(crate) mod walk;
