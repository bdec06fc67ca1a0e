//! Sections that are lists of short entries: certificates, awards, publications, projects.

use super::{
    Award, Certificate, Project, Publication, Reference, Section as OtherSection,
    body::{self, Body},
    dates::{self, Span},
    entries::{self, Anchor, Entry},
    found::Found,
    items::{self, Item},
    roles,
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
        let name = found.put(layout, path("name"), &thing.name, 0.75 * section.sure);
        if name.is_empty() {
            continue;
        }
        let mut made = Publication { name, ..Publication::default() };
        made.summary = work::prose(layout, found, path("summary"), &thing.details);
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
                || !styled
                    && spaced.is_some_and(|gap| {
                        layout.lines.get(item.line).is_some_and(|l| l.gap < gap)
                    }));
        match out.last_mut().filter(|_| detail) {
            Some(last) => {
                last.details.extend(cells);
                last.date = last.date.take().or(date);
            }
            None => out.push(thing(cells, date)),
        }
    }
    out
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
    let name = pieces.remove(0);
    Thing { name: items::trim_item(&name), details: pieces, date }
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

fn split_date(item: &Item) -> (Vec<Passage>, Option<(Span, Passage)>) {
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

/// Reads a section of projects.
pub(crate) fn read_projects(layout: &Layout, section: &Section, found: &mut Found) {
    let first =
        section.lines.iter().filter_map(|&i| layout.lines.get(i)).find(|l| !l.cells.is_empty());
    let listed = first.is_some_and(|line| line.bullet.is_some());
    if listed {
        let items = items::read(layout, &section.lines, &section.title);
        let mut groups: Vec<(Item, Vec<Passage>)> = Vec::new();
        for item in items {
            match groups.last_mut().filter(|_| item.bullet != Some(0)) {
                Some((_, more)) => more.push(item.text()),
                None => groups.push((item, Vec::new())),
            }
        }
        for (item, more) in groups {
            let (cells, date) = split_date(&item);
            let head = cells.first().cloned().unwrap_or_default();
            let (name, rest) = name_and_rest(&head);
            let mut prose: Vec<Passage> = Vec::new();
            prose.extend(rest);
            prose.extend(cells.into_iter().skip(1));
            let date = date.map(|(span, text)| entries::Dated { span, text });
            write_project(
                layout,
                found,
                section,
                &name,
                date.as_ref(),
                &Body { bullets: more, prose },
            );
        }
        return;
    }
    for entry in entries::split(layout, &section.lines, &section.title, Anchor::Dates) {
        let mut text = body::read(layout, &entry.body);
        let (name, rest) = project_head(&entry);
        let name = if name.is_empty() && !text.prose.is_empty() {
            let (name, more) = name_and_rest(&text.prose.remove(0));
            text.prose.splice(0..0, more);
            name
        } else {
            name
        };
        text.prose.splice(0..0, rest);
        write_project(layout, found, section, &name, entry.date.as_ref(), &text);
    }
}

/// The first piece of a head is the name.
fn project_head(entry: &Entry) -> (Passage, Vec<Passage>) {
    let mut pieces: Vec<Passage> = Vec::new();
    for cell in &entry.head {
        pieces.extend(
            roles::pieces(&cell.text)
                .iter()
                .map(Passage::trim_separators)
                .filter(|p| p.chars().iter().any(|c| c.is_alphanumeric())),
        );
    }
    if pieces.is_empty() {
        return Default::default();
    }
    (pieces.remove(0), pieces)
}

/// "Name: what it is", "Name – what it is", or a bold name before plain text.
fn name_and_rest(text: &Passage) -> (Passage, Vec<Passage>) {
    let bold = text
        .places()
        .iter()
        .zip(text.chars())
        .take_while(|(p, c)| p.look.bold() || c.is_whitespace())
        .count();
    let cut = if bold > 2 && bold + 2 < text.len() {
        Some(bold)
    } else {
        let chars = text.chars();
        let sign = |i: usize, c: char| {
            matches!(c, ':' | '：' | '|')
                || matches!(c, '–' | '—' | '-')
                    && i > 0
                    && chars.get(i - 1) == Some(&' ')
                    && chars.get(i + 1) == Some(&' ')
        };
        chars.iter().enumerate().find(|(i, c)| sign(*i, **c)).map(|(i, _)| i).filter(|at| *at < 70)
    };
    match cut {
        Some(at) => {
            let (head, tail) =
                (text.slice(0..at).trim_separators(), text.slice(at..text.len()).trim_separators());
            (head, if tail.is_empty() { Vec::new() } else { vec![tail] })
        }
        None => (text.clone(), Vec::new()),
    }
}

fn write_project(
    layout: &Layout,
    found: &mut Found,
    section: &Section,
    name: &Passage,
    date: Option<&entries::Dated>,
    text: &Body,
) {
    let n = found.resume.projects.len();
    let path = |field: &str| format!("projects[{n}].{field}");
    let words = name.text().split_whitespace().count();
    let name = found.put(
        layout,
        path("name"),
        &items::trim_item(name),
        if words <= 8 { 0.9 } else { 0.55 } * section.sure,
    );
    if name.is_empty() && text.bullets.is_empty() && text.prose.is_empty() {
        return;
    }
    let mut made = Project { name, ..Project::default() };
    (made.start_date, made.end_date) =
        work::dates(layout, found, &path("startDate"), &path("endDate"), date);
    made.description = work::prose(layout, found, path("description"), &text.prose);
    for bullet in &text.bullets {
        let at = path(&format!("highlights[{}]", made.highlights.len()));
        let words = found.put(layout, at, bullet, 0.9);
        made.highlights.extend((!words.is_empty()).then_some(words));
    }
    found.resume.projects.push(made);
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
