//! What a certificate or an award is called, and who gave it, when both stand on one line.

use super::{evidence::Evidence, items};
use crate::{
    layout::Passage,
    lexicon::{Lexicon, fold},
};

/// Words before the name of who gave something.
const GIVEN_BY: &[&str] = &[
    "issued by",
    "issuer",
    "issuing organization",
    "issuing authority",
    "awarded by",
    "granted by",
    "presented by",
    "certified by",
    "offered by",
    "conferred by",
    "provided by",
    "provider",
    "authority",
    "institution",
    "ausgestellt von",
    "aussteller",
    "verliehen von",
    "verliehen durch",
    "anbieter",
    "delivre par",
    "decerne par",
    "organisme",
    "emisor",
    "emitido por",
    "expedido por",
    "otorgado por",
    "entidad",
    "entidade",
    "concedido por",
    "rilasciato da",
    "conferito da",
    "ente",
    "uitgegeven door",
    "uitgereikt door",
    "wydany przez",
    "wydane przez",
    "vydal",
    "utfardat av",
    "utfardare",
    "udstedt af",
    "utstedt av",
    "myontaja",
    "veren kurum",
    "kurum",
    "кем выдан",
    "выдан",
    "виданий",
    "organisation",
    "organization",
    "by",
    "from",
    "von",
    "par",
    "por",
    "da",
    "发证机构",
    "颁发机构",
    "發證單位",
    "頒發單位",
    "発行",
    "발급기관",
    "الجهة المانحة",
];

/// Words behind a dash or a comma that belong to the name of a certificate.
const GRADES: &[&str] = &[
    "associate",
    "professional",
    "practitioner",
    "foundation",
    "foundations",
    "expert",
    "specialty",
    "specialist",
    "advanced",
    "basic",
    "intermediate",
    "fundamentals",
    "master",
    "level",
    "stufe",
    "niveau",
    "nivel",
    "livello",
    "poziom",
    "niva",
    "part",
    "module",
    "modul",
    "class",
    "grade",
    "category",
    "kategorie",
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "a1",
    "a2",
    "b1",
    "b2",
    "c1",
    "c2",
    "developer",
    "administrator",
    "architect",
    "instructor",
    "provider",
];

/// The name and whatever else `pieces` say, issuer first.
pub(super) fn name_and_issuer(mut pieces: Vec<Passage>, dated: bool) -> (Passage, Vec<Passage>) {
    if pieces.is_empty() {
        return Default::default();
    }
    let first = pieces.remove(0);
    if !pieces.is_empty() {
        let rest = pieces.iter().map(without_words).filter(|p| !p.is_empty()).collect();
        return (closed(&first), rest);
    }
    match split(&first, dated) {
        Some((name, issuer)) => (closed(&name), vec![without_words(&issuer)]),
        None => (closed(&first), Vec::new()),
    }
}

/// Without "Issued by" and the like before it.
pub(super) fn without_words(piece: &Passage) -> Passage {
    let piece =
        items::trim_item(piece).trim_matches(|c| c.is_whitespace() || matches!(c, '(' | ')' | ','));
    let folded = fold(&piece.text());
    let begins = |word: &&&str| {
        folded.strip_prefix(**word).is_some_and(|tail| tail.starts_with([' ', ':', '：']))
    };
    match GIVEN_BY.iter().filter(begins).max_by_key(|word| word.len()) {
        Some(word) => {
            let rest = piece.slice(word.chars().count()..piece.len());
            rest.trim_matches(|c| c.is_whitespace() || matches!(c, ':' | '：'))
        }
        None => piece,
    }
}

/// Whether a line says who gave what stands on the line above it.
pub(super) fn is_issuer(piece: &Passage) -> bool {
    let text = piece.text();
    let seen = Evidence::of(&text);
    let said = without_words(piece).len() + 2 < items::trim_item(piece).len();
    said || (seen.legal || seen.school || seen.organisation) && !seen.degree && text.len() < 90
}

