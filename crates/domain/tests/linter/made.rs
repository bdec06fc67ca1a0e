//! Resumes and files made for the tests, all of invented people.

use std::collections::BTreeMap;

use domain::{
    PartialDate,
    facts::FileFacts,
    jobs::{Capture, Posting, parse as parse_posting},
    linter::{
        Check, Dictionary, FileLook, Finding, LintChoices, LintReport, Subject, Target, lint,
    },
    page::{Document, FlowCell, FlowLine, FlowRole, FlowRun, Format, Glyph, Page, Style},
    resumes::{Basics, Education, Origin, Reading, Resume, Skill, SourceLine, Work},
};

pub(crate) fn today() -> PartialDate {
    "2026-11-01".parse().unwrap()
}

fn role(name: &str, position: &str, start: &str, end: &str, highlights: &[&str]) -> Work {
    Work {
        name: name.into(),
        position: position.into(),
        location: "Portland, OR".into(),
        start_date: Some(start.parse().unwrap()),
        end_date: Some(end.parse().unwrap()),
        highlights: highlights.iter().map(|it| (*it).to_owned()).collect(),
        ..Work::default()
    }
}

/// A resume that nothing is to be said about.
pub(crate) fn clean() -> Resume {
    Resume {
        basics: Basics {
            name: "Tamsin Oyelaran".into(),
            label: "Charge Nurse".into(),
            email: "tamsin.oyelaran@example.org".into(),
            phone: "+1 503 555 0142".into(),
            location: "Portland, OR".into(),
            summary: "Nurse with nine years in adult intensive care.".into(),
            ..Basics::default()
        },
        work: vec![
            role(
                "Rosehill Medical Center",
                "Charge Nurse",
                "2020-03",
                "present",
                &[
                    "Lead a unit of 24 beds with 14 nurses a shift.",
                    "Keep infections 38% below the state average with a daily checklist.",
                    "Teach six new graduates a year; 95% stay after the first year.",
                ],
            ),
            role(
                "Lakeview Hospital",
                "Staff Nurse",
                "2016-07",
                "2020-02",
                &[
                    "Cared for four ventilated patients a shift.",
                    "Served on the rapid response team for 40 calls a month.",
                ],
            ),
        ],
        education: vec![Education {
            institution: "Cascade State University".into(),
            study_type: "Bachelor of Science".into(),
            area: "Nursing".into(),
            end_date: Some("2016-05".parse().unwrap()),
            ..Education::default()
        }],
        skills: vec![Skill {
            name: "Clinical".into(),
            keywords: vec!["Triage".into(), "Phlebotomy".into()],
            ..Skill::default()
        }],
        language: "en".into(),
        ..Resume::default()
    }
}

/// All choices at their defaults, with what is off by default switched on.
pub(crate) fn all_on() -> LintChoices {
    LintChoices { on: vec![Check::D06], ..LintChoices::default() }
}

/// The report on a resume without a file.
pub(crate) fn of(resume: &Resume) -> LintReport {
    report(resume, None, None, None)
}

/// The report on the clean resume after a change.
pub(crate) fn with(change: impl FnOnce(&mut Resume)) -> LintReport {
    let mut resume = clean();
    change(&mut resume);
    of(&resume)
}

/// The report on the clean resume with its bullets replaced: those of the current and the past role.
pub(crate) fn bullets(current: &[&str], past: &[&str]) -> LintReport {
    let own = |texts: &[&str]| texts.iter().map(|it| (*it).to_owned()).collect();
    with(|it| {
        it.work[0].highlights = own(current);
        it.work[1].highlights = own(past);
    })
}

pub(crate) fn report(
    resume: &Resume,
    reading: Option<&Reading>,
    file: Option<&FileLook>,
    posting: Option<&Posting>,
) -> LintReport {
    let others = ["Northwind Traders".to_owned()];
    let subject = Subject {
        resume,
        reading,
        file,
        target: posting.map(|posting| Target { posting, letter: "", others: &others }),
        today: today(),
        dictionary: Dictionary::english(),
    };
    lint(&subject, &all_on())
}

/// A reading of the clean resume in which these lines were printed, and what was read from each.
pub(crate) fn printed(lines: &[(&str, &str)]) -> Reading {
    let origin = |line: usize| Origin {
        confidence: 0.9,
        lines: vec![u32::try_from(line).unwrap()],
        ..Origin::default()
    };
    let mut origins = BTreeMap::new();
    for (number, (_, paths)) in lines.iter().enumerate() {
        origins.extend(paths.split(' ').map(|path| (path.to_owned(), origin(number))));
    }
    Reading {
        resume: clean(),
        origins,
        lines: lines
            .iter()
            .map(|(text, _)| SourceLine { text: (*text).into(), ..SourceLine::default() })
            .collect(),
        ..Reading::default()
    }
}

/// The report on the clean resume printed so.
pub(crate) fn with_lines(lines: &[(&str, &str)]) -> LintReport {
    let reading = printed(lines);
    report(&reading.resume, Some(&reading), None, None)
}

