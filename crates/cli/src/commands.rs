//! What each command does: unpack, call [`app`], print.

mod bench;
mod files;
mod linting;
mod many;
mod matching;
mod own;
mod tailoring;

use std::process::ExitCode;

use app::{App, Folders, Workbench};

use crate::{
    arguments::{Arguments, Command, Ranking},
    print,
};

/// Does what was asked.
pub(crate) async fn run(arguments: Arguments) -> app::Result<ExitCode> {
    let bench = Workbench::of_this_program()?;
    let data = arguments.data;
    let open = async |bench| App::open(Folders::of_system(data)?, bench).await;
    match arguments.command {
        Command::Parse { files, out } => return files::parse(&bench, &files, out.as_deref()).await,
        Command::Job { files, out } => return files::job(&bench, &files, out.as_deref()).await,
        Command::Match { jsonl: true, .. } => matching::compare_lines(bench).await?,
        Command::Match { resume: Some(resume), job: Some(job), today, .. } => {
            matching::compare(&bench, resume, job, today).await?;
        }
        // Without `--jsonl` both are there: clap asks for them.
        Command::Match { .. } => return Ok(ExitCode::FAILURE),
        Command::Skills { jsonl: true } => matching::skill_lines().await?,
        Command::Skills { jsonl: false } => matching::skills()?,
        Command::Rank(rank) => match rank.asked() {
            Ranking::Lines => matching::rank_lines(bench).await?,
            Ranking::Postings { resume, files } => {
                matching::rank_postings(&bench, resume, files, rank.today).await?;
            }
            Ranking::Resumes { job, files } => {
                matching::rank_resumes(&bench, job, files, rank.today).await?;
            }
            Ranking::OwnJobs(resume) => {
                matching::rank_own_jobs(&open(bench).await?, resume).await?;
            }
            Ranking::OwnResumes(job) => {
                matching::rank_own_resumes(&open(bench).await?, job).await?;
            }
            Ranking::Unclear(why) => {
                print::words(why);
                return Ok(ExitCode::from(2));
            }
        },
        Command::Lint(asked) if asked.jsonl => linting::lint_lines(bench, asked).await?,
        Command::Lint(asked) => return linting::lint(&bench, asked).await,
        Command::Check { jsonl: true, .. } => tailoring::check_lines(bench).await?,
        Command::Check { resume: Some(resume), text, path, today, .. } => {
            return tailoring::check(&bench, resume, text, path, today).await;
        }
        // Without `--jsonl` it is there: clap asks for it.
        Command::Check { .. } => return Ok(ExitCode::FAILURE),
        Command::Screen { jsonl: true, .. } => tailoring::screen_lines().await?,
        Command::Screen { files, .. } => tailoring::screen(&files)?,
        Command::Redact { jsonl: true, .. } => tailoring::redact_lines().await?,
        Command::Redact { files, resume, .. } => tailoring::redact(&bench, &files, resume).await?,
        Command::Tailor { resume, job, today } => {
            tailoring::tailor(&bench, resume, job, today).await?;
        }
        Command::Render { file, template, out } => {
            files::render(&bench, file, template, out).await?;
        }
        Command::Templates => print::document(&bench.templates()),
        Command::Import { files } => return own::import(&open(bench).await?, files).await,
        Command::Jobs(command) => return own::jobs(&open(bench).await?, command).await,
        Command::Resumes(command) => own::resumes(&open(bench).await?, command).await?,
        Command::Bench { pdfs } => bench::run(&bench, pdfs.as_deref()).await?,
    }
    Ok(ExitCode::SUCCESS)
}
