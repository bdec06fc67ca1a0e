//! What all checks start from: the resume, field by field and bullet by bullet, with the way back to
//! the file.

use std::{cell::RefCell, ops::Range};

use super::{Dictionary, FileLook, LintChoices, Region, Spot, Subject, Target, Unchecked};
use crate::{
    PartialDate,
    resumes::{Resume, Work, fields},
};

/// A subject, taken apart.
pub(super) struct Case<'a> {
    pub(super) subject: Subject<'a>,
    pub(super) resume: &'a Resume,
    pub(super) file: Option<&'a FileLook>,
    pub(super) target: Option<Target<'a>>,
    pub(super) dictionary: Option<&'a Dictionary>,
    pub(super) choices: &'a LintChoices,
    pub(super) region: Region,
    pub(super) today: PartialDate,
    /// Every field with a value, by its path.
    pub(super) fields: Vec<(String, String)>,
    /// Every bullet of roles, of unpaid work and of projects.
    pub(super) bullets: Vec<Bullet>,
    doubts: RefCell<Vec<Unchecked>>,
}

/// A bullet.
pub(super) struct Bullet {
    pub(super) path: String,
    pub(super) text: String,
    /// The role in `work` it belongs to.
    pub(super) role: Option<usize>,
}

/// No resume has more fields than this, and none is longer.
const MOST: usize = 3_000;
const LONGEST: usize = 20_000;

impl<'a> Case<'a> {
    pub(super) fn new(subject: &Subject<'a>, choices: &'a LintChoices) -> Self {
        let resume = subject.resume;
        let mut all = fields(resume);
        all.truncate(MOST);
        for (_, text) in &mut all {
            if let Some((cut, _)) = text.char_indices().nth(LONGEST) {
                text.truncate(cut);
            }
        }
        Self {
            resume,
            file: subject.file,
            target: subject.target,
            dictionary: subject.dictionary,
            choices,
            region: choices.region.unwrap_or_else(|| Region::of(resume)),
            today: subject.today,
            bullets: bullets(&all),
            fields: all,
            subject: *subject,
            doubts: RefCell::default(),
        }
    }

    /// Whether it is written in this language, by its two letters.
    pub(super) fn speaks(&self, language: &str) -> bool {
        self.resume.language == language
    }

    /// Whether the rules for English apply. A short resume may have no language yet.
    pub(super) fn english(&self) -> bool {
        self.speaks("en") || self.resume.language.is_empty()
    }

    /// Where a field, or the first field below it, stands in the file.
    pub(super) fn spot(&self, path: &str) -> Option<Spot> {
        let reading = self.subject.reading?;
        let below = || {
            let longer = reading.origins.range(path.to_owned()..);
            longer.take_while(|(key, _)| key.starts_with(path)).map(|(_, it)| it).next()
        };
        let origin = reading.origins.get(path).or_else(below)?;
        let first = origin.spans.first();
        Some(Spot {
            page: first.map(|span| span.page),
            bbox: first.map(|span| span.bbox),
            line: origin.lines.first().map(|line| line + 1),
        })
    }

    /// The text of the lines that a field was read from.
    pub(super) fn printed(&self, path: &str) -> Option<String> {
        let reading = self.subject.reading?;
        let lines = &reading.origins.get(path)?.lines;
        let texts = lines.iter().filter_map(|line| reading.lines.get(*line as usize));
        Some(texts.map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "))
    }

    /// Every line of the file, else every field: what a reader sees, with its place.
    pub(super) fn seen(&self) -> Vec<Seen<'_>> {
        match self.subject.reading.filter(|reading| !reading.lines.is_empty()) {
            Some(reading) => (0..)
                .zip(&reading.lines)
                .map(|(line, it): (u32, _)| Seen {
                    text: &it.text,
                    path: "",
                    spot: Some(Spot {
                        page: it.span.map(|span| span.page),
                        bbox: it.span.map(|span| span.bbox),
                        line: Some(line + 1),
                    }),
                })
                .collect(),
            None => {
                self.fields.iter().map(|(path, text)| Seen { text, path, spot: None }).collect()
            }
        }
    }

    /// The field that was read from this line, counted from 1.
    pub(super) fn path_of_line(&self, line: u32) -> String {
        let Some(reading) = self.subject.reading else { return String::new() };
        let own = reading.origins.iter().find(|(_, it)| it.lines.contains(&(line - 1)));
        own.map(|(path, _)| path.clone()).unwrap_or_default()
    }

    /// Roles with their numbers.
    pub(super) fn roles(&self) -> impl Iterator<Item = (usize, &'a Work)> {
        self.resume.work.iter().enumerate()
    }

    /// The months a role lasted: from its first up to the one after its last.
    pub(super) fn months(&self, role: &Work) -> Option<Range<i32>> {
        let start = role.start_date?;
        let end = match role.end_date {
            Some(end) => match end.date() {
                Some(date) => date.months() + if date.month().is_some() { 1 } else { 12 },
                None => self.today.months() + 1,
            },
            None => start.months() + 1,
        };
        (end > start.months()).then_some(start.months()..end)
    }

    /// Years of work, no month counted twice.
    pub(super) fn years(&self) -> f32 {
        let mut spans: Vec<Range<i32>> =
            self.resume.work.iter().filter_map(|role| self.months(role)).collect();
        spans.sort_by_key(|span| span.start);
        let (mut covered, mut until) = (0, i32::MIN);
        for span in spans {
            covered += (span.end - span.start.max(until)).max(0);
            until = until.max(span.end);
        }
        #[expect(clippy::cast_precision_loss, reason = "a life has fewer months")]
        let years = covered as f32 / 12.0;
        years
    }

    /// Research and teaching have habits of their own.
    pub(super) fn is_academic(&self) -> bool {
        self.resume.publications.len() >= 3
    }

    /// Notes that something could not be checked.
    pub(super) fn doubt(&self, unchecked: Unchecked) {
        self.doubts.borrow_mut().push(unchecked);
    }

    /// What could not be checked.
    pub(super) fn unchecked(&self) -> Vec<Unchecked> {
        self.doubts.take()
    }
}

/// Text as a reader sees it.
pub(super) struct Seen<'c> {
    pub(super) text: &'c str,
    /// The field; empty for a line of a file.
    pub(super) path: &'c str,
    pub(super) spot: Option<Spot>,
}

fn bullets(fields: &[(String, String)]) -> Vec<Bullet> {
    let own = fields.iter().filter(|(path, _)| {
        path.contains("].highlights[")
            && ["work[", "volunteer[", "projects["].iter().any(|it| path.starts_with(it))
    });
    own.map(|(path, text)| Bullet {
        path: path.clone(),
        text: text.trim().to_owned(),
        role: path
            .strip_prefix("work[")
            .and_then(|rest| rest.split(']').next())
            .and_then(|number| number.parse().ok()),
    })
    .collect()
}
