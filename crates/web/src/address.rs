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
    /// It is not encrypted on its way.
    #[error("only addresses that begin with https:// are read; try the same address with https://")]
    NotEncrypted,
    /// It leads to this computer or a private network.
    #[error("the address leads to this computer or a private network and was not opened")]
    PrivatePlace,
    /// It asks for an unusual door.
    #[error("only web pages on the usual port are read; leave out the number after the colon")]
    OddPort,
    /// Its path is no path to a page.
    #[error(
        "the address holds parts that no posting's address has; copy it from the browser again"
    )]
    OddPath,
    /// Its site wants no program to read it.
    #[error(
        "LinkedIn and Indeed do not let programs read their postings: copy the posting's text and \
         paste it, or save the page in your browser and drop the file here"
    )]
    Walled,
}

impl Refusal {
    /// One word for scripts, and for an interface with sentences of its own.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::NotAnAddress => "notAnAddress",
            Self::OtherScheme => "otherScheme",
            Self::Credentials => "credentials",
            Self::NotEncrypted => "notEncrypted",
            Self::PrivatePlace => "privatePlace",
            Self::OddPort => "oddPort",
            Self::OddPath => "oddPath",
            Self::Walled => "walled",
        }
    }
}

/// The longest address that is looked at.
const LONGEST: usize = 2000;
/// The longest piece of a path between two slashes.
const LONGEST_SEGMENT: usize = 300;

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
    ///
    /// # Errors
    /// What speaks against it.
    pub fn may_be_fetched(&self) -> Result<(), Refusal> {
        if self.0.scheme() != "https" {
            return Err(Refusal::NotEncrypted);
        }
        let public = match self.0.host() {
            Some(Host::Domain(name)) => is_public_name(name),
            Some(Host::Ipv4(ip)) => is_public_number(IpAddr::V4(ip)),
            Some(Host::Ipv6(ip)) => is_public_number(IpAddr::V6(ip)),
            None => false,
        };
        if !public {
            return Err(Refusal::PrivatePlace);
        }
        if !matches!(self.0.port(), None | Some(443)) {
            return Err(Refusal::OddPort);
        }
        let mut segments = self.0.path_segments().into_iter().flatten();
        if segments.all(is_usual) { Ok(()) } else { Err(Refusal::OddPath) }
    }

    /// The address that a page led to.
    pub(crate) fn of_url(url: Url) -> Result<Self, Refusal> {
        Self::parse(url.as_str())
    }

    /// The address that `to` means on the page at this one.
    pub fn join(&self, to: &str) -> Option<Self> {
        self.0.join(to).ok().and_then(|url| Self::of_url(url).ok())
    }

    /// As the parts it consists of.
    pub(crate) const fn url(&self) -> &Url {
        &self.0
    }

    /// Its host, a name or a number.
    pub(crate) fn host(&self) -> Option<Host<&str>> {
        self.0.host()
    }

    /// Its host in words, for messages.
    pub fn name(&self) -> String {
        self.0.host_str().unwrap_or_default().to_owned()
    }
}

/// Whether a piece of a path may stand in the address of a page: no way up, no hidden separators,
/// no line ends, and not endless.
fn is_usual(segment: &str) -> bool {
    let low = segment.to_ascii_lowercase();
    let hidden = ["%2f", "%5c", "%00", "%0a", "%0d", "%2e%2e", "%252", "%25%32"];
    segment.len() <= LONGEST_SEGMENT
        && segment != ".."
        && !hidden.iter().any(|code| low.contains(code))
        && !low
            .chars()
            .any(|c| c.is_control() || matches!(c, '\\' | '<' | '>' | '"' | '{' | '}' | '|'))
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
}
