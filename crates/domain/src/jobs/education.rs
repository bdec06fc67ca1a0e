//! The degree a posting asks for.

use super::lists::{list, says};
use super::{
    DegreeLevel, EducationAsked,
    lines::Line,
    sections::Section,
    words::{any, spaced},
};

/// Degrees by their words, lowest first.
const LEVELS: [(DegreeLevel, &str); 6] = [
    (DegreeLevel::HighSchool, "degree.high_school"),
    (DegreeLevel::Vocational, "degree.vocational"),
    (DegreeLevel::Associate, "degree.associate"),
    (DegreeLevel::Bachelor, "degree.bachelor"),
    (DegreeLevel::Master, "degree.master"),
    (DegreeLevel::Doctorate, "degree.doctorate"),
];

/// The lowest level that a [`spaced`] text names.
pub(super) fn level(text: &str) -> Option<DegreeLevel> {
    LEVELS.iter().find(|(_, words)| says(text, words)).map(|(level, _)| *level)
}

/// The highest level that a [`spaced`] text names.
pub(super) fn highest(text: &str) -> Option<DegreeLevel> {
    LEVELS.iter().rev().find(|(_, words)| says(text, words)).map(|(level, _)| *level)
}

/// What a text asks for, with the piece it stands in.
pub(super) fn find<'a>(lines: &'a [Line<'a>]) -> Option<(EducationAsked, &'a Line<'a>)> {
    let mut best: Option<(EducationAsked, &Line<'_>)> = None;
    for line in lines.iter().filter(|line| asks(line)) {
        let text = spaced(line.text);
        let Some(level) = named(&text, line.text) else { continue };
        let preferred = line.section == Section::Preferred || super::importance::is_welcome(&text);
        let asked = EducationAsked {
            level,
            field: field(line.text),
            required: !preferred,
            or_equivalent: says(&text, "degree.equivalent"),
        };
        let better = best.as_ref().is_none_or(|(held, _)| !held.required && asked.required);
        if better {
            best = Some((asked, line));
        }
    }
    best
}

/// Whether a piece stands where demands stand.
fn asks(line: &Line<'_>) -> bool {
    let section = matches!(line.section, Section::Required | Section::Preferred);
    let worded = matches!(line.section, Section::Intro | Section::Duties | Section::Pay);
    !line.heading && (section || (worded && demanding(line.text)))
}

fn demanding(text: &str) -> bool {
    says(&spaced(text), "degree.demanded")
}

/// The level, unless the words mean something else.
fn named(text: &str, printed: &str) -> Option<DegreeLevel> {
    let waived = says(text, "degree.waived");
    if waived && !any(text, &["degree in", "bachelor", "bachelor s", "master s"]) {
        return None;
    }
    let mut level = level(text)?;
    // "Hbo-diploma in …": what the diploma is comes before what it is in.
    if level == DegreeLevel::Vocational
        && any(text, &["hbo", "bachelor s", "bachelor", "university"])
    {
        level = DegreeLevel::Bachelor;
    }
    // Short forms count only as printed in capitals: "BS", "MA", "MS", not "ms".
    let short = |words: &[&str]| {
        words.iter().any(|word| {
            printed
                .split(|c: char| !c.is_alphanumeric() && c != '.')
                .any(|it| it.trim_end_matches('.') == *word)
        })
    };
    let spelled: &[&str] = match level {
        DegreeLevel::Bachelor => list("degree.spelled_bachelor"),
        DegreeLevel::Master => list("degree.spelled_master"),
        DegreeLevel::HighSchool => list("degree.spelled_high_school"),
        DegreeLevel::Doctorate => list("degree.spelled_doctorate"),
        DegreeLevel::Vocational => list("degree.spelled_vocational"),
        DegreeLevel::Associate => list("degree.spelled_associate"),
    };
    let capitals: &[&str] = match level {
        DegreeLevel::Bachelor => list("degree.short_bachelor"),
        DegreeLevel::Master => &["MS", "M.S", "MA", "MBA"],
        DegreeLevel::Doctorate => &["PhD", "MD", "JD", "PharmD"],
        DegreeLevel::Vocational => &["BTS", "CAP", "DEP", "MBO", "DUT"],
        DegreeLevel::Associate => &["DEC", "AA", "AS"],
        DegreeLevel::HighSchool => &["DES", "GED"],
    };
    // "master data", "scrum master", "web services degree of freedom" name no degree.
    let other = level == DegreeLevel::Master
        && says(text, "degree.other_masters")
        && !any(text, &["master s degree", "master degree"]);
    (!other && (any(text, spelled) || short(capitals))).then_some(level)
}

/// The subject after "in", up to the next comma or bracket.
fn field(text: &str) -> String {
    let after = [
        "degree in ",
        "Bachelor of ",
        "bachelor's in ",
        "Bachelor's in ",
        "diploma in ",
        "degree, ",
        "Studium der ",
        "Studium im Bereich ",
        "Baccalauréat en ",
        "BS in ",
        "BA in ",
        "MS in ",
        "Bachelor in ",
        "Master in ",
    ]
    .iter()
    .find_map(|lead| text.split_once(lead).map(|(_, after)| after));
    let Some(after) = after else { return String::new() };
    let end = after
        .find(['(', ';', '.'])
        .into_iter()
        .chain(
            [
                " with ",
                " from ",
                " or equivalent",
                " or related",
                " or a related",
                " required",
                " preferred",
                ", or a",
                " and at least",
                " plus ",
            ]
            .iter()
            .filter_map(|stop| after.find(stop)),
        )
        .min()
        .unwrap_or(after.len());
    let field = after.get(..end).unwrap_or_default().trim().trim_end_matches(',');
    if field.len() > 80 { String::new() } else { field.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Option<EducationAsked> {
        let text = format!("Requirements\n• {text}");
        let lines = super::super::lines::read(&text);
        find(&lines).map(|(asked, _)| asked)
    }

    #[test]
    fn degrees_are_read_with_what_may_stand_in_for_them() {
        let one = asked("Bachelor's degree in Nursing or equivalent experience").unwrap();
        assert_eq!(
            (one.level, one.field.as_str(), one.or_equivalent),
            (DegreeLevel::Bachelor, "Nursing", true)
        );
        assert_eq!(asked("High school diploma or GED").unwrap().level, DegreeLevel::HighSchool);
        assert_eq!(asked("BS/MS in Physics").unwrap().level, DegreeLevel::Bachelor);
        assert!(!asked("Master's degree preferred").unwrap().required);
        assert_eq!(
            asked("Abgeschlossenes Studium der Informatik").unwrap().level,
            DegreeLevel::Bachelor
        );
    }

    #[test]
    fn what_only_sounds_like_a_degree_is_none() {
        for text in [
            "Certified scrum master",
            "Response within 50 ms",
            "No degree required",
            "A high degree of care",
        ] {
            assert_eq!(asked(text), None, "{text}");
        }
    }
}
