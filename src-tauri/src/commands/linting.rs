use app::{App, CheckRule};
use domain::{
    JobId, ResumeId,
    linter::{Edit, LintReport},
    resumes::Resume,
};
use tauri::State;

use super::Answer;

#[tauri::command]
#[specta::specta]
pub(crate) async fn lint_resume(
    app: State<'_, App>,
    resume: ResumeId,
    job: Option<JobId>,
) -> Answer<LintReport> {
    Ok(app.lint_resume(resume, job).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) fn list_checks() -> Vec<CheckRule> {
    app::list_checks()
}

#[tauri::command]
#[specta::specta]
pub(crate) fn apply_edit(resume: Resume, edit: Edit) -> Answer<Resume> {
    Ok(app::apply_edit(&resume, &edit)?)
}
