//! Which public interface answers for a posting's page on the boards of applicant systems.

use url::Host;

use crate::Address;

/// A question to one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Where.
    pub address: Address,
    /// The body of a POST; a GET without one.
    pub question: Option<String>,
    /// Which of many postings in the answer is meant, by the id or slug in its own address; empty
    /// for all.
    pub wanted: String,
}

impl Ask {
    /// A plain page.
    pub const fn page(address: Address) -> Self {
        Self { address, question: None, wanted: String::new() }
    }
}

/// The questions to ask for what stands at `address`, the best first; the page itself is the last.
pub fn asks(address: &Address) -> Vec<Ask> {
    let host = match address.host() {
        Some(Host::Domain(name)) => name.trim_end_matches('.').to_ascii_lowercase(),
        Some(Host::Ipv4(_) | Host::Ipv6(_)) | None => String::new(),
    };
    let segments: Vec<&str> = address
        .url()
        .path_segments()
        .into_iter()
        .flatten()
        .filter(|segment| !segment.is_empty())
        .collect();
    let page = Page { host: &host, path: &segments, address };
    let better = SYSTEMS.iter().find_map(|system| system(&page));
    better.into_iter().chain([Ask::page(address.clone())]).collect()
}

/// The address of a page in its parts.
struct Page<'a> {
    host: &'a str,
    path: &'a [&'a str],
    address: &'a Address,
}

type System = fn(&Page<'_>) -> Option<Ask>;

const SYSTEMS: [System; 12] = [
    greenhouse,
    lever,
    ashby,
    workable,
    smart_recruiters,
    recruitee,
    personio,
    workday,
    bamboo,
    pinpoint,
    rippling,
    oracle,
];

/// A question made of an address whose parts have been checked; `wanted` picks from the answer.
fn ask(text: &str, wanted: &str) -> Option<Ask> {
    let address = Address::parse(text).ok()?;
    Some(Ask { address, question: None, wanted: wanted.to_owned() })
}

/// Whether a name or number from one address may be put into another.
fn is_name(segment: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    (1..=100).contains(&segment.len()) && segment.chars().all(plain) && !segment.starts_with('.')
}

impl Page<'_> {
    /// The piece of the path at `index`, if it is a plain name.
    fn name(&self, index: usize) -> Option<&str> {
        self.path.get(index).copied().filter(|segment| is_name(segment))
    }

    /// The customer of a system whose customers have hosts of their own: `acme` of
    /// `acme.recruitee.com`.
    fn tenant(&self, system: &str) -> Option<&str> {
        let name = self.host.strip_suffix(system)?.strip_suffix('.')?;
        (is_name(name) && !name.contains('.') && name != "www").then_some(name)
    }

    /// The piece of the path after the piece `name`.
    fn after(&self, name: &str) -> Option<&str> {
        let at = self.path.iter().position(|segment| *segment == name)?;
        self.name(at + 1)
    }

    /// A value of the address's query.
    fn query(&self, key: &str) -> Option<String> {
        let mut pairs = self.address.url().query_pairs();
        pairs.find(|(name, _)| name == key).map(|(_, value)| value.into_owned())
    }
}

fn greenhouse(page: &Page<'_>) -> Option<Ask> {
    let boards = ["boards", "job-boards", "boards.eu", "job-boards.eu"];
    let here = page.host.strip_suffix(".greenhouse.io")?;
    if !boards.contains(&here) {
        return None;
    }
    let (board, id) = match page.name(0)? {
        "embed" => (page.query("for")?, page.query("token")),
        board => (board.to_owned(), page.after("jobs").map(str::to_owned)),
    };
    if !is_name(&board) || id.as_deref().is_some_and(|id| !is_name(id)) {
        return None;
    }
    let base = format!("https://boards-api.greenhouse.io/v1/boards/{board}/jobs");
    match id {
        Some(id) => ask(&format!("{base}/{id}?questions=true&pay_transparency=true"), ""),
        None => ask(&format!("{base}?content=true"), ""),
    }
}

fn lever(page: &Page<'_>) -> Option<Ask> {
    let api = match page.host {
        "jobs.lever.co" => "api.lever.co",
        "jobs.eu.lever.co" => "api.eu.lever.co",
        _ => return None,
    };
    let company = page.name(0)?;
    match page.name(1) {
        Some(id) => ask(&format!("https://{api}/v0/postings/{company}/{id}?mode=json"), ""),
        None => ask(&format!("https://{api}/v0/postings/{company}?mode=json"), ""),
    }
}

fn ashby(page: &Page<'_>) -> Option<Ask> {
    let company = page.name(0).filter(|_| page.host == "jobs.ashbyhq.com")?;
    let base = "https://api.ashbyhq.com/posting-api/job-board";
    ask(&format!("{base}/{company}?includeCompensation=true"), page.name(1).unwrap_or_default())
}

