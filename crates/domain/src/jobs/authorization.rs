//! What a posting says about the right to work there and about clearance.

use std::ops::Range;

use super::lists::says;
use super::{lines::Line, words::spaced};

/// The class of the demand, and where it stands in bytes.
pub(super) fn find(lines: &[Line<'_>]) -> Option<(&'static str, Range<usize>)> {
    const CLASSES: [(&str, &str); 5] = [
        ("us_person_itar", "visa.itar"),
        ("us_citizen_or_permanent_resident_asked", "visa.resident"),
        ("work_authorization_required", "visa.authorized"),
        ("us_citizen_required", "visa.citizen"),
        ("no_sponsorship", "visa.no_sponsorship"),
    ];
    let texts: Vec<String> = lines.iter().map(|line| spaced(line.text)).collect();
    for (class, phrases) in CLASSES {
        let found = lines.iter().zip(&texts).find(|(_, text)| {
            says(text, phrases) && !boilerplate(text) && !says(text, "importance.waived")
        });
        if let Some((line, _)) = found {
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
