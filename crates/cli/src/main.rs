//! `ats`, the terminal door to the same use cases as the window.
//!
//! JSON on standard output, words on standard error. Exit status 0: done; 1: something could not
//! be read or done; 2: wrong usage.

mod arguments;
mod commands;
mod jsonl;
mod print;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

/// Counts memory, so that the reading of a hostile file can be limited; see [`app::worker`].
#[global_allocator]
static ALLOCATOR: app::worker::Allocator = app::worker::allocator();

fn main() -> ExitCode {
    if app::worker::is_asked_for() {
        return app::worker::serve(&ALLOCATOR);
    }
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            print::words(&format!("ats could not start: {error}"));
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(commands::run(arguments)) {
        Ok(code) => code,
        Err(error) => {
            print::failure(&error);
            ExitCode::FAILURE
        }
    }
}
