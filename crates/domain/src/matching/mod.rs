//! How a resume fits a posting, and why.

pub mod result;
pub mod score;
pub mod shown;

mod evidence;
mod fields;
mod gates;
mod speech;
mod tally;
mod tenure;
mod terms;
mod titles;

pub use result::{
    Band, Component, ComponentName, Evidence, Fit, Gate, GateStatus, How, JobScore, Match, Missing,
    ResumeQuote,
};
pub use score::{VERSION, compare, fit, score, what_if};
pub use shown::Shown;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
