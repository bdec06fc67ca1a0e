//! The lines of a document as the review shows them, with a place for every word.

use super::{SourceLine, SourceSpan, SourceWord, found::union};
use crate::{
    jobs::TextSpan,
    layout::{Layout, Line},
    lexicon::unspaced,
    page::Bbox,
};

/// Beyond so many words a document is pointed at by its lines only.
const MOST_WORDS: usize = 30_000;

/// Every line of `layout`, in reading order.
pub(super) fn source_lines(layout: &Layout) -> Vec<SourceLine> {
    let mut left = MOST_WORDS;
    let mut lines = Vec::with_capacity(layout.lines.len());
    for line in &layout.lines {
        let mut words = words(line);
        if words.len() > left {
            words = Vec::new();
        }
        left -= words.len();
        let place = SourceSpan { page: line.page + 1, bbox: line.bbox };
        lines.push(SourceLine {
            text: line.text(),
            span: layout.paginated.then_some(place),
            item: line.bullet.is_some(),
            words,
        });
    }
    lines
}

/// The words of a line; in a script without spaces every character is one.
fn words(line: &Line) -> Vec<SourceWord> {
    let mut words = Vec::new();
    let mut at = 0;
    for cell in &line.cells {
        let mut open: Option<SourceWord> = None;
        for (&ch, place) in cell.text.chars().iter().zip(cell.text.places()) {
            let end = at + ch.len_utf16() as u32;
            if ch.is_whitespace() || unspaced(ch) {
                words.extend(open.take());
            }
            if !ch.is_whitespace() {
                let bbox = line.boxes.get(place.at as usize).filter(|_| place.line != u32::MAX);
                let word = open.get_or_insert(SourceWord {
                    span: TextSpan { start: at, end },
                    bbox: bbox.copied(),
                });
                word.span.end = end;
                word.bbox = both(word.bbox, bbox.copied());
            }
            if unspaced(ch) {
                words.extend(open.take());
            }
            at = end;
        }
        words.extend(open.take());
        // The two spaces between cells.
        at += 2;
    }
    words.iter_mut().for_each(|word| word.bbox = word.bbox.map(rounded));
    words
}

fn both(a: Option<Bbox>, b: Option<Bbox>) -> Option<Bbox> {
    match (a, b) {
        (Some(a), Some(b)) => Some(union(a, b)),
        (one, None) | (None, one) => one,
    }
}

/// Tenths of a point are finer than anyone points.
fn rounded(Bbox { x0, y0, x1, y1 }: Bbox) -> Bbox {
    let tenth = |n: f32| (n * 10.0).round() / 10.0;
    Bbox { x0: tenth(x0), y0: tenth(y0), x1: tenth(x1), y1: tenth(y1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        layout,
        page::{Document, FlowCell, FlowLine, FlowRun, Glyph, Page, Style},
    };

    fn said(line: &SourceLine) -> Vec<String> {
        line.words.iter().map(|word| word.span.of(&line.text)).collect()
    }

    #[test]
    fn every_word_of_a_page_has_its_place() {
        let glyphs = "Zoë Köhler".chars().enumerate().filter(|(_, ch)| *ch != ' ');
        let glyphs = glyphs.map(|(i, ch)| Glyph {
            ch,
            x0: 50.0 + 6.0 * i as f32,
            x1: 56.0 + 6.0 * i as f32,
            baseline: 100.0,
            size: 10.0,
            style: 0,
            turn: 0,
            space_before: i == 4,
        });
        let page = Page {
            width: 595.0,
            height: 842.0,
            glyphs: glyphs.collect(),
            styles: vec![Style::default()],
            ..Page::default()
        };
        let document = Document { pages: vec![page], ..Document::default() };
        let lines = source_lines(&layout::read(&document));
        assert_eq!(said(&lines[0]), ["Zoë", "Köhler"]);
        let place = |i: usize| lines[0].words[i].bbox.unwrap();
        assert!((place(0).x1 - 68.0).abs() < 0.2 && (place(1).x0 - 74.0).abs() < 0.2);
    }

    #[test]
    fn words_of_a_flowing_file_are_known_by_their_text() {
        let cell = |text: &str| FlowCell {
            runs: vec![FlowRun { text: text.into(), ..FlowRun::default() }],
        };
        let line =
            FlowLine { cells: vec![cell("Baker at Acme"), cell("2020年")], ..FlowLine::default() };
        let document = Document { flow: vec![line], ..Document::default() };
        let lines = source_lines(&layout::read(&document));
        assert_eq!(said(&lines[0]), ["Baker", "at", "Acme", "2020", "年"]);
        assert_eq!(lines[0].words[0].bbox, None);
    }
}
