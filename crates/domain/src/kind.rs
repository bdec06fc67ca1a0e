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
    /// How resumes fit jobs, as last compared.
    Match,
    /// Resumes and what was read from their files.
    Resume,
    /// How the user likes the program.
    Settings,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::Activity, Self::Job, Self::Match, Self::Resume, Self::Settings];
}
