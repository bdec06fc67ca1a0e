//! Placeholder.

pub mod postings;
