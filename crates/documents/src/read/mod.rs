//! Files in: from bytes to a [`Document`].

mod docx;
mod flow;
pub mod image;
mod package;
mod pdf;
mod sniff;
mod text;
mod xml;

use domain::page::Document;

use self::{package::Package, sniff::Kind};
use crate::Error;

/// Larger files are refused.
pub const MAX_FILE_MIB: u32 = 20;

/// Reads a file, whatever kind it is; its name does not matter.
pub fn read(bytes: &[u8]) -> Result<Document, Error> {
    if bytes.len() > (MAX_FILE_MIB as usize) << 20 {
        return Err(Error::TooLarge { limit_mib: MAX_FILE_MIB });
    }
    let document = match sniff::kind(bytes)? {
        Kind::Pdf => return pdf::read(bytes),
        Kind::Archive => read_archive(bytes)?,
        Kind::Text => text::read(&text::decode(bytes)?),
    };
    if document.flow.is_empty() {
        return Err(Error::Empty);
    }
    Ok(document)
}

/// Whether a reader was given up on that may still be at work in this process.
pub(crate) fn left_work_behind() -> bool {
    pdf::left_work_behind()
}

fn read_archive(bytes: &[u8]) -> Result<Document, Error> {
    let package = Package::open(bytes)?;
    docx::read(package)
}
