//! M: the resume beside a posting.

use domain::linter::{Check, Dictionary, FileLook, LintReport, Subject, Target, lint};

use crate::{
    Pair,
    made::{POSTING, against, all_on, clean, one_page, posting, today},
};

fn letter(text: &str, file_name: &str) -> LintReport {
    let resume = clean();
    let posting = posting(POSTING);
    let others = ["Northwind Traders".to_owned()];
    let mut look = FileLook::of(&one_page());
    look.name = file_name.into();
    let subject = Subject {
        resume: &resume,
        reading: None,
        file: Some(&look),
        target: Some(Target { posting: &posting, letter: text, others: &others }),
        today: today(),
        dictionary: Dictionary::english(),
    };
    lint(&subject, &all_on())
}

pub(crate) const PAIRS: &[Pair] = &[
    (
        Check::M01,
        || {
            against(&posting("Developer\nRequirements\n• Kubernetes is required"), |it| {
                it.skills[0].keywords = vec!["k8s".into()];
            })
        },
        || {
            against(&posting("Developer\nRequirements\n• Kubernetes is required"), |it| {
                it.skills[0].keywords = vec!["Kubernetes".into()];
            })
        },
    ),
    (
        Check::M02,
        || {
            against(&posting("Developer\nRequirements\n• Kubernetes is required"), |it| {
                it.skills[0].keywords = vec!["Kubernetes".into()];
            })
        },
        || {
            against(&posting("Developer\nRequirements\n• Kubernetes is required"), |it| {
                it.skills[0].keywords = vec!["Kubernetes".into()];
                it.work[0].highlights.push("Run 9 clusters of Kubernetes.".into());
            })
        },
    ),
    (
        Check::M03,
        || {
            against(&posting(POSTING), |it| {
                it.work[0].summary =
                    "Kubernetes, Kubernetes, Kubernetes, Kubernetes, Kubernetes, Kubernetes".into();
            })
        },
        || {
            against(&posting(POSTING), |it| {
                it.skills[0].keywords = vec!["Kubernetes".into()];
                it.work[0].highlights.push("Run 9 clusters of Kubernetes.".into());
                it.work[1].highlights.push("Ran 3 clusters of Kubernetes.".into());
            })
        },
    ),
    (
        Check::M04,
        || against(&posting("Payroll Accountant\nRequirements\n• triage"), |_| {}),
        || against(&posting("Senior Charge Nurse (m/f/d)\nRequirements\n• triage"), |_| {}),
    ),
    (
        Check::M05,
        || {
            against(
                &posting(
                    "Charge Nurse\nRequirements\n• At least 25 years of experience as a charge nurse required",
                ),
                |_| {},
            )
        },
        || {
            against(
                &posting(
                    "Charge Nurse\nRequirements\n• At least 2 years of experience as a charge nurse required",
                ),
                |_| {},
            )
        },
    ),
    (
        Check::M06,
        || letter("Dear team, I would love to join Northwind Traders.", "Tamsin_Oyelaran.pdf"),
        || {
            letter(
                "Dear Rosehill team, at Lakeview Hospital I cared for four patients a shift.",
                "Tamsin_Oyelaran_Rosehill.pdf",
            )
        },
    ),
];

#[test]
fn another_company_in_the_name_of_the_file_is_found() {
    let codes =
        |name: &str| letter("", name).findings.into_iter().map(|it| it.code).collect::<Vec<_>>();
    assert!(codes("Tamsin_Oyelaran_Google.pdf").contains(&Check::M06));
    assert!(!codes("Tamsin_Oyelaran_Lakeview.pdf").contains(&Check::M06), "an employer of hers");
}

#[test]
fn sentences_of_the_posting_are_recognised() {
    let text = "You lead a team of nurses on a busy ward and keep every patient safe at all times";
    let posting = posting(&format!("Charge Nurse\nDuties\n• {text}"));
    let report = against(&posting, |it| {
        it.work.truncate(1);
        it.basics.summary.clear();
        it.work[0].highlights = vec![text.into()];
    });
    assert!(report.findings.iter().any(|it| it.code == Check::M03));
}
