//! What the Truth Lock says of a text, claim by claim.

use serde::{Deserialize, Serialize};

/// Whether a claim, or a whole text, may stand.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// The resume says so.
    Verified,
    /// The person must look: the resume does not quite say so.
    Check,
    /// The resume says otherwise, or nothing of the kind.
    Blocked,
}

/// The kinds of claim that are told apart.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum ClaimKind {
    /// A number with its unit.
    Number,
    /// An employer, a school, a client or another name.
    Name,
    /// A job title or a level.
    Title,
    /// A year, a date, or that something goes on.
    Date,
    /// A length of time.
    Duration,
    /// A degree.
    Degree,
    /// A licence or certificate.
    Licence,
    /// A language or how well it is known.
    Language,
    /// A skill or tool.
    Skill,
    /// Who did it and who helped.
    Ownership,
    /// A superlative, an award, a size without a number.
    Boast,
    /// That one thing came of another.
    Cause,
    /// A fact of one role told of another.
    Attribution,
    /// Anything else that is new.
    New,
}

/// Where the person's own papers say something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Backing {
    /// The field, as a JSON Resume path; `facts[0]` for what the person confirmed.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// One claim and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// What is claimed.
    pub kind: ClaimKind,
    /// Whether it may stand.
    pub verdict: Verdict,
    /// The words that claim it.
    pub words: String,
    /// Why, as a sentence.
    pub reason: String,
    /// What it was held against.
    pub source: Option<Backing>,
}

/// What the Truth Lock says of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TruthReport {
    /// The worst of all claims.
    pub verdict: Verdict,
    /// What is to be checked or is blocked, the worst first.
    pub findings: Vec<Claim>,
    /// What was traced to the resume.
    pub traced: Vec<Claim>,
}

impl TruthReport {
    /// For a change that adds no word.
    pub(super) const fn nothing_new() -> Self {
        Self { verdict: Verdict::Verified, findings: Vec::new(), traced: Vec::new() }
    }

    /// Sorts claims by what became of them.
    pub(super) fn of(claims: Vec<Claim>) -> Self {
        let (traced, mut findings): (Vec<_>, Vec<_>) =
            claims.into_iter().partition(|it| it.verdict == Verdict::Verified);
        findings.sort_by_key(|it| std::cmp::Reverse(it.verdict));
        let verdict = findings.first().map_or(Verdict::Verified, |it| it.verdict);
        Self { verdict, findings, traced }
    }
}
