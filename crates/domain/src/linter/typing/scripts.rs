//! B20: words in which a letter of another script stands for one that looks alike.

use crate::linter::{Check, Edit, Finding, case::Case};

/// Letters that look like Latin ones.
const ALIKE: &[(char, char)] = &[
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('ј', 'j'),
    ('ѕ', 's'),
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('І', 'I'),
    ('Ѕ', 'S'),
    ('Ј', 'J'),
    ('ο', 'o'),
    ('ν', 'v'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
];

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    for (path, text) in &case.fields {
        let Some((word, whole)) = mixed(text) else { continue };
        let finding = Finding::new(Check::B20).at(path).on(case.spot(path)).quoting(word);
        found.push(if whole {
            let change = Edit::Replace { path: path.clone(), from: text.clone(), to: latin(text) };
            finding.changing(change)
        } else {
            finding
        });
    }
}

/// The first word that mixes Latin with a look-alike, and whether every odd letter of the text is
/// a look-alike in a Latin word, so that it can be put right.
fn mixed(text: &str) -> Option<(&str, bool)> {
    if text.is_ascii() {
        return None;
    }
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let odd = { words() }.find(|word| is_mixed(word))?;
    let whole = words()
        .filter(|word| !word.is_ascii())
        .all(|word| word.chars().all(|c| is_latin(c) || alike(c).is_some() && is_mixed(word)));
    Some((odd, whole))
}

fn is_mixed(word: &str) -> bool {
    word.chars().any(is_latin) && word.chars().any(|c| alike(c).is_some())
}

fn is_latin(ch: char) -> bool {
    ch.is_alphabetic() && u32::from(ch) < 0x250
}

fn alike(ch: char) -> Option<char> {
    ALIKE.iter().find(|(other, _)| *other == ch).map(|(_, latin)| *latin)
}

fn latin(text: &str) -> String {
    text.chars().map(|ch| alike(ch).unwrap_or(ch)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cyrillic_letter_in_a_latin_word_is_found_and_other_scripts_are_let_be() {
        assert_eq!(mixed("Pythоn and SQL"), Some(("Pythоn", true)));
        assert_eq!(latin("Pythоn"), "Python");
        for good in ["Разработчик Python", "50 μm", "α-synuclein", "Müller", "5 Ω", "東京 Tokyo"]
        {
            assert_eq!(mixed(good), None, "{good}");
        }
    }
}
