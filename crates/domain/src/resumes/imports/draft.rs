//! A resume in the making, with the line of the source behind every field.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    rich,
    tree::{At, is_empty, joined},
    when,
};
use crate::{
    page::{Format, Warning, WarningCode},
    resumes::{Origin, Reading, Resume, SourceLine},
};

/// More values are left out, with a warning.
const MAX_LINES: usize = 20_000;
/// And more text, in bytes.
const MAX_TEXT: usize = 2 << 20;
/// Values are not looked for deeper than this.
const MAX_DEPTH: usize = 64;
/// A program wrote it into this very field; only a person can be surer.
const SURE: f32 = 0.99;

/// A part of the resume that fields are put into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    section: &'static str,
    /// Which of the section; `None` for the person.
    index: Option<usize>,
}

/// The resume so far.
pub(super) struct Draft {
    /// The fields of each part, by section and place in it.
    parts: BTreeMap<Entry, Map<String, Value>>,
    lines: Vec<SourceLine>,
    /// The line of each value, by its path in the source.
    places: BTreeMap<String, u32>,
    origins: BTreeMap<String, Origin>,
    taken: BTreeSet<u32>,
    bytes: usize,
    is_cut: bool,
}

impl Draft {
    /// Nothing yet; `is_noise` tells which keys say nothing about the person.
    pub(super) fn new(root: &At<'_>, is_noise: fn(&str) -> bool) -> Self {
        let mut draft = Self {
            parts: BTreeMap::new(),
            lines: Vec::new(),
            places: BTreeMap::new(),
            origins: BTreeMap::new(),
            taken: BTreeSet::new(),
            bytes: 0,
            is_cut: false,
        };
        draft.list_values(root.value, root.path.clone(), 0, is_noise);
        draft
    }

    fn list_values(&mut self, value: &Value, path: String, depth: usize, noise: fn(&str) -> bool) {
        if depth > MAX_DEPTH || self.lines.len() >= MAX_LINES || self.bytes > MAX_TEXT {
            self.is_cut = true;
            return;
        }
        match value {
            Value::Object(map) => {
                for (key, inner) in map.iter().filter(|(key, _)| !noise(key)) {
                    self.list_values(inner, joined(&path, key), depth + 1, noise);
                }
            }
            Value::Array(items) => {
                for (index, inner) in items.iter().enumerate() {
                    self.list_values(inner, format!("{path}[{index}]"), depth + 1, noise);
                }
            }
            Value::String(_) | Value::Number(_) if !is_empty(value) => {
                let text = rich::plain(&At { value, path: String::new() }.text());
                let label = path.trim_end_matches(".#text");
                self.bytes += text.len();
                self.places.insert(path.clone(), self.lines.len() as u32);
                self.lines
                    .push(SourceLine { text: format!("{label}: {text}"), ..SourceLine::default() });
            }
            Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
        }
    }

    /// The person.
    pub(super) const fn person() -> Entry {
        Entry { section: "basics", index: None }
    }

    /// The next entry of a section. It comes to be with the first field put into it.
    pub(super) fn entry(&self, section: &'static str) -> Entry {
        Entry { section, index: Some(self.count(section)) }
    }

    /// How many entries a section has.
    pub(super) fn count(&self, section: &str) -> usize {
        self.parts.keys().filter(|entry| entry.section == section).count()
    }

    /// Whether a field is there already.
    pub(super) fn has(&self, entry: &Entry, field: &str) -> bool {
        let part = self.parts.get(entry);
        part.and_then(|part| part.get(field)).is_some_and(|value| !is_empty(value))
    }

    /// Puts a value into an empty field; `from` is where it was written.
    pub(super) fn set(&mut self, entry: &Entry, field: &str, value: &str, from: &At<'_>) {
        if value.is_empty() || self.has(entry, field) {
            return;
        }
        self.part(entry).insert(field.to_owned(), Value::String(value.to_owned()));
        self.note(format!("{}.{field}", entry.path()), from);
    }

