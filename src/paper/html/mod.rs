//! A web page in one file: no script, nothing from outside, light and dark, and made to print on A4.

mod blocks;
mod element;
mod page;
mod style;

pub(super) use page::write;
