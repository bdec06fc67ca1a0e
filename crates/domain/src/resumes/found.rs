//! What has been understood so far, with where each field came from.

use std::collections::{BTreeMap, BTreeSet};

use super::{Origin, Resume, SourceSpan};
use crate::{
    layout::{Layout, Passage},
    page::Bbox,
};

/// A resume in the making.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) resume: Resume,
    pub(crate) origins: BTreeMap<String, Origin>,
    taken: BTreeSet<u32>,
}

/// Text on its way to a field.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Field {
    pub(crate) text: Passage,
    /// How likely it is right, from 0 to 1.
    pub(crate) sure: f32,
}

impl Field {
    pub(crate) const fn new(text: Passage, sure: f32) -> Self {
        Self { text, sure }
    }
}

impl Found {
    /// Records that the field at `path` was read from `text`, and gives its words.
    pub(crate) fn put(
        &mut self,
        layout: &Layout,
        path: String,
        text: &Passage,
        sure: f32,
    ) -> String {
        let value = tidy(&text.text());
        if !value.is_empty() {
            self.note(layout, path, text, sure);
        }
        value
    }

    /// Records where the value at `path` was read.
    pub(crate) fn note(&mut self, layout: &Layout, path: String, text: &Passage, sure: f32) {
        let lines = text.lines();
        self.taken.extend(&lines);
        let confidence = sure.clamp(0.01, 0.995);
        let origin = Origin { confidence, spans: spans(layout, text), lines, ..Origin::default() };
        self.origins.insert(path, origin);
    }

    /// Whether a field stands on the line with this index.
    pub(crate) fn has_taken(&self, line: u32) -> bool {
        self.taken.contains(&line)
    }
}

/// White space made single.
pub(crate) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One rectangle a printed line.
fn spans(layout: &Layout, text: &Passage) -> Vec<SourceSpan> {
    if !layout.paginated {
        return Vec::new();
    }
    let mut out: BTreeMap<u32, SourceSpan> = BTreeMap::new();
    for (ch, place) in text.chars().iter().zip(text.places()) {
        let Some(line) = layout.lines.get(place.line as usize) else { continue };
        let Some(bbox) = line.boxes.get(place.at as usize).filter(|_| !ch.is_whitespace()) else {
            continue;
        };
        out.entry(place.line)
            .and_modify(|span| span.bbox = union(span.bbox, *bbox))
            .or_insert(SourceSpan { page: line.page + 1, bbox: *bbox });
    }
    out.into_values().collect()
}

/// The smallest rectangle around both.
pub(crate) fn union(a: Bbox, b: Bbox) -> Bbox {
    Bbox { x0: a.x0.min(b.x0), y0: a.y0.min(b.y0), x1: a.x1.max(b.x1), y1: a.y1.max(b.y1) }
}
