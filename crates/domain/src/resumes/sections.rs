//! Lines become sections: headings are found by the dictionary and by their look.

use crate::{
    layout::{Layout, Line, Passage},
    lexicon::{Lexicon, SectionKind, wide},
    resumes::dates,
};

/// Lines under one heading.
#[derive(Debug, Clone, Default)]
pub(crate) struct Section {
    /// `None` for what stands before any heading.
    pub(crate) kind: Option<SectionKind>,
    pub(crate) title: Passage,
    /// Indices into [`Layout::lines`].
    pub(crate) lines: Vec<usize>,
    /// How certain the heading is.
    pub(crate) sure: f32,
}

/// How a heading looks.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Style {
    size: f32,
    bold: bool,
    caps: bool,
    colour: [u8; 3],
}

impl Style {
    fn of(line: &Line) -> Self {
        let cell = line.cells.first();
        Self {
            size: cell.map_or(0.0, |c| c.size),
            bold: line.bold(),
            caps: line.caps(),
            colour: line.colour(),
        }
    }

    fn like(self, other: Self) -> bool {
        (self.size - other.size).abs() <= 0.04 * self.size.max(other.size)
            && self.bold == other.bold
            && self.caps == other.caps
    }
}

/// What a line is as a heading: its section, its title, and whether more follows on the line.
struct Heading {
    kind: SectionKind,
    sure: f32,
}

/// The sections of a document in reading order; the first may have no heading.
pub(crate) fn split(layout: &Layout) -> Vec<Section> {
    let headings = headings(layout);
    let mut sections: Vec<Section> = vec![Section::default()];
    let mut block = u32::MAX;
    for (i, (line, heading)) in layout.lines.iter().zip(&headings).enumerate() {
        if line.block != block && line.page > 0 && heading.is_none() && !line.margin {
            continue_column(layout, &mut sections, line);
        }
        if line.block != block
            && line.page == 0
            && heading.is_none()
            && begins_header(layout, &headings, i)
        {
            sections.push(Section::default());
        }
        block = line.block;
        if line.margin {
            continue;
        }
        let sub = heading.as_ref().is_some_and(|found| is_inner(found, &sections, layout, line));
        match heading.as_ref().filter(|_| !sub) {
            Some(found) => {
                let title = line.cells.first().map(|cell| cell.text.clone()).unwrap_or_default();
                let title =
                    if line.cells.len() == 1 || whole(line) { line.passage() } else { title };
                let rest = line.cells.len() > 1 && !whole(line);
                sections.push(Section {
                    kind: Some(found.kind),
                    title,
                    lines: if rest { vec![i] } else { Vec::new() },
                    sure: found.sure,
                });
            }
            None => {
                if let Some(section) = sections.last_mut() {
                    section.lines.push(i);
                }
            }
        }
    }
    for section in &mut sections {
        correct_kind(layout, section);
    }
    sections.retain(|section| section.kind.is_some() || !section.lines.is_empty());
    sections
}

/// Whether a heading only names a part of the section it stands in.
fn is_inner(found: &Heading, sections: &[Section], layout: &Layout, line: &Line) -> bool {
    let Some(section) =
        sections.last().filter(|s| s.kind == Some(found.kind) && !s.lines.is_empty())
    else {
        return false;
    };
    let Some(above) = section.title.lines().first().and_then(|&i| layout.lines.get(i as usize))
    else {
        return false;
    };
    above.block == line.block && !Style::of(above).like(Style::of(line)) && line.size <= above.size
}

/// "About" over an e-mail address and a telephone number is no summary.
fn correct_kind(layout: &Layout, section: &mut Section) {
    if section.kind != Some(SectionKind::Summary) {
        return;
    }
    let texts: Vec<String> =
        section.lines.iter().filter_map(|&i| layout.lines.get(i)).map(Line::text).collect();
    let reach = |t: &&String| {
        t.contains('@')
            || t.contains("www.")
            || t.contains("http")
            || t.chars().filter(char::is_ascii_digit).count() >= 8
    };
    let prose = texts.iter().any(|t| t.split_whitespace().count() >= 7);
    if !prose && texts.iter().filter(reach).count() >= 1 {
        section.kind = Some(SectionKind::Contact);
    }
}

fn whole(line: &Line) -> bool {
    Lexicon::get().heading(&line.passage().text()).is_some()
}

