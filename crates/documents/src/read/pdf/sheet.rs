//! One page while it is being read: the glyphs on it, and what lies under them.

mod noticed;
mod replace;

use std::collections::HashMap;

pub(super) use noticed::Noticed;

use domain::page::{Glyph, Page, Style};

use super::{
    ink::Ink,
    matrix::{Area, Matrix},
};

/// More filled areas than this are not remembered; text on later ones counts as visible.
const MAX_AREAS: usize = 4_000;
/// How far letters reach above their line, of their size.
const ASCENT: f32 = 0.8;
/// As many characters of hidden text are shown to the user.
const SAMPLE: usize = 200;

/// A glyph as the interpreter meets it.
pub(super) struct Mark {
    /// From glyph space at size 1 to the page, y down.
    pub(super) place: Matrix,
    /// Width at size 1.
    pub(super) width: f64,
    /// Height of the letters' square at size 1.
    pub(super) em: f64,
    pub(super) ink: Ink,
    /// Drawn with full transparency.
    pub(super) clear: bool,
    /// Drawn with the mode that leaves no ink, as text under a scan is.
    pub(super) inkless: bool,
    /// Drawn on a layer that is off.
    pub(super) off: bool,
}

struct Painted {
    area: Area,
    ink: Ink,
    /// The ink of a drawing that may itself be letters.
    drawing: Option<Ink>,
}

/// A page while it is being read.
pub(super) struct Sheet {
    page: Page,
    /// Parallel to the glyphs: drawn without ink, so visible only as the text of a scan.
    inkless: Vec<bool>,
    styles: HashMap<Style, u16>,
    painted: Vec<Painted>,
    overflowed: bool,
    /// Where the last space ended, and on which line.
    space: Option<(f32, f32)>,
    seen: HashMap<(char, i32, i32), usize>,
    pictured: f64,
    /// Text that nobody can see.
    pub(super) hidden: String,
    pub(super) noticed: Noticed,
}

impl Sheet {
    pub(super) fn new(width: f32, height: f32) -> Self {
        Self {
            page: Page { width, height, ..Page::default() },
            inkless: Vec::new(),
            styles: HashMap::new(),
            painted: Vec::new(),
            overflowed: false,
            space: None,
            seen: HashMap::new(),
            pictured: 0.0,
            hidden: String::new(),
            noticed: Noticed::default(),
        }
    }

    /// How many glyphs are on it.
    pub(super) fn len(&self) -> usize {
        self.page.glyphs.len()
    }

    /// The number of a look.
    pub(super) fn style(&mut self, style: Style) -> u16 {
        if let Some(number) = self.styles.get(&style) {
            return *number;
        }
        let Ok(number) = u16::try_from(self.page.styles.len()) else { return u16::MAX };
        self.page.styles.push(style.clone());
        self.styles.insert(style, number);
        number
    }

    /// An area was filled.
    pub(super) fn paint(&mut self, area: Area, ink: Ink) {
        self.cover(Painted { area, ink, drawing: None });
    }

    /// A shape was filled that reaches this far.
    pub(super) fn draw(&mut self, area: Area, ink: Ink) {
        self.cover(Painted { area, ink: Ink::PATTERN, drawing: Some(ink) });
    }

    fn cover(&mut self, painted: Painted) {
        let area = painted.area;
        if area.size() < 4.0 {
            return;
        }
        self.noticed.shape(area);
        if self.painted.len() == MAX_AREAS {
            self.overflowed = true;
            return;
        }
        self.painted.push(painted);
    }

    /// A picture was shown.
    pub(super) fn picture(&mut self, area: Area) {
        let visible = area.cut(self.area()).size();
        if visible >= 16.0 {
            self.page.images = self.page.images.saturating_add(1);
            self.pictured = self.pictured.max(visible);
            self.noticed.picture(area.cut(self.area()));
            self.paint(area, Ink::PATTERN);
        }
    }

