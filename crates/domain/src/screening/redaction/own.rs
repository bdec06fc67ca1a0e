//! What a resume itself says identifies its owner.

use std::ops::Range;

use super::normal::Normal;
use crate::{lexicon::fold, resumes::Resume};

/// Every identifier of a resume's owner: kind and text.
pub(super) fn identifiers(resume: &Resume, places: bool) -> Vec<(&'static str, String)> {
    let basics = &resume.basics;
    let mut out = name(&basics.name);
    out.push(("EMAIL", basics.email.clone()));
    out.push(("PHONE", basics.phone.clone()));
    out.push(("URL", basics.url.clone()));
    for profile in &basics.profiles {
        out.push(("URL", profile.url.clone()));
        out.push(("HANDLE", profile.username.clone()));
    }
    out.extend(resume.references.iter().flat_map(|it| name(&it.name)));
    out.extend(resume.projects.iter().map(|it| ("URL", it.url.clone())));
    if places {
        out.push(("PLACE", basics.location.clone()));
        out.extend(resume.work.iter().map(|it| ("EMPLOYER", it.name.clone())));
        out.extend(resume.education.iter().map(|it| ("SCHOOL", it.institution.clone())));
    }
    out.retain(|(_, text)| text.chars().filter(|c| c.is_alphanumeric()).count() >= 3);
    out
}

/// A name as a whole and in its parts.
pub(super) fn name(name: &str) -> Vec<(&'static str, String)> {
    const TITLES: [&str; 14] = [
        "dr", "prof", "mr", "mrs", "ms", "von", "van", "de", "del", "der", "la", "phd", "rn", "jr",
    ];
    let parts: Vec<&str> = name
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '(' | ')'))
        .filter(|it| it.chars().count() >= 2 && !TITLES.contains(&fold(it).as_str()))
        .collect();
    let mut out: Vec<(&'static str, String)> = vec![("NAME", name.trim().to_owned())];
    if let (Some(first), Some(last)) = (parts.first(), parts.last())
        && parts.len() > 1
    {
        let initial: String = first.chars().take(1).collect();
        out.push(("NAME", format!("{last}, {first}")));
        out.push(("NAME", format!("{initial}. {last}")));
        out.push(("NAME", format!("{first} {last}")));
        out.push(("NAME", format!("{last} {first}")));
    }
    out.extend(
        parts.iter().filter(|it| it.chars().count() >= 3).map(|it| ("NAME", (*it).to_owned())),
    );
    out.retain(|(_, text)| !text.is_empty());
    out
}

/// Where a text has them, whatever their case, accents, spaces and line ends.
pub(super) fn find(
    normal: &Normal,
    own: &[(&'static str, String)],
) -> Vec<(&'static str, Range<usize>)> {
    let letters: Vec<(usize, char)> = normal
        .text
        .char_indices()
        .flat_map(|(at, c)| {
            fold(&c.to_string()).chars().collect::<Vec<_>>().into_iter().map(move |c| (at, c))
        })
        .filter(|(_, c)| c.is_alphanumeric())
        .collect();
    let mut out = Vec::new();
    for (kind, text) in own {
        let wanted: Vec<char> = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
        if wanted.len() < 3 || wanted.len() > letters.len() {
            continue;
        }
        for start in 0..=letters.len() - wanted.len() {
            let hit = letters.iter().skip(start).zip(&wanted).all(|((_, c), wanted)| c == wanted);
            let bounds = (letters.get(start), letters.get(start + wanted.len() - 1));
            if let (true, (Some((from, _)), Some((to, _)))) = (hit, bounds)
                && is_whole(&normal.text, *from, *to, wanted.len() >= 6)
            {
                let end = to
                    + normal
                        .text
                        .get(*to..)
                        .and_then(|it| it.chars().next())
                        .map_or(1, char::len_utf8);
                out.push((*kind, normal.origin(*from)..normal.origin_end(end)));
            }
        }
    }
    out
}

/// Whether no letter stands before or after; long names count within handles as well.
fn is_whole(text: &str, from: usize, to: usize, long: bool) -> bool {
    let before = text.get(..from).and_then(|it| it.chars().next_back());
    let after = text.get(to..).and_then(|it| it.chars().nth(1));
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let within = text.get(from..=to).is_none_or(|it| it.contains(char::is_whitespace));
    long && !within && !(letter(before) && letter(after)) || !letter(before) && !letter(after)
}
