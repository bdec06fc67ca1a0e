//! The clickable areas of a page.

use domain::page::{Bbox, Link};
use hayro_syntax::{
    object::{Array, Dict, Name, Rect},
    page::Page,
};

use super::{
    matrix::{Area, Matrix},
    strings,
};

/// More links than this are left out.
const MAX_LINKS: usize = 1_000;
/// A longer address is no address.
const MAX_TARGET: usize = 2_048;

/// The links that lead out of the document.
pub(super) fn links(page: &Page<'_>, matrix: Matrix) -> Vec<Link> {
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else { return Vec::new() };
    annotations
        .iter::<Dict<'_>>()
        .take(MAX_LINKS)
        .filter_map(|annotation| link(&annotation, matrix))
        .collect()
}

fn link(annotation: &Dict<'_>, matrix: Matrix) -> Option<Link> {
    if annotation.get::<Name<'_>>("Subtype")?.as_ref() != b"Link" {
        return None;
    }
    let action = annotation.get::<Dict<'_>>("A")?;
    let target = strings::text_of(&action, "URI")?.trim().to_owned();
    if target.is_empty() || target.len() > MAX_TARGET {
        return None;
    }
    let edges = annotation.get::<Rect>("Rect")?;
    let area = Area::mapped(matrix, (edges.x0, edges.y0), (edges.x1, edges.y1));
    let bbox =
        Bbox { x0: area.x0 as f32, y0: area.y0 as f32, x1: area.x1 as f32, y1: area.y1 as f32 };
    let is_finite = [bbox.x0, bbox.y0, bbox.x1, bbox.y1].iter().all(|it| it.is_finite());
    is_finite.then_some(Link { target, bbox })
}