fn workable(page: &Page<'_>) -> Option<Ask> {
    let company = page.name(0).filter(|_| page.host == "apply.workable.com")?;
    let base = "https://apply.workable.com/api/v1/widget/accounts";
    (company != "api").then_some(())?;
    ask(&format!("{base}/{company}?details=true"), page.after("j").unwrap_or_default())
}

fn smart_recruiters(page: &Page<'_>) -> Option<Ask> {
    let hosts = ["jobs.smartrecruiters.com", "careers.smartrecruiters.com"];
    let company = page.name(0).filter(|_| hosts.contains(&page.host))?;
    let base = format!("https://api.smartrecruiters.com/v1/companies/{company}/postings");
    match page.name(1) {
        // "744000012-nurse": the number is the id.
        Some(posting) => ask(&format!("{base}/{}", posting.split('-').next()?), ""),
        None => ask(&format!("{base}?limit=100"), ""),
    }
}

fn recruitee(page: &Page<'_>) -> Option<Ask> {
    let company = page.tenant("recruitee.com")?;
    let wanted = page.after("o").unwrap_or_default();
    ask(&format!("https://{company}.recruitee.com/api/offers/"), wanted)
}

fn personio(page: &Page<'_>) -> Option<Ask> {
    let hosts = ["jobs.personio.de", "jobs.personio.com"];
    let (company, host) = hosts.iter().find_map(|host| Some((page.tenant(host)?, host)))?;
    let language = page.query("language").filter(|it| it.len() == 2 && is_name(it));
    let language = language.map(|it| format!("?language={it}")).unwrap_or_default();
    let wanted = page.after("job").unwrap_or_default();
    ask(&format!("https://{company}.{host}/xml{language}"), wanted)
}

/// `acme.wd5.myworkdayjobs.com/en-US/Careers/job/Graz/Nurse_R1`.
fn workday(page: &Page<'_>) -> Option<Ask> {
    let tenant = page.host.strip_suffix(".myworkdayjobs.com")?.split('.').next()?;
    let is_locale = |part: &&str| part.len() == 5 && part.as_bytes().get(2) == Some(&b'-');
    let from = usize::from(page.path.first().is_some_and(is_locale));
    let site = page.name(from).filter(|_| is_name(tenant))?;
    let base = format!("https://{}/wday/cxs/{tenant}/{site}", page.host);
    let at = page.path.iter().position(|segment| matches!(*segment, "job" | "details"));
    let Some(at) = at else {
        let question = r#"{"limit":20,"offset":0,"searchText":"","appliedFacets":{}}"#;
        let all = ask(&format!("{base}/jobs"), "")?;
        return Some(Ask { question: Some(question.to_owned()), ..all });
    };
    let path = page.path.get(at + 1..)?;
    let plain = !path.is_empty() && path.iter().all(|part| is_path_piece(part));
    plain.then(|| ask(&format!("{base}/job/{}", path.join("/")), "")).flatten()
}

/// Workday puts places with accents and commas into its paths.
fn is_path_piece(part: &str) -> bool {
    let plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '%' | ',' | '(' | ')');
    (1..=200).contains(&part.len()) && part.chars().all(plain) && !part.starts_with('.')
}

fn bamboo(page: &Page<'_>) -> Option<Ask> {
    let company = page.tenant("bamboohr.com")?;
    let id = page.after("careers").or_else(|| page.after("jobs"));
    let id = id.filter(|id| id.chars().all(|c| c.is_ascii_digit()));
    match id {
        Some(id) => ask(&format!("https://{company}.bamboohr.com/careers/{id}/detail"), ""),
        None => ask(&format!("https://{company}.bamboohr.com/careers/list"), ""),
    }
}

fn pinpoint(page: &Page<'_>) -> Option<Ask> {
    let company = page.tenant("pinpointhq.com")?;
    let wanted = page.after("postings").unwrap_or_default();
    ask(&format!("https://{company}.pinpointhq.com/postings.json"), wanted)
}

fn rippling(page: &Page<'_>) -> Option<Ask> {
    let company = page.name(0).filter(|_| page.host == "ats.rippling.com")?;
    let base = format!("https://api.rippling.com/platform/api/ats/v1/board/{company}/jobs");
    match page.after("jobs") {
        Some(id) => ask(&format!("{base}/{id}"), ""),
        None => ask(&base, ""),
    }
}

