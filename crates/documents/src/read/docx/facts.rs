//! What a DOCX holds beside its text: comments, changes, pictures, drawings, its paper.

use std::collections::BTreeSet;

use domain::{
    facts::{FileFacts, Note, NoteKind, Picture},
    page::Bbox,
};

use crate::read::xml::Element;

/// As many samples are kept of each kind.
const MOST: usize = 20;
/// Longer ones are cut.
const SAMPLE: usize = 200;
/// English Metric Units of a point.
const EMU: f32 = 12_700.0;
/// Twips of a point.
const TWIPS: f32 = 20.0;

/// What the body tells.
pub(super) fn of_body(root: &Element<'_>, facts: &mut FileFacts) {
    for name in ["ins", "del", "moveFrom", "moveTo"] {
        facts.changes.extend(root.all(name).into_iter().filter_map(text).take(MOST));
    }
    for drawing in root.all("drawing").into_iter().chain(root.all("pict")).take(MOST * 5) {
        facts.pictures.extend(picture(drawing));
    }
    let words = root.all("textpath").into_iter().filter_map(|it| it.attribute("string"));
    facts.boxes.extend(words.map(|it| cut(&it)).take(MOST));
    for field in root.all("ffData").into_iter().take(MOST) {
        let value = |name: &str| field.all(name).first().and_then(|it| it.attribute("val"));
        let said = value("default").or_else(|| value("name")).unwrap_or_default();
        facts.notes.push(Note { kind: NoteKind::Field, page: 0, text: cut(&said) });
    }
    paper(root, facts);
    facts.underlined = underlined(root);
}

/// What the comments say.
pub(super) fn of_comments(root: &Element<'_>, facts: &mut FileFacts) {
    for comment in root.all("comment").into_iter().take(MOST) {
        let text = text(comment).unwrap_or_default();
        facts.notes.push(Note { kind: NoteKind::Comment, page: 0, text });
    }
}

/// The text of a diagram.
pub(super) fn of_diagram(root: &Element<'_>, facts: &mut FileFacts) {
    facts.boxes.extend(text(root).filter(|_| facts.boxes.len() < MOST));
}

/// The signs of the lists that the body uses.
pub(super) fn of_numbering(body: &Element<'_>, numbering: &Element<'_>, facts: &mut FileFacts) {
    let value = |it: &Element<'_>, name: &str| it.child(name).and_then(|it| it.attribute("val"));
    let used: BTreeSet<(String, String)> = body
        .all("numPr")
        .into_iter()
        .filter_map(|it| {
            Some((value(it, "numId")?, value(it, "ilvl").unwrap_or_else(|| "0".into())))
        })
        .collect();
    let lists = numbering.all("num");
    let kinds = numbering.all("abstractNum");
    for (list, level) in used {
        let own = lists.iter().find(|it| it.attribute("numId").as_ref() == Some(&list));
        let kind = own.and_then(|it| value(it, "abstractNumId"));
        let kind = kinds.iter().find(|it| it.attribute("abstractNumId") == kind);
        let levels = kind.map(|it| it.all("lvl")).unwrap_or_default();
        let level = levels.into_iter().find(|it| it.attribute("ilvl").as_ref() == Some(&level));
        let Some(level) = level.filter(|it| value(it, "numFmt").as_deref() == Some("bullet"))
        else {
            continue;
        };
        let sign = value(level, "lvlText").and_then(|it| it.chars().next());
        let font = level.at(&["rPr", "rFonts"]).and_then(|it| it.attribute("ascii"));
        facts.bullets.extend(sign.map(|sign| (sign, font.unwrap_or_default())));
    }
}

fn cut(text: &str) -> String {
    text.chars().take(SAMPLE).collect()
}

/// All text in an element, also what was deleted.
fn text(element: &Element<'_>) -> Option<String> {
    let mut all = String::new();
    let mut open = vec![element];
    while let Some(element) = open.pop() {
        if matches!(element.name(), "t" | "delText") {
            all.push_str(&element.text());
            all.push(' ');
        }
        open.extend(element.elements().collect::<Vec<_>>().into_iter().rev());
    }
    (!all.trim().is_empty()).then(|| cut(all.trim()))
}

fn picture(drawing: &Element<'_>) -> Option<Picture> {
    let is_picture = !drawing.all("blip").is_empty() || !drawing.all("imagedata").is_empty();
    if !is_picture {
        return None;
    }
    let size =
        drawing.all("extent").first().and_then(|it| Some((it.number("cx")?, it.number("cy")?)));
    let (width, height) = match size {
        Some((width, height)) => (width / EMU, height / EMU),
        None => styled(drawing)?,
    };
    Some(Picture { page: 0, bbox: Bbox { x1: width, y1: height, ..Bbox::default() } })
}

/// The size of an older drawing: `width:120pt;height:150pt`.
fn styled(drawing: &Element<'_>) -> Option<(f32, f32)> {
    let style = drawing.all("shape").first()?.attribute("style")?;
    let length = |name: &str| {
        let value =
            style.split(';').find_map(|it| it.trim().strip_prefix(name)?.strip_prefix(':'))?;
        let (number, unit) = value.split_at(value.find(|c: char| c.is_alphabetic())?);
        let number: f32 = number.trim().parse().ok()?;
        Some(if unit.starts_with("in") { number * 72.0 } else { number })
    };
    Some((length("width")?, length("height")?))
}

fn paper(root: &Element<'_>, facts: &mut FileFacts) {
    for section in root.all("sectPr") {
        let twips = |part: &str, name: &str| {
            section.child(part).and_then(|it| it.number(name)).unwrap_or(0.0) / TWIPS
        };
        let size = [twips("pgSz", "w"), twips("pgSz", "h")];
        let margins = ["left", "top", "right", "bottom"].map(|side| twips("pgMar", side).abs());
        if size.iter().all(|it| *it > 0.0) && facts.paper.is_none() {
            facts.paper = Some((size, margins));
        }
        let columns = section.child("cols").and_then(|it| it.attribute("num")?.parse().ok());
        facts.columns = facts.columns.max(columns.unwrap_or(0));
    }
}

/// The longest run of underlined text in one paragraph.
fn underlined(root: &Element<'_>) -> String {
    let mut longest = String::new();
    for paragraph in root.all("p") {
        let mut run = String::new();
        for piece in paragraph.all("r") {
            let line = piece.at(&["rPr", "u"]).and_then(|it| it.attribute("val"));
            if line.is_some_and(|it| it != "none") {
                run.extend(piece.all("t").into_iter().map(Element::text));
            } else {
                run.clear();
            }
            if run.len() > longest.len() {
                longest.clone_from(&run);
            }
        }
    }
    if longest.split_whitespace().count() > 25 { longest } else { String::new() }
}
