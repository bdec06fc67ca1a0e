//! Strings outside of the text: metadata, links, what spans stand for.

use hayro_syntax::object::{Dict, Object, String as PdfString};

/// Longer strings are cut.
const MAX_BYTES: usize = 8_192;

/// The text of a string: UTF-16 or UTF-8 by its mark, else Latin.
pub(super) fn text(bytes: &[u8]) -> String {
    let bytes = bytes.get(..MAX_BYTES).unwrap_or(bytes);
    let encoding = match bytes {
        [0xFE, 0xFF, ..] => encoding_rs::UTF_16BE,
        [0xFF, 0xFE, ..] => encoding_rs::UTF_16LE,
        [0xEF, 0xBB, 0xBF, ..] => encoding_rs::UTF_8,
        _ => encoding_rs::WINDOWS_1252,
    };
    let (text, ..) = encoding.decode(bytes);
    text.chars().filter(|ch| !ch.is_control() || ch.is_whitespace()).collect()
}

/// The text under a key.
pub(super) fn text_of(dict: &Dict<'_>, key: &str) -> Option<String> {
    match dict.get::<Object<'_>>(key)? {
        Object::String(it) => Some(text(PdfString::as_bytes(&it))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_byte_order_mark_decides_how_a_string_is_read() {
        assert_eq!(text(b"\xFE\xFF\0A\x01\x42"), "Ał");
        assert_eq!(text(b"Ren\xE9"), "René");
        assert_eq!(text("\u{FEFF}Renée".as_bytes()), "Renée");
    }
}
