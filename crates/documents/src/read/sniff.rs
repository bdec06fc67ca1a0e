//! What kind a file is, by its content.

use crate::Error;

/// The families of files that are read alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Pdf,
    /// A ZIP archive, which DOCX and ODT files are.
    Archive,
    Rtf,
    Html,
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
        _ if start.trim_ascii_start().starts_with(b"{\\rtf") => Ok(Kind::Rtf),
        _ if is_html(start) => Ok(Kind::Html),
        _ if is_picture(start) => Err(Error::Picture),
        _ => Ok(Kind::Text),
    }
}

fn is_html(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    let lower = start.to_ascii_lowercase();
    let tags: [&[u8]; 6] = [b"<html", b"<head", b"<body", b"<div", b"<p>", b"<h1"];
    lower.starts_with(b"<!doctype html")
        || lower.starts_with(b"<") && tags.iter().any(|tag| holds(&lower, tag))
}

fn is_picture(start: &[u8]) -> bool {
    let marks: [&[u8]; 6] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"RIFF", b"II*\0", b"MM\0*"];
    // HEIC, as telephones take pictures.
    let is_heif = start.get(4..8) == Some(b"ftyp");
    is_heif || marks.iter().any(|mark| start.starts_with(mark))
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
    } else if named("Workbook") || named("PowerPoint Document") {
        Error::OtherOffice
    } else {
        Error::NotADocument
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
