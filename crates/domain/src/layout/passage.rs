//! Text that remembers where each of its characters was printed.

use std::ops::Range;

use regex::Regex;

/// Where a character came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// The line, as an index into [`super::Layout::lines`].
    pub(crate) line: u32,
    /// The character of that line, as an index into [`super::Line::boxes`].
    pub(crate) at: u32,
    /// How it looks: see [`Look`].
    pub(crate) look: Look,
}

impl Place {
    /// The place of a character that joins two pieces and was never printed.
    pub(crate) const NOWHERE: Self = Self { line: u32::MAX, at: 0, look: Look(0) };
}

/// How a character looks beside the ones around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Look(pub(crate) u8);

impl Look {
    pub(crate) const BOLD: u8 = 1;
    pub(crate) const ITALIC: u8 = 2;

    pub(crate) const fn new(bold: bool, italic: bool, coloured: bool) -> Self {
        Self(bold as u8 | (italic as u8) << 1 | (coloured as u8) << 2)
    }

    pub(crate) const fn bold(self) -> bool {
        self.0 & Self::BOLD != 0
    }

    pub(crate) const fn italic(self) -> bool {
        self.0 & Self::ITALIC != 0
    }
}

/// Text with the place of every character.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Passage {
    chars: Vec<char>,
    places: Vec<Place>,
}

impl Passage {
    pub(crate) fn push(&mut self, ch: char, place: Place) {
        self.chars.push(ch);
        self.places.push(place);
    }

    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    pub(crate) fn chars(&self) -> &[char] {
        &self.chars
    }

    pub(crate) fn places(&self) -> &[Place] {
        &self.places
    }

    pub(crate) fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// Says that all of it stands on line `line`.
    pub(crate) fn set_line(&mut self, line: u32) {
        for place in &mut self.places {
            if place.line != u32::MAX {
                place.line = line;
            }
        }
    }

    /// The characters in `range`, which is cut to what there is.
    pub(crate) fn slice(&self, range: Range<usize>) -> Self {
        let end = range.end.min(self.len());
        let start = range.start.min(end);
        Self {
            chars: self.chars.get(start..end).unwrap_or_default().to_vec(),
            places: self.places.get(start..end).unwrap_or_default().to_vec(),
        }
    }

    /// Without the characters at both ends that `drop` names.
    pub(crate) fn trim_matches(&self, drop: impl Fn(char) -> bool) -> Self {
        let start = self.chars.iter().take_while(|&&c| drop(c)).count();
        let end = self.len() - self.chars.iter().rev().take_while(|&&c| drop(c)).count();
        self.slice(start..end.max(start))
    }

    pub(crate) fn trim(&self) -> Self {
        self.trim_matches(char::is_whitespace)
    }

    /// Without white space and the punctuation that separates fields.
    pub(crate) fn trim_separators(&self) -> Self {
        let bare = self.trim_matches(|c| c.is_whitespace() || is_separator(c));
        bare.without_odd_brackets()
    }

    fn without_odd_brackets(&self) -> Self {
        for (open, close) in [('(', ')'), ('[', ']'), ('（', '）')] {
            let opens = self.chars.iter().filter(|&&c| c == open).count();
            let closes = self.chars.iter().filter(|&&c| c == close).count();
            if opens == 1
                && closes == 1
                && self.chars.first() == Some(&open)
                && self.chars.last() == Some(&close)
            {
                return self.slice(1..self.len() - 1).trim_separators();
            }
            if opens == 0 && closes == 1 && self.chars.last() == Some(&close) {
                return self.slice(0..self.len() - 1).trim_separators();
            }
            if opens == 1 && closes == 0 && self.chars.first() == Some(&open) {
                return self.slice(1..self.len()).trim_separators();
            }
            if opens == 1 && closes == 0 && self.chars.last() == Some(&open) {
                return self.slice(0..self.len() - 1).trim_separators();
            }
        }
        self.clone()
    }

