//! How to reach the person: e-mail, telephone, addresses on the web, place.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Profile, dates,
    found::{Field, Found},
};
use crate::{
    layout::{Layout, Passage},
    lexicon::{Lexicon, fold},
};

macro_rules! pattern {
    ($name:ident, $text:expr) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($text).ok());
    };
}

pattern!(
    EMAIL,
    r"[\p{L}0-9][\p{L}0-9._%+\-]*@[\p{L}0-9][\p{L}0-9\-]*(?:\.[\p{L}0-9\-]+)*\.\p{L}{2,24}"
);
pattern!(PHONE, r"(?:\+ ?|\(\+?|\b00)?[\dX*][\dXx*\s().\-–‑/]{5,24}[\dXx*]");
pattern!(
    URL,
    r"(?i)(?:https?://|www\.)[^\s|,;<>()]+|\b[a-z0-9][a-z0-9\-]*(?:\.[a-z0-9\-]+)*\.(?:com|org|net|io|dev|me|de|fr|es|it|nl|pl|ru|cn|jp|uk|co|ai|app|tech|info|eu|ch|at|be|se|no|dk|fi|pt|br|mx|ca|us|edu|in|xyz|site|online|design|page|blog|cv|tr|kr|cz|hu|ro|gg|sh|so|to|tv|name|pro|works|studio|art|example|test)\b(?:/[^\s|,;<>()]*)?"
);
pattern!(
    ACCOUNT,
    r"(?i)\b(linkedin|github|gitlab|twitter|facebook|instagram|stack ?overflow|medium|behance|dribbble|xing|bitbucket|kaggle|youtube|telegram|skype|orcid|researchgate|mastodon|quora|whatsapp|wechat|leetcode|codepen|devpost)\s*(?:id|profile|account)?\s*[:/：]+\s*(?:in/)?@?([\p{L}0-9._\-]{2,40})"
);
pattern!(
    PLACE_LABEL,
    r"(?i)^\s*(?:address|location|residence|city(?: of residence)?|current location|based in|lives in|anschrift|adresse|wohnort|ort|ubicación|dirección|localização|endereço|morada|indirizzo|residenza|adres|woonplaats|miejsce zamieszkania|адрес|город|место жительства|проживает|所在地|地址|现居|现居地|居住地|城市|住所|现住所|العنوان|المدينة|الموقع|adresse|adress|bostadsort|ort|konum|şehir|home)\s*[:：]\s*"
);

/// Networks by the host of their addresses.
const NETWORKS: &[(&str, &str)] = &[
    ("linkedin.com", "LinkedIn"),
    ("github.com", "GitHub"),
    ("gitlab.com", "GitLab"),
    ("twitter.com", "Twitter"),
    ("x.com", "X"),
    ("facebook.com", "Facebook"),
    ("fb.com", "Facebook"),
    ("fb.co", "Facebook"),
    ("instagram.com", "Instagram"),
    ("stackoverflow.com", "StackOverflow"),
    ("medium.com", "Medium"),
    ("behance.net", "Behance"),
    ("dribbble.com", "Dribbble"),
    ("xing.com", "Xing"),
    ("bitbucket.org", "Bitbucket"),
    ("kaggle.com", "Kaggle"),
    ("youtube.com", "YouTube"),
    ("t.me", "Telegram"),
    ("orcid.org", "ORCID"),
    ("researchgate.net", "ResearchGate"),
    ("scholar.google.com", "Google Scholar"),
    ("leetcode.com", "LeetCode"),
    ("codepen.io", "CodePen"),
    ("hackerrank.com", "HackerRank"),
    ("quora.com", "Quora"),
    ("devpost.com", "Devpost"),
    ("vk.com", "VK"),
    ("zhihu.com", "Zhihu"),
    ("gitee.com", "Gitee"),
    ("keybase.io", "Keybase"),
    ("stackexchange.com", "StackExchange"),
    ("dev.to", "DEV"),
    ("pinterest.com", "Pinterest"),
    ("tiktok.com", "TikTok"),
    ("reddit.com", "Reddit"),
];

