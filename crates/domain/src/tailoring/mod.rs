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
mod figures;
mod ground;
mod lists;
mod names;
mod novelty;
mod numbers;
mod ownership;
mod quantity;
mod skills;
mod titles;
mod tongues;
pub mod verdict;
mod words;

pub use check::check;
pub use ground::{Fact, Ground};
pub use verdict::{ClaimKind, Evidence, Finding, Report, Verdict};

#[cfg(test)]
mod tests;
