//! Tesseract's table of words as pages of glyphs.

use std::collections::BTreeMap;

use domain::page::{Document, Format, Glyph, Page, Style, Warning, WarningCode};

use super::Recognised;

/// A page as wide as Letter, in points; only the proportions are known.
const WIDTH: f32 = 612.0;
/// A page has no more words than this.
const MAX_WORDS: usize = 20_000;
/// Words that Tesseract itself does not believe in are left out.
const MIN_CONFIDENCE: f32 = 10.0;

/// The document that Tesseract saw.
pub(crate) fn document(pages: &[Recognised]) -> Document {
    let languages = pages.first().map(|page| page.languages.clone()).unwrap_or_default();
    Document {
        format: Format::Pdf,
        pages: pages.iter().map(page).collect(),
        warnings: vec![Warning { code: WarningCode::ReadByOcr, detail: languages }],
        ..Document::default()
    }
}

/// A word with its box in pixels: left, top, width, height.
struct Word<'t> {
    left: f32,
    top: f32,
    width: f32,
    height: f32,
    text: &'t str,
}

fn page(seen: &Recognised) -> Page {
    let scale = WIDTH / seen.width.max(1) as f32;
    let mut lines: BTreeMap<[u32; 3], Vec<Word<'_>>> = BTreeMap::new();
    for row in seen.table.lines().take(MAX_WORDS) {
        if let Some((line, word)) = word(row) {
            lines.entry(line).or_default().push(word);
        }
    }
    let mut sizes: Vec<f32> = lines.values().map(|words| em(words)).collect();
    sizes.sort_by(f32::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
    let mut glyphs = Vec::new();
    for words in lines.values() {
        let own = em(words);
        // Letters are measured to a pixel or two: nearly the usual size is the usual size.
        let em = if (own / usual.max(1.0) - 1.0).abs() < 0.15 { usual } else { own };
        let baseline = baseline(words, em) * scale;
        for word in words {
            spell(word, em * scale, baseline, scale, &mut glyphs);
        }
    }
    let height = seen.height as f32 * scale;
    let styles = vec![Style::default()];
    Page { width: WIDTH, height, glyphs, styles, links: Vec::new(), images: 1 }
}

/// A row of the table that tells of a word, with the line that it is on.
fn word(row: &str) -> Option<([u32; 3], Word<'_>)> {
    let cells: Vec<&str> = row.split('\t').collect();
    let [level, _, block, paragraph, line, _, left, top, width, height, confidence, text] =
        cells.as_slice()
    else {
        return None;
    };
    let number = |text: &str| text.trim().parse::<f32>().ok().filter(|it| it.is_finite());
    let text = text.trim();
    if *level != "5" || text.is_empty() || number(confidence)? < MIN_CONFIDENCE {
        return None;
    }
    let place = [block.parse().ok()?, paragraph.parse().ok()?, line.parse().ok()?];
    let (left, top) = (number(left)?.max(0.0), number(top)?.max(0.0));
    let (width, height) = (number(width)?.max(1.0), number(height)?.max(1.0));
    Some((place, Word { left, top, width, height, text }))
}

/// Letters that reach above the middle ones, and letters that reach below the line.
fn reaches(text: &str) -> (bool, bool) {
    let up = |ch: char| ch.is_uppercase() || ch.is_numeric() || "bdfhklt".contains(ch);
    let down = |ch: char| "gjpqyçQ".contains(ch);
    (text.chars().any(up), text.chars().any(down))
}

/// The size of the letters of a line in pixels, by the words whose height tells it.
fn em(words: &[Word<'_>]) -> f32 {
    let mut sizes: Vec<f32> = words
        .iter()
        .filter(|word| word.text.chars().any(char::is_alphanumeric))
        .map(|word| {
            let share = match reaches(word.text) {
                (true, true) => 0.94,
                (true, false) => 0.73,
                (false, true) => 0.73,
                (false, false) => 0.52,
            };
            word.height / share
        })
        .collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(20.0)
}

/// The line that the letters stand on, in pixels from the top.
fn baseline(words: &[Word<'_>], em: f32) -> f32 {
    let mut ends: Vec<f32> = words
        .iter()
        .map(|word| {
            let below = if reaches(word.text).1 { 0.21 * em } else { 0.0 };
            word.top + word.height - below
        })
        .collect();
    ends.sort_by(f32::total_cmp);
    ends.get(ends.len() / 2).copied().unwrap_or(0.0)
}

fn spell(word: &Word<'_>, size: f32, baseline: f32, scale: f32, glyphs: &mut Vec<Glyph>) {
    let count = word.text.chars().count().max(1) as f32;
    let each = word.width / count;
    for (index, ch) in word.text.chars().enumerate() {
        let x0 = (word.left + each * index as f32) * scale;
        glyphs.push(Glyph {
            ch,
            x0,
            x1: x0 + each * scale,
            baseline,
            size,
            style: 0,
            turn: 0,
            space_before: index == 0,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
1\t1\t0\t0\t0\t0\t0\t0\t2000\t2588\t-1\t
5\t1\t1\t1\t1\t1\t200\t100\t200\t73\t96.1\tJane
5\t1\t1\t1\t1\t2\t420\t100\t150\t73\t95.0\tDoe
5\t1\t1\t1\t1\t3\t600\t100\t20\t73\t3.0\t|
broken\trow
";

    #[test]
    fn words_become_glyphs_at_their_places() {
        let seen = Recognised {
            width: 2_000,
            height: 2_588,
            table: TABLE.to_owned(),
            languages: "eng".to_owned(),
        };
        let document = document(&[seen]);
        let page = &document.pages[0];
        assert_eq!(page.glyphs.iter().map(|it| it.ch).collect::<String>(), "JaneDoe");
        let first = page.glyphs[0];
        assert!((first.x0 - 61.2).abs() < 0.1 && (first.baseline - 52.9).abs() < 0.2, "{first:?}");
        assert!((first.size - 30.6).abs() < 0.5 && page.glyphs[4].space_before, "{first:?}");
        assert_eq!(document.warnings[0].code, WarningCode::ReadByOcr);
    }
}
