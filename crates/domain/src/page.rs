//! A document as it was read: what stands where. The readers in `documents` make it; parsing
//! starts from it.

use serde::{Deserialize, Serialize};

use crate::facts::FileFacts;

/// What a reader found in one file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Document {
    /// Which kind of file it came from.
    pub format: Format,
    /// The pages of a paginated file, in order; a flowing file has none.
    pub pages: Vec<Page>,
    /// The lines of a flowing file (DOCX, text), in reading order; a paginated file has none.
    pub flow: Vec<FlowLine>,
    /// What the reader had to leave out or doubts, for the user.
    pub warnings: Vec<Warning>,
    /// Title, author and the like from the file's own metadata, as `(name, value)`.
    pub metadata: Vec<(String, String)>,
    /// What the reader noticed beside the text.
    #[serde(default)]
    pub facts: FileFacts,
}

/// The kind of a file, by its content and not by its name.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// Office Open XML text.
    Docx,
    /// `OpenDocument` text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// A web page.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    #[default]
    Text,
    /// JSON Resume, as JSON or YAML.
    JsonResume,
    /// What Reactive Resume saves.
    ReactiveResume,
    /// What RenderCV typesets.
    RenderCv,
    /// A Europass profile or skills passport.
    Europass,
    /// LinkedIn's export of one's own data.
    LinkedIn,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 12] = [
        Self::Pdf,
        Self::Docx,
        Self::Odt,
        Self::Rtf,
        Self::Html,
        Self::Markdown,
        Self::Text,
        Self::JsonResume,
        Self::ReactiveResume,
        Self::RenderCv,
        Self::Europass,
        Self::LinkedIn,
    ];

    /// Its name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::JsonResume => "jsonResume",
            Self::ReactiveResume => "reactiveResume",
            Self::RenderCv => "renderCv",
            Self::Europass => "europass",
            Self::LinkedIn => "linkedIn",
        }
    }

    /// The format of this [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// One page, in points, with the origin at the top left.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Page {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Every visible glyph, in the order in which the file draws them.
    pub glyphs: Vec<Glyph>,
    /// The looks that [`Glyph::style`] points into.
    pub styles: Vec<Style>,
    /// Areas that lead somewhere.
    pub links: Vec<Link>,
    /// How many pictures the page shows; a page of pictures without glyphs is a scan.
    pub images: u32,
}

/// One character with its place on the page.
///
/// Everything is measured on the page as it lies. A character turned by 90 or 270 degrees stands
/// on an upright line: its `x0` and `x1` are the edges of its height, and its `baseline` is its
/// lower end.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Glyph {
    /// The character; a ligature is given as its letters, sharing its width.
    pub ch: char,
    /// Left edge in points.
    pub x0: f32,
    /// Right edge in points, `>= x0`.
    pub x1: f32,
    /// The line the character stands on, in points from the top of the page.
    pub baseline: f32,
    /// Font size in points as seen on the page.
    pub size: f32,
    /// Index into [`Page::styles`].
    pub style: u16,
    /// Turned by this many degrees counter-clockwise: 0, 90, 180 or 270.
    pub turn: u16,
    /// A space was drawn (or implied by the file) right before it.
    pub space_before: bool,
}

/// How a run of glyphs looks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Style {
    /// The font's own name, without its subset prefix; may be empty.
    pub font: String,
    /// Bold by name, flag or weight.
    pub bold: bool,
    /// Italic or oblique.
    pub italic: bool,
    /// Fill colour.
    pub colour: [u8; 3],
}

/// A clickable area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Where it leads, as written in the file.
    pub target: String,
    /// The area.
    pub bbox: Bbox,
}

/// A rectangle in points from the top left of a page: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, specta::Type)]
pub struct Bbox {
    /// Left.
    #[specta(type = u32)]
    pub x0: f32,
    /// Top.
    #[specta(type = u32)]
    pub y0: f32,
    /// Right, `>= x0`.
    #[specta(type = u32)]
    pub x1: f32,
    /// Bottom, `>= y0`.
    #[specta(type = u32)]
    pub y1: f32,
}

/// One line of a flowing file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FlowLine {
    /// The cells of the line: split at tabs, at the columns of a table, at wide gaps.
    pub cells: Vec<FlowCell>,
    /// The paragraph's role.
    pub role: FlowRole,
    /// The list level of a bullet or numbered item, from 0; `None` outside lists.
    pub list_level: Option<u8>,
    /// Space before it, in points, where the file says so.
    pub space_before: f32,
    /// Left indent in points.
    pub indent: f32,
    /// The table the line belongs to, if any: `(table, row, column)`, tables counted from 0.
    pub table: Option<(u16, u16, u16)>,
    /// From a text box, which may stand beside the main text.
    pub in_text_box: bool,
}

/// What a flowing line is by the file's own word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum FlowRole {
    /// Ordinary text.
    #[default]
    Body,
    /// The document's title.
    Title,
    /// A heading of this level, from 1.
    Heading(u8),
    /// From the page header.
    Header,
    /// From the page footer.
    Footer,
}

/// A piece of a flowing line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FlowCell {
    /// Pieces of text that look alike, in order.
    pub runs: Vec<FlowRun>,
}

/// Text with one look.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FlowRun {
    /// The text.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Font size in points; 0 where the file does not say.
    pub size: f32,
    /// Text colour.
    pub colour: [u8; 3],
    /// Where the text leads, if it is a link; else empty.
    pub link: String,
}

/// Something the user should know about a file that could be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// What it is about.
    pub code: WarningCode,
    /// A word or number that completes the sentence: a count, a quote; may be empty.
    pub detail: String,
}

/// The kinds of [`Warning`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum WarningCode {
    /// Text that a person cannot see: white, tiny, off the page. The detail is a sample.
    HiddenText,
    /// Some characters have no meaning in the file. The detail is their share in percent.
    UnmappedText,
    /// Only the first pages were read. The detail is how many.
    TooManyPages,
    /// Text was cut off at a limit.
    TooMuchText,
    /// The file is damaged, and only a part could be read.
    Damaged,
    /// A page is a picture; its words were not read. The detail is the page number.
    ScannedPage,
    /// The file carries its resume as data, which says what the pages say; it was used.
    EmbeddedResume,
    /// The file carries a resume as data that says something else than the pages; it was not
    /// used.
    EmbeddedDiffers,
    /// The words were read from pictures. The detail names the languages.
    ReadByOcr,
}
