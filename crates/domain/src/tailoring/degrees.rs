//! Degrees: the level, the kind and the subject of the papers, no other.

use super::{
    draft::Draft,
    ground::{Line, Place},
    verdict::{ClaimKind, Verdict},
    words::{Gap, Token},
};

/// Words for honours, which the papers must have.
const HONOURS: [&str; 14] = [
    "honours",
    "honors",
    "honour",
    "distinction",
    "laude",
    "summa",
    "magna",
    "cum",
    "gpa",
    "valedictorian",
    "upper",
    "merit",
    "first-class",
    "auszeichnung",
];

/// Short forms and the subject they stand for.
const KINDS: [(&str, &str); 24] = [
    ("bsc", "science"),
    ("bs", "science"),
    ("bsn", "science"),
    ("msc", "science"),
    ("ms", "science"),
    ("msn", "science"),
    ("ba", "arts"),
    ("ma", "arts"),
    ("beng", "engineering"),
    ("meng", "engineering"),
    ("mba", "business"),
    ("bba", "business"),
    ("llb", "laws"),
    ("llm", "laws"),
    ("bed", "education"),
    ("med", "education"),
    ("mph", "health"),
    ("mfa", "fine"),
    ("bfa", "fine"),
    ("pgce", "pgce"),
    ("jd", "juris"),
    ("juris", "juris"),
    ("md", "medicine"),
    ("aas", "applied"),
];

/// A degree in a text: its level in tenths, what kind, and the words it stands in.
struct Degree {
    level: u8,
    kind: Option<&'static str>,
    span: (usize, usize),
}

/// Checks every degree the text claims.
pub(super) fn check(draft: &mut Draft<'_>) {
    check_honours(draft);
    let own: Vec<(usize, Degree)> = draft
        .ground
        .own()
        .filter(|(_, line)| !matches!(line.place, Place::Done | Place::Title | Place::Skill))
        .flat_map(|(at, line)| find(&line.tokens, &line.text).into_iter().map(move |it| (at, it)))
        .collect();
    let claimed = find(&draft.tokens, draft.text);
    for degree in &claimed {
        let same: Vec<&(usize, Degree)> = own
            .iter()
            .filter(|(_, it)| it.level == degree.level && agree(it.kind, degree.kind))
            .collect();
        let Some((line, _)) = same.first() else {
            let evidence = education(draft);
            let why = "the resume does not have this degree";
            draft.claim(ClaimKind::Degree, Verdict::Blocked, degree.span, why, evidence);
            continue;
        };
        let evidence = draft.evidence(*line);
        let subject = subject(draft, degree.span.1);
        let foreign = subject.iter().copied().find(|at| !in_education(draft, *at));
        match foreign {
            Some(at) => {
                let verdict = if draft.is_own(at) { Verdict::Check } else { Verdict::Blocked };
                let why = "the resume has this degree in another subject";
                draft.claim(ClaimKind::Degree, verdict, (degree.span.0, at + 1), why, evidence);
            }
            None if is_unfinished(draft, *line) => {
                let why = "the resume has this degree as not finished";
                draft.claim(ClaimKind::Degree, Verdict::Blocked, degree.span, why, evidence);
            }
            None => {
                draft.claim(
                    ClaimKind::Degree,
                    Verdict::Verified,
                    degree.span,
                    "the resume has this degree",
                    evidence,
                );
                settle_around(draft, degree.span);
            }
        }
    }
    if claimed.is_empty() {
        check_plain(draft, own.iter().any(|(_, it)| it.level >= 30));
    }
}

/// "Holds a", "degree", "graduate" beside a degree that stands add nothing.
fn settle_around(draft: &mut Draft<'_>, (from, to): (usize, usize)) {
    for at in from.saturating_sub(4)..(to + 3).min(draft.tokens.len()) {
        let plain = [
            "holds",
            "hold",
            "holding",
            "degree",
            "graduate",
            "graduated",
            "diploma",
            "earned",
            "completed",
            "obtained",
            "titulaire",
            "abschluss",
        ];
        if plain.contains(&draft.word(at)) {
            draft.settle(at, at + 1);
        }
    }
}

