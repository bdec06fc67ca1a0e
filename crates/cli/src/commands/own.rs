//! Commands on the user's own data.

use std::{path::PathBuf, process::ExitCode};

use app::{App, Found, PostingSource, SourceFile, Task};
use domain::{
    JobId,
    duplicates::Why,
    jobs::{Job, JobDraft},
};

use crate::{
    arguments::{Jobs, Picks, Resumes},
    commands::files::is_address,
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
pub(crate) async fn jobs(app: &App, command: Jobs) -> app::Result<ExitCode> {
    match command {
        Jobs::List => print::document(&app.list_jobs().await?),
        Jobs::Add { file, pick, title, company, url } => {
            let draft = JobDraft { title, company, url, ..JobDraft::default() };
            return add(app, file, pick, draft).await;
        }
        Jobs::Move { id, stage } => print::document(&app.move_job(id, stage, None).await?.card()),
        Jobs::Show { id } => print::document(&app.get_job(id).await?),
        Jobs::Refresh { id } => print::document(&app.refresh_job(id, Task::unwatched()).await?),
        Jobs::Snapshots { id, out } => snapshots(app, id, out).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn add(
    app: &App,
    file: Option<PathBuf>,
    pick: Option<Picks>,
    draft: JobDraft,
) -> app::Result<ExitCode> {
    let source = match &file {
        None => {
            let job = app.add_job(draft).await?;
            say_seen(app, &job).await?;
            print::document(&[job]);
            return Ok(ExitCode::SUCCESS);
        }
        Some(path) => match path.to_str() {
            Some("-") => {
                let text = String::from_utf8_lossy(&app::read_standard_input()?).into_owned();
                PostingSource::Text(text)
            }
            Some(address) if is_address(address) => PostingSource::Address(address.to_owned()),
            Some(_) | None => PostingSource::File(SourceFile::new(path)),
        },
    };
    let found = app.find_postings(source, Task::unwatched()).await?;
    for unread in &found.unread {
        print::words(&format!("{}: {}", unread.name, unread.why));
    }
    let count = u32::try_from(found.postings.len()).unwrap_or(u32::MAX);
    let picks = match pick {
        Some(Picks::All) => (0..count).collect(),
        Some(Picks::Some(picks)) => picks,
        None if count > 1 => return Ok(ask_which(&found)),
        None => vec![0],
    };
    let jobs = app.add_found(found.id, &picks, draft, Task::unwatched()).await?;
    for job in &jobs {
        say_seen(app, job).await?;
    }
    print::document(&jobs);
    Ok(ExitCode::SUCCESS)
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

/// Lists what was found; nothing is added before it is chosen.
fn ask_which(found: &Found) -> ExitCode {
    let count = found.postings.len();
    print::words(&format!(
        "{count} postings; add some with --pick 1,2 or all of them with --pick all"
    ));
    for (number, posting) in (1..).zip(&found.postings) {
        let facts = [posting.title.as_str(), &posting.company, &posting.location];
        let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        print::words(&format!("{number:>4}  {}", facts.join(" · ")));
    }
    print::document(found);
    ExitCode::FAILURE
}

async fn snapshots(app: &App, id: JobId, out: Option<PathBuf>) -> app::Result<()> {
    let all = app.list_snapshots(id).await?;
    if let (Some(path), Some(latest)) = (out, all.first()) {
        app::write_file(&path, &app.get_snapshot(&latest.hash).await?)?;
    }
    print::document(&all);
    Ok(())
}

/// Lists and shows resumes.
pub(crate) async fn resumes(app: &App, command: Resumes) -> app::Result<()> {
    match command {
        Resumes::List => print::document(&app.list_resumes().await?),
        Resumes::Show { id } => print::document(&app.get_resume(id).await?),
    }
    Ok(())
}
