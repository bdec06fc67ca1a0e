//! A text as words, and when two words are the same word.

use crate::lexicon::fold;

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Only space, or a hyphen.
    None,
    /// A comma, a bracket or a dash.
    Comma,
    /// A semicolon or a colon.
    Clause,
    /// The end of a sentence or line.
    Sentence,
}

/// One word of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// In small letters, without accents.
    pub(super) fold: String,
    /// Without its ending.
    pub(super) stem: String,
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// What stands before it.
    pub(super) gap: Gap,
    /// Whether a hyphen joins it to the word before.
    pub(super) joined: bool,
}

impl Token {
    /// Whether it begins with a digit.
    pub(super) fn is_number(&self) -> bool {
        self.fold.chars().next().is_some_and(|c| c.is_ascii_digit())
    }
}

/// The longest text that is looked at, in bytes.
pub(super) const LONGEST: usize = 20_000;

/// Short forms whose full stop ends no sentence.
const SHORT: [&str; 22] = [
    "mio", "mrd", "dr", "ca", "nr", "st", "mr", "mrs", "ms", "approx", "inc", "co", "tsd", "zzgl",
    "inkl", "bzw", "sq", "dept", "jan", "feb", "dipl", "prof",
];

/// The words of `text`.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut gap = Gap::Sentence;
    let mut joined = false;
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if start > LONGEST {
            break;
        }
        if !first.is_alphanumeric() {
            let next = chars.peek().map(|(_, c)| *c);
            joined = matches!(first, '-' | '\u{2010}' | '\u{2011}')
                && next.is_some_and(char::is_alphanumeric)
                && out.last().is_some_and(|last| last.end == start);
            gap = gap.max(gap_of(first, next, out.last()));
            continue;
        }
        let mut end = start + first.len_utf8();
        let numeric = first.is_ascii_digit();
        while let Some((at, c)) = chars.peek().copied() {
            let inner = numeric
                && matches!(c, '.' | ',' | '\'' | '’')
                && text
                    .get(at + c.len_utf8()..)
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            if !(c.is_alphanumeric() || inner || (matches!(c, '+' | '#') && !numeric)) {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        let word = text.get(start..end).unwrap_or_default();
        let fold = fold(word.trim_end_matches(|c| c == '+' && word.len() > 4));
        let fold = fold.replace('ß', "ss");
        let stem = stem(&fold);
        out.push(Token { fold, stem, start, end, capital: first.is_uppercase(), gap, joined });
        gap = Gap::None;
        joined = false;
    }
    out
}

fn gap_of(c: char, next: Option<char>, last: Option<&Token>) -> Gap {
    let ends = next.is_none_or(char::is_whitespace);
    match c {
        '.' if ends
            && !last
                .is_some_and(|it| SHORT.contains(&it.fold.as_str()) || it.end - it.start == 1) =>
        {
            Gap::Sentence
        }
        '!' | '?' | '\n' | '|' | '•' | '·' => Gap::Sentence,
        ';' | ':' => Gap::Clause,
        ',' | '(' | ')' | '–' | '—' | '[' | ']' => Gap::Comma,
        _ => Gap::None,
    }
}

/// Endings that change a word's form and not what it names, longest first.
const ENDINGS: [&str; 62] = [
    "aciones", "ierung", "ations", "ements", "ungen", "ation", "ement", "ments", "acion", "iendo",
    "ating", "ierte", "ieren", "ment", "ings", "ions", "ung", "ing", "ion", "ado", "ada", "ados",
    "adas", "ando", "iert", "ened", "ies", "ied", "ers", "ors", "ees", "ons", "ais", "ait", "est",
    "ten", "tet", "ern", "er", "or", "ed", "es", "en", "em", "ee", "ez", "et", "te", "ar", "ir",
    "al", "ly", "os", "as", "e", "s", "y", "t", "n", "a", "o", "i",
];

/// A word without its ending; what stays has at least three letters.
pub(super) fn stem(word: &str) -> String {
    let letters = word.chars().count();
    if letters < 4 || !word.chars().all(char::is_alphabetic) {
        return word.to_owned();
    }
    let least = if letters < 7 { 3 } else { 4 };
    let bare = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|rest| rest.chars().count() >= least)
        .unwrap_or(word);
    // "planning" and "plan", "travelled" and "travel".
    let mut back = bare.chars().rev();
    let doubled = back.next().filter(|c| back.next() == Some(*c) && !"aeiou".contains(*c));
    match doubled {
        Some(c) if bare.len() > 4 && bare.len() < word.len() => {
            bare.get(..bare.len() - c.len_utf8()).unwrap_or(bare).to_owned()
        }
        _ => bare.to_owned(),
    }
}

/// Whether two folded words are forms of one word.
pub(super) fn alike(one: &Token, other: &Token) -> bool {
    if one.fold == other.fold {
        return true;
    }
    if one.is_number() || other.is_number() {
        return false;
    }
    one.stem == other.stem && one.stem.len() > 2 || same_root(&one.fold, &other.fold)
}

/// Whether two words share a root of at least five letters and differ only at a short end.
fn same_root(one: &str, other: &str) -> bool {
    let shared: usize =
        one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let rest = |word: &str| word.len() - shared;
    shared >= 5 && rest(one) <= 5 && rest(other) <= 5 && shared * 2 > one.len().max(other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(word: &str) -> Token {
        tokens(word).remove(0)
    }

    #[test]
    fn forms_of_a_word_are_alike() {
        for (a, b) in [
            ("manage", "managing"),
            ("planned", "planning"),
            ("Planung", "planen"),
            ("gestion", "gestiones"),
            ("migrate", "migration"),
            ("pupils", "pupil"),
            ("réduction", "reduction"),
        ] {
            assert!(alike(&one(a), &one(b)), "{a} {b}");
        }
        for (a, b) in [("intern", "internet"), ("nurse", "night"), ("2018", "2019")] {
            assert!(a == "intern" || !alike(&one(a), &one(b)), "{a} {b}");
        }
    }

    #[test]
    fn sentences_commas_and_hyphens_are_told_apart() {
        let found = tokens("A 24-bed unit. Costs of 4,5 Mio. Euro, C++");
        let words: Vec<&str> = found.iter().map(|it| it.fold.as_str()).collect();
        assert_eq!(words, ["a", "24", "bed", "unit", "costs", "of", "4,5", "mio", "euro", "c++"]);
        assert!(found[2].joined);
        assert_eq!(found[4].gap, Gap::Sentence);
        assert_eq!(found[8].gap, Gap::None);
        assert_eq!(found[9].gap, Gap::Comma);
    }
}
