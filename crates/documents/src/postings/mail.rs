//! Letters as mail programs save them (`.eml`), and pages as browsers save them in one file
//! (`.mhtml`): parts in parts, each packed and encoded in its own way.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// What a letter holds that may be a posting.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Letter {
    /// What it is about.
    pub(super) subject: String,
    /// Its text as a page; may be empty.
    pub(super) html: String,
    /// Its plain text; may be empty.
    pub(super) text: String,
    /// Documents that came with it.
    pub(super) attached: Vec<Vec<u8>>,
}

/// Parts in parts in parts: more is an attack.
const DEEPEST: usize = 8;
/// More parts than this are not looked at.
const MOST_PARTS: usize = 200;

/// Whether bytes begin as a letter does: with lines of headers.
pub(super) fn is_letter(bytes: &[u8]) -> bool {
    const NAMES: [&str; 9] = [
        "from:",
        "to:",
        "subject:",
        "date:",
        "mime-version:",
        "received:",
        "return-path:",
        "message-id:",
        "content-type:",
    ];
    let head = bytes.get(..bytes.len().min(8_000)).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut seen = 0;
    for line in head.trim_start().lines() {
        let continued = line.starts_with([' ', '\t']);
        let name = line.split(':').next().unwrap_or_default();
        let is_header = line.contains(':')
            && !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if line.trim().is_empty() || !(continued || is_header || line.starts_with("from ")) {
            break;
        }
        seen += usize::from(NAMES.iter().any(|name| line.starts_with(name)));
    }
    let told = head.contains("mime-version:")
        || head.contains("message-id:")
        || head.contains("received:");
    seen >= 3 || (seen >= 2 && told)
}

/// Takes a letter apart.
pub(super) fn read(bytes: &[u8]) -> Letter {
    let mut letter = Letter::default();
    let mut open = vec![(bytes.to_vec(), 0)];
    let mut parts = 0;
    while let Some((bytes, depth)) = open.pop() {
        parts += 1;
        if parts > MOST_PARTS || depth > DEEPEST {
            continue;
        }
        let (headers, body) = halves(&bytes);
        if depth == 0 {
            letter.subject = words(&header(&headers, "subject"));
        }
        let kind = Kind::of(&header(&headers, "content-type"));
        if let Some(boundary) = kind.parameter("boundary") {
            open.extend(split(body, &boundary).into_iter().rev().map(|part| (part, depth + 1)));
            continue;
        }
        let unpacked = unpack(body, &header(&headers, "content-transfer-encoding"));
        if kind.name == "message/rfc822" {
            open.push((unpacked, depth + 1));
            continue;
        }
        let disposition = header(&headers, "content-disposition").to_ascii_lowercase();
        letter.take(&kind, unpacked, disposition.starts_with("attachment"));
    }
    letter
}

impl Letter {
    fn take(&mut self, kind: &Kind, bytes: Vec<u8>, is_attached: bool) {
        let is_document = bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04");
        if is_document {
            self.attached.push(bytes);
        } else if is_attached {
            // A calendar entry or a picture is no posting.
        } else if kind.name == "text/html" && self.html.is_empty() {
            self.html = decoded(&bytes, kind);
        } else if kind.name == "text/plain" || kind.name.is_empty() {
            let text = decoded(&bytes, kind);
            self.text.push_str(&text);
            self.text.push('\n');
        }
    }
}

/// A content type with its parameters.
struct Kind {
    name: String,
    parameters: Vec<(String, String)>,
}

impl Kind {
    fn of(value: &str) -> Self {
        let mut parts = value.split(';');
        let name = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let parameter = |part: &str| {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().trim_matches('"').to_owned();
            Some((name.trim().to_ascii_lowercase(), value))
        };
        Self { name, parameters: parts.filter_map(parameter).collect() }
    }

    fn parameter(&self, name: &str) -> Option<String> {
        let found = self.parameters.iter().find(|(key, value)| key == name && !value.is_empty());
        found.map(|(_, value)| value.clone())
    }
}

/// The headers, continued lines joined, and the body.
fn halves(bytes: &[u8]) -> (Vec<String>, &[u8]) {
    let end = (0..bytes.len()).find(|at| {
        let rest = bytes.get(*at..).unwrap_or_default();
        rest.starts_with(b"\n\n") || rest.starts_with(b"\n\r\n")
    });
    let head = end.map_or(bytes, |end| bytes.get(..end).unwrap_or_default());
    let skip =
        end.map_or(bytes.len(), |end| end + if bytes.get(end + 1) == Some(&b'\r') { 3 } else { 2 });
    let mut headers: Vec<String> = Vec::new();
    for line in String::from_utf8_lossy(head).lines().take(500) {
        match headers.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => headers.push(line.to_owned()),
        }
    }
    (headers, bytes.get(skip..).unwrap_or_default())
}

fn header(headers: &[String], name: &str) -> String {
    let value = headers.iter().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value)
    });
    value.unwrap_or_default().trim().to_owned()
}

