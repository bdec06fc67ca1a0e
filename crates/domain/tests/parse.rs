//! Small resumes of invented people, and documents no one would write.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use domain::{
    page::{Bbox, Document, FlowCell, FlowLine, FlowRun, Format, Glyph, Link, Page, Style},
    resumes::{
        Basics, Language, Project, Reading, Resume, Skill, Work, carry_over, fields, json_resume,
        parse,
    },
};
use proptest::prelude::*;

/// A page built line by line: `(x, y, size, bold, text)`.
fn page(lines: &[(f32, f32, f32, bool, &str)]) -> Document {
    let styles = [false, true].map(|bold| Style { bold, ..Style::default() }).to_vec();
    let mut page = Page { width: 600.0, height: 800.0, styles, ..Page::default() };
    for &(x, y, size, bold, text) in lines {
        let mut at = x;
        let mut space = false;
        for ch in text.chars() {
            let width = size * 0.5;
            if ch != ' ' {
                page.glyphs.push(Glyph {
                    ch,
                    x0: at,
                    x1: at + width,
                    baseline: y,
                    size,
                    style: u16::from(bold),
                    turn: 0,
                    space_before: space,
                });
            }
            space = ch == ' ';
            at += if ch == ' ' { size * 0.3 } else { width };
        }
    }
    Document { format: Format::Pdf, pages: vec![page], ..Document::default() }
}

fn text(lines: &[&str]) -> Document {
    let run = |text: &str| FlowRun { text: text.to_owned(), ..FlowRun::default() };
    let cells = |line: &str| line.split('\t').map(|c| FlowCell { runs: vec![run(c)] }).collect();
    let flow = lines
        .iter()
        .map(|line| {
            let bullet = line.strip_prefix("* ");
            FlowLine {
                cells: cells(bullet.unwrap_or(line)),
                list_level: bullet.map(|_| 0),
                ..FlowLine::default()
            }
        })
        .collect();
    Document { format: Format::Text, flow, ..Document::default() }
}

#[test]
fn a_plain_resume_is_understood() {
    let reading = parse(&text(&[
        "Ada Wintergreen",
        "Bridge Engineer",
        "ada@wintergreen.example | +44 20 7946 0999 | Leeds | github.com/adaw",
        "EXPERIENCE",
        "Senior Bridge Engineer\tMar 2019 - Present",
        "Holt & Moor Ltd, Leeds",
        "* Designed two footbridges.",
        "Bridge Engineer\t2015 - 2019",
        "Tarn Consulting Ltd, York",
        "EDUCATION",
        "University of Kelham\t2011 - 2015",
        "MEng in Civil Engineering",
        "SKILLS",
        "Steel, Concrete; Surveying",
        "LANGUAGES",
        "English (native), German (B2)",
    ]));
    let resume = &reading.resume;
    assert_eq!(resume.basics.name, "Ada Wintergreen");
    assert_eq!(resume.basics.label, "Bridge Engineer");
    assert_eq!(resume.basics.email, "ada@wintergreen.example");
    assert_eq!(resume.basics.phone, "+44 20 7946 0999");
    assert_eq!(resume.basics.location, "Leeds");
    assert_eq!(resume.basics.profiles[0].username, "adaw");
    assert_eq!(resume.work.len(), 2);
    assert_eq!(resume.work[0].position, "Senior Bridge Engineer");
    assert_eq!(resume.work[0].name, "Holt & Moor Ltd");
    assert_eq!(resume.work[0].location, "Leeds");
    assert!(resume.work[0].end_date.unwrap().is_present());
    assert_eq!(resume.work[0].highlights, ["Designed two footbridges."]);
    assert_eq!(resume.work[1].start_date.unwrap().to_string(), "2015");
    assert_eq!(resume.education[0].institution, "University of Kelham");
    assert_eq!(resume.education[0].study_type, "MEng");
    assert_eq!(resume.education[0].area, "Civil Engineering");
    let skills: Vec<_> = resume.skills.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(skills, ["Steel", "Concrete", "Surveying"]);
    assert_eq!(resume.languages[1].language, "German");
    assert_eq!(resume.languages[1].fluency, "B2");
    assert_eq!(resume.language, "en");
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let reading = parse(&page(&[
        (40.0, 60.0, 20.0, true, "Ada Wintergreen"),
        (40.0, 120.0, 12.0, true, "SKILLS"),
        (40.0, 140.0, 10.0, false, "Steel"),
        (40.0, 155.0, 10.0, false, "Concrete"),
        (40.0, 170.0, 10.0, false, "Timber"),
        (40.0, 205.0, 12.0, true, "LANGUAGES"),
        (40.0, 225.0, 10.0, false, "English"),
        (230.0, 120.0, 12.0, true, "EXPERIENCE"),
        (230.0, 142.0, 10.0, true, "Bridge Engineer"),
        (230.0, 156.0, 10.0, false, "Holt & Moor Ltd, Leeds"),
        (230.0, 170.0, 10.0, false, "2015 - 2019"),
        (230.0, 186.0, 10.0, false, "\u{2022} Designed two footbridges over a river."),
    ]));
    let skills: Vec<_> = reading.resume.skills.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(skills, ["Steel", "Concrete", "Timber"]);
    assert_eq!(reading.resume.work[0].position, "Bridge Engineer");
    assert_eq!(reading.resume.work[0].name, "Holt & Moor Ltd");
    let spans = &reading.origins["work[0].name"].spans;
    assert!(spans[0].bbox.x0 >= 229.0 && spans[0].bbox.x1 < 310.0, "{spans:?}");
}

