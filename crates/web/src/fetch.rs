//! Fetching one page that a person typed the address of.

#[cfg(any(test, feature = "testing"))]
use std::net::SocketAddr;
use std::{error::Error as _, sync::OnceLock, time::Duration};

use reqwest::{Client, Response, StatusCode, header, redirect::Policy};

use crate::{
    Address, FetchError, Refusal,
    boards::Ask,
    body::{Body, megabytes},
    names::{self, Names, PrivateNumber},
    sites,
};

/// What a page may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// How long, with everything it sends visitors on to.
    pub(crate) time: Duration,
    /// How many bytes, unpacked.
    pub(crate) size: usize,
}

/// No posting is longer, and no patience lasts longer.
const LIMITS: Limits = Limits { time: Duration::from_secs(15), size: 2 << 20 };
/// A page that sends visitors on more often leads nowhere.
const MOST_HOPS: usize = 5;
/// Who asks: the truth.
const AGENT: &str =
    concat!("ATSPro/", env!("CARGO_PKG_VERSION"), " (reads one job posting its user asked for)");
/// What is read, in the order of liking.
const ACCEPTED: &str = "text/html,application/xhtml+xml,application/json,application/xml;q=0.9,text/plain;q=0.8,application/pdf;q=0.7";

/// Fetches pages. Cheap to clone; the connection is made when the first page is asked for.
#[derive(Debug, Clone)]
pub struct Fetcher {
    names: Names,
    limits: Limits,
    client: std::sync::Arc<OnceLock<Client>>,
    #[cfg(any(test, feature = "testing"))]
    trusted: Option<reqwest::Certificate>,
}

/// A page as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it was in the end.
    pub address: Address,
    /// What it says it is, without parameters: `text/html`.
    pub kind: String,
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
}

impl Default for Fetcher {
    fn default() -> Self {
        Self::new()
    }
}

impl Fetcher {
    /// A fetcher that reaches public machines only.
    pub fn new() -> Self {
        Self {
            names: Names::default(),
            limits: LIMITS,
            client: std::sync::Arc::default(),
            #[cfg(any(test, feature = "testing"))]
            trusted: None,
        }
    }

    /// A fetcher for tests: names below `.test` lead to `server`, which proves itself with
    /// `certificate`; a page may take `time`.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn to_local(
        server: SocketAddr,
        certificate: reqwest::Certificate,
        time: Duration,
    ) -> Self {
        Self {
            names: Names { local: Some(server) },
            limits: Limits { time, ..LIMITS },
            trusted: Some(certificate),
            ..Self::new()
        }
    }

    /// Fetches what is at `address`, which a person typed.
    ///
    /// # Errors
    /// Why there is no page, in words; see [`FetchError`].
    pub async fn fetch(&self, address: &Address) -> Result<Page, FetchError> {
        self.ask(&Ask::page(address.clone())).await
    }

    /// Asks a question, which may be one of a board's public interface.
    ///
    /// # Errors
    /// Why there is no answer, in words; see [`FetchError`].
    pub async fn ask(&self, ask: &Ask) -> Result<Page, FetchError> {
        let seconds = self.limits.time.as_secs().max(1);
        let work = self.follow(ask);
        let done = tokio::time::timeout(self.limits.time, work).await;
        done.unwrap_or(Err(FetchError::TooSlow(seconds)))
    }

    async fn follow(&self, ask: &Ask) -> Result<Page, FetchError> {
        let mut address = ask.address.clone();
        for _ in 0..=MOST_HOPS {
            check(&address)?;
            let response = self.send(&address, ask).await?;
            match next(&address, &response)? {
                Some(onward) => {
                    may_follow(&ask.address, &onward)?;
                    address = onward;
                }
                None => return self.read(address, response).await,
            }
        }
        Err(FetchError::GoesInCircles)
    }

    async fn send(&self, address: &Address, ask: &Ask) -> Result<Response, FetchError> {
        let client = self.client()?;
        let request = match &ask.question {
            Some(question) => client
                .post(address.url().clone())
                .header(header::CONTENT_TYPE, "application/json")
                .body(question.clone()),
            None => client.get(address.url().clone()),
        };
        let request = request.header(header::ACCEPT, ACCEPTED);
        let request = request.header(header::ACCEPT_ENCODING, "gzip");
        let response = request.send().await.map_err(|error| why(&error, address, self.limits))?;
        // Belt and braces: whoever answered must be who was checked.
        match response.remote_addr() {
            Some(to) if !self.names.allows(to) => Err(FetchError::Private(address.name())),
            Some(_) | None => Ok(response),
        }
    }

    async fn read(&self, address: Address, mut response: Response) -> Result<Page, FetchError> {
        match response.status() {
            StatusCode::OK => {}
            StatusCode::NOT_FOUND | StatusCode::GONE => return Err(FetchError::Gone),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS => {
                return Err(FetchError::Forbidden);
            }
            other => return Err(FetchError::Status(other.as_u16())),
        }
        let said = |name| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let kind = said(header::CONTENT_TYPE);
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !is_readable(&kind) {
            return Err(FetchError::NoPage(shown(&kind)));
        }
        let size = self.limits.size;
        if response.content_length().is_some_and(|length| length > size as u64) {
            return Err(FetchError::TooLarge(megabytes(size)));
        }
        let mut body = Body::new(&said(header::CONTENT_ENCODING), size)?;
        while let Some(piece) =
            response.chunk().await.map_err(|error| why(&error, &address, self.limits))?
        {
            body.add(&piece)?;
        }
        Ok(Page { address, kind, bytes: body.finish()? })
    }

    fn client(&self) -> Result<&Client, FetchError> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let built = self.build().map_err(|_| FetchError::Untrusted("this computer".to_owned()))?;
        Ok(self.client.get_or_init(|| built))
    }

    fn build(&self) -> reqwest::Result<Client> {
        install_crypto();
        let builder = Client::builder()
            .https_only(true)
            .no_proxy()
            .referer(false)
            .redirect(Policy::none())
            .user_agent(AGENT)
            .timeout(self.limits.time)
            .pool_max_idle_per_host(0)
            .dns_resolver(names::shared(&self.names));
        #[cfg(any(test, feature = "testing"))]
        let builder = match &self.trusted {
            Some(certificate) => builder.tls_certs_only([certificate.clone()]),
            None => builder,
        };
        builder.build()
    }
}

