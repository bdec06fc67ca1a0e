//! A posting's text to what it says.

use std::{collections::BTreeMap, ops::Range};

use super::lists::{says, within};
use super::offsets::Utf16;
use super::{
    Capture, FieldSource, Importance, Posting, RemoteMode, RequirementKind, authorization, company,
    education, header, lines, pay, places, requirements, terms, title, words, years,
};
use crate::{PartialDate, jobs::lines::Line, vocabulary::Folded};

/// Reads a posting. Total: any text gives a posting, if an empty one. What the wrapping states
/// wins over what the text says.
pub fn parse(capture: &Capture) -> Posting {
    let text = capture.text.as_str();
    let lines = lines::read(text);
    let mut posting = capture.stated.clone();
    posting.sources = capture.sources.clone();
    posting.text = text.to_owned();
    posting.requirements = Vec::new();
    posting.spans = BTreeMap::new();
    let offsets = Utf16::new(text);
    let mut reading = Reading {
        posting,
        lines: &lines,
        asked: Vec::new(),
        offsets,
        header: header::Header::default(),
    };
    reading.names(text);
    reading.places_and_terms(text);
    reading.numbers(text);
    reading.demands(text);
    reading.posting
}

/// Whether what was read is a posting at all, and not a page about something else: a system says
/// so, or it asks for something, offers something, or speaks as postings do.
pub fn is_posting(posting: &Posting) -> bool {
    use FieldSource::{Json, Jsonld, Microdata, State};
    let stated = posting.sources.get("title");
    let told = matches!(stated, Some(Json | Jsonld | Microdata | State)) || posting.partial;
    let asked = |it: &super::Requirement| it.importance != Importance::Mentioned;
    told || posting.requirements.iter().any(asked)
        || posting.salary.is_some()
        || posting.years_min.is_some()
        || posting.apply_deadline.is_some()
        || !posting.employment_types.is_empty()
        || says(&words::spaced(posting.text.get(..8_000).unwrap_or(&posting.text)), "posting.cues")
}

/// A posting while it is being read.
struct Reading<'a> {
    posting: Posting,
    lines: &'a [Line<'a>],
    asked: Vec<years::Asked>,
    offsets: Utf16,
    header: header::Header,
}

