//! XML feeds of postings: Personio's, and RSS.

use domain::jobs::{Capture, FieldSource};
use quick_xml::{Reader, events::Event};
use serde_json::{Map, Value};

use super::ats;

/// The elements that hold one posting each.
const ITEMS: &[&str] = &["position", "job", "item", "offer", "vacancy"];

/// Every posting of a feed.
pub(super) fn captures(xml: &str) -> Vec<Capture> {
    let mut found = Vec::new();
    let mut item: Option<Item> = None;
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    while found.len() < super::MAX_CAPTURES {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                let name = tag.local_name().as_ref().to_owned();
                match &mut item {
                    Some(item) => item.open.push((name, String::new())),
                    None if ITEMS.contains(&name.as_str()) => {
                        item = Some(Item { name, ..Item::default() });
                    }
                    None => {}
                }
            }
            Ok(Event::Text(text)) => add(&mut item, &text),
            Ok(Event::CData(text)) => add(&mut item, &text),
            Ok(Event::GeneralRef(name)) => {
                let entity = format!("&{};", &*name);
                add(&mut item, &super::fragment::unescape(&entity));
            }
            Ok(Event::End(_)) => {
                let Some(current) = &mut item else { continue };
                match current.open.pop() {
                    Some((name, text)) => current.close(&name, text.trim()),
                    None => found.extend(item.take().map(Item::finish)),
                }
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    found
}

fn add(item: &mut Option<Item>, text: &str) {
    if let Some((_, held)) = item.as_mut().and_then(|item| item.open.last_mut()) {
        held.push_str(text);
    }
}

/// A posting while its elements come in.
#[derive(Default)]
struct Item {
    name: String,
    open: Vec<(String, String)>,
    fields: Map<String, Value>,
    /// The parts of the description with their headings.
    body: String,
    heading: String,
}

impl Item {
    fn close(&mut self, name: &str, text: &str) {
        let in_descriptions = self.open.iter().any(|(outer, _)| outer == "jobDescription");
        match name {
            "name" if in_descriptions => self.heading = text.to_owned(),
            "value" if in_descriptions => {
                self.body.push_str(&format!("<h3>{}</h3>{text}", self.heading));
            }
            "jobDescription" | "jobDescriptions" => {}
            "office" => {
                self.fields.insert("location".into(), text.into());
            }
            _ if !text.is_empty() => {
                self.fields.entry(name.to_owned()).or_insert_with(|| text.into());
            }
            _ => {}
        }
    }

    fn finish(mut self) -> Capture {
        if !self.body.is_empty() {
            self.fields.insert("description".into(), self.body.into());
        }
        debug_assert!(!self.name.is_empty());
        ats::capture(&self.fields, FieldSource::Json)
    }
}
