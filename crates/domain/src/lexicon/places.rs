//! Cities, regions and countries.

use std::collections::HashSet;

use super::fold;

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
        let names: Vec<&str> = words.iter().filter(|w| !digits(w)).copied().collect();
        if names.is_empty() || words.len() - names.len() > 2 {
            return false;
        }
        let name = names.join(" ");
        if self.is_city(&name) || self.is_region(&name) {
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

    /// How much of `text` is places, from 0 to 1, by the parts between commas; 1 also for an
    /// unknown name before a known region ("Kyle, TX").
    pub(crate) fn score(&self, text: &str) -> f32 {
        if text.len() > 120 || !text.chars().any(char::is_alphabetic) {
            return 0.0;
        }
        let parts: Vec<&str> = text
            .split([',', '，', '、', '/', '|', '–', '&', ';', '·', '(', ')'])
            .map(str::trim)
            .filter(|p| !p.is_empty())
            .collect();
        let known = parts.iter().filter(|part| self.part(part)).count();
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
