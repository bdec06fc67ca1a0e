//! Pay, from running text: never converted, never guessed.

use std::{ops::Range, sync::LazyLock};

use regex::{Captures, Regex};

use super::lists::{list, says};
use super::{
    Period, Salary,
    lines::Line,
    sections::Section,
    words::{currency, period_of, spaced},
};

/// Amounts with a currency before or behind them, alone or as a range.
static AMOUNTS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const SIGN: &str = r"(?:CA\$|C\$|A\$|AU\$|US\$|NZ\$|S\$|HK\$|R\$|\$|€|£|¥|₹|USD|EUR|GBP|CAD|AUD|CHF|PLN|CZK|SEK|NOK|DKK|INR|SGD|BRL|MXN|JPY)";
    const BEHIND: &str = r"(?:USD|EUR|GBP|CAD|AUD|CHF|PLN|CZK|SEK|NOK|DKK|INR|SGD|BRL|MXN|JPY|€|£|\$|zł|Kč|kr\.?|Euros?|EURO|PLN)";
    const NUMBER: &str = r"(\d{1,3}(?:[ ,.'’\u{a0}\u{202f}]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)\s?([kK](?:\b|\+)|[mM]\b)?";
    let join = r"\s?\+?\s?(?:/|per|an?)?\s?(?:hr|hour|year|yr)?\.?\s*(?:-|–|—|―|to|bis|à|a|até|und|and|do|al|y|e|tot|til|till|až|~|en maximaal|und maximal|et|og|och)\s*";
    let pattern = format!(
        r"(?i)({SIGN})?\s?{NUMBER}\s?({BEHIND})?(?:{join}({SIGN})?\s?{NUMBER}\s?({BEHIND})?)?"
    );
    Regex::new(&pattern).ok()
});

/// Pay as a text states it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pay {
    /// From the least to the most.
    pub(super) salary: Salary,
    /// Each range, where there are several.
    pub(super) ranges: Vec<Salary>,
    /// Where it is stated, in bytes.
    pub(super) range: Range<usize>,
    /// How much speaks for it.
    weight: u32,
}

impl Pay {
    /// Takes another range in: the span over all of them.
    fn widen(&mut self, salary: Salary, end: usize) {
        if self.ranges.is_empty() {
            self.ranges.push(self.salary.clone());
        }
        self.salary.min = min_of(self.salary.min, salary.min);
        self.salary.max = max_of(self.salary.max, salary.max);
        self.ranges.push(salary);
        self.range.end = end;
    }

    fn each(&mut self) -> impl Iterator<Item = &mut Salary> {
        std::iter::once(&mut self.salary).chain(&mut self.ranges)
    }
}

/// What a text says it pays, and where it says so.
///
/// A bare dollar sign is the dollar of the country that the rest of the text speaks of.
pub(super) fn find(text: &str, lines: &[Line<'_>]) -> Option<Pay> {
    let mut pay = best(lines)?;
    let printed = text.get(pay.range.clone()).unwrap_or_default();
    if pay.salary.currency == "USD" && !printed.contains("US") {
        let code = dollar(text);
        pay.each().for_each(|salary| salary.currency = code.to_owned());
    }
    Some(pay)
}

/// Which country's dollar a text means by "$".
fn dollar(text: &str) -> &'static str {
    let canadian = usize::from(text.contains(".ca/"));
    let text = spaced(text);
    let named =
        |name: &str| list(name).iter().filter(|word| super::words::holds(&text, word)).count();
    let us = named("dollar.us");
    let others = [("CAD", named("dollar.ca") + canadian), ("AUD", named("dollar.au"))];
    let most = others.into_iter().max_by_key(|(_, count)| *count);
    most.filter(|(_, count)| *count > us).map_or("USD", |(code, _)| code)
}

