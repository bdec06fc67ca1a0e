//! Commands on the user's own data.

use std::path::PathBuf;

use app::{App, JobEdit, SourceFile, Task};
use domain::{
    duplicates::Why,
    jobs::{Job, JobDraft},
};

use crate::{
    arguments::{Jobs, Resumes},
    print,
};

/// Keeps a resume.
pub(crate) async fn import(app: &App, file: PathBuf) -> app::Result<()> {
    let resume = app.import_resume(SourceFile::new(file), Task::unwatched()).await?;
    print::words(&format!("{}: {} fields to check", resume.title, resume.to_check.len()));
    print::document(&resume);
    Ok(())
}

/// Lists, adds, moves and shows jobs.
pub(crate) async fn jobs(app: &App, command: Jobs) -> app::Result<()> {
    match command {
        Jobs::List => print::document(&app.list_jobs().await?),
        Jobs::Add { file, title, company, url } => {
            let draft = JobDraft { title, company, url, ..JobDraft::default() };
            let jobs = add(app, file, draft).await?;
            for job in &jobs {
                say_seen(app, job).await?;
            }
            print::document(&jobs);
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

/// Says where a job that was just added has been seen before.
async fn say_seen(app: &App, job: &Job) -> app::Result<()> {
    for seen in app.find_duplicates(job.id).await? {
        let how = match seen.why {
            Why::SameAddress => "at the same address".to_owned(),
            Why::SameText => "with the same text".to_owned(),
            Why::LikeText => format!("with a text {:.0} % alike", seen.likeness * 100.0),
        };
        let fate = if seen.deleted { "; you deleted it since" } else { "" };
        let day = app::day_of(seen.seen_at);
        print::words(&format!(
            "you saw \"{}\" on {day}, {how}: job {}, {}{fate}",
            seen.title,
            seen.job,
            seen.stage.name()
        ));
    }
    Ok(())
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
