use proptest::prelude::*;

use super::*;
use crate::{
    PartialDate,
    jobs::{self, Capture, Posting, RequirementKind},
    resumes::{Education, Language, Resume, Skill, Work},
};

fn posting(text: &str) -> Posting {
    jobs::parse(&Capture { text: text.to_owned(), ..Capture::default() })
}

fn today() -> PartialDate {
    PartialDate::year_month(2026, 6).unwrap()
}

const POSTING: &str = "Software Engineer\nRequirements\n• 5+ years of experience with Python\n• PostgreSQL\n• Docker, Kubernetes\n\
    • React or Angular\n• Bachelor's degree in Computer Science\nNice to have\n• Terraform\n• Kafka";

fn worker() -> Resume {
    let mut resume = Resume::default();
    resume.basics.name = "Ada".into();
    resume.work = vec![Work {
        name: "Acme".into(),
        position: "Software Developer".into(),
        start_date: PartialDate::year_month(2019, 1),
        end_date: Some(crate::date::EndDate::PRESENT),
        highlights: vec![
            "Built services in Python with Django and PostgreSQL".into(),
            "Ran Docker on Kubernetes with Terraform".into(),
            "Made a shop with React".into(),
        ],
        ..Work::default()
    }];
    resume.education = vec![Education {
        study_type: "Bachelor of Science".into(),
        area: "Computer Science".into(),
        ..Education::default()
    }];
    resume
}

fn points(resume: &Resume) -> f32 {
    static PARSED: std::sync::LazyLock<Posting> = std::sync::LazyLock::new(|| posting(POSTING));
    score(resume, &PARSED, today()).score.unwrap()
}

#[test]
fn a_resume_that_shows_everything_is_strong_and_says_why() {
    let found = score(&worker(), &posting(POSTING), today());
    assert_eq!(found.band, Band::Strong);
    let missing: Vec<&str> = found.missing.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(missing, ["Apache Kafka"]);
    assert!(found.missing[0].gain > 0.0);
    for one in &found.evidence {
        assert!(!one.resume.span.of(&one.resume.text).is_empty(), "{}", one.name);
    }
    let react = found.evidence.iter().find(|it| it.name == "React").unwrap();
    assert_eq!(react.resume.path, "work[0].highlights[2]");
    assert_eq!(react.resume.span.of(&react.resume.text), "React");
    assert_eq!(found.required.0, found.required.1);
}

#[test]
fn a_list_of_words_reaches_half_at_most() {
    let names = ["Python", "PostgreSQL", "Docker", "Kubernetes", "React", "Terraform", "Kafka"];
    let stuffed = Resume {
        skills: vec![Skill { keywords: names.map(str::to_owned).to_vec(), ..Skill::default() }],
        ..Resume::default()
    };
    let found = score(&stuffed, &posting(POSTING), today());
    assert!(found.score.unwrap() < 50.0, "{:?}", found.score);
    assert!(found.evidence.iter().all(|it| it.value <= 0.5));
}

#[test]
fn one_skill_shows_another_one_way_only() {
    let asked = |skill: &str| posting(&format!("Requirements\n• {skill}\n• Welding\n• Plumbing"));
    let held = |skill: &str| {
        let mut resume = worker();
        resume.work[0].highlights = vec![format!("Worked with {skill}")];
        resume
    };
    let how = |asked: &Posting, held: &Resume| {
        score(held, asked, today()).evidence.first().map(|it| it.how)
    };
    assert_eq!(how(&asked("Python"), &held("Django")), Some(How::Implied));
    assert_eq!(how(&asked("Django"), &held("Python")), None);
    assert_eq!(how(&asked("PostgreSQL"), &held("MySQL")), Some(How::Related));
}

#[test]
fn what_is_denied_or_wished_for_shows_nothing() {
    let mut resume = worker();
    resume.work[0].highlights =
        vec!["No experience with Python".into(), "Interested in Kubernetes".into()];
    let found = score(&resume, &posting(POSTING), today());
    assert!(found.evidence.iter().all(|it| it.kind != RequirementKind::Skill));
}

