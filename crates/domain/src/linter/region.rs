//! Whose habits apply: what is usual in one country is a risk in another.

use serde::{Deserialize, Serialize};

use crate::{lexicon::fold, resumes::Resume};

/// A country or a group of countries with like habits.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "camelCase")]
pub enum Region {
    /// United States.
    Us,
    /// Canada.
    Canada,
    /// United Kingdom, Ireland, Australia, New Zealand.
    Britain,
    /// Germany, Austria, Switzerland.
    German,
    /// France, Belgium.
    French,
    /// Spain, Portugal, Italy and Latin America.
    Southern,
    /// The Netherlands and the North.
    Northern,
    /// Poland, Czechia and the East.
    Eastern,
    /// East Asia and the Middle East.
    Asian,
    /// Anywhere else, or not known.
    #[default]
    Elsewhere,
}

impl Region {
    /// Where `resume` is from: by its place, its telephone number, its language.
    pub fn of(resume: &Resume) -> Self {
        by_place(&resume.basics.location)
            .or_else(|| by_phone(&resume.basics.phone))
            .or_else(|| by_language(&resume.language))
            .unwrap_or_default()
    }

    /// The region of a place as it is printed, where that is known.
    pub(super) fn of_place(place: &str) -> Option<Self> {
        by_place(place)
    }

    /// A photo is usual, and nothing to warn of.
    pub const fn shows_photos(self) -> bool {
        matches!(self, Self::German | Self::French | Self::Southern | Self::Eastern | Self::Asian)
    }

    /// Birth date, nationality or family are usual.
    pub const fn shows_private_details(self) -> bool {
        matches!(self, Self::German | Self::French | Self::Southern | Self::Asian | Self::Eastern)
    }

    /// A street address is usual.
    pub const fn shows_street(self) -> bool {
        !matches!(self, Self::Us | Self::Canada | Self::Britain | Self::Elsewhere)
    }
}

/// Countries and states as they end an address, folded.
const PLACES: &[(Region, &[&str])] = &[
    (Region::Us, &["usa", "us", "u.s.a", "u.s", "united states", "united states of america"]),
    (
        Region::Canada,
        &["canada", "on", "bc", "qc", "ab", "ontario", "quebec", "british columbia", "alberta"],
    ),
    (
        Region::Britain,
        &[
            "uk",
            "united kingdom",
            "england",
            "scotland",
            "wales",
            "northern ireland",
            "ireland",
            "australia",
            "new zealand",
            "nsw",
            "vic",
            "qld",
            "great britain",
        ],
    ),
    (
        Region::German,
        &["germany", "deutschland", "austria", "osterreich", "switzerland", "schweiz", "suisse"],
    ),
    (Region::French, &["france", "belgium", "belgique", "luxembourg"]),
    (
        Region::Southern,
        &[
            "spain",
            "espana",
            "portugal",
            "italy",
            "italia",
            "brazil",
            "brasil",
            "mexico",
            "argentina",
            "colombia",
            "chile",
            "peru",
        ],
    ),
    (
        Region::Northern,
        &[
            "netherlands",
            "the netherlands",
            "nederland",
            "sweden",
            "sverige",
            "denmark",
            "danmark",
            "norway",
            "norge",
            "finland",
            "suomi",
            "iceland",
        ],
    ),
    (
        Region::Eastern,
        &[
            "poland",
            "polska",
            "czechia",
            "czech republic",
            "hungary",
            "romania",
            "bulgaria",
            "ukraine",
            "russia",
            "slovakia",
            "croatia",
            "serbia",
        ],
    ),
    (
        Region::Asian,
        &[
            "china",
            "japan",
            "korea",
            "south korea",
            "taiwan",
            "hong kong",
            "india",
            "uae",
            "united arab emirates",
            "saudi arabia",
            "egypt",
            "turkey",
            "turkiye",
        ],
    ),
];

/// The states of the US by their codes, as printed.
const STATES: &str = "AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO \
    MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY";

fn by_place(place: &str) -> Option<Region> {
    let parts: Vec<&str> = place.split([',', '|', '·', '(', ')', '/']).map(str::trim).collect();
    for part in parts.iter().rev() {
        let folded = fold(part);
        let known = PLACES.iter().find(|(_, names)| names.contains(&folded.trim_end_matches('.')));
        if let Some((region, _)) = known {
            return Some(*region);
        }
        // "Portland, OR 97201"; "CA" alone may be Canada.
        let code = part.split_whitespace().find(|word| word.len() == 2);
        if parts.len() > 1 && code.is_some_and(|code| STATES.split(' ').any(|it| it == code)) {
            return Some(Region::Us);
        }
    }
    None
}

fn by_phone(phone: &str) -> Option<Region> {
    let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let rest = digits.strip_prefix('+').or_else(|| digits.strip_prefix("00"))?;
    let codes: &[(Region, &[&str])] = &[
        (Region::Us, &["1"]),
        (Region::Britain, &["44", "353", "61", "64"]),
        (Region::German, &["49", "43", "41"]),
        (Region::French, &["33", "32", "352"]),
        (Region::Southern, &["34", "351", "39", "52", "54", "55", "56", "57", "51"]),
        (Region::Northern, &["31", "45", "46", "47", "358", "354"]),
        (Region::Eastern, &["48", "420", "421", "36", "40", "359", "380", "7"]),
        (Region::Asian, &["81", "82", "86", "91", "852", "886", "90", "971", "966", "20"]),
    ];
    let known = |codes: &[&str]| codes.iter().any(|code| rest.starts_with(code));
    codes.iter().find(|(_, codes)| known(codes)).map(|(region, _)| *region)
}

fn by_language(language: &str) -> Option<Region> {
    Some(match language {
        "de" => Region::German,
        "fr" => Region::French,
        "es" | "pt" | "it" | "ca" => Region::Southern,
        "nl" | "sv" | "da" | "nb" | "no" | "fi" => Region::Northern,
        "pl" | "cs" | "sk" | "hu" | "ro" | "bg" | "ru" | "uk" | "hr" | "sr" => Region::Eastern,
        "zh" | "ja" | "ko" | "ar" | "tr" | "hi" | "he" => Region::Asian,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(location: &str, phone: &str, language: &str) -> Region {
        let mut resume = Resume { language: language.into(), ..Resume::default() };
        resume.basics.location = location.into();
        resume.basics.phone = phone.into();
        Region::of(&resume)
    }

    #[test]
    fn a_place_says_more_than_a_number_and_a_number_more_than_a_language() {
        assert_eq!(region("Austin, TX", "+49 30 901820", "de"), Region::Us);
        assert_eq!(region("", "+49 30 901820", "en"), Region::German);
        assert_eq!(region("", "030 901820", "de"), Region::German);
        assert_eq!(region("Leeds, UK", "", "en"), Region::Britain);
        assert_eq!(region("", "", "en"), Region::Elsewhere);
    }
}
