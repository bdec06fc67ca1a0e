//! A resume as the templates get it: only what is printed, in order, in the words of its language.

use domain::resumes::{Basics, Paper, Profile, Resume};
use serde::Serialize;
use serde_json::Value;

use super::{Options, links, sections, text::clean, words::Words};

/// Everything one page layout needs; the templates add no text of their own.
#[derive(Serialize)]
pub(super) struct Sheet {
    language: String,
    paper: &'static str,
    /// How large type is set, 1 being as designed.
    pub(super) density: f64,
    /// The document's title, for viewers and screen readers.
    title: String,
    name: String,
    label: String,
    contact: Vec<Text>,
    sections: Vec<Section>,
}

/// Text that may lead somewhere.
#[derive(Serialize, Default)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) href: Option<String>,
    /// Web addresses are kept on one line.
    pub(super) address: bool,
}

/// A heading with what stands under it; never empty.
#[derive(Serialize)]
pub(super) struct Section {
    pub(super) kind: &'static str,
    pub(super) title: String,
    /// About how many lines it takes.
    pub(super) lines: usize,
    pub(super) body: Vec<Block>,
}

/// What a section is made of.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum Block {
    /// A role, a degree, a project.
    Entry(Entry),
    /// "Label: text".
    Pair(Pair),
    /// A paragraph.
    Prose { text: String },
    /// Bullets.
    Bullets { items: Vec<String> },
}

/// "Label: text".
#[derive(Serialize)]
pub(super) struct Pair {
    pub(super) label: String,
    pub(super) text: String,
}

/// A role, a degree, a project.
#[derive(Serialize, Default)]
pub(super) struct Entry {
    pub(super) title: Text,
    /// Employer, place, address.
    pub(super) aside: Vec<Text>,
    pub(super) dates: String,
    pub(super) prose: Vec<String>,
    pub(super) bullets: Vec<String>,
    pub(super) pairs: Vec<Pair>,
}

impl Sheet {
    /// What is printed of this resume.
    pub(super) fn new(resume: &Resume, options: &Options) -> Self {
        let language = language(resume, options);
        let words = Words::of(&language);
        let name = clean(&resume.basics.name);
        let title = [name.as_str(), words.resume.as_str()].map(str::trim);
        let title = title.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        Self {
            density: 1.0,
            paper: match options.paper {
                Paper::A4 => "a4",
                Paper::Letter => "us-letter",
            },
            title: title.join(" – "),
            label: clean(&resume.basics.label),
            contact: contact(&resume.basics),
            sections: sections::all(resume, words),
            name,
            language,
        }
    }
}

/// A word longer than this may not fit on a line, and Typst breaks no word by itself.
const LONGEST_WORD: usize = 72;

impl Sheet {
    /// The sheet as the templates read it.
    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut sheet = serde_json::to_value(self).unwrap_or_default();
        allow_breaks(&mut sheet);
        serde_json::to_vec(&sheet).unwrap_or_default()
    }
}

