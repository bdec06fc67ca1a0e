//! A saved page: its structured blocks first, then its readable text.

use domain::jobs::{Capture, FieldSource};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use super::{fragment, json, jsonld, lenient, listing, microdata, plain, saved, stated::Stated};

/// Less text than this is no description.
const LEAST: usize = 200;

/// Every posting of a page.
pub(super) fn captures(html: &str) -> Vec<Capture> {
    if fragment::too_deep(html) {
        return vec![plain::capture(&fragment::stripped(html))];
    }
    let page = Html::parse_document(html);
    let blocks: Vec<Value> = select(&page, "script")
        .filter(|it| it.attr("type").is_some_and(|kind| kind.contains("ld+json")))
        .take(50)
        .filter_map(|it| lenient::parse(&it.text().collect::<String>()))
        .collect();
    let postings: Vec<_> =
        blocks.iter().flat_map(jsonld::postings).take(super::MAX_CAPTURES).collect();
    let heading = heading(&page);
    let shown = postings.iter().find(|map| {
        map.get("title").and_then(Value::as_str).is_some_and(|title| same(title, &heading))
    });
    match (postings.as_slice(), shown) {
        ([], _) => without_jsonld(&page),
        ([one], _) => vec![completed(&page, one)],
        (_, Some(one)) => vec![completed(&page, one)],
        (many, None) => many.iter().map(|map| jsonld::capture(map)).collect(),
    }
}

fn select<'a>(page: &'a Html, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
    let found: Vec<_> = Selector::parse(selector)
        .map(|selector| page.select(&selector).collect())
        .unwrap_or_default();
    found.into_iter()
}

fn heading(page: &Html) -> String {
    let mut heading = select(page, "h1").map(|it| plain::clean(&it.text().collect::<String>()));
    heading.find(|text| !text.is_empty()).or_else(|| meta(page, "og:title")).unwrap_or_default()
}

fn same(a: &str, b: &str) -> bool {
    let fold = |text: &str| plain::clean(&fragment::unescape(text)).to_lowercase();
    fold(a) == fold(b)
}

/// A page with one `JobPosting`; what that leaves open is read from the page.
fn completed(page: &Html, map: &serde_json::Map<String, Value>) -> Capture {
    let mut stated = Stated::new(FieldSource::Jsonld);
    jsonld::state(map, &mut stated);
    let described = jsonld::capture(map).text;
    names(page, &mut stated);
    let readable = readable(page);
    let text =
        if described.len() >= LEAST { described } else { longer(described, readable.clone()) };
    // The frame around a description often holds the mode and the type in two words.
    let frame: Vec<&str> =
        readable.lines().filter(|line| line.len() < 80 && !text.contains(*line)).take(60).collect();
    facts(&frame, &mut stated);
    stated.with_text(text)
}

/// A page without structured blocks.
fn without_jsonld(page: &Html) -> Vec<Capture> {
    let mut stated = Stated::new(FieldSource::Microdata);
    if let Some(text) = saved::state(page, &mut stated) {
        names(page, &mut stated);
        return vec![stated.with_text(text)];
    }
    let described = microdata::state(page, &mut stated).unwrap_or_default();
    let mut text = longer(described, readable(page));
    let state = state_of(page);
    if let Some(capture) = state.filter(|capture| tells_more(capture, &text)) {
        return vec![capture];
    }
    if !stated.has("title") && !domain::jobs::words::is_role(&heading(page)) {
        let listed = listing::captures(page);
        if !listed.is_empty() && !domain::jobs::words::has_demands(&text) {
            return listed;
        }
    }
    names(page, &mut stated);
    if text.len() < LEAST && looks_empty(page) {
        text.clear();
    }
    vec![stated.with_text(text)]
}

/// Whether the page's own state holds the posting that the page shows, or should show.
fn tells_more(capture: &Capture, shown: &str) -> bool {
    if shown.len() < LEAST {
        return true;
    }
    // The same posting, shown by the page: its state names the fields.
    let title = capture.stated.title.to_lowercase();
    let middle = capture.text.lines().max_by_key(|line| line.len()).unwrap_or_default();
    !title.is_empty()
        && shown.to_lowercase().contains(&title)
        && middle.len() > 40
        && shown.contains(middle.trim_start_matches("• "))
}

