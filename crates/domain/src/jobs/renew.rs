//! A posting read once more: what is new, without losing what was better known.

use super::{FieldSource, Posting, parse::field_keys};

impl Posting {
    /// This posting with what a later reading of it says. A field is replaced only by a source
    /// that is trusted at least as much; what the user said stays.
    pub fn renewed(self, mut newer: Self) -> Self {
        for field in field_keys().into_keys() {
            let known = self.sources.get(field).copied();
            let said = newer.sources.get(field).copied();
            if keeps(known, said) {
                newer.take_from(&self, field);
                newer.spans.remove(field);
                newer.sources.extend(known.map(|source| (field.to_owned(), source)));
            }
        }
        // What the user put right points into the text it was read in.
        if self.sources.get("requirements") == Some(&FieldSource::User) {
            newer.requirements.clone_from(&self.requirements);
            newer.text.clone_from(&self.text);
            newer.spans.clone_from(&self.spans);
            newer.sources.insert("requirements".to_owned(), FieldSource::User);
        }
        if newer.url.is_empty() {
            newer.url = self.url;
        }
        // A line of a list says less than the posting that is there already.
        if newer.partial && !self.partial {
            newer.text = self.text;
            newer.requirements = self.requirements;
            newer.spans = self.spans;
            newer.partial = false;
        }
        newer
    }

    /// Takes one field over from `other`.
    fn take_from(&mut self, other: &Self, field: &str) {
        match field {
            "language" => self.language.clone_from(&other.language),
            "title" => self.title.clone_from(&other.title),
            "company" => self.company.clone_from(&other.company),
            "locations" => self.locations.clone_from(&other.locations),
            "remoteMode" => self.remote_mode = other.remote_mode,
            "employmentTypes" => self.employment_types.clone_from(&other.employment_types),
            "salary" => {
                self.salary.clone_from(&other.salary);
                self.pay_ranges.clone_from(&other.pay_ranges);
            }
            "seniority" => self.seniority = other.seniority,
            "yearsMin" => self.years_min = other.years_min,
            "yearsMax" => self.years_max = other.years_max,
            "education" => self.education.clone_from(&other.education),
            "licenses" => self.licenses.clone_from(&other.licenses),
            "languages" => self.languages.clone_from(&other.languages),
            "visa" => self.visa.clone_from(&other.visa),
            "clearance" => self.clearance.clone_from(&other.clearance),
            "sponsors" => self.sponsors = other.sponsors,
            "datePosted" => self.date_posted = other.date_posted,
            "applyDeadline" => self.apply_deadline = other.apply_deadline,
            _ => {}
        }
    }
}

/// Whether what is known stays in the face of what is said now.
fn keeps(known: Option<FieldSource>, said: Option<FieldSource>) -> bool {
    match (known, said) {
        (Some(FieldSource::User), _) | (Some(_), None) => true,
        // Sources are ordered, the most trusted first.
        (Some(known), Some(said)) => known < said,
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posting(title: &str, company: &str, source: FieldSource) -> Posting {
        let sources = ["title", "company"].map(|field| (field.to_owned(), source));
        Posting {
            title: title.into(),
            company: company.into(),
            sources: sources.into_iter().collect(),
            ..Posting::default()
        }
    }

    #[test]
    fn a_lower_source_never_overwrites_a_higher() {
        let known = posting("Baker", "Acme", FieldSource::Jsonld);
        let renewed = known.renewed(posting("Careers", "Home", FieldSource::Text));
        assert_eq!((renewed.title.as_str(), renewed.company.as_str()), ("Baker", "Acme"));
        assert_eq!(renewed.sources["title"], FieldSource::Jsonld);
        let renewed = renewed.renewed(posting("Head Baker", "Acme", FieldSource::Json));
        assert_eq!(renewed.title, "Head Baker");
    }

    #[test]
    fn what_the_user_said_stays() {
        let mut known = posting("Baker", "Acme", FieldSource::Json);
        known.title = "My baker".into();
        known.sources.insert("title".into(), FieldSource::User);
        let renewed = known.renewed(posting("Baker II", "Acme Ovens", FieldSource::Json));
        assert_eq!((renewed.title.as_str(), renewed.company.as_str()), ("My baker", "Acme Ovens"));
    }

    #[test]
    fn a_line_of_a_list_does_not_replace_a_posting() {
        let mut known = posting("Baker", "Acme", FieldSource::Json);
        known.text = "We bake.".into();
        let mut line = posting("Baker", "Acme", FieldSource::Meta);
        line.partial = true;
        let renewed = known.renewed(line);
        assert_eq!((renewed.text.as_str(), renewed.partial), ("We bake.", false));
    }
}
