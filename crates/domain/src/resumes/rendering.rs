//! What the typesetter offers and what it shows.

use serde::{Deserialize, Serialize};

/// A way for a resume to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Template {
    /// What settings and commands call it.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// How it looks and whom it suits, in a sentence.
    pub description: &'static str,
}

/// The size of the sheet.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Paper {
    /// 210 × 297 mm, most of the world.
    #[default]
    A4,
    /// 8.5 × 11 in, North America.
    Letter,
}

/// A typeset resume as the screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Rendering {
    /// One SVG a page. Letters are drawn as shapes, so no font is needed to show them.
    pub pages: Vec<String>,
    /// Characters that no font at hand can print, each once.
    pub missing_glyphs: Vec<String>,
}

/// A field that a reader does not find on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Lost {
    /// The field, by its path in JSON Resume: `work[0].highlights[2]`.
    pub path: String,
    /// What it says.
    pub text: String,
}