impl Reading<'_> {
    /// Takes a field from the text if nothing better stated it and `value` says something.
    fn take<T>(&mut self, field: &str, value: Option<T>, set: impl FnOnce(&mut Posting, T)) {
        if let (Some(value), false) = (value, self.posting.sources.contains_key(field)) {
            set(&mut self.posting, value);
            self.posting.sources.insert(field.to_owned(), FieldSource::Text);
        }
    }

    /// Notes where in the text a field stands that is about to be taken from there.
    fn stands(&mut self, field: &str, range: Option<Range<usize>>) {
        if let (Some(range), true) = (range, self.open(field)) {
            self.posting.spans.insert(field.to_owned(), self.offsets.span(range));
        }
    }

    /// Whether a better source says it already; then the text need not be searched.
    fn open(&self, field: &str) -> bool {
        !self.posting.sources.contains_key(field)
    }

    fn names(&mut self, text: &str) {
        self.take("language", language(text), |posting, language| posting.language = language);
        let printed = title::find(text, self.lines);
        self.header = printed.as_ref().map(|at| header::read(self.lines, at)).unwrap_or_default();
        let title = printed.filter(|_| self.open("title"));
        self.stands("title", title.clone());
        let title = title.and_then(|range| text.get(range)).map(cased);
        self.take("title", title, |posting, title| posting.title = title);
        let company = || company::find(text, self.lines, self.header.company.clone(), 6);
        let company = self.open("company").then(company).flatten();
        self.stands("company", company.clone());
        let company = company.and_then(|range| text.get(range)).map(str::to_owned);
        self.take("company", company, |posting, company| posting.company = company);
        let level = words::seniority(&self.posting.title).or(self.posting.seniority);
        // The title is what the employer says in public; a stated level only helps where it is silent.
        if level != self.posting.seniority {
            self.posting.sources.remove("seniority");
        }
        self.take("seniority", level, |posting, level| posting.seniority = Some(level));
    }

    fn places_and_terms(&mut self, text: &str) {
        let found = if self.open("locations") {
            places::find(text, self.lines, &self.header.places)
        } else {
            Vec::new()
        };
        self.take("locations", Some(found).filter(|found| !found.is_empty()), |posting, found| {
            posting.locations = found;
        });
        // A board's address is often the recruiter's; a place the text labels is the job's.
        let labelled = places::labelled(self.lines);
        let named = |place: &str| {
            let first = place.split([',', ' ']).next().unwrap_or_default().to_lowercase();
            self.posting.locations.iter().any(|held| held.to_lowercase().contains(&first))
        };
        let more: Vec<String> =
            labelled.into_iter().filter(|place| place.contains(", ") && !named(place)).collect();
        if self.posting.sources.get("locations") == Some(&FieldSource::Json) {
            self.posting.locations.splice(0..0, more);
        }
        let mode = terms::mode(&self.posting.title, self.lines);
        // A yes-or-no field says "remote" of jobs whose text asks for days in the office.
        let stated = self.posting.remote_mode;
        let weak = matches!(self.posting.sources.get("remoteMode"), Some(FieldSource::Meta));
        if weak && mode != RemoteMode::Unspecified && mode != stated {
            self.posting.sources.remove("remoteMode");
        }
        self.take(
            "remoteMode",
            Some(mode).filter(|mode| *mode != RemoteMode::Unspecified),
            |posting, mode| posting.remote_mode = mode,
        );
        let kinds = terms::employment(&self.posting.title, self.lines);
        self.take(
            "employmentTypes",
            Some(kinds).filter(|kinds| !kinds.is_empty()),
            |posting, kinds| posting.employment_types = kinds,
        );
    }

    fn numbers(&mut self, text: &str) {
        let pay = self.open("salary").then(|| pay::find(text, self.lines)).flatten();
        self.stands("salary", pay.as_ref().map(|pay| pay.range.clone()));
        self.take("salary", pay, |posting, pay| {
            posting.salary = Some(pay.salary);
            posting.pay_ranges = pay.ranges;
        });
        let american = matches!(self.posting.language.as_str(), "en" | "");
        let (posted, deadline) = days(self.lines, !american || is_british(text));
        self.take("datePosted", posted, |posting, date| posting.date_posted = Some(date));
        self.take("applyDeadline", deadline, |posting, date| posting.apply_deadline = Some(date));
        self.asked = years::find(self.lines);
        let (min, max) = years::overall(&self.asked);
        let longest = self.asked.iter().find(|it| Some(it.min) == min).map(|it| it.range.clone());
        self.stands("yearsMin", longest);
        self.take("yearsMin", min, |posting, min| posting.years_min = Some(min));
        self.take("yearsMax", max, |posting, max| posting.years_max = Some(max));
    }

    fn demands(&mut self, text: &str) {
        let education = education::find(self.lines);
        let asked = education.as_ref().map(|(asked, _)| asked.clone());
        let place = education.as_ref().map(|(_, line)| line.start..line.start + line.text.len());
        self.stands("education", place);
        self.take("education", asked, |posting, asked| posting.education = Some(asked));
        let authorization = authorization::find(self.lines);
        let visa = authorization.as_ref().map(|(class, _)| (*class).to_owned());
        self.stands("visa", authorization.as_ref().map(|(_, range)| range.clone()));
        self.take("visa", visa, |posting, visa| posting.visa = Some(visa));
        let clearance = authorization::clearance(self.lines);
        self.stands("clearance", clearance.clone());
        let clearance = clearance.and_then(|range| text.get(range)).map(str::to_owned);
        self.take("clearance", clearance, |posting, it| posting.clearance = Some(it));
        let sponsors = authorization::sponsors(self.lines);
        self.stands("sponsors", sponsors.as_ref().map(|(_, range)| range.clone()));
        let sponsors = sponsors.map(|(yes, _)| yes);
        self.take("sponsors", sponsors, |posting, it| posting.sponsors = Some(it));
        let facts = requirements::Facts {
            text,
            lines: self.lines,
            title: &self.posting.title,
            company: &self.posting.company,
            years: &self.asked,
            education: education
                .as_ref()
                .map(|(asked, line)| (asked, line.start..line.start + line.text.len())),
            authorization,
        };
        self.posting.requirements = requirements::find(&facts);
        let names = |kind: RequirementKind, least: Importance| -> Vec<String> {
            let wanted = |it: &&super::Requirement| it.kind == kind && it.importance <= least;
            self.posting.requirements.iter().filter(wanted).map(|it| it.name.clone()).collect()
        };
        let licenses = names(RequirementKind::License, Importance::Preferred);
        let languages = names(RequirementKind::Language, Importance::Required);
        self.take("licenses", Some(licenses).filter(|it| !it.is_empty()), |posting, it| {
            posting.licenses = it;
        });
        self.take("languages", Some(languages).filter(|it| !it.is_empty()), |posting, it| {
            posting.languages = it;
        });
    }
}

