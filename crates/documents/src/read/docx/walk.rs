//! Walks the body, a header or a footer, and turns it into lines.

use domain::{
    facts::{Faint, contrast},
    page::{FlowLine, FlowRole, FlowRun},
};

use super::{
    Relations,
    styles::{Look, Shape, Styles, is_shaded},
};
use crate::read::{
    flow::{Flow, Line},
    xml::{Element, Node},
};

/// As many characters of hidden text are shown to the user.
const SAMPLE: usize = 200;

/// Where in the document a piece stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// The role that overrules the paragraph's own.
    role: Option<FlowRole>,
    table: Option<(u16, u16, u16)>,
    in_text_box: bool,
    /// Something coloured lies under the text.
    shaded: bool,
    look: Look,
    link: String,
}

impl Context {
    /// In a header or footer.
    pub(super) fn edge(role: FlowRole) -> Self {
        Self { role: Some(role), ..Self::default() }
    }
}

/// A field: text that a program keeps up to date.
#[derive(Debug, Default)]
struct Field {
    code: String,
    shows_result: bool,
}

/// The walk through all parts.
pub(super) struct Walk<'s> {
    styles: &'s Styles,
    flow: Flow,
    line: Line,
    /// Lines of text boxes, kept until their paragraph has ended.
    boxed: Vec<Line>,
    fields: Vec<Field>,
    tables: u16,
    hidden: String,
    faint: Vec<Faint>,
}

impl<'s> Walk<'s> {
    pub(super) fn new(styles: &'s Styles, flow: Flow) -> Self {
        Self {
            styles,
            flow,
            line: Line::default(),
            boxed: Vec::new(),
            fields: Vec::new(),
            tables: 0,
            hidden: String::new(),
            faint: Vec::new(),
        }
    }

    /// The lines, a sample of text that nobody can see, and text that is hard to see.
    pub(super) fn finish(self) -> (Flow, String, Vec<Faint>) {
        (self.flow, self.hidden, self.faint)
    }

    /// Walks through one part.
    pub(super) fn enter(&mut self, root: &Element<'_>, relations: &Relations, context: &Context) {
        self.fields.clear();
        self.children(root, relations, context);
    }

    fn children(&mut self, element: &Element<'_>, relations: &Relations, context: &Context) {
        for child in element.elements() {
            if self.flow.is_full() {
                return;
            }
            self.element(child, relations, context);
        }
    }

    fn element(&mut self, element: &Element<'_>, relations: &Relations, context: &Context) {
        match element.name() {
            "p" => self.paragraph(element, relations, context),
            "r" => self.run(element, relations, context),
            "tbl" => self.table(element, relations, context),
            "hyperlink" => {
                let link = element.attribute("id").and_then(|id| relations.get(&id)).cloned();
                let link = link.unwrap_or_default();
                self.children(element, relations, &Context { link, ..context.clone() });
            }
            "fldSimple" => {
                let code = element.attribute("instr").unwrap_or_default();
                self.fields.push(Field { code, shows_result: true });
                self.children(element, relations, context);
                self.fields.pop();
            }
            "txbxContent" => self.text_box(element, relations, context),
            "AlternateContent" => self.alternative(element, relations, context),
            "t" | "tab" | "br" | "cr" | "ptab" | "sym" | "noBreakHyphen" | "fldChar"
            | "instrText" => self.piece(element, context),
            "del" | "moveFrom" | "pPr" | "rPr" | "sdtPr" | "sectPr" | "tblPr" | "delText"
            | "rt" => {}
            _ => self.children(element, relations, context),
        }
    }

    fn paragraph(&mut self, element: &Element<'_>, relations: &Relations, context: &Context) {
        let (shape, role, look) = self.styles.paragraph(Shape::of(element.child("pPr")));
        let list = self.styles.list_level(&shape);
        let line = Line::new(FlowLine {
            role: context.role.unwrap_or(role),
            list_level: list.map(|(level, _)| level),
            space_before: shape.space_before.unwrap_or(0.0),
            indent: shape.indent.or(list.map(|(_, indent)| indent)).unwrap_or(0.0),
            table: context.table,
            in_text_box: context.in_text_box,
            ..FlowLine::default()
        });
        let outer = std::mem::replace(&mut self.line, line);
        let shaded = context.shaded || shape.shaded;
        let context = Context { shaded, look, ..context.clone() };
        self.children(element, relations, &context);
        let line = std::mem::replace(&mut self.line, outer);
        self.push(line, &context);
        if !context.in_text_box {
            for line in std::mem::take(&mut self.boxed) {
                self.flow.push(line);
            }
        }
    }

    /// The lines of a text box wait until the paragraph it hangs on has ended.
    fn push(&mut self, line: Line, context: &Context) {
        if context.in_text_box {
            self.boxed.push(line);
        } else {
            self.flow.push(line);
        }
    }

    fn run(&mut self, element: &Element<'_>, relations: &Relations, context: &Context) {
        let look = self.styles.run(Look::of(element.child("rPr")), &context.look);
        self.children(element, relations, &Context { look, ..context.clone() });
    }

