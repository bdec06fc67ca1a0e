//! What a number counts, and how often.

use super::super::{quantity::Unit, words::Gap};
use super::{Reader, Value};

/// The currencies that are told apart.
const MONEY: [&str; 10] = ["USD", "GBP", "EUR", "CHF", "JPY", "INR", "CAD", "AUD", "PLN", "SEK"];

/// The rates that are told apart.
const RATES: [&str; 6] = ["hour", "shift", "day", "week", "month", "year"];

impl Reader<'_> {
    pub(super) fn unit(&self, at: usize, value: &Value) -> (Unit, usize) {
        let end = value.end;
        let after =
            self.tokens.get(end - 1).and_then(|it| self.text.get(it.end..)).unwrap_or_default();
        let start = self.tokens.get(at).map_or(0, |it| it.start);
        let before = self.text.get(..start).unwrap_or_default().trim_end_matches([' ', '\u{a0}']);
        let close = after.trim_start_matches(['.', ' ', '\u{a0}', '\u{202f}', '+']);
        let next = self.next(end);
        if close.starts_with(['%', '％']) {
            let points = matches!(self.next(end), "points" | "point" | "punkte");
            return if points { (Unit::Points, end + 1) } else { (Unit::Percent, end) };
        }
        if self.lists.has("points", next) {
            return (Unit::Points, end + 1);
        }
        if self.lists.has("percent", next) {
            let points = matches!(self.next(end + 1), "points" | "point");
            return if points { (Unit::Points, end + 2) } else { (Unit::Percent, end + 1) };
        }
        if matches!((next, self.next(end + 1)), ("per" | "pour", "cent") | ("por", "ciento")) {
            return (Unit::Percent, end + 2);
        }
        if let Some(code) =
            symbol(before, close).or_else(|| self.lists.kind("money", self.before(at, 1)))
        {
            return (money(code), end);
        }
        if let Some(code) = self.lists.kind("money", next) {
            return (money(code), end + 1);
        }
        if self.glued_time(end).is_some() {
            return (Unit::Time, end - 1);
        }
        if self.lists.kind("time", next).is_some() && self.is_time(end, next) {
            return (Unit::Time, end);
        }
        (Unit::Plain, end)
    }

    /// The unit glued to the number before `end`, as in "420ms".
    pub(super) fn glued_time(&self, end: usize) -> Option<&str> {
        let word = self.before(end, 1);
        let digits = word.trim_end_matches(char::is_alphabetic);
        let suffix = word.get(digits.len()..).filter(|it| !it.is_empty() && !digits.is_empty())?;
        self.lists.kind("time", suffix).filter(|_| word.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// "400 factures par an" counts no years, "11 h" and "3 s" do count time.
    pub(super) fn is_time(&self, at: usize, word: &str) -> bool {
        let glued = self.tokens.get(at).is_some_and(|it| it.joined || it.gap == Gap::None);
        // "years 7 to 9" are forms at school, and Spanish "a" is no unit.
        glued && !matches!(word, "h" | "s")
            || matches!(word, "h" | "s") && self.next(at + 1).len() != 1
    }

    pub(super) fn scale_of_time(&self, at: usize) -> f64 {
        let named = self.lists.kind("time", self.word(at));
        let kind = self.glued_time(at + 1).or(named);
        kind.and_then(|it| it.parse().ok()).unwrap_or(1.0)
    }

    pub(super) fn is_year(&self, at: usize, value: &Value) -> bool {
        let word = self.word(at);
        let calendar = word.len() == 4 && (1950.0..2100.0).contains(&value.value);
        let after = self.next(value.end);
        let noun = !after.is_empty()
            && !self.lists.is_small(after)
            && !after.starts_with(|c: char| c.is_ascii_digit());
        let dated = [
            "in", "since", "from", "to", "until", "by", "of", "during", "seit", "bis", "en",
            "depuis", "desde", "im", "and", "ab", "hasta", "till", "through", "a", "jahr", "year",
            "del", "de",
        ]
        .contains(&self.before(at, 1));
        calendar && (dated || !noun)
    }

    /// How often: "a month", "monthly", "per shift" within the next words.
    pub(super) fn rate(&self, end: usize) -> Option<&'static str> {
        let each =
            ["a", "an", "per", "each", "every", "je", "pro", "par", "al", "por", "cada", "the"];
        for at in end..(end + 6).min(self.tokens.len()) {
            let token = self.tokens.get(at)?;
            if token.gap >= Gap::Clause || token.is_number() {
                return None;
            }
            let Some(rate) = self.lists.kind("rate", &token.fold) else { continue };
            let adverb = token.fold.ends_with("ly") || token.fold.ends_with("lich");
            let after = self.next(at + 1);
            let ends = after.is_empty() || self.lists.is_small(after);
            let spell = ["in", "within", "over", "during", "after"].contains(&self.before(at, 2));
            if spell && !adverb {
                return None;
            }
            if adverb && ends || each.contains(&self.before(at, 1)) {
                return RATES.into_iter().find(|it| *it == rate);
            }
        }
        None
    }
}

fn money(code: &str) -> Unit {
    MONEY.into_iter().find(|it| *it == code).map_or(Unit::Plain, Unit::Money)
}

/// The currency whose sign stands before or after a number.
fn symbol(before: &str, after: &str) -> Option<&'static str> {
    let sign = before.chars().next_back().or_else(|| after.chars().next());
    let of = |c: char| match c {
        '$' => Some("USD"),
        '£' => Some("GBP"),
        '€' => Some("EUR"),
        '¥' => Some("JPY"),
        '₹' => Some("INR"),
        _ => None,
    };
    sign.and_then(of).or_else(|| after.chars().next().and_then(of))
}
