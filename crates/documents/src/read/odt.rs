//! ODT: paragraphs, lists, tables and text boxes in the order they are written, header first.

use std::collections::HashMap;

use domain::page::{Document, FlowLine, FlowRole, FlowRun, Format, Warning, WarningCode};

use super::{
    flow::{Flow, Line},
    package::Package,
    xml::{self, Element, Node},
};
use crate::Error;

/// A style may be based on one that is based on one, this often.
const MAX_CHAIN: usize = 16;
/// `text:s` may stand for so many spaces.
const MAX_SPACES: usize = 64;

/// Reads an ODT file.
pub(super) fn read(mut package: Package<'_>) -> Result<Document, Error> {
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Error::Encrypted);
    }
    let content = package.part("content.xml")?.ok_or(Error::Damaged)?;
    let looks = package.part("styles.xml")?.unwrap_or_default();
    let (content, looks) = (xml::parse(&content)?, xml::parse(&looks)?);
    let mut walk = Walk { styles: Styles::new(), flow: Flow::default(), line: None, tables: 0 };
    walk.learn(&looks.root);
    walk.learn(&content.root);
    let edge = |role| Place { role: Some(role), ..Place::default() };
    for header in looks.root.all("header").into_iter().take(4) {
        walk.children(header, &edge(FlowRole::Header));
    }
    if let Some(body) = content.root.all("body").first() {
        walk.children(body, &Place::default());
    }
    for footer in looks.root.all("footer").into_iter().take(4) {
        walk.children(footer, &edge(FlowRole::Footer));
    }
    let mut document = Document { format: Format::Odt, ..Document::default() };
    document.metadata = metadata(&mut package)?;
    walk.flow.finish(&mut document);
    if content.is_cut || package.is_damaged {
        let detail = String::new();
        document.warnings.push(Warning { code: WarningCode::Damaged, detail });
    }
    Ok(document)
}

fn metadata(package: &mut Package<'_>) -> Result<Vec<(String, String)>, Error> {
    let Some(text) = package.part("meta.xml")? else { return Ok(Vec::new()) };
    let tree = xml::parse(&text)?;
    let value = |name: &str| Some(tree.root.all(name).first()?.text().trim().to_owned());
    let named = [("title", value("title")), ("author", value("initial-creator"))];
    let named = named.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Ok(named.filter(|(_, value)| !value.is_empty()).collect())
}

#[derive(Debug, Default)]
struct Style {
    base: Option<String>,
    bold: Option<bool>,
    italic: Option<bool>,
    size: Option<f32>,
    colour: Option<[u8; 3]>,
    indent: Option<f32>,
    space_before: Option<f32>,
}

type Styles = HashMap<String, Style>;

/// Where in the document a piece stands.
#[derive(Debug, Clone, Default)]
struct Place {
    role: Option<FlowRole>,
    level: Option<u8>,
    table: Option<(u16, u16, u16)>,
    in_text_box: bool,
    look: FlowRun,
}

struct Walk {
    styles: Styles,
    flow: Flow,
    line: Option<Line>,
    tables: u16,
}

impl Walk {
    fn learn(&mut self, root: &Element<'_>) {
        for element in root.all("style") {
            let Some(name) = element.attribute("name") else { continue };
            let text = element.child("text-properties");
            let shape = element.child("paragraph-properties");
            let value = |name: &str| text.and_then(|it| it.attribute(name));
            let style = Style {
                base: element.attribute("parent-style-name"),
                bold: value("font-weight")
                    .map(|it| it == "bold" || it.starts_with(['6', '7', '8', '9'])),
                italic: value("font-style").map(|it| it != "normal"),
                size: value("font-size").and_then(|it| points(&it)),
                colour: value("color").and_then(|it| colour(&it)),
                indent: shape.and_then(|it| points(&it.attribute("margin-left")?)),
                space_before: shape.and_then(|it| points(&it.attribute("margin-top")?)),
            };
            self.styles.insert(name, style);
        }
    }

    fn chain(&self, name: Option<String>) -> Vec<(&str, &Style)> {
        let mut chain = Vec::new();
        let mut next = name.as_ref();
        while let Some((name, style)) = next.and_then(|name| self.styles.get_key_value(name)) {
            chain.push((name.as_str(), style));
            next = style.base.as_ref();
            if chain.len() == MAX_CHAIN {
                break;
            }
        }
        chain
    }

    fn look(&self, name: Option<String>, under: &FlowRun) -> FlowRun {
        let chain = self.chain(name);
        let first = |pick: fn(&Style) -> Option<bool>| chain.iter().find_map(|(_, it)| pick(it));
        FlowRun {
            bold: first(|it| it.bold).unwrap_or(under.bold),
            italic: first(|it| it.italic).unwrap_or(under.italic),
            size: chain.iter().find_map(|(_, it)| it.size).unwrap_or(under.size),
            colour: chain.iter().find_map(|(_, it)| it.colour).unwrap_or(under.colour),
            ..under.clone()
        }
    }

