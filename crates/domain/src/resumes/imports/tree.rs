//! Where we are in a tree of values.

use serde_json::Value;

/// A value with the path that leads to it.
#[derive(Debug, Clone)]
pub(super) struct At<'v> {
    pub(super) value: &'v Value,
    pub(super) path: String,
}

impl<'v> At<'v> {
    /// The whole tree.
    pub(super) const fn root(value: &'v Value) -> Self {
        Self { value, path: String::new() }
    }

    /// The value under `key`, whatever its case and signs, unless it is empty.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        let wanted = bare(key);
        let (name, value) = self.value.as_object()?.iter().find(|(name, value)| {
            (name.as_str() == key || bare(name) == wanted) && !is_empty(value)
        })?;
        Some(Self { value, path: joined(&self.path, name) })
    }

    /// The first of these keys that holds something.
    pub(super) fn first(&self, keys: &[&str]) -> Option<Self> {
        keys.iter().find_map(|key| self.get(key))
    }

    /// What stands at the end of a path of keys; the first item of what repeats on the way.
    pub(super) fn down(&self, path: &[&str]) -> Option<Self> {
        path.iter().try_fold(self.clone(), |at, key| at.items().into_iter().next()?.get(key))
    }

    /// The items of a list; anything else is a list of one.
    pub(super) fn items(&self) -> Vec<Self> {
        match self.value {
            Value::Array(items) => items
                .iter()
                .enumerate()
                .filter(|(_, value)| !is_empty(value))
                .map(|(index, value)| Self { value, path: format!("{}[{index}]", self.path) })
                .collect(),
            Value::Null => Vec::new(),
            Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
                vec![self.clone()]
            }
        }
    }

    /// The items under the first of these keys that holds something.
    pub(super) fn list(&self, keys: &[&str]) -> Vec<Self> {
        self.first(keys).map_or_else(Vec::new, |at| at.items())
    }

    /// The keys of an object with their values, without those that are empty.
    pub(super) fn entries(&self) -> Vec<(&'v str, Self)> {
        let Some(map) = self.value.as_object() else { return Vec::new() };
        map.iter()
            .filter(|(_, value)| !is_empty(value))
            .map(|(name, value)| (name.as_str(), Self { value, path: joined(&self.path, name) }))
            .collect()
    }

    /// What is written right here.
    pub(super) fn text(&self) -> String {
        match self.value {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Object(map) => {
                map.get("#text").and_then(Value::as_str).unwrap_or_default().trim().to_owned()
            }
            Value::Bool(_) | Value::Null | Value::Array(_) => String::new(),
        }
    }

    /// What is written under the first of these keys that holds something.
    pub(super) fn text_of(&self, keys: &[&str]) -> String {
        self.first(keys).map(|at| at.text()).unwrap_or_default()
    }

    /// Whether one of these keys says yes.
    pub(super) fn says_yes(&self, keys: &[&str]) -> bool {
        self.first(keys).is_some_and(|at| match at.value {
            Value::Bool(yes) => *yes,
            _ => matches!(at.text().to_lowercase().as_str(), "true" | "yes" | "1" | "y"),
        })
    }

    /// Whether there is one of these keys, even without a value.
    pub(super) fn has(&self, keys: &[&str]) -> bool {
        let Some(map) = self.value.as_object() else { return false };
        map.keys().any(|name| keys.iter().any(|key| bare(name) == bare(key)))
    }

    /// Whether this key says no.
    pub(super) fn says_no(&self, key: &str) -> bool {
        self.value.get(key) == Some(&Value::Bool(false))
    }
}

/// A path with one more key.
pub(super) fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Whether a value says nothing.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A key without case and signs: `Started On`, `started_on` and `startedOn` are one.
fn bare(key: &str) -> String {
    key.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_found_however_they_are_spelled() {
        let tree = json!({ "Started On": "Jan 2020", "b": [{ "c": " x " }], "none": [] });
        let root = At::root(&tree);
        assert_eq!(root.text_of(&["none", "started_on"]), "Jan 2020");
        let inner = root.down(&["b", "c"]).unwrap();
        assert_eq!((inner.text().as_str(), inner.path.as_str()), ("x", "b[0].c"));
    }

    #[test]
    fn one_thing_is_a_list_of_one() {
        let tree = json!({ "one": { "x": 1 }, "two": [{ "x": 1 }, null, { "x": 2 }] });
        let root = At::root(&tree);
        assert_eq!((root.list(&["one"]).len(), root.list(&["two"]).len()), (1, 2));
    }
}
