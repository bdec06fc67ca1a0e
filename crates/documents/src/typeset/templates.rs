//! The templates, and the files they are made of.

use domain::resumes::Template;

/// Every template, the plainest first.
pub(super) const ALL: [Template; 3] = [
    Template {
        id: "classic",
        name: "Classic",
        description: "A centred name, a book face and room to breathe. Right nearly everywhere.",
    },
    Template {
        id: "modern",
        name: "Modern",
        description: "A clean sans with one quiet colour. For offices, technology and care alike.",
    },
    Template {
        id: "compact",
        name: "Compact",
        description: "Small type that stays readable. For long careers on few pages.",
    },
];

/// The text of one of our files.
pub(super) fn file(path: &str) -> Option<&'static str> {
    Some(match path {
        "common.typ" => include_str!("../../templates/common.typ"),
        "classic.typ" => include_str!("../../templates/classic.typ"),
        "modern.typ" => include_str!("../../templates/modern.typ"),
        "compact.typ" => include_str!("../../templates/compact.typ"),
        _ => return None,
    })
}
