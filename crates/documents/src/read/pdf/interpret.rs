//! Runs the operators of a page and its forms, as far as text, areas and pictures depend on them.

use hayro_syntax::{
    content::{TypedIter, ops::TypedInstruction as Op},
    object::{Dict, Name, Number, Object, Stream},
    page::Resources,
};

use super::{
    face::{Faces, font_dict},
    ink::{Ink, Space},
    layers::Layers,
    matrix::{Area, Matrix},
    sheet::Sheet,
    state::{Path, State},
    strings,
};

/// Forms may show forms, this deep.
const MAX_FORM_DEPTH: usize = 8;
/// `q` may follow `q` so often.
const MAX_SAVED: usize = 512;
/// Marked content may be nested this deep.
const MAX_SPANS: usize = 512;

/// What one document may use up.
pub(super) struct Budget {
    pub(super) operators: usize,
    pub(super) glyphs: usize,
    pub(super) form_bytes: usize,
}

impl Budget {
    pub(super) const FULL: Self =
        Self { operators: 3_000_000, glyphs: 200_000, form_bytes: 128 << 20 };

    /// Whether something ran out.
    pub(super) fn is_spent(&self) -> bool {
        self.operators == 0 || self.glyphs == 0 || self.form_bytes == 0
    }
}

/// Text that stands for the glyphs shown since.
pub(super) struct Span {
    pub(super) text: Option<String>,
    /// Lies on a layer that is off.
    pub(super) is_off: bool,
    /// Marked as the head or foot that every page repeats.
    pub(super) repeats: bool,
    /// How many glyphs the sheet had.
    pub(super) start: usize,
}

/// The interpreter of one page.
pub(super) struct Interpreter<'r, 'a> {
    pub(super) faces: &'r mut Faces<'a>,
    layers: &'r Layers,
    pub(super) budget: &'r mut Budget,
    pub(super) sheet: Sheet,
    pub(super) state: State<'a>,
    saved: Vec<State<'a>>,
    path: Path,
    line_width: f64,
    /// Where the next glyph goes, and where the line started.
    pub(super) text: (Matrix, Matrix),
    pub(super) spans: Vec<Span>,
    /// Spans beyond the limit that are still open.
    uncounted_spans: usize,
    /// Characters the file gives no meaning.
    pub(super) unmapped: usize,
    /// Letters that were drawn as one and are stored as one.
    pub(super) ligatures: u32,
    /// Whether a page came before: then the heads and feet that pages repeat are known already.
    pub(super) is_later_page: bool,
}

