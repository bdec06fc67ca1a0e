//! Why a posting could not be read.

use serde::{Deserialize, Serialize};

/// Why a posting could not be read, in words for the user.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Error {
    /// Bigger than any posting.
    #[error(
        "the posting is larger than 2 MB and was not read; copy its text and paste that instead"
    )]
    TooLarge,
    /// Nothing in it.
    #[error("the posting is empty; paste its text instead")]
    Empty,
    /// A page that shows its text only once its scripts have run.
    #[error(
        "no description was found: the page fills itself in only in a browser; \
         copy the text from there and paste it instead"
    )]
    NoText,
    /// A page about something else.
    #[error(
        "this holds no job posting: it neither names a job nor says what is asked or offered; \
         copy the posting's text and paste it instead"
    )]
    NoPosting,
    /// A picture, an archive or the like.
    #[error("this is not a posting as text, a web page, JSON or XML; paste its text instead")]
    NotText,
}

/// What reading a posting gives.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// One word for scripts, and for an interface with sentences of its own.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::TooLarge => "tooLarge",
            Self::Empty => "empty",
            Self::NoText => "noText",
            Self::NoPosting => "noPosting",
            Self::NotText => "notText",
        }
    }
}
