//! What was understood from a document, with where each field came from and how sure it is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Resume;
use crate::{
    jobs::TextSpan,
    page::{Bbox, Format, Warning},
};

/// A resume as it was understood, beside the document it came from.
///
/// Fields are named by their path in JSON Resume: `basics.name`, `work[0].position`,
/// `work[0].highlights[2]`, `skills[3].name`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Reading {
    /// What kind of file it was.
    pub format: Format,
    /// What was understood.
    pub resume: Resume,
    /// For every field with a value, where it stands and how sure we are.
    pub origins: BTreeMap<String, Origin>,
    /// Every line of the document, in reading order.
    pub lines: Vec<SourceLine>,
    /// The lines no field took, as indices into [`lines`](Self::lines). Never dropped.
    pub unplaced: Vec<u32>,
    /// Width and height of each page in points; empty for a flowing file.
    #[specta(type = Vec<(u32, u32)>)]
    pub pages: Vec<(f32, f32)>,
    /// What the user should know about the file.
    pub warnings: Vec<Warning>,
}

/// Where a field came from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Origin {
    /// How likely the field is right, from 0 to 1.
    #[specta(type = u32)]
    pub confidence: f32,
    /// The places it was printed at, one a line; empty for a flowing file.
    pub spans: Vec<SourceSpan>,
    /// The lines it stands on, as indices into [`Reading::lines`].
    pub lines: Vec<u32>,
    /// Whether the user put it there, pointing at the page.
    pub by_hand: bool,
}

/// A place on a page.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct SourceSpan {
    /// The page, from 1.
    pub page: u32,
    /// The rectangle.
    pub bbox: Bbox,
}

/// One line of the document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct SourceLine {
    /// Its text, cells joined by two spaces.
    pub text: String,
    /// Where it stands; `None` in a flowing file.
    pub span: Option<SourceSpan>,
    /// Whether it begins a list item; its sign is not part of the text.
    pub item: bool,
    /// Its words, to be pointed at one by one; none once a document has too many.
    pub words: Vec<SourceWord>,
}

/// One word of a line.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct SourceWord {
    /// Where it is in [`SourceLine::text`].
    pub span: TextSpan,
    /// Where it stands on the page; `None` in a flowing file.
    pub bbox: Option<Bbox>,
}

impl Reading {
    /// Below this confidence the review asks the user to look at a field.
    pub const SURE: f32 = 0.7;

    /// The fields worth a look, least certain first.
    pub fn to_check(&self) -> Vec<&str> {
        unsure(&self.origins)
    }
}

/// The fields below [`Reading::SURE`], least certain first.
pub(super) fn unsure(origins: &BTreeMap<String, Origin>) -> Vec<&str> {
    let mut unsure: Vec<_> =
        origins.iter().filter(|(_, origin)| origin.confidence < Reading::SURE).collect();
    unsure.sort_by(|a, b| a.1.confidence.total_cmp(&b.1.confidence).then(a.0.cmp(b.0)));
    unsure.into_iter().map(|(path, _)| path.as_str()).collect()
}
