//! The app in a browser: the very commands of the window, over HTTP on this machine.
//!
//! It is for developing and testing and never part of the app. Whoever talks to it needs the
//! token it prints.

mod calls;
mod drops;
mod guard;
mod options;
mod pages;
mod stream;
mod window;

use std::{env, error::Error, io, path::PathBuf, process::ExitCode, thread};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderMap, StatusCode},
    routing::{get, post},
};
use serde::Deserialize;
use tauri::{Webview, test::MockRuntime};
use tokio::{net::TcpListener, sync::oneshot};

use crate::{
    drops::Drops,
    guard::Guard,
    options::{Options, USAGE},
    stream::Stream,
};

/// Counts memory, so that the reading of a hostile file can be limited; see [`app::worker`].
#[global_allocator]
static ALLOCATOR: app::worker::Allocator = app::worker::allocator();

/// Larger than any file the app takes, so that the app is the one to refuse it.
const LARGEST: usize = 64 << 20;

/// Everything a request needs.
#[derive(Clone)]
struct Bridge {
    guard: Guard,
    stream: Stream,
    drops: Drops,
    ui: PathBuf,
    policy: String,
    webview: Webview<MockRuntime>,
}

/// The token, where there is no place for a header.
#[derive(Debug, Deserialize)]
struct Token {
    #[serde(default)]
    token: String,
}

impl Bridge {
    /// Whether a request comes from our page, with the token in its header.
    fn admits(&self, headers: &HeaderMap) -> bool {
        let token = headers.get("x-bridge-token").and_then(|token| token.to_str().ok());
        self.guard.knows(headers) && token.is_some_and(|token| self.guard.accepts(token))
    }
}

fn main() -> ExitCode {
    if app::worker::is_asked_for() {
        return app::worker::serve(&ALLOCATOR);
    }
    let Some(options) = Options::read(env::args().skip(1)) else { return complain(USAGE) };
    match tauri::async_runtime::block_on(run(options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => complain(&why.to_string()),
    }
}

async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(("127.0.0.1", options.port)).await?;
    let guard = Guard::new(listener.local_addr()?.to_string());
    let stream = Stream::default();
    let window = window::open(&options.data, &stream).await?;
    let bridge = Bridge {
        guard: guard.clone(),
        stream,
        drops: Drops::new(options.data.join("dropped")),
        ui: options.ui,
        policy: pages::policy()?,
        webview: window.webview(),
    };
    announce(&guard);
    tokio::select! {
        served = async { axum::serve(listener, routes(bridge)).await } => served?,
        () = input_ends(), if options.until_stdin_closes => {}
    }
    window.close().await;
    Ok(())
}

fn routes(bridge: Bridge) -> Router {
    Router::new()
        .route("/ipc/{command}", post(calls::call))
        .route("/files", post(calls::offer))
        .route("/events", get(stream::events))
        // A browser asks for it unbidden; the window's page has none.
        .route("/favicon.ico", get(StatusCode::NO_CONTENT))
        .fallback(get(pages::serve))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(bridge)
}

/// Waits on a thread of its own, which nothing has to wait for in turn.
async fn input_ends() {
    let (sender, ended) = oneshot::channel();
    thread::spawn(move || {
        let read = io::copy(&mut io::stdin().lock(), &mut io::sink());
        sender.send(read)
    });
    // However it ends, it has ended.
    let _ = ended.await;
}

#[expect(clippy::print_stdout, reason = "the first line is the address, for whoever started us")]
fn announce(guard: &Guard) {
    println!("http://{}/?token={}", guard.host, guard.token);
}

#[expect(clippy::print_stderr, reason = "a program that cannot start says why")]
fn complain(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::FAILURE
}
