//! PDF: every visible glyph with its place and look, in the order of the file.

mod attachments;
mod face;
mod facts;
mod ink;
mod interpret;
mod layers;
mod links;
mod matrix;
mod second;
mod sheet;
mod show;
mod state;
mod strings;

use domain::{
    facts::{Bar, Faint, FileFacts, Hidden, Picture},
    page::{Document, Format, Page, Warning, WarningCode},
};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf, page::Page as PdfPage};

pub(super) use self::second::left_work_behind;
use self::{
    face::Faces,
    interpret::{Budget, Interpreter},
    layers::Layers,
    matrix::{Area, Matrix},
    sheet::{Noticed, Sheet},
};
use super::Attachment;
use crate::Error;

/// Later pages are left out.
const MAX_PAGES: usize = 50;
/// With fewer letters than this, a document with pictures is a scan.
const MIN_LETTERS: usize = 80;
/// A page with this many bytes of operators and no letters shows letters as shapes.
const DRAWING: usize = 4_096;
/// Above this share of characters without a meaning the second reader is asked.
const MAX_UNMAPPED: f32 = 0.02;

/// What one reader got out of a file.
struct Outcome {
    document: Document,
    letters: usize,
    unmapped: usize,
    /// What the pages hold apart from letters.
    rest: Rest,
    attachments: Vec<Attachment>,
}

/// What pages without letters hold instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rest {
    Nothing,
    /// Something that cannot be read.
    Broken,
    /// Shapes and pictures.
    Drawings,
}

impl Outcome {
    fn unmapped_share(&self) -> f32 {
        self.unmapped as f32 / self.letters.max(1) as f32
    }

    /// Letters with a meaning.
    fn worth(&self) -> usize {
        self.letters.saturating_sub(self.unmapped)
    }
}

/// Reads a PDF: our own reader first, `pdf-extract` where it fails; the better text wins.
pub(super) fn read(bytes: &[u8]) -> Result<(Document, Vec<Attachment>), Error> {
    let first = match first(bytes) {
        Err(Error::Encrypted) => return Err(Error::Encrypted),
        first => first,
    };
    let is_good =
        first.as_ref().is_ok_and(|it| it.letters > 0 && it.unmapped_share() <= MAX_UNMAPPED);
    let mut outcome = if is_good { first? } else { better(first, second::read(bytes))? };
    let attachments = std::mem::take(&mut outcome.attachments);
    Ok((finish(outcome)?, attachments))
}

fn better(first: Result<Outcome, Error>, second: Option<Outcome>) -> Result<Outcome, Error> {
    match (first, second) {
        (Ok(first), Some(second)) if second.worth() > first.worth() => Ok(combined(first, second)),
        (Ok(first), _) => Ok(first),
        (Err(_), Some(second)) if second.letters > 0 => Ok(second),
        (Err(error), _) => Err(error),
    }
}

/// The text of the second reader with what only the first one tells.
fn combined(first: Outcome, second: Outcome) -> Outcome {
    let mut pages = second.document.pages;
    for (page, known) in pages.iter_mut().zip(first.document.pages) {
        page.links = known.links;
        page.images = known.images;
    }
    let attachments = first.attachments;
    Outcome { document: Document { pages, ..first.document }, attachments, ..second }
}

fn finish(outcome: Outcome) -> Result<Document, Error> {
    let share = outcome.unmapped_share();
    let letters = outcome.letters;
    let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
    let mut document = outcome.document;
    document.facts.unmapped = (count(outcome.unmapped), count(letters));
    let has_pictures = document.pages.iter().any(|page| page.images > 0);
    if letters < MIN_LETTERS && has_pictures {
        return Err(Error::Scanned);
    }
    match outcome.rest {
        _ if letters > 0 => {}
        Rest::Drawings => return Err(Error::Scanned),
        Rest::Broken => return Err(Error::Damaged),
        Rest::Nothing => return Err(Error::Empty),
    }
    if share > MAX_UNMAPPED {
        let detail = format!("{:.0}", share * 100.0);
        document.warnings.push(Warning { code: WarningCode::UnmappedText, detail });
    }
    Ok(document)
}

