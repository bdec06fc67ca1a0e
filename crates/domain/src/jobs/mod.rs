//! Jobs: what a posting says, and how far the user has come with it.

pub mod activity;
pub mod job;
pub mod posting;

pub use activity::{Activity, ActivityKind};
pub use job::{Flaw, Job, JobCard, JobDraft, Stage, place_at};
pub use posting::{
    Capture, DegreeLevel, EducationAsked, EmploymentType, FieldSource, Importance, Period, Posting,
    RemoteMode, Requirement, RequirementKind, Salary, Seniority, TextSpan,
};
