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
fn mentions_point_at_the_printed_words() {
    let text = "Kenntnisse in Büro–Software: PostgreSQL’s";
    let found = find(text);
    let mention = found.iter().find(|it| it.skill.name == "PostgreSQL").unwrap();
    assert_eq!(&text[mention.range.clone()], "PostgreSQL");
}
