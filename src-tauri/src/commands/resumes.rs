use app::{App, ImportReport, Progress, ResumeDraft};
use domain::{
    ResumeId,
    resumes::{Corrected, Correction, ResumeCard, Review, StoredResume},
};
use tauri::{
    State,
    ipc::{Channel, InvokeResponseBody, IpcResponse},
};

use super::Answer;
use crate::{
    files::{FileId, OfferedFiles},
    tasks::{TaskId, Tasks},
};

#[tauri::command]
#[specta::specta]
pub(crate) async fn import_resume(
    app: State<'_, App>,
    offered: State<'_, OfferedFiles>,
    tasks: State<'_, Tasks>,
    file: FileId,
    task: TaskId,
    progress: Channel<Progress>,
) -> Answer<StoredResume> {
    let file = offered.source(&file)?;
    tasks.run(task, progress, |task| app.import_resume(file, task)).await
}

/// Imports many at once; see [`App::import_resumes`].
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_resumes(
    app: State<'_, App>,
    offered: State<'_, OfferedFiles>,
    tasks: State<'_, Tasks>,
    files: Vec<FileId>,
    task: TaskId,
    progress: Channel<Progress>,
) -> Answer<ImportReport> {
    let files = files.iter().map(|file| offered.source(file)).collect::<app::Result<_>>()?;
    tasks.run(task, progress, |task| app.import_resumes(files, task)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn create_resume(app: State<'_, App>, title: String) -> Answer<StoredResume> {
    Ok(app.create_resume(&title).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn list_resumes(app: State<'_, App>) -> Answer<Vec<ResumeCard>> {
    Ok(app.list_resumes().await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn get_resume(app: State<'_, App>, id: ResumeId) -> Answer<StoredResume> {
    Ok(app.get_resume(id).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn save_resume(
    app: State<'_, App>,
    id: ResumeId,
    draft: ResumeDraft,
) -> Answer<StoredResume> {
    Ok(app.save_resume(id, draft).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn correct_resume(
    app: State<'_, App>,
    id: ResumeId,
    review: Review,
    correction: Correction,
) -> Answer<Corrected> {
    Ok(app.correct_resume(id, review, correction).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_resume(app: State<'_, App>, id: ResumeId) -> Answer<()> {
    Ok(app.delete_resume(id).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_resume(app: State<'_, App>, id: ResumeId) -> Answer<()> {
    Ok(app.restore_resume(id).await?)
}

/// Answers the bytes of a PNG.
#[tauri::command]
#[specta::specta]
pub(crate) async fn get_page_image(app: State<'_, App>, id: ResumeId, page: u32) -> Answer<Bytes> {
    Ok(Bytes(app.get_page_image(id, page).await?))
}

/// Bytes that cross as they are. The generated type says `number[]`; what arrives is an
/// `ArrayBuffer`, and `new Uint8Array(…)` takes either.
#[derive(Debug, specta::Type)]
#[specta(transparent)]
pub(crate) struct Bytes(Vec<u8>);

impl IpcResponse for Bytes {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(InvokeResponseBody::Raw(self.0))
    }
}
