//! Redaction: what identifies a person is replaced by placeholders before a text leaves, and put
//! back into what returns.

mod normal;
mod own;

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::{resumes::Resume, vocabulary};
use normal::Normal;

static PATTERNS: LazyLock<Vec<(&'static str, Regex)>> = LazyLock::new(patterns);

/// What was hidden so far, over all texts of one call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Redaction {
    /// Every placeholder with what it stands for, as first met.
    held: Vec<(String, String)>,
    /// What the resume itself says identifies its owner: kind and text.
    own: Vec<(&'static str, String)>,
}

/// A text that came back with a placeholder nobody made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The placeholder.
    pub placeholder: String,
}

/// A text without what identifies a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// The text with placeholders.
    pub text: String,
    /// How many places were hidden.
    pub hidden: usize,
}

impl Redaction {
    /// Knows a resume's owner by name, address and accounts; with `places`, their city,
    /// employers and schools are hidden as well.
    pub fn of(resume: &Resume, places: bool) -> Self {
        Self { held: Vec::new(), own: own::identifiers(resume, places) }
    }

    /// Knows these names.
    pub fn of_names(names: &[String]) -> Self {
        let own = names.iter().flat_map(|name| own::name(name)).collect();
        Self { held: Vec::new(), own }
    }

    /// The text with placeholders for whatever identifies a person; the same thing always gets
    /// the same placeholder.
    pub fn hide(&mut self, text: &str) -> Redacted {
        let normal = Normal::new(text);
        let mut taken: Vec<(std::ops::Range<usize>, &'static str)> = Vec::new();
        for (kind, range) in own::find(&normal, &self.own) {
            take(&mut taken, range, kind);
        }
        for (kind, pattern) in PATTERNS.iter() {
            for found in pattern.captures_iter(&normal.text) {
                if let Some(range) = hidden(kind, &found, &normal) {
                    take(&mut taken, range, kind);
                }
            }
        }
        taken.sort_by_key(|it| it.0.start);
        let hidden = taken.len();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (range, kind) in taken {
            out.push_str(text.get(at..range.start).unwrap_or_default());
            let original = text.get(range.clone()).unwrap_or_default();
            out.push_str(&self.placeholder(kind, original));
            at = range.end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        Redacted { text: out, hidden }
    }

    /// The text with every placeholder put back.
    ///
    /// # Errors
    /// The first placeholder that nobody made: then the text is not to be trusted.
    pub fn restore(&self, text: &str) -> Result<String, Unknown> {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find("[[") {
            out.push_str(rest.get(..at).unwrap_or_default());
            rest = rest.get(at..).unwrap_or_default();
            let end = rest.find("]]").map_or(rest.len(), |end| end + 2);
            let placeholder = rest.get(..end).unwrap_or_default();
            match self.held.iter().find(|it| it.0 == placeholder) {
                Some((_, original)) => out.push_str(original),
                None => return Err(Unknown { placeholder: placeholder.to_owned() }),
            }
            rest = rest.get(end..).unwrap_or_default();
        }
        out.push_str(rest);
        Ok(out)
    }

    /// Every placeholder with what it stands for.
    pub fn held(&self) -> &[(String, String)] {
        &self.held
    }

    fn placeholder(&mut self, kind: &str, original: &str) -> String {
        if let Some((known, _)) = self.held.iter().find(|it| it.1 == original) {
            return known.clone();
        }
        let start = format!("[[{kind}_");
        let count = self.held.iter().filter(|it| it.0.starts_with(&start)).count();
        let placeholder = format!("{start}{}]]", count + 1);
        self.held.push((placeholder.clone(), original.to_owned()));
        placeholder
    }
}

/// Adds a range, or widens the one it overlaps.
fn take(
    taken: &mut Vec<(std::ops::Range<usize>, &'static str)>,
    range: std::ops::Range<usize>,
    kind: &'static str,
) {
    let touching: Vec<usize> = taken
        .iter()
        .enumerate()
        .filter(|(_, it)| it.0.start < range.end && range.start < it.0.end)
        .map(|it| it.0)
        .collect();
    let Some(first) = touching.first().copied() else {
        taken.push((range, kind));
        return;
    };
    let mut whole = range;
    // What was found first says what it is.
    let mut kind = kind;
    for at in touching.iter().rev() {
        let (old, known) = taken.remove(*at);
        kind = known;
        whole = whole.start.min(old.start)..whole.end.max(old.end);
    }
    taken.insert(first.min(taken.len()), (whole, kind));
}

/// The place to hide of a match, unless it is nobody's identifier.
fn hidden(kind: &str, found: &Captures<'_>, normal: &Normal) -> Option<std::ops::Range<usize>> {
    let it = found.name("it").or_else(|| found.get(0))?;
    let text = it.as_str();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let innocent = match kind {
        "PHONE" => is_dates(text) || digits > 0 && digits < 6 || is_amount(normal, it.range()),
        "ID" => digits < 4 || is_dates(text) || is_amount(normal, it.range()),
        "URL" | "HANDLE" => vocabulary::named(text).is_some() || is_code(text),
        "IBAN" => digits < 8,
        _ => false,
    };
    if innocent {
        return None;
    }
    let trimmed = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '.' | ')' | '(' | '-')
    });
    let start = it.start() + (text.len() - text.trim_start().len());
    Some(normal.origin(start)..normal.origin_end(it.start() + trimmed.len()))
}

