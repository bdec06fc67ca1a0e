//! The sections of a resume in the order they are printed. What is empty is not there.

use domain::{
    PartialDate,
    date::EndDate,
    resumes::{
        Award, Certificate, Education, Interest, Language, Project, Publication, Reference, Resume,
        Skill, Volunteer, Work,
    },
};

use super::{
    sheet::{Block, Entry, Pair, Section, Text},
    text::{all as texts, clean, lines},
    words::Words,
};

/// Every section that has something to say.
pub(super) fn all(resume: &Resume, words: &Words) -> Vec<Section> {
    let r = resume;
    let own = r.sections.iter();
    let own = own.map(|one| section("own", clean(&one.title), bullets(&one.items)));
    let known = [
        (
            "summary",
            lines(&r.basics.summary).into_iter().map(|text| Block::Prose { text }).collect(),
        ),
        ("work", entries(&r.work, |one| work(one, words))),
        ("education", entries(&r.education, |one| education(one, words))),
        ("certificates", entries(&r.certificates, |one| certificate(one, words))),
        ("skills", skills(&r.skills)),
        ("projects", entries(&r.projects, |one| project(one, words))),
        ("languages", in_one_line(r.languages.iter().map(language))),
        ("volunteer", entries(&r.volunteer, |one| volunteer(one, words))),
        ("publications", entries(&r.publications, |one| publication(one, words))),
        ("awards", entries(&r.awards, |one| award(one, words))),
        ("interests", in_one_line(r.interests.iter().map(interest))),
        ("references", entries(&r.references, reference)),
    ];
    let known = known.map(|(kind, body)| section(kind, words.section(kind), body));
    let (first, last) = (known.into_iter(), own);
    let mut all: Vec<_> = first.chain(last).filter(|section| !section.body.is_empty()).collect();
    // References close a resume, also behind sections of one's own.
    all.sort_by_key(|section| section.kind == "references");
    all
}

fn section(kind: &'static str, title: String, body: Vec<Block>) -> Section {
    Section { kind, title, lines: body.iter().map(Block::lines).sum(), body }
}

fn entries<T>(all: &[T], entry: impl Fn(&T) -> Entry) -> Vec<Block> {
    all.iter().map(entry).filter_map(Entry::finish).map(Block::Entry).collect()
}

fn bullets(items: &[String]) -> Vec<Block> {
    let items = texts(items);
    if items.is_empty() { Vec::new() } else { vec![Block::Bullets { items }] }
}

impl Block {
    /// About how many lines it takes: never fewer than it has paragraphs.
    fn lines(&self) -> usize {
        let lines = |text: &String| 1 + text.chars().count() / 80;
        match self {
            Self::Entry(entry) => {
                let asides = entry.aside.iter().map(|one| lines(&one.text)).sum::<usize>();
                let pairs = entry.pairs.iter().map(|pair| lines(&pair.text)).sum::<usize>();
                let texts = entry.prose.iter().chain(&entry.bullets).map(lines).sum::<usize>();
                lines(&entry.title.text) + asides + pairs + texts
            }
            Self::Pair(pair) => lines(&pair.label) + pair.text.chars().count() / 80,
            Self::Prose { text } => lines(text),
            Self::Bullets { items } => items.iter().map(lines).sum(),
        }
    }
}

impl Entry {
    /// Drops what is empty; an entry without a title takes the next best; without anything it goes.
    fn finish(mut self) -> Option<Self> {
        self.aside.retain(|text| !text.text.is_empty());
        self.pairs.retain(|pair| !pair.text.is_empty());
        if self.title.text.is_empty() && !self.aside.is_empty() {
            self.title = self.aside.remove(0);
        }
        let says = !self.title.text.is_empty()
            || !self.dates.is_empty()
            || !self.prose.is_empty()
            || !self.bullets.is_empty()
            || !self.pairs.is_empty();
        says.then_some(self)
    }
}

fn work(one: &Work, words: &Words) -> Entry {
    Entry {
        title: Text::plain(&one.position),
        aside: vec![Text::plain(&one.name), Text::plain(&one.location), Text::web(&one.url)],
        dates: words.span(one.start_date, one.end_date),
        prose: lines(&one.summary),
        bullets: texts(&one.highlights),
        pairs: Vec::new(),
    }
}

