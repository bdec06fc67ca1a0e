//! What a wrapping says outright, collected field by field: the first word wins.

use domain::jobs::{
    Capture, DegreeLevel, EducationAsked, FieldSource, Posting, RemoteMode, Salary, words,
};
use serde_json::Value;

use super::plain::clean;

/// Fields stated so far, and from where.
pub(super) struct Stated {
    capture: Capture,
    source: FieldSource,
}

impl Stated {
    /// Nothing stated yet; what follows comes from `source`.
    pub(super) fn new(source: FieldSource) -> Self {
        Self { capture: Capture::default(), source }
    }

    /// What follows comes from `source`.
    pub(super) fn from(&mut self, source: FieldSource) -> &mut Self {
        self.source = source;
        self
    }

    /// Whether `field` has been stated.
    pub(super) fn has(&self, field: &str) -> bool {
        self.capture.sources.contains_key(field)
    }

    fn set(&mut self, field: &str, change: impl FnOnce(&mut Posting)) {
        if !self.has(field) {
            change(&mut self.capture.stated);
            self.capture.sources.insert(field.to_owned(), self.source);
        }
    }

    /// The title.
    pub(super) fn title(&mut self, title: &str) {
        let title = clean(&super::fragment::unescape(title));
        if !title.is_empty() && title.len() < 300 {
            self.set("title", |posting| posting.title = title);
        }
    }

    /// The employer.
    pub(super) fn company(&mut self, company: &str) {
        let company = clean(&super::fragment::unescape(company));
        if !company.is_empty() && company.len() < 200 {
            self.set("company", |posting| posting.company = company);
        }
    }

    /// Every place, as printed. A place that is only a mode of work states that mode instead.
    pub(super) fn locations(&mut self, places: impl IntoIterator<Item = String>) {
        let mut kept: Vec<String> = Vec::new();
        for place in places {
            let place = clean(&super::fragment::unescape(&place));
            if let Some(mode) = words::remote_mode(&place) {
                self.remote(mode);
            }
            let place = words::without_mode(&place);
            if !place.is_empty() && place.len() < 200 && !kept.contains(&place) && kept.len() < 50 {
                kept.push(place);
            }
        }
        if !kept.is_empty() {
            self.set("locations", |posting| posting.locations = kept);
        }
    }

    /// Where the work is done.
    pub(super) fn remote(&mut self, mode: RemoteMode) {
        self.set("remoteMode", |posting| posting.remote_mode = mode);
    }

    /// The kind of employment, in whatever words.
    pub(super) fn employment(&mut self, text: &str) {
        let types = words::employment_types(text);
        if types.is_empty() {
            return;
        }
        if self.has("employmentTypes") {
            for kind in types {
                let all = &mut self.capture.stated.employment_types;
                if !all.contains(&kind) {
                    all.push(kind);
                }
            }
        } else {
            self.set("employmentTypes", |posting| posting.employment_types = types);
        }
    }

    /// Where the posting itself stands.
    pub(super) fn url(&mut self, url: &str) {
        let url = url.trim();
        if !url.is_empty() && url.len() < 2_000 && self.capture.stated.url.is_empty() {
            self.capture.stated.url = url.to_owned();
        }
    }

    /// What its system calls it in addresses.
    pub(super) fn id(&mut self, id: &str) {
        if (1..=200).contains(&id.len()) && self.capture.ids.len() < 20 {
            self.capture.ids.push(id.to_owned());
        }
    }

    /// Pay in words: "$45 - $60 per hour".
    pub(super) fn told_pay(&mut self, text: &str) {
        if let Some(salary) = words::pay(text) {
            self.set("salary", |posting| posting.salary = Some(salary));
        }
    }

    /// Pay; dropped when it names no amount.
    pub(super) fn salary(&mut self, min: Option<f64>, max: Option<f64>, currency: &str, per: &str) {
        let positive = |amount: Option<f64>| amount.filter(|n| *n > 0.0 && *n < 1e9);
        let (min, max) = (positive(min), positive(max));
        if min.or(max).is_some() {
            let currency = words::currency(currency).unwrap_or_default();
            let period = words::period(per).or_else(|| words::period_of(min.or(max), &currency));
            let salary = Salary { min, max, currency, period };
            self.set("salary", |posting| posting.salary = Some(salary));
        }
    }

    /// When it was posted.
    pub(super) fn posted(&mut self, date: &Value) {
        if let Some(date) = date_of(date) {
            self.set("datePosted", |posting| posting.date_posted = Some(date));
        }
    }

    /// Last day to apply.
    pub(super) fn deadline(&mut self, date: &Value) {
        if let Some(date) = date_of(date) {
            self.set("applyDeadline", |posting| posting.apply_deadline = Some(date));
        }
    }

    /// The level of the role.
    pub(super) fn level(&mut self, text: &str) {
        if let Some(level) = words::seniority(text) {
            self.set("seniority", |posting| posting.seniority = Some(level));
        }
    }

    /// The degree asked, as a word like `vocational` or `bachelor degree`.
    pub(super) fn education(&mut self, text: &str) {
        let level: Option<DegreeLevel> = words::degree(text);
        if let Some(level) = level {
            let asked = EducationAsked {
                level,
                field: String::new(),
                required: true,
                or_equivalent: false,
            };
            self.set("education", |posting| posting.education = Some(asked));
        }
    }

    /// The capture with this text.
    pub(super) fn with_text(self, text: String) -> Capture {
        Capture { text, ..self.capture }
    }
}

/// A date as text, or as seconds or milliseconds since 1970.
fn date_of(value: &Value) -> Option<domain::PartialDate> {
    match value {
        Value::String(text) => words::date(text),
        Value::Number(number) => words::date_of_unix(number.as_i64()?),
        _ => None,
    }
}

/// A number, or a number in a string: `"60000"`, `"60,000.00"`.
pub(super) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => words::number(text),
        _ => None,
    }
}

/// A string, or the name of an object, or a number as printed; empty otherwise.
pub(super) fn string(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Object(map) => ["name", "label", "title", "text", "value", "city", "Name"]
            .iter()
            .find_map(|key| map.get(*key).filter(|inner| inner.is_string()))
            .map(string)
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// The strings of an array, or the one string there is.
pub(super) fn strings(value: &Value) -> Vec<String> {
    let all: Vec<String> = match value {
        Value::Array(items) => items.iter().map(string).collect(),
        one => vec![string(one)],
    };
    all.into_iter().filter(|text| !text.is_empty()).collect()
}
