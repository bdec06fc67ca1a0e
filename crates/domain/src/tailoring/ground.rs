//! What a person's papers say, made ready for claims to be traced to it.

use std::collections::HashMap;

use super::{
    lists::{Lists, Tongue},
    numbers,
    quantity::Quantity,
    verdict::Backing,
    words::{Token, alike, tokens},
};
use crate::{
    PartialDate,
    resumes::{Resume, fields},
    vocabulary,
};

/// What kind of field a line comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A bullet or the prose of a role.
    Done,
    /// The title of a role, or the headline.
    Title,
    /// The name of an employer, school or client.
    Name,
    /// The summary.
    About,
    /// A skill.
    Skill,
    /// A school or degree.
    Education,
    /// A certificate.
    Certificate,
    /// A language.
    Language,
    /// A date.
    Date,
    /// Anything else, text without structure too.
    Other,
    /// What a posting says of itself: it speaks for the employer, never for the person.
    Posting,
}

/// One field or line of the papers.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) place: Place,
    /// The role it belongs to.
    pub(super) role: Option<usize>,
    pub(super) tokens: Vec<Token>,
    pub(super) quantities: Vec<Quantity>,
    /// Whether it names what someone is only learning.
    pub(super) learning: bool,
}

impl Line {
    /// As evidence.
    pub(super) fn evidence(&self) -> Backing {
        Backing { path: self.path.clone(), text: self.text.clone() }
    }
}

/// A role with its dates in months.
#[derive(Debug, Clone)]
pub(super) struct Role {
    pub(super) employer: Vec<Token>,
    pub(super) title: Vec<Token>,
    pub(super) start: Option<PartialDate>,
    pub(super) end: Option<PartialDate>,
    pub(super) open: bool,
}

/// A place where the papers say a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) line: usize,
    pub(super) token: usize,
}

/// A fact the person confirmed, which counts as if the resume said it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// What is true, in the person's words.
    pub text: String,
    /// The role it belongs to, as a path: `work[0]`; empty when it is about them in general.
    pub path: String,
    /// When they confirmed it.
    pub confirmed: Option<PartialDate>,
}

/// A [`Fact`] as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredFact {
    /// Never changes.
    pub id: crate::FactId,
    /// The resume it belongs to.
    pub resume: crate::ResumeId,
    /// What was confirmed, and when.
    pub fact: Fact,
}

/// A person's papers, ready for claims to be traced to.
#[derive(Debug)]
pub struct Ground {
    pub(super) lines: Vec<Line>,
    pub(super) roles: Vec<Role>,
    pub(super) tongue: Tongue,
    pub(super) today: PartialDate,
    by_fold: HashMap<String, Vec<Spot>>,
    by_root: HashMap<String, Vec<Spot>>,
    by_idea: HashMap<u16, Vec<Spot>>,
    /// Every mention of a vocabulary entry, by its id: the line and whether it is denied there.
    pub(super) skills: HashMap<&'static str, Vec<(usize, bool)>>,
}

impl Ground {
    /// The ground that a resume makes, as of `today`.
    pub fn of_resume(resume: &Resume, facts: &[Fact], today: PartialDate) -> Self {
        let mut ground = Self::empty(today);
        for work in &resume.work {
            ground.roles.push(Role {
                employer: tokens(&work.name),
                title: tokens(&work.position),
                start: work.start_date,
                end: work.end_date.and_then(crate::date::EndDate::date),
                open: work.end_date.is_some_and(crate::date::EndDate::is_present),
            });
        }
        let offset = resume.work.len();
        for volunteer in &resume.volunteer {
            ground.roles.push(Role {
                employer: tokens(&volunteer.organization),
                title: tokens(&volunteer.position),
                start: volunteer.start_date,
                end: volunteer.end_date.and_then(crate::date::EndDate::date),
                open: volunteer.end_date.is_some_and(crate::date::EndDate::is_present),
            });
        }
        for (path, text) in fields(resume) {
            if path.starts_with("basics.email")
                || path.starts_with("basics.phone")
                || path.contains(".url")
            {
                continue;
            }
            let role = role_of(&path, offset);
            ground.add(path, &text, role);
        }
        ground.join_degrees(resume);
        ground.mark_learning(resume);
        for (at, fact) in facts.iter().enumerate() {
            let role = role_of(&fact.path, offset);
            ground.add(format!("facts[{at}]"), &fact.text, role);
        }
        ground.index();
        ground
    }

