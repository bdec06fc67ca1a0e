//! Dates and ranges of dates as resumes print them, in many languages.

use super::date_points::{Placed, Point, Token, is_sign, is_word, point, tokens};
use crate::{
    date::{EndDate, PartialDate},
    lexicon::unspaced,
};
use std::ops::Range;

/// A date or a range found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// The first date of a range.
    pub(crate) start: Option<PartialDate>,
    /// The last date, or the only one.
    pub(crate) end: Option<EndDate>,
    /// Whether it was written as a range.
    pub(crate) range: bool,
    /// Where it stands, in characters.
    pub(crate) at: Range<usize>,
    /// Where its first half stands, when it is a range.
    pub(crate) split: usize,
}

/// Longer texts are not searched to their end.
const LONGEST: usize = 600;

/// Every date and range in `text`, from left to right.
pub(crate) fn scan(text: &[char]) -> Vec<Span> {
    let tokens = tokens(text.get(..LONGEST).unwrap_or(text));
    let mut found = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        match span(&tokens, i) {
            Some((span, next)) => {
                found.push(span);
                i = next.max(i + 1);
            }
            None => i += 1,
        }
    }
    found
}

/// The first range in `text`, else the first date.
pub(crate) fn best(text: &[char]) -> Option<Span> {
    let found = scan(text);
    found.iter().find(|span| span.range).or(found.first()).cloned()
}

/// Whether `text` is only a length of time: "2 years 7 months".
pub(crate) fn is_duration(text: &[char]) -> bool {
    let tokens = tokens(text.get(..40).unwrap_or(text));
    !tokens.is_empty() && duration(&tokens, 0) == tokens.len()
}

fn span(tokens: &[Placed], i: usize) -> Option<(Span, usize)> {
    if inside_number(tokens, i) {
        return None;
    }
    let (open, from) = if is_word(tokens, i, SINCE) { (true, i + 1) } else { (false, i) };
    let (first, next) = point(tokens, from)?;
    let start = tokens.get(i)?.at.start;
    let make = |a, b, range, next: usize, split| {
        let end = tokens.get(next.saturating_sub(1)).map_or(start, |t| t.at.end);
        let (from, to) = resolve(a, b)?;
        Some((Span { start: from, end: to, range, at: start..end, split }, next))
    };
    if let Some(after) = dash(tokens, next)
        && let Some((second, next2)) =
            short_year(tokens, first, after).or_else(|| point(tokens, after))
    {
        let split = tokens.get(after).map_or(start, |t| t.at.start);
        if first != Point::Present && ordered(first, second) {
            let next2 = duration(tokens, next2);
            return make(Some(first), Some(second), true, next2, split);
        }
    }
    match first {
        Point::Month(_) | Point::Present => None,
        Point::Blank => Some((
            Span {
                start: None,
                end: None,
                range: false,
                at: start..tokens.get(next - 1)?.at.end,
                split: start,
            },
            next,
        )),
        Point::Date(_) if open => make(Some(first), Some(Point::Present), true, next, start),
        Point::Date(_) => {
            let dangling = is_sign(tokens, next, DASHES) && tokens.get(next + 1).is_none();
            if dangling {
                return make(Some(first), Some(Point::Present), true, next + 1, start);
            }
            make(None, Some(first), false, next, start)
        }
    }
}

fn ordered(first: Point, second: Point) -> bool {
    match (first, second) {
        (Point::Date(a), Point::Date(b)) => b.year() >= a.year() && b.year() - a.year() < 70,
        (Point::Month(_), Point::Month(_) | Point::Present) => false,
        _ => true,
    }
}

fn resolve(
    first: Option<Point>,
    second: Option<Point>,
) -> Option<(Option<PartialDate>, Option<EndDate>)> {
    let year = match second {
        Some(Point::Date(date)) => Some(date.year()),
        _ => None,
    };
    let start = match first {
        Some(Point::Date(date)) => Some(date),
        Some(Point::Month(month)) => year.and_then(|year| PartialDate::year_month(year, month)),
        _ => None,
    };
    let end = match second {
        Some(Point::Date(date)) => Some(EndDate::on(date)),
        Some(Point::Month(month)) => {
            start.and_then(|s| PartialDate::year_month(s.year(), month)).map(EndDate::on)
        }
        Some(Point::Present) => Some(EndDate::PRESENT),
        _ => None,
    };
    Some((start, end))
}

