//! Resumes become pages that hold all of them, and that other programs can read.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test may fail loudly"
)]

mod any;

use std::{
    io::Write,
    process::{Command, Stdio},
};

use documents::typeset::{Error, Options, Typesetter, check, templates};
use domain::linter::{Dictionary, FileLook, Finding, LintChoices, Severity, Subject, lint};
use domain::resumes::{Basics, Paper, Profile, Resume, Section, Skill, fields, parse};
use proptest::prelude::*;

const NURSE: &str = include_str!("../fixtures/resumes/nurse.json");
const ELEKTRONIKER: &str = include_str!("../fixtures/resumes/elektroniker.json");

static TYPESETTER: Typesetter = Typesetter::new();

fn resume(json: &str) -> Resume {
    serde_json::from_str(json).unwrap()
}

/// What another program reads, or nothing where `pdftotext` or `pdfinfo` is not installed.
fn read(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let mut command = Command::new(program);
    command.args(arguments).arg(file.path()).stdin(Stdio::null()).stderr(Stdio::null());
    if program == "pdftotext" {
        command.arg("-");
    }
    let Ok(output) = command.output() else {
        eprintln!("{program} is not installed: nothing was compared");
        return None;
    };
    Some(String::from_utf8(output.stdout).unwrap())
}

/// What our own reader reads, line by line.
fn read_back(pdf: &[u8]) -> String {
    let document = documents::read(pdf).unwrap();
    let mut text = String::new();
    for page in document.pages {
        let mut baseline = f32::NAN;
        for glyph in page.glyphs {
            if (glyph.baseline - baseline).abs() < 1.0 {
                text.extend(glyph.space_before.then_some(' '));
            } else {
                text.push('\n');
            }
            baseline = glyph.baseline;
            text.push(glyph.ch);
        }
    }
    text
}

fn text_of(resume: &Resume, template: &str) -> Option<String> {
    let pdf = TYPESETTER.pdf(resume, template, &Options::default()).unwrap();
    assert_eq!(pdf.warnings, []);
    let ours = read_back(&pdf.bytes);
    assert_eq!(check(resume, &ours), [], "{template}, as we read it: {ours}");
    read("pdftotext", &["-raw"], &pdf.bytes)
}

#[test]
fn no_template_makes_an_error_for_the_linter() {
    for template in templates() {
        for json in [NURSE, ELEKTRONIKER] {
            let pdf = TYPESETTER.pdf(&resume(json), template.id, &Options::default()).unwrap();
            let document = documents::read(&pdf.bytes).unwrap();
            let (reading, look) = (parse(&document), FileLook::of(&document));
            let subject = Subject {
                resume: &reading.resume,
                reading: Some(&reading),
                file: Some(&look),
                target: None,
                today: "2026-11-01".parse().unwrap(),
                dictionary: Dictionary::english(),
            };
            let report = lint(&subject, &LintChoices::default());
            let errors: Vec<_> =
                report.findings.iter().filter(|it| it.severity == Severity::Error).collect();
            assert_eq!(errors, Vec::<&Finding>::new(), "{}", template.id);
        }
    }
}

#[test]
fn every_template_prints_every_field() {
    for template in templates() {
        for json in [NURSE, ELEKTRONIKER] {
            let resume = resume(json);
            let Some(text) = text_of(&resume, template.id) else { return };
            assert_eq!(check(&resume, &text), [], "{}", template.id);
        }
    }
}

#[test]
fn roles_and_their_bullets_are_read_in_order() {
    let resume = resume(NURSE);
    for template in templates() {
        let Some(text) = text_of(&resume, template.id) else { return };
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let printed = resume
            .work
            .iter()
            .flat_map(|role| [&role.position, &role.name].into_iter().chain(&role.highlights));
        let mut rest = flat.as_str();
        for text in printed {
            let at = rest.find(text.as_str());
            let at =
                at.unwrap_or_else(|| panic!("{}: {text} is not where it belongs", template.id));
            rest = &rest[at + text.len()..];
        }
    }
}

#[test]
fn our_own_pages_are_understood() {
    let mut nurse = resume(NURSE);
    // Printed without its scheme, and nowhere said to be a grade.
    nurse.basics.profiles.clear();
    nurse.education[0].score.clear();
    for template in templates() {
        let pdf = TYPESETTER.pdf(&nurse, template.id, &Options::default()).unwrap();
        let document = documents::read(&pdf.bytes).unwrap();
        let understood = parse(&document).resume;
        assert_eq!(fields(&understood), fields(&nurse), "{}", template.id);
    }
}

