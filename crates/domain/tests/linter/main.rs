//! Every check of the linter: one input that triggers it, and a near miss that does not.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly"
)]

mod files;
mod made;
mod postings;
mod texts;
mod wording;

use std::collections::BTreeSet;

use domain::linter::{Check, Grade, LintChoices, LintReport, Severity, lint};

use made::{all_on, clean, found, of, with};

/// A check, what triggers it, and what nearly does.
pub(crate) type Pair = (Check, fn() -> LintReport, fn() -> LintReport);

fn pairs() -> Vec<Pair> {
    [texts::PAIRS, wording::PAIRS, files::PAIRS, postings::PAIRS].concat()
}

#[test]
fn every_check_is_triggered_by_its_example() {
    let quiet: Vec<_> = pairs()
        .into_iter()
        .filter(|(check, trigger, _)| found(&trigger(), *check).is_empty())
        .map(|(check, ..)| check)
        .collect();
    assert_eq!(quiet, []);
}

#[test]
fn no_check_is_triggered_by_its_near_miss() {
    let loud: Vec<_> = pairs()
        .into_iter()
        .filter_map(|(check, _, near)| {
            let report = near();
            let findings = found(&report, check);
            // Where a habit of the country excuses it, it is only told.
            let told = findings.iter().any(|it| it.severity != Severity::Information);
            told.then(|| format!("{check:?}: {}", findings[0].quote))
        })
        .collect();
    assert_eq!(loud, Vec::<String>::new());
}

#[test]
fn every_check_has_its_examples() {
    let tried: BTreeSet<_> = pairs().into_iter().map(|(check, ..)| check).collect();
    let untried: Vec<_> = Check::ALL.iter().filter(|check| !tried.contains(check)).collect();
    assert_eq!(untried, Vec::<&Check>::new());
}

#[test]
fn nothing_is_said_about_a_clean_resume() {
    let report = of(&clean());
    let said: Vec<_> = report.findings.iter().map(|it| (it.code, &it.quote)).collect();
    assert_eq!(said, []);
    assert_eq!((report.grade, report.lift.as_str()), (Grade::A, ""));
}

#[test]
fn a_check_that_is_switched_off_says_nothing() {
    let mut resume = clean();
    resume.basics.email.clear();
    let subject = domain::linter::Subject {
        resume: &resume,
        reading: None,
        file: None,
        target: None,
        today: made::today(),
        dictionary: None,
    };
    let off = LintChoices { off: vec![Check::C01, Check::B12], ..all_on() };
    let report = lint(&subject, &off);
    assert!(found(&report, Check::C01).is_empty());
    assert_eq!(report.unchecked, [], "what is off is not missed");
    assert!(!found(&lint(&subject, &LintChoices::default()), Check::C01).is_empty());
}

#[test]
fn a_gap_is_told_only_to_those_who_ask() {
    assert!(!LintChoices::default().wants(Check::D06));
}

#[test]
fn the_same_resume_gives_the_same_report() {
    for (_, trigger, _) in pairs().into_iter().step_by(7) {
        assert_eq!(trigger(), trigger());
    }
}

#[test]
fn every_change_that_is_offered_resolves_its_finding() {
    let mut offered = 0;
    for (check, trigger) in texts::REPAIRED {
        let mut resume = clean();
        trigger(&mut resume);
        let report = of(&resume);
        let finding = found(&report, *check).into_iter().find(|it| it.autofix.is_some()).cloned();
        let finding = finding.unwrap_or_else(|| panic!("{check:?} offers no change"));
        let after = finding.autofix.unwrap().apply(&resume).unwrap();
        assert_ne!(after, resume);
        assert!(found(&of(&after), *check).is_empty(), "{check:?} stays");
        offered += 1;
    }
    assert!(offered >= 8);
}

#[test]
fn the_guide_lists_every_check_as_it_is() {
    let guide = include_str!("../../../../docs/guide/linter.md");
    let missing: Vec<String> = domain::linter::rules()
        .iter()
        .map(|rule| {
            let severity = format!("{:?}", rule.severity).to_lowercase();
            let evidence = format!("{:?}", rule.evidence).to_lowercase();
            let (code, title) = (rule.check.code(), rule.title);
            format!("| {code} | {title} | {severity} | {evidence} | {} | {} |", rule.why, rule.fix)
        })
        .filter(|row| !guide.contains(row.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
    assert_eq!(guide.matches("\n| ").count(), 87, "a heading and a row a check");
}

#[test]
fn a_missing_dictionary_is_said_and_not_hidden() {
    let report = with(|it| it.language = "xx".into());
    assert_eq!(report.unchecked.first().map(|it| it.code), Some(Check::B12));
}

#[test]
fn findings_come_worst_first_and_are_counted() {
    let report = with(|it| {
        it.basics.email.clear();
        it.basics.phone.clear();
    });
    let severities: Vec<_> = report.findings.iter().map(|it| it.severity).collect();
    assert!(severities.is_sorted());
    assert_eq!((report.counts.errors, report.counts.warnings), (1, 1));
    assert_eq!(report.grade, Grade::C);
}
