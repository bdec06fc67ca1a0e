//! Commands that read files and keep nothing.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use app::{SourceFile, Workbench};
use domain::{
    jobs,
    resumes::{Reading, json_resume},
};
use serde_json::Value;

use crate::print;

/// Reads resumes.
pub(crate) async fn parse(
    bench: &Workbench,
    files: &[PathBuf],
    out: Option<&Path>,
) -> app::Result<ExitCode> {
    let mut answers = Answers::new(files.len(), out);
    let files = files.iter().map(SourceFile::new).collect();
    let give = |file: &SourceFile, reading: app::Result<Reading>| {
        answers.give(&file.path, reading.map(|reading| json_resume::write_reading(&reading)))
    };
    bench.parse_resumes(files, give).await?;
    Ok(answers.code())
}

/// Reads postings.
pub(crate) async fn job(
    bench: &Workbench,
    files: &[PathBuf],
    out: Option<&Path>,
) -> app::Result<ExitCode> {
    let mut answers = Answers::new(files.len(), out);
    for path in files {
        let postings = match path.to_str() {
            Some("-") => {
                let name = "standard input".to_owned();
                bench.parse_posting_bytes(name, app::read_standard_input()?).await
            }
            Some(address) if is_address(address) => bench.parse_address(address).await,
            Some(_) | None => bench.parse_postings(&SourceFile::new(path)).await,
        };
        let written = postings.map(|postings| {
            let mut all: Vec<_> = postings.iter().map(jobs::json::write).collect();
            if all.len() == 1 { all.remove(0) } else { Value::Array(all) }
        });
        answers.give(path, written)?;
    }
    Ok(answers.code())
}

/// Whether what was typed is an address and no file; what is wrong with one is said by who reads it.
pub(crate) fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// Typesets a resume.
pub(crate) async fn render(
    bench: &Workbench,
    file: PathBuf,
    template: String,
    out: PathBuf,
) -> app::Result<()> {
    let resume = bench.open_resume(&SourceFile::new(file)).await?;
    let pdf = bench.render(resume, template).await?;
    app::write_file(&out, &pdf.bytes)?;
    if !pdf.missing_glyphs.is_empty() {
        print::words(&format!("no font at hand shows: {}", pdf.missing_glyphs.join(" ")));
    }
    print::words(&format!("{}: {} pages", out.display(), pdf.pages));
    Ok(())
}

/// Answers for several files: printed or written, the failed ones too.
pub(super) struct Answers<'a> {
    several: bool,
    out: Option<&'a Path>,
    failed: bool,
}

impl<'a> Answers<'a> {
    pub(super) const fn new(files: usize, out: Option<&'a Path>) -> Self {
        Self { several: files > 1, out, failed: false }
    }

    pub(super) fn give(&mut self, path: &Path, answer: app::Result<Value>) -> app::Result<()> {
        let answer = answer.unwrap_or_else(|error| {
            self.failed = true;
            print::words(&error.to_string());
            print::failure_json(&error)
        });
        match self.out {
            Some(folder) => {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                let file = folder.join(format!("{stem}.json"));
                app::write_file(&file, print::pretty(&answer).as_bytes())?;
            }
            None if self.several => print::line(&answer),
            None => print::document(&answer),
        }
        Ok(())
    }

    pub(super) fn code(&self) -> ExitCode {
        if self.failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}