    /// Adds `other` after `glue`.
    pub(crate) fn append(&mut self, glue: &str, other: &Self) {
        if !self.is_empty() && !other.is_empty() {
            for ch in glue.chars() {
                self.push(ch, Place::NOWHERE);
            }
        }
        self.chars.extend_from_slice(&other.chars);
        self.places.extend_from_slice(&other.places);
    }

    /// Without the characters in `range`; what remains is joined by a space.
    pub(crate) fn without(&self, range: Range<usize>) -> (Self, Self) {
        (self.slice(0..range.start), self.slice(range.end..self.len()))
    }

    /// The pieces between the characters that `is` names.
    pub(crate) fn split(&self, is: impl Fn(char) -> bool) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut start = 0;
        for (i, &ch) in self.chars.iter().enumerate() {
            if is(ch) {
                pieces.push(self.slice(start..i));
                start = i + 1;
            }
        }
        pieces.push(self.slice(start..self.len()));
        pieces
    }

    /// Where `pattern` first matches, in characters.
    pub(crate) fn find(&self, pattern: &Regex) -> Option<Range<usize>> {
        let text = self.text();
        let found = pattern.find(&text)?;
        Some(char_range(&text, found.range()))
    }

    /// Where `pattern` matches, in characters.
    pub(crate) fn find_all(&self, pattern: &Regex) -> Vec<Range<usize>> {
        let text = self.text();
        pattern.find_iter(&text).map(|found| char_range(&text, found.range())).collect()
    }

    /// The lines it stands on, in order, each once.
    pub(crate) fn lines(&self) -> Vec<u32> {
        let mut lines: Vec<u32> =
            self.places.iter().map(|place| place.line).filter(|&line| line != u32::MAX).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    /// The share of its letters that satisfy `is`.
    pub(crate) fn share(&self, is: impl Fn(Look) -> bool) -> f32 {
        let inked = self.chars.iter().zip(&self.places).filter(|(c, _)| !c.is_whitespace());
        let (mut all, mut hits) = (0u32, 0u32);
        for (_, place) in inked {
            all += 1;
            hits += u32::from(is(place.look));
        }
        if all == 0 { 0.0 } else { hits as f32 / all as f32 }
    }
}

/// A byte range of `text` counted in characters.
pub(crate) fn char_range(text: &str, range: Range<usize>) -> Range<usize> {
    let count = |end: usize| text.get(..end).map_or(0, |head| head.chars().count());
    count(range.start)..count(range.end)
}

/// Whether `ch` separates fields and belongs to none.
pub(crate) fn is_separator(ch: char) -> bool {
    matches!(
        ch,
        ',' | ';'
            | ':'
            | '|'
            | '·'
            | '•'
            | '–'
            | '—'
            | '-'
            | '‐'
            | '‑'
            | '−'
            | '/'
            | '\\'
            | '~'
            | '∙'
            | '‧'
            | '♦'
            | '◆'
            | '，'
            | '；'
            | '：'
            | '｜'
            | '、'
            | '＊'
            | '*'
            | '>'
            | '<'
            | '»'
            | '«'
            | '@'
            | '_'
            | '⋄'
            | '⋅'
            | '・'
            | '▪'
            | '■'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(text: &str) -> Passage {
        let mut out = Passage::default();
        for (at, ch) in text.chars().enumerate() {
            out.push(ch, Place { line: 3, at: at as u32, look: Look::default() });
        }
        out
    }

    #[test]
    fn a_slice_keeps_the_places_of_its_characters() {
        let cut = passage("Zoë, Köln").slice(5..9);
        assert_eq!(cut.text(), "Köln");
        assert_eq!(cut.places().first().map(|p| p.at), Some(5));
        assert_eq!(cut.lines(), [3]);
    }

    #[test]
    fn separators_and_lonely_brackets_are_trimmed() {
        assert_eq!(passage(" – Baker (").trim_separators().text(), "Baker");
        assert_eq!(passage("(Leeds)").trim_separators().text(), "Leeds");
        assert_eq!(passage("C++ (2 of 3)").trim_separators().text(), "C++ (2 of 3)");
    }
}