/// Reads the ways to reach the person from `near` (the header, the contact section, margins),
/// then from all lines.
pub(crate) fn read(layout: &Layout, near: &[usize], found: &mut Found) {
    let near_cells = cells(layout, near);
    let all: Vec<usize> = (0..layout.lines.len()).collect();
    email(layout, &near_cells, &cells(layout, &all), found);
    phone(layout, &near_cells, &cells(layout, &all), found);
    web(layout, &near_cells, near, found);
    place(layout, &near_cells, near, found);
}

/// The cells of `lines`.
fn cells(layout: &Layout, lines: &[usize]) -> Vec<Passage> {
    lines
        .iter()
        .filter_map(|&i| layout.lines.get(i))
        .flat_map(|line| line.cells.iter().map(|cell| cell.text.clone()))
        .collect()
}

fn email(layout: &Layout, near: &[Passage], all: &[Passage], found: &mut Found) {
    let Some(pattern) = EMAIL.as_ref() else { return };
    let three = near.windows(3).find_map(|parts| match parts {
        [a, b, c] => wrapped_thrice(pattern, a, b, c),
        _ => None,
    });
    let wrapped = three.or_else(|| {
        near.windows(2).find_map(|pair| match pair {
            [a, b] => wrapped_email(pattern, a, b),
            _ => None,
        })
    });
    let printed = wrapped.or_else(|| {
        near.iter().chain(all).find_map(|cell| cell.find(pattern).map(|at| cell.slice(at)))
    });
    if let Some(text) = printed {
        let text = strip_prefix(text, &["mailto:", "email:"]);
        let value = text.text();
        found.note(layout, "basics.email".into(), &text, 0.985);
        found.resume.basics.email = value;
        return;
    }
    let link =
        layout.links.iter().find(|link| link.target.to_ascii_lowercase().starts_with("mailto:"));
    if let Some(link) = link {
        let target = link.target.get(7..).unwrap_or_default();
        let address = target.split('?').next().unwrap_or_default().trim();
        if pattern.is_match(address) {
            found.note(layout, "basics.email".into(), &link.text, 0.93);
            found.resume.basics.email = address.to_owned();
        }
    }
}

fn strip_prefix(text: Passage, prefixes: &[&str]) -> Passage {
    let folded = fold(&text.text());
    let cut = prefixes.iter().find(|p| folded.starts_with(**p)).map_or(0, |p| p.len());
    text.slice(cut..text.len())
}

/// An address whose first half ends one line and whose second half begins the next.
fn wrapped_email(pattern: &Regex, a: &Passage, b: &Passage) -> Option<Passage> {
    let (first, second) = (a.trim(), b.trim());
    let one_word = |p: &Passage| !p.chars().iter().any(|c| c.is_whitespace());
    if !one_word(&first) || !one_word(&second) || second.is_empty() {
        return None;
    }
    let at = |p: &Passage| p.chars().contains(&'@');
    let whole_first = first.find(pattern).is_some_and(|r| r.len() == first.len());
    let hyphen = matches!(first.chars().last(), Some('-' | '.' | '_' | '+' | '@'));
    let broken = at(&first)
        && !at(&second)
        && (!whole_first || hyphen || matches!(second.chars().first(), Some('.' | '@')))
        || !at(&first) && at(&second) && (hyphen || second.chars().first() == Some(&'@'));
    if !broken {
        return None;
    }
    let mut both = first;
    both.append("", &second);
    let range = both.find(pattern)?;
    (range.len() == both.len()).then_some(both)
}

