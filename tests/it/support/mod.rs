//! What the tests share: random but repeatable replies, and how a person gives them in each face.

pub(crate) mod keys;
pub(crate) mod lines;
pub(crate) mod replies;
pub(crate) mod script;