fn best(lines: &[Line<'_>]) -> Option<Pay> {
    let mut best: Option<Pay> = None;
    for (index, line) in lines.iter().enumerate() {
        if !line.text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let before = index.checked_sub(1).and_then(|at| lines.get(at)).map_or("", |line| line.text);
        let Some(mut pay) = in_line(line, before) else { continue };
        pay.range = line.start + pay.range.start..line.start + pay.range.end;
        match &mut best {
            // Several grades one after the other: the span over all of them.
            Some(held)
                if follows(&pay.salary, &held.salary)
                    && line.start < held.range.end + 12
                    && !says(&spaced(line.text), "pay.target") =>
            {
                held.widen(pay.salary, pay.range.end);
            }
            Some(held) if pay.weight <= held.weight => {}
            _ => best = Some(pay),
        }
    }
    best
}

/// Whether a range continues another.
fn follows(next: &Salary, held: &Salary) -> bool {
    let ranged = |pay: &Salary| pay.min.is_some() && pay.max.is_some() && pay.min != pay.max;
    ranged(next) && ranged(held) && next.currency == held.currency && next.min >= held.min
}

fn in_line(line: &Line<'_>, before: &str) -> Option<Pay> {
    let pattern = AMOUNTS.as_ref()?;
    let text = spaced(line.text);
    let heading = spaced(before);
    let headed = says(&heading, "pay.words") && heading.split_whitespace().count() <= 4;
    let spoken = headed || says(&text, "pay.words") || line.section == Section::Pay;
    let period = period_in(&text);
    let mut found: Option<Pay> = None;
    for captures in pattern.captures_iter(line.text).take(40) {
        let Some((amounts, code, range)) = read(&captures) else { continue };
        let around = spaced(near(line.text, &range));
        let other =
            says(&around, "pay.other") || (says(&text, "pay.other") && !says(&text, "pay.base"));
        let marked = !code.is_empty();
        if other || (!marked && !spoken) || !worth(&amounts, marked, &text) {
            continue;
        }
        let (low, high) = amounts;
        let period = period.or_else(|| period_of(low.or(high), &code));
        let ranged = low.is_some() && high.is_some() && low != high;
        let weight = u32::from(headed) * 2
            + u32::from(marked) * 2
            + u32::from(spoken) * 2
            + u32::from(ranged)
            + u32::from(period.is_some())
            + u32::from(marked && period_in(&around).is_some());
        let salary = Salary { min: low, max: high, currency: code, period };
        let new = |salary| Pay {
            salary: bounds(salary, &text),
            ranges: Vec::new(),
            range: range.clone(),
            weight,
        };
        match &mut found {
            None => found = Some(new(salary)),
            // Several grades on one line: the span over all of them.
            Some(held)
                if ranged
                    && held.salary.min != held.salary.max
                    && held.salary.currency == salary.currency =>
            {
                held.widen(salary, range.end);
            }
            Some(held) if weight > held.weight => *held = new(salary),
            Some(_) => {}
        }
    }
    found.filter(|pay| pay.weight >= 4)
}

/// The lower and the upper end.
type Amounts = (Option<f64>, Option<f64>);

/// The amounts of a match with their currency.
fn read(found: &Captures<'_>) -> Option<(Amounts, String, Range<usize>)> {
    let part = |n: usize| found.get(n).map_or("", |it| it.as_str());
    let thousand = |sign: &str| if sign.to_lowercase().starts_with('k') { 1_000.0 } else { 1.0 };
    let mut first = amount(part(2))? * thousand(part(3));
    let second = amount(part(6)).map(|second| second * thousand(part(7)));
    // "$120-150k" means both.
    if part(3).is_empty() && thousand(part(7)) > 1.0 && first < 1_000.0 {
        first *= 1_000.0;
    }
    let sign = [part(1), part(4), part(5), part(8)].join(" ");
    let explicit = ["USD", "CAD", "AUD"]
        .iter()
        .find(|code| sign.to_uppercase().contains(**code))
        .map(|code| (*code).to_owned());
    let code = explicit
        .or_else(|| currency(sign.trim()))
        .or_else(|| currency(&sign.to_uppercase()))
        .unwrap_or_default();
    let range = found.get(0)?.range();
    match second {
        Some(second) if second >= first => Some(((Some(first), Some(second)), code, range)),
        _ => Some(((Some(first), Some(first)), code, found.get(2)?.range())),
    }
}

/// "From 23" has no upper end, "up to 30" no lower one.
fn bounds(mut salary: Salary, text: &str) -> Salary {
    if salary.min == salary.max {
        if says(text, "pay.from") {
            salary.max = None;
        } else if says(text, "pay.up_to") {
            salary.min = None;
        }
    }
    salary
}

fn min_of(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    a.into_iter().chain(b).reduce(f64::min)
}

fn max_of(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    a.into_iter().chain(b).reduce(f64::max)
}

/// Whether amounts are what people are paid.
fn worth((low, high): &(Option<f64>, Option<f64>), marked: bool, text: &str) -> bool {
    let Some(top) = high.or(*low) else { return false };
    let hourly = period_in(text) == Some(Period::Hour);
    let daily = matches!(period_in(text), Some(Period::Day | Period::Week));
    let range = if hourly && marked {
        5.0..600.0
    } else if daily {
        50.0..20_000.0
    } else if marked {
        900.0..3_000_000.0
    } else {
        15_000.0..1_000_000.0
    };
    range.contains(&top) && low.is_none_or(|low| low * 4.0 >= top)
}

fn period_in(text: &str) -> Option<Period> {
    const PHRASES: [(Period, &str); 5] = [
        (Period::Hour, "pay.hour"),
        (Period::Year, "pay.year"),
        (Period::Month, "pay.month"),
        (Period::Week, "pay.week"),
        (Period::Day, "pay.day"),
    ];
    PHRASES.iter().find(|(_, words)| says(text, words)).map(|(period, _)| *period)
}

/// The words just before an amount and just behind it, as far as they belong to it.
fn near<'a>(text: &'a str, range: &Range<usize>) -> &'a str {
    let start =
        (0..=range.start).rev().filter(|at| text.is_char_boundary(*at)).nth(28).unwrap_or(0);
    let end = (range.end..=text.len())
        .filter(|at| text.is_char_boundary(*at))
        .nth(22)
        .unwrap_or(text.len());
    let after = text.get(range.end..end).unwrap_or_default();
    let stops = [
        " plus ", " and ", " + ", ", ", "; ", " (", ". ", " zzgl", " und ", " et ", " y ", " e ",
        " oraz ",
    ];
    let stop = stops.iter().filter_map(|stop| after.find(stop)).min().unwrap_or(after.len());
    let before = text.get(start..range.start).unwrap_or_default();
    let from = [", ", "; ", ". ", ") ", " plus ", " and ", " + "]
        .iter()
        .filter_map(|stop| before.rfind(stop).map(|at| at + stop.len()))
        .max()
        .unwrap_or(0);
    text.get(start + from..range.end + stop).unwrap_or_default()
}