    /// The ground that plain text makes: a bullet, or a resume nobody has read yet.
    pub fn of_text(text: &str, today: PartialDate) -> Self {
        let mut ground = Self::empty(today);
        for (at, line) in text.lines().filter(|line| !line.trim().is_empty()).enumerate() {
            ground.add(format!("text[{at}]"), line, None);
        }
        ground.index();
        ground
    }

    /// Lets a text speak of the employer as the posting does.
    pub fn beside_posting(mut self, posting: &str) -> Self {
        for (at, line) in posting.lines().filter(|line| !line.trim().is_empty()).enumerate() {
            self.add(format!("posting[{at}]"), line, None);
        }
        self.index();
        self
    }

    fn empty(today: PartialDate) -> Self {
        Self {
            lines: Vec::new(),
            roles: Vec::new(),
            tongue: Tongue::En,
            today,
            by_fold: HashMap::new(),
            by_root: HashMap::new(),
            by_idea: HashMap::new(),
            skills: HashMap::new(),
        }
    }

    fn add(&mut self, path: String, text: &str, role: Option<usize>) {
        let tokens = tokens(text);
        let place = place_of(&path);
        let quantities = Vec::new();
        self.lines.push(Line {
            path,
            text: text.to_owned(),
            place,
            role,
            tokens,
            quantities,
            learning: false,
        });
    }

    /// A degree and its subject are one line as well, as people write them.
    fn join_degrees(&mut self, resume: &Resume) {
        for (at, school) in resume.education.iter().enumerate() {
            if !school.study_type.is_empty() && !school.area.is_empty() {
                let text = format!("{} in {}", school.study_type, school.area);
                self.add(format!("education[{at}].studyType"), &text, None);
            }
        }
    }

    /// Skills listed under "Learning" or as basics are not had yet.
    fn mark_learning(&mut self, resume: &Resume) {
        for (at, skill) in resume.skills.iter().enumerate() {
            let name = crate::lexicon::fold(&skill.name);
            let learning = [
                "learning",
                "currently learning",
                "in progress",
                "lernend",
                "aprendiendo",
                "en cours",
            ];
            if learning.contains(&name.trim()) {
                let start = format!("skills[{at}]");
                for line in self.lines.iter_mut().filter(|it| it.path.starts_with(&start)) {
                    line.learning = true;
                }
            }
        }
    }

    fn index(&mut self) {
        let own = self.lines.iter().filter(|it| it.place != Place::Posting);
        let all: Vec<Token> = own.flat_map(|it| it.tokens.iter().cloned()).collect();
        self.tongue = Tongue::of(&all, Tongue::En);
        let lists = Lists::get();
        self.by_fold.clear();
        self.by_root.clear();
        self.by_idea.clear();
        self.skills.clear();
        for (at, line) in self.lines.iter_mut().enumerate() {
            line.quantities = numbers::find(&line.text, &line.tokens, self.tongue);
            for (token, word) in line.tokens.iter().enumerate() {
                let spot = Spot { line: at, token };
                self.by_fold.entry(word.fold.clone()).or_default().push(spot);
                self.by_root.entry(root(&word.fold)).or_default().push(spot);
                for idea in lists.ideas(word) {
                    self.by_idea.entry(*idea).or_default().push(spot);
                }
            }
            if line.place != Place::Posting {
                for mention in vocabulary::find(&line.text) {
                    let denied = line.learning || is_denied(&line.tokens, mention.range.start);
                    self.skills.entry(mention.skill.id.as_str()).or_default().push((at, denied));
                }
            }
        }
    }

