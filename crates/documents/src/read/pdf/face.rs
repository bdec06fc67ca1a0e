//! The fonts of a PDF: what their codes mean, how wide they are, how they look.

use std::{collections::HashMap, rc::Rc, sync::Arc};

use domain::facts::FontFact;
use hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_font::{OutlineGlyph, StandardFont};
use hayro_syntax::object::{Array, Dict, Name, Object};

/// A font as text is shown in it.
pub(super) struct Face<'a> {
    font: Option<Font<'a>>,
    /// Its name without the subset prefix.
    pub(super) name: String,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Its letters are in the file.
    embedded: bool,
    /// Holds pictures and no letters.
    pub(super) icons: bool,
    /// How tall it is at size 1; not 1 only for some fonts that are made of drawings.
    pub(super) em: f64,
}

/// One code of a shown string.
pub(super) struct Code {
    /// What it means; `None` if the file does not say.
    pub(super) text: Option<BfString>,
    /// Its width at size 1.
    pub(super) width: f64,
    /// How far the next one is moved down at size 1, in vertical writing.
    pub(super) descent: f64,
    /// Where its origin lies, at size 1.
    pub(super) origin: (f64, f64),
    /// A single-byte space, which word spacing widens.
    pub(super) is_space_byte: bool,
}

/// The fonts that were met so far.
pub(super) struct Faces<'a> {
    cache: FontCache<'a>,
    fonts: FontResolverFn,
    cmaps: CMapResolverFn,
    faces: HashMap<usize, Rc<Face<'a>>>,
}

impl<'a> Faces<'a> {
    pub(super) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            fonts: Arc::new(|query| {
                Some(match query {
                    FontQuery::Standard(font) => font.get_font_data(),
                    FontQuery::Fallback(query) => query.pick_standard_font().get_font_data(),
                })
            }),
            cmaps: Arc::new(hayro_cmap::load_embedded),
            faces: HashMap::new(),
        }
    }

    /// What is known of the fonts met.
    pub(super) fn facts(&self) -> Vec<FontFact> {
        let named = self.faces.values().filter(|face| !face.name.is_empty());
        let mut facts: Vec<FontFact> = named
            .map(|face| FontFact { name: face.name.clone(), embedded: face.embedded })
            .collect();
        facts.sort_by(|a, b| a.name.cmp(&b.name));
        facts
    }

    /// The font that this dictionary describes, or Helvetica if it is broken.
    pub(super) fn face(&mut self, dict: Option<Dict<'a>>) -> Rc<Face<'a>> {
        let dict = dict.unwrap_or_default();
        let key = dict.data().as_ptr() as usize;
        if let Some(face) = self.faces.get(&key) {
            return Rc::clone(face);
        }
        let font = self
            .cache
            .font(&dict, &self.fonts, &self.cmaps)
            .or_else(|| self.cache.standard_font(StandardFont::Helvetica, &self.fonts));
        let face = Rc::new(Face::new(font, &dict));
        self.faces.insert(key, Rc::clone(&face));
        face
    }
}

