//! The files the user handed us: the interface names them, and never sees a path.

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use app::SourceFile;
use serde::{Deserialize, Serialize};

/// Names a file that was offered. Only what the user dropped, chose or opened has one, so a page
/// cannot ask for any other file.
pub(crate) type FileId = String;

/// So many are remembered; older ones must be chosen again.
const MOST: usize = 1000;

/// A file the user handed us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OfferedFile {
    /// What to call it when asking for it.
    pub id: FileId,
    /// Its name, without folders.
    pub name: String,
    /// Its size in bytes.
    #[specta(type = u32)]
    pub size: u64,
    /// What it seems to be by its name; what it is, its bytes will tell.
    pub kind: FileKind,
}

/// What a file seems to be by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// Text on pages: a resume, or a posting someone printed.
    Document,
    /// A saved web page or a system's answer: a posting.
    Page,
    /// Anything else.
    Unknown,
}

/// Every file the user handed us.
#[derive(Debug, Default)]
pub struct OfferedFiles(Mutex<Offered>);

#[derive(Debug, Default)]
struct Offered {
    next: u64,
    files: Vec<(FileId, PathBuf)>,
    /// Offered before the interface listened.
    waiting: Vec<OfferedFile>,
}

impl OfferedFiles {
    /// Takes files on and says what to call them.
    pub fn offer(&self, paths: &[PathBuf]) -> Vec<OfferedFile> {
        paths.iter().map(|path| self.offer_one(path)).collect()
    }

    /// Takes one file on.
    pub(crate) fn offer_one(&self, path: &Path) -> OfferedFile {
        self.lock().take_on(path)
    }

    /// Takes files on that the interface will ask about once it listens.
    pub fn wait(&self, paths: &[PathBuf]) {
        let files = self.offer(paths);
        self.lock().waiting.extend(files);
    }

    /// The files offered before the interface listened; each is told once.
    pub(crate) fn take_waiting(&self) -> Vec<OfferedFile> {
        std::mem::take(&mut self.lock().waiting)
    }

    /// The path of an offered file.
    pub(crate) fn path(&self, id: &str) -> app::Result<PathBuf> {
        let offered = self.lock();
        let found = offered.files.iter().find(|(known, _)| known == id);
        found.map(|(_, path)| path.clone()).ok_or(app::Error::UnknownFile)
    }

    /// An offered file, to read.
    pub(crate) fn source(&self, id: &str) -> app::Result<SourceFile> {
        self.path(id).map(SourceFile::new)
    }

    fn lock(&self) -> MutexGuard<'_, Offered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Offered {
    fn take_on(&mut self, path: &Path) -> OfferedFile {
        self.next += 1;
        let id = format!("file-{}", self.next);
        self.files.push((id.clone(), path.to_owned()));
        if self.files.len() > MOST {
            self.files.remove(0);
        }
        OfferedFile {
            id,
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            size: std::fs::metadata(path).map_or(0, |file| file.len()),
            kind: kind_of(path),
        }
    }
}

fn kind_of(path: &Path) -> FileKind {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match extension.as_str() {
        "pdf" | "docx" | "doc" | "odt" | "rtf" | "txt" | "md" | "text" | "pages" | "yaml"
        | "yml" | "zip" => FileKind::Document,
        "json" | "xml" if holds_a_resume(path) => FileKind::Document,
        "html" | "htm" | "xhtml" | "json" | "xml" | "mhtml" | "mht" | "eml" => FileKind::Page,
        // A folder of postings.
        "" if path.is_dir() => FileKind::Page,
        _ => FileKind::Unknown,
    }
}

/// Data may be a resume as well as a posting: the names in it tell.
fn holds_a_resume(path: &Path) -> bool {
    const MARKS: &[&str] =
        &["\"basics\"", "\"sections\"", "LearnerInfo", "CandidatePerson", "SkillsPassport"];
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(64 << 10).read_to_end(&mut start));
    let start = String::from_utf8_lossy(&start);
    read.is_ok() && MARKS.iter().any(|mark| start.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_offered_can_be_asked_for() {
        let offered = OfferedFiles::default();
        let files = offered.offer(&["/home/ada/cv.PDF".into()]);
        assert_eq!((files[0].name.as_str(), files[0].kind), ("cv.PDF", FileKind::Document));
        assert_eq!(offered.path(&files[0].id).unwrap(), Path::new("/home/ada/cv.PDF"));
        for id in ["/etc/passwd", "../file-1", "file-2", ""] {
            assert!(offered.path(id).is_err(), "{id}");
        }
    }

    #[test]
    fn files_that_wait_are_told_once() {
        let offered = OfferedFiles::default();
        offered.wait(&["a.html".into()]);
        assert_eq!(offered.take_waiting()[0].kind, FileKind::Page);
        assert_eq!(offered.take_waiting(), []);
    }
}
