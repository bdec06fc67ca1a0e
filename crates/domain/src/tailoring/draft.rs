//! The text under check, with every word traced.

use super::{
    ground::{Ground, Line, Place, Spot},
    lists::{Lists, Tongue},
    numbers,
    quantity::Quantity,
    verdict::{Backing, Claim, ClaimKind, Verdict},
    words::{Gap, Token, tokens},
};
use crate::vocabulary::{self, Mention};

/// The text under check, with every word traced.
pub(super) struct Draft<'a> {
    pub(super) ground: &'a Ground,
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) quantities: Vec<Quantity>,
    pub(super) mentions: Vec<Mention>,
    /// For every word, where the papers say it.
    pub(super) spots: Vec<Vec<Spot>>,
    /// Words that a typed check has dealt with.
    pub(super) settled: Vec<bool>,
    /// The role it is about, where it says or the caller does.
    pub(super) role: Option<usize>,
    /// The line it is most like.
    pub(super) home: Option<usize>,
    pub(super) claims: Vec<Claim>,
    pub(super) lists: &'static Lists,
}

impl<'a> Draft<'a> {
    /// Traces every word of `text`.
    pub(super) fn new(ground: &'a Ground, text: &'a str, role: Option<usize>) -> Self {
        let tokens = tokens(text);
        let tongue = Tongue::of(&tokens, ground.tongue);
        let mut draft = Self {
            quantities: numbers::find(text, &tokens, tongue),
            mentions: vocabulary::find(text),
            spots: tokens.iter().map(|it| ground.spots(it)).collect(),
            settled: vec![false; tokens.len()],
            ground,
            text,
            tokens,
            role,
            home: None,
            claims: Vec::new(),
            lists: Lists::get(),
        };
        draft.trace_short_forms();
        draft.home = draft.most_like(0, draft.tokens.len());
        draft
    }

    /// "CRRT" for "continuous renal replacement therapy", and the other way round.
    fn trace_short_forms(&mut self) {
        for at in 0..self.tokens.len() {
            let Some(token) = self.tokens.get(at) else { continue };
            let letters = token.fold.chars().count();
            let short = token.capital && (2..=6).contains(&letters) && self.spots_of(at).is_empty();
            if short && let Some(spot) = self.ground.spelled_out(&token.fold) {
                self.trace(at, at + 1, spot);
            }
            for length in 2..=6 {
                let Some(run) = self.tokens.get(at..at + length) else { break };
                if run.iter().skip(1).any(|it| it.gap > Gap::None) {
                    break;
                }
                let (all, telling) = self.initials(run);
                let found = [all, telling].into_iter().find_map(|it| {
                    let spot = self.ground.exact(&it).first().copied()?;
                    let caps = self.ground.token(spot)?.capital && it.len() > 1;
                    (caps && !self.lists.is_small(&it)).then_some(spot)
                });
                if let Some(spot) = found {
                    self.trace(at, at + length, spot);
                }
            }
        }
    }

    fn initials(&self, run: &[Token]) -> (String, String) {
        let first = |it: &Token| it.fold.chars().next();
        let telling = run.iter().filter(|it| !self.lists.is_small(&it.fold));
        (run.iter().filter_map(first).collect(), telling.filter_map(first).collect())
    }

    fn trace(&mut self, from: usize, to: usize, spot: Spot) {
        for spots in self.spots.iter_mut().take(to).skip(from).filter(|it| it.is_empty()) {
            spots.push(spot);
        }
    }

