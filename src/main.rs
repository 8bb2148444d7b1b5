//! The program: arguments in, exit code out.

use std::io::{IsTerminal, stderr, stdin, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use weegwijzer::app::failure::Kind;
use weegwijzer::app::host::{self, Surroundings};
use weegwijzer::cli;

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the command line"
)]
fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    let is_terminal = stdin().is_terminal() && stdout().is_terminal();
    host::keep_to_itself();
    let run = || {
        cli::run(
            &args,
            &Surroundings::ask(),
            is_terminal,
            &mut stdout(),
            &mut stderr(),
        )
    };
    let code = catch_unwind(AssertUnwindSafe(run)).unwrap_or(Kind::Ours.exit_code());
    ExitCode::from(code)
}
