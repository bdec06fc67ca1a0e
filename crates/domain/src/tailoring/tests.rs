//! The Truth Lock against rewrites that the resume does and does not support.

use std::{collections::BTreeMap, fmt::Write};

use super::{Fact, Ground, TruthReport, Verdict, check};
use crate::{
    PartialDate,
    resumes::{Resume, json_resume},
};

const RESUMES: &str = include_str!("../../../../tests/fixtures/truth/resumes.json");
const TUNED: &str = include_str!("../../../../tests/fixtures/truth/rewrites.txt");
const BLIND: &str = include_str!("../../../../tests/fixtures/truth/rewrites-blind.txt");

/// What nothing may slip past.
const HARD: [&str; 15] = [
    "number",
    "percent",
    "money",
    "unit",
    "swap",
    "qualifier",
    "direction",
    "team",
    "employer",
    "title",
    "date",
    "duration",
    "degree",
    "licence",
    "language",
];

fn today() -> PartialDate {
    PartialDate::new(2026, Some(11), Some(27)).unwrap()
}

fn resumes() -> BTreeMap<String, Resume> {
    let all: BTreeMap<String, serde_json::Value> = serde_json::from_str(RESUMES).unwrap();
    all.into_iter().map(|(id, value)| (id, json_resume::read(&value).unwrap())).collect()
}

fn on(resume: &str, text: &str) -> TruthReport {
    check(&Ground::of_resume(&resumes()[resume], &[], today()), text, None)
}

#[derive(Default)]
struct Score {
    unsupported: u32,
    missed: u32,
    missed_hard: u32,
    supported: u32,
    blocked: u32,
    asked: u32,
    wrong: String,
}

fn score(file: &str) -> Score {
    let resumes = resumes();
    let mut score = Score::default();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let (head, text) = line.split_once(" | ").unwrap();
        let [resume, sign, kind] = head.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let ground = Ground::of_resume(&resumes[resume], &[], today());
        let verdict = check(&ground, text, None).verdict;
        let right = if sign == "+" {
            score.supported += 1;
            score.blocked += u32::from(verdict == Verdict::Blocked);
            score.asked += u32::from(verdict == Verdict::Check);
            verdict == Verdict::Verified
        } else {
            score.unsupported += 1;
            let missed = verdict == Verdict::Verified;
            score.missed += u32::from(missed);
            score.missed_hard += u32::from(missed && HARD.contains(&kind));
            !missed
        };
        if !right {
            let _ = writeln!(score.wrong, "{verdict:?}: {line}");
        }
    }
    score
}

fn holds(score: &Score) {
    let share = |part: u32, all: u32| f64::from(part) / f64::from(all);
    assert_eq!(score.missed_hard, 0, "{}", score.wrong);
    assert!(share(score.missed, score.unsupported) <= 0.03, "{}", score.wrong);
    assert!(share(score.blocked, score.supported) <= 0.03, "{}", score.wrong);
    assert!(share(score.asked, score.supported) <= 0.20, "{}", score.wrong);
}

#[test]
fn what_the_resume_says_passes_and_what_it_does_not_is_caught() {
    holds(&score(TUNED));
}

#[test]
fn the_same_holds_on_rewrites_the_rules_were_not_made_on() {
    holds(&score(BLIND));
}

#[test]
fn every_finding_shows_what_it_was_held_against() {
    let report = on("nurse", "Led a unit of 42 beds with 14 nurses a shift.");
    assert_eq!(report.verdict, Verdict::Blocked);
    let finding = &report.findings[0];
    assert_eq!(finding.words, "42");
    assert_eq!(finding.source.as_ref().unwrap().path, "work[0].highlights[0]");
    assert!(report.traced.iter().any(|it| it.words == "14"), "{report:?}");
}

#[test]
fn a_confirmed_fact_counts_as_the_resumes_own() {
    let text = "Led a unit of 42 beds.";
    assert_eq!(on("nurse", text).verdict, Verdict::Blocked);
    let fact = Fact {
        text: "I lead a unit of 42 beds since the new wing opened.".into(),
        path: "work[0]".into(),
        confirmed: Some(today()),
    };
    let ground = Ground::of_resume(&resumes()["nurse"], &[fact], today());
    let report = check(&ground, text, None);
    assert_eq!(report.verdict, Verdict::Verified, "{report:?}");
    let traced = report.traced.iter().find(|it| it.words == "42").unwrap();
    assert_eq!(traced.source.as_ref().unwrap().path, "facts[0]");
}

#[test]
fn a_bullet_uses_only_the_facts_of_its_own_role() {
    let ground = Ground::of_resume(&resumes()["nurse"], &[], today());
    let text = "Led a unit of 24 beds.";
    assert_eq!(check(&ground, text, Some("work[0].highlights[0]")).verdict, Verdict::Verified);
    assert_eq!(check(&ground, text, Some("work[1].highlights[0]")).verdict, Verdict::Blocked);
}

#[test]
fn a_letter_may_speak_of_the_employer_as_the_posting_does() {
    let posting = "Ashgrove Clinic runs 6 theatres and values kindness.\nYou know Kubernetes.";
    let ground = || Ground::of_resume(&resumes()["nurse"], &[], today()).beside_posting(posting);
    let letter = "Your 6 theatres and the kindness you value drew me to Ashgrove Clinic.";
    assert_ne!(check(&ground(), letter, None).verdict, Verdict::Blocked);
    let boast = "I know Kubernetes.";
    assert_ne!(check(&ground(), boast, None).verdict, Verdict::Verified);
}

#[test]
fn odd_texts_do_no_harm() {
    let ground = Ground::of_text("", today());
    for text in [
        "",
        " ",
        "%",
        "1,2,3.4.5",
        "€",
        "- - -",
        "ß",
        "１２３",
        &"9".repeat(400),
        &"a ".repeat(20_000),
    ] {
        let _ = check(&ground, text, None);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]
    #[test]
    fn no_text_breaks_the_lock(source in "\\PC{0,120}", text in "\\PC{0,120}") {
        let _ = check(&Ground::of_text(&source, today()), &text, None);
    }

    #[test]
    fn every_bullet_of_a_resume_supports_itself(pick in 0_usize..200) {
        let resumes = resumes();
        let bullets: Vec<(&Resume, &String)> = resumes
            .values()
            .flat_map(|it| it.work.iter().flat_map(move |work| work.highlights.iter().map(move |text| (it, text))))
            .collect();
        let (resume, bullet) = bullets[pick % bullets.len()];
        let report = check(&Ground::of_resume(resume, &[], today()), bullet, None);
        proptest::prop_assert_eq!(report.verdict, Verdict::Verified, "{}: {:?}", bullet, report.findings);
    }
}
