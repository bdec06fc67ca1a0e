//! Web addresses a person typed or a posting named: checked before anything follows them.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use url::{Host, Url};

/// An address that a browser may be sent to: HTTP or HTTPS, with a host, without a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(Url);

/// Why some text is no [`Address`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is no address at all.
    #[error("this is not a web address; one looks like https://example.org/jobs/1")]
    NotAnAddress,
    /// It leads to a file, a script or another program.
    #[error("only addresses that begin with https:// or http:// are opened")]
    OtherScheme,
    /// It carries a name and perhaps a password.
    #[error("addresses with a user name or password in them are not opened")]
    Credentials,
}

/// The longest address that is looked at.
const LONGEST: usize = 2000;

impl Address {
    /// The address that `text` names; one without a scheme is taken for HTTPS.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let odd = |ch: char| ch.is_whitespace() || ch.is_control() || ch == '\\';
        if text.is_empty() || text.len() > LONGEST || text.contains(odd) {
            return Err(Refusal::NotAnAddress);
        }
        let url = match Url::parse(text) {
            // "example.org:8080/x" parses as the scheme "example.org".
            Ok(url) if url.scheme().contains('.') => with_scheme(text)?,
            Ok(url) => url,
            Err(url::ParseError::RelativeUrlWithoutBase) => with_scheme(text)?,
            Err(_) => return Err(Refusal::NotAnAddress),
        };
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Refusal::OtherScheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::Credentials);
        }
        url.host().ok_or(Refusal::NotAnAddress)?;
        Ok(Self(url))
    }

    /// Whether a program may fetch it without being turned against its own network: HTTPS to a
    /// name or number that is not this computer's and not a private network's.
    pub fn is_public(&self) -> bool {
        let host = match self.0.host() {
            Some(Host::Domain(name)) => is_public_name(name),
            Some(Host::Ipv4(ip)) => is_public_number(IpAddr::V4(ip)),
            Some(Host::Ipv6(ip)) => is_public_number(IpAddr::V6(ip)),
            None => false,
        };
        host && self.0.scheme() == "https" && matches!(self.0.port(), None | Some(443))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn with_scheme(text: &str) -> Result<Url, Refusal> {
    let named = text.contains('.').then(|| format!("https://{text}"));
    named.and_then(|text| Url::parse(&text).ok()).ok_or(Refusal::NotAnAddress)
}

fn is_public_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let private = ["localhost", "local", "internal", "lan", "home", "corp", "intranet", "arpa"];
    let last = name.rsplit('.').next().unwrap_or_default();
    name.contains('.') && !private.contains(&last)
}

/// Whether a number belongs to a network that anyone may reach. The name of a host proves
/// nothing: whoever connects must ask this of the number it resolved to.
pub fn is_public_number(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_broadcast()
        || ip.is_documentation()
        || a == 0
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..20).contains(&b))
        || a >= 224;
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let parts = ip.segments();
    // Everything that is routed begins with 2 or 3; a few blocks in it carry other networks.
    let routed = parts[0] & 0xe000 == 0x2000;
    let carries = (parts[0] == 0x2001 && parts[1] < 0x200) || parts[0] == 0x2002;
    let example = parts[0] == 0x2001 && parts[1] == 0x0db8;
    routed && !carries && !example
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_posting_s_address_is_taken_as_people_write_it() {
        for (text, expected) in [
            ("https://example.org/jobs/1?a=b#c", "https://example.org/jobs/1?a=b#c"),
            (" example.org/jobs ", "https://example.org/jobs"),
            ("example.org:8443/x", "https://example.org:8443/x"),
            ("http://münchen.example/stelle", "http://xn--mnchen-3ya.example/stelle"),
        ] {
            assert_eq!(
                Address::parse(text).map(|one| one.to_string()),
                Ok(expected.into()),
                "{text}"
            );
        }
    }

    #[test]
    fn nothing_but_a_page_is_opened() {
        for text in [
            "",
            " ",
            "jobs",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "smb://host/share",
            "\\\\host\\share",
            "vbscript:x",
            "mailto:a@b.c",
            "https://",
            "https://user@example.org",
            "https://user:secret@example.org",
            "https://exa mple.org",
            "java\nscript:alert(1)",
            "//example.org\\@evil",
            "about:blank",
            "atspro://open",
            "ftp://example.org",
            "blob:https://example.org/1",
            "C:\\Windows",
        ] {
            assert!(Address::parse(text).is_err(), "{text:?}");
        }
        assert!(Address::parse(&format!("https://example.org/{}", "a".repeat(3000))).is_err());
    }

    #[test]
    fn a_fetch_never_reaches_this_computer_or_its_network() {
        for text in [
            "https://localhost",
            "https://localhost.",
            "https://127.0.0.1",
            "https://127.1",
            "https://2130706433",
            "https://0x7f000001",
            "https://0177.0.0.1",
            "https://0.0.0.0",
            "https://10.0.0.1",
            "https://172.16.0.1",
            "https://192.168.1.1",
            "https://169.254.169.254",
            "https://100.64.0.1",
            "https://198.18.0.1",
            "https://192.0.0.8",
            "https://224.0.0.1",
            "https://255.255.255.255",
            "https://[::1]",
            "https://[::]",
            "https://[::ffff:127.0.0.1]",
            "https://[::ffff:7f00:1]",
            "https://[fe80::1]",
            "https://[fc00::1]",
            "https://[fd12::1]",
            "https://[64:ff9b::7f00:1]",
            "https://[2002:7f00:1::]",
            "https://[2001::1]",
            "https://printer.local",
            "https://metadata.google.internal",
            "https://intranet",
            "http://example.org",
            "https://example.org:8443",
            "https://router.lan",
        ] {
            let address = Address::parse(text);
            assert!(!address.is_ok_and(|one| one.is_public()), "{text}");
        }
        for text in ["https://example.org/x", "https://93.184.216.34", "https://[2606:4700::1111]"]
        {
            assert!(Address::parse(text).is_ok_and(|one| one.is_public()), "{text}");
        }
    }
}
