//! Reading in a process of its own, so that no file can take the app down with it.
//!
//! The worker is the same program, started with an argument that makes it call [`serve`]. It gets
//! bytes on a pipe and no more: no environment, no working folder, no file, and a limit on its
//! memory. The app keeps [`Workers`] warm, and kills one that takes too long.

mod child;
mod pool;
mod serve;

use domain::{jobs::Posting, linter::FileLook, page::Document, resumes::Reading};
use serde::{Deserialize, Serialize};

pub use pool::{Limits, Workers};
pub use serve::{Allocator, allocator, serve};

use crate::{Error, postings};

/// What a worker may be asked.
#[derive(Debug, Serialize, Deserialize)]
enum Job {
    /// Read a file.
    Read,
    /// Read a file and understand it as a resume.
    Parse,
    /// The same, and what the file looks like.
    Inspect,
    /// Understand as a resume what was recognised on pictures of pages.
    Recognised,
    /// Read a file of this name and understand every posting in it.
    Postings { name: String },
    /// Draw a page, of this width in pixels.
    PageImage { page: u32, width: u32 },
}

/// A job with what it works on.
#[derive(Debug, Serialize, Deserialize)]
struct Request {
    job: Job,
    /// Follow the message as they are, byte for byte.
    #[serde(skip)]
    bytes: Vec<u8>,
    /// How many bytes follow.
    size: u32,
    /// How many bytes of memory it may take.
    memory: u64,
}

/// What came of a job.
#[derive(Debug, Serialize, Deserialize)]
struct Answer {
    outcome: Result<Outcome, Error>,
    /// The worker leaves after this answer.
    leaves: bool,
    /// The most memory it ever held, in bytes; 0 where the system does not say.
    peak: u64,
}

/// What a job gives.
#[derive(Debug, Serialize, Deserialize)]
enum Outcome {
    Document(Box<Document>),
    Reading(Box<Reading>),
    Inspected(Box<(Reading, FileLook)>),
    Postings(Result<Vec<Posting>, postings::Error>),
    Image(Vec<u8>),
}

/// A message is at most this long.
const MAX_MESSAGE: usize = 64 << 20;
