//! Who the person of a Europass is, and the codes that both of its forms use.

use super::{
    draft::Draft,
    europass::listed,
    networks::{address, put_address},
    place::place,
    tree::At,
};

/// Reads name, contact and headline of the skills passport.
pub(super) fn person(draft: &mut Draft, learner: &At<'_>) {
    let person = Draft::person();
    if let Some(at) = learner.get("Identification") {
        if let Some(name) = at.get("PersonName") {
            put_name(draft, &[name.get("FirstName"), name.get("Surname")]);
        }
        if let Some(contact) = at.get("ContactInfo") {
            reached(draft, &contact);
        }
    }
    let Some(headline) = learner.get("Headline") else { return };
    let Some(text) = headline.get("Description") else { return };
    let kind = headline.down(&["Type", "Code"]).map(|at| at.text()).unwrap_or_default();
    let field = if kind == "personal_statement" { "summary" } else { "label" };
    let text = text.get("Label").unwrap_or(text);
    draft.rich(&person, (field, ""), &text);
    // What kind of headline it is says no more than the field.
    if let Some(kind) = headline.get("Type") {
        draft.take(&kind);
    }
}

/// Puts the parts of a name together.
pub(super) fn put_name(draft: &mut Draft, parts: &[Option<At<'_>>]) {
    let parts: Vec<_> = parts.iter().flatten().collect();
    let name = parts.iter().map(|part| part.text()).collect::<Vec<_>>().join(" ");
    for part in parts {
        draft.set(&Draft::person(), "name", &name, part);
        draft.take(part);
    }
}

fn reached(draft: &mut Draft, contact: &At<'_>) {
    let person = Draft::person();
    if let Some(from) = contact.down(&["Address", "Contact"]) {
        draft.set(&person, "location", &place(&from), &from);
    }
    if let Some(from) = contact.down(&["Email", "Contact"]) {
        draft.set(&person, "email", &from.text(), &from);
    }
    for at in listed(contact, "Telephone") {
        if let Some(from) = at.get("Contact").filter(|_| !draft.has(&person, "phone")) {
            draft.set(&person, "phone", &from.text(), &from);
            draft.take(&at);
        }
    }
    for at in listed(contact, "Website") {
        put_address(draft, &at, &at.text_of(&["Contact"]));
    }
    for at in listed(contact, "InstantMessaging") {
        let network = at.get("Use").map(|it| coded(&it)).unwrap_or_default();
        let user = at.text_of(&["Contact"]);
        draft.profile(&network, &user, &address(&network, &user), &at);
    }
}

/// The words of something that has a code and a label.
pub(super) fn coded(at: &At<'_>) -> String {
    let label = at.text_of(&["Label"]);
    if !label.is_empty() {
        return label;
    }
    let code = at.text_of(&["Code"]);
    if code.is_empty() { at.text() } else { language(&code).to_owned() }
}

/// How well a language is spoken: one level, or each of the five.
pub(super) fn level(at: &At<'_>) -> String {
    let named = [
        ("Listening", "Listening"),
        ("Reading", "Reading"),
        ("SpokenInteraction", "Spoken interaction"),
        ("SpokenProduction", "Spoken production"),
        ("Writing", "Writing"),
    ];
    let levels = named.map(|(key, name)| (name, at.text_of(&[key])));
    level_of(&levels)
}

/// The same for levels that are at hand.
pub(super) fn level_of(levels: &[(&str, String)]) -> String {
    let told: Vec<_> = levels.iter().filter(|(_, level)| !level.is_empty()).collect();
    match told.split_first() {
        None => String::new(),
        Some(((_, first), rest)) if rest.iter().all(|(_, level)| level == first) => first.clone(),
        Some(_) => {
            let each = told.iter().map(|(name, level)| format!("{name} {level}"));
            each.collect::<Vec<_>>().join(", ")
        }
    }
}

/// The English name of a language, by its code of two or three letters; else the code.
pub(super) fn language(code: &str) -> &str {
    const NAMES: &[(&str, &str, &str)] = &[
        ("bg", "bul", "Bulgarian"),
        ("hr", "hrv", "Croatian"),
        ("cs", "ces", "Czech"),
        ("cs", "cze", "Czech"),
        ("da", "dan", "Danish"),
        ("nl", "nld", "Dutch"),
        ("nl", "dut", "Dutch"),
        ("en", "eng", "English"),
        ("et", "est", "Estonian"),
        ("fi", "fin", "Finnish"),
        ("fr", "fra", "French"),
        ("fr", "fre", "French"),
        ("de", "deu", "German"),
        ("de", "ger", "German"),
        ("el", "ell", "Greek"),
        ("el", "gre", "Greek"),
        ("hu", "hun", "Hungarian"),
        ("ga", "gle", "Irish"),
        ("it", "ita", "Italian"),
        ("lv", "lav", "Latvian"),
        ("lt", "lit", "Lithuanian"),
        ("mt", "mlt", "Maltese"),
        ("pl", "pol", "Polish"),
        ("pt", "por", "Portuguese"),
        ("ro", "ron", "Romanian"),
        ("ro", "rum", "Romanian"),
        ("sk", "slk", "Slovak"),
        ("sk", "slo", "Slovak"),
        ("sl", "slv", "Slovenian"),
        ("es", "spa", "Spanish"),
        ("sv", "swe", "Swedish"),
        ("no", "nor", "Norwegian"),
        ("is", "isl", "Icelandic"),
        ("uk", "ukr", "Ukrainian"),
        ("ru", "rus", "Russian"),
        ("tr", "tur", "Turkish"),
        ("ar", "ara", "Arabic"),
        ("he", "heb", "Hebrew"),
        ("zh", "zho", "Chinese"),
        ("zh", "chi", "Chinese"),
        ("ja", "jpn", "Japanese"),
        ("ko", "kor", "Korean"),
        ("sr", "srp", "Serbian"),
        ("mk", "mkd", "Macedonian"),
        ("sq", "sqi", "Albanian"),
        ("bs", "bos", "Bosnian"),
        ("ca", "cat", "Catalan"),
        ("eu", "eus", "Basque"),
        ("gl", "glg", "Galician"),
        ("hi", "hin", "Hindi"),
        ("fa", "fas", "Persian"),
        ("vi", "vie", "Vietnamese"),
        ("ka", "kat", "Georgian"),
        ("hy", "hye", "Armenian"),
    ];
    let lower = code.to_lowercase();
    let known = NAMES.iter().find(|(two, three, _)| *two == lower || *three == lower);
    known.map_or(code, |(_, _, name)| name)
}
