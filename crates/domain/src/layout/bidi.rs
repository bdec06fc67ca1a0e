//! Right-to-left text: pages give it as it is seen, words want it as it is read.

use unicode_bidi::{BidiClass, bidi_class};

/// Whether most letters of `chars` run from right to left.
pub(super) fn is_rtl(chars: impl Iterator<Item = char>) -> bool {
    let (mut right, mut left) = (0usize, 0usize);
    for ch in chars {
        match bidi_class(ch) {
            BidiClass::R | BidiClass::AL => right += 1,
            BidiClass::L => left += 1,
            _ => {}
        }
    }
    right > left
}

/// Whether `ch` is a letter of a script that runs from right to left.
pub(super) fn is_rtl_letter(ch: char) -> bool {
    matches!(bidi_class(ch), BidiClass::R | BidiClass::AL)
}

/// Puts what is seen from left to right into the order in which it is read: all is turned
/// around, but numbers and words of left-to-right scripts keep their direction.
pub(super) fn to_reading_order<T>(seen: Vec<T>, ch: impl Fn(&T) -> char) -> Vec<T> {
    let mut read: Vec<T> = seen;
    read.reverse();
    let mut start = 0;
    while start < read.len() {
        let strong = |t: &T| !is_rtl_letter(ch(t)) && ch(t).is_alphanumeric();
        if read.get(start).is_none_or(|t| !strong(t)) {
            start += 1;
            continue;
        }
        let mut end = start + 1;
        for (i, t) in read.iter().enumerate().skip(start + 1) {
            if is_rtl_letter(ch(t)) {
                break;
            }
            if strong(t) {
                end = i + 1;
            }
        }
        if let Some(run) = read.get_mut(start..end) {
            run.reverse();
        }
        start = end;
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_is_put_into_reading_order() {
        let seen: Vec<char> = "2020 \u{5d1}\u{5d0}".chars().collect();
        let read: String = to_reading_order(seen, |c| *c).into_iter().collect();
        assert_eq!(read, "\u{5d0}\u{5d1} 2020");
        assert!(is_rtl("\u{5d0}\u{5d1} a".chars()));
        assert!(!is_rtl("ab \u{5d0}".chars()));
    }
}
