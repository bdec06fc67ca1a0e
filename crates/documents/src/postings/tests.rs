use domain::jobs::{EmploymentType, FieldSource, Period, RemoteMode};
use proptest::prelude::*;

use super::*;

fn one(text: &str) -> Capture {
    let mut all = read(text.as_bytes(), "").unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

const LONG: &str = "We bake bread every morning for the whole town and look for a person who likes \
    to get up early, works with care, knows what flour can do and wants to learn the rest from us.";

#[test]
fn what_is_no_posting_gets_a_clear_sentence() {
    assert_eq!(read(b"", ""), Err(Error::Empty));
    assert_eq!(read(b" \n ", ""), Err(Error::Empty));
    assert_eq!(read(&vec![b'a'; 10_000_000], ""), Err(Error::TooLarge));
    let shell = "<html><body><div id='root'></div><script src='app.js'></script></body></html>";
    assert_eq!(read(shell.as_bytes(), ""), Err(Error::NoText));
    assert_eq!(read(b"%PDF-1.4", "a.txt"), Err(Error::NotText));
}

#[test]
fn a_posting_block_under_a_graph_states_its_fields() {
    let html = format!(
        r#"<html><head><script type="application/ld+json">{{"@graph": [{{"@type": "WebPage"}},
        {{"@type": ["JobPosting"], "title": "Baker &amp; Cook", "hiringOrganization": {{"name": "Acme"}},
        "jobLocation": [{{"address": {{"addressLocality": "Graz", "addressCountry": {{"name": "AT"}}}}}}],
        "employmentType": ["PART_TIME"], "datePosted": "2026-03-01T10:00:00Z", "description": "<p>{LONG}</p>",
        "baseSalary": {{"currency": "EUR", "value": {{"minValue": "2000", "maxValue": 2400, "unitText": "MONTH"}}}},}}]}}
        </script></head><body><p>Frame</p></body></html>"#
    );
    let capture = one(&html);
    assert_eq!(capture.stated.title, "Baker & Cook");
    assert_eq!(capture.stated.company, "Acme");
    assert_eq!(capture.stated.locations, ["Graz, AT"]);
    assert_eq!(capture.stated.employment_types, [EmploymentType::PartTime]);
    assert_eq!(capture.stated.date_posted.unwrap().to_string(), "2026-03-01");
    let salary = capture.stated.salary.unwrap();
    assert_eq!(
        (salary.min, salary.max, salary.period),
        (Some(2000.0), Some(2400.0), Some(Period::Month))
    );
    assert_eq!(capture.sources["title"], FieldSource::Jsonld);
    assert!(capture.text.starts_with("We bake bread"));
}

#[test]
fn a_list_of_blocks_gives_a_capture_each() {
    let html = r#"<html><script type="application/ld+json">[{"@type":"JobPosting","title":"A","description":"x"},
        {"@type":"JobPosting","title":"B","description":"y"}]</script><h1>Jobs</h1></html>"#;
    assert_eq!(read(html.as_bytes(), "").unwrap().len(), 2);
}

#[test]
fn microdata_is_read_with_its_odd_dates() {
    let html = format!(
        r#"<html><div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Baker</h1>
        <meta itemprop="datePosted" content="Thu Jul 01 00:00:00 UTC 2021">
        <meta itemprop="hiringOrganization" content="Acme"><div itemprop="description">{LONG} {LONG}</div></div></html>"#
    );
    let capture = one(&html);
    assert_eq!(capture.stated.date_posted.unwrap().to_string(), "2021-07-01");
    assert_eq!(capture.sources["company"], FieldSource::Microdata);
}

#[test]
fn a_page_that_keeps_its_posting_in_its_state_is_read() {
    let html = format!(
        r#"<html><body><div></div><script id="__NEXT_DATA__" type="application/json">
        {{"props": {{"pageProps": {{"job": {{"title": "Baker", "description": "<p>{LONG}</p><p>Second: {LONG}</p>"}}}}}}}}
        </script></body></html>"#
    );
    let capture = one(&html);
    assert_eq!(capture.stated.title, "Baker");
    assert_eq!(capture.sources["title"], FieldSource::State);
}

