//! The value of a number, in digits and in words.

use super::super::lists::{Lists, Tongue};
use super::{Reader, Value};

impl Reader<'_> {
    /// Digits, with what multiplies them.
    pub(super) fn digits(&self, at: usize) -> Option<Value> {
        let token = self.tokens.get(at).filter(|it| it.is_number())?;
        let digits = token.fold.trim_end_matches(char::is_alphabetic);
        let suffix = token.fold.get(digits.len()..).unwrap_or_default();
        if !suffix.chars().all(char::is_alphabetic)
            || digits.chars().any(char::is_alphabetic)
            || matches!(suffix, "st" | "nd" | "rd" | "th" | "d" | "er" | "e")
        {
            return None;
        }
        let mut end = at + 1;
        let mut joined = digits.to_owned();
        // "4 000" in languages that part thousands by a space.
        while self.parts_thousands(&joined, end) {
            joined.push_str(self.word(end));
            end += 1;
        }
        let (mut value, mut other) = parse(&joined)?;
        let mut scale = 1.0;
        if !suffix.is_empty() && self.lists.kind("time", suffix).is_none() {
            scale = match suffix {
                "x" => 1.0,
                _ => self.lists.number("scale.en", suffix)?,
            };
        } else if suffix.is_empty() {
            while let Some(more) = self.scale(end) {
                scale *= more;
                end += 1;
            }
        }
        // A short unit glued to its number is read again with the unit.
        value *= scale;
        other = other.map(|it| it * scale);
        Some(Value {
            value,
            other,
            end,
            rough: false,
            percent: false,
            plural: false,
            in_words: false,
        })
    }

    pub(super) fn parts_thousands(&self, so_far: &str, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let Some(last) = self.tokens.get(at - 1) else { return false };
        let between = self.text.get(last.end..token.start).unwrap_or_default();
        let narrow = matches!(between, "\u{a0}" | "\u{202f}" | "\u{2009}" | "'" | "’");
        let spaced = between == " " && self.tongue != Tongue::En;
        (narrow || spaced)
            && so_far.chars().all(|c| c.is_ascii_digit())
            && last.fold.len() <= 3
            && token.fold.len() == 3
            && token.fold.chars().all(|c| c.is_ascii_digit())
    }

    pub(super) fn scale(&self, at: usize) -> Option<f64> {
        let word = self.next(at);
        let [_, scale, _] = self.tongue.numbers();
        self.lists
            .number(scale, word)
            .or_else(|| self.lists.number("scale.en", word))
            .filter(|_| word.len() > 1 || self.tokens.get(at).is_some_and(|it| !it.joined))
    }

    /// A number in words: "twenty five", "a dozen", "two thirds", "halved".
    pub(super) fn words(&self, at: usize) -> Option<Value> {
        let [units, scales, parts] = self.tongue.numbers();
        let word = self.word(at);
        let part = |at: usize| self.lists.number(parts, self.next(at)).filter(|_| self.is_part(at));
        if let Some(percent) = self.lists.number(parts, word).filter(|_| self.is_part(at)) {
            return Some(Value {
                value: percent,
                other: None,
                end: at + 1,
                rough: true,
                percent: true,
                plural: false,
                in_words: true,
            });
        }
        let plural =
            matches!(word, "hundreds" | "thousands" | "dozens" | "cientos" | "cents" | "hunderte");
        let mut total = match self
            .lists
            .number(units, word)
            .or_else(|| self.lists.number("en", word))
            .or_else(|| compound(units, self.lists, word))
        {
            Some(value) => value,
            None => self.lists.number(scales, word).filter(|_| word.len() > 2)?,
        };
        let mut end = at + 1;
        if (20.0..100.0).contains(&total)
            && let Some(more) = self.lists.number(units, self.next(end)).filter(|it| *it < 10.0)
        {
            total += more;
            end += 1;
        }
        if let Some(percent) = part(end) {
            return Some(Value {
                value: total * percent,
                other: None,
                end: end + 1,
                rough: true,
                percent: true,
                plural: false,
                in_words: true,
            });
        }
        while let Some(scale) = self.scale(end) {
            total *= scale;
            end += 1;
        }
        Some(Value {
            value: total,
            other: None,
            end,
            rough: false,
            percent: false,
            plural,
            in_words: true,
        })
    }

    /// Whether the word for a part counts: not "half day", "third shift" or "each quarter".
    pub(super) fn is_part(&self, at: usize) -> bool {
        let word = self.word(at);
        let (before, after) = (self.before(at, 1), self.next(at + 1));
        match word {
            "third" | "fifth" | "quart" | "tiers" | "cuarto" | "tercio" | "drittel" | "viertel"
            | "funftel" => {
                matches!(
                    before,
                    "a" | "one"
                        | "by"
                        | "ein"
                        | "um"
                        | "eines"
                        | "einem"
                        | "un"
                        | "d"
                        | "de"
                        | "du"
                        | "two"
                        | "zwei"
                        | "deux"
                        | "dos"
                        | "than"
                        | "als"
                )
            }
            "quarters" | "thirds" | "tercios" => !matches!(before, "" | "in" | "all"),
            "half" => {
                self.lists.kind("time", after).is_none()
                    && !matches!(before, "first" | "second" | "other")
            }
            "double" | "triple" => {
                matches!(before, "to" | "the" | "nearly" | "almost") || at == 0 || after == "the"
            }
            "twice" => {
                self.lists.kind("rate", self.word(at + 2)).is_none()
                    && self.lists.kind("rate", after).is_none()
            }
            _ => true,
        }
    }

    /// "in a year", "within a year and a half".
    pub(super) fn article(&self, at: usize) -> Option<Value> {
        let within = [
            "in",
            "within",
            "over",
            "after",
            "under",
            "for",
            "inside",
            "innerhalb",
            "en",
            "dans",
            "que",
            "of",
            "than",
            "about",
        ];
        let is_article = matches!(
            self.word(at),
            "a" | "an" | "one" | "ein" | "einem" | "eines" | "un" | "une" | "ano"
        );
        let named = self.lists.kind("time", self.next(at + 1)).is_some_and(|it| it.len() > 4);
        let before = self.before(at, 1);
        (is_article && named && within.contains(&before)).then_some(Value {
            value: 1.0,
            other: None,
            end: at + 1,
            rough: false,
            percent: false,
            plural: false,
            in_words: true,
        })
    }

    /// The half in "a year and a half"; the first number is in units of time.
    pub(super) fn and_a_half(&self, end: usize) -> (f64, usize) {
        let found = ["and", "und", "et", "y"].contains(&self.next(end))
            && (["half", "demi", "medio", "media"].contains(&self.next(end + 2))
                || self.next(end + 1) == "demi");
        if found { (0.5, end + 3) } else { (0.0, end) }
    }
}

