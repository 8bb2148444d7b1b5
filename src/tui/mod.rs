//! The face that fills the screen.
//!
//! Drawing is pure: a screen makes a [`page::Page`] from a view and its own half-typed state; one place scrolls it so that the
//! cursor is seen, and puts it on the terminal. A face decides nothing about the path.

pub mod editor;
pub mod inputs;
pub mod page;
pub mod press;
pub mod theme;