/// An address torn into three lines.
fn wrapped_thrice(pattern: &Regex, a: &Passage, b: &Passage, c: &Passage) -> Option<Passage> {
    let mut both = a.trim();
    let (b, c) = (b.trim(), c.trim());
    let open = |p: &Passage| matches!(p.chars().last(), Some('-' | '.' | '_' | '@'));
    let plain =
        |p: &Passage| !p.is_empty() && p.len() < 40 && !p.chars().iter().any(|c| c.is_whitespace());
    if !open(&both)
        || !open(&b)
        || ![&both, &b, &c].into_iter().all(plain)
        || !b.chars().iter().chain(both.chars()).any(|c| *c == '@')
    {
        return None;
    }
    both.append("", &b);
    both.append("", &c);
    let range = both.find(pattern)?;
    (range.len() == both.len()).then_some(both)
}

fn phone(layout: &Layout, near: &[Passage], all: &[Passage], found: &mut Found) {
    let best = |cells: &[Passage], need: f32| {
        let hits = cells
            .iter()
            .enumerate()
            .flat_map(|(i, cell)| phones(cell, i.checked_sub(1).and_then(|b| cells.get(b))));
        hits.filter(|hit| hit.sure >= need).fold(None::<Field>, |best, hit| match best {
            Some(best) if best.sure >= hit.sure => Some(best),
            _ => Some(hit),
        })
    };
    let hit = best(near, 0.5).or_else(|| best(all, 0.9));
    if let Some(Field { text, sure }) = hit {
        found.resume.basics.phone = found.put(layout, "basics.phone".into(), &text, sure);
        return;
    }
    if let Some(link) =
        layout.links.iter().find(|link| link.target.to_ascii_lowercase().starts_with("tel:"))
    {
        let number = link.target.get(4..).unwrap_or_default().to_owned();
        if number.chars().filter(char::is_ascii_digit).count() >= 6 {
            found.note(layout, "basics.phone".into(), &link.text, 0.85);
            found.resume.basics.phone = number;
        }
    }
}

fn phones(cell: &Passage, above: Option<&Passage>) -> Vec<Field> {
    let Some(pattern) = PHONE.as_ref() else { return Vec::new() };
    let folded = fold(&cell.text());
    let label = |text: &str| {
        [
            "phone",
            "tel",
            "mobil",
            "cell",
            "handy",
            "mob",
            "fono",
            "телефон",
            "电话",
            "手机",
            "電話",
            "携帯",
            "هاتف",
            "جوال",
            "gsm",
            "puh",
            "연락처",
            "전화",
        ]
        .iter()
        .any(|l| text.contains(l))
    };
    let labelled = label(&folded) || above.is_some_and(|a| a.len() < 20 && label(&fold(&a.text())));
    let urls: Vec<_> = [URL.as_ref(), EMAIL.as_ref()]
        .into_iter()
        .flatten()
        .flat_map(|p| cell.find_all(p))
        .collect();
    let spans = dates::scan(cell.chars());
    let mut out = Vec::new();
    for range in cell.find_all(pattern) {
        let touches =
            |other: &std::ops::Range<usize>| other.start < range.end && range.start < other.end;
        let text = cell.slice(range.clone()).trim();
        let digits = text.chars().iter().filter(|c| c.is_ascii_digit()).count();
        let masks = text.chars().iter().filter(|c| matches!(c, 'x' | 'X' | '*')).count();
        let glued = range
            .start
            .checked_sub(1)
            .and_then(|b| cell.chars().get(b))
            .is_some_and(|c| c.is_alphanumeric())
            || cell.chars().get(range.end).is_some_and(|c| c.is_alphanumeric());
        let signs = text
            .chars()
            .iter()
            .filter(|c| matches!(c, '(' | ')' | '-' | '.' | ' ' | '+' | '–' | '/'))
            .count();
        if urls.iter().any(touches)
            || glued
            || digits + masks < 7
            || digits > 15
            || digits < 4 && !labelled
            || masks > 0 && masks < 2
        {
            continue;
        }
        if spans.iter().any(|span| touches(&span.at)) && !labelled && !text.chars().contains(&'+') {
            continue;
        }
        let plus = text.chars().first() == Some(&'+') || text.chars().first() == Some(&'(');
        let sure = if labelled || plus {
            0.975
        } else if signs >= 2 && digits >= 9 {
            0.95
        } else if digits >= 9 {
            0.85
        } else {
            0.55
        };
        out.push(Field::new(balanced(cell, text, range.start), sure));
    }
    out
}

