//! Single words of postings and what they mean: types, modes, levels, periods, currencies.
//!
//! The readers in `documents` ask the same questions of a field that the parser asks of the text.

use super::lists::{list, says};
use super::{DegreeLevel, EmploymentType, Period, RemoteMode, Seniority};

pub use super::{
    dates::{date, date_of_unix},
    naming::{Named, company_of_address, employer, spelled_in, title_and_company},
    title::is_role,
};

/// Lower case, everything but letters and digits a space, one space at either end.
pub(super) fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    let mut before = ' ';
    for c in text.chars().take(4_000) {
        // "FullTime" is two words, "JavaScript" too; whoever asks here asks for plain words.
        if before.is_lowercase() && c.is_uppercase() {
            out.push(' ');
        }
        before = c;
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() || matches!(c, '+' | '#') {
            out.extend(c.to_lowercase());
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

/// Whether one of `words` stands in a [`spaced`] text, as whole words.
pub(super) fn any(spaced: &str, words: &[&str]) -> bool {
    words.iter().any(|word| holds(spaced, word))
}

/// Whether `word` stands in a [`spaced`] text, as whole words.
pub(super) fn holds(spaced: &str, word: &str) -> bool {
    spaced.match_indices(word).any(|(at, _)| {
        spaced.get(..at).is_some_and(|before| before.ends_with(' '))
            && spaced.get(at + word.len()..).is_some_and(|after| after.starts_with(' '))
    })
}

/// Every kind of employment that a short text names.
pub fn employment_types(text: &str) -> Vec<EmploymentType> {
    employment_types_in(&spaced(text))
}

/// Every kind of employment that a [`spaced`] text names.
pub(super) fn employment_types_in(text: &str) -> Vec<EmploymentType> {
    use EmploymentType::{Contract, FullTime, Internship, PartTime, Temporary};
    const NAMES: [(EmploymentType, &str); 5] = [
        (FullTime, "type.full_time"),
        (PartTime, "type.part_time"),
        (Contract, "type.contract"),
        (Temporary, "type.temporary"),
        (Internship, "type.internship"),
    ];
    NAMES.iter().filter(|(_, name)| says(text, name)).map(|(kind, _)| *kind).collect()
}

/// The mode of work that a field's value names. Not for running text.
pub fn remote_mode(text: &str) -> Option<RemoteMode> {
    let text = spaced(text);
    let said = |words: &[&str]| any(&text, words);
    if said(list("mode.field_hybrid")) {
        Some(RemoteMode::Hybrid)
    } else if said(&["not remote", "no remote", "non remote"]) {
        Some(RemoteMode::Onsite)
    } else if said(list("mode.field_remote")) {
        Some(RemoteMode::Remote)
    } else if said(list("mode.field_onsite")) {
        Some(RemoteMode::Onsite)
    } else {
        None
    }
}

/// A place without the words that only name a mode: "Remote, Italy" is in Italy.
pub fn without_mode(place: &str) -> String {
    const MODES: [&str; 8] = [
        "remote",
        "hybrid",
        "onsite",
        "on-site",
        "fully remote",
        "work from home",
        "home office",
        "in office",
    ];
    let is_mode = |part: &str| MODES.contains(&part.trim().to_lowercase().as_str());
    // What a bracket adds is mostly the mode.
    let open = place.find(" (").filter(|at| *at > 2);
    let mut place = place.get(..open.unwrap_or(place.len())).unwrap_or(place).trim().to_owned();
    for mode in ["Remote", "Hybrid", "On-site", "Onsite", "REMOTE"] {
        for (open, close) in [("(", ")"), ("[", "]")] {
            place = place.replace(&format!("{open}{mode}{close}"), "");
        }
        for sign in [" - ", " – ", " — ", " in ", ": ", " | ", " / "] {
            if let Some(rest) = place.strip_prefix(&format!("{mode}{sign}")) {
                place = rest.to_owned();
            }
            if let Some(rest) = place.strip_suffix(&format!("{sign}{mode}")) {
                place = rest.to_owned();
            }
        }
    }
    if is_mode(&place) {
        return String::new();
    }
    let parts: Vec<&str> =
        place.split(", ").flat_map(|part| part.split("; ")).filter(|part| !is_mode(part)).collect();
    without_postcode(&parts.join(", "))
}

/// "Miami, FL, US, 33172" without its number.
fn without_postcode(place: &str) -> String {
    let digits = |part: &str| part.len() >= 4 && part.chars().all(|c| c.is_ascii_digit());
    let kept: Vec<&str> = place.split(", ").filter(|part| !digits(part.trim())).collect();
    kept.join(", ").trim().trim_matches([',', '-', '–']).trim().to_owned()
}

/// The level that a title or a field names.
pub fn seniority(text: &str) -> Option<Seniority> {
    use Seniority::{
        Director, Executive, Intern, Junior, Lead, Manager, Mid, Principal, Senior, Staff, Vp,
    };
    let text = spaced(text);
    // Words that look like a level and are none.
    for trap in list("level.traps") {
        if holds(&text, trap) && !any(&text, &["senior", "sr", "junior", "jr"]) {
            return None;
        }
    }
    let names: [(Seniority, &[&str]); 11] = [
        (Intern, list("level.intern")),
        (Executive, list("level.executive")),
        (Vp, &["vp", "vice president", "svp", "evp", "avp"]),
        (Director, list("level.director")),
        (Manager, list("level.manager")),
        (Senior, list("level.senior")),
        (Principal, &["principal"]),
        (Staff, &["staff"]),
        (Lead, &["lead", "tech lead", "team lead", "foreman", "vedoucí"]),
        (Junior, list("level.junior")),
        (Mid, &["mid", "mid level", "medior", "intermediate", "regular"]),
    ];
    // "Product Manager" names a craft, not a level.
    let craft = list("level.crafts");
    let crafted = any(&text, craft);
    names
        .iter()
        .filter(|(level, _)| *level != Manager || !crafted)
        .find(|(_, names)| any(&text, names))
        .map(|(level, _)| *level)
}

/// The lowest degree that a text names.
pub fn degree(text: &str) -> Option<DegreeLevel> {
    super::education::level(&spaced(text))
}

/// The highest degree that a text names: what a person has, where [`degree`] is what is asked.
pub fn highest_degree(text: &str) -> Option<DegreeLevel> {
    super::education::highest(&spaced(text))
}

/// The period that a word like `HOUR` or `1 YEAR` or `per-month-salary` names.
pub fn period(text: &str) -> Option<Period> {
    let names: [(Period, &[&str]); 5] = [
        (Period::Hour, list("period.hour")),
        (Period::Day, list("period.day")),
        (Period::Week, list("period.week")),
        (Period::Month, list("period.month")),
        (Period::Year, list("period.year")),
    ];
    let text = spaced(text);
    names.iter().find(|(_, names)| any(&text, names)).map(|(period, _)| *period)
}

/// The period that an amount of some currency suggests when nothing says it.
pub fn period_of(amount: Option<f64>, currency: &str) -> Option<Period> {
    // Where pay is talked of by the month, and a year's would be ten times as much.
    let monthly = match currency {
        "CZK" => 10_000.0..250_000.0,
        "DKK" | "SEK" | "NOK" => 12_000.0..120_000.0,
        "PLN" => 2_500.0..45_000.0,
        "BRL" => 1_000.0..40_000.0,
        "HUF" => 150_000.0..2_500_000.0,
        _ => 0.0..0.0,
    };
    match amount? {
        n if monthly.contains(&n) => Some(Period::Month),
        n if n < 200.0 => Some(Period::Hour),
        n if n >= 12_000.0 => Some(Period::Year),
        n if n >= 1_500.0 => Some(Period::Month),
        _ => None,
    }
}

/// The ISO code of a currency's sign or name.
pub fn currency(text: &str) -> Option<String> {
    const SIGNS: [(&str, &str); 26] = [
        ("CA$", "CAD"),
        ("C$", "CAD"),
        ("A$", "AUD"),
        ("AU$", "AUD"),
        ("NZ$", "NZD"),
        ("S$", "SGD"),
        ("HK$", "HKD"),
        ("R$", "BRL"),
        ("US$", "USD"),
        ("$", "USD"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("¥", "JPY"),
        ("₹", "INR"),
        ("zł", "PLN"),
        ("Kč", "CZK"),
        ("₩", "KRW"),
        ("₪", "ILS"),
        ("₺", "TRY"),
        ("Fr.", "CHF"),
        ("Euro", "EUR"),
        ("EURO", "EUR"),
        ("kr.", "DKK"),
        ("złotych", "PLN"),
        ("dollars", "USD"),
        ("₽", "RUB"),
    ];
    let code = list("currency.codes")
        .iter()
        .find(|code| text.contains(**code) || text == code.to_lowercase());
    let sign =
        || SIGNS.iter().find(|(sign, _)| text.contains(sign)).map(|(_, code)| (*code).to_owned());
    code.map(|code| (*code).to_owned()).or_else(sign)
}

/// Pay in a field of its own: "$45 - $60 per hour".
pub fn pay(text: &str) -> Option<super::Salary> {
    let text = format!("Salary: {}", text.get(..200).unwrap_or(text));
    super::pay::find(&text, &super::lines::read(&text)).map(|pay| pay.salary)
}

/// Whether a text has a part that says what is asked or what is to be done.
pub fn has_demands(text: &str) -> bool {
    use super::sections::Section::{Duties, Preferred, Required};
    let demands = |section| matches!(section, Required | Preferred | Duties);
    super::lines::read(text).iter().any(|line| !line.heading && demands(line.section))
}

/// The role that a letter's subject names: "Fwd: Baker at Acme".
pub fn title_in_subject(subject: &str) -> Option<String> {
    let mut subject = subject.trim();
    while let Some((mark, rest)) = subject.split_once(':') {
        if mark.chars().count() > 4 || mark.contains(' ') {
            break;
        }
        subject = rest.trim();
    }
    let title = title_and_company(subject, "").title;
    (is_role(&title) && title.len() < 120).then_some(title)
}

/// Whether a short text is a button's: "Apply now", "Save", "View job".
pub fn is_button(text: &str) -> bool {
    let text = spaced(text);
    text.len() < 40 && list("buttons").iter().any(|button| text.trim() == *button)
}

/// A number as printed: `60000`, `85 000,00`, `4.000`, `45k`.
pub fn number(text: &str) -> Option<f64> {
    super::pay::amount(text.trim().trim_matches(['$', '€', '£', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_loses_its_mode_and_its_number() {
        for (place, bare) in [
            ("Remote, Italy", "Italy"),
            ("Hybrid", ""),
            ("Berlin (Remote)", "Berlin"),
            ("Miami, FL, US, 33172", "Miami, FL, US"),
            ("Remote - US", "US"),
            ("Remoteville", "Remoteville"),
        ] {
            assert_eq!(without_mode(place), bare);
        }
    }

    #[test]
    fn levels_are_read_and_their_traps_are_not() {
        use Seniority::{Director, Lead, Manager, Senior};
        for (title, level) in [
            ("Sr. Baker", Some(Senior)),
            ("Account Executive", None),
            ("Lead Baker", Some(Lead)),
            ("Bakery Manager", Some(Manager)),
            ("Lead Generation Specialist", None),
            ("Director of Bread", Some(Director)),
            ("Senior Staff Accountant", Some(Senior)),
            ("Product Manager", None),
            ("Senior Product Manager", Some(Senior)),
            ("Baker", None),
        ] {
            assert_eq!(seniority(title), level, "{title}");
        }
    }

    #[test]
    fn titles_of_pages_are_taken_apart() {
        let named = |title: &str, site: &str| {
            let named = title_and_company(title, site);
            (named.title, named.company)
        };
        let expected = ("Software Engineer".to_owned(), "Acme".to_owned());
        assert_eq!(named("Software Engineer at Acme", ""), expected);
        assert_eq!(named("Acme - Software Engineer", ""), expected);
        assert_eq!(named("Software Engineer - Acme", "Acme"), expected);
        assert_eq!(named("Acme hiring Software Engineer in Graz | LinkedIn", "LinkedIn"), expected);
    }

    #[test]
    fn a_slug_is_spelled_as_the_text_does() {
        assert_eq!(spelled_in("matchgroup", "Join Match Group's team."), "Match Group");
        assert_eq!(spelled_in("acme", "bread"), "Acme");
    }
}