/// Whether the block that begins at line `i` opens with a name or contact lines of its own and
/// does not continue the column before it.
fn begins_header(layout: &Layout, headings: &[Option<Heading>], i: usize) -> bool {
    let Some(first) = layout.lines.get(i) else { return false };
    let rest = layout.lines.iter().zip(headings).skip(i);
    let here: Vec<_> = rest.take_while(|(line, _)| line.block == first.block).collect();
    let until = here.iter().position(|(_, h)| h.is_some());
    let top = layout
        .lines
        .iter()
        .filter(|l| l.page == 0)
        .map(|l| l.baseline)
        .fold(f32::INFINITY, f32::min);
    let largest =
        here.iter().take(until.unwrap_or(here.len())).map(|(l, _)| l.size).fold(0.0, f32::max);
    let high = first.baseline - top < 14.0 * layout.body_size.max(1.0);
    layout.paginated
        && high
        && until.is_none_or(|n| n <= 14)
        && (until.is_some() || largest > 1.3 * layout.body_size)
        || !layout.paginated && until.is_some_and(|n| n <= 4) && first.block > 0
        || layout.paginated && largest > 1.6 * layout.body_size
}

/// A column without a heading at its top goes on with the section that the page before broke off
/// in the same place.
fn continue_column(layout: &Layout, sections: &mut Vec<Section>, line: &Line) {
    let overlap = |other: &Line| line.bbox.x1.min(other.bbox.x1) - line.bbox.x0.max(other.bbox.x0);
    let before = line.page - 1;
    let ends = sections
        .iter()
        .enumerate()
        .flat_map(|(s, section)| section.lines.iter().map(move |&l| (s, l)));
    let candidates = ends.filter_map(|(s, l)| layout.lines.get(l).map(|found| (s, l, found)));
    let best = candidates
        .filter(|(_, _, found)| {
            found.page == before
                && !found.margin
                && (found.bbox.x0 - line.bbox.x0).abs() < 60.0
                && overlap(found) > 0.0
        })
        .max_by(|a, b| a.2.baseline.total_cmp(&b.2.baseline).then(a.1.cmp(&b.1)))
        .map(|(s, _, _)| s);
    if let Some(at) = best
        && at + 1 < sections.len()
        && let Some(section) = sections.get(at)
    {
        let again = Section { lines: Vec::new(), ..section.clone() };
        sections.push(again);
    }
}

fn headings(layout: &Layout) -> Vec<Option<Heading>> {
    let known: Vec<Option<(SectionKind, f32)>> =
        layout.lines.iter().enumerate().map(|(i, line)| known(layout, i, line)).collect();
    let strong: Vec<(Style, SectionKind)> = layout
        .lines
        .iter()
        .zip(&known)
        .filter_map(|(line, found)| {
            found.filter(|f| f.1 >= 1.5).map(|(kind, _)| (Style::of(line), kind))
        })
        .collect();
    let usual = usual_style(&strong);
    let alike = usual.is_some_and(|(usual, _)| heads_alike(layout, &known, usual));
    let lines = layout.lines.iter().zip(&known).enumerate();
    lines
        .map(|(i, (line, found))| {
            let is_head = alike && found.is_none() && dated(layout, i, 4);
            (!is_head).then(|| decide(layout, i, line, *found, usual)).flatten()
        })
        .collect()
}

/// Whether entries begin with lines that look like the headings of sections: one stands right below
/// such a heading, and a section is not empty.
fn heads_alike(layout: &Layout, known: &[Option<(SectionKind, f32)>], usual: Style) -> bool {
    let pairs = layout.lines.iter().zip(known).zip(layout.lines.iter().zip(known).skip(1));
    pairs.enumerate().any(|(i, ((above, heading), (line, found)))| {
        heading.is_some()
            && found.is_none()
            && above.block == line.block
            && usual.like(Style::of(above))
            && usual.like(Style::of(line))
            && dated(layout, i + 1, 4)
    })
}

/// Whether a range of dates stands on one of the `reach` lines from `i` on, before any list item.
fn dated(layout: &Layout, i: usize, reach: usize) -> bool {
    let near = layout.lines.iter().skip(i).take(reach).take_while(|l| l.bullet.is_none());
    near.into_iter().any(|l| dates::best(l.passage().chars()).is_some_and(|d| d.range))
}

/// The look that most sections' headings share.
fn usual_style(strong: &[(Style, SectionKind)]) -> Option<(Style, usize)> {
    let count = |style: Style| {
        let mut kinds: Vec<SectionKind> =
            strong.iter().filter(|(s, _)| s.like(style)).map(|(_, kind)| *kind).collect();
        kinds.sort();
        kinds.dedup();
        kinds.len()
    };
    strong
        .iter()
        .map(|(style, _)| (*style, count(*style)))
        .max_by(|a, b| a.1.cmp(&b.1).then(a.0.size.total_cmp(&b.0.size)))
}

