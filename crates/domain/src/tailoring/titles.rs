//! Titles: a person may call themselves what the papers call them, and not a level more.

use std::ops::Range;

use super::{
    draft::Draft,
    ground::Place,
    trades::same_trade,
    verdict::{ClaimKind, Verdict},
    words::{Gap, Token, alike},
};
use crate::lexicon::Lexicon;

/// Words that are titles and verbs: "Lead a team" is no title.
const VERBS: [&str; 24] = [
    "author",
    "produce",
    "engineer",
    "model",
    "tutor",
    "lead",
    "head",
    "host",
    "cook",
    "coach",
    "guard",
    "partner",
    "chair",
    "staff",
    "master",
    "pilot",
    "mentor",
    "train",
    "sales",
    "support",
    "volunteer",
    "aide",
    "process",
    "director",
];

/// Where a title stands at the beginning of the text.
pub(super) fn opens_with_title(draft: &Draft<'_>) -> bool {
    found(draft).iter().any(|it| it.own && it.span.start <= 5)
}

/// A title in the text.
struct Title {
    span: Range<usize>,
    /// Whether the person claims it for themselves.
    own: bool,
}

/// Checks every title a person gives themselves.
pub(super) fn check(draft: &mut Draft<'_>) {
    for title in found(draft) {
        if !title.own {
            continue;
        }
        let span = (title.span.start, title.span.end);
        let words: Vec<Token> = draft.tokens.get(title.span.clone()).unwrap_or_default().to_vec();
        match holder(draft, &words) {
            Some(line) => {
                let evidence = draft.evidence(line);
                draft.claims.push(super::verdict::Claim {
                    kind: ClaimKind::Title,
                    verdict: Verdict::Verified,
                    words: draft.words(span.0, span.1),
                    reason: "the resume has this title".into(),
                    source: evidence,
                });
                settle_titles(draft, &title.span);
            }
            None => {
                let nearest = draft.ground.lines.iter().find(|it| {
                    it.place == Place::Title && (draft.role.is_none() || it.role == draft.role)
                });
                let evidence = nearest.map(super::ground::Line::evidence);
                let why = "the resume does not have this title";
                draft.claim(ClaimKind::Title, Verdict::Blocked, span, why, evidence);
            }
        }
    }
}

/// The words of a title are dealt with; what stands between them is looked at by others.
fn settle_titles(draft: &mut Draft<'_>, span: &Range<usize>) {
    for at in span.clone() {
        if draft
            .tokens
            .get(at)
            .is_some_and(|it| is_occupation(&it.fold) || draft.lists.has("level", &it.fold))
        {
            draft.settle(at, at + 1);
        }
    }
}

fn is_occupation(word: &str) -> bool {
    Lexicon::get()
        .titles
        .find(word)
        .iter()
        .any(|it| it.end == word.len() && (it.start == 0 || it.len() > 4))
}

/// Every title in the text, with the level words beside it.
fn found(draft: &Draft<'_>) -> Vec<Title> {
    let mut out: Vec<Title> = Vec::new();
    for (from, to) in draft.parts(Gap::Comma) {
        let mut at = from;
        while at < to {
            let word = draft.word(at).to_owned();
            if !(is_occupation(&word) || is_level_noun(draft, at)) || is_verb(draft, at, from) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while end < to && (is_occupation(draft.word(end)) || follows_title(draft, end)) {
                end += 1;
            }
            let start = start_of(draft, at, from);
            let own = is_own(draft, start, end, from);
            out.push(Title { span: start..end, own });
            at = end;
        }
    }
    out
}

/// "of" and a subject after "head", "director": part of the title.
fn follows_title(draft: &Draft<'_>, at: usize) -> bool {
    let link = matches!(draft.word(at), "of" | "de" | "des" | "der");
    let before = draft.before(at, 1);
    let leads = draft.lists.has("level", before);
    link && leads && draft.is_content(at + 1)
        || matches!(draft.before(at, 1), "of" | "de")
            && draft.lists.has("level", draft.before(at, 2))
            && draft.is_content(at)
        || draft.lists.has("level", draft.word(at))
            && at > 0
            && is_occupation(draft.before(at, 1))
            && !is_common_level(draft.word(at))
        || matches!(draft.word(at), "officer" | "comercial" | "comptable")
}

