//! Text made comparable, with the way back to the original.

use unicode_normalization::UnicodeNormalization;

/// A text in small letters, without accents, dashes and spaces alike, and where each byte of it
/// came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For every byte of [`text`](Self::text), and its end, the byte of the original.
    origins: Vec<u32>,
}

impl Folded {
    /// Folds `text`.
    pub fn new(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            origins: Vec::with_capacity(text.len() + 1),
        };
        for (at, c) in text.char_indices() {
            folded.push(u32::try_from(at).unwrap_or(u32::MAX), c);
        }
        folded.origins.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        folded
    }

    fn push(&mut self, at: u32, c: char) {
        match c {
            'a'..='z' | '0'..='9' => self.put(at, c),
            'A'..='Z' => self.put(at, c.to_ascii_lowercase()),
            '-' | '\u{2010}'..='\u{2015}' | '_' => self.space(at),
            '’' | '‘' | '`' => self.put(at, '\''),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
            // No name goes on over the end of a line.
            '\n' => self.put(at, '\n'),
            c if c.is_whitespace() => self.space(at),
            c if c.is_ascii() => self.put(at, c),
            'ß' => {
                self.put(at, 's');
                self.put(at, 's');
            }
            'ł' | 'Ł' => self.put(at, 'l'),
            'ø' | 'Ø' => self.put(at, 'o'),
            c => {
                for part in std::iter::once(c).nfkd() {
                    if !unicode_normalization::char::is_combining_mark(part) {
                        for small in part.to_lowercase() {
                            self.put(at, small);
                        }
                    }
                }
            }
        }
    }

    fn put(&mut self, at: u32, c: char) {
        self.text.push(c);
        self.origins.extend(std::iter::repeat_n(at, c.len_utf8()));
    }

    fn space(&mut self, at: u32) {
        if !self.text.ends_with([' ', '\n']) {
            self.put(at, ' ');
        }
    }

    /// Where a byte of the folded text stands in the original.
    pub fn origin(&self, at: usize) -> usize {
        self.origins.get(at).or_else(|| self.origins.last()).map_or(0, |at| *at as usize)
    }
}

/// The folded form of a name.
pub(super) fn folded(text: &str) -> String {
    Folded::new(text).text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_the_way_back() {
        let text = "Élan – C++";
        let folded = Folded::new(text);
        assert_eq!(folded.text, "elan c++");
        let at = folded.text.find("c++").unwrap();
        assert_eq!(text.get(folded.origin(at)..folded.origin(at + 3)), Some("C++"));
    }
}
