//! The lines of a section become entries: a head with dates, and what stands under it.

use super::items;
use super::rows::{Row, rows};
use super::starts::{anchors, by_dates, by_look};
use super::{dates::Span, evidence::Evidence};
use crate::{
    layout::{Layout, Line, Passage},
    lexicon::{Label, Lexicon, wide},
};

/// One entry of a section.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    /// The cells of the head without its dates, with the slot each stands in.
    pub(crate) head: Vec<HeadCell>,
    pub(crate) date: Option<Dated>,
    /// What stands under the head.
    pub(crate) body: Vec<(usize, Passage)>,
}

/// A cell of a head.
#[derive(Debug, Clone, Default)]
pub(crate) struct HeadCell {
    pub(crate) text: Passage,
    /// The line, counted from the one with the date.
    pub(crate) row: i8,
    /// The cell in its line.
    pub(crate) column: u8,
}

/// A date with the characters it was read from.
#[derive(Debug, Clone)]
pub(crate) struct Dated {
    pub(crate) span: Span,
    pub(crate) text: Passage,
}

/// Which dates begin an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// Only ranges, unless there are none.
    Ranges,
    /// Any date.
    Dates,
}

/// The entries in `lines`.
pub(crate) fn split(
    layout: &Layout,
    lines: &[usize],
    title: &Passage,
    anchor: Anchor,
) -> Vec<Entry> {
    let rows = rows(layout, lines, title);
    let anchors = anchors(&rows, anchor);
    let starts =
        if anchors.is_empty() { by_look(layout, &rows) } else { by_dates(layout, &rows, &anchors) };
    let mut out = Vec::new();
    let mut bounds: Vec<usize> = starts;
    if bounds.first().is_none_or(|&first| first > 0) {
        bounds.insert(0, 0);
    }
    bounds.push(rows.len());
    for pair in bounds.windows(2) {
        if let [from, to] = pair
            && let Some(part) = rows.get(*from..*to).filter(|part| !part.is_empty())
        {
            out.push(entry(layout, part));
        }
    }
    out
}

pub(super) fn entry(layout: &Layout, rows: &[Row]) -> Entry {
    let mut entry = Entry::default();
    let anchor = rows
        .iter()
        .position(|row| row.date.as_ref().is_some_and(|d| d.span.range))
        .or(rows.iter().position(|row| row.date.is_some()));
    let mut in_body = false;
    let base = anchor.unwrap_or(0) as i32;
    for (n, row) in rows.iter().enumerate() {
        let Some(line) = layout.lines.get(row.line) else { continue };
        let past = n as i32 - base;
        in_body |= row.body || past > 4 || past > 0 && row.date.is_none() && !belongs(line, &entry);
        if in_body && Some(n) != anchor {
            entry.body.push((row.line, whole(line, row)));
            continue;
        }
        if Some(n) == anchor {
            entry.date.clone_from(&row.date);
        }
        for (column, cell) in row.cells.iter().enumerate() {
            entry.head.push(HeadCell {
                text: cell.clone(),
                row: past.clamp(-9, 9) as i8,
                column: column.min(9) as u8,
            });
        }
    }
    entry
}

/// Whether a line under the date still says what, who or where.
fn belongs(line: &Line, entry: &Entry) -> bool {
    let text = line.text();
    if let Some(at) = items::label_end(&line.passage()).filter(|_| line.cells.len() == 1) {
        let label = line.passage().slice(0..at).text();
        let about = Lexicon::get().label(&label);
        return about.iter().any(|label| !matches!(label, Label::Duties));
    }
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    let words = text.split_whitespace().filter(is_word).count() + wide(&text) / 3;
    let pieces: usize = entry
        .head
        .iter()
        .map(|cell| {
            1 + cell.text.chars().iter().filter(|c| matches!(c, ',' | '|' | '·' | '•')).count()
        })
        .sum();
    let plain = line.cells.len() == 1 && !line.bold() && !line.italic() && line.colour() == [0; 3];
    let stands_out = !plain && words <= 14 || line.cells.len() > 1;
    if pieces <= 1 && words <= 9 || stands_out {
        return true;
    }
    let seen = Evidence::of(&text);
    words <= 10
        && (seen.title
            || seen.legal
            || seen.organisation
            || seen.school
            || seen.degree
            || seen.place)
}

fn whole(line: &Line, row: &Row) -> Passage {
    if row.date.is_none() {
        let mut all = Passage::default();
        for cell in &row.cells {
            all.append(" ", cell);
        }
        return all;
    }
    line.passage()
}