#[test]
fn too_few_years_cap_the_score_and_a_silent_resume_is_asked() {
    let mut short = worker();
    short.work[0].start_date = PartialDate::year_month(2025, 1);
    let found = score(&short, &posting(POSTING), today());
    assert!(found.score.unwrap() <= 59.9);
    assert!(
        found
            .gates
            .iter()
            .any(|it| it.kind == RequirementKind::Years && it.status == GateStatus::NotMet)
    );
    let nurse = posting("Nurse\nRequirements\n• Active RN license\n• BLS\n• Triage\n• Wound care");
    let found = score(&worker(), &nurse, today());
    assert!(found.gates.iter().all(|it| it.status != GateStatus::NotMet));
    assert!(found.gates.iter().any(|it| it.status == GateStatus::Unknown));
}

#[test]
fn a_vague_posting_gets_no_number() {
    let found = score(&worker(), &posting("Baker\nWe bake. Come and bake with us."), today());
    assert_eq!((found.score, found.band), (None, Band::TooVague));
}

#[test]
fn the_total_is_what_the_parts_say() {
    let found = score(&worker(), &posting(POSTING), today());
    let sum: f32 = found.components.iter().map(|it| it.weight * it.value).sum();
    assert!((sum - found.score.unwrap()).abs() < 0.051);
    let weights: f32 = found.components.iter().map(|it| it.weight).sum();
    assert!((weights - 100.0).abs() < 0.01);
}

#[test]
fn who_a_person_is_changes_nothing() {
    let mut other = worker();
    other.basics.name = "Bob Fifty".into();
    other.basics.location = "Nowhere".into();
    other.basics.email = "x@example.org".into();
    other.interests =
        vec![crate::resumes::Interest { name: "Python snakes".into(), ..Default::default() }];
    assert_eq!(
        score(&other, &posting(POSTING), today()),
        score(&worker(), &posting(POSTING), today())
    );
}

const LINES: [&str; 9] = [
    "Built services in Python",
    "Ran PostgreSQL",
    "Docker in production",
    "Kubernetes clusters",
    "A shop with React",
    "Angular forms",
    "Terraform modules",
    "Kafka topics",
    "Sold bread",
];

/// A worker whose only role shows these lines.
fn showing(lines: &[usize]) -> Resume {
    let mut resume = worker();
    resume.work[0].highlights = lines.iter().map(|at| LINES[*at].to_owned()).collect();
    resume
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn more_evidence_never_lowers_the_score(lines in proptest::collection::vec(0..9usize, 0..6), more in 0..9usize, listed in 0..8usize) {
        let before = points(&showing(&lines));
        let with = points(&showing(&[lines.as_slice(), &[more]].concat()));
        prop_assert!(with >= before);
        let mut resume = showing(&lines);
        resume.skills = vec![Skill { name: LINES[listed].into(), ..Skill::default() }];
        prop_assert!(points(&resume) >= before);
    }

    #[test]
    fn saying_it_twice_never_raises_the_score(lines in proptest::collection::vec(0..9usize, 1..6)) {
        let twice = [lines.as_slice(), lines.as_slice()].concat();
        prop_assert_eq!(points(&showing(&twice)), points(&showing(&lines)));
    }

    #[test]
    fn order_case_and_bullets_do_not_matter(lines in proptest::collection::vec(0..9usize, 1..6)) {
        let mut resume = showing(&lines);
        resume.work[0].highlights.reverse();
        for line in &mut resume.work[0].highlights {
            *line = format!("•  {}", line.to_uppercase());
        }
        prop_assert_eq!(points(&resume), points(&showing(&lines)));
    }

    #[test]
    fn another_name_for_a_skill_is_the_same_skill(lines in proptest::collection::vec(0..9usize, 1..6)) {
        let mut resume = showing(&lines);
        for line in &mut resume.work[0].highlights {
            *line = line.replace("PostgreSQL", "postgres").replace("Kubernetes", "k8s").replace("React", "React.js").replace("Kafka", "Apache Kafka");
        }
        prop_assert_eq!(points(&resume), points(&showing(&lines)));
    }

    #[test]
    fn losing_the_only_evidence_lowers_the_score(line in 0..8usize) {
        prop_assert!(points(&showing(&[])) < points(&showing(&[line])) || line == 8);
    }
}

#[test]
fn a_language_is_met_where_it_is_listed_or_written() {
    let asked =
        posting("Requirements\n• Fluent German\n• Excellent English\n• Welding\n• Plumbing");
    let mut resume = worker();
    resume.language = "en".into();
    resume.languages = vec![Language { language: "Deutsch".into(), ..Language::default() }];
    let found = score(&resume, &asked, today());
    let languages = found.components.iter().find(|it| it.name == ComponentName::Languages).unwrap();
    assert!((languages.value - 1.0).abs() < 0.001);
}
