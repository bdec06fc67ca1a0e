//! Why a file could not be read, in words its owner can act on.

use serde::{Deserialize, Serialize};

/// Why there is no [`Document`](domain::page::Document).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Error {
    /// Nothing in it, or no text.
    #[error("the file is empty; choose one that has text in it")]
    Empty,
    /// A password is needed to open it.
    #[error("the file is locked with a password; save a copy without one and choose that")]
    Encrypted,
    /// Word's format from before 2007.
    #[error(
        "this is an old Word file (.doc); open it in Word or LibreOffice, save it as .docx or PDF and choose that"
    )]
    LegacyDoc,
    /// Pictures of pages instead of text.
    #[error(
        "the pages are pictures, so there is no text to read; export a PDF from the program it was written in, install Tesseract (the package tesseract-ocr) to have pictures read, or paste the text"
    )]
    Scanned,
    /// Pictures of pages on which Tesseract found no words.
    #[error(
        "the pages are pictures, and no words could be recognised on them; export a PDF from the program it was written in, or paste the text"
    )]
    NoWords,
    /// A picture file.
    #[error("this is a picture; choose the document it was made from, or a PDF")]
    Picture,
    /// A document of Apple's Pages.
    #[error(
        "this is a Pages document; in Pages choose File > Export To > PDF or Word and choose that"
    )]
    Pages,
    /// A spreadsheet, a presentation, or another file of an office program.
    #[error("this is no text document; export the resume as PDF or DOCX and choose that")]
    OtherOffice,
    /// So few characters have a meaning that nothing can be understood.
    #[error(
        "the file does not say which letters it shows, so they cannot be read; print it to PDF from the program it was written in, or paste the text"
    )]
    Garbled,
    /// Its kind is known, but nothing could be read.
    #[error(
        "the file is damaged and could not be read; open it in the program it came from, save it again and choose that"
    )]
    Damaged,
    /// Above the size limit.
    #[error(
        "the file is larger than {limit_mib} MB; save a smaller copy, for example without pictures"
    )]
    TooLarge {
        /// The limit that it passed, in MiB.
        limit_mib: u32,
    },
    /// Not a document that can be read.
    #[error(
        "this is not a document that can be read; choose a PDF, DOCX, ODT, RTF, HTML, Markdown or text file"
    )]
    NotADocument,
    /// Data that a program saved, in a form that we do not know.
    #[error(
        "this file holds data in a form that is not known; choose a JSON Resume, a Reactive Resume, a RenderCV file, a Europass or LinkedIn's export, or a document"
    )]
    UnknownData,
    /// The page that was asked for does not exist.
    #[error("the file has no such page")]
    NoSuchPage,
    /// Reading outlasted the time limit and was stopped.
    #[error(
        "reading the file took too long and was stopped; save it again from the program it came from, or paste the text"
    )]
    TooSlow,
    /// Reading needed more memory than it may have and was stopped.
    #[error(
        "reading the file took too much memory and was stopped; save it again from the program it came from, or paste the text"
    )]
    TooMuchMemory,
    /// The user stopped it.
    #[error("reading was stopped")]
    Stopped,
    /// The separate process that reads files could not be started or reached.
    #[error("the file could not be read in a separate process ({0}); start the program again")]
    Isolation(String),
}

impl Error {
    /// Whether it is the user's own doing.
    pub fn is_stopped(&self) -> bool {
        *self == Self::Stopped
    }

    /// One word for scripts, and for an interface with sentences of its own.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Encrypted => "encrypted",
            Self::LegacyDoc => "legacyDoc",
            Self::Scanned => "scanned",
            Self::NoWords => "noWords",
            Self::Picture => "picture",
            Self::Pages => "pages",
            Self::OtherOffice => "otherOffice",
            Self::Garbled => "garbled",
            Self::Damaged => "damaged",
            Self::TooLarge { .. } => "tooLarge",
            Self::NotADocument => "notADocument",
            Self::UnknownData => "unknownData",
            Self::NoSuchPage => "noSuchPage",
            Self::TooSlow => "tooSlow",
            Self::TooMuchMemory => "tooMuchMemory",
            Self::Stopped => "cancelled",
            Self::Isolation(_) => "isolation",
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Isolation(error.to_string())
    }
}
