//! `ats lint`: what a person or a parser may stumble over.

use std::{path::PathBuf, process::ExitCode};

use app::{LintFor, SourceFile, Workbench};
use domain::{
    PartialDate,
    jobs::{self, Capture, Posting},
    linter::{Check, LintChoices, LintReport},
    resumes::json_resume,
};
use serde_json::{Value, json};

use crate::{
    arguments::Lint,
    commands::files::Answers,
    jsonl::{self, Failure, Request},
};

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

/// Answers requests, one resume each.
pub(crate) async fn lint_lines(bench: Workbench, asked: Lint) -> app::Result<()> {
    jsonl::answer(move |request| {
        let bench = bench.clone();
        let choices =
            LintChoices { off: asked.off.clone(), on: asked.on.clone(), ..LintChoices::default() };
        async move { Ok(json!(answer(&bench, request, choices).await?)) }
    })
    .await
}

async fn answer(
    bench: &Workbench,
    mut request: Request,
    mut choices: LintChoices,
) -> Result<LintReport, Failure> {
    choices.off.extend(checks(&mut request, "off")?);
    choices.on.extend(checks(&mut request, "on")?);
    let posting = posting(&mut request)?;
    let letter = request.text("letter")?.unwrap_or_default();
    let today = match request.text("today")? {
        Some(day) => {
            Some(day.parse::<PartialDate>().map_err(|why| Failure::request(why.to_string()))?)
        }
        None => None,
    };
    let to = LintFor { posting: posting.as_ref(), letter: &letter, today, ..LintFor::default() };
    if let Some(resume) = request.take("resume") {
        let resume =
            json_resume::read(&resume).map_err(|error| Failure::request(error.to_string()))?;
        return Ok(bench.lint(&resume, None, None, to, &choices));
    }
    if let Some(text) = request.text("resume_text")? {
        return Ok(bench.lint_text(text, to, &choices).await?);
    }
    match request.text("file")? {
        Some(file) => Ok(bench.lint_file(&SourceFile::new(file), to, &choices).await?),
        None => Err(Failure::request("name a \"resume\", a \"resume_text\" or a \"file\"")),
    }
}

fn posting(request: &mut Request) -> Result<Option<Posting>, Failure> {
    if let Some(job) = request.take("job") {
        return Ok(Some(jobs::json::read(&job)));
    }
    let text = request.text("job_text")?;
    Ok(text.map(|text| jobs::parse(&Capture { text, ..Capture::default() })))
}

/// The checks that a request names under `key`.
fn checks(request: &mut Request, key: &str) -> Result<Vec<Check>, Failure> {
    let named = request.take(key).unwrap_or_else(|| json!([]));
    serde_json::from_value(named).map_err(|why| Failure::request(format!("\"{key}\": {why}")))
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