/// "2018 - 2020", "03/2019 – 12/2021", "2019-04-01".
fn is_dates(text: &str) -> bool {
    static DATES: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^\s*(?:(?:\d{1,2}[./\- ])?(?:19|20)\d{2}\s*(?:[-–/]|to|\s)\s*)+(?:(?:\d{1,2}[./\- ])?(?:19|20)?\d{2})?\s*$|^\s*(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s*[-–]\s*(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})?\s*$").ok()
    });
    DATES.as_ref().is_some_and(|it| it.is_match(text))
}

/// A sum of money or a count: digits in threes beside a currency or a word.
fn is_amount(normal: &Normal, range: std::ops::Range<usize>) -> bool {
    static GROUPS: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^[1-9]\d{0,2}(?:([ .'])\d{3})(?:[ .']\d{3})*$").ok());
    let text = normal.text.get(range.clone()).unwrap_or_default().trim();
    let grouped = GROUPS.as_ref().is_some_and(|it| it.is_match(text));
    let before = normal.text.get(..range.start).unwrap_or_default().trim_end();
    let after = normal.text.get(range.end..).unwrap_or_default().trim_start();
    let currency = before.ends_with(['$', '€', '£', '¥'])
        || after.starts_with(['$', '€', '£', '%'])
        || after.starts_with("EUR")
        || after.starts_with("USD");
    grouped && (currency || after.starts_with(char::is_alphabetic) && !text.contains('.'))
}

/// "Node.js", "README.md": names of files and libraries are nobody's.
fn is_code(text: &str) -> bool {
    let lower = text.to_lowercase();
    [".js", ".net", ".py", ".rs", ".md", ".txt", ".pdf"].iter().any(|end| lower.ends_with(end))
        && !lower.contains('/')
        || matches!(
            lower.as_str(),
            "socket.io" | "draw.io" | "asp.net" | "booking.com" | "amazon.com"
        )
}

fn patterns() -> Vec<(&'static str, Regex)> {
    let mut lists: Vec<(&str, &str)> = Vec::new();
    let mut out = Vec::new();
    for line in include_str!("../../screening/identifiers.txt").lines() {
        if let Some((name, list)) = line.strip_prefix('$').and_then(|it| it.split_once(" = ")) {
            lists.push((name, list));
        } else if let Some((kind, pattern)) =
            line.split_once(" | ").filter(|_| !line.starts_with('#'))
        {
            let full = lists
                .iter()
                .fold(pattern.to_owned(), |it, (name, list)| it.replace(&format!("${name}"), list));
            out.extend(Regex::new(&full).ok().map(|it| (kind, it)));
        }
    }
    out
}

/// How many patterns the file has, for the test that all could be read.
#[cfg(test)]
pub(super) fn count() -> (usize, usize) {
    let lines = include_str!("../../screening/identifiers.txt").lines();
    (lines.filter(|it| !it.starts_with(['#', '$'])).count(), PATTERNS.len())
}

#[cfg(test)]
mod tests;
