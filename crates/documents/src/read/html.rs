//! HTML: what a browser would show as text, block by block.

use domain::page::{Document, FlowLine, FlowRole, FlowRun, Format};
use scraper::{Html, Node, node::Element};

use super::flow::{Flow, Line};
use crate::Error;

/// Elements nested deeper than this look like the one around them.
const MAX_DEPTH: usize = 400;
/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "th",
    "pre",
    "blockquote",
    "figure",
    "figcaption",
    "form",
    "fieldset",
    "address",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "body",
    "title",
    "caption",
];

/// So many elements may be open at once; building the tree takes long beyond.
const MAX_OPEN: usize = 5_000;

/// Reads a web page.
pub(super) fn read(text: &str) -> Result<Document, Error> {
    if opens_too_much(text) {
        return Err(Error::Damaged);
    }
    let html = Html::parse_document(text);
    let mut reader = Reader::default();
    let mut next = html.tree.root().first_child();
    let mut open = Vec::new();
    while let Some(node) = next {
        if reader.flow.is_full() {
            break;
        }
        let enters = match node.value() {
            Node::Text(text) => {
                reader.text(text);
                false
            }
            Node::Element(element) => reader.open(element),
            _ => false,
        };
        if enters && let Some(child) = node.first_child() {
            open.push(node);
            next = Some(child);
            continue;
        }
        if enters {
            reader.close();
        }
        next = node.next_sibling();
        while next.is_none() {
            let Some(parent) = open.pop() else { break };
            reader.close();
            next = parent.next_sibling();
        }
    }
    reader.end_line();
    let mut document = Document { format: Format::Html, ..Document::default() };
    if !reader.title.trim().is_empty() {
        document.metadata.push(("title".to_owned(), reader.title.trim().to_owned()));
    }
    reader.flow.finish(&mut document);
    Ok(document)
}

/// Whether more elements are opened than any page needs and not closed again.
fn opens_too_much(text: &str) -> bool {
    let mut open = 0_usize;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match bytes.peek() {
            Some(b'/') if byte == b'<' => open = open.saturating_sub(1),
            Some(next) if byte == b'<' && next.is_ascii_alphabetic() => open += 1,
            _ => {}
        }
        if open > MAX_OPEN {
            return true;
        }
    }
    false
}

#[derive(Debug, Clone, Default)]
struct State {
    look: FlowRun,
    shape: FlowLine,
    /// How deep in lists, from 1.
    lists: u8,
    is_block: bool,
    keeps_breaks: bool,
    is_title: bool,
}

#[derive(Default)]
struct Reader {
    flow: Flow,
    line: Option<Line>,
    state: State,
    saved: Vec<State>,
    /// Elements beyond the limit that are open.
    too_deep: usize,
    tables: u16,
    cell: (u16, u16, u16),
    space: f32,
    title: String,
}

impl Reader {
    /// Enters an element; `false` if what is in it is not shown.
    fn open(&mut self, element: &Element) -> bool {
        let name = element.name();
        if matches!(
            name,
            "script" | "style" | "noscript" | "template" | "svg" | "select" | "iframe" | "object"
        ) || is_hidden(element)
        {
            return false;
        }
        if self.saved.len() >= MAX_DEPTH {
            self.too_deep += 1;
            return true;
        }
        self.saved.push(self.state.clone());
        self.state.is_block = false;
        self.inline(name, element);
        self.block(name);
        if self.state.is_block {
            self.end_line();
        }
        true
    }

    fn inline(&mut self, name: &str, element: &Element) {
        let look = &mut self.state.look;
        match name {
            "b" | "strong" | "th" | "dt" => look.bold = true,
            "i" | "em" | "cite" => look.italic = true,
            "a" => {
                let target = element.attr("href").unwrap_or_default().trim();
                if !target.starts_with(['#', '/']) && target.len() <= 2_048 {
                    look.link = target.to_owned();
                }
            }
            "title" => self.state.is_title = true,
            "pre" | "textarea" => self.state.keeps_breaks = true,
            "br" => self.end_line(),
            "img" => {
                if let Some(text) = element.attr("alt") {
                    self.text(text);
                }
            }
            _ => {}
        }
    }