fn split(text: &Passage, dated: bool) -> Option<(Passage, Passage)> {
    by_bracket(text, dated)
        .or_else(|| by_dash(text, dated))
        .or_else(|| by_word(text))
        .or_else(|| by_comma(text, dated))
}

/// "Name (Issuer)", also when a date was taken out of the bracket.
fn by_bracket(text: &Passage, dated: bool) -> Option<(Passage, Passage)> {
    let chars = text.chars();
    let end = text.trim();
    let open = end.chars().iter().rposition(|c| matches!(c, '(' | '（'))?;
    let torn = !end.chars().iter().skip(open).any(|c| matches!(c, ')' | '）'));
    let closes = matches!(end.chars().last(), Some(')' | '）'));
    let start = chars.iter().take_while(|c| c.is_whitespace()).count() + open;
    if open < 2 || !torn && !closes {
        return None;
    }
    let inside = text
        .slice(start + 1..chars.len())
        .trim_matches(|c| c.is_whitespace() || matches!(c, ')' | '）' | ',' | '，' | ';'));
    let words = inside.text();
    if words.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return None;
    }
    let name = text.slice(0..start);
    let seen = Evidence::of(&words);
    let stands_for = initials(&name.text()).contains(&fold(&words).replace(['-', '.', ' '], ""));
    let gives = (seen.legal || seen.school || seen.organisation)
        && !fold(&words).split(|c: char| !c.is_alphanumeric()).any(|word| GRADES.contains(&word));
    (torn && dated || gives && !stands_for).then_some((name, inside))
}

/// The first letters of the words of a name.
fn initials(name: &str) -> String {
    fold(name)
        .split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .collect()
}

fn by_dash(text: &Passage, dated: bool) -> Option<(Passage, Passage)> {
    let chars = text.chars();
    let dash = |i: usize| {
        matches!(chars.get(i), Some('–' | '—' | '-' | '―'))
            && chars.get(i + 1) == Some(&' ')
            && i.checked_sub(1).and_then(|b| chars.get(b)) == Some(&' ')
    };
    let at = (2..chars.len()).rev().find(|&i| dash(i))?;
    cut(text, at).filter(|(_, issuer)| {
        let seen = Evidence::of(&issuer.text());
        dated || seen.legal || seen.school || seen.organisation
    })
}

/// "Name by Issuer", "Name issued by Issuer".
fn by_word(text: &Passage) -> Option<(Passage, Passage)> {
    let words = text.text();
    let folded = fold(&words);
    if folded.len() != words.len() {
        return None;
    }
    let at = [" issued by ", " awarded by ", " from ", " by ", " through ", " via "]
        .iter()
        .find_map(|word| folded.find(word).map(|at| (at, word.len())))?;
    let head = crate::layout::char_range(&words, 0..at.0);
    let tail = crate::layout::char_range(&words, at.0 + at.1..words.len());
    let issuer = text.slice(tail);
    let capital = issuer.chars().first().is_some_and(|c| c.is_uppercase());
    (capital && head.end > 3).then(|| (text.slice(head), issuer))
}

fn by_comma(text: &Passage, dated: bool) -> Option<(Passage, Passage)> {
    let mut depth = 0i32;
    let mut last = None;
    for (i, ch) in text.chars().iter().enumerate() {
        match ch {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            ',' | '，' | '、' | '،' if depth <= 0 => last = Some(i),
            _ => {}
        }
    }
    let at = last?;
    let (name, issuer) = cut(text, at)?;
    // A legal form or a place after a comma belongs to the issuer before it.
    let words = issuer.text();
    let seen = Evidence::of(&words);
    if (seen.place || seen.legal && words.split_whitespace().count() == 1)
        && let Some((shorter, whole)) = longer(&name, &issuer)
    {
        return Some((shorter, whole));
    }
    let gives = seen.legal || seen.school || seen.organisation;
    (dated || gives).then_some((name, issuer))
}

