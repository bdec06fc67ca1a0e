use domain::{page::Format, resumes::json_resume};
use expect_test::expect;
use serde_json::json;

use super::{shown, understood, unplaced};

#[test]
fn a_strict_json_resume_is_read_whole() {
    let tree = json!({
        "$schema": "https://example.org/schema.json",
        "basics": {
            "name": "Ines Alvaro", "label": "Baker", "image": "https://a.example/me.png",
            "email": "ines@example.org", "phone": "+34 600 000 000", "url": "https://ines.example",
            "summary": "Bakes.\nSells.",
            "location": { "city": "Vigo", "postalCode": "36201", "countryCode": "ES", "region": "Galicia" },
            "profiles": [{ "network": "GitHub", "username": "ines", "url": "https://github.com/ines" }]
        },
        "work": [
            { "name": "Pan", "position": "Baker", "startDate": "2020-03-01", "highlights": ["Baked 300 loaves"],
              "description": "A bakery", "summary": "All of it", "location": "Vigo" },
            { "name": "Old Oven", "startDate": "2018", "endDate": "2020-02" }
        ],
        "skills": [{ "name": "Dough", "level": "Master", "keywords": ["Rye", "Wheat"] }],
        "meta": { "version": "v1.0.0" }
    });
    let reading = understood(tree.to_string().as_bytes());
    assert_eq!(reading.format, Format::JsonResume);
    expect![[r#"
        basics.name = Ines Alvaro
        basics.label = Baker
        basics.email = ines@example.org
        basics.phone = +34 600 000 000
        basics.url = https://ines.example
        basics.location = 36201, Vigo, Galicia, ES
        basics.summary = Bakes. / Sells.
        basics.profiles[0].network = GitHub
        basics.profiles[0].username = ines
        basics.profiles[0].url = https://github.com/ines
    "#]]
    .assert_eq(&shown(&reading, "basics"));
    expect![[r#"
        work[0].name = Pan
        work[0].position = Baker
        work[0].location = Vigo
        work[0].startDate = 2020-03-01
        work[0].endDate = present
        work[0].summary = All of it
        work[0].highlights[0] = Baked 300 loaves
        work[1].name = Old Oven
        work[1].startDate = 2018
        work[1].endDate = 2020-02
    "#]]
    .assert_eq(&shown(&reading, "work"));
    assert_eq!(
        unplaced(&reading),
        ["basics.image: https://a.example/me.png", "work[0].description: A bakery"]
    );
}

#[test]
fn a_sloppy_json_resume_is_read_too() {
    let tree = json!([{
        "basics": { "firstName": "Ines", "lastName": "Alvaro", "website": { "url": "https://ines.example" },
                    "profiles": ["https://github.com/ines", null], "location": "Vigo" },
        "Experience": [{ "company": "Pan", "jobTitle": "Baker", "start_date": "March 2020",
                         "end_date": "Present", "bullets": ["Baked"], "unknown": { "deep": 7 } },
                       { "employer": "Oven", "period": "2018 - 2019", "gone": null }],
        "education": { "school": "Art School", "degree": "BA", "gpa": 3.5, "year": "x" },
        "skills": { "Baking": ["Rye", "Wheat"], "Office": "Word, Excel" },
        "languages": ["Spanish", { "name": "English", "level": "C1" }],
        "interests": ["Hiking"]
    }]);
    let reading = understood(tree.to_string().as_bytes());
    expect![[r#"
        basics.name = Ines Alvaro
        basics.url = https://ines.example
        basics.location = Vigo
        basics.profiles[0].network = GitHub
        basics.profiles[0].username = ines
        basics.profiles[0].url = https://github.com/ines
        work[0].name = Pan
        work[0].position = Baker
        work[0].startDate = 2020-03
        work[0].endDate = present
        work[0].highlights[0] = Baked
        work[1].name = Oven
        work[1].startDate = 2018
        work[1].endDate = 2019
        education[0].institution = Art School
        education[0].studyType = BA
        education[0].score = 3.5
        skills[0].name = Baking
        skills[0].keywords[0] = Rye
        skills[0].keywords[1] = Wheat
        skills[1].name = Office
        skills[1].keywords[0] = Word
        skills[1].keywords[1] = Excel
        languages[0].language = Spanish
        languages[1].language = English
        languages[1].fluency = C1
        interests[0].name = Hiking
    "#]]
    .assert_eq(&shown(&reading, ""));
    assert_eq!(unplaced(&reading), ["Experience[0].unknown.deep: 7", "education.year: x"]);
}

#[test]
fn what_we_write_comes_back_as_it_was() {
    for text in [
        include_str!("../fixtures/resumes/nurse.json"),
        include_str!("../fixtures/resumes/elektroniker.json"),
    ] {
        let resume = json_resume::read(&serde_json::from_str(text).unwrap()).unwrap();
        let written = json_resume::write(&resume).to_string();
        let reading = understood(written.as_bytes());
        assert_eq!(reading.resume, resume);
        assert_eq!(unplaced(&reading), Vec::<&str>::new());
    }
}

#[test]
fn json_resume_may_be_written_as_yaml() {
    let text =
        "# mine\nbasics:\n  name: Ines Alvaro\nwork:\n  - name: Pan\n    startDate: 2020-03\n";
    let reading = understood(text.as_bytes());
    assert_eq!((reading.format, reading.resume.work.len()), (Format::JsonResume, 1));
}
