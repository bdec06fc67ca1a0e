//! L13 to L20: letters, hidden text, paper and page ends, notes.

use super::{
    Check, Finding,
    case::Case,
    look::{FileLook, LineLook},
    words::{first, holds, patterns},
};
use crate::facts::NoteKind;

patterns! {
    /// Words whose "fi", "fl", "ff" or "ffi" fell out.
    LOST = r"(?i)\b(?:e ciency|e cient|e ciently|o ce|o cer|o ces|con guration|speci c|speci cation|bene ts?|pro le|pro les|de ned|identi ed|certi ed|certi cate|certi cation|work ow|work ows|scienti c|signi cant|signi cantly|e ective|e ectively|a liate|quali ed|quali cation|quali cations|classi cation|pro cient|pro ciency|veri ed|veri cation|uni ed|simpli ed|veri es|nancial|f ciency|f cient|re ect)\b";
    BROKEN = r"(\p{L}{2,})-$";
}

/// 0.4 inches, with a little for what letters stand out.
const NARROW: f32 = 27.5;
const SMALL: f32 = 4.0;
const POINTS: f32 = 3.0;

/// Finds what goes wrong on its way to paper.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    let Some(file) = case.file else { return };
    found.extend(ligatures(file));
    found.extend(hidden(file));
    found.extend(turned(file));
    found.extend(broken(file, case));
    found.extend(size(file));
    found.extend(margins(file));
    ends(file, found);
    found.extend(notes(file));
}

fn ligatures(file: &FileLook) -> Option<Finding> {
    if let Some(line) = file.line_with(|text| holds(&LOST, text)) {
        let text = file.lines.get(line as usize).map_or("", |it| &it.text);
        let quote = first(&LOST, text).unwrap_or_default();
        return Some(Finding::new(Check::L13).on(file.spot(line)).quoting(quote));
    }
    let typed = file.line_with(|text| text.contains(|c| ('\u{FB00}'..='\u{FB06}').contains(&c)));
    (file.facts.ligatures > 0 || typed.is_some()).then(|| {
        let quote =
            format!("{} joined letters are stored as one sign", file.facts.ligatures.max(1));
        Finding::new(Check::L13).on(typed.and_then(|line| file.spot(line))).quoting(&quote)
    })
}

fn hidden(file: &FileLook) -> Option<Finding> {
    const LETTERS: usize = 3;
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let hidden = file.facts.hidden.iter().find(|it| letters(&it.text) >= LETTERS);
    if let Some(hidden) = hidden {
        let spot = (hidden.page > 0)
            .then_some(super::Spot { page: Some(hidden.page), ..super::Spot::default() });
        return Some(Finding::new(Check::L14).on(spot).quoting(&hidden.text));
    }
    let tiny = file
        .lines
        .iter()
        .position(|line| line.size > 0.0 && line.size < SMALL && letters(&line.text) >= LETTERS)?;
    let quote = file.lines.get(tiny).map_or("", |it| &it.text);
    let spot = file.spot(u32::try_from(tiny).ok()?);
    Some(Finding::new(Check::L14).on(spot).quoting(quote).titled("Text too small to see"))
}

fn turned(file: &FileLook) -> Option<Finding> {
    let (number, page) = (1..).zip(&file.pages).find(|(_, page): &(u32, _)| {
        page.turned.chars().filter(|c| c.is_alphabetic()).count() >= 3
    })?;
    let spot = super::Spot { page: Some(number), ..super::Spot::default() };
    Some(Finding::new(Check::L15).on(Some(spot)).quoting(&page.turned))
}

/// A word broken at the end of a line, unless its hyphen is its own: "full-time".
fn broken(file: &FileLook, case: &Case<'_>) -> Option<Finding> {
    let lines = (0u32..).zip(file.lines.iter().zip(file.lines.iter().skip(1)));
    let (number, (line, next)) = { lines }.find(|(_, (line, next))| {
        let Some(start) = super::words::group(&BROKEN, &line.text, 1) else { return false };
        let rest: String = next.text.chars().take_while(|c| c.is_alphabetic()).collect();
        let goes_on =
            line.page > 0 && line.block == next.block && rest.starts_with(char::is_lowercase);
        let own = super::words::has("own_hyphen", &start.to_lowercase());
        let compound = case.dictionary.is_some_and(|it| {
            it.knows(&start.to_lowercase())
                && it.knows(&rest)
                && !it.knows(&format!("{start}{rest}"))
        });
        goes_on && rest.len() > 1 && !own && !compound
    })?;
    let quote = format!("{} {}", last_word(line), next.text.split(' ').next().unwrap_or_default());
    Some(Finding::new(Check::L16).on(file.spot(number)).quoting(&quote))
}

