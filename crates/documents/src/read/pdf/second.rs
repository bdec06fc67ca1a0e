//! The second opinion: `pdf-extract`, asked when our own reader fails or understands too little.
//!
//! It may panic and may never return, so it runs in a thread that is left behind if need be; the
//! worker process then ends after its answer.

use std::{
    collections::HashSet,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use domain::page::{Document, Format, Style};
use pdf_extract::{
    Dictionary, Document as File, MediaBox, Object, ObjectId, OutputDev, OutputError, Transform,
};

use super::{
    MAX_PAGES, Outcome, Rest,
    ink::Ink,
    matrix::Matrix,
    sheet::{Mark, Sheet},
};
use crate::read::STACK;

/// It is given this long.
const PATIENCE: Duration = Duration::from_secs(3);
/// It stops after so many characters.
const MAX_CHARACTERS: usize = 200_000;
/// Pages and forms are not nested deeper than this.
const MAX_DEPTH: usize = 24;

static LEFT_BEHIND: AtomicBool = AtomicBool::new(false);

/// Whether a thread was left behind that may still be at work.
pub(in crate::read) fn left_work_behind() -> bool {
    LEFT_BEHIND.load(Ordering::Relaxed)
}

/// What `pdf-extract` reads, if it reads anything.
pub(super) fn read(bytes: &[u8]) -> Option<Outcome> {
    let bytes = bytes.to_vec();
    let (sender, receiver) = mpsc::channel();
    let work = move || {
        let outcome = catch_unwind(AssertUnwindSafe(|| extract(&bytes))).ok().flatten();
        // Nobody listens any more if it took too long.
        let _ = sender.send(outcome);
    };
    thread::Builder::new().stack_size(STACK).spawn(work).ok()?;
    match receiver.recv_timeout(PATIENCE) {
        Ok(outcome) => outcome,
        Err(mpsc::RecvTimeoutError::Timeout) => {
            LEFT_BEHIND.store(true, Ordering::Relaxed);
            None
        }
        Err(mpsc::RecvTimeoutError::Disconnected) => None,
    }
}

fn extract(bytes: &[u8]) -> Option<Outcome> {
    let mut file = File::load_mem(bytes).ok()?;
    if file.is_encrypted() {
        file.decrypt("").ok()?;
    }
    if !is_sane(&file) {
        return None;
    }
    let mut output = Output::default();
    // An error half way leaves what was read until then.
    let _ = catch_unwind(AssertUnwindSafe(|| pdf_extract::output_doc(&file, &mut output)));
    output.end();
    let document = Document { format: Format::Pdf, ..output.document };
    let letters = document.pages.iter().map(|page| page.glyphs.len()).sum();
    let rest = Rest::Nothing;
    Some(Outcome { document, letters, unmapped: output.unmapped, rest, attachments: Vec::new() })
}

/// Whether pages and forms end somewhere: a loop of either overflows the stack, which no thread
/// survives.
fn is_sane(file: &File) -> bool {
    let mut done = HashSet::new();
    file.get_pages().values().all(|page| {
        let mut above = Some(*page);
        for _ in 0..MAX_DEPTH {
            let Some(dict) = above.and_then(|id| file.get_dictionary(id).ok()) else { break };
            if !forms_end(file, dict, 0, &mut done) {
                return false;
            }
            above = dict.get(b"Parent").and_then(Object::as_reference).ok();
        }
        above.is_none_or(|id| file.get_dictionary(id).is_err())
    })
}

fn forms_end(file: &File, owner: &Dictionary, depth: usize, done: &mut HashSet<ObjectId>) -> bool {
    let dict = |dict: &Dictionary, key: &[u8]| {
        let object = dict.get(key).ok()?;
        Some(file.dereference(object).ok()?.1.as_dict().ok()?.clone())
    };
    let forms = dict(owner, b"Resources").and_then(|it| dict(&it, b"XObject"));
    let Some(forms) = forms else { return true };
    forms.iter().filter_map(|(_, form)| form.as_reference().ok()).all(|id| {
        if done.contains(&id) {
            return true;
        }
        let Some(form) = file.get_object(id).ok().and_then(|it| it.as_stream().ok()) else {
            return true;
        };
        let ends = depth < MAX_DEPTH && forms_end(file, &form.dict, depth + 1, done);
        done.insert(id);
        ends
    })
}

#[derive(Default)]
struct Output {
    document: Document,
    sheet: Option<Sheet>,
    flip: Option<Matrix>,
    unmapped: usize,
    characters: usize,
}

impl Output {
    fn end(&mut self) {
        if let Some(sheet) = self.sheet.take() {
            self.document.pages.push(sheet.finish().0);
        }
    }
}

impl OutputDev for Output {
    fn begin_page(
        &mut self,
        _number: u32,
        media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.end();
        if self.document.pages.len() >= MAX_PAGES {
            return Err(stop());
        }
        let (width, height) = ((media.urx - media.llx) as f32, (media.ury - media.lly) as f32);
        self.sheet = Some(Sheet::new(width, height));
        self.flip = Some(Matrix([1.0, 0.0, 0.0, -1.0, -media.llx, media.ury]));
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.end();
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let (Some(sheet), Some(flip)) = (&mut self.sheet, self.flip) else { return Ok(()) };
        self.characters += 1;
        if self.characters > MAX_CHARACTERS {
            return Err(stop());
        }
        if text.is_empty() || text.contains('\u{FFFD}') {
            self.unmapped += 1;
        }
        let place = Matrix([place.m11, place.m12, place.m21, place.m22, place.m31, place.m32]);
        let place = Matrix([size, 0.0, 0.0, size, 0.0, 0.0]).then(place).then(flip);
        let mark = Mark {
            place,
            width,
            em: 1.0,
            ink: Ink::BLACK,
            clear: false,
            inkless: false,
            off: false,
        };
        let style = sheet.style(Style::default());
        sheet.letters(text, style, &mark);
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

fn stop() -> OutputError {
    std::io::Error::other("enough was read").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792]>> endobj
3 0 obj <</Type /Page /Parent PARENT 0 R /Contents 4 0 R
  /Resources <</Font <</F1 5 0 R>>>>>> endobj
4 0 obj <</Length 41>> stream
BT /F1 12 Tf 72 700 Td (Jane Doe) Tj ET  \nendstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar 33
  /Widths [250 250] /Encoding /WinAnsiEncoding>> endobj
trailer <</Size 6 /Root 1 0 R>>
";

    fn file(parent: &str) -> Vec<u8> {
        let mut text = FILE.replace("PARENT", parent);
        let mut table = "xref\n0 6\n0000000000 65535 f \n".to_owned();
        for number in 1..6 {
            let at = text.find(&format!("{number} 0 obj")).unwrap();
            table += &format!("{at:010} 00000 n \n");
        }
        let at = text.find("trailer").unwrap();
        text.insert_str(at, &table);
        (text + &format!("startxref\n{at}\n%%EOF")).into_bytes()
    }

    #[test]
    fn the_second_reader_places_letters_as_the_first_does() {
        let page = read(&file("2")).unwrap().document.pages.remove(0);
        let text: String = page.glyphs.iter().map(|glyph| glyph.ch).collect();
        assert_eq!(text, "JaneDoe");
        let first = page.glyphs[0];
        assert!(
            (first.x0 - 72.0).abs() < 0.01 && (first.baseline - 92.0).abs() < 0.01,
            "{first:?}"
        );
    }

    #[test]
    fn a_loop_of_parents_is_seen_before_it_does_harm() {
        assert!(read(&file("3")).is_none());
    }
}
