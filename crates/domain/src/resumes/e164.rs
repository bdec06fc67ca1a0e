//! Telephone numbers as every country dials them.

use super::Resume;
use crate::lexicon::fold;

/// How a country numbers its telephones: ISO code, calling code, what is dialled before a number
/// within the country, and how long a number is without that.
type Plan = (&'static str, &'static str, &'static str, usize, usize);

const PLANS: &[Plan] = &[
    ("US", "1", "1", 10, 10),
    ("CA", "1", "1", 10, 10),
    ("GB", "44", "0", 9, 10),
    ("IE", "353", "0", 7, 9),
    ("DE", "49", "0", 6, 11),
    ("AT", "43", "0", 7, 13),
    ("CH", "41", "0", 9, 9),
    ("FR", "33", "0", 9, 9),
    ("BE", "32", "0", 8, 9),
    ("NL", "31", "0", 9, 9),
    ("LU", "352", "", 6, 9),
    ("ES", "34", "", 9, 9),
    ("PT", "351", "", 9, 9),
    ("IT", "39", "", 8, 11),
    ("PL", "48", "", 9, 9),
    ("CZ", "420", "", 9, 9),
    ("SK", "421", "0", 9, 9),
    ("HU", "36", "06", 8, 9),
    ("RO", "40", "0", 9, 9),
    ("GR", "30", "", 10, 10),
    ("SE", "46", "0", 7, 9),
    ("NO", "47", "", 8, 8),
    ("DK", "45", "", 8, 8),
    ("FI", "358", "0", 6, 10),
    ("TR", "90", "0", 10, 10),
    ("RU", "7", "8", 10, 10),
    ("UA", "380", "0", 9, 9),
    ("IL", "972", "0", 8, 9),
    ("AE", "971", "0", 8, 9),
    ("SA", "966", "0", 8, 9),
    ("EG", "20", "0", 9, 10),
    ("IN", "91", "0", 10, 10),
    ("CN", "86", "0", 10, 11),
    ("TW", "886", "0", 8, 9),
    ("HK", "852", "", 8, 8),
    ("JP", "81", "0", 9, 10),
    ("KR", "82", "0", 8, 10),
    ("SG", "65", "", 8, 8),
    ("PH", "63", "0", 8, 10),
    ("AU", "61", "0", 9, 9),
    ("NZ", "64", "0", 8, 10),
    ("NG", "234", "0", 8, 10),
    ("KE", "254", "0", 9, 9),
    ("ZA", "27", "0", 9, 9),
    ("MX", "52", "", 10, 10),
    ("BR", "55", "0", 10, 11),
    ("AR", "54", "0", 10, 10),
    ("CO", "57", "", 10, 10),
    ("CL", "56", "", 9, 9),
    ("PE", "51", "0", 8, 9),
];

/// Names of countries as people write them under their names, by country.
const NAMES: &[(&str, &str)] = &[
    (
        "US",
        "usa|u.s.a|united states|united states of america|estados unidos|etats-unis|vereinigte staaten",
    ),
    ("GB", "uk|united kingdom|england|scotland|wales|northern ireland|great britain"),
    ("IE", "ireland|irland|irlande"),
    ("DE", "germany|deutschland|allemagne|alemania|germania|duitsland|niemcy"),
    ("AT", "austria|osterreich|autriche"),
    ("CH", "switzerland|schweiz|suisse|svizzera|suiza"),
    ("FR", "france|frankreich|francia|frankrijk"),
    ("BE", "belgium|belgie|belgique|belgien"),
    ("NL", "netherlands|the netherlands|nederland|niederlande|pays-bas|holland"),
    ("LU", "luxembourg|luxemburg"),
    ("ES", "spain|espana|spanien|espagne"),
    ("PT", "portugal"),
    ("IT", "italy|italia|italien|italie"),
    ("PL", "poland|polska|polen|pologne"),
    ("CZ", "czechia|czech republic|cesko|ceska republika"),
    ("SK", "slovakia|slovensko"),
    ("HU", "hungary|magyarorszag"),
    ("RO", "romania"),
    ("GR", "greece|ελλαδα"),
    ("SE", "sweden|sverige|schweden"),
    ("NO", "norway|norge"),
    ("DK", "denmark|danmark"),
    ("FI", "finland|suomi"),
    ("TR", "turkey|turkiye"),
    ("RU", "russia|россия|рф"),
    ("UA", "ukraine|україна|украина"),
    ("IL", "israel|ישראל"),
    ("AE", "uae|united arab emirates|الامارات|الامارات العربية المتحدة"),
    ("SA", "saudi arabia|ksa|السعودية"),
    ("EG", "egypt|مصر"),
    ("IN", "india"),
    ("CN", "china|中国"),
    ("TW", "taiwan|台灣|台湾"),
    ("HK", "hong kong|香港"),
    ("JP", "japan|日本"),
    ("KR", "south korea|korea|대한민국|한국"),
    ("SG", "singapore"),
    ("PH", "philippines|pilipinas"),
    ("AU", "australia"),
    ("NZ", "new zealand"),
    ("NG", "nigeria"),
    ("KE", "kenya"),
    ("ZA", "south africa"),
    ("MX", "mexico"),
    ("BR", "brazil|brasil"),
    ("AR", "argentina"),
    ("CO", "colombia"),
    ("CL", "chile"),
    ("PE", "peru"),
];

const STATES: &str = "AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY";
const PROVINCES: &str = "AB BC MB NB NL NS ON PE QC SK YT NT NU";

/// Calling codes of countries without a plan of ours, by their first digits.
const OTHERS: &str = "7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 211 212 213 216 218 22 23 24 25 26 29 350 351 352 353 354 355 356 357 358 359 37 38 42 50 59 67 68 69 800 85 870 880 886 96 97 99";

/// The telephone number of a resume, if the country it is dialled in is known: from its prefix,
/// from the place, or from a language that one country speaks.
pub fn e164(resume: &Resume) -> Option<String> {
    number(&resume.basics.phone, &resume.basics.location, &resume.language)
}

fn number(printed: &str, place: &str, language: &str) -> Option<String> {
    let printed = printed.trim().replace("(0)", "");
    let until = printed
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_alphabetic() || matches!(c, ';' | '#' | '*'));
    let printed = printed.get(..until.map_or(printed.len(), |(at, _)| at)).unwrap_or_default();
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    let dialled = printed.trim_start_matches(['(', ' ']);
    let foreign =
        if dialled.starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    match foreign {
        Some(all) => international(all),
        None => national(&digits, place, language),
    }
}

