//! RTF: a small reader of its own, for the control words that text depends on.

mod words;

use std::collections::HashMap;

use domain::page::{Document, FlowLine, FlowRole, FlowRun, Format};
use encoding_rs::{Encoding, WINDOWS_1252};

use self::words::{Token, Tokens};
use super::flow::{Flow, Line};

/// Groups may be nested this deep.
const MAX_DEPTH: usize = 256;
/// A file has no more fonts than this.
const MAX_FONTS: usize = 1_000;
/// A file has no more colours than this.
const MAX_COLOURS: usize = 256;

/// Reads an RTF file; what cannot be understood is left out.
pub(super) fn read(bytes: &[u8]) -> Document {
    let mut reader = Reader::new();
    for token in Tokens::new(bytes) {
        if reader.flow.is_full() {
            break;
        }
        reader.take(token);
    }
    reader.end_line();
    let mut document = Document { format: Format::Rtf, ..Document::default() };
    reader.flow.finish(&mut document);
    document
}

/// What a group changes and its end brings back.
#[derive(Debug, Clone)]
struct State {
    look: FlowRun,
    shape: FlowLine,
    to: Target,
    encoding: &'static Encoding,
    /// How many characters stand in for one that is given by number.
    stand_ins: usize,
    in_table: bool,
}

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Page,
    Colours,
    Fonts,
    /// The code of a field, which may hold a link.
    Code,
    Nowhere,
}

struct Reader {
    flow: Flow,
    line: Line,
    state: State,
    saved: Vec<State>,
    /// Groups beyond the limit that are open.
    too_deep: usize,
    /// The encoding of each font that has one of its own.
    fonts: HashMap<i32, &'static Encoding>,
    /// The font that the table is telling of.
    font: i32,
    /// The encoding of fonts that have none of their own.
    usual: &'static Encoding,
    /// Bytes of text that are not decoded yet.
    pending: Vec<u8>,
    /// Characters still to skip after one that was given by number.
    skip: usize,
    colours: Vec<[u8; 3]>,
    colour: [u8; 3],
    code: String,
    /// The last word was `\*`.
    may_skip: bool,
    cell: (u16, u16, u16),
    half: Option<u16>,
}

impl Reader {
    fn new() -> Self {
        let state = State {
            look: FlowRun { size: 12.0, ..FlowRun::default() },
            shape: FlowLine::default(),
            to: Target::Page,
            encoding: WINDOWS_1252,
            stand_ins: 1,
            in_table: false,
        };
        Self {
            flow: Flow::default(),
            line: Line::new(FlowLine::default()),
            state,
            saved: Vec::new(),
            too_deep: 0,
            fonts: HashMap::new(),
            font: 0,
            usual: WINDOWS_1252,
            pending: Vec::new(),
            skip: 0,
            colours: Vec::new(),
            colour: [0; 3],
            code: String::new(),
            may_skip: false,
            cell: (0, 0, 0),
            half: None,
        }
    }

    fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Byte(byte) => self.byte(byte),
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Word(name, number) => {
                let may_skip = std::mem::take(&mut self.may_skip);
                self.word(name, number, may_skip);
            }
        }
    }

    fn open(&mut self) {
        self.decode();
        if self.saved.len() == MAX_DEPTH {
            self.too_deep += 1;
        } else {
            self.saved.push(self.state.clone());
        }
    }

    fn close(&mut self) {
        self.decode();
        self.skip = 0;
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(state) = self.saved.pop() {
            let was_code = self.state.to == Target::Code && state.to != Target::Code;
            self.state = state;
            if was_code && let Some(link) = link(&self.code) {
                self.state.look.link = link;
            }
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match self.state.to {
            Target::Colours if byte == b';' => {
                if self.colours.len() < MAX_COLOURS {
                    self.colours.push(std::mem::take(&mut self.colour));
                }
            }
            Target::Page | Target::Code => self.pending.push(byte),
            Target::Colours | Target::Fonts | Target::Nowhere => {}
        }
    }

    fn decode(&mut self) {
        if !self.pending.is_empty() {
            let bytes = std::mem::take(&mut self.pending);
            let text = self.state.encoding.decode_without_bom_handling(&bytes).0;
            self.text(&text);
        }
    }

    fn text(&mut self, text: &str) {
        match self.state.to {
            Target::Page => {
                self.line.shape = self.shape();
                self.line.text(text, &self.state.look);
            }
            Target::Code if self.code.len() < 4_096 => self.code.push_str(text),
            Target::Code | Target::Colours | Target::Fonts | Target::Nowhere => {}
        }
    }

    fn shape(&self) -> FlowLine {
        let table = self.state.in_table.then_some(self.cell);
        FlowLine { table, ..self.state.shape.clone() }
    }

    fn end_line(&mut self) {
        self.decode();
        let next = Line::new(self.shape());
        let line = std::mem::replace(&mut self.line, next);
        self.flow.push(line);
    }

    fn word(&mut self, name: &str, number: Option<i32>, may_skip: bool) {
        self.decode();
        if name != "u" {
            self.half = None;
        }
        match name {
            "*" => self.may_skip = true,
            "ansicpg" => {
                self.state.encoding = words::code_page(number);
                self.usual = self.state.encoding;
            }
            "mac" => self.state.encoding = words::code_page(Some(10_000)),
            "fonttbl" => self.state.to = Target::Fonts,
            "f" if self.state.to == Target::Fonts => self.font = number.unwrap_or(0),
            "fcharset" if self.state.to == Target::Fonts => self.learn(number),
            "cpg" if self.state.to == Target::Fonts => {
                self.fonts.insert(self.font, words::code_page(number));
            }
            "f" => {
                let own = self.fonts.get(&number.unwrap_or(0)).copied();
                self.state.encoding = own.unwrap_or(self.usual);
            }
            "uc" => self.state.stand_ins = number.unwrap_or(1).clamp(0, 16) as usize,
            "u" => self.unicode(number.unwrap_or(0)),
            "colortbl" => self.state.to = Target::Colours,
            "red" | "green" | "blue" => self.part(name, number),
            "fldinst" => {
                self.code.clear();
                self.state.to = Target::Code;
            }
            "header" | "headerl" | "headerr" | "headerf" => self.edge(FlowRole::Header),
            "footer" | "footerl" | "footerr" | "footerf" => self.edge(FlowRole::Footer),
            "shptxt" => self.state.shape.in_text_box = true,
            "v" if matches!(self.state.to, Target::Page | Target::Nowhere) => {
                self.state.to = if number == Some(0) { Target::Page } else { Target::Nowhere };
            }
            "listtext" | "pntext" => {
                self.state.to = Target::Nowhere;
                self.mark_item();
            }
            _ if words::is_unread(name) || may_skip && !matches!(name, "shpinst") => {
                self.state.to = Target::Nowhere;
            }
            _ if self.state.to != Target::Page => {}
            _ => self.page_word(name, number),
        }
    }

    /// Notes the letters that a font of the table shows.
    fn learn(&mut self, charset: Option<i32>) {
        if self.fonts.len() < MAX_FONTS
            && let Some(page) = words::charset(charset)
        {
            self.fonts.insert(self.font, words::code_page(Some(page)));
        }
    }

    /// A bullet was written out: the paragraph around it is a list item.
    fn mark_item(&mut self) {
        if let Some(outer) = self.saved.last_mut() {
            let level = outer.shape.list_level.or(Some(0));
            outer.shape.list_level = level;
        }
    }

    fn page_word(&mut self, name: &str, number: Option<i32>) {
        let is_on = number != Some(0);
        let twips = number.unwrap_or(0).clamp(0, 30_000) as f32 / 20.0;
        let state = &mut self.state;
        match name {
            "par" | "line" | "sect" | "page" => self.end_line(),
            "pard" => {
                let kept = (state.shape.role, state.shape.in_text_box);
                state.shape = FlowLine { role: kept.0, in_text_box: kept.1, ..FlowLine::default() };
                state.in_table = false;
            }
            "plain" => {
                state.look = FlowRun { size: 12.0, ..FlowRun::default() };
                state.encoding = self.usual;
            }
            "b" => state.look.bold = is_on,
            "i" => state.look.italic = is_on,
            "fs" => state.look.size = number.unwrap_or(24).clamp(2, 400) as f32 / 2.0,
            "cf" => {
                let index = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
                state.look.colour = self.colours.get(index).copied().unwrap_or_default();
            }
            "li" => state.shape.indent = twips,
            "sb" => state.shape.space_before = twips,
            "ilvl" => state.shape.list_level = Some(number.unwrap_or(0).clamp(0, 8) as u8),
            "ls" => state.shape.list_level = state.shape.list_level.or(Some(0)),
            "outlinelevel" => {
                state.shape.role = FlowRole::Heading(number.unwrap_or(0).clamp(0, 8) as u8 + 1);
            }
            "intbl" => state.in_table = true,
            "tab" => self.line.tab(),
            "cell" => {
                self.state.in_table = true;
                self.end_line();
                self.cell.2 = self.cell.2.saturating_add(1);
            }
            "row" => self.cell = (self.cell.0, self.cell.1.saturating_add(1), 0),
            _ => {
                if let Some(text) = words::meaning(name) {
                    self.text(text);
                }
            }
        }
    }

    fn edge(&mut self, role: FlowRole) {
        self.end_line();
        self.state.shape = FlowLine { role, ..FlowLine::default() };
    }

    fn part(&mut self, name: &str, number: Option<i32>) {
        let [red, green, blue] = &mut self.colour;
        let part = match name {
            "red" => red,
            "green" => green,
            _ => blue,
        };
        *part = number.unwrap_or(0).clamp(0, 255) as u8;
    }

    fn unicode(&mut self, number: i32) {
        self.skip = self.state.stand_ins;
        let unit = (number & 0xFFFF) as u16;
        let units = match self.half.take() {
            Some(high) => vec![high, unit],
            None if (0xD800..0xDC00).contains(&unit) => {
                self.half = Some(unit);
                return;
            }
            None => vec![unit],
        };
        let text: String =
            char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        self.text(&text);
    }
}

