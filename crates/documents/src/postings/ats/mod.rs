//! One posting object of an applicant system, whichever: field by field under all their names.

mod body;
mod pay;
mod places;
mod terms;

use std::collections::VecDeque;

use domain::jobs::{Capture, FieldSource, words};
use serde_json::{Map, Value};

use super::{
    json::TITLES,
    stated::{Stated, string},
};

type Object = Map<String, Value>;

/// What one posting object says.
pub(super) fn capture(map: &Object, source: FieldSource) -> Capture {
    let mut stated = Stated::new(source);
    let text = body::text(map);
    stated.title(&deep(map, TITLES).map(string).unwrap_or_default());
    stated.company(&company(map, &text));
    terms::mode(map, &mut stated);
    stated.locations(places::all(map));
    terms::employment(map, &mut stated);
    pay::state(map, &mut stated);
    terms::dates(map, &mut stated);
    let level = ["experienceLevel", "experience_level", "seniority", "seniorityLevel"];
    stated.level(&first(map, &level).map(string).unwrap_or_default());
    let education = ["education_code", "education", "educationLevel", "education_level"];
    stated.education(&first(map, &education).map(string).unwrap_or_default());
    address(map, &mut stated);
    stated.with_text(text)
}

/// What a list says of a posting whose text stands elsewhere; `None` when it is no posting's.
pub(super) fn line(map: &Object, source: FieldSource) -> Option<Capture> {
    let title = first(map, TITLES).map(string).filter(|title| words::is_role(title))?;
    let mut capture = capture(map, source);
    let known = !capture.stated.url.is_empty() || !capture.ids.is_empty();
    if !known || !capture.text.is_empty() {
        return None;
    }
    let place = capture.stated.locations.join(", ");
    capture.text = [title, capture.stated.company.clone(), place].join("\n");
    capture.stated.partial = true;
    Some(capture)
}

/// The employer that the object around a posting names.
pub(super) fn employ(capture: &mut Capture, outer: &Object, source: FieldSource) {
    let named = first(outer, &EMPLOYERS).map(string).filter(|name| !name.is_empty());
    let by_address = !capture.sources.contains_key("company") || !names_employer(capture);
    if let (Some(name), true) = (named, by_address) {
        capture.stated.company = name;
        capture.sources.insert("company".to_owned(), source);
    }
}

/// Whether the text spells the employer's name, so that it is no mere slug.
fn names_employer(capture: &Capture) -> bool {
    capture.text.contains(&capture.stated.company)
}

/// Names of the employer.
const EMPLOYERS: [&str; 12] = [
    "company_name",
    "companyName",
    "company",
    "hiringOrganization",
    "HiringOrg",
    "organization",
    "organizationName",
    "employer",
    "employerName",
    "employer_name",
    "subcompany",
    "business_unit",
];

/// Names of the address at which people read the posting.
const LINKS: [&str; 15] = [
    "hostedUrl",
    "jobUrl",
    "absolute_url",
    "careers_url",
    "jobOpeningShareUrl",
    "canonicalPositionUrl",
    "detail-url",
    "postingUrl",
    "job_url",
    "url",
    "externalUrl",
    "shortlink",
    "link",
    "applyUrl",
    "ref",
];

/// Where the posting stands, and what its system calls it there.
fn address(map: &Object, stated: &mut Stated) {
    let links = LINKS.iter().filter_map(|name| map.get(*name).and_then(Value::as_str));
    for link in links.filter(|link| link.starts_with("https://")) {
        stated.url(link);
    }
    let ids = [
        "id",
        "uuid",
        "slug",
        "shortcode",
        "friendly_id",
        "guid",
        "jobReqId",
        "requisition_id",
        "display_job_id",
        "Id",
        "refNumber",
        "jobId",
        "job_id",
        "externalPath",
    ];
    for id in ids.iter().filter_map(|name| map.get(*name)) {
        stated.id(&string(id));
    }
}

/// The first of `names` that `map` itself holds with something in it.
fn first<'a>(map: &'a Object, names: &[&str]) -> Option<&'a Value> {
    names.iter().filter_map(|name| map.get(*name)).find(|value| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(all) => !all.is_empty(),
        _ => true,
    })
}

/// The first of `names` in `map` or, level by level, in the objects within it.
pub(super) fn deep<'a>(map: &'a Object, names: &[&str]) -> Option<&'a Value> {
    let mut open = VecDeque::from([map]);
    for _ in 0..200 {
        let map = open.pop_front()?;
        if let Some(found) = first(map, names) {
            return Some(found);
        }
        open.extend(map.values().filter_map(Value::as_object));
    }
    None
}

/// The employer: named, else by the address of the board when the text spells it out.
fn company(map: &Object, text: &str) -> String {
    let named = first(map, &EMPLOYERS).map(string).filter(|name| !name.is_empty());
    let named = named.or_else(|| {
        map.values().filter_map(Value::as_object).find_map(|inner| {
            first(inner, &["HiringOrg", "hiringOrganization", "company_name"]).map(string)
        })
    });
    if let Some(name) = named.filter(|name| !name.is_empty()) {
        return name;
    }
    let slug = LINKS
        .iter()
        .filter_map(|name| map.get(*name).and_then(Value::as_str))
        .find_map(words::company_of_address);
    slug.map(|slug| words::spelled_in(&slug, text)).unwrap_or_default()
}