fn longer(first: String, second: String) -> String {
    if first.len() >= LEAST || first.len() >= second.len() { first } else { second }
}

/// Whether a page is a shell that its scripts fill: no text to speak of, but scripts.
fn looks_empty(page: &Html) -> bool {
    select(page, "script").next().is_some() || select(page, "noscript").next().is_some()
}

/// Mode and type from a page's short facts: "Remote", "Full-time".
fn facts(lines: &[&str], stated: &mut Stated) {
    stated.from(FieldSource::Meta);
    for line in lines {
        if line.split(' ').count() <= 6 {
            if !stated.has("remoteMode")
                && let Some(mode) = domain::jobs::words::remote_mode(line)
            {
                stated.remote(mode);
            }
            if !stated.has("employmentTypes") && line.split(' ').count() <= 3 {
                stated.employment(line);
            }
        }
    }
}

/// Title and employer from the page's meta tags and its `<title>`.
fn names(page: &Html, stated: &mut Stated) {
    stated.from(FieldSource::Meta);
    let title = meta(page, "og:title")
        .or_else(|| {
            select(page, "title").next().map(|it| plain::clean(&it.text().collect::<String>()))
        })
        .unwrap_or_default();
    let site = meta(page, "og:site_name").unwrap_or_default();
    let named = domain::jobs::words::title_and_company(&title, &site);
    let heading = heading(page);
    if !named.title.is_empty() {
        let plain = select(page, "h1").next().is_some()
            && heading.len() > 3
            && named.title.to_lowercase().contains(&heading.to_lowercase());
        stated.title(if plain { &heading } else { &named.title });
    } else if heading.len() > 3 {
        stated.title(&heading);
    }
    stated.company(&named.company);
    if !stated.has("company") {
        let about = meta(page, "og:description").or_else(|| meta(page, "description"));
        let employer = about.and_then(|text| domain::jobs::words::employer(&text));
        stated.company(&employer.unwrap_or_default());
    }
}

/// A meta tag's value, however it is written.
fn meta(page: &Html, name: &str) -> Option<String> {
    select(page, "meta")
        .find(|it| it.attr("property") == Some(name) || it.attr("name") == Some(name))
        .and_then(|it| it.attr("content").or_else(|| it.attr("value")))
        .map(|text| plain::clean(&fragment::unescape(text)))
        .filter(|text| !text.is_empty())
}

/// The page's own application state, if a posting is in it.
fn state_of(page: &Html) -> Option<Capture> {
    let scripts = select(page, "script").filter(|it| {
        it.attr("id") == Some("__NEXT_DATA__")
            || it.attr("type").is_some_and(|kind| kind == "application/json")
    });
    let mut states: Vec<String> = scripts.map(|it| it.text().collect()).collect();
    states.extend(
        select(page, "[data-page]").filter_map(|it| it.attr("data-page").map(str::to_owned)),
    );
    for script in select(page, "script").take(100) {
        let text: String = script.text().collect();
        for mark in
            ["window.__appData = ", "window.__INITIAL_STATE__ = ", "window.__remixContext = "]
        {
            if let Some((_, rest)) = text.split_once(mark) {
                states.push(rest.split(";\n").next().unwrap_or(rest).to_owned());
            }
        }
    }
    states
        .iter()
        .filter_map(|state| lenient::parse(state))
        .find_map(|state| json::within(&state, FieldSource::State))
}

/// What a reader sees of the page: its main part where it marks one.
fn readable(page: &Html) -> String {
    let all = select(page, "body").next().map(fragment::element_lines).unwrap_or_default();
    let main = ["main", "[role=main]", "article"]
        .iter()
        .filter_map(|name| select(page, name).next())
        .map(fragment::element_lines)
        .find(|text| text.len() >= LEAST && text.len() * 5 >= all.len() * 2);
    main.unwrap_or(all)
}
