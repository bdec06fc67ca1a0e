//! From a document to a resume: layout, sections, then each section by its kind.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Basics, Origin, Reading, body, contact, education,
    found::Found,
    languages, listed, name, projects,
    sections::{self, Section},
    skills, words, work,
};
use crate::{
    layout::{self, Layout, Passage},
    lexicon::SectionKind,
    page::{Document, Page},
};

/// Longer texts are not needed to tell their language.
const SAMPLE: usize = 20_000;

/// What `document` says, with where each field stands and how sure it is.
///
/// Never fails: what is not understood is listed in [`Reading::unplaced`].
pub fn parse(document: &Document) -> Reading {
    let layout = layout::read(document);
    let sections = by_content(&layout, merge(sections::split(&layout)));
    let mut found = Found::default();
    read_person(&layout, &sections, &mut found);
    for section in &sections {
        if section.kind.is_none() {
            skills::read_labelled(&layout, &section.lines, &mut found);
        }
        read_section(&layout, section, &mut found);
    }
    found.resume.language = language(&layout);
    finish(document, &layout, &sections, found)
}

/// Puts the parts of a section that columns or pages had torn apart together again.
fn merge(sections: Vec<Section>) -> Vec<Section> {
    let mut out: Vec<Section> = Vec::new();
    for section in sections {
        let same = |other: &&mut Section| {
            section.kind.is_some()
                && other.kind == section.kind
                && other.title == section.title
                && !section.title.is_empty()
        };
        match out.iter_mut().find(same) {
            Some(first) => first.lines.extend(&section.lines),
            None => out.push(section),
        }
    }
    out
}

/// Corrects the kind of a section by what stands in it: periods with titles are employment.
fn by_content(layout: &Layout, mut sections: Vec<Section>) -> Vec<Section> {
    let employed = sections.iter().any(|s| s.kind == Some(SectionKind::Work));
    for section in &mut sections {
        let open = matches!(
            section.kind,
            Some(SectionKind::Publications | SectionKind::Other | SectionKind::Interests)
        );
        let unpaid = section.kind == Some(SectionKind::Volunteer) && !employed;
        if (open || unpaid) && work::looks_like(layout, section) {
            section.kind = Some(SectionKind::Work);
            section.sure = section.sure.min(0.75);
        }
    }
    sections
}

/// Name, headline and contact, from the header, the contact sections and the margins.
fn read_person(layout: &Layout, sections: &[Section], found: &mut Found) {
    let lines = |keep: &dyn Fn(&Section) -> bool| -> Vec<usize> {
        sections.iter().filter(|s| keep(s)).flat_map(|s| s.lines.iter().copied()).collect()
    };
    let header = lines(&|s| s.kind.is_none());
    let contact_lines = lines(&|s| s.kind == Some(SectionKind::Contact));
    let margins =
        (0..layout.lines.len()).filter(|&i| layout.lines.get(i).is_some_and(|l| l.margin));
    let mut near: Vec<usize> = header
        .iter()
        .chain(&contact_lines)
        .copied()
        .filter(|&i| layout.lines.get(i).is_some_and(|l| l.page == 0 || l.chars() < 120))
        .collect();
    near.extend(margins.filter(|i| !header.contains(i)));
    contact::read(layout, &near, found);
    let mut named: Vec<usize> = near
        .iter()
        .copied()
        .filter(|&i| layout.lines.get(i).is_some_and(|l| l.margin && l.page == 0))
        .collect();
    named.retain(|i| header.is_empty() || header.first().is_none_or(|first| i < first));
    named.extend(&header);
    if header.is_empty() {
        // No line stands before the first heading: that heading may be the name itself.
        named.extend(
            (0..layout.lines.len())
                .filter(|&i| layout.lines.get(i).is_some_and(|l| l.page == 0))
                .take(3),
        );
    }
    name::read(layout, &named, &contact_lines, found);
    if !sections.iter().any(|s| s.kind == Some(SectionKind::Summary)) {
        let prose = unclaimed_prose(layout, header.iter().chain(&contact_lines), found);
        let words: usize =
            prose.iter().map(|(_, p)| p.len() + crate::lexicon::wide(&p.text()) * 2).sum();
        if words > 40 {
            let text = body::read(layout, &prose);
            found.resume.basics.summary =
                work::prose(layout, found, "basics.summary".into(), &text.prose);
        }
    }
}

