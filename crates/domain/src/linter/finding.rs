//! What the linter says about a resume.

use serde::{Deserialize, Serialize};

use super::{Check, EvidenceClass, Region, Severity};
use crate::{page::Bbox, resumes::Resume};

/// One thing that a check found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Which check: `L01`.
    #[specta(type = String)]
    pub code: Check,
    /// How much it matters here.
    pub severity: Severity,
    /// What the check rests on.
    pub evidence: EvidenceClass,
    /// What it is called.
    pub title: String,
    /// The field, as a path in JSON Resume; empty where it is about the file or the whole.
    pub path: String,
    /// Where it stands in the file, if it came from one and stands in one place.
    pub location: Option<Spot>,
    /// The words in question, as printed; may be empty.
    pub quote: String,
    /// Why it matters, in one sentence.
    pub why: String,
    /// What to do about it.
    pub fix: String,
    /// A change of the resume that does it, where that is safe.
    pub autofix: Option<Edit>,
}

/// A place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Spot {
    /// The page, from 1; `None` in a file without pages.
    pub page: Option<u32>,
    /// The rectangle on that page.
    pub bbox: Option<Bbox>,
    /// The line, from 1 in reading order; the paragraph in a file without pages.
    pub line: Option<u32>,
}

/// A change of a resume.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Edit {
    /// The text of a field becomes another.
    Replace {
        /// The field.
        path: String,
        /// What it says now.
        from: String,
        /// What it will say.
        to: String,
    },
    /// An item of a list goes.
    Remove {
        /// The item: `work[0].highlights[2]`.
        path: String,
        /// What it says now.
        from: String,
    },
    /// The entries of a section change places.
    Reorder {
        /// The section: `work`.
        section: String,
        /// Where each entry stands now, in the new order.
        order: Vec<u32>,
    },
}

/// All that the linter says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LintReport {
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// How many of each severity.
    pub counts: Counts,
    /// How readable the file and the resume are.
    pub grade: Grade,
    /// What would lift the grade, in a sentence; empty at the best one.
    pub lift: String,
    /// Which country's habits were applied.
    pub region: Region,
    /// Checks that could not be made, and why.
    pub unchecked: Vec<Unchecked>,
}

/// How many findings of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Errors.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
    /// Suggestions.
    pub suggestions: u32,
    /// Good to know.
    pub information: u32,
}

/// How readable a resume is, by its worst findings. No prediction of what any system does with it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
pub enum Grade {
    /// No error, hardly a warning.
    A,
    /// No error.
    B,
    /// Few errors, or many warnings.
    C,
    /// More.
    D,
}

/// A check that could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Unchecked {
    /// Which.
    #[specta(type = String)]
    pub code: Check,
    /// Why not, in a sentence.
    pub reason: String,
}

impl Finding {
    /// What `check` found, with its usual words.
    pub(super) fn new(check: Check) -> Self {
        let rule = check.rule();
        Self {
            code: check,
            severity: rule.severity,
            evidence: rule.evidence,
            title: rule.title.to_owned(),
            path: String::new(),
            location: None,
            quote: String::new(),
            why: rule.why.to_owned(),
            fix: rule.fix.to_owned(),
            autofix: None,
        }
    }

    pub(super) fn at(self, path: impl Into<String>) -> Self {
        Self { path: path.into(), ..self }
    }

    pub(super) fn on(self, location: Option<Spot>) -> Self {
        Self { location, ..self }
    }

    /// With the words in question, cut to a length that fits a list.
    pub(super) fn quoting(self, quote: &str) -> Self {
        const LONGEST: usize = 160;
        let mut quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
        if quote.chars().count() > LONGEST {
            quote = quote.chars().take(LONGEST - 1).chain(['…']).collect();
        }
        Self { quote, ..self }
    }

