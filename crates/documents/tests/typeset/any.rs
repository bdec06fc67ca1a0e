//! Resumes nobody wrote, with what breaks a typesetter now and then.

use domain::{
    PartialDate,
    date::EndDate,
    resumes::{
        Award, Basics, Certificate, Education, Interest, Language, Profile, Project, Publication,
        Reference, Resume, Section, Skill, Volunteer, Work,
    },
};
use proptest::{collection::vec, option, prelude::*};

/// What stays one word, and what Typst would read as markup.
const COMPOUNDS: &[&str] = &[
    "C++",
    "C#",
    ".NET",
    "CI/CD",
    "on-call",
    "state-of-the-art",
    "R&D",
    "24/7",
    "T+2",
    "$5k",
    "50%/50%",
    "e.g.",
    "it's",
    "\"so\"",
    "(native)",
    "[1]",
    "<T>",
    "a_b",
    "*new*",
    "_old_",
    "#1",
    "@home",
    "key=value",
    "\\LaTeX",
    "x^2",
    "1.9",
    "1,400",
    "2019–2021",
    "//",
    "--",
    "---",
    "...",
    "'",
    "`code`",
    "~",
    "https://example.org/a?b=c&d=e#f",
    "jane@example.org",
    "’",
    "„so“",
    "«da»",
];

/// A resume with a bit of everything.
pub(crate) fn resume() -> impl Strategy<Value = Resume> {
    let language = prop::sample::select(&["", "en", "de", "fr", "pl", "ru", "fi", "xx"]);
    (basics(), history(), achievements(), strengths(), language).prop_map(
        |(basics, (work, volunteer, education), achievements, strengths, language)| {
            let (projects, certificates, awards, publications) = achievements;
            let (skills, languages, interests, references, sections) = strengths;
            let language = language.to_owned();
            Resume {
                basics,
                work,
                volunteer,
                education,
                skills,
                projects,
                languages,
                certificates,
                awards,
                publications,
                interests,
                references,
                sections,
                language,
            }
        },
    )
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[A-ZÄÖŁ]?[a-zäöüßéłşç]{1,12}",
        1 => "[0-9]{1,4}[%+.]?",
        1 => r#"[*_#$@<>\[\]{}\\"'`~^|/&;:!?=+-]"#,
        2 => prop::sample::select(COMPOUNDS).prop_map(str::to_owned),
        1 => Just("Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnung".to_owned()),
        1 => Just("ффи efficient office fl fi ﬁ".to_owned()),
    ];
    vec(word, 1..9).prop_map(|words| words.join(" "))
}

/// Often there is nothing.
fn maybe() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 2 => words()]
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    vec(words(), 0..6)
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "https://[a-z]{3,12}\\.example\\.org/[a-z0-9/_-]{0,30}",
        "[a-z]{3,12}\\.example\\.com",
    ]
}

fn date() -> impl Strategy<Value = Option<PartialDate>> {
    let month = option::of(1u8..=12);
    option::of((1970u16..2030, month)).prop_map(|date| {
        let (year, month) = date?;
        PartialDate::new(year, month, None)
    })
}

fn dates() -> impl Strategy<Value = (Option<PartialDate>, Option<EndDate>)> {
    let end =
        prop_oneof![Just(Some(EndDate::PRESENT)), date().prop_map(|date| date.map(EndDate::on)),];
    (date(), end)
}

fn basics() -> impl Strategy<Value = Basics> {
    let profile = ("[A-Z][a-z]{2,8}", "[a-z]{3,9}[0-9]{0,3}", address())
        .prop_map(|(network, username, url)| Profile { network, username, url });
    let first = (words(), maybe(), "[a-z]{1,9}@example\\.org", "\\+49 [0-9]{3} [0-9]{4,7}");
    (first, address(), maybe(), maybe(), vec(profile, 0..3)).prop_map(
        |((name, label, email, phone), url, location, summary, profiles)| Basics {
            name,
            label,
            email,
            phone,
            url,
            location,
            summary,
            profiles,
        },
    )
}

fn history() -> impl Strategy<Value = (Vec<Work>, Vec<Volunteer>, Vec<Education>)> {
    let role = || (words(), maybe(), maybe(), dates(), maybe(), lines());
    let work = (role(), address()).prop_map(
        |((name, position, location, when, summary, highlights), url)| {
            let (start_date, end_date) = when;
            Work { name, position, location, url, start_date, end_date, summary, highlights }
        },
    );
    let volunteer =
        role().prop_map(|(organization, position, location, when, summary, highlights)| {
            let (start_date, end_date) = when;
            Volunteer {
                organization,
                position,
                location,
                start_date,
                end_date,
                summary,
                highlights,
            }
        });
    let education = (role(), maybe(), lines()).prop_map(
        |((institution, study_type, area, when, location, highlights), score, courses)| {
            let (start_date, end_date) = when;
            Education {
                institution,
                study_type,
                area,
                location,
                start_date,
                end_date,
                score,
                courses,
                highlights,
            }
        },
    );
    (vec(work, 0..4), vec(volunteer, 0..2), vec(education, 0..3))
}

type Achievements = (Vec<Project>, Vec<Certificate>, Vec<Award>, Vec<Publication>);

fn achievements() -> impl Strategy<Value = Achievements> {
    let project = (words(), maybe(), maybe(), address(), dates(), lines(), lines()).prop_map(
        |(name, description, entity, url, (start_date, end_date), highlights, keywords)| Project {
            name,
            description,
            entity,
            url,
            start_date,
            end_date,
            highlights,
            keywords,
        },
    );
    let certificate = (words(), maybe(), date(), address())
        .prop_map(|(name, issuer, date, url)| Certificate { name, issuer, date, url });
    let award = (words(), maybe(), date(), maybe())
        .prop_map(|(title, awarder, date, summary)| Award { title, awarder, date, summary });
    let publication = (words(), maybe(), date(), address(), maybe()).prop_map(
        |(name, publisher, release_date, url, summary)| Publication {
            name,
            publisher,
            release_date,
            url,
            summary,
        },
    );
    (vec(project, 0..3), vec(certificate, 0..3), vec(award, 0..2), vec(publication, 0..2))
}

type Strengths = (Vec<Skill>, Vec<Language>, Vec<Interest>, Vec<Reference>, Vec<Section>);

fn strengths() -> impl Strategy<Value = Strengths> {
    let skill = (maybe(), maybe(), lines()).prop_map(|(name, level, keywords)| Skill {
        name,
        level,
        keywords,
    });
    let language =
        (words(), maybe()).prop_map(|(language, fluency)| Language { language, fluency });
    let interest = (words(), lines()).prop_map(|(name, keywords)| Interest { name, keywords });
    let reference = (maybe(), words()).prop_map(|(name, reference)| Reference { name, reference });
    let section = (words(), lines()).prop_map(|(title, items)| Section { title, items });
    (
        vec(skill, 0..5),
        vec(language, 0..3),
        vec(interest, 0..3),
        vec(reference, 0..2),
        vec(section, 0..2),
    )
}
