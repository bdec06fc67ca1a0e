//! One walk over every field of a resume, by path.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Origin, Resume};

/// Every field with a value, as `(path, text)`: `("work[0].position", "Nurse")`.
pub fn fields(resume: &Resume) -> Vec<(String, String)> {
    let mut out = Vec::new();
    if let Ok(value) = serde_json::to_value(resume) {
        walk(&value, String::new(), &mut out);
    }
    out
}

/// Keeps the origins of the values that `after` still holds: at the same path, else in the same
/// field of another entry of the section. What the user wrote has none.
pub fn carry_over(
    before: &Resume,
    origins: &BTreeMap<String, Origin>,
    after: &Resume,
) -> BTreeMap<String, Origin> {
    let old: BTreeMap<String, String> = fields(before).into_iter().collect();
    let mut elsewhere: BTreeMap<(String, &str), &str> = BTreeMap::new();
    for (path, text) in old.iter().rev() {
        elsewhere.insert((without_numbers(path), text), path);
    }
    let mut out = BTreeMap::new();
    for (path, text) in fields(after) {
        let same = old.get(&path).is_some_and(|before| *before == text).then_some(path.as_str());
        let from =
            same.or_else(|| elsewhere.get(&(without_numbers(&path), text.as_str())).copied());
        if let Some(origin) = from.and_then(|from| origins.get(from)) {
            out.insert(path, origin.clone());
        }
    }
    out
}

fn walk(value: &Value, path: String, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                let dot = if path.is_empty() { "" } else { "." };
                walk(inner, format!("{path}{dot}{key}"), out);
            }
        }
        Value::Array(items) => {
            for (i, inner) in items.iter().enumerate() {
                walk(inner, format!("{path}[{i}]"), out);
            }
        }
        Value::String(text) if !text.is_empty() && path != "language" => {
            out.push((path, text.clone()));
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// `work[3].name` as `work[].name`.
fn without_numbers(path: &str) -> String {
    path.chars().filter(|c| !c.is_ascii_digit()).collect()
}