    /// Adds a value to a list.
    pub(super) fn push(&mut self, entry: &Entry, field: &str, value: &str, from: &At<'_>) {
        if value.is_empty() {
            return;
        }
        let list = self.part(entry).entry(field).or_insert_with(|| json!([]));
        let Some(list) = list.as_array_mut() else { return };
        list.push(Value::String(value.to_owned()));
        let path = format!("{}.{field}[{}]", entry.path(), list.len() - 1);
        self.note(path, from);
    }

    /// Puts an account elsewhere among the others, unless its address is there already.
    pub(super) fn profile(&mut self, network: &str, username: &str, url: &str, from: &At<'_>) {
        let person = self.part(&Self::person());
        let profiles = person.entry("profiles").or_insert_with(|| json!([]));
        let Some(profiles) = profiles.as_array_mut() else { return };
        let index = profiles.len();
        let known = |it: &Value| !url.is_empty() && it.get("url").is_some_and(|it| it == url);
        if !profiles.iter().any(known) {
            profiles.push(json!({ "network": network, "username": username, "url": url }));
            let written = [("network", network), ("username", username), ("url", url)];
            for (field, _) in written.iter().filter(|(_, value)| !value.is_empty()) {
                self.note(format!("basics.profiles[{index}].{field}"), from);
            }
        }
        self.take(from);
    }

    /// Puts text with marks where it belongs: paragraphs into a field of prose, bullets into a
    /// list. An entry that has only one of the two gets all of it there; an empty name says so.
    pub(super) fn rich(&mut self, entry: &Entry, (prose, list): (&str, &str), from: &At<'_>) {
        let rich = rich::read(&from.text());
        if list.is_empty() {
            self.append(entry, prose, &rich.all(), from);
        } else if prose.is_empty() {
            for block in &rich.blocks {
                self.push(entry, list, &block.text, from);
            }
        } else {
            self.append(entry, prose, &rich.prose(), from);
            for item in rich.items() {
                self.push(entry, list, item, from);
            }
        }
        for link in &rich.links {
            self.keep(from, link);
        }
    }

    /// Adds paragraphs to a field.
    fn append(&mut self, entry: &Entry, field: &str, text: &str, from: &At<'_>) {
        let before = self.parts.get(entry).and_then(|part| part.get(field)?.as_str());
        let text = match before.filter(|before| !before.is_empty()) {
            Some(before) if !text.is_empty() => format!("{before}\n{text}"),
            _ => return self.set(entry, field, text, from),
        };
        self.part(entry).insert(field.to_owned(), Value::String(text));
        self.note(format!("{}.{field}", entry.path()), from);
    }

    /// Copies what stands under the first of `keys` into a field.
    pub(super) fn copy(&mut self, entry: &Entry, field: &str, at: &At<'_>, keys: &[&str]) {
        if let Some(from) = at.first(keys) {
            self.set(entry, field, &from.text(), &from);
        }
    }

    /// Copies every item under the first of `keys` into a list.
    pub(super) fn copy_all(&mut self, entry: &Entry, field: &str, at: &At<'_>, keys: &[&str]) {
        for from in at.list(keys) {
            self.push(entry, field, &from.text(), &from);
        }
    }

    /// The same for text that may be one string with commas.
    pub(super) fn copy_words(&mut self, entry: &Entry, field: &str, at: &At<'_>, keys: &[&str]) {
        let Some(from) = at.first(keys) else { return };
        if !from.value.is_string() {
            return self.copy_all(entry, field, at, keys);
        }
        for word in rich::words(&from.text()) {
            self.push(entry, field, &word, &from);
        }
    }

