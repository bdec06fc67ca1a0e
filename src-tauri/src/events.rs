//! What the interface hears without asking.

use std::path::{Path, PathBuf};

use app::App;
use domain::Kind;
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, Runtime, Window, WindowEvent};
use tauri_specta::Event;
use tokio::sync::broadcast::error::RecvError;

use crate::{
    files::{OfferedFile, OfferedFiles},
    opening::Arguments,
};

/// Something of this kind changed: whoever shows it should look again.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct Changed(Kind);

/// The user handed us files.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct FilesOffered(Vec<OfferedFile>);

/// Files hang over the window, or no longer do.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct FilesHovering(bool);

/// Tells every window of every change, whoever made it.
pub fn forward_changes<R: Runtime>(app: &App, handle: &AppHandle<R>) {
    let mut changes = app.changes();
    let handle = handle.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            let changed = match changes.recv().await {
                Ok(kind) => vec![kind],
                // Too many to tell apart: look at everything again.
                Err(RecvError::Lagged(_)) => Kind::ALL.to_vec(),
                Err(RecvError::Closed) => return,
            };
            for kind in changed {
                tell(&handle, &Changed(kind));
            }
        }
    });
}

/// Takes on what is dropped on the window.
pub fn forward_files<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else { return };
    let handle = window.app_handle();
    match event {
        DragDropEvent::Enter { .. } => tell(handle, &FilesHovering(true)),
        DragDropEvent::Drop { paths, .. } => {
            tell(handle, &FilesHovering(false));
            offer(handle, paths);
        }
        DragDropEvent::Leave => tell(handle, &FilesHovering(false)),
        _ => {}
    }
}

/// Somebody started the program again: show the window, and take on the files they named.
pub(crate) fn second_start<R: Runtime>(handle: &AppHandle<R>, words: &[String], folder: &str) {
    if let Some(window) = handle.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    let arguments = Arguments::new(words.iter().skip(1).map(Into::into));
    let files: Vec<_> = arguments.files.iter().map(|file| Path::new(folder).join(file)).collect();
    if !files.is_empty() {
        offer(handle, &files);
    }
}

fn offer<R: Runtime>(handle: &AppHandle<R>, paths: &[PathBuf]) {
    let offered = handle.state::<OfferedFiles>().offer(paths);
    tell(handle, &FilesOffered(offered));
}

fn tell<R: Runtime, E: Event + Serialize + Clone>(handle: &AppHandle<R>, event: &E) {
    if let Err(error) = handle.emit(E::NAME, event.clone()) {
        tracing::warn!(%error, "nobody heard of an event");
    }
}
