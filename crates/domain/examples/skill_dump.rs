//! Prints what is found in each line of standard input, one JSON list a line, places in
//! characters: `[start, end, kind, field]` of the vocabulary's mentions, or with `--phrases`
//! `[start, end]` of everything named as a skill. For measuring against labelled text.
#![expect(clippy::print_stdout, reason = "this is its purpose")]

use std::io::BufRead;

use domain::vocabulary;

fn main() {
    let phrases = std::env::args().any(|argument| argument == "--phrases");
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let chars = |byte: usize| line.get(..byte).unwrap_or_default().chars().count();
        let found: Vec<String> = if phrases {
            let all = vocabulary::phrases(&line).into_iter();
            all.map(|it| format!("[{}, {}]", chars(it.range.start), chars(it.range.end))).collect()
        } else {
            let all = vocabulary::find(&line).into_iter();
            all.map(|it| {
                let (start, end) = (chars(it.range.start), chars(it.range.end));
                format!("[{start}, {end}, \"{:?}\", \"{}\"]", it.skill.kind, it.skill.field)
            })
            .collect()
        };
        println!("[{}]", found.join(", "));
    }
}
