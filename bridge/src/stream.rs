//! What the app says unasked: its events and the messages of its channels.

use std::{
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio_stream::{StreamExt, wrappers::UnboundedReceiverStream};

use crate::{Bridge, Token};

/// Everyone who listens.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stream {
    listeners: Arc<Mutex<Vec<UnboundedSender<Value>>>>,
}

impl Stream {
    /// Tells everyone who still listens.
    pub(crate) fn say(&self, message: &Value) {
        let mut listeners = self.listeners.lock().unwrap_or_else(PoisonError::into_inner);
        listeners.retain(|listener| listener.send(message.clone()).is_ok());
    }

    /// What will be said from now on, after a greeting that opens the stream at once.
    fn listen(&self) -> UnboundedReceiverStream<Value> {
        let (listener, said) = unbounded_channel();
        // The other end is in this function's hands.
        let _ = listener.send(json!({ "type": "hello" }));
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner).push(listener);
        UnboundedReceiverStream::new(said)
    }
}

/// Opens the stream of server-sent events.
pub(crate) async fn events(
    State(bridge): State<Bridge>,
    Query(Token { token }): Query<Token>,
    headers: HeaderMap,
) -> Response {
    if !bridge.guard.knows(&headers) || !bridge.guard.accepts(&token) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let said = bridge.stream.listen();
    let events =
        said.map(|message| Ok::<_, Infallible>(Event::default().data(message.to_string())));
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn everyone_hears_everything_after_a_greeting() {
        let stream = Stream::default();
        let (mut one, mut two) = (stream.listen(), stream.listen());
        stream.say(&json!(1));
        for listener in [&mut one, &mut two] {
            assert_eq!(listener.next().await, Some(json!({ "type": "hello" })));
            assert_eq!(listener.next().await, Some(json!(1)));
        }
    }

    #[tokio::test]
    async fn who_left_is_forgotten() {
        let stream = Stream::default();
        drop(stream.listen());
        stream.say(&json!(1));
        assert!(stream.listeners.lock().unwrap().is_empty());
    }
}
