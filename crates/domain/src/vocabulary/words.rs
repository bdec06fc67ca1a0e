//! The words of a line with what is worth knowing of each: see [`naming`](super::naming).

use std::ops::Range;

use super::{Mention, SkillKind};

/// Longer lines are no sentences; what comes after so many words is left out.
const MOST: usize = 600;

/// A word of a line.
pub(super) struct Token<'a> {
    pub(super) printed: &'a str,
    /// In small letters without trailing punctuation.
    pub(super) word: String,
    pub(super) range: Range<usize>,
    pub(super) shape: String,
    /// What the vocabulary knows it as: `O`, or begin or inside and a letter for the kind.
    pub(super) known: String,
    /// Whether a comma parts it from the word before.
    pub(super) parted: bool,
}

impl Token<'_> {
    /// The last three letters of a longer word.
    pub(super) fn ending(&self) -> Option<String> {
        let letters: Vec<char> = self.printed.to_lowercase().chars().collect();
        let wordy = letters.iter().all(|c| c.is_alphabetic());
        (wordy && letters.len() >= 5).then(|| letters.iter().skip(letters.len() - 3).collect())
    }
}

/// The words of a line that starts at `start` of its text.
pub(super) fn tokens<'a>(line: &'a str, start: usize, mentions: &[Mention]) -> Vec<Token<'a>> {
    let mut tokens: Vec<Token<'a>> = Vec::new();
    let mut parted = false;
    for piece in pieces(line).take(MOST) {
        let printed = line.get(piece.clone()).unwrap_or_default();
        if printed == "," {
            parted = true;
            continue;
        }
        let range = start + piece.start..start + piece.end;
        let trimmed = printed.trim_end_matches(|c: char| {
            !(c.is_alphanumeric() || matches!(c, '_' | '+' | '#' | '&' | '/' | '\'' | '.' | '-'))
        });
        tokens.push(Token {
            printed,
            word: trimmed.to_lowercase(),
            shape: shape(printed),
            known: known(&range, mentions),
            range,
            parted,
        });
        parted = false;
    }
    tokens
}

/// Words and the punctuation around them, as stretches of a line.
fn pieces(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    for word in line.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let opening = bare.len() - bare.trim_start_matches(['(', '[', '"', '“', '•', '*']).len();
        let closing =
            |c: char| matches!(c, ',' | ';' | ':' | ')' | ']' | '"' | '”' | '!' | '?' | '.');
        let inner = bare.get(opening..).unwrap_or_default().trim_end_matches(closing);
        let end = opening + inner.len();
        let marks = bare.char_indices().filter(|(mark, _)| *mark < opening || *mark >= end);
        let (before, after): (Vec<_>, Vec<_>) = marks.partition(|(mark, _)| *mark < opening);
        let whole = |(mark, c): (usize, char)| at + mark..at + mark + c.len_utf8();
        all.extend(before.into_iter().map(whole));
        if end > opening {
            all.push(at + opening..at + end);
        }
        all.extend(after.into_iter().map(whole));
        at += word.len();
    }
    all.into_iter()
}

/// How a word is printed: its capitals, digits and joints.
fn shape(word: &str) -> String {
    if !word.chars().any(char::is_alphanumeric) {
        return format!("P{}", word.chars().next().unwrap_or_default());
    }
    let core = word.trim_matches(['.', ',', ';', ':', '(', ')', '!', '?', '•', '*']);
    let first = core.chars().next().is_some_and(char::is_uppercase);
    if core.chars().all(|c| c.is_ascii_digit()) {
        return "D".to_owned();
    }
    if core.chars().any(|c| c.is_ascii_digit()) {
        return if first { "XD" } else { "xd" }.to_owned();
    }
    let capitals = core.chars().filter(|c| c.is_uppercase()).count();
    let letters = core.chars().filter(|c| c.is_alphabetic()).count();
    let joint = |c: char| if core.contains(c) { c.to_string() } else { String::new() };
    match capitals {
        0 => format!("x{}{}{}", joint('-'), joint('/'), joint('.')),
        1 if first => format!("Xx{}{}", joint('-'), joint('/')),
        count if count == letters => "XX".to_owned(),
        _ => "xX".to_owned(),
    }
}

/// What the vocabulary knows a word as.
fn known(range: &Range<usize>, mentions: &[Mention]) -> String {
    let from = mentions.partition_point(|it| it.range.end <= range.start);
    let Some(mention) = mentions.get(from).filter(|it| it.range.start < range.end) else {
        return "O".to_owned();
    };
    let place = if range.start <= mention.range.start { 'B' } else { 'I' };
    let kind = match mention.skill.kind {
        SkillKind::Tool | SkillKind::Language | SkillKind::Framework => 't',
        SkillKind::Method => 'm',
        SkillKind::Domain => 'd',
        SkillKind::Credential | SkillKind::License => 'c',
        SkillKind::SpokenLanguage => 'l',
        SkillKind::Soft => 's',
    };
    format!("{place}{kind}")
}