fn first(bytes: &[u8]) -> Result<Outcome, Error> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Error::Encrypted,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Error::Damaged,
    })?;
    let pages = pdf.pages();
    let mut document = Document { format: Format::Pdf, ..Document::default() };
    document.metadata = metadata(&pdf);
    let mut faces = Faces::new();
    let layers = Layers::of(&pdf);
    let mut budget = Budget::FULL;
    let mut unmapped = 0;
    let mut rest = if is_whole(bytes) { Rest::Nothing } else { Rest::Broken };
    let mut hidden = String::new();
    let mut noticed = FileFacts { locked: facts::lock(bytes), ..FileFacts::default() };
    for (index, page) in pages.iter().take(MAX_PAGES).enumerate() {
        if budget.is_spent() {
            break;
        }
        let read = read_page(page, index > 0, (&mut faces, &layers), &mut budget);
        unmapped += read.unmapped;
        notice(&mut noticed, &read, index);
        facts::notes(page, number(index), &mut noticed);
        rest = rest.max(read.rest);
        if hidden.is_empty() {
            hidden = read.hidden;
        }
        if read.is_scan && read.page.glyphs.len() < MIN_LETTERS {
            warn(&mut document, WarningCode::ScannedPage, (index + 1).to_string());
        }
        document.pages.push(read.page);
    }
    if pages.len() > MAX_PAGES {
        warn(&mut document, WarningCode::TooManyPages, MAX_PAGES.to_string());
    }
    if !is_whole(bytes) {
        warn(&mut document, WarningCode::Damaged, String::new());
    }
    if budget.is_spent() {
        warn(&mut document, WarningCode::TooMuchText, String::new());
    }
    if !hidden.trim().is_empty() {
        warn(&mut document, WarningCode::HiddenText, hidden.trim().to_owned());
    }
    let letters = document.pages.iter().map(|page| page.glyphs.len()).sum();
    noticed.fonts = faces.facts();
    document.facts = noticed;
    let attachments = attachments::attachments(&pdf);
    Ok(Outcome { document, letters, unmapped, rest, attachments })
}

/// The page of this index, counted from 1.
fn number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}

/// Adds what was noticed on a page.
fn notice(facts: &mut FileFacts, read: &ReadPage, index: usize) {
    let page = number(index);
    let seen = &read.noticed;
    facts.pictures.extend(seen.pictures.iter().map(|it| Picture { page, bbox: *it }));
    facts.bars.extend(seen.bars.iter().map(|it| Bar { page, bbox: *it }));
    facts.faint.extend(seen.faint.iter().map(|it| Faint { page, ..it.clone() }));
    facts.ligatures += read.ligatures;
    if !read.hidden.trim().is_empty() {
        facts.hidden.push(Hidden { page, text: read.hidden.trim().to_owned() });
    }
}

fn warn(document: &mut Document, code: WarningCode, detail: String) {
    document.warnings.push(Warning { code, detail });
}

struct ReadPage {
    page: Page,
    hidden: String,
    noticed: Noticed,
    ligatures: u32,
    unmapped: usize,
    is_scan: bool,
    rest: Rest,
}

/// Whether the end of the file is there.
fn is_whole(bytes: &[u8]) -> bool {
    let end = bytes.get(bytes.len().saturating_sub(16 << 10)..).unwrap_or(bytes);
    end.windows(5).any(|window| window == b"%%EOF")
}

fn read_page<'a>(
    page: &PdfPage<'a>,
    is_later: bool,
    tools: (&mut Faces<'a>, &Layers),
    budget: &mut Budget,
) -> ReadPage {
    let (width, height) = page.render_dimensions();
    let matrix = Matrix(page.initial_transform(true).as_coeffs());
    let whole = Area { x0: 0.0, y0: 0.0, x1: f64::from(width), y1: f64::from(height) };
    let sheet = Sheet::new(width, height);
    let mut interpreter = Interpreter::new(sheet, matrix, whole, tools, budget);
    interpreter.is_later_page = is_later;
    let content = page.page_stream();
    if let Some(content) = content {
        interpreter.run(content, page.resources(), 0);
    }
    let rest = match content {
        Some(content) if content.len() >= DRAWING => Rest::Drawings,
        None if page.raw().contains_key("Contents") => Rest::Broken,
        Some(_) | None => Rest::Nothing,
    };
    let unmapped = interpreter.unmapped;
    let is_scan = interpreter.sheet.is_scan();
    let ligatures = interpreter.ligatures;
    let noticed = std::mem::take(&mut interpreter.sheet.noticed);
    let (mut page_read, hidden) = interpreter.sheet.finish();
    page_read.links = links::links(page, matrix);
    ReadPage { page: page_read, hidden, noticed, ligatures, unmapped, is_scan, rest }
}

fn metadata(pdf: &Pdf) -> Vec<(String, String)> {
    let known = pdf.metadata();
    [("title", &known.title), ("author", &known.author), ("producer", &known.producer)]
        .into_iter()
        .filter_map(|(name, value)| {
            let value = strings::text(value.as_deref()?);
            (!value.trim().is_empty()).then(|| (name.to_owned(), value.trim().to_owned()))
        })
        .collect()
}