fn international(digits: &str) -> Option<String> {
    let known = digits.starts_with('1') && digits.len() == 11
        || OTHERS.split(' ').any(|code| digits.starts_with(code)) && !digits.starts_with('1');
    let plan = PLANS.iter().find(|plan| digits.starts_with(plan.1));
    // Germans and Britons print the zero of the trunk behind the calling code.
    let digits = match plan {
        Some((_, code, "0", _, most)) if digits.len() > code.len() + most => {
            let rest = digits.get(code.len()..).and_then(|rest| rest.strip_prefix('0'))?;
            format!("{code}{rest}")
        }
        _ => digits.to_owned(),
    };
    (known && (8..=15).contains(&digits.len())).then(|| format!("+{digits}"))
}

fn national(digits: &str, place: &str, language: &str) -> Option<String> {
    let country = country(digits, place, language)?;
    let (_, code, trunk, least, most) = PLANS.iter().find(|plan| plan.0 == country)?;
    let bare = digits.strip_prefix(trunk).filter(|_| !trunk.is_empty() && digits.len() > *least);
    // Where a zero is dialled first, a number without it is no whole number.
    let number = match bare {
        Some(bare) => bare,
        None if *trunk == "0" && !matches!(country, "IN" | "BR" | "NG" | "PH" | "CN") => {
            return None;
        }
        None => digits,
    };
    (*least..=*most).contains(&number.len()).then(|| format!("+{code}{number}"))
}

fn country(digits: &str, place: &str, language: &str) -> Option<&'static str> {
    by_name(place).or_else(|| by_code(place)).or_else(|| by_language(digits, place, language))
}

fn by_name(place: &str) -> Option<&'static str> {
    let folded = fold(place);
    let last = folded
        .split([',', '،', '(', '，'])
        .rev()
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()));
    let mut found = last.filter_map(|part| {
        NAMES
            .iter()
            .find(|(_, names)| names.split('|').any(|name| name == part))
            .map(|(country, _)| *country)
    });
    found.next()
}

