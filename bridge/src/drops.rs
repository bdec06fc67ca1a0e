//! Files that came over the bridge, kept for the app to read.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

/// A folder for them, one below for each: two may have the same name.
#[derive(Debug, Clone)]
pub(crate) struct Drops {
    folder: PathBuf,
    count: Arc<AtomicU32>,
}

impl Drops {
    /// Drops that are kept in `folder`.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, count: Arc::default() }
    }

    /// Keeps a file under its own name.
    pub(crate) async fn take(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let name = Path::new(name).file_name().ok_or(io::ErrorKind::InvalidFilename)?;
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let folder = self.folder.join(number.to_string());
        tokio::fs::create_dir_all(&folder).await?;
        let path = folder.join(name);
        tokio::fs::write(&path, bytes).await?;
        Ok(path)
    }
}