    /// Copies a date, if the value is one.
    pub(super) fn date(&mut self, entry: &Entry, field: &str, at: &At<'_>, keys: &[&str]) {
        let Some(from) = at.first(keys) else { return };
        if let Some(date) = when::date(&from.text()) {
            self.set(entry, field, &date.to_string(), &from);
        }
    }

    /// Copies the end of a period, if the value is one.
    pub(super) fn end(&mut self, entry: &Entry, at: &At<'_>, keys: &[&str]) {
        let Some(from) = at.first(keys) else { return };
        if let Some(end) = when::end(&from.text()) {
            self.set(entry, "endDate", &end.to_string(), &from);
        }
    }

    /// Copies a period that is written in one piece.
    pub(super) fn period(&mut self, entry: &Entry, from: &At<'_>) {
        let (start, end) = when::period(&from.text());
        if let Some(start) = start {
            self.set(entry, "startDate", &start.to_string(), from);
        }
        if let Some(end) = end {
            self.set(entry, "endDate", &end.to_string(), from);
        }
    }

    /// Says that it goes on, unless it has an end or no beginning; `from` said so.
    pub(super) fn goes_on(&mut self, entry: &Entry, from: &At<'_>) {
        if self.has(entry, "startDate") {
            self.set(entry, "endDate", "present", from);
        }
    }

    /// Marks values as taken: they are in the resume, if not in a field of their own.
    pub(super) fn take(&mut self, from: &At<'_>) {
        let lines = self.lines_of(from);
        self.taken.extend(lines);
    }

    /// Keeps something that no field holds as a line of its own: where a link leads, say.
    pub(super) fn keep(&mut self, from: &At<'_>, text: &str) {
        if self.lines.len() < MAX_LINES {
            let text = format!("{}: {text}", from.path);
            self.lines.push(SourceLine { text, ..SourceLine::default() });
        }
    }

    fn part(&mut self, entry: &Entry) -> &mut Map<String, Value> {
        self.parts.entry(*entry).or_default()
    }

    fn note(&mut self, path: String, from: &At<'_>) {
        let lines = self.lines_of(from);
        self.taken.extend(&lines);
        self.origins.insert(path, Origin { confidence: SURE, lines, ..Origin::default() });
    }

    fn lines_of(&self, from: &At<'_>) -> Vec<u32> {
        let below = |path: &str| {
            path.strip_prefix(from.path.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let after = self.places.range(from.path.clone()..);
        after
            .take_while(|(path, _)| path.starts_with(from.path.as_str()))
            .filter(|(path, _)| below(path))
            .map(|(_, line)| *line)
            .collect()
    }

    /// The resume as it is written.
    fn resume(&self) -> Value {
        let mut resume = Map::new();
        for (entry, part) in &self.parts {
            let part = Value::Object(part.clone());
            if entry.index.is_none() {
                resume.insert(entry.section.to_owned(), part);
            } else if let Some(list) =
                resume.entry(entry.section).or_insert_with(|| json!([])).as_array_mut()
            {
                list.push(part);
            }
        }
        Value::Object(resume)
    }

    /// What came of it; `language` is a code of two letters, or nothing.
    pub(super) fn finish(self, format: Format, language: &str) -> Reading {
        let unplaced = (0..self.lines.len() as u32).filter(|line| !self.taken.contains(line));
        let unplaced = unplaced.collect();
        let mut warnings = Vec::new();
        if self.is_cut {
            warnings.push(Warning { code: WarningCode::TooMuchText, detail: String::new() });
        }
        let mut resume: Resume = serde_json::from_value(self.resume()).unwrap_or_default();
        resume.language = language.get(..2).unwrap_or_default().to_lowercase();
        Reading {
            format,
            resume,
            origins: self.origins,
            lines: self.lines,
            unplaced,
            pages: Vec::new(),
            warnings,
        }
    }
}

impl Entry {
    fn path(&self) -> String {
        match self.index {
            Some(index) => format!("{}[{index}]", self.section),
            None => self.section.to_owned(),
        }
    }
}