fn last_word(line: &LineLook) -> &str {
    line.text.rsplit(' ').next().unwrap_or_default()
}

/// Letter or A4, upright, and the same on every page.
fn size(file: &FileLook) -> Option<Finding> {
    let sizes: Vec<[f32; 2]> = if file.is_paged() {
        file.pages.iter().map(|page| [page.width, page.height]).collect()
    } else {
        file.facts.paper.iter().map(|(size, _)| *size).collect()
    };
    let near = |a: [f32; 2], b: [f32; 2]| a.iter().zip(b).all(|(a, b)| (a - b).abs() <= POINTS);
    let usual = |size| near(size, [612.0, 792.0]) || near(size, [595.28, 841.89]);
    let first = *sizes.first()?;
    let odd = sizes.iter().find(|size| !usual(**size));
    let other = sizes.iter().find(|size| !near(**size, first));
    let [width, height] = *odd.or(other)?;
    if width < 1.0 {
        return None;
    }
    let title = if odd.is_some() { "Neither Letter nor A4" } else { "Pages of different sizes" };
    let quote = format!("{:.1} × {:.1} in", width / 72.0, height / 72.0);
    Some(Finding::new(Check::L17).quoting(&quote).titled(title))
}

fn margins(file: &FileLook) -> Option<Finding> {
    for (number, page) in (1..).zip(&file.pages) {
        if page.cut.chars().count() >= 2 {
            let spot = super::Spot { page: Some(number), ..super::Spot::default() };
            let finding = Finding::new(Check::L18).on(Some(spot)).quoting(&page.cut);
            return Some(finding.titled("Text runs over the edge of the page"));
        }
        let near = (0u32..).zip(&file.lines).find(|(_, line)| {
            let bbox = line.bbox;
            let sides = bbox.x0 < NARROW || page.width - bbox.x1 < NARROW;
            let ends = bbox.y0 < NARROW - 8.0 || page.height - bbox.y1 < NARROW - 8.0;
            line.page == number && !line.margin && (sides || ends)
        });
        if let Some((line, look)) = near {
            let finding = Finding::new(Check::L18).on(file.spot(line)).quoting(&look.text);
            return Some(finding.titled("Text near the edge of the page"));
        }
    }
    let (_, margins) = file.facts.paper?;
    let least = margins.into_iter().fold(f32::MAX, f32::min);
    (least > 0.0 && least < NARROW && !file.is_paged()).then(|| {
        Finding::new(Check::L18)
            .quoting(&format!("{:.2} in", least / 72.0))
            .titled("Margins below 0.4 in")
    })
}

fn ends(file: &FileLook, found: &mut Vec<Finding>) {
    const NEARLY_EMPTY: f32 = 0.15;
    let on = |number: u32| {
        (0u32..).zip(&file.lines).filter(move |(_, it)| it.page == number && !it.margin)
    };
    let last = u32::try_from(file.pages.len()).unwrap_or(u32::MAX);
    for (number, page) in (1..).zip(&file.pages) {
        let bottom = on(number).max_by(|a, b| a.1.bbox.y1.total_cmp(&b.1.bbox.y1));
        let Some((line, look)) = bottom else { continue };
        let heading = file.sections.iter().any(|it| it.heading == Some(line) && it.known);
        if heading && number < last {
            let finding = Finding::new(Check::L19).on(file.spot(line)).quoting(&look.text);
            found.push(finding.titled("Heading alone at the end of a page"));
        }
        let top = on(number).map(|(_, it)| it.bbox.y0).fold(f32::MAX, f32::min);
        if number == last && number > 1 && look.bbox.y1 - top < NEARLY_EMPTY * page.height {
            let finding = Finding::new(Check::L19).on(file.spot(line)).quoting(&look.text);
            found.push(finding.titled("The last page is nearly empty"));
        }
    }
}

/// Notes and filled fields; comments of a word processor are X04's.
fn notes(file: &FileLook) -> Option<Finding> {
    let note = file
        .facts
        .notes
        .iter()
        .find(|note| note.kind != NoteKind::Comment && !note.text.trim().is_empty())?;
    let spot =
        (note.page > 0).then_some(super::Spot { page: Some(note.page), ..super::Spot::default() });
    let title = match note.kind {
        NoteKind::Field => "Text in a form field",
        NoteKind::Annotation | NoteKind::Comment => "Text in a note",
    };
    Some(Finding::new(Check::L20).on(spot).quoting(&note.text).titled(title))
}
