//! XML as a tree of values: an element is an object, its attributes have an `@`, what repeats is
//! a list, and an element of nothing but text is that text.

use serde_json::{Map, Value};

use crate::{
    Error,
    read::xml::{self, Element, Node},
};

/// Longer texts are pictures and other attachments.
const MAX_TEXT: usize = 200_000;

/// Reads XML; entities are refused, and what is broken gives what comes before the break.
pub(super) fn tree(text: &str) -> Result<Value, Error> {
    let tree = xml::parse(text)?;
    if tree.root.elements().next().is_none() {
        return Err(Error::Damaged);
    }
    Ok(Value::Object(children(&tree.root)))
}

fn value(element: &Element<'_>) -> Value {
    let mut map = children(element);
    for (name, text) in element.attributes() {
        map.insert(format!("@{name}"), Value::String(text));
    }
    let text = element.text();
    let text = if text.len() > MAX_TEXT { "" } else { text.trim() };
    if map.is_empty() {
        return Value::String(text.to_owned());
    }
    if !text.is_empty() {
        map.insert("#text".to_owned(), Value::String(text.to_owned()));
    }
    Value::Object(map)
}

fn children(element: &Element<'_>) -> Map<String, Value> {
    let mut map: Map<String, Value> = Map::new();
    for node in &element.children {
        let Node::Element(child) = node else { continue };
        let new = value(child);
        match map.get_mut(child.name()) {
            None => {
                map.insert(child.name().to_owned(), new);
            }
            Some(Value::Array(items)) => items.push(new),
            Some(one) => *one = Value::Array(vec![one.take(), new]),
        }
    }
    map
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn elements_attributes_and_what_repeats_keep_their_names() {
        let text = "<?xml version='1.0'?><a xmlns='x'><n:b n:y='1'/><c>one</c><c k='v'>two</c></a>";
        let wanted = json!({ "a": {
            "b": { "@y": "1" },
            "c": ["one", { "@k": "v", "#text": "two" }],
        } });
        assert_eq!(tree(text), Ok(wanted));
    }

    #[test]
    fn entities_are_refused() {
        assert!(tree("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///x'>]><a>&e;</a>").is_err());
    }
}