    fn children(&mut self, element: &Element<'_>, place: &Place) {
        for child in &element.children {
            if self.flow.is_full() {
                return;
            }
            match child {
                Node::Text(text) => self.text(text, place),
                Node::Element(element) => self.element(element, place),
            }
        }
    }

    fn element(&mut self, element: &Element<'_>, place: &Place) {
        match element.name() {
            "p" | "h" => self.paragraph(element, place),
            "list" => {
                let level = Some(place.level.map_or(0, |level| level.saturating_add(1)));
                self.children(element, &Place { level, ..place.clone() });
            }
            "table" => self.table(element, place),
            "text-box" => {
                self.children(element, &Place { in_text_box: true, ..place.clone() });
            }
            "span" => {
                let look = self.look(element.attribute("style-name"), &place.look);
                self.children(element, &Place { look, ..place.clone() });
            }
            "a" => {
                let link = element.attribute("href").unwrap_or_default();
                let look = FlowRun { link, ..place.look.clone() };
                self.children(element, &Place { look, ..place.clone() });
            }
            "tab" => {
                if let Some(line) = &mut self.line {
                    line.tab();
                }
            }
            "line-break" => {
                if let Some(line) = self.line.as_mut().map(Line::wrap) {
                    self.flow.push(line);
                }
            }
            "s" => {
                let count = element.number("c").unwrap_or(1.0).max(1.0) as usize;
                self.text(&" ".repeat(count.min(MAX_SPACES)), place);
            }
            "annotation" | "tracked-changes" | "note" | "sequence-decls" | "forms"
            | "page-number" | "page-count" | "desc" | "title" => {}
            _ => self.children(element, place),
        }
    }

    fn text(&mut self, text: &str, place: &Place) {
        if let Some(line) = &mut self.line {
            let is_break = |ch: char| matches!(ch, '\n' | '\r' | '\t');
            line.text(&text.replace(is_break, " "), &place.look);
        }
    }

    fn paragraph(&mut self, element: &Element<'_>, place: &Place) {
        let style = element.attribute("style-name");
        let chain = self.chain(style.clone());
        let is_title = chain.iter().any(|(name, _)| *name == "Title");
        let heading = element.number("outline-level").filter(|_| element.name() == "h");
        let role = match heading {
            Some(level) => FlowRole::Heading(level.clamp(1.0, 9.0) as u8),
            None if is_title => FlowRole::Title,
            None => FlowRole::Body,
        };
        let line = Line::new(FlowLine {
            role: place.role.unwrap_or(role),
            list_level: place.level,
            indent: chain.iter().find_map(|(_, it)| it.indent).unwrap_or(0.0),
            space_before: chain.iter().find_map(|(_, it)| it.space_before).unwrap_or(0.0),
            table: place.table,
            in_text_box: place.in_text_box,
            ..FlowLine::default()
        });
        let look = self.look(style, &FlowRun::default());
        let outer = self.line.replace(line);
        self.children(element, &Place { look, ..place.clone() });
        if let Some(line) = std::mem::replace(&mut self.line, outer) {
            self.flow.push(line);
        }
    }

    fn table(&mut self, element: &Element<'_>, place: &Place) {
        let number = self.tables;
        self.tables = self.tables.saturating_add(1);
        let groups = ["table-header-rows", "table-rows", "table-row-group"];
        let rows = element.elements().flat_map(|it| {
            if groups.contains(&it.name()) { it.elements().collect() } else { vec![it] }
        });
        for (row, element) in rows.filter(|it| it.name() == "table-row").enumerate() {
            let cells = element.elements().filter(|it| it.name() == "table-cell");
            for (column, cell) in cells.enumerate() {
                let short = |index: usize| u16::try_from(index).unwrap_or(u16::MAX);
                let table = Some((number, short(row), short(column)));
                self.children(cell, &Place { table, ..place.clone() });
            }
        }
    }
}

/// A length in points.
fn points(length: &str) -> Option<f32> {
    let length = length.trim();
    let units = [("pt", 1.0), ("cm", 28.346), ("mm", 2.8346), ("in", 72.0), ("px", 0.75)];
    let (number, factor) =
        units.iter().find_map(|(unit, factor)| Some((length.strip_suffix(unit)?, factor)))?;
    number.trim().parse::<f32>().ok().filter(|it| it.is_finite()).map(|it| it * factor)
}

/// `#rrggbb`.
fn colour(text: &str) -> Option<[u8; 3]> {
    let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6)?;
    let [_, red, green, blue] = u32::from_str_radix(hex, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}
