//! Days as postings print them.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use crate::PartialDate;

/// The first letters of the months in the languages read here.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän", "gen", "ene", "styc", "led"],
    &["feb", "fév", "fev", "lut", "úno"],
    &["mar", "mär", "mrz", "maart", "břez"],
    &["apr", "avr", "abr", "kwi", "dub"],
    &["may", "mai", "mag", "maj", "mei", "květ"],
    &["jun", "juin", "giu", "cze", "červn"],
    &["jul", "juil", "lug", "lip", "červenc"],
    &["aug", "aoû", "aou", "ago", "sie", "srp"],
    &["sep", "set", "wrz", "září"],
    &["oct", "okt", "ott", "out", "paź", "říj"],
    &["nov", "lis"],
    &["dec", "dez", "déc", "dic", "gru", "pros"],
];

static ISO: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(\d{4})-(\d{1,2})-(\d{1,2})").ok());
static NUMBERS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(\d{1,2})([./-]) ?(\d{1,2})[./-] ?(\d{4}|\d{2})\b").ok());
static DAY_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b(\d{1,2})(?:st|nd|rd|th|er|\.)? ?(?:de |of )?(\p{L}{3,12})\.?,? (?:de )?(\d{4})\b",
    )
    .ok()
});
static MONTH_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: \d\d:\d\d:\d\d \w{2,5})? (\d{4})\b",
    )
    .ok()
});

/// The first day a text names.
pub fn date(text: &str) -> Option<PartialDate> {
    find(text).map(|(date, _)| date)
}

/// The day of a number of seconds or milliseconds since 1970.
pub fn date_of_unix(time: i64) -> Option<PartialDate> {
    let seconds = if time.abs() > 100_000_000_000 { time.div_euclid(1_000) } else { time };
    let day = jiff::Timestamp::from_second(seconds).ok()?.to_zoned(jiff::tz::TimeZone::UTC).date();
    let small = |n: i8| u8::try_from(n).ok();
    PartialDate::new(u16::try_from(day.year()).ok()?, small(day.month()), small(day.day()))
}

/// The first day a text names, and where it stands, in bytes; `day_first` says how "05/12" is
/// meant.
pub(super) fn find_as(text: &str, day_first: bool) -> Option<(PartialDate, Range<usize>)> {
    let (date, range) = find(text)?;
    let printed = text.get(range.clone()).unwrap_or_default();
    let swapped =
        NUMBERS.as_ref().and_then(|pattern| pattern.captures(printed)).and_then(|found| {
            let part = |n: usize| found.get(n).map_or("", |part| part.as_str());
            (found.get(0)?.range() == (0..printed.len()) && part(2) != ".")
                .then(|| numbered(part(1), ".", part(3), part(4)))
                .flatten()
        });
    Some((swapped.filter(|_| day_first).unwrap_or(date), range))
}

/// The first day a text names, and where it stands, in bytes.
pub(super) fn find(text: &str) -> Option<(PartialDate, Range<usize>)> {
    type Read = fn([&str; 4]) -> Option<PartialDate>;
    let read: [(&LazyLock<Option<Regex>>, Read); 4] = [
        (&ISO, |[y, m, d, _]| day(y, m, d)),
        (&MONTH_FIRST, |[m, d, y, _]| named(y, m, d)),
        (&DAY_FIRST, |[d, m, y, _]| named(y, m, d)),
        (&NUMBERS, |[a, sign, b, y]| numbered(a, sign, b, y)),
    ];
    let mut best: Option<(PartialDate, Range<usize>)> = None;
    for (pattern, read) in read {
        let Some(pattern) = pattern.as_ref() else { continue };
        for found in pattern.captures_iter(text) {
            let part = |n: usize| found.get(n).map_or("", |part| part.as_str());
            let Some(date) = read([part(1), part(2), part(3), part(4)]) else { continue };
            let Some(whole) = found.get(0) else { continue };
            if best.as_ref().is_none_or(|(_, range)| whole.start() < range.start) {
                best = Some((date, whole.range()));
            }
            break;
        }
    }
    best
}

fn day(year: &str, month: &str, day: &str) -> Option<PartialDate> {
    let year: u16 = year.parse().ok()?;
    let date = PartialDate::new(year, Some(month.parse().ok()?), Some(day.parse().ok()?))?;
    (1990..2100).contains(&year).then_some(date)
}

fn named(year: &str, month: &str, of_month: &str) -> Option<PartialDate> {
    let month = month.to_lowercase();
    let number =
        MONTHS.iter().position(|names| names.iter().any(|name| month.starts_with(name)))?;
    day(year, &(number + 1).to_string(), of_month)
}

/// Dots put the day first; slashes and dashes the month, unless it cannot be one.
fn numbered(a: &str, sign: &str, b: &str, year: &str) -> Option<PartialDate> {
    let century = if year.len() == 2 { "20" } else { "" };
    let year = format!("{century}{year}");
    let day_first = sign == "." || a.parse::<u8>().is_ok_and(|n| n > 12);
    if day_first { day(&year, b, a) } else { day(&year, a, b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_printed() {
        for text in [
            "2021-07-01T00:00:00",
            "Thu Jul 01 00:00:00 UTC 2021",
            "July 1st, 2021",
            "THURSDAY, JULY 1, 2021",
            "1. Juli 2021",
            "1er juillet 2021",
            "1 de julio de 2021",
            "1 lipca 2021",
            "01.07.2021",
            "07/01/2021",
            "07-01-21",
        ] {
            assert_eq!(
                date(text).map(|date| date.to_string()).as_deref(),
                Some("2021-07-01"),
                "{text}"
            );
        }
        assert_eq!(date_of_unix(1_779_223_091_267).unwrap().to_string(), "2026-05-19");
        for text in ["soon", "Posted 30+ Days Ago", "99.99.2021", "401-22-33"] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
