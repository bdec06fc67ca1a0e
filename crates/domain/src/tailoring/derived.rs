//! Numbers that follow from two others of one line.

use super::{
    ground::Line,
    quantity::{Bound, Fit, Quantity, Step, Unit},
};

/// Whether a number follows from two of the line: a difference, a change in percent, a sum.
pub(super) fn supports(quantity: &Quantity, line: &Line, up: Option<bool>) -> bool {
    line.quantities.windows(2).any(|pair| match pair {
        [first, second] => {
            follows(quantity, first, second, up) || adds_up(quantity, first, second, line)
        }
        _ => false,
    })
}

fn follows(quantity: &Quantity, first: &Quantity, second: &Quantity, up: Option<bool>) -> bool {
    let changed =
        second.step == Step::To && (first.step == Step::From || first.unit == second.unit);
    let rose = second.value > first.value;
    if !changed || first.unit == Unit::Year || up.is_some_and(|up| up != rose) {
        return false;
    }
    let difference = (second.value - first.value).abs();
    let percent = if first.value > 0.0 { difference / first.value * 100.0 } else { return false };
    let times = second.value.max(first.value) / second.value.min(first.value).max(1e-9);
    match quantity.unit {
        Unit::Percent => {
            rounds(quantity, percent)
                || first.unit == Unit::Percent
                    && quantity.step == Step::By
                    && fits(quantity, difference, Unit::Points)
        }
        Unit::Points => first.unit == Unit::Percent && fits(quantity, difference, Unit::Points),
        Unit::Plain => {
            first.unit == Unit::Plain && fits(quantity, difference, Unit::Plain)
                || quantity.step != Step::To && rounds(quantity, times) && times >= 2.0
        }
        Unit::Money(_) | Unit::Time => {
            first.unit == quantity.unit && fits(quantity, difference, quantity.unit)
        }
        Unit::Year => false,
    }
}

/// "three nurses and two aides" are five people.
fn adds_up(quantity: &Quantity, first: &Quantity, second: &Quantity, line: &Line) -> bool {
    let joined = line.tokens.get(first.tokens.1..second.tokens.0).is_some_and(|between| {
        between.len() <= 3
            && between
                .iter()
                .any(|it| matches!(it.fold.as_str(), "and" | "und" | "et" | "y" | "plus"))
    });
    joined
        && first.unit == Unit::Plain
        && second.unit == Unit::Plain
        && quantity.unit == Unit::Plain
        && fits(quantity, first.value + second.value, Unit::Plain)
}

fn exactly(value: f64, unit: Unit) -> Quantity {
    Quantity {
        value,
        other: None,
        unit,
        bound: Bound::Exact,
        step: Step::None,
        rough: false,
        rate: None,
        first: 0,
        tokens: (0, 0),
    }
}

fn fits(quantity: &Quantity, value: f64, unit: Unit) -> bool {
    let mut plain = quantity.clone();
    plain.unit = unit;
    let rounded = (value * 100.0).round() / 100.0;
    plain.fits(&exactly(rounded, unit)) == Fit::Yes
}

/// Whether a percentage is this one, rounded to the nearest or below.
fn rounds(quantity: &Quantity, value: f64) -> bool {
    let mut plain = quantity.clone();
    plain.unit = Unit::Plain;
    let close = (quantity.value - value).abs() <= if quantity.rough { 1.5 } else { 0.51 };
    match quantity.bound {
        Bound::Exact => close,
        Bound::Over | Bound::Least | Bound::UpTo | Bound::Under | Bound::Nearly | Bound::About => {
            plain.fits(&exactly(value, Unit::Plain)) == Fit::Yes
        }
    }
}
