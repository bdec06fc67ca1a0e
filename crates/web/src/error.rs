//! Why a page was not fetched, in words for the user.

use crate::Refusal;

/// Why there is no page. Nothing is kept of what came until then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The address itself.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// No machine answers to the name, or there is no network.
    #[error(
        "\"{0}\" could not be reached; check the address and your connection, or paste the posting's text"
    )]
    Unreachable(String),
    /// The name leads into a private network.
    #[error(
        "\"{0}\" leads into a private network and was not opened; paste the posting's text instead"
    )]
    Private(String),
    /// The connection is not safe.
    #[error(
        "\"{0}\" does not prove who it is, so nothing was read from it; open it in a browser and paste the text"
    )]
    Untrusted(String),
    /// It leads to somebody else.
    #[error(
        "the page sends visitors on to \"{0}\", another site; if you trust that, type its address instead"
    )]
    OtherSite(String),
    /// It leads to a page that is not encrypted.
    #[error(
        "the page sends visitors on to an address that is not encrypted; paste the posting's text instead"
    )]
    Unencrypted,
    /// It leads in circles.
    #[error("the page sends visitors on again and again; open it in a browser and paste the text")]
    GoesInCircles,
    /// It took too long.
    #[error(
        "the page did not come within {0} seconds; try again later, or paste the posting's text"
    )]
    TooSlow(u64),
    /// It is too long.
    #[error("the page is larger than {0} MB and was not read; paste the posting's text instead")]
    TooLarge(u64),
    /// It ended before its end.
    #[error("the page broke off before its end and was not read; try again, or paste the text")]
    BrokenOff,
    /// It is packed in a way that is not understood.
    #[error("the page came in a form that cannot be read; open it in a browser and paste the text")]
    Garbled,
    /// It is a picture, a program, an archive.
    #[error("the address gives \"{0}\" and no page to read; paste the posting's text instead")]
    NoPage(String),
    /// It is gone.
    #[error(
        "the site says that this page does not exist (any more); the posting may have been closed"
    )]
    Gone,
    /// The site lets no program in.
    #[error(
        "the site does not let programs read this page; open it in a browser and paste the text"
    )]
    Forbidden,
    /// The site has trouble.
    #[error("the site answered with error {0}; try again later, or paste the posting's text")]
    Status(u16),
}

impl FetchError {
    /// One word for scripts, and for an interface with sentences of its own.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.reason(),
            Self::Unreachable(_) => "unreachable",
            Self::Private(_) => "private",
            Self::Untrusted(_) => "untrusted",
            Self::OtherSite(_) => "otherSite",
            Self::Unencrypted => "unencrypted",
            Self::GoesInCircles => "goesInCircles",
            Self::TooSlow(_) => "tooSlow",
            Self::TooLarge(_) => "tooLarge",
            Self::BrokenOff => "brokenOff",
            Self::Garbled => "garbled",
            Self::NoPage(_) => "noPage",
            Self::Gone => "gone",
            Self::Forbidden => "forbidden",
            Self::Status(_) => "status",
        }
    }
}
