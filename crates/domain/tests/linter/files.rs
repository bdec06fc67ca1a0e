//! L, F and X: what the file looks like.

use domain::{
    facts::{Bar, Faint, FontFact, Hidden, Lock, Note, NoteKind, Picture},
    linter::{Check, LintReport},
    page::{Bbox, Document, FlowLine, FlowRole, Format, Link, Page, Style},
};

use crate::{
    Pair,
    made::{
        clean, docx, edge, flowing, full_page, heading, line, one_page, page, pdf, put, report,
        with_facts, with_file,
    },
};

fn paged(change: impl FnOnce(&mut Page)) -> LintReport {
    let mut page = full_page();
    change(&mut page);
    with_file(&pdf(vec![page]), |_| {})
}

fn flow(lines: Vec<FlowLine>) -> LintReport {
    with_file(&flowing(lines), |_| {})
}

fn bbox(x0: f32, y0: f32, width: f32, height: f32) -> Bbox {
    Bbox { x0, y0, x1: x0 + width, y1: y0 + height }
}

fn photo() -> Picture {
    Picture { page: 1, bbox: bbox(450.0, 60.0, 90.0, 110.0) }
}

/// Two columns side by side over so many lines; drawn one after the other, or line by line.
fn columns(lines: u8, by_line: bool) -> LintReport {
    let mut page = page();
    put(&mut page, 72.0, 60.0, 20.0, "Tamsin Oyelaran");
    let left = |page: &mut Page, line: u8| {
        let text = if line == 0 { "SKILLS" } else { "Triage of adults" };
        put(page, 60.0, 120.0 + 16.0 * f32::from(line), 10.0, text);
    };
    let right = |page: &mut Page, line: u8| {
        let text = if line == 0 {
            "EXPERIENCE"
        } else {
            "Led a unit of beds with a team of nurses on each shift"
        };
        put(page, 260.0, 120.0 + 16.0 * f32::from(line), 10.0, text);
    };
    if by_line {
        for line in 0..lines {
            left(&mut page, line);
            right(&mut page, line);
        }
    } else {
        (0..lines).for_each(|line| left(&mut page, line));
        (0..lines).for_each(|line| right(&mut page, line));
    }
    with_file(&pdf(vec![page]), |_| {})
}

fn table(rows: &[[&str; 2]]) -> Vec<FlowLine> {
    let cells = rows.iter().zip(0..).flat_map(|(row, number)| {
        row.iter()
            .zip(0..)
            .map(move |(text, column)| FlowLine { table: Some((0, number, column)), ..line(text) })
    });
    cells.collect()
}

fn with_skills(bars: bool) -> LintReport {
    let mut page = full_page();
    for (number, skill) in (0_u8..).zip(["Epic", "Charting", "Dialysis", "Ventilators"]) {
        put(&mut page, 72.0, 510.0 + 20.0 * f32::from(number), 10.0, skill);
    }
    let mut document = pdf(vec![page]);
    if bars {
        document.facts.bars = (0_u8..5)
            .map(|number| Bar {
                page: 1,
                bbox: bbox(200.0, 483.0 + 20.0 * f32::from(number), 90.0, 6.0),
            })
            .collect();
    }
    with_file(&document, |_| {})
}

fn named(name: &str) -> LintReport {
    with_file(&one_page(), |look| look.name = name.into())
}

fn of_pages(count: usize) -> LintReport {
    with_file(&pdf(vec![full_page(); count]), |_| {})
}

fn titled(title: &str, author: &str) -> LintReport {
    let mut document = one_page();
    document.metadata = vec![("title".into(), title.into()), ("author".into(), author.into())];
    with_file(&document, |_| {})
}

fn of_format(format: Format) -> LintReport {
    let document = flowing(Vec::new());
    with_file(&Document { format, ..document }, |_| {})
}