/// With the bracket that opens right before it.
fn balanced(cell: &Passage, text: Passage, start: usize) -> Passage {
    let closes = text.chars().contains(&')') && !text.chars().contains(&'(');
    match start.checked_sub(1).and_then(|b| cell.chars().get(b)) {
        Some('(') if closes => cell.slice(start - 1..start + text.len()),
        _ => text,
    }
}

/// A web address in its bare form.
fn bare(url: &str) -> String {
    let lower = url.trim().to_lowercase();
    let rest = lower.strip_prefix("https://").or(lower.strip_prefix("http://")).unwrap_or(&lower);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}

fn network(url: &str) -> Option<(&'static str, String)> {
    let bare = bare(url);
    let (host, path) = bare.split_once('/').unwrap_or((&bare, ""));
    let name = NETWORKS
        .iter()
        .find(|(h, _)| host == *h || host.strip_suffix(h).is_some_and(|head| head.ends_with('.')))?
        .1;
    let original = url.trim().trim_end_matches('/');
    let path: Vec<&str> = path.split(['/', '?', '#']).filter(|p| !p.is_empty()).collect();
    let known = ["in", "users", "user", "u", "profile", "pub", "company", "c", "channel", "people"];
    let user = path
        .iter()
        .find(|p| !known.contains(p) && !(p.chars().all(|c| c.is_ascii_digit()) && path.len() > 2))
        .or(path.last())?;
    // As printed, not in lower case.
    let at = original.to_lowercase().find(user).and_then(|at| original.get(at..at + user.len()));
    Some((name, at.unwrap_or(user).trim_start_matches('@').to_owned()))
}

fn web(layout: &Layout, near: &[Passage], near_lines: &[usize], found: &mut Found) {
    let mut own: Vec<(Passage, String)> = Vec::new();
    for (i, cell) in near.iter().enumerate() {
        for (text, value) in addresses(cell, near.get(i + 1)) {
            match network(&value) {
                Some((name, user)) => profile(layout, found, name, user, value, &text, 0.97),
                None => own.push((text, value)),
            }
        }
        accounts(layout, cell, found);
    }
    for link in layout.links.iter().filter(|l| {
        !l.text.is_empty() && l.text.lines().iter().all(|n| near_lines.contains(&(*n as usize)))
    }) {
        let target = link.target.trim();
        if !target.starts_with("http") && !target.starts_with("www.") {
            continue;
        }
        match network(target) {
            Some((name, user)) => {
                profile(layout, found, name, user, target.to_owned(), &link.text, 0.93)
            }
            None if link.text.len() <= 60 => own.push((link.text.clone(), target.to_owned())),
            None => {}
        }
    }
    // The person's own page: printed as an address, else a link with a telling label.
    let maps = |value: &str| {
        ["google.com/maps", "maps.google", "goo.gl/maps", "wa.me", "tel:", "openstreetmap"]
            .iter()
            .any(|m| value.contains(m))
    };
    let told = |text: &Passage| {
        let folded = fold(&text.text());
        ["site", "portfolio", "homepage", "blog", "web", "page"].iter().any(|w| folded.contains(w))
    };
    let printed = |text: &Passage| URL.as_ref().is_some_and(|p| text.find(p).is_some());
    let email_host = found.resume.basics.email.split('@').nth(1).unwrap_or_default().to_lowercase();
    let pick = own
        .iter()
        .find(|(text, value)| printed(text) && !maps(value) && bare(value) != email_host)
        .or_else(|| own.iter().find(|(text, value)| !maps(value) && told(text)))
        .or_else(|| {
            own.iter().find(|(_, value)| {
                bare(value) == email_host && !email_host.is_empty() && value.contains("www")
            })
        });
    if let Some((text, value)) = pick {
        let value = if printed(text) { text.text() } else { value.clone() };
        found.note(layout, "basics.url".into(), text, 0.93);
        found.resume.basics.url = value.trim_end_matches(['.', ',']).to_owned();
    }
}

