//! What the finished pages show: characters that came out as an empty box, and how far down the
//! text goes.

use std::collections::BTreeSet;

use typst::{
    layout::{Abs, Frame, FrameItem},
    text::TextItem,
};

/// The characters of these pages that no font could print, each once.
pub(super) fn missing<'a>(pages: impl Iterator<Item = &'a Frame>) -> Vec<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Frame> = pages.collect();
    while let Some(frame) = open.pop() {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => open.push(&group.frame),
                FrameItem::Text(text) => found.extend(boxes(text)),
                FrameItem::Shape(..)
                | FrameItem::Image(..)
                | FrameItem::Link(..)
                | FrameItem::Tag(..) => {}
            }
        }
    }
    found.into_iter().collect()
}

/// How far down the text on this page goes, from 0 at its top to 1 at its bottom.
pub(super) fn filled(page: &Frame) -> f64 {
    let mut deepest = Abs::zero();
    let mut open = vec![(Abs::zero(), page)];
    while let Some((top, frame)) = open.pop() {
        for (place, item) in frame.items() {
            match item {
                FrameItem::Group(group) => open.push((top + place.y, &group.frame)),
                FrameItem::Text(_) => deepest = deepest.max(top + place.y),
                FrameItem::Shape(..)
                | FrameItem::Image(..)
                | FrameItem::Link(..)
                | FrameItem::Tag(..) => {}
            }
        }
    }
    deepest / page.height()
}

/// Glyph 0 of every font is its "not here" box.
fn boxes(text: &TextItem) -> impl Iterator<Item = String> {
    let unknown = text.glyphs.iter().filter(|glyph| glyph.id == 0);
    unknown.filter_map(|glyph| {
        let range = usize::from(glyph.range.start)..usize::from(glyph.range.end);
        let seen = text.text.get(range)?.trim();
        (!seen.is_empty()).then(|| seen.to_owned())
    })
}
