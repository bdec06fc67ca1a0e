//! Text as it is printed.

use unicode_normalization::UnicodeNormalization;

/// The text on one line, each letter one character, without what cannot be seen: control
/// characters, zero-width spaces, soft hyphens, marks that turn the writing direction around.
pub(super) fn clean(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_hidden(*c));
    let flat = seen.map(|c| if c.is_control() { ' ' } else { c });
    let flat: String = flat.flat_map(letters).nfc().collect();
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

/// "ﬁ" as one character, which some PDFs hand out, is two letters to whoever looks for a word.
fn letters(c: char) -> impl Iterator<Item = char> {
    let is_ligature = matches!(c, '\u{fb00}'..='\u{fb06}');
    let split = is_ligature.then(|| std::iter::once(c).nfkc());
    let whole = (!is_ligature).then_some(c);
    split.into_iter().flatten().chain(whole)
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
    fn text_is_plain_letters_and_single_spaces() {
        assert_eq!(clean("  a\u{200b}b\tc\r\n d\u{202e} \u{0}"), "ab c d");
        assert_eq!(clean("10\u{a0}km  *bold* #x"), "10\u{a0}km *bold* #x");
        assert_eq!(clean("e\u{fb03}cient Mu\u{308}ller"), "efficient Müller");
        assert_eq!(lines("one\n\n two \n"), ["one", "two"]);
    }
}
