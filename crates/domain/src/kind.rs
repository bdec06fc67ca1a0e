//! The kinds of thing the user keeps.

use serde::{Deserialize, Serialize};

/// What a write touched, and what a screen shows: the link between the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// What happened and when.
    Activity,
    /// Jobs, their postings and their stages.
    Job,
    /// Resumes and what was read from their files.
    Resume,
    /// How the user likes the program.
    Settings,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Activity, Self::Job, Self::Resume, Self::Settings];
}
