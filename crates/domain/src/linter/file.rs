//! X01 to X07: the file itself.

use super::{
    Check, Finding,
    case::Case,
    look::FileLook,
    words::{holds, list, patterns},
};
use crate::{
    facts::{Lock, NoteKind},
    lexicon::fold,
    page::Format,
};

patterns! {
    BAD_NAME = r"(?i)(?:^|[\s_.-])(?:final\d*|new|neu|copy|kopie|draft|latest|updated?|old|v\d+|version|untitled|document\d*|unbenannt|temp)(?:$|[\s_.(-])|\(\d+\)|(?i)final\d";
    BAD_TITLE = r"(?i)^(?:microsoft word|document\d*$|dokument\d*$|untitled|powerpoint|resume template|cv template|template)|\btemplate\b|\.(?:docx?|odt|pdf|tex|indd)$";
    PROGRAM = r"(?i)microsoft|word|office|libreoffice|openoffice|canva|adobe|google|latex|tex\b|typst|chrom|skia|python|user|admin|owner|author|windows|hp\b|dell|lenovo|acer|pc\b|template|unknown|anonymous|resume|novoresume|zety|enhancv|reportlab|itext|wkhtml|\.com";
}

/// What Greenhouse parses.
const MOST_BYTES: u64 = 2_621_440;

/// Finds what is wrong with the file.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    let Some(file) = case.file else { return };
    found.extend(kind(file));
    if file.bytes > MOST_BYTES {
        #[expect(clippy::cast_precision_loss, reason = "megabytes for a person")]
        let quote = format!("{:.1} MB", file.bytes as f64 / 1_048_576.0);
        found.push(Finding::new(Check::X02).quoting(&quote));
    }
    if file.facts.locked == Some(Lock::NoCopying) {
        found.push(Finding::new(Check::X03).titled("Copying is not allowed"));
    }
    found.extend(changes(file));
    found.extend(name(case, file));
    found.extend(metadata(case, file));
    found.extend(length(case, file));
}

fn kind(file: &FileLook) -> Option<Finding> {
    let good = matches!(file.format, Format::Pdf | Format::Docx);
    (!good).then(|| Finding::new(Check::X01).quoting(&file.format.name().to_uppercase()))
}

fn changes(file: &FileLook) -> Option<Finding> {
    let comment = file.facts.notes.iter().find(|note| note.kind == NoteKind::Comment);
    if let Some(text) = file.facts.changes.first() {
        return Some(Finding::new(Check::X04).quoting(text).titled("Changes are tracked"));
    }
    comment.map(|it| {
        Finding::new(Check::X04).quoting(&it.text).titled("Comments are left in the file")
    })
}

fn name(case: &Case<'_>, file: &FileLook) -> Option<Finding> {
    const LONGEST: usize = 60;
    if file.name.is_empty() {
        return None;
    }
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let folded = fold(stem);
    let parts = || folded.split(|c: char| !c.is_alphanumeric());
    let own = fold(&case.resume.basics.name);
    let named = own.split_whitespace().any(|part| {
        part.chars().count() > 1 && (parts().any(|it| it == part) || folded.contains(part))
    });
    let title = if stem.trim() != stem {
        "File name begins or ends with a space"
    } else if !stem.is_ascii() {
        "File name has letters that some systems change"
    } else if stem.chars().count() > LONGEST {
        "File name is longer than 60 characters"
    } else if holds(&BAD_NAME, stem) {
        "File name tells of versions"
    } else if !named && !own.is_empty() {
        "File name does not name you"
    } else {
        return None;
    };
    Some(Finding::new(Check::X05).quoting(&file.name).titled(title))
}

fn metadata(case: &Case<'_>, file: &FileLook) -> Option<Finding> {
    let value = |name: &str| {
        file.metadata.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim())
    };
    let finding =
        |quote: &str, title: &str| Some(Finding::new(Check::X06).quoting(quote).titled(title));
    if let Some(title) = value("title").filter(|it| holds(&BAD_TITLE, it)) {
        return finding(title, "The title kept in the file names a template or program");
    }
    let own = fold(&case.resume.basics.name);
    if let Some(author) = value("author") {
        let folded = fold(author);
        let words: Vec<&str> =
            folded.split(|c: char| !c.is_alphabetic()).filter(|it| it.len() > 1).collect();
        let person = (2..=4).contains(&words.len()) && !holds(&PROGRAM, author);
        let same =
            words.iter().any(|word| own.split(|c: char| !c.is_alphabetic()).any(|it| it == *word))
                || words.iter().any(|word| own.replace([' ', '.', '-'], "").contains(word));
        if person && !same && !own.is_empty() {
            return finding(author, "The author kept in the file is somebody else");
        }
    }
    let comments = value("comments").filter(|it| it.split_whitespace().count() > 2);
    finding(comments?, "The file keeps a comment")
}

/// Years of work that fill more than two pages.
const LONG_CAREER: f32 = 10.0;

fn length(case: &Case<'_>, file: &FileLook) -> Option<Finding> {
    let pages = file.pages.len();
    let long = pages > 3 || pages > 2 && case.years() < LONG_CAREER;
    (long && !case.is_academic()).then(|| Finding::new(Check::X07).titled(format!("{pages} pages")))
}

/// Words of a file's name that may name a company: not the person, the role or a usual word.
pub(super) fn name_words(case: &Case<'_>, file: &FileLook) -> Vec<String> {
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let own = fold(&format!("{} {}", case.resume.basics.name, case.resume.basics.label));
    fold(stem)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !list("stop").contains(word) && !own.contains(word))
        .map(str::to_owned)
        .collect()
}
