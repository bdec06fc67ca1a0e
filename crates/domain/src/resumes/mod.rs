//! Resumes: what one holds, how it is read from a document, how it is written as JSON Resume.

pub mod content;
pub mod fields;
pub mod reading;
pub mod rendering;
pub mod stored;

pub use content::{
    Award, Basics, Certificate, Education, Interest, Language, Profile, Project, Publication,
    Reference, Resume, Section, Skill, Volunteer, Work,
};
pub use fields::fields;
pub use reading::{Origin, Reading, SourceLine, SourceSpan};
pub use rendering::{Lost, Paper, Rendering, Template};
pub use stored::{ResumeCard, StoredResume};