/// The section a line names, and how strongly its look says that it is a heading.
fn known(layout: &Layout, i: usize, line: &Line) -> Option<(SectionKind, f32)> {
    if line.margin {
        return None;
    }
    let first = line.cells.first()?;
    let all = line.passage().text();
    let lexicon = Lexicon::get();
    let kind = lexicon.heading(&all);
    let beside = kind.is_none() && line.cells.len() > 1;
    let kind = kind.or_else(|| if beside { lexicon.heading(&first.text.text()) } else { None })?;
    let mut look = emphasis(layout, line);
    let trimmed = all.trim_end();
    if trimmed.ends_with(['.', ',', ';', '!', '?']) || line.bullet.is_some() && !line.caps() {
        look -= 1.5;
    }
    if first.text.chars().first().is_some_and(|c| c.is_lowercase()) {
        look -= 0.5;
    }
    if beside {
        look -= 0.6;
    }
    let below = layout
        .lines
        .get(i + 1)
        .filter(|next| next.block == line.block)
        .map_or(1.2, |next| next.gap);
    if line.gap > 1.25 * below && line.gap > 1.3 {
        look += 0.8;
    }
    if line.cells.len() == 1
        && wide(&all) == 0
        && all.split_whitespace().count() >= 2
        && lexicon.heading(&all).is_some()
    {
        look += 0.3;
    }
    Some((kind, look))
}

/// How much a line stands out from the body.
fn emphasis(layout: &Layout, line: &Line) -> f32 {
    let size = line.cells.first().map_or(0.0, |cell| cell.size);
    let mut look = 0.0;
    if size > 1.08 * layout.body_size {
        look += 1.2;
    }
    if size < 0.92 * layout.body_size && size > 0.0 {
        look -= 0.3;
    }
    look += if line.bold() { 0.9 } else { 0.0 };
    look += if line.caps() { 1.0 } else { 0.0 };
    let grey = line.colour().iter().all(|c| *c < 90);
    look += if grey { 0.0 } else { 0.6 };
    look += if line.heading.is_some_and(|level| level > 0) { 2.0 } else { 0.0 };
    look += if line.label { 2.0 } else { 0.0 };
    look
}

fn decide(
    layout: &Layout,
    i: usize,
    line: &Line,
    found: Option<(SectionKind, f32)>,
    usual: Option<(Style, usize)>,
) -> Option<Heading> {
    let style = Style::of(line);
    let same = usual.is_some_and(|(usual, n)| n >= 2 && usual.like(style));
    let beside = line.cells.len() > 1 && !whole(line);
    if beside && !same && !line.label && usual.is_some_and(|(_, n)| n >= 3) {
        return None;
    }
    if let Some((kind, look)) = found {
        let smaller = usual.is_some_and(|(usual, n)| {
            n >= 3 && !usual.like(style) && style.size < 0.97 * usual.size
        });
        let larger = usual.is_some_and(|(usual, _)| {
            style.size > 1.08 * usual.size && style.size > 1.08 * layout.body_size
        });
        let need = if same {
            0.4
        } else if smaller {
            2.3
        } else if usual.is_some_and(|(_, n)| n >= 3) && !larger {
            1.4
        } else {
            0.7
        };
        let alone = usual.is_none() && layout.lines.len() > 3;
        if look >= need || alone && look >= 0.0 && line.cells.len() == 1 && line.bullet.is_none() {
            let sure = 0.8 + 0.05 * look.min(3.0) + if same { 0.05 } else { 0.0 };
            return Some(Heading { kind, sure });
        }
        return None;
    }
    let outline = line.heading.is_some_and(|level| level == 1);
    (unknown(layout, i, line, usual, same) || outline && i > 2 && short_title(line))
        .then_some(Heading { kind: SectionKind::Other, sure: 0.6 })
}

fn short_title(line: &Line) -> bool {
    let text = line.text();
    line.cells.len() == 1
        && text.split_whitespace().count() <= 5
        && !text.chars().any(|c| c.is_ascii_digit() || c == '@')
        && line.bullet.is_none()
}

/// Whether a line that the dictionary does not know looks just like the known headings.
fn unknown(
    layout: &Layout,
    i: usize,
    line: &Line,
    usual: Option<(Style, usize)>,
    same: bool,
) -> bool {
    let Some((style, count)) = usual else { return false };
    if !same || count < 3 || !short_title(line) || line.margin || i < 2 {
        return false;
    }
    let text = line.text();
    let stands_out = style.size > 1.12 * layout.body_size
        || style.caps && style.bold && style.size > 1.02 * layout.body_size;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let dated = dated(layout, i, 2);
    let name = line.size > 1.5 * style.size;
    stands_out
        && !dated
        && !name
        && (letters >= 4 || wide(&text) >= 2)
        && letters <= 40
        && line.gap > 1.3
        && line.colour() == style.colour
}
