//! What the stories share: an app on a folder of its own, and documents of invented people.

use std::path::{Path, PathBuf};

use app::{App, Folders, SourceFile, Workbench};
use domain::resumes::{Resume, json_resume};
use tempfile::TempDir;

/// An app with a real database and a real worker, in a folder that goes when it goes.
pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) folder: TempDir,
}

impl Desk {
    /// An empty one.
    pub(crate) async fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let app = App::open(folders(folder.path()), bench()).await.unwrap();
        Self { app, folder }
    }

    /// The same after the program was closed and started again.
    pub(crate) async fn restart(self) -> Self {
        self.app.close().await;
        let app = App::open(folders(self.folder.path()), bench()).await.unwrap();
        Self { app, folder: self.folder }
    }

    /// A file with these bytes, for the user to choose.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> SourceFile {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        SourceFile::new(path)
    }
}

/// The tools, with the worker that this package builds.
pub(crate) fn bench() -> Workbench {
    Workbench::new(PathBuf::from(env!("CARGO_BIN_EXE_test-worker")))
}

/// Where an app in `folder` keeps things.
pub(crate) fn folders(folder: &Path) -> Folders {
    Folders { data: folder.join("data"), documents: folder.join("documents") }
}

/// An invented nurse.
pub(crate) fn nurse() -> Resume {
    let text = include_str!("../fixtures/resumes/nurse.json");
    json_resume::read(&serde_json::from_str(text).unwrap()).unwrap()
}

/// What she is after.
pub(crate) const POSTING: &str = include_str!("../fixtures/postings/nurse.txt");

/// Her resume as a PDF of ours.
pub(crate) async fn nurse_pdf() -> Vec<u8> {
    bench().render(nurse(), String::new()).await.unwrap().bytes
}
