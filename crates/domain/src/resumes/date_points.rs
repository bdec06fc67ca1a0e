//! One end of a range: a date, a month, or the present.

use super::eras::era;
use crate::{
    date::PartialDate,
    lexicon::{Lexicon, fold, unspaced},
};
use std::ops::Range;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Number(u32, usize),
    Word(String),
    Sign(char),
}

#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) token: Token,
    pub(super) at: Range<usize>,
    pub(super) spaced: bool,
}

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Point {
    Date(PartialDate),
    /// A month that takes its year from the other end.
    Month(u8),
    Present,
    /// "20XX": a date left blank.
    Blank,
}

pub(super) fn tokens(text: &[char]) -> Vec<Placed> {
    let mut out: Vec<Placed> = Vec::new();
    let mut i = 0;
    let mut spaced = true;
    while let Some(&ch) = text.get(i) {
        let start = i;
        if ch.is_whitespace() {
            spaced = true;
            i += 1;
            continue;
        }
        let run =
            |is: &dyn Fn(char) -> bool| text.iter().skip(start).take_while(|c| is(**c)).count();
        let token = if digit(ch).is_some() {
            i += run(&|c| digit(c).is_some()).max(1);
            let digits: Vec<u32> =
                text.iter().take(i).skip(start).filter_map(|&c| digit(c)).collect();
            if digits.len() > 6 {
                Token::Sign('#')
            } else {
                Token::Number(digits.iter().fold(0, |n, d| 10 * n + d), digits.len())
            }
        } else if unspaced(ch) {
            i += 1;
            Token::Word(ch.to_string())
        } else if ch.is_alphabetic() {
            i +=
                run(&|c| (c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')) && !unspaced(c))
                    .max(1);
            Token::Word(fold(&text.iter().take(i).skip(start).collect::<String>()))
        } else {
            i += 1;
            Token::Sign(ch)
        };
        out.push(Placed { token, at: start..i, spaced });
        spaced = false;
    }
    out
}

/// The worth of a decimal digit: western, Arabic, Persian, of Devanagari, or of full width.
fn digit(ch: char) -> Option<u32> {
    const ZEROS: [u32; 5] = [0x30, 0x660, 0x6f0, 0x966, 0xff10];
    ZEROS.iter().find_map(|zero| u32::from(ch).checked_sub(*zero).filter(|n| *n < 10))
}

pub(super) fn is_sign(tokens: &[Placed], i: usize, signs: &[char]) -> bool {
    matches!(tokens.get(i).map(|t| &t.token), Some(Token::Sign(sign)) if signs.contains(sign))
}

pub(super) fn point(tokens: &[Placed], i: usize) -> Option<(Point, usize)> {
    match &tokens.get(i)?.token {
        Token::Word(word) => word_point(tokens, i, word),
        Token::Number(n, digits) => number_point(tokens, i, *n, *digits),
        Token::Sign('\'' | '’' | '‘') => apostrophe_year(tokens, i),
        Token::Sign('(') => point(tokens, i + 1).filter(|(p, _)| *p == Point::Present),
        Token::Sign(_) => None,
    }
}

fn apostrophe_year(tokens: &[Placed], i: usize) -> Option<(Point, usize)> {
    match tokens.get(i + 1).map(|t| (&t.token, t.spaced)) {
        Some((Token::Number(n, 2), false)) => {
            PartialDate::year_only(century(*n)?).map(|d| (Point::Date(d), i + 2))
        }
        _ => None,
    }
}

fn century(two: u32) -> Option<u16> {
    let two = u16::try_from(two).ok()?;
    Some(if two < 50 { 2000 + two } else { 1900 + two })
}

pub(super) fn year(n: u32, digits: usize) -> Option<u16> {
    (digits == 4 && (1940..2060).contains(&n)).then(|| u16::try_from(n).ok()).flatten()
}

fn word_point(tokens: &[Placed], i: usize, word: &str) -> Option<(Point, usize)> {
    let lexicon = Lexicon::get();
    if let Some(found) = era(tokens, i) {
        return Some(found);
    }
    if let Some(next) = present(tokens, i) {
        return Some((Point::Present, next));
    }
    let wide_season =
        matches!(word, "春" | "夏" | "秋" | "冬") && is_word(tokens, i + 1, &["季", "天"]);
    if lexicon.seasons.contains(word) || wide_season {
        let mut at = i + 1 + usize::from(wide_season);
        while is_sign(tokens, at, &[',', '.', '\'', '’', '/']) && at < i + 3
            || is_word(tokens, at, &["semester", "term", "of", "de", "du"])
        {
            at += 1;
        }
        return match tokens.get(at).map(|t| &t.token) {
            Some(Token::Number(n, 4)) => {
                PartialDate::year_only(year(*n, 4)?).map(|d| (Point::Date(d), at + 1))
            }
            Some(Token::Number(n, 2)) if at > i + 1 => {
                PartialDate::year_only(century(*n)?).map(|d| (Point::Date(d), at + 1))
            }
            _ => None,
        };
    }
    if word == "q" {
        return quarter(tokens, i);
    }
    let month = *lexicon.months.get(word)?;
    // A word of French and German, unless it is shortened like a Norwegian month.
    if word == "des" && !is_sign(tokens, i + 1, &['.']) {
        return None;
    }
    let mut at = i + 1;
    while (is_sign(tokens, at, &['.', ',', '-', '/', '‐', '–', '\'', '’', '‘', '`'])
        || is_word(tokens, at, &["de", "del", "of", "г"]))
        && at < i + 3
    {
        at += 1;
    }
    let marked = is_sign(tokens, at.saturating_sub(1), &['\'', '’', '‘', '`', '-', '/', '‐']);
    match tokens.get(at).map(|t| (&t.token, t.spaced)) {
        Some((Token::Number(n, 4), _)) if year(*n, 4).is_some() => {
            PartialDate::year_month(year(*n, 4)?, month).map(|d| (Point::Date(d), at + 1))
        }
        // "March 15, 2020": a day between.
        Some((Token::Number(day, 1..=2), _)) if day_then_year(tokens, at).is_some() => {
            let (year, next) = day_then_year(tokens, at)?;
            let day = u8::try_from(*day).ok();
            PartialDate::new(year, Some(month), day).map(|d| (Point::Date(d), next))
        }
        Some((Token::Number(n, 2), spaced)) if marked || spaced => {
            PartialDate::year_month(century(*n)?, month).map(|d| (Point::Date(d), at + 1))
        }
        Some((Token::Number(2, 2), _)) => None,
        Some((Token::Word(word), _)) if word == "xx" || word == "yyyy" => {
            Some((Point::Blank, at + 1))
        }
        Some((Token::Number(20 | 19, 2), _)) => Some((Point::Blank, at + 2)),
        _ => Some((Point::Month(month), i + 1 + usize::from(is_sign(tokens, i + 1, &['.'])))),
    }
}

/// "Q3 2021": as precise as the year.
fn quarter(tokens: &[Placed], i: usize) -> Option<(Point, usize)> {
    let tight = !spaced_at(tokens, i + 1);
    let (1..=4, 1) = number_at(tokens, i + 1).filter(|_| tight)? else { return None };
    let at = i + 2 + usize::from(is_sign(tokens, i + 2, &['/', '-', ',', '.', '\'', '’']));
    let (n, digits) = number_at(tokens, at)?;
    let year = if digits == 2 { century(n)? } else { year(n, digits)? };
    PartialDate::year_only(year).map(|d| (Point::Date(d), at + 1))
}

fn day_then_year(tokens: &[Placed], i: usize) -> Option<(u16, usize)> {
    let mut at = i + 1;
    while is_sign(tokens, at, &[',', '.']) || is_word(tokens, at, &["st", "nd", "rd", "th"]) {
        at += 1;
    }
    match tokens.get(at).map(|t| &t.token) {
        Some(Token::Number(n, 4)) => year(*n, 4).map(|y| (y, at + 1)),
        _ => None,
    }
}

/// The token after a word for the present that begins at `i`.
pub(super) fn present(tokens: &[Placed], i: usize) -> Option<usize> {
    let lexicon = Lexicon::get();
    let mut phrase = String::new();
    let mut best = None;
    for (n, token) in tokens.iter().enumerate().skip(i).take(7) {
        if token.spaced && n > i {
            phrase.push(' ');
        }
        match &token.token {
            Token::Word(word) => phrase.push_str(word),
            Token::Sign(sign) if matches!(sign, '\'' | '.') => phrase.push(*sign),
            Token::Sign('’') => phrase.push('\''),
            Token::Sign(_) | Token::Number(..) => break,
        }
        if lexicon.present.contains(phrase.as_str()) {
            best = Some(n + 1);
        }
    }
    best
}

pub(super) fn number_at(tokens: &[Placed], at: usize) -> Option<(u32, usize)> {
    match tokens.get(at).map(|t| &t.token) {
        Some(Token::Number(n, digits)) => Some((*n, *digits)),
        _ => None,
    }
}

fn month_of(n: u32) -> Option<u8> {
    u8::try_from(n).ok().filter(|m| (1..=12).contains(m))
}

fn spaced_at(tokens: &[Placed], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.spaced)
}

fn number_point(tokens: &[Placed], i: usize, n: u32, digits: usize) -> Option<(Point, usize)> {
    if digits == 2 && matches!(n, 19 | 20) && is_word(tokens, i + 1, &["xx", "yy", "xy"]) {
        return Some((Point::Blank, i + 2));
    }
    match year(n, digits) {
        Some(year) => year_first(tokens, i, year),
        None if digits <= 2 => day_or_month_first(tokens, i, n, digits),
        None => None,
    }
}

/// 2019年3月, 2015 / 07, 2020-03-15, 2020 March, 2020.
fn year_first(tokens: &[Placed], i: usize, year: u16) -> Option<(Point, usize)> {
    let number = |at: usize| number_at(tokens, at);
    let spaced = |at: usize| spaced_at(tokens, at);
    let month = month_of;
    // 2019年3月
    if is_word(tokens, i + 1, &["年", "년"]) {
        if let Some(m) = number(i + 2).and_then(|(m, _)| month(m))
            && is_word(tokens, i + 3, &["月", "월"])
        {
            let next = if number(i + 4).is_some() && is_word(tokens, i + 5, &["日", "일"]) {
                i + 6
            } else {
                i + 4
            };
            return PartialDate::year_month(year, m).map(|d| (Point::Date(d), next));
        }
        let season = is_word(tokens, i + 2, &["春", "夏", "秋", "冬"]);
        let next = if season { i + 4 } else { i + 2 };
        return PartialDate::year_only(year).map(|d| (Point::Date(d), next));
    }
    if is_word(tokens, i + 1, &["春", "夏", "秋", "冬"]) && is_word(tokens, i + 2, &["季"]) {
        return PartialDate::year_only(year).map(|d| (Point::Date(d), i + 3));
    }
    // 2015 / 07, 2020-03, 2020.03.15
    if is_sign(tokens, i + 1, &['/', '.', '-', '‐', '‑'])
        && spaced(i + 1) == spaced(i + 2)
        && let Some((m, 1..=2)) = number(i + 2)
        && let Some(m) = month(m)
        && !(is_sign(tokens, i + 1, &['-']) && spaced(i + 2))
    {
        if is_sign(tokens, i + 3, &['/', '.', '-'])
            && !spaced(i + 3)
            && !spaced(i + 4)
            && let Some((d, 1..=2)) = number(i + 4)
        {
            let date = PartialDate::new(year, Some(m), u8::try_from(d).ok());
            return date.map(|d| (Point::Date(d), i + 5));
        }
        return PartialDate::year_month(year, m).map(|d| (Point::Date(d), i + 3));
    }
    // 2020 March
    if let Some(Token::Word(word)) = tokens.get(i + 1).map(|t| &t.token)
        && let Some(m) = Lexicon::get().months.get(word.as_str())
        && !is_word(tokens, i + 1, &["a", "mar", "set", "out"])
        && number(i + 2).is_none()
    {
        return PartialDate::year_month(year, *m).map(|d| (Point::Date(d), i + 2));
    }
    let short = is_word(tokens, i + 1, &["r", "р"]) && is_sign(tokens, i + 2, &['.']);
    let long = is_word(tokens, i + 1, &["г", "гг", "год", "года", "году", "рик", "року", "roku"]);
    let suffix = usize::from(long || short) + usize::from(short);
    PartialDate::year_only(year).map(|d| (Point::Date(d), i + 1 + suffix))
}

/// 15.03.2020, 03/15/2020, 03/2020.
fn day_or_month_first(
    tokens: &[Placed],
    i: usize,
    n: u32,
    digits: usize,
) -> Option<(Point, usize)> {
    let number = |at: usize| number_at(tokens, at);
    let spaced = |at: usize| spaced_at(tokens, at);
    let month = month_of;
    if is_sign(tokens, i + 1, &['/', '.', '-', '–', '‐', '‑']) {
        if let (Some((b, 1..=2)), true, Some((y, 4))) =
            (number(i + 2), is_sign(tokens, i + 3, &['/', '.', '-']), number(i + 4))
        {
            let (day, m) = if month(b).is_some() { (n, b) } else { (b, n) };
            let date = PartialDate::new(year(y, 4)?, Some(month(m)?), u8::try_from(day).ok());
            return date.map(|d| (Point::Date(d), i + 5));
        }
        if let Some((y, y_digits)) = number(i + 2)
            && let Some(m) = month(n)
        {
            if let Some(year) = year(y, y_digits) {
                return PartialDate::year_month(year, m).map(|d| (Point::Date(d), i + 3));
            }
            if digits == 2
                && y_digits == 2
                && is_sign(tokens, i + 1, &['/'])
                && y > 12
                && !spaced(i + 2)
            {
                return PartialDate::year_month(century(y)?, m).map(|d| (Point::Date(d), i + 3));
            }
        }
    }
    day_then_month(tokens, i, n)
}

/// 15 March 2020.
fn day_then_month(tokens: &[Placed], i: usize, n: u32) -> Option<(Point, usize)> {
    let mut at = i + 1;
    while is_sign(tokens, at, &['.'])
        || is_word(tokens, at, &["st", "nd", "rd", "th", "de", "of"]) && at < i + 3
    {
        at += 1;
    }
    if (1..=31).contains(&n)
        && let Some(Token::Word(word)) = tokens.get(at).map(|t| &t.token)
        && Lexicon::get().months.contains_key(word.as_str())
        && let Some((Point::Date(date), next)) = word_point(tokens, at, &word.clone())
        && date.month().is_some()
        && date.day().is_none()
    {
        let day = PartialDate::new(date.year(), date.month(), u8::try_from(n).ok());
        return day.map(|d| (Point::Date(d), next));
    }
    None
}

pub(super) fn is_word(tokens: &[Placed], i: usize, words: &[&str]) -> bool {
    matches!(tokens.get(i).map(|t| &t.token), Some(Token::Word(word)) if words.contains(&word.as_str()))
}