/// "siebzehnhundert" and the like are not read; "einundzwanzig" is.
fn compound(list: &str, lists: &Lists, word: &str) -> Option<f64> {
    if list != "de" {
        return None;
    }
    let (one, ten) = word.split_once("und")?;
    let one = if one == "ein" { 1.0 } else { lists.number("de", one)? };
    Some(one + lists.number("de", ten)?)
}

/// The number in digits, and how else it can be read.
fn parse(digits: &str) -> Option<(f64, Option<f64>)> {
    let plain: String = digits.chars().filter(|c| !matches!(c, '\'' | '’')).collect();
    let marks: Vec<char> = plain.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let number = |decimal: Option<char>| -> Option<f64> {
        let text: String = plain
            .chars()
            .filter(|c| c.is_ascii_digit() || Some(*c) == decimal)
            .map(|c| if c.is_ascii_digit() { c } else { '.' })
            .collect();
        text.parse().ok()
    };
    let last = plain.rsplit(['.', ',']).next().map_or(0, str::len);
    match marks.as_slice() {
        [] => Some((number(None)?, None)),
        [mark] if last == 3 => {
            let (whole, part) = (number(None)?, number(Some(*mark))?);
            if *mark == ',' || !plain.starts_with('0') {
                Some((whole, Some(part)))
            } else {
                Some((part, None))
            }
        }
        [mark] => Some((number(Some(*mark))?, None)),
        [first, .., end] if first == end => Some((number(None)?, None)),
        [.., end] => Some((number(Some(*end))?, None)),
    }
}
