//! Which addresses belong together, and which sites want no program to read them.

use url::Host;

use crate::Address;

/// Sites whose terms and locks speak against a program: what the person saved or pasted of them is
/// read, nothing is fetched.
const WALLED: [&str; 2] = ["linkedin", "indeed"];

/// Whether `address` belongs to a site that is never fetched.
pub(crate) fn is_walled(address: &Address) -> bool {
    registrable(address).is_some_and(|site| {
        let name = site.split('.').next().unwrap_or_default();
        WALLED.contains(&name) || site == "lnkd.in"
    })
}

/// Whether two addresses belong to one owner: the same registrable domain, or the same number.
pub(crate) fn same_site(one: &Address, other: &Address) -> bool {
    match (registrable(one), registrable(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one.host() == other.host(),
    }
}

/// The part of a host's name that someone registered: `example.co.uk` of `jobs.example.co.uk`.
/// Public suffixes are the list's, so two customers of one hoster are two owners.
fn registrable(address: &Address) -> Option<String> {
    let Some(Host::Domain(name)) = address.host() else { return None };
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    psl::domain_str(&name).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Address {
        Address::parse(text).unwrap()
    }

    #[test]
    fn an_owner_is_told_by_what_was_registered() {
        for (one, other, same) in [
            ("https://boards.greenhouse.io/x", "https://job-boards.greenhouse.io/x", true),
            ("https://example.org", "https://www.example.org/jobs", true),
            ("https://jobs.example.co.uk", "https://example.co.uk", true),
            ("https://jobs.example.co.uk", "https://other.co.uk", false),
            ("https://one.github.io", "https://two.github.io", false),
            ("https://example.org", "https://example.org.evil.com", false),
            ("https://example.org", "https://93.184.216.34", false),
            ("https://93.184.216.34/a", "https://93.184.216.34/b", true),
        ] {
            assert_eq!(same_site(&address(one), &address(other)), same, "{one} {other}");
        }
    }

    #[test]
    fn walled_sites_are_known_in_every_country() {
        for text in [
            "https://www.linkedin.com/jobs/view/1",
            "https://de.linkedin.com/jobs/view/1",
            "https://lnkd.in/abc",
            "https://uk.indeed.com/viewjob?jk=1",
            "https://www.indeed.co.uk/viewjob?jk=1",
            "https://INDEED.com./viewjob",
        ] {
            assert!(is_walled(&address(text)), "{text}");
        }
        for text in
            ["https://notlinkedin.com", "https://linkedin.example.org", "https://indeedable.com"]
        {
            assert!(!is_walled(&address(text)), "{text}");
        }
    }
}
