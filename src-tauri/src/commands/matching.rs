use app::App;
use domain::{JobId, ResumeId, matching::Match};
use tauri::State;

use super::Answer;

#[tauri::command]
#[specta::specta]
pub(crate) async fn match_resume(
    app: State<'_, App>,
    resume: ResumeId,
    job: JobId,
) -> Answer<Match> {
    Ok(app.match_resume(resume, job).await?)
}