/// The address in `HYPERLINK "address"`.
fn link(code: &str) -> Option<String> {
    let target = code.trim().strip_prefix("HYPERLINK")?.trim();
    Some(target.trim_start_matches('"').split('"').next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rtf: &str) -> Vec<String> {
        let text = |line: &FlowLine| {
            let runs = line.cells.iter().flat_map(|cell| &cell.runs);
            runs.map(|run| run.text.as_str()).collect::<Vec<_>>().join("|")
        };
        read(rtf.as_bytes()).flow.iter().map(text).collect()
    }

    #[test]
    fn paragraphs_looks_and_letters_are_read() {
        let rtf = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\pard Ren\'e9 {\b Doe}\par \u8211?x\tab y}";
        assert_eq!(lines(rtf), ["René |Doe", "–x|y"]);
        let document = read(rtf.as_bytes());
        assert!(document.flow[0].cells[0].runs[1].bold);
    }

    #[test]
    fn each_font_has_the_letters_of_its_charset() {
        let rtf = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}{\f1\fcharset238 Arial CE;}{\f2\fcharset204 Cyr;}}
            {\f1 \'a3\'f3d\'9f} \'e9 {\f2 \'cc\'e8\'f0}\par}";
        assert_eq!(lines(rtf), ["Łódź é Мир"]);
    }

    #[test]
    fn shapes_are_read_once() {
        let rtf = r"{\rtf1 {\shp{\*\shpinst{\shptxt Boxed\par}}{\shprslt Boxed\par}}after\par}";
        assert_eq!(lines(rtf), ["Boxed", "after"]);
    }

    #[test]
    fn links_and_list_items_are_found() {
        let rtf = r#"{\rtf1 {\field{\*\fldinst{HYPERLINK "https://a.example"}}{\fldrslt here}}\par
            \pard{\listtext\'b7\tab}\ilvl0\ls1 Item\par}"#;
        let document = read(rtf.as_bytes());
        assert_eq!(document.flow[0].cells[0].runs[0].link, "https://a.example");
        assert_eq!(document.flow[1].list_level, Some(0));
    }

    #[test]
    fn endless_groups_do_no_harm() {
        assert!(read(&b"{".repeat(100_000)).flow.is_empty());
    }
}
