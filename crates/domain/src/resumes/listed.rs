//! Sections that are lists of short entries: certificates, awards, publications, projects.

use super::{
    Award, Certificate, Publication, Reference, Section as OtherSection,
    dates::{self, Span},
    found::Found,
    issuers,
    items::{self, Item},
    published,
    sections::Section,
    work,
};
use crate::layout::{Layout, Passage};

/// One thing of a list: its name, what else is said of it, and when it was.
#[derive(Debug, Clone, Default)]
struct Thing {
    name: Passage,
    details: Vec<Passage>,
    date: Option<(Span, Passage)>,
    /// Its parts, when it has the form of a reference to a text.
    reference: Option<published::Parts>,
}

/// Reads a section of certificates.
pub(crate) fn read_certificates(layout: &Layout, section: &Section, found: &mut Found) {
    for thing in things(layout, section) {
        let n = found.resume.certificates.len();
        let path = |field: &str| format!("certificates[{n}].{field}");
        let name = found.put(layout, path("name"), &thing.name, 0.9 * section.sure);
        if name.is_empty() {
            continue;
        }
        let mut made = Certificate { name, ..Certificate::default() };
        if let Some(issuer) = thing.details.first() {
            made.issuer = found.put(layout, path("issuer"), issuer, 0.75);
        }
        if let Some((span, text)) = &thing.date {
            made.date = span.end.and_then(crate::date::EndDate::date).or(span.start);
            note_date(layout, found, path("date"), made.date.is_some(), text);
        }
        found.resume.certificates.push(made);
    }
}

/// Reads a section of awards.
pub(crate) fn read_awards(layout: &Layout, section: &Section, found: &mut Found) {
    for thing in things(layout, section) {
        let n = found.resume.awards.len();
        let path = |field: &str| format!("awards[{n}].{field}");
        let title = found.put(layout, path("title"), &thing.name, 0.8 * section.sure);
        if title.is_empty() {
            continue;
        }
        let mut made = Award { title, ..Award::default() };
        let mut details = thing.details.iter();
        if let Some(awarder) = details.next() {
            made.awarder = found.put(layout, path("awarder"), awarder, 0.7);
        }
        let rest: Vec<Passage> = details.cloned().collect();
        made.summary = work::prose(layout, found, path("summary"), &rest);
        if let Some((span, text)) = &thing.date {
            made.date = span.end.and_then(crate::date::EndDate::date).or(span.start);
            note_date(layout, found, path("date"), made.date.is_some(), text);
        }
        found.resume.awards.push(made);
    }
}

/// Reads a section of publications and talks.
pub(crate) fn read_publications(layout: &Layout, section: &Section, found: &mut Found) {
    for thing in things(layout, section) {
        let n = found.resume.publications.len();
        let path = |field: &str| format!("publications[{n}].{field}");
        let parts = thing.reference.clone().unwrap_or_else(|| published::Parts {
            title: thing.name.clone(),
            publisher: thing.details.first().cloned().unwrap_or_default(),
            rest: thing.details.iter().skip(1).cloned().collect(),
        });
        let name = found.put(layout, path("name"), &parts.title, 0.85 * section.sure);
        if name.is_empty() {
            continue;
        }
        let mut made = Publication { name, ..Publication::default() };
        made.publisher = found.put(layout, path("publisher"), &parts.publisher, 0.75);
        made.summary = work::prose(layout, found, path("summary"), &parts.rest);
        if let Some((span, text)) = &thing.date {
            made.release_date = span.end.and_then(crate::date::EndDate::date).or(span.start);
            note_date(layout, found, path("releaseDate"), made.release_date.is_some(), text);
        }
        found.resume.publications.push(made);
    }
}

fn note_date(layout: &Layout, found: &mut Found, path: String, is: bool, text: &Passage) {
    if is {
        found.note(layout, path, text, 0.92);
    }
}

fn things(layout: &Layout, section: &Section) -> Vec<Thing> {
    let items = items::read(layout, &section.lines, &section.title);
    let mut out: Vec<Thing> = Vec::new();
    let model = items.first().cloned().unwrap_or_default();
    let styled = items.iter().any(|item| item.bold != model.bold);
    let bulleted = items.iter().filter(|item| item.bullet.is_some()).count();
    let spaced = items::spaced_apart(items.iter().filter_map(|item| layout.lines.get(item.line)));
    for (n, item) in items.iter().enumerate() {
        let (cells, date) = split_date(item);
        let several = date.is_none() && cells.len() == 1 && n + 1 == items.len() && n == 0;
        if several && let Some(all) = cells.first() {
            let pieces = all.split(|c| matches!(c, ';' | '；' | '•' | '、'));
            out.extend(pieces.into_iter().map(|piece| thing(vec![piece], None)));
            continue;
        }
        let detail = n > 0
            && (styled
                && model.bold
                && !item.bold
                && item.bullet.is_none_or(|b| b > 0 || model.bullet.is_none())
                || bulleted > 0 && model.bullet.is_some() && item.bullet.is_none()
                || item.bullet.is_some_and(|b| b > 0)
                || model.bullet.is_none() && item.bullet.is_some() && items.len() > bulleted
                || cells.is_empty()
                || follows(&items, n, date.is_some(), &cells)
                || !styled
                    && spaced.is_some_and(|gap| {
                        layout.lines.get(item.line).is_some_and(|l| l.gap < gap)
                    }));
        match out.last_mut().filter(|_| detail) {
            Some(last) => {
                last.details
                    .extend(cells.iter().map(issuers::without_words).filter(|c| !c.is_empty()));
                last.date = last.date.take().or(date);
            }
            None => {
                let reference = published::reference(item, date.as_ref().map(|(span, _)| span));
                out.push(Thing { reference, ..thing(cells, date) });
            }
        }
    }
    out
}

