//! Pages and letters that only list postings: each by its title, and where it stands.

use std::collections::HashMap;

use domain::jobs::{Capture, FieldSource, words};
use scraper::{ElementRef, Html, Selector};

use super::{fragment, plain, stated::Stated};

/// With fewer links to postings than this a page is no list.
const FEW: usize = 2;
/// What surrounds one link of a list has at most so many lines.
const MOST_LINES: usize = 10;

/// What a page lists, if that is what it does.
pub(super) fn captures(page: &Html) -> Vec<Capture> {
    let links = links(page);
    if links.len() < FEW {
        return Vec::new();
    }
    let mut seen = HashMap::new();
    for (title, address, link) in &links {
        let capture = entry(title, address, around(*link, &links));
        seen.entry(capture.stated.url.clone()).or_insert(capture);
    }
    let mut found: Vec<Capture> = seen.into_values().collect();
    let place = |capture: &Capture| links.iter().position(|link| link.1 == capture.stated.url);
    found.sort_by_key(place);
    found.truncate(super::MAX_CAPTURES);
    if found.len() < FEW { Vec::new() } else { found }
}

type Link<'a> = (String, String, ElementRef<'a>);

/// The links whose words are a role's.
fn links(page: &Html) -> Vec<Link<'_>> {
    let Ok(selector) = Selector::parse("a[href]") else { return Vec::new() };
    let all = page.select(&selector).take(5_000).filter_map(|link| {
        let address = link.attr("href")?.trim();
        let web = address.starts_with("https://")
            || address.starts_with("http://")
            || address.starts_with('/');
        let title = title_of(link);
        let fits = (4..=120).contains(&title.len()) && title.split(' ').count() <= 14;
        (web && fits && address.len() < 2_000 && words::is_role(&title))
            .then(|| (title, address.to_owned(), link))
    });
    all.collect()
}

/// A link's first line: cards are often one link with everything in it.
fn title_of(link: ElementRef<'_>) -> String {
    let lines = fragment::element_lines(link);
    let heading = Selector::parse("h2, h3, h4, strong").ok();
    let heading = heading.and_then(|it| link.select(&it).next());
    let marked = heading.map(|it| plain::clean(&it.text().collect::<String>()));
    let first = lines.lines().next().unwrap_or_default().trim_start_matches("• ").to_owned();
    marked.filter(|text| !text.is_empty()).unwrap_or(first)
}

/// The lines of the smallest block that holds this link and no other posting's.
fn around(link: ElementRef<'_>, links: &[Link<'_>]) -> Vec<String> {
    let address = link.attr("href").unwrap_or_default();
    let strangers = |element: ElementRef<'_>| {
        element.descendent_elements().any(|inner| {
            links.iter().any(|(_, other, it)| it.id() == inner.id() && other != address)
        })
    };
    let mut best = link;
    for parent in link.ancestors().filter_map(ElementRef::wrap).take(8) {
        if matches!(parent.value().name(), "body" | "html" | "main") || strangers(parent) {
            break;
        }
        best = parent;
    }
    let lines = fragment::element_lines(best);
    lines.lines().map(|line| line.trim_start_matches("• ").to_owned()).take(MOST_LINES).collect()
}

/// One posting of the list: its title, then its employer and its place where they follow.
fn entry(title: &str, address: &str, lines: Vec<String>) -> Capture {
    let mut stated = Stated::new(FieldSource::Meta);
    stated.title(title);
    stated.url(address);
    let after = lines.iter().position(|line| line.starts_with(title)).map_or(0, |at| at + 1);
    let rest = lines.get(after..).unwrap_or_default();
    let facts: Vec<&str> = rest
        .iter()
        .flat_map(|line| {
            line.split(
                [" · ", " | ", " • "]
                    .iter()
                    .find(|sign| line.contains(*sign))
                    .copied()
                    .unwrap_or(" – "),
            )
        })
        .map(str::trim)
        .filter(|fact| !fact.is_empty() && fact.len() < 80)
        .collect();
    let is_place = |fact: &str| fact.contains(", ") || words::remote_mode(fact).is_some();
    let mut facts = facts.into_iter().filter(|fact| *fact != title);
    let mut names = facts.by_ref().take(3);
    if let Some(first) = names.next() {
        if is_place(first) {
            stated.locations([first.to_owned()]);
        } else if !first.chars().any(|c| c.is_ascii_digit()) && !words::is_button(first) {
            stated.company(first);
            let place =
                names.next().filter(|it| !it.contains(['€', '$', '£']) && !words::is_button(it));
            stated.locations(place.map(str::to_owned));
        }
    }
    let mut text = vec![title.to_owned()];
    text.extend(rest.iter().filter(|line| !words::is_button(line)).cloned());
    let mut capture = stated.with_text(text.join("\n"));
    capture.stated.partial = true;
    capture
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_each_posting_with_where_it_stands() {
        let page = Html::parse_document(
            "<h1>Careers</h1><ul><li><a href='/jobs/1'>Night Baker</a><div>Ovenbird</div><div>Graz, Austria</div></li>\
             <li><a href='/jobs/2'><h3>Oven Technician</h3></a><span>Ovenbird · Linz</span></li></ul><a href='/about'>About us</a>",
        );
        let found = captures(&page);
        let said: Vec<_> = found
            .iter()
            .map(|it| {
                (
                    it.stated.title.as_str(),
                    it.stated.company.as_str(),
                    it.stated.locations.join(";"),
                    it.stated.url.as_str(),
                )
            })
            .collect();
        assert_eq!(
            said,
            [
                ("Night Baker", "Ovenbird", "Graz, Austria".to_owned(), "/jobs/1"),
                ("Oven Technician", "Ovenbird", "Linz".to_owned(), "/jobs/2"),
            ]
        );
    }

    #[test]
    fn a_page_with_one_link_is_no_list() {
        assert!(captures(&Html::parse_document("<a href='/1'>Baker</a>")).is_empty());
    }
}
