use app::{App, Found, JobEdit, PostingSource, Progress};
use domain::{
    JobId,
    duplicates::Seen,
    jobs::{Decision, Job, JobCard, JobDraft, Posting, PostingEdit, Snapshot, Stage},
};
use tauri::{State, ipc::Channel};

use super::Answer;
use crate::{
    failure::Failure,
    files::{FileId, OfferedFiles},
    shell::Shell,
    tasks::{TaskId, Tasks},
};

#[tauri::command]
#[specta::specta]
pub(crate) async fn read_posting(app: State<'_, App>, text: String) -> Answer<Posting> {
    Ok(app.read_posting(text).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn check_posting(app: State<'_, App>, draft: JobDraft) -> Answer<Vec<Seen>> {
    Ok(app.check_posting(draft).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn find_duplicates(app: State<'_, App>, id: JobId) -> Answer<Vec<Seen>> {
    Ok(app.find_duplicates(id).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn add_job(app: State<'_, App>, draft: JobDraft) -> Answer<Job> {
    Ok(app.add_job(draft).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn import_jobs(
    app: State<'_, App>,
    offered: State<'_, OfferedFiles>,
    tasks: State<'_, Tasks>,
    file: FileId,
    task: TaskId,
    progress: Channel<Progress>,
) -> Answer<Vec<Job>> {
    let file = offered.source(&file)?;
    tasks.run(task, progress, |task| app.import_jobs(file, task)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn find_in_file(
    app: State<'_, App>,
    offered: State<'_, OfferedFiles>,
    tasks: State<'_, Tasks>,
    file: FileId,
    task: TaskId,
    progress: Channel<Progress>,
) -> Answer<Found> {
    let source = PostingSource::File(offered.source(&file)?);
    tasks.run(task, progress, |task| app.find_postings(source, task)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn find_at_address(
    app: State<'_, App>,
    tasks: State<'_, Tasks>,
    address: String,
    task: TaskId,
    progress: Channel<Progress>,
) -> Answer<Found> {
    let source = PostingSource::Address(address);
    tasks.run(task, progress, |task| app.find_postings(source, task)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn add_found(
    app: State<'_, App>,
    tasks: State<'_, Tasks>,
    found: u32,
    picks: Vec<u32>,
    draft: JobDraft,
    task: TaskId,
    progress: Channel<Progress>,
) -> Answer<Vec<Job>> {
    tasks
        .run(task, progress, |task| async move { app.add_found(found, &picks, draft, task).await })
        .await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn refresh_job(
    app: State<'_, App>,
    tasks: State<'_, Tasks>,
    id: JobId,
    task: TaskId,
    progress: Channel<Progress>,
) -> Answer<Job> {
    tasks.run(task, progress, |task| app.refresh_job(id, task)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn list_snapshots(app: State<'_, App>, job: JobId) -> Answer<Vec<Snapshot>> {
    Ok(app.list_snapshots(job).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn list_jobs(app: State<'_, App>) -> Answer<Vec<JobCard>> {
    Ok(app.list_jobs().await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn get_job(app: State<'_, App>, id: JobId) -> Answer<Job> {
    Ok(app.get_job(id).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn save_job(app: State<'_, App>, id: JobId, edit: JobEdit) -> Answer<Job> {
    Ok(app.save_job(id, edit).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn save_posting(app: State<'_, App>, id: JobId, edit: PostingEdit) -> Answer<Job> {
    Ok(app.save_posting(id, edit).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn decide_jobs(app: State<'_, App>, jobs: Vec<(JobId, Decision)>) -> Answer<()> {
    Ok(app.decide_jobs(jobs).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn move_job(
    app: State<'_, App>,
    id: JobId,
    stage: Stage,
    before: Option<JobId>,
) -> Answer<Job> {
    Ok(app.move_job(id, stage, before).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_job(app: State<'_, App>, id: JobId) -> Answer<()> {
    Ok(app.delete_job(id).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_job(app: State<'_, App>, id: JobId) -> Answer<()> {
    Ok(app.restore_job(id).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn open_posting(
    app: State<'_, App>,
    shell: State<'_, Box<dyn Shell>>,
    id: JobId,
) -> Answer<()> {
    let address = app.posting_address(id).await?;
    shell.open_address(&address).map_err(Failure::of_desktop)
}
