use documents::understand;
use domain::page::Format;
use expect_test::expect;

use super::{made, shown, understood, unplaced};

fn export(files: &[(&str, &str)]) -> Vec<u8> {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    made::archive(&files.collect::<Vec<_>>())
}

#[test]
fn an_export_is_read_table_by_table() {
    let reading = understood(&export(&[
        (
            "Profile.csv",
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,\
             Geo Location,Twitter Handles,Websites,Instant Messengers\n\
             Rosa,Keller,,,Mar 4,Cook,\"I cook.\n- Soups\n- Stews\",Food,8001,\"Zürich, Switzerland\",\
             [rosak],[PORTFOLIO:https://rosa.example],\n",
        ),
        (
            "Positions.csv",
            "Company Name,Title,Description,Location,Started On,Finished On\n\
             Pan,Chef,\"Ran it. \n• Led, \"\"firmly\"\"\",Zürich,Jan 2020,\n\
             Pot,Cook,,Basel,2017,Dec 2019\n",
        ),
        (
            "Education.csv",
            "School Name,Start Date,End Date,Notes,Degree Name,Activities\nHotel School,2013,2016,,Diploma,Choir\n",
        ),
        ("Skills.csv", "Name\nSoup\nStew\n"),
        ("Languages.csv", "Name,Proficiency\nGerman,Native or bilingual proficiency\n"),
        (
            "Certifications.csv",
            "Name,Url,Authority,Started On,Finished On,License Number\nHygiene,https://h.example,Canton,May 2018,,H-7\n",
        ),
        (
            "Projects.csv",
            "Title,Description,Url,Started On,Finished On\nBook,Recipes,,Feb 2021,Mar 2021\n",
        ),
        ("Honors.csv", "Title,Description,Issued On\nSpoon,Best soup,Jun 2019\n"),
        (
            "Publications.csv",
            "Name,Published On,Description,Publisher,Url\nOn soup,Jul 2020,,Spoon Press,\n",
        ),
        (
            "Volunteering.csv",
            "Company Name,Role,Cause,Started On,Finished On,Description\nSoup Kitchen,Cook,Poverty,Jan 2015,Jan 2016,\n",
        ),
        (
            "Email Addresses.csv",
            "Email Address,Confirmed,Primary,Updated On\nold@example.org,Yes,No,1/1/20\nrosa@example.org,Yes,Yes,1/1/24\n",
        ),
        ("PhoneNumbers.csv", "Extension,Number,Type\n,+41 79 000 00 00,Mobile\n"),
        ("Courses.csv", "Name,Number\nKnives,101\n"),
        ("Connections.csv", "Notes:\n\"x\"\n\nFirst Name,Last Name\nSome,Body\n"),
        ("messages.csv", "FROM,CONTENT\nSome,secret\n"),
    ]));
    assert_eq!(reading.format, Format::LinkedIn);
    expect![[r#"
        basics.name = Rosa Keller
        basics.label = Cook
        basics.email = rosa@example.org
        basics.phone = +41 79 000 00 00
        basics.url = https://rosa.example
        basics.location = Zürich, Switzerland
        basics.summary = I cook. / Soups / Stews
        basics.profiles[0].network = Twitter
        basics.profiles[0].username = rosak
        basics.profiles[0].url = https://twitter.com/rosak
        work[0].name = Pan
        work[0].position = Chef
        work[0].location = Zürich
        work[0].startDate = 2020-01
        work[0].endDate = present
        work[0].summary = Ran it.
        work[0].highlights[0] = Led, "firmly"
        work[1].name = Pot
        work[1].position = Cook
        work[1].location = Basel
        work[1].startDate = 2017
        work[1].endDate = 2019-12
        volunteer[0].organization = Soup Kitchen
        volunteer[0].position = Cook
        volunteer[0].startDate = 2015-01
        volunteer[0].endDate = 2016-01
        education[0].institution = Hotel School
        education[0].studyType = Diploma
        education[0].startDate = 2013
        education[0].endDate = 2016
        education[0].highlights[0] = Choir
        skills[0].name = Soup
        skills[1].name = Stew
        projects[0].name = Book
        projects[0].description = Recipes
        projects[0].startDate = 2021-02
        projects[0].endDate = 2021-03
        languages[0].language = German
        languages[0].fluency = Native or bilingual proficiency
        certificates[0].name = Hygiene
        certificates[0].issuer = Canton
        certificates[0].date = 2018-05
        certificates[0].url = https://h.example
        awards[0].title = Spoon
        awards[0].date = 2019-06
        awards[0].summary = Best soup
        publications[0].name = On soup
        publications[0].publisher = Spoon Press
        publications[0].releaseDate = 2020-07
        sections[0].title = Courses
        sections[0].items[0] = Knives, 101
    "#]]
    .assert_eq(&shown(&reading, ""));
    let all: Vec<&str> = reading.lines.iter().map(|line| line.text.as_str()).collect();
    assert!(!all.iter().any(|line| line.contains("secret") || line.contains("Some")), "{all:?}");
    expect![[r#"
        profile[0].Birth Date: Mar 4
        profile[0].Industry: Food
        profile[0].Zip Code: 8001
        certifications[0].License Number: H-7
        volunteering[0].Cause: Poverty
        email addresses[0].Email Address: old@example.org"#]]
    .assert_eq(&unplaced(&reading).join("\n"));
}

#[test]
fn other_headers_other_folders_and_missing_tables_do_no_harm() {
    let reading = understood(&export(&[
        (
            "Basic_Export/PROFILE.CSV",
            "\u{FEFF}\"First name\";\"Last name\";\"Headline\"\nRosa;Keller;Cook\n",
        ),
        (
            "Basic_Export/Positions.csv",
            "Notes:\n\"These are the positions that you told us about, all of them, we hope.\"\n\nCompany,Position,Start Date,End Date\nPan,Chef,2020-01-05,Present\n",
        ),
    ]));
    assert_eq!(reading.resume.basics.name, "Rosa Keller");
    assert_eq!(
        shown(&reading, "work"),
        "work[0].name = Pan\nwork[0].position = Chef\nwork[0].startDate = 2020-01-05\nwork[0].endDate = present\n"
    );
    assert!(understand(&export(&[("Connections.csv", "a,b\n1,2\n")])).is_err());
}
