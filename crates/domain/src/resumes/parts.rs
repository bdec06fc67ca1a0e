//! The head of an entry in pieces.

use super::entries::Entry;
use super::evidence::Evidence;
use crate::{
    layout::{Look, Passage},
    lexicon::{fold, unspaced},
};

/// Where a part stands: row, cell, part, bold, italic.
pub(super) type Slot = (i8, u8, u8, bool, bool);

#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) slot: Slot,
    /// The pieces between commas.
    pub(super) units: Vec<Passage>,
}

/// Splits the cells of a head at signs, brackets and changes of look.
pub(super) fn parts(entry: &Entry) -> Vec<Part> {
    let mut out = Vec::new();
    for cell in entry.head.iter().take(12) {
        let mut number = 0;
        for piece in pieces(&without_address(&cell.text)).iter().flat_map(bracketed) {
            let bare = piece.trim_separators();
            if bare.is_empty() || !bare.chars().iter().any(|c| c.is_alphanumeric()) {
                continue;
            }
            let bold = bare.share(Look::bold) > 0.5;
            let italic = bare.share(Look::italic) > 0.5;
            let units = comma_units(&bare);
            out.push(Part { slot: (cell.row, cell.column, number, bold, italic), units });
            number = (number + 1).min(9);
        }
    }
    out
}

/// Without a web address after other words.
fn without_address(cell: &Passage) -> Passage {
    let text = cell.text();
    let at = text.find("www.").or_else(|| text.find("http"));
    match at.filter(|at| *at > 3) {
        Some(at) => {
            let end = text
                .get(at..)
                .and_then(|tail| tail.find(char::is_whitespace))
                .map_or(text.len(), |n| at + n);
            let range = crate::layout::char_range(&text, at..end);
            let (mut before, after) = cell.without(range);
            before = before.trim_separators();
            before.append(" ", &after.trim_separators());
            before
        }
        None => cell.clone(),
    }
}

/// "Title (Employer)": what stands in brackets at the end on its own, where it names something.
fn bracketed(piece: &Passage) -> Vec<Passage> {
    let text = piece.trim_separators();
    let chars = text.chars();
    let open = chars.iter().rposition(|c| matches!(c, '(' | '（'));
    if let (Some(at), Some(')' | '）')) = (open, chars.last())
        && at > 2
    {
        let inside = text.slice(at + 1..chars.len() - 1);
        let words = inside.text();
        let seen = Evidence::of(&words);
        let host = words.contains('.') && !words.contains(' ') && words.len() > 5;
        if seen.place
            || (seen.legal || seen.school || seen.organisation)
                && !seen.title
                && words.split_whitespace().count() <= 7
                && words.len() > 4
            || host
        {
            return vec![text.slice(0..at), inside];
        }
    }
    vec![piece.clone()]
}

/// The pieces of a cell.
pub(crate) fn pieces(cell: &Passage) -> Vec<Passage> {
    let chars = cell.chars();
    let places = cell.places();
    let mut out = Vec::new();
    let mut start = 0;
    let mut depth = 0usize;
    let mut i = 0;
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    while i < chars.len() {
        let ch = at(i);
        depth = match ch {
            '(' | '（' | '[' => depth + 1,
            ')' | '）' | ']' => depth.saturating_sub(1),
            _ => depth,
        };
        let before = i.checked_sub(1).map_or(' ', at);
        let spaced = before == ' ' && at(i + 1) == ' ';
        let sign = matches!(
            ch,
            '|' | '•' | '·' | '｜' | '‖' | '∙' | '⋄' | '◆' | '♦' | '■' | ';' | '；' | '\\'
        ) || matches!(ch, '–' | '—' | '-' | '−' | '@' | '~' | '→' | '>') && spaced
            || matches!(ch, '—' | '@') && depth == 0 && before.is_alphabetic();
        let at_word = spaced_at(chars, i);
        if depth == 0 && sign {
            out.push(cell.slice(start..i));
            start = i + 1;
        } else if depth == 0 && at_word {
            out.push(cell.slice(start..i));
            start = i + 3;
            i += 2;
        } else if depth == 0 && i > start && look_changes(places, chars, i) {
            out.push(cell.slice(start..i));
            start = i;
        }
        i += 1;
    }
    out.push(cell.slice(start..chars.len()));
    out
}

/// " at " between a title and an employer.
fn spaced_at(chars: &[char], i: usize) -> bool {
    let word: String = chars.get(i..).unwrap_or_default().iter().take(4).collect();
    matches!(word.as_str(), " at " | " AT " | " bei" | " chez")
        && (word.ends_with(' ') || chars.get(i + 4) == Some(&' '))
        && chars.get(i + 4).is_some_and(|c| c.is_uppercase() || *c == ' ')
}

/// Whether the weight or slope of the letters changes at a gap or a sign before `i`.
fn look_changes(places: &[crate::layout::Place], chars: &[char], i: usize) -> bool {
    let gap =
        i.checked_sub(1).and_then(|b| chars.get(b)).is_some_and(|c| matches!(c, ' ' | ',' | ':'));
    if !gap || chars.get(i).is_some_and(|c| !c.is_alphanumeric()) {
        return false;
    }
    // A slope that only letters of one script have is no change of look.
    let wide_at = |n: usize| chars.get(n).is_some_and(|&c| unspaced(c));
    let last = (0..i).rev().find(|&n| chars.get(n).is_some_and(|c| c.is_alphanumeric()));
    let Some(last) = last else { return false };
    let mask = if wide_at(last) == wide_at(i) { 3 } else { 1 };
    let look = |n: usize| places.get(n).map(|p| p.look.0 & mask);
    look(last) != look(i)
}

fn comma_units(part: &Passage) -> Vec<Passage> {
    let chars = part.chars();
    let mut out: Vec<Passage> = Vec::new();
    let mut start = 0;
    let mut depth = 0usize;
    for (i, ch) in chars.iter().enumerate() {
        match ch {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ',' | '，' if depth == 0 => {
                let tail = fold(&part.slice(i + 1..chars.len()).text());
                let tail = tail.trim_start();
                let legal = [
                    "inc", "ltd", "llc", "l.l.c", "corp", "gmbh", "s.a", "plc", "co.", "lp",
                    "pllc", "mnd",
                ];
                if !legal.iter().any(|form| tail.starts_with(form)) && out.len() < 5 {
                    out.push(part.slice(start..i));
                    start = i + 1;
                }
            }
            _ => {}
        }
    }
    out.push(part.slice(start..chars.len()));
    // "Title (Org)" and "Org (City)": the bracket is a unit of its own where it names something.
    out
}

pub(super) fn text_of(part: &Part, from: usize, to: usize) -> Passage {
    let units = part.units.get(from..to).unwrap_or_default();
    let mut all = Passage::default();
    for unit in units {
        all.append(", ", &unit.trim());
    }
    all.trim_separators()
}
