//! Everything that can go wrong, as the user meets it.

use std::{io, path::Path};

use domain::{jobs::Flaw, resumes::Misfit};
use serde::Serialize;

/// What a use case fails with.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The user asked to stop.
    #[error("stopped; nothing was changed")]
    Cancelled,
    /// A job lacks something.
    #[error("give the job a title: the posting does not name one")]
    Incomplete(Flaw),
    /// A correction does not fit the resume.
    #[error("{0}")]
    Misfit(Misfit),
    /// There is no home to keep anything in.
    #[error("this account has no home folder to keep data in; name one with --data")]
    NoFolder,
    /// The file handle is from another day.
    #[error("that file is no longer at hand; choose it again")]
    UnknownFile,
    /// A file is too big to be what it should be.
    #[error("\"{name}\" is larger than {limit} MB, too large for a {what}; nothing was changed")]
    TooLarge {
        /// The file.
        name: String,
        /// The most megabytes there may be.
        limit: u64,
        /// What it should have been.
        what: &'static str,
    },
    /// A document could not be understood.
    #[error("\"{name}\": {source}")]
    Document {
        /// The file.
        name: String,
        /// Why.
        source: documents::Error,
    },
    /// Text that should have been a posting is none.
    #[error(transparent)]
    Posting(#[from] documents::postings::Error),
    /// A file in JSON Resume's shape is not.
    #[error("this is not a JSON Resume: {0}")]
    NotAResume(String),
    /// A change was offered for something that has changed since.
    #[error("this has changed since it was checked; nothing was changed. Check again")]
    Outdated,
    /// An address is not one to open.
    #[error(transparent)]
    Address(#[from] web::Refusal),
    /// A page was not fetched.
    #[error(transparent)]
    Fetch(#[from] web::FetchError),
    /// The typesetter failed.
    #[error(transparent)]
    Typeset(#[from] documents::typeset::Error),
    /// A file could not be read or written.
    #[error("\"{name}\" could not be {done}: {}", reason(source))]
    File {
        /// The file or folder.
        name: String,
        /// "read" or "written".
        done: &'static str,
        /// Why.
        source: io::Error,
    },
    /// The data could not be read or written.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A part of the program broke; a bug.
    #[error("a part of ATSPro stopped working; your data is safe. Try again, or restart ATSPro")]
    Broken(#[from] tokio::task::JoinError),
}

/// Shorthand for this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What the interface does about an [`Error`]. Add one only when it does something new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum Code {
    /// Nothing: the user knows.
    Cancelled,
    /// Mark the field.
    Invalid,
    /// Go back to the list.
    NotFound,
    /// Keep the file at hand and say what would help.
    Unreadable,
    /// Offer to update.
    Newer,
    /// Keep what was typed until there is room.
    NoSpace,
    /// Show the message.
    Unexpected,
}

impl Code {
    /// Its name on the wire and in a terminal.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Invalid => "invalid",
            Self::NotFound => "notFound",
            Self::Unreadable => "unreadable",
            Self::Newer => "newer",
            Self::NoSpace => "noSpace",
            Self::Unexpected => "unexpected",
        }
    }
}

impl Error {
    /// A file that could not be read.
    pub(crate) fn reading(path: &Path, source: io::Error) -> Self {
        Self::File { name: name_of(path), done: "read", source }
    }

    /// A file that could not be written.
    pub(crate) fn writing(path: &Path, source: io::Error) -> Self {
        Self::File { name: name_of(path), done: "written", source }
    }

    /// How the interface should react.
    pub fn code(&self) -> Code {
        match self {
            Self::Cancelled => Code::Cancelled,
            Self::Document { source, .. } if source.is_stopped() => Code::Cancelled,
            Self::Incomplete(_)
            | Self::Misfit(_)
            | Self::NotAResume(_)
            | Self::Outdated
            | Self::Address(_)
            | Self::Fetch(web::FetchError::Refused(_)) => Code::Invalid,
            Self::UnknownFile | Self::Store(store::Error::NotFound { .. }) => Code::NotFound,
            Self::TooLarge { .. }
            | Self::Document { .. }
            | Self::Posting(_)
            | Self::Fetch(_)
            | Self::File { done: "read", .. } => Code::Unreadable,
            Self::Store(store::Error::Newer) => Code::Newer,
            Self::Store(store::Error::Full) => Code::NoSpace,
            Self::File { source, .. } if source.kind() == io::ErrorKind::StorageFull => {
                Code::NoSpace
            }
            Self::File { .. }
            | Self::NoFolder
            | Self::Typeset(_)
            | Self::Store(_)
            | Self::Broken(_) => Code::Unexpected,
        }
    }

    /// What exactly is the matter, as one word for scripts and for the interface's own sentences.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Document { source, .. } => source.reason(),
            Self::Posting(source) => source.reason(),
            Self::Address(source) => source.reason(),
            Self::Fetch(source) => source.reason(),
            Self::TooLarge { .. } => "tooLarge",
            Self::File { source, .. } if source.kind() == io::ErrorKind::NotFound => "notFound",
            _ => self.code().name(),
        }
    }
}

/// The name of a file without its folders, which are nobody's business.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// An operating system's error in words that help.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull => "the disk is full; free some space and try again".into(),
        io::ErrorKind::PermissionDenied => "permission denied; choose another folder".into(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only; choose another folder".into(),
        io::ErrorKind::NotFound => "there is no such file".into(),
        io::ErrorKind::IsADirectory => "it is a folder".into(),
        _ => error.to_string(),
    }
}
