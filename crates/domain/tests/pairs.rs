//! People who fit a posting more or less, in several trades: the order of their scores and the
//! bands they fall into.

use domain::{
    PartialDate,
    jobs::{self, Capture, Posting},
    matching::{Band, score},
    resumes::{Education, Resume, Skill, Work},
};

/// A posting's demand, and the line of a resume that meets it.
type Demand = (&'static str, &'static str);

struct Trade {
    title: &'static str,
    degree: Option<(&'static str, &'static str, &'static str)>,
    required: &'static [Demand],
    preferred: &'static [Demand],
}

const TRADES: [Trade; 6] = [
    Trade {
        title: "Backend Engineer",
        degree: Some((
            "Bachelor's degree in Computer Science",
            "Bachelor of Science",
            "Informatics",
        )),
        required: &[
            ("Strong Python", "Built payment services in Python"),
            ("PostgreSQL", "Tuned PostgreSQL queries"),
            ("Docker and Kubernetes", "Ran everything in Docker on Kubernetes"),
            ("REST API design", "Designed REST APIs for partners"),
            ("Experience with AWS", "Moved three services to AWS"),
        ],
        preferred: &[("Terraform", "Terraform modules"), ("Kafka", "Introduced Kafka for orders")],
    },
    Trade {
        title: "Staff Accountant",
        degree: Some(("Bachelor's degree in Accounting", "Bachelor of Arts", "Accounting")),
        required: &[
            ("Month-end close", "Led month-end close within five days"),
            ("General ledger", "Reconciled general ledger accounts"),
            ("Accounts payable", "Processed accounts payable"),
            ("Knowledge of GAAP", "Prepared statements according to GAAP"),
            ("Advanced Excel", "Automated reports in Excel with pivot tables"),
        ],
        preferred: &[("NetSuite", "Migrated the books to NetSuite")],
    },
    Trade {
        title: "CNC Machinist",
        degree: None,
        required: &[
            ("CNC milling", "Set up CNC milling for short runs"),
            ("Blueprint reading", "Blueprint reading every day"),
            ("G-code programming", "Edited G-code programs at the machine"),
            ("Use of calipers", "Checked parts with calipers"),
            ("Knowledge of GD&T", "Applied GD&T on aerospace parts"),
        ],
        preferred: &[("Mastercam", "Programmed parts in Mastercam")],
    },
    Trade {
        title: "Line Cook",
        degree: None,
        required: &[
            ("Food preparation", "Food preparation for 200 covers"),
            ("Knowledge of HACCP", "Kept HACCP records"),
            ("Knife skills", "Fast and clean knife skills"),
            ("Inventory management", "Inventory management of the cold store"),
        ],
        preferred: &[("Menu planning", "Menu planning with the chef")],
    },
    Trade {
        title: "HR Generalist",
        degree: Some(("Bachelor's degree in Human Resources", "Bachelor of Arts", "Psychology")),
        required: &[
            ("Employee relations", "Employee relations for 300 people"),
            ("Full-cycle recruiting", "Full-cycle recruiting of 40 hires a year"),
            ("Benefits administration", "Benefits administration and open enrollment"),
            ("Knowledge of employment law", "Trained managers in employment law"),
        ],
        preferred: &[("Workday", "Kept data in Workday")],
    },
    Trade {
        title: "Sachbearbeiter Buchhaltung",
        degree: None,
        required: &[
            ("Erfahrung in der Finanzbuchhaltung", "Finanzbuchhaltung für drei Gesellschaften"),
            ("Kenntnisse in DATEV", "Tägliche Arbeit mit DATEV"),
            ("Mahnwesen", "Mahnwesen und Zahlungsverkehr"),
            ("Lohnbuchhaltung", "Lohnbuchhaltung für 80 Personen"),
        ],
        preferred: &[("SAP FI", "Umstellung auf SAP FI")],
    },
];

fn posting(trade: &Trade) -> Posting {
    let lines = |demands: &[Demand]| -> String {
        demands.iter().map(|(asked, _)| format!("• {asked}\n")).collect()
    };
    let degree = trade.degree.map_or_else(String::new, |(asked, ..)| format!("• {asked}\n"));
    let text = format!(
        "{}\nHarbour & Sons\nRequirements\n• 3 years of experience in a similar role\n{}{degree}Nice to have\n{}",
        trade.title,
        lines(trade.required),
        lines(trade.preferred),
    );
    jobs::parse(&Capture { text, ..Capture::default() })
}

fn year(year: u16) -> Option<PartialDate> {
    PartialDate::year_month(year, 1)
}

/// Someone who held `title` since `since` and shows `lines`.
fn person(trade: &Trade, title: &str, since: u16, lines: Vec<&str>) -> Resume {
    let role = Work {
        position: title.into(),
        start_date: year(since),
        end_date: year(2026).map(domain::date::EndDate::on),
        highlights: lines.into_iter().map(str::to_owned).collect(),
        ..Work::default()
    };
    let school = trade.degree.map(|(_, kind, area)| Education {
        study_type: kind.into(),
        area: area.into(),
        ..Education::default()
    });
    Resume { work: vec![role], education: school.into_iter().collect(), ..Resume::default() }
}

#[test]
fn who_fits_better_scores_higher_in_every_trade() {
    for trade in &TRADES {
        let posting = posting(trade);
        let today = PartialDate::year_month(2026, 2).unwrap();
        let points = |resume: &Resume| {
            let found = score(resume, &posting, today);
            (found.score.unwrap(), found.band)
        };
        let shown = |demands: &'static [Demand]| demands.iter().map(|(_, line)| *line);
        let whole: Vec<&str> = shown(trade.required).chain(shown(trade.preferred)).collect();
        let must: Vec<&str> = shown(trade.required).collect();
        let some: Vec<&str> = shown(trade.required).step_by(2).collect();
        let idle = vec!["Helped the team every day"];

        let full = points(&person(trade, trade.title, 2020, whole.clone()));
        let required = points(&person(trade, trade.title, 2020, must));
        let half = points(&person(trade, trade.title, 2020, some));
        let junior = points(&person(trade, trade.title, 2025, whole));
        let mut stuffed = person(trade, "Florist", 2020, vec!["Arranged bouquets"]);
        let all = trade.required.iter().chain(trade.preferred);
        let keywords = all.map(|(asked, _)| (*asked).to_owned()).collect();
        stuffed.skills = vec![Skill { keywords, ..Skill::default() }];
        let stuffed = points(&stuffed);
        let mut titled = person(trade, trade.title, 2020, idle.clone());
        titled.education = Vec::new();
        let titled = points(&titled);
        let mut other = person(trade, "Florist", 2020, idle);
        other.education = Vec::new();
        let other = points(&other);

        let order = [full, required, half, stuffed, titled, other].map(|it| it.0);
        assert!(order.is_sorted_by(|a, b| a > b), "{}: {order:?}", trade.title);
        assert!(junior.0 <= 59.9 && junior.0 > stuffed.0, "{}: {junior:?}", trade.title);
        assert_eq!(
            (full.1, required.1, other.1),
            (Band::Strong, Band::Strong, Band::Weak),
            "{}: {order:?}",
            trade.title
        );
    }
}
