//! The archive that DOCX and ODT files are, opened with care: nothing is written to disk, nothing
//! grows beyond its limit.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::Error;

/// More parts than this no document has.
const MAX_ENTRIES: usize = 2_000;
/// All parts together may grow to this.
const MAX_INFLATED: u64 = 50 << 20;
/// One part may grow to this.
const MAX_PART: u64 = 24 << 20;
/// Above this size a part may be at most [`MAX_RATIO`] times its packed size.
const FREE_SIZE: u64 = 1 << 20;
const MAX_RATIO: u64 = 100;

/// An opened archive.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    inflated: u64,
    /// A part could be read only in part.
    pub(crate) is_damaged: bool,
}

impl<'b> Package<'b> {
    /// Opens the archive; parts are read one by one.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Error> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::Damaged)?;
        if archive.len() > MAX_ENTRIES {
            return Err(Error::Damaged);
        }
        Ok(Self { archive, inflated: 0, is_damaged: false })
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Whether a part is a picture.
    pub(crate) fn has_pictures(&self) -> bool {
        self.archive.file_names_raw().any(|name| {
            let name = name.to_ascii_lowercase();
            [&b".png"[..], b".jpg", b".jpeg", b".tif", b".tiff", b".emf", b".wmf"]
                .iter()
                .any(|ending| name.ends_with(ending))
        })
    }

    /// The names of all parts.
    pub(crate) fn names(&self) -> Vec<String> {
        let names = self.archive.file_names_raw();
        names.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
    }

    /// The text of a part; `None` if there is none of this name.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, Error> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let (text, ..) = encoding_rs::UTF_8.decode(&bytes);
        Ok(Some(text.into_owned()))
    }

    /// The bytes of a part; `None` if there is none of this name.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let Ok(entry) = self.archive.by_index(index) else {
            self.is_damaged = true;
            return Ok(None);
        };
        if entry.encrypted() {
            return Err(Error::Encrypted);
        }
        let packed = entry.compressed_size();
        let room = MAX_PART.min(MAX_INFLATED.saturating_sub(self.inflated));
        let room = room.min(FREE_SIZE.max(packed.saturating_mul(MAX_RATIO)));
        let mut bytes = Vec::new();
        if entry.take(room + 1).read_to_end(&mut bytes).is_err() {
            self.is_damaged = true;
        }
        let size = bytes.len() as u64;
        self.inflated += size;
        if size > room {
            return Err(Error::TooMuchMemory);
        }
        Ok(Some(bytes))
    }
}
