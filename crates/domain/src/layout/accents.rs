//! Accents that are drawn on their own, as TeX does without a font for them: each belongs to the
//! letter it is printed over, whichever of both is drawn first.

use std::borrow::Cow;

use crate::page::Glyph;

/// The accent that a sign stands for when it is printed over a letter.
fn combining(sign: char) -> Option<char> {
    Some(match sign {
        '`' | '\u{2cb}' => '\u{300}',
        '\u{b4}' | '\u{2ca}' => '\u{301}',
        '^' | '\u{2c6}' => '\u{302}',
        '~' | '\u{2dc}' => '\u{303}',
        '\u{af}' | '\u{2c9}' => '\u{304}',
        '\u{2d8}' => '\u{306}',
        '\u{2d9}' => '\u{307}',
        '\u{a8}' => '\u{308}',
        '\u{2da}' | '\u{b0}' => '\u{30a}',
        '\u{2dd}' => '\u{30b}',
        '\u{2c7}' => '\u{30c}',
        '\u{b8}' => '\u{327}',
        '\u{2db}' => '\u{328}',
        mark if ('\u{300}'..='\u{36f}').contains(&mark) => mark,
        _ => return None,
    })
}

/// `glyphs` with each such accent on its letter.
pub(super) fn put_on(glyphs: &[Glyph]) -> Cow<'_, [Glyph]> {
    if !glyphs.iter().any(|glyph| combining(glyph.ch).is_some()) {
        return Cow::Borrowed(glyphs);
    }
    let mut out: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut waiting: Option<(Glyph, char)> = None;
    for glyph in glyphs {
        if let Some((sign, accent)) = waiting.take() {
            match over(&sign, glyph).then(|| both(glyph.ch, accent)).flatten() {
                Some(ch) => {
                    let space_before =
                        sign.space_before || glyph.space_before && sign.x0 > glyph.x0;
                    out.push(Glyph { ch, space_before, ..*glyph });
                    continue;
                }
                None => out.push(sign),
            }
        }
        let Some(accent) = combining(glyph.ch) else {
            out.push(*glyph);
            continue;
        };
        let letter = out.last_mut().filter(|letter| over(glyph, letter));
        match letter.and_then(|letter| both(letter.ch, accent).map(|ch| (letter, ch))) {
            Some((letter, ch)) => letter.ch = ch,
            None => waiting = Some((*glyph, accent)),
        }
    }
    out.extend(waiting.map(|(sign, _)| sign));
    Cow::Owned(out)
}

/// Whether the middle of `sign` is printed over `letter`.
fn over(sign: &Glyph, letter: &Glyph) -> bool {
    let middle = f32::midpoint(sign.x0, sign.x1);
    let reach = 0.05 * letter.size;
    letter.ch.is_alphabetic() && middle > letter.x0 - reach && middle < letter.x1 + reach
}

fn both(letter: char, accent: char) -> Option<char> {
    // TeX takes the dot off the letter below an accent.
    let letter = match letter {
        '\u{131}' => 'i',
        '\u{237}' => 'j',
        other => other,
    };
    unicode_normalization::char::compose(letter, accent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(signs: &[(char, f32, f32)]) -> String {
        let glyph = |&(ch, x0, x1): &(char, f32, f32)| Glyph {
            ch,
            x0,
            x1,
            baseline: 100.0,
            size: 10.0,
            style: 0,
            turn: 0,
            space_before: false,
        };
        let glyphs: Vec<Glyph> = signs.iter().map(glyph).collect();
        put_on(&glyphs).iter().map(|g| g.ch).collect()
    }

    #[test]
    fn an_accent_goes_onto_the_letter_it_is_printed_over() {
        assert_eq!(drawn(&[('D', 0.0, 7.0), ('´', 7.2, 11.8), ('e', 7.0, 11.5)]), "Dé");
        assert_eq!(drawn(&[('c', 0.0, 4.5), ('¸', 0.1, 4.4), ('a', 4.5, 9.0)]), "ça");
        assert_eq!(drawn(&[('ˆ', 0.2, 3.0), ('ı', 0.0, 3.0)]), "î");
    }

    #[test]
    fn a_sign_beside_letters_stays() {
        assert_eq!(drawn(&[('C', 0.0, 7.0), ('^', 7.0, 11.0), ('e', 11.0, 15.0)]), "C^e");
        assert_eq!(drawn(&[('~', 0.0, 5.0), ('/', 5.0, 8.0)]), "~/");
    }
}
