//! Where something is, from an address in pieces.

use super::tree::At;

/// The pieces of an address from the street to the country, as one line.
const PIECES: &[&[&str]] = &[
    &["address", "addressLine", "addressLine1", "street", "streetAddress"],
    &["addressLine2"],
    &["postalCode", "zip", "zipCode"],
    &["city", "cityName", "municipality", "town"],
    &["region", "state", "countrySubDivisionCode"],
    &["country", "countryCode"],
];

/// The address at `at` in one line: as written, or from its pieces.
pub(super) fn place(at: &At<'_>) -> String {
    if !at.value.is_object() || !at.text().is_empty() {
        return at.text();
    }
    let pieces = PIECES.iter().filter_map(|keys| at.first(keys)).map(|piece| {
        let whole = piece.items().iter().map(At::text).collect::<Vec<_>>().join(", ");
        if whole.is_empty() { piece.text_of(&["label", "code"]) } else { country(&whole) }
    });
    let pieces: Vec<String> = pieces.filter(|piece| !piece.is_empty()).collect();
    pieces.join(", ")
}

/// A code of two letters in the case that codes have.
fn country(text: &str) -> String {
    let is_code = text.len() == 2 && text.chars().all(|ch| ch.is_ascii_lowercase());
    if is_code { text.to_uppercase() } else { text.to_owned() }
}