/// "Austin, TX", "Toronto, ON", "Leeds LS1 4AP".
fn by_code(place: &str) -> Option<&'static str> {
    let mut tail = place.rsplit([',', ' ']).filter(|word| !word.is_empty());
    let last = tail.find(|word| !word.chars().all(|c| c.is_ascii_digit() || c == '-'))?;
    if place.contains(',') && STATES.split(' ').any(|state| state == last) {
        return Some("US");
    }
    if place.contains(',') && PROVINCES.split(' ').any(|province| province == last) {
        return Some("CA");
    }
    let inward = last.len() == 3
        && last
            .chars()
            .zip([true, false, false])
            .all(|(c, digit)| if digit { c.is_ascii_digit() } else { c.is_ascii_uppercase() });
    let outward = tail.next().is_some_and(|word| {
        (2..=4).contains(&word.len())
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.chars().any(|c| c.is_ascii_digit())
    });
    (inward && outward).then_some("GB")
}

/// Languages of one country, and those whose postcodes tell.
fn by_language(digits: &str, place: &str, language: &str) -> Option<&'static str> {
    let postcode = place.split(|c: char| !c.is_ascii_digit()).map(str::len).find(|n| *n >= 4);
    match (language, postcode) {
        ("de", Some(5)) => Some("DE"),
        ("fr", Some(5)) if digits.len() == 10 => Some("FR"),
        ("es", Some(5)) if digits.len() == 9 => Some("ES"),
        ("nl", Some(4))
            if place
                .split(' ')
                .any(|w| w.len() == 2 && w.chars().all(|c| c.is_ascii_uppercase())) =>
        {
            Some("NL")
        }
        ("it", _) => Some("IT"),
        ("pl", _) => Some("PL"),
        ("cs", _) => Some("CZ"),
        ("sk", _) => Some("SK"),
        ("hu", _) => Some("HU"),
        ("sv", _) => Some("SE"),
        ("da", _) => Some("DK"),
        ("no" | "nb", _) => Some("NO"),
        ("fi", _) => Some("FI"),
        ("tr", _) => Some("TR"),
        ("uk", _) => Some("UA"),
        ("he", _) => Some("IL"),
        ("ja", _) => Some("JP"),
        ("ko", _) => Some("KR"),
        ("zh", _) if digits.len() == 11 && digits.starts_with('1') => Some("CN"),
        ("ru", _) if digits.len() == 11 && digits.starts_with('8') => Some("RU"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_is_dialled_alike_from_everywhere() {
        for (printed, place, language, want) in [
            ("(404) 555-0183", "Decatur, GA 30030", "en", "+14045550183"),
            ("613-555-0196", "Ottawa, ON", "en", "+16135550196"),
            ("020 7946 0612", "14 Mill Lane, Croydon CR0 2RF", "en", "+442079460612"),
            ("+44 (0)20 7946 0612", "", "", "+442079460612"),
            ("0221 / 555 01 47", "50823 Köln", "de", "+492215550147"),
            ("06 12 55 01 83", "29200 Brest", "fr", "+33612550183"),
            ("070-555 01 29", "903 21 Umeå", "sv", "+46705550129"),
            ("138-5550-0147", "上海市", "zh", "+8613855500147"),
            ("090-5550-0172", "大阪府大阪市", "ja", "+819055500172"),
            ("8 (921) 555-01-92", "Санкт-Петербург", "ru", "+79215550192"),
            ("0049 151 5550 1983 ext. 4", "", "", "+4915155501983"),
            ("0664 555 0132", "4020 Linz, Österreich", "de", "+436645550132"),
        ] {
            assert_eq!(number(printed, place, language).as_deref(), Some(want), "{printed}");
        }
    }

    #[test]
    fn without_a_country_nothing_is_guessed() {
        for (printed, place, language) in [
            ("555-0183", "", "en"),
            ("020 7946 0612", "London", "en"),
            ("0664 555 0132", "4020 Linz", "de"),
            ("12345", "Austin, TX", "en"),
            ("+999", "", ""),
            ("(XXX) XXX-XXXX", "Austin, TX", "en"),
            ("", "Austin, TX", "en"),
        ] {
            assert_eq!(number(printed, place, language), None, "{printed}");
        }
    }
}
