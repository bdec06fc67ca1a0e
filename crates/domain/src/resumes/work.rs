//! Employment and unpaid work.

use super::{
    Volunteer, Work, body,
    entries::{self, Anchor, Dated},
    evidence::Evidence,
    found::{Field, Found, tidy},
    roles::{self, Field3, Head},
    sections::Section,
};
use crate::{
    date::{EndDate, PartialDate},
    layout::{Layout, Passage},
    lexicon::{Lexicon, fold},
};

/// One role, understood but not yet written down.
#[derive(Debug, Clone, Default)]
struct Job {
    head: Head,
    date: Option<Dated>,
    bullets: Vec<Passage>,
    prose: Vec<Passage>,
}

/// Reads a section of employment.
pub(crate) fn read(layout: &Layout, section: &Section, found: &mut Found) {
    for job in jobs(layout, section) {
        let n = found.resume.work.len();
        let path = |field: &str| format!("work[{n}].{field}");
        let mut work = Work::default();
        let (what, who, place) = (job.head.what, job.head.who, job.head.place);
        work.position = take(layout, found, path("position"), what, section.sure);
        work.name = take(layout, found, path("name"), who, section.sure);
        work.location = take(layout, found, path("location"), place, section.sure);
        (work.start_date, work.end_date) =
            dates(layout, found, &path("startDate"), &path("endDate"), job.date.as_ref());
        work.summary = prose(layout, found, path("summary"), &job.prose);
        if let (None, Some(date)) = (work.start_date, work.end_date.and_then(EndDate::date)) {
            // A role of one month or one year.
            work.start_date = Some(date);
            if let Some(dated) = &job.date {
                found.note(layout, path("startDate"), &dated.text, 0.8);
            }
        }
        for bullet in &job.bullets {
            let at = path(&format!("highlights[{}]", work.highlights.len()));
            let text = found.put(layout, at, bullet, 0.93);
            work.highlights.extend((!text.is_empty()).then_some(text));
        }
        found.resume.work.push(work);
    }
}

/// Reads a section of unpaid work.
pub(crate) fn read_volunteer(layout: &Layout, section: &Section, found: &mut Found) {
    for job in jobs(layout, section) {
        let n = found.resume.volunteer.len();
        let path = |field: &str| format!("volunteer[{n}].{field}");
        let mut work = Volunteer::default();
        let (what, who, place) = (job.head.what, job.head.who, job.head.place);
        work.position = take(layout, found, path("position"), what, section.sure);
        work.organization = take(layout, found, path("organization"), who, section.sure);
        work.location = take(layout, found, path("location"), place, section.sure);
        (work.start_date, work.end_date) =
            dates(layout, found, &path("startDate"), &path("endDate"), job.date.as_ref());
        work.summary = prose(layout, found, path("summary"), &job.prose);
        for bullet in &job.bullets {
            let at = path(&format!("highlights[{}]", work.highlights.len()));
            let text = found.put(layout, at, bullet, 0.9);
            work.highlights.extend((!text.is_empty()).then_some(text));
        }
        found.resume.volunteer.push(work);
    }
}

/// Writes a field down, with the doubts about its section.
pub(crate) fn take(
    layout: &Layout,
    found: &mut Found,
    path: String,
    field: Option<Field>,
    section: f32,
) -> String {
    let Some(Field { text, sure }) = field else { return String::new() };
    found.put(layout, path, &text, sure * section.clamp(0.5, 1.0).sqrt())
}

/// Writes the two ends of a period down.
pub(crate) fn dates(
    layout: &Layout,
    found: &mut Found,
    start: &str,
    end: &str,
    date: Option<&Dated>,
) -> (Option<PartialDate>, Option<EndDate>) {
    let Some(date) = date else { return (None, None) };
    let half = date.span.split.saturating_sub(date.span.at.start);
    let merged = half >= date.text.len();
    let (first, second) = if date.span.range && !merged {
        (date.text.slice(0..half), date.text.slice(half..usize::MAX))
    } else {
        (Passage::default(), date.text.clone())
    };
    let odd = |d: PartialDate| !(1950..=2040).contains(&d.year());
    let sure = |bad: bool| {
        if bad {
            0.6
        } else if date.span.range {
            0.97
        } else {
            0.9
        }
    };
    if let Some(value) = date.span.start {
        found.note(
            layout,
            start.to_owned(),
            if first.is_empty() { &date.text } else { &first },
            sure(odd(value)),
        );
    }
    if let Some(value) = date.span.end {
        found.note(layout, end.to_owned(), &second, sure(value.date().is_some_and(odd)));
    }
    (date.span.start, date.span.end)
}

