//! What the operators of a page change, and what `q` saves and `Q` brings back.

use std::rc::Rc;

use super::{
    face::Face,
    ink::{Ink, Space},
    matrix::{Area, Matrix},
};

/// The graphics state, as far as text depends on it.
#[derive(Clone)]
pub(super) struct State<'a> {
    /// From user space to the page, y down.
    pub(super) matrix: Matrix,
    pub(super) face: Option<Rc<Face<'a>>>,
    pub(super) size: f64,
    pub(super) letter_gap: f64,
    pub(super) word_gap: f64,
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    /// 0 fills, 1 strokes, 2 both, 3 nothing, 4 to 7 the same and clips.
    pub(super) mode: i64,
    pub(super) space: Space,
    pub(super) ink: Ink,
    pub(super) stroke: Ink,
    pub(super) alpha: f32,
    /// Nothing is seen outside of it.
    pub(super) clip: Area,
    /// Whether the clip is exactly this rectangle.
    pub(super) clip_is_exact: bool,
}

impl State<'_> {
    pub(super) fn new(matrix: Matrix, clip: Area) -> Self {
        Self {
            matrix,
            face: None,
            size: 0.0,
            letter_gap: 0.0,
            word_gap: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
            space: Space::Gray,
            ink: Ink::BLACK,
            stroke: Ink::BLACK,
            alpha: 1.0,
            clip,
            clip_is_exact: true,
        }
    }

    /// The colour that text is seen in.
    pub(super) fn text_ink(&self) -> Ink {
        if self.mode % 4 == 1 { self.stroke } else { self.ink }
    }
}

/// The path under construction.
pub(super) struct Path {
    /// What it reaches, on the page.
    pub(super) area: Area,
    /// Whether it is rectangles only.
    pub(super) is_exact: bool,
    /// How many rectangles.
    pub(super) rectangles: u32,
    /// It becomes the clip with the next painting operator.
    pub(super) clips: bool,
}

impl Path {
    pub(super) const EMPTY: Self =
        Self { area: Area::NOTHING, is_exact: true, rectangles: 0, clips: false };

    pub(super) fn point(&mut self, matrix: Matrix, point: (f64, f64)) {
        self.area.include(matrix.apply(point));
        self.is_exact = false;
    }

    pub(super) fn rectangle(&mut self, matrix: Matrix, (x, y): (f64, f64), (w, h): (f64, f64)) {
        let area = Area::mapped(matrix, (x, y), (x + w, y + h));
        self.area.include((area.x0, area.y0));
        self.area.include((area.x1, area.y1));
        self.rectangles += 1;
        self.is_exact &= self.rectangles == 1;
    }
}
