//! What the tests share: random but repeatable replies, and a guide that is opened once for each test.

pub(crate) mod replies;
