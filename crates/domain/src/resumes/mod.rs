//! Resumes: what one holds, how it is read from a document, how it is written as JSON Resume.

mod body;
mod contact;
pub mod content;
mod dates;
mod education;
mod entries;
mod fields;
mod found;
mod items;
pub mod json_resume;
mod listed;
mod name;
mod parse;
pub mod reading;
pub mod rendering;
mod roles;
mod sections;
mod skills;
pub mod stored;
mod work;

pub use content::{
    Award, Basics, Certificate, Education, Interest, Language, Profile, Project, Publication,
    Reference, Resume, Section, Skill, Volunteer, Work,
};
pub use fields::{carry_over, fields};
pub use parse::parse;
pub use reading::{Origin, Reading, SourceLine, SourceSpan};
pub use rendering::{Lost, Paper, Rendering, Template};
pub use stored::{ResumeCard, StoredResume};
