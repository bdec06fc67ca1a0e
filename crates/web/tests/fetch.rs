//! One page fetched from a local site that behaves well, and badly in every way known to us.

use std::time::{Duration, Instant};

use web::{Address, FetchError, Fetcher, Page, testing};

const PATIENCE: Duration = Duration::from_millis(1_500);

async fn fetch(fetcher: &Fetcher, text: &str) -> Result<Page, FetchError> {
    fetcher.fetch(&Address::parse(text)?).await
}

#[tokio::test]
async fn a_page_comes_with_where_it_was_in_the_end() {
    let site = testing::Site::start().await;
    let fetcher = site.fetcher(PATIENCE);
    for (asked, found) in [
        ("https://site.test/job", "https://site.test/job"),
        ("https://jobs.site.test/packed", "https://jobs.site.test/packed"),
        ("https://site.test/same", "https://www.site.test/job"),
        ("https://site.test/relative", "https://site.test/job"),
        ("https://site.test/cookie", "https://site.test/cookie-again"),
    ] {
        let page = fetch(&fetcher, asked).await.expect(asked);
        assert_eq!(page.address.to_string(), found);
        assert_eq!(page.kind, "text/html");
        assert_eq!(String::from_utf8(page.bytes).unwrap(), testing::POSTING, "{asked}");
    }
}

#[tokio::test]
async fn a_request_says_who_asks_and_nothing_about_the_user() {
    let site = testing::Site::start().await;
    let page = fetch(&site.fetcher(PATIENCE), "https://site.test/who").await.unwrap();
    let head = String::from_utf8(page.bytes).unwrap().to_lowercase();
    assert!(head.contains("user-agent: atspro/"), "{head}");
    for header in ["cookie:", "referer:", "authorization:", "accept-language:"] {
        assert!(!head.contains(header), "{head}");
    }
}

#[tokio::test]
async fn whatever_a_site_does_ends_in_a_sentence_within_its_limit() {
    let site = testing::Site::start().await;
    let fetcher = site.fetcher(PATIENCE);
    for (path, reason) in [
        ("other", "otherSite"),
        ("inside", "private"),
        ("number", "otherSite"),
        ("port", "oddPort"),
        ("secret", "credentials"),
        ("unencrypted", "unencrypted"),
        ("file", "otherScheme"),
        ("script", "otherScheme"),
        ("nowhere", "garbled"),
        ("loop", "goesInCircles"),
        ("ping", "goesInCircles"),
        ("stalls", "tooSlow"),
        ("stalls-later", "tooSlow"),
        ("drips", "tooSlow"),
        ("endless", "tooLarge"),
        ("bomb", "tooLarge"),
        ("big", "tooLarge"),
        ("says-huge", "tooLarge"),
        ("badly-packed", "garbled"),
        ("half-packed", "brokenOff"),
        ("strangely-packed", "garbled"),
        ("says-more", "brokenOff"),
        ("says-both", "brokenOff"),
        ("says-nonsense", "brokenOff"),
        ("drops", "brokenOff"),
        ("no-http", "brokenOff"),
        ("picture", "noPage"),
        ("program", "noPage"),
        ("unnamed", "noPage"),
        ("missing", "gone"),
        ("gone", "gone"),
        ("locked", "forbidden"),
        ("trouble", "status"),
    ] {
        let start = Instant::now();
        let failed = fetch(&fetcher, &format!("https://site.test/{path}")).await;
        let failed = failed.expect_err(path);
        assert_eq!(failed.reason(), reason, "{path}: {failed}");
        assert!(start.elapsed() < PATIENCE * 2, "{path} took {:?}", start.elapsed());
        assert!(failed.to_string().len() > 30, "{path}: {failed}");
    }
}

#[tokio::test]
async fn a_length_that_is_too_short_cuts_the_page_and_adds_nothing() {
    let site = testing::Site::start().await;
    let page = fetch(&site.fetcher(PATIENCE), "https://site.test/says-less").await.unwrap();
    assert_eq!(page.bytes.len(), 12);
}

#[tokio::test]
async fn nobody_is_asked_whose_number_or_name_is_not_what_it_should_be() {
    let site = testing::Site::start().await;
    let fetcher = site.fetcher(PATIENCE);
    for (address, reason) in [
        ("https://inside.site.test/job", "private"),
        ("https://rebinding.site.test/job", "private"),
        ("https://wrong.test/job", "untrusted"),
        ("https://nosuchname.invalid/job", "unreachable"),
    ] {
        let failed = fetch(&fetcher, address).await.expect_err(address);
        assert_eq!(failed.reason(), reason, "{address}: {failed}");
    }
    assert_eq!(site.asked(), 0);
}

#[tokio::test]
async fn a_fetcher_of_the_shipped_kind_never_reaches_a_local_server() {
    let site = testing::Site::start().await;
    for address in ["https://127.0.0.1/job", "https://localhost/job", "https://site.test/job"] {
        assert!(fetch(&Fetcher::new(), address).await.is_err(), "{address}");
    }
    assert_eq!(site.asked(), 0);
}
