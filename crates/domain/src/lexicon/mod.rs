//! The words that say what a line is: headings, titles, organisations, degrees, places. The
//! lists themselves are files under `crates/domain/lexicon`.

mod dates;
mod headings;
mod labels;
mod phrases;
mod places;

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

pub(crate) use headings::SectionKind;
pub(crate) use labels::Label;
pub(crate) use phrases::Phrases;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

/// All word lists, read once.
pub(crate) struct Lexicon {
    headings: headings::Headings,
    labels: labels::Labels,
    pub(crate) months: HashMap<String, u8>,
    pub(crate) present: HashSet<String>,
    pub(crate) seasons: HashSet<String>,
    pub(crate) titles: Phrases,
    pub(crate) title_hints: Phrases,
    pub(crate) legal_forms: Phrases,
    pub(crate) organisations: Phrases,
    pub(crate) institutions: Phrases,
    pub(crate) degrees: Phrases,
    own_business: HashSet<String>,
    document_titles: HashSet<String>,
    name_labels: HashSet<String>,
    languages: HashSet<String>,
    levels: HashSet<String>,
    pub(crate) places: places::Places,
}

impl Lexicon {
    /// The lists; the first call reads them.
    pub(crate) fn get() -> &'static Self {
        &LEXICON
    }

    fn build() -> Self {
        let titles = sections(include_str!("../../lexicon/titles.txt"));
        let organisations = sections(include_str!("../../lexicon/organisations.txt"));
        let list = |from: &HashMap<String, Vec<String>>, name: &str| {
            from.get(name).cloned().unwrap_or_default()
        };
        let names = sections(include_str!("../../lexicon/names.txt"));
        let folded = |from: Vec<String>| from.iter().map(|p| fold(p)).collect();
        let degrees = list(&sections(include_str!("../../lexicon/degrees.txt")), "degree");
        Self {
            headings: headings::read(include_str!("../../lexicon/headings.txt")),
            labels: labels::read(include_str!("../../lexicon/labels.txt")),
            months: dates::months(include_str!("../../lexicon/months.txt")),
            present: dates::words(include_str!("../../lexicon/present.txt"), false),
            seasons: dates::words(include_str!("../../lexicon/seasons.txt"), true),
            titles: Phrases::new(&list(&titles, "strong")),
            title_hints: Phrases::new(&list(&titles, "weak")),
            legal_forms: Phrases::new(&list(&organisations, "legal")),
            organisations: Phrases::new(&list(&organisations, "kind")),
            institutions: Phrases::new(&list(&organisations, "institution")),
            degrees: Phrases::new(&degrees),
            own_business: folded(list(&organisations, "own")),
            document_titles: folded(list(&names, "title")),
            name_labels: folded(list(&names, "label")),
            languages: entries(include_str!("../../lexicon/languages.txt")),
            levels: entries(include_str!("../../lexicon/levels.txt")),
            places: places::Places::read(include_str!("../../lexicon/places.txt")),
        }
    }

    /// The section that `text` is a heading of.
    pub(crate) fn heading(&self, text: &str) -> Option<SectionKind> {
        headings::find(&self.headings, text)
    }

    /// What `text` announces as a label within an entry.
    pub(crate) fn label(&self, text: &str) -> &[Label] {
        if text.len() > 60 { &[] } else { self.labels.entry(text) }
    }

    /// Whether `text` is a label before where the person lives.
    pub(crate) fn is_address_label(&self, text: &str) -> bool {
        text.len() <= 60 && self.labels.is_address(text)
    }

    /// Whether `text` says that someone works for themselves.
    pub(crate) fn is_own_business(&self, text: &str) -> bool {
        self.own_business.contains(bare(&fold(text)))
    }

    /// Whether `text` only says what kind of document it stands on: "Curriculum vitae".
    pub(crate) fn is_document_title(&self, text: &str) -> bool {
        self.document_titles.contains(bare(&fold(text)))
    }

    /// Whether `text` is a label before a name.
    pub(crate) fn is_name_label(&self, text: &str) -> bool {
        text.len() <= 60 && self.name_labels.contains(bare(&fold(text)))
    }

    /// Whether `text` is a heading word for word, and not made of several.
    pub(crate) fn is_heading_phrase(&self, text: &str) -> bool {
        headings::is_phrase(&self.headings, text)
    }

    /// Whether `text` is a place: "Leeds", "Austin, TX", "70173 Stuttgart".
    pub(crate) fn is_place(&self, text: &str) -> bool {
        self.places.score(text) >= 0.99
    }

    /// Whether `text` names a language.
    pub(crate) fn is_language(&self, text: &str) -> bool {
        self.languages.contains(fold(text).trim())
    }

    /// Whether `text` says how well someone knows something.
    pub(crate) fn is_level(&self, text: &str) -> bool {
        self.levels.contains(fold(text).trim())
    }
}

/// Without signs at both ends.
fn bare(folded: &str) -> &str {
    folded.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Lower case without accents, in compatibility form.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let bare: String = text
        .nfkd()
        .filter(|&c| !is_combining_mark(c) || matches!(c, '\u{3099}' | '\u{309a}'))
        .flat_map(char::to_lowercase)
        .flat_map(spelled_out)
        .map(|c| match c {
            '’' | '‘' | 'ʼ' => '\'',
            'ı' => 'i',
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            'ς' => 'σ',
            c => c,
        })
        .filter(|&c| !is_combining_mark(c) || matches!(c, '\u{3099}' | '\u{309a}'))
        .collect();
    bare.nfc().collect()
}

/// A letter that capitals write as two.
fn spelled_out(ch: char) -> impl Iterator<Item = char> {
    let (first, second) = match ch {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        ch => (ch, None),
    };
    std::iter::once(first).chain(second)
}

/// Whether `ch` belongs to a script that sets no spaces between words.
pub(crate) fn unspaced(ch: char) -> bool {
    matches!(u32::from(ch), 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF)
}

/// How many characters of `text` are of such a script.
pub(crate) fn wide(text: &str) -> usize {
    text.chars().filter(|&c| unspaced(c)).count()
}

/// The `[section]`s of a list, each with its phrases; a language tag before a colon is dropped.
fn sections(list: &str) -> HashMap<String, Vec<String>> {
    let mut out: HashMap<String, Vec<String>> = HashMap::new();
    let mut name = String::new();
    for line in
        list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(title) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            title.clone_into(&mut name);
            continue;
        }
        let body =
            line.split_once(": ").filter(|(tag, _)| tag.len() == 2).map_or(line, |(_, rest)| rest);
        let phrases = body.split(';').map(|p| p.trim().to_owned()).filter(|p| !p.is_empty());
        out.entry(name.clone()).or_default().extend(phrases);
    }
    out
}

fn entries(list: &str) -> HashSet<String> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(|line| line.split(';'))
        .map(|entry| fold(entry.trim()))
        .filter(|entry| !entry.is_empty())
        .collect()
}
