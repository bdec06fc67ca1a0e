use domain::page::Format;
use expect_test::expect;
use serde_json::json;

use super::{shown, understood, unplaced};

#[test]
fn version_five_is_read_with_roles_and_sections_of_the_users_own() {
    let tree = json!({
        "picture": { "url": "x", "hidden": false },
        "basics": {
            "name": "Tom Reed", "headline": "Rigger", "email": "tom@example.org", "phone": "",
            "location": "Leith", "website": { "url": "https://tom.example", "label": "tom" },
            "customFields": [{ "id": "1", "icon": "x", "text": "gh", "link": "https://github.com/tomreed" },
                             { "id": "2", "icon": "x", "text": "Available at once", "link": "" }]
        },
        "summary": { "title": "", "hidden": false, "content": "<p>Climbs.</p><p>Rigs.</p>" },
        "sections": {
            "profiles": { "items": [{ "id": "p", "hidden": false, "network": "LinkedIn", "username": "tomr",
                                      "website": { "url": "https://linkedin.com/in/tomr", "label": "" } }] },
            "experience": { "title": "", "items": [
                { "id": "a", "hidden": false, "company": "Cranes", "position": "", "location": "Leith",
                  "period": "2015 - Present", "website": { "url": "", "label": "" },
                  "description": "<p>On site.</p>",
                  "roles": [
                      { "id": "r1", "position": "Chief Rigger", "period": "March 2020 - Present",
                        "description": "<ul><li><p>Led 4</p></li></ul>" },
                      { "id": "r2", "position": "Rigger", "period": "2015 - Feb 2020", "description": "" } ] },
                { "id": "b", "hidden": true, "company": "Secret", "position": "Spy", "period": "2014" } ] },
            "education": { "items": [{ "id": "e", "school": "Leith College", "degree": "HND", "area": "Lifting",
                "grade": "A", "location": "", "period": "2013 - 2015", "description": "<p>With <b>honours</b></p>" }] },
            "skills": { "items": [{ "id": "s", "name": "Knots", "proficiency": "Expert", "level": 5,
                                    "keywords": ["Bowline"] },
                                  { "id": "t", "name": "Radio", "proficiency": "", "level": 3, "keywords": [] }] },
            "languages": { "items": [{ "language": "Scots", "fluency": "Native", "level": 5 }] },
            "certifications": { "items": [{ "title": "CPCS", "issuer": "CITB", "date": "May 2019",
                "website": { "url": "https://c.example", "label": "" }, "description": "Card 7" }] }
        },
        "customSections": [
            { "id": "c1", "title": "Earlier", "type": "experience", "hidden": false, "items": [
                { "id": "i", "company": "Docks", "position": "Hand", "period": "2012", "location": "",
                  "roles": [], "description": "" }] },
            { "id": "c2", "title": "Boats", "type": "summary", "hidden": false,
              "items": [{ "id": "j", "content": "<p>Built two.</p>" }] },
            { "id": "c3", "title": "Letter", "type": "cover-letter", "hidden": false,
              "items": [{ "id": "k", "recipient": "You", "content": "Dear" }] }
        ],
        "metadata": { "template": "onyx", "notes": "", "page": { "locale": "en-GB" } }
    });
    let reading = understood(tree.to_string().as_bytes());
    assert_eq!((reading.format, reading.resume.language.as_str()), (Format::ReactiveResume, "en"));
    expect![[r#"
        basics.name = Tom Reed
        basics.label = Rigger
        basics.email = tom@example.org
        basics.url = https://tom.example
        basics.location = Leith
        basics.summary = Climbs. / Rigs.
        basics.profiles[0].network = GitHub
        basics.profiles[0].username = tomreed
        basics.profiles[0].url = https://github.com/tomreed
        basics.profiles[1].network = LinkedIn
        basics.profiles[1].username = tomr
        basics.profiles[1].url = https://linkedin.com/in/tomr
        work[0].name = Cranes
        work[0].position = Chief Rigger
        work[0].location = Leith
        work[0].startDate = 2020-03
        work[0].endDate = present
        work[0].summary = On site.
        work[0].highlights[0] = Led 4
        work[1].name = Cranes
        work[1].position = Rigger
        work[1].location = Leith
        work[1].startDate = 2015
        work[1].endDate = 2020-02
        work[2].name = Docks
        work[2].position = Hand
        work[2].endDate = 2012
        education[0].institution = Leith College
        education[0].studyType = HND
        education[0].area = Lifting
        education[0].startDate = 2013
        education[0].endDate = 2015
        education[0].score = A
        education[0].highlights[0] = With honours
        skills[0].name = Knots
        skills[0].level = Expert
        skills[0].keywords[0] = Bowline
        skills[1].name = Radio
        skills[1].level = 3/5
        languages[0].language = Scots
        languages[0].fluency = Native
        certificates[0].name = CPCS
        certificates[0].issuer = CITB
        certificates[0].date = 2019-05
        certificates[0].url = https://c.example
        sections[0].title = Boats
        sections[0].items[0] = Built two.
    "#]]
    .assert_eq(&shown(&reading, ""));
    expect![[r#"
        basics.customFields[1].text: Available at once
        sections.experience.items[0].period: 2015 - Present
        sections.experience.items[1].company: Secret
        sections.experience.items[1].position: Spy
        sections.experience.items[1].period: 2014
        sections.certifications.items[0].description: Card 7
        customSections[0].title: Earlier
        customSections[2].title: Letter
        customSections[2].items[0].recipient: You
        customSections[2].items[0].content: Dear"#]]
    .assert_eq(&unplaced(&reading).join("\n"));
}

#[test]
fn version_four_is_read_with_its_own_names() {
    let tree = json!({
        "basics": { "name": "Tom Reed", "headline": "Rigger", "url": { "label": "", "href": "https://tom.example" },
                    "customFields": [], "picture": { "url": "", "size": 64 } },
        "sections": {
            "summary": { "id": "summary", "name": "Summary", "visible": true, "content": "<p>Climbs.</p>" },
            "experience": { "id": "experience", "name": "Experience", "visible": true, "items": [
                { "id": "x", "visible": true, "company": "Cranes", "position": "Rigger", "location": "Leith",
                  "date": "January 2019 to Present", "summary": "<ul><li>Rigged</li></ul>",
                  "url": { "label": "", "href": "https://cranes.example" } }] },
            "projects": { "id": "projects", "items": [
                { "visible": true, "name": "Barge", "description": "Lead", "date": "2020",
                  "summary": "<p>Floats.</p>", "keywords": ["steel"], "url": { "href": "" } }] },
            "references": { "visible": false, "items": [{ "visible": true, "name": "On request" }] },
            "custom": { "abc": { "id": "abc", "name": "Talks", "visible": true, "items": [
                { "id": "t", "visible": true, "name": "On knots", "description": "Keynote", "date": "2021",
                  "location": "Oban", "summary": "<p>For 200.</p>", "keywords": [], "url": { "href": "" } }] } }
        },
        "metadata": { "template": "glalie" }
    });
    let reading = understood(tree.to_string().as_bytes());
    expect![[r#"
        basics.name = Tom Reed
        basics.label = Rigger
        basics.url = https://tom.example
        basics.summary = Climbs.
        work[0].name = Cranes
        work[0].position = Rigger
        work[0].location = Leith
        work[0].url = https://cranes.example
        work[0].startDate = 2019-01
        work[0].endDate = present
        work[0].highlights[0] = Rigged
        projects[0].name = Barge
        projects[0].description = Lead / Floats.
        projects[0].endDate = 2020
        projects[0].keywords[0] = steel
        sections[0].title = Talks
        sections[0].items[0] = On knots, Keynote, 2021, Oban
        sections[0].items[1] = For 200.
    "#]]
    .assert_eq(&shown(&reading, ""));
    let left = unplaced(&reading).join("\n");
    assert!(left.contains("references.items[0].name: On request"), "{left}");
}
