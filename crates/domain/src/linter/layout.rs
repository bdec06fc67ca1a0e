//! L01 to L12: whether the text can be read at all, and in its order.

use super::{
    Check, Finding, Severity,
    case::Case,
    look::{FileLook, is_icon},
    words::{count, holds, patterns},
};
use crate::{
    lexicon::{SectionKind, fold},
    page::Format,
    resumes::Resume,
};

patterns! {
    SPACED = r"(?:^|\s)(?:\p{Lu} ){4,}\p{Lu}(?:\s|$)";
    RATING = r"[●○★☆■□▪▫◆◇⬤◉◯⭐]{3,}|(?:[●○★☆⬤◯⭐] ){2,}[●○★☆⬤◯⭐]";
    PERCENT = r"(?:^|[\s(:])(?:100|[1-9]\d) ?%";
    EMAIL = r"[\w.+-]+@[\w-]+\.[\w.]+";
    PHONE = r"\+?\(?\d[\d\s().-]{7,}\d";
    PAGE_NUMBER = r"(?i)^(?:page|seite|página|pagina|strona|sida)?\s*\d{1,2}(?:\s*(?:/|of|von|de|di|z|av|sur)\s*\d{1,2})?$|^\W*$";
}

/// A share of the page above which columns are columns, and not a block of short lines.
const COLUMNS: f32 = 0.3;
/// A share of characters without a meaning.
const UNMAPPED: f32 = 0.02;

/// Finds what keeps text from being read.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    let Some(file) = case.file else { return };
    scans(file, found);
    found.extend(unmapped(file));
    found.extend(columns(file));
    found.extend(disorder(file));
    found.extend(tables(file));
    found.extend(boxes(file));
    found.extend(contact_at_edge(case, file));
    found.extend(edges(case.resume, file));
    found.extend(photo(case, file));
    found.extend(ratings(file));
    found.extend(icons(file));
    found.extend(spaced(file));
}

fn scans(file: &FileLook, found: &mut Vec<Finding>) {
    const LETTERS: u32 = 20;
    for (number, page) in (1..).zip(&file.pages) {
        if page.letters < LETTERS && page.images > 0 {
            let spot = FileLook::spot_on(number, page.bbox());
            let title = format!("Page {number} is a picture");
            found.push(Finding::new(Check::L01).on(spot).titled(title));
        }
    }
}

fn unmapped(file: &FileLook) -> Option<Finding> {
    let (unmapped, all) = file.facts.unmapped;
    #[expect(clippy::cast_precision_loss, reason = "a share needs no more")]
    let share = unmapped as f32 / all.max(1) as f32;
    let private = |text: &str| text.chars().filter(|c| *c == '\u{FFFD}').count();
    let line = file.line_with(|text| private(text) > 0);
    (share > UNMAPPED).then(|| {
        let title = format!("{:.0} % of the characters have no meaning", share * 100.0);
        let quote = line.and_then(|it| file.lines.get(it as usize)).map_or("", |it| &it.text);
        Finding::new(Check::L02)
            .on(line.and_then(|line| file.spot(line)))
            .quoting(quote)
            .titled(title)
    })
}

fn columns(file: &FileLook) -> Option<Finding> {
    let paged = (1..).zip(&file.pages).find_map(|(number, page)| {
        let (share, right) = page.columns.filter(|(share, _)| *share > COLUMNS)?;
        let line =
            file.lines.iter().find(|line| line.page == number && line.bbox.x0 >= right.x0 - 1.0);
        let quote = line.map_or("", |line| line.text.as_str());
        Some(
            Finding::new(Check::L03)
                .on(FileLook::spot_on(number, right))
                .quoting(quote)
                .titled(format!("Columns over {:.0} % of page {number}", share * 100.0)),
        )
    });
    let flowing = || {
        (file.facts.columns > 1)
            .then(|| Finding::new(Check::L03).titled(format!("{} columns", file.facts.columns)))
    };
    paged.or_else(flowing)
}

fn disorder(file: &FileLook) -> Option<Finding> {
    (1..).zip(&file.pages).find_map(|(number, page): (u32, _)| {
        let (lines, first) = page.disorder?;
        let quote = file.lines.get(first as usize).map_or("", |line| &line.text);
        let title = format!("{lines} lines of page {number} are stored out of order");
        Some(Finding::new(Check::L04).on(file.spot(first)).quoting(quote).titled(title))
    })
}

