//! From glyphs to lines in reading order: runs, rows, columns. Geometry only; what the words
//! mean is decided in [`crate::resumes`].

mod accents;
mod bidi;
mod bullets;
mod classify;
mod cut;
mod edges;
mod flow;
mod fragments;
mod labels;
mod line;
mod lines;
mod margins;
mod pages;
mod passage;
mod trim;
mod turned;
mod wrapped;

pub(crate) use line::{Cell, Layout, Line, Linked};
pub(crate) use passage::{Look, Passage, Place, char_range};

use crate::page::Document;

/// Whether a line is only drawn with signs, as "=====".
fn is_rule(line: &Line) -> bool {
    let text = line.text();
    text.chars().count() >= 3
        && text.chars().all(|c| {
            matches!(c, '=' | '-' | '_' | '~' | '*' | '─' | '—' | '–' | '#' | '.' | '+' | '━' | '·')
                || c.is_whitespace()
        })
}

/// The lines of `document` in reading order.
pub(crate) fn read(document: &Document) -> Layout {
    if document.pages.is_empty() {
        flow::read(&document.flow)
    } else {
        pages::read(&document.pages)
    }
}
