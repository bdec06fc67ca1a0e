//! A posting as it was found: postings vanish, what they said should not.

use serde::{Deserialize, Serialize};

use crate::{JobId, Timestamp};

/// A posting as it was found, its bytes apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// Whose posting it is.
    pub job: JobId,
    /// When it was found.
    pub captured_at: Timestamp,
    /// Where, if at an address; may be empty.
    pub url: String,
    /// The name of the file it was found in; may be empty.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub hash: String,
    /// How many bytes it has.
    pub size: u32,
    /// Its text as it was read.
    pub text: String,
}