/// A table of a word processor with dates, skills or prose in it; or aligned cells on a page.
fn tables(file: &FileLook) -> Option<Finding> {
    const WORDS: usize = 12;
    const ROWS: usize = 4;
    if file.is_paged() {
        let wide = |line: &&super::look::LineLook| line.cells >= 3 && !line.margin;
        let rows: Vec<_> = file.lines.iter().filter(wide).collect();
        let first = rows.first()?;
        let aligned = rows.len() >= ROWS && rows.len() * 4 >= file.lines.len();
        let line = file.line_with(|text| text == first.text)?;
        return aligned.then(|| Finding::new(Check::L05).on(file.spot(line)).quoting(&first.text));
    }
    let tables = file.lines.iter().filter_map(|line| line.table).map(|(table, _)| table);
    let tables: std::collections::BTreeSet<u16> = tables.collect();
    tables.into_iter().find_map(|table| {
        let own = || {
            (0u32..)
                .zip(&file.lines)
                .filter(move |(_, it)| it.table.is_some_and(|it| it.0 == table))
        };
        let words: usize = own().map(|(_, line)| count(&line.text)).sum();
        let columns: std::collections::BTreeSet<_> = own().filter_map(|(_, it)| it.table).collect();
        let (line, look) = own().next()?;
        (words >= WORDS && columns.len() > 1)
            .then(|| Finding::new(Check::L05).on(file.spot(line)).quoting(&look.text))
    })
}

fn boxes(file: &FileLook) -> Option<Finding> {
    let line = (0u32..).zip(&file.lines).find(|(_, line)| line.in_box && count(&line.text) > 0);
    if let Some((number, line)) = line {
        return Some(Finding::new(Check::L06).on(file.spot(number)).quoting(&line.text));
    }
    let text = file.facts.boxes.iter().find(|text| !text.trim().is_empty())?;
    Some(Finding::new(Check::L06).quoting(text))
}

/// A way to reach the person that stands in the header or footer and nowhere else.
fn contact_at_edge(case: &Case<'_>, file: &FileLook) -> Option<Finding> {
    let lines = || (0u32..).zip(&file.lines);
    let edge = |line: &super::look::LineLook| line.margin;
    for (pattern, path) in [(&EMAIL, "basics.email"), (&PHONE, "basics.phone")] {
        let has = |text: &str| holds(pattern, text);
        let in_body = lines().any(|(_, line)| !edge(line) && has(&line.text));
        let hit = lines().find(|(_, line)| edge(line) && has(&line.text));
        // What a typesetter prints at the top of a page is text like any other to a parser.
        let (number, line) = match hit {
            Some(hit) if !in_body && (!file.is_paged() || repeats(file, &hit.1.text)) => hit,
            _ => continue,
        };
        let finding = Finding::new(Check::L07).at(path).on(file.spot(number)).quoting(&line.text);
        return Some(if case.resume.basics.email.is_empty() { finding.at("") } else { finding });
    }
    None
}

/// Whether pages repeat this line.
fn repeats(file: &FileLook, text: &str) -> bool {
    file.lines.iter().filter(|line| line.margin && line.text == text).count() > 1
}

fn edges(resume: &Resume, file: &FileLook) -> Option<Finding> {
    let name = fold(&resume.basics.name);
    let plain = |text: &str| {
        let folded = fold(text);
        let rest = folded.replace(&name, "");
        let title = ["resume", "cv", "curriculum vitae", "lebenslauf"];
        let rest = title.iter().fold(rest, |rest, word| rest.replace(word, ""));
        let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
        name.is_empty() && folded.trim().is_empty()
            || holds(&PAGE_NUMBER, rest)
            || holds(&EMAIL, text)
            || holds(&PHONE, text)
    };
    let (number, line) = (0u32..).zip(&file.lines).find(|(_, line)| {
        let repeated = !file.is_paged() || repeats(file, &line.text);
        line.margin && repeated && !plain(&line.text) && count(&line.text) > 1
    })?;
    Some(Finding::new(Check::L08).on(file.spot(number)).quoting(&line.text))
}

