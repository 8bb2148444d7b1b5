//! The command line, run within the test.

use std::ffi::OsString;

use weegwijzer::app::host::Surroundings;

/// Runs a command; returns its exit code and all that it says.
pub(crate) fn command(arguments: &[&str]) -> (u8, String) {
    let arguments: Vec<OsString> = std::iter::once("weegwijzer")
        .chain(arguments.iter().copied())
        .map(OsString::from)
        .collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let surroundings = Surroundings::default();
    let code = weegwijzer::cli::run(&arguments, &surroundings, false, &mut out, &mut err);
    let said = [out, err].concat();
    (code, String::from_utf8(said).expect("text"))
}
