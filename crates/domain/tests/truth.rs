//! The Truth Lock against rewrites that are and are not supported.

use std::collections::BTreeMap;

use domain::{
    PartialDate,
    resumes::{Resume, json_resume},
    tailoring::{Ground, Verdict, check},
};

const RESUMES: &str = include_str!("../../../tests/fixtures/truth/resumes.json");
const TUNED: &str = include_str!("../../../tests/fixtures/truth/rewrites.txt");
const BLIND: &str = include_str!("../../../tests/fixtures/truth/rewrites-blind.txt");

/// What nothing may slip past.
const HARD: [&str; 14] = [
    "number", "percent", "money", "unit", "swap", "qualifier", "direction", "team", "employer", "title", "date",
    "degree", "licence", "language",
];

struct Rewrite {
    resume: String,
    supported: bool,
    kind: String,
    text: String,
}

fn resumes() -> BTreeMap<String, Resume> {
    let all: BTreeMap<String, serde_json::Value> = serde_json::from_str(RESUMES).unwrap();
    all.into_iter().map(|(id, value)| (id, json_resume::read(&value).unwrap())).collect()
}

fn rewrites(file: &str) -> Vec<Rewrite> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let (head, text) = line.split_once(" | ").unwrap();
            let mut head = head.split(' ');
            let mut next = || head.next().unwrap().to_owned();
            let (resume, sign, kind) = (next(), next(), next());
            Rewrite { resume, supported: sign == "+", kind, text: text.to_owned() }
        })
        .collect()
}

#[derive(Default, Debug)]
struct Score {
    unsupported: u32,
    caught: u32,
    missed_hard: u32,
    supported: u32,
    blocked: u32,
    asked: u32,
}

fn score(file: &str) -> Score {
    let resumes = resumes();
    let today = PartialDate::new(2026, Some(11), Some(27)).unwrap();
    let mut score = Score::default();
    for rewrite in rewrites(file) {
        let ground = Ground::of_resume(&resumes[&rewrite.resume], &[], today);
        let report = check(&ground, &rewrite.text, None);
        let wrong = if rewrite.supported {
            score.supported += 1;
            score.blocked += u32::from(report.verdict == Verdict::Blocked);
            score.asked += u32::from(report.verdict == Verdict::Check);
            report.verdict != Verdict::Verified
        } else {
            score.unsupported += 1;
            let caught = report.verdict != Verdict::Verified;
            score.caught += u32::from(caught);
            score.missed_hard += u32::from(!caught && HARD.contains(&rewrite.kind.as_str()));
            !caught
        };
        if wrong && std::env::var("SHOW").is_ok() {
            println!(
                "{} {} {} {:?} | {}",
                if rewrite.supported { "ASKED " } else { "MISSED" },
                rewrite.resume,
                rewrite.kind,
                report.verdict,
                rewrite.text
            );
            for it in &report.findings {
                println!("      {:?} {:?} [{}] {}", it.verdict, it.kind, it.words, it.reason);
            }
        }
    }
    println!("{score:?}");
    score
}

fn holds(score: &Score) {
    let share = |part: u32, all: u32| f64::from(part) / f64::from(all);
    assert!(share(score.caught, score.unsupported) >= 0.97, "{score:?}");
    assert_eq!(score.missed_hard, 0, "{score:?}");
    assert!(share(score.blocked, score.supported) <= 0.03, "{score:?}");
    assert!(share(score.asked, score.supported) <= 0.20, "{score:?}");
}

#[test]
fn what_the_resume_says_passes_and_what_it_does_not_is_caught() {
    holds(&score(TUNED));
}

#[test]
fn the_same_holds_on_rewrites_the_rules_were_not_made_on() {
    holds(&score(BLIND));
}
