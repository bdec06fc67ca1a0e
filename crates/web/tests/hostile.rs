//! Addresses that must never be fetched, however they are spelled.

use web::{Address, FetchError, Fetcher, Refusal};

/// Each with the reason it is refused for.
const HOSTILE: &[(&str, &str)] = &[
    // This computer.
    ("https://localhost", "privatePlace"),
    ("https://localhost.", "privatePlace"),
    ("https://LOCALHOST/jobs", "privatePlace"),
    ("https://foo.localhost", "privatePlace"),
    ("https://127.0.0.1", "privatePlace"),
    ("https://127.1", "privatePlace"),
    ("https://127.0.0.1.", "privatePlace"),
    ("https://2130706433", "privatePlace"),
    ("https://0x7f000001", "privatePlace"),
    ("https://0x7f.0.0.1", "privatePlace"),
    ("https://0177.0.0.1", "privatePlace"),
    ("https://017700000001", "privatePlace"),
    ("https://0.0.0.0", "privatePlace"),
    ("https://0", "privatePlace"),
    ("https://①②⑦.⓪.⓪.①", "privatePlace"),
    ("https://127。0。0。1", "privatePlace"),
    ("https://%31%32%37.0.0.1", "privatePlace"),
    ("https://[::1]", "privatePlace"),
    ("https://[::]", "privatePlace"),
    ("https://[0:0:0:0:0:0:0:1]", "privatePlace"),
    ("https://[::ffff:127.0.0.1]", "privatePlace"),
    ("https://[::ffff:7f00:1]", "privatePlace"),
    ("https://[::127.0.0.1]", "privatePlace"),
    // Private networks.
    ("https://10.0.0.1", "privatePlace"),
    ("https://10.255.255.255", "privatePlace"),
    ("https://172.16.0.1", "privatePlace"),
    ("https://172.31.255.254", "privatePlace"),
    ("https://192.168.1.1", "privatePlace"),
    ("https://192.168.257", "privatePlace"),
    ("https://3232235777", "privatePlace"),
    ("https://169.254.169.254/latest/meta-data", "privatePlace"),
    ("https://2852039166", "privatePlace"),
    ("https://100.64.0.1", "privatePlace"),
    ("https://100.127.255.255", "privatePlace"),
    ("https://198.18.0.1", "privatePlace"),
    ("https://198.19.255.255", "privatePlace"),
    ("https://192.0.0.8", "privatePlace"),
    ("https://192.0.2.1", "privatePlace"),
    ("https://203.0.113.9", "privatePlace"),
    ("https://224.0.0.1", "privatePlace"),
    ("https://240.0.0.1", "privatePlace"),
    ("https://255.255.255.255", "privatePlace"),
    ("https://[fe80::1]", "privatePlace"),
    ("https://[fe80::1%25eth0]", "notAnAddress"),
    ("https://[fc00::1]", "privatePlace"),
    ("https://[fd12:3456::1]", "privatePlace"),
    ("https://[ff02::1]", "privatePlace"),
    ("https://[64:ff9b::7f00:1]", "privatePlace"),
    ("https://[64:ff9b::10.0.0.1]", "privatePlace"),
    ("https://[2002:7f00:1::]", "privatePlace"),
    ("https://[2002:0a00:0001::]", "privatePlace"),
    ("https://[2001::1]", "privatePlace"),
    ("https://[2001:db8::1]", "privatePlace"),
    ("https://[::ffff:10.0.0.1]", "privatePlace"),
    ("https://[::ffff:169.254.169.254]", "privatePlace"),
    // Names of private networks.
    ("https://printer.local", "privatePlace"),
    ("https://metadata.google.internal", "privatePlace"),
    ("https://router.lan", "privatePlace"),
    ("https://wiki.corp", "privatePlace"),
    ("https://nas.home", "privatePlace"),
    ("https://intranet", "privatePlace"),
    ("https://1.0.0.127.in-addr.arpa", "privatePlace"),
    // Other doors and other ways.
    ("http://example.org/jobs/1", "notEncrypted"),
    ("http://169.254.169.254", "notEncrypted"),
    ("https://example.org:8443/jobs", "oddPort"),
    ("https://example.org:22", "oddPort"),
    ("https://example.org:80", "oddPort"),
    ("file:///etc/passwd", "otherScheme"),
    ("ftp://example.org/jobs", "otherScheme"),
    ("gopher://example.org:70/1", "otherScheme"),
    ("javascript:alert(1)", "otherScheme"),
    ("data:text/html,<h1>Job</h1>", "otherScheme"),
    ("view-source:https://example.org", "otherScheme"),
    ("chrome://settings", "otherScheme"),
    ("smb://host/share", "otherScheme"),
    ("\\\\host\\share\\job.html", "notAnAddress"),
    ("https:\\\\example.org", "notAnAddress"),
    ("https://user@example.org", "credentials"),
    ("https://user:secret@example.org", "credentials"),
    ("https://example.org@127.0.0.1", "credentials"),
    ("https://example.org\r\nHost: evil", "notAnAddress"),
    ("https://exa mple.org", "notAnAddress"),
    ("https://", "notAnAddress"),
    ("https://example.org/a%2f..%2f..%2fadmin", "oddPath"),
    ("https://example.org/a%5c..%5cadmin", "oddPath"),
    ("https://example.org/jobs%00.html", "oddPath"),
    ("https://example.org/jobs%0d%0aX-Evil:1", "oddPath"),
    ("https://example.org/%252e%252e/admin", "oddPath"),
    // Sites that want no program.
    ("https://www.linkedin.com/jobs/view/1", "walled"),
    ("https://uk.indeed.com/viewjob?jk=1", "walled"),
];

#[tokio::test]
async fn no_hostile_address_is_fetched() {
    assert!(HOSTILE.len() >= 80);
    let fetcher = Fetcher::new();
    for (text, reason) in HOSTILE {
        let refused = match Address::parse(text) {
            Ok(address) => fetcher.fetch(&address).await.map(drop),
            Err(refusal) => Err(FetchError::Refused(refusal)),
        };
        let refused = refused.expect_err(text);
        assert!(matches!(refused, FetchError::Refused(_)), "{text}: {refused}");
        assert_eq!(refused.reason(), *reason, "{text}: {refused}");
    }
}

#[test]
fn an_endless_piece_of_a_path_is_no_path() {
    let address = Address::parse(&format!("https://example.org/{}", "a".repeat(400))).unwrap();
    assert_eq!(address.may_be_fetched(), Err(Refusal::OddPath));
}

#[test]
fn public_pages_may_be_fetched() {
    for text in [
        "https://example.org/x",
        "https://93.184.216.34",
        "https://[2606:4700::1111]",
        "example.org:443/jobs",
        "https://jobs.example.org/de/Krak%C3%B3w/koch-(m-w-d)~1,2+3?utm=a%2Fb#top",
        "https://münchen.example/stelle",
        "https://company.wd5.myworkdayjobs.com/en-US/Careers/job/New-York-NY/Nurse_R-12",
    ] {
        assert_eq!(Address::parse(text).map(|one| one.may_be_fetched()), Ok(Ok(())), "{text}");
    }
}
