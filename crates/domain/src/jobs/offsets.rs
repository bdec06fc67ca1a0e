//! Bytes to UTF-16 units, so that JavaScript can slice what is pointed at.

use std::ops::Range;

use super::TextSpan;

/// Counts the UTF-16 units of a text up to any byte.
#[derive(Debug, Clone)]
pub(crate) struct Utf16 {
    /// Every character that is not one byte and one unit: its end, in bytes, and how many more
    /// bytes than units stand up to there.
    wide: Vec<(usize, usize)>,
}

impl Utf16 {
    /// Counts `text`.
    pub(crate) fn new(text: &str) -> Self {
        let mut surplus = 0;
        let wide = text
            .char_indices()
            .filter(|(_, c)| !c.is_ascii())
            .map(|(at, c)| {
                surplus += c.len_utf8() - c.len_utf16();
                (at + c.len_utf8(), surplus)
            })
            .collect();
        Self { wide }
    }

    fn at(&self, byte: usize) -> u32 {
        let before = self.wide.partition_point(|(end, _)| *end <= byte);
        let surplus = before.checked_sub(1).and_then(|it| self.wide.get(it)).map_or(0, |it| it.1);
        u32::try_from(byte.saturating_sub(surplus)).unwrap_or(u32::MAX)
    }

    /// The span of a stretch of bytes.
    pub(crate) fn span(&self, bytes: Range<usize>) -> TextSpan {
        TextSpan { start: self.at(bytes.start), end: self.at(bytes.end) }
    }
}

impl TextSpan {
    /// The words of `text` that it points at; empty when it points outside.
    pub fn of(self, text: &str) -> String {
        let length = self.end.saturating_sub(self.start) as usize;
        let units: Vec<u16> = text.encode_utf16().skip(self.start as usize).take(length).collect();
        String::from_utf16_lossy(&units)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_count_as_javascript_does() {
        let text = "aé😀b";
        let at = text.find('b').unwrap();
        let span = Utf16::new(text).span(at..at + 1);
        assert_eq!((span.start, span.end), (4, 5));
        assert_eq!(span.of(text), "b");
    }
}