impl<'r, 'a> Interpreter<'r, 'a> {
    pub(super) fn new(
        sheet: Sheet,
        matrix: Matrix,
        clip: Area,
        (faces, layers): (&'r mut Faces<'a>, &'r Layers),
        budget: &'r mut Budget,
    ) -> Self {
        Self {
            faces,
            layers,
            budget,
            sheet,
            state: State::new(matrix, clip),
            saved: Vec::new(),
            path: Path::EMPTY,
            line_width: 1.0,
            text: (Matrix::IDENTITY, Matrix::IDENTITY),
            spans: Vec::new(),
            uncounted_spans: 0,
            unmapped: 0,
            ligatures: 0,
            is_later_page: false,
        }
    }

    /// Runs a content stream.
    pub(super) fn run(&mut self, content: &[u8], resources: &Resources<'a>, depth: usize) {
        let mut operators = TypedIter::new(content);
        while let Some(operator) = operators.next() {
            self.budget.operators = self.budget.operators.saturating_sub(1);
            if self.budget.is_spent() {
                return;
            }
            self.step(operator, resources, depth);
        }
    }

    fn step(&mut self, operator: Op<'_, '_>, resources: &Resources<'a>, depth: usize) {
        match operator {
            Op::SaveState(_) if self.saved.len() < MAX_SAVED => self.saved.push(self.state.clone()),
            Op::RestoreState(_) => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            Op::Transform(it) => {
                let matrix = matrix([it.0, it.1, it.2, it.3, it.4, it.5]);
                self.state.matrix = matrix.then(self.state.matrix);
            }
            Op::LineWidth(it) => self.line_width = it.0.as_f64(),
            Op::SetGraphicsState(it) => {
                if let Some(dict) = resources.get_ext_g_state(it.0) {
                    self.set(&dict);
                }
            }
            Op::XObject(it) => {
                if let Some(stream) = resources.get_x_object(it.0) {
                    self.show_object(&stream, resources, depth);
                }
            }
            Op::InlineImage(_) => self.show_image(),
            Op::Shading(_) => self.sheet.paint(self.state.clip, Ink::PATTERN),
            Op::BeginMarkedContent(_) => self.open_span(None, false, false),
            Op::BeginMarkedContentWithProperties(it) => {
                let properties = match it.1 {
                    Object::Dict(dict) => strings::text_of(dict, "ActualText"),
                    Object::Name(name) => resources
                        .properties
                        .get::<Dict<'_>>(name.as_ref())
                        .and_then(|it| strings::text_of(&it, "ActualText")),
                    _ => None,
                };
                let is_off = match (it.0.as_ref(), it.1) {
                    (b"OC", Object::Name(name)) => {
                        self.layers.is_off(&resources.properties, name.as_ref())
                    }
                    _ => false,
                };
                let repeats = match (it.0.as_ref(), it.1) {
                    (b"Artifact", Object::Dict(dict)) => is_page_head(dict),
                    _ => false,
                };
                self.open_span(properties, is_off, repeats);
            }
            Op::EndMarkedContent(_) => self.close_span(),
            other => self.step_colour(other, resources),
        }
    }

    fn step_colour(&mut self, operator: Op<'_, '_>, resources: &Resources<'a>) {
        let spaces = &resources.color_spaces;
        match operator {
            Op::ColorSpaceNonStroke(it) => {
                self.state.space = Space::named(it.0, spaces);
                self.state.ink = Ink::BLACK;
            }
            Op::NonStrokeColor(it) => self.state.ink = self.state.space.ink(&it.0),
            Op::NonStrokeColorNamed(it) => {
                self.state.ink = match it.1 {
                    Some(_) => Ink::PATTERN,
                    None => self.state.space.ink(&it.0),
                }
            }
            Op::NonStrokeColorDeviceGray(it) => self.fill_with(Space::Gray, &[it.0]),
            Op::NonStrokeColorDeviceRgb(it) => self.fill_with(Space::Rgb, &[it.0, it.1, it.2]),
            Op::NonStrokeColorCmyk(it) => self.fill_with(Space::Cmyk, &[it.0, it.1, it.2, it.3]),
            Op::StrokeColorDeviceGray(it) => self.state.stroke = Space::Gray.ink(&[it.0]),
            Op::StrokeColorDeviceRgb(it) => {
                self.state.stroke = Space::Rgb.ink(&[it.0, it.1, it.2]);
            }
            Op::StrokeColorCmyk(it) => {
                self.state.stroke = Space::Cmyk.ink(&[it.0, it.1, it.2, it.3]);
            }
            Op::ColorSpaceStroke(_) | Op::StrokeColor(_) | Op::StrokeColorNamed(_) => {
                self.state.stroke = Ink::PATTERN;
            }
            other => self.step_path(other, resources),
        }
    }

    fn step_path(&mut self, operator: Op<'_, '_>, resources: &Resources<'a>) {
        let matrix = self.state.matrix;
        match operator {
            Op::MoveTo(it) => self.path.point(matrix, pair(it.0, it.1)),
            Op::LineTo(it) => self.path.point(matrix, pair(it.0, it.1)),
            Op::CubicTo(it) => {
                self.path.point(matrix, pair(it.0, it.1));
                self.path.point(matrix, pair(it.2, it.3));
                self.path.point(matrix, pair(it.4, it.5));
            }
            Op::CubicStartTo(it) => {
                self.path.point(matrix, pair(it.0, it.1));
                self.path.point(matrix, pair(it.2, it.3));
            }
            Op::CubicEndTo(it) => {
                self.path.point(matrix, pair(it.0, it.1));
                self.path.point(matrix, pair(it.2, it.3));
            }
            Op::RectPath(it) => {
                self.path.rectangle(matrix, pair(it.0, it.1), pair(it.2, it.3));
            }
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => self.path.clips = true,
            Op::FillPathNonZero(_)
            | Op::FillPathNonZeroCompatibility(_)
            | Op::FillPathEvenOdd(_)
            | Op::FillAndStrokeNonZero(_)
            | Op::FillAndStrokeEvenOdd(_)
            | Op::CloseFillAndStrokeNonZero(_)
            | Op::CloseFillAndStrokeEvenOdd(_) => {
                self.fill();
                self.end_path();
            }
            Op::StrokePath(_) | Op::CloseAndStrokePath(_) => {
                self.stroke();
                self.end_path();
            }
            Op::EndPath(_) => self.end_path(),
            other => self.step_text(other, resources),
        }
    }

    fn fill_with(&mut self, space: Space, numbers: &[Number]) {
        self.state.ink = space.ink(numbers);
        self.state.space = space;
    }

    fn set(&mut self, dict: &Dict<'a>) {
        if let Some(alpha) = dict.get::<f32>("ca") {
            self.state.alpha = alpha;
        }
        if let Some(width) = dict.get::<f64>("LW") {
            self.line_width = width;
        }
        let Some(font) = dict.get::<hayro_syntax::object::Array<'a>>("Font") else { return };
        let mut parts = font.flex_iter();
        if let (Some(font), Some(size)) = (parts.next::<Dict<'a>>(), parts.next::<f64>()) {
            self.state.face = Some(self.faces.face(Some(font)));
            self.state.size = size;
        }
    }

    /// Chooses the font of this name.
    pub(super) fn choose_font(&mut self, name: &Name<'_>, size: f64, resources: &Resources<'a>) {
        let dict = font_dict(&resources.fonts, name);
        self.state.face = Some(self.faces.face(dict));
        self.state.size = size;
    }

    fn fill(&mut self) {
        if self.state.alpha < 0.05 {
            return;
        }
        let is_exact = self.path.is_exact && self.state.clip_is_exact && self.state.alpha > 0.95;
        let area = self.path.area.cut(self.state.clip);
        if is_exact {
            self.sheet.paint(area, self.state.ink);
        } else {
            self.sheet.draw(area, self.state.ink);
        }
    }

    /// Only a very thick line can lie under text.
    fn stroke(&mut self) {
        let [a, b, ..] = self.state.matrix.0;
        let half = self.line_width * a.hypot(b) / 2.0;
        if half >= 2.5 {
            let Area { x0, y0, x1, y1 } = self.path.area;
            let area = Area { x0: x0 - half, y0: y0 - half, x1: x1 + half, y1: y1 + half };
            self.sheet.paint(area.cut(self.state.clip), Ink::PATTERN);
        }
    }

    fn end_path(&mut self) {
        let path = std::mem::replace(&mut self.path, Path::EMPTY);
        if path.clips {
            self.state.clip = self.state.clip.cut(path.area);
            self.state.clip_is_exact &= path.is_exact;
        }
    }

    fn show_image(&mut self) {
        let area = Area::mapped(self.state.matrix, (0.0, 0.0), (1.0, 1.0));
        self.sheet.picture(area.cut(self.state.clip));
    }

    fn show_object(&mut self, stream: &Stream<'a>, outer: &Resources<'a>, depth: usize) {
        let dict = stream.dict();
        if self.layers.is_off(dict, b"OC") {
            return;
        }
        match dict.get::<Name<'_>>("Subtype").as_ref().map(AsRef::as_ref) {
            Some(b"Image") => return self.show_image(),
            Some(b"Form") => {}
            _ => return,
        }
        let Ok(content) = stream.decoded_data() else { return };
        self.budget.form_bytes = self.budget.form_bytes.saturating_sub(content.len());
        if depth >= MAX_FORM_DEPTH || self.budget.is_spent() {
            return;
        }
        let inner = dict.get::<Dict<'a>>("Resources").map(Resources::new);
        let before = (self.state.clone(), self.text, self.saved.len());
        if let Some(matrix) = dict.get::<[f64; 6]>("Matrix") {
            self.state.matrix = Matrix(matrix).then(self.state.matrix);
        }
        if let Some(edges) = dict.get::<hayro_syntax::object::Rect>("BBox") {
            let area = Area::mapped(self.state.matrix, (edges.x0, edges.y0), (edges.x1, edges.y1));
            self.state.clip = self.state.clip.cut(area);
        }
        self.run(&content, inner.as_ref().unwrap_or(outer), depth + 1);
        self.saved.truncate(before.2);
        (self.state, self.text) = (before.0, before.1);
    }