/// The parts between the lines of a boundary.
fn split(body: &[u8], boundary: &str) -> Vec<Vec<u8>> {
    let mark = format!("--{boundary}");
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut inside = false;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(mark.as_bytes()) {
            let rest = line.get(mark.len()..).unwrap_or_default().trim_ascii();
            inside = !rest.starts_with(b"--");
            if inside && parts.len() < MOST_PARTS {
                parts.push(Vec::new());
            }
        } else if inside && let Some(part) = parts.last_mut() {
            part.extend_from_slice(line);
        }
    }
    parts
}

fn unpack(body: &[u8], encoding: &str) -> Vec<u8> {
    match encoding.to_ascii_lowercase().as_str() {
        "base64" => base64(body),
        "quoted-printable" => quoted(body, false),
        _ => body.to_vec(),
    }
}

/// `=C3=A9` is two bytes, `=` at the end of a line none; in headers `_` is a space.
fn quoted(body: &[u8], in_header: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (first, after) {
            (b'=', [b'\r', b'\n', more @ ..] | [b'\n', more @ ..]) => rest = more,
            (b'=', [high, low, more @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    out.push(high * 16 + low);
                    rest = more;
                }
                _ => out.push(b'='),
            },
            (b'_', _) if in_header => out.push(b' '),
            (byte, _) => out.push(*byte),
        }
    }
    out
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Six bits a letter; what is no letter of the alphabet is skipped.
fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in body {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    out
}

fn decoded(bytes: &[u8], kind: &Kind) -> String {
    let label = kind.parameter("charset").unwrap_or_default();
    in_charset(bytes, &label)
}

fn in_charset(bytes: &[u8], label: &str) -> String {
    let named = Encoding::for_label(label.as_bytes());
    let encoding = match (named, std::str::from_utf8(bytes)) {
        // Letters that say nothing, or lie about being plain ASCII, are mostly UTF-8.
        (None, Ok(_)) => UTF_8,
        (Some(named), Ok(_)) if named == WINDOWS_1252 && label.eq_ignore_ascii_case("us-ascii") => {
            UTF_8
        }
        (Some(named), _) => named,
        (None, Err(_)) => WINDOWS_1252,
    };
    encoding.decode(bytes).0.into_owned()
}

/// A header's words, each of which may be encoded: `=?utf-8?Q?B=C3=A4cker?=`.
fn words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("=?") {
        let mut parts = after.splitn(4, '?');
        let (charset, way, text) = (parts.next(), parts.next(), parts.next());
        let end = parts.next().and_then(|tail| tail.strip_prefix('='));
        let (Some(charset), Some(way), Some(text), Some(tail)) = (charset, way, text, end) else {
            out.push_str(before);
            out.push_str("=?");
            rest = after;
            continue;
        };
        // Nothing but space between two encoded words is no space at all.
        if out.is_empty() || !before.trim().is_empty() {
            out.push_str(before);
        }
        let bytes = match way {
            "B" | "b" => base64(text.as_bytes()),
            _ => quoted(text.as_bytes(), true),
        };
        out.push_str(&in_charset(&bytes, charset));
        rest = tail;
    }
    out.push_str(rest);
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?utf-8?Q?B=C3=A4cker?=\r\n =?utf-8?B?aW4gR3Jheg==?= (new)\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed;\r\n boundary=\"one\"\r\n\r\nfor old programs\r\n--one\r\nContent-Type: multipart/alternative; boundary=two\r\n\r\n\
        --two\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nK=F6ln is=\r\n nice =3D)\r\n\
        --two\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+SMO2\r\nbGxlPC9wPg==\r\n--two--\r\n\
        --one\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjc=\r\n--one--\r\n";

    #[test]
    fn a_letter_is_taken_apart() {
        assert!(is_letter(LETTER.as_bytes()));
        let letter = read(LETTER.as_bytes());
        assert_eq!(letter.subject, "Bäckerin Graz (new)");
        assert_eq!(letter.text.trim(), "Köln is nice =)");
        assert_eq!(letter.html, "<p>Hölle</p>");
        assert_eq!(letter.attached, [b"%PDF-1.7".to_vec()]);
    }

    #[test]
    fn what_is_no_letter_is_not_taken_for_one() {
        for text in [
            "Title: Baker\nCompany: Acme\nLocation: Graz\n\nWe bake.",
            "From: September\nTo: March\n\nSeasonal work",
            "<html><body>From: me</body></html>",
            "",
        ] {
            assert!(!is_letter(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn broken_letters_end_without_harm() {
        for text in [
            "Subject: =?utf-8?Q?half",
            "Content-Type: multipart/mixed; boundary=x\n\n--x\n--x\n--x",
            "Content-Type: multipart/mixed; boundary=\n\nx",
            "Content-Transfer-Encoding: quoted-printable\n\na=",
        ] {
            let _ = read(text.as_bytes());
        }
        let nested = "Content-Type: multipart/mixed; boundary=x\n\n--x\n".repeat(1_000);
        assert_eq!(read(nested.as_bytes()).text, "");
    }
}