    fn table(&mut self, element: &Element<'_>, relations: &Relations, context: &Context) {
        let number = self.tables;
        self.tables = self.tables.saturating_add(1);
        let styled = element.at(&["tblPr", "tblStyle"]).is_some();
        let mut rows = Vec::new();
        inside(element, "tr", &mut rows);
        for (row, element) in rows.into_iter().enumerate() {
            let mut cells = Vec::new();
            inside(element, "tc", &mut cells);
            for (column, cell) in cells.into_iter().enumerate() {
                let short = |index: usize| u16::try_from(index).unwrap_or(u16::MAX);
                let shaded = styled || context.shaded || cell.child("tcPr").is_some_and(is_shaded);
                let table = Some((number, short(row), short(column)));
                self.children(cell, relations, &Context { table, shaded, ..context.clone() });
            }
        }
    }

    fn text_box(&mut self, element: &Element<'_>, relations: &Relations, context: &Context) {
        let context = Context { in_text_box: true, shaded: true, ..context.clone() };
        self.children(element, relations, &context);
    }

    /// The same thing in several versions, of which one is read.
    fn alternative(&mut self, element: &Element<'_>, relations: &Relations, context: &Context) {
        let has_text = |it: &&Element<'_>| !it.all("t").is_empty();
        let choice = element.elements().filter(|it| it.name() == "Choice").find(has_text);
        if let Some(version) = choice.or_else(|| element.child("Fallback")) {
            self.children(version, relations, context);
        }
    }

    fn piece(&mut self, element: &Element<'_>, context: &Context) {
        match element.name() {
            "fldChar" => self.field_mark(element.attribute("fldCharType").as_deref()),
            "instrText" => {
                if let Some(field) = self.fields.last_mut() {
                    field.code.push_str(&element.text());
                }
            }
            _ if !self.shows_text() => {}
            "t" => self.text(&plain(element), context),
            "tab" | "ptab" => self.line.tab(),
            "br" | "cr" => {
                let line = self.line.wrap();
                self.push(line, context);
            }
            "noBreakHyphen" => self.text("-", context),
            "sym" => {
                let code = element.attribute("char").unwrap_or_default();
                let symbol = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
                if let Some(symbol) = symbol {
                    self.text(symbol.encode_utf8(&mut [0; 4]), context);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, context: &Context) {
        let mut look = context.look.clone();
        look.shaded |= context.shaded;
        if look.is_unseen() {
            if self.hidden.len() < SAMPLE {
                self.hidden.push_str(text);
            }
            return;
        }
        let mut run = look.run();
        self.note_faint(text, &look, &run);
        run.link = if context.link.is_empty() { self.field_link() } else { context.link.clone() };
        self.line.text(text, &run);
    }

    /// Notes text of too little contrast with white paper.
    fn note_faint(&mut self, text: &str, look: &Look, run: &FlowRun) {
        const ENOUGH: f32 = 4.5;
        const LARGE_ENOUGH: f32 = 3.0;
        let large = run.size >= 18.0 || run.bold && run.size >= 14.0;
        let contrast = contrast(run.colour, [255; 3]);
        let enough = if large { LARGE_ENOUGH } else { ENOUGH };
        if contrast < enough && !look.shaded && self.faint.len() < 100 && !text.trim().is_empty() {
            let text = text.chars().take(SAMPLE).collect();
            self.faint.push(Faint { text, contrast, ..Faint::default() });
        }
    }

    fn field_mark(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") if self.fields.len() < 32 => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.shows_result = true;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// Neither in a field's code nor in a page number.
    fn shows_text(&self) -> bool {
        self.fields.iter().all(|field| {
            let name = field.code.split_whitespace().next().unwrap_or_default();
            field.shows_result && !matches!(name, "PAGE" | "NUMPAGES" | "SECTIONPAGES")
        })
    }

    /// Where the innermost link field leads.
    fn field_link(&self) -> String {
        let target = self.fields.iter().rev().find_map(|field| {
            let target = field.code.trim().strip_prefix("HYPERLINK")?.trim();
            target.strip_prefix('"')?.split('"').next()
        });
        target.unwrap_or_default().to_owned()
    }
}

/// The rows of a table or the cells of a row, also where something is wrapped around them.
fn inside<'e, 'x>(element: &'e Element<'x>, name: &str, found: &mut Vec<&'e Element<'x>>) {
    for child in element.elements() {
        match child.name() {
            own if own == name => found.push(child),
            "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" => {
                inside(child, name, found);
            }
            _ => {}
        }
    }
}

/// The text of an element, with line ends as spaces.
fn plain(element: &Element<'_>) -> String {
    let mut text = String::new();
    for node in &element.children {
        if let Node::Text(piece) = node {
            text.extend(piece.chars().map(|ch| if ch.is_whitespace() { ' ' } else { ch }));
        }
    }
    text
}