    /// The word at `at`.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.fold.as_str())
    }

    /// The word `back` places before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// Where the papers say the word at `at`.
    pub(super) fn spots_of(&self, at: usize) -> &[Spot] {
        self.spots.get(at).map_or(&[], Vec::as_slice)
    }

    /// Whether the papers themselves, not only the posting, say the word at `at`.
    pub(super) fn is_own(&self, at: usize) -> bool {
        self.spots_of(at).iter().any(|spot| {
            self.ground.line(*spot).is_some_and(|it| it.place != Place::Posting && !it.learning)
        })
    }

    /// Whether the word at `at` says something: no small word, no number, nothing neutral.
    pub(super) fn tells(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|it| {
            !it.is_number() && !self.lists.is_small(&it.fold) && !self.lists.is_neutral(it)
        })
    }

    /// Whether the word at `at` is no small word and no number.
    pub(super) fn is_content(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|it| !it.is_number() && !self.lists.is_small(&it.fold))
    }

    /// The parts of the text between gaps of at least this size.
    pub(super) fn parts(&self, gap: Gap) -> Vec<(usize, usize)> {
        let mut starts: Vec<usize> = (0..self.tokens.len())
            .filter(|at| *at == 0 || self.tokens.get(*at).is_some_and(|it| it.gap >= gap))
            .collect();
        starts.push(self.tokens.len());
        starts.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect()
    }

    /// The line of what was done that the words from `from` to `to` are most like.
    pub(super) fn most_like(&self, from: usize, to: usize) -> Option<usize> {
        let mut scores: Vec<f32> = vec![0.0; self.ground.lines.len()];
        for at in (from..to)
            .filter(|at| self.is_content(*at) || self.tokens.get(*at).is_some_and(Token::is_number))
        {
            let spots = self.spots_of(at);
            let weight = 1.0 / (spots.len().max(1) as f32).sqrt();
            let mut last = usize::MAX;
            for spot in spots {
                if spot.line != last
                    && let Some(score) = scores.get_mut(spot.line)
                {
                    *score += weight;
                }
                last = spot.line;
            }
        }
        let mut best: Option<(usize, f32)> = None;
        for (at, score) in scores.into_iter().enumerate() {
            let told =
                self.ground.lines.get(at).is_some_and(|it| {
                    matches!(it.place, Place::Done | Place::About | Place::Other)
                });
            if told && score > best.map_or(0.4, |it| it.1) {
                best = Some((at, score));
            }
        }
        best.map(|it| it.0)
    }

    /// The home line.
    pub(super) fn home_line(&self) -> Option<&'a Line> {
        self.ground.lines.get(self.home?)
    }

    /// The words from `from` to `to`, as written.
    pub(super) fn words(&self, from: usize, to: usize) -> String {
        let start = self.tokens.get(from).map_or(0, |it| it.start);
        let end = self.tokens.get(to.max(1) - 1).map_or(self.text.len(), |it| it.end);
        self.text.get(start..end).unwrap_or_default().to_owned()
    }

    /// Notes what became of the claim the words from `from` to `to` make.
    pub(super) fn claim(
        &mut self,
        kind: ClaimKind,
        verdict: Verdict,
        (from, to): (usize, usize),
        reason: &str,
        source: Option<Backing>,
    ) {
        self.settle(from, to);
        let words = self.words(from, to);
        self.claims.push(Claim { kind, verdict, words, reason: reason.to_owned(), source });
    }

    /// Marks words as dealt with.
    pub(super) fn settle(&mut self, from: usize, to: usize) {
        for settled in self.settled.iter_mut().take(to).skip(from) {
            *settled = true;
        }
    }

    /// Whether a word was dealt with.
    pub(super) fn is_settled(&self, at: usize) -> bool {
        self.settled.get(at).copied().unwrap_or(true)
    }

    /// The tokens a mention of the vocabulary covers.
    pub(super) fn span(&self, mention: &Mention) -> (usize, usize) {
        let from = self.tokens.partition_point(|it| it.end <= mention.range.start);
        let to = self.tokens.partition_point(|it| it.start < mention.range.end);
        (from, to.max(from + 1))
    }

    /// Whether it speaks of the person as a whole: a summary, a headline or a letter.
    pub(super) fn is_summary(&self) -> bool {
        let person = ["i", "my", "ich", "mein", "meine", "je", "mon", "ma", "yo", "mi"];
        self.tokens.iter().any(|it| person.contains(&it.fold.as_str()))
            || self.parts(Gap::Sentence).len() > 1
            || super::titles::opens_with_title(self)
    }

    /// The evidence of a line.
    pub(super) fn evidence(&self, line: usize) -> Option<Backing> {
        self.ground.lines.get(line).map(Line::evidence)
    }
}
