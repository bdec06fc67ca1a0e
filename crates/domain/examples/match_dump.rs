//! Answers `{"id", "resume", "job_text" or "job", "today"}` lines as `ats match --jsonl` does, for
//! resumes in JSON only and without the readers: quick to build while the score is worked on.
#![expect(clippy::print_stdout, reason = "this is its purpose")]

use std::io::BufRead;

use domain::{jobs, matching, resumes::json_resume};
use serde_json::{Value, json};

fn main() {
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let Some(answer) = answer(&line) else { continue };
        println!("{answer}");
    }
}

fn answer(line: &str) -> Option<Value> {
    let request: Value = serde_json::from_str(line).ok()?;
    let resume = json_resume::read(request.get("resume")?).ok()?;
    let posting = match request.get("job") {
        Some(job) => jobs::json::read(job),
        None => {
            let text = request.get("job_text")?.as_str()?.replace("\n- ", "\n• ");
            jobs::parse(&jobs::Capture { text, ..jobs::Capture::default() })
        }
    };
    let today = request.get("today")?.as_str()?.parse().ok()?;
    let mut answer = json!(matching::score(&resume, &posting, today));
    answer.as_object_mut()?.insert("id".into(), request.get("id")?.clone());
    Some(answer)
}
