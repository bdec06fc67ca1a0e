//! M06: the name of another company, in the letter or in the file's name.

use crate::{
    lexicon::fold,
    linter::{
        Check, Finding, Target,
        case::Case,
        file::name_words,
        words::{has, patterns, stands_in},
    },
};

patterns! {
    ADDRESSED = r"(?:\b(?:join|joining|work(?:ing)? (?:at|for|with)|position (?:at|with)|role (?:at|with)|opening (?:at|with)|opportunity (?:at|with)|interest in|apply(?:ing)? (?:to|at|with)|employed (?:at|by)|bei der|bei)\s+|\bDear\s+)((?:[A-Z][\w&.'-]*)(?:\s+(?:[A-Z&][\w&.'-]*)){0,3}?)(?:\s+(?:[Tt]eam|[Hh]iring|[Rr]ecruit)|[\s.,;:!'’)]|$)";
}

/// Words that begin like a name and are none.
const NO_NAME: [&str; 22] = [
    "hiring",
    "recruiter",
    "recruiting",
    "sir",
    "madam",
    "sirs",
    "mr",
    "ms",
    "mrs",
    "dr",
    "the",
    "team",
    "human",
    "talent",
    "your",
    "this",
    "a",
    "an",
    "software",
    "hr",
    "people",
    "manager",
];

pub(super) fn check(case: &Case<'_>, target: &Target<'_>, found: &mut Vec<Finding>) {
    let own = fold(&target.posting.company);
    if own.is_empty() {
        return;
    }
    let past: Vec<String> = case.resume.work.iter().map(|role| fold(&role.name)).collect();
    found.extend(in_letter(target, &own, &past));
    found.extend(in_file_name(case, target, &own, &past));
}

fn alike(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && (one.contains(other) || other.contains(one))
}

fn in_letter(target: &Target<'_>, own: &str, past: &[String]) -> Option<Finding> {
    let letter = fold(target.letter);
    let listed = target.others.iter().find(|other| {
        let name = fold(other);
        name.len() > 2
            && !alike(&name, own)
            && !past.iter().any(|it| alike(it, &name))
            && stands_in(&name, &letter)
    });
    let addressed = || {
        let hits = ADDRESSED.as_ref()?.captures_iter(target.letter);
        hits.filter_map(|hit| hit.get(1)).map(|it| it.as_str()).find(|name| {
            let folded = fold(name);
            let first = folded.split(' ').next().unwrap_or_default();
            !NO_NAME.contains(&first)
                && !alike(&folded, own)
                && !past.iter().any(|it| alike(it, &folded))
                && has("company", first)
        })
    };
    let name = listed.map(String::as_str).or_else(addressed)?;
    let at = fold(target.letter).find(&fold(name)).unwrap_or(0);
    let quote: String =
        target.letter.get(at.saturating_sub(20)..).unwrap_or(name).chars().take(80).collect();
    Some(Finding::new(Check::M06).quoting(&quote).titled(format!("The letter names {name}")))
}

fn in_file_name(
    case: &Case<'_>,
    target: &Target<'_>,
    own: &str,
    past: &[String],
) -> Option<Finding> {
    let file = case.file?;
    let squeezed =
        |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let words = name_words(case, file);
    let other = words.iter().find(|word| {
        let listed = target.others.iter().any(|other| squeezed(other) == **word);
        let mine =
            alike(own, word) || past.iter().any(|it| it.split(' ').any(|part| part == *word));
        (listed || has("company", word)) && !mine
    })?;
    Some(
        Finding::new(Check::M06)
            .quoting(&file.name)
            .titled(format!("The file's name says \"{other}\"")),
    )
}
