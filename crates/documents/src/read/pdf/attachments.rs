//! The files inside a PDF.

use std::collections::HashSet;

use hayro_syntax::{
    Pdf,
    object::{Array, Dict, ObjRef, Object, Stream},
};

use crate::read::{Attachment, MAX_ATTACHMENT, MAX_ATTACHMENTS};

/// The tree of names is not followed further.
const MAX_NODES: usize = 64;

/// The files that the document names or is associated with.
pub(super) fn attachments(pdf: &Pdf) -> Vec<Attachment> {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let mut files = Files::default();
    if let Some(associated) = root.get::<Array<'_>>("AF") {
        associated.iter::<Dict<'_>>().take(MAX_ATTACHMENTS).for_each(|file| files.add(&file));
    }
    let names = root.get::<Dict<'_>>("Names").unwrap_or_default();
    let mut open: Vec<Dict<'_>> = names.get::<Dict<'_>>("EmbeddedFiles").into_iter().collect();
    for _ in 0..MAX_NODES {
        let Some(node) = open.pop() else { break };
        if let Some(pairs) = node.get::<Array<'_>>("Names") {
            let values = pairs.iter::<Object<'_>>().take(2 * MAX_ATTACHMENTS);
            for value in values {
                if let Object::Dict(file) = value {
                    files.add(&file);
                }
            }
        }
        if let Some(kids) = node.get::<Array<'_>>("Kids") {
            open.extend(kids.iter::<Dict<'_>>().take(MAX_NODES));
        }
    }
    files.found
}

#[derive(Default)]
struct Files {
    found: Vec<Attachment>,
    seen: HashSet<ObjRef>,
}

impl Files {
    /// Adds the file that a description leads to, once.
    fn add(&mut self, description: &Dict<'_>) {
        let Some(files) = description.get::<Dict<'_>>("EF") else { return };
        for key in ["F", "UF"] {
            if self.found.len() >= MAX_ATTACHMENTS
                || files.get_ref(key).is_some_and(|id| !self.seen.insert(id))
            {
                return;
            }
            let Some(stream) = files.get::<Stream<'_>>(key) else { continue };
            if stream.raw_data().len() > MAX_ATTACHMENT {
                return;
            }
            let Ok(bytes) = stream.decoded_data() else { return };
            if bytes.len() <= MAX_ATTACHMENT {
                self.found.push(Attachment { bytes: bytes.into_owned() });
            }
            return;
        }
    }
}
