//! Projects.

use super::listed::split_date;
use super::parts;
use super::{
    Project,
    body::{self, Body},
    entries::{self, Anchor, Entry},
    found::Found,
    items::{self, Item},
    sections::Section,
    work,
};
use crate::layout::{Layout, Passage};

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
            parts::pieces(&cell.text)
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
