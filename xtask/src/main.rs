//! The tasks of the house: `cargo xtask start`, `test`, `bench` and `accuracy`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a task talks to who started it")]

mod accuracy;
mod bench;
mod commands;
mod counts;
mod desktop;
mod machine;
mod packages;
mod places;
mod setup;
mod skills;
mod stages;
mod start;
mod systems;
mod test;

use std::{env, error::Error, process::ExitCode};

/// What a task gives, or the sentence that says why it stopped.
type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "\
cargo xtask start [--check]   set everything up and open ATSPro (--check: only say what is missing)
cargo xtask test              set everything up and run every test
cargo xtask bench             how long things take, beside what they may take
cargo xtask accuracy          how well the files of ../shared/corpus are read, where it is there";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["start"] => start::start(),
        ["start", "--check"] => start::check(),
        ["test"] => test::test(),
        ["bench"] => bench::bench(),
        ["accuracy"] => accuracy::accuracy(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}