/// Whether a line without a date says more of the dated one above it: it names who gave it, or dated
/// and undated lines take turns.
fn follows(items: &[Item], n: usize, dated: bool, cells: &[Passage]) -> bool {
    let is_dated = |item: &Item| dates::best(item.text().chars()).is_some();
    let Some(above) = n.checked_sub(1).and_then(|at| items.get(at)) else { return false };
    if dated || !is_dated(above) || items.get(n).is_some_and(|item| item.bullet.is_some()) {
        return false;
    }
    let turns = items.len() >= 4
        && items
            .chunks(2)
            .all(|pair| pair.iter().map(is_dated).eq([true, false].into_iter().take(pair.len())));
    turns || cells.first().is_some_and(issuers::is_issuer)
}

/// The longest of the first cells is the name.
fn thing(cells: Vec<Passage>, date: Option<(Span, Passage)>) -> Thing {
    let mut pieces: Vec<Passage> = Vec::new();
    for cell in cells {
        let bars = cell.split(|c| matches!(c, '|' | '｜' | '·' | '•'));
        let bars: Vec<Passage> = bars.iter().flat_map(bold_first).collect();
        pieces.extend(
            bars.iter()
                .map(Passage::trim_separators)
                .filter(|p| p.chars().iter().any(|c| c.is_alphanumeric())),
        );
    }
    if pieces.is_empty() {
        return Thing { date, ..Thing::default() };
    }
    let (name, details) = issuers::name_and_issuer(pieces, date.is_some());
    Thing { name, details, date, reference: None }
}

/// "Name - Issuer - " before a date.
fn issued(before: Passage) -> Vec<Passage> {
    let chars = before.chars();
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '|');
    let end = before.trim();
    let Some(&sign) = end.chars().last().filter(|c| dash(**c)) else { return vec![before] };
    let n = end.len() - 1;
    let cut = (2..n).rev().find(|&i| {
        chars.get(i) == Some(&sign)
            && chars.get(i + 1) == Some(&' ')
            && chars.get(i - 1) == Some(&' ')
    });
    match cut {
        Some(at) => vec![before.slice(0..at), before.slice(at + 1..n)],
        None => vec![before],
    }
}

/// A bold name and the plain text after it.
fn bold_first(piece: &Passage) -> Vec<Passage> {
    let piece = piece.trim();
    let bold = piece
        .places()
        .iter()
        .zip(piece.chars())
        .take_while(|(p, c)| p.look.bold() || c.is_whitespace())
        .count();
    if bold > 3 && bold + 2 < piece.len() {
        vec![piece.slice(0..bold), piece.slice(bold..piece.len())]
    } else {
        vec![piece]
    }
}

pub(super) fn split_date(item: &Item) -> (Vec<Passage>, Option<(Span, Passage)>) {
    let mut out = Vec::new();
    let mut date = None;
    for cell in &item.cells {
        let span = dates::best(cell.chars()).filter(|_| date.is_none());
        let Some(span) = span else {
            out.push(cell.clone());
            continue;
        };
        let text = cell.slice(span.at.clone());
        let (before, after) = cell.without(span.at.clone());
        let before = issued(before);
        for piece in before.into_iter().chain([after]) {
            let piece = piece.trim_separators();
            if piece.chars().iter().any(|c| c.is_alphanumeric()) {
                out.push(piece);
            }
        }
        date = Some((span, text));
    }
    (out, date)
}

/// Reads a section of references.
pub(crate) fn read_references(layout: &Layout, section: &Section, found: &mut Found) {
    let items = items::read(layout, &section.lines, &section.title);
    let mut groups: Vec<Vec<Passage>> = Vec::new();
    for item in &items {
        let gap = layout.lines.get(item.line).map_or(0.0, |l| l.gap);
        match groups.last_mut().filter(|_| gap < 1.8 && item.bullet.is_none() && !item.bold) {
            Some(group) => group.push(item.text()),
            None => groups.push(vec![item.text()]),
        }
    }
    for group in groups {
        let n = found.resume.references.len();
        let mut made = Reference::default();
        let mut rest = group.as_slice();
        if let [first, more @ ..] = group.as_slice()
            && (!more.is_empty() || first.len() < 40)
            && first.len() < 60
        {
            made.name = found.put(layout, format!("references[{n}].name"), first, 0.7);
            rest = more;
        }
        made.reference = work::prose(layout, found, format!("references[{n}].reference"), rest);
        found.resume.references.push(made);
    }
}

/// Keeps a section that fits nowhere else as it stands.
pub(crate) fn read_other(layout: &Layout, section: &Section, found: &mut Found) {
    let n = found.resume.sections.len();
    let title =
        found.put(layout, format!("sections[{n}].title"), &items::trim_item(&section.title), 0.8);
    let mut made = OtherSection { title, ..OtherSection::default() };
    for item in items::read(layout, &section.lines, &section.title) {
        let at = format!("sections[{n}].items[{}]", made.items.len());
        let text = found.put(layout, at, &item.text(), 0.85);
        made.items.extend((!text.is_empty()).then_some(text));
    }
    if !made.items.is_empty() {
        found.resume.sections.push(made);
    } else {
        found.origins.remove(&format!("sections[{n}].title"));
    }
}
