//! Job postings as they come: a saved page, an applicant system's JSON or XML, plain text.
//!
//! Nothing is interpreted here beyond what the wrapping says outright; `domain::jobs::parse`
//! reads the text.

pub mod error;

mod ats;
mod decode;
mod document;
mod fragment;
mod html;
mod json;
mod jsonld;
mod lenient;
mod listing;
mod mail;
mod microdata;
mod plain;
mod saved;
mod stated;
mod xml;

use domain::{jobs::Capture, page::Document};

pub use error::{Error, Result};

/// Nothing larger is read: no posting is.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// A page or a file holds at most this many postings.
const MAX_CAPTURES: usize = 200;
/// At most this many characters of one posting are kept.
const MAX_CHARS: usize = 200_000;

/// Reads every posting in a file or a pasted text. `name_hint` is its name or address, if known: of
/// many postings an address may name one.
///
/// # Errors
/// See [`Error`].
pub fn read(bytes: &[u8], name_hint: &str) -> Result<Vec<Capture>> {
    if mail::is_letter(bytes) {
        return read_letter(&mail::read(bytes));
    }
    check_size(bytes.len())?;
    let text = decode::decode(bytes)?;
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(Error::Empty);
    }
    let captures = match kind(trimmed, name_hint) {
        Kind::Json => match lenient::parse(trimmed) {
            Some(value) => json::captures(&value),
            None => vec![plain::capture(trimmed)],
        },
        Kind::Html => html::captures(trimmed),
        Kind::Xml => xml::captures(trimmed),
        Kind::Text => vec![plain::capture(trimmed)],
    };
    some(named(captures, name_hint))
}

/// The documents that came with a letter, if `bytes` is one: a posting may be among them.
pub fn attached(bytes: &[u8]) -> Vec<Vec<u8>> {
    if mail::is_letter(bytes) { mail::read(bytes).attached } else { Vec::new() }
}

/// The postings of a letter: its page before its plain text, and its subject where both name none.
fn read_letter(letter: &mail::Letter) -> Result<Vec<Capture>> {
    check_size(letter.html.len().max(letter.text.len()))?;
    let mut captures = match letter.html.trim() {
        "" => Vec::new(),
        html => html::captures(html),
    };
    captures.retain(has_text);
    if captures.is_empty() && !letter.text.trim().is_empty() {
        captures = vec![plain::capture(&letter.text)];
    }
    if let [one] = captures.as_mut_slice()
        && !one.sources.contains_key("title")
        && let Some(title) = domain::jobs::words::title_in_subject(&letter.subject)
    {
        one.stated.title = title;
        one.sources.insert("title".to_owned(), domain::jobs::FieldSource::Meta);
    }
    some(captures)
}

/// The one posting that an address names, where it names one of many.
fn named(captures: Vec<Capture>, address: &str) -> Vec<Capture> {
    if captures.len() < 2 || !address.starts_with("https://") {
        return captures;
    }
    let parts: Vec<&str> = address.split(['/', '?', '&', '=', '#']).skip(3).collect();
    let is_meant = |capture: &Capture| {
        let id = |id: &String| parts.iter().any(|part| part == id);
        let path = capture.stated.url.trim_end_matches('/');
        capture.ids.iter().any(id) || (!path.is_empty() && path == address.trim_end_matches('/'))
    };
    match captures.iter().filter(|capture| is_meant(capture)).count() {
        1 => captures.into_iter().filter(is_meant).collect(),
        _ => captures,
    }
}

fn has_text(capture: &Capture) -> bool {
    !capture.text.trim().is_empty()
}

fn some(mut captures: Vec<Capture>) -> Result<Vec<Capture>> {
    captures.retain(has_text);
    captures.truncate(MAX_CAPTURES);
    if captures.is_empty() { Err(Error::NoText) } else { Ok(captures) }
}

/// Refuses what is too long to be a posting, before anyone looks at it.
///
/// # Errors
/// [`Error::TooLarge`].
pub const fn check_size(bytes: usize) -> Result<()> {
    if bytes > MAX_BYTES { Err(Error::TooLarge) } else { Ok(()) }
}

/// A pasted text, ready to be parsed: bullets of every kind become "• ".
pub fn from_text(text: &str) -> Capture {
    plain::pasted(text)
}

/// The text of a document that is a posting, ready to be parsed.
pub fn from_document(document: &Document) -> Capture {
    plain::capture(&document::text(document))
}

enum Kind {
    Json,
    Html,
    Xml,
    Text,
}

/// What it is by its first words; the name only decides in doubt.
fn kind(text: &str, name_hint: &str) -> Kind {
    let head: String = text.chars().take(2_000).collect::<String>().to_lowercase();
    let named = |ending: &str| name_hint.to_lowercase().ends_with(ending);
    let has = |tags: &[&str]| tags.iter().any(|tag| head.contains(tag));
    if head.starts_with('{') || head.starts_with("[{") || (head.starts_with('[') && named(".json"))
    {
        return Kind::Json;
    }
    if head.starts_with('[') && head.trim_start_matches('[').trim_start().starts_with('{') {
        return Kind::Json;
    }
    if has(&["<!doctype html", "<html", "<head", "<body"]) {
        return Kind::Html;
    }
    if head.starts_with("<?xml") || has(&["<workzag-jobs", "<rss", "<position>", "<jobs>"]) {
        return Kind::Xml;
    }
    let tags = ["<p>", "<p ", "<div", "<ul", "<li>", "<br", "<h1", "<h2", "<script", "<span"];
    if has(&tags) && (head.starts_with('<') || named(".html") || named(".htm") || has(&["</p>"])) {
        return Kind::Html;
    }
    Kind::Text
}

/// Cuts `text` to what one posting may hold.
fn bounded(text: String) -> String {
    match text.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests;
