//! What must be true of every score, on hundreds of made-up resumes each.

use std::sync::LazyLock;

use proptest::{collection::vec, prelude::*};
use unicode_normalization::UnicodeNormalization;

use super::{
    tests::{POSTING, posting, today, worker},
    *,
};
use crate::{
    jobs::Posting,
    resumes::{Certificate, Education, Interest, Profile, Project, Resume, Skill, Work},
};

/// What a line may show: all the posting asks for, and something else.
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

/// Where a line may stand.
const PLACES: usize = 5;

static ASKED: LazyLock<Posting> = LazyLock::new(|| posting(POSTING));

fn found(resume: &Resume) -> Match {
    score(resume, &ASKED, today())
}

fn points(resume: &Resume) -> f32 {
    fit(&Shown::new(resume, today()), &ASKED).score.unwrap()
}

/// A worker who shows lines in places: `(line, place)`.
fn showing(lines: &[(usize, usize)]) -> Resume {
    let mut resume = worker();
    resume.work[0].highlights = Vec::new();
    resume.work.push(Work {
        position: "Administrator".into(),
        start_date: crate::PartialDate::year_month(2009, 1),
        end_date: crate::PartialDate::year_month(2014, 1).map(crate::date::EndDate::on),
        ..Work::default()
    });
    for (line, place) in lines {
        show(&mut resume, LINES[*line].to_owned(), *place);
    }
    resume
}

fn show(resume: &mut Resume, line: String, place: usize) {
    match place {
        0 => resume.work[0].highlights.push(line),
        1 => resume.work[1].highlights.push(line),
        2 => resume.projects.push(Project { description: line, ..Project::default() }),
        3 => resume.skills.push(Skill { name: line, ..Skill::default() }),
        _ => resume.basics.summary += &format!("{line}. "),
    }
}

fn lines(most: usize) -> impl Strategy<Value = Vec<(usize, usize)>> {
    vec((0..LINES.len(), 0..PLACES), 0..most)
}

