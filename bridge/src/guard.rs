//! Who may talk to the bridge: the page it serves, and whoever was told the token.

use std::hash::{BuildHasher, RandomState};

use axum::http::{HeaderMap, header};

/// What a request has to show.
#[derive(Debug, Clone)]
pub(crate) struct Guard {
    /// The secret of this run.
    pub(crate) token: String,
    /// `127.0.0.1` with our port.
    pub(crate) host: String,
}

impl Guard {
    /// A guard with a token of its own for this address.
    pub(crate) fn new(host: String) -> Self {
        // Its keys are drawn from the operating system.
        let random = RandomState::new();
        let token = format!("{:016x}{:016x}", random.hash_one(0), random.hash_one(1));
        Self { token, host }
    }

    /// Whether a request came to this very address, and from the page we serve if from a page.
    pub(crate) fn knows(&self, headers: &HeaderMap) -> bool {
        let host = headers.get(header::HOST).is_some_and(|host| *host == self.host);
        let origin = format!("http://{}", self.host);
        host && headers.get(header::ORIGIN).is_none_or(|from| *from == origin)
    }

    /// Whether the token is ours. Comparing takes the same time wherever they differ.
    pub(crate) fn accepts(&self, token: &str) -> bool {
        let pairs = token.bytes().zip(self.token.bytes());
        let difference = pairs.fold(0, |sum, (given, ours)| sum | (given ^ ours));
        token.len() == self.token.len() && difference == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(host: &'static str, origin: Option<&'static str>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        origin.map(|from| headers.insert(header::ORIGIN, from.parse().unwrap()));
        headers
    }

    #[test]
    fn only_our_own_page_may_ask() {
        let guard = Guard::new("127.0.0.1:4000".into());
        assert!(guard.knows(&headers("127.0.0.1:4000", None)));
        assert!(guard.knows(&headers("127.0.0.1:4000", Some("http://127.0.0.1:4000"))));
        assert!(!guard.knows(&headers("127.0.0.1:4000", Some("http://example.org"))));
        assert!(!guard.knows(&headers("rebound.example.org:4000", None)));
    }

    #[test]
    fn a_token_is_accepted_whole_or_not() {
        let guard = Guard::new(String::new());
        let token = guard.token.clone();
        assert_eq!(token.len(), 32);
        assert!(guard.accepts(&token));
        assert!(!guard.accepts(""));
        assert!(!guard.accepts(&token[1..]));
        assert!(!guard.accepts(&token.replace(|c: char| c.is_ascii_digit(), "x")));
    }

    #[test]
    fn no_two_runs_share_a_token() {
        assert_ne!(Guard::new(String::new()).token, Guard::new(String::new()).token);
    }
}