#[test]
fn headings_and_dates_are_in_the_language_of_the_resume() {
    let Some(text) = text_of(&resume(ELEKTRONIKER), "modern") else { return };
    for wanted in ["Berufserfahrung", "Führerschein", "Apr. 2019 – heute", "März 2018", "Note: 1,9"]
    {
        assert!(text.contains(wanted), "{wanted} in:\n{text}");
    }
    let options = Options { language: Some("en".to_owned()), ..Options::default() };
    let pdf = TYPESETTER.pdf(&resume(ELEKTRONIKER), "modern", &options).unwrap();
    let text = read("pdftotext", &["-raw"], &pdf.bytes).unwrap();
    assert!(text.contains("Apr 2019 – Present"), "{text}");
}

#[test]
fn the_file_says_whose_resume_it_is_and_is_tagged() {
    for template in templates() {
        let pdf = TYPESETTER.pdf(&resume(NURSE), template.id, &Options::default()).unwrap();
        let Some(facts) = read("pdfinfo", &[], &pdf.bytes) else { return };
        for fact in ["Marisol Okonkwo-Reyes – Resume", "ATSPro", "Tagged:          yes", "A4"] {
            assert!(facts.contains(fact), "{fact} in:\n{facts}");
        }
        let facts = read("pdfinfo", &["-meta"], &pdf.bytes).unwrap();
        assert!(facts.contains("<pdfuaid:part>1</pdfuaid:part>"), "{}: {facts}", template.id);
    }
}

#[test]
fn the_same_resume_is_the_same_file() {
    let once = |typesetter: &Typesetter| {
        typesetter.pdf(&resume(NURSE), "compact", &Options::default()).unwrap().bytes
    };
    assert!(once(&TYPESETTER) == once(&Typesetter::new()));
}

