//! Resumes that programs wrote: every value finds its field or stays as a line that no field
//! took.
//!
//! JSON, YAML, XML and tables all come as one tree of values: an element of XML is an object, its
//! attributes are keys with an `@`, what repeats is a list.

mod candidate;
mod draft;
mod europass;
mod europass_person;
mod json;
mod json_parts;
mod linkedin;
mod linkedin_lists;
mod networks;
mod place;
mod reactive;
mod reactive_items;
mod rendercv;
mod rendercv_sections;
mod rich;
mod tree;
mod when;

use serde_json::Value;

pub use linkedin::TABLES;

use super::Reading;
use crate::page::Format;

/// Which program's form `tree` has; `None` if it is no resume that we know.
pub fn recognise(tree: &Value) -> Option<Format> {
    let has = |key: &str| tree.get(key).is_some_and(|it| it.is_object() || it.is_array());
    if europass::is_one(tree) || candidate::is_one(tree) {
        Some(Format::Europass)
    } else if linkedin::is_one(tree) {
        Some(Format::LinkedIn)
    } else if rendercv::is_one(tree) {
        Some(Format::RenderCv)
    } else if reactive::is_one(tree) {
        Some(Format::ReactiveResume)
    } else {
        let lists = json::LISTS.iter().filter(|key| has(key)).count();
        let is_person = tree.get("basics").is_some_and(Value::is_object);
        (is_person || lists >= 2).then_some(Format::JsonResume)
    }
}

/// The resume in `tree`, which has the form of `format`; `None` for a form that is no tree.
pub fn read(format: Format, tree: &Value) -> Option<Reading> {
    match format {
        Format::JsonResume => Some(json::read(tree)),
        Format::ReactiveResume => Some(reactive::read(tree)),
        Format::RenderCv => Some(rendercv::read(tree)),
        Format::Europass if candidate::is_one(tree) => Some(candidate::read(tree)),
        Format::Europass => Some(europass::read(tree)),
        Format::LinkedIn => Some(linkedin::read(tree)),
        Format::Pdf
        | Format::Docx
        | Format::Odt
        | Format::Rtf
        | Format::Html
        | Format::Markdown
        | Format::Text => None,
    }
}
