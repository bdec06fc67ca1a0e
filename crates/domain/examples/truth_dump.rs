#![allow(
    clippy::all,
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    missing_docs
)]
use domain::{resumes::json_resume, tailoring::*};
use std::io::BufRead;
fn main() {
    let today = domain::PartialDate::new(2026, Some(11), Some(27)).unwrap();
    let mut total = std::time::Duration::ZERO;
    let mut n = 0;
    for line in std::io::stdin().lock().lines() {
        let v: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let t = std::time::Instant::now();
        let ground = if let Some(text) = v["source_text"].as_str() {
            Ground::of_text(text, today)
        } else {
            Ground::of_resume(&json_resume::read(&v["source"]).unwrap(), &[], today)
        };
        let r = check(&ground, v["rewrite"].as_str().unwrap(), None);
        total += t.elapsed();
        n += 1;
        println!(
            "{}",
            serde_json::json!({"id": v["id"], "verdict": r.verdict, "findings": r.findings, "traced": r.traced})
        );
    }
    println!("{}", serde_json::json!({"ms_each": total.as_secs_f64()*1000.0/n as f64}));
}
