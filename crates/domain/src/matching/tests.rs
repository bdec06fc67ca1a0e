use super::*;
use crate::{
    PartialDate,
    jobs::{self, Capture, Posting, RequirementKind},
    resumes::{Education, Language, Resume, Skill, Work},
};

pub(super) fn posting(text: &str) -> Posting {
    jobs::parse(&Capture { text: text.to_owned(), ..Capture::default() })
}

pub(super) fn today() -> PartialDate {
    PartialDate::year_month(2026, 6).unwrap()
}

pub(super) const POSTING: &str = "Software Engineer\nRequirements\n• 5+ years of experience with Python\n• PostgreSQL\n• Docker, Kubernetes\n\
    • React or Angular\n• Bachelor's degree in Computer Science\nNice to have\n• Terraform\n• Kafka";

pub(super) fn worker() -> Resume {
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

#[test]
fn a_language_spoken_too_little_is_a_no_and_a_step_below_a_question() {
    let asked = posting("Requirements\n• Fluent German\n• Welding\n• Plumbing\n• Brazing");
    let spoken = |fluency: &str| {
        let mut resume = worker();
        let language = Language { language: "German".into(), fluency: fluency.into() };
        resume.languages = vec![language];
        let found = score(&resume, &asked, today());
        found.gates.into_iter().find(|it| it.kind == RequirementKind::Language).unwrap().status
    };
    assert_eq!(spoken("native"), GateStatus::Met);
    assert_eq!(spoken("B2"), GateStatus::Unknown);
    assert_eq!(spoken("A1"), GateStatus::NotMet);
    assert_eq!(spoken(""), GateStatus::Met);
}

#[test]
fn years_of_one_skill_count_only_where_it_is_shown() {
    let mut asked = posting(POSTING);
    let python = asked.requirements.iter_mut().find(|it| it.canonical == "python").unwrap();
    python.years = Some(5.0);
    let mut resume = worker();
    resume.work[0].highlights.remove(0);
    resume.work.push(Work {
        position: "Developer".into(),
        start_date: PartialDate::year_month(2016, 1),
        end_date: PartialDate::year_month(2017, 12).map(crate::date::EndDate::on),
        highlights: vec!["Scripts in Python".into()],
        ..Work::default()
    });
    let found = score(&resume, &asked, today());
    let gate = found.gates.iter().find(|it| it.name == "5 years of Python").unwrap();
    assert_eq!(gate.status, GateStatus::NotMet);
}

#[test]
fn what_a_resume_says_of_visas_moving_and_expiry_decides_its_gates() {
    let mut asked = posting("Nurse\nRequirements\n• BLS\n• Triage\n• Wound care\n• Phlebotomy");
    asked.visa = Some("work_authorization_required".into());
    asked.remote_mode = jobs::RemoteMode::Onsite;
    asked.locations = vec!["Springfield".into()];
    let said = |summary: &str, certificate: &str| {
        let mut resume = worker();
        resume.basics.summary = summary.into();
        let name = certificate.to_owned();
        resume.certificates = vec![crate::resumes::Certificate { name, ..Default::default() }];
        let found = score(&resume, &asked, today());
        let mut gates: Vec<_> = found.gates.iter().map(|it| (it.kind, it.status)).collect();
        gates.retain(|it| it.0 != RequirementKind::Years);
        gates
    };
    use RequirementKind::{License, Location, WorkAuthorization};
    assert_eq!(
        said("Authorized to work in the US. Willing to relocate.", "BLS"),
        [
            (License, GateStatus::Met),
            (WorkAuthorization, GateStatus::Met),
            (Location, GateStatus::Met)
        ]
    );
    assert_eq!(
        said("I require sponsorship. Remote only.", "BLS (expired 2021)"),
        [
            (License, GateStatus::NotMet),
            (WorkAuthorization, GateStatus::NotMet),
            (Location, GateStatus::NotMet)
        ]
    );
}

#[test]
fn showing_what_is_missing_adds_what_was_promised() {
    let (resume, asked) = (worker(), posting(POSTING));
    let before = score(&resume, &asked, today());
    let missing = before.missing.first().unwrap();
    let wished = [missing.name.clone()];
    let after = what_if(&Shown::new(&resume, today()), &asked, &wished);
    let gained = after.score.unwrap() - before.score.unwrap();
    assert!((gained - missing.gain).abs() < 0.11, "{gained} for {}", missing.gain);
    assert!(after.missing.iter().all(|it| it.name != missing.name));
}

#[test]
fn a_ranking_says_what_the_match_says() {
    let (resume, asked) = (worker(), posting(POSTING));
    let whole = score(&resume, &asked, today());
    let line = fit(&Shown::new(&resume, today()), &asked);
    assert_eq!((line.score, line.band, line.required), (whole.score, whole.band, whole.required));
    let vague = fit(&Shown::new(&resume, today()), &posting("Baker"));
    assert_eq!(line.order(&vague), std::cmp::Ordering::Less);
}
