//! Schools and degrees.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Education, body,
    entries::{self, Anchor},
    found::{Field, Found},
    roles::{self, Field3, Head},
    sections::Section,
    work,
};
use crate::{
    date::EndDate,
    layout::{Layout, Passage, char_range},
    lexicon::{Lexicon, fold},
};

static SCORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)[(\[]?\b(?:(?:cumulative |overall |major |final )?c?gpa|cum\. gpa|grade(?: point average)?|gesamtnote|abschlussnote|durchschnittsnote|notendurchschnitt|durchschnitt|note|score|average|średnia(?: ocen)?|ocena|nota(?: media)?|promedio|media|moyenne|mention|voto(?: finale)?|votazione|punteggio|cijfer|gemiddelde|средний балл|оценка|not ortalaması|ortalama|agno|المعدل|التقدير|percentage|marks|cpi|result)\b\s*(?:\([^)]{0,12}\))?\s*[:：=\-–]?\s*(?:of )?(\d{1,3}(?:[.,:]\d{1,3})?(?:\s?%)?(?:\s?/\s?\d{1,3}(?:[.,]\d{1,2})?)?)[)\]]?|(?:绩点|平均绩点|成绩|gpa|学分绩)\s*[:：]?\s*(\d(?:\.\d+)?(?:\s?/\s?\d(?:\.\d+)?)?)|[(\[]?\b(\d[.,]\d{1,2}\s?/\s?\d{1,2}(?:[.,]\d{1,2})?)(?:\s*(?:c?gpa))?\b[)\]]?|\b(\d[.,]\d{1,2})\s*c?gpa\b|,\s*([12][:.][12])\b|\b(1st|2:1|2:2|[12][:][12])\b",
    )
    .ok()
});
static COURSES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:relevant |selected |key |major )?(?:coursework|courses|modules|course work|kurse|schwerpunkte|cours|cursos|主修课程|课程|相关课程|核心课程)\b?(?: include[sd]?| taken)?\s*[:：]\s*").ok()
});

/// Reads a section of education.
pub(crate) fn read(layout: &Layout, section: &Section, found: &mut Found) {
    let mut section = section.clone();
    let scores = take_scores(layout, &mut section);
    for ((entry, mut head), lines) in entries(layout, &section) {
        let empty = head.what.is_none() && head.who.is_none() && entry.date.is_none();
        let n = found.resume.education.len();
        let path = |field: &str| format!("education[{n}].{field}");
        let mut text = body::read(layout, &entry.body);
        let mut made = Education::default();
        let mut rest = std::mem::take(&mut head.rest);
        fill_gaps(&mut head, &mut text.prose);
        if empty && head.what.is_none() && head.who.is_none() {
            continue;
        }
        made.institution = work::take(layout, found, path("institution"), head.who, section.sure);
        (made.study_type, made.area) =
            degree(layout, found, &path, head.what, &mut rest, section.sure);
        made.location = work::take(layout, found, path("location"), head.place, section.sure);
        let (start, end) =
            work::dates(layout, found, &path("startDate"), &path("endDate"), entry.date.as_ref());
        (made.start_date, made.end_date) =
            (start, end.filter(|e| *e != EndDate::PRESENT || start.is_some()));
        if let Some(score) = score(layout, &lines, &scores) {
            made.score = found.put(layout, path("score"), &score, 0.95);
        }
        for line in rest.iter().chain(&text.bullets).chain(&text.prose) {
            write_line(layout, found, &mut made, n, line);
        }
        found.resume.education.push(made);
    }
}

/// Where an entry's lines run from and to.
fn lines_of(entry: &entries::Entry) -> Vec<u32> {
    let heads = entry.head.iter().flat_map(|cell| cell.text.lines());
    let bodies = entry.body.iter().map(|(line, _)| *line as u32);
    let dated = entry.date.iter().flat_map(|date| date.text.lines());
    heads.chain(bodies).chain(dated).collect()
}

type Entries = Vec<((entries::Entry, Head), Vec<u32>)>;

fn entries(layout: &Layout, section: &Section) -> Entries {
    let mut entries = entries::split(layout, &section.lines, &section.title, Anchor::Dates);
    let lines: Vec<Vec<u32>> = entries.iter().map(lines_of).collect();
    for entry in &mut entries {
        for cell in &mut entry.head {
            cell.text = without_score(&cell.text);
        }
        entry.head.retain(|cell| cell.text.chars().iter().any(|c| c.is_alphanumeric()));
    }
    let heads = roles::assign(&entries, Field3::Education);
    entries.into_iter().zip(heads).zip(lines).collect()
}

/// Notes the grades of a section, by line.
fn take_scores(layout: &Layout, section: &mut Section) -> Vec<(u32, Passage)> {
    let mut out = Vec::new();
    for &i in &section.lines {
        let Some(line) = layout.lines.get(i) else { continue };
        for cell in &line.cells {
            if let Some((_, grade)) = find_score(&cell.text) {
                out.push((i as u32, grade));
            }
        }
    }
    out
}