    /// Every place where the papers say this word, in this or another form or in other words.
    pub(super) fn spots(&self, word: &Token) -> Vec<Spot> {
        let mut out: Vec<Spot> = self.by_fold.get(&word.fold).cloned().unwrap_or_default();
        if word.is_number() {
            return out;
        }
        for spot in self.by_root.get(&root(&word.fold)).into_iter().flatten() {
            if self.token(*spot).is_some_and(|it| alike(it, word)) && !out.contains(spot) {
                out.push(*spot);
            }
        }
        for idea in Lists::get().ideas(word) {
            for spot in self.by_idea.get(idea).into_iter().flatten() {
                if !out.contains(spot) {
                    out.push(*spot);
                }
            }
        }
        out
    }

    /// Every place where the papers say just this word.
    pub(super) fn exact(&self, fold: &str) -> &[Spot] {
        self.by_fold.get(fold).map_or(&[], Vec::as_slice)
    }

    /// Where the papers have neighbouring words with these first letters: "crrt".
    pub(super) fn spelled_out(&self, letters: &str) -> Option<Spot> {
        let letters: Vec<char> = letters.chars().collect();
        self.own().find_map(|(line, it)| {
            (0..it.tokens.len())
                .find(|start| begins_so(it.tokens.get(*start..).unwrap_or_default(), &letters))
                .map(|token| Spot { line, token })
        })
    }

    /// The word at a spot.
    pub(super) fn token(&self, spot: Spot) -> Option<&Token> {
        self.lines.get(spot.line)?.tokens.get(spot.token)
    }

    /// The line a spot is in.
    pub(super) fn line(&self, spot: Spot) -> Option<&Line> {
        self.lines.get(spot.line)
    }

    /// The role a field belongs to.
    pub(super) fn role_at(&self, path: &str) -> Option<usize> {
        self.lines.iter().find(|it| it.path == path).and_then(|it| it.role)
    }

    /// Lines that speak for the person.
    pub(super) fn own(&self) -> impl Iterator<Item = (usize, &Line)> {
        self.lines.iter().enumerate().filter(|(_, line)| line.place != Place::Posting)
    }
}

/// The key under which forms of a word meet.
fn root(fold: &str) -> String {
    fold.chars().take(3).collect()
}

fn role_of(path: &str, volunteers: usize) -> Option<usize> {
    let number = |start: &str| -> Option<usize> {
        path.strip_prefix(start)?.split(']').next()?.parse().ok()
    };
    number("work[").or_else(|| number("volunteer[").map(|it| it + volunteers))
}

fn place_of(path: &str) -> Place {
    let field = path.rsplit('.').next().unwrap_or_default();
    let section = path.split(['[', '.']).next().unwrap_or_default();
    match (section, field) {
        (_, "startDate" | "endDate" | "date" | "releaseDate") => Place::Date,
        ("work" | "volunteer", "position") | ("basics", "label") => Place::Title,
        ("work", "name") | ("volunteer", "organization") | ("education", "institution") => {
            Place::Name
        }
        ("basics", "summary") => Place::About,
        ("work" | "volunteer" | "projects", _) => Place::Done,
        ("skills", _) => Place::Skill,
        ("education", _) => Place::Education,
        ("certificates", _) => Place::Certificate,
        ("languages", _) => Place::Language,
        ("posting", _) => Place::Posting,
        _ => Place::Other,
    }
}

/// Whether the words before a mention deny it or only hope for it.
fn is_denied(tokens: &[Token], start: usize) -> bool {
    let before = tokens.iter().rev().skip_while(|it| it.start >= start).take(4);
    let lists = Lists::get();
    before
        .take_while(|it| it.gap < super::words::Gap::Clause)
        .any(|it| lists.has("negated", &it.fold) && it.fold != "with")
}

/// Whether the words begin with these letters, small words left out or not.
pub(super) fn begins_so(tokens: &[Token], letters: &[char]) -> bool {
    let lists = Lists::get();
    let mut rest = letters.iter();
    let mut wanted = rest.next();
    for (at, token) in tokens.iter().enumerate().take(letters.len() * 2) {
        let Some(letter) = wanted else { return true };
        if at > 0 && token.gap > super::words::Gap::None {
            return false;
        }
        if token.fold.starts_with(*letter) {
            wanted = rest.next();
        } else if at == 0 || !lists.is_small(&token.fold) {
            return false;
        }
    }
    wanted.is_none()
}
