//! How resumes fit postings: one pair, a ranking, or thousands of either from a script.

use std::path::PathBuf;

use app::{App, SourceFile, Task, Workbench};
use domain::{
    JobId, PartialDate, ResumeId,
    jobs::{self, Posting},
    matching::Fit,
    resumes::{Resume, json_resume},
};
use serde_json::{Value, json};

use crate::{
    jsonl::{self, Failure, Request},
    print,
};

/// Says how a resume fits a posting.
pub(crate) async fn compare(
    bench: &Workbench,
    resume: PathBuf,
    job: PathBuf,
    today: Option<PartialDate>,
) -> app::Result<()> {
    let resume = bench.open_resume(&SourceFile::new(resume)).await?;
    let posting = bench.open_posting(&SourceFile::new(job)).await?;
    print::document(&bench.compare(&resume, &posting, today));
    Ok(())
}

/// Ranks the postings in `files` for a resume.
pub(crate) async fn rank_postings(
    bench: &Workbench,
    resume: PathBuf,
    files: Vec<PathBuf>,
    today: Option<PartialDate>,
) -> app::Result<()> {
    let resume = bench.open_resume(&SourceFile::new(resume)).await?;
    let (mut names, mut postings) = (Vec::new(), Vec::new());
    for file in &files {
        for posting in bench.open_postings(&SourceFile::new(file)).await? {
            names.push((file.display().to_string(), posting.title.clone()));
            postings.push(posting);
        }
    }
    let ranked = bench.rank_postings(resume, postings, today, Task::unwatched()).await?;
    let named = ranked.iter().filter_map(|(at, fit)| {
        let (file, title) = names.get(*at)?;
        Some(with_fit(json!({ "file": file, "title": title }), fit))
    });
    print::document(&named.collect::<Vec<_>>());
    Ok(())
}

/// Ranks the resumes in `files` for a posting.
pub(crate) async fn rank_resumes(
    bench: &Workbench,
    job: PathBuf,
    files: Vec<PathBuf>,
    today: Option<PartialDate>,
) -> app::Result<()> {
    let posting = bench.open_posting(&SourceFile::new(job)).await?;
    let mut resumes = Vec::new();
    for file in &files {
        resumes.push(bench.open_resume(&SourceFile::new(file)).await?);
    }
    let ranked = bench.rank_resumes(posting, resumes, today, Task::unwatched()).await?;
    let named = ranked.iter().filter_map(|(at, fit)| {
        let file = files.get(*at)?.display().to_string();
        Some(with_fit(json!({ "file": file }), fit))
    });
    print::document(&named.collect::<Vec<_>>());
    Ok(())
}

/// Ranks the user's own jobs for one of their resumes.
pub(crate) async fn rank_own_jobs(app: &App, resume: ResumeId) -> app::Result<()> {
    print::document(&app.rank_jobs(resume, Task::unwatched()).await?);
    Ok(())
}

/// Ranks the user's own resumes for one of their jobs.
pub(crate) async fn rank_own_resumes(app: &App, job: JobId) -> app::Result<()> {
    print::document(&app.rank_resumes(job, Task::unwatched()).await?);
    Ok(())
}

/// Answers requests for one pair each.
pub(crate) async fn compare_lines(bench: Workbench) -> app::Result<()> {
    jsonl::answer(move |mut request| {
        let bench = bench.clone();
        async move {
            let day = today(&mut request)?;
            let resume = resume(&bench, &mut request).await?;
            let posting = posting(&mut request)?;
            Ok(json!(bench.compare(&resume, &posting, day)))
        }
    })
    .await
}

