use domain::{page::WarningCode, resumes::json_resume};
use serde_json::json;

use super::{made, understood};

const PAGE: &[&str] = &[
    "Ines Alvaro",
    "Baker",
    "ines@example.org",
    "Experience",
    "Pan, Master Baker",
    "Mar 2020 - Present",
    "- Baked 300 loaves a day for the whole of the old town",
    "- Trained four apprentices",
];

fn resume() -> String {
    let resume = json_resume::read(&json!({
        "basics": { "name": "Ines Alvaro", "label": "Baker", "email": "ines@example.org" },
        "work": [{ "name": "Pan", "position": "Master Baker", "startDate": "2020-03",
                   "highlights": ["Baked 300 loaves a day for the whole of the old town", "Trained four apprentices"] }]
    }));
    json_resume::write(&resume.unwrap()).to_string()
}

fn pdf(lines: &[&str], resume: &str, by_name: bool) -> Vec<u8> {
    let mut content = String::from("BT /F1 12 Tf 72 740 Td 16 TL ");
    for line in lines {
        content += &format!("({line}) Tj T* ");
    }
    content += "ET";
    let mut objects = made::objects_with(content.as_bytes(), "");
    let link = if by_name {
        "/Names <</EmbeddedFiles <</Kids [<</Names [(resume.json) 6 0 R]>>]>>>>"
    } else {
        "/AF [6 0 R]"
    };
    objects[0] = format!("<</Type /Catalog /Pages 2 0 R {link}>>").into_bytes();
    objects.push(
        b"<</Type /Filespec /F (resume.json) /AFRelationship /Source /EF <</F 7 0 R>>>>".to_vec(),
    );
    objects
        .push(made::stream("/Type /EmbeddedFile /Subtype /application#2Fjson", resume.as_bytes()));
    made::pdf_of(&objects)
}

fn docx(lines: &[&str], resume: &str) -> Vec<u8> {
    let body: String = lines.iter().map(|line| made::paragraph(line)).collect();
    let mut parts = made::docx_parts(&body);
    let escaped = resume.replace('&', "&amp;").replace('<', "&lt;");
    let item = format!("<resume xmlns=\"urn:atspro:resume:1\">{escaped}</resume>");
    parts.push(("customXml/item1.xml".to_owned(), item.into_bytes()));
    made::archive(&parts)
}

#[test]
fn what_a_file_of_ours_carries_is_used_with_its_places() {
    let wanted = json_resume::read(&serde_json::from_str(&resume()).unwrap()).unwrap();
    for file in [pdf(PAGE, &resume(), true), pdf(PAGE, &resume(), false), docx(PAGE, &resume())] {
        let reading = understood(&file);
        assert_eq!(reading.resume.work, wanted.work);
        assert_eq!(reading.resume.basics, wanted.basics);
        let codes: Vec<_> = reading.warnings.iter().map(|warning| warning.code).collect();
        assert_eq!(codes, [WarningCode::EmbeddedResume]);
        let origin = &reading.origins["work[0].position"];
        assert!(!origin.lines.is_empty());
        assert_eq!(origin.spans.is_empty(), reading.pages.is_empty());
    }
}

#[test]
fn what_a_file_carries_is_not_used_where_the_pages_say_something_else() {
    let lies = resume().replace("Master Baker", "Chief Executive of Everything Here");
    let mut more = PAGE.to_vec();
    more.extend([
        "Head of Sales, Oven Works",
        "Jan 2015 - Feb 2020",
        "- Sold ovens to half of the province",
        "- Opened branches",
        "Education",
        "University of Vigo, Business Administration",
        "2010 - 2014",
    ]);
    for file in [pdf(PAGE, &lies, true), pdf(&more, &resume(), true), docx(&more, &resume())] {
        let reading = documents::understand(&file).unwrap();
        let codes: Vec<_> = reading.warnings.iter().map(|warning| warning.code).collect();
        assert_eq!(codes, [WarningCode::EmbeddedDiffers]);
        assert_eq!(reading.resume.work[0].position, "Master Baker", "the pages win");
    }
}

#[test]
fn a_europass_pdf_carries_its_xml() {
    let xml = "<?xml version='1.0'?><Candidate><CandidatePerson><PersonName><GivenName>Ines</GivenName>\
        <FamilyName>Alvaro</FamilyName></PersonName></CandidatePerson><CandidateProfile><EmploymentHistory>\
        <EmployerHistory><OrganizationName>Pan</OrganizationName><PositionHistory><PositionTitle>Master Baker\
        </PositionTitle><Description>Baked 300 loaves a day for the whole of the old town</Description>\
        </PositionHistory></EmployerHistory></EmploymentHistory></CandidateProfile></Candidate>";
    let lines = [
        "Ines Alvaro",
        "Work experience",
        "Master Baker, Pan",
        "Baked 300 loaves a day for the whole of the old town",
    ];
    let reading = understood(&pdf(&lines, xml, true));
    assert_eq!(reading.resume.work[0].name, "Pan");
    assert_eq!(reading.warnings[0].code, WarningCode::EmbeddedResume);
}
