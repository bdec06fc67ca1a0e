//! The only place that prints: JSON for programs, words for people.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the place")]

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

/// Prints one JSON document, indented.
pub(crate) fn document<T: Serialize>(value: &T) {
    println!("{}", pretty(value));
}

/// Prints one JSON document on one line.
pub(crate) fn line<T: Serialize>(value: &T) {
    println!("{}", serde_json::to_string(value).unwrap_or_default());
}

/// One JSON document, indented.
pub(crate) fn pretty<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Prints finished lines at once; an error means that nobody reads any more.
pub(crate) fn lines(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Says something to the person.
pub(crate) fn words(text: &str) {
    eprintln!("{text}");
}

/// Says what went wrong, to the person and to the program that asked.
pub(crate) fn failure(error: &app::Error) {
    words(&error.to_string());
    line(&failure_json(error));
}

/// What stands where a result would.
pub(crate) fn failure_json(error: &app::Error) -> Value {
    json!({ "error": { "code": error.reason(), "message": error.to_string() } })
}
