//! How a resume fits a posting, and why.

pub mod result;

pub use result::{
    Band, Component, ComponentName, Evidence, Gate, GateStatus, How, Match, Missing, ResumeQuote,
};
