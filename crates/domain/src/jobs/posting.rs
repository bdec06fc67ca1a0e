//! What a job posting says, with the words behind every claim.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::PartialDate;

/// A posting as it came in: its text, and what its wrapping said outright.
///
/// A saved page or an applicant system's JSON names some fields itself; those win over what is
/// read from the text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Capture {
    /// The readable text, one paragraph, heading or bullet a line; bullets start with "• ".
    pub text: String,
    /// Fields the wrapping states: only those are set.
    pub stated: Posting,
    /// Which of them, and how they were stated.
    pub sources: BTreeMap<String, FieldSource>,
    /// What its system calls it in addresses: numbers, slugs.
    pub ids: Vec<String>,
}

/// What a posting says. Nothing is invented: what it does not say is empty or `None`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Posting {
    /// The language of the text, as an ISO 639-1 code; empty while unknown.
    pub language: String,
    /// The title as printed.
    pub title: String,
    /// The employer; empty when the posting hides it.
    pub company: String,
    /// Every place, as printed.
    pub locations: Vec<String>,
    /// Where the work is done.
    pub remote_mode: RemoteMode,
    /// Every type offered.
    pub employment_types: Vec<EmploymentType>,
    /// Pay, as stated; where several ranges are stated, from the least to the most of them.
    pub salary: Option<Salary>,
    /// Every range of pay, where there are several: grades, places, levels.
    pub pay_ranges: Vec<Salary>,
    /// Level, from the title first.
    pub seniority: Option<Seniority>,
    /// Least years of experience asked.
    pub years_min: Option<u32>,
    /// Most years of experience asked.
    pub years_max: Option<u32>,
    /// The degree asked, if any.
    pub education: Option<EducationAsked>,
    /// Licences and certificates asked, as printed.
    pub licenses: Vec<String>,
    /// Languages asked.
    pub languages: Vec<String>,
    /// What it says about work authorisation, as one of the classes of the design notes.
    pub visa: Option<String>,
    /// The security clearance asked, as printed.
    pub clearance: Option<String>,
    /// Whether the employer says that it sponsors visas, or that it does not.
    pub sponsors: Option<bool>,
    /// When it was posted.
    pub date_posted: Option<PartialDate>,
    /// Last day to apply.
    pub apply_deadline: Option<PartialDate>,
    /// Everything it asks of a person, each with its words.
    pub requirements: Vec<Requirement>,
    /// How each named field was found.
    pub sources: BTreeMap<String, FieldSource>,
    /// Where in the text the fields stand that were read there.
    pub spans: BTreeMap<String, TextSpan>,
    /// Where it says it stands; may be empty.
    pub url: String,
    /// Whether this is only a line of a list: the posting itself stands at its address.
    pub partial: bool,
    /// The text that every [`TextSpan`] points into.
    pub text: String,
}

/// Where a field of a posting came from, most trusted first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "lowercase")]
pub enum FieldSource {
    /// The user said so.
    User,
    /// An applicant system's JSON or XML.
    Json,
    /// A schema.org block in the page.
    Jsonld,
    /// Microdata in the page.
    Microdata,
    /// The page's own application state.
    State,
    /// Its title or meta tags.
    Meta,
    /// Read from the text.
    Text,
}

/// One thing a posting asks of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Requirement {
    /// What kind of thing.
    pub kind: RequirementKind,
    /// The skill's or subject's name: the vocabulary's where known, else as printed.
    pub name: String,
    /// The vocabulary's id for it; empty where unknown.
    pub canonical: String,
    /// How much it matters.
    pub importance: Importance,
    /// Requirements of one group are alternatives: any one is enough.
    pub group: Option<u32>,
    /// Least years, for kind [`Years`](RequirementKind::Years) or a skill with years.
    #[specta(type = Option<u32>)]
    pub years: Option<f32>,
    /// The words behind it, in [`Posting::text`].
    pub span: TextSpan,
    /// How sure the reading is, from 0 to 1.
    #[specta(type = u32)]
    pub confidence: f32,
}

/// The kinds of [`Requirement`].
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum RequirementKind {
    /// A skill, tool, method or field of knowledge.
    Skill,
    /// Years of experience.
    Years,
    /// A degree.
    Education,
    /// A licence or certificate.
    License,
    /// A spoken language.
    Language,
    /// Being somewhere.
    Location,
    /// Being allowed to work there, or cleared to.
    WorkAuthorization,
}

/// How much a requirement matters.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Importance {
    /// Asked for.
    Required,
    /// Welcome.
    Preferred,
    /// Only mentioned, as in a list of duties.
    Mentioned,
}

/// A stretch of text, as offsets in UTF-16 code units so that JavaScript can slice it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TextSpan {
    /// First unit.
    pub start: u32,
    /// One past the last unit, `>= start`.
    pub end: u32,
}

/// Where the work is done.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "lowercase")]
pub enum RemoteMode {
    /// At the employer's.
    Onsite,
    /// Some days here, some there.
    Hybrid,
    /// From anywhere the posting allows.
    Remote,
    /// It does not say.
    #[default]
    Unspecified,
}

impl RemoteMode {
    /// Every mode.
    pub const ALL: [Self; 4] = [Self::Onsite, Self::Hybrid, Self::Remote, Self::Unspecified];

    /// Its name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Onsite => "onsite",
            Self::Hybrid => "hybrid",
            Self::Remote => "remote",
            Self::Unspecified => "unspecified",
        }
    }

    /// The mode of this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// How one is employed.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "snake_case")]
pub enum EmploymentType {
    /// Full time.
    FullTime,
    /// Part time.
    PartTime,
    /// For a time or a project, or self-employed.
    Contract,
    /// Temporary.
    Temporary,
    /// Internship or apprenticeship.
    Internship,
}

/// Level of a role.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "lowercase")]
pub enum Seniority {
    /// Learning.
    Intern,
    /// At the start.
    Junior,
    /// In the middle.
    Mid,
    /// Experienced.
    Senior,
    /// Beyond senior.
    Staff,
    /// Beyond staff.
    Principal,
    /// Leads people or a field.
    Lead,
    /// Manages people.
    Manager,
    /// Manages managers.
    Director,
    /// Vice president.
    Vp,
    /// Chief of something.
    Executive,
}

/// Pay as stated, never converted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Salary {
    /// Lower end.
    #[specta(type = Option<u32>)]
    pub min: Option<f64>,
    /// Upper end.
    #[specta(type = Option<u32>)]
    pub max: Option<f64>,
    /// ISO 4217; empty where it does not say.
    pub currency: String,
    /// For how long.
    pub period: Option<Period>,
}

/// What a [`Salary`] is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// The degree a posting asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct EducationAsked {
    /// The lowest level that is enough.
    pub level: DegreeLevel,
    /// The subject, as printed; may be empty.
    pub field: String,
    /// Whether it must be.
    pub required: bool,
    /// Whether something else will do: "or equivalent experience".
    pub or_equivalent: bool,
}

/// Levels of education, lowest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "snake_case")]
pub enum DegreeLevel {
    /// School.
    HighSchool,
    /// Trade school, apprenticeship or diploma.
    Vocational,
    /// Two-year degree.
    Associate,
    /// Bachelor.
    Bachelor,
    /// Master.
    Master,
    /// Doctor, of law and medicine too.
    Doctorate,
}