fn find_score(cell: &Passage) -> Option<(std::ops::Range<usize>, Passage)> {
    let text = cell.text();
    let hit = SCORE.as_ref()?.captures(&text)?;
    let whole = char_range(&text, hit.get(0)?.range());
    let grade = (1..=6).find_map(|i| hit.get(i))?;
    Some((whole, cell.slice(char_range(&text, grade.range()))))
}

fn score(layout: &Layout, lines: &[u32], scores: &[(u32, Passage)]) -> Option<Passage> {
    let _ = layout;
    scores.iter().find(|(line, _)| lines.contains(line)).map(|(_, grade)| grade.clone())
}

/// Takes a missing degree or school from the lines under the head.
fn fill_gaps(head: &mut Head, prose: &mut Vec<Passage>) {
    let lexicon = Lexicon::get();
    if head.who.is_none()
        && let Some(at) =
            prose.iter().position(|p| p.len() < 90 && lexicon.institutions.any(&fold(&p.text())))
    {
        head.who = Some(Field::new(prose.remove(at), 0.6));
    }
    if head.what.is_none()
        && let Some(at) = prose.iter().position(|p| {
            p.len() < 90 && lexicon.degrees.find(&fold(&p.text())).iter().any(|hit| hit.len() > 4)
        })
    {
        head.what = Some(Field::new(prose.remove(at), 0.6));
    }
}

/// Splits "Bachelor of Science in Nursing" into the degree and the subject.
fn degree(
    layout: &Layout,
    found: &mut Found,
    path: &dyn Fn(&str) -> String,
    what: Option<Field>,
    rest: &mut Vec<Passage>,
    section: f32,
) -> (String, String) {
    let Some(Field { text, sure }) = what else {
        // No degree by name: what is left of the head is the subject.
        let free = rest.iter().position(|r| r.len() > 3 && find_score(r).is_none());
        let Some(subject) = free.map(|at| rest.remove(at)) else { return Default::default() };
        return (
            String::new(),
            work::take(layout, found, path("area"), Some(Field::new(subject, 0.6)), section),
        );
    };
    let text = without_score(&text);
    let (kind, mut area) = split_degree(&text);
    let free = rest.iter().position(|r| r.len() > 3 && r.len() < 70 && find_score(r).is_none());
    if let Some(at) = free.filter(|_| area.is_empty()) {
        area = rest.remove(at);
    }
    let kind = work::take(layout, found, path("studyType"), Some(Field::new(kind, sure)), section);
    let area = work::take(layout, found, path("area"), Some(Field::new(area, sure)), section);
    (kind, area)
}

fn without_score(text: &Passage) -> Passage {
    match find_score(text) {
        Some((at, _)) => {
            let (before, after) = text.without(at);
            let mut out = before.trim_separators();
            let after = after.trim_separators();
            if after.len() > 2 {
                out.append(", ", &after);
            }
            out
        }
        None => text.clone(),
    }
}

fn split_degree(text: &Passage) -> (Passage, Passage) {
    let words = text.text();
    let folded_in: &[&str] = &[" in ", " en ", " im ", " of ", " w ", " für "];
    let comma = text.chars().iter().position(|c| matches!(c, ',' | '，' | ':' | '–' | '—'));
    let lexicon = Lexicon::get();
    let is_degree = |p: &Passage| lexicon.degrees.any(&fold(&p.text()));
    if let Some(at) = comma {
        let (a, b) =
            (text.slice(0..at).trim_separators(), text.slice(at + 1..text.len()).trim_separators());
        if is_degree(&a) {
            return (a, b);
        }
        if is_degree(&b) {
            return (b, a);
        }
    }
    for joint in folded_in.iter().take(3) {
        if let Some(at) = words.find(joint) {
            let a = char_range(&words, 0..at).end;
            let head = text.slice(0..a).trim();
            if is_degree(&head) {
                return (head, text.slice(a + joint.chars().count()..text.len()).trim());
            }
        }
    }
    (text.clone(), Passage::default())
}

fn write_line(layout: &Layout, found: &mut Found, made: &mut Education, n: usize, line: &Passage) {
    if let Some(at) = COURSES.as_ref().and_then(|p| line.find(p)) {
        let rest = line.slice(at.end..line.len());
        for course in rest.split(|c| matches!(c, ',' | ';' | '、' | '，' | '；')) {
            let course = course.trim_matches(|c| c.is_whitespace() || c == '.');
            let path = format!("education[{n}].courses[{}]", made.courses.len());
            let text = found.put(layout, path, &course, 0.85);
            made.courses.extend((!text.is_empty()).then_some(text));
        }
        return;
    }
    let path = format!("education[{n}].highlights[{}]", made.highlights.len());
    let text = found.put(layout, path, line, 0.85);
    made.highlights.extend((!text.is_empty()).then_some(text));
}
