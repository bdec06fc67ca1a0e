//! A small, bounded tree of an XML part. Declarations of entities are refused, so nothing can
//! refer to anything.

use std::borrow::Cow;

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};

use crate::Error;

/// Deeper elements are left out.
const MAX_DEPTH: usize = 64;
/// A tree has no more elements and texts than this.
const MAX_NODES: usize = 600_000;

/// An element with what is in it.
pub(crate) struct Element<'x> {
    tag: BytesStart<'x>,
    pub(crate) children: Vec<Node<'x>>,
}

/// What an element holds.
pub(crate) enum Node<'x> {
    Element(Element<'x>),
    Text(Cow<'x, str>),
}

/// A whole part.
pub(crate) struct Tree<'x> {
    /// Holds the outermost element.
    pub(crate) root: Element<'x>,
    /// Something was left out: the part is broken or too deep.
    pub(crate) is_cut: bool,
}

impl<'x> Element<'x> {
    fn new(tag: BytesStart<'x>) -> Self {
        Self { tag, children: Vec::new() }
    }

    /// The name without its prefix.
    pub(crate) fn name(&self) -> &str {
        local(self.tag.name().0)
    }

    /// The value of an attribute, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let attribute = self
            .tag
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|it| local(it.key.0) == name)?;
        match attribute.normalized_value(XmlVersion::Explicit1_0) {
            Ok(value) => Some(value.into_owned()),
            Err(_) => Some(attribute.value.into_owned()),
        }
    }

    /// All attributes with their values, names without their prefixes.
    pub(crate) fn attributes(&self) -> Vec<(String, String)> {
        let mut names = Vec::new();
        for attribute in self.tag.attributes().with_checks(false).flatten() {
            let is_space = attribute.key.0 == "xmlns" || attribute.key.0.starts_with("xmlns:");
            if !is_space {
                names.push(local(attribute.key.0).to_owned());
            }
        }
        names.into_iter().filter_map(|name| Some((name.clone(), self.attribute(&name)?))).collect()
    }

    /// A number in an attribute.
    pub(crate) fn number(&self, name: &str) -> Option<f32> {
        self.attribute(name)?.trim().parse().ok().filter(|it: &f32| it.is_finite())
    }

    /// The elements in it.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of this name in it.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name() == name)
    }

    /// The first element along a path of names.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// All elements of this name, at any depth.
    pub(crate) fn all<'e>(&'e self, name: &str) -> Vec<&'e Self> {
        let mut found = Vec::new();
        let mut open = vec![self];
        while let Some(element) = open.pop() {
            if element.name() == name {
                found.push(element);
            }
            open.extend(element.elements().collect::<Vec<_>>().into_iter().rev());
        }
        found
    }

    /// The text directly in it.
    pub(crate) fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_ref()),
            Node::Element(_) => None,
        });
        texts.collect()
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Reads a part. A broken part gives what comes before the break.
pub(crate) fn parse(text: &str) -> Result<Tree<'_>, Error> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut open = vec![Element::new(BytesStart::new(""))];
    let mut is_cut = false;
    let mut skipped = 0_usize;
    for _ in 0..MAX_NODES {
        match reader.read_event() {
            Ok(Event::Start(_)) if open.len() > MAX_DEPTH => {
                skipped += 1;
                is_cut = true;
            }
            Ok(Event::Start(tag)) => open.push(Element::new(tag)),
            Ok(Event::End(_)) if skipped > 0 => skipped -= 1,
            Ok(Event::End(_)) => close(&mut open),
            _ if skipped > 0 && reader.buffer_position() < text.len() as u64 => {}
            Ok(Event::Empty(tag)) => add(&mut open, Node::Element(Element::new(tag))),
            Ok(Event::Text(it)) => add(&mut open, Node::Text(it.into_inner())),
            Ok(Event::CData(it)) => add(&mut open, Node::Text(it.into_inner())),
            Ok(Event::GeneralRef(it)) => add(&mut open, Node::Text(meaning(&it))),
            Ok(Event::DocType(_)) => return Err(Error::Damaged),
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
            Ok(Event::Eof) => return Ok(finish(open, is_cut)),
            Err(_) => return Ok(finish(open, true)),
        }
    }
    Ok(finish(open, true))
}

fn finish(mut open: Vec<Element<'_>>, is_cut: bool) -> Tree<'_> {
    let is_cut = is_cut || open.len() > 1;
    while open.len() > 1 {
        close(&mut open);
    }
    Tree { root: open.pop().unwrap_or_else(|| Element::new(BytesStart::new(""))), is_cut }
}

fn close(open: &mut Vec<Element<'_>>) {
    if open.len() > 1
        && let Some(element) = open.pop()
    {
        add(open, Node::Element(element));
    }
}

fn add<'x>(open: &mut [Element<'x>], node: Node<'x>) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn meaning<'x>(reference: &BytesRef<'x>) -> Cow<'x, str> {
    if let Ok(Some(ch)) = reference.resolve_char_ref() {
        return Cow::Owned(ch.to_string());
    }
    Cow::Borrowed(match &*reference.xml10_content() {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        _ => "",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_do_not_matter_and_references_are_resolved() {
        let tree = parse("<w:p w:id='1'>a&amp;b&#65;<w:t/></w:p>").unwrap();
        let p = tree.root.child("p").unwrap();
        assert_eq!((p.attribute("id").as_deref(), p.text().as_str()), (Some("1"), "a&bA"));
        assert!(p.child("t").is_some() && !tree.is_cut);
    }

    #[test]
    fn a_document_type_is_refused() {
        assert!(parse("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").is_err());
    }

    #[test]
    fn a_broken_part_gives_what_comes_before_the_break() {
        let tree = parse("<a><b>text</b><c").unwrap();
        assert!(tree.is_cut);
        assert_eq!(tree.root.at(&["a", "b"]).unwrap().text(), "text");
    }

    #[test]
    fn elements_deeper_than_the_limit_are_left_out() {
        let text = "<a>".repeat(5_000) + "deep" + &"</a>".repeat(5_000);
        assert!(parse(&text).unwrap().is_cut);
    }
}
