//! Bytes to characters: by mark, by declaration, as UTF-8, at last as Windows-1252.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::{Error, Result};

/// The text of `bytes`, repaired where it had been decoded wrongly once before.
pub(super) fn decode(bytes: &[u8]) -> Result<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Ok(text.into_owned());
    }
    let head = bytes.get(..bytes.len().min(4_096)).unwrap_or(bytes);
    let zeroes = head.iter().filter(|byte| **byte == 0).count();
    if zeroes > 0 || head.starts_with(b"%PDF") || head.starts_with(b"PK\x03\x04") {
        return Err(Error::NotText);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(unmangle(text));
    }
    let encoding = declared(head).filter(|encoding| *encoding != UTF_8).unwrap_or(WINDOWS_1252);
    Ok(encoding.decode(bytes).0.into_owned())
}

/// The charset that the first bytes name, as `charset=…` or `encoding="…"`.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let after = ["charset=", "encoding="]
        .iter()
        .find_map(|mark| head.split_once(mark).map(|(_, after)| after))?;
    let label: String = after
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    Encoding::for_label(label.as_bytes())
}

/// Undoes UTF-8 that was taken for Windows-1252 and saved again: `â€™` for `’`.
fn unmangle(text: &str) -> String {
    const SIGNS: [&str; 6] = ["â€", "Ã©", "Ã¨", "Ã¼", "Ã¶", "Â "];
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return text.to_owned();
    }
    let (bytes, _, lossy) = WINDOWS_1252.encode(text);
    match std::str::from_utf8(&bytes) {
        Ok(repaired) if !lossy => repaired.to_owned(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_encoding_gives_the_same_text() {
        let marked: Vec<u8> = [b"\xEF\xBB\xBF".as_slice(), "Köln".as_bytes()].concat();
        let wide: Vec<u8> = "\u{feff}Köln".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in ["Köln".as_bytes(), b"K\xF6ln", &marked, &wide] {
            assert_eq!(decode(bytes).unwrap(), "Köln");
        }
        assert!(decode(b"<meta charset=\"iso-8859-2\">\xB3").unwrap().ends_with('ł'));
    }

    #[test]
    fn text_decoded_wrongly_once_is_repaired() {
        assert_eq!(decode("It\u{e2}\u{20ac}\u{2122}s".as_bytes()).unwrap(), "It’s");
    }

    #[test]
    fn a_picture_is_refused() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\r"), Err(Error::NotText));
        assert_eq!(decode(b"%PDF-1.7 abc"), Err(Error::NotText));
    }
}
