//! Drawing that several screens share: lists, header, footer, and the frame that puts all of it on the terminal.
//!
//! A widget is handed everything it shows; it remembers nothing and changes nothing.

pub mod footer;
pub mod frame;
pub mod header;
pub mod items;
