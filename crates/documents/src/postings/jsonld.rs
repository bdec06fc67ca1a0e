//! schema.org `JobPosting` blocks.

use domain::jobs::{Capture, FieldSource, RemoteMode};
use serde_json::{Map, Value};

use super::{
    fragment,
    stated::{Stated, number, string, strings},
};

/// Every `JobPosting` in a block, however it is wrapped: alone, in arrays, under `@graph`.
pub(super) fn postings(block: &Value) -> Vec<&Map<String, Value>> {
    let mut found = Vec::new();
    let mut open = vec![block];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items.iter().rev()),
            Value::Object(map) if is_posting(map) => found.push(map),
            Value::Object(map) => {
                let inner = ["@graph", "itemListElement", "item", "mainEntity", "hasPart"];
                open.extend(inner.iter().rev().filter_map(|key| map.get(*key)));
            }
            _ => {}
        }
    }
    found
}

fn is_posting(map: &Map<String, Value>) -> bool {
    map.get("@type").is_some_and(|kind| {
        strings(kind).iter().any(|name| name.trim_start_matches("schema:").ends_with("JobPosting"))
    })
}

/// What a `JobPosting` says, as a capture; its text may be short or empty.
pub(super) fn capture(map: &Map<String, Value>) -> Capture {
    let mut stated = Stated::new(FieldSource::Jsonld);
    state(map, &mut stated);
    stated.with_text(text(map))
}

/// States every field of a `JobPosting`.
pub(super) fn state(map: &Map<String, Value>, stated: &mut Stated) {
    let get = |key: &str| map.get(key).unwrap_or(&Value::Null);
    stated.title(&string(if get("title").is_null() { get("name") } else { get("title") }));
    stated.company(&organization(get("hiringOrganization")));
    let telecommute =
        strings(get("jobLocationType")).iter().any(|kind| kind.eq_ignore_ascii_case("TELECOMMUTE"));
    let places = places(get("jobLocation"));
    if telecommute {
        stated.remote(RemoteMode::Remote);
    }
    let places = if places.is_empty() && telecommute {
        strings(get("applicantLocationRequirements"))
    } else {
        places
    };
    stated.locations(places);
    for kind in strings(get("employmentType")) {
        stated.employment(&kind);
    }
    salary(
        if get("baseSalary").is_null() { get("estimatedSalary") } else { get("baseSalary") },
        stated,
    );
    stated.posted(get("datePosted"));
    stated.deadline(get("validThrough"));
    stated.url(&string(get("url")));
    match get("identifier") {
        Value::Object(identifier) => {
            stated.id(&identifier.get("value").map(string).unwrap_or_default());
        }
        other => stated.id(&string(other)),
    }
    if let Value::Object(education) = get("educationRequirements") {
        stated.education(&education.get("credentialCategory").map(string).unwrap_or_default());
    }
}

fn organization(value: &Value) -> String {
    match value {
        Value::Array(items) => items.first().map(organization).unwrap_or_default(),
        Value::Object(map) => map
            .get("name")
            .or_else(|| map.get("legalName"))
            .map(|name| strings(name).join(" "))
            .unwrap_or_default(),
        other => string(other),
    }
}

/// Places as "city, region, country".
pub(super) fn places(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().take(50).flat_map(places).collect(),
        Value::Object(map) => match map.get("address") {
            Some(Value::Object(address)) => vec![address_line(address)],
            Some(Value::String(address)) => vec![address.clone()],
            Some(Value::Array(addresses)) => {
                addresses.iter().take(50).filter_map(Value::as_object).map(address_line).collect()
            }
            _ if map.contains_key("addressLocality") => vec![address_line(map)],
            _ => strings(value),
        },
        other => strings(other),
    }
}

fn address_line(address: &Map<String, Value>) -> String {
    let mut parts: Vec<String> = Vec::new();
    for key in ["addressLocality", "addressRegion", "addressCountry"] {
        let part = address.get(key).map(string).unwrap_or_default();
        let said = parts.iter().any(|before| before.contains(&part));
        if !part.is_empty() && !said {
            parts.push(part);
        }
    }
    if parts.is_empty() {
        return address.get("streetAddress").map(string).unwrap_or_default();
    }
    parts.join(", ")
}

fn salary(value: &Value, stated: &mut Stated) {
    let value = if let Value::Array(items) = value { items.first() } else { Some(value) };
    let Some(Value::Object(map)) = value else { return };
    let inner = map.get("value");
    let get = |key: &str| {
        inner.and_then(|inner| inner.get(key)).or_else(|| map.get(key)).unwrap_or(&Value::Null)
    };
    let one = inner.and_then(number).or_else(|| number(get("value")));
    let currency = map.get("currency").unwrap_or_else(|| get("currency"));
    stated.salary(
        number(get("minValue")).or(one),
        number(get("maxValue")).or(one),
        &string(currency),
        &string(get("unitText")),
    );
}

/// The description and what stands beside it, each under a heading.
fn text(map: &Map<String, Value>) -> String {
    let get = |key: &str| map.get(key).map(|value| strings(value).join("\n")).unwrap_or_default();
    let mut text = fragment::lines(&get("description"));
    let parts = [
        ("Responsibilities:", "responsibilities"),
        ("Qualifications:", "qualifications"),
        ("Required skills:", "skills"),
        ("Experience:", "experienceRequirements"),
        ("Education requirements:", "educationRequirements"),
        ("Benefits:", "jobBenefits"),
    ];
    for (heading, key) in parts {
        let part = fragment::lines(&get(key));
        // Many pages repeat in these fields what the description says.
        if !part.is_empty() && !text.contains(part.lines().next().unwrap_or_default()) {
            text = format!("{text}\n{heading}\n{part}");
        }
    }
    text.trim().to_owned()
}
