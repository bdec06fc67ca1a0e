//! One address for the many that lead to the same posting.

/// Parameters that only say where a click came from.
const TRACKING: [&str; 34] = [
    "ref",
    "refid",
    "referer",
    "referrer",
    "source",
    "src",
    "trk",
    "trkinfo",
    "trackingid",
    "trackingtag",
    "gclid",
    "fbclid",
    "msclkid",
    "yclid",
    "dclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "gh_src",
    "from",
    "fromage",
    "tk",
    "sid",
    "session",
    "sessionid",
    "campaign",
    "cmp",
    "origin",
    "position",
    "pagenum",
    "ebp",
    "recommended",
    "searchid",
    "rcm",
];
/// Beginnings of more of them.
const TRACKING_STARTS: [&str; 7] = ["utm_", "lever-", "hsa_", "_hs", "pk_", "mkt_", "iis"];

/// The parts of an address.
struct Parts<'a> {
    host: String,
    path: Vec<&'a str>,
    query: Vec<(String, &'a str)>,
    fragment: &'a str,
}

/// What stays the same of an address however one came to it: `greenhouse:4021337`, or host and
/// path without what only tracks; empty where there is no address.
pub fn canonical(url: &str) -> String {
    let Some(parts) = parts(url.trim()) else { return String::new() };
    numbered(&parts).unwrap_or_else(|| plain(&parts))
}

fn parts(url: &str) -> Option<Parts<'_>> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.rsplit('@').next().unwrap_or(host).to_lowercase();
    let host = host.split(':').next().unwrap_or_default().trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host).to_owned();
    let query = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (key.to_lowercase(), value))
        .collect();
    let path = path.split('/').filter(|step| !step.is_empty()).collect();
    host.contains('.').then_some(Parts { host, path, query, fragment })
}

/// The posting's own number, where its system is known to have one.
fn numbered(parts: &Parts<'_>) -> Option<String> {
    let asked = |key: &str| {
        let found = parts.query.iter().find(|(name, value)| name == key && !value.is_empty());
        found.map(|(_, value)| *value)
    };
    // Careers pages that embed another system's posting carry its number along.
    for (key, system) in [("gh_jid", "greenhouse"), ("ashby_jid", "ashby"), ("lever_jid", "lever")]
    {
        if let Some(id) = asked(key) {
            return Some(format!("{system}:{}", id.to_lowercase()));
        }
    }
    let at = |host: &str| parts.host == host || parts.host.ends_with(&format!(".{host}"));
    let after = |step: &str| {
        let found = parts.path.iter().position(|it| it.eq_ignore_ascii_case(step))?;
        parts.path.get(found + 1).copied()
    };
    let tenant = parts.host.split('.').next().unwrap_or_default();
    let number = if at("greenhouse.io") {
        ("greenhouse", after("jobs").or_else(|| asked("token"))?.to_owned())
    } else if at("lever.co") {
        ("lever", (*parts.path.iter().find(|step| step.len() == 36)?).to_owned())
    } else if at("ashbyhq.com") {
        ("ashby", (*parts.path.iter().find(|step| step.len() == 36)?).to_owned())
    } else if at("workable.com") {
        ("workable", after("j").or_else(|| after("view"))?.to_owned())
    } else if at("smartrecruiters.com") {
        ("smartrecruiters", leading_digits(parts.path.get(1)?)?)
    } else if at("personio.de") || at("personio.com") {
        ("personio", format!("{tenant}/{}", after("job")?))
    } else if at("myworkdayjobs.com") {
        let step = after("job").and(parts.path.iter().rev().find(|it| **it != "apply"))?;
        ("workday", format!("{tenant}/{}", step.rsplit_once('_')?.1))
    } else if at("bamboohr.com") {
        ("bamboohr", format!("{tenant}/{}", after("careers").or_else(|| asked("id"))?))
    } else if at("linkedin.com") {
        let shown = after("view").and_then(trailing_digits);
        ("linkedin", shown.or_else(|| asked("currentjobid").map(str::to_owned))?)
    } else if parts.host.starts_with("indeed.") || parts.host.contains(".indeed.") {
        ("indeed", asked("jk").or_else(|| asked("vjk"))?.to_owned())
    } else if parts.host.contains("glassdoor.") {
        ("glassdoor", asked("jl").or_else(|| asked("joblistingid"))?.to_owned())
    } else {
        return None;
    };
    Some(format!("{}:{}", number.0, number.1.to_lowercase()))
}

