//! Commands on the user's own data.

use std::{path::PathBuf, process::ExitCode};

use app::{App, JobEdit, SourceFile, Task};
use domain::jobs::{Job, JobDraft};

use crate::{
    arguments::{Jobs, Resumes},
    print,
};

/// Keeps resumes: prints the one, or what came of each of many.
pub(crate) async fn import(app: &App, files: Vec<PathBuf>) -> app::Result<ExitCode> {
    let mut files: Vec<_> = files.into_iter().map(SourceFile::new).collect();
    if files.len() == 1
        && let Some(file) = files.pop()
    {
        let resume = app.import_resume(file, Task::unwatched()).await?;
        print::words(&format!("{}: {} fields to check", resume.title, resume.to_check.len()));
        print::document(&resume);
        return Ok(ExitCode::SUCCESS);
    }
    let report = app.import_resumes(files, Task::unwatched()).await?;
    let failed = report.files.iter().filter_map(|file| file.failure.as_ref());
    let failed = failed.inspect(|failure| print::words(&failure.message)).count();
    print::words(&format!("{} of {} kept", report.files.len() - failed, report.files.len()));
    print::document(&report);
    Ok(if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Lists, adds, moves and shows jobs.
pub(crate) async fn jobs(app: &App, command: Jobs) -> app::Result<()> {
    match command {
        Jobs::List => print::document(&app.list_jobs().await?),
        Jobs::Add { file, title, company, url } => {
            let draft = JobDraft { title, company, url, ..JobDraft::default() };
            print::document(&add(app, file, draft).await?);
        }
        Jobs::Move { id, stage } => print::document(&app.move_job(id, stage, None).await?.card()),
        Jobs::Show { id } => print::document(&app.get_job(id).await?),
    }
    Ok(())
}

async fn add(app: &App, file: Option<PathBuf>, draft: JobDraft) -> app::Result<Vec<Job>> {
    match file {
        None => Ok(vec![app.add_job(draft).await?]),
        Some(path) if path.as_os_str() == "-" => {
            let text = String::from_utf8_lossy(&app::read_standard_input()?).into_owned();
            Ok(vec![app.add_job(JobDraft { text, ..draft }).await?])
        }
        Some(path) => {
            let mut jobs = app.import_jobs(SourceFile::new(path), Task::unwatched()).await?;
            for job in &mut jobs {
                *job = app.save_job(job.id, overruled(job, &draft)).await?;
            }
            Ok(jobs)
        }
    }
}

/// What the posting says, with what was typed beside it winning.
fn overruled(job: &Job, draft: &JobDraft) -> JobEdit {
    let or = |typed: &str, read: &str| if typed.is_empty() { read } else { typed }.to_owned();
    let location = job.posting.locations.first().map_or("", String::as_str);
    JobEdit {
        title: or(&draft.title, &job.posting.title),
        company: or(&draft.company, &job.posting.company),
        location: or(&draft.location, location),
        url: or(&draft.url, &job.url),
        notes: job.notes.clone(),
    }
}

/// Lists and shows resumes.
pub(crate) async fn resumes(app: &App, command: Resumes) -> app::Result<()> {
    match command {
        Resumes::List => print::document(&app.list_resumes().await?),
        Resumes::Show { id } => print::document(&app.get_resume(id).await?),
    }
    Ok(())
}
