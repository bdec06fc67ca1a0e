//! Proof that a page holds the whole resume: what a reader finds is compared with what was meant.

use domain::resumes::{Lost, Resume};

use super::{
    fields::{self, Field, Shape},
    sheet::squeezed,
    text::clean,
    words,
};

/// So many foreign words may stand inside a field: a date beside a long title, a page's head.
const MAX_BETWEEN: usize = 16;

/// The fields of the resume that do not stand in `text`, which is what a reader made of the page.
///
/// Line breaks and spaces do not count. A text that occurs in several fields must be found as
/// often, and a field whose words are there but torn apart or out of order is lost.
pub fn check(resume: &Resume, text: &str) -> Vec<Lost> {
    let page = Page::new(text);
    let fields = fields::of(resume);
    let wanted_before =
        |index: usize, text: &str| fields.iter().take(index).filter(|one| one.text == text).count();
    let lost = fields.iter().enumerate().filter(|(index, field)| {
        let earlier = wanted_before(*index, &field.text);
        !page.holds(field, earlier)
    });
    lost.map(|(_, field)| Lost { path: field.path.clone(), text: field.text.clone() }).collect()
}

/// What was read, in the forms it is searched in.
struct Page {
    flat: String,
    squeezed: String,
    words: Vec<String>,
}

impl Page {
    fn new(text: &str) -> Self {
        let flat = clean(&text.lines().collect::<Vec<_>>().join(" "));
        let words = flat.split(' ').map(str::to_owned).collect();
        Self { squeezed: squeezed(&flat), flat, words }
    }

    /// Whether the field is here, also after `earlier` fields of the same text have been found.
    fn holds(&self, field: &Field, earlier: usize) -> bool {
        match field.shape {
            Shape::Text => {
                self.flat.matches(&field.text).nth(earlier).is_some()
                    || self.holds_words(&field.text, earlier)
            }
            Shape::Address => self.squeezed.contains(&squeezed(&field.text)),
            Shape::Date(date) => words::ways(date).any(|way| self.flat.contains(&way)),
        }
    }

    /// Whether the words are here in order, with little between them.
    fn holds_words(&self, text: &str, earlier: usize) -> bool {
        let wanted: Vec<_> = text.split(' ').collect();
        let [first, rest @ ..] = wanted.as_slice() else { return true };
        if rest.is_empty() {
            // A word longer than a line may be broken.
            return first.chars().count() > 40 && self.squeezed.contains(&squeezed(first));
        }
        let starts = self.words.iter().enumerate().filter(|(_, word)| word.ends_with(first));
        starts.filter(|(index, _)| self.follows(index + 1, rest)).nth(earlier).is_some()
    }

    fn follows(&self, start: usize, rest: &[&str]) -> bool {
        let here = self.words.iter().skip(start).take(rest.len() + MAX_BETWEEN);
        let mut rest = rest;
        for word in here {
            let [next, after @ ..] = rest else { break };
            // The last word may carry a comma or a bracket of ours.
            if word == next || (after.is_empty() && word.starts_with(next)) {
                rest = after;
            }
        }
        rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use domain::resumes::{Basics, Work};

    use super::*;

    fn resume() -> Resume {
        let work = |name: &str, highlight: &str| Work {
            name: name.to_owned(),
            position: "Registered Nurse".to_owned(),
            start_date: "2020-03".parse().ok(),
            highlights: vec![highlight.to_owned()],
            ..Work::default()
        };
        Resume {
            basics: Basics { url: "https://example.org/me".to_owned(), ..Basics::default() },
            work: vec![work("Hill Clinic", "Led a team of 12"), work("Lake Clinic", "Wrote plans")],
            ..Resume::default()
        }
    }

    fn lost(text: &str) -> Vec<String> {
        check(&resume(), text).into_iter().map(|lost| lost.path).collect()
    }

    const WHOLE: &str = "example.org/me\nRegistered Nurse Mar 2020\nHill Clinic\n• Led a team\nof 12\n\
                         Registered Nurse März 2020\nLake Clinic\n• Wrote plans";

    #[test]
    fn a_whole_page_has_lost_nothing() {
        assert_eq!(lost(WHOLE), [""; 0]);
    }

    #[test]
    fn a_field_that_is_not_there_is_lost() {
        assert_eq!(lost(&WHOLE.replace("Lake Clinic", "")), ["work[1].name"]);
        assert_eq!(lost(&WHOLE.replace("of 12", "of")), ["work[0].highlights[0]"]);
        assert_eq!(lost(&WHOLE.replace("/me", "")), ["basics.url"]);
    }

    #[test]
    fn a_text_printed_once_too_seldom_is_lost() {
        assert_eq!(lost(&WHOLE.replacen("Registered Nurse", "", 1)), ["work[1].position"]);
    }

    #[test]
    fn a_date_without_its_month_is_lost() {
        let text = WHOLE.replace("Mar ", "").replace("März ", "");
        assert_eq!(lost(&text), ["work[0].startDate", "work[1].startDate"]);
    }

    #[test]
    fn a_torn_field_is_lost_but_an_interrupted_one_is_not() {
        assert_eq!(lost(&WHOLE.replace("Wrote plans", "Wr ote plans")), ["work[1].highlights[0]"]);
        assert_eq!(lost(&WHOLE.replace("Wrote plans", "plans Wrote")), ["work[1].highlights[0]"]);
        assert_eq!(lost(&WHOLE.replace("team\nof", "team\nJane Doe 2\nof")), [""; 0]);
    }
}
