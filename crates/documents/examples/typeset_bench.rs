//! How long typesetting takes: the first page, a page after an edit, many resumes in a row.
//!
//! `cargo run --release -p documents --example typeset_bench`; with a folder as its argument it
//! also leaves the PDFs there, to be looked at.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench speaks and stops")]

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use documents::typeset::{Options, Typesetter, templates};
use domain::resumes::Resume;

const ONE_PAGE: &str = include_str!("../tests/fixtures/resumes/nurse.json");
const TWO_PAGES: &str = include_str!("../tests/fixtures/resumes/elektroniker.json");

fn main() {
    let folder = std::env::args().nth(1).map(PathBuf::from);
    let typesetter = Typesetter::new();
    let options = Options::default();
    for template in templates() {
        for (name, json) in [("nurse", ONE_PAGE), ("elektroniker", TWO_PAGES)] {
            let mut resume: Resume = serde_json::from_str(json).unwrap();
            let (pdf, first) = timed(|| typesetter.pdf(&resume, template.id, &options).unwrap());
            if let Some(folder) = &folder {
                let file = folder.join(format!("{name}-{}.pdf", template.id));
                std::fs::write(file, &pdf.bytes).unwrap();
            }
            let edits = (0..40).map(|n| {
                resume.basics.summary.push_str(if n % 2 == 0 { " more" } else { " less" });
                let pdf = timed(|| typesetter.pdf(&resume, template.id, &options).unwrap()).1;
                (pdf, timed(|| typesetter.svg(&resume, template.id, &options).unwrap()).1)
            });
            let (pdfs, svgs): (Vec<_>, Vec<_>) = edits.unzip();
            println!(
                "{} {name}: {} pages, {} KB, first {first:.1?}, edited PDF {:.1?}, edited SVG {:.1?}",
                template.id,
                pdf.pages,
                pdf.bytes.len() / 1024,
                median(pdfs),
                median(svgs),
            );
        }
    }
    for round in 1..=3 {
        many(&typesetter, &options, round);
    }
}

fn many(typesetter: &Typesetter, options: &Options, round: u32) {
    let ((), all) = timed(|| {
        for n in 0..100 {
            let mut resume: Resume = serde_json::from_str(ONE_PAGE).unwrap();
            resume.basics.name = format!("Person {round} {n}");
            for highlight in resume.work.iter_mut().flat_map(|role| &mut role.highlights) {
                *highlight = format!("{round} {n}: {highlight}");
            }
            typesetter.pdf(&resume, "classic", options).unwrap();
        }
    });
    println!("100 different resumes: {all:.1?}, {} MB resident", resident().unwrap_or_default());
}

/// How much memory is in use, where Linux tells.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    (work(), start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