    /// Whether what is drawn now lies on a layer that is off.
    pub(super) fn is_off(&self) -> bool {
        self.spans.iter().any(|span| span.is_off)
    }

    /// Whether what is drawn now only repeats what an earlier page said.
    pub(super) fn is_repeated(&self) -> bool {
        self.is_later_page && self.spans.iter().any(|span| span.repeats)
    }

    fn open_span(&mut self, text: Option<String>, is_off: bool, repeats: bool) {
        if self.spans.len() == MAX_SPANS {
            self.uncounted_spans += 1;
        } else {
            self.spans.push(Span { text, is_off, repeats, start: self.sheet.len() });
        }
    }

    fn close_span(&mut self) {
        if self.uncounted_spans > 0 {
            self.uncounted_spans -= 1;
            return;
        }
        let Some(Span { text: Some(text), start, .. }) = self.spans.pop() else { return };
        let freed = self.sheet.replace(start, &text);
        self.unmapped = self.unmapped.saturating_sub(freed);
    }
}

/// Whether an artifact is the head or foot of a page.
fn is_page_head(dict: &Dict<'_>) -> bool {
    let kind = dict.get::<Name<'_>>("Subtype");
    kind.is_some_and(|kind| matches!(kind.as_ref(), b"Header" | b"Footer"))
}

fn matrix(numbers: [Number; 6]) -> Matrix {
    Matrix(numbers.map(|number| number.as_f64()))
}

fn pair(x: Number, y: Number) -> (f64, f64) {
    (x.as_f64(), y.as_f64())
}
