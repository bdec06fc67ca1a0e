//! The files of the built UI, under the window's own content security policy.

use std::path::{Component, Path, PathBuf};

use axum::{
    body::Body,
    extract::State,
    http::{StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use serde_json::Value;

use crate::Bridge;

/// The configuration of the real window.
const WINDOW: &str = include_str!("../../src-tauri/tauri.conf.json");

/// Answers with a file of the UI.
pub(crate) async fn serve(State(bridge): State<Bridge>, uri: Uri) -> Response {
    let Some(path) = inside(&bridge.ui, uri.path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(bytes) = tokio::fs::read(&path).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, kind(&path)),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, bridge.policy.as_str()),
    ];
    (headers, Body::from(bytes)).into_response()
}

/// The policy in the configuration of the window, as one header.
pub(crate) fn policy() -> Result<String, serde_json::Error> {
    let window: Value = serde_json::from_str(WINDOW)?;
    let policy = window.pointer("/app/security/csp").cloned().unwrap_or_default();
    Ok(match policy {
        Value::Object(parts) => {
            let parts = parts.iter().map(|(name, sources)| format!("{name} {}", words(sources)));
            parts.collect::<Vec<_>>().join("; ")
        }
        whole => words(&whole),
    })
}

fn words(sources: &Value) -> String {
    match sources {
        Value::Array(all) => all.iter().map(words).collect::<Vec<_>>().join(" "),
        one => one.as_str().unwrap_or_default().to_owned(),
    }
}

/// The file a path of the URL stands for, unless it leads out of `folder`.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path.trim_start_matches('/'));
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let page = if path.extension().is_none() { Path::new("index.html") } else { path };
    plain.then(|| folder.join(page))
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|kind| kind.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside() {
        let folder = Path::new("ui");
        assert_eq!(inside(folder, "/assets/a.js"), Some("ui/assets/a.js".into()));
        assert_eq!(inside(folder, "/../Cargo.toml"), None);
        assert_eq!(inside(folder, "/assets/../../a.js"), None);
        assert_eq!(inside(folder, "//etc/a.js"), Some("ui/etc/a.js".into()));
    }

    #[test]
    fn every_place_in_the_app_is_the_same_page() {
        assert_eq!(inside(Path::new("ui"), "/"), Some("ui/index.html".into()));
        assert_eq!(inside(Path::new("ui"), "/jobs/1"), Some("ui/index.html".into()));
    }

    #[test]
    fn the_policy_is_the_windows_own() {
        let policy = policy().unwrap();
        assert!(policy.contains("default-src 'self'"), "{policy}");
        assert!(!policy.contains("unsafe-eval"), "{policy}");
    }
}
