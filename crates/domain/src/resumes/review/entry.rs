//! An entry taken apart: every field with its words and with where they stand, so that what moves
//! takes its place along.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Misfit, Review};
use crate::resumes::{Origin, Resume};

/// The words of a field and where they stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Leaf {
    pub(super) text: String,
    pub(super) origin: Option<Origin>,
    pub(super) edited: bool,
}

/// A field: one text, or several.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Field {
    /// One text or date.
    One(Leaf),
    /// Points, words, lines.
    Many(Vec<Leaf>),
}

/// The fields of an entry by their names.
pub(super) type Entry = BTreeMap<String, Field>;

/// The sections whose entries can be split, merged and moved.
pub(super) const LISTS: &[&str] = &[
    "basics.profiles",
    "work",
    "volunteer",
    "education",
    "skills",
    "projects",
    "languages",
    "certificates",
    "awards",
    "publications",
    "interests",
    "references",
    "sections",
];

/// `work[0].highlights[2]` in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address<'p> {
    pub(super) list: &'static str,
    pub(super) index: usize,
    pub(super) field: &'p str,
    pub(super) item: Option<usize>,
}

impl<'p> Address<'p> {
    /// The address in `path`, unless it names no field of an entry.
    pub(super) fn of(path: &'p str) -> Option<Self> {
        let list = LISTS
            .iter()
            .find(|list| path.strip_prefix(**list).is_some_and(|rest| rest.starts_with('[')))?;
        let (index, rest) = path.get(list.len() + 1..)?.split_once(']')?;
        let field = rest.strip_prefix('.')?;
        let (field, item) = match field.split_once('[') {
            Some((field, item)) => (field, Some(item.strip_suffix(']')?.parse().ok()?)),
            None => (field, None),
        };
        Some(Self { list, index: index.parse().ok()?, field, item })
    }
}

impl Leaf {
    /// Adds the words of another one after `glue`.
    pub(super) fn join(&mut self, glue: &str, other: Self) {
        if other.text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(glue);
        }
        self.text.push_str(&other.text);
        self.edited |= other.edited;
        self.stand_also(other.origin);
    }

    /// It stands where `other` stands, too.
    pub(super) fn stand_also(&mut self, other: Option<Origin>) {
        match (&mut self.origin, other) {
            (Some(own), Some(other)) => own.join(other),
            (own @ None, other) => *own = other,
            (Some(_), None) => {}
        }
    }
}

impl Origin {
    /// The place of both, as sure as the less sure of the two.
    pub(super) fn join(&mut self, other: Self) {
        self.confidence = self.confidence.min(other.confidence);
        self.spans.extend(other.spans);
        self.lines.extend(other.lines);
        self.lines.sort_unstable();
        self.lines.dedup();
        self.by_hand |= other.by_hand;
    }
}

impl Field {
    /// Every text of it.
    pub(super) fn leaves(self) -> Vec<Leaf> {
        match self {
            Self::One(leaf) if leaf.text.is_empty() => Vec::new(),
            Self::One(leaf) => vec![leaf],
            Self::Many(leaves) => leaves,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::One(leaf) => leaf.text.trim().is_empty(),
            Self::Many(leaves) => leaves.iter().all(|leaf| leaf.text.trim().is_empty()),
        }
    }

    /// The first line it stands on.
    pub(super) fn first_line(&self) -> Option<u32> {
        let leaves = match self {
            Self::One(leaf) => std::slice::from_ref(leaf),
            Self::Many(leaves) => leaves.as_slice(),
        };
        let origins = leaves.iter().filter_map(|leaf| leaf.origin.as_ref());
        origins.filter_map(|origin| origin.lines.first().copied()).min()
    }
}

/// Whether nothing is said in it.
pub(super) fn is_empty(entry: &Entry) -> bool {
    entry.values().all(Field::is_empty)
}

