//! JSON of applicant systems and job boards: which objects are postings.

use domain::jobs::{Capture, FieldSource};
use serde_json::{Map, Value};

use super::{ats, jsonld};

/// Names under which systems keep their list of postings.
const LISTS: &[&str] = &[
    "jobs",
    "offers",
    "results",
    "postings",
    "content",
    "jobPostings",
    "positions",
    "items",
    "data",
    "vacancies",
    "openings",
    "requisitionList",
    "hits",
    "records",
    "job_postings",
    "entries",
    "result",
    "edges",
];
/// Names under which systems keep one posting.
const WRAPS: &[&str] = &[
    "jobPostingInfo",
    "jobPosting",
    "job",
    "posting",
    "position",
    "offer",
    "data",
    "result",
    "vacancy",
    "jobOpening",
    "node",
];
/// Names of a title.
pub(super) const TITLES: &[&str] = &[
    "title",
    "position_name",
    "jobTitle",
    "job_title",
    "positionTitle",
    "PositionTitle",
    "postingTitle",
    "jobOpeningName",
    "name",
    "text",
    "Title",
];
/// Names of a text.
pub(super) const BODIES: &[&str] = &[
    "descriptionHtml",
    "description",
    "descriptionPlain",
    "content",
    "jobDescription",
    "job_description",
    "jobAd",
    "lists",
    "Purpose",
    "body",
    "full_description",
    "descriptionBody",
    "details",
    "openings",
    "requirements",
    "externalPostedDescription",
    "full_page_content",
    "jobDescriptions",
    "text_html",
    "ExternalDescriptionStr",
    "skills_knowledge_expertise",
];

/// Every posting of a JSON value.
pub(super) fn captures(value: &Value) -> Vec<Capture> {
    let ld = jsonld::postings(value);
    if !ld.is_empty() {
        return ld.into_iter().map(jsonld::capture).collect();
    }
    items(value, FieldSource::Json)
}

/// The one posting somewhere within a page's state.
pub(super) fn within(state: &Value, source: FieldSource) -> Option<Capture> {
    let mut open = vec![state];
    let mut best: Option<Capture> = None;
    let mut seen = 0;
    while let Some(value) = open.pop() {
        seen += 1;
        if seen > 20_000 {
            break;
        }
        match value {
            Value::Array(all) => open.extend(all),
            Value::Object(map) => {
                if is_posting(map) {
                    let capture = ats::capture(map, source);
                    let longer = |best: &Capture| capture.text.len() > best.text.len();
                    if capture.text.len() > 200 && best.as_ref().is_none_or(longer) {
                        best = Some(capture);
                    }
                }
                open.extend(map.values().filter(|inner| inner.is_object() || inner.is_array()));
            }
            _ => {}
        }
    }
    best
}

fn items(value: &Value, source: FieldSource) -> Vec<Capture> {
    match value {
        Value::Array(all) => all
            .iter()
            .take(super::MAX_CAPTURES)
            .filter_map(Value::as_object)
            .flat_map(|map| {
                let found = one_or_many(map, source);
                if found.is_empty() { ats::line(map, source).into_iter().collect() } else { found }
            })
            .collect(),
        Value::Object(map) => one_or_many(map, source),
        _ => Vec::new(),
    }
}

fn one_or_many(map: &Map<String, Value>, source: FieldSource) -> Vec<Capture> {
    if is_posting(map) {
        return vec![ats::capture(map, source)];
    }
    for name in LISTS {
        if let Some(Value::Array(all)) = map.get(*name) {
            let found: Vec<Capture> = all
                .iter()
                .take(super::MAX_CAPTURES)
                .filter_map(Value::as_object)
                .map(|inner| {
                    WRAPS
                        .iter()
                        .find_map(|wrap| inner.get(*wrap)?.as_object())
                        .filter(|it| is_posting(it))
                        .unwrap_or(inner)
                })
                .filter_map(|inner| listed(inner, map, source))
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
    }
    for name in WRAPS.iter().chain(LISTS) {
        if let Some(Value::Object(inner)) = map.get(*name) {
            let mut found = one_or_many(inner, source);
            if !found.is_empty() {
                found.iter_mut().for_each(|capture| ats::employ(capture, map, source));
                return found;
            }
        }
    }
    // An odd shape: one posting with its parts spread over several objects.
    if ats::deep(map, TITLES).is_some() && ats::deep(map, BODIES).is_some() {
        return vec![ats::capture(map, source)];
    }
    Vec::new()
}

/// One of a list: a posting, or only a line about one.
fn listed(
    inner: &Map<String, Value>,
    list: &Map<String, Value>,
    source: FieldSource,
) -> Option<Capture> {
    let mut capture =
        if is_posting(inner) { ats::capture(inner, source) } else { ats::line(inner, source)? };
    ats::employ(&mut capture, list, source);
    if !capture.sources.contains_key("company")
        && let Some(Value::String(name)) = list.get("name")
    {
        capture.stated.company.clone_from(name);
        capture.sources.insert("company".to_owned(), source);
    }
    Some(capture)
}

/// Whether an object has both a title and a text of its own.
fn is_posting(map: &Map<String, Value>) -> bool {
    let titled = TITLES.iter().any(|name| map.get(*name).is_some_and(Value::is_string));
    let told = BODIES.iter().any(|name| {
        map.get(*name).is_some_and(|body| match body {
            Value::String(text) => !text.trim().is_empty(),
            Value::Array(all) => !all.is_empty(),
            Value::Object(inner) => !inner.is_empty(),
            _ => false,
        })
    });
    titled && told
}
