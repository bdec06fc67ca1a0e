//! A number in a text, and what stands with it.

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Unit {
    /// Whatever the words beside it say.
    Plain,
    /// Parts of a hundred.
    Percent,
    /// The difference of two percentages.
    Points,
    /// Money of one currency, by its code.
    Money(&'static str),
    /// Time, in seconds.
    Time,
    /// A year of the calendar.
    Year,
}

/// What the words before a number make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// Just this.
    Exact,
    /// More than it.
    Over,
    /// It or more.
    Least,
    /// It or less.
    UpTo,
    /// Less than it.
    Under,
    /// A little less.
    Nearly,
    /// More or less.
    About,
}

/// What a number is of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Not part of one.
    None,
    /// How far it went.
    By,
    /// Where it arrived.
    To,
    /// Where it began.
    From,
    /// "10" in "10 of 12".
    Part,
    /// "12" in "10 of 12".
    Whole,
}

/// A number in a text, and what stands with it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    /// How much, in the base unit.
    pub(super) value: f64,
    /// How else the digits can be read: 1.234 is a thousand in some languages.
    pub(super) other: Option<f64>,
    /// What it counts.
    pub(super) unit: Unit,
    /// What the words before it make of it.
    pub(super) bound: Bound,
    /// Its part in a change.
    pub(super) step: Step,
    /// Whether it is a fraction in words, good to the nearest percent.
    pub(super) rough: bool,
    /// How often: "month" in "800 a month".
    pub(super) rate: Option<&'static str>,
    /// Where the words that belong to it begin: "more than", "about".
    pub(super) first: usize,
    /// Its first token and the one after its last.
    pub(super) tokens: (usize, usize),
}

/// How one number stands to another that is to support it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Says more, or something else.
    No,
    /// The same number, made more of than the source does.
    Raised,
    /// Nearly: worth a look.
    Near,
    /// Says no more.
    Yes,
}

impl Quantity {
    /// How `self`, of a rewrite, is supported by `source`.
    pub(super) fn fits(&self, source: &Self) -> Fit {
        if !same_unit(self.unit, source.unit) {
            return Fit::No;
        }
        let usual = self.compare(self.value, source, source.value);
        // Another reading of the digits counts only where it is the very same number.
        let others = [(self.other, Some(source.value)), (Some(self.value), source.other)];
        let same = others.into_iter().find_map(|pair| match pair {
            (Some(q), Some(s)) if (q - s).abs() <= self.slack(source, s) => {
                Some(self.compare(q, source, s))
            }
            _ => None,
        });
        same.map_or(usual, |same| usual.max(same))
    }

    fn compare(&self, q: f64, source: &Self, s: f64) -> Fit {
        let slack = self.slack(source, s);
        let equal = (q - s).abs() <= slack;
        // What the source itself leaves open upwards or downwards.
        let more = matches!(source.bound, Bound::Over | Bound::Least);
        let less = matches!(source.bound, Bound::UpTo | Bound::Under | Bound::Nearly);
        match self.bound {
            Bound::Exact if equal && (less || source.bound == Bound::About) => Fit::Near,
            Bound::Exact if equal || is_rounded(q, s) => Fit::Yes,
            Bound::Exact => Fit::No,
            Bound::Over if q < s - slack => {
                if less {
                    Fit::Near
                } else {
                    Fit::Yes
                }
            }
            Bound::Over if equal && more => Fit::Yes,
            Bound::Over if equal => Fit::Raised,
            Bound::Least if q <= s + slack => {
                if less {
                    Fit::Raised
                } else {
                    Fit::Yes
                }
            }
            Bound::Over | Bound::Least => Fit::No,
            Bound::UpTo if equal => {
                if more {
                    Fit::Raised
                } else {
                    Fit::Yes
                }
            }
            Bound::Under if q > s && q <= s * 1.25 && !more => Fit::Yes,
            Bound::Under if equal && less => Fit::Yes,
            Bound::UpTo | Bound::Under if q > s && q <= s * 1.25 => Fit::Near,
            Bound::UpTo | Bound::Under => Fit::No,
            Bound::Nearly if equal || (q > s && q <= s * 1.1) => Fit::Yes,
            Bound::About if equal || (q - s).abs() <= s * 0.05 => {
                if less && !equal {
                    Fit::Near
                } else {
                    Fit::Yes
                }
            }
            Bound::About | Bound::Nearly if (q - s).abs() <= s * 0.1 => Fit::Near,
            Bound::About | Bound::Nearly => Fit::No,
        }
    }

    /// How far two numbers may be apart and still be equal.
    fn slack(&self, source: &Self, s: f64) -> f64 {
        if self.rough || source.rough {
            return 1.0;
        }
        match self.unit {
            // Twelve months, 52 weeks and a year are one.
            Unit::Time if s > 500_000.0 => s * 0.015,
            _ => s.abs() * 1e-6,
        }
    }
}

/// Whether `q` is `s` without its decimals, rounded as one rounds.
fn is_rounded(q: f64, s: f64) -> bool {
    (s - s.round()).abs() > 1e-9 && s.abs() >= 10.0 && (q - s.round()).abs() < 1e-9
}

fn same_unit(one: Unit, other: Unit) -> bool {
    one == other
        // "13 percent higher" is how many say 13 points.
        || matches!((one, other), (Unit::Points, Unit::Percent))
        // "The 2023 audit" counts nothing.
        || matches!((one, other), (Unit::Plain, Unit::Year))
}
