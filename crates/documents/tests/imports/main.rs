//! Resumes that programs saved: every value finds its field or stays as a line.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test of what is read may fail loudly, and says what it saw"
)]

mod carried;
mod europass;
mod linkedin;
#[path = "../made/mod.rs"]
mod made;
mod reactive;
mod rendercv;
mod resume_json;

use documents::understand;
use domain::resumes::{Reading, fields};

/// Understands a file that must be understood, and checks what holds for all of them.
fn understood(bytes: &[u8]) -> Reading {
    let reading = understand(bytes).unwrap();
    for (path, _) in fields(&reading.resume) {
        let origin = reading.origins.get(&path).unwrap_or_else(|| panic!("{path} has no origin"));
        assert!(origin.confidence > 0.9, "{path}");
        for line in &origin.lines {
            assert!((*line as usize) < reading.lines.len(), "{path}");
        }
    }
    reading
}

/// The lines that no field took.
fn unplaced(reading: &Reading) -> Vec<&str> {
    reading.unplaced.iter().map(|line| reading.lines[*line as usize].text.as_str()).collect()
}

/// The fields of a resume that start with `part`, as `path = text` lines.
fn shown(reading: &Reading, part: &str) -> String {
    let all = fields(&reading.resume);
    let lines = all.iter().filter(|(path, _)| path.starts_with(part));
    lines.map(|(path, text)| format!("{path} = {}\n", text.replace('\n', " / "))).collect()
}