pub(crate) const PAIRS: &[Pair] = &[
    (
        Check::L01,
        || with_file(&pdf(vec![full_page(), Page { images: 1, ..page() }]), |_| {}),
        || paged(|page| page.images = 1),
    ),
    (
        Check::L02,
        || with_facts(|facts| facts.unmapped = (60, 1_000)),
        || with_facts(|facts| facts.unmapped = (10, 1_000)),
    ),
    (Check::L03, || columns(30, false), || columns(9, false)),
    (Check::L04, || columns(30, true), || columns(30, false)),
    (
        Check::L05,
        || {
            flow(table(&[
                ["2016 to 2020", "Staff Nurse at Lakeview Hospital, four patients a shift"],
                ["2014 to 2016", "Nursing Assistant at Hillside, nine patients at home"],
            ]))
        },
        || flow(table(&[["Oregon", "Salem"]])),
    ),
    (
        Check::L06,
        || flow(vec![FlowLine { in_text_box: true, ..line("Ask me about triage") }]),
        || flow(vec![line("Ask me about triage")]),
    ),
    (
        Check::L07,
        || {
            let lines = vec![
                edge(FlowRole::Header, "tamsin.oyelaran@example.org"),
                line("Tamsin Oyelaran"),
                heading("Experience"),
                line("Charge Nurse, Rosehill"),
            ];
            with_file(&docx(lines), |_| {})
        },
        || flow(vec![edge(FlowRole::Header, "tamsin.oyelaran@example.org")]),
    ),
    (
        Check::L08,
        || flow(vec![edge(FlowRole::Footer, "Member of the Nurses of Oregon")]),
        || flow(vec![edge(FlowRole::Footer, "Tamsin Oyelaran, page 2 of 3")]),
    ),
    (
        Check::L09,
        || with_facts(|facts| facts.pictures.push(photo())),
        || {
            let mut document = one_page();
            document.facts.pictures.push(photo());
            let mut resume = clean();
            resume.basics.location = "Köln, Deutschland".into();
            let look = domain::linter::FileLook::of(&document);
            report(&resume, None, Some(&look), None)
        },
    ),
    (Check::L10, || with_skills(true), || with_skills(false)),
    (
        Check::L11,
        || {
            paged(|page| {
                put(page, 72.0, 112.0, 10.0, "\u{F0E0}");
                put(page, 90.0, 112.0, 10.0, "tamsin@example.org");
            })
        },
        || paged(|page| put(page, 72.0, 112.0, 10.0, "E: tamsin@example.org")),
    ),
    (
        Check::L12,
        || paged(|page| put(page, 72.0, 530.0, 12.0, "A W A R D S")),
        || paged(|page| put(page, 72.0, 530.0, 12.0, "Plan A B C of A. B. Marsh")),
    ),
    (
        Check::L13,
        || flow(vec![line("Raised the e ciency of nine wards")]),
        || flow(vec![line("Raised the efficiency of the e-commerce office")]),
    ),
    (
        Check::L14,
        || {
            with_facts(|facts| {
                facts.hidden.push(Hidden { page: 1, text: "Python Java leader".into() });
            })
        },
        // White text on a dark sidebar is seen: the reader keeps it as text.
        || {
            paged(|page| {
                page.styles.push(Style { colour: [255; 3], ..Style::default() });
                put(page, 72.0, 540.0, 10.0, "Spanish");
                for glyph in page.glyphs.iter_mut().rev().take(7) {
                    glyph.style = 1;
                }
            })
        },
    ),
    (
        Check::L15,
        || {
            paged(|page| {
                put(page, 30.0, 600.0, 10.0, "AWARDS");
                for glyph in page.glyphs.iter_mut().rev().take(6) {
                    glyph.turn = 90;
                }
            })
        },
        || paged(|page| put(page, 72.0, 600.0, 10.0, "AWARDS")),
    ),
    (
        Check::L16,
        || {
            paged(|page| {
                put(page, 72.0, 520.0, 10.0, "Nurses of every ward asked for my docu-");
                put(page, 72.0, 534.0, 10.0, "mentation of all that goes on at night");
            })
        },
        || {
            paged(|page| {
                put(page, 72.0, 520.0, 10.0, "Nurses of every ward asked for a full-");
                put(page, 72.0, 534.0, 10.0, "time plan of all that goes on at night");
            })
        },
    ),
    (
        Check::L17,
        || paged(|page| page.width = 500.0),
        || paged(|page| (page.width, page.height) = (595.3, 841.9)),
    ),
    (
        Check::L18,
        || paged(|page| put(page, 10.0, 540.0, 10.0, "Spanish")),
        || paged(|page| put(page, 40.0, 540.0, 10.0, "Spanish")),
    ),
    (
        Check::L19,
        || {
            let mut last = page();
            put(&mut last, 72.0, 80.0, 10.0, "Spanish, at home");
            with_file(&pdf(vec![full_page(), last]), |_| {})
        },
        || of_pages(2),
    ),
    (
        Check::L20,
        || {
            with_facts(|facts| {
                facts.notes.push(Note {
                    kind: NoteKind::Annotation,
                    page: 1,
                    text: "check this".into(),
                });
            })
        },
        || {
            paged(|page| {
                page.links
                    .push(Link { target: "https://a.example.org".into(), bbox: Bbox::default() });
            })
        },
    ),
    (
        Check::F01,
        || {
            let mut page = page();
            for line in 0..20_u8 {
                put(&mut page, 72.0, 80.0 + 10.0 * f32::from(line), 8.0, "Led a unit of many beds");
            }
            with_file(&pdf(vec![page]), |_| {})
        },
        || with_file(&one_page(), |_| {}),
    ),
    (
        Check::F02,
        || {
            paged(|page| {
                for size in [7.0, 8.0, 9.0, 11.0, 12.0, 13.0] {
                    put(page, 72.0, 500.0 + 15.0 * (size - 6.0), size, "Nurses of every ward");
                }
            })
        },
        || paged(|page| put(page, 72.0, 540.0, 12.0, "Nurses of every ward")),
    ),
    (
        Check::F03,
        || with_facts(|facts| facts.faint.push(faint("Charge nurse at Rosehill"))),
        || with_facts(|facts| facts.faint.push(faint("p. 2"))),
    ),
    (
        Check::F04,
        || with_facts(|facts| facts.fonts.push(FontFact { name: "Arial".into(), embedded: false })),
        || with_facts(|facts| facts.fonts.push(FontFact { name: "Arial".into(), embedded: true })),
    ),
    (
        Check::F05,
        || {
            flow(vec![line(
                "LED A UNIT OF BEDS WITH A TEAM OF NURSES ON EACH SHIFT AND TAUGHT ALL THE NEW GRADUATES WHO CAME TO THE WARD IN THE YEAR OF THE LONG WINTER",
            )])
        },
        || flow(vec![line("CERTIFICATES AND LICENCES OF THE STATE OF OREGON")]),
    ),
    (Check::X01, || of_format(Format::Rtf), || of_format(Format::Docx)),
    (
        Check::X02,
        || with_file(&one_page(), |look| look.bytes = 3_000_000),
        || with_file(&one_page(), |look| look.bytes = 2_000_000),
    ),
    (
        Check::X03,
        || with_facts(|facts| facts.locked = Some(Lock::NoCopying)),
        || with_facts(|facts| facts.locked = Some(Lock::Open)),
    ),
    (
        Check::X04,
        || with_facts(|facts| facts.changes.push("fifteen years".into())),
        || with_facts(|facts| facts.changes.clear()),
    ),
    (Check::X05, || named("resume final2.pdf"), || named("Oyelaran_Tamsin_Nurse_Manager.pdf")),
    (
        Check::X06,
        || titled("Microsoft Word - Document1", ""),
        || titled("Tamsin Oyelaran, Charge Nurse", "T. Oyelaran"),
    ),
    (Check::X07, || of_pages(4), || of_pages(2)),
];

