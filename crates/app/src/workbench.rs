//! The tools every use case shares: the reader in its own process, and the typesetter.

use std::{fmt, future::pending, path::PathBuf, sync::Arc};

use documents::{
    ocr::{self, Tesseract},
    typeset::{Options, Pdf, Typesetter},
    worker::Workers,
};
use domain::{
    PartialDate,
    jobs::Posting,
    linter::FileLook,
    matching::Match,
    resumes::{Reading, Resume, Template, imports, json_resume},
};

use crate::{Error, Result, SourceFile, Task, today, worker};

/// The tools, without any data of the user's. Cheap to clone.
///
/// Whoever drops the future of a reading stops the reader with it, so nothing here takes a
/// separate signal to cancel.
#[derive(Clone)]
pub struct Workbench {
    workers: Workers,
    typesetter: Arc<Typesetter>,
    pub(crate) fetcher: web::Fetcher,
}

impl Workbench {
    /// Tools whose reader runs as `program --worker`: one of our own binaries.
    pub fn new(program: PathBuf) -> Self {
        Self {
            workers: Workers::new(program, [worker::ARGUMENT]),
            typesetter: Arc::new(Typesetter::new()),
            fetcher: web::Fetcher::new(),
        }
    }

    /// Tools whose reader runs as the running program itself.
    ///
    /// # Errors
    /// When the operating system will not say which program that is.
    pub fn of_this_program() -> Result<Self> {
        let failed = |source| Error::File { name: "ATSPro".into(), done: "read", source };
        Ok(Self::new(std::env::current_exe().map_err(failed)?))
    }

    /// The same tools with another way to reach pages; for tests with a site of their own.
    #[must_use]
    pub fn with_fetcher(self, fetcher: web::Fetcher) -> Self {
        Self { fetcher, ..self }
    }

    /// Understands the resume in `file`. Dropping the future stops the reader at once.
    ///
    /// # Errors
    /// Why the file cannot be read, in words.
    pub async fn parse_resume(&self, file: &SourceFile) -> Result<Reading> {
        self.parse_resume_bytes(file, file.read_document().await?).await
    }

    pub(crate) async fn parse_resume_bytes(
        &self,
        file: &SourceFile,
        bytes: Vec<u8>,
    ) -> Result<Reading> {
        self.parse_or_recognise(file, bytes, &Task::unwatched()).await
    }

    /// Understands a resume; where its pages are pictures, has the Tesseract of this computer
    /// read them, if there is one.
    pub(crate) async fn parse_or_recognise(
        &self,
        file: &SourceFile,
        bytes: Vec<u8>,
        task: &Task,
    ) -> Result<Reading> {
        let failed = |source| Error::Document { name: file.name(), source };
        let tesseract = match self.workers.parse(bytes.clone(), pending()).await {
            Err(documents::Error::Scanned) => Tesseract::find().await,
            answer => return answer.map_err(failed),
        };
        let tesseract = tesseract.ok_or(documents::Error::Scanned).map_err(failed)?;
        let mut pages = Vec::new();
        for page in 1..=ocr::MAX_PAGES {
            task.step("recognising", page - 1, 0)?;
            match self.workers.page_image(bytes.clone(), page, ocr::WIDTH, pending()).await {
                Ok(image) => pages.push(tesseract.recognise(&image).await.map_err(failed)?),
                Err(documents::Error::NoSuchPage) => break,
                Err(source) => return Err(failed(source)),
            }
        }
        self.workers.parse_recognised(&pages, pending()).await.map_err(failed)
    }

    /// The most memory that a worker held so far, in bytes; 0 where the system does not say.
    pub fn peak_bytes(&self) -> u64 {
        self.workers.peak_bytes()
    }

    pub(crate) async fn inspect_bytes(
        &self,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<(Reading, FileLook)> {
        let failed = |source| Error::Document { name: name.to_owned(), source };
        self.workers.inspect(bytes, pending()).await.map_err(failed)
    }

    /// Understands every posting in `file`.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub async fn parse_postings(&self, file: &SourceFile) -> Result<Vec<Posting>> {
        let bytes = file.read_posting().await?;
        self.parse_posting_bytes(file.name(), bytes).await
    }

