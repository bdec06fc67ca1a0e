//! Dates as programs and people write them into fields.

use crate::{
    date::{EndDate, PartialDate},
    resumes::dates,
};

/// The date that `text` is, however it is written.
pub(super) fn date(text: &str) -> Option<PartialDate> {
    exact(text).or_else(|| {
        let span = dates::best(&letters(text))?;
        span.start.or_else(|| span.end.and_then(EndDate::date))
    })
}

/// The end that `text` is: a date, or a word for the present.
pub(super) fn end(text: &str) -> Option<EndDate> {
    if let Some(date) = exact(text) {
        return Some(EndDate::on(date));
    }
    // An open range would be read as lasting until today; an empty field says nothing.
    if text.trim().is_empty() {
        return None;
    }
    // The words for the present are only looked for after a date.
    let span = dates::best(&letters(&format!("2000 - {text}")))?;
    span.end.filter(|_| span.range).or_else(|| date(text).map(EndDate::on))
}

/// The two ends of a period; of a single date, only the last.
pub(super) fn period(text: &str) -> (Option<PartialDate>, Option<EndDate>) {
    if let Some(date) = exact(text) {
        return (None, Some(EndDate::on(date)));
    }
    dates::best(&letters(text)).map_or((None, None), |span| (span.start, span.end))
}

/// A date in the form of ISO 8601, perhaps with a time after it.
fn exact(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, ":"));
    day.parse().ok().filter(|_| time.contains(':'))
}

fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_however_they_are_written() {
        for (text, wanted) in [
            ("2020-03-15", "2020-03-15"),
            ("2020-03-15T00:00:00Z", "2020-03-15"),
            ("Jan 2020", "2020-01"),
            ("03/2020", "2020-03"),
            ("2020", "2020"),
        ] {
            assert_eq!(date(text).map(|it| it.to_string()).as_deref(), Some(wanted), "{text}");
        }
        assert_eq!(date("soon"), None);
    }

    #[test]
    fn an_end_may_be_the_present() {
        for text in ["present", "Present", "heute", "actualidad", "now"] {
            assert_eq!(end(text), Some(EndDate::PRESENT), "{text}");
        }
        assert_eq!(end("Mar 2021").map(|it| it.to_string()).as_deref(), Some("2021-03"));
        assert_eq!(end(""), None);
    }

    #[test]
    fn a_period_has_two_ends() {
        let (start, end) = period("March 2022 - Present");
        assert_eq!(start.map(|it| it.to_string()).as_deref(), Some("2022-03"));
        assert_eq!(end, Some(EndDate::PRESENT));
        assert_eq!(period("2018").0, None);
        let (start, end) = period("2018 - 2019");
        assert_eq!(start.map(|it| it.to_string()).as_deref(), Some("2018"));
        assert_eq!(end.map(|it| it.to_string()).as_deref(), Some("2019"));
    }
}
