//! Words that name a skill without being in the vocabulary, told by how and where they stand.
//!
//! A chain of labels (outside, begin, inside) over the words of a line, the likeliest as a whole.
//! What speaks for a label is kept as weights in `naming.txt`: common words around, endings,
//! shapes, and what the vocabulary knows. The same text always gives the same names.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use super::{
    Mention, VOCABULARY,
    words::{Token, tokens},
};

/// Outside, begin, inside.
const LABELS: usize = 3;
/// How much likelier a name is taken to be than the weights say: missing one costs more than
/// asking about one too many.
const LEANING: f32 = 0.4;
/// A name cannot go on where none began.
const NEVER: f32 = -9.0;
type Scores = [f32; LABELS];

struct Model {
    steps: [Scores; LABELS],
    words: Vec<&'static str>,
    weights: HashMap<&'static str, Scores>,
    /// How often a word stands in a name of the vocabulary, and how often as the last of it.
    known: HashMap<String, (u32, u32)>,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let mut model = Model {
        steps: [[0.0, 0.0, NEVER], [0.0; LABELS], [0.0; LABELS]],
        words: Vec::new(),
        weights: HashMap::new(),
        known: HashMap::new(),
    };
    for line in include_str!("../../vocabulary/naming.txt").lines() {
        model.take(line);
    }
    model.words.sort_unstable();
    for name in &VOCABULARY.names {
        let words = name.printed.split([' ', '/', '(', ')', ',']).filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(str::to_lowercase).collect();
        for (at, word) in words.iter().enumerate() {
            let counts = model.known.entry(word.clone()).or_default();
            counts.0 += 1;
            counts.1 += u32::from(at + 1 == words.len());
        }
    }
    model
});

impl Model {
    /// Takes in a line of the data: a step, the common words, or what speaks for a label.
    fn take(&mut self, line: &'static str) {
        if let Some(words) = line.strip_prefix("words ") {
            self.words = words.split(' ').collect();
            return;
        }
        let mut parts = line.split(' ');
        let name = parts.next().unwrap_or_default();
        if name == ">" {
            let mut label = || parts.next().and_then(|it| "OBI".find(it));
            let ends = (label(), label());
            let weight = parts.next().and_then(hundredths);
            if let ((Some(from), Some(to)), Some(weight)) = (ends, weight)
                && let Some(step) = self.steps.get_mut(from).and_then(|it| it.get_mut(to))
            {
                *step = weight;
            }
            return;
        }
        let mut next = || parts.next().and_then(hundredths);
        if let (Some(outside), Some(begin), Some(inside)) = (next(), next(), next()) {
            self.weights.insert(name, [outside, begin, inside]);
        }
    }

    /// The scores of each label after a step to the label `to`.
    fn stepped(&self, mut scores: Scores, to: usize) -> Scores {
        for (score, steps) in scores.iter_mut().zip(&self.steps) {
            *score += steps.get(to).copied().unwrap_or(NEVER);
        }
        scores
    }

    fn common(&self, word: &str) -> bool {
        self.words.binary_search(&word).is_ok()
    }

    fn counts(&self, word: &str) -> (u32, u32) {
        self.known.get(word).copied().unwrap_or_default()
    }
}

fn hundredths(text: &str) -> Option<f32> {
    text.parse::<f32>().ok().map(|number| number / 100.0)
}

/// Where `text` names skills, known or not, as ranges of its bytes in order; `mentions` are the
/// vocabulary's own.
pub(super) fn find(text: &str, mentions: &[Mention]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let tokens = tokens(line, start, mentions);
        found.extend(names(&tokens, &decode(&tokens)));
        start += line.len();
    }
    found
}

/// The stretches of tokens that are labelled as one name.
fn names(tokens: &[Token<'_>], labels: &[usize]) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (token, label) in tokens.iter().zip(labels) {
        match (label, names.last_mut()) {
            (0, _) => open = false,
            (2, Some(last)) if open && !token.parted => last.end = token.range.end,
            _ if token.printed.chars().any(char::is_alphanumeric) => {
                names.push(token.range.clone());
                open = true;
            }
            _ => open = false,
        }
    }
    names
}

/// The likeliest labels of a line as a whole.
fn decode(tokens: &[Token<'_>]) -> Vec<usize> {
    let model = &*MODEL;
    let mut back: Vec<[usize; LABELS]> = Vec::with_capacity(tokens.len());
    let mut scores: Scores = [0.0, 0.0, NEVER];
    for at in 0..tokens.len() {
        let own = own_scores(model, tokens, at);
        let best = [0, 1, 2].map(|to| match at {
            0 => (to, part(&scores, to)),
            _ => likeliest(&model.stepped(scores, to)),
        });
        back.push(best.map(|(from, _)| from));
        let mut now = own;
        for (now, (_, score)) in now.iter_mut().zip(best) {
            *now += score;
        }
        scores = now;
    }
    let mut label = likeliest(&scores).0;
    let mut labels = Vec::with_capacity(tokens.len());
    for from in back.iter().rev() {
        labels.push(label);
        label = from.get(label).copied().unwrap_or_default();
    }
    labels.reverse();
    labels
}

fn part(scores: &Scores, label: usize) -> f32 {
    scores.get(label).copied().unwrap_or(NEVER)
}

/// The label with the highest score, the first of equals.
fn likeliest(scores: &Scores) -> (usize, f32) {
    let best = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)));
    best.map_or((0, 0.0), |(label, score)| (label, *score))
}

