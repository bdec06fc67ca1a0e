//! The text operators: from strings in the file to letters on the sheet.

use domain::page::Style;
use hayro_cmap::BfString;
use hayro_syntax::{
    content::ops::TypedInstruction as Op,
    object::{Array, Object},
    page::Resources,
};

use super::{
    face::{Code, Face},
    interpret::Interpreter,
    matrix::Matrix,
    sheet::Mark,
};

/// A character whose meaning the file does not tell.
const UNMAPPED: &str = "\u{FFFD}";
/// A picture from a font of pictures.
const ICON: &str = "\u{E000}";

impl<'a> Interpreter<'_, 'a> {
    /// The operators that choose and show text; all others are without effect on it.
    pub(super) fn step_text(&mut self, operator: Op<'_, '_>, resources: &Resources<'a>) {
        let state = &mut self.state;
        match operator {
            Op::BeginText(_) => self.text = (Matrix::IDENTITY, Matrix::IDENTITY),
            Op::TextFont(it) => self.choose_font(it.0, it.1.as_f64(), resources),
            Op::CharacterSpacing(it) => state.letter_gap = it.0.as_f64(),
            Op::WordSpacing(it) => state.word_gap = it.0.as_f64(),
            Op::HorizontalScaling(it) => state.stretch = it.0.as_f64() / 100.0,
            Op::TextLeading(it) => state.leading = it.0.as_f64(),
            Op::TextRise(it) => state.rise = it.0.as_f64(),
            Op::TextRenderingMode(it) => state.mode = it.0.as_i64().clamp(0, 7),
            Op::SetTextMatrix(it) => {
                let numbers = [it.0, it.1, it.2, it.3, it.4, it.5];
                let matrix = Matrix(numbers.map(|number| number.as_f64()));
                self.text = (matrix, matrix);
            }
            Op::NextLine(it) => self.next_line(it.0.as_f64(), it.1.as_f64()),
            Op::NextLineAndSetLeading(it) => {
                state.leading = -it.1.as_f64();
                self.next_line(it.0.as_f64(), it.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Op::ShowText(it) => self.show(it.0.as_bytes()),
            Op::ShowTexts(it) => self.show_all(it.0),
            Op::NextLineAndShowText(it) => {
                self.next_line(0.0, -self.state.leading);
                self.show(it.0.as_bytes());
            }
            Op::ShowTextWithParameters(it) => {
                state.word_gap = it.0.as_f64();
                state.letter_gap = it.1.as_f64();
                self.next_line(0.0, -self.state.leading);
                self.show(it.2.as_bytes());
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        let line = Matrix::moved(x, y).then(self.text.1);
        self.text = (line, line);
    }

    fn show_all(&mut self, parts: &Array<'_>) {
        for part in parts.iter::<Object<'_>>() {
            match part {
                Object::String(bytes) => self.show(bytes.as_bytes()),
                Object::Number(number) => {
                    let back = number.as_f64() / 1000.0 * self.state.size;
                    self.advance(-back * self.state.stretch, 0.0);
                }
                _ => {}
            }
        }
    }

    fn advance(&mut self, x: f64, y: f64) {
        self.text.0 = Matrix::moved(x, y).then(self.text.0);
    }

    fn show(&mut self, bytes: &[u8]) {
        let face = match &self.state.face {
            Some(face) => std::rc::Rc::clone(face),
            None => self.faces.face(None),
        };
        let style = self.sheet.style(self.look(&face));
        for code in face.codes(bytes) {
            if self.budget.glyphs == 0 {
                return;
            }
            self.budget.glyphs -= 1;
            self.show_code(&face, &code, style);
            let gap =
                self.state.letter_gap + if code.is_space_byte { self.state.word_gap } else { 0.0 };
            if code.descent == 0.0 {
                self.advance((code.width * self.state.size + gap) * self.state.stretch, 0.0);
            } else {
                self.advance(0.0, code.descent * self.state.size + gap);
            }
        }
    }

    fn show_code(&mut self, face: &Face<'_>, code: &Code, style: u16) {
        if self.is_repeated() {
            return;
        }
        let state = &self.state;
        let (size, stretch) = (state.size, state.stretch);
        let place = Matrix::moved(-code.origin.0, -code.origin.1)
            .then(Matrix([size * stretch, 0.0, 0.0, size, 0.0, state.rise]))
            .then(self.text.0)
            .then(state.matrix);
        let mark = Mark {
            place,
            width: code.width,
            em: face.em,
            ink: state.text_ink(),
            clear: state.alpha < 0.02,
            inkless: state.mode == 3,
            off: self.is_off(),
        };
        if let Some(BfString::Char('\u{FB00}'..='\u{FB06}')) = &code.text {
            self.ligatures += 1;
        }
        let mut room = [0; 4];
        let text = match &code.text {
            Some(BfString::Char('\0')) => UNMAPPED,
            Some(BfString::Char(ch)) => letters(*ch).unwrap_or_else(|| ch.encode_utf8(&mut room)),
            Some(BfString::String(text)) if face.icons => icon(text),
            Some(BfString::String(text)) => text.as_str(),
            None if face.icons => ICON,
            None => UNMAPPED,
        };
        if text == UNMAPPED {
            self.unmapped += 1;
        }
        if !text.is_empty() && !text.chars().all(is_nothing) {
            self.sheet.letters(text, style, &mark);
        }
    }

    /// How text in this font looks right now.
    fn look(&self, face: &Face<'_>) -> Style {
        let [a, b, c, d, ..] = self.text.0.0;
        let is_outlined_too = self.state.mode % 4 == 2 && self.state.stroke == self.state.ink;
        let lean = (a * c + b * d) / (a.hypot(b) * c.hypot(d));
        Style {
            font: face.name.clone(),
            bold: face.bold || is_outlined_too,
            italic: face.italic || (0.1..0.6).contains(&lean),
            colour: self.state.text_ink().rgb,
        }
    }
}

/// The letters of a ligature.
fn letters(ch: char) -> Option<&'static str> {
    Some(match ch {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => return None,
    })
}

/// The one character that stands for an icon, whatever words its name is made of.
fn icon(text: &str) -> &str {
    let code = text.char_indices().find(|(_, ch)| ('\u{E000}'..='\u{F8FF}').contains(ch));
    match code {
        Some((at, ch)) => text.get(at..at + ch.len_utf8()).unwrap_or(ICON),
        None if text.chars().count() == 1 => text,
        None => ICON,
    }
}

/// Characters that take no place and mean nothing for reading.
fn is_nothing(ch: char) -> bool {
    matches!(ch, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}