/// The sentences among contact lines, with the short ends of their last lines.
fn unclaimed_prose<'a>(
    layout: &Layout,
    lines: impl Iterator<Item = &'a usize>,
    found: &Found,
) -> Vec<(usize, Passage)> {
    let mut out: Vec<(usize, Passage)> = Vec::new();
    let mut open = false;
    for &i in lines {
        let Some(line) = layout.lines.get(i) else { continue };
        let text = line.text();
        let plain = line.cells.len() == 1 && line.bullet.is_none() && !text.contains('@');
        let free = plain && !found.has_taken(i as u32);
        let long = line.chars() + 3 * crate::lexicon::wide(&text) > 45;
        let labelled = super::items::label_end(&line.passage()).is_some();
        let ends = open && line.gap < 1.9 && !labelled;
        if free && (long && !labelled || ends) {
            out.push((i, line.passage()));
        }
        open = free && long && !labelled && !text.trim_end().ends_with(['.', '。', '!', '?']);
    }
    out
}

fn read_section(layout: &Layout, section: &Section, found: &mut Found) {
    let Some(kind) = section.kind else { return };
    match kind {
        SectionKind::Contact => {}
        SectionKind::Summary => summary(layout, section, found),
        SectionKind::Work => work::read(layout, section, found),
        SectionKind::Volunteer => work::read_volunteer(layout, section, found),
        SectionKind::Education => education::read(layout, section, found),
        SectionKind::Skills => skills::read(layout, section, found),
        SectionKind::Languages => languages::read_languages(layout, section, found),
        SectionKind::Interests => skills::read_interests(layout, section, found),
        SectionKind::Projects => projects::read_projects(layout, section, found),
        SectionKind::Certificates => listed::read_certificates(layout, section, found),
        SectionKind::Awards => listed::read_awards(layout, section, found),
        SectionKind::Publications => listed::read_publications(layout, section, found),
        SectionKind::References => listed::read_references(layout, section, found),
        SectionKind::Other => listed::read_other(layout, section, found),
    }
}

fn summary(layout: &Layout, section: &Section, found: &mut Found) {
    let rows: Vec<(usize, Passage)> = section
        .lines
        .iter()
        .filter_map(|&i| layout.lines.get(i).map(|line| (i, line)))
        .map(|(i, line)| (i, skip_title(line, i, &section.title)))
        .collect();
    let text = body::read(layout, &rows);
    let mut all = text.prose;
    all.extend(text.bullets);
    if found.resume.basics.summary.is_empty() {
        found.resume.basics.summary = work::prose(layout, found, "basics.summary".into(), &all);
        if let Some(origin) = found.origins.get_mut("basics.summary") {
            origin.confidence = 0.93 * section.sure.min(1.0);
        }
    } else {
        listed::read_other(layout, section, found);
    }
}

/// What is left of a line whose first cell is the heading.
fn skip_title(line: &layout::Line, i: usize, title: &Passage) -> Passage {
    if !title.lines().contains(&(i as u32)) {
        return line.passage();
    }
    let mut all = Passage::default();
    for cell in line.cells.iter().skip(1) {
        all.append(" ", &cell.text);
    }
    all
}

fn language(layout: &Layout) -> String {
    let mut text = String::new();
    for line in &layout.lines {
        text.push_str(&line.text());
        text.push('\n');
        if text.len() > SAMPLE {
            break;
        }
    }
    whatlang::detect(&text)
        .map(|found| two_letters(found.lang().code()).to_owned())
        .unwrap_or_default()
}

