//! A whole talk in a real terminal.