/// The web addresses printed in a cell; one that ends at a hyphen or slash goes on in the next.
fn addresses(cell: &Passage, next: Option<&Passage>) -> Vec<(Passage, String)> {
    let (Some(url), Some(email)) = (URL.as_ref(), EMAIL.as_ref()) else { return Vec::new() };
    let emails = cell.find_all(email);
    let mut out = Vec::new();
    for range in cell.find_all(url) {
        let in_email = emails.iter().any(|e| e.start < range.end && range.start < e.end)
            || range.start > 0 && cell.chars().get(range.start - 1) == Some(&'@');
        let after_at = cell.chars().get(range.end) == Some(&'@');
        if in_email || after_at {
            continue;
        }
        let mut text = cell.slice(range.clone());
        let ends_cell = range.end == cell.len();
        let open = matches!(text.chars().last(), Some('-' | '_' | '='));
        if let Some(next) = next.filter(|_| ends_cell && open && text.len() > 8)
            && !next.chars().iter().any(|c| c.is_whitespace() || *c == '@' || *c == ':')
            && next.find(url).is_none_or(|r| r.start > 0)
            && next.chars().first().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
        {
            text.append("", next);
        }
        let text = text.trim_matches(|c| matches!(c, '.' | ',' | ')' | ';' | ' '));
        let value = text.text();
        out.push((text, value));
    }
    out
}

/// "GitHub: name".
fn accounts(layout: &Layout, cell: &Passage, found: &mut Found) {
    let Some(pattern) = ACCOUNT.as_ref() else { return };
    let text = cell.text();
    for hit in pattern.captures_iter(&text) {
        let (Some(name), Some(user)) = (hit.get(1), hit.get(2)) else { continue };
        let user_text = user.as_str();
        let is_address = user_text.contains(".com")
            || user_text.contains("http")
            || user_text.starts_with("www");
        let folded = fold(name.as_str()).replace(' ', "");
        let network = NETWORKS.iter().find(|(_, n)| n.to_lowercase() == folded).map(|(_, n)| *n);
        let known = match folded.as_str() {
            "skype" => Some("Skype"),
            "telegram" => Some("Telegram"),
            "whatsapp" | "wechat" => None,
            _ => network,
        };
        if let (Some(known), false) = (known, is_address) {
            let range = crate::layout::char_range(&text, user.range());
            profile(
                layout,
                found,
                known,
                user_text.to_owned(),
                String::new(),
                &cell.slice(range),
                0.9,
            );
        }
    }
}

fn profile(
    layout: &Layout,
    found: &mut Found,
    network: &str,
    username: String,
    url: String,
    text: &Passage,
    sure: f32,
) {
    let profiles = &mut found.resume.basics.profiles;
    if username.is_empty() || profiles.len() >= 12 {
        return;
    }
    if let Some(old) = profiles.iter_mut().find(|p| p.network == network) {
        if old.url.is_empty() {
            old.url = url;
        }
        return;
    }
    let n = profiles.len();
    profiles.push(Profile { network: network.to_owned(), username, url });
    let part = format!("basics.profiles[{n}]");
    found.note(layout, format!("{part}.network"), text, sure);
    found.note(layout, format!("{part}.username"), text, sure);
    if found.resume.basics.profiles.last().is_some_and(|p| !p.url.is_empty()) {
        found.note(layout, format!("{part}.url"), text, sure);
    }
}