impl Review {
    /// Takes every entry of a section out, with where its fields stand.
    pub(super) fn take(&mut self, list: &str) -> Result<Vec<Entry>, Misfit> {
        let value = serde_json::to_value(&self.resume).map_err(|_| Misfit::Gone)?;
        let entries = value.pointer(&pointer(list)).and_then(Value::as_array).cloned();
        let entries = entries.ok_or(Misfit::Gone)?;
        let taken = entries.iter().enumerate().map(|(index, entry)| {
            let fields = entry.as_object().into_iter().flatten();
            let base = format!("{list}[{index}]");
            fields.map(|(key, value)| (key.clone(), self.field(&base, key, value))).collect()
        });
        let taken = taken.collect();
        let inside = format!("{list}[");
        self.origins.retain(|path, _| !path.starts_with(&inside));
        self.edited.retain(|path| !path.starts_with(&inside));
        Ok(taken)
    }

    fn field(&self, base: &str, key: &str, value: &Value) -> Field {
        let whole = format!("{base}.{key}");
        let leaf = |path: String, text: &Value| Leaf {
            text: text.as_str().unwrap_or_default().to_owned(),
            origin: self.origins.get(&path).cloned(),
            edited: self.edited.contains(&path) || self.edited.contains(&whole),
        };
        match value {
            Value::Array(items) => {
                let all = items.iter().enumerate();
                Field::Many(all.map(|(i, text)| leaf(format!("{whole}[{i}]"), text)).collect())
            }
            one => Field::One(leaf(whole.clone(), one)),
        }
    }

    /// Puts the entries of a section back.
    pub(super) fn put(&mut self, list: &str, entries: Vec<Entry>) -> Result<(), Misfit> {
        let mut values = Vec::new();
        for (index, entry) in entries.into_iter().enumerate() {
            let mut object = Map::new();
            for (key, field) in entry {
                let path = format!("{list}[{index}].{key}");
                if let Some(value) = self.keep(&path, field) {
                    object.insert(key, value);
                }
            }
            values.push(Value::Object(object));
        }
        self.set(list, Value::Array(values))
    }

    /// Notes where a field stands now, and gives its value, if it has one.
    fn keep(&mut self, path: &str, field: Field) -> Option<Value> {
        match field {
            Field::One(leaf) => self.keep_leaf(path.to_owned(), leaf),
            Field::Many(leaves) => {
                let said = leaves.into_iter().filter(|leaf| !leaf.text.trim().is_empty());
                let items = said.enumerate();
                let items =
                    items.filter_map(|(i, leaf)| self.keep_leaf(format!("{path}[{i}]"), leaf));
                Some(Value::Array(items.collect()))
            }
        }
    }

    fn keep_leaf(&mut self, path: String, leaf: Leaf) -> Option<Value> {
        if leaf.text.trim().is_empty() {
            return None;
        }
        if leaf.edited {
            self.edited.push(path.clone());
        }
        if let Some(origin) = leaf.origin {
            self.origins.insert(path, origin);
        }
        Some(Value::String(leaf.text))
    }

    /// Sets the value at a path, if the resume can hold it.
    pub(super) fn set(&mut self, path: &str, value: Value) -> Result<(), Misfit> {
        let mut all = serde_json::to_value(&self.resume).map_err(|_| Misfit::Gone)?;
        *all.pointer_mut(&pointer(path)).ok_or(Misfit::Gone)? = value;
        self.resume = serde_json::from_value::<Resume>(all).map_err(|_| Misfit::Gone)?;
        Ok(())
    }

    /// The value at a path.
    pub(super) fn get(&self, path: &str) -> Result<Value, Misfit> {
        let all = serde_json::to_value(&self.resume).map_err(|_| Misfit::Gone)?;
        all.pointer(&pointer(path)).cloned().ok_or(Misfit::Gone)
    }
}

/// `work[0].name` as a JSON pointer.
fn pointer(path: &str) -> String {
    let mut out = String::from("/");
    out.extend(
        path.chars().filter(|c| *c != ']').map(|c| if matches!(c, '.' | '[') { '/' } else { c }),
    );
    out
}
