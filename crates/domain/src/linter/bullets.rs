//! B01 to B06, B10, B17 and B18: bullets.

use std::collections::{BTreeMap, HashSet};

use super::{
    Check, Edit, Finding,
    case::{Bullet, Case},
    dates::named,
    verbs,
    words::{self, count, holds, patterns, phrase_in},
};
use crate::lexicon::fold;

patterns! {
    NUMBER = r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|double[ds]?|doubling|tripled?|halved)\b";
    UNITLESS = r"(?i)\b(?:increased?|decreased?|reduced?|grew|improved?|raised?|cut|boosted|lowered|rose|fell)\b[^.;,\d]{0,40}?\bby\s+(?:about |over |nearly |more than |approximately |~ ?)?(\d[\d,.]*)(\s*(?:\S+))?";
}

/// Lines of a paragraph above which it is a block, and its characters where nobody printed it.
const LONG_LINES: usize = 4;
const LONG_CHARS: usize = 440;
/// Words of a bullet.
const LONG: usize = 35;
const SHORT: usize = 4;
/// Bullets of one role.
const MANY: usize = 8;
/// A role that ended longer ago need say no more than its title.
const RECENT_MONTHS: i32 = 60;

/// Finds bullets that hide what they say.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    paragraphs(case, found);
    lengths(case, found);
    amounts(case, found);
    found.extend(signs(case));
    found.extend(numbers(case));
    weak(case, found);
    found.extend(same_verb(case));
    duplicates(case, found);
    unitless(case, found);
}

fn on_bullet(case: &Case<'_>, check: Check, bullet: &Bullet) -> Finding {
    Finding::new(check).at(&bullet.path).on(case.spot(&bullet.path)).quoting(&bullet.text)
}

fn paragraphs(case: &Case<'_>, found: &mut Vec<Finding>) {
    let prose = case.fields.iter().filter(|(path, _)| {
        path.ends_with("].summary") && (path.starts_with("work[") || path.starts_with("volunteer["))
            || path.ends_with("].description") && path.starts_with("projects[")
    });
    for (path, text) in prose {
        let origin = case.subject.reading.and_then(|it| it.origins.get(path));
        let lines = origin.filter(|it| !it.spans.is_empty()).map_or(0, |it| it.lines.len());
        if lines > LONG_LINES || lines == 0 && text.chars().count() > LONG_CHARS {
            found.push(Finding::new(Check::B01).at(path).on(case.spot(path)).quoting(text));
        }
    }
}

fn lengths(case: &Case<'_>, found: &mut Vec<Finding>) {
    for bullet in case.bullets.iter().filter(|it| it.role.is_some()) {
        let words = count(&bullet.text);
        if words > LONG {
            let title = format!("Bullet of {words} words");
            found.push(on_bullet(case, Check::B02, bullet).titled(title));
        } else if words < SHORT && words > 0 {
            found.push(on_bullet(case, Check::B02, bullet).titled("Bullet says little"));
        }
    }
}

fn amounts(case: &Case<'_>, found: &mut Vec<Finding>) {
    for (number, role) in case.roles() {
        let bullets = role.highlights.len();
        let path = format!("work[{number}].highlights");
        let at = || Finding::new(Check::B03).at(&path).on(case.spot(&path)).quoting(&named(role));
        let recent =
            case.months(role).is_some_and(|span| case.today.months() - span.end < RECENT_MONTHS);
        if bullets > MANY {
            found.push(at().titled(format!("{bullets} bullets for one role")));
        } else if bullets == 0 && recent && role.summary.trim().is_empty() {
            found.push(at().titled("Recent role says nothing about what was done"));
        }
    }
}

/// Signs of fonts that are not letters: in a file as text, or defined for its lists.
fn signs(case: &Case<'_>) -> Option<Finding> {
    let file = case.file?;
    let odd = |ch: char| ('\u{E000}'..='\u{F8FF}').contains(&ch) || ch == '\u{FFFD}' || ch == '¤';
    let line = (0u32..).zip(&file.lines).find(|(_, line)| line.bullet.is_some_and(odd));
    if let Some((number, line)) = line {
        let code = line.bullet.map_or(0, u32::from);
        let quote = format!("U+{code:04X} {}", line.text);
        return Some(Finding::new(Check::B04).on(file.spot(number)).quoting(&quote));
    }
    // Word's own round bullet, square and "o" are signs of symbol fonts that every reader knows.
    let usual = ['\u{F0B7}', '\u{F0A7}', 'o'];
    let (ch, font) = file.facts.bullets.iter().find(|(ch, font)| {
        let symbols =
            ["wingdings", "webdings", "symbol"].iter().any(|it| font.to_lowercase().contains(it));
        (odd(*ch) || symbols && !ch.is_ascii_punctuation()) && !usual.contains(ch) && *ch != '•'
    })?;
    let quote =
        format!("U+{:04X} in {}", u32::from(*ch), if font.is_empty() { "no font" } else { font });
    Some(Finding::new(Check::B04).quoting(&quote))
}