/// The ISO 639-1 code of a three-letter code.
fn two_letters(code: &str) -> &str {
    const CODES: &[(&str, &str)] = &[
        ("cmn", "zh"),
        ("spa", "es"),
        ("deu", "de"),
        ("pol", "pl"),
        ("por", "pt"),
        ("swe", "sv"),
        ("tur", "tr"),
        ("nld", "nl"),
        ("dan", "da"),
        ("nob", "no"),
        ("ces", "cs"),
        ("ron", "ro"),
        ("ara", "ar"),
        ("ukr", "uk"),
        ("heb", "he"),
        ("ell", "el"),
        ("est", "et"),
        ("bul", "bg"),
        ("hrv", "hr"),
        ("srp", "sr"),
        ("ind", "id"),
        ("vie", "vi"),
        ("pes", "fa"),
        ("slk", "sk"),
        ("slv", "sl"),
        ("lit", "lt"),
        ("lav", "lv"),
        ("kat", "ka"),
        ("hye", "hy"),
        ("aze", "az"),
        ("bel", "be"),
        ("mkd", "mk"),
        ("ben", "bn"),
        ("urd", "ur"),
        ("pan", "pa"),
        ("mar", "mr"),
        ("jav", "jv"),
        ("zul", "zu"),
        ("sna", "sn"),
        ("aka", "ak"),
        ("epo", "eo"),
        ("tgl", "tl"),
        ("tuk", "tk"),
        ("afr", "af"),
        ("cat", "ca"),
        ("lat", "la"),
        ("khm", "km"),
        ("mya", "my"),
        ("uzb", "uz"),
    ];
    CODES
        .iter()
        .find(|(three, _)| *three == code)
        .map_or_else(|| code.get(..2).unwrap_or_default(), |(_, two)| two)
}

/// Where the lines of headings go: to the part of the resume they announce.
fn place_headings(layout: &Layout, sections: &[Section], found: &mut Found) {
    let mut titles: BTreeMap<&str, Passage> = BTreeMap::new();
    for section in sections {
        let resume = &found.resume;
        let (part, empty) = match section.kind {
            Some(SectionKind::Contact | SectionKind::Summary) => {
                ("basics", resume.basics == Basics::default())
            }
            Some(SectionKind::Work) => ("work", resume.work.is_empty()),
            Some(SectionKind::Volunteer) => ("volunteer", resume.volunteer.is_empty()),
            Some(SectionKind::Education) => ("education", resume.education.is_empty()),
            Some(SectionKind::Skills) => ("skills", resume.skills.is_empty()),
            Some(SectionKind::Projects) => ("projects", resume.projects.is_empty()),
            Some(SectionKind::Languages) => ("languages", resume.languages.is_empty()),
            Some(SectionKind::Certificates) => ("certificates", resume.certificates.is_empty()),
            Some(SectionKind::Awards) => ("awards", resume.awards.is_empty()),
            Some(SectionKind::Publications) => ("publications", resume.publications.is_empty()),
            Some(SectionKind::Interests) => ("interests", resume.interests.is_empty()),
            Some(SectionKind::References) => ("references", resume.references.is_empty()),
            Some(SectionKind::Other) | None => continue,
        };
        if !empty {
            titles.entry(part).or_default().append(" ", &section.title);
        }
    }
    for (part, title) in titles.into_iter().filter(|(_, title)| !title.is_empty()) {
        found.note(layout, part.to_owned(), &title, 0.95);
    }
}

fn finish(document: &Document, layout: &Layout, sections: &[Section], mut found: Found) -> Reading {
    place_headings(layout, sections, &mut found);
    let lines = words::source_lines(layout);
    let taken: BTreeSet<u32> =
        found.origins.values().flat_map(|origin| &origin.lines).copied().collect();
    let unplaced = (0..lines.len() as u32).filter(|i| !taken.contains(i)).collect();
    let number = |n: f32| if n.is_finite() { n.clamp(0.0, 20_000.0) } else { 0.0 };
    let size = |page: &Page| (number(page.width), number(page.height));
    let mut reading = Reading {
        format: document.format,
        resume: found.resume,
        origins: found.origins,
        lines,
        unplaced,
        pages: document.pages.iter().map(size).collect(),
        warnings: document.warnings.clone(),
    };
    let doubt =
        |origin: &mut Origin| origin.confidence = (origin.confidence * 1000.0).round() / 1000.0;
    reading.origins.values_mut().for_each(doubt);
    reading
}
