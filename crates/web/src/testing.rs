//! A web site on this computer that behaves badly on request, for tests.
//!
//! Every name below `.test` leads to it, for the [`Fetcher`] that it hands out and for nobody else.

use std::{
    io::Write as _,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use rustls::{
    ServerConfig,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

use crate::{Fetcher, fetch::install_crypto};

/// The site. It ends with its test.
#[derive(Debug)]
pub struct Site {
    address: SocketAddr,
    certificate: reqwest::Certificate,
    asked: Arc<AtomicUsize>,
}

/// A whole posting, as the site's good pages show it.
pub const POSTING: &str = "<html><head><title>Night Baker at Ovenbird</title></head><body><main>\
    <h1>Night Baker</h1><p>Ovenbird is a bakery in Graz with six ovens and one cat.</p>\
    <h3>Requirements</h3><ul><li>2+ years of experience in a bakery</li><li>Sourdough</li></ul>\
    <h3>Benefits</h3><p>Bread for the whole family, and every Sunday off. We look forward to meeting \
    you in our kitchen and to showing you how we work.</p></main></body></html>";

impl Site {
    /// Starts the site on a free port.
    ///
    /// # Panics
    /// When this computer has no free port.
    #[expect(clippy::expect_used, reason = "a test without its server has failed")]
    pub async fn start() -> Self {
        install_crypto();
        let names = ["site.test", "*.site.test", "other.test"].map(str::to_owned);
        let made = rcgen::generate_simple_self_signed(names).expect("a certificate");
        let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], PrivateKeyDer::Pkcs8(key))
            .expect("a server");
        let certificate = reqwest::Certificate::from_der(made.cert.der()).expect("a certificate");
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = listener.local_addr().expect("a port");
        let asked = Arc::new(AtomicUsize::new(0));
        tokio::spawn(serve(listener, TlsAcceptor::from(Arc::new(config)), Arc::clone(&asked)));
        Self { address, certificate, asked }
    }

    /// A fetcher that finds the site, and waits this long for a page.
    pub fn fetcher(&self, time: Duration) -> Fetcher {
        Fetcher::to_local(self.address, self.certificate.clone(), time)
    }

    /// How often the site was asked for anything.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

async fn serve(listener: TcpListener, tls: TlsAcceptor, asked: Arc<AtomicUsize>) {
    while let Ok((stream, _)) = listener.accept().await {
        let (tls, asked) = (tls.clone(), Arc::clone(&asked));
        tokio::spawn(async move {
            if let Ok(stream) = tls.accept(stream).await {
                asked.fetch_add(1, Ordering::SeqCst);
                // Whoever hangs up early is the test's business.
                let _ = answer(stream).await;
            }
        });
    }
}

type Stream = TlsStream<TcpStream>;

/// Reads one request and behaves as its path says.
async fn answer(mut stream: Stream) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") && head.len() < 16_000 {
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    match path.as_str() {
        "/stalls" => tokio::time::sleep(Duration::from_secs(60)).await,
        "/stalls-later" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<html>").await?;
            tokio::time::sleep(Duration::from_secs(60)).await;
        }
        "/drips" => drip(&mut stream).await?,
        "/endless" => endless(&mut stream).await?,
        path => {
            let bytes = made(path, &head);
            stream.write_all(&bytes).await?;
        }
    }
    if path == "/drops" {
        // Gone without a word, as a broken line is.
        return Ok(());
    }
    stream.shutdown().await
}

