//! A text as sentences, each with its place.

use std::ops::Range;

/// A sentence or a line without an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Where, in bytes.
    pub(super) range: Range<usize>,
    /// In which line.
    pub(super) line: usize,
}

/// Every sentence of `text`, in order.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut line = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|it| it.1);
        let ends = match c {
            '\n' => true,
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace) && !is_short(text, start, at),
            '。' | '！' | '？' | '؟' => true,
            _ => false,
        };
        if ends {
            push(&mut out, text, start..at + c.len_utf8(), line);
            start = at + c.len_utf8();
            line += usize::from(c == '\n');
        }
    }
    push(&mut out, text, start..text.len(), line);
    out
}

/// "e.g." and the like end no sentence.
fn is_short(text: &str, start: usize, at: usize) -> bool {
    let word =
        text.get(start..at).and_then(|it| it.split_whitespace().next_back()).unwrap_or_default();
    matches!(
        word.trim_start_matches('('),
        "e.g" | "i.e" | "z.B" | "p.ex" | "Dr" | "Mr" | "Ms" | "vs" | "etc" | "ca" | "No" | "Nr"
    )
}

fn push(out: &mut Vec<Sentence>, text: &str, range: Range<usize>, line: usize) {
    if text
        .get(range.clone())
        .is_some_and(|it| it.chars().any(|c| c.is_alphanumeric() || matches!(c, '<' | '`' | '[')))
    {
        out.push(Sentence { range, line });
    }
}