#[test]
fn paper_is_as_asked_for() {
    let options = Options { paper: Paper::Letter, ..Options::default() };
    let preview = TYPESETTER.svg(&resume(NURSE), "classic", &options).unwrap();
    let first = &preview.pages[0];
    assert!(first.contains(r#"viewBox="0 0 612 792""#), "{}", &first[..200]);
}

#[test]
fn later_pages_carry_the_name_and_their_number() {
    let mut long = resume(NURSE);
    long.work[0].highlights = (1..=60).map(|n| format!("Took care of patient {n}")).collect();
    for template in templates() {
        let pdf = TYPESETTER.pdf(&long, template.id, &Options::default()).unwrap();
        assert!(pdf.pages >= 2, "{}", template.id);
        let Some(text) = read("pdftotext", &["-raw", "-f", "2", "-l", "2"], &pdf.bytes) else {
            return;
        };
        assert!(text.starts_with("Marisol Okonkwo-Reyes 2\n"), "{text}");
        let all = read("pdftotext", &["-raw"], &pdf.bytes).unwrap();
        assert_eq!(check(&long, &all), []);
    }
}

#[test]
fn a_few_lines_too_many_are_pulled_back_onto_the_page() {
    let pages = |lines: usize| {
        let items = (1..=lines).map(|n| format!("Line {n}")).collect();
        let sections = vec![Section { title: "Lines".to_owned(), items }];
        let resume = Resume { sections, ..Resume::default() };
        TYPESETTER.pdf(&resume, "classic", &Options::default()).unwrap().pages
    };
    let full = (20..).find(|lines| pages(*lines) == 2).unwrap();
    assert!(full >= 45, "{full}");
    assert_eq!(pages(full + 30), 2);
}

#[test]
fn a_word_longer_than_a_line_is_broken_and_not_lost() {
    let address = format!("https://example.org/{}", "a-b_c".repeat(60));
    let mut resume = resume(NURSE);
    resume.basics.name = "Wolfeschlegelsteinhausenbergerdorff".repeat(4);
    resume.basics.url.clone_from(&address);
    resume.work[0].url = address;
    resume.work[0].highlights = vec!["x".repeat(500)];
    for template in templates() {
        let Some(text) = text_of(&resume, template.id) else { return };
        assert_eq!(check(&resume, &text), [], "{}", template.id);
        let pdf = TYPESETTER.pdf(&resume, template.id, &Options::default()).unwrap();
        let cut = read(
            "pdftotext",
            &["-raw", "-x", "0", "-y", "0", "-W", "590", "-H", "840"],
            &pdf.bytes,
        );
        assert_eq!(cut.unwrap(), text, "{}: something stands off the page", template.id);
    }
}

#[test]
fn an_empty_resume_is_an_empty_page() {
    for template in templates() {
        let pdf = TYPESETTER.pdf(&Resume::default(), template.id, &Options::default()).unwrap();
        assert_eq!(pdf.pages, 1);
    }
}

#[test]
fn markup_is_text() {
    let hostile = "*bold* _it_ #panic(1) $x^2$ <b> @ref \\ [x] \"q\" 'q' -- ~ ` // /* = + -";
    let mut resume = resume(NURSE);
    resume.basics.label = hostile.to_owned();
    resume.work[0].highlights = vec![hostile.to_owned()];
    resume.sections = vec![Section { title: hostile.to_owned(), items: vec![hostile.to_owned()] }];
    for template in templates() {
        let Some(text) = text_of(&resume, template.id) else { return };
        assert_eq!(check(&resume, &text), [], "{}", template.id);
    }
}

#[test]
fn only_web_mail_and_telephone_links_can_be_clicked() {
    let basics = Basics {
        name: "Sam".to_owned(),
        email: "sam@example.org".to_owned(),
        phone: "+44 20 7946 0000".to_owned(),
        url: "javascript:alert(1)".to_owned(),
        profiles: vec![Profile { url: "file:///etc/passwd".to_owned(), ..Profile::default() }],
        ..Basics::default()
    };
    let resume = Resume { basics, ..Resume::default() };
    let preview = TYPESETTER.svg(&resume, "classic", &Options::default()).unwrap();
    let page = preview.pages.concat();
    assert!(page.contains("mailto:sam@example.org") && page.contains("tel:+442079460000"));
    assert!(!page.contains("javascript:") && !page.contains("file:"));
}

#[test]
fn greek_cyrillic_polish_and_turkish_need_no_other_font() {
    let name = "Ångström Łukasz Żółć İğdır Ελένη Παπαδοπούλου Олександр Ґудзь";
    let resume = Resume {
        basics: Basics { name: name.to_owned(), ..Basics::default() },
        skills: vec![Skill { name: name.to_owned(), ..Skill::default() }],
        ..Resume::default()
    };
    for template in templates() {
        let pdf = TYPESETTER.pdf(&resume, template.id, &Options::default()).unwrap();
        assert_eq!(pdf.missing_glyphs, [""; 0]);
        let Some(text) = read("pdftotext", &["-raw"], &pdf.bytes) else { return };
        assert_eq!(check(&resume, &text), []);
    }
}

#[test]
fn a_character_no_font_has_is_named_and_the_page_is_made() {
    let basics = Basics { name: "Ada \u{378} Okafor".to_owned(), ..Basics::default() };
    let resume = Resume { basics, ..Resume::default() };
    let pdf = TYPESETTER.pdf(&resume, "classic", &Options::default()).unwrap();
    assert_eq!(pdf.missing_glyphs, ["\u{378}"]);
    assert!(pdf.bytes.starts_with(b"%PDF-"));
}

#[test]
fn a_script_we_bring_no_font_for_is_borrowed_or_named() {
    let basics = Basics { name: "ნინო ბერიძე".to_owned(), ..Basics::default() };
    let resume = Resume { basics, language: "ka".to_owned(), ..Resume::default() };
    let pdf = TYPESETTER.pdf(&resume, "modern", &Options::default()).unwrap();
    let lost = check(&resume, &read_back(&pdf.bytes));
    assert!(lost.is_empty() || pdf.missing_glyphs.contains(&"ნ".to_owned()), "{lost:?}");
}

#[test]
fn what_cannot_be_typeset_is_refused_with_the_reason() {
    let refused = TYPESETTER.pdf(&Resume::default(), "../secret", &Options::default());
    assert!(matches!(refused, Err(Error::NoTemplate(id)) if id == "../secret"));
    let basics = Basics { summary: "word ".repeat(300_000), ..Basics::default() };
    let endless = Resume { basics, ..Resume::default() };
    let refused = TYPESETTER.svg(&endless, "classic", &Options::default());
    assert!(matches!(refused, Err(Error::TooLong(_))));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 16,
        max_shrink_iters: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_of_a_resume_is_lost_on_the_page(
        resume in any::resume(),
        template in prop::sample::select(templates()),
    ) {
        if let Some(text) = text_of(&resume, template.id) {
            prop_assert_eq!(check(&resume, &text), [], "{}", text);
        }
    }
}
