use std::collections::HashSet;

use super::*;

fn names(text: &str) -> Vec<&'static str> {
    find(text).into_iter().map(|it| it.skill.name.as_str()).collect()
}

#[test]
fn the_data_has_no_doubles_and_leads_nowhere_wrong() {
    assert_eq!(VOCABULARY.flaws, Vec::<String>::new());
    assert!(all().len() >= 3_000, "{}", all().len());
}

#[test]
fn nothing_shows_itself_by_way_of_others() {
    for skill in all() {
        let mut seen = HashSet::new();
        let mut open: Vec<&str> = skill.implies.iter().map(String::as_str).collect();
        while let Some(id) = open.pop() {
            assert_ne!(id, skill.id, "{} implies itself", skill.name);
            if seen.insert(id) {
                open.extend(get(id).unwrap().implies.iter().map(String::as_str));
            }
        }
        assert!(
            skill
                .related
                .iter()
                .all(|(id, weight)| *id != skill.id && (0.0..=1.0).contains(weight))
        );
    }
}

#[test]
fn names_are_found_whole_the_longest_first() {
    assert_eq!(names("JavaScript, Java and React Native"), ["JavaScript", "Java", "React Native"]);
    assert_eq!(names("C++, C# and .NET"), ["C++", "C#", ".NET"]);
    assert_eq!(names("Node.js or nodejs"), ["Node.js", "Node.js"]);
    assert_eq!(names("CI/CD and A/B-testing"), ["CI/CD", "A/B testing"]);
    assert_eq!(names("rusty javan goblin"), Vec::<&str>::new());
}

#[test]
fn ambiguous_names_need_their_surroundings() {
    assert_eq!(names("We go for a swift spark of excel and access"), Vec::<&str>::new());
    assert_eq!(names("Python, Go and R"), ["Python", "Go", "R"]);
    assert_eq!(names("The R&D department"), names("R&D"));
    assert!(!names("Go to the office").contains(&"Go"));
}

#[test]
fn the_traps_of_short_and_ambiguous_names_are_known() {
    let finds = |text: &str, name: &str| names(text).contains(&name);
    // Java is not JavaScript, React not React Native, and the longest name wins.
    assert_eq!(names("JavaScript"), ["JavaScript"]);
    assert_eq!(names("React Native"), ["React Native"]);
    assert_eq!(names("Azure DevOps"), ["Azure DevOps"]);
    assert_eq!(names("T-SQL and PL/SQL"), ["T-SQL", "PL/SQL"]);
    // Names that are words, and letters that are many things.
    for text in [
        "We go far",
        "Go the extra mile",
        "a swift reply",
        "the spring term",
        "Excel at everything",
    ] {
        assert_eq!(names(text), names("far"), "{text}");
    }
    assert!(!finds("Plan C", "C") && !finds("Vitamin C", "C") && !finds("R & D", "R"));
    assert!(!finds("PM shift from 2 to 10 PM", "project management"));
    assert!(!finds("see the JD below", "JD"));
    assert!(finds("Juris Doctor (JD) required", "JD"));
    assert!(!finds("3 ml of saline", "machine learning"));
    assert!(finds("AI and ML models in Python", "machine learning"));
    assert!(!finds("IV. Terms of employment", "IV therapy"));
    assert!(finds("Certified Scrum Master (CSM)", "Certified ScrumMaster"));
    // No umbrella: a cloud is nobody's, and a part is not the whole.
    assert!(!finds("cloud experience", "AWS"));
    assert_eq!(names("Google Sheets"), ["Google Sheets"]);
}

#[test]
fn spelling_hyphens_plurals_and_languages_are_one() {
    for (one, other) in [
        ("data visualisation", "data visualization"),
        ("time-series analysis", "time series analysis"),
        ("data warehouse", "data warehouses"),
        ("Buchhaltung", "accounting"),
        ("gestion de projet", "project management"),
        ("analyse de données", "data analysis"),
        ("servicio al cliente", "customer service"),
        ("obsługa klienta", "customer service"),
        ("Gabelstaplerschein", "forklift certification"),
        ("assistenza clienti", "customer service"),
        ("atendimento ao cliente", "customer service"),
        ("klantenservice", "customer service"),
    ] {
        let ids = |text: &str| {
            let mut ids: Vec<&str> = Vec::new();
            for mention in find(text) {
                ids.push(&mention.skill.id);
                ids.extend(shown_by(mention.skill));
            }
            ids
        };
        let found = ids(one);
        assert!(ids(other).iter().any(|id| found.contains(id)), "{one}: {found:?}, {other}");
    }
}

#[test]
fn what_follows_from_a_thing_does_not_lead_back() {
    let shows = |one: &str, other: &str| {
        shown_by(named(one).unwrap()).any(|id| id == named(other).unwrap().id)
    };
    assert!(shows("Django", "Python") && !shows("Python", "Django"));
    assert!(shows("PostgreSQL", "SQL") || shows("PostgreSQL", "relational databases"));
    assert!(!shows("JavaScript", "Java") && !shows("Java", "JavaScript"));
}

#[test]
fn where_case_tells_nothing_names_are_still_found() {
    assert_eq!(names("experience with aws and sql"), ["AWS", "SQL"]);
    assert_eq!(names("BUILT WITH REACT AND DOCKER"), ["React", "Docker"]);
    assert_eq!(names("word by word, who made it safe"), Vec::<&str>::new());
}

#[test]
fn mentions_point_at_the_printed_words() {
    let text = "Kenntnisse in Büro–Software: PostgreSQL’s";
    let found = find(text);
    let mention = found.iter().find(|it| it.skill.name == "PostgreSQL").unwrap();
    assert_eq!(&text[mention.range.clone()], "PostgreSQL");
}