impl<'a> Face<'a> {
    fn new(font: Option<Font<'a>>, dict: &Dict<'a>) -> Self {
        let descendant = dict
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|it| it.iter::<Dict<'_>>().next())
            .unwrap_or_default();
        let descriptor = dict
            .get::<Dict<'_>>("FontDescriptor")
            .or_else(|| descendant.get::<Dict<'_>>("FontDescriptor"))
            .unwrap_or_default();
        let name = [dict, &descendant]
            .iter()
            .find_map(|it| it.get::<Name<'_>>("BaseFont"))
            .or_else(|| descriptor.get::<Name<'_>>("FontName"))
            .map_or_else(String::new, |it| without_prefix(&String::from_utf8_lossy(it.as_ref())));
        let flags = descriptor.get::<i32>("Flags").unwrap_or(0);
        let weight = descriptor.get::<f32>("FontWeight").unwrap_or(0.0);
        let (look_bold, look_italic) = look(font.as_ref());
        Self {
            bold: says_bold(&name) || weight >= 600.0 || flags & (1 << 18) != 0 || look_bold,
            italic: says_italic(&name)
                || flags & (1 << 6) != 0
                || descriptor.get::<f32>("ItalicAngle").is_some_and(|it| it.abs() > 2.0)
                || look_italic,
            embedded: is_embedded(dict, &descriptor),
            icons: says_icons(&name),
            em: drawn_em(dict),
            font,
            name,
        }
    }

    /// The codes of a string that is shown in this font.
    pub(super) fn codes(&self, bytes: &[u8]) -> Vec<Code> {
        let Some(font) = &self.font else { return Vec::new() };
        let mut codes = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let (code, length) = font.read_code(bytes, at);
            let length = length.max(1);
            codes.push(read_code(font, code, length == 1 && code == 32));
            at += length;
        }
        codes
    }
}

/// Whether a font's letters are in the file; those of a font made of drawings always are.
fn is_embedded(dict: &Dict<'_>, descriptor: &Dict<'_>) -> bool {
    dict.get::<Name<'_>>("Subtype").is_some_and(|it| it.as_ref() == b"Type3")
        || ["FontFile", "FontFile2", "FontFile3"].iter().any(|it| descriptor.contains_key(it))
}

fn read_code(font: &Font<'_>, code: u32, is_space_byte: bool) -> Code {
    let text = match font.glyph(font.map_code(code), code) {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    let advance = font.code_advance(code);
    let origin = font.origin_displacement(code);
    let upright = font.is_horizontal();
    Code {
        text,
        width: if upright { advance.x / 1000.0 } else { 1.0 },
        descent: if upright { 0.0 } else { advance.y / 1000.0 },
        origin: (origin.x / 1000.0, origin.y / 1000.0),
        is_space_byte,
    }
}

/// What an embedded font program says about its weight and slant.
fn look(font: Option<&Font<'_>>) -> (bool, bool) {
    let glyph = font.map(|font| font.glyph(font.map_code(32), 32));
    let Some(FontGlyph::Outline(glyph)) = glyph else { return (false, false) };
    OutlineGlyph::font_data(&glyph)
        .map_or((false, false), |it| (it.weight.is_some_and(|weight| weight >= 600), it.is_italic))
}

/// `ABCDEF+Name-Identity-H` is `Name`.
fn without_prefix(name: &str) -> String {
    let name = match name.split_once('+') {
        Some((prefix, rest)) if prefix.len() == 6 => rest,
        _ => name,
    };
    name.strip_suffix("-Identity-H").unwrap_or(name).to_owned()
}

fn says_bold(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let words = ["bold", "black", "heavy", "demi", "-hea", "-bla", "-bd", "cmbx", "cmssbx", "sfbx"];
    words.iter().any(|word| lower.contains(word))
        || ["-bol", "-sembd", "-semb", "-b", "-bi", "-bolditalic"]
            .iter()
            .any(|it| lower.ends_with(it))
}

fn says_italic(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    ["italic", "oblique", "slant", "cmti", "cmsl", "sfti", "sfsl", "cmbxti"]
        .iter()
        .any(|word| lower.contains(word))
        || ["-it", "-ita", "-obl", "-bi", "-boldit", "-i"].iter().any(|it| lower.ends_with(it))
}

fn says_icons(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    ["awesome", "icon", "academicons", "phosphor", "wingding", "webding", "marvosym", "simpleicons"]
        .iter()
        .any(|word| lower.contains(word))
        || lower.starts_with("fa-")
        || lower.starts_with("fa5")
}

/// Fonts made of drawings choose their own units; their box tells how tall size 1 really is.
fn drawn_em(dict: &Dict<'_>) -> f64 {
    if dict.get::<Name<'_>>("Subtype").is_none_or(|it| it.as_ref() != b"Type3") {
        return 1.0;
    }
    let floats = |key: &str| -> Vec<f64> {
        dict.get::<Array<'_>>(key).map_or_else(Vec::new, |it| it.iter::<f64>().take(6).collect())
    };
    let (matrix, area) = (floats("FontMatrix"), floats("FontBBox"));
    let (Some(scale), Some(low), Some(high)) = (matrix.get(3), area.get(1), area.get(3)) else {
        return 1.0;
    };
    let height = ((high - low) * scale).abs();
    let is_plausible = (0.4..=3.0).contains(&height) || !height.is_normal();
    if is_plausible { 1.0 } else { height }
}

/// Whether the resources name a font at all.
pub(super) fn font_dict<'a>(fonts: &Dict<'a>, name: &Name<'_>) -> Option<Dict<'a>> {
    match fonts.get::<Object<'a>>(name.as_ref())? {
        Object::Dict(dict) => Some(dict),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weight_and_slant_are_read_from_the_usual_names() {
        for name in ["Arial-BoldMT", "CMBX10", "Lato-Hea", "SourceSansPro-Semibold", "Roboto-Black"]
        {
            assert!(says_bold(name), "{name}");
        }
        for name in ["CMTI10", "Arial-ItalicMT", "Helvetica-Oblique", "SourceSansPro-It"] {
            assert!(says_italic(name) && !says_bold(name), "{name}");
        }
        for name in ["Roboto-Regular", "Inter-Medium", "Calibri-Light", "CMR10"] {
            assert!(!says_bold(name) && !says_italic(name), "{name}");
        }
    }

    #[test]
    fn only_a_six_letter_prefix_is_a_subset_prefix() {
        assert_eq!(without_prefix("ABCDEF+Inter"), "Inter");
        assert_eq!(without_prefix("C+Inter"), "C+Inter");
    }
}