#[test]
fn dates_at_the_left_stay_with_their_rows() {
    let reading = parse(&page(&[
        (40.0, 60.0, 20.0, true, "Ada Wintergreen"),
        (40.0, 100.0, 13.0, true, "Experience"),
        (40.0, 122.0, 10.0, false, "2019 - 2024"),
        (150.0, 122.0, 10.0, true, "Senior Bridge Engineer"),
        (150.0, 136.0, 10.0, false, "Holt & Moor Ltd"),
        (40.0, 160.0, 10.0, false, "2015 - 2019"),
        (150.0, 160.0, 10.0, true, "Bridge Engineer"),
        (150.0, 174.0, 10.0, false, "Tarn Consulting Ltd"),
        (40.0, 210.0, 13.0, true, "Education"),
        (40.0, 232.0, 10.0, false, "2011 - 2015"),
        (150.0, 232.0, 10.0, false, "University of Kelham"),
    ]));
    let work = &reading.resume.work;
    assert_eq!(work.len(), 2, "{work:?}");
    assert_eq!(work[1].position, "Bridge Engineer");
    assert_eq!(work[1].name, "Tarn Consulting Ltd");
    assert_eq!(work[1].start_date.unwrap().to_string(), "2015");
}

#[test]
fn the_json_reads_back_as_the_same_resume() {
    let reading = parse(&text(&["Ada Wintergreen", "EXPERIENCE", "Baker, Leeds\t2015 - 2019"]));
    let json = json_resume::write_reading(&reading);
    assert!(json["_confidence"]["basics.name"].as_f64().unwrap() > 0.3);
    assert_eq!(json_resume::read(&json).unwrap(), reading.resume);
}

#[test]
fn what_the_user_wrote_has_no_origin_and_what_moved_keeps_it() {
    let reading = parse(&text(&[
        "Ada Wintergreen",
        "EXPERIENCE",
        "Baker\t2015 - 2019",
        "Holt & Moor Ltd",
        "Teacher\t2011 - 2015",
        "Kelham School",
    ]));
    let mut after = reading.resume.clone();
    after.work.remove(0);
    after.basics.name = "Ada Winter".into();
    let origins = carry_over(&reading.resume, &reading.origins, &after);
    assert!(!origins.contains_key("basics.name"));
    assert_eq!(origins["work[0].position"], reading.origins["work[1].position"]);
    assert!(fields(&after).contains(&("work[0].position".into(), "Teacher".into())));
}

#[test]
fn odd_json_is_read_as_far_as_it_goes() {
    let json = serde_json::json!({
        "basics": {"name": null, "website": "x.example", "location": {"city": "Leeds", "region": "England", "countryCode": "GB"}},
        "work": [{"company": "Holt", "startDate": "", "endDate": "soon", "location": null}],
        "skills": ["Steel"], "unknown": 3,
    });
    let resume = json_resume::read(&json).unwrap();
    assert_eq!(resume.basics.location, "Leeds, England, GB");
    assert_eq!(resume.basics.url, "x.example");
    assert_eq!((resume.work[0].name.as_str(), resume.work[0].end_date), ("Holt", None));
    assert_eq!(resume.skills[0].name, "Steel");
    assert!(json_resume::read(&serde_json::json!("no")).is_err());
}

fn check(document: &Document) -> Reading {
    let reading = parse(document);
    for origin in reading.origins.values() {
        assert!((0.0..=1.0).contains(&origin.confidence));
        for span in &origin.spans {
            let page = &document.pages[span.page as usize - 1];
            let Bbox { x0, y0, x1, y1 } = span.bbox;
            assert!(x0 >= 0.0 && y0 >= 0.0 && x0 <= x1 && y0 <= y1, "{span:?}");
            assert!(x1 <= page.width && y1 <= page.height, "{span:?}");
        }
    }
    let read = json_resume::read(&json_resume::write(&reading.resume)).unwrap();
    assert_eq!(read, reading.resume);
    reading
}

