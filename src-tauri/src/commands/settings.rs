use app::{About, App};
use domain::settings::Settings;
use tauri::State;

use super::Answer;
use crate::{failure::Failure, opening::Opening};

/// Why the data could not be opened; then no other command works.
#[tauri::command]
#[specta::specta]
pub(crate) fn get_trouble(opening: State<'_, Opening>) -> Option<Failure> {
    opening.trouble()
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn get_settings(app: State<'_, App>) -> Answer<Settings> {
    Ok(app.get_settings().await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn save_settings(app: State<'_, App>, settings: Settings) -> Answer<()> {
    Ok(app.save_settings(&settings).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) fn get_about(app: State<'_, App>) -> About {
    app.get_about()
}

/// The interface has painted for the first time.
#[tauri::command]
#[specta::specta]
pub(crate) fn ui_ready(opening: State<'_, Opening>) {
    tracing::info!(millis = opening.age().as_millis(), "first paint");
}
