//! Reading and writing the user's own files, with limits and without half-written ones.

use std::{
    collections::VecDeque,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use tokio::io::AsyncReadExt;

use crate::{Error, Result, error::name_of};

/// A resume of more than 20 MB is a mistake, or an attack.
const MOST_DOCUMENT: u64 = 20 << 20;

/// A posting of more than 2 MB is a whole web site.
const MOST_POSTING: u64 = 2 << 20;

/// A file the user chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Where it is.
    pub path: PathBuf,
}

impl SourceFile {
    /// The file at `path`.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Its name without its folders.
    pub fn name(&self) -> String {
        name_of(&self.path)
    }

    /// Its bytes, as a resume or another document to read.
    pub(crate) async fn read_document(&self) -> Result<Vec<u8>> {
        self.read(MOST_DOCUMENT, "resume").await
    }

    /// Its bytes, as a posting. PDF and DOCX may be as large as any document.
    pub(crate) async fn read_posting(&self) -> Result<Vec<u8>> {
        let bytes = self.read(MOST_DOCUMENT, "posting").await?;
        let packed = bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK");
        let is_text = !packed && !has_parts(&self.path);
        if is_text && bytes.len() as u64 > MOST_POSTING {
            return Err(self.too_large(MOST_POSTING, "posting"));
        }
        Ok(bytes)
    }

    async fn read(&self, most: u64, what: &'static str) -> Result<Vec<u8>> {
        let failed = |source| Error::reading(&self.path, source);
        let file = tokio::fs::File::open(&self.path).await.map_err(failed)?;
        let size = file.metadata().await.map_err(failed)?;
        if size.is_dir() {
            return Err(failed(io::ErrorKind::IsADirectory.into()));
        }
        if size.len() > most {
            return Err(self.too_large(most, what));
        }
        // A device or a growing file may hold more than its size says.
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).await.map_err(failed)?;
        if bytes.len() as u64 > most {
            return Err(self.too_large(most, what));
        }
        Ok(bytes)
    }

    fn too_large(&self, most: u64, what: &'static str) -> Error {
        Error::TooLarge { name: self.name(), limit: most >> 20, what }
    }
}

/// Whether a file is a letter or a page in one file: pictures may make it long.
fn has_parts(path: &Path) -> bool {
    ["eml", "mht", "mhtml"].contains(&extension(path).as_str())
}

fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// The files of a folder, and of those below it, that may hold a posting, in order.
///
/// # Errors
/// What the system says of the folder itself.
pub(crate) fn posting_files(folder: &Path, most: usize) -> Result<Vec<PathBuf>> {
    const KINDS: [&str; 14] = [
        "html", "htm", "xhtml", "json", "xml", "txt", "text", "md", "pdf", "docx", "odt", "rtf",
        "eml", "mhtml",
    ];
    let failed = |source| Error::reading(folder, source);
    let mut open = VecDeque::from([(folder.to_owned(), 0)]);
    let mut found = Vec::new();
    while let Some((at, depth)) = open.pop_front() {
        let entries = match fs::read_dir(&at) {
            Ok(entries) => entries,
            Err(error) if at == folder => return Err(failed(error)),
            Err(_) => continue,
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            // A link may lead anywhere, also back here.
            if path.is_symlink() || found.len() >= most {
                continue;
            }
            if path.is_dir() && depth < 3 && !is_belongings(&path) {
                open.push_back((path, depth + 1));
            } else if KINDS.contains(&extension(&path).as_str()) || has_parts(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a folder holds the pictures and scripts of a page that a browser saved beside it.
fn is_belongings(folder: &Path) -> bool {
    let name = name_of(folder).to_lowercase();
    name.starts_with('.')
        || ["_files", "-dateien", "_dateien", "_fichiers", "_archivos", "_bestanden", "_pliki"]
            .iter()
            .any(|ending| name.ends_with(ending))
}

/// Creates `folder` for the user alone.
pub(crate) fn create_private(folder: &Path) -> Result<()> {
    let failed = |source| Error::writing(folder, source);
    fs::create_dir_all(folder).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(failed)?;
    }
    Ok(())
}

/// Everything on standard input, up to the size of a posting.
///
/// # Errors
/// [`Error::TooLarge`], or what the system says.
pub fn read_standard_input() -> Result<Vec<u8>> {
    let name = Path::new("standard input");
    let mut bytes = Vec::new();
    let input = io::stdin().lock().take(MOST_POSTING + 1);
    { input }.read_to_end(&mut bytes).map_err(|source| Error::reading(name, source))?;
    if bytes.len() as u64 > MOST_POSTING {
        return Err(SourceFile::new(name).too_large(MOST_POSTING, "posting"));
    }
    Ok(bytes)
}

/// The text in a file, up to the size of a posting.
///
/// # Errors
/// [`Error::TooLarge`], or what the system says.
pub fn read_text(path: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(|source| Error::reading(path, source))?;
    file.take(MOST_POSTING + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| Error::reading(path, source))?;
    if bytes.len() as u64 > MOST_POSTING {
        return Err(SourceFile::new(path).too_large(MOST_POSTING, "posting"));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Writes `bytes` to `path` as a whole or not at all: beside it first, then renamed.
///
/// # Errors
/// Why it could not be written; what was there before is intact.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |source| Error::writing(path, source);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let beside = path.with_file_name(format!(".{}.part", name_of(path)));
    let written = fs::write(&beside, bytes)
        .and_then(|()| fs::File::open(&beside)?.sync_all())
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(|source| {
        // Nothing half-done survives; if even this fails there is nothing more to do.
        let _ = fs::remove_file(&beside);
        failed(source)
    })
}

/// The first of `name.pdf`, `name (2).pdf`, … that is free in `folder`.
pub(crate) fn free_name(folder: &Path, stem: &str, extension: &str) -> PathBuf {
    let first = folder.join(format!("{stem}.{extension}"));
    (2..1000)
        .map(|number| folder.join(format!("{stem} ({number}).{extension}")))
        .fold(first, |found, next| if found.exists() { next } else { found })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_never_written_over_another() {
        let folder = tempfile::tempdir().unwrap();
        for expected in ["cv.pdf", "cv (2).pdf", "cv (3).pdf"] {
            let path = free_name(folder.path(), "cv", "pdf");
            assert_eq!(name_of(&path), expected);
            write_whole(&path, b"x").unwrap();
        }
    }

    #[test]
    fn a_failed_write_leaves_the_old_file_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cv.pdf");
        fs::create_dir(&path).unwrap();
        assert!(write_whole(&path, b"new").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[tokio::test]
    async fn a_folder_is_no_resume() {
        let folder = tempfile::tempdir().unwrap();
        let error = SourceFile::new(folder.path()).read_document().await.unwrap_err();
        assert!(error.to_string().contains("is a folder"), "{error}");
    }

    #[tokio::test]
    async fn a_huge_file_is_refused_before_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("huge.pdf");
        fs::File::create(&path).unwrap().set_len(MOST_DOCUMENT + 1).unwrap();
        let error = SourceFile::new(&path).read_document().await.unwrap_err();
        assert_eq!(error.reason(), "tooLarge");
    }
}