    /// Understands every posting in `bytes`, called `name`.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub async fn parse_posting_bytes(&self, name: String, bytes: Vec<u8>) -> Result<Vec<Posting>> {
        let failed = |source| Error::Document { name: name.clone(), source };
        Ok(self.workers.postings(bytes, name.clone(), pending()).await.map_err(failed)??)
    }

    /// Understands a pasted text.
    pub(crate) async fn parse_text(&self, text: String) -> Result<Posting> {
        if text.trim().is_empty() {
            return Ok(Posting::default());
        }
        tokio::task::spawn_blocking(move || Self::posting_of(&text)).await?
    }

    /// A resume from any file that can be parsed; JSON of no form that is known is taken for a
    /// JSON Resume, and what is wrong with it is said.
    ///
    /// # Errors
    /// Why the file cannot be read, in words.
    pub async fn open_resume(&self, file: &SourceFile) -> Result<Resume> {
        let bytes = file.read_document().await?;
        match serde_json::from_slice(&bytes) {
            Ok(value) if imports::recognise(&value).is_none() => {
                json_resume::read(&value).map_err(|error| Error::NotAResume(error.to_string()))
            }
            Ok(_) | Err(_) => Ok(self.parse_resume_bytes(file, bytes).await?.resume),
        }
    }

    /// A posting from what `ats job` prints or from any file that can be parsed; the first one
    /// where there are several.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub async fn open_posting(&self, file: &SourceFile) -> Result<Posting> {
        let postings = self.open_postings(file).await?;
        postings.into_iter().next().ok_or(Error::Posting(documents::postings::Error::NoText))
    }

    /// The postings from what `ats job` prints, one or a list, or from any file that can be
    /// parsed.
    ///
    /// # Errors
    /// Why there is none, in words.
    pub async fn open_postings(&self, file: &SourceFile) -> Result<Vec<Posting>> {
        let bytes = file.read_posting().await?;
        let written = |value: &serde_json::Value| domain::jobs::json::is_written(value);
        match serde_json::from_slice(&bytes) {
            Ok(one) if written(&one) => Ok(vec![domain::jobs::json::read(&one)]),
            Ok(serde_json::Value::Array(all)) if !all.is_empty() && all.iter().all(written) => {
                Ok(all.iter().map(domain::jobs::json::read).collect())
            }
            _ => self.parse_posting_bytes(file.name(), bytes).await,
        }
    }

    /// Understands a posting's words.
    ///
    /// # Errors
    /// When they are too many to be one.
    pub fn posting_of(text: &str) -> Result<Posting> {
        documents::postings::check_size(text.len())?;
        Ok(domain::jobs::parse(&documents::postings::from_text(text)))
    }

    /// Understands a resume's words.
    ///
    /// # Errors
    /// Why they cannot be read, in words.
    pub async fn parse_resume_text(&self, text: String) -> Result<Resume> {
        let failed = |source| Error::Document { name: "the text".into(), source };
        let reading = self.workers.parse(text.into_bytes(), pending()).await.map_err(failed)?;
        Ok(reading.resume)
    }

    /// Compares a resume with a posting as of `day`, or of today.
    pub fn compare(&self, resume: &Resume, posting: &Posting, day: Option<PartialDate>) -> Match {
        let epoch = PartialDate::EPOCH;
        domain::matching::score(resume, posting, day.or_else(today).unwrap_or(epoch))
    }

    /// Every template there is.
    pub fn templates(&self) -> Vec<Template> {
        documents::typeset::templates().to_vec()
    }

    /// A page of a PDF as a PNG, `width` pixels wide.
    pub(crate) async fn page_image(
        &self,
        bytes: Vec<u8>,
        page: u32,
        width: u32,
    ) -> Result<Vec<u8>> {
        let failed = |source| Error::Document { name: format!("page {page}"), source };
        self.workers.page_image(bytes, page, width, pending()).await.map_err(failed)
    }

    /// Typesets a resume.
    ///
    /// # Errors
    /// What the template reports.
    pub async fn render(&self, resume: Resume, template: String) -> Result<Pdf> {
        let typesetter = Arc::clone(&self.typesetter);
        let options = Options::default();
        let work = move || typesetter.pdf(&resume, named(&template), &options);
        Ok(tokio::task::spawn_blocking(work).await??)
    }

    /// Typesets a resume for the screen, one SVG a page.
    pub(crate) async fn render_svg(&self, resume: Resume, template: String) -> Result<Vec<String>> {
        let typesetter = Arc::clone(&self.typesetter);
        let options = Options::default();
        let work = move || typesetter.svg(&resume, named(&template), &options);
        Ok(tokio::task::spawn_blocking(work).await??.pages)
    }

    /// What a parser reads in a PDF of ours, line by line; nothing, where nothing is written yet.
    pub(crate) async fn read_back(&self, pdf: Vec<u8>) -> Result<String> {
        match self.workers.parse(pdf, pending()).await {
            Ok(reading) => {
                let lines: Vec<_> = reading.lines.into_iter().map(|line| line.text).collect();
                Ok(lines.join("\n"))
            }
            Err(documents::Error::Empty) => Ok(String::new()),
            Err(source) => Err(Error::Document { name: "the new PDF".into(), source }),
        }
    }
}

/// The template called `id`; without a name, the first.
fn named(id: &str) -> &str {
    let first = documents::typeset::templates().first();
    if id.is_empty() { first.map_or(id, |template| template.id) } else { id }
}

impl fmt::Debug for Workbench {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workbench").finish_non_exhaustive()
    }
}
