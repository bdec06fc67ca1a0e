//! The second opinion: `pdf-extract`, asked when our own reader fails or understands too little.
//!
//! It may panic and may never return, so it runs in a thread that is left behind if need be; the
//! worker process then ends after its answer.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use domain::page::{Document, Format, Style};
use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

use super::{MAX_PAGES, Outcome, ink::Ink, matrix::Matrix, sheet::{Mark, Sheet}};

/// It is given this long.
const PATIENCE: Duration = Duration::from_secs(3);
/// Enough for files that are nested deeply.
const STACK: usize = 64 << 20;
/// It stops after so many characters.
const MAX_CHARACTERS: usize = 200_000;

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
    let mut file = pdf_extract::Document::load_mem(bytes).ok()?;
    if file.is_encrypted() {
        file.decrypt("").ok()?;
    }
    let mut output = Output::default();
    // An error half way leaves what was read until then.
    let _ = catch_unwind(AssertUnwindSafe(|| pdf_extract::output_doc(&file, &mut output)));
    output.end();
    let document = Document { format: Format::Pdf, ..output.document };
    let letters = document.pages.iter().map(|page| page.glyphs.len()).sum();
    Some(Outcome { document, letters, unmapped: output.unmapped })
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
        let mark =
            Mark { place, width, em: 1.0, ink: Ink::BLACK, clear: false, inkless: false };
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
