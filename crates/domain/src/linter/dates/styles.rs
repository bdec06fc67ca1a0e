//! D02: the ways in which one document writes its dates.

use super::{super::words::patterns, printed_dates};
use crate::linter::{Check, Finding, case::Case};

patterns! {
    LONG = r"(?i)\b(?:january|february|march|april|june|july|august|september|october|november|december)\.?,? (?:19|20)\d\d\b";
    SHORT = r"(?i)\b(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.?,? (?:19|20)\d\d\b";
    SLASH = r"\b(?:0?[1-9]|1[0-2])/(?:19|20)?\d\d\b";
    DOT = r"\b(?:0[1-9]|1[0-2])\.(?:19|20)\d\d\b";
    ISO = r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])\b";
}

/// Two styles where one would do. A year alone is judged by D03, and May is short and long.
pub(super) fn mixed(case: &Case<'_>) -> Option<Finding> {
    let styles = [
        ("January 2020", &LONG),
        ("Jan 2020", &SHORT),
        ("01/2020", &SLASH),
        ("01.2020", &DOT),
        ("2020-01", &ISO),
    ];
    let mut first: Option<(&str, &str)> = None;
    let dates = printed_dates(case);
    for (path, text) in &dates {
        for (name, pattern) in &styles {
            let Some(hit) = super::super::words::first(pattern, text) else { continue };
            match first {
                None => first = Some((name, hit)),
                Some((known, quote)) if known != *name => {
                    let quote = format!("{} and {}", quote.trim(), hit.trim());
                    let finding = Finding::new(Check::D02).at(path).on(case.spot(path));
                    return Some(finding.quoting(&quote));
                }
                Some(_) => {}
            }
        }
    }
    None
}