fn agree(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn education(draft: &Draft<'_>) -> Option<super::verdict::Backing> {
    draft.ground.lines.iter().find(|it| it.place == Place::Education).map(Line::evidence)
}

/// "Degree in culinary arts": a degree without its level.
fn check_plain(draft: &mut Draft<'_>, has_any: bool) {
    let found = (0..draft.tokens.len()).find(|at| {
        matches!(
            draft.word(*at),
            "degree"
                | "hochschulabschluss"
                | "abschluss"
                | "diplome"
                | "titulado"
                | "graduate"
                | "diploma"
        ) && matches!(draft.word(*at + 1), "in" | "of" | "from" | "en" | "de" | "")
            && !matches!(draft.before(*at, 1), "new" | "recent" | "other")
    });
    let Some(at) = found else { return };
    let named = !draft.spots_of(at).is_empty();
    let subject = subject(draft, at + 1);
    let foreign = subject.iter().copied().find(|it| !in_education(draft, *it));
    let span = (at, foreign.map_or(at + 1, |it| it + 1));
    let evidence = education(draft);
    if !(has_any || named) || foreign.is_some_and(|it| !draft.is_own(it)) {
        draft.claim(
            ClaimKind::Degree,
            Verdict::Blocked,
            span,
            "the resume does not have this degree",
            evidence,
        );
    } else if foreign.is_some() || !has_any && draft.word(at) == "degree" {
        draft.claim(
            ClaimKind::Degree,
            Verdict::Check,
            span,
            "the resume has another degree",
            evidence,
        );
    }
}

fn check_honours(draft: &mut Draft<'_>) {
    for at in 0..draft.tokens.len() {
        let word = draft.word(at).to_owned();
        let first_class = word == "class" && draft.before(at, 1) == "first";
        if !(HONOURS.contains(&word.as_str()) || first_class)
            || word == "upper" && draft.word(at + 1) != "second"
        {
            continue;
        }
        let said = !draft.ground.exact(&word).is_empty();
        if !said {
            let evidence = education(draft);
            let span = if first_class { (at - 1, at + 1) } else { (at, at + 1) };
            draft.claim(
                ClaimKind::Degree,
                Verdict::Blocked,
                span,
                "the resume does not say with what result",
                evidence,
            );
        }
    }
}

/// Whether the papers say the word where they speak of schools.
fn in_education(draft: &Draft<'_>, at: usize) -> bool {
    draft.spots_of(at).iter().any(|spot| {
        draft.ground.line(*spot).is_some_and(|it| {
            matches!(it.place, Place::Education | Place::Other)
                || it.place == Place::Name && it.path.starts_with("education")
                || it.path.starts_with("facts")
        })
    })
}

/// The subject after a degree: "in Computer Science".
fn subject(draft: &Draft<'_>, from: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let links = [
        "in",
        "of",
        "en",
        "de",
        "der",
        "des",
        "fur",
        "s",
        "degree",
        "science",
        "arts",
        "engineering",
    ];
    let mut linked = false;
    for at in from..draft.tokens.len().min(from + 9) {
        let Some(token) = draft.tokens.get(at) else { break };
        let word = token.fold.as_str();
        if token.gap >= Gap::Comma || token.is_number() {
            break;
        }
        if links.contains(&word) && !linked || word == "and" && linked {
            linked |= matches!(word, "in" | "en" | "de" | "fur");
            continue;
        }
        if draft.lists.is_small(word) {
            break;
        }
        if linked && !draft.lists.is_neutral(token) {
            out.push(at);
        } else if !linked && !token.capital {
            break;
        }
    }
    out
}

/// Whether a line says its degree was not finished, and the text does not.
fn is_unfinished(draft: &Draft<'_>, line: usize) -> bool {
    let open = |tokens: &[Token]| tokens.iter().any(|it| draft.lists.has("unfinished", &it.fold));
    draft.ground.lines.get(line).is_some_and(|it| open(&it.tokens)) && !open(&draft.tokens)
}

/// Every degree in a text.
fn find(tokens: &[Token], text: &str) -> Vec<Degree> {
    let lists = super::lists::Lists::get();
    let mut out: Vec<Degree> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(level) = lists.kind("degree", &token.fold) else {
            // "B.Eng." and "M.Sc." are two words here.
            if let Some(degree) = dotted(tokens, at, text) {
                out.push(degree);
            }
            continue;
        };
        let next = tokens.get(at + 1).map_or("", |it| it.fold.as_str());
        let printed = text.get(token.start..token.end).unwrap_or_default();
        if !is_degree(&token.fold, next, tokens.get(at + 1), printed) {
            continue;
        }
        let level = level.parse::<u8>().unwrap_or(0) * 10;
        let long = if next == "of" { tokens.get(at + 2).map(|it| it.fold.as_str()) } else { None };
        let kind = KINDS
            .iter()
            .find(|(short, long_kind)| {
                *short == token.fold || long.is_some_and(|it| it == *long_kind)
            })
            .map(|it| it.1);
        let end = if long.is_some() { at + 3 } else { at + 1 };
        if out.last().is_some_and(|it| it.level == level && it.span.1 >= at) {
            continue;
        }
        out.push(Degree { level, kind, span: (at, end) });
    }
    out
}

fn dotted(tokens: &[Token], at: usize, text: &str) -> Option<Degree> {
    let (one, two) = (tokens.get(at)?, tokens.get(at + 1)?);
    let between = text.get(one.end..two.start)?;
    let level = match one.fold.as_str() {
        "b" => 40,
        "m" => 50,
        "ph" => 60,
        _ => return None,
    };
    let short = format!("{}{}", one.fold, two.fold);
    let known = KINDS.iter().find(|(it, _)| *it == short).map(|it| it.1);
    let degree = known.is_some() || short == "phd";
    (degree && between.starts_with('.') && one.capital).then_some(Degree {
        level,
        kind: known,
        span: (at, at + 2),
    })
}

/// Whether an ambiguous word is a degree here.
fn is_degree(word: &str, next: &str, after: Option<&Token>, printed: &str) -> bool {
    let caps = printed.chars().filter(|c| c.is_uppercase()).count() >= 2 || printed.contains('.');
    match word {
        "ms" | "bs" | "ba" | "jd" | "md" | "bed" | "but" | "bts" | "dut" | "aas" | "hnd"
        | "mba" | "mph" => caps,
        "master" | "associate" | "bachelor" | "foundation" | "doctor" | "juris" => {
            matches!(next, "of" | "s" | "degree" | "in" | "en" | "doctor" | "")
                || word == "master"
                    && (after.is_some_and(|it| it.gap > Gap::None) || next == "comptabilite")
                || word == "bachelor"
        }
        "associates" | "masters" => matches!(next, "degree" | "in" | "of" | ""),
        "promotion" => false,
        "licence" => matches!(next, "en" | "professionnelle" | "de" | "pro"),
        "grado" => matches!(next, "en"),
        "undergraduate" | "doctoral" => matches!(next, "degree"),
        _ => true,
    }
}