/// An answer that can be made beforehand.
fn made(path: &str, head: &str) -> Vec<u8> {
    let onward = |to: &str| reply(302, &format!("Location: {to}\r\n"), b"");
    let html = "Content-Type: text/html; charset=utf-8\r\n";
    match path {
        "/job" => reply(200, html, POSTING.as_bytes()),
        "/packed" => reply(200, &format!("{html}Content-Encoding: gzip\r\n"), &gzip(POSTING.as_bytes())),
        "/list" => reply(200, html, list().as_bytes()),
        "/shell" => reply(200, html, b"<html><body><div id='root'></div><script src='/a.js'></script></body></html>"),
        "/same" => onward("https://www.site.test/job"),
        "/relative" => onward("job"),
        "/other" => onward("https://other.test/job"),
        "/inside" => onward("https://inside.site.test/job"),
        "/number" => onward("https://127.0.0.1/job"),
        "/port" => onward("https://site.test:8443/job"),
        "/secret" => onward("https://me:secret@site.test/job"),
        "/unencrypted" => onward("http://site.test/job"),
        "/file" => onward("file:///etc/passwd"),
        "/script" => onward("javascript:alert(1)"),
        "/nowhere" => reply(302, "", b""),
        "/loop" => onward("/loop"),
        "/ping" => onward("/pong"),
        "/pong" => onward("/ping"),
        "/bomb" => reply(200, &format!("{html}Content-Encoding: gzip\r\n"), &gzip(&vec![b' '; 16 << 20])),
        "/badly-packed" => reply(200, &format!("{html}Content-Encoding: gzip\r\n"), b"no gzip at all"),
        "/half-packed" => {
            let packed = gzip(POSTING.as_bytes());
            let half = packed.get(..packed.len() / 2).unwrap_or_default();
            reply(200, &format!("{html}Content-Encoding: gzip\r\n"), half)
        }
        "/strangely-packed" => reply(200, &format!("{html}Content-Encoding: br\r\n"), b"x"),
        "/big" => reply(200, html, &vec![b'a'; 3 << 20]),
        "/says-huge" => b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10737418240\r\n\r\n<html>".to_vec(),
        "/says-more" => format!("HTTP/1.1 200 OK\r\n{html}Content-Length: 90000\r\n\r\n{POSTING}").into_bytes(),
        "/says-less" => format!("HTTP/1.1 200 OK\r\n{html}Content-Length: 12\r\n\r\n{POSTING}").into_bytes(),
        "/says-both" => format!("HTTP/1.1 200 OK\r\n{html}Content-Length: 12\r\nContent-Length: 900\r\n\r\n{POSTING}").into_bytes(),
        "/says-nonsense" => format!("HTTP/1.1 200 OK\r\n{html}Content-Length: -5\r\n\r\n{POSTING}").into_bytes(),
        "/drops" => format!("HTTP/1.1 200 OK\r\n{html}Transfer-Encoding: chunked\r\n\r\n100\r\n<html>").into_bytes(),
        "/no-http" => b"SSH-2.0-OpenSSH_9.6\r\n".to_vec(),
        "/picture" => reply(200, "Content-Type: image/png\r\n", b"\x89PNG"),
        "/program" => reply(200, "Content-Type: application/octet-stream\r\n", b"MZ"),
        "/unnamed" => reply(200, "", POSTING.as_bytes()),
        "/gone" => reply(410, html, b"gone"),
        "/locked" => reply(403, html, b"no robots"),
        "/trouble" => reply(503, html, b"later"),
        "/cookie" => reply(302, "Location: /cookie-again\r\nSet-Cookie: track=1\r\n", b""),
        "/cookie-again" if head.to_ascii_lowercase().contains("\r\ncookie:") => reply(500, html, b""),
        "/cookie-again" => reply(200, html, POSTING.as_bytes()),
        "/who" => reply(200, "Content-Type: text/plain\r\n", head.as_bytes()),
        _ => reply(404, html, b"nothing here"),
    }
}

fn reply(status: u16, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} X\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

/// Two postings on one page.
fn list() -> String {
    let posting = |title: &str| {
        let text = "We bake bread every morning for the whole town. Requirements: sourdough, and patience with the oven.";
        format!(
            r#"{{"@type":"JobPosting","title":"{title}","hiringOrganization":"Ovenbird","description":"{text}"}}"#
        )
    };
    let all = [posting("Baker"), posting("Oven Cleaner")].join(",");
    format!("<html><h1>Jobs</h1><script type=\"application/ld+json\">[{all}]</script></html>")
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let _ = packer.write_all(bytes);
    packer.finish().unwrap_or_default()
}

/// A byte now and then, for ever.
async fn drip(stream: &mut Stream) -> std::io::Result<()> {
    stream
        .write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n")
        .await?;
    loop {
        stream.write_all(b"a").await?;
        stream.flush().await?;
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
}

/// Pieces without end.
async fn endless(stream: &mut Stream) -> std::io::Result<()> {
    stream
        .write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
        )
        .await?;
    let piece = format!("4000\r\n{}\r\n", "a".repeat(0x4000));
    loop {
        stream.write_all(piece.as_bytes()).await?;
    }
}
