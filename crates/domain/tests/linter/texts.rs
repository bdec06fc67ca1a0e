//! H, D and C: sections, roles, dates, contact.

use domain::{
    linter::Check,
    resumes::{Certificate, Publication, Reference, Resume, Work},
};

use crate::{
    Pair,
    made::{clean, docx, flowing, heading, line, of, printed, report, with, with_file, with_lines},
};

fn spelt(summary: &str) -> domain::linter::LintReport {
    with(|it| it.basics.summary = summary.into())
}

fn academic(it: &mut Resume) {
    it.publications = (0..3)
        .map(|number| Publication { name: format!("Paper {number}"), ..Publication::default() })
        .collect();
}

pub(crate) const PAIRS: &[Pair] = &[
    (Check::H01, || with(|it| it.work.clear()), || with(|it| it.volunteer.clear())),
    (
        Check::H02,
        || {
            with_file(
                &flowing(vec![heading("Where I've been"), line("Ran a ward for years")]),
                |_| {},
            )
        },
        || with_file(&flowing(vec![heading("Affiliations"), line("Nurses of Oregon")]), |_| {}),
    ),
    (
        Check::H03,
        || {
            with_file(
                &flowing(vec![
                    heading("Projects"),
                    heading("Interests"),
                    line("Rowing, baking bread"),
                ]),
                |_| {},
            )
        },
        || with_file(&flowing(vec![heading("Interests"), line("Rowing, baking bread")]), |_| {}),
    ),
    (
        Check::H04,
        || with_file(&flowing(vec![heading("Skills"), line("Ventilators, charting")]), |_| {}),
        || with_file(&flowing(vec![heading("Languages"), line("English, Spanish")]), |_| {}),
    ),
    (
        Check::H05,
        || {
            let flow = vec![
                line("Tamsin Oyelaran"),
                heading("Education"),
                line("Cascade State University"),
                heading("Experience"),
                line("Charge Nurse, Rosehill"),
                heading("Skills"),
                line("Triage"),
            ];
            with_file(&docx(flow), |_| {})
        },
        || with_file(&flowing(Vec::new()), |_| {}),
    ),
    (
        Check::H06,
        || {
            with(|it| {
                it.references = vec![Reference { name: "R. Hale".into(), reference: "555".into() }];
            })
        },
        || with_lines(&[("Wrote the reference manual for the ward", "work[0].highlights[0]")]),
    ),
    (
        Check::H07,
        || spelt("Seeking a position as a nurse where I can grow."),
        || spelt("Nurse whose patients ask for her by name."),
    ),
    (
        Check::H08,
        || with(|it| it.work.reverse()),
        || {
            with(|it| {
                // Both ended in one year: which came first is not printed.
                it.work[0].end_date = Some("2020".parse().unwrap());
                it.work[0].start_date = Some("2016".parse().unwrap());
            })
        },
    ),
    (
        Check::H09,
        || with(|it| it.work[1].position.clear()),
        || with(|it| it.work[1].summary.clear()),
    ),
    (
        Check::H10,
        || with(|it| it.work[1].name.clear()),
        || with(|it| it.work[1].name = "Freelance".into()),
    ),
    (
        Check::H11,
        || with(|it| it.education[0].institution.clear()),
        || with(|it| it.education[0].area.clear()),
    ),
    (
        Check::H12,
        || with(|it| it.work[1].location.clear()),
        || {
            with(|it| {
                it.basics.location = "Leeds, UK".into();
                it.work[1].location.clear();
            })
        },
    ),
    (
        Check::D01,
        || {
            with(|it| {
                it.work[1].start_date = None;
                it.work[1].end_date = None;
            })
        },
        || with(|it| it.work[1].start_date = Some("2016".parse().unwrap())),
    ),
    (
        Check::D02,
        || {
            with_lines(&[
                ("Jan 2020 – Present", "work[0].startDate work[0].endDate"),
                ("07/2016 – 02/2020", "work[1].startDate work[1].endDate"),
            ])
        },
        || {
            with_lines(&[
                ("January 2020 – Present", "work[0].startDate work[0].endDate"),
                ("May 2016 – March 2020", "work[1].startDate work[1].endDate"),
            ])
        },
    ),
    (
        Check::D03,
        || with(|it| it.work[1].start_date = Some("2016".parse().unwrap())),
        || {
            with(|it| {
                it.work[0].start_date = Some("2020".parse().unwrap());
                it.work[1].start_date = Some("2016".parse().unwrap());
            })
        },
    ),
    (
        Check::D04,
        || with(|it| it.work[1].end_date = Some("2015-01".parse().unwrap())),
        // A year without a month may mean its December.
        || {
            with(|it| {
                it.work[1].start_date = Some("2020-02".parse().unwrap());
                it.work[1].end_date = Some("2020".parse().unwrap());
            })
        },
    ),
    (
        Check::D05,
        || with(|it| it.work[1].end_date = Some("2021-02".parse().unwrap())),
        || with(|it| it.work[1].end_date = Some("2020-05".parse().unwrap())),
    ),
    (
        Check::D06,
        || with(|it| it.work[1].end_date = Some("2018-02".parse().unwrap())),
        || with(|it| it.work[1].end_date = Some("2019-11".parse().unwrap())),
    ),
    (
        Check::D07,
        || with_lines(&[("03/04/2020 – Present", "work[0].startDate work[0].endDate")]),
        || with_lines(&[("March 2020 – May 2021", "work[0].startDate work[0].endDate")]),
    ),
    (
        Check::D08,
        || spelt("Nurse with fifteen years of experience in intensive care."),
        || spelt("Nurse with over ten years of experience, five years of them in intensive care."),
    ),
    (
        Check::D09,
        || with_lines(&[("Registered Nurse (RN), expires 03/2024", "certificates[0].name")]),
        || with_lines(&[("Registered Nurse (RN), expires 03/2028", "certificates[0].name")]),
    ),
    (Check::C01, || with(|it| it.basics.email.clear()), || of(&clean())),
    (
        Check::C02,
        || with(|it| it.basics.phone = "555 01".into()),
        || with(|it| it.basics.phone = "(503) 555-0142".into()),
    ),
    (
        Check::C03,
        || with(|it| it.basics.name = "Tamsin Oyelaran, RN, BSN".into()),
        || with(|it| it.basics.name = "Ma Rn Oyelaran".into()),
    ),
    (
        Check::C04,
        || with(|it| it.basics.email = "tamsin@rosehill.org".into()),
        || with(|it| it.basics.email = "tamsin@partridge.org".into()),
    ),
    (
        Check::C05,
        || with(|it| it.basics.url = "https://bit.ly/3xy".into()),
        || with(|it| it.basics.url = "oyelaran.example.org/work".into()),
    ),
    (
        Check::C06,
        || with(|it| it.basics.location.clear()),
        || {
            with(|it| {
                it.basics.location.clear();
                it.basics.label = "Charge Nurse (remote)".into();
            })
        },
    ),
    (
        Check::C07,
        || with_lines(&[("Date of birth: 4 May 1990", "")]),
        || {
            let mut reading = printed(&[("Geburtsdatum: 4. Mai 1990, Driving licence: B", "")]);
            reading.resume.language = "de".into();
            reading.resume.basics.location = "Köln, Deutschland".into();
            report(&reading.resume, Some(&reading), None, None)
        },
    ),
];