    /// Letters were shown that share one mark.
    pub(super) fn letters(&mut self, text: &str, style: u16, mark: &Mark) {
        let (start, end) = (mark.place.apply((0.0, 0.0)), mark.place.apply((mark.width, 0.0)));
        let [a, b, c, d, ..] = mark.place.0;
        let size = c.hypot(d) * mark.em;
        if !mark.place.is_finite() || !end.0.is_finite() || !end.1.is_finite() || !size.is_finite()
        {
            return;
        }
        let turn = turn(a, b);
        let (mut x0, y) = self.upright(start, turn);
        let (mut x1, _) = self.upright(end, turn);
        if x1 < x0 {
            (x0, x1) = (x1, x0);
        }
        if text.chars().all(is_space) {
            self.space = Some((x1, y));
            return;
        }
        let middle = mark.place.apply((mark.width / 2.0, 0.3));
        let mut style = style;
        let mut inkless = mark.inkless;
        if mark.off {
            self.hide(text);
            return;
        } else if mark.clear || mark.inkless {
            let drawn = self.drawn(middle, size);
            if let Some(ink) = drawn {
                style = self.drawn_style(style, ink);
                inkless = false;
            } else if mark.clear {
                self.hide(text);
                return;
            }
        } else {
            let under = self.under(middle);
            if self.is_unseen(middle, size, mark.ink, under) && !self.runs_off(x0, y, size) {
                self.hide(text);
                return;
            }
            self.notice(text, style, (x0, x1, y, size as f32), turn, (mark.ink, under));
        }
        let count = text.chars().count().max(1) as f32;
        let share = (x1 - x0) / count;
        let mut space_before = self.take_space(x0, y, size as f32);
        for (index, ch) in text.chars().enumerate() {
            let x0 = x0 + share * index as f32;
            let glyph = Glyph {
                ch,
                x0,
                x1: x0 + share,
                baseline: y,
                size: size as f32,
                style,
                turn,
                space_before,
            };
            self.place(self.turned(glyph), inkless);
            space_before = false;
        }
    }

    fn place(&mut self, glyph: Glyph, inkless: bool) {
        if self.is_overprint(&glyph) {
            return;
        }
        self.page.glyphs.push(glyph);
        self.inkless.push(inkless);
    }

    /// Some programs draw bold by drawing twice: the second print is no second letter.
    fn is_overprint(&mut self, glyph: &Glyph) -> bool {
        let reach = glyph.size * 0.1;
        let cell = |value: f32| (value / 2.0).floor() as i32;
        for dx in [-reach, reach] {
            for dy in [-reach, reach] {
                let key = (glyph.ch, cell(glyph.x0 + dx), cell(glyph.baseline + dy));
                let Some(earlier) = self.seen.get(&key).and_then(|at| self.page.glyphs.get(*at))
                else {
                    continue;
                };
                let is_same = earlier.ch == glyph.ch
                    && (earlier.x0 - glyph.x0).abs() <= reach
                    && (earlier.baseline - glyph.baseline).abs() <= reach
                    && (earlier.size - glyph.size).abs() <= reach
                    && earlier.turn == glyph.turn
                    && glyph.x1 - glyph.x0 > reach;
                if is_same {
                    return true;
                }
            }
        }
        let key = (glyph.ch, cell(glyph.x0), cell(glyph.baseline));
        self.seen.insert(key, self.page.glyphs.len());
        false
    }

    /// Whether a space stands between the last glyph and this place.
    fn take_space(&mut self, x0: f32, y: f32, size: f32) -> bool {
        let near = size.max(1.0) * 0.5;
        self.space.take().is_some_and(|(end, line)| (line - y).abs() <= near && x0 >= end - near)
    }

    fn hide(&mut self, text: &str) {
        if self.space.take().is_some() && !self.hidden.is_empty() && self.hidden.len() < SAMPLE {
            self.hidden.push(' ');
        }
        if self.hidden.len() < SAMPLE {
            self.hidden.push_str(text);
        }
    }

    /// Browsers draw thickened letters as shapes and lay clear text over them.
    fn drawn(&self, middle: (f64, f64), size: f64) -> Option<Ink> {
        let under = self.painted.iter().rev().take(8).find(|it| it.area.holds(middle))?;
        let height = under.area.y1 - under.area.y0;
        under.drawing.filter(|_| height <= 2.0 * size)
    }