#[test]
fn greenhouse_escapes_twice_and_hides_the_city() {
    let json = r#"{"jobs": [{"title": "Baker", "company_name": "Acme ", "location": {"name": "Hybrid"},
        "offices": [{"name": "Graz", "location": "Graz, Austria"}], "first_published": "2026-04-17T05:58:03-04:00",
        "content": "&lt;p&gt;R&amp;amp;D&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Bread&lt;/li&gt;&lt;/ul&gt;"}]}"#;
    let capture = one(json);
    assert_eq!(capture.text, "R&D\n• Bread");
    assert_eq!(capture.stated.locations, ["Graz, Austria"]);
    assert_eq!(capture.stated.remote_mode, RemoteMode::Hybrid);
}

#[test]
fn lever_keeps_its_requirements_in_lists() {
    let json = r#"[{"text": "Baker", "hostedUrl": "https://jobs.lever.co/happybread/1", "createdAt": 1779223091267,
        "descriptionPlain": "At Happy Bread we bake.", "lists": [{"text": "You have", "content": "<li>Hands</li>"}],
        "categories": {"commitment": "Full-time", "allLocations": ["Graz", "Linz"]}, "workplaceType": "onsite",
        "salaryRange": {"min": 30, "max": 40, "currency": "EUR", "interval": "per-hour-wage"}}]"#;
    let capture = one(json);
    assert_eq!(capture.text, "At Happy Bread we bake.\nYou have\n• Hands");
    assert_eq!(capture.stated.company, "Happy Bread");
    assert_eq!(capture.stated.locations, ["Graz", "Linz"]);
    assert_eq!(capture.stated.remote_mode, RemoteMode::Onsite);
    assert_eq!(capture.stated.date_posted.unwrap().to_string(), "2026-05-19");
    assert_eq!(capture.stated.salary.unwrap().period, Some(Period::Hour));
}

#[test]
fn a_workplace_type_beats_a_yes_or_no() {
    let json = r#"{"jobs": [{"title": "Baker", "descriptionHtml": "<p>x</p>", "isRemote": true, "workplaceType": "Hybrid",
        "employmentType": "FullTime", "compensation": {"summaryComponents": [{"compensationType": "Salary",
        "interval": "1 YEAR", "currencyCode": "USD", "minValue": 1000, "maxValue": 2000}]}}]}"#;
    let capture = one(json);
    assert_eq!(capture.stated.remote_mode, RemoteMode::Hybrid);
    assert_eq!(capture.stated.employment_types, [EmploymentType::FullTime]);
    assert_eq!(capture.stated.salary.unwrap().period, Some(Period::Year));
}

#[test]
fn other_systems_are_read_too() {
    let smart = r#"{"name": "Baker", "jobAd": {"sections": {"qualifications": {"title": "You", "text": "<p>Hands</p>"}}}}"#;
    assert_eq!(one(smart).text, "You\nHands");
    let workday = r#"{"jobPostingInfo": {"title": "Baker", "jobDescription": "<p>Bread</p>", "timeType": "Full time",
        "postedOn": "Posted 30+ Days Ago", "startDate": "2026-02-03", "location": "Graz"}}"#;
    assert_eq!(one(workday).stated.date_posted.unwrap().to_string(), "2026-02-03");
    let recruitee = r#"{"offers": [{"title": "Baker", "description": "<p>a</p>", "requirements": "<p>b</p>",
        "salary": {"min": "100", "max": "200", "currency": "EUR", "period": "month"}, "hybrid": true}]}"#;
    assert_eq!(one(recruitee).stated.salary.unwrap().max, Some(200.0));
    let personio = "<?xml version='1.0'?><workzag-jobs><position><office>Graz</office><name>B&amp;B</name>\
        <employmentType>permanent</employmentType><schedule>full-time</schedule><jobDescriptions><jobDescription>\
        <name>Ihr Profil</name><value><![CDATA[<ul><li>Brot</li></ul>]]></value></jobDescription></jobDescriptions>\
        </position></workzag-jobs>";
    let capture = one(personio);
    assert_eq!(capture.text, "Ihr Profil\n• Brot");
    assert_eq!(capture.stated.title, "B&B");
    assert_eq!(capture.stated.locations, ["Graz"]);
}

proptest! {
    #[test]
    fn reading_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, "x.html");
    }

    #[test]
    fn tangled_markup_never_panics(text in "[<>/a-z \"'={}\\[\\]:,&;!-]{0,300}") {
        let _ = read(format!("<html>{text}").as_bytes(), "");
        let _ = read(format!("<?xml?>{text}").as_bytes(), "");
        let _ = read(format!("[{{{text}").as_bytes(), "");
    }
}
