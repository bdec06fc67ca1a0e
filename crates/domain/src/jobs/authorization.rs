//! What a posting says about the right to work there and about clearance.

use std::ops::Range;

use super::lists::{list, says};
use super::{
    lines::Line,
    words::{any, spaced},
};

/// The class of the demand, and where it stands in bytes.
pub(super) fn find(lines: &[Line<'_>]) -> Option<(&'static str, Range<usize>)> {
    let classes: [(&str, &[&str]); 5] = [
        ("us_person_itar", list("visa.itar")),
        (
            "us_citizen_or_permanent_resident_asked",
            &[
                "u s citizen or permanent resident",
                "us citizen or permanent resident",
                "citizen or green card",
                "citizens or permanent residents",
                "citizen or lawful permanent resident",
                "us citizen or green card holder",
            ],
        ),
        ("work_authorization_required", list("visa.authorized")),
        ("us_citizen_required", list("visa.citizen")),
        ("no_sponsorship", list("visa.no_sponsorship")),
    ];
    for (class, phrases) in classes {
        let found = lines.iter().find(|line| {
            let text = spaced(line.text);
            any(&text, phrases) && !boilerplate(&text) && !says(&text, "importance.waived")
        });
        if let Some(line) = found {
            return Some((class, line.start..line.start + line.text.len()));
        }
    }
    None
}

/// Notices that name citizenship without asking for it.
fn boilerplate(text: &str) -> bool {
    says(text, "visa.notice")
}

/// The clearance a text asks for, as printed: the sentence that names it.
pub(super) fn clearance(lines: &[Line<'_>]) -> Option<Range<usize>> {
    let line = lines.iter().find(|line| {
        let text = spaced(line.text);
        let asked = !line.heading && line.text.len() < 300;
        asked
            && says(&text, "clearance.words")
            && !says(&text, "importance.waived")
            && !boilerplate(&text)
    })?;
    Some(line.start..line.start + line.text.len())
}

/// Whether the employer says that it sponsors visas, or that it does not.
pub(super) fn sponsors(lines: &[Line<'_>]) -> Option<(bool, Range<usize>)> {
    lines.iter().find_map(|line| {
        let text = spaced(line.text);
        let range = line.start..line.start + line.text.len();
        if says(&text, "visa.no_sponsorship") {
            Some((false, range))
        } else if says(&text, "visa.sponsors") {
            Some((true, range))
        } else {
            None
        }
    })
}
