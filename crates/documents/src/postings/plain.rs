//! Plain text to lines: bullets told apart, odd spaces gone.

use domain::jobs::{Capture, Posting};

use super::bounded;

/// What may stand before a list item.
const BULLETS: &[char] = &[
    '•', '·', '●', '○', '▪', '■', '◦', '‣', '⁃', '✓', '✔', '➢', '►', '▸', '❖', '\u{f0b7}', '∙', '*',
];

/// A posting that says nothing about itself but its text.
pub(super) fn capture(text: &str) -> Capture {
    Capture { text: lines(text), stated: Posting::default(), ..Capture::default() }
}

/// A pasted text: the same lines, and its paragraphs stay apart.
pub(super) fn pasted(text: &str) -> Capture {
    let mut kept: Vec<String> = Vec::new();
    for line in text.lines().map(line_of) {
        let again = line.is_empty() && kept.last().is_none_or(String::is_empty);
        if !again {
            kept.push(line);
        }
    }
    let text = bounded(kept.join("\n").trim_end().to_owned());
    Capture { text, ..Capture::default() }
}

/// One paragraph, heading or bullet a line; bullets start with "• ".
pub(super) fn lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(super::MAX_CHARS));
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}']) {
        let line = line_of(line);
        if !line.is_empty() {
            out.push_str(&line);
            out.push('\n');
        }
    }
    bounded(out.trim_end().to_owned())
}

/// One line without odd spaces, its bullet made "• ".
pub(super) fn line_of(line: &str) -> String {
    let clean = clean(line);
    let rest = clean.trim_start_matches(BULLETS).trim_start();
    let dashed = ["- ", "– ", "— ", "-\t", "o "].iter().find_map(|dash| rest.strip_prefix(dash));
    match dashed {
        Some(item) if !item.trim().is_empty() => format!("• {}", item.trim()),
        _ if rest.len() < clean.len() && !rest.is_empty() => format!("• {rest}"),
        _ if rest.is_empty() => String::new(),
        _ => clean,
    }
}

/// Spaces folded, invisible characters gone, bracket tokens turned back.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() || c.is_control() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    let out = out.trim();
    if out.contains("-LRB-") { out.replace("-LRB-", "(").replace("-RRB-", ")") } else { out.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_text_keeps_its_paragraphs() {
        assert_eq!(pasted("\nBaker\n\n\nYou:\n- bake\n").text, "Baker\n\nYou:\n• bake");
    }

    #[test]
    fn bullets_of_every_kind_become_one() {
        assert_eq!(
            lines("Skills:\n- Rust\n * Go\n▪\u{a0}C++\n\n•\n"),
            "Skills:\n• Rust\n• Go\n• C++"
        );
    }

    #[test]
    fn soft_hyphens_and_no_break_spaces_vanish() {
        assert_eq!(clean("Soft\u{ad}ware\u{a0} \u{200b}Engineer"), "Software Engineer");
    }
}
