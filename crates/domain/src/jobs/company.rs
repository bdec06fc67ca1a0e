//! Who the employer is, as far as the text says so.

use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

use regex::Regex;

use super::lists::list;
use super::{lines::Line, sections::Section};

/// A name: capitalised words, joined by a few small ones.
const NAME: &str = r"((?:[\p{Lu}0-9][\w&.'’+-]*|[a-z]{1,3}[A-Z]\w+)(?: (?:(?:of|de|du|der|and|&|the) )?(?:[\p{Lu}0-9][\w&.'’+-]*)){0,4})";

/// Phrases around an employer's name, the telling ones first, each with its weight.
static PHRASES: LazyLock<Vec<(Regex, u32)>> = LazyLock::new(|| {
    [
        (r"(?m)^(?:• )?(?:Company|Employer|Company name|Unternehmen|Firma|Entreprise|Empresa|Azienda|Bedrijf|Organisatie|Werkgever|Pracodawca|Společnost|Zaměstnavatel|Arbeitgeber|Client|Organisation|Organization|Virksomhed|Företag|Arbetsgivare|Arbejdsgiver|Empleador|Employeur|Hiring company|Agency|Institution|School|Practice)(?: name)? ?: ?NAME", 12),
        (r"(?m)^(?:• )?(?:About|Über|À propos de|Sobre|Chi è|Over|Join|Working at|Life at|Why(?: join)?) NAME(?:[:!?]|$)", 6),
        (r"(?:About|À propos de|Über) NAME: ", 5),
        (r"(?:^|[.!\n] ?)(?:At|Bei|Chez|En|Na) NAME,? (?:we|our|you|everyone|wir|nous|the)\b", 5),
        (r"(?m)^(?:• )?NAME(?: \([^)\n]{2,60}\))?,? (?:is|are|ist|est|es|é|jest|er|è) (?:an?|the|one|on a|ein|eine|un|une|uma?|seeking|looking|hiring|building|revolutionizing|proud|currently|redefining|committed|dedicated|transforming|wiodąc\w+)\b", 4),
        (r"\b[Jj]oin(?:ing)? (?:the )?NAME(?:'s|’s)? (?:team|as|and|family|in)\b", 6),
        (r"(?m)(?:^|[.!] )(?:Die |Der |Das |La |Le |El |Il |The )?NAME (?:sucht|suchen|recherche|recrute|cerca|ricerca|zoekt|szuka|poszukuje|hledá|přijme|søger|söker|busca|procura|selecciona|contrata|seeks|is hiring|betreut|telt|zählt|compte|cuenta|conta|działa|har)\b", 6),
        (r"(?m)^(?:La|Le|L'|L’|Die|Der|Das|El|De|Het) ?NAME (?:est|ist|es|is|è|é) (?:un|une|ein|eine|einer|een|una|um|uma)\b", 5),
        (r"\b(?:groupe de|employees of|team at|working (?:at|for)|work (?:at|for)|career at|position at|role at|opportunity at|employer of) NAME", 3),
        (r"\b(?:maintaining \w+ records for|records for) NAME employees", 3),
        (r"\b((?:City|County|Town|Township|Village|Borough|State) of [A-Z]\w+(?: [A-Z]\w+)?)", 5),
        (r"\b((?:Gemeente|Stadt|Landkreis|Ville de|Ayuntamiento de|Comune di|Gmina|Urząd) [A-Z]\w+)", 5),
        (r"\bNAME (?:employees|is an equal opportunity|provides equal|does not discriminate|offers|was founded|has been|believes|we're|’s mission|'s mission|’s team|'s team)", 3),
        (r"\bNAME(?:,? (?:Inc|LLC|Ltd|GmbH|AG|SE|S\.A|SAS|Sp\. z o\.o|ApS|A/S|AB|BV|B\.V|s\.r\.o|SpA|Corp|Corporation|KG|Limited|plc)\b\.?)", 3),
    ]
    .into_iter()
    .filter_map(|(pattern, weight)| Some((Regex::new(&pattern.replace("NAME", NAME)).ok()?, weight)))
    .collect()
});