/// Answers requests for one ranking each: `jobs` for a `resume`, or `resumes` for a `job`.
pub(crate) async fn rank_lines(bench: Workbench) -> app::Result<()> {
    jsonl::answer(move |mut request| {
        let bench = bench.clone();
        async move {
            let day = today(&mut request)?;
            let (ids, ranked) = match (list(&mut request, "jobs")?, list(&mut request, "resumes")?) {
                (Some(jobs), None) => {
                    let resume = resume(&bench, &mut request).await?;
                    let (mut ids, mut postings) = (Vec::new(), Vec::new());
                    for mut job in jobs {
                        postings.push(posting(&mut job)?);
                        ids.push(job.id);
                    }
                    let task = Task::unwatched();
                    (ids, bench.rank_postings(resume, postings, day, task).await?)
                }
                (None, Some(people)) => {
                    let posting = posting(&mut request)?;
                    let (mut ids, mut resumes) = (Vec::new(), Vec::new());
                    for mut person in people {
                        resumes.push(resume(&bench, &mut person).await?);
                        ids.push(person.id);
                    }
                    let task = Task::unwatched();
                    (ids, bench.rank_resumes(posting, resumes, day, task).await?)
                }
                _ => return Err(Failure::request("name either \"jobs\" or \"resumes\"")),
            };
            let named = ranked.iter().filter_map(|(at, fit)| {
                Some(with_fit(json!({ "id": ids.get(*at)? }), fit))
            });
            Ok(json!({ "ranking": named.collect::<Vec<_>>(), "version": domain::matching::VERSION }))
        }
    })
    .await
}

/// Answers requests for the skills that a text names.
pub(crate) async fn skill_lines() -> app::Result<()> {
    jsonl::answer(|mut request| async move {
        let text = request.text("text")?.ok_or_else(|| Failure::request("name a \"text\""))?;
        Ok(json!({ "skills": jobs::json::skills_named(&text) }))
    })
    .await
}

/// Prints the skills that the text on standard input names.
pub(crate) fn skills() -> app::Result<()> {
    let text = String::from_utf8_lossy(&app::read_standard_input()?).into_owned();
    print::document(&jobs::json::skills_named(&text));
    Ok(())
}

/// What names a thing, and how it fits.
fn with_fit(mut named: Value, fit: &Fit) -> Value {
    if let (Value::Object(named), Value::Object(fit)) = (&mut named, json!(fit)) {
        named.extend(fit);
    }
    named
}

fn today(request: &mut Request) -> Result<Option<PartialDate>, Failure> {
    let wrong = |_| Failure::request("\"today\" is written 2026-11-27");
    request.text("today")?.map(|day| day.parse().map_err(wrong)).transpose()
}

/// The things in a list of a request; each may have an id, else it has its place in the list.
fn list(request: &mut Request, key: &str) -> Result<Option<Vec<Request>>, Failure> {
    let wrong = || Failure::request(format!("\"{key}\" is a list of objects"));
    let Some(list) = request.take(key) else { return Ok(None) };
    let Value::Array(items) = list else { return Err(wrong()) };
    let each = items.into_iter().enumerate().map(|(at, item)| match item {
        Value::Object(mut body) => {
            let id = body.remove("id").unwrap_or_else(|| json!(at));
            Ok(Request { id, body })
        }
        _ => Err(wrong()),
    });
    each.collect::<Result<_, _>>().map(Some)
}

/// The resume of a request: `resume`, a JSON Resume, or `resume_text`, its words.
async fn resume(bench: &Workbench, request: &mut Request) -> Result<Resume, Failure> {
    match (request.take("resume"), request.text("resume_text")?) {
        (Some(Value::String(text)), None) | (None, Some(text)) => {
            Ok(bench.parse_resume_text(text).await?)
        }
        (Some(value), None) => json_resume::read(&value)
            .map_err(|error| app::Error::NotAResume(error.to_string()).into()),
        _ => Err(Failure::request("name either \"resume\" or \"resume_text\"")),
    }
}

/// The posting of a request: `job`, as `ats job` prints it, or `job_text`, its words.
fn posting(request: &mut Request) -> Result<Posting, Failure> {
    match (request.take("job"), request.text("job_text")?) {
        (Some(Value::String(text)), None) | (None, Some(text)) => Ok(Workbench::posting_of(&text)?),
        (Some(value @ Value::Object(_)), None) if jobs::json::is_written(&value) => {
            Ok(jobs::json::read(&value))
        }
        (Some(_), None) => Err(Failure::request("\"job\" is not what `ats job` prints")),
        _ => Err(Failure::request("name either \"job\" or \"job_text\"")),
    }
}
