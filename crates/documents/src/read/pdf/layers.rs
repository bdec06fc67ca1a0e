//! Layers that are switched off: what lies on them is not seen.

use std::collections::HashSet;

use hayro_syntax::{
    Pdf,
    object::{Array, Dict, Name, ObjRef, Object},
};

/// Later layers are taken to be on.
const MAX_LAYERS: usize = 10_000;

/// The layers of a document that are off when it is opened.
#[derive(Debug, Default)]
pub(super) struct Layers {
    off: HashSet<ObjRef>,
}

impl Layers {
    /// What the document says about its layers.
    pub(super) fn of(pdf: &Pdf) -> Self {
        let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
        let properties = root.get::<Dict<'_>>("OCProperties").unwrap_or_default();
        let start = properties.get::<Dict<'_>>("D").unwrap_or_default();
        let mut off = HashSet::new();
        if start.get::<Name<'_>>("BaseState").is_some_and(|it| it.as_ref() == b"OFF") {
            off.extend(references(&properties, "OCGs"));
            for on in references(&start, "ON") {
                off.remove(&on);
            }
        }
        off.extend(references(&start, "OFF"));
        Self { off }
    }

    /// Whether the layer under this key is off.
    pub(super) fn is_off(&self, dict: &Dict<'_>, key: &[u8]) -> bool {
        !self.off.is_empty() && dict.get_ref(key).is_some_and(|layer| self.off.contains(&layer))
    }
}

fn references(dict: &Dict<'_>, key: &str) -> Vec<ObjRef> {
    let Some(array) = dict.get::<Array<'_>>(key) else { return Vec::new() };
    let items = array.raw_iter().take(MAX_LAYERS);
    items.filter_map(|item: hayro_syntax::object::MaybeRef<Object<'_>>| item.as_obj_ref()).collect()
}
