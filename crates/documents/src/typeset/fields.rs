//! Every field of a resume by its path, so that none is forgotten.

use domain::{PartialDate, date::EndDate, resumes::Resume};

use super::{
    links,
    text::{clean, lines},
};

/// A field with a value.
pub(super) struct Field {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) shape: Shape,
}

/// How a field may look on the page.
pub(super) enum Shape {
    /// Word by word.
    Text,
    /// In any case, and broken anywhere: web addresses and what is part of them.
    Address,
    /// As one of our languages writes it.
    Date(EndDate),
}

/// Every field with a value, in the order of JSON Resume.
pub(super) fn of(resume: &Resume) -> Vec<Field> {
    let mut list = List(Vec::new());
    basics(resume, &mut list);
    history(resume, &mut list);
    achievements(resume, &mut list);
    strengths(resume, &mut list);
    list.0
}

fn basics(resume: &Resume, list: &mut List) {
    let b = &resume.basics;
    let texts = [&b.name, &b.label, &b.email, &b.phone, &b.location];
    for (name, text) in ["name", "label", "email", "phone", "location"].into_iter().zip(texts) {
        list.text(format!("basics.{name}"), text);
    }
    list.address("basics.url".to_owned(), &b.url);
    list.prose("basics.summary", &b.summary);
    for (i, one) in b.profiles.iter().enumerate() {
        list.address(format!("basics.profiles[{i}].network"), &one.network);
        list.address(format!("basics.profiles[{i}].username"), &one.username);
        list.address(format!("basics.profiles[{i}].url"), &one.url);
    }
}

fn history(resume: &Resume, list: &mut List) {
    for (i, one) in resume.work.iter().enumerate() {
        let at = format!("work[{i}]");
        list.text(format!("{at}.name"), &one.name);
        list.text(format!("{at}.position"), &one.position);
        list.text(format!("{at}.location"), &one.location);
        list.address(format!("{at}.url"), &one.url);
        list.dates(&at, one.start_date, one.end_date);
        list.prose(&format!("{at}.summary"), &one.summary);
        list.texts(&format!("{at}.highlights"), &one.highlights);
    }
    for (i, one) in resume.volunteer.iter().enumerate() {
        let at = format!("volunteer[{i}]");
        list.text(format!("{at}.organization"), &one.organization);
        list.text(format!("{at}.position"), &one.position);
        list.text(format!("{at}.location"), &one.location);
        list.dates(&at, one.start_date, one.end_date);
        list.prose(&format!("{at}.summary"), &one.summary);
        list.texts(&format!("{at}.highlights"), &one.highlights);
    }
    for (i, one) in resume.education.iter().enumerate() {
        let at = format!("education[{i}]");
        list.text(format!("{at}.institution"), &one.institution);
        list.text(format!("{at}.studyType"), &one.study_type);
        list.text(format!("{at}.area"), &one.area);
        list.text(format!("{at}.location"), &one.location);
        list.dates(&at, one.start_date, one.end_date);
        list.text(format!("{at}.score"), &one.score);
        list.texts(&format!("{at}.courses"), &one.courses);
        list.texts(&format!("{at}.highlights"), &one.highlights);
    }
}

fn achievements(resume: &Resume, list: &mut List) {
    for (i, one) in resume.projects.iter().enumerate() {
        let at = format!("projects[{i}]");
        list.text(format!("{at}.name"), &one.name);
        list.prose(&format!("{at}.description"), &one.description);
        list.text(format!("{at}.entity"), &one.entity);
        list.address(format!("{at}.url"), &one.url);
        list.dates(&at, one.start_date, one.end_date);
        list.texts(&format!("{at}.highlights"), &one.highlights);
        list.texts(&format!("{at}.keywords"), &one.keywords);
    }
    for (i, one) in resume.certificates.iter().enumerate() {
        list.text(format!("certificates[{i}].name"), &one.name);
        list.text(format!("certificates[{i}].issuer"), &one.issuer);
        list.date(format!("certificates[{i}].date"), one.date.map(EndDate::on));
        list.address(format!("certificates[{i}].url"), &one.url);
    }
    for (i, one) in resume.awards.iter().enumerate() {
        list.text(format!("awards[{i}].title"), &one.title);
        list.text(format!("awards[{i}].awarder"), &one.awarder);
        list.date(format!("awards[{i}].date"), one.date.map(EndDate::on));
        list.prose(&format!("awards[{i}].summary"), &one.summary);
    }
    for (i, one) in resume.publications.iter().enumerate() {
        list.text(format!("publications[{i}].name"), &one.name);
        list.text(format!("publications[{i}].publisher"), &one.publisher);
        list.date(format!("publications[{i}].releaseDate"), one.release_date.map(EndDate::on));
        list.address(format!("publications[{i}].url"), &one.url);
        list.prose(&format!("publications[{i}].summary"), &one.summary);
    }
}

fn strengths(resume: &Resume, list: &mut List) {
    for (i, one) in resume.skills.iter().enumerate() {
        list.text(format!("skills[{i}].name"), &one.name);
        list.text(format!("skills[{i}].level"), &one.level);
        list.texts(&format!("skills[{i}].keywords"), &one.keywords);
    }
    for (i, one) in resume.languages.iter().enumerate() {
        list.text(format!("languages[{i}].language"), &one.language);
        list.text(format!("languages[{i}].fluency"), &one.fluency);
    }
    for (i, one) in resume.interests.iter().enumerate() {
        list.text(format!("interests[{i}].name"), &one.name);
        list.texts(&format!("interests[{i}].keywords"), &one.keywords);
    }
    for (i, one) in resume.references.iter().enumerate() {
        list.text(format!("references[{i}].name"), &one.name);
        list.prose(&format!("references[{i}].reference"), &one.reference);
    }
    let shown = |items: &[String]| items.iter().any(|item| !clean(item).is_empty());
    for (i, one) in resume.sections.iter().enumerate().filter(|(_, one)| shown(&one.items)) {
        list.text(format!("sections[{i}].title"), &one.title);
        list.texts(&format!("sections[{i}].items"), &one.items);
    }
}

struct List(Vec<Field>);

impl List {
    fn text(&mut self, path: String, text: &str) {
        self.add(path, clean(text), Shape::Text);
    }

    fn texts(&mut self, path: &str, texts: &[String]) {
        for (i, text) in texts.iter().enumerate() {
            self.text(format!("{path}[{i}]"), text);
        }
    }

    /// Paragraph by paragraph, all under one path.
    fn prose(&mut self, path: &str, text: &str) {
        for line in lines(text) {
            self.add(path.to_owned(), line, Shape::Text);
        }
    }

    fn address(&mut self, path: String, address: &str) {
        self.add(path, clean(links::shown(address)), Shape::Address);
    }

    fn dates(&mut self, at: &str, start: Option<PartialDate>, end: Option<EndDate>) {
        self.date(format!("{at}.startDate"), start.map(EndDate::on));
        self.date(format!("{at}.endDate"), end);
    }

    fn date(&mut self, path: String, date: Option<EndDate>) {
        if let Some(date) = date {
            self.add(path, date.to_string(), Shape::Date(date));
        }
    }

    fn add(&mut self, path: String, text: String, shape: Shape) {
        if !text.is_empty() {
            self.0.push(Field { path, text, shape });
        }
    }
}