    fn drawn_style(&mut self, style: u16, ink: Ink) -> u16 {
        let Some(plain) = self.page.styles.get(usize::from(style)) else { return style };
        let drawn = Style { bold: true, colour: ink.rgb, ..plain.clone() };
        self.style(drawn)
    }

    /// A line that starts on the page and runs over its edge is a slip and no hiding place.
    fn runs_off(&self, x0: f32, y: f32, size: f64) -> bool {
        let size = size as f32;
        self.page.glyphs.last().is_some_and(|last| {
            last.x1 > self.page.width * 0.9
                && x0 < self.page.width * 2.0
                && (last.baseline - y).abs() < 0.1 * size
                && (0.0..size).contains(&(x0 - last.x1 + 0.1 * size))
        })
    }

    fn is_unseen(&self, middle: (f64, f64), size: f64, ink: Ink, under: Ink) -> bool {
        size < 2.0 || !self.area().holds(middle) || ink.vanishes_on(under)
    }

    /// Notes level text of too little contrast.
    fn notice(
        &mut self,
        text: &str,
        style: u16,
        line: (f32, f32, f32, f32),
        turn: u16,
        inks: (Ink, Ink),
    ) {
        if turn == 0 {
            let bold = self.page.styles.get(usize::from(style)).is_some_and(|it| it.bold);
            self.noticed.text(text, line, bold, inks);
        }
    }

    /// What lies under a place.
    fn under(&self, middle: (f64, f64)) -> Ink {
        match self.painted.iter().rev().find(|it| it.area.holds(middle)) {
            Some(painted) => painted.ink,
            None if self.overflowed => Ink::PATTERN,
            None => Ink { rgb: [255; 3], known: true },
        }
    }

    fn area(&self) -> Area {
        Area { x0: 0.0, y0: 0.0, x1: f64::from(self.page.width), y1: f64::from(self.page.height) }
    }

    /// The place on the page once the page is turned so that the text reads upright.
    fn upright(&self, (x, y): (f64, f64), turn: u16) -> (f32, f32) {
        let (width, height) = (f64::from(self.page.width), f64::from(self.page.height));
        let (x, y) = match turn {
            90 => (height - y, x),
            180 => (width - x, height - y),
            270 => (y, width - x),
            _ => (x, y),
        };
        (x as f32, y as f32)
    }

    /// The same glyph, measured on the page as it lies.
    fn turned(&self, glyph: Glyph) -> Glyph {
        let (width, height) = (self.page.width, self.page.height);
        let Glyph { x0, x1, baseline, size, .. } = glyph;
        let (up, down) = (size * ASCENT, size * (1.0 - ASCENT));
        let (x0, x1, baseline) = match glyph.turn {
            90 => (baseline - up, baseline + down, height - x0),
            180 => (width - x1, width - x0, height - baseline),
            270 => (width - baseline - down, width - baseline + up, x1),
            _ => (x0, x1, baseline),
        };
        Glyph { x0, x1, baseline, ..glyph }
    }

    /// Whether one picture fills most of the page.
    pub(super) fn is_scan(&self) -> bool {
        self.pictured > 0.5 * self.area().size()
    }

    /// The page, without what cannot be seen.
    pub(super) fn finish(mut self) -> (Page, String) {
        if !self.is_scan() && self.inkless.contains(&true) {
            let glyphs = std::mem::take(&mut self.page.glyphs);
            for (glyph, inkless) in glyphs.into_iter().zip(std::mem::take(&mut self.inkless)) {
                if !inkless {
                    self.page.glyphs.push(glyph);
                } else if self.hidden.len() < SAMPLE {
                    if glyph.space_before && !self.hidden.is_empty() {
                        self.hidden.push(' ');
                    }
                    self.hidden.push(glyph.ch);
                }
            }
        }
        (self.page, self.hidden)
    }
}

/// The direction of text, to the nearest quarter turn, counter-clockwise as seen.
fn turn(a: f64, b: f64) -> u16 {
    if a.abs() >= b.abs() {
        if a >= 0.0 { 0 } else { 180 }
    } else if b < 0.0 {
        90
    } else {
        270
    }
}

/// Spaces of every width.
pub(super) fn is_space(ch: char) -> bool {
    ch.is_whitespace() || ch.is_control()
}
