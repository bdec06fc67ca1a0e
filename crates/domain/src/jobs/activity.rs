//! What happened in the search, so that the user can look back.

use serde::{Deserialize, Serialize};

use super::Stage;
use crate::{ActivityId, JobId, ResumeId, Timestamp};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    /// Never changes, also across devices.
    pub id: ActivityId,
    /// What happened.
    pub what: ActivityKind,
    /// To which job, if to one.
    pub job: Option<JobId>,
    /// To which resume, if to one.
    pub resume: Option<ResumeId>,
    /// The job's or resume's title at the time.
    pub subject: String,
    /// When.
    pub at: Timestamp,
}

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum ActivityKind {
    /// A resume was imported.
    ResumeImported,
    /// A resume was looked through and saved.
    ResumeReviewed,
    /// A resume was exported as a file.
    ResumeExported,
    /// A job was added.
    JobAdded,
    /// A job was moved.
    JobMoved {
        /// Where it was.
        from: Stage,
        /// Where it is.
        to: Stage,
    },
}
