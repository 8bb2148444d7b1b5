//! The face that fills the screen.
//!
//! Drawing is pure: a screen makes a [`page::Page`] from a view and its own half-typed state; one place scrolls it so that the
//! cursor is seen, and puts it on the terminal. A face decides nothing about the path. Only one file touches the terminal.

pub mod canvas;
pub mod editor;
pub mod face;
pub mod inputs;
pub mod keymap;
pub mod keys;
pub mod marking;
pub mod marks;
pub mod page;
pub mod port;
pub mod press;
pub mod run;
pub mod screens;
pub mod terminal;
pub mod theme;
pub mod widgets;

#[cfg(test)]
mod tests;
