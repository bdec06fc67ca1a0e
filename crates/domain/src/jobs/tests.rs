use proptest::prelude::*;

use super::*;

fn parsed(text: &str) -> Posting {
    parse(&Capture { text: text.to_owned(), ..Capture::default() })
}

const BAKERY: &str = "Senior Software Engineer\nLocation: Graz, Austria (Hybrid)\nAbout Acme Ovens\nAcme Ovens is a maker of ovens. We use Kubernetes.\n\
    What you'll do\n• Write services in Rust\nRequirements\n• 5+ years of experience with Python or TypeScript\n• PostgreSQL and Docker\n\
    • Bachelor's degree in Computer Science or equivalent\n• Fluent English\n• Strong communication skills\nNice to have\n• Terraform\n• Experience with sourdough starters\n\
    Salary: €60,000 - €75,000 per year\nBenefits\n• Free bread and a Java mug";

#[test]
fn a_posting_is_read_whole() {
    let posting = parsed(BAKERY);
    assert_eq!(posting.title, "Senior Software Engineer");
    assert_eq!(posting.company, "Acme Ovens");
    assert_eq!(posting.locations, ["Graz, Austria"]);
    assert_eq!(posting.remote_mode, RemoteMode::Hybrid);
    assert_eq!(posting.years_min, Some(5));
    assert_eq!(posting.seniority, Some(Seniority::Senior));
    assert_eq!(posting.languages, ["English"]);
    let education = posting.education.clone().unwrap();
    assert_eq!((education.level, education.or_equivalent), (DegreeLevel::Bachelor, true));
    let json = json::write(&posting);
    assert_eq!(
        json["required_skills"],
        serde_json::json!(["Python or TypeScript", "PostgreSQL", "Docker"])
    );
    assert_eq!(json["preferred_skills"], serde_json::json!(["Terraform", "sourdough starters"]));
    assert_eq!(json["salary"]["max"], serde_json::json!(75_000.0));
}

#[test]
fn years_are_tied_to_what_they_qualify() {
    let posting = parsed(
        "Data Engineer\nRequirements\n• 5+ years of experience with Python; 2+ years with Kafka\n• Docker",
    );
    let years = |name: &str| posting.requirements.iter().find(|it| it.name == name).unwrap().years;
    assert_eq!((years("Python"), years("Docker")), (Some(5.0), None));
    assert_eq!(
        posting.requirements.iter().find(|it| it.name.contains("Kafka")).unwrap().years,
        Some(2.0)
    );
    assert_eq!(posting.years_min, Some(5));
}

#[test]
fn what_the_employer_uses_or_gives_is_not_asked_for() {
    let posting = parsed(BAKERY);
    for name in ["Kubernetes", "Java"] {
        assert!(!posting.requirements.iter().any(|it| it.name == name), "{name}");
    }
    let rust = posting.requirements.iter().find(|it| it.name == "Rust").unwrap();
    assert_eq!(rust.importance, Importance::Mentioned);
}

#[test]
fn every_requirement_points_at_its_words() {
    let text = format!("😀 Žluťoučký kůň\n{BAKERY}");
    let posting = parsed(&text);
    assert!(posting.requirements.len() > 5);
    for one in posting.requirements.iter().filter(|it| it.kind == RequirementKind::Skill) {
        assert_eq!(one.span.of(&posting.text).to_lowercase(), one.name.to_lowercase());
    }
}

#[test]
fn a_posting_survives_its_json() {
    let posting = parsed(BAKERY);
    let again = json::read(&json::write(&posting));
    assert_eq!(json::write(&again), json::write(&posting));
    assert_eq!(again.requirements, posting.requirements);
}

#[test]
fn a_posting_that_asks_for_nothing_has_no_requirements() {
    let posting = parsed(
        "Open application\nWe are always glad to hear from bright people. Tell us about yourself and what you would like to do here.",
    );
    assert_eq!(posting.requirements, []);
    assert_eq!((posting.salary, posting.years_min, posting.education), (None, None, None));
}

#[test]
fn what_the_wrapping_states_wins() {
    let mut capture = Capture { text: BAKERY.to_owned(), ..Capture::default() };
    capture.stated.title = "Oven Engineer".into();
    capture.sources.insert("title".into(), FieldSource::Jsonld);
    let posting = parse(&capture);
    assert_eq!(posting.title, "Oven Engineer");
    assert_eq!(posting.sources["title"], FieldSource::Jsonld);
    assert_eq!(posting.sources["company"], FieldSource::Text);
}

proptest! {
    #[test]
    fn parsing_never_panics_and_every_span_fits(text in "(?s)[\\PC\n•]{0,300}") {
        let posting = parsed(&text);
        let units = posting.text.encode_utf16().count() as u32;
        for one in &posting.requirements {
            prop_assert!(one.span.start <= one.span.end && one.span.end <= units);
        }
    }

    #[test]
    fn odd_postings_never_panic(words in proptest::collection::vec("(5\\+ years|\\$100k|Requirements:|• |\n|C\\+\\+|or|BS|Bachelor's degree in|[A-Z][a-z]+ing|\\.|,|preferred|é😀)", 0..60)) {
        let _ = parsed(&words.join(" "));
    }
}
