//! How a resume fits a posting, and why.

pub mod result;
pub mod score;

mod evidence;
mod fields;
mod gates;
mod tally;
mod tenure;
mod titles;

pub use result::{
    Band, Component, ComponentName, Evidence, Gate, GateStatus, How, Match, Missing, ResumeQuote,
};
pub use score::{VERSION, score};

#[cfg(test)]
mod tests;
