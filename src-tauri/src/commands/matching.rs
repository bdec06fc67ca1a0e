use app::{App, Progress, RankedJob, RankedResume};
use domain::{
    JobId, ResumeId,
    matching::{JobScore, Match},
};
use tauri::{State, ipc::Channel};

use super::Answer;
use crate::tasks::{TaskId, Tasks};

#[tauri::command]
#[specta::specta]
pub(crate) async fn match_resume(
    app: State<'_, App>,
    resume: ResumeId,
    job: JobId,
) -> Answer<Match> {
    Ok(app.match_resume(resume, job).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn what_if(
    app: State<'_, App>,
    resume: ResumeId,
    job: JobId,
    shown: Vec<String>,
) -> Answer<Match> {
    Ok(app.what_if(resume, job, shown).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn rank_jobs(
    app: State<'_, App>,
    tasks: State<'_, Tasks>,
    resume: ResumeId,
    task: TaskId,
    progress: Channel<Progress>,
) -> Answer<Vec<RankedJob>> {
    tasks.run(task, progress, |task| app.rank_jobs(resume, task)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn rank_resumes(
    app: State<'_, App>,
    tasks: State<'_, Tasks>,
    job: JobId,
    task: TaskId,
    progress: Channel<Progress>,
) -> Answer<Vec<RankedResume>> {
    tasks.run(task, progress, |task| app.rank_resumes(job, task)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn list_scores(app: State<'_, App>, resume: ResumeId) -> Answer<Vec<JobScore>> {
    Ok(app.list_scores(resume).await?)
}
