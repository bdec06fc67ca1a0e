//! Every field knows where it stands: its boxes hold its value and nothing of the next column.

use domain::{
    page::{Document, Format, Glyph, Page, Style},
    resumes::{fields, parse},
};

/// A page on which each text stands at its place, letters half as wide as high.
fn page(texts: &[(f32, f32, f32, &str)]) -> Page {
    let mut page =
        Page { width: 595.0, height: 842.0, styles: vec![Style::default()], ..Page::default() };
    for &(x, baseline, size, text) in texts {
        let mut x0 = x;
        let mut space_before = false;
        for ch in text.chars() {
            let x1 = x0 + 0.5 * size;
            if ch != ' ' {
                let glyph = Glyph { ch, x0, x1, baseline, size, style: 0, turn: 0, space_before };
                page.glyphs.push(glyph);
            }
            space_before = ch == ' ';
            x0 = if ch == ' ' { x0 + 0.25 * size } else { x1 };
        }
    }
    page
}

fn resume() -> Document {
    let texts = [
        (40.0, 60.0, 22.0, "Ada Lindqvist"),
        (40.0, 80.0, 10.0, "ada.lindqvist@letters.example"),
        (40.0, 94.0, 10.0, "+44 7700 900123"),
        (40.0, 130.0, 13.0, "Skills"),
        (40.0, 150.0, 10.0, "Bookkeeping"),
        (40.0, 164.0, 10.0, "Negotiation"),
        (40.0, 178.0, 10.0, "Spreadsheets"),
        (40.0, 206.0, 13.0, "Languages"),
        (40.0, 226.0, 10.0, "English"),
        (40.0, 240.0, 10.0, "Swedish"),
        (260.0, 130.0, 13.0, "Work Experience"),
        (260.0, 150.0, 10.0, "Senior Accountant"),
        (455.0, 150.0, 10.0, "03/2019 – Present"),
        (260.0, 164.0, 10.0, "Northern Timber Ltd, Leeds"),
        (260.0, 178.0, 10.0, "• Closed the books in five days instead of twelve."),
        (260.0, 192.0, 10.0, "• Trained four colleagues in the new ledger and"),
        (270.0, 206.0, 10.0, "wrote its handbook."),
        (260.0, 228.0, 10.0, "Accountant"),
        (455.0, 228.0, 10.0, "08/2015 – 02/2019"),
        (260.0, 242.0, 10.0, "Harbour Freight plc, Hull"),
        (260.0, 256.0, 10.0, "• Kept the accounts of three ships."),
        (260.0, 284.0, 13.0, "Education"),
        (260.0, 304.0, 10.0, "University of Leeds"),
        (455.0, 304.0, 10.0, "09/2012 – 06/2015"),
        (260.0, 318.0, 10.0, "Bachelor of Science in Accounting"),
    ];
    Document { format: Format::Pdf, pages: vec![page(&texts)], ..Document::default() }
}

fn words(text: &str) -> Vec<String> {
    let pieces = text.split(|c: char| !c.is_alphanumeric());
    pieces.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn the_boxes_of_a_field_hold_its_value_and_no_more() {
    let document = resume();
    let reading = parse(&document);
    assert_eq!(reading.resume.work.len(), 2, "{:#?}", reading.resume.work);
    let mut measured = 0;
    for (path, value) in fields(&reading.resume) {
        let is_date = path.ends_with("Date") || path.ends_with("date");
        let Some(origin) = reading.origins.get(&path).filter(|_| !is_date) else { continue };
        let mut held = String::new();
        for span in &origin.spans {
            let page = &document.pages[span.page as usize - 1];
            for glyph in &page.glyphs {
                let (x, y) = (f32::midpoint(glyph.x0, glyph.x1), glyph.baseline - 0.3 * glyph.size);
                let inside = x > span.bbox.x0 && x < span.bbox.x1;
                if inside && y > span.bbox.y0 && y < span.bbox.y1 {
                    held.extend(glyph.space_before.then_some(' '));
                    held.push(glyph.ch);
                }
            }
            held.push(' ');
        }
        let held = words(&held);
        let found = words(&value).iter().filter(|word| held.contains(word)).count();
        assert!(found * 10 >= words(&value).len() * 8, "{path}: {value:?} in {held:?}");
        assert!(held.len() <= words(&value).len() + 1, "{path}: {value:?} in {held:?}");
        measured += 1;
    }
    assert!(measured >= 15, "only {measured} fields have boxes");
}
