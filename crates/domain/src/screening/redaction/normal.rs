//! A text in one form, with the way back to the original.

use unicode_normalization::UnicodeNormalization;

/// A text with plain digits, spaces and hyphens, and where each byte of it came from.
pub(super) struct Normal {
    /// The text.
    pub(super) text: String,
    starts: Vec<usize>,
    ends: Vec<usize>,
    length: usize,
}

impl Normal {
    /// Brings `text` into one form.
    pub(super) fn new(text: &str) -> Self {
        let mut it =
            Self { text: String::new(), starts: Vec::new(), ends: Vec::new(), length: text.len() };
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            match c {
                '\u{ad}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2064}'
                | '\u{feff}'
                | '\u{fe0f}'
                | '\u{20e3}' => {}
                '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
                    it.push('-', at, end);
                }
                '\n' => it.push('\n', at, end),
                c if c.is_whitespace() => it.push(' ', at, end),
                c => match digit(c) {
                    Some(digit) => it.push(digit, at, end),
                    None => std::iter::once(c).nfkc().for_each(|part| it.push(part, at, end)),
                },
            }
        }
        it
    }

    fn push(&mut self, c: char, start: usize, end: usize) {
        self.text.push(c);
        for _ in 0..c.len_utf8() {
            self.starts.push(start);
            self.ends.push(end);
        }
    }

    /// Where a byte of the text begins in the original.
    pub(super) fn origin(&self, at: usize) -> usize {
        self.starts.get(at).copied().unwrap_or(self.length)
    }

    /// Where what ends before this byte ends in the original.
    pub(super) fn origin_end(&self, at: usize) -> usize {
        at.checked_sub(1).and_then(|at| self.ends.get(at)).copied().unwrap_or(0)
    }
}

/// The plain digit for a digit of another script or in a circle.
fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let value = match code {
        0x660..=0x669 => code - 0x660,
        0x6f0..=0x6f9 => code - 0x6f0,
        0x966..=0x96f => code - 0x966,
        0x2460..=0x2468 => code - 0x2460 + 1,
        0x2776..=0x277e => code - 0x2776 + 1,
        0x24ea => 0,
        0x1d7ce..=0x1d7ff => (code - 0x1d7ce) % 10,
        _ => return None,
    };
    char::from_digit(value, 10)
}
