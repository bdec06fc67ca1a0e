use app::{App, ExportTo, Exported, Preview};
use domain::{
    ResumeId,
    resumes::{Lost, Template},
};
use serde::Serialize;
use tauri::State;

use super::Answer;
use crate::{
    files::{OfferedFile, OfferedFiles},
    shell::Shell,
};

/// A file that was written.
#[derive(Debug, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExportedFile {
    /// The file, to open or to show in its folder.
    file: OfferedFile,
    /// The folder it is in, to read.
    folder: String,
    /// How many pages it has.
    pages: u32,
    /// Words of the resume that a parser would not find in it.
    lost: Vec<Lost>,
    /// Characters that no font of ours can show.
    missing_glyphs: Vec<String>,
}

#[tauri::command]
#[specta::specta]
pub(crate) fn list_templates(app: State<'_, App>) -> Vec<Template> {
    app.list_templates()
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_resume(
    app: State<'_, App>,
    id: ResumeId,
    template: String,
) -> Answer<Preview> {
    Ok(app.preview_resume(id, &template).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn export_resume(
    app: State<'_, App>,
    offered: State<'_, OfferedFiles>,
    id: ResumeId,
    template: String,
) -> Answer<ExportedFile> {
    let exported = app.export_resume(id, &template, ExportTo::Documents).await?;
    Ok(written(exported, &offered))
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn export_resume_as(
    app: State<'_, App>,
    shell: State<'_, Box<dyn Shell>>,
    offered: State<'_, OfferedFiles>,
    id: ResumeId,
    template: String,
) -> Answer<Option<ExportedFile>> {
    let name = app.export_name(id).await?;
    let target = tokio::task::block_in_place(|| shell.choose_target(&name));
    let Some(path) = target else { return Ok(None) };
    let exported = app.export_resume(id, &template, ExportTo::File(path)).await?;
    Ok(Some(written(exported, &offered)))
}

fn written(exported: Exported, offered: &OfferedFiles) -> ExportedFile {
    let folder = exported.path.parent().map(|folder| folder.display().to_string());
    ExportedFile {
        file: offered.offer_one(&exported.path),
        folder: folder.unwrap_or_default(),
        pages: exported.pages,
        lost: exported.lost,
        missing_glyphs: exported.missing_glyphs,
    }
}
