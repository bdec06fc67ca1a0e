//! Cities, regions and countries.

use std::collections::HashSet;

use super::{fold, unspaced};

/// Names of places.
pub(crate) struct Places {
    codes: HashSet<&'static str>,
    regions: HashSet<String>,
    cities: HashSet<String>,
}

impl Places {
    pub(super) fn read(list: &'static str) -> Self {
        let mut out = Self {
            codes: HashSet::new(),
            regions: HashSet::new(),
            cities: HashSet::with_capacity(20_000),
        };
        let mut section = "";
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            match (line, section) {
                ("[codes]" | "[regions]" | "[cities]", _) => section = line,
                (code, "[codes]") => {
                    out.codes.insert(code);
                }
                (region, "[regions]") => {
                    out.regions.insert(fold(region));
                }
                (city, _) => {
                    out.cities.insert(fold(city));
                }
            }
        }
        out
    }

    pub(crate) fn is_city(&self, text: &str) -> bool {
        self.cities.contains(fold(text).trim())
    }

    pub(crate) fn is_region(&self, text: &str) -> bool {
        let text = text.trim();
        self.codes.contains(text) || self.regions.contains(&fold(text))
    }

    fn part(&self, part: &str) -> bool {
        let bare = part.trim().trim_matches(|c: char| matches!(c, '.' | ',' | '(' | ')'));
        if bare.is_empty() {
            return false;
        }
        let words: Vec<&str> = bare.split_whitespace().collect();
        let digits = |w: &&&str| w.chars().any(|c| c.is_ascii_digit());
        // "9712 EK Groningen": the letters of a Dutch postcode are no part of the name.
        let code = |i: usize, w: &&str| {
            i > 0
                && w.len() == 2
                && w.chars().all(|c| c.is_ascii_uppercase())
                && words
                    .get(i - 1)
                    .is_some_and(|before| before.len() == 4 && before.parse::<u16>().is_ok())
        };
        let names: Vec<&str> = words
            .iter()
            .enumerate()
            .filter(|(i, w)| !digits(w) && !code(*i, w))
            .map(|(_, w)| *w)
            .collect();
        if names.is_empty() || words.len() - names.len() > 3 {
            return false;
        }
        let name = names.join(" ");
        if self.is_city(&name) || self.is_region(&name) || self.is_division(&name) {
            return true;
        }
        // "Austin TX", "Greater London Area", "New York City".
        match names.split_last() {
            Some((last, head)) if !head.is_empty() => {
                let head = head.join(" ");
                self.is_city(&head)
                    && (self.is_region(last)
                        || matches!(
                            fold(last).as_str(),
                            "area" | "city" | "metropolitan" | "bay" | "region" | "cedex"
                        ))
            }
            _ => false,
        }
    }

    /// "上海市浦东新区", "大阪府大阪市", "서울특별시 마포구": known places with the ends that divisions have.
    fn is_division(&self, name: &str) -> bool {
        const ENDS: &[char] = &[
            '市', '区', '區', '县', '縣', '省', '府', '都', '道', '町', '村', '镇', '鎮', '郡',
            '州', '구', '시', '군', '도', '동', '읍', '면',
        ];
        let chars: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
        let Some((last, head)) = chars.split_last() else { return false };
        if !(3..=14).contains(&chars.len())
            || !ENDS.contains(last)
            || !chars.iter().all(|&c| unspaced(c))
        {
            return false;
        }
        let known = |text: &str| self.is_city(text) || self.is_region(text);
        if known(&head.iter().collect::<String>()) {
            return true;
        }
        (2..head.len()).any(|n| {
            let start: String = chars.iter().take(n).collect();
            let ends = start.chars().last().is_some_and(|c| ENDS.contains(&c));
            let bare: String = chars.iter().take(n - 1).collect();
            known(&start) || ends && known(&bare)
        })
    }

    /// How much of `text` is places, from 0 to 1, by the parts between commas; 1 also for an
    /// unknown name before a known region ("Kyle, TX").
    pub(crate) fn score(&self, text: &str) -> f32 {
        if text.len() > 120 || !text.chars().any(char::is_alphabetic) {
            return 0.0;
        }
        let parts: Vec<&str> = text
            .split([',', '，', '、', '،', '/', '|', '–', '&', ';', '·', '(', ')'])
            .map(str::trim)
            .filter(|p| !p.is_empty())
            .collect();
        let whole = |i: usize, part: &&str| {
            let code = i > 0 && part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase());
            // "Bologna (BO)", "Recife, PE": two capitals after a city are its province.
            self.part(part) || code && parts.get(i - 1).is_some_and(|city| self.part(city))
        };
        let known = parts.iter().enumerate().filter(|(i, part)| whole(*i, part)).count();
        if let [first, second] = parts.as_slice()
            && known == 1
            && self.part(second)
            && self.is_region(
                second.trim_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '.'),
            )
            && first.chars().count() <= 24
            && first.split_whitespace().count() <= 3
            && first.chars().next().is_some_and(char::is_uppercase)
        {
            return 0.9;
        }
        if let [only] = parts.as_slice()
            && only.len() == 2
            && *only != "UK"
            && self.codes.contains(only)
        {
            // A state on its own is sooner a part of "City, ST".
            return 0.86;
        }
        if parts.is_empty() { 0.0 } else { known as f32 / parts.len() as f32 }
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn a_place_is_known_with_its_region_and_postcode() {
        let lexicon = Lexicon::get();
        for text in ["Leeds", "Austin, TX", "70173 Stuttgart", "London, United Kingdom", "杭州"] {
            assert!(lexicon.is_place(text), "{text}");
        }
        assert!(!lexicon.is_place("Baker"));
        assert!(lexicon.places.score("Littletown, TX") > 0.5);
    }
}
