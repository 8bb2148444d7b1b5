//! What the tests share: random but repeatable replies, a guide that is opened once for each test, and talks in lines.

pub(crate) mod replies;
pub(crate) mod talk;