#[test]
fn a_page_full_of_scattered_letters_is_read_in_time() {
    let at = |i: usize| ((i * 7919 % 590) as f32, (i * 104_729 % 790) as f32);
    let glyphs = (0..8000)
        .map(|i| Glyph {
            ch: 'a',
            x0: at(i).0,
            x1: at(i).0 + 3.0,
            baseline: at(i).1,
            size: 6.0,
            style: 0,
            turn: 0,
            space_before: false,
        })
        .collect();
    let page = Page { width: 600.0, height: 800.0, glyphs, ..Page::default() };
    let start = std::time::Instant::now();
    check(&Document { format: Format::Pdf, pages: vec![page], ..Document::default() });
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

fn number() -> impl Strategy<Value = f32> {
    prop_oneof![
        8 => 0.0f32..700.0,
        1 => Just(f32::NAN),
        1 => Just(f32::INFINITY),
        1 => prop_oneof![Just(-1e30f32), Just(1e30), Just(-50.0), Just(0.0)],
    ]
}

fn glyph() -> impl Strategy<Value = Glyph> {
    let ch = prop_oneof![
        any::<char>(),
        prop::char::range('a', 'z'),
        Just('2'),
        Just('0'),
        Just('-'),
        Just('\u{2022}'),
        Just('\u{f0b7}')
    ];
    let turn = prop_oneof![9 => Just(0u16), 1 => Just(90), 1 => Just(270)];
    (ch, number(), 0.0f32..12.0, number(), number(), turn, any::<bool>()).prop_map(
        |(ch, x0, width, baseline, size, turn, space_before)| Glyph {
            ch,
            x0,
            x1: x0 + width,
            baseline,
            size: size / 20.0,
            style: 0,
            turn,
            space_before,
        },
    )
}

const WORDS: &[&str] = &[
    "Experience",
    "EDUCATION",
    "Skills:",
    "2019 - 2021",
    "Mar 2020",
    "present",
    "Engineer",
    "Leeds, UK",
    "a@b.example",
    "(",
    ")",
    "-",
    "/",
    ",",
    "|",
    "Bachelor of",
    "GPA: 3.9",
    "\u{5de5}\u{4f5c}\u{7ecf}\u{5386}",
    "University of",
    "\u{200b}",
    "Email",
    "Name:",
    "+1 555 010 9999",
    "www.x.example",
    "Languages",
    "English",
    "\u{0130}",
    "2020\u{5e74}3\u{6708}",
    "20XX",
    "since",
    "\u{202e}",
    "\u{1f600}",
];

fn line() -> impl Strategy<Value = String> {
    let word = prop_oneof![9 => prop::sample::select(WORDS).prop_map(str::to_owned), 1 => any::<String>(), 1 => Just("\t".to_owned())];
    prop::collection::vec(word, 0..7).prop_map(|words| words.join(" "))
}

fn resume() -> impl Strategy<Value = Resume> {
    let word =
        || prop_oneof![Just(String::new()), Just("Leeds, England".to_owned()), any::<String>()];
    let date = || {
        prop_oneof![
            Just(None),
            Just(Some("2020".parse().unwrap())),
            Just(Some("2020-03-15".parse().unwrap()))
        ]
    };
    let end = prop_oneof![
        Just(None),
        Just(Some("present".parse().unwrap())),
        Just(Some("2021-02".parse().unwrap()))
    ];
    let job = (word(), word(), date(), end, prop::collection::vec("[a-z]{1,9}", 0..3)).prop_map(
        |(name, location, start_date, end_date, highlights)| Work {
            name,
            location,
            start_date,
            end_date,
            highlights,
            ..Work::default()
        },
    );
    (word(), word(), prop::collection::vec(job, 0..3), word()).prop_map(
        |(name, location, work, other)| Resume {
            basics: Basics { name, location, ..Basics::default() },
            work,
            skills: vec![Skill { name: other.clone(), ..Skill::default() }],
            languages: vec![Language { fluency: other.clone(), ..Language::default() }],
            projects: vec![Project { description: other.clone(), ..Project::default() }],
            language: other,
            ..Resume::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_resume_survives_json(resume in resume()) {
        prop_assert_eq!(json_resume::read(&json_resume::write(&resume)).unwrap(), resume);
    }

    #[test]
    fn no_page_of_glyphs_breaks_it(glyphs in prop::collection::vec(glyph(), 0..250), width in number(), height in number()) {
        let page = Page {
            width: if width.is_finite() { width.clamp(0.0, 2000.0) } else { 600.0 },
            height: if height.is_finite() { height.clamp(0.0, 2000.0) } else { 800.0 },
            glyphs,
            links: vec![Link { target: "mailto:a@b.example".into(), bbox: Bbox { x0: 0.0, y0: 0.0, x1: 300.0, y1: 300.0 } }],
            ..Page::default()
        };
        check(&Document { format: Format::Pdf, pages: vec![page], ..Document::default() });
    }

    #[test]
    fn no_text_breaks_it_and_no_line_is_lost(lines in prop::collection::vec(line(), 0..30)) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let reading = check(&text(&lines));
        let unplaced = &reading.unplaced;
        for (i, line) in reading.lines.iter().enumerate() {
            let i = i as u32;
            let placed = reading.origins.values().any(|origin| origin.lines.contains(&i));
            prop_assert!(placed || unplaced.contains(&i), "{i}: {line:?}");
        }
    }

    #[test]
    fn no_arrangement_of_words_breaks_it(items in prop::collection::vec((0.0f32..500.0, 0u8..30, 6.0f32..18.0, any::<bool>(), prop::sample::select(WORDS)), 0..60)) {
        let lines: Vec<_> = items.iter().map(|(x, row, size, bold, text)| (*x, 40.0 + f32::from(*row) * 14.0, *size, *bold, *text)).collect();
        check(&page(&lines));
    }
}
