//! Text as a person would see it, and as a rule can read it.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The longest text that is looked at, in characters.
pub(super) const LONGEST: usize = 20_000;

/// The text without characters that nobody sees; what tag characters spell comes second.
pub(super) fn visible(text: &str) -> (String, String) {
    let mut seen = String::with_capacity(text.len());
    let mut tagged = String::new();
    for c in text.chars().take(LONGEST) {
        match c {
            '\u{e0020}'..='\u{e007e}' => {
                tagged.extend(char::from_u32(u32::from(c) - 0xe0000));
            }
            '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fe00}'..='\u{fe0e}'
            | '\u{e0000}'..='\u{e0fff}' => {}
            // Joiners mean something between letters of some scripts, and nothing between ours.
            '\u{200c}' | '\u{200d}'
                if seen.ends_with(|it: char| it.is_ascii() || it.is_whitespace()) => {}
            '\r' => {}
            '\n' | '\t' => seen.push(c),
            c if c.is_control() => {}
            c => seen.push(c),
        }
    }
    (seen, tagged)
}

/// The text as rules read it: small letters of one script, no accents, one space.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).nfc() {
        if matches!(c, '’' | '‘' | 'ʼ' | '`') && !out.ends_with('`') && c != '`' {
            out.push('\'');
        } else if c == '\n' {
            out.push('\n');
        } else if c.is_whitespace() || c == '_' {
            if !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out.replace("ß", "ss").replace('ł', "l").replace('ı', "i")
}

/// The Latin letter that a Cyrillic or Greek one looks like.
const fn latin(c: char) -> char {
    match c {
        'а' | 'α' | 'А' | 'Α' => 'a',
        'В' | 'Β' => 'b',
        'с' | 'С' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'Е' | 'ε' | 'Ε' => 'e',
        'ɡ' => 'g',
        'һ' | 'Н' | 'Η' => 'h',
        'і' | 'І' | 'ι' | 'Ι' => 'i',
        'ј' | 'Ј' => 'j',
        'К' | 'Κ' | 'κ' => 'k',
        'ӏ' => 'l',
        'М' | 'Μ' => 'm',
        'ո' | 'Ν' => 'n',
        'о' | 'О' | 'ο' | 'Ο' => 'o',
        'р' | 'Р' | 'ρ' | 'Ρ' => 'p',
        'ѕ' | 'Ѕ' => 's',
        'Т' | 'Τ' | 'τ' => 't',
        'υ' | 'ս' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' => 'w',
        'х' | 'Х' | 'χ' => 'x',
        'у' | 'У' | 'γ' => 'y',
        _ => c,
    }
}

/// The text with Latin letters for those that look like them.
pub(super) fn in_latin(text: &str) -> String {
    text.chars().map(latin).collect()
}
