//! How the user likes the program.

use serde::{Deserialize, Serialize};

use crate::{ResumeId, linter::LintChoices};

/// Every choice, with what it is before anyone chose.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Light or dark.
    pub appearance: Appearance,
    /// How close together things stand.
    pub density: Density,
    /// The resume that jobs are compared with unless another is picked.
    pub main_resume: Option<ResumeId>,
    /// The template that a new export starts from; empty means the first.
    pub template: String,
    /// What the linter is to look for.
    pub lint: LintChoices,
}

/// Light or dark.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Appearance {
    /// As the desktop is.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How close together things stand.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Density {
    /// Room to breathe.
    #[default]
    Comfortable,
    /// More on the screen.
    Compact,
}
