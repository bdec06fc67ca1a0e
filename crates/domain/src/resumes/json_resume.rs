//! JSON Resume 1.3, in and out.

use std::{collections::BTreeMap, fmt};

use serde_json::{Map, Value, json};

use super::{Origin, Reading, Resume};
use crate::{
    lexicon::{Lexicon, fold},
    page::Bbox,
    resumes::found::union,
};

/// Why some JSON is no resume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAResume {
    /// The first part that does not fit, in words.
    pub detail: String,
}

impl fmt::Display for NotAResume {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is no JSON Resume: {}", self.detail)
    }
}

impl std::error::Error for NotAResume {}

/// The resume in the shape of JSON Resume 1.3.
pub fn write(resume: &Resume) -> Value {
    let mut value = serde_json::to_value(resume).unwrap_or_default();
    if let Some(basics) = value.get_mut("basics").and_then(Value::as_object_mut) {
        let text = basics.get("location").and_then(Value::as_str).unwrap_or_default().to_owned();
        basics.insert("location".into(), write_location(&text));
    }
    prune(&mut value);
    leave_ends_open(&mut value);
    value
}

/// In JSON Resume a role without an end goes on; one whose end is not known has an empty one.
fn leave_ends_open(value: &mut Value) {
    for role in value.get_mut("work").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(role) = role.as_object_mut()
            && role.contains_key("startDate")
        {
            role.entry("endDate").or_insert_with(|| Value::String(String::new()));
        }
    }
}

/// The other way round: a role with a start and no word about its end goes on.
fn close_open_ends(value: &mut Value) {
    for role in value.get_mut("work").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(role) = role.as_object_mut()
            && role.contains_key("startDate")
        {
            role.entry("endDate").or_insert_with(|| Value::String("present".to_owned()));
        }
    }
}

/// The same with `_confidence` and `_provenance`, each by the path of the field, and with `_e164`:
/// the telephone number as every country dials it, beside what was printed.
pub fn write_reading(reading: &Reading) -> Value {
    let mut value = write(&reading.resume);
    let mut confidence = Map::new();
    let mut provenance = Map::new();
    let fields = super::fields(&reading.resume);
    let values: BTreeMap<&str, &str> =
        fields.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    for (path, origin) in &reading.origins {
        confidence
            .insert(path.clone(), json!(f64::from((origin.confidence * 1000.0).round()) / 1000.0));
        let value = values.get(path.as_str()).copied().unwrap_or_default();
        if let Some(place) = place(reading, path).filter(|_| is_printed(reading, origin, value)) {
            provenance.insert(path.clone(), place);
        }
    }
    if let Some(object) = value.as_object_mut() {
        object.insert("_confidence".into(), Value::Object(confidence));
        object.insert("_provenance".into(), Value::Object(provenance));
        if let Some(number) = super::e164(&reading.resume) {
            object.insert("_e164".into(), json!({ "basics.phone": number }));
        }
    }
    value
}

