//! What a comparison says.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize, Serializer};

use crate::{
    JobId, ResumeId, Timestamp,
    jobs::{Importance, RequirementKind, TextSpan},
};

/// How a resume fits a posting, explained line by line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Match {
    /// From 0 to 100 with one decimal; `None` when the posting is too vague to score.
    #[specta(type = Option<u32>)]
    #[serde(serialize_with = "some_tenths")]
    pub score: Option<f32>,
    /// The score in a word.
    pub band: Band,
    /// The parts of the score; only those that apply have weight.
    pub components: Vec<Component>,
    /// Conditions an employer may insist on, reported beside the score.
    pub gates: Vec<Gate>,
    /// What was found, with both places.
    pub evidence: Vec<Evidence>,
    /// What was not.
    pub missing: Vec<Missing>,
    /// What the posting asks that no rule can judge, as printed.
    pub unscored: Vec<String>,
    /// How many requirements of importance [`Required`](Importance::Required) there are, and how
    /// many of them were found: "9 of 12 must-haves".
    pub required: (u32, u32),
    /// The version of the formula, stored with every result.
    pub version: u32,
}

/// A [`Fit`] that is kept: the last time a resume was compared with a job.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JobScore {
    /// Which job.
    pub job: JobId,
    /// Which resume.
    pub resume: ResumeId,
    /// See [`Match::score`].
    #[specta(type = Option<u32>)]
    #[serde(serialize_with = "some_tenths")]
    pub score: Option<f32>,
    /// See [`Match::band`].
    pub band: Band,
    /// See [`Match::version`].
    pub version: u32,
    /// When they were compared.
    pub scored_at: Timestamp,
    /// Whether neither the two nor the formula have changed since.
    pub fresh: bool,
}

impl Fit {
    /// Which of two comes first in a ranking: the higher score, then fewer broken conditions, then
    /// more must-haves; those without a number come last.
    pub fn order(&self, other: &Self) -> Ordering {
        let score = |fit: &Self| fit.score.unwrap_or(-1.0);
        let found = |fit: &Self| fit.required.1;
        score(other)
            .total_cmp(&score(self))
            .then(self.not_met.len().cmp(&other.not_met.len()))
            .then(found(other).cmp(&found(self)))
    }
}

/// A score in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum Band {
    /// 75 and more.
    Strong,
    /// From 60.
    Good,
    /// From 40, or capped there by a gate.
    Partial,
    /// Below 40.
    Weak,
    /// The posting asks for too little to say.
    TooVague,
}

impl Band {
    /// Every band, the best first.
    pub const ALL: [Self; 5] =
        [Self::Strong, Self::Good, Self::Partial, Self::Weak, Self::TooVague];

    /// Its name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Good => "good",
            Self::Partial => "partial",
            Self::Weak => "weak",
            Self::TooVague => "tooVague",
        }
    }

    /// The band of this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.name() == name)
    }
}

/// A [`Match`] in a line, for a ranking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Fit {
    /// See [`Match::score`].
    #[specta(type = Option<u32>)]
    #[serde(serialize_with = "some_tenths")]
    pub score: Option<f32>,
    /// See [`Match::band`].
    pub band: Band,
    /// See [`Match::required`].
    pub required: (u32, u32),
    /// The conditions that are not met, by name.
    pub not_met: Vec<String>,
    /// The conditions the resume does not speak of, by name.
    pub unknown: Vec<String>,
    /// The first of the must-haves that nothing answers, by name.
    pub missing: Vec<String>,
    /// See [`Match::version`].
    pub version: u32,
}

/// A part of the score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Component {
    /// Which part.
    pub name: ComponentName,
    /// Its share of the score after what does not apply was dropped; all shares sum to 100.
    #[specta(type = u32)]
    #[serde(serialize_with = "parts")]
    pub weight: f32,
    /// How much of it is met, from 0 to 1.
    #[specta(type = u32)]
    #[serde(serialize_with = "parts")]
    pub value: f32,
    /// Whether the posting asks for it.
    pub applies: bool,
}

/// The parts of the score.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum ComponentName {
    /// Skills asked for.
    RequiredSkills,
    /// Skills welcome.
    PreferredSkills,
    /// Likeness of the title to the roles held.
    Title,
    /// Years of experience.
    Years,
    /// Degree.
    Education,
    /// Licences and certificates.
    Licenses,
    /// Spoken languages.
    Languages,
    /// Place and mode of work.
    Location,
}

/// A condition an employer may insist on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Gate {
    /// What kind of condition.
    pub kind: RequirementKind,
    /// What is asked, as printed.
    pub name: String,
    /// Whether it is met.
    pub status: GateStatus,
    /// The words behind it, in the posting.
    pub posting: TextSpan,
    /// What the resume says about it, if anything.
    pub resume: Option<ResumeQuote>,
}

/// Whether a [`Gate`] is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum GateStatus {
    /// The resume shows it.
    Met,
    /// The resume shows the contrary or too little.
    NotMet,
    /// The resume does not say: a question for the user.
    Unknown,
}

/// One requirement and what in the resume answers it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// What kind of requirement.
    pub kind: RequirementKind,
    /// What is asked.
    pub name: String,
    /// How much it matters.
    pub importance: Importance,
    /// The words behind it, in the posting.
    pub posting: TextSpan,
    /// The words that answer it, in the resume.
    pub resume: ResumeQuote,
    /// How it answers.
    pub how: How,
    /// How well, from 0 to 1.
    #[specta(type = u32)]
    #[serde(serialize_with = "parts")]
    pub value: f32,
}

/// How a line of the resume answers a requirement.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum How {
    /// The same word, or another name for the same thing, shown in a role or project.
    Shown,
    /// In the list of skills, and shown elsewhere too.
    ListedAndShown,
    /// Follows from something shown: Django shows Python.
    Implied,
    /// Close, not the same: `MySQL` for PostgreSQL.
    Related,
    /// Only in the list of skills.
    ListedOnly,
    /// Dates, degrees and the like add up.
    Computed,
}

/// Words in a resume.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ResumeQuote {
    /// The field, as a path: `work[0].highlights[2]`.
    pub path: String,
    /// The field's text.
    pub text: String,
    /// The words within it.
    pub span: TextSpan,
}

/// A requirement that nothing in the resume answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// What kind of requirement.
    pub kind: RequirementKind,
    /// What is asked.
    pub name: String,
    /// How much it matters.
    pub importance: Importance,
    /// The words behind it, in the posting.
    pub posting: TextSpan,
    /// What showing it would add to the score, in points.
    #[specta(type = u32)]
    #[serde(serialize_with = "tenths")]
    pub gain: f32,
}

/// As many digits as mean something: an `f32` widened by a reader shows what was never there.
fn digits<S: Serializer>(number: f32, scale: f64, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64((f64::from(number) * scale).round() / scale)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
fn tenths<S: Serializer>(number: &f32, to: S) -> Result<S::Ok, S::Error> {
    digits(*number, 10.0, to)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
fn parts<S: Serializer>(number: &f32, to: S) -> Result<S::Ok, S::Error> {
    digits(*number, 10_000.0, to)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
fn some_tenths<S: Serializer>(number: &Option<f32>, to: S) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) => digits(*number, 10.0, to),
        None => to.serialize_none(),
    }
}
