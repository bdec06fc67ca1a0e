//! H01 to H07: which sections there are, under which headings, in which order.

use crate::{
    lexicon::{SectionKind, fold},
    linter::{
        Check, Finding, Severity,
        case::Case,
        look::{FileLook, SectionLook},
        words::{self, count, phrase_in},
    },
};

/// From so many years on, experience is what counts.
const EXPERIENCED: f32 = 3.0;
/// A summary of more words is skipped.
const LONG_SUMMARY: usize = 80;

pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    missing(case, found);
    if let Some(file) = case.file {
        unusual(file, found);
        empty(file, found);
        twice(file, found);
        found.extend(stray(case, file));
        found.extend(education_first(case, file));
    }
    found.extend(references(case));
    found.extend(objective(case));
}

fn missing(case: &Case<'_>, found: &mut Vec<Finding>) {
    let resume = case.resume;
    let headed =
        |kind| case.file.is_some_and(|file| file.sections.iter().any(|it| it.kind == Some(kind)));
    let work = !resume.work.is_empty() || headed(SectionKind::Work);
    let school = !resume.education.is_empty() || headed(SectionKind::Education);
    let skills = !resume.skills.is_empty() || headed(SectionKind::Skills);
    let starting = school && (!resume.projects.is_empty() || !resume.volunteer.is_empty());
    for (there, name, path) in [
        (work, "Experience", "work"),
        (school, "Education", "education"),
        (skills, "Skills", "skills"),
    ] {
        if there {
            continue;
        }
        let finding =
            Finding::new(Check::H01).at(path).titled(format!("No section {name} was found"));
        // Who begins has projects; who has worked long may leave school out; a list of skills helps.
        found.push(match path {
            "work" if starting => finding.only(Severity::Suggestion),
            "work" => finding,
            "education" if !work => finding,
            _ => finding.only(Severity::Warning),
        });
    }
}

fn heading(file: &FileLook, section: &SectionLook, check: Check) -> Finding {
    let spot = section.heading.and_then(|line| file.spot(line));
    Finding::new(check).on(spot).quoting(&section.title)
}

/// A heading that only its writer understands, or that keeps roles from being found.
fn unusual(file: &FileLook, found: &mut Vec<Finding>) {
    for section in &file.sections {
        let title = fold(section.title.trim());
        let playful = phrase_in("playful_heading", &title).is_some();
        if !section.known && section.heading.is_some() && (playful || section.works) {
            found.push(heading(file, section, Check::H02));
        }
    }
    // A heading nobody knows may not have been taken for one.
    let lines = (0u32..).zip(&file.lines).filter(|(_, line)| !line.margin && !line.item);
    for (number, line) in lines {
        let title = fold(line.text.trim());
        let listed = words::list("playful_heading").contains(&title.trim_end_matches([':', '.']));
        if listed && !found.iter().any(|it| it.quote == line.text) {
            found.push(Finding::new(Check::H02).on(file.spot(number)).quoting(&line.text));
        }
    }
}

fn empty(file: &FileLook, found: &mut Vec<Finding>) {
    let next = file.sections.iter().skip(1).map(Some).chain([None]);
    for (section, next) in file.sections.iter().zip(next) {
        let stands_over = next.is_some_and(|next| next.lines.is_empty() || next.kind.is_none());
        let contact = section.kind == Some(SectionKind::Contact);
        if section.kind.is_some() && section.known && section.lines.is_empty() && !contact {
            // "Experience" right over "Professional experience" is one heading in two lines.
            let doubled = next.is_some_and(|next| next.kind == section.kind);
            if !doubled && !stands_over {
                found.push(heading(file, section, Check::H03));
            }
        }
    }
}

fn twice(file: &FileLook, found: &mut Vec<Finding>) {
    let mut seen: Vec<(String, Option<SectionKind>)> = Vec::new();
    for section in file.sections.iter().filter(|it| it.heading.is_some() && it.known) {
        let key = (fold(section.title.trim()), section.kind);
        let carried_on = key.0.contains("cont");
        if seen.contains(&key) && !carried_on && !section.lines.is_empty() {
            found.push(heading(file, section, Check::H04).titled("Section stands twice"));
        }
        seen.push(key);
    }
}

/// Long text before the first heading that became neither name, contact nor summary.
fn stray(case: &Case<'_>, file: &FileLook) -> Option<Finding> {
    let reading = case.subject.reading?;
    let head = file.sections.iter().take_while(|it| it.heading.is_none());
    let line = head.flat_map(|it| &it.lines).find(|line| {
        let text = file.lines.get(**line as usize).map_or("", |it| &it.text);
        reading.unplaced.contains(line) && count(text) >= 12
    })?;
    let text = file.lines.get(*line as usize).map_or("", |it| &it.text);
    Some(
        Finding::new(Check::H04)
            .on(file.spot(*line))
            .quoting(text)
            .titled("Text before the first heading"),
    )
}

fn education_first(case: &Case<'_>, file: &FileLook) -> Option<Finding> {
    let place =
        |kind| file.sections.iter().position(|it| it.kind == Some(kind) && !it.lines.is_empty());
    let (school, work) = (place(SectionKind::Education)?, place(SectionKind::Work)?);
    // Columns have no before and after.
    let columns = file.pages.iter().any(|page| page.columns.is_some());
    let recent = case
        .resume
        .education
        .iter()
        .filter_map(|it| it.end_date)
        .any(|end| end.date().is_none_or(|end| case.today.months() - end.months() < 24));
    let early = school < work && case.years() >= EXPERIENCED;
    let usual = case.is_academic() || recent || columns;
    let section = file.sections.get(school)?;
    (early && !usual).then(|| heading(file, section, Check::H05))
}

fn references(case: &Case<'_>) -> Option<Finding> {
    if !case.resume.references.is_empty() {
        let first = case.resume.references.first().map_or("", |it| &it.name);
        return Some(
            Finding::new(Check::H06).at("references").on(case.spot("references")).quoting(first),
        );
    }
    let seen = case.seen();
    let line = seen.iter().find(|it| phrase_in("references", &fold(it.text)).is_some())?;
    Some(Finding::new(Check::H06).at(line.path).on(line.spot).quoting(line.text))
}

fn objective(case: &Case<'_>) -> Option<Finding> {
    let at = || Finding::new(Check::H07).at("basics.summary").on(case.spot("basics.summary"));
    let summary = &case.resume.basics.summary;
    let words = count(summary);
    let headed = || {
        let file = case.file?;
        file.sections.iter().find(|it| {
            it.kind == Some(SectionKind::Summary)
                && phrase_in("objective_heading", &fold(&it.title)).is_some()
        })
    };
    if words > LONG_SUMMARY {
        return Some(at().quoting(summary).titled(format!("Summary of {words} words")));
    }
    if phrase_in("objective", &fold(summary)).is_some() {
        return Some(at().quoting(summary).titled("Objective instead of a summary"));
    }
    headed().map(|it| at().quoting(&it.title).titled("Objective instead of a summary"))
}
