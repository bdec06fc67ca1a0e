//! The word lists of the Truth Lock, read once.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::words::{Token, stem};

static LISTS: LazyLock<Lists> = LazyLock::new(Lists::read);

/// A language the small words are known of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    /// English.
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
}

impl Tongue {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::En, Self::De, Self::Fr, Self::Es];

    /// The list of its small words.
    const fn small(self) -> &'static str {
        match self {
            Self::En => "small.en",
            Self::De => "small.de",
            Self::Fr => "small.fr",
            Self::Es => "small.es",
        }
    }

    /// The lists of its words for numbers, for scales and for parts.
    pub(super) const fn numbers(self) -> [&'static str; 3] {
        match self {
            Self::En => ["en", "scale.en", "part.en"],
            Self::De => ["de", "scale.de", "part.de"],
            Self::Fr => ["fr", "scale.fr", "part.fr"],
            Self::Es => ["es", "scale.es", "part.es"],
        }
    }

    /// The language most small words of a text belong to; the usual one where two are as likely.
    pub(super) fn of(tokens: &[Token], usual: Self) -> Self {
        let lists = Lists::get();
        let count = |tongue: &Self| {
            let small = lists.words.get(tongue.small());
            let known = |it: &&Token| small.is_some_and(|small| small.contains(&it.fold));
            (tokens.iter().filter(known).count(), *tongue == usual)
        };
        Self::ALL.into_iter().max_by_key(count).unwrap_or(usual)
    }
}

/// All lists.
pub(super) struct Lists {
    words: HashMap<String, HashSet<String>>,
    kinds: HashMap<String, HashMap<String, String>>,
    numbers: HashMap<String, HashMap<String, f64>>,
    clusters: HashMap<String, Vec<u16>>,
    small: HashSet<String>,
    neutral: HashSet<String>,
}

impl Lists {
    /// The lists; the first call reads them.
    pub(super) fn get() -> &'static Self {
        &LISTS
    }

    fn read() -> Self {
        let mut words: HashMap<String, HashSet<String>> = HashMap::new();
        for (name, rest) in lines(include_str!("../../tailoring/words.txt")) {
            words.entry(name.to_owned()).or_default().extend(rest.map(str::to_owned));
        }
        let mut numbers: HashMap<String, HashMap<String, f64>> = HashMap::new();
        for (name, rest) in lines(include_str!("../../tailoring/numbers.txt")) {
            let pairs = rest.filter_map(|item| {
                let (word, value) = item.split_once('=')?;
                Some((word.to_owned(), value.parse().ok()?))
            });
            numbers.entry(name.to_owned()).or_default().extend(pairs);
        }
        let mut kinds: HashMap<String, HashMap<String, String>> = HashMap::new();
        for (name, list) in &words {
            let Some((family, kind)) = name.split_once('.') else { continue };
            let pairs = list.iter().map(|word| (word.clone(), kind.to_owned()));
            kinds.entry(family.to_owned()).or_default().extend(pairs);
        }
        let small = Tongue::ALL
            .iter()
            .filter_map(|tongue| words.get(tongue.small()))
            .flatten()
            .cloned()
            .collect();
        let neutral: HashSet<String> =
            words.get("neutral").into_iter().flatten().map(|it| stem(it)).collect();
        Self { words, kinds, numbers, clusters: clusters(), small, neutral }
    }

    /// Whether the list called `name` has `word`.
    pub(super) fn has(&self, name: &str, word: &str) -> bool {
        self.words.get(name).is_some_and(|list| list.contains(word))
    }

    /// Whether a word carries no meaning of its own in any language.
    pub(super) fn is_small(&self, word: &str) -> bool {
        self.small.contains(word)
    }

    /// Whether a word adds no claim.
    pub(super) fn is_neutral(&self, token: &Token) -> bool {
        self.neutral.contains(&token.stem) && !self.has("boast", &token.fold)
    }

    /// What ideas a word may stand for.
    pub(super) fn ideas(&self, token: &Token) -> &[u16] {
        let found = self.clusters.get(&token.fold).or_else(|| self.clusters.get(&token.stem));
        // A German compound is a kind of its last part.
        let tail = || {
            let word = token.fold.as_str();
            let starts = word.char_indices().map(|it| it.0).skip(3);
            starts
                .take_while(|at| at + 5 <= word.len())
                .find_map(|at| self.clusters.get(word.get(at..)?))
        };
        found
            .or_else(|| if token.fold.len() > 8 { tail() } else { None })
            .map_or(&[], Vec::as_slice)
    }

    /// What a word counts, in one language.
    pub(super) fn number(&self, list: &str, word: &str) -> Option<f64> {
        self.numbers.get(list)?.get(word).copied()
    }

    /// Which list of a family has `word`: of "rate", "month" has "monthly".
    pub(super) fn kind(&self, family: &str, word: &str) -> Option<&str> {
        self.kinds.get(family)?.get(word).map(String::as_str)
    }
}

/// Each `name: word word` line of a file.
fn lines(
    file: &'static str,
) -> impl Iterator<Item = (&'static str, std::str::SplitWhitespace<'static>)> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(": "))
        .map(|(name, rest)| (name.trim(), rest.split_whitespace()))
}

fn clusters() -> HashMap<String, Vec<u16>> {
    let mut out: HashMap<String, Vec<u16>> = HashMap::new();
    let file = include_str!("../../tailoring/synonyms.txt");
    for (number, line) in (0..).zip(file.lines().filter(|line| !line.starts_with('#'))) {
        for word in line.split_whitespace() {
            for key in [word.to_owned(), stem(word)] {
                let ideas = out.entry(key).or_default();
                if !ideas.contains(&number) {
                    ideas.push(number);
                }
            }
        }
    }
    out
}