/// Lets words that are too long for any line break somewhere.
fn allow_breaks(value: &mut Value) {
    match value {
        Value::String(text) => {
            if text.split(' ').any(|word| word.chars().count() > LONGEST_WORD) {
                *text = text.split(' ').map(breakable).collect::<Vec<_>>().join(" ");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(allow_breaks),
        Value::Object(fields) => {
            fields
                .iter_mut()
                .filter(|(name, _)| *name != "href")
                .for_each(|(_, v)| allow_breaks(v));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn breakable(word: &str) -> String {
    let letters: Vec<_> = word.chars().collect();
    let parts = letters.chunks(LONGEST_WORD / 2).map(|part| part.iter().collect::<String>());
    if letters.len() > LONGEST_WORD {
        parts.collect::<Vec<_>>().join("\u{200b}")
    } else {
        word.to_owned()
    }
}

impl Text {
    /// Text that leads nowhere.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: clean(text), ..Self::default() }
    }

    /// A web address.
    pub(super) fn web(address: &str) -> Self {
        let text = clean(links::shown(address));
        Self { text, href: links::web(address), address: true }
    }
}

/// A language Typst can hyphenate and shape for.
fn language(resume: &Resume, options: &Options) -> String {
    let wanted = options.language.as_deref().unwrap_or(&resume.language);
    let code = wanted.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    if is_code { code } else { "en".to_owned() }
}

fn contact(basics: &Basics) -> Vec<Text> {
    let email = Text { href: links::mail(basics.email.trim()), ..Text::plain(&basics.email) };
    let phone = Text { href: links::phone(&basics.phone), ..Text::plain(&basics.phone) };
    let own = [Text::plain(&basics.location), phone, email, Text::web(&basics.url)];
    let accounts = basics.profiles.iter().map(account);
    own.into_iter().chain(accounts).filter(|item| !item.text.is_empty()).collect()
}

/// The address alone where it says it all: "github.com/someone".
fn account(profile: &Profile) -> Text {
    let address = Text::web(&profile.url);
    let seen = squeezed(&address.text);
    let more: Vec<_> = [&profile.network, &profile.username]
        .into_iter()
        .map(|part| clean(part))
        .filter(|part| !part.is_empty() && !seen.contains(&squeezed(part)))
        .collect();
    if more.is_empty() {
        return address;
    }
    let text = [more.join(": "), address.text].join(" ").trim().to_owned();
    Text { text, address: false, ..address }
}

/// Lower case without spaces: "Stack Overflow" is in "stackoverflow.com/users/1".
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use domain::resumes::{Section as Own, Work};

    use super::*;

    fn sheet(resume: &Resume) -> Value {
        serde_json::from_slice(&Sheet::new(resume, &Options::default()).to_json()).unwrap()
    }

    #[test]
    fn an_account_is_its_address_and_what_that_leaves_out() {
        let printed = |network: &str, username: &str, url: &str| {
            let [network, username, url] = [network, username, url].map(str::to_owned);
            account(&Profile { network, username, url }).text
        };
        assert_eq!(printed("GitHub", "ada", "https://github.com/ada"), "github.com/ada");
        assert_eq!(printed("Stack Overflow", "", "stackoverflow.com/u/1"), "stackoverflow.com/u/1");
        assert_eq!(printed("Portfolio", "ada", "ada.example"), "Portfolio ada.example");
        assert_eq!(printed("Signal", "ada.01", ""), "Signal: ada.01");
    }

    #[test]
    fn sections_without_content_are_left_out_and_the_rest_is_in_order() {
        let own = |title: &str, items: &[&str]| Own {
            title: title.to_owned(),
            items: items.iter().map(|item| (*item).to_owned()).collect(),
        };
        let resume = Resume {
            basics: Basics { summary: "Calm.".to_owned(), ..Basics::default() },
            work: vec![Work::default(), Work { name: "Acme".to_owned(), ..Work::default() }],
            sections: vec![own("Licence", &["B"]), own("Empty", &[" "])],
            ..Resume::default()
        };
        let sheet = sheet(&resume);
        let titles = sheet["sections"].as_array().unwrap().iter().map(|one| &one["title"]);
        assert_eq!(titles.collect::<Vec<_>>(), ["Summary", "Experience", "Licence"]);
        // The role without a title is called by its employer; the one without anything is gone.
        let work = sheet["sections"][1]["body"].as_array().unwrap();
        assert_eq!((work.len(), &work[0]["title"]["text"]), (1, &Value::from("Acme")));
    }

    #[test]
    fn only_a_code_is_a_language() {
        for (said, meant) in [("de", "de"), ("pt-BR", "pt"), ("", "en"), ("Deutsch", "en")] {
            let resume = Resume { language: said.to_owned(), ..Resume::default() };
            assert_eq!(sheet(&resume)["language"], meant);
        }
    }

    #[test]
    fn a_word_too_long_for_a_line_may_break_but_its_link_does_not() {
        let url = format!("https://example.org/{}", "x".repeat(200));
        let resume = Resume {
            basics: Basics { url: url.clone(), ..Basics::default() },
            ..Resume::default()
        };
        let contact = &sheet(&resume)["contact"][0];
        assert!(contact["text"].as_str().unwrap().contains('\u{200b}'));
        assert_eq!(contact["href"], url);
    }
}
