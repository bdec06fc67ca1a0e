//! A resume the user keeps.

use serde::{Deserialize, Serialize};

use super::{Reading, Resume};
use crate::{ResumeId, Timestamp, page::Format};

/// A resume with its history: the file it came from and what is known of its fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredResume {
    /// Never changes, also across devices.
    pub id: ResumeId,
    /// What the user calls it; at first the file's name.
    pub title: String,
    /// What it says now. [`Reading::resume`] is what was understood; this is what was corrected.
    pub resume: Resume,
    /// What was read, with where each present field stands. Empty when it was typed in.
    pub reading: Reading,
    /// The fields still worth a look, least certain first.
    pub to_check: Vec<String>,
    /// Whether the user has looked through it and saved.
    pub reviewed: bool,
    /// The name of the file it came from; empty when it was typed in.
    pub file_name: String,
    /// When it was imported.
    pub added_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A resume as a list shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ResumeCard {
    /// See [`StoredResume::id`].
    pub id: ResumeId,
    /// See [`StoredResume::title`].
    pub title: String,
    /// The person's name.
    pub name: String,
    /// The headline.
    pub label: String,
    /// See [`StoredResume::file_name`].
    pub file_name: String,
    /// What kind of file it came from.
    pub format: Format,
    /// How many fields are worth a look.
    pub to_check: u32,
    /// See [`StoredResume::reviewed`].
    pub reviewed: bool,
    /// See [`StoredResume::updated_at`].
    pub updated_at: Timestamp,
}
