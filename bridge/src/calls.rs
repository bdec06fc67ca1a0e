//! Commands called over HTTP, and files handed over as if they had been dropped.

use axum::{
    Json,
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use desktop::OfferedFiles;
use serde::Deserialize;
use serde_json::Value;
use tauri::{
    Manager,
    ipc::{CallbackFn, InvokeBody, InvokeError, InvokeResponse, InvokeResponseBody},
    webview::InvokeRequest,
};
use tokio::sync::oneshot;

use crate::Bridge;

/// Where the real window's page comes from.
const PAGE: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

/// Calls a command of the window with arguments in JSON.
pub(crate) async fn call(
    State(bridge): State<Bridge>,
    Path(command): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !bridge.admits(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Ok(arguments) = serde_json::from_slice(&body) else {
        return refusal(Value::from("the arguments are not JSON"));
    };
    answer(invoke(&bridge, command, arguments).await)
}

/// The name of a file that is handed over.
#[derive(Debug, Deserialize)]
pub(crate) struct Named {
    name: String,
}

/// Offers a file to the app as a drop on the window would.
pub(crate) async fn offer(
    State(bridge): State<Bridge>,
    Query(Named { name }): Query<Named>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if !bridge.admits(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    match bridge.drops.take(&name, &body).await {
        Ok(path) => {
            let offered = bridge.webview.state::<OfferedFiles>().offer(&[path]);
            Json(offered.first()).into_response()
        }
        Err(why) => refusal(Value::from(why.to_string())),
    }
}

async fn invoke(bridge: &Bridge, command: String, arguments: Value) -> Option<InvokeResponse> {
    let request = InvokeRequest {
        cmd: command,
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: PAGE.parse().ok()?,
        body: InvokeBody::Json(arguments),
        headers: HeaderMap::new(),
        invoke_key: tauri::test::INVOKE_KEY.to_owned(),
    };
    let webview = bridge.webview.clone();
    let (sender, receiver) = oneshot::channel();
    let called = tokio::task::spawn_blocking(move || {
        let respond = move |_, _, response, _, _| {
            // Nobody waits any more when the browser has gone.
            let _ = sender.send(response);
        };
        webview.on_message(request, Box::new(respond));
    });
    called.await.ok()?;
    receiver.await.ok()
}

fn answer(response: Option<InvokeResponse>) -> Response {
    match response {
        Some(InvokeResponse::Ok(InvokeResponseBody::Json(json))) => {
            ([(header::CONTENT_TYPE, "application/json")], json).into_response()
        }
        Some(InvokeResponse::Ok(InvokeResponseBody::Raw(bytes))) => bytes.into_response(),
        Some(InvokeResponse::Err(InvokeError(why))) => refusal(why),
        None => refusal(Value::from("the command gave no answer")),
    }
}

fn refusal(why: Value) -> Response {
    (StatusCode::BAD_REQUEST, Json(why)).into_response()
}
