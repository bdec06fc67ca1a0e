//! What a file looks like, as far as checks depend on it: made where the file is read, small enough
//! to send.

mod order;
mod pages;
mod spaced;

use serde::{Deserialize, Serialize};

pub(super) use pages::is_icon;

use super::Spot;
use crate::{
    facts::FileFacts,
    layout::{self, Layout, Line},
    lexicon::{Lexicon, SectionKind},
    page::{Bbox, Document, FlowLine, FlowRole, Format},
    resumes::{sections, work},
};

/// What a file looks like.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FileLook {
    /// What kind of file it is.
    pub format: Format,
    /// Its name, without folders; empty where it has none.
    pub name: String,
    /// Its size; 0 where nobody counted.
    pub bytes: u64,
    pub(crate) pages: Vec<PageLook>,
    pub(crate) lines: Vec<LineLook>,
    pub(crate) sections: Vec<SectionLook>,
    pub(crate) links: Vec<LinkLook>,
    pub(crate) metadata: Vec<(String, String)>,
    pub(crate) body_size: f32,
    pub(crate) facts: FileFacts,
}

/// What a page looks like.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct PageLook {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) letters: u32,
    pub(crate) images: u32,
    /// How much of the height stands in columns, and where the second one begins.
    pub(crate) columns: Option<(f32, Bbox)>,
    /// Lines that the file keeps out of order: how many, and the first of them.
    pub(crate) disorder: Option<(u32, u32)>,
    /// Turned text.
    pub(crate) turned: String,
    /// Text that runs over the edge.
    pub(crate) cut: String,
    /// Words set apart letter by letter.
    pub(crate) spaced: Vec<String>,
    /// Signs that stand for words, each beside the line with this number.
    pub(crate) icons: Vec<(char, u32)>,
    /// Fonts by how many letters are set in them.
    pub(crate) fonts: Vec<(String, u32)>,
    /// Sizes, in half points, by how many letters are set in them.
    pub(crate) sizes: Vec<(u16, u32)>,
}

/// What a line looks like.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct LineLook {
    /// The page, from 1; 0 in a flowing file.
    pub(crate) page: u32,
    pub(crate) bbox: Bbox,
    pub(crate) text: String,
    pub(crate) size: f32,
    pub(crate) italic: bool,
    pub(crate) caps: bool,
    /// Begins a list item, with this sign where it is known.
    pub(crate) item: bool,
    pub(crate) bullet: Option<char>,
    pub(crate) block: u32,
    /// Belongs to the page and not to the text.
    pub(crate) margin: bool,
    pub(crate) cells: u16,
    pub(crate) in_box: bool,
    /// The table it stands in, from 0, and its column.
    pub(crate) table: Option<(u16, u16)>,
}

/// What stands under one heading.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct SectionLook {
    /// `None` before the first heading.
    pub(crate) kind: Option<SectionKind>,
    pub(crate) title: String,
    /// The line of the heading.
    pub(crate) heading: Option<u32>,
    /// The lines under it.
    pub(crate) lines: Vec<u32>,
    /// The dictionary knows the heading.
    pub(crate) known: bool,
    /// What stands in it are roles.
    pub(crate) works: bool,
}

/// Text that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct LinkLook {
    pub(crate) target: String,
    pub(crate) text: String,
    /// The line it stands on.
    pub(crate) line: Option<u32>,
}

impl FileLook {
    /// What `document` looks like.
    pub fn of(document: &Document) -> Self {
        let layout = layout::read(document);
        let lines = lines(document, &layout);
        Self {
            format: document.format,
            name: String::new(),
            bytes: 0,
            pages: pages::of(document, &lines),
            sections: sections(&layout),
            links: links(&layout),
            metadata: document.metadata.clone(),
            body_size: layout.body_size,
            facts: document.facts.clone(),
            lines,
        }
    }

    /// Where the line with this number stands.
    pub(crate) fn spot(&self, line: u32) -> Option<Spot> {
        let look = self.lines.get(line as usize)?;
        let paged = look.page > 0;
        Some(Spot {
            page: paged.then_some(look.page),
            bbox: paged.then_some(look.bbox),
            line: Some(line + 1),
        })
    }