    fn block(&mut self, name: &str) {
        let state = &mut self.state;
        state.is_block = BLOCKS.contains(&name);
        match name {
            "ul" | "ol" => state.lists = state.lists.saturating_add(1),
            "li" => state.shape.list_level = Some(state.lists.max(1) - 1),
            "p" => self.space = 8.0,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(1, |it| it.saturating_sub(b'0'));
                state.shape.role = FlowRole::Heading(level);
                state.look.bold = true;
                self.space = 12.0;
            }
            "table" => {
                self.cell = (self.tables, 0, 0);
                self.tables = self.tables.saturating_add(1);
            }
            "tr" => {
                let row = self.cell.1.saturating_add(u16::from(self.cell.2 > 0));
                self.cell = (self.cell.0, row, 0);
            }
            "td" | "th" => {
                state.shape.table = Some(self.cell);
                self.cell.2 = self.cell.2.saturating_add(1);
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        if self.state.is_block {
            self.end_line();
        }
        if let Some(mut state) = self.saved.pop() {
            // Only the first line of an item carries its bullet.
            if self.state.shape.list_level.is_none() {
                state.shape.list_level = None;
            }
            self.state = state;
        }
    }

    fn text(&mut self, text: &str) {
        if self.state.is_title {
            self.title.push_str(text.get(..500).unwrap_or(text));
            return;
        }
        if self.state.keeps_breaks {
            for (index, part) in text.split('\n').enumerate() {
                if index > 0 {
                    self.end_line();
                }
                self.add(part);
            }
            return;
        }
        let mut folded = String::with_capacity(text.len());
        for ch in text.chars() {
            let is_space = matches!(ch, ' ' | '\n' | '\r' | '\t' | '\u{C}');
            if !is_space {
                folded.push(ch);
            } else if !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        if !folded.trim().is_empty() || self.line.is_some() {
            self.add(&folded);
        }
    }

    fn add(&mut self, text: &str) {
        let shape = &self.state.shape;
        let line = self.line.get_or_insert_with(|| {
            let space_before = std::mem::take(&mut self.space);
            Line::new(FlowLine { space_before, ..shape.clone() })
        });
        line.text(text, &self.state.look);
    }

    fn end_line(&mut self) {
        if let Some(line) = self.line.take() {
            self.flow.push(line);
            self.state.shape.list_level = None;
        }
    }
}

fn is_hidden(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default().replace(' ', "");
    element.attr("hidden").is_some()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(html: &str) -> Vec<(String, Option<u8>)> {
        let text = |line: &FlowLine| {
            let runs = line.cells.iter().flat_map(|cell| &cell.runs);
            runs.map(|run| run.text.as_str()).collect::<String>()
        };
        read(html).unwrap().flow.iter().map(|line| (text(line), line.list_level)).collect()
    }

    #[test]
    fn blocks_become_lines_and_items_become_bullets() {
        let html =
            "<h1>Jane</h1><p>One\n two<br>three<ul><li>a<li>b <b>c</b></ul><script>x</script>";
        let expected =
            [("Jane", None), ("One two", None), ("three", None), ("a", Some(0)), ("b c", Some(0))];
        let expected = expected.map(|(text, level)| (text.to_owned(), level));
        assert_eq!(lines(html), expected);
    }

    #[test]
    fn what_is_not_shown_is_not_read() {
        assert_eq!(lines("<p hidden>a</p><p style='display: none'>b</p><p>c").len(), 1);
    }

    #[test]
    fn deep_nesting_does_no_harm() {
        assert_eq!(lines(&("<div>".repeat(1_000) + "deep")).len(), 1);
        assert_eq!(read(&"<div>".repeat(20_000)), Err(Error::Damaged));
    }
}
