//! Where a system says the work is.

use domain::jobs::words;
use serde_json::Value;

use super::{Object, deep, first};
use crate::postings::{
    jsonld,
    stated::{string, strings},
};

/// Every place, the first one first.
pub(super) fn all(map: &Object) -> Vec<String> {
    let categories = map.get("categories").and_then(Value::as_object);
    let grouped = categories.and_then(|it| first(it, &["allLocations", "location"]));
    let mut found = grouped.map(strings).unwrap_or_default();
    if found.is_empty() {
        found = listed(map);
    }
    if found.iter().all(String::is_empty) {
        found = elsewhere(map);
    }
    // "Hybrid" or "Remote" as the only place: the office's city stands elsewhere.
    if found.iter().all(|place| words::without_mode(place).is_empty())
        && let Some(Value::Array(offices)) = map.get("offices")
    {
        let office = offices.iter().filter_map(Value::as_object);
        found.extend(office.filter_map(|it| first(it, &["location", "name"])).map(string));
    }
    found
}

/// Places under the usual names.
fn listed(map: &Object) -> Vec<String> {
    const NAMES: [&str; 9] = [
        "locations",
        "location",
        "jobLocation",
        "officeLocations",
        "office",
        "additionalLocations",
        "PrimaryLocation",
        "workLocations",
        "secondaryLocations",
    ];
    let place = |one: &Value| match one {
        Value::Object(inner) if inner.contains_key("address") => jsonld::places(one).join(", "),
        Value::Object(inner) if first(inner, &["city", "City"]).is_some() => address(inner),
        Value::Object(inner) => {
            first(inner, &["location", "name", "locationName", "label", "Name"])
                .map(string)
                .unwrap_or_default()
        }
        other => string(other),
    };
    let values = NAMES.iter().filter_map(|name| map.get(*name));
    let each = values.flat_map(|value| match value {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    });
    each.take(50).map(place).collect()
}

/// Places where only some systems keep them.
fn elsewhere(map: &Object) -> Vec<String> {
    if let Some(Value::Object(inner)) = deep(map, &["WorkLocation", "workLocation"]) {
        return vec![address(inner)];
    }
    if let Some(Value::Object(city)) = map.get("city") {
        return vec![address(city)];
    }
    if first(map, &["city", "City"]).is_some() {
        return vec![address(map)];
    }
    let shown = ["location_display", "locationsText", "locationName", "formattedLocation", "Place"];
    first(map, &shown).map(strings).unwrap_or_default()
}

/// The parts of an address, the smallest first.
const ADDRESS: &[&[&str]] = &[
    &["city", "City", "cityName"],
    &["region", "state", "state_name", "Region"],
    &["country", "Country", "country_name", "countryName", "addressCountry"],
];

fn address(map: &Object) -> String {
    let mut parts: Vec<String> = Vec::new();
    for names in ADDRESS {
        let part = first(map, names).map(string).unwrap_or_default();
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}