fn longer(name: &Passage, issuer: &Passage) -> Option<(Passage, Passage)> {
    let at = name.chars().iter().rposition(|c| matches!(c, ',' | '，'))?;
    let (shorter, mut whole) = cut(name, at)?;
    whole.append(", ", issuer);
    Some((shorter, whole))
}

/// The two sides of the sign at `at`, when the right one can name who gave the left one.
fn cut(text: &Passage, at: usize) -> Option<(Passage, Passage)> {
    let name = text.slice(0..at).trim_separators();
    let issuer = text.slice(at + 1..text.len()).trim_separators();
    let words = issuer.text();
    let folded = fold(&words);
    let first = folded.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let grade = GRADES.contains(&first) && words.split_whitespace().count() <= 3
        || Lexicon::get().is_level(&words)
        || first.chars().all(|c| c.is_ascii_digit());
    let capital = words.chars().next().is_some_and(|c| !c.is_lowercase());
    let fits = (2..=70).contains(&issuer.len()) && name.len() >= 2;
    (!grade && capital && fits).then_some((name, issuer))
}

/// Without brackets that a date left empty or open.
fn closed(name: &Passage) -> Passage {
    let mut name = items::trim_item(name);
    loop {
        let chars = name.chars();
        let open = chars.iter().filter(|c| matches!(c, '(' | '（')).count();
        let shut = chars.iter().filter(|c| matches!(c, ')' | '）')).count();
        let n = chars.len();
        let empty = n >= 2 && matches!(chars.get(n - 2..), Some(['(', ')'] | ['（', '）']));
        let torn = matches!(chars.last(), Some('(' | '（' | ','))
            || shut > open && matches!(chars.last(), Some(')' | '）'));
        if empty {
            name = items::trim_item(&name.slice(0..n - 2));
        } else if torn && n > 1 {
            name = items::trim_item(&name.slice(0..n - 1));
        } else {
            return name;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Place;

    fn read(text: &str, dated: bool) -> (String, String) {
        let mut passage = Passage::default();
        text.chars().for_each(|ch| passage.push(ch, Place::NOWHERE));
        let (name, rest) = name_and_issuer(vec![passage], dated);
        (name.text(), rest.first().map(Passage::text).unwrap_or_default())
    }

    #[test]
    fn a_certificate_is_told_from_who_gave_it() {
        for (text, dated, name, issuer) in [
            (
                "Food Safety Supervisor, Australian Institute of Food Safety",
                true,
                "Food Safety Supervisor",
                "Australian Institute of Food Safety",
            ),
            ("PMP (Project Management Institute", true, "PMP", "Project Management Institute"),
            (
                "Advanced Cardiac Life Support (ACLS)",
                true,
                "Advanced Cardiac Life Support (ACLS)",
                "",
            ),
            (
                "AWS Certified Solutions Architect – Associate",
                false,
                "AWS Certified Solutions Architect – Associate",
                "",
            ),
            (
                "Geprüfte Bilanzbuchhalterin – WIFI Oberösterreich",
                true,
                "Geprüfte Bilanzbuchhalterin",
                "WIFI Oberösterreich",
            ),
            (
                "Crane licence, slinging and signalling",
                false,
                "Crane licence, slinging and signalling",
                "",
            ),
            ("CCRN - Critical Care", false, "CCRN - Critical Care", ""),
            (
                "Projektmanagement-Fachmann (IPMA Level D)",
                false,
                "Projektmanagement-Fachmann (IPMA Level D)",
                "",
            ),
            ("Scrum Master issued by Scrum Alliance", false, "Scrum Master", "Scrum Alliance"),
        ] {
            assert_eq!(read(text, dated), (name.to_owned(), issuer.to_owned()), "{text}");
        }
    }
}
