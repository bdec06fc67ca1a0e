//! Resumes: what one holds, how it is read from a document, how it is written as JSON Resume.

mod body;
mod contact;
pub mod content;
mod date_points;
pub(crate) mod dates;
mod e164;
mod education;
mod entries;
mod eras;
mod evidence;
mod fields;
pub(crate) mod found;
pub mod imports;
mod issuers;
mod items;
pub mod json_resume;
mod languages;
mod listed;
mod name;
mod parse;
mod parts;
mod phone;
mod place;
mod projects;
mod published;
pub mod reading;
pub mod rendering;
pub mod review;
mod roles;
mod rows;
pub(crate) mod sections;
mod skills;
mod starts;
pub mod stored;
mod web;
mod words;
pub(crate) mod work;

pub use content::{
    Award, Basics, Certificate, Education, Interest, Language, Profile, Project, Publication,
    Reference, Resume, Section, Skill, Volunteer, Work,
};
pub use e164::e164;
pub use fields::{carry_over, fields};
pub(crate) use found::union;
pub use parse::parse;
pub use reading::{Origin, Reading, SourceLine, SourceSpan, SourceWord};
pub use rendering::{Lost, Paper, Rendering, Template};
pub use review::{Corrected, Correction, Misfit, Review};
pub use stored::{ResumeCard, StoredResume};
