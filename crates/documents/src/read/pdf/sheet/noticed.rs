//! What is noticed on a page beside its letters: pictures, bars, faint text.

use domain::{
    facts::{Faint, contrast},
    page::Bbox,
};

use super::super::{ink::Ink, matrix::Area};

/// More of one kind is not kept.
const MOST: usize = 300;
/// Longer samples are cut.
const SAMPLE: usize = 120;
/// The contrast that text needs, and large text.
const ENOUGH: f32 = 4.5;
const LARGE_ENOUGH: f32 = 3.0;

/// What is noticed on a page.
#[derive(Debug, Default)]
pub(in crate::read::pdf) struct Noticed {
    pub(in crate::read::pdf) pictures: Vec<Bbox>,
    pub(in crate::read::pdf) bars: Vec<Bbox>,
    pub(in crate::read::pdf) faint: Vec<Faint>,
    /// The last two inks with their contrast: most letters share theirs.
    last: Option<(Ink, Ink, f32)>,
}

impl Noticed {
    /// A picture was shown.
    pub(super) fn picture(&mut self, area: Area) {
        if self.pictures.len() < MOST {
            self.pictures.push(bbox(area));
        }
    }

    /// An area was filled: a bar or a dot, if it is as small as those that rate skills.
    pub(super) fn shape(&mut self, area: Area) {
        let (width, height) = (area.x1 - area.x0, area.y1 - area.y0);
        let bar = (2.0..=14.0).contains(&height) && (15.0..=260.0).contains(&width);
        let dot = (3.0..=14.0).contains(&height) && (0.8..=1.25).contains(&(width / height));
        if (bar && width > 2.5 * height || dot) && self.bars.len() < MOST {
            self.bars.push(bbox(area));
        }
    }

    /// Text was shown in an ink on another: left, right, line and size.
    pub(super) fn text(
        &mut self,
        text: &str,
        (x0, x1, y, size): (f32, f32, f32, f32),
        bold: bool,
        (ink, under): (Ink, Ink),
    ) {
        let large = size >= 18.0 || bold && size >= 14.0;
        let enough = if large { LARGE_ENOUGH } else { ENOUGH };
        if !ink.known || !under.known {
            return;
        }
        let contrast = match self.last {
            Some((own, other, contrast)) if own == ink && other == under => contrast,
            _ => contrast(ink.rgb, under.rgb),
        };
        self.last = Some((ink, under, contrast));
        if contrast >= enough {
            return;
        }
        let bbox = Bbox { x0, y0: y - 0.8 * size, x1, y1: y + 0.25 * size };
        let has_room = self.faint.len() < MOST;
        match self.faint.last_mut() {
            Some(last) if goes_on(&last.bbox, &bbox, size) && last.text.len() < SAMPLE => {
                if bbox.x0 - last.bbox.x1 > 0.15 * size {
                    last.text.push(' ');
                }
                last.text.push_str(text);
                last.bbox.x1 = bbox.x1;
                last.contrast = last.contrast.min(contrast);
            }
            _ if has_room => {
                self.faint.push(Faint { page: 0, bbox, text: text.to_owned(), contrast });
            }
            _ => {}
        }
    }
}

fn goes_on(last: &Bbox, next: &Bbox, size: f32) -> bool {
    (last.y1 - next.y1).abs() < 0.2 * size && (-size..2.0 * size).contains(&(next.x0 - last.x1))
}

fn bbox(area: Area) -> Bbox {
    let Area { x0, y0, x1, y1 } = area;
    Bbox { x0: x0 as f32, y0: y0 as f32, x1: x1 as f32, y1: y1 as f32 }
}
