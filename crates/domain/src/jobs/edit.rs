//! What the user says a posting says, field by field; it is never overwritten by a reading.

use serde::{Deserialize, Serialize};

use super::{
    EducationAsked, EmploymentType, FieldSource, Flaw, Posting, RemoteMode, Requirement, Salary,
    Seniority,
};
use crate::PartialDate;

/// Every field of a posting that the user may put right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PostingEdit {
    /// See [`Posting::title`].
    pub title: String,
    /// See [`Posting::company`].
    pub company: String,
    /// See [`Posting::locations`].
    pub locations: Vec<String>,
    /// See [`Posting::remote_mode`].
    pub remote_mode: RemoteMode,
    /// See [`Posting::employment_types`].
    pub employment_types: Vec<EmploymentType>,
    /// See [`Posting::salary`].
    pub salary: Option<Salary>,
    /// See [`Posting::seniority`].
    pub seniority: Option<Seniority>,
    /// See [`Posting::years_min`].
    pub years_min: Option<u32>,
    /// See [`Posting::years_max`].
    pub years_max: Option<u32>,
    /// See [`Posting::education`].
    pub education: Option<EducationAsked>,
    /// See [`Posting::licenses`].
    pub licenses: Vec<String>,
    /// See [`Posting::languages`].
    pub languages: Vec<String>,
    /// See [`Posting::visa`].
    pub visa: Option<String>,
    /// See [`Posting::date_posted`].
    pub date_posted: Option<PartialDate>,
    /// See [`Posting::apply_deadline`].
    pub apply_deadline: Option<PartialDate>,
    /// See [`Posting::requirements`]; one that is not asked is left out, the rest may matter more
    /// or less than was read.
    pub requirements: Vec<Requirement>,
}

/// A field by its name in [`Posting::sources`], and how it is taken from one posting to another.
type FieldCopy = (&'static str, fn(&Posting, &mut Posting));

macro_rules! fields {
    ($($name:literal $field:ident)+) => {
        const FIELDS: &[FieldCopy] = &[$(
            ($name, |from: &Posting, to: &mut Posting| to.$field = from.$field.clone()),
        )+];
    };
}

fields! {
    "title" title
    "company" company
    "locations" locations
    "remoteMode" remote_mode
    "employmentTypes" employment_types
    "salary" salary
    "seniority" seniority
    "yearsMin" years_min
    "yearsMax" years_max
    "education" education
    "licenses" licenses
    "languages" languages
    "visa" visa
    "datePosted" date_posted
    "applyDeadline" apply_deadline
    "requirements" requirements
}

impl Posting {
    /// The posting with what the user put right; each changed field is theirs from now on.
    ///
    /// # Errors
    /// [`Flaw::NoTitle`] when the title is gone.
    pub fn edited(&self, edit: PostingEdit) -> Result<Self, Flaw> {
        let said = tidied(edit, self);
        if said.title.is_empty() {
            return Err(Flaw::NoTitle);
        }
        let mut edited = self.clone();
        for (name, copy) in FIELDS {
            let before = edited.clone();
            copy(&said, &mut edited);
            if edited != before {
                edited.sources.insert((*name).to_owned(), FieldSource::User);
            }
        }
        Ok(edited)
    }
}

/// The edit as a posting: without blanks, without empty items, spans within the text.
fn tidied(edit: PostingEdit, of: &Posting) -> Posting {
    let text = |text: &str| text.trim().to_owned();
    let list = |items: &[String]| -> Vec<String> {
        items.iter().map(|item| text(item)).filter(|item| !item.is_empty()).collect()
    };
    let length = u32::try_from(of.text.encode_utf16().count()).unwrap_or(u32::MAX);
    let inside =
        |asked: &Requirement| asked.span.start <= asked.span.end && asked.span.end <= length;
    Posting {
        title: text(&edit.title),
        company: text(&edit.company),
        locations: list(&edit.locations),
        remote_mode: edit.remote_mode,
        employment_types: edit.employment_types,
        salary: edit.salary.filter(|pay| pay.min.is_some() || pay.max.is_some()),
        seniority: edit.seniority,
        years_min: edit.years_min,
        years_max: edit.years_max,
        education: edit.education,
        licenses: list(&edit.licenses),
        languages: list(&edit.languages),
        visa: edit.visa.map(|visa| text(&visa)).filter(|visa| !visa.is_empty()),
        date_posted: edit.date_posted,
        apply_deadline: edit.apply_deadline,
        requirements: edit.requirements.into_iter().filter(inside).collect(),
        ..Posting::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::{Capture, parse};

    fn read(text: &str) -> Posting {
        parse(&Capture { text: text.into(), ..Capture::default() })
    }

    fn edit(posting: &Posting) -> PostingEdit {
        let value = serde_json::to_value(posting).unwrap();
        serde_json::from_value(value).unwrap()
    }

    const TEXT: &str =
        "Baker\nAcme Bakery\nLeeds\n\nRequirements\n• Sourdough\n• 3 years of experience";

    #[test]
    fn only_what_was_changed_becomes_the_users() {
        let posting = read(TEXT);
        let said = PostingEdit { company: " Acme Ltd ".into(), ..edit(&posting) };
        let edited = posting.edited(said).unwrap();
        assert_eq!(edited.company, "Acme Ltd");
        let own: Vec<_> = edited
            .sources
            .iter()
            .filter(|(_, source)| **source == FieldSource::User)
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(own, ["company"]);
        assert_eq!(edited.text, posting.text);
    }

    #[test]
    fn a_title_cannot_be_taken_away() {
        let posting = read(TEXT);
        let said = PostingEdit { title: "  ".into(), ..edit(&posting) };
        assert_eq!(posting.edited(said), Err(Flaw::NoTitle));
    }
}