/// The pieces of a header cell between the signs that separate them.
fn parts(cell: &Passage) -> Vec<Passage> {
    let chars = cell.chars().to_vec();
    let mut pieces = cell
        .split(|c| matches!(c, '|' | '•' | '·' | '｜' | '⋄' | '◆' | '♦' | '∙' | ';' | '；' | '‖'));
    pieces = pieces
        .into_iter()
        .flat_map(|piece| {
            let text = piece.text();
            let cut = [" - ", " – ", " — ", " / "]
                .iter()
                .find_map(|sign| text.find(sign).map(|at| (at, sign.len())));
            match cut {
                Some((at, len)) => {
                    let a = crate::layout::char_range(&text, 0..at).end;
                    let b = crate::layout::char_range(&text, 0..at + len).end;
                    vec![piece.slice(0..a), piece.slice(b..piece.len())]
                }
                None => vec![piece],
            }
        })
        .collect();
    if chars.is_empty() { Vec::new() } else { pieces }
}

/// A place among other things that only commas separate.
fn place_within(part: &Passage) -> Option<(Passage, f32)> {
    let commas: Vec<usize> = part
        .chars()
        .iter()
        .enumerate()
        .filter(|(_, c)| matches!(c, ',' | '，'))
        .map(|(i, _)| i)
        .collect();
    if commas.len() < 2 {
        return None;
    }
    let mut edges = vec![0];
    edges.extend(commas.iter().map(|at| at + 1));
    edges.push(part.len() + 1);
    let places = &Lexicon::get().places;
    for width in [3usize, 2, 1] {
        for window in edges.windows(width + 1) {
            let (Some(from), Some(to)) = (window.first(), window.last()) else { continue };
            let inner = part.slice(*from..to - 1).trim_separators();
            let text = inner.text();
            let need = if width == 1 { 0.99 } else { 0.85 };
            if places.score(&text) >= need && !text.chars().any(|c| c == '@') {
                return Some((inner, if width == 1 { 0.75 } else { 0.9 }));
            }
        }
    }
    None
}

fn place(layout: &Layout, cells: &[Passage], near: &[usize], found: &mut Found) {
    let lexicon = Lexicon::get();
    let mut best: Option<Field> = None;
    let mut offer = |text: Passage, sure: f32| {
        if best.as_ref().is_none_or(|b| b.sure < sure) {
            best = Some(Field::new(text, sure));
        }
    };
    let mut label_above = false;
    for cell in cells {
        let labelled = PLACE_LABEL.as_ref().and_then(|p| cell.find(p));
        if let Some(range) = &labelled {
            let rest = cell.slice(range.end..cell.len()).trim_separators();
            if !rest.is_empty() && rest.len() < 100 {
                offer(rest.clone(), 0.95 + 0.01 * lexicon.places.score(&rest.text()));
                continue;
            }
        }
        let label = PLACE_LABEL.as_ref().is_some_and(|p| {
            p.is_match(&format!("{}:", cell.text().trim_end_matches([':', '：', ' '])))
        });
        let after_label = std::mem::replace(&mut label_above, label);
        for part in parts(cell) {
            let text = part.trim_separators();
            let words = text.text();
            if words.contains('@')
                || words.is_empty()
                || words.chars().count() > 90
                || super::name::is_title(&words) && lexicon.places.score(&words) < 0.99
            {
                continue;
            }
            let score = lexicon.places.score(&words);
            let digits = words.chars().filter(char::is_ascii_digit).count();
            let phone = digits >= 7 && words.chars().filter(|c| c.is_alphabetic()).count() < 4;
            if after_label && !phone && score > 0.0 {
                offer(text, 0.94);
            } else if score >= 0.99 {
                offer(text, 0.93);
            } else if score >= 0.85 {
                offer(text, 0.88);
            } else if score >= 0.6 && words.matches(',').count() >= 2 {
                offer(text, 0.85);
            } else if let Some((inner, sure)) = place_within(&part) {
                offer(inner, sure);
            } else if score >= 0.3 && digits > 0 && !phone && words.contains(',') {
                offer(text, 0.86);
            }
        }
    }
    let _ = near;
    if let Some(Field { text, sure }) = best {
        found.resume.basics.location =
            found.put(layout, "basics.location".into(), &text, sure.min(0.97));
    }
}