    /// A place on a page; nothing for page 0.
    pub(crate) fn spot_on(page: u32, bbox: Bbox) -> Option<Spot> {
        (page > 0).then_some(Spot { page: Some(page), bbox: Some(bbox), line: None })
    }

    pub(crate) fn is_paged(&self) -> bool {
        !self.pages.is_empty()
    }

    /// The first line for which `is` holds.
    pub(crate) fn line_with(&self, is: impl Fn(&str) -> bool) -> Option<u32> {
        let at = self.lines.iter().position(|line| is(&line.text))?;
        u32::try_from(at).ok()
    }

    /// The numbers of the lines under headings of this kind.
    pub(crate) fn lines_of(&self, kind: SectionKind) -> impl Iterator<Item = u32> {
        let sections = self.sections.iter().filter(move |it| it.kind == Some(kind));
        sections.flat_map(|it| it.lines.iter().copied())
    }
}

fn lines(document: &Document, layout: &Layout) -> Vec<LineLook> {
    let mut flow = document.flow.iter().filter(|line| has_text(line)).peekable();
    let mut looks = Vec::new();
    for line in &layout.lines {
        let text = line.text();
        let mut look = LineLook {
            page: if layout.paginated { line.page + 1 } else { 0 },
            bbox: line.bbox,
            size: line.size,
            italic: line.italic(),
            caps: line.caps(),
            item: line.bullet.is_some(),
            block: line.block,
            margin: line.margin,
            cells: u16::try_from(line.cells.len()).unwrap_or(u16::MAX),
            ..LineLook::default()
        };
        if layout.paginated {
            look.bullet = look.item.then(|| sign(document, line)).flatten();
        } else if let Some(own) = next_like(&mut flow, &text) {
            look.in_box = own.in_text_box;
            look.table = own.table.map(|(table, _, column)| (table, column));
            look.margin |= matches!(own.role, FlowRole::Header | FlowRole::Footer);
        }
        looks.push(LineLook { text, ..look });
    }
    looks
}

fn has_text(line: &FlowLine) -> bool {
    line.cells.iter().flat_map(|cell| &cell.runs).any(|run| !run.text.trim().is_empty())
}

/// The next line of the file that a line of the layout was made of; rules are left out there.
fn next_like<'f>(
    flow: &mut std::iter::Peekable<impl Iterator<Item = &'f FlowLine>>,
    text: &str,
) -> Option<&'f FlowLine> {
    let start: String = text.chars().filter(|c| c.is_alphanumeric()).take(6).collect();
    loop {
        let line = flow.next()?;
        let runs = line.cells.iter().flat_map(|cell| &cell.runs);
        let own: String =
            runs.flat_map(|run| run.text.chars()).filter(|c| c.is_alphanumeric()).take(6).collect();
        if own == start {
            return Some(line);
        }
    }
}

/// The sign that stands left of a list item.
fn sign(document: &Document, line: &Line) -> Option<char> {
    let page = document.pages.get(line.page as usize)?;
    let near = page.glyphs.iter().filter(|glyph| {
        glyph.turn == 0
            && (glyph.baseline - line.baseline).abs() < 0.4 * line.size.max(4.0)
            && glyph.x0 < line.bbox.x0
            && line.bbox.x0 - glyph.x1 < 4.0 * line.size.max(4.0)
    });
    near.max_by(|a, b| a.x0.total_cmp(&b.x0)).map(|glyph| glyph.ch)
}

fn sections(layout: &Layout) -> Vec<SectionLook> {
    let short = |line: &usize| u32::try_from(*line).unwrap_or(u32::MAX);
    let found = sections::split(layout).into_iter();
    found
        .map(|section| {
            let title = section.title.text();
            let other = section.kind == Some(SectionKind::Other);
            SectionLook {
                kind: section.kind,
                heading: section.title.lines().first().copied(),
                lines: section.lines.iter().map(short).collect(),
                known: Lexicon::get().heading(&title).is_some(),
                works: other && work::looks_like(layout, &section),
                title,
            }
        })
        .collect()
}

fn links(layout: &Layout) -> Vec<LinkLook> {
    let links = layout.links.iter().take(200);
    links
        .map(|link| LinkLook {
            target: link.target.clone(),
            text: link.text.text(),
            line: link.text.lines().first().copied(),
        })
        .collect()
}
