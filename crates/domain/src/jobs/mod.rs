//! Jobs: what a posting says, and how far the user has come with it.

pub mod activity;
pub mod job;
pub mod json;
pub mod parse;
pub mod posting;
pub mod snapshot;
pub mod words;

mod authorization;
mod company;
mod dates;
mod edit;
mod education;
mod gazetteer;
mod glue;
mod header;
mod importance;
mod lines;
mod lists;
mod naming;
pub(crate) mod offsets;
mod pay;
mod phrases;
mod places;
mod renew;
mod requirements;
mod sections;
mod terms;
mod title;
mod years;

pub use activity::{Activity, ActivityKind};
pub use edit::PostingEdit;
pub use job::{Decision, Flaw, Job, JobCard, JobDraft, Stage, place_at};
pub use parse::{is_posting, parse};
pub use posting::{
    Capture, DegreeLevel, EducationAsked, EmploymentType, FieldSource, Importance, Period, Posting,
    RemoteMode, Requirement, RequirementKind, Salary, Seniority, TextSpan,
};
pub use snapshot::Snapshot;

#[cfg(test)]
mod tests;
