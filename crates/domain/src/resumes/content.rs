//! What a resume holds. The parts have the names of JSON Resume 1.3; everything is as printed,
//! nothing is guessed.

use serde::{Deserialize, Serialize};

use crate::date::{EndDate, PartialDate};

/// A whole resume.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Resume {
    /// Who it is and how to reach them.
    pub basics: Basics,
    /// Employment, most recent first.
    pub work: Vec<Work>,
    /// Unpaid work.
    pub volunteer: Vec<Volunteer>,
    /// Schools and degrees.
    pub education: Vec<Education>,
    /// Skills, alone or in named groups.
    pub skills: Vec<Skill>,
    /// Projects.
    pub projects: Vec<Project>,
    /// Languages spoken.
    pub languages: Vec<Language>,
    /// Certificates and licences.
    pub certificates: Vec<Certificate>,
    /// Awards and honours.
    pub awards: Vec<Award>,
    /// Publications.
    pub publications: Vec<Publication>,
    /// Interests.
    pub interests: Vec<Interest>,
    /// References.
    pub references: Vec<Reference>,
    /// Sections that fit nowhere else, under their own titles.
    pub sections: Vec<Section>,
    /// The language it is written in, as an ISO 639-1 code; empty while unknown.
    pub language: String,
}

/// Who it is and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Basics {
    /// Full name.
    pub name: String,
    /// The headline under the name: "Registered Nurse".
    pub label: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number, as printed.
    pub phone: String,
    /// Own web page.
    pub url: String,
    /// Where they live, as printed: "Austin, TX".
    pub location: String,
    /// A short paragraph about them.
    pub summary: String,
    /// Accounts elsewhere.
    pub profiles: Vec<Profile>,
}

/// An account elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Profile {
    /// "LinkedIn", "GitHub".
    pub network: String,
    /// The name there.
    pub username: String,
    /// The address.
    pub url: String,
}

/// One role at one employer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Work {
    /// The employer.
    pub name: String,
    /// The title held.
    pub position: String,
    /// Where, as printed.
    pub location: String,
    /// The employer's web page.
    pub url: String,
    /// First month.
    pub start_date: Option<PartialDate>,
    /// Last month, or that it goes on.
    pub end_date: Option<EndDate>,
    /// What the role was, in prose.
    pub summary: String,
    /// What was done, one bullet each.
    pub highlights: Vec<String>,
}

/// Unpaid work.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Volunteer {
    /// For whom.
    pub organization: String,
    /// As what.
    pub position: String,
    /// Where, as printed.
    pub location: String,
    /// First month.
    pub start_date: Option<PartialDate>,
    /// Last month, or that it goes on.
    pub end_date: Option<EndDate>,
    /// In prose.
    pub summary: String,
    /// One bullet each.
    pub highlights: Vec<String>,
}

/// One course of study.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Education {
    /// The school.
    pub institution: String,
    /// The degree: "Bachelor of Science".
    pub study_type: String,
    /// The subject: "Nursing".
    pub area: String,
    /// Where, as printed.
    pub location: String,
    /// First month.
    pub start_date: Option<PartialDate>,
    /// Last month, expected or reached.
    pub end_date: Option<EndDate>,
    /// The grade, as printed.
    pub score: String,
    /// Courses named.
    pub courses: Vec<String>,
    /// Anything else said about it, one bullet each.
    pub highlights: Vec<String>,
}

/// A skill, or a named group of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Skill {
    /// The skill, or the name of the group when there are keywords.
    pub name: String,
    /// How well, as printed.
    pub level: String,
    /// The skills of the group.
    pub keywords: Vec<String>,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Project {
    /// What it is called.
    pub name: String,
    /// In prose.
    pub description: String,
    /// For whom.
    pub entity: String,
    /// Its address.
    pub url: String,
    /// First month.
    pub start_date: Option<PartialDate>,
    /// Last month, or that it goes on.
    pub end_date: Option<EndDate>,
    /// One bullet each.
    pub highlights: Vec<String>,
    /// What it was made with.
    pub keywords: Vec<String>,
}

/// A language spoken.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Language {
    /// "Spanish".
    pub language: String,
    /// How well, as printed.
    pub fluency: String,
}

/// A certificate or licence.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Certificate {
    /// What it certifies.
    pub name: String,
    /// Who gave it.
    pub issuer: String,
    /// When.
    pub date: Option<PartialDate>,
    /// Its address.
    pub url: String,
}

/// An award or honour.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Award {
    /// What it is called.
    pub title: String,
    /// Who gave it.
    pub awarder: String,
    /// When.
    pub date: Option<PartialDate>,
    /// For what.
    pub summary: String,
}

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Publication {
    /// Its title.
    pub name: String,
    /// Where it appeared.
    pub publisher: String,
    /// When.
    pub release_date: Option<PartialDate>,
    /// Its address.
    pub url: String,
    /// Anything else: authors, a line about it.
    pub summary: String,
}

/// An interest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Interest {
    /// "Climbing".
    pub name: String,
    /// In detail.
    pub keywords: Vec<String>,
}

/// Someone who speaks for them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Reference {
    /// Who.
    pub name: String,
    /// What they say, or how to reach them.
    pub reference: String,
}

/// A section that fits nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Section {
    /// Its title, as printed.
    pub title: String,
    /// Its lines or bullets.
    pub items: Vec<String>,
}