fn numbers(case: &Case<'_>) -> Option<Finding> {
    const ROLES: usize = 2;
    const LEAST: usize = 4;
    let recent: Vec<&Bullet> =
        case.bullets.iter().filter(|it| it.role.is_some_and(|role| role < ROLES)).collect();
    let numbered = recent.iter().filter(|it| holds(&NUMBER, &it.text)).count();
    let few = recent.len() >= LEAST && numbered * 10 < recent.len() * 3;
    few.then(|| {
        Finding::new(Check::B05)
            .at("work[0].highlights")
            .on(case.spot("work[0].highlights"))
            .quoting(&format!("{numbered} of {} bullets have a number", recent.len()))
    })
}

fn weak(case: &Case<'_>, found: &mut Vec<Finding>) {
    for bullet in &case.bullets {
        let start: String = fold(&bullet.text).chars().take(60).collect();
        let weak = words::list("weak_start").iter().find(|it| {
            start.strip_prefix(**it).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        if weak.is_some() {
            found.push(on_bullet(case, Check::B06, bullet));
        }
    }
}

fn same_verb(case: &Case<'_>) -> Option<Finding> {
    const OFTEN: usize = 4;
    if !case.english() {
        return None;
    }
    let mut verbs: BTreeMap<&str, Vec<&Bullet>> = BTreeMap::new();
    for bullet in &case.bullets {
        if let Some(verb) = verbs::opening(&bullet.text) {
            verbs.entry(verb).or_default().push(bullet);
        }
    }
    let (verb, bullets) = verbs.into_iter().max_by_key(|(_, bullets)| bullets.len())?;
    let last = bullets.get(OFTEN - 1)?;
    let title = format!("\"{verb}\" begins {} bullets", bullets.len());
    Some(on_bullet(case, Check::B10, last).titled(title))
}

fn duplicates(case: &Case<'_>, found: &mut Vec<Finding>) {
    const ALIKE: f32 = 0.85;
    let tokens: Vec<HashSet<String>> = case
        .bullets
        .iter()
        .take(300)
        .map(|it| words::words(&it.text).map(fold).collect())
        .collect();
    let mut removed = Vec::new();
    for (later, bullet) in case.bullets.iter().enumerate().take(300) {
        let Some(own) = tokens.get(later).filter(|it| it.len() >= 4) else { continue };
        let twin = tokens.iter().take(later).position(|other| {
            let shared = own.intersection(other).count();
            let all = own.union(other).count();
            #[expect(clippy::cast_precision_loss, reason = "a bullet has few words")]
            let likeness = shared as f32 / all.max(1) as f32;
            likeness > ALIKE
        });
        let Some(twin) = twin.and_then(|at| case.bullets.get(at)) else { continue };
        let finding = on_bullet(case, Check::B17, bullet);
        let mut list = bullet.path.split("].highlights");
        let same_role = list.next() == twin.path.split("].highlights").next();
        // Only a word for word copy in the same role is surely a slip; one removal at a time keeps
        // the other paths true.
        let path = bullet.path.clone();
        if same_role && twin.text == bullet.text && !removed.contains(&bullet.role) {
            removed.push(bullet.role);
            found.push(finding.changing(Edit::Remove { path, from: raw(case, bullet) }));
        } else {
            found.push(finding);
        }
    }
}

/// A bullet as it stands in the resume, with its spaces.
fn raw(case: &Case<'_>, bullet: &Bullet) -> String {
    let own = case.fields.iter().find(|(path, _)| *path == bullet.path);
    own.map_or_else(|| bullet.text.clone(), |(_, text)| text.clone())
}

fn unitless(case: &Case<'_>, found: &mut Vec<Finding>) {
    let Some(pattern) = UNITLESS.as_ref() else { return };
    for bullet in &case.bullets {
        let Some(hit) = pattern.captures(&bullet.text) else { continue };
        let after = hit.get(2).map_or("", |it| it.as_str());
        let word = after.trim_start().trim_end_matches(['.', ';', ',', ')']);
        let glued =
            after.starts_with(['%', 'x', 'k', 'K', 'M', '+']) || word.starts_with(['%', '$', '€']);
        let unit = !word.is_empty() && phrase_in("no_unit", &word.to_lowercase()).is_none();
        if !glued && !unit {
            let quote = hit.get(0).map_or("", |it| it.as_str());
            found.push(on_bullet(case, Check::B18, bullet).quoting(quote));
        }
    }
}
