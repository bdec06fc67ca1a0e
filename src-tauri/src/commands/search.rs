use app::{App, Hit};
use tauri::State;

use super::Answer;

#[tauri::command]
#[specta::specta]
pub(crate) async fn find_anything(app: State<'_, App>, text: String) -> Answer<Vec<Hit>> {
    Ok(app.find_anything(&text).await?)
}
