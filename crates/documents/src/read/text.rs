//! Plain text: which letters the bytes mean, and where lines and columns are.

use domain::page::{Document, FlowLine, FlowRun, Format};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

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

/// The text that the bytes mean: by their mark, by what they declare, as UTF-8 or UTF-16, else by
/// the guess that browsers make.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Error> {
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

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = wide(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return encoding_rs::UTF_8;
    }
    if mostly_utf_8(bytes) {
        return encoding_rs::UTF_8;
    }
    declared(bytes).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    })
}

/// UTF-16 without a mark: spaces and line ends have a zero beside them, always on the same side.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..16 << 10).unwrap_or(bytes);
    let (mut little, mut big, mut zeros) = (0, 0, 0);
    for pair in start.chunks_exact(2) {
        match pair {
            [b' ' | b'\n' | b'\r' | b'\t', 0] => little += 1,
            [0, b' ' | b'\n' | b'\r' | b'\t'] => big += 1,
            [_, 0] | [0, _] => zeros += 1,
            _ => {}
        }
    }
    let pairs = start.len() / 2;
    let is_enough = |count: usize| count * 40 > pairs || count + zeros > pairs * 4 / 5;
    if little > 0 && big == 0 && is_enough(little) {
        Some(encoding_rs::UTF_16LE)
    } else if big > 0 && little == 0 && is_enough(big) {
        Some(encoding_rs::UTF_16BE)
    } else {
        None
    }
}

/// Text in UTF-8 with a few broken letters, as a bad copy leaves them.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|ch| !ch.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > 20 * broken
}

/// The encoding that a page or XML says it is in.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..1_024).unwrap_or(bytes);
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    if !start.trim_start().starts_with('<') {
        return None;
    }
    let mark = ["charset=", "encoding="].iter().find_map(|mark| start.split_once(mark))?;
    let label = mark.1.trim_start_matches(['"', '\'', ' ']);
    let label: String =
        label.chars().take_while(|ch| ch.is_ascii_alphanumeric() || "-_".contains(*ch)).collect();
    Encoding::for_label(label.as_bytes()).filter(|it| it.is_ascii_compatible())
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
    fn encodings_of_other_letters_are_guessed() {
        let polish = "Żółć i święta. Doświadczenie zawodowe: główny księgowy, Łódź, wrzesień 2019";
        let russian = "Опыт работы: главный бухгалтер, Москва, сентябрь 2019. Образование высшее";
        let czech = "Pracovní zkušenosti: účetní, Plzeň, září 2019, příprava závěrek, řízení týmu";
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
        for (text, encoding) in [
            (polish, encoding_rs::WINDOWS_1250),
            (czech, encoding_rs::WINDOWS_1250),
            (russian, encoding_rs::WINDOWS_1251),
            (russian, encoding_rs::KOI8_R),
        ] {
            assert_eq!(decoded(&encoding.encode(text).0), text, "{}", encoding.name());
        }
        for text in [polish, russian, "履歴書 山田 太郎\n東京 2019年"] {
            assert_eq!(decoded(&wide(text)), text);
            assert_eq!(decoded(&big(text)), text);
        }
        let page = b"<html><meta charset='windows-1250'><p>\xA3\xF3d\x9F</p>";
        assert!(decoded(page).contains("Łódź"));
        let broken = [polish.repeat(3).as_bytes(), b"\xFF"].concat();
        assert!(decoded(&broken).starts_with("Żółć"));
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