/// What speaks for each label of a token by itself.
fn own_scores(model: &Model, tokens: &[Token<'_>], at: usize) -> Scores {
    let mut scores = [-LEANING, 0.0, 0.0];
    for cue in cues(model, tokens, at) {
        if let Some(weights) = model.weights.get(cue.as_str()) {
            for (score, weight) in scores.iter_mut().zip(weights) {
                *score += weight;
            }
        }
    }
    scores
}

/// Everything worth knowing about a token, as the names of weights.
fn cues(model: &Model, tokens: &[Token<'_>], at: usize) -> Vec<String> {
    let mut cues = vec!["b".to_owned()];
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| tokens.get(at));
    let Some(own) = tokens.get(at) else { return cues };
    for offset in -2..=2 {
        let Some(token) = near(offset) else {
            cues.push(format!("w{offset}=#"));
            continue;
        };
        if model.common(&token.word) {
            cues.push(format!("w{offset}={}", token.word));
        }
        cues.push(format!("s{offset}={}", token.shape));
        if (-1..=1).contains(&offset) || token.known != "O" {
            cues.push(format!("v{offset}={}", token.known));
        }
    }
    for offset in [0, 1, -1] {
        if let Some(ending) = near(offset).and_then(Token::ending) {
            cues.push(format!("x{offset}={ending}"));
        }
    }
    cues.push(format!("as={}{}", if model.common(&own.word) { 'a' } else { 'n' }, own.shape));
    if let Some((lead, distance)) = lead(tokens, at) {
        cues.push(format!("l0={lead}"));
        cues.push(format!("ld={}", distance.min(4)));
    }
    if let Some(before) = near(-1) {
        let common = model.common(&before.word);
        if common && model.common(&own.word) {
            cues.push(format!("ww={}|{}", before.word, own.word));
        }
        if common {
            cues.push(format!("ws={}|{}", before.word, own.shape));
        }
        cues.push(format!("vv={}{}", before.known, own.known));
    }
    if let Some(after) = near(1).filter(|after| model.common(&after.word)) {
        cues.push(format!("sw={}|{}", own.shape, after.word));
    }
    cues.push(format!("vs={}{}", own.known, own.shape));
    if tokens.len() <= 3 {
        cues.push("short".to_owned());
    }
    for offset in [-1, 0, 1] {
        let Some(token) = near(offset) else { continue };
        let (within, last) = model.counts(&token.word);
        cues.push(format!("vw{offset}={}", bucket(within)));
        if offset != -1 {
            cues.push(format!("vh{offset}={}", bucket(last)));
        }
    }
    cues.push(format!("vwo={}{}", bucket(model.counts(&own.word).0), own.known));
    cues
}

const fn bucket(count: u32) -> u32 {
    match count {
        0 | 1 => count,
        2 | 3 => 2,
        4..=11 => 3,
        _ => 4,
    }
}

/// The nearest word before that introduces what is asked, and how many words lie between.
fn lead<'a>(tokens: &'a [Token<'_>], at: usize) -> Option<(&'a str, usize)> {
    const LEADS: [&str; 40] = [
        "experience",
        "experienced",
        "knowledge",
        "understanding",
        "skills",
        "skill",
        "proficiency",
        "proficient",
        "expertise",
        "familiarity",
        "familiar",
        "background",
        "degree",
        "using",
        "fluent",
        "fluency",
        "skilled",
        "master",
        "bachelor",
        "phd",
        "certification",
        "technologies",
        "technology",
        "industry",
        "tools",
        "languages",
        "language",
        "e.g",
        "such",
        "including",
        "like",
        "within",
        "stack",
        "exposure",
        "competencies",
        "qualifications",
        "requirements",
        "education",
        "know",
        "developing",
    ];
    const MORE: [&str; 3] = ["development", "working", "work"];
    let before = tokens.get(at.saturating_sub(8)..at).unwrap_or_default();
    let found = before.iter().rev().enumerate();
    let mut leads = found.filter(|(_, token)| {
        LEADS.contains(&token.word.as_str()) || MORE.contains(&token.word.as_str())
    });
    leads.next().map(|(distance, token)| (token.word.as_str(), distance))
}

#[cfg(test)]
mod tests {
    use super::super::phrases;

    fn found(text: &str) -> Vec<&str> {
        phrases(text).into_iter().map(|it| &text[it.range]).collect()
    }

    #[test]
    fn what_a_posting_asks_is_told_though_nobody_lists_it() {
        assert_eq!(
            found("Experience with Flummoxr, Quibblestack and Kubernetes"),
            ["Flummoxr", "Quibblestack", "Kubernetes"]
        );
        assert_eq!(found("We are a friendly team and offer free fruit."), Vec::<&str>::new());
    }

    #[test]
    fn odd_text_is_no_trouble() {
        for text in ["", "\n\n", ", , ,", "((((", "• •", "𝒳 ﷺ \u{202e}", &"x ".repeat(5_000)]
        {
            for phrase in phrases(text) {
                assert!(text.get(phrase.range).is_some());
            }
        }
    }
}
