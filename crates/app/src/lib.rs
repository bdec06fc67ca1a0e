//! What the user can do: import, add, move, match, render, find.
//!
//! [`App`] holds what every use case needs; each file adds its own to it. There is no window
//! here: the desktop shell and the terminal call these methods, and so do the tests.

mod activity;
mod capture;
mod duplicates;
mod error;
mod exports;
mod files;
mod imports;
mod jobs;
mod linting;
pub mod logs;
mod matching;
mod parallel;
mod resumes;
mod search;
mod settings;
mod tailoring;
mod task;
mod workbench;

use std::{fs, path::PathBuf, sync::Arc};

use domain::{Kind, PartialDate, Timestamp};
use store::Store;
use tokio::sync::broadcast;

pub use capture::{Found, FoundPosting, PostingSource, Unread};
pub use error::{Code, Error, Result};
pub use exports::{ExportTo, Exported, Preview};
pub use files::{SourceFile, read_standard_input, read_text, write_whole as write_file};
pub use imports::{ImportFailure, ImportReport, ImportedFile};
pub use jobs::JobEdit;
pub use linting::{CheckRule, LintFor, apply_edit, list_checks};
pub use matching::{RankedJob, RankedResume};
pub use resumes::ResumeDraft;
pub use search::Hit;
pub use settings::About;
pub use tailoring::{RefusedEdit, Tailored};
pub use task::{Progress, Task};
pub use workbench::Workbench;

/// The application, ready to use. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    store: Store,
    bench: Workbench,
    folders: Arc<Folders>,
    finds: Arc<capture::Finds>,
}

/// Where things are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The database and the logs.
    pub data: PathBuf,
    /// Exported documents, for the user to find.
    pub documents: PathBuf,
}

impl Folders {
    /// The folders the operating system has for this, or the user's own choice of `data`.
    ///
    /// # Errors
    /// [`Error::NoFolder`] for a user without a home.
    pub fn of_system(data: Option<PathBuf>) -> Result<Self> {
        let data = data.or_else(|| Some(dirs::data_dir()?.join("ATSPro")));
        let documents = dirs::document_dir().or_else(dirs::home_dir);
        match (data, documents) {
            (Some(data), Some(documents)) => Ok(Self { data, documents: documents.join("ATSPro") }),
            (None, _) | (_, None) => Err(Error::NoFolder),
        }
    }

    /// Where the logs are.
    pub fn logs(&self) -> PathBuf {
        self.data.join("logs")
    }

    fn database(&self) -> PathBuf {
        self.data.join("atspro.db")
    }
}

impl App {
    /// Opens the user's data in `folders`, creating it the first time.
    ///
    /// # Errors
    /// Whatever keeps the database from opening; see [`store::Store::open`].
    pub async fn open(folders: Folders, bench: Workbench) -> Result<Self> {
        files::create_private(&folders.data)?;
        let store = Store::open(&folders.database()).await?;
        tracing::info!(version = env!("CARGO_PKG_VERSION"), "opened");
        Ok(Self { store, bench, folders: Arc::new(folders), finds: Arc::default() })
    }

    /// Hears what kind of thing changed, whoever changed it.
    pub fn changes(&self) -> broadcast::Receiver<Kind> {
        self.store.changes()
    }

    /// Writes everything down and lets go of the file.
    pub async fn close(&self) {
        self.store.close().await;
    }

    /// How many bytes the database takes on disk.
    fn database_bytes(&self) -> u64 {
        fs::metadata(self.folders.database()).map_or(0, |file| file.len())
    }
}

/// The only place that reads the clock; everyone below is handed the time.
#[expect(clippy::disallowed_methods, reason = "this is the place")]
fn now() -> Timestamp {
    Timestamp::from_millis(jiff::Timestamp::now().as_millisecond())
}

/// Today where the user is.
#[expect(clippy::disallowed_methods, reason = "this is the place")]
fn today() -> Option<PartialDate> {
    let date = jiff::Zoned::now().date();
    let part = |number: i8| u8::try_from(number).ok();
    PartialDate::new(u16::try_from(date.year()).ok()?, part(date.month()), part(date.day()))
}

/// The day of an instant where the user is, as `2026-03-31`.
pub fn day_of(instant: Timestamp) -> String {
    let zone = jiff::tz::TimeZone::system();
    jiff::Timestamp::from_millisecond(instant.as_millis())
        .map_or_else(|_| String::new(), |at| at.to_zoned(zone).date().to_string())
}

/// The only place that draws ids, each later than all before it.
#[expect(clippy::disallowed_methods, reason = "this is the place")]
fn fresh() -> u128 {
    uuid::Uuid::now_v7().as_u128()
}

/// The process in which hostile files are read: every binary of ours must be able to be one.
pub mod worker {
    use std::{env, ffi::OsStr};

    pub use documents::worker::{Allocator, allocator, serve};

    /// What starts a binary as a worker.
    pub const ARGUMENT: &str = "--worker";

    /// Whether this process was started to be a worker; asked first thing in `main`.
    pub fn is_asked_for() -> bool {
        env::args_os().nth(1).as_deref() == Some(OsStr::new(ARGUMENT))
    }
}
