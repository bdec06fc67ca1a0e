//! Text as it is printed.

/// The text on one line, without what cannot be seen: control characters, zero-width spaces, soft
/// hyphens, marks that turn the writing direction around.
pub(super) fn clean(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_hidden(*c));
    let flat: String = seen.map(|c| if c.is_control() { ' ' } else { c }).collect();
    flat.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Each line of the text that says something.
pub(super) fn lines(text: &str) -> Vec<String> {
    all(text.lines())
}

/// Each of the texts that says something.
pub(super) fn all<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Vec<String> {
    texts.into_iter().map(|one| clean(one.as_ref())).filter(|one| !one.is_empty()).collect()
}

const fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(clean("  a\u{200b}b\tc\r\n d\u{202e} \u{0}"), "ab c d");
        assert_eq!(clean("10\u{a0}km  *bold* #x"), "10\u{a0}km *bold* #x");
        assert_eq!(lines("one\n\n two \n"), ["one", "two"]);
    }
}
