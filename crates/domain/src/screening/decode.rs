//! Other ways to write the same words: encodings, ciphers, spread letters.

/// Every other way the text may be meant, as plain text.
pub(super) fn readings(text: &str) -> Vec<String> {
    let mut out = vec![
        super::clean::in_latin(text),
        joined(text),
        unhyphenated(text),
        unspaced(text, &|c| c.is_whitespace()),
        unspaced(text, &|c| !c.is_whitespace()),
        plain_digits(text),
    ];
    if looks_rotated(text) {
        out.push(rotated(text));
    }
    let backwards: String = text.chars().rev().collect();
    out.push(backwards);
    out.extend(packed(text));
    out.extend(escaped(text));
    out.retain(|it| it != text && !it.trim().is_empty());
    out
}

/// Texts packed into single words: base64 and hex.
pub(super) fn packed(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '-' | '_')))
        .filter(|word| word.len() >= 16)
        .flat_map(|word| [base64(word), hex(word)])
        .flatten()
        .collect()
}

/// Bytes that read as words.
fn readable(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let letters = text.chars().filter(|c| c.is_alphabetic() || *c == ' ').count();
    let all = text.chars().count();
    (letters * 10 >= all * 8 && text.split_whitespace().count() >= 3).then(|| text.to_owned())
}

fn base64(word: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for c in word.trim_end_matches('=').bytes() {
        let value = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        held = (held << 6 | u32::from(value)) & 0xff_ffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff) as u8);
        }
    }
    readable(&bytes)
}

fn hex(word: &str) -> Option<String> {
    let digits: Option<Vec<u32>> = word.chars().map(|c| c.to_digit(16)).collect();
    let bytes: Vec<u8> = digits?
        .chunks_exact(2)
        .filter_map(|pair| u8::try_from(pair.first()? * 16 + pair.last()?).ok())
        .collect();
    readable(&bytes)
}

/// Percent signs, entities and backslashes before numbers of characters.
fn escaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = 0;
    while let Some(c) = rest.chars().next() {
        if let Some((c, length)) = escape(rest) {
            out.push(c);
            found += 1;
            rest = rest.get(length..).unwrap_or_default();
        } else {
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    (found >= 4).then_some(out)
}

fn escape(text: &str) -> Option<(char, usize)> {
    let code = |digits: &str, radix: u32| char::from_u32(u32::from_str_radix(digits, radix).ok()?);
    if let Some(rest) = text.strip_prefix('%') {
        return Some((code(rest.get(..2)?, 16)?, 3));
    }
    for start in ["\\u", "\\x"] {
        if let Some(rest) = text.strip_prefix(start) {
            let length = if start == "\\u" { 4 } else { 2 };
            return Some((code(rest.get(..length)?, 16)?, length + 2));
        }
    }
    let inner = text.strip_prefix("&#")?;
    let end = inner.find(';').filter(|end| *end < 8)?;
    let digits = inner.get(..end)?;
    let c = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => code(digits, 16)?,
        None => code(digits, 10)?,
    };
    Some((c, end + 3))
}

fn rotated(text: &str) -> String {
    let turn = |c: char, first: u8| {
        let place = (c as u8 - first + 13) % 26;
        char::from(first + place)
    };
    text.chars()
        .map(|c| match c {
            'a'..='z' => turn(c, b'a'),
            'A'..='Z' => turn(c, b'A'),
            c => c,
        })
        .collect()
}

/// Whether hardly any word is common English: then it may be turned.
fn looks_rotated(text: &str) -> bool {
    let common = [
        "the", "and", "of", "to", "a", "in", "with", "for", "you", "is", "der", "und", "de", "la",
        "et",
    ];
    !text.to_lowercase().split_whitespace().any(|word| common.contains(&word))
}

/// Lines of one or two words, put together.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words broken by hyphens within.
fn unhyphenated(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let within =
            c == '-' && before.is_alphabetic() && chars.peek().is_some_and(|c| c.is_lowercase());
        if !within {
            out.push(c);
        }
        before = c;
    }
    out
}

/// "i g n o r e   a l l", "i.g.n.o.r.e": letters that stand alone are put together.
fn unspaced(text: &str, parts: &dyn Fn(char) -> bool) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let alone = |at: usize| {
        let is = |at: Option<usize>| {
            at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphanumeric())
        };
        is(Some(at)) && !is(at.checked_sub(1)) && !is(Some(at + 1))
    };
    let mut at = 0;
    while let Some(c) = letters.get(at) {
        let parted = !c.is_alphanumeric() && parts(*c) && at > 0 && alone(at - 1) && alone(at + 1);
        if !parted {
            out.push(*c);
        }
        at += 1;
    }
    out
}

/// "1gn0re pr3v10us": digits within words as the letters they look like.
fn plain_digits(text: &str) -> String {
    let fix = |word: &str| -> String {
        let mixed = word.chars().any(|c| c.is_ascii_digit() || matches!(c, '@' | '$'))
            && word.chars().any(char::is_alphabetic);
        let swap = |c: char| match c {
            '0' => 'o',
            '1' => 'i',
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '7' => 't',
            c => c,
        };
        if mixed { word.chars().map(swap).collect() } else { word.to_owned() }
    };
    text.split(' ').map(fix).collect::<Vec<_>>().join(" ")
}
