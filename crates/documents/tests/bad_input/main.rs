//! Everything bad that a file can be, each read by a worker of its own: an error with words or a
//! bounded part with a warning, soon, and in little memory.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test of what is read may fail loudly, and says what it saw"
)]

mod archives;
#[path = "../made/mod.rs"]
mod made;
mod pdfs;
mod texts;

use std::{
    future::pending,
    path::PathBuf,
    time::{Duration, Instant},
};

use documents::{
    Error,
    worker::{Limits, Workers},
};
use domain::{page::WarningCode, resumes::Reading};

/// A file may take this long; code that is not optimised takes several times as long.
const TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 2 });
/// No file may take more memory than this, in MiB.
const MOST: u64 = 300;
/// And none that is accepted more than this.
const MOST_ACCEPTED: u64 = 150;

/// Has a fresh worker understand a file, and checks what holds for every file.
async fn judge(bytes: Vec<u8>) -> Result<Reading, Error> {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_documents-worker"));
    let limits = Limits { workers: 1, time: TIME, ..Limits::default() };
    let workers = Workers::with_limits(program, Vec::<String>::new(), limits);
    let start = Instant::now();
    let answer = workers.parse(bytes, pending()).await;
    let (took, peak) = (start.elapsed(), workers.peak_bytes() >> 20);
    assert!(took < TIME + Duration::from_secs(1), "took {took:?}");
    assert_ne!(answer, Err(Error::TooSlow), "took {took:?}");
    assert!(peak <= MOST, "took {peak} MiB");
    assert!(answer.is_err() || peak <= MOST_ACCEPTED, "accepted, and took {peak} MiB");
    answer
}

/// The kinds of warnings of a reading.
fn codes(reading: &Reading) -> Vec<WarningCode> {
    reading.warnings.iter().map(|warning| warning.code).collect()
}

/// The text of a reading, a line each.
fn text(reading: &Reading) -> String {
    reading.lines.iter().map(|line| format!("{}\n", line.text)).collect()
}
