//! Words set apart letter by letter.

use crate::page::{Glyph, Page};

/// Shorter runs of single letters may be initials or a grade list.
const LEAST: usize = 5;
/// No page has more of them.
const MOST: usize = 10;

/// A run of letters without a space in it.
struct Piece {
    letters: usize,
    first: char,
    /// A space stands before it, and no gap between columns.
    goes_on: bool,
}

/// The words on `page` whose letters stand so far apart that a parser sees spaces between them.
pub(super) fn words(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    let mut run: Vec<char> = Vec::new();
    for piece in pieces(page) {
        let single = piece.letters == 1 && piece.first.is_alphabetic();
        if !single || !piece.goes_on {
            keep(&mut found, &mut run);
        }
        if single {
            run.push(piece.first);
        }
    }
    keep(&mut found, &mut run);
    found.truncate(MOST);
    found
}

fn pieces(page: &Page) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last: Option<&Glyph> = None;
    for glyph in page.glyphs.iter().filter(|glyph| glyph.turn == 0) {
        let level = last.is_some_and(|last| is_level(last, glyph));
        let apart = last.is_none_or(|last| is_apart(last, glyph));
        match pieces.last_mut() {
            Some(piece) if level && !apart => piece.letters += 1,
            _ => {
                let near = last.is_some_and(|last| glyph.x0 - last.x1 < 2.0 * glyph.size.max(1.0));
                pieces.push(Piece { letters: 1, first: glyph.ch, goes_on: level && near });
            }
        }
        last = Some(glyph);
    }
    pieces
}

/// A run that is long enough, with spaces again.
fn keep(found: &mut Vec<String>, run: &mut Vec<char>) {
    let run = std::mem::take(run);
    if run.len() >= LEAST {
        let letters: Vec<String> = run.into_iter().map(String::from).collect();
        found.push(letters.join(" "));
    }
}

fn is_level(last: &Glyph, glyph: &Glyph) -> bool {
    (glyph.baseline - last.baseline).abs() < 0.2 * glyph.size.max(1.0) && glyph.x0 >= last.x0
}

fn is_apart(last: &Glyph, glyph: &Glyph) -> bool {
    glyph.space_before || glyph.x0 - last.x1 >= 0.3 * glyph.size.max(1.0)
}