    pub(super) fn titled(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    pub(super) fn fixed_by(self, fix: impl Into<String>) -> Self {
        Self { fix: fix.into(), ..self }
    }

    /// With a severity below the usual one.
    pub(super) fn only(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    pub(super) fn changing(self, edit: Edit) -> Self {
        Self { autofix: Some(edit), ..self }
    }
}

impl Counts {
    /// Counts `findings`.
    pub(super) fn of(findings: &[Finding]) -> Self {
        let count = |severity| {
            let all = findings.iter().filter(|it| it.severity == severity).count();
            u32::try_from(all).unwrap_or(u32::MAX)
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            suggestions: count(Severity::Suggestion),
            information: count(Severity::Information),
        }
    }
}

/// With more warnings than this a resume is no A, or no B.
const FEW: u32 = 2;
const SOME: u32 = 6;

impl Grade {
    /// The grade of so many findings: the worst ones decide.
    pub fn of(counts: Counts) -> Self {
        match (counts.errors, counts.warnings) {
            (0, 0..=FEW) => Self::A,
            (0, 0..=SOME) => Self::B,
            (0, _) | (1..=2, _) => Self::C,
            (3.., _) => Self::D,
        }
    }
}

/// What would lift the grade, in a sentence.
pub(super) fn lift(findings: &[Finding], counts: Counts) -> String {
    let next = |grade| match grade {
        Grade::A => None,
        Grade::B => Some(("A", 0, FEW)),
        Grade::C => Some(("B", 0, SOME)),
        Grade::D => Some(("C", 2, u32::MAX)),
    };
    let Some((name, errors, warnings)) = next(Grade::of(counts)) else { return String::new() };
    let mut wanted = Vec::new();
    let mut ask = |severity, surplus: u32, word: &str| {
        if surplus == 0 {
            return;
        }
        let mut codes: Vec<&str> =
            findings.iter().filter(|it| it.severity == severity).map(|it| it.code.code()).collect();
        codes.dedup();
        codes.truncate(8);
        let s = if surplus == 1 { "" } else { "s" };
        wanted.push(format!("{surplus} {word}{s} ({})", codes.join(", ")));
    };
    ask(Severity::Error, counts.errors.saturating_sub(errors), "error");
    ask(Severity::Warning, counts.warnings.saturating_sub(warnings), "warning");
    format!("Resolving {} makes it {name}.", wanted.join(" and "))
}

impl Edit {
    /// The resume after this change; `None` if what it would change is no longer there.
    pub fn apply(&self, resume: &Resume) -> Option<Resume> {
        let mut value = serde_json::to_value(resume).ok()?;
        match self {
            Self::Replace { path, from, to } => {
                let place = value.pointer_mut(&pointer(path))?;
                if place.as_str() != Some(from) {
                    return None;
                }
                *place = to.as_str().into();
            }
            Self::Remove { path, from } => {
                let pointer = pointer(path);
                let (list, at) = pointer.rsplit_once('/')?;
                if value.pointer(&pointer)?.as_str() != Some(from) {
                    return None;
                }
                let items = value.pointer_mut(list)?.as_array_mut()?;
                items.remove(at.parse().ok()?);
            }
            Self::Reorder { section, order } => {
                let items = value.pointer_mut(&pointer(section))?.as_array_mut()?;
                let mut sorted = order.clone();
                sorted.sort_unstable();
                if !sorted.iter().copied().eq(0..u32::try_from(items.len()).ok()?) {
                    return None;
                }
                *items = order.iter().filter_map(|at| items.get(*at as usize).cloned()).collect();
            }
        }
        serde_json::from_value(value).ok()
    }
}

/// `work[0].highlights[2]` as a JSON pointer.
fn pointer(path: &str) -> String {
    let parts = path.split(['.', '[', ']']).filter(|part| !part.is_empty());
    parts.fold(String::new(), |pointer, part| pointer + "/" + part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resumes::Work;

    fn resume() -> Resume {
        let role = |name: &str| Work {
            name: name.into(),
            highlights: vec!["the the cake".into(), "tea".into()],
            ..Work::default()
        };
        Resume { work: vec![role("Old"), role("New")], ..Resume::default() }
    }

    #[test]
    fn an_edit_changes_one_place() {
        let edit = Edit::Replace {
            path: "work[1].highlights[0]".into(),
            from: "the the cake".into(),
            to: "the cake".into(),
        };
        let after = edit.apply(&resume()).unwrap();
        assert_eq!(after.work[1].highlights[0], "the cake");
        assert_eq!(after.work[0], resume().work[0]);
        assert_eq!(edit.apply(&after), None, "what it would change is gone");
    }

    #[test]
    fn an_item_goes_and_entries_change_places() {
        let edit = Edit::Remove { path: "work[0].highlights[1]".into(), from: "tea".into() };
        assert_eq!(edit.apply(&resume()).unwrap().work[0].highlights, ["the the cake"]);
        let edit = Edit::Reorder { section: "work".into(), order: vec![1, 0] };
        assert_eq!(edit.apply(&resume()).unwrap().work[0].name, "New");
        let edit = Edit::Reorder { section: "work".into(), order: vec![1, 1] };
        assert_eq!(edit.apply(&resume()), None, "no entry may get lost");
    }

    #[test]
    fn the_grade_says_what_would_lift_it() {
        let findings = [Check::C01, Check::H10].map(Finding::new);
        let counts = Counts::of(&findings);
        assert_eq!(Grade::of(counts), Grade::C);
        assert_eq!(lift(&findings, counts), "Resolving 1 error (C01) makes it B.");
        assert_eq!(lift(&[], Counts::default()), "");
    }
}
