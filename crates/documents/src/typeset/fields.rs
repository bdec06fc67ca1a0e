//! How each field of a resume may look on a page.

use domain::{
    date::EndDate,
    resumes::{Resume, fields},
};

use super::{
    links,
    text::{clean, lines},
};

/// Something a page must show.
pub(super) struct Field {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) shape: Shape,
}

/// How it may look.
pub(super) enum Shape {
    /// Word by word.
    Text,
    /// In any case, and broken anywhere: web addresses and what is part of them.
    Address,
    /// As one of our languages writes it.
    Date(EndDate),
}

/// Everything a page of this resume must show.
pub(super) fn of(resume: &Resume) -> Vec<Field> {
    let all = fields(resume).into_iter().filter(|(path, _)| !is_title_of_nothing(resume, path));
    all.flat_map(|(path, text)| looks(&path, &text)).collect()
}

/// A field as it is printed: a text of several paragraphs stands in several places.
fn looks(path: &str, text: &str) -> Vec<Field> {
    let field = |text: String, shape| Field { path: path.to_owned(), text, shape };
    let name = path.rsplit('.').next().unwrap_or_default();
    let mut found = match (name, text.parse::<EndDate>()) {
        ("startDate" | "endDate" | "date" | "releaseDate", Ok(date)) => {
            vec![field(text.to_owned(), Shape::Date(date))]
        }
        ("url" | "network" | "username", _) => {
            vec![field(clean(links::shown(text)), Shape::Address)]
        }
        ("summary" | "description" | "reference", _) => {
            lines(text).into_iter().map(|line| field(line, Shape::Text)).collect()
        }
        _ => vec![field(clean(text), Shape::Text)],
    };
    found.retain(|field| !field.text.is_empty());
    found
}

/// A section without a line is not printed, whatever it is called.
fn is_title_of_nothing(resume: &Resume, path: &str) -> bool {
    let index = path.strip_prefix("sections[").and_then(|rest| rest.strip_suffix("].title"));
    let section = index.and_then(|index| resume.sections.get(index.parse::<usize>().ok()?));
    section.is_some_and(|section| section.items.iter().all(|item| clean(item).is_empty()))
}