fn is_common_level(word: &str) -> bool {
    matches!(
        word,
        "expert"
            | "certified"
            | "global"
            | "general"
            | "regional"
            | "area"
            | "lead"
            | "head"
            | "master"
    )
}

/// "Tech lead", "department head", and compounds with a level.
fn is_level_noun(draft: &Draft<'_>, at: usize) -> bool {
    let word = draft.word(at);
    draft.lists.has("level", word)
        && !is_common_level(word)
        && !matches!(
            word,
            "senior"
                | "sr"
                | "junior"
                | "jr"
                | "vice"
                | "deputy"
                | "assistant"
                | "fellow"
                | "responsable"
                | "staff"
        )
        || word.contains("teacher") && word.len() > 7
}

/// Whether a word that can be a verb is one here.
fn is_verb(draft: &Draft<'_>, at: usize, from: usize) -> bool {
    let word = draft.word(at);
    if !VERBS.contains(&word) {
        return false;
    }
    let next = draft.word(at + 1);
    let has_object = draft.lists.is_small(next)
        && !matches!(next, "of" | "at" | "for" | "in" | "on" | "with" | "de")
        || draft.tokens.get(at + 1).is_some_and(Token::is_number);
    let alone = !is_occupation(next) && at == from;
    at == from && (has_object || alone) || matches!(draft.before(at, 1), "to" | "and" | "i" | "we")
}

/// The title with what describes it, back to a verb, a small word or a number.
fn start_of(draft: &Draft<'_>, at: usize, from: usize) -> usize {
    let mut start = at;
    while start > from && at - start < 5 {
        let before = start - 1;
        let Some(token) = draft.tokens.get(before) else { break };
        let certified = token.fold.starts_with("certif") || token.fold == "licensed";
        let counted =
            draft.quantities.iter().any(|it| (it.tokens.0..it.tokens.1).contains(&before));
        if certified
            || counted
            || draft.lists.is_small(&token.fold)
            || token.is_number()
            || draft.lists.kind("rank", &token.fold).is_some()
                && !draft.lists.has("level", &token.fold)
        {
            break;
        }
        start = before;
    }
    start
}

/// Whether the person claims the title: it opens the text or follows "as".
fn is_own(draft: &Draft<'_>, start: usize, end: usize, part: usize) -> bool {
    let (one, two) = (draft.before(start, 1), draft.before(start, 2));
    let article = matches!(one, "a" | "an" | "the" | "der" | "die" | "ein" | "eine" | "un" | "une");
    let led = draft.lists.has("as.words", one)
        || article
            && (draft.lists.has("as.words", two) || matches!(two, "am" | "bin" | "suis" | "soy"))
        || matches!((two, one), ("to", _) if draft.before(start, 3) == "promoted")
        || one == "to" && two == "promoted";
    let counted = start > 0
        && draft.quantities.iter().any(|it| (it.tokens.0..it.tokens.1).contains(&(start - 1)));
    if counted {
        return false;
    }
    let opening = start == part
        && draft.tokens.get(part).is_some_and(|it| it.gap == Gap::Sentence || is_headline(draft));
    let marked =
        start > 0 && (1..=3).contains(&start) && (one.starts_with("certif") || one == "licensed");
    let opens =
        (opening || marked || article && start == 1) && !begins_with_verb(draft, start, end);
    let employed =
        matches!(draft.word(end), "at" | "bei" | "chez") && draft.role.is_some() && start <= 3;
    led || opens || employed && !begins_with_verb(draft, start, end)
}

