//! Resumes that programs saved as data: JSON, YAML, XML and LinkedIn's tables, as trees for
//! [`domain::resumes::imports`].

mod csv;
mod embedded;
mod export;
mod xml_tree;
mod yaml;

use domain::{
    page::Document,
    resumes::{self, Reading, imports},
};
use serde_json::Value;

use crate::{
    Error,
    read::{self, Attachment, decode_text},
};

/// A longer file of this kind is no resume.
const MAX_BYTES: usize = 4 << 20;

/// Reads a file and understands it as a resume: data as what it says it is, a document by its
/// layout, and a document that carries its own data by both.
///
/// # Errors
/// Why it cannot be read.
pub fn understand(bytes: &[u8]) -> Result<Reading, Error> {
    if let Some(reading) = data(bytes)? {
        return Ok(reading);
    }
    let (document, attachments) = read::read_all(bytes)?;
    Ok(with_attachments(&document, &attachments))
}

/// What a document says, together with the data it carries.
fn with_attachments(document: &Document, attachments: &[Attachment]) -> Reading {
    let reading = resumes::parse(document);
    let carried = attachments.iter().find_map(|it| data(&it.bytes).ok().flatten());
    match carried {
        Some(carried) => embedded::merged(reading, carried),
        None => reading,
    }
}

/// The resume in a file of data; `None` where the file is something else.
fn data(bytes: &[u8]) -> Result<Option<Reading>, Error> {
    if let Some(tables) = export::tables(bytes)? {
        let reading = understood(&tables);
        return if reading.as_ref().is_some_and(|it| it.lines.is_empty()) {
            Err(Error::Empty)
        } else {
            Ok(reading)
        };
    }
    let Some(kind) = kind(bytes) else { return Ok(None) };
    if bytes.len() > MAX_BYTES {
        return Err(Error::TooLarge { limit_mib: (MAX_BYTES >> 20) as u32 });
    }
    let text = decode_text(bytes)?;
    let tree = match kind {
        Kind::Json => serde_json::from_str(&text).map_err(|error| match error.classify() {
            serde_json::error::Category::Eof => Error::Damaged,
            _ => Error::UnknownData,
        })?,
        Kind::Yaml => yaml::tree(&text)?,
        Kind::Xml => xml_tree::tree(&text)?,
    };
    // A list of one is how some programs export.
    let tree = match tree {
        Value::Array(mut items) if items.len() == 1 => items.remove(0),
        tree => tree,
    };
    understood(&tree).map(Some).ok_or(Error::UnknownData)
}

fn understood(tree: &Value) -> Option<Reading> {
    imports::read(imports::recognise(tree)?, tree)
}

/// The ways to write data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Json,
    Yaml,
    Xml,
}

/// How the data in a file is written, if it looks like data at all.
fn kind(bytes: &[u8]) -> Option<Kind> {
    let start = bytes.get(..64 << 10).unwrap_or(bytes);
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    let text: std::borrow::Cow<'_, str> = match start {
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] => {
            decode_text(start.get(..start.len() & !1)?).ok()?.into()
        }
        _ => String::from_utf8_lossy(start),
    };
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    if text.starts_with('{') && !text.starts_with("{\\rtf") {
        return is_json_object(text).then_some(Kind::Json);
    }
    if text.starts_with('[') {
        let inner = text.get(1..).unwrap_or_default().trim_start();
        return inner.starts_with('{').then_some(Kind::Json);
    }
    if text.starts_with('<') {
        let is_ours = ["SkillsPassport", "LearnerInfo", "CandidatePerson", "CandidateProfile"]
            .iter()
            .any(|name| text.contains(name));
        let lower = text.get(..1_024).unwrap_or(text).to_ascii_lowercase();
        let is_page = lower.contains("<html") || lower.contains("<!doctype html");
        return (is_ours || text.starts_with("<?xml") && !is_page).then_some(Kind::Xml);
    }
    let keys = ["cv:", "basics:"];
    let mut lines = text.lines().take(400);
    lines.any(|line| keys.iter().any(|key| line.trim_end() == *key)).then_some(Kind::Yaml)
}

/// An object starts with a name in quotes or ends at once; other things in braces are text.
fn is_json_object(text: &str) -> bool {
    let inner = text.get(1..).unwrap_or_default().trim_start();
    inner.starts_with('"') || inner.starts_with('}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_told_from_text() {
        assert_eq!(kind(b" {\"basics\": {}}"), Some(Kind::Json));
        assert_eq!(kind(b"\xEF\xBB\xBF{ }"), Some(Kind::Json));
        assert_eq!(kind(b"{\\rtf1 Jane}"), None);
        assert_eq!(kind(b"{Jane} Doe"), None);
        assert_eq!(kind(b"# mine\ncv:\n  name: Jane\n"), Some(Kind::Yaml));
        assert_eq!(kind(b"cv: of Jane Doe"), None);
        assert_eq!(kind(b"<?xml version='1.0'?><SkillsPassport/>"), Some(Kind::Xml));
        assert_eq!(kind(b"<?xml version='1.0'?><html xmlns='x'><p>Jane</p></html>"), None);
        let wide: Vec<u8> =
            "\u{FEFF}{\"basics\":{}}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(kind(&wide), Some(Kind::Json));
    }

    #[test]
    fn data_of_another_kind_is_said_to_be_that() {
        assert_eq!(understand(b"{\"invoice\": 7}"), Err(Error::UnknownData));
        assert_eq!(understand(b"{\"basics\": {\"name\": \"Ja"), Err(Error::Damaged));
        assert_eq!(understand(b"<?xml version='1.0'?><a><b/></a>"), Err(Error::UnknownData));
    }
}
