//! In the browser the pages, elsewhere the command line.

#[cfg(target_arch = "wasm32")]
fn main() {
    plumbline::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    plumbline::command::run(std::env::args_os().skip(1))
}
