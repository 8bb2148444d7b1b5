//! The program: arguments in, exit code out.

use std::io::{IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;

use weegwijzer::app::host::Surroundings;
use weegwijzer::cli;

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the command line"
)]
fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    let is_terminal = stdin().is_terminal() && stdout().is_terminal();
    let code = cli::run(
        &args,
        &Surroundings::ask(),
        is_terminal,
        &mut stdout(),
        &mut stderr(),
    );
    ExitCode::from(code)
}
