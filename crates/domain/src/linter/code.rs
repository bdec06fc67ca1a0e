//! The checks by their codes, with what is true of every finding of a check.

use std::{fmt, str::FromStr, sync::LazyLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

macro_rules! checks {
    ($($name:ident)+) => {
        /// The code of a check. It never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "`linter/checks.txt` says what each is")]
        pub enum Check { $($name,)+ }

        impl Check {
            /// Every check, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its code: `L01`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)+ }
            }
        }
    };
}

checks! {
    L01 L02 L03 L04 L05 L06 L07 L08 L09 L10 L11 L12 L13 L14 L15 L16 L17 L18 L19 L20
    F01 F02 F03 F04 F05
    X01 X02 X03 X04 X05 X06 X07
    H01 H02 H03 H04 H05 H06 H07 H08 H09 H10 H11 H12
    D01 D02 D03 D04 D05 D06 D07 D08 D09
    C01 C02 C03 C04 C05 C06 C07
    B01 B02 B03 B04 B05 B06 B07 B08 B09 B10 B11 B12 B13 B14 B15 B16 B17 B18 B19 B20
    M01 M02 M03 M04 M05 M06
}

/// How much a finding matters.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Something is lost or wrong.
    Error,
    /// Something may be lost, or gives a wrong picture.
    Warning,
    /// Something could be better.
    Suggestion,
    /// Nothing is wrong; good to know.
    Information,
}

/// What a check rests on.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum EvidenceClass {
    /// A document by the maker of a hiring system.
    Vendor,
    /// A study that measured it.
    Study,
    /// What recruiters said when asked.
    Survey,
    /// Habit of the trade, nothing more.
    Practice,
}

/// What is true of every finding of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which check.
    pub check: Check,
    /// How much its findings matter at most.
    pub severity: Severity,
    /// What it rests on.
    pub evidence: EvidenceClass,
    /// Its name.
    pub title: &'static str,
    /// Why it matters, in one sentence.
    pub why: &'static str,
    /// What to do about it.
    pub fix: &'static str,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let lines = include_str!("../../linter/checks.txt").lines();
    let mut rules: Vec<Rule> = lines.filter_map(rule).collect();
    rules.sort_by_key(|rule| rule.check);
    rules
});

/// What each check is, in the order of the documentation.
pub fn rules() -> &'static [Rule] {
    &RULES
}

fn rule(line: &'static str) -> Option<Rule> {
    let mut parts = line.split(" | ");
    Some(Rule {
        check: parts.next()?.parse().ok()?,
        severity: match parts.next()? {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            "suggestion" => Severity::Suggestion,
            _ => Severity::Information,
        },
        evidence: match parts.next()? {
            "vendor" => EvidenceClass::Vendor,
            "study" => EvidenceClass::Study,
            "survey" => EvidenceClass::Survey,
            _ => EvidenceClass::Practice,
        },
        title: parts.next()?,
        why: parts.next()?,
        fix: parts.next()?,
    })
}

impl Check {
    /// What is true of all its findings.
    pub fn rule(self) -> &'static Rule {
        const LOST: Rule = Rule {
            check: Check::L01,
            severity: Severity::Suggestion,
            evidence: EvidenceClass::Practice,
            title: "",
            why: "",
            fix: "",
        };
        let at = RULES.binary_search_by_key(&self, |rule| rule.check);
        at.ok().and_then(|at| RULES.get(at)).unwrap_or(&LOST)
    }
}

/// Why some text is no [`Check`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchCheck(String);

impl fmt::Display for NoSuchCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no check called {}", self.0)
    }
}

impl std::error::Error for NoSuchCheck {}

impl FromStr for Check {
    type Err = NoSuchCheck;

    fn from_str(text: &str) -> Result<Self, NoSuchCheck> {
        let found = Self::ALL.iter().find(|check| check.code().eq_ignore_ascii_case(text));
        found.copied().ok_or_else(|| NoSuchCheck(text.to_owned()))
    }
}

impl Serialize for Check {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Check {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_its_rule() {
        assert_eq!((Check::ALL.len(), rules().len()), (86, 86));
        for check in Check::ALL {
            let rule = check.rule();
            assert_eq!(rule.check, *check);
            for text in [rule.title, rule.why, rule.fix] {
                assert!(!text.trim().is_empty(), "{check:?}");
            }
        }
    }

    #[test]
    fn what_is_only_practice_is_told_from_what_somebody_documented() {
        let practice = rules().iter().filter(|it| it.evidence == EvidenceClass::Practice).count();
        assert_eq!(practice, 50);
    }

    #[test]
    fn no_rule_promises_that_anything_will_pass() {
        for rule in rules() {
            let text = format!("{} {} {}", rule.title, rule.why, rule.fix).to_lowercase();
            for word in ["pass rate", "ats score", "guarantee", "beat the"] {
                assert!(!text.contains(word), "{:?}: {text}", rule.check);
            }
        }
    }
}
