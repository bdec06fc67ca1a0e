//! Pages of LinkedIn and Indeed as a person saved them: nobody fetches those, so what they mark is
//! read by the marks known of them.

use domain::jobs::{FieldSource, words};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use super::{fragment, plain, stated::Stated};

/// Where a board keeps what on its pages; the first that is there counts.
struct Board {
    title: &'static [&'static str],
    company: &'static [&'static str],
    place: &'static [&'static str],
    text: &'static [&'static str],
    /// Short facts: the kind of employment, the level, the pay.
    facts: &'static [&'static str],
    posted: &'static [&'static str],
}

const BOARDS: [Board; 2] = [
    Board {
        title: &[
            ".top-card-layout__title",
            ".topcard__title",
            ".job-details-jobs-unified-top-card__job-title",
            ".jobs-unified-top-card__job-title",
        ],
        company: &[
            ".topcard__org-name-link",
            ".topcard__flavor",
            ".job-details-jobs-unified-top-card__company-name",
            ".jobs-unified-top-card__company-name",
        ],
        place: &[
            ".topcard__flavor--bullet",
            ".job-details-jobs-unified-top-card__primary-description-container .tvm__text",
            ".jobs-unified-top-card__bullet",
        ],
        text: &[
            ".show-more-less-html__markup",
            ".description__text",
            ".jobs-description-content__text",
            "#job-details",
        ],
        facts: &[
            ".description__job-criteria-text",
            ".job-details-jobs-unified-top-card__job-insight",
            ".job-details-preferences-and-skills__pill",
        ],
        posted: &["time[datetime]"],
    },
    Board {
        title: &[".jobsearch-JobInfoHeader-title", "[data-testid=jobsearch-JobInfoHeader-title]"],
        company: &[
            "[data-testid=inlineHeader-companyName]",
            "[data-company-name]",
            ".jobsearch-InlineCompanyRating > div",
        ],
        place: &[
            "[data-testid=inlineHeader-companyLocation]",
            "[data-testid=job-location]",
            ".jobsearch-JobInfoHeader-subtitle > div:last-child",
        ],
        text: &["#jobDescriptionText", ".jobsearch-jobDescriptionText"],
        facts: &[
            "#salaryInfoAndJobType span",
            "[data-testid=jobsearch-OtherJobDetailsContainer] span",
        ],
        posted: &[],
    },
];

/// States what the page of a known board marks; its description, if it is one's.
pub(super) fn state(page: &Html, stated: &mut Stated) -> Option<String> {
    BOARDS.iter().find_map(|board| read(board, page, stated))
}

fn read(board: &Board, page: &Html, stated: &mut Stated) -> Option<String> {
    let text = fragment::element_lines(first(page, board.text)?);
    let title = line(page, board.title)?;
    stated.from(FieldSource::Meta);
    stated.title(title.trim_end_matches("- job post").trim());
    if let Some(company) = line(page, board.company) {
        stated.company(&company);
    }
    if let Some(place) = line(page, board.place) {
        stated.locations([place.split(" · ").next().unwrap_or(&place).to_owned()]);
    }
    for fact in all(page, board.facts) {
        let fact = plain::clean(&fact.text().collect::<String>());
        let fact = fact.trim_start_matches(['-', '·', ' ']);
        stated.employment(fact);
        stated.told_pay(fact);
        if let Some(mode) = words::remote_mode(fact).filter(|_| fact.split(' ').count() <= 3) {
            stated.remote(mode);
        }
    }
    if let Some(time) = first(page, board.posted).and_then(|it| it.attr("datetime")) {
        stated.posted(&Value::String(time.to_owned()));
    }
    Some(text)
}

fn all<'a>(page: &'a Html, names: &[&str]) -> Vec<ElementRef<'a>> {
    let selectors = names.iter().filter_map(|name| Selector::parse(name).ok());
    selectors.flat_map(|selector| page.select(&selector).take(30).collect::<Vec<_>>()).collect()
}

fn first<'a>(page: &'a Html, names: &[&str]) -> Option<ElementRef<'a>> {
    names
        .iter()
        .filter_map(|name| Selector::parse(name).ok())
        .find_map(|selector| page.select(&selector).next())
}

fn line(page: &Html, names: &[&str]) -> Option<String> {
    let text = plain::clean(&first(page, names)?.text().collect::<String>());
    Some(text).filter(|text| !text.is_empty())
}