/// Words before the first day of a role; a range goes on until today when no second date follows.
const SINCE: &[&str] = &[
    "since", "seit", "depuis", "desde", "sinds", "sedan", "siden", "from", "ab", "dal", "dallo",
    "od", "с", "со", "з", "із", "від", "от", "vanaf", "fra", "fran", "din", "alkaen", "lahtien",
    "απο", "منذ", "من", "מאז", "自", "从", "從",
];

const TO: &[&str] = &[
    "to",
    "until",
    "till",
    "til",
    "through",
    "thru",
    "bis",
    "a",
    "au",
    "al",
    "ate",
    "до",
    "по",
    "do",
    "tot",
    "jusqu",
    "hasta",
    "и",
    "fino",
    "t",
    "至",
    "到",
    "から",
    "إلى",
    "الى",
    "حتى",
    "and",
    "fram",
    "asti",
    "saakka",
    "έως",
    "εωσ",
    "ως",
    "ωσ",
    "μεχρι",
    "עד",
    "ig",
    "la",
    "pana",
    "den",
    "hingga",
    "sampai",
    "تا",
];

const DASHES: &[char] =
    &['-', '–', '—', '‐', '‑', '−', '―', '~', '〜', '～', '→', '‒', '/', '>', '－', '➔'];

/// The token after what joins two ends of a range.
fn dash(tokens: &[Placed], i: usize) -> Option<usize> {
    let mut at = i;
    while is_sign(tokens, at, &[')', ',', '.']) && at < i + 1 && is_sign(tokens, at + 1, DASHES) {
        at += 1;
    }
    if is_sign(tokens, at, DASHES) {
        let slash = is_sign(tokens, at, &['/']);
        while is_sign(tokens, at, DASHES) && at < i + 3 {
            at += 1;
        }
        let small = matches!(tokens.get(at).map(|t| &t.token), Some(Token::Number(_, 1..=2)));
        return (!slash || !small || tokens.get(at).is_some_and(|t| t.spaced)).then_some(at);
    }
    if is_word(tokens, at, TO) {
        return Some(at + if is_sign(tokens, at + 1, &['\'', '’']) { 2 } else { 1 });
    }
    None
}

/// "2018–19": two digits that continue a year.
fn short_year(tokens: &[Placed], first: Point, i: usize) -> Option<(Point, usize)> {
    let Point::Date(date) = first else { return None };
    match tokens.get(i).map(|t| &t.token) {
        Some(Token::Number(n, 2))
            if date.month().is_none() && *n > 12 || *n == u32::from(date.year() % 100 + 1) =>
        {
            if is_sign(tokens, i + 1, &['/', '.', '-']) {
                return None;
            }
            let year = date.year() / 100 * 100 + u16::try_from(*n).ok()?;
            (year >= date.year())
                .then(|| PartialDate::year_only(year).map(|d| (Point::Date(d), i + 1)))
                .flatten()
        }
        _ => None,
    }
}

/// Whether the number at `i` is only a part of a longer one, as in a phone number.
fn inside_number(tokens: &[Placed], i: usize) -> bool {
    let number = |t: Option<&Placed>| matches!(t.map(|t| &t.token), Some(Token::Number(..)));
    if !number(tokens.get(i)) {
        return false;
    }
    let tight = tokens.get(i).is_some_and(|t| !t.spaced);
    let Some(before) = i.checked_sub(1).and_then(|b| tokens.get(b)) else { return false };
    match &before.token {
        Token::Sign('+' | '.' | '$' | '€' | '£' | '#' | '@') => tight,
        Token::Sign('-' | '/') => tight && !before.spaced && i >= 2 && number(tokens.get(i - 2)),
        Token::Word(word) => tight && !word.chars().all(unspaced),
        Token::Sign(',') => tight && i >= 2 && number(tokens.get(i - 2)),
        _ => false,
    }
}