/// "744000012345-nurse" begins with a number.
fn leading_digits(step: &str) -> Option<String> {
    let digits: String = step.chars().take_while(char::is_ascii_digit).collect();
    (digits.len() >= 6).then_some(digits)
}

/// "nurse-at-st-elsewhere-4021337" ends with one.
fn trailing_digits(step: &str) -> Option<String> {
    let digits = step.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    (digits.len() >= 6).then(|| digits.to_owned())
}

/// Host and path, with the parameters that choose a page, in order.
fn plain(parts: &Parts<'_>) -> String {
    let mut path = parts.path.clone();
    let ends = ["index.html", "index.htm", "index.php", "apply", "application"];
    if path.last().is_some_and(|last| ends.contains(last)) {
        path.pop();
    }
    let tracks = |key: &str| {
        TRACKING.contains(&key) || TRACKING_STARTS.iter().any(|start| key.starts_with(start))
    };
    let mut query: Vec<String> = parts
        .query
        .iter()
        .filter(|(key, _)| !tracks(key))
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    query.sort_unstable();
    let mut all = format!("{}/{}", parts.host, path.join("/"));
    if !query.is_empty() {
        all = format!("{all}?{}", query.join("&"));
    }
    // Some pages keep the posting behind the "#": "#/job/17".
    if parts.fragment.starts_with(['/', '!']) {
        all = format!("{all}#{}", parts.fragment);
    }
    all.trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_posting_has_one_address() {
        for (one, other) in [
            ("https://www.example.org/jobs/17/?utm_source=x&ref=y", "http://example.org/jobs/17"),
            (
                "https://example.org/jobs?id=17&lang=en",
                "https://example.org/jobs?lang=en&id=17#top",
            ),
            (
                "https://boards.greenhouse.io/acme/jobs/4021337?gh_src=abc",
                "https://acme.example/careers/nurse?gh_jid=4021337",
            ),
            (
                "https://job-boards.eu.greenhouse.io/acme/jobs/4021337",
                "https://boards.greenhouse.io/acme/jobs/4021337#app",
            ),
            (
                "https://jobs.lever.co/acme/0f0a2f6e-1111-4222-8333-abcdefabcdef/apply?lever-source=x",
                "https://jobs.lever.co/acme/0F0A2F6E-1111-4222-8333-ABCDEFABCDEF",
            ),
            (
                "https://www.linkedin.com/jobs/view/nurse-at-acme-3901234567?trk=public",
                "https://www.linkedin.com/jobs/search/?currentJobId=3901234567&keywords=nurse",
            ),
            (
                "https://de.indeed.com/viewjob?jk=ab12cd34ef56&from=serp",
                "https://de.indeed.com/jobs?q=nurse&vjk=ab12cd34ef56",
            ),
            (
                "https://acme.wd3.myworkdayjobs.com/en-US/Jobs/job/Berlin/Nurse_JR-0017/apply",
                "https://acme.wd3.myworkdayjobs.com/Jobs/job/Berlin-Mitte/Nurse_JR-0017",
            ),
        ] {
            assert_eq!(canonical(one), canonical(other));
            assert!(!canonical(one).is_empty());
        }
    }

    #[test]
    fn other_postings_have_other_addresses() {
        for (one, other) in [
            ("https://example.org/jobs/17", "https://example.org/jobs/18"),
            ("https://example.org/jobs?id=17", "https://example.org/jobs?id=18"),
            ("https://a.jobs.personio.de/job/17", "https://b.jobs.personio.de/job/17"),
            ("https://example.org/#/job/17", "https://example.org/#/job/18"),
        ] {
            assert_ne!(canonical(one), canonical(other));
        }
        assert_eq!(canonical(""), "");
        assert_eq!(canonical("no address"), "");
    }
}