/// The one provider of cryptography in this program, installed once.
pub fn install_crypto() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        // Someone else may have been first; then theirs is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
}

/// Whether an address may be asked at all.
fn check(address: &Address) -> Result<(), FetchError> {
    if sites::is_walled(address) {
        return Err(Refusal::Walled.into());
    }
    Ok(address.may_be_fetched()?)
}

/// Where an answer sends its visitors, if it does.
fn next(from: &Address, response: &Response) -> Result<Option<Address>, FetchError> {
    if !response.status().is_redirection() {
        return Ok(None);
    }
    let location = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
    let onward = location.and_then(|to| from.url().join(to).ok()).ok_or(FetchError::Garbled)?;
    if onward.scheme() == "http" {
        return Err(FetchError::Unencrypted);
    }
    Ok(Some(Address::of_url(onward)?))
}

/// Whether a page that `first` leads to may be read: it must belong to the same owner.
fn may_follow(first: &Address, onward: &Address) -> Result<(), FetchError> {
    if sites::same_site(first, onward) { Ok(()) } else { Err(FetchError::OtherSite(onward.name())) }
}

fn is_readable(kind: &str) -> bool {
    const KINDS: [&str; 7] = [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/json",
        "application/xml",
        "text/xml",
        "application/pdf",
    ];
    KINDS.contains(&kind)
        || (kind.starts_with("application/") && (kind.ends_with("+json") || kind.ends_with("+xml")))
}

/// A content type as it may be shown: short, and nothing but letters.
fn shown(kind: &str) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '+' | '.');
    let kind: String = kind.chars().filter(plain).take(60).collect();
    if kind.is_empty() { "something unnamed".to_owned() } else { kind }
}

/// What a failed request means.
fn why(error: &reqwest::Error, address: &Address, limits: Limits) -> FetchError {
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner = innermost(inner);
        if inner.is::<PrivateNumber>() {
            return FetchError::Private(address.name());
        }
        if inner.is::<rustls::Error>() {
            return FetchError::Untrusted(address.name());
        }
        cause = inner.source();
    }
    if error.is_timeout() {
        FetchError::TooSlow(limits.time.as_secs().max(1))
    } else if error.is_connect() {
        FetchError::Unreachable(address.name())
    } else {
        FetchError::BrokenOff
    }
}

/// An error of the system that only carries another one is that other one.
fn innermost<'a>(
    error: &'a (dyn std::error::Error + 'static),
) -> &'a (dyn std::error::Error + 'static) {
    let mut error = error;
    while let Some(carried) = error.downcast_ref::<std::io::Error>().and_then(|it| it.get_ref()) {
        error = carried;
    }
    error
}
