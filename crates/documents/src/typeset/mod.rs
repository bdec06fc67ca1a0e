//! Resumes as pages: a resume and a template in, a PDF or a preview out.

mod check;
mod error;
mod fields;
mod fonts;
mod glyphs;
mod links;
mod sections;
mod sheet;
mod templates;
mod text;
mod words;
mod world;

use std::sync::{Mutex, PoisonError};

use domain::resumes::{Paper, Rendering, Resume, Template};
use typst::{World, diag::Warned, foundations::Smart, syntax::FileId};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use check::check;
pub use error::{Diagnostic, Error};

use error::located;
use sheet::Sheet;
use world::Desk;

/// A last page filled no further than this is worth a try without it …
const NEARLY_EMPTY: f64 = 0.25;
/// … with everything a little smaller.
const DENSER: [f64; 2] = [0.97, 0.94];

/// A resume longer than this is none: it fills fifty pages, and takes seconds.
const MAX_BYTES: usize = 1 << 18;

/// How a resume is to be typeset, besides the template.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The size of the sheet.
    pub paper: Paper,
    /// The language of headings and dates as an ISO 639-1 code; otherwise the resume's own.
    pub language: Option<String>,
}

/// A finished PDF.
#[derive(Debug, Clone)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no font at hand can print, each once.
    pub missing_glyphs: Vec<String>,
    /// What Typst found odd about the template.
    pub warnings: Vec<Diagnostic>,
}

/// Every template, the plainest first.
pub fn templates() -> &'static [Template] {
    &templates::ALL
}

/// Turns resumes into pages. Keep one: what it has learnt makes the next page quick.
///
/// One page takes some milliseconds; from async code call it where waiting is allowed.
pub struct Typesetter(Mutex<Option<Desk>>);

/// What came of one resume.
struct Typeset {
    document: PagedDocument,
    missing: Vec<String>,
    warnings: Vec<Diagnostic>,
}

impl Typesetter {
    /// A typesetter; its fonts are loaded with the first page.
    pub const fn new() -> Self {
        Self(Mutex::new(None))
    }

    /// The resume as a PDF: tagged, with its title and language, and PDF/UA-1 where possible.
    pub fn pdf(&self, resume: &Resume, template: &str, options: &Options) -> Result<Pdf, Error> {
        self.with(resume, template, options, |desk, typeset| {
            let Typeset { document, missing, warnings } = typeset;
            // A box in place of a letter breaks the standard, yet a page with a box beats no page.
            let accessible = PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default();
            let bytes = write(&document, accessible)
                .or_else(|_| write(&document, PdfStandards::default()))
                .map_err(|found| Error::Template(located(desk, &found)))?;
            Ok(Pdf { bytes, pages: document.pages().len(), missing_glyphs: missing, warnings })
        })
    }

    /// The resume as pictures for the screen.
    pub fn svg(
        &self,
        resume: &Resume,
        template: &str,
        options: &Options,
    ) -> Result<Rendering, Error> {
        self.with(resume, template, options, |_, typeset| {
            let draw = |page| typst_svg::svg(page, &typst_svg::SvgOptions::default());
            let pages = typeset.document.pages().iter().map(draw).collect();
            Ok(Rendering { pages, missing_glyphs: typeset.missing })
        })
    }

    fn with<T>(
        &self,
        resume: &Resume,
        template: &str,
        options: &Options,
        finish: impl FnOnce(&Desk, Typeset) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let known = templates::ALL.iter().any(|one| one.id == template);
        let main = known.then(|| world::file_id(&format!("{template}.typ"))).flatten();
        let main = main.ok_or_else(|| Error::NoTemplate(template.to_owned()))?;
        let sheet = Sheet::new(resume, options);
        let size = sheet.to_json().len();
        if size > MAX_BYTES {
            return Err(Error::TooLong(size));
        }
        // A desk left behind by a panic is laid out afresh below, so it is good to use.
        let mut desk = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let desk = desk.get_or_insert_with(|| Desk::new(main));
        let result = typeset(desk, main, sheet).and_then(|done| finish(desk, done));
        comemo::evict(10);
        result
    }
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

/// Typesets the sheet as designed, or a little smaller where that spares a nearly empty last page.
fn typeset(desk: &mut Desk, main: FileId, mut sheet: Sheet) -> Result<Typeset, Error> {
    let designed = typeset_once(desk, main, &sheet)?;
    let (pages, last) = (designed.document.pages().len(), designed.document.pages().last());
    if pages < 2 || last.is_none_or(|page| glyphs::filled(&page.frame) > NEARLY_EMPTY) {
        return Ok(designed);
    }
    for density in DENSER {
        sheet.density = density;
        let denser = typeset_once(desk, main, &sheet)?;
        if denser.document.pages().len() < pages {
            return Ok(denser);
        }
    }
    Ok(designed)
}

/// Looks for letters in the machine's own fonts if ours lack some.
fn typeset_once(desk: &mut Desk, main: FileId, sheet: &Sheet) -> Result<Typeset, Error> {
    desk.put(main, sheet.to_json());
    let done = lay_out(desk)?;
    if done.missing.is_empty() || !desk.add_system_fonts() {
        return Ok(done);
    }
    lay_out(desk)
}

fn lay_out(desk: &Desk) -> Result<Typeset, Error> {
    let Warned { output, warnings } = typst::compile::<PagedDocument>(desk as &dyn World);
    let document = output.map_err(|found| Error::Template(located(desk, &found)))?;
    let missing = glyphs::missing(document.pages().iter().map(|page| &page.frame));
    Ok(Typeset { document, missing, warnings: located(desk, &warnings) })
}

fn write(
    document: &PagedDocument,
    standards: PdfStandards,
) -> Result<Vec<u8>, Vec<typst::diag::SourceDiagnostic>> {
    let creator = Smart::Custom(Some("ATSPro".to_owned()));
    let options = PdfOptions { creator, standards, ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map_err(|found| found.into_iter().collect())
}
