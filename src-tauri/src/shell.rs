//! What only a desktop can do: dialogs, and opening files in other programs.

use std::path::{Path, PathBuf};

use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FilePath};
use tauri_plugin_opener::OpenerExt;

/// A desktop around the window. Every method may wait for the user and so must not be called
/// where others wait.
pub trait Shell: Send + Sync {
    /// Lets the user choose files to read; none when they think better of it.
    fn choose_files(&self) -> Vec<PathBuf>;
    /// Lets the user choose where to save a file called `name`.
    fn choose_target(&self, name: &str) -> Option<PathBuf>;
    /// Opens a file in the program the user has for it.
    fn open(&self, path: &Path) -> Result<(), String>;
    /// Opens a checked web address in the browser.
    fn open_address(&self, address: &str) -> Result<(), String>;
    /// Shows a file in its folder.
    fn reveal(&self, path: &Path) -> Result<(), String>;
}

/// The desktop the real window runs on.
pub(crate) fn window_shell(handle: &AppHandle) -> Box<dyn Shell> {
    Box::new(Desktop(handle.clone()))
}

struct Desktop(AppHandle);

impl Shell for Desktop {
    fn choose_files(&self) -> Vec<PathBuf> {
        let readable = [
            "pdf", "docx", "odt", "rtf", "txt", "md", "html", "htm", "json", "xml", "yaml", "yml",
            "zip",
        ];
        let chosen = self
            .0
            .dialog()
            .file()
            .add_filter("Resumes and postings", &readable)
            .add_filter("All files", &["*"])
            .blocking_pick_files();
        chosen.into_iter().flatten().filter_map(path_of).collect()
    }

    fn choose_target(&self, name: &str) -> Option<PathBuf> {
        let dialog = self.0.dialog().file().set_file_name(name).add_filter("PDF", &["pdf"]);
        dialog.blocking_save_file().and_then(path_of)
    }

    fn open(&self, path: &Path) -> Result<(), String> {
        let opener = self.0.opener();
        opener.open_path(path.to_string_lossy(), None::<&str>).map_err(|error| error.to_string())
    }

    fn open_address(&self, address: &str) -> Result<(), String> {
        self.0.opener().open_url(address, None::<&str>).map_err(|error| error.to_string())
    }

    fn reveal(&self, path: &Path) -> Result<(), String> {
        self.0.opener().reveal_item_in_dir(path).map_err(|error| error.to_string())
    }
}

fn path_of(file: FilePath) -> Option<PathBuf> {
    file.into_path().ok()
}
