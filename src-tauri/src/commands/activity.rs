use app::App;
use domain::jobs::Activity;
use tauri::State;

use super::Answer;

#[tauri::command]
#[specta::specta]
pub(crate) async fn list_activity(app: State<'_, App>, limit: u32) -> Answer<Vec<Activity>> {
    Ok(app.list_activity(limit).await?)
}