/// Whether the lines of an origin show its value in these words; a date in another form, a network
/// that is only an icon or the target of a link has no box that holds it.
fn is_printed(reading: &Reading, origin: &Origin, value: &str) -> bool {
    let mut shown = String::new();
    for line in origin.lines.iter().filter_map(|&line| reading.lines.get(line as usize)) {
        shown.push_str(&fold(&line.text));
        shown.push(' ');
    }
    let squeezed: String = shown.chars().filter(|c| c.is_alphanumeric()).collect();
    let folded = fold(value);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let hits = words
        .iter()
        .filter(|word| shown.split(|c: char| !c.is_alphanumeric()).any(|w| w == **word))
        .count();
    hits * 10 >= words.len() * 8
        || squeezed.contains(&folded.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
}

fn place(reading: &Reading, path: &str) -> Option<Value> {
    let origin = reading.origins.get(path)?;
    let Some(first) = origin.spans.first() else {
        return origin.lines.first().map(|line| json!({ "line": line + 1 }));
    };
    let page = origin.spans.iter().filter(|span| span.page == first.page);
    let Bbox { x0, y0, x1, y1 } = page.map(|span| span.bbox).fold(first.bbox, union);
    let round = |n: f32| f64::from((n * 100.0).round()) / 100.0;
    Some(json!({ "page": first.page, "bbox": [round(x0), round(y0), round(x1), round(y1)] }))
}

/// A city and its region when the text is just that, else the text.
fn write_location(text: &str) -> Value {
    let places = &Lexicon::get().places;
    let parts: Vec<&str> = text.split(", ").collect();
    match parts.as_slice() {
        [city, region]
            if places.is_region(region)
                && !city.chars().any(|c| c.is_ascii_digit())
                && !city.is_empty() =>
        {
            json!({ "city": city, "region": region })
        }
        _ if text.is_empty() => Value::Null,
        _ => json!({ "address": text }),
    }
}

/// Drops what is empty.
fn prune(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.values_mut().for_each(prune);
            map.retain(|_, v| !is_empty(v));
        }
        Value::Array(items) => items.iter_mut().for_each(prune),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The resume in `value`; what JSON Resume does not know is ignored.
pub fn read(value: &Value) -> Result<Resume, NotAResume> {
    if !value.is_object() {
        return Err(NotAResume { detail: "it is not an object".into() });
    }
    let mut value = value.clone();
    close_open_ends(&mut value);
    drop_nulls(&mut value, 0);
    if let Some(basics) = value.get_mut("basics").and_then(Value::as_object_mut) {
        flatten_location(basics);
        if let Some(website) = basics.get("website").cloned() {
            basics.entry("url").or_insert(website);
        }
    }
    for section in ["work", "volunteer", "education"] {
        for entry in value.get_mut(section).and_then(Value::as_array_mut).into_iter().flatten() {
            if let Some(entry) = entry.as_object_mut() {
                flatten_location(entry);
                repair_entry(entry);
            }
        }
    }
    repair_lists(&mut value);
    repair_dates(&mut value);
    serde_json::from_value(value).map_err(|error| NotAResume { detail: error.to_string() })
}

/// More levels are not looked into.
const DEPTH: u8 = 12;

fn drop_nulls(value: &mut Value, depth: u8) {
    match value {
        Value::Object(map) if depth < DEPTH => {
            map.retain(|_, v| !v.is_null());
            map.values_mut().for_each(|v| drop_nulls(v, depth + 1));
        }
        Value::Array(items) if depth < DEPTH => {
            items.retain(|v| !v.is_null());
            items.iter_mut().for_each(|v| drop_nulls(v, depth + 1));
        }
        Value::Object(_)
        | Value::Array(_)
        | Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_) => {}
    }
}

fn flatten_location(entry: &mut Map<String, Value>) {
    let Some(Value::Object(location)) = entry.get("location") else { return };
    let parts: Vec<String> = ["address", "postalCode", "city", "region", "countryCode"]
        .iter()
        .filter_map(|key| location.get(*key).and_then(Value::as_str))
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    entry.insert("location".into(), Value::String(parts.join(", ")));
}

/// Older spellings of the same fields.
fn repair_entry(entry: &mut Map<String, Value>) {
    for (old, new) in [("company", "name"), ("website", "url"), ("gpa", "score")] {
        if let Some(value) = entry.get(old).cloned() {
            entry.entry(new).or_insert(value);
        }
    }
    if let Some(score) = entry.get("score").filter(|s| s.is_number()).map(Value::to_string) {
        entry.insert("score".into(), Value::String(score));
    }
}

/// Lists of plain words where objects are expected.
fn repair_lists(value: &mut Value) {
    let names = [
        ("skills", "name"),
        ("languages", "language"),
        ("interests", "name"),
        ("certificates", "name"),
        ("awards", "title"),
        ("projects", "name"),
        ("publications", "name"),
        ("references", "reference"),
    ];
    for (section, key) in names {
        for item in value.get_mut(section).and_then(Value::as_array_mut).into_iter().flatten() {
            if let Value::String(text) = item {
                *item = json!({ key: text });
            }
        }
    }
}

/// Dates that are empty or no dates are left out, so that the rest can be read.
fn repair_dates(value: &mut Value) {
    let Some(sections) = value.as_object_mut() else { return };
    for entry in sections
        .values_mut()
        .filter_map(Value::as_array_mut)
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        for key in ["startDate", "date", "releaseDate", "endDate"] {
            let Some(text) = entry.get(key) else { continue };
            let text = text.as_str().unwrap_or_default().trim().to_owned();
            let day = text.get(..10).filter(|_| text.len() > 10).unwrap_or(&text).to_owned();
            let good = if key == "endDate" {
                day.parse::<crate::date::EndDate>().is_ok()
            } else {
                day.parse::<crate::PartialDate>().is_ok()
            };
            if good {
                entry.insert(key.to_owned(), Value::String(day));
            } else {
                entry.remove(key);
            }
        }
    }
}
