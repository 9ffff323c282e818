//! In the browser the pages, elsewhere the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    plumbline::command::run(std::env::args_os().skip(1))
}
