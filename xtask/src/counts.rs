//! What the test runners counted, in one shape.

use std::ops::Add;

use serde_json::Value;

/// How many tests passed, failed and were left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Did what they say.
    pub(crate) passed: u64,
    /// Did not.
    pub(crate) failed: u64,
    /// Were not run.
    pub(crate) skipped: u64,
}

impl Counts {
    /// A check without tests of its own counts as one.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed), skipped: 0 }
    }

    /// The counts, with at least one failure when the runner itself ended badly.
    pub(crate) fn ended(mut self, well: bool) -> Self {
        if !well && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    /// What `cargo test` printed: one `test result:` line for each test binary.
    pub(crate) fn of_cargo(said: &str) -> Self {
        said.lines()
            .filter_map(|line| line.strip_prefix("test result: "))
            .map(|line| Self {
                passed: before(line, " passed"),
                failed: before(line, " failed"),
                skipped: before(line, " ignored"),
            })
            .fold(Self::default(), Self::add)
    }

    /// What Vitest wrote with its `json` reporter.
    pub(crate) fn of_vitest(report: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(report).ok()?;
        let count = |name| report.get(name).and_then(Value::as_u64);
        let counts = Self {
            passed: count("numPassedTests")?,
            failed: count("numFailedTests")?,
            skipped: count("numPendingTests")? + count("numTodoTests").unwrap_or(0),
        };
        Some(counts.ended(count("numFailedTestSuites") == Some(0)))
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

/// The number that stands directly before `word`.
fn before(line: &str, word: &str) -> u64 {
    let Some((head, _)) = line.split_once(word) else { return 0 };
    head.rsplit(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_binary_of_cargo_is_added_up() {
        let said = "running 2 tests\ntest a ... ok\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 7 filtered out\n";
        assert_eq!(Counts::of_cargo(said), Counts { passed: 15, failed: 2, skipped: 1 });
    }

    #[test]
    fn vitest_counts_are_read_from_its_report() {
        let report = r#"{"numPassedTests":5,"numFailedTests":1,"numPendingTests":2,"numTodoTests":0,
            "numFailedTestSuites":1}"#;
        assert_eq!(Counts::of_vitest(report), Some(Counts { passed: 5, failed: 1, skipped: 2 }));
        assert_eq!(Counts::of_vitest("not json"), None);
    }

    #[test]
    fn a_file_that_could_not_be_loaded_is_a_failure() {
        let report = r#"{"numPassedTests":5,"numFailedTests":0,"numPendingTests":0,
            "numFailedTestSuites":1}"#;
        assert_eq!(Counts::of_vitest(report).map(|counts| counts.failed), Some(1));
    }

    #[test]
    fn a_runner_that_ends_badly_without_a_failed_test_has_failed() {
        let counts = Counts { passed: 4, failed: 0, skipped: 0 };
        assert_eq!(counts.ended(false).failed, 1);
        assert_eq!(counts.ended(true).failed, 0);
    }
}