fn volunteer(one: &Volunteer, words: &Words) -> Entry {
    Entry {
        title: Text::plain(&one.position),
        aside: vec![Text::plain(&one.organization), Text::plain(&one.location)],
        dates: words.span(one.start_date, one.end_date),
        prose: lines(&one.summary),
        bullets: texts(&one.highlights),
        pairs: Vec::new(),
    }
}

fn education(one: &Education, words: &Words) -> Entry {
    let degree = texts([&one.study_type, &one.area]).join(", ");
    let score = clean(&one.score);
    // A bare number needs to be told apart from a year; "GPA 3.8" or "magna cum laude" does not.
    let is_number = !score.is_empty() && !score.chars().any(char::is_alphabetic);
    let score = if is_number { format!("{}: {score}", words.grade) } else { score };
    Entry {
        title: Text::plain(&degree),
        aside: vec![Text::plain(&one.institution), Text::plain(&one.location), Text::plain(&score)],
        dates: words.span(one.start_date, one.end_date),
        prose: Vec::new(),
        bullets: texts(&one.highlights),
        pairs: vec![Pair { label: words.courses.clone(), text: listed(texts(&one.courses)) }],
    }
}

fn project(one: &Project, words: &Words) -> Entry {
    Entry {
        title: Text::plain(&one.name),
        aside: vec![Text::plain(&one.entity), Text::web(&one.url)],
        dates: words.span(one.start_date, one.end_date),
        prose: lines(&one.description),
        bullets: texts(&one.highlights),
        pairs: vec![Pair { label: words.tools.clone(), text: listed(texts(&one.keywords)) }],
    }
}

fn certificate(one: &Certificate, words: &Words) -> Entry {
    Entry {
        title: Text::plain(&one.name),
        aside: vec![Text::plain(&one.issuer), Text::web(&one.url)],
        dates: on(one.date, words),
        ..Entry::default()
    }
}

fn award(one: &Award, words: &Words) -> Entry {
    Entry {
        title: Text::plain(&one.title),
        aside: vec![Text::plain(&one.awarder)],
        dates: on(one.date, words),
        prose: lines(&one.summary),
        ..Entry::default()
    }
}

fn publication(one: &Publication, words: &Words) -> Entry {
    Entry {
        title: Text::plain(&one.name),
        aside: vec![Text::plain(&one.publisher), Text::web(&one.url)],
        dates: on(one.release_date, words),
        prose: lines(&one.summary),
        ..Entry::default()
    }
}

fn reference(one: &Reference) -> Entry {
    Entry { title: Text::plain(&one.name), prose: lines(&one.reference), ..Entry::default() }
}

fn on(date: Option<PartialDate>, words: &Words) -> String {
    words.span(None, date.map(EndDate::on))
}

/// Groups on lines of their own; skills that stand alone share one.
fn skills(all: &[Skill]) -> Vec<Block> {
    let (groups, alone): (Vec<_>, Vec<_>) =
        all.iter().partition(|skill| !skill.keywords.is_empty());
    let alone = alone.into_iter().map(|skill| with_detail(&skill.name, &skill.level));
    let groups = groups.into_iter().map(|skill| {
        let label = with_detail(&skill.name, &skill.level);
        let text = listed(texts(&skill.keywords));
        if label.is_empty() { Block::Prose { text } } else { Block::Pair(Pair { label, text }) }
    });
    in_one_line(alone).into_iter().chain(groups).collect()
}

fn language(one: &Language) -> String {
    with_detail(&one.language, &one.fluency)
}

fn interest(one: &Interest) -> String {
    with_detail(&one.name, &listed(texts(&one.keywords)))
}

/// "Spanish (fluent)".
fn with_detail(name: &str, detail: &str) -> String {
    match (clean(name), clean(detail)) {
        (name, detail) if detail.is_empty() => name,
        (name, detail) if name.is_empty() => detail,
        (name, detail) => format!("{name} ({detail})"),
    }
}

fn in_one_line(items: impl Iterator<Item = String>) -> Vec<Block> {
    let items = texts(items);
    if items.is_empty() { Vec::new() } else { vec![Block::Prose { text: listed(items) }] }
}

/// "a, b, c", or "a; b, c; d" where an item has commas of its own.
fn listed(items: Vec<String>) -> String {
    let separator = if items.iter().any(|item| item.contains(',')) { "; " } else { ", " };
    items.join(separator)
}
