//! Jobs: what a posting says, and how far the user has come with it.

pub mod activity;
pub mod job;
pub mod json;
pub mod parse;
pub mod posting;
pub mod words;

mod authorization;
mod company;
mod dates;
mod edit;
mod education;
mod importance;
mod lines;
mod lists;
mod naming;
pub(crate) mod offsets;
mod pay;
mod phrases;
mod places;
mod requirements;
mod sections;
mod terms;
mod title;
mod years;

pub use activity::{Activity, ActivityKind};
pub use edit::PostingEdit;
pub use job::{Decision, Flaw, Job, JobCard, JobDraft, Stage, place_at};
pub use parse::parse;
pub use posting::{
    Capture, DegreeLevel, EducationAsked, EmploymentType, FieldSource, Importance, Period, Posting,
    RemoteMode, Requirement, RequirementKind, Salary, Seniority, TextSpan,
};

#[cfg(test)]
mod tests;