/// Every text of a resume that could show something, changed.
fn each_text(resume: &mut Resume, change: impl Fn(&str) -> String) {
    for work in &mut resume.work {
        for line in &mut work.highlights {
            *line = change(line);
        }
    }
    for project in &mut resume.projects {
        project.description = change(&project.description);
    }
    for skill in &mut resume.skills {
        skill.name = change(&skill.name);
    }
    resume.basics.summary = change(&resume.basics.summary);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn more_evidence_never_lowers_the_score(held in lines(7), line in 0..LINES.len(), place in 0..PLACES) {
        let before = points(&showing(&held));
        let after = points(&showing(&[held.as_slice(), &[(line, place)]].concat()));
        prop_assert!(after >= before, "{before} became {after}");
    }

    #[test]
    fn saying_it_twice_never_raises_the_score(held in lines(7)) {
        let twice: Vec<_> = held.iter().flat_map(|it| [*it, *it]).collect();
        prop_assert_eq!(points(&showing(&twice)), points(&showing(&held)));
    }

    #[test]
    fn losing_the_only_evidence_lowers_the_score(line in 0..8_usize, place in 0..PLACES, rest in lines(5)) {
        // React and Angular are alternatives: neither is the only evidence beside the other.
        let same = |other: usize| other == line || matches!((line, other), (4, 5) | (5, 4));
        let rest: Vec<_> = rest.into_iter().filter(|it| !same(it.0)).collect();
        let with = [rest.as_slice(), &[(line, place)]].concat();
        let (without, with) = (points(&showing(&rest)), points(&showing(&with)));
        // A condition that is not met holds both where it holds them.
        prop_assert!(without < with || without == 59.9, "{without} became {with}");
    }

    #[test]
    fn the_order_of_everything_does_not_matter(held in lines(7)) {
        let mut resume = showing(&held);
        resume.work.reverse();
        for work in &mut resume.work {
            work.highlights.reverse();
        }
        resume.projects.reverse();
        resume.skills.reverse();
        prop_assert_eq!(points(&resume), points(&showing(&held)));
    }

    #[test]
    fn case_bullets_wrapping_and_unicode_form_do_not_matter(held in lines(7), how in 0..6_usize) {
        let mut resume = showing(&held);
        each_text(&mut resume, |text| match how {
            0 => text.to_uppercase(),
            1 => text.to_lowercase(),
            2 => format!("▪  {text}"),
            3 => text.replace(' ', "\n"),
            4 => text.nfd().collect(),
            _ => text.replace(' ', "\u{a0}"),
        });
        prop_assert_eq!(points(&resume), points(&showing(&held)));
    }

    #[test]
    fn another_name_for_a_skill_is_the_same_skill(held in lines(7)) {
        let mut resume = showing(&held);
        each_text(&mut resume, |text| {
            text.replace("PostgreSQL", "postgres")
                .replace("Kubernetes", "k8s")
                .replace("React", "React.js")
                .replace("Kafka", "Apache Kafka")
        });
        prop_assert_eq!(points(&resume), points(&showing(&held)));
    }

    #[test]
    fn the_total_is_the_sum_of_its_parts(held in lines(9)) {
        let found = found(&showing(&held));
        let sum: f32 = found.components.iter().map(|it| it.weight * it.value).sum();
        let capped = found.gates.iter().any(|it| it.status == GateStatus::NotMet);
        let sum = if capped { sum.min(59.9) } else { sum };
        prop_assert!((sum - found.score.unwrap()).abs() <= 0.0501);
        let weights: f32 = found.components.iter().map(|it| it.weight).sum();
        prop_assert!((weights - 100.0).abs() < 0.01);
        prop_assert!(found.components.iter().all(|it| it.applies == (it.weight > 0.0)));
    }

    #[test]
    fn every_span_holds_what_it_claims(held in lines(9)) {
        let resume = showing(&held);
        for one in found(&resume).evidence {
            let asked = one.posting.of(&ASKED.text);
            let answer = one.resume.span.of(&one.resume.text);
            prop_assert!(!asked.is_empty() && !answer.is_empty());
            let there = crate::resumes::fields(&resume);
            let kept = (one.resume.path, one.resume.text);
            prop_assert!(there.contains(&kept), "{:?}", kept);
            if one.how == How::Shown && one.kind == crate::jobs::RequirementKind::Skill {
                let named = crate::vocabulary::find(&answer);
                prop_assert!(named.iter().any(|it| it.skill.name == one.name), "{}", answer);
            }
        }
    }

    #[test]
    fn the_same_question_has_the_same_answer_on_every_thread(held in lines(9)) {
        let resume = showing(&held);
        let here = serde_json::to_string(&found(&resume)).unwrap();
        let there = std::thread::scope(|scope| {
            let others = [(); 2].map(|()| scope.spawn(|| serde_json::to_string(&found(&resume)).unwrap()));
            others.map(|other| other.join().unwrap())
        });
        prop_assert_eq!([here.clone(), here], there);
    }

    #[test]
    fn who_a_person_is_changes_nothing(held in lines(5), name in "[A-Z][a-z]{2,9}", age in 18..80_u8, at in 0..4_usize) {
        let mut other = showing(&held);
        let land = ["French", "Nigerian", "Korean", "Danish"][at];
        other.basics.name = format!("{name} {land}");
        other.basics.location = format!("{age} {name} Street, Springfield");
        other.basics.email = format!("{name}@example.org");
        other.basics.phone = "555 0100".into();
        other.basics.profiles = vec![Profile { network: "GitHub".into(), ..Profile::default() }];
        other.interests = vec![Interest { name: "Python snakes, age, gender".into(), ..Interest::default() }];
        prop_assert_eq!(found(&other), found(&showing(&held)));
    }

    #[test]
    fn what_is_denied_or_only_wished_for_gives_nothing(held in lines(5), line in 0..8_usize, how in 0..5_usize) {
        let before = points(&showing(&held));
        let mut resume = showing(&held);
        let lead = ["No experience with", "Interested in", "Eager to learn", "Currently learning", "Never used"][how];
        let thing = LINES[line].rsplit(' ').find(|word| word.starts_with(char::is_uppercase)).unwrap();
        show(&mut resume, format!("{lead} {thing}"), 0);
        prop_assert_eq!(points(&resume), before);
    }

    #[test]
    fn a_list_of_words_alone_is_never_more_than_half(names in vec(0..8_usize, 1..30)) {
        let keywords = names.iter().map(|at| LINES[*at].to_owned()).collect();
        let stuffed = Resume { skills: vec![Skill { keywords, ..Skill::default() }], ..Resume::default() };
        let found = found(&stuffed);
        prop_assert!(found.score.unwrap() < 50.0);
        prop_assert!(found.evidence.iter().all(|it| it.value <= 0.5));
    }

    #[test]
    fn months_worked_twice_count_once(starts in vec(2000..2024_u16, 1..5)) {
        let job = |year: &u16| Work {
            position: "Software Developer".into(),
            start_date: crate::PartialDate::year_month(*year, 1),
            end_date: crate::PartialDate::year_month(year + 2, 1).map(crate::date::EndDate::on),
            ..Work::default()
        };
        let once = Resume { work: starts.iter().map(job).collect(), ..Resume::default() };
        let mut twice = once.clone();
        twice.work.extend(once.work.clone());
        prop_assert_eq!(points(&twice), points(&once));
    }

    #[test]
    fn no_resume_and_no_posting_is_too_odd(text in "\\PC{0,200}", other in "\\PC{0,200}") {
        let mut resume = showing(&[]);
        resume.basics.summary = text.clone();
        resume.education = vec![Education { area: other.clone(), ..Education::default() }];
        resume.certificates = vec![Certificate { name: text.clone(), ..Certificate::default() }];
        let asked = posting(&format!("{other}\nRequirements\n• {text}\n• {other}\n• Python"));
        let found = score(&resume, &asked, today());
        prop_assert!(found.score.is_none_or(|score| (0.0..=100.0).contains(&score)));
    }
}
