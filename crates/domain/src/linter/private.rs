//! C07: details that are nobody's business, or that invite theft; by what is usual where.

use super::{
    Check, Finding, Severity,
    case::{Case, Seen},
    words::{Pattern, first, patterns},
};

patterns! {
    BIRTH = r"(?i)\b(?:date of birth|d\.o\.b\.?|dob\s*:|birth ?date|birthday\s*:|born (?:on|in \d)|geburtsdatum|geburtstag|geboren(?: am)?\b|geb\. ?\d|date de naissance|née? le|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il|data de nascimento|geboortedatum|data urodzenia)|дата рождения|生年月日|出生年月|出生日期";
    AGE = r"(?i)\b(?:age|alter|âge|edad|età|idade|wiek)\s*[:：]\s*\d{2}\b|\b[1-6]\d (?:years old|jahre alt)\b|年龄";
    FAMILY = r"(?i)\b(?:marital status|civil status|familienstand|situation (?:de famille|familiale)|estado civil|stato civile|burgerlijke staat|stan cywilny)\b|\bétat civil\s*:|семейное положение|婚姻";
    NATION = r"(?i)(?:^|[|·•,;]\s*|\s{2})(?:nationality|citizenship|nationalität|staatsangehörigkeit|nationalité|nacionalidad|nazionalità|nacionalidade|nationaliteit|narodowość|obywatelstwo|гражданство|国籍|民族)\s*[:：–-]?\s*\p{L}";
    RELIGION = r"(?i)\b(?:religion|konfession|religión|religione|religia)\s*[:：]\s*\p{L}|宗教\s*[:：]";
    NUMBER = r"(?i)\b(?:passport|ssn|social security|national id|identity card|aadhaar|personalausweis|reisepass|dni|nie|nif|pesel|cpf|codice fiscale)\s*(?:no\.?|number|nr\.?|nummer|n°|#)?\s*[:#]?\s*[A-Z]{0,3}\d[\dA-Z.-]{5,}|\b\d{3}-\d{2}-\d{4}\b|身份证";
    LICENCE = r"(?i)\bdriv(?:er'?s?|ers|ing)['’]?s? licen[cs]e\s*(?:no\.?|number|nr\.?|#)\s*[:#]?\s*[A-Z]{0,4}\d[\dA-Z-]{4,}|\bführerscheinnummer\b";
    STREET = r"\b\d{1,5}[A-Z]?\s+(?:(?:N|S|E|W|NE|NW|SE|SW)\.?\s+)?(?:[A-Z0-9][\w'.]*\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Terrace|Parkway|Pkwy|Crescent)\b";
}

/// What is looked for, what it is called, and whether a country's habits excuse it.
const KINDS: &[(&Pattern, &str, bool)] = &[
    (&BIRTH, "Birth date", true),
    (&AGE, "Age", true),
    (&FAMILY, "Family status", true),
    (&NATION, "Nationality", true),
    (&RELIGION, "Religion", true),
    (&NUMBER, "Number of a document of yours", false),
    (&LICENCE, "Number of your driving licence", false),
];

/// Beyond this many lines an address is an employer's.
const TOP: usize = 15;

/// Finds private details.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    let seen = case.seen();
    for (pattern, name, excused) in KINDS {
        let hit = seen.iter().find_map(|it| Some((it, first(pattern, it.text)?)));
        let Some((line, quote)) = hit else { continue };
        let finding = finding(case, line, name).quoting(quote);
        let usual = *excused && case.region.shows_private_details();
        found.push(if usual { as_usual(finding) } else { finding });
    }
    found.extend(street(case, &seen));
}

fn finding(case: &Case<'_>, line: &Seen<'_>, name: &str) -> Finding {
    let number = line.spot.and_then(|spot| spot.line);
    let path = match number {
        Some(number) if line.path.is_empty() => case.path_of_line(number),
        Some(_) | None => line.path.to_owned(),
    };
    Finding::new(Check::C07).at(path).on(line.spot).titled(name)
}

fn as_usual(finding: Finding) -> Finding {
    finding.only(Severity::Information).fixed_by(
        "It is usual in this country and never asked for by law; leave it out if you like.",
    )
}

fn street(case: &Case<'_>, seen: &[Seen<'_>]) -> Option<Finding> {
    if case.region.shows_street() {
        return None;
    }
    let top = seen.iter().filter(|it| it.path.is_empty()).take(TOP);
    let own = seen.iter().filter(|it| it.path == "basics.location");
    let (line, quote) = top.chain(own).find_map(|it| Some((it, first(&STREET, it.text)?)))?;
    Some(
        finding(case, line, "Street address")
            .quoting(quote)
            .fixed_by("City and region are enough."),
    )
}
