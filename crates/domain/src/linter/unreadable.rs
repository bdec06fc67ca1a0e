//! What the linter says about a file that cannot be read at all.

use super::{Check, Counts, Finding, Grade, LintReport, Region};

/// The report on a file that a reader refused, by the one word it gave as its reason; `None` where
/// the reason says nothing about the file.
pub fn unreadable(reason: &str) -> Option<LintReport> {
    let finding = match reason {
        "scanned" => Finding::new(Check::L01).titled("The pages are pictures"),
        "encrypted" => Finding::new(Check::X03).titled("The file is locked with a password"),
        "legacyDoc" => Finding::new(Check::X01).quoting("DOC").titled("An old Word file"),
        "notADocument" => Finding::new(Check::X01).titled("Not a document"),
        _ => return None,
    };
    let fix = finding.fix.clone();
    let findings = vec![finding];
    let counts = Counts::of(&findings);
    Some(LintReport {
        lift: format!("Nothing of it can be read. {fix}"),
        // Nothing of it can be read: no grade is worse.
        grade: Grade::D,
        counts,
        region: Region::default(),
        unchecked: Vec::new(),
        findings,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_a_locked_file_and_an_old_one_are_findings() {
        for (reason, check) in
            [("scanned", Check::L01), ("encrypted", Check::X03), ("legacyDoc", Check::X01)]
        {
            let report = unreadable(reason).unwrap();
            assert_eq!((report.findings[0].code, report.grade), (check, Grade::D));
        }
        assert!(unreadable("tooSlow").is_none());
    }
}
