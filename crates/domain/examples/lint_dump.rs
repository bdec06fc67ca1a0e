//! Lints documents as the readers wrote them down: `lint_dump FILES…`, one line a finding.

use std::{path::Path, process::ExitCode, time::Instant};

use domain::{
    linter::{Dictionary, FileLook, LintChoices, Subject, lint},
    page::Document,
    resumes,
};

#[expect(clippy::print_stdout, reason = "a tool for the terminal")]
fn main() -> ExitCode {
    for file in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&file) else { return ExitCode::FAILURE };
        let Ok(document) = serde_json::from_slice::<Document>(&bytes) else { continue };
        let reading = resumes::parse(&document);
        let look = FileLook::of(&document);
        let dictionary = (reading.resume.language == "en").then(Dictionary::english).flatten();
        let subject = Subject {
            resume: &reading.resume,
            reading: Some(&reading),
            file: Some(&look),
            target: None,
            today: domain::PartialDate::new(2026, Some(11), Some(1))
                .unwrap_or(domain::PartialDate::EPOCH),
            dictionary,
        };
        let start = Instant::now();
        let report = lint(&subject, &LintChoices::default());
        let millis = start.elapsed().as_secs_f64() * 1000.0;
        let name = Path::new(&file).file_stem().unwrap_or_default().to_string_lossy();
        let counts = report.counts;
        println!(
            "{name}\t{:?}\tE{}\tW{}\tS{}\t{millis:.1} ms",
            report.grade, counts.errors, counts.warnings, counts.suggestions
        );
        for it in report.findings {
            println!(
                "\t{}\t{:?}\t{}\t{}\t{}",
                it.code.code(),
                it.severity,
                it.title,
                it.path,
                it.quote
            );
        }
    }
    ExitCode::SUCCESS
}
