//! Whether a name is a place's, as far as a short list of countries, regions and cities goes.

use std::{collections::HashMap, sync::LazyLock};

use crate::vocabulary::Folded;

/// What kind of place a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Country,
    Region,
    City,
}

static PLACES: LazyLock<HashMap<&'static str, Place>> = LazyLock::new(|| {
    let lines = include_str!("../../vocabulary/places.txt").lines();
    let mut all = HashMap::new();
    for (class, names) in lines.filter_map(|line| line.split_once(": ")) {
        let place = match class {
            "country" => Place::Country,
            "region" => Place::Region,
            "city" => Place::City,
            _ => continue,
        };
        for name in names.split('|').map(str::trim) {
            all.entry(name).or_insert(place);
        }
    }
    all
});

/// The states and provinces whose two letters follow a town.
const STATES: &str = " AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR ON QC BC AB MB SK NS NB NL PE YT NT NU NSW VIC QLD SA TAS ACT UK US USA DK FR IT ES PT PL CZ AT CH BE SE NO FI IE GB EU ";

/// What kind of place exactly these words name.
pub(super) fn place(name: &str) -> Option<Place> {
    let bare = name.trim().trim_matches(['.', ',', '(', ')']);
    if bare.len() > 40 || bare.is_empty() {
        return None;
    }
    let is_state = bare.len() <= 3 && STATES.contains(&format!(" {bare} "));
    let folded = Folded::new(bare).text;
    let known = PLACES.get(folded.trim()).copied();
    known.or(is_state.then_some(Place::Region))
}

/// Whether a text is the name of a place with what it lies in: "Dayton, OH", "Sydney NSW",
/// "Trois-Rivières (Québec)", "Bristol BS8". The first part may be any capitalised name where a
/// country or region follows.
pub(super) fn is_place(text: &str) -> bool {
    let text = text.trim();
    let starts = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    if !starts || text.len() > 70 || text.ends_with(['.', ':', '!', '?']) {
        return false;
    }
    let parts: Vec<&str> =
        text.split([',', '(', ')', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let Some((first, rest)) = parts.split_first() else { return false };
    if super::words::remote_mode(first).is_some() {
        return false;
    }
    if place(first).is_some() || with_more(first) {
        return rest.iter().all(|part| place(part).is_some() || is_code(part) || short(part));
    }
    let around = |part: &&str| matches!(place(part), Some(Place::Country | Place::Region));
    short(first)
        && !super::title::is_role(first)
        && !rest.is_empty()
        && rest.iter().all(|part| around(part) || is_code(part))
}

/// "Sydney NSW", "Bristol BS8", "Graz 8010", "1010 Wien", "London area".
fn with_more(part: &str) -> bool {
    let words: Vec<&str> = part.split(' ').collect();
    let more = |word: &&str| {
        is_code(word)
            || matches!(place(word), Some(Place::Region))
            || matches!(
                *word,
                "area"
                    | "Area"
                    | "centre"
                    | "center"
                    | "metro"
                    | "Metropolitan"
                    | "city"
                    | "City"
                    | "region"
                    | "und"
                    | "and"
                    | "Greater"
                    | "Raum"
                    | "Großraum"
                    | "bei"
            )
    };
    (1..words.len()).any(|at| {
        let (before, after) = words.split_at(at);
        (place(&before.join(" ")).is_some() && after.iter().all(&more))
            || (before.iter().all(&more) && place(&after.join(" ")).is_some())
    })
}

/// A postal code or a department's number.
fn is_code(part: &str) -> bool {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    digits > 0
        && part.len() <= 8
        && part
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-' || c == ' ')
        || (part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase()))
}

fn short(part: &str) -> bool {
    part.split(' ').count() <= 4
        && part.starts_with(char::is_uppercase)
        && !part.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_from_names() {
        for text in [
            "Dayton, OH",
            "Boulder, Colorado",
            "Calgary, Alberta",
            "Riva del Garda (TN)",
            "Sydney NSW",
            "New York, NY",
            "Horsens, DK",
            "München",
            "São Paulo, SP",
            "Ciudad de México",
            "Bristol BS8",
            "Nantes (44)",
            "Lyon, Auvergne-Rhône-Alpes, France",
            "Trois-Rivières (Québec)",
            "Kleinkleckersdorf, Deutschland",
            "1010 Wien",
            "Manchester city centre",
            "Doncaster, South Yorkshire",
        ] {
            assert!(is_place(text), "{text}");
        }
        for text in [
            "Acme",
            "Ovenbird",
            "Larkmoor General Hospital",
            "Harbour Learning Trust",
            "Requirements",
            "Senior Engineer, Platform",
            "About us",
            "Kestner & Partner",
            "we",
            "Berlin is great.",
            "Studio Mirabelle",
        ] {
            assert!(!is_place(text), "{text}");
        }
    }
}
