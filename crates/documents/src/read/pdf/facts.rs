//! What a PDF holds beside its text: notes, form fields, a lock.

use domain::facts::{FileFacts, Lock, Note, NoteKind};
use hayro_syntax::{
    object::{Array, Dict, Name},
    page::Page,
};

use super::strings;

/// More notes than this are left out.
const MAX_NOTES: usize = 50;
/// Longer ones are cut.
const SAMPLE: usize = 200;

/// Adds the notes and filled fields of a page, counted from 1.
pub(super) fn notes(page: &Page<'_>, number: u32, facts: &mut FileFacts) {
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else { return };
    for annotation in annotations.iter::<Dict<'_>>().take(1_000) {
        if facts.notes.len() >= MAX_NOTES {
            return;
        }
        if let Some((kind, text)) = note(&annotation) {
            let text = text.chars().take(SAMPLE).collect();
            facts.notes.push(Note { kind, page: number, text });
        }
    }
}

fn note(annotation: &Dict<'_>) -> Option<(NoteKind, String)> {
    let subtype = annotation.get::<Name<'_>>("Subtype")?;
    let (kind, key) = match subtype.as_ref() {
        // What a link or an attachment says is a hint and no text.
        b"Link" | b"Popup" | b"FileAttachment" => return None,
        b"Widget" => (NoteKind::Field, "V"),
        _ => (NoteKind::Annotation, "Contents"),
    };
    let parent = || annotation.get::<Dict<'_>>("Parent");
    let text = strings::text_of(annotation, key)
        .or_else(|| strings::text_of(&parent().filter(|_| kind == NoteKind::Field)?, key))?;
    (!text.trim().is_empty()).then_some((kind, text))
}

/// Whether a file is encrypted, and what its owner forbids. Its dictionaries of this kind are never
/// packed, so they can be found in the bytes.
pub(super) fn lock(bytes: &[u8]) -> Option<Lock> {
    const COPYING: i64 = 1 << 4;
    find(bytes, b"/Encrypt")?;
    let at = find(bytes, b"/Standard")?;
    let around = bytes.get(at.saturating_sub(800)..(at + 800).min(bytes.len()))?;
    let mut rest = around;
    while let Some(at) = find(rest, b"/P") {
        rest = rest.get(at + 2..)?;
        let number: String = rest
            .iter()
            .map(|byte| char::from(*byte))
            .skip_while(char::is_ascii_whitespace)
            .take_while(|ch| ch.is_ascii_digit() || *ch == '-')
            .take(12)
            .collect();
        if let Ok(rights) = number.parse::<i64>() {
            return Some(if rights & COPYING == 0 { Lock::NoCopying } else { Lock::Open });
        }
    }
    Some(Lock::Open)
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rights_are_read_from_the_lock() {
        let file = |rights: &str| {
            format!(
                "x <</Filter /Standard /V 2 /R 3 /P {rights} /O (x)>> trailer <</Encrypt 5 0 R>>"
            )
        };
        assert_eq!(lock(file("-3904").as_bytes()), Some(Lock::NoCopying));
        assert_eq!(lock(file("-44").as_bytes()), Some(Lock::Open));
        assert_eq!(lock(b"trailer <</Root 1 0 R>>"), None);
    }
}