fn photo(case: &Case<'_>, file: &FileLook) -> Option<Finding> {
    let picture = file.facts.pictures.iter().find(|picture| {
        let (width, height) =
            (picture.bbox.x1 - picture.bbox.x0, picture.bbox.y1 - picture.bbox.y0);
        let shape = width / height.max(1.0);
        let top = file.pages.first().map_or(f32::MAX, |page| 0.5 * page.height);
        picture.page <= 1
            && (45.0..=260.0).contains(&width)
            && (45.0..=260.0).contains(&height)
            && (0.55..=1.5).contains(&shape)
            && (picture.page == 0 || picture.bbox.y0 < top)
    })?;
    let finding = Finding::new(Check::L09).on(FileLook::spot_on(picture.page, picture.bbox));
    Some(if case.region.shows_photos() {
        finding
            .only(Severity::Information)
            .fixed_by("A photo is usual in this country; send a copy without it elsewhere.")
    } else {
        finding
    })
}

/// Ratings drawn with signs, with bars, or as a picture beside the skills.
fn ratings(file: &FileLook) -> Option<Finding> {
    let finding = |line| Finding::new(Check::L10).on(file.spot(line));
    if let Some(line) = file.line_with(|text| holds(&RATING, text)) {
        let quote = file.lines.get(line as usize).map_or("", |it| &it.text);
        return Some(finding(line).quoting(quote));
    }
    let skills: Vec<u32> =
        file.lines_of(SectionKind::Skills).chain(file.lines_of(SectionKind::Languages)).collect();
    let looks = || skills.iter().filter_map(|line| Some((*line, file.lines.get(*line as usize)?)));
    let percents = looks().filter(|(_, line)| holds(&PERCENT, &line.text)).count();
    if percents >= 3 {
        let (line, look) = looks().find(|(_, line)| holds(&PERCENT, &line.text))?;
        return Some(finding(line).quoting(&look.text));
    }
    // A bar stands beside or right under its skill, once a skill.
    let beside = |bbox: &crate::page::Bbox, page: u32, line: &super::look::LineLook| {
        line.page == page && bbox.y1 > line.bbox.y0 - 2.0 && bbox.y0 < line.bbox.y1 + line.size
    };
    let barred: Vec<_> = looks()
        .filter(|(_, line)| file.facts.bars.iter().any(|bar| beside(&bar.bbox, bar.page, line)))
        .collect();
    if barred.len() >= 3 && barred.len() * 2 >= skills.len() {
        let (line, look) = barred.first()?;
        return Some(finding(*line).quoting(&look.text).titled("Skills rated by bars"));
    }
    let pictured = looks().find(|(_, line)| {
        file.facts
            .pictures
            .iter()
            .any(|it| it.bbox.x1 - it.bbox.x0 > 30.0 && beside(&it.bbox, it.page, line))
    });
    let (line, look) = pictured?;
    Some(finding(line).quoting(&look.text).titled("A picture among the skills"))
}

/// Icons on lines that say how to reach the person.
fn icons(file: &FileLook) -> Option<Finding> {
    let contact = |text: &str| holds(&EMAIL, text) || holds(&PHONE, text) || text.contains(".com");
    let text = |line: u32| file.lines.get(line as usize).map_or("", |it| it.text.as_str());
    let drawn = file.pages.first().and_then(|page| {
        page.icons.iter().find(|(_, line)| contact(text(*line))).map(|(icon, line)| (*icon, *line))
    });
    let typed = || {
        let line = file.line_with(|text| contact(text) && text.chars().any(is_icon))?;
        Some((text(line).chars().find(|ch| is_icon(*ch))?, line))
    };
    let (_, line) = drawn.or_else(typed)?;
    Some(Finding::new(Check::L11).on(file.spot(line)).quoting(text(line)))
}

fn spaced(file: &FileLook) -> Option<Finding> {
    if let Some((number, word)) = (1..)
        .zip(&file.pages)
        .find_map(|(number, page): (u32, _)| Some((number, page.spaced.first()?)))
    {
        let squeezed: String = word.chars().filter(|c| *c != ' ').collect();
        let line = file.lines.iter().position(|line| {
            line.page == number
                && line.text.chars().filter(|c| *c != ' ').collect::<String>().contains(&squeezed)
        });
        let spot = line.and_then(|it| file.spot(u32::try_from(it).ok()?));
        return Some(Finding::new(Check::L12).on(spot).quoting(word));
    }
    let plain = !file.is_paged() || file.format != Format::Pdf;
    let line = file.line_with(|text| plain && holds(&SPACED, text))?;
    let quote = file.lines.get(line as usize).map_or("", |it| &it.text);
    Some(Finding::new(Check::L12).on(file.spot(line)).quoting(quote))
}