/// A change of the clean resume that makes a finding whose offered edit resolves it.
pub(crate) type Repair = (Check, fn(&mut Resume));

pub(crate) const REPAIRED: &[Repair] = &[
    (Check::H08, |it| it.work.reverse()),
    (Check::C05, |it| it.basics.url = "http://www.linkedin.com/in/tamsin".into()),
    (Check::B12, |it| it.basics.summary = "Nurse who recieves patients with care.".into()),
    (Check::B13, |it| it.basics.summary = "Nurse with the the keys.".into()),
    (Check::B13, |it| it.basics.summary = "Nurse  with keys.".into()),
    (Check::B13, |it| it.basics.summary = "Nurse , with keys.".into()),
    (Check::B17, |it| {
        let first = it.work[0].highlights[0].clone();
        it.work[0].highlights.push(first);
    }),
    (Check::B20, |it| it.skills[0].keywords = vec!["Pythоn".into()]),
];

#[test]
fn a_role_of_the_future_and_a_certificate_without_a_date_are_told_apart() {
    let report = with(|it| {
        it.work.insert(
            0,
            Work {
                name: "Rosehill".into(),
                position: "Chief Nurse".into(),
                location: "Portland, OR".into(),
                start_date: Some("2031-01".parse().unwrap()),
                highlights: vec!["Lead 9 wards of the clinic.".into()],
                ..Work::default()
            },
        );
        it.certificates.push(Certificate { name: "CCRN".into(), ..Certificate::default() });
    });
    let codes: Vec<_> = report.findings.iter().map(|it| it.code).collect();
    assert!(codes.contains(&Check::D04) && !codes.contains(&Check::D09), "{codes:?}");
}

#[test]
fn researchers_may_put_education_first_and_write_long() {
    let flow = docx(vec![
        line("Tamsin Oyelaran"),
        heading("Education"),
        line("Cascade State University"),
        heading("Experience"),
        line("Charge Nurse, Rosehill"),
        heading("Skills"),
        line("Triage"),
    ]);
    let mut resume = clean();
    academic(&mut resume);
    let look = domain::linter::FileLook::of(&flow);
    let report = report(&resume, None, Some(&look), None);
    assert!(report.findings.iter().all(|it| it.code != Check::H05));
}
