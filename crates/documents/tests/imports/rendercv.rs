use domain::page::Format;
use expect_test::expect;

use super::{shown, understood, unplaced};

const FILE: &str = r#"
cv:
  name: Mia Lund
  headline: Marine **biologist**
  location: Bergen
  email: [mia@example.org, lund@example.org]
  phone: tel:+47 900 00 000
  website: https://mia.example
  social_networks:
    - network: GitHub
      username: mialund
    - network: Mastodon
      username: "@mia@sea.example"
  sections:
    summary:
      - "Counts *fish*. See [list](https://fish.example)."
    education:
      - institution: University of Bergen
        area: Biology
        degree: MSc
        start_date: 2015-08
        end_date: 2017-06
        highlights:
          - "GPA: 4.8"
    experience:
      - company: Sea Lab
        position: Diver
        location: Bergen
        start_date: 2018-01
        highlights:
          - Dived
    Feltarbeid og verv:
      - company: Coast Guard Aid
        position: Helper
        date: Fall 2019
    projects:
      - name: "[Fish map](https://map.example)"
        start_date: 2020
        end_date: present
        summary: A map
        highlights:
          - Drew it
    skills:
      - label: Tools
        details: R, Python (pandas, numpy), QGIS
    languages:
      - label: Norwegian
        details: native
    publications:
      - title: On cod
        authors: [A. Berg, "***M. Lund***"]
        doi: 10.1000/cod
        journal: Fish Letters
        date: 2019-04
    certifications:
      - name: Rescue diver
        date: 2016
    extracurricular_activities:
      - bullet: Sails a boat
    numbered_things:
      - number: First
design:
  theme: classic
locale:
  language: norwegian
"#;

#[test]
fn every_kind_of_entry_finds_its_place() {
    let reading = understood(FILE.as_bytes());
    assert_eq!((reading.format, reading.resume.language.as_str()), (Format::RenderCv, "no"));
    expect![[r#"
        basics.name = Mia Lund
        basics.label = Marine biologist
        basics.email = mia@example.org
        basics.phone = +47 900 00 000
        basics.url = https://mia.example
        basics.location = Bergen
        basics.summary = Counts fish. See list.
        basics.profiles[0].network = GitHub
        basics.profiles[0].username = mialund
        basics.profiles[0].url = https://github.com/mialund
        basics.profiles[1].network = Mastodon
        basics.profiles[1].username = @mia@sea.example
        basics.profiles[1].url = https://sea.example/@mia
        work[0].name = Sea Lab
        work[0].position = Diver
        work[0].location = Bergen
        work[0].startDate = 2018-01
        work[0].endDate = present
        work[0].highlights[0] = Dived
        work[1].name = Coast Guard Aid
        work[1].position = Helper
        work[1].endDate = 2019
        education[0].institution = University of Bergen
        education[0].studyType = MSc
        education[0].area = Biology
        education[0].startDate = 2015-08
        education[0].endDate = 2017-06
        education[0].highlights[0] = GPA: 4.8
        skills[0].name = Tools
        skills[0].keywords[0] = R
        skills[0].keywords[1] = Python (pandas, numpy)
        skills[0].keywords[2] = QGIS
        projects[0].name = Fish map
        projects[0].description = A map
        projects[0].url = https://map.example
        projects[0].startDate = 2020
        projects[0].endDate = present
        projects[0].highlights[0] = Drew it
        languages[0].language = Norwegian
        languages[0].fluency = native
        certificates[0].name = Rescue diver
        certificates[0].date = 2016
        publications[0].name = On cod
        publications[0].publisher = Fish Letters
        publications[0].releaseDate = 2019-04
        publications[0].url = https://doi.org/10.1000/cod
        publications[0].summary = A. Berg, M. Lund
        sections[0].title = Extracurricular activities
        sections[0].items[0] = Sails a boat
        sections[1].title = Numbered things
        sections[1].items[0] = First
    "#]]
    .assert_eq(&shown(&reading, ""));
    expect![[r#"
        cv.email[1]: lund@example.org
        cv.sections.summary[0]: https://fish.example"#]]
    .assert_eq(&unplaced(&reading).join("\n"));
}