/// The token after "(2 years 7 months)".
fn duration(tokens: &[Placed], i: usize) -> usize {
    let mut at = i;
    if is_sign(tokens, at, &['(', '·', '|', '•']) {
        at += 1;
    }
    let begin = at;
    while let Some(token) = tokens.get(at) {
        let unit = |w: &str| {
            [
                "year", "yr", "month", "mo", "mos", "ans", "an", "mois", "jahr", "monat", "ano",
                "mes", "anno", "rok", "lat", "год", "лет", "мес", "年", "个", "月", "and", "und",
                "et", "y",
            ]
            .iter()
            .any(|u| w == *u || w.len() > 2 && u.len() > 2 && w.starts_with(u))
        };
        match &token.token {
            Token::Number(n, 1..=2) if *n < 60 => at += 1,
            Token::Word(word) if at > begin && unit(word) => at += 1,
            Token::Sign(')' | '.' | ',') if at > begin => at += 1,
            Token::Word(_) | Token::Number(..) | Token::Sign(_) => break,
        }
    }
    let has_unit = tokens
        .get(begin..at)
        .is_some_and(|all| all.iter().any(|t| matches!(t.token, Token::Word(_))));
    if has_unit { at } else { i }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let show = |s: &Span| {
            let start = s.start.map(|d| d.to_string()).unwrap_or_default();
            let end = s.end.map(|d| d.to_string()).unwrap_or_default();
            if s.range { format!("{start}/{end}") } else { end }
        };
        scan(&chars).iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ranges_are_read_in_many_spellings() {
        for (text, want) in [
            ("Mar 2020 – Present", "2020-03/present"),
            ("Sep 15 - NOW", "2015-09/present"),
            ("01/2019 - heute", "2019-01/present"),
            ("2019年3月 – 至今", "2019-03/present"),
            ("2015 / 07 - 2019 / 02", "2015-07/2019-02"),
            ("Oct '16 to Nov '18", "2016-10/2018-11"),
            ("avril 2019 à aujourd'hui", "2019-04/present"),
            ("June – August 2013", "2013-06/2013-08"),
            ("2018–19", "2018/2019"),
            ("seit 03/2018", "2018-03/present"),
            ("2020.07 - 2021.08", "2020-07/2021-08"),
            ("Sep 2023 – Mar 2024 (7 months)", "2023-09/2024-03"),
            ("March 15, 2020 – 1 May 2021", "2020-03-15/2021-05-01"),
            ("2018-02 – 2019-03", "2018-02/2019-03"),
            ("08/2012-05/2016", "2012-08/2016-05"),
            ("с 02.2018 по настоящее время", "2018-02/present"),
            ("вересень 2014 – дотепер", "2014-09/present"),
            ("Μάρτιος 2017 έως σήμερα", "2017-03/present"),
            ("ינואר 2015 עד אפריל 2019", "2015-01/2019-04"),
            ("od 2015 do 2018", "2015/2018"),
            ("des. 2018 – nå", "2018-12/present"),
            ("٢٠١٨/٠٣ - ٢٠٢٠/٠٢", "2018-03/2020-02"),
            ("平成20年4月～令和元年", "2008-04/2019"),
            ("民國108年 - 至今", "2019/present"),
            ("Q3 2019 – Q1 2021", "2019/2021"),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn single_dates_keep_their_precision() {
        assert_eq!(read("Expected May 2018"), "2018-05");
        assert_eq!(read("Summer 2022"), "2022");
        assert_eq!(read("1999"), "1999");
        assert_eq!(read("2013, 2014"), "2013 2014");
        assert_eq!(read("l'un des 2019 salariés"), "2019");
    }

    #[test]
    fn numbers_that_are_no_dates_are_left_alone() {
        for text in ["555-123-2019", "may I ask", "$2000", "March", "100 people", "713-123-4567"] {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
