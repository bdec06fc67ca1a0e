//! The few words a template adds of its own, and how dates are written, by language.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::{PartialDate, date::EndDate};
use serde::Deserialize;

/// What one language calls things.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Words {
    pub(super) resume: String,
    pub(super) present: String,
    pub(super) grade: String,
    pub(super) courses: String,
    pub(super) tools: String,
    /// A month and its year, with `{m}` and `{y}` where they go.
    month: String,
    /// A day, with `{d}`, `{m}` and `{y}`.
    day: String,
    months: Vec<String>,
    sections: BTreeMap<String, String>,
}

static WORDS: LazyLock<BTreeMap<String, Words>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../templates/words.json")).unwrap_or_default()
});

static NONE: LazyLock<Words> = LazyLock::new(Words::default);

impl Words {
    /// The words of this language, or else English ones.
    pub(super) fn of(language: &str) -> &'static Self {
        WORDS.get(language).or_else(|| WORDS.get("en")).unwrap_or(&NONE)
    }

    /// What the section of this kind is called.
    pub(super) fn section(&self, kind: &str) -> String {
        self.sections.get(kind).cloned().unwrap_or_default()
    }

    /// The date as this language writes it.
    pub(super) fn date(&self, date: PartialDate) -> String {
        let year = date.year().to_string();
        let name = |month: u8| self.months.get(usize::from(month).wrapping_sub(1));
        let Some(month) = date.month().and_then(name) else { return year };
        let (pattern, day) = match date.day() {
            Some(day) => (&self.day, day.to_string()),
            None => (&self.month, String::new()),
        };
        pattern.replace("{d}", &day).replace("{m}", month).replace("{y}", &year)
    }

    /// From when to when; empty where neither is known.
    pub(super) fn span(&self, start: Option<PartialDate>, end: Option<EndDate>) -> String {
        let start = start.map(|date| self.date(date));
        let end = end.map(|end| end.date().map_or_else(|| self.present.clone(), |d| self.date(d)));
        match (start, end) {
            (Some(start), Some(end)) if start == end => start,
            (Some(start), Some(end)) => format!("{start} – {end}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => String::new(),
        }
    }
}

/// How each of our languages writes this date.
pub(super) fn ways(date: EndDate) -> impl Iterator<Item = String> {
    WORDS.values().map(move |words| words.span(None, Some(date)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(language: &str, start: &str, end: &str) -> String {
        Words::of(language).span(start.parse().ok(), end.parse().ok())
    }

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        assert_eq!(span("en", "2020-03", "present"), "Mar 2020 – Present");
        assert_eq!(span("de", "2020-03", "2021-10"), "März 2020 – Okt. 2021");
        assert_eq!(span("fr", "2019", "present"), "2019 – aujourd’hui");
        assert_eq!(span("fi", "2020-03-15", "2021-04"), "15.3.2020 – 4/2021");
        assert_eq!(span("pl", "", "2021-09"), "wrz 2021");
        assert_eq!(span("en", "2020-03", "2020-03"), "Mar 2020");
        assert_eq!(span("en", "", ""), "");
    }

    #[test]
    fn a_language_we_do_not_know_gets_english() {
        assert_eq!(Words::of("xx").section("work"), "Experience");
        assert_eq!(Words::of("").present, "Present");
    }

    #[test]
    fn every_language_names_everything() {
        assert!(WORDS.len() >= 12);
        let kinds: Vec<_> = Words::of("en").sections.keys().collect();
        for (language, words) in &*WORDS {
            assert_eq!(words.months.len(), 12, "{language}");
            assert_eq!(words.sections.keys().collect::<Vec<_>>(), kinds, "{language}");
            let own = [&words.resume, &words.present, &words.grade, &words.courses, &words.tools];
            assert!(own.into_iter().chain(words.sections.values()).all(|word| !word.is_empty()));
            assert!(words.month.contains("{m}") && words.day.contains("{d}"), "{language}");
        }
    }
}
