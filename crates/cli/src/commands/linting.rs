//! `ats lint`: what a person or a parser may stumble over.

use std::{path::PathBuf, process::ExitCode};

use app::{LintFor, SourceFile, Workbench};
use domain::linter::LintChoices;
use serde_json::{Value, json};

use crate::{arguments::Lint, commands::files::Answers};

/// Checks files.
pub(crate) async fn lint(bench: &Workbench, asked: Lint) -> app::Result<ExitCode> {
    let posting = match asked.job {
        Some(job) => Some(bench.open_posting(&SourceFile::new(job)).await?),
        None => None,
    };
    let letter = match asked.letter {
        Some(letter) => bench.read_text(&SourceFile::new(letter)).await?,
        None => String::new(),
    };
    let choices = LintChoices { off: asked.off, on: asked.on, ..LintChoices::default() };
    let to = LintFor {
        posting: posting.as_ref(),
        letter: &letter,
        today: asked.today,
        ..LintFor::default()
    };
    let mut answers = Answers::new(asked.files.len(), None);
    for path in &asked.files {
        let report = bench.lint_file(&SourceFile::new(path), to, &choices).await;
        let report = report.map(|report| named(path, asked.files.len(), &json!(report)));
        answers.give(path, report)?;
    }
    Ok(answers.code())
}

/// A report among several says which file it is about.
fn named(path: &PathBuf, files: usize, report: &Value) -> Value {
    let mut named = json!({});
    if files > 1
        && let Some(named) = named.as_object_mut()
    {
        named.insert("file".into(), json!(path));
    }
    if let (Some(named), Some(report)) = (named.as_object_mut(), report.as_object()) {
        named.extend(report.clone());
    }
    named
}
