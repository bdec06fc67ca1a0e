//! The window around [`app`]: commands in, events out, nothing decided here.

mod commands;
mod display;
mod events;
mod failure;
mod files;
mod opening;
mod shell;
mod tasks;

use tauri::{Builder, Manager, Runtime};

pub use commands::ipc;
pub use events::{forward_changes, forward_files};
pub use files::{OfferedFile, OfferedFiles};
pub use opening::Opening;
pub use shell::Shell;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When there is no window system to open it on.
pub fn run() -> tauri::Result<()> {
    display::prepare();
    let arguments = opening::Arguments::of_process();
    let folders = arguments.folders();
    let _log = folders.as_ref().ok().and_then(|folders| app::logs::start(&folders.logs()));
    let opening = tauri::async_runtime::block_on(Opening::new(folders));
    let offered = OfferedFiles::default();
    offered.wait(&arguments.files);

    prepare(Builder::default(), &opening, offered)
        .plugin(tauri_plugin_single_instance::init(|shell, arguments, folder| {
            events::second_start(shell, &arguments, &folder);
        }))
        .plugin(tauri_plugin_deep_link::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .plugin(tauri_plugin_updater::Builder::new().build())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .setup(move |handle| {
            handle.manage(shell::window_shell(handle.handle()));
            follow(handle.handle(), &opening);
            Ok(())
        })
        .on_window_event(forward_files)
        .run(tauri::generate_context!())
}

/// Gives a window, real or not, the commands and what they work on. A [`Shell`] must be managed
/// before a command asks for one.
pub fn prepare<R: Runtime>(
    builder: Builder<R>,
    opening: &Opening,
    offered: OfferedFiles,
) -> Builder<R> {
    let builder = builder
        .invoke_handler(ipc().invoke_handler())
        .manage(tasks::Tasks::default())
        .manage(offered)
        .manage(opening.clone());
    match opening.app() {
        Some(app) => builder.manage(app),
        None => builder,
    }
}

/// Tells the window of every change from now on.
pub fn follow<R: Runtime>(handle: &tauri::AppHandle<R>, opening: &Opening) {
    ipc().mount_events(handle);
    if let Some(app) = opening.app() {
        forward_changes(&app, handle);
    }
}
