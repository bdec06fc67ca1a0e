//! Addresses: what is printed of them, and which of them may be clicked.

/// Where a web address leads, if it is one that a reader may follow.
pub(super) fn web(address: &str) -> Option<String> {
    let address = address.trim();
    if address.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    match address.split_once(':') {
        Some((scheme, rest)) if is_web(scheme) => {
            rest.starts_with("//").then(|| address.to_owned())
        }
        _ if looks_like_host(address) => Some(format!("https://{address}")),
        _ => None,
    }
}

/// Where an e-mail address leads.
pub(super) fn mail(address: &str) -> Option<String> {
    let (user, host) = address.split_once('@')?;
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:?&\"\\@".contains(c);
    let fits = !user.is_empty() && user.chars().all(plain) && host.chars().all(plain);
    (fits && host.contains('.')).then(|| format!("mailto:{address}"))
}

/// Where a telephone number leads; what is no plain number leads nowhere.
pub(super) fn phone(number: &str) -> Option<String> {
    let rest = number.chars().filter(|c| !"+ -–./()\u{a0}".contains(*c));
    let digits: String = rest.clone().filter(char::is_ascii_digit).collect();
    if !(6..=15).contains(&digits.len()) || rest.count() != digits.len() {
        return None;
    }
    let plus = if number.trim_start().starts_with('+') { "+" } else { "" };
    Some(format!("tel:{plus}{digits}"))
}

/// An address as it is printed: without `https://` and a last slash.
pub(super) fn shown(address: &str) -> &str {
    let address = address.trim();
    let bare = match address.split_once("://") {
        Some((scheme, rest)) if is_web(scheme) => rest,
        _ => address,
    };
    bare.strip_suffix('/').unwrap_or(bare)
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
}

/// `example.org/me`, but not `javascript:x`, `ask me` or `v1.2`.
fn looks_like_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && host.split('.').all(|label| !label.is_empty())
        && host.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.')
        && ending.len() >= 2
        && ending.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_can_be_followed() {
        assert_eq!(web("https://example.org/a").as_deref(), Some("https://example.org/a"));
        assert_eq!(web("example.org/me").as_deref(), Some("https://example.org/me"));
        for bad in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "https:x",
            "on request",
        ] {
            assert_eq!(web(bad), None, "{bad}");
        }
    }

    #[test]
    fn addresses_and_numbers_are_linked_when_they_are_such() {
        assert_eq!(mail("a.b@example.org").as_deref(), Some("mailto:a.b@example.org"));
        assert_eq!(mail("a@b.c?bcc=x@y.z"), None);
        assert_eq!(phone("+49 30 123456-7").as_deref(), Some("tel:+49301234567"));
        assert_eq!(phone("(512) 555-0134").as_deref(), Some("tel:5125550134"));
        assert_eq!(phone("ask at reception"), None);
    }

    #[test]
    fn the_scheme_of_an_address_is_not_printed() {
        assert_eq!(shown("https://example.org/"), "example.org");
        assert_eq!(shown("http://example.org/a?b=c"), "example.org/a?b=c");
        assert_eq!(shown("javascript:x"), "javascript:x");
    }
}
