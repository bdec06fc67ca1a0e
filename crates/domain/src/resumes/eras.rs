//! Years counted from the beginning of a reign: 令和3年4月, 平成20年, 民國108年.

use super::date_points::{Placed, Point, Token, is_word, number_at};
use crate::date::PartialDate;

/// The two characters of an era, and the year before its first.
const ERAS: &[(&str, &str, u16)] = &[
    ("令", "和", 2018),
    ("平", "成", 1988),
    ("昭", "和", 1925),
    ("大", "正", 1911),
    ("民", "國", 1911),
    ("民", "国", 1911),
];

/// The date that begins with the name of an era at `i`.
pub(super) fn era(tokens: &[Placed], i: usize) -> Option<(Point, usize)> {
    let found =
        |(a, b, _): &&(&str, &str, u16)| is_word(tokens, i, &[a]) && is_word(tokens, i + 1, &[b]);
    let (_, _, before) = ERAS.iter().find(found)?;
    let year = match tokens.get(i + 2).map(|t| &t.token) {
        Some(Token::Word(first)) if first == "元" => before + 1,
        Some(Token::Number(n, 1..=3)) => before + u16::try_from(*n).ok()?,
        _ => return None,
    };
    if !is_word(tokens, i + 3, &["年"]) {
        return None;
    }
    let month = number_at(tokens, i + 4).and_then(|(n, _)| u8::try_from(n).ok());
    match month.filter(|_| is_word(tokens, i + 5, &["月"])) {
        Some(month) => {
            let day = number_at(tokens, i + 6).is_some() && is_word(tokens, i + 7, &["日"]);
            let next = if day { i + 8 } else { i + 6 };
            PartialDate::year_month(year, month).map(|d| (Point::Date(d), next))
        }
        None => PartialDate::year_only(year).map(|d| (Point::Date(d), i + 4)),
    }
}
