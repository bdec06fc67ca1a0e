//! `itemprop` attributes of a page.

use domain::jobs::FieldSource;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use super::{fragment, plain, stated::Stated};

/// States what the page's microdata says; the description, if it has one.
pub(super) fn state(page: &Html, stated: &mut Stated) -> Option<String> {
    let selector = Selector::parse("[itemprop]").ok()?;
    let scoped = Selector::parse("[itemtype*=JobPosting]").ok()?;
    let all: Vec<ElementRef<'_>> = match page.select(&scoped).next() {
        Some(scope) => scope.select(&selector).take(200).collect(),
        None => return None,
    };
    stated.from(FieldSource::Microdata);
    let find = |name: &str| {
        all.iter()
            .copied()
            .find(|it| it.attr("itemprop").is_some_and(|props| props.split(' ').any(|p| p == name)))
    };
    let value = |name: &str| find(name).map(value_of).unwrap_or_default();
    stated.title(&value("title"));
    let name = find("hiringOrganization")
        .and_then(|org| org.select(&selector).find(|it| it.attr("itemprop") == Some("name")));
    stated.company(&name.or_else(|| find("hiringOrganization")).map(value_of).unwrap_or_default());
    stated.posted(&Value::String(value("datePosted")));
    stated.deadline(&Value::String(value("validThrough")));
    stated.employment(&value("employmentType"));
    let parts = ["addressLocality", "addressRegion", "addressCountry"].map(value);
    let mut place =
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    if place.is_empty() {
        place = value("streetAddress");
    }
    if place.is_empty() {
        place = value("jobLocation");
    }
    stated.locations([place]);
    find("description").map(fragment::element_lines)
}

/// What an element with `itemprop` says: its `content` or `datetime`, else its text.
fn value_of(element: ElementRef<'_>) -> String {
    let attribute = element.attr("content").or_else(|| element.attr("datetime"));
    let text = attribute.map_or_else(|| element.text().collect::<String>(), str::to_owned);
    plain::clean(&text)
}
