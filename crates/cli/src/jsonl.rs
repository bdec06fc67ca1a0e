//! One request a line on standard input, one answer a line on standard output, in the same order.
//!
//! Requests are worked on side by side. A line that is no request, or whose request fails, is
//! answered with `{"id", "error": {"code", "message"}}`, and the next one is read.

use std::{
    io::{self, BufRead, Read},
    num::NonZero,
    thread,
};

use serde_json::{Map, Value, json};
use tokio::{sync::mpsc, task::JoinHandle};

use crate::print;

/// A longer line is no request: two documents in full are far shorter.
const LONGEST: u64 = 16 << 20;
/// How many requests may wait for each core; more would only take memory.
const WAITING: usize = 8;

/// A line of input, understood.
#[derive(Debug)]
pub(crate) struct Request {
    /// Whatever the script calls it; null where it did not say.
    pub(crate) id: Value,
    /// Everything else it said.
    pub(crate) body: Map<String, Value>,
}

/// Why a request has no answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    code: String,
    message: String,
}

impl Failure {
    /// A request that says something wrong or too little.
    pub(crate) fn request(message: impl Into<String>) -> Self {
        Self { code: "badRequest".into(), message: message.into() }
    }
}

impl From<app::Error> for Failure {
    fn from(error: app::Error) -> Self {
        Self { code: error.reason().into(), message: error.to_string() }
    }
}

impl Request {
    /// What is said under `key`; nothing for null.
    pub(crate) fn take(&mut self, key: &str) -> Option<Value> {
        self.body.remove(key).filter(|value| !value.is_null())
    }

    /// The text under `key`.
    ///
    /// # Errors
    /// When something else stands there.
    pub(crate) fn text(&mut self, key: &str) -> Result<Option<String>, Failure> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(Failure::request(format!("\"{key}\" must be a text"))),
        }
    }
}

/// Answers every line of standard input with what `work` makes of it; an object as an answer gets
/// the id of its request.
///
/// # Errors
/// When a part of the program broke. That nobody reads the answers is no error.
pub(crate) async fn answer<W, F>(work: W) -> app::Result<()>
where
    W: Fn(Request) -> F + Send + 'static,
    F: Future<Output = Result<Value, Failure>> + Send + 'static,
{
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (sender, mut answers) = mpsc::channel::<JoinHandle<String>>(cores * WAITING);
    let runtime = tokio::runtime::Handle::current();
    // Reading waits for the script, so it has a thread of its own; sending waits for the printer.
    let reader = thread::spawn(move || {
        let mut input = io::stdin().lock();
        while let Some(line) = next_line(&mut input) {
            let answer = match line.and_then(|line| understood(&line)) {
                Ok(request) => {
                    let id = request.id.clone();
                    let answer = work(request);
                    runtime.spawn(async move { written(id, answer.await) })
                }
                Err((id, failure)) => runtime.spawn(async move { written(id, Err(failure)) }),
            };
            if sender.blocking_send(answer).is_err() {
                return;
            }
        }
    });
    while let Some(answer) = answers.recv().await {
        let line = answer.await.unwrap_or_else(|error| {
            written(Value::Null, Err(Failure::from(app::Error::from(error))))
        });
        if print::lines(&line).is_err() {
            return Ok(());
        }
    }
    // The reader has ended, or there would be more answers.
    drop(reader);
    Ok(())
}

type Understood<T> = Result<T, (Value, Failure)>;

/// The next line that is not blank, without its end; `None` at the end of the input.
fn next_line(input: &mut impl BufRead) -> Option<Understood<Vec<u8>>> {
    loop {
        let mut line = Vec::new();
        let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut line).ok()?;
        if read == 0 {
            return None;
        }
        if read as u64 == LONGEST && !line.ends_with(b"\n") {
            skip_line(input);
            let failure = Failure::request(format!("a line is at most {} MB long", LONGEST >> 20));
            return Some(Err((Value::Null, failure)));
        }
        if !line.trim_ascii().is_empty() {
            return Some(Ok(line));
        }
    }
}

/// Reads on to the end of a line, keeping nothing.
fn skip_line(input: &mut impl BufRead) {
    while let Ok(held) = input.fill_buf() {
        let end = held.iter().position(|byte| *byte == b'\n');
        let (used, done) = end.map_or((held.len(), held.is_empty()), |end| (end + 1, true));
        input.consume(used);
        if done {
            return;
        }
    }
}

/// The request in a line, or why it is none and which.
fn understood(line: &[u8]) -> Understood<Request> {
    let refused = |id: Value, why: String| (id, Failure::request(why));
    let value: Value = serde_json::from_slice(line)
        .map_err(|error| refused(Value::Null, format!("this line is not JSON: {error}")))?;
    let Value::Object(mut body) = value else {
        return Err(refused(Value::Null, "a request is an object".into()));
    };
    let id = body.remove("id").unwrap_or_default();
    Ok(Request { id, body })
}

/// An answer as a line.
fn written(id: Value, answer: Result<Value, Failure>) -> String {
    let mut line = Map::from_iter([("id".to_owned(), id)]);
    match answer {
        Ok(Value::Object(answer)) => line.extend(answer),
        Ok(other) => {
            line.insert("answer".into(), other);
        }
        Err(Failure { code, message }) => {
            line.insert("error".into(), json!({ "code": code, "message": message }));
        }
    }
    Value::Object(line).to_string() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_request_or_says_why_not() {
        let request = understood(br#"{"id": 7, "today": "2026-01", "x": null}"#).unwrap();
        assert_eq!(request.id, json!(7));
        let mut request = request;
        assert_eq!(request.text("today"), Ok(Some("2026-01".to_owned())));
        assert_eq!(request.text("x"), Ok(None));
        for bad in [&b"{"[..], b"[1]", b"\xff", b"7"] {
            let (id, failure) = understood(bad).unwrap_err();
            assert_eq!((id, failure.code.as_str()), (Value::Null, "badRequest"));
        }
    }

    #[test]
    fn blank_lines_are_skipped_and_endless_ones_refused() {
        let mut input = io::Cursor::new(b"\n  \n{}\n".to_vec());
        assert_eq!(next_line(&mut input), Some(Ok(b"{}\n".to_vec())));
        assert_eq!(next_line(&mut input), None);
        let mut long = vec![b'x'; usize::try_from(LONGEST).unwrap() + 9];
        long.extend(b"\n{}");
        let mut input = io::Cursor::new(long);
        assert!(next_line(&mut input).unwrap().is_err());
        assert_eq!(next_line(&mut input), Some(Ok(b"{}".to_vec())));
    }

    #[test]
    fn an_answer_carries_the_id_of_its_request() {
        assert_eq!(written(json!("a"), Ok(json!({ "score": 1 }))), "{\"id\":\"a\",\"score\":1}\n");
        let failed = written(json!(1), Err(Failure::request("no")));
        assert_eq!(failed, "{\"id\":1,\"error\":{\"code\":\"badRequest\",\"message\":\"no\"}}\n");
    }
}
