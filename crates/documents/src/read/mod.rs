//! Files in: from bytes to a [`Document`].

mod docx;
mod flow;
mod html;
pub mod image;
mod markdown;
mod odt;
mod package;
mod pdf;
mod rtf;
mod sniff;
mod text;
pub(crate) mod xml;

use domain::page::{Document, WarningCode};

use self::sniff::Kind;
pub(crate) use self::{package::Package, text::decode as decode_text};
use crate::Error;

/// Larger files are refused.
pub const MAX_FILE_MIB: u32 = 20;
/// The stack that reading may use.
pub(crate) const STACK: usize = 64 << 20;

/// A file inside a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attachment {
    pub(crate) bytes: Vec<u8>,
}

/// More files inside a file are not looked at.
pub(crate) const MAX_ATTACHMENTS: usize = 16;
/// Nor larger ones.
pub(crate) const MAX_ATTACHMENT: usize = 4 << 20;

/// Reads a file, whatever kind it is; its name does not matter.
///
/// A panic of a reader becomes [`Error::Damaged`]; running out of memory or time does not, so
/// files of strangers are read by [`Workers`](crate::worker::Workers).
pub fn read(bytes: &[u8]) -> Result<Document, Error> {
    read_all(bytes).map(|(document, _)| document)
}

/// Reads a file with the files inside it.
pub(crate) fn read_all(bytes: &[u8]) -> Result<(Document, Vec<Attachment>), Error> {
    if bytes.len() > (MAX_FILE_MIB as usize) << 20 {
        return Err(Error::TooLarge { limit_mib: MAX_FILE_MIB });
    }
    with_stack(|| read_here(bytes))
}

/// Runs `work` where there is room for what files may nest.
fn with_stack<T: Send>(work: impl FnOnce() -> Result<T, Error> + Send) -> Result<T, Error> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work)?;
        thread.join().unwrap_or(Err(Error::Damaged))
    })
}

fn read_here(bytes: &[u8]) -> Result<(Document, Vec<Attachment>), Error> {
    let (document, attachments) = match sniff::kind(bytes)? {
        Kind::Pdf => return pdf::read(bytes),
        Kind::Archive => read_archive(bytes)?,
        Kind::Rtf => (rtf::read(bytes), Vec::new()),
        Kind::Html => (html::read(&text::decode(bytes)?)?, Vec::new()),
        Kind::Text => (read_text(&text::decode(bytes)?), Vec::new()),
    };
    if document.flow.is_empty() {
        let is_damaged = document.warnings.iter().any(|it| it.code == WarningCode::Damaged);
        return Err(if is_damaged { Error::Damaged } else { Error::Empty });
    }
    Ok((document, attachments))
}

/// Whether a file is a word processor's or a typesetter's, and not a web page or plain text.
pub(crate) fn is_document(bytes: &[u8]) -> bool {
    matches!(sniff::kind(bytes), Ok(Kind::Pdf | Kind::Archive | Kind::Rtf))
}

/// Whether a reader was given up on that may still be at work in this process.
pub(crate) fn left_work_behind() -> bool {
    pdf::left_work_behind()
}

fn read_archive(bytes: &[u8]) -> Result<(Document, Vec<Attachment>), Error> {
    let mut package = Package::open(bytes)?;
    let types = package.part("[Content_Types].xml")?.unwrap_or_default();
    if package.has("word/document.xml") || types.contains("wordprocessingml") {
        docx::read(package)
    } else if package.part("mimetype")?.is_some_and(|it| it.contains("opendocument.text")) {
        Ok((odt::read(package)?, Vec::new()))
    } else if package
        .names()
        .iter()
        .any(|name| name.starts_with("Index/") && name.ends_with(".iwa"))
    {
        Err(Error::Pages)
    } else if types.contains("spreadsheetml") || types.contains("presentationml") {
        Err(Error::OtherOffice)
    } else {
        Err(Error::NotADocument)
    }
}

fn read_text(text: &str) -> Document {
    if markdown::is_markdown(text) { markdown::read(text) } else { text::read(text) }
}
