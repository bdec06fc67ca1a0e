//! Starting up: what the command line says, and what to do when the data will not open.

use std::{
    env,
    ffi::OsString,
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use app::{App, Folders, Workbench};

use crate::failure::Failure;

/// What the command line says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    data: Option<PathBuf>,
    /// Files to open.
    pub(crate) files: Vec<PathBuf>,
}

impl Arguments {
    pub(crate) fn of_process() -> Self {
        Self::new(env::args_os().skip(1))
    }

    /// `[--data DIR] [FILE…]`; what looks like an option or a link is no file.
    pub(crate) fn new(words: impl Iterator<Item = OsString>) -> Self {
        let mut arguments = Self::default();
        let mut words = words;
        while let Some(word) = words.next() {
            let text = word.to_string_lossy();
            if text == "--data" {
                arguments.data = words.next().map(PathBuf::from);
            } else if !text.starts_with('-') && !text.contains("://") {
                arguments.files.push(PathBuf::from(word));
            }
        }
        arguments
    }

    pub(crate) fn folders(&self) -> app::Result<Folders> {
        Folders::of_system(self.data.clone())
    }
}

/// The data, opened, or why it is not: then the window says so and touches nothing.
#[derive(Debug, Clone)]
pub struct Opening {
    opened: Arc<Result<App, Failure>>,
    since: Instant,
}

impl Opening {
    /// Opens the data in `folders`.
    pub async fn new(folders: app::Result<Folders>) -> Self {
        let since = Instant::now();
        let opened = match (folders, Workbench::of_this_program()) {
            (Ok(folders), Ok(bench)) => App::open(folders, bench).await,
            (Err(error), _) | (_, Err(error)) => Err(error),
        };
        Self { opened: Arc::new(opened.map_err(Failure::from)), since }
    }

    /// The data, once opened.
    pub fn app(&self) -> Option<App> {
        self.opened.as_ref().as_ref().ok().cloned()
    }

    /// How long ago the program started to open it.
    pub(crate) fn age(&self) -> Duration {
        self.since.elapsed()
    }

    /// Why it could not be opened.
    pub(crate) fn trouble(&self) -> Option<Failure> {
        self.opened.as_ref().as_ref().err().cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_names_a_folder_and_files() {
        let words = ["--data", "/d", "cv.pdf", "--flag", "atspro://open", "b.docx"].map(Into::into);
        let arguments = Arguments::new(words.into_iter());
        assert_eq!(arguments.data, Some("/d".into()));
        assert_eq!(arguments.files, [PathBuf::from("cv.pdf"), "b.docx".into()]);
    }
}
