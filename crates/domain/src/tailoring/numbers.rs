//! The numbers of a text, in digits and in words.

use super::{
    lists::{Lists, Tongue},
    quantity::{Bound, Quantity, Step, Unit},
    words::{Gap, Token},
};

/// The currencies that are told apart.
const MONEY: [&str; 10] =
    ["USD", "GBP", "EUR", "CHF", "JPY", "INR", "CAD", "AUD", "PLN", "SEK"];

/// The rates that are told apart.
const RATES: [&str; 6] = ["hour", "shift", "day", "week", "month", "year"];

/// Every number in `tokens` of `text`.
pub(super) fn find(text: &str, tokens: &[Token], tongue: Tongue) -> Vec<Quantity> {
    let reader = Reader { text, tokens, tongue, lists: Lists::get() };
    let mut out: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.quantity(at) {
            Some(quantity) => {
                at = quantity.tokens.1.max(at + 1);
                out.push(quantity);
            }
            None => at += 1,
        }
    }
    reader.pair_up(&mut out);
    out
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    tongue: Tongue,
    lists: &'static Lists,
}

/// A value as it is being read.
struct Value {
    value: f64,
    other: Option<f64>,
    end: usize,
    rough: bool,
    percent: bool,
    plural: bool,
    in_words: bool,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.fold.as_str())
    }

    /// The word at `at`, unless a sentence or comma parts it from the one before.
    fn next(&self, at: usize) -> &str {
        self.tokens.get(at).filter(|it| it.gap == Gap::None).map_or("", |it| it.fold.as_str())
    }

    fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    fn quantity(&self, at: usize) -> Option<Quantity> {
        let mut value = self.digits(at).or_else(|| self.words(at)).or_else(|| self.article(at))?;
        let (mut unit, mut end) = self.unit(at, &value);
        if unit == Unit::Plain && value.percent {
            unit = Unit::Percent;
        }
        if unit == Unit::Plain && self.is_year(at, &value) {
            unit = Unit::Year;
            value.other = None;
        }
        if value.in_words && (value.value - 1.0).abs() < 1e-9 && unit == Unit::Plain {
            return None;
        }
        if unit == Unit::Time {
            let scale = self.scale_of_time(end);
            let half = self.and_a_half(end + 1);
            value.value = (value.value + half.0) * scale;
            value.other = value.other.map(|it| it * scale);
            end = half.1;
        }
        let (mut bound, first) = self.bound(at);
        if bound == Bound::Exact {
            bound = self.bound_after(&value, &mut end);
        }
        let step = self.step(first);
        let rate = self.rate(end);
        Some(Quantity {
            value: value.value,
            other: value.other,
            unit,
            bound,
            step,
            rough: value.rough,
            rate,
            tokens: (at, end),
        })
    }

    /// Digits, with what multiplies them.
    fn digits(&self, at: usize) -> Option<Value> {
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
        Some(Value { value, other, end, rough: false, percent: false, plural: false, in_words: false })
    }

    fn parts_thousands(&self, so_far: &str, at: usize) -> bool {
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

    fn scale(&self, at: usize) -> Option<f64> {
        let word = self.next(at);
        let [_, scale, _] = self.tongue.numbers();
        self.lists
            .number(scale, word)
            .or_else(|| self.lists.number("scale.en", word))
            .filter(|_| word.len() > 1 || self.tokens.get(at).is_some_and(|it| !it.joined))
    }

    /// A number in words: "twenty five", "a dozen", "two thirds", "halved".
    fn words(&self, at: usize) -> Option<Value> {
        let [units, scales, parts] = self.tongue.numbers();
        let word = self.word(at);
        let part = |at: usize| self.lists.number(parts, self.next(at)).filter(|_| self.is_part(at));
        if let Some(percent) = self.lists.number(parts, word).filter(|_| self.is_part(at)) {
            return Some(Value { value: percent, other: None, end: at + 1, rough: true, percent: true, plural: false, in_words: true });
        }
        let plural = matches!(word, "hundreds" | "thousands" | "dozens" | "cientos" | "cents" | "hunderte");
        let mut total = match self.lists.number(units, word).or_else(|| compound(units, self.lists, word)) {
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
            return Some(Value { value: total * percent, other: None, end: end + 1, rough: true, percent: true, plural: false, in_words: true });
        }
        while let Some(scale) = self.scale(end) {
            total *= scale;
            end += 1;
        }
        Some(Value { value: total, other: None, end, rough: false, percent: false, plural, in_words: true })
    }

    /// Whether the word for a part counts: not "half day", "third shift" or "each quarter".
    fn is_part(&self, at: usize) -> bool {
        let word = self.word(at);
        let (before, after) = (self.before(at, 1), self.next(at + 1));
        match word {
            "third" | "fifth" | "quart" | "tiers" | "cuarto" | "tercio" | "drittel" | "viertel" | "funftel" => {
                matches!(before, "a" | "one" | "by" | "ein" | "um" | "eines" | "einem" | "un" | "d" | "de" | "du" | "two" | "zwei" | "deux" | "dos" | "than" | "als")
            }
            "quarters" | "thirds" | "tercios" => !matches!(before, "" | "in" | "all"),
            "half" => self.lists.kind("time", after).is_none() && !matches!(before, "first" | "second" | "other"),
            "double" | "triple" => matches!(before, "to" | "the" | "nearly" | "almost") || at == 0 || after == "the",
            "twice" => self.lists.kind("rate", self.word(at + 2)).is_none() && self.lists.kind("rate", after).is_none(),
            _ => true,
        }
    }

    /// "in a year", "within a year and a half".
    fn article(&self, at: usize) -> Option<Value> {
        let within = ["in", "within", "over", "after", "under", "for", "inside", "innerhalb", "en", "dans", "que", "of", "than", "about"];
        let is_article = matches!(self.word(at), "a" | "an" | "one" | "ein" | "einem" | "eines" | "un" | "une" | "ano");
        let named = self.lists.kind("time", self.next(at + 1)).is_some_and(|it| it.len() > 4);
        let before = self.before(at, 1);
        (is_article && named && within.contains(&before)).then_some(Value {
            value: 1.0, other: None, end: at + 1, rough: false, percent: false, plural: false, in_words: true,
        })
    }

    /// The half in "a year and a half"; the first number is in units of time.
    fn and_a_half(&self, end: usize) -> (f64, usize) {
        let found = ["and", "und", "et", "y"].contains(&self.next(end))
            && (["half", "demi", "medio", "media"].contains(&self.next(end + 2)) || self.next(end + 1) == "demi");
        if found { (0.5, end + 3) } else { (0.0, end) }
    }

    fn unit(&self, at: usize, value: &Value) -> (Unit, usize) {
        let end = value.end;
        let after = self.tokens.get(end - 1).and_then(|it| self.text.get(it.end..)).unwrap_or_default();
        let start = self.tokens.get(at).map_or(0, |it| it.start);
        let before = self.text.get(..start).unwrap_or_default().trim_end_matches([' ', '\u{a0}']);
        let close = after.trim_start_matches([' ', '\u{a0}', '\u{202f}', '+']);
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
        if let Some(code) = symbol(before, close).or_else(|| self.lists.kind("money", self.before(at, 1))) {
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
    fn glued_time(&self, end: usize) -> Option<&str> {
        let word = self.before(end, 1);
        let digits = word.trim_end_matches(char::is_alphabetic);
        let suffix = word.get(digits.len()..).filter(|it| !it.is_empty() && !digits.is_empty())?;
        self.lists.kind("time", suffix).filter(|_| word.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// "400 factures par an" counts no years, "11 h" and "3 s" do count time.
    fn is_time(&self, at: usize, word: &str) -> bool {
        let glued = self.tokens.get(at).is_some_and(|it| it.joined || it.gap == Gap::None);
        // "years 7 to 9" are forms at school, and Spanish "a" is no unit.
        glued && !matches!(word, "h" | "s") || matches!(word, "h" | "s") && self.next(at + 1).len() != 1
    }

    fn scale_of_time(&self, at: usize) -> f64 {
        let named = self.lists.kind("time", self.word(at));
        let kind = self.glued_time(at + 1).or(named);
        kind.and_then(|it| it.parse().ok()).unwrap_or(1.0)
    }

    fn is_year(&self, at: usize, value: &Value) -> bool {
        let word = self.word(at);
        let calendar = word.len() == 4 && (1950.0..2100.0).contains(&value.value);
        let after = self.next(value.end);
        let noun = !after.is_empty()
            && !self.lists.is_small(after)
            && !after.starts_with(|c: char| c.is_ascii_digit());
        let dated = ["in", "since", "from", "to", "until", "by", "of", "during", "seit", "bis", "en", "depuis", "desde", "im", "and", "ab", "hasta", "till", "through", "a", "jahr", "year", "del", "de"]
            .contains(&self.before(at, 1));
        calendar && (dated || !noun)
    }

    /// What the words before the number make of it, and where they begin.
    fn bound(&self, at: usize) -> (Bound, usize) {
        let parted = self.tokens.get(at).is_none_or(|it| it.gap >= Gap::Clause);
        if parted {
            return (Bound::Exact, at);
        }
        // Past an article and a sign: "more than a dozen", "about $3 million".
        let skip = usize::from(matches!(self.before(at, 1), "a" | "an" | "one" | "the" | "ein" | "un" | "una" | "une" | "usd" | "eur" | "gbp" | "d"));
        for from in [at, at.saturating_sub(skip)] {
            let three = [self.before(from, 3), self.before(from, 2), self.before(from, 1)];
            let [a, b, c] = three;
            for (phrase, length) in [(format!("{a}_{b}_{c}"), 3), (format!("{b}_{c}"), 2), (c.to_owned(), 1)] {
                let Some(kind) = self.lists.kind("bound", &phrase) else { continue };
                if let Some(bound) = bound_named(kind) {
                    return (bound, from.saturating_sub(length));
                }
            }
        }
        (Bound::Exact, at - skip.min(at))
    }

    /// "60+", "60 or more", "hundreds".
    fn bound_after(&self, value: &Value, end: &mut usize) -> Bound {
        let after = self.tokens.get(end.saturating_sub(1)).and_then(|it| self.text.get(it.end..));
        let sign = after.unwrap_or_default().trim_start_matches(['%', ' ']).starts_with('+');
        let more = matches!((self.next(*end), self.next(*end + 1)), ("or", "more") | ("oder", "mehr") | ("ou", "plus") | ("o", "mas"));
        let plus = self.tokens.get(value.end - 1).and_then(|it| self.text.get(it.end..));
        if value.plural {
            return Bound::Least;
        }
        if sign || more || plus.is_some_and(|it| it.starts_with('+')) { Bound::Over } else { Bound::Exact }
    }

    fn step(&self, at: usize) -> Step {
        let back = |n: usize| at.checked_sub(n).map_or("", |at| self.word(at));
        let word = if matches!(back(1), "a" | "an") { back(2) } else { back(1) };
        if self.lists.has("before.from", word) && !matches!((self.tongue, word), (Tongue::Fr | Tongue::Es, "de")) {
            Step::From
        } else if self.lists.has("before.by", word) {
            Step::By
        } else if self.lists.has("before.to", word) {
            Step::To
        } else {
            Step::None
        }
    }

    /// How often: "a month", "monthly", "per shift" within the next words.
    fn rate(&self, end: usize) -> Option<&'static str> {
        let each = ["a", "an", "per", "each", "every", "je", "pro", "par", "al", "por", "cada", "the"];
        for at in end..(end + 6).min(self.tokens.len()) {
            let token = self.tokens.get(at)?;
            if token.gap >= Gap::Clause || token.is_number() {
                return None;
            }
            let Some(rate) = self.lists.kind("rate", &token.fold) else { continue };
            let adverb = token.fold.ends_with("ly") || token.fold.ends_with("lich");
            if adverb || each.contains(&self.before(at, 1)) {
                return RATES.into_iter().find(|it| *it == rate);
            }
        }
        None
    }

    /// "from 9 to 5", "28 to 32", "between 3 and 5": two numbers that belong together.
    fn pair_up(&self, found: &mut [Quantity]) {
        for at in 1..found.len() {
            let (head, tail) = found.split_at_mut(at);
            let (Some(first), Some(second)) = (head.last_mut(), tail.first_mut()) else { continue };
            let between: Vec<&str> =
                (first.tokens.1..second.tokens.0).map(|at| self.word(at)).collect();
            let sign = self.sign_between(first, second);
            let to = match between.as_slice() {
                [] => sign,
                [one] => matches!(*one, "to" | "bis" | "a" | "auf" | "al" | "and" | "und" | "through"),
                _ => false,
            };
            if !to || first.unit == Unit::Year {
                continue;
            }
            if first.unit == Unit::Plain && between.len() <= 1 {
                first.unit = second.unit;
                self.share_time(first, second);
            }
            let started = self.before(first.tokens.0, 1);
            let and = between.first().is_some_and(|it| matches!(*it, "and" | "und"));
            if and && !matches!(started, "between" | "zwischen" | "entre") {
                continue;
            }
            if matches!(started, "from" | "von" | "de" | "del" | "des") && !and {
                (first.step, second.step) = (Step::From, Step::To);
            } else if first.value < second.value && first.bound == Bound::Exact {
                (first.bound, second.bound) = (Bound::Least, Bound::UpTo);
                (first.step, second.step) = (Step::None, Step::None);
            }
        }
    }

    /// "12 to 8 days": the first number is in days as well.
    fn share_time(&self, first: &mut Quantity, second: &Quantity) {
        if second.unit == Unit::Time {
            first.value *= self.scale_of_time(second.tokens.1);
        }
    }

    fn sign_between(&self, first: &Quantity, second: &Quantity) -> bool {
        let end = self.tokens.get(first.tokens.1 - 1).map_or(0, |it| it.end);
        let start = self.tokens.get(second.tokens.0).map_or(0, |it| it.start);
        let between = self.text.get(end..start).unwrap_or_default();
        matches!(between.trim_matches([' ', '%', '$', '€', '£']), "-" | "–" | "—" | "→" | "->")
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

fn bound_named(kind: &str) -> Option<Bound> {
    Some(match kind {
        "over" => Bound::Over,
        "least" => Bound::Least,
        "upto" => Bound::UpTo,
        "under" => Bound::Under,
        "nearly" => Bound::Nearly,
        "about" => Bound::About,
        _ => return None,
    })
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