/// `….oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/123`.
fn oracle(page: &Page<'_>) -> Option<Ask> {
    page.host.ends_with(".oraclecloud.com").then_some(())?;
    let (site, id) = (page.after("sites")?, page.after("job")?);
    let base = format!("https://{}/hcmRestApi/resources/latest", page.host);
    let finder = format!("ById;Id=%22{id}%22,siteNumber={site}");
    let query = format!("expand=all&onlyData=true&finder={finder}");
    ask(&format!("{base}/recruitingCEJobRequisitionDetails?{query}"), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> (String, String) {
        let address = Address::parse(text).unwrap();
        let all = asks(&address);
        assert_eq!(all.last().map(|ask| &ask.address), Some(&address), "the page is the last way");
        (all[0].address.to_string(), all[0].wanted.clone())
    }

    /// A page, the address that answers for it, and which of many postings it means.
    const PAGES: &[(&str, &str, &str)] = &[
        (
            "https://boards.greenhouse.io/acme/jobs/12",
            "https://boards-api.greenhouse.io/v1/boards/acme/jobs/12?questions=true&pay_transparency=true",
            "",
        ),
        (
            "https://job-boards.eu.greenhouse.io/acme",
            "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true",
            "",
        ),
        (
            "https://boards.greenhouse.io/embed/job_app?for=acme&token=12",
            "https://boards-api.greenhouse.io/v1/boards/acme/jobs/12?questions=true&pay_transparency=true",
            "",
        ),
        (
            "https://jobs.eu.lever.co/acme/a-1/apply",
            "https://api.eu.lever.co/v0/postings/acme/a-1?mode=json",
            "",
        ),
        (
            "https://jobs.ashbyhq.com/acme/0f-1",
            "https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true",
            "0f-1",
        ),
        (
            "https://apply.workable.com/acme/j/AB12/",
            "https://apply.workable.com/api/v1/widget/accounts/acme?details=true",
            "AB12",
        ),
        (
            "https://jobs.smartrecruiters.com/Acme/744-nurse",
            "https://api.smartrecruiters.com/v1/companies/Acme/postings/744",
            "",
        ),
        ("https://acme.recruitee.com/o/nurse", "https://acme.recruitee.com/api/offers/", "nurse"),
        (
            "https://acme.jobs.personio.de/job/88?language=de",
            "https://acme.jobs.personio.de/xml?language=de",
            "88",
        ),
        (
            "https://acme.wd5.myworkdayjobs.com/en-US/Careers/job/Graz/Nurse_R1",
            "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Careers/job/Graz/Nurse_R1",
            "",
        ),
        ("https://acme.bamboohr.com/careers/31", "https://acme.bamboohr.com/careers/31/detail", ""),
        (
            "https://acme.pinpointhq.com/en/postings/5",
            "https://acme.pinpointhq.com/postings.json",
            "5",
        ),
        (
            "https://ats.rippling.com/acme/jobs/r1",
            "https://api.rippling.com/platform/api/ats/v1/board/acme/jobs/r1",
            "",
        ),
        (
            "https://x.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/9",
            "https://x.fa.us2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails?expand=all&onlyData=true&finder=ById;Id=%229%22,siteNumber=CX_1",
            "",
        ),
    ];

    #[test]
    fn pages_of_boards_have_a_public_answer() {
        for (page, answer, wanted) in PAGES {
            assert_eq!(first(page), ((*answer).to_owned(), (*wanted).to_owned()), "{page}");
        }
    }

    #[test]
    fn a_list_of_workday_is_asked_for_with_a_question() {
        let address = Address::parse("https://acme.wd1.myworkdayjobs.com/Careers").unwrap();
        assert!(asks(&address)[0].question.is_some());
    }

    #[test]
    fn every_question_may_be_asked_and_nothing_is_smuggled_into_one() {
        for page in [
            "https://boards.greenhouse.io/..%2f..%2fadmin/jobs/1",
            "https://boards.greenhouse.io/acme/jobs/1%3Fx=1",
            "https://boards.greenhouse.io/embed/job_app?for=a/../b&token=1",
            "https://jobs.lever.co/a@evil.com/1",
            "https://evil.com.recruitee.com.evil.com/o/x",
            "https://a.b.recruitee.com/o/x",
            "https://acme.wd5.myworkdayjobs.com/Careers/job/..%2f..%2fx",
            "https://notgreenhouse.io/acme/jobs/1",
            "https://boards.greenhouse.io.evil.com/acme/jobs/1",
        ] {
            let address = Address::parse(page).unwrap();
            for ask in asks(&address).iter().filter(|ask| ask.address != address) {
                assert_eq!(ask.address.may_be_fetched(), Ok(()), "{page}: {}", ask.address);
                assert!(!ask.address.to_string().contains("evil"), "{page}: {}", ask.address);
                assert!(!ask.address.to_string().contains("admin"), "{page}: {}", ask.address);
            }
        }
    }
}
