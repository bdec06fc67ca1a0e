//! Tailoring: what may be changed about a resume, and the Truth Lock, which lets through only
//! what the person's own papers say.

mod boasts;
mod causes;
mod check;
mod credentials;
mod dates;
mod degrees;
mod derived;
mod draft;
mod durations;
pub mod edits;
mod figures;
mod ground;
mod lists;
mod names;
mod novelty;
mod numbers;
mod ownership;
mod quantity;
mod skills;
pub mod suggest;
mod titles;
mod tongues;
mod trades;
pub mod verdict;
mod words;

pub use check::check;
pub use edits::{Change, Edited, Refusal, TailoringEdit, apply};
pub use ground::{Fact, Ground, StoredFact};
pub use suggest::{Suggestion, Suggestions, suggest};
pub use verdict::{Backing, Claim, ClaimKind, TruthReport, Verdict};

#[cfg(test)]
mod tests;
