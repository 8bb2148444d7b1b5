//! Panics: what is said when the program itself is at fault, and that nothing else is said.
//!
//! What a panic carries can hold what a person typed, so it is never shown: only a fixed sentence, and a line with the version
//! and a place in the program, which can be passed on.

use std::io::{Write, stderr};
use std::panic::Location;

/// From now on a panic first lets `before` put things in order, and then says no more than `sentence` and where it was.
pub fn hush(sentence: String, before: impl Fn() + Send + Sync + 'static) {
    std::panic::set_hook(Box::new(move |panic| {
        before();
        // Where the terminal is gone nobody is left to tell.
        let _ = writeln!(stderr(), "{sentence}\n{}", line(panic.location()));
    }));
}

/// The line to pass on.
fn line(place: Option<&Location<'_>>) -> String {
    let version = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    match place {
        Some(place) => format!("{version} {}:{}", place.file(), place.line()),
        None => version.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_on_is_a_version_and_a_place() {
        let said = line(Some(Location::caller()));
        let parts: Vec<&str> = said.split(' ').collect();
        assert_eq!(parts.len(), 3, "{said}");
        assert!(parts[2].contains("panics.rs:"), "{said}");
    }
}
