//! What a reader noticed about a file that its text does not tell: pictures, fonts, notes, locks.

use serde::{Deserialize, Serialize};

use crate::page::Bbox;

/// Everything noticed about one file. What a kind of file cannot have stays empty.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FileFacts {
    /// Pictures, with their places on the page or their sizes in the text.
    pub pictures: Vec<Picture>,
    /// Every font that text is shown in.
    pub fonts: Vec<FontFact>,
    /// Text outside of the text: notes, comments, form fields.
    pub notes: Vec<Note>,
    /// Text that nobody sees.
    pub hidden: Vec<Hidden>,
    /// Text that is hard to see.
    pub faint: Vec<Faint>,
    /// Bars, as those that rate skills.
    pub bars: Vec<Bar>,
    /// Samples of the text in boxes, shapes and drawings.
    pub boxes: Vec<String>,
    /// Samples of text that was deleted or inserted with changes tracked.
    pub changes: Vec<String>,
    /// Bullets as the file defines them, each with its font.
    pub bullets: Vec<(char, String)>,
    /// Letters that were drawn as one and are stored as one.
    pub ligatures: u32,
    /// Characters without a meaning, of how many.
    pub unmapped: (u32, u32),
    /// It is encrypted, if only so that it may not be copied.
    pub locked: Option<Lock>,
    /// The page of a flowing file: width, height, and its margins left, top, right, bottom; 0 where
    /// it does not say.
    pub paper: Option<([f32; 2], [f32; 4])>,
    /// The most columns that a section of a flowing file has; 0 where it does not say.
    pub columns: u16,
    /// A sample of the longest run of underlined words, where it has more than 25.
    pub underlined: String,
}

/// What one may not do with a locked file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lock {
    /// Encrypted, and everything is allowed.
    Open,
    /// Copying is not allowed.
    NoCopying,
}

/// A picture.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Picture {
    /// The page, from 1; 0 in a flowing file.
    pub page: u32,
    /// Where it is; in a flowing file only its size counts.
    pub bbox: Bbox,
}

/// A font.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FontFact {
    /// Its name without the subset prefix.
    pub name: String,
    /// Its letters are in the file.
    pub embedded: bool,
}

/// Text outside of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// The page, from 1; 0 in a flowing file.
    pub page: u32,
    /// What it says.
    pub text: String,
}

/// The kinds of [`Note`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum NoteKind {
    /// A note on the page.
    #[default]
    Annotation,
    /// A field to fill in.
    Field,
    /// A comment of a word processor.
    Comment,
}

/// Text that nobody sees.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Hidden {
    /// The page, from 1; 0 in a flowing file.
    pub page: u32,
    /// A sample of it.
    pub text: String,
}

/// Text that is hard to see.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Faint {
    /// The page, from 1; 0 in a flowing file.
    pub page: u32,
    /// Where it is, on a page.
    pub bbox: Bbox,
    /// A sample of it.
    pub text: String,
    /// Its contrast with what lies under it, from 1.
    pub contrast: f32,
}

/// A filled or outlined bar.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Bar {
    /// The page, from 1.
    pub page: u32,
    /// Where it is.
    pub bbox: Bbox,
}

/// The contrast of two colours, from 1 to 21, as the web's accessibility guidelines compute it.
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(rgb: [u8; 3]) -> f32 {
    let linear = |part: u8| {
        let part = f32::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = rgb.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::contrast;

    #[test]
    fn contrast_goes_from_none_to_black_on_white() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.01);
        assert!((contrast([200, 10, 10], [200, 10, 10]) - 1.0).abs() < 0.01);
        assert!((contrast([119; 3], [255; 3]) - 4.48).abs() < 0.02);
    }
}
