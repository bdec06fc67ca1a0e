//! Defence: instructions hidden in postings and resumes are found and taken out, and what
//! identifies a person is kept from leaving.

mod clean;
mod decode;
mod markup;
mod passages;
pub mod redaction;
mod rules;
mod screen;

pub use redaction::{Redacted, Redaction};
pub use screen::{Passage, Screened, Trick, screen};

#[cfg(test)]
mod tests;
