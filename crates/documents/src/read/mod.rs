//! Files in: from bytes to a [`Document`].

pub mod image;
mod pdf;

use domain::page::Document;

use crate::Error;

/// Larger files are refused.
pub const MAX_FILE_MIB: u32 = 20;

/// Reads a file, whatever kind it is; its name does not matter.
pub fn read(bytes: &[u8]) -> Result<Document, Error> {
    pdf::read(bytes)
}