/// Writes paragraphs down as one text.
pub(crate) fn prose(layout: &Layout, found: &mut Found, path: String, parts: &[Passage]) -> String {
    let all = body::joined(parts);
    if all.is_empty() {
        return String::new();
    }
    found.note(layout, path, &all, 0.85);
    let paragraphs: Vec<String> =
        parts.iter().map(|p| tidy(&p.text())).filter(|p| !p.is_empty()).collect();
    paragraphs.join("\n")
}

/// Whether most entries of a section have a period and a title.
pub(crate) fn looks_like(layout: &Layout, section: &Section) -> bool {
    let entries = entries::split(layout, &section.lines, &section.title, Anchor::Ranges);
    let works = |entry: &&entries::Entry| {
        let period = entry.date.as_ref().is_some_and(|d| d.span.range);
        period
            && entry
                .head
                .iter()
                .any(|cell| Evidence::of(&cell.text.text()).title && cell.text.len() < 80)
    };
    let count = entries.iter().filter(works).count();
    count > 0 && count * 2 >= entries.len()
}

fn jobs(layout: &Layout, section: &Section) -> Vec<Job> {
    let entries = entries::split(layout, &section.lines, &section.title, Anchor::Ranges);
    let heads = roles::assign(&entries, Field3::Work);
    let mut jobs: Vec<Job> = Vec::new();
    for (entry, mut head) in entries.into_iter().zip(heads) {
        let text = body::read(layout, &entry.body);
        let (mut bullets, mut prose) = (text.bullets, text.prose);
        if bullets.is_empty() && prose.len() >= 2 {
            // Bullets that are drawn as shapes leave only their paragraphs.
            bullets = std::mem::take(&mut prose);
        }
        place_rest(&mut head, &mut prose);
        if entry.date.is_none()
            && head.what.is_none()
            && head.who.is_none()
            && jobs.last().is_some()
        {
            // Text without a head belongs to the role before it.
            if let Some(last) = jobs.last_mut() {
                last.bullets.append(&mut bullets);
                last.prose.append(&mut prose);
            }
            continue;
        }
        if entry.date.is_some()
            || head.what.is_some()
            || head.who.is_some()
            || !bullets.is_empty()
            || !prose.is_empty()
        {
            jobs.push(Job { head, date: entry.date, bullets, prose });
        }
    }
    inherit(layout, &mut jobs);
    jobs
}

/// Leftovers of a head that read like a sentence go under it; the rest stays unplaced.
fn place_rest(head: &mut Head, prose: &mut Vec<Passage>) {
    let mut kept: Vec<Passage> = Vec::new();
    for rest in std::mem::take(&mut head.rest) {
        let words = rest.text().split_whitespace().count();
        let sure_title = head.what.is_none() && Lexicon::get().titles.any(&fold(&rest.text()));
        if sure_title {
            head.what = Some(Field::new(rest, 0.5));
        } else if words >= 3 || rest.len() > 12 {
            kept.push(rest);
        }
    }
    kept.append(prose);
    *prose = kept;
}

/// Roles without an employer under one that names it take it from there.
fn inherit(layout: &Layout, jobs: &mut Vec<Job>) {
    let mut i = 0;
    while i + 1 < jobs.len() {
        let only_employer = jobs.get(i).is_some_and(|job| {
            job.head.what.is_none() && job.head.who.is_some() && job.bullets.is_empty()
        });
        let next_lacks = jobs.get(i + 1).is_some_and(|job| {
            job.head.what.is_some() && (job.head.who.is_none() || job.head.both.is_some())
        });
        if only_employer && next_lacks {
            let parent = jobs.remove(i);
            let group = jobs.get_mut(i..).unwrap_or_default();
            // The roles of the group name no employer: what looked like one belongs to their titles.
            let lacks = |job: &&mut Job| job.head.who.is_none() || job.head.both.is_some();
            for job in group.iter_mut().take_while(lacks) {
                if let (Some(both), Some(what)) = (job.head.both.take(), job.head.what.as_mut()) {
                    what.text = both;
                    job.head.who = None;
                }
            }
            if let Some(child) = jobs.get_mut(i) {
                child.head.who = parent.head.who;
                child.head.place = child.head.place.take().or(parent.head.place);
                child.prose.splice(0..0, parent.prose);
            }
        } else {
            i += 1;
        }
    }
    let mut employer: Option<(Field, Option<Field>)> = None;
    for job in jobs.iter_mut() {
        match (&job.head.who, &employer) {
            (Some(who), _) => employer = Some((who.clone(), job.head.place.clone())),
            (None, Some((who, place))) if job.head.what.is_some() && job.date.is_some() => {
                let sure = who.sure * 0.85;
                job.head.who = Some(Field::new(who.text.clone(), sure));
                if job.head.place.is_none() {
                    job.head.place = place.clone().map(|p| Field::new(p.text, p.sure * 0.85));
                }
            }
            (None, _) => {}
        }
    }
    let _ = layout;
}