/// The employer's name, and where it stands in bytes; the text must speak of it with at least
/// this weight.
pub(super) fn find(
    text: &str,
    lines: &[Line<'_>],
    header: Option<Range<usize>>,
    least: u32,
) -> Option<Range<usize>> {
    let end = text.char_indices().nth(12_000).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end)?;
    // Agencies sign their notices; an employer is named above them.
    let notices = lines
        .iter()
        .filter(|line| line.section == Section::Legal && line.heading)
        .map(|line| line.start)
        .min();
    let mut names: BTreeMap<String, (u32, Range<usize>)> = BTreeMap::new();
    for (pattern, weight) in PHRASES.iter() {
        for found in pattern.captures_iter(head).take(40) {
            let Some(name) = found.get(1) else { continue };
            if notices.is_some_and(|at| name.start() > at && at > head.len() / 2) {
                continue;
            }
            if let Some(range) = trimmed(head, name.range()) {
                let key = head.get(range.clone()).unwrap_or_default().to_lowercase();
                let entry = names.entry(key).or_insert((0, range));
                entry.0 += weight;
            }
        }
    }
    if let Some(range) = header.filter(|range| range.end <= head.len()) {
        let key = head.get(range.clone()).unwrap_or_default().to_lowercase();
        names.entry(key).or_insert((0, range)).0 += UNDER_TITLE;
    }
    yield_to_fuller(&mut names);
    let small = head.to_lowercase();
    let rated = names.into_iter().map(|(name, (weight, range))| {
        let often = small.matches(&name).count().min(6);
        (weight + u32::try_from(often).unwrap_or(0), range)
    });
    rated
        .filter(|(weight, _)| *weight >= least)
        .max_by_key(|(weight, range)| (*weight, std::cmp::Reverse(range.start)))
        .map(|(_, range)| range)
}

/// What a name alone on the line under the title weighs.
const UNDER_TITLE: u32 = 6;

/// "Northgate" is a short way to say "Northgate Teaching Hospital": what counts for the one counts
/// for the other.
fn yield_to_fuller(names: &mut BTreeMap<String, (u32, Range<usize>)>) {
    let all: Vec<String> = names.keys().cloned().collect();
    for short in &all {
        let fuller = all.iter().find(|name| {
            name.strip_prefix(short.as_str()).is_some_and(|rest| rest.starts_with(' '))
        });
        if let Some(fuller) = fuller
            && let Some((weight, _)) = names.remove(short)
            && let Some(entry) = names.get_mut(fuller)
        {
            entry.0 += weight;
        }
    }
}

/// A name without what only stands around it; `None` when nothing is left.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let name = text.get(range.clone())?;
    // "Acme.Responsibilities": the next sentence was glued to the name.
    let glued = name.match_indices('.').find(|(at, _)| {
        let next: Vec<char> = name.get(at + 1..).unwrap_or_default().chars().take(2).collect();
        matches!(next.as_slice(), [first, second] if first.is_uppercase() && second.is_lowercase())
    });
    let name = glued.and_then(|(at, _)| name.get(..at)).unwrap_or(name);
    let name = name.trim_end_matches(['.', ',', '\'', '’', '-', ' ']);
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    let low = name.to_lowercase();
    let first = low.split(' ').next().unwrap_or_default();
    let role = super::title::is_role(name) || super::sections::exactly(name).is_some();
    let bad = name.len() < 2
        || list("company.not").contains(&low.as_str())
        || list("company.not").contains(&first)
        || role
        || name.chars().all(|c| c.is_ascii_digit() || c == '.')
        || crate::vocabulary::named(name).is_some();
    (!bad).then_some(range.start..range.start + name.len())
}
