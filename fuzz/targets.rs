//! What is thrown at each reader: the bytes as they are, or wrapped so that they reach it.
//!
//! Shared by the fuzz targets and by the mutation test that every test run does.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Throws bytes at a reader; it may do anything but panic or take long.
pub(crate) type Throw = fn(&[u8]);

/// Every reader by name.
pub(crate) const TARGETS: &[(&str, Throw)] = &[
    ("pdf", pdf),
    ("docx", docx),
    ("odt", odt),
    ("rtf", rtf),
    ("html", html),
    ("markdown", markdown),
    ("text", text),
    ("zip", zip),
    ("linkedin", linkedin),
    ("json", json),
    ("yaml", yaml),
    ("xml", xml),
    ("posting", posting),
];

/// A PDF.
pub(crate) fn pdf(bytes: &[u8]) {
    understand(&started(b"%PDF-", b"%PDF-1.7\n", bytes));
}

/// The body of a DOCX.
pub(crate) fn docx(bytes: &[u8]) {
    let types = b"<Types><Override ContentType='wordprocessingml'/></Types>";
    understand(&archive(&[("[Content_Types].xml", types), ("word/document.xml", bytes)]));
}

/// The content of an ODT.
pub(crate) fn odt(bytes: &[u8]) {
    let kind = b"application/vnd.oasis.opendocument.text";
    understand(&archive(&[("mimetype", kind), ("content.xml", bytes)]));
}

/// Rich text.
pub(crate) fn rtf(bytes: &[u8]) {
    understand(&started(b"{\\rtf", b"{\\rtf1 ", bytes));
}

/// A web page.
pub(crate) fn html(bytes: &[u8]) {
    understand(&started(b"<", b"<!doctype html>", bytes));
}

/// Markdown.
pub(crate) fn markdown(bytes: &[u8]) {
    understand(&[b"# a\n\n## b\n", bytes].concat());
}

/// Text of any encoding, or any other file.
pub(crate) fn text(bytes: &[u8]) {
    understand(bytes);
}

/// An archive, byte by byte.
pub(crate) fn zip(bytes: &[u8]) {
    understand(&started(b"PK", b"PK\x03\x04", bytes));
}

/// A table of LinkedIn's export.
pub(crate) fn linkedin(bytes: &[u8]) {
    understand(&archive(&[
        ("Profile.csv", bytes),
        ("Positions.csv", bytes),
        ("Skills.csv", bytes),
    ]));
}

/// Data as JSON.
pub(crate) fn json(bytes: &[u8]) {
    understand(&started(b"{", b"{\"basics\":", bytes));
}

/// Data as YAML.
pub(crate) fn yaml(bytes: &[u8]) {
    understand(&[b"cv:\n", bytes].concat());
}

/// Data as XML.
pub(crate) fn xml(bytes: &[u8]) {
    understand(&started(b"<", b"<?xml version='1.0'?>", bytes));
}

/// A saved page with a posting.
pub(crate) fn posting(bytes: &[u8]) {
    if let Ok(captures) = documents::postings::read(bytes, "posting.html") {
        for capture in captures {
            let _ = domain::jobs::parse(&capture);
        }
    }
}

fn understand(bytes: &[u8]) {
    let _ = documents::understand(bytes);
}

/// The bytes with a start that leads them to their reader.
fn started(mark: &[u8], start: &[u8], bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(mark) { bytes.to_vec() } else { [start, bytes].concat() }
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        if writer.start_file(*name, options).and_then(|()| Ok(writer.write_all(bytes)?)).is_err() {
            return Vec::new();
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}
