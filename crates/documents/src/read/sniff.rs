//! What kind a file is, by its content.

use crate::Error;

/// The families of files that are read alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Pdf,
    /// A ZIP archive, which DOCX and ODT files are.
    Archive,
    Text,
}

/// The kind of a file, or why it cannot be read.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Error> {
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Err(Error::Empty);
    }
    let start = bytes.get(..1_024).unwrap_or(bytes);
    if holds(start, b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    match start {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Ok(Kind::Archive),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(old_office(bytes)),
        _ => Ok(Kind::Text),
    }
}

/// Word before 2007, or a newer file behind a password.
fn old_office(bytes: &[u8]) -> Error {
    let named = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &wide)
    };
    if named("EncryptedPackage") {
        Error::Encrypted
    } else if named("WordDocument") {
        Error::LegacyDoc
    } else {
        Error::NotADocument
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
