//! Pages: their columns, edges, fonts, and what on them is no plain text.

use std::collections::BTreeMap;

use super::{LineLook, PageLook, order, spaced};
use crate::page::{Bbox, Document, Glyph, Page};

/// As many characters are shown of what is wrong.
const SAMPLE: usize = 60;
/// A side with fewer lines is no column.
const LEAST: usize = 5;

impl PageLook {
    /// All of it.
    pub(in crate::linter) fn bbox(&self) -> Bbox {
        Bbox { x0: 0.0, y0: 0.0, x1: self.width, y1: self.height }
    }
}

/// What each page of `document` looks like.
pub(super) fn of(document: &Document, lines: &[LineLook]) -> Vec<PageLook> {
    let pages = document.pages.iter().take(30).zip(1..);
    pages.map(|(page, number)| look(page, number, lines)).collect()
}

fn look(page: &Page, number: u32, lines: &[LineLook]) -> PageLook {
    let own: Vec<(u32, &LineLook)> =
        (0..).zip(lines).filter(|(_, line)| line.page == number).collect();
    let (fonts, sizes) = faces(page);
    PageLook {
        width: page.width,
        height: page.height,
        letters: u32::try_from(page.glyphs.len()).unwrap_or(u32::MAX),
        images: page.images,
        columns: columns(page, &own),
        disorder: order::disorder(page, &own),
        turned: sample(page.glyphs.iter().filter(|it| it.turn != 0 && it.ch.is_alphanumeric())),
        cut: sample(page.glyphs.iter().filter(|it| {
            it.turn == 0 && it.ch.is_alphanumeric() && (it.x1 > page.width + 1.0 || it.x0 < -1.0)
        })),
        spaced: spaced::words(page),
        icons: icons(page, &own),
        fonts,
        sizes,
    }
}

fn sample<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> String {
    let mut text = String::new();
    for glyph in glyphs.take(SAMPLE) {
        if glyph.space_before && !text.is_empty() {
            text.push(' ');
        }
        text.push(glyph.ch);
    }
    text
}

/// How much of the page's height stands beside something else, and the column to the right.
fn columns(page: &Page, lines: &[(u32, &LineLook)]) -> Option<(f32, Bbox)> {
    let mut blocks: BTreeMap<u32, (Bbox, usize)> = BTreeMap::new();
    for (_, line) in lines.iter().filter(|(_, line)| !line.margin) {
        let block = blocks.entry(line.block).or_insert((line.bbox, 0));
        *block = (crate::resumes::union(block.0, line.bbox), block.1 + 1);
    }
    let tall: Vec<Bbox> =
        blocks.values().filter(|(_, lines)| *lines >= LEAST).map(|(bbox, _)| *bbox).collect();
    let beside = |left: &Bbox, right: &Bbox| {
        let overlap = left.y1.min(right.y1) - left.y0.max(right.y0);
        (left.x1 <= right.x0 + 2.0 && overlap > 0.0).then_some(overlap / page.height.max(1.0))
    };
    let pairs = tall.iter().flat_map(|left| tall.iter().map(move |right| (left, right)));
    let shares = pairs.filter_map(|(left, right)| Some((beside(left, right)?, *right)));
    shares.max_by(|a, b| a.0.total_cmp(&b.0))
}

/// Icons and emoji, each with the line it stands on.
fn icons(page: &Page, lines: &[(u32, &LineLook)]) -> Vec<(char, u32)> {
    let mut found = Vec::new();
    let icons = page.glyphs.iter().filter(|glyph| glyph.turn == 0 && is_icon(glyph.ch));
    for glyph in icons.take(100) {
        let middle = glyph.baseline - 0.3 * glyph.size;
        let line = lines.iter().find(|(_, line)| {
            line.bbox.y0 <= middle && middle <= line.bbox.y1 && line.bbox.x1 > glyph.x0 - 1.0
        });
        // A sign that begins a list item is its bullet.
        if let Some((number, line)) = line
            && !(line.item && glyph.x0 < line.bbox.x0)
        {
            found.push((glyph.ch, *number));
        }
    }
    found
}

/// Whether `ch` is a picture and no text.
pub(in crate::linter) fn is_icon(ch: char) -> bool {
    matches!(
        u32::from(ch),
        0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF | 0x2700..=0x2704 | 0x2706..=0x270F
            | 0x260E..=0x260F | 0x2690..=0x2697 | 0x1F300..=0x1FAFF | 0x2302
    )
}

/// Fonts without their styles, and sizes, by how many letters are set in them.
type Faces = (Vec<(String, u32)>, Vec<(u16, u32)>);

fn faces(page: &Page) -> Faces {
    let mut fonts: BTreeMap<String, u32> = BTreeMap::new();
    let mut styles: BTreeMap<u16, u32> = BTreeMap::new();
    let mut sizes: BTreeMap<u16, u32> = BTreeMap::new();
    for glyph in page.glyphs.iter().filter(|glyph| glyph.ch.is_alphanumeric()) {
        *styles.entry(glyph.style).or_default() += 1;
        let half = (glyph.size * 2.0).round().clamp(0.0, 1000.0) as u16;
        *sizes.entry(half).or_default() += 1;
    }
    for (style, count) in styles {
        if let Some(style) = page.styles.get(usize::from(style)) {
            *fonts.entry(family(&style.font)).or_default() += count;
        }
    }
    (fonts.into_iter().collect(), sizes.into_iter().collect())
}

/// A font's name without weight and slant: `SourceSans3-Bold` is `SourceSans3`.
fn family(font: &str) -> String {
    const STYLES: [&str; 22] = [
        "bold",
        "italic",
        "oblique",
        "regular",
        "medium",
        "light",
        "semibold",
        "black",
        "thin",
        "book",
        "roman",
        "mt",
        "ps",
        "psmt",
        "semi",
        "extra",
        "condensed",
        "heavy",
        "demi",
        "it",
        "identity",
        "h",
    ];
    let head = font.split(['-', ',', '_']).next().unwrap_or(font);
    let mut name = head.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    loop {
        let lower = name.to_ascii_lowercase();
        let style = STYLES.iter().filter(|it| it.len() > 2 || name.ends_with("MT"));
        let Some(style) =
            { style }.find(|style| lower.ends_with(**style) && lower.len() > style.len() + 2)
        else {
            return name.to_owned();
        };
        name = name.get(..name.len() - style.len()).unwrap_or_default().trim_end();
    }
}

#[cfg(test)]
mod tests {
    use super::family;

    #[test]
    fn weights_and_slants_are_of_one_family() {
        for font in ["SourceSans3-Bold", "SourceSans3-It", "SourceSans3"] {
            assert_eq!(family(font), "SourceSans", "{font}");
        }
        assert_eq!(family("ArialMT"), family("Arial-BoldMT"));
        assert_eq!(family("CMR10"), "CMR");
        assert_eq!(family("TimesNewRomanPS-BoldMT"), family("TimesNewRomanPSMT"));
    }
}