/// A number as printed: `85 000,00`, `4.000`, `1,234.50`, `45k`.
pub(super) fn amount(text: &str) -> Option<f64> {
    let text = text.trim();
    let (text, factor) = match text.strip_suffix(['k', 'K']) {
        Some(rest) => (rest.trim(), 1_000.0),
        None => (text, 1.0),
    };
    let text: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return None;
    }
    // The last sign parts decimals if one or two digits follow it; any other parts thousands.
    let last = text.rfind(['.', ',']);
    let decimals = last.map_or(0, |at| text.len() - at - 1);
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    let plain = match last {
        Some(at) if decimals == 1 || decimals == 2 => {
            format!("{}.{}", digits(text.get(..at)?), text.get(at + 1..)?)
        }
        _ => digits(&text),
    };
    plain.parse::<f64>().ok().map(|number| number * factor).filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paid(text: &str) -> Option<(Amounts, String, Option<Period>)> {
        let lines = super::super::lines::read(text);
        find(text, &lines).map(|pay| {
            let pay = pay.salary;
            ((pay.min, pay.max), pay.currency, pay.period)
        })
    }

    #[test]
    fn pay_is_read_however_it_is_printed() {
        for (text, min, max, code, period) in [
            (
                "Salary: 85 000,00$ a 105 000,00$ par an",
                Some(85_000.0),
                Some(105_000.0),
                "USD",
                Period::Year,
            ),
            ("Pay: $36.50/hr", Some(36.5), Some(36.5), "USD", Period::Hour),
            ("Salary: £45k", Some(45_000.0), Some(45_000.0), "GBP", Period::Year),
            ("Gehalt: €4.000 brutto/Monat", Some(4_000.0), Some(4_000.0), "EUR", Period::Month),
            ("Mzda: 60 000 Kč měsíčně", Some(60_000.0), Some(60_000.0), "CZK", Period::Month),
            ("Base salary: $100K-120K", Some(100_000.0), Some(120_000.0), "USD", Period::Year),
            ("Salary: $120-150k a year", Some(120_000.0), Some(150_000.0), "USD", Period::Year),
            ("$108,400—$129,600 USD", Some(108_400.0), Some(129_600.0), "USD", Period::Year),
            ("Salary: From $23.00 per hour", Some(23.0), None, "USD", Period::Hour),
            ("Salary up to 70.000 EUR per year", None, Some(70_000.0), "EUR", Period::Year),
        ] {
            assert_eq!(paid(text), Some(((min, max), code.to_owned(), Some(period))), "{text}");
        }
    }

    #[test]
    fn other_money_is_no_pay() {
        for text in [
            "A $5,000 sign-on bonus",
            "401k match up to $4,000",
            "We raised $25M in our Series A",
            "lift 30-50 lbs",
            "$1,500 learning budget per year",
            "In 2021 we grew",
        ] {
            assert_eq!(paid(text), None, "{text}");
        }
    }
}