/// A short text without a verb.
fn is_headline(draft: &Draft<'_>) -> bool {
    draft.tokens.len() <= 10
        && (0..draft.tokens.len()).all(|at| draft.lists.kind("rank", draft.word(at)).is_none())
}

/// "Trained nurses", "Drafting engineers": a form of a verb before the title makes it an object.
fn begins_with_verb(draft: &Draft<'_>, start: usize, end: usize) -> bool {
    if end - start < 2 {
        return false;
    }
    let first = draft.word(start);
    let known = matches!(
        first,
        "licensed"
            | "certified"
            | "registered"
            | "experienced"
            | "skilled"
            | "dedicated"
            | "chartered"
            | "motivated"
            | "qualified"
            | "driven"
            | "committed"
            | "accomplished"
            | "managing"
            | "acting"
            | "nursing"
            | "marketing"
            | "accounting"
            | "engineering"
            | "consulting"
            | "teaching"
    );
    let verbal = first.ends_with("ed")
        || first.ends_with("ing")
        || matches!(
            first,
            "taught" | "led" | "built" | "wrote" | "met" | "ran" | "precept" | "sold"
        );
    let joined = draft.tokens.get(start + 1).is_some_and(|it| it.joined);
    verbal && !known && !joined
}

/// The line of the papers that has this title: its noun and every level word.
fn holder(draft: &Draft<'_>, words: &[Token]) -> Option<usize> {
    let is_level = |it: &&Token| draft.lists.has("level", &it.fold) || is_leader(&it.fold);
    let levels: Vec<&Token> = words.iter().filter(is_level).collect();
    // "Head of mathematics" is head of nothing else.
    let linked = words.iter().any(|it| matches!(it.fold.as_str(), "of" | "de" | "des" | "der"));
    let telling: Vec<&Token> = if linked {
        words.iter().filter(|it| !draft.lists.is_small(&it.fold)).collect()
    } else {
        Vec::new()
    };
    let nouns: Vec<&Token> = words
        .iter()
        .filter(|it| is_occupation(&it.fold) && !draft.lists.has("level", &it.fold))
        .collect();
    let head = nouns.last().or(levels.last()).copied()?;
    let has = |line: &super::ground::Line, word: &Token| {
        line.tokens.iter().any(|it| alike(it, word) || same_trade(it, word))
    };
    draft
        .ground
        .own()
        .filter(|(_, line)| match line.place {
            Place::Title => draft.role.is_none() || line.role.is_none() || line.role == draft.role,
            Place::About | Place::Certificate | Place::Education => true,
            // Text without structure: its first words may be a title.
            Place::Other => line.path.starts_with("text") || line.path.starts_with("facts"),
            _ => line.path.starts_with("facts"),
        })
        .find(|(_, line)| {
            has(line, head)
                && levels.iter().all(|level| has(line, level) || is_equal_level(level, line))
                && telling.iter().all(|it| has(line, it) || is_elsewhere_titled(draft, it))
        })
        .map(|it| it.0)
}

/// "Sr" is "senior".
fn is_equal_level(level: &Token, line: &super::ground::Line) -> bool {
    let other = match level.fold.as_str() {
        "sr" => "senior",
        "senior" => "sr",
        "jr" => "junior",
        "junior" => "jr",
        "vp" => "president",
        _ => return false,
    };
    line.tokens.iter().any(|it| it.fold == other)
}

/// German compounds of those in charge: "Vertriebsleiter".
fn is_leader(word: &str) -> bool {
    word.len() > 8
        && ["leiter", "leiterin", "direktor", "direktorin"].iter().any(|it| word.ends_with(it))
}

/// A word of a title that says where, and that the papers have as a place or employer.
fn is_elsewhere_titled(draft: &Draft<'_>, word: &Token) -> bool {
    draft.ground.exact(&word.fold).iter().any(|spot| {
        draft
            .ground
            .line(*spot)
            .is_some_and(|it| it.place == Place::Name || it.path.ends_with("location"))
    })
}
