//! B: bullets and language.

use domain::linter::{Check, LintReport};

use crate::{
    Pair,
    made::{against, bullets, flowing, posting, with, with_file, with_lines},
};

const GOOD: &[&str] = &[
    "Lead a unit of 24 beds with 14 nurses a shift.",
    "Keep infections 38% below the state average with a daily checklist.",
    "Teach six new graduates a year.",
    "Chart every patient in Epic within 2 hours.",
];

fn spelt(summary: &str) -> LintReport {
    with(|it| it.basics.summary = summary.into())
}

fn again(text: &str, times: usize) -> Vec<String> {
    (0..times).map(|number| format!("{text} {number} times.")).collect()
}

pub(crate) const PAIRS: &[Pair] = &[
    (
        Check::B01,
        || {
            with(|it| {
                it.work[0].summary =
                    "I ran the ward and all that goes with it every day. ".repeat(10);
            })
        },
        || with(|it| it.work[0].summary = "A ward of 24 beds.".into()),
    ),
    (
        Check::B02,
        || bullets(&["Charting daily"], GOOD),
        || {
            bullets(
                &[
                    "Chart every patient in Epic within two hours of each round, with a second check by a nurse of another team at night.",
                ],
                GOOD,
            )
        },
    ),
    (
        Check::B03,
        || with(|it| it.work[0].highlights = again("Lead a team of nurses", 9)),
        || with(|it| it.work[1].highlights.clear()),
    ),
    (
        Check::B04,
        || {
            let mut document = flowing(Vec::new());
            document.facts.bullets = vec![('\u{F0D8}', "Wingdings".into())];
            with_file(&document, |_| {})
        },
        || {
            let mut document = flowing(Vec::new());
            document.facts.bullets = vec![('\u{F0B7}', "Symbol".into()), ('•', String::new())];
            with_file(&document, |_| {})
        },
    ),
    (
        Check::B05,
        || {
            bullets(
                &[
                    "Lead the unit with care.",
                    "Teach the new graduates.",
                    "Chart in Epic after rounds.",
                ],
                &["Cared for ventilated patients.", "Served on the response team."],
            )
        },
        || bullets(GOOD, &["Cared for dozens of patients at a time."]),
    ),
    (
        Check::B06,
        || bullets(&["Responsible for 24 beds on the ward."], GOOD),
        || bullets(&["Handlers of 24 machines report to me."], GOOD),
    ),
    (
        Check::B07,
        || bullets(GOOD, &["Manage a ward of 24 beds.", "Cared for four patients a shift."]),
        || bullets(GOOD, &["Led phase I trials with 40 patients.", "Cut waiting times by 12%."]),
    ),
    (
        Check::B08,
        || bullets(&["I lead a unit of 24 beds.", "Keep my team of 14 happy."], &[]),
        || {
            bullets(
                &[
                    "Run Phase I and II trials with 40 patients.",
                    "Teach Nurses I as Engineer I of 9.",
                ],
                &[],
            )
        },
    ),
    (
        Check::B09,
        || spelt("Detail-oriented team player who cares."),
        || spelt("Sit on the teams of two wards; results driven by 40 audits a year."),
    ),
    (
        Check::B10,
        || with(|it| it.work[1].highlights = again("Managed the stock of", 4)),
        || with(|it| it.work[1].highlights = again("Managed the stock of", 3)),
    ),
    (
        Check::B11,
        || {
            bullets(
                &[
                    "Reports were written for 9 boards.",
                    "Staff were trained by 4 nurses.",
                    "Rotas are planned for 14 nurses.",
                ],
                &["Audits were passed on 12 wards.", "Served on the team for 40 calls a month."],
            )
        },
        || bullets(GOOD, &["Was the first on call for 12 wards."]),
    ),
    (
        Check::B12,
        || spelt("Nurse who recieves patients and manges a buzy wardd with confidance."),
        || spelt("Nurse who led triage with Go, Kubernetes and Oyelaran's onboarding notes."),
    ),
    (
        Check::B13,
        || spelt("Nurse with the the keys ,and a plan (for all."),
        || spelt("Nurse who had had nine years at Walla Walla (in care)."),
    ),
    (
        Check::B14,
        || bullets(&["Organize the colour plans of 9 wards."], GOOD),
        || bullets(&["Organize the work of 9 wards for the Centre for Health."], GOOD),
    ),
    (
        Check::B15,
        || {
            against(
                &posting(
                    "Charge Nurse\nRequirements\n• You know the Electronic Health Record of a clinic",
                ),
                |it| it.basics.summary = "Nurse who moved 9 wards to a new EHR.".into(),
            )
        },
        || {
            against(
                &posting(
                    "Charge Nurse\nRequirements\n• You know the Electronic Health Record (EHR) of a clinic",
                ),
                |it| it.basics.summary = "Nurse who moved 9 wards to a new EHR.".into(),
            )
        },
    ),
    (
        Check::B16,
        || spelt("Nurse who cut infections by XX% at [Company]."),
        || with_lines(&[("Account XXX-XX-1234, Windows XP, Super Bowl XXX", "")]),
    ),
    (
        Check::B17,
        || {
            bullets(
                &[
                    "Lead a unit of 24 beds with 14 nurses.",
                    "Lead a unit of 24 beds with 14 nurses.",
                ],
                GOOD,
            )
        },
        || {
            bullets(
                &[
                    "Lead a unit of 24 beds with 14 nurses.",
                    "Lead a unit of 9 beds and a clinic for outpatients.",
                ],
                &["Cared for 4 patients a shift."],
            )
        },
    ),
    (
        Check::B18,
        || bullets(&["Increased admissions by 20 and kept quality."], GOOD),
        || {
            bullets(
                &["Increased admissions by 20 patients a week.", "Cut falls by 12% in a year."],
                &[],
            )
        },
    ),
    (
        Check::B19,
        || {
            let mut posting = posting("Pflegekraft");
            posting.language = "de".into();
            against(&posting, |_| {})
        },
        || against(&posting("Charge Nurse"), |_| {}),
    ),
    (
        Check::B20,
        || with(|it| it.skills[0].keywords = vec!["Pythоn".into()]),
        || {
            with(|it| {
                it.skills[0].keywords = vec!["Разработка".into(), "50 μm".into(), "Zoë".into()];
            })
        },
    ),
];
