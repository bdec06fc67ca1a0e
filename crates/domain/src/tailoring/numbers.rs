//! The numbers of a text, in digits and in words.

mod pairs;
mod units;
mod values;

use super::{
    lists::{Lists, Tongue},
    quantity::{Bound, Quantity, Step, Unit},
    words::{Gap, Token},
};

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
        // "over three years" is how long it took, "over three years of …" is more.
        let spell = self.before(at, 1) == "over" && at > 2 && unit == Unit::Time;
        if spell && !matches!(self.word(end), "of" | "as" | "experience" | "in") {
            bound = Bound::Exact;
        }
        let step = self.step(first);
        let rate = if unit == Unit::Time { None } else { self.rate(end) };
        Some(Quantity {
            value: value.value,
            other: value.other,
            unit,
            bound,
            step,
            rough: value.rough,
            rate,
            first,
            tokens: (at, end),
        })
    }

    /// What the words before the number make of it, and where they begin.
    fn bound(&self, at: usize) -> (Bound, usize) {
        let parted = self.tokens.get(at).is_none_or(|it| it.gap >= Gap::Clause);
        if parted {
            return (Bound::Exact, at);
        }
        // Past an article and a sign: "more than a dozen", "about $3 million".
        let skip = usize::from(matches!(
            self.before(at, 1),
            "a" | "an" | "one" | "the" | "ein" | "un" | "una" | "une" | "usd" | "eur" | "gbp" | "d"
        ));
        for from in [at, at.saturating_sub(skip)] {
            let three = [self.before(from, 3), self.before(from, 2), self.before(from, 1)];
            let [a, b, c] = three;
            for (phrase, length) in
                [(format!("{a}_{b}_{c}"), 3), (format!("{b}_{c}"), 2), (c.to_owned(), 1)]
            {
                let Some(kind) = self.lists.kind("bound", &phrase) else { continue };
                let turned = ["turn", "turning", "turned", "take", "took", "taking", "hand"];
                if phrase == "over" && turned.contains(&b) {
                    continue;
                }
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
        let more = matches!(
            (self.next(*end), self.next(*end + 1)),
            ("or", "more") | ("oder", "mehr") | ("ou", "plus") | ("o", "mas")
        );
        let plus = self.tokens.get(value.end - 1).and_then(|it| self.text.get(it.end..));
        if value.plural {
            return Bound::Least;
        }
        if sign || more || plus.is_some_and(|it| it.starts_with('+')) {
            Bound::Over
        } else {
            Bound::Exact
        }
    }

    fn step(&self, at: usize) -> Step {
        let back = |n: usize| at.checked_sub(n).map_or("", |at| self.word(at));
        let word = if matches!(back(1), "a" | "an") { back(2) } else { back(1) };
        if self.lists.has("before.from", word)
            && !matches!((self.tongue, word), (Tongue::Fr | Tongue::Es, "de"))
        {
            Step::From
        } else if self.lists.has("before.by", word) {
            Step::By
        } else if self.lists.has("before.to", word) {
            Step::To
        } else {
            Step::None
        }
    }
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