/// The language of a text, as an ISO 639-1 code.
pub(crate) fn language(text: &str) -> Option<String> {
    const CODES: [(whatlang::Lang, &str); 24] = {
        use whatlang::Lang::{
            Ara, Ces, Cmn, Dan, Deu, Ell, Eng, Fin, Fra, Hun, Ita, Jpn, Kor, Nld, Nob, Pol, Por,
            Ron, Rus, Slk, Spa, Swe, Tur, Ukr,
        };
        [
            (Eng, "en"),
            (Deu, "de"),
            (Fra, "fr"),
            (Spa, "es"),
            (Ita, "it"),
            (Por, "pt"),
            (Nld, "nl"),
            (Pol, "pl"),
            (Ces, "cs"),
            (Dan, "da"),
            (Swe, "sv"),
            (Nob, "no"),
            (Fin, "fi"),
            (Kor, "ko"),
            (Jpn, "ja"),
            (Cmn, "zh"),
            (Rus, "ru"),
            (Ukr, "uk"),
            (Ron, "ro"),
            (Hun, "hu"),
            (Tur, "tr"),
            (Ell, "el"),
            (Slk, "sk"),
            (Ara, "ar"),
        ]
    };
    let korean = text.chars().take(4_000).filter(|c| ('가'..='힣').contains(c)).count();
    if korean > 60 {
        return Some("ko".to_owned());
    }
    // The middle is the posting itself; its start and end are often boilerplate in English.
    let start = text.char_indices().nth(text.chars().count() / 4).map_or(0, |(at, _)| at);
    let sample: String = text.get(start..)?.chars().take(1_500).collect();
    let found = whatlang::detect(&sample)?;
    CODES.iter().find(|(lang, _)| *lang == found.lang()).map(|(_, code)| (*code).to_owned())
}

/// A shouted title in title case.
fn cased(title: &str) -> String {
    if title.chars().any(char::is_lowercase) || title.chars().count() < 6 {
        return title.to_owned();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| first.to_string() + &letters.as_str().to_lowercase())
            .unwrap_or_default()
    };
    title.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// When it was posted and until when one may apply, as far as lines say which day is which.
fn days(lines: &[Line<'_>], day_first: bool) -> (Option<PartialDate>, Option<PartialDate>) {
    let (mut posted, mut closing, mut latest) = (None, None, None);
    let mut window = 0;
    for line in lines.iter().take(1_500) {
        let folded = Folded::new(line.text).text;
        if within(&folded, "date.closing") {
            window = 4;
        }
        let may_name = line.text.len() < 400 && line.text.bytes().any(|it| it.is_ascii_digit());
        let found = may_name.then(|| super::dates::find_as(line.text, day_first)).flatten();
        let Some((date, range)) = found else {
            window -= i32::from(window > 0);
            continue;
        };
        let before = Folded::new(line.text.get(..range.start).unwrap_or_default()).text;
        if within(&before, "date.posted") {
            posted = posted.or(Some(date));
        } else if within(&before, "date.closing") {
            closing = closing.or(Some(last(line.text, date)));
            latest = latest.max(Some(last(line.text, date)));
            window = 0;
        } else if window > 0 && !before.contains("start") {
            closing = closing.or(Some(last(line.text, date)));
            // Right below the label, as good as beside it.
            if window == 3 {
                latest = latest.max(closing).max(Some(date));
            }
        }
        window -= i32::from(window > 0);
    }
    // Two labelled deadlines: the posting was renewed, the later one counts.
    (posted, latest.or(closing))
}

/// Whether an English text comes from where the day stands before the month.
fn is_british(text: &str) -> bool {
    let head = text.get(..6_000).unwrap_or(text);
    [
        "£",
        "United Kingdom",
        " UK",
        "GBP",
        "Australia",
        " AUD",
        "Ireland",
        "New Zealand",
        "India",
        "€",
    ]
    .iter()
    .any(|sign| head.contains(sign))
}

/// The last day a line names: "from June 22 to July 5".
fn last(line: &str, first: PartialDate) -> PartialDate {
    let mut rest = line;
    let mut last = first;
    while let Some((date, range)) = super::dates::find(rest) {
        last = last.max(date);
        rest = rest.get(range.end.max(1)..).unwrap_or_default();
    }
    last
}

/// Every field that a parse can name in [`Posting::sources`], with the key of its JSON.
pub(super) fn field_keys() -> BTreeMap<&'static str, &'static str> {
    BTreeMap::from([
        ("language", "language"),
        ("title", "title"),
        ("company", "company"),
        ("locations", "locations"),
        ("remoteMode", "remote_mode"),
        ("employmentTypes", "employment_type"),
        ("salary", "salary"),
        ("seniority", "seniority"),
        ("yearsMin", "years_experience_min"),
        ("yearsMax", "years_experience_max"),
        ("education", "education"),
        ("licenses", "licenses_certifications"),
        ("languages", "languages_required"),
        ("visa", "visa"),
        ("clearance", "clearance"),
        ("sponsors", "sponsors"),
        ("datePosted", "date_posted"),
        ("applyDeadline", "apply_deadline"),
    ])
}