/// The report on the clean resume beside a file that looks so.
pub(crate) fn with_file(document: &Document, change: impl FnOnce(&mut FileLook)) -> LintReport {
    let mut look = FileLook::of(document);
    look.name = "Tamsin_Oyelaran_Charge_Nurse.pdf".into();
    look.bytes = 90_000;
    change(&mut look);
    report(&clean(), None, Some(&look), None)
}

/// The same, with facts.
pub(crate) fn with_facts(change: impl FnOnce(&mut FileFacts)) -> LintReport {
    let mut document = one_page();
    change(&mut document.facts);
    with_file(&document, |_| {})
}

/// Text at a place on a page, half as wide as it is tall.
pub(crate) fn put(page: &mut Page, x: f32, y: f32, size: f32, text: &str) {
    let mut space_before = false;
    let mut x0 = x;
    for ch in text.chars() {
        if ch == ' ' {
            space_before = true;
        } else {
            let x1 = x0 + 0.5 * size;
            let glyph = Glyph { ch, x0, x1, baseline: y, size, style: 0, turn: 0, space_before };
            page.glyphs.push(glyph);
            space_before = false;
        }
        x0 += 0.5 * size;
    }
}

pub(crate) fn page() -> Page {
    let font = Style { font: "Test-Regular".into(), ..Style::default() };
    Page { width: 612.0, height: 792.0, styles: vec![font], ..Page::default() }
}

pub(crate) fn pdf(pages: Vec<Page>) -> Document {
    Document { format: Format::Pdf, pages, ..Document::default() }
}

/// A page of a resume in one column.
pub(crate) fn full_page() -> Page {
    let mut page = page();
    put(&mut page, 72.0, 80.0, 20.0, "Tamsin Oyelaran");
    put(&mut page, 72.0, 100.0, 10.0, "tamsin.oyelaran@example.org, +1 503 555 0142");
    put(&mut page, 72.0, 140.0, 14.0, "Experience");
    for line in 0..14_u8 {
        let y = 160.0 + 16.0 * f32::from(line);
        put(
            &mut page,
            72.0,
            y,
            10.0,
            "Led a unit of many beds with a team of nurses on every shift",
        );
    }
    put(&mut page, 72.0, 410.0, 14.0, "Education");
    put(&mut page, 72.0, 430.0, 10.0, "Cascade State University");
    put(&mut page, 72.0, 470.0, 14.0, "Skills");
    put(&mut page, 72.0, 490.0, 10.0, "Triage, Phlebotomy");
    page
}

pub(crate) fn one_page() -> Document {
    pdf(vec![full_page()])
}

/// A line of a flowing file.
pub(crate) fn line(text: &str) -> FlowLine {
    let cells = text.split('\t').map(|cell| FlowCell {
        runs: vec![FlowRun { text: cell.into(), size: 11.0, ..FlowRun::default() }],
    });
    FlowLine { cells: cells.collect(), ..FlowLine::default() }
}

pub(crate) fn heading(text: &str) -> FlowLine {
    FlowLine { role: FlowRole::Heading(1), ..line(text) }
}

pub(crate) fn edge(role: FlowRole, text: &str) -> FlowLine {
    FlowLine { role, ..line(text) }
}

pub(crate) fn docx(flow: Vec<FlowLine>) -> Document {
    Document { format: Format::Docx, flow, ..Document::default() }
}

/// A resume as a flowing file, with more lines at its end.
pub(crate) fn flowing(more: Vec<FlowLine>) -> Document {
    let mut flow = vec![
        line("Tamsin Oyelaran"),
        line("tamsin.oyelaran@example.org, +1 503 555 0142"),
        heading("Experience"),
        line("Charge Nurse, Rosehill Medical Center, March 2020 – Present"),
        heading("Education"),
        line("Bachelor of Science in Nursing, Cascade State University, 2016"),
        heading("Skills"),
        line("Triage, Phlebotomy"),
    ];
    flow.extend(more);
    docx(flow)
}

pub(crate) const POSTING: &str = "Charge Nurse\nCompany: Rosehill Clinic\nLocation: Portland, OR\n\
    Requirements\n• Required: triage and phlebotomy\n• You lead a team of nurses";

pub(crate) fn posting(text: &str) -> Posting {
    let mut posting = parse_posting(&Capture { text: text.to_owned(), ..Capture::default() });
    posting.company = "Rosehill Clinic".into();
    posting.language = "en".into();
    posting
}

/// The report on a changed clean resume for a posting.
pub(crate) fn against(posting: &Posting, change: impl FnOnce(&mut Resume)) -> LintReport {
    let mut resume = clean();
    change(&mut resume);
    report(&resume, None, None, Some(posting))
}

/// What a report says under a code.
pub(crate) fn found(report: &LintReport, check: Check) -> Vec<&Finding> {
    report.findings.iter().filter(|it| it.code == check).collect()
}
