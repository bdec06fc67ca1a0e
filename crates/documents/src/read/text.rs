//! Plain text: which letters the bytes mean, and where lines and columns are.

use domain::page::{Document, FlowLine, FlowRun, Format};

use super::flow::{Flow, Line};
use crate::Error;

/// Above this share of control characters it is no text.
const MAX_CONTROL: f32 = 0.01;

/// Reads plain text.
pub(super) fn read(text: &str) -> Document {
    let mut document = Document { format: Format::Text, ..Document::default() };
    let mut flow = Flow::default();
    for source in text.lines() {
        let spaces = source.chars().take_while(|ch| *ch == ' ').count();
        let indent = spaces.min(80) as f32 * 5.0;
        let mut line = Line::new(FlowLine { indent, ..FlowLine::default() });
        line.text(source.trim(), &FlowRun::default());
        flow.push(line);
        if flow.is_full() {
            break;
        }
    }
    flow.finish(&mut document);
    document
}

/// The text that the bytes mean: by their mark, as UTF-8, as UTF-16, else as Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Error> {
    let encoding = match bytes {
        [0xFE, 0xFF, ..] => encoding_rs::UTF_16BE,
        [0xFF, 0xFE, ..] => encoding_rs::UTF_16LE,
        _ => guess(bytes),
    };
    let (text, ..) = encoding.decode(bytes);
    let count = text.chars().count();
    let controls = text.chars().filter(|ch| is_foreign(*ch)).count();
    if controls as f32 > MAX_CONTROL * count as f32 {
        return Err(Error::NotADocument);
    }
    Ok(text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{B}', '\u{C}'], "\n"))
}

fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let start = bytes.get(..4_096).unwrap_or(bytes);
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|it| **it == 0).count();
    let most = start.len() * 2 / 5;
    if zeros(0) > most && zeros(1) == 0 {
        encoding_rs::UTF_16BE
    } else if zeros(1) > most && zeros(0) == 0 {
        encoding_rs::UTF_16LE
    } else if std::str::from_utf8(bytes).is_ok() {
        encoding_rs::UTF_8
    } else {
        encoding_rs::WINDOWS_1252
    }
}

/// Neither written nor seen by people.
fn is_foreign(ch: char) -> bool {
    ch == '\u{FFFD}' || ch.is_control() && !matches!(ch, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> String {
        decode(bytes).unwrap()
    }

    #[test]
    fn the_usual_encodings_are_told_apart() {
        assert_eq!(decoded("Żaneta".as_bytes()), "Żaneta");
        assert_eq!(decoded(b"Ren\xE9 \x96 Paris"), "René – Paris");
        assert_eq!(decoded(b"\xFF\xFEA\0b\0"), "Ab");
        assert_eq!(decoded(b"\xEF\xBB\xBFAb"), "Ab");
        let utf16: Vec<u8> = "Plain words".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&utf16), "Plain words");
    }

    #[test]
    fn binary_is_no_text() {
        let bytes: Vec<u8> = (0..2_000_u32).map(|n| (n * 7919 % 251) as u8).collect();
        assert_eq!(decode(&bytes), Err(Error::NotADocument));
    }

    #[test]
    fn columns_bullets_and_gaps_are_seen() {
        let document = read("Nurse    2019\n\n- Ran the ward\n");
        let [first, second] = &document.flow[..] else { panic!("two lines") };
        assert_eq!((first.cells.len(), second.list_level), (2, Some(0)));
        assert!(second.space_before > 0.0);
    }
}
