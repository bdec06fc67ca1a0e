use tauri::State;

use super::Answer;
use crate::{
    failure::Failure,
    files::{FileId, OfferedFile, OfferedFiles},
    shell::Shell,
};

#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_files(
    shell: State<'_, Box<dyn Shell>>,
    offered: State<'_, OfferedFiles>,
) -> Answer<Vec<OfferedFile>> {
    let paths = tokio::task::block_in_place(|| shell.choose_files());
    Ok(offered.offer(&paths))
}

#[tauri::command]
#[specta::specta]
pub(crate) fn take_offered_files(offered: State<'_, OfferedFiles>) -> Vec<OfferedFile> {
    offered.take_waiting()
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn open_file(
    shell: State<'_, Box<dyn Shell>>,
    offered: State<'_, OfferedFiles>,
    file: FileId,
) -> Answer<()> {
    shell.open(&offered.path(&file)?).map_err(Failure::of_desktop)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn reveal_file(
    shell: State<'_, Box<dyn Shell>>,
    offered: State<'_, OfferedFiles>,
    file: FileId,
) -> Answer<()> {
    shell.reveal(&offered.path(&file)?).map_err(Failure::of_desktop)
}
