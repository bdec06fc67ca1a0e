//! The linter: what a person or a parser may stumble over in a resume and its file.
//!
//! It never enters the match score and promises nothing about any system. Each check has a stable
//! code, says what it rests on, and can be switched off.

mod bullets;
mod case;
mod code;
mod contact;
mod dates;
mod file;
mod finding;
mod fonts;
mod language;
mod layout;
mod links;
mod look;
mod paper;
mod passive;
mod posting;
mod private;
mod region;
mod spelling;
mod structure;
mod typing;
mod unreadable;
mod verbs;
mod words;

use serde::{Deserialize, Serialize};

use crate::{
    PartialDate,
    jobs::Posting,
    resumes::{Reading, Resume},
};

pub use code::{Check, EvidenceClass, NoSuchCheck, Rule, Severity, rules};
pub use finding::{Counts, Edit, Finding, Grade, LintReport, Spot, Unchecked};
pub use look::FileLook;
pub use region::Region;
pub use spelling::Dictionary;
pub use unreadable::unreadable;

use case::Case;

/// What is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// What the resume says now.
    pub resume: &'a Resume,
    /// Where its fields stand in the file it came from.
    pub reading: Option<&'a Reading>,
    /// What that file looks like.
    pub file: Option<&'a FileLook>,
    /// The job it is for.
    pub target: Option<Target<'a>>,
    /// The day of the check.
    pub today: PartialDate,
    /// A dictionary of the language it is written in.
    pub dictionary: Option<&'a Dictionary>,
}

/// The job a resume is for.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// What it asks.
    pub posting: &'a Posting,
    /// The letter that goes with the resume; may be empty.
    pub letter: &'a str,
    /// Companies of other jobs the person is after.
    pub others: &'a [String],
}

/// What the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct LintChoices {
    /// Checks that are switched off.
    #[specta(type = Vec<String>)]
    pub off: Vec<Check>,
    /// Checks switched on that are off by default.
    #[specta(type = Vec<String>)]
    pub on: Vec<Check>,
    /// Whose habits apply; without it, those of the resume's own country.
    pub region: Option<Region>,
    /// Words that are right though no dictionary has them.
    pub words: Vec<String>,
}

/// Off until switched on: no fault, and many would rather not be told.
const OFF_BY_DEFAULT: &[Check] = &[Check::D06];

/// A check that finds more than this is a habit of the writer; the rest would only bury others.
const MOST_OF_ONE: usize = 12;

impl LintChoices {
    /// Whether a check is made.
    pub fn wants(&self, check: Check) -> bool {
        !self.off.contains(&check) && (!OFF_BY_DEFAULT.contains(&check) || self.on.contains(&check))
    }
}

/// Everything that the checks find in `subject`. The same input always gives the same findings.
pub fn lint(subject: &Subject<'_>, choices: &LintChoices) -> LintReport {
    let case = Case::new(subject, choices);
    let mut findings = Vec::new();
    let families: &[fn(&Case<'_>, &mut Vec<Finding>)] = &[
        layout::check,
        paper::check,
        fonts::check,
        file::check,
        structure::check,
        dates::check,
        contact::check,
        links::check,
        private::check,
        bullets::check,
        language::check,
        typing::check,
        verbs::check,
        spelling::check,
        posting::check,
    ];
    for family in families {
        family(&case, &mut findings);
    }
    report(findings, &case, choices)
}

fn report(findings: Vec<Finding>, case: &Case<'_>, choices: &LintChoices) -> LintReport {
    let mut findings: Vec<Finding> =
        findings.into_iter().filter(|it| choices.wants(it.code)).collect();
    findings.sort_by(|a, b| a.severity.cmp(&b.severity).then(a.code.cmp(&b.code)));
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let same = kept.iter().filter(|it| it.code == finding.code).count();
        if same < MOST_OF_ONE && !kept.contains(&finding) {
            kept.push(finding);
        }
    }
    let counts = Counts::of(&kept);
    let mut unchecked = case.unchecked();
    unchecked.retain(|it| choices.wants(it.code));
    LintReport {
        lift: finding::lift(&kept, counts),
        grade: Grade::of(counts),
        counts,
        region: case.region,
        unchecked,
        findings: kept,
    }
}
