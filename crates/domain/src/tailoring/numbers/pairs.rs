//! Numbers that belong together: from one to another, one of another.

use super::super::quantity::{Bound, Quantity, Step, Unit};
use super::Reader;

impl Reader<'_> {
    /// "from 9 to 5", "28 to 32", "between 3 and 5": two numbers that belong together.
    pub(super) fn pair_up(&self, found: &mut [Quantity]) {
        for at in 1..found.len() {
            let (head, tail) = found.split_at_mut(at);
            let Some((first, earlier)) = head.split_last_mut() else { continue };
            let Some(second) = tail.first_mut() else { continue };
            let last = earlier.last();
            let between: Vec<&str> =
                (first.tokens.1..second.tokens.0).map(|at| self.word(at)).collect();
            if self.text_between(first, second).trim() == "/" {
                (first.step, second.step) = (Step::Part, Step::Whole);
                continue;
            }
            let sign = self.sign_between(first, second);
            let to = match between.as_slice() {
                [] => sign,
                [one] => matches!(
                    *one,
                    "to" | "bis" | "a" | "auf" | "al" | "and" | "und" | "through" | "of" | "von"
                ),
                [out, of] => *out == "out" && *of == "of",
                _ => false,
            };
            if !to || first.unit == Unit::Year {
                continue;
            }
            self.share_unit(first, second);
            if matches!(between.last(), Some(&("of" | "von"))) {
                (first.step, second.step) = (Step::Part, Step::Whole);
                continue;
            }
            let started = self.before(first.tokens.0, 1);
            let and = between.first().is_some_and(|it| matches!(*it, "and" | "und"));
            if and && !matches!(started, "between" | "zwischen" | "entre") {
                continue;
            }
            self.take_unit(last, first, second);
            if matches!(started, "from" | "von" | "de" | "del" | "des") && !and {
                (first.step, second.step) = (Step::From, Step::To);
            } else if first.value < second.value && first.bound == Bound::Exact {
                (first.bound, second.bound) = (Bound::Least, Bound::UpTo);
                (first.step, second.step) = (Step::None, Step::None);
            }
        }
    }

    /// "by four days, from nine to five": the pair is in days as well.
    pub(super) fn take_unit(
        &self,
        last: Option<&Quantity>,
        first: &mut Quantity,
        second: &mut Quantity,
    ) {
        let near = last.filter(|it| it.unit == Unit::Time && first.tokens.0 <= it.tokens.1 + 2);
        if first.unit == Unit::Plain && second.unit == Unit::Plain && near.is_some() {
            let scale = near.map_or(1.0, |it| self.scale_of_time(it.tokens.1.saturating_sub(1)));
            for one in [first, second] {
                one.unit = Unit::Time;
                one.value *= scale;
                one.other = one.other.map(|it| it * scale);
            }
        }
    }

    /// "12 to 8 days", "nine days to five": both numbers are in days.
    pub(super) fn share_unit(&self, first: &mut Quantity, second: &mut Quantity) {
        let (from, to) = match (first.unit, second.unit) {
            (Unit::Plain, unit) if unit != Unit::Plain && unit != Unit::Year => (second, first),
            (Unit::Time | Unit::Percent | Unit::Money(_), Unit::Plain) => (first, second),
            _ => return,
        };
        to.unit = from.unit;
        if from.unit == Unit::Time {
            let scale = self.scale_of_time(from.tokens.1.saturating_sub(1));
            to.value *= scale;
            to.other = to.other.map(|it| it * scale);
        }
    }

    pub(super) fn sign_between(&self, first: &Quantity, second: &Quantity) -> bool {
        let between = self.text_between(first, second);
        matches!(between.trim_matches([' ', '%', '$', '€', '£']), "-" | "–" | "—" | "→" | "->")
    }

    fn text_between(&self, first: &Quantity, second: &Quantity) -> &str {
        let end = self.tokens.get(first.tokens.1 - 1).map_or(0, |it| it.end);
        let start = self.tokens.get(second.tokens.0).map_or(0, |it| it.start);
        self.text.get(end..start).unwrap_or_default()
    }
}
