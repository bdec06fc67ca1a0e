//! The Truth Lock, the defence and tailoring without a model, for files and for scripts.

use std::{path::PathBuf, process::ExitCode};

use app::{SourceFile, Workbench};
use domain::{
    PartialDate,
    resumes::{Resume, json_resume},
    screening::{self, Redaction},
    tailoring::{self, Fact, Verdict},
};
use serde_json::{Value, json};

use crate::{
    jsonl::{self, Failure, Request},
    print,
};

/// Checks one text; the exit status is 1 where something is blocked.
pub(crate) async fn check(
    bench: &Workbench,
    resume: PathBuf,
    text: Option<String>,
    path: Option<String>,
    today: Option<PartialDate>,
) -> app::Result<ExitCode> {
    let resume = bench.open_resume(&SourceFile::new(resume)).await?;
    let text = match text {
        Some(text) => text,
        None => String::from_utf8_lossy(&app::read_standard_input()?).into_owned(),
    };
    let report = tailoring::check(&bench.ground(&resume, &[], today), &text, path.as_deref());
    print::document(&report);
    let stands = report.verdict != Verdict::Blocked;
    Ok(if stands { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Answers requests for one text each.
pub(crate) async fn check_lines(bench: Workbench) -> app::Result<()> {
    jsonl::answer(move |request| {
        let bench = bench.clone();
        async move { check_line(&bench, request) }
    })
    .await
}

fn check_line(bench: &Workbench, mut request: Request) -> Result<Value, Failure> {
    let Some(rewrite) = request.text("rewrite")? else {
        return Err(Failure::request("a request has a \"rewrite\""));
    };
    let today = day(&mut request)?;
    let path = request.text("path")?;
    let posting = request.text("posting")?;
    let facts: Vec<Fact> = match request.take("facts") {
        None => Vec::new(),
        Some(facts) => serde_json::from_value(facts)
            .map_err(|error| Failure::request(format!("\"facts\" cannot be read: {error}")))?,
    };
    let mut ground = match (request.take("source"), request.text("source_text")?) {
        (Some(Value::String(text)), _) | (None, Some(text)) => bench.ground_of_text(&text, today),
        (Some(source), _) => bench.ground(&resume(&source)?, &facts, today),
        (None, None) => {
            return Err(Failure::request("a request has a \"source\" or a \"source_text\""));
        }
    };
    if let Some(posting) = posting {
        ground = ground.beside_posting(&posting);
    }
    let report = tailoring::check(&ground, &rewrite, path.as_deref());
    Ok(json!(report))
}

fn resume(source: &Value) -> Result<Resume, Failure> {
    json_resume::read(source).map_err(|error| Failure::request(error.to_string()))
}

fn day(request: &mut Request) -> Result<Option<PartialDate>, Failure> {
    let Some(day) = request.text("today")? else { return Ok(None) };
    day.parse().map(Some).map_err(|_| Failure::request("\"today\" is a date like 2026-11-01"))
}

/// Screens files, or standard input.
pub(crate) fn screen(files: &[PathBuf]) -> app::Result<()> {
    for text in texts(files)? {
        print::document(&screening::screen(&text));
    }
    Ok(())
}

/// Answers requests for one text each.
pub(crate) async fn screen_lines() -> app::Result<()> {
    jsonl::answer(async move |mut request: Request| {
        let Some(text) = request.text("text")? else {
            return Err(Failure::request("a request has a \"text\""));
        };
        Ok(json!(screening::screen(&text)))
    })
    .await
}

/// Replaces what identifies a person in files, or in standard input.
pub(crate) async fn redact(
    bench: &Workbench,
    files: &[PathBuf],
    resume: Option<PathBuf>,
) -> app::Result<()> {
    let mut redaction = match resume {
        Some(file) => Redaction::of(&bench.open_resume(&SourceFile::new(file)).await?, false),
        None => Redaction::default(),
    };
    for text in texts(files)? {
        let redacted = redaction.hide(&text);
        print::document(&json!({ "text": redacted.text, "hidden": redacted.hidden }));
    }
    Ok(())
}

/// Answers requests for one text each.
pub(crate) async fn redact_lines() -> app::Result<()> {
    jsonl::answer(async move |mut request: Request| {
        let Some(text) = request.text("text")? else {
            return Err(Failure::request("a request has a \"text\""));
        };
        let mut redaction = match (request.take("source"), request.take("names")) {
            (Some(source), _) => Redaction::of(&resume(&source)?, false),
            (None, Some(names)) => {
                Redaction::of_names(&serde_json::from_value::<Vec<String>>(names).map_err(
                    |error| Failure::request(format!("\"names\" cannot be read: {error}")),
                )?)
            }
            (None, None) => Redaction::default(),
        };
        let redacted = redaction.hide(&text);
        let held: Vec<Value> =
            redaction.held().iter().map(|(name, text)| json!([name, text])).collect();
        Ok(json!({ "redacted": redacted.text, "hidden": redacted.hidden, "placeholders": held }))
    })
    .await
}

/// Tailors a resume to a posting without a model.
pub(crate) async fn tailor(
    bench: &Workbench,
    resume: PathBuf,
    job: PathBuf,
    today: Option<PartialDate>,
) -> app::Result<()> {
    let resume = bench.open_resume(&SourceFile::new(resume)).await?;
    let posting = bench.open_posting(&SourceFile::new(job)).await?;
    let found = bench.suggest(&resume, &posting, today);
    let edits: Vec<_> = found.suggestions.iter().map(|it| it.edit.clone()).collect();
    let edited = tailoring::apply(&resume, &bench.ground(&resume, &[], today), &edits, &[]);
    print::document(&json!({
        "edits": found.suggestions,
        "gaps": found.gaps,
        "refused": edited.refused,
        "resume": json_resume::write(&edited.resume),
    }));
    Ok(())
}

fn texts(files: &[PathBuf]) -> app::Result<Vec<String>> {
    if files.is_empty() {
        return Ok(vec![String::from_utf8_lossy(&app::read_standard_input()?).into_owned()]);
    }
    files.iter().map(|file| app::read_text(file)).collect()
}