fn faint(text: &str) -> Faint {
    Faint { page: 1, bbox: bbox(72.0, 100.0, 90.0, 10.0), text: text.into(), contrast: 2.1 }
}

#[test]
fn a_block_of_skills_in_two_columns_is_no_page_of_two_columns() {
    let mut page = full_page();
    for line in 0..6_u8 {
        put(&mut page, 72.0, 510.0 + 14.0 * f32::from(line), 10.0, "Triage of adults");
        put(&mut page, 320.0, 510.0 + 14.0 * f32::from(line), 10.0, "Care of wounds");
    }
    let report = with_file(&pdf(vec![page]), |_| {});
    assert!(report.findings.iter().all(|it| it.code != Check::L03 && it.code != Check::L04));
}

#[test]
fn a_finding_says_where_it_stands() {
    let report = with_facts(|facts| facts.pictures.push(photo()));
    let photo = report.findings.iter().find(|it| it.code == Check::L09).unwrap();
    let spot = photo.location.unwrap();
    assert_eq!((spot.page, spot.bbox.is_some()), (Some(1), true));
    let report = flow(vec![FlowLine { in_text_box: true, ..line("Ask me about triage") }]);
    let boxed = report.findings.iter().find(|it| it.code == Check::L06).unwrap();
    assert_eq!(
        (boxed.location.unwrap().line, boxed.quote.as_str()),
        (Some(9), "Ask me about triage")
    );
}
