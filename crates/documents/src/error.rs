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
    #[error("this is an old Word file (.doc); save it as .docx or PDF and choose that")]
    LegacyDoc,
    /// Pictures of pages instead of text.
    #[error(
        "the pages are pictures, so there is no text to read; export a PDF from the program it was written in, or paste the text"
    )]
    Scanned,
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
            Self::Damaged => "damaged",
            Self::TooLarge { .. } => "tooLarge",
            Self::NotADocument => "notADocument",
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
