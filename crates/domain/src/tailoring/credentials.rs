//! Licences and certificates: the name of the papers, and only when it was earned.

use super::{
    draft::Draft,
    ground::{Line, Place},
    verdict::{ClaimKind, Verdict},
    words::{Gap, Token},
};
use crate::vocabulary::SkillKind;

/// Words that make what stands beside them a licence.
const MARKS: [&str; 24] = [
    "certified",
    "certificate",
    "certification",
    "certifications",
    "licensed",
    "license",
    "licence",
    "chartered",
    "accredited",
    "registered",
    "zertifiziert",
    "zertifizierter",
    "zertifizierte",
    "zertifikat",
    "certifie",
    "certifiee",
    "certificat",
    "certificado",
    "certificada",
    "admitted",
    "credentialed",
    "lizenz",
    "approbation",
    "habilitation",
];

/// Checks every licence and certificate the text claims.
pub(super) fn check(draft: &mut Draft<'_>) {
    check_known(draft);
    check_marked(draft);
}

/// What the vocabulary knows as a credential.
fn check_known(draft: &mut Draft<'_>) {
    for mention in draft.mentions.clone() {
        if !matches!(mention.skill.kind, SkillKind::Credential | SkillKind::License) {
            continue;
        }
        let span = draft.span(&mention);
        if (span.0..span.1).all(|at| draft.is_settled(at)) {
            continue;
        }
        let held = draft.ground.skills.get(mention.skill.id.as_str());
        let own = held.into_iter().flatten().find(|(_, denied)| !denied).map(|it| it.0);
        let line = own.or_else(|| worded(draft, span));
        let Some(line) = line else {
            let why = "the resume does not have this licence or certificate";
            draft.claim(ClaimKind::Licence, Verdict::Blocked, span, why, certificates(draft));
            continue;
        };
        let evidence = draft.evidence(line);
        if is_partly(draft, line) {
            let why = "the resume has this as not finished";
            draft.claim(ClaimKind::Licence, Verdict::Blocked, span, why, evidence);
        } else {
            draft.claim(
                ClaimKind::Licence,
                Verdict::Verified,
                span,
                "the resume has this",
                evidence,
            );
        }
    }
}

fn certificates(draft: &Draft<'_>) -> Option<super::verdict::Backing> {
    draft.ground.lines.iter().find(|it| it.place == Place::Certificate).map(Line::evidence)
}

/// A line that has all the words of a span.
fn worded(draft: &Draft<'_>, (from, to): (usize, usize)) -> Option<usize> {
    let first = draft.spots_of(from).iter().map(|it| it.line);
    let mut lines = first.filter(|line| {
        (from..to).all(|at| draft.spots_of(at).iter().any(|spot| spot.line == *line))
    });
    lines.next()
}

/// Whether the line says it is not finished and the text keeps quiet about that.
fn is_partly(draft: &Draft<'_>, line: usize) -> bool {
    let open = |tokens: &[Token]| {
        tokens.iter().any(|it| draft.lists.has("unfinished", &it.fold) || it.fold == "part")
    };
    let told = |it: &&Line| it.place != Place::Done;
    draft.ground.lines.get(line).filter(told).is_some_and(|it| open(&it.tokens))
        && !open(&draft.tokens)
}

/// "OSHA-certified", "Master Electrician License", "certified actuary".
fn check_marked(draft: &mut Draft<'_>) {
    for at in 0..draft.tokens.len() {
        if !MARKS.contains(&draft.word(at)) || draft.is_settled(at) {
            continue;
        }
        let said = draft.ground.own().any(|(_, line)| {
            line.place == Place::Certificate
                || line.tokens.iter().any(|it| {
                    draft.tokens.get(at).is_some_and(|word| super::words::alike(it, word))
                })
        });
        if !said {
            let why = "the resume has no such licence or certificate";
            draft.claim(ClaimKind::Licence, Verdict::Blocked, (at, at + 1), why, None);
            continue;
        }
        let beside = beside(draft, at);
        let foreign = beside.iter().copied().find(|it| !in_certificates(draft, *it));
        if let Some(foreign) = foreign {
            let span = (foreign.min(at), foreign.max(at) + 1);
            let why = "the resume has no licence or certificate of this name";
            draft.claim(ClaimKind::Licence, Verdict::Blocked, span, why, certificates(draft));
        } else {
            draft.settle(at, at + 1);
        }
    }
}

/// The words that name what is certified: before the mark, or after "certified" and "licensed".
fn beside(draft: &Draft<'_>, at: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let near = |it: usize| draft.tokens.get(it).map_or(Gap::Sentence, |it| it.gap);
    let mut back = at;
    while back > 0 && near(back) == Gap::None && at - back < 3 {
        back -= 1;
        if !draft.tells(back) {
            break;
        }
        out.push(back);
    }
    let before = matches!(
        draft.word(at),
        "certified" | "licensed" | "chartered" | "registered" | "zertifizierter" | "zertifizierte"
    );
    if out.is_empty() && before {
        let mut next = at + 1;
        while near(next) == Gap::None && next < at + 4 && draft.tells(next) {
            out.push(next);
            next += 1;
        }
    }
    out
}

/// Whether the papers say the word beside a certificate, or as the person's title.
fn in_certificates(draft: &Draft<'_>, at: usize) -> bool {
    draft.spots_of(at).iter().any(|spot| {
        draft.ground.line(*spot).is_some_and(|line| {
            matches!(line.place, Place::Certificate | Place::Title)
                || line.path.starts_with("facts")
                || line.tokens.iter().any(|it| MARKS.contains(&it.fold.as_str()))
        })
    })
}
