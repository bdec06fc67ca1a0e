//! A window nobody sees, with the very commands of the real one.

use std::{
    error::Error,
    path::{Path, PathBuf},
};

use app::Folders;
use desktop::{OfferedFiles, Opening, Shell};
use serde_json::{Value, json};
use tauri::{
    App, Listener, Manager, Webview, WebviewWindow, WebviewWindowBuilder,
    ipc::InvokeResponseBody,
    test::{MockRuntime, mock_builder, mock_context, noop_assets},
};

use crate::stream::Stream;

/// What the window's page may hear.
const EVENTS: &[&str] = &["changed", "files-offered", "files-hovering"];

/// The window nobody sees.
pub(crate) struct Window {
    opening: Opening,
    shown: WebviewWindow<MockRuntime>,
    // Everything ends with it.
    _shell: App<MockRuntime>,
}

impl Window {
    /// Where commands are called.
    pub(crate) fn webview(&self) -> Webview<MockRuntime> {
        self.shown.as_ref().clone()
    }

    /// Writes everything down and lets go of the data.
    pub(crate) async fn close(&self) {
        if let Some(app) = self.opening.app() {
            app.close().await;
        }
    }
}

/// Opens the data in `folder` and a window on it whose events go to `stream`.
pub(crate) async fn open(folder: &Path, stream: &Stream) -> Result<Window, Box<dyn Error>> {
    let folders = Folders { data: folder.to_owned(), documents: folder.join("documents") };
    let opening = Opening::new(Ok(folders)).await;
    let channels = stream.clone();
    let shell = desktop::prepare(mock_builder(), &opening, OfferedFiles::default())
        .channel_interceptor(move |_, id, index, message| {
            let message = of_channel(message);
            channels
                .say(&json!({ "type": "channel", "id": id.0, "index": index, "message": message }));
            true
        })
        .build(mock_context(noop_assets()))?;
    shell.manage::<Box<dyn Shell>>(Box::new(Nowhere(folder.join("chosen.pdf"))));
    for name in EVENTS {
        let events = stream.clone();
        shell.listen_any(*name, move |event| {
            let payload: Value = serde_json::from_str(event.payload()).unwrap_or_default();
            events.say(&json!({ "type": "event", "name": name, "payload": payload }));
        });
    }
    desktop::follow(shell.handle(), &opening);
    let shown = WebviewWindowBuilder::new(&shell, "main", tauri::WebviewUrl::default()).build()?;
    Ok(Window { opening, shown, _shell: shell })
}

fn of_channel(message: &InvokeResponseBody) -> Value {
    match message {
        InvokeResponseBody::Json(json) => serde_json::from_str(json).unwrap_or_default(),
        InvokeResponseBody::Raw(bytes) => json!(bytes),
    }
}

/// A desktop without a person in front of it: nothing is chosen but this one target.
struct Nowhere(PathBuf);

impl Shell for Nowhere {
    fn choose_files(&self) -> Vec<PathBuf> {
        Vec::new()
    }

    fn choose_target(&self, _name: &str) -> Option<PathBuf> {
        Some(self.0.clone())
    }

    fn open(&self, _path: &Path) -> Result<(), String> {
        Err("the bridge opens no other program".to_owned())
    }

    fn open_address(&self, _address: &str) -> Result<(), String> {
        Err("the bridge opens no other program".to_owned())
    }

    fn reveal(&self, _path: &Path) -> Result<(), String> {
        Err("the bridge opens no other program".to_owned())
    }
}
