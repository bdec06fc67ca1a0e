use super::*;
use crate::{
    jobs::TextSpan,
    page::Bbox,
    resumes::{SourceSpan, SourceWord, Work},
};

/// A page of these lines, ten points apart; a line with "• " before it begins a list item.
fn page(texts: &[&str]) -> Vec<SourceLine> {
    let line = |(i, text): (usize, &&str)| {
        let bbox =
            |x0: f32, x1: f32| Bbox { x0, y0: 10.0 * i as f32, x1, y1: 10.0 * i as f32 + 8.0 };
        let bare = text.trim_start_matches("• ");
        let mut at = 0;
        let words = bare.split(' ').map(|word| {
            let span = TextSpan { start: at, end: at + word.len() as u32 };
            at = span.end + 1;
            SourceWord { span, bbox: Some(bbox(span.start as f32, span.end as f32)) }
        });
        SourceLine {
            text: bare.to_owned(),
            span: Some(SourceSpan { page: 1, bbox: bbox(0.0, bare.len() as f32) }),
            item: bare != *text,
            words: words.collect(),
        }
    };
    texts.iter().enumerate().map(line).collect()
}

fn role(position: &str, name: &str, highlights: &[&str]) -> Work {
    let highlights = highlights.iter().map(|text| (*text).to_owned()).collect();
    Work { position: position.into(), name: name.into(), highlights, ..Work::default() }
}

/// A review in which each named field stands on one line.
fn review(work: Vec<Work>, places: &[(&str, u32)]) -> Review {
    let origin = |line: u32| Origin { confidence: 0.9, lines: vec![line], ..Origin::default() };
    Review {
        resume: Resume { work, ..Resume::default() },
        origins: places.iter().map(|(path, line)| ((*path).to_owned(), origin(*line))).collect(),
        ..Review::default()
    }
}

fn place(path: &str, lines: &[u32], how: Placing) -> Correction {
    let pieces = lines.iter().map(|&line| Piece { line, span: None }).collect();
    Correction::Place { path: path.into(), pieces, how }
}

fn lines_of(review: &Review, path: &str) -> Vec<u32> {
    review.origins.get(path).map(|origin| origin.lines.clone()).unwrap_or_default()
}

#[test]
fn words_pointed_at_replace_a_field_and_are_remembered() {
    let lines = page(&["Nurse, Acme Hospital", "Leeds"]);
    let before = review(vec![role("Nurse, Acme Hospital", "", &[])], &[("work[0].position", 0)]);
    let words = TextSpan { start: 7, end: 20 };
    let pieces = vec![Piece { line: 0, span: Some(words) }];
    let path = "work[0].name".to_owned();
    let fix = Correction::Place { path, pieces, how: Placing::Replace };
    let after = before.correct(&lines, &fix).unwrap();
    assert_eq!(after.review.resume.work[0].name, "Acme Hospital");
    assert_eq!(after.focus, "work[0].name");
    let origin = &after.review.origins["work[0].name"];
    assert!(origin.by_hand && origin.confidence > 0.99);
    assert_eq!(origin.spans[0].bbox, Bbox { x0: 7.0, y0: 0.0, x1: 20.0, y1: 8.0 });
}

#[test]
fn lines_are_joined_and_torn_words_made_whole() {
    let lines = page(&["Cares for the pa-", "tients of a ward"]);
    let fix = place("work[0].summary", &[0, 1], Placing::Replace);
    let after = review(vec![role("Nurse", "", &[])], &[]).correct(&lines, &fix).unwrap();
    assert_eq!(after.review.resume.work[0].summary, "Cares for the patients of a ward");
}

#[test]
fn a_list_gets_one_point_for_each_item_of_the_page() {
    let lines = page(&["• Led a ward", "of 20 beds", "• Trained six"]);
    let fix = place("work[0].highlights", &[0, 1, 2], Placing::Add);
    let before = review(vec![role("Nurse", "", &["Kept"])], &[("work[0].highlights[0]", 9)]);
    let after = before.correct(&lines, &fix).unwrap().review;
    assert_eq!(after.resume.work[0].highlights, ["Kept", "Led a ward of 20 beds", "Trained six"]);
    assert_eq!(lines_of(&after, "work[0].highlights[1]"), [0, 1]);
    assert_eq!(lines_of(&after, "work[0].highlights[0]"), [9]);
}

#[test]
fn a_date_is_read_out_of_the_words() {
    let lines = page(&["March 2019 – present", "Leeds"]);
    let at = |path: &str| place(path, &[0], Placing::Replace);
    let start = review(vec![role("Nurse", "", &[])], &[]);
    let start = start.correct(&lines, &at("work[0].startDate")).unwrap().review;
    let both = start.correct(&lines, &at("work[0].endDate")).unwrap().review;
    let work = &both.resume.work[0];
    assert_eq!(work.start_date.unwrap().to_string(), "2019-03");
    assert!(work.end_date.unwrap().is_present());
    let none = place("work[0].endDate", &[1], Placing::Replace);
    assert_eq!(both.correct(&lines, &none), Err(Misfit::NoDate));
}

#[test]
fn a_line_is_unplaced_until_all_its_words_have_found_a_field() {
    let lines = page(&["Acme Leeds", "Old words"]);
    let before = Review {
        unplaced: vec![0],
        ..review(vec![role("Nurse", "Old words", &[])], &[("work[0].name", 1)])
    };
    let part = |path: &str, start, end| Correction::Place {
        path: path.into(),
        pieces: vec![Piece { line: 0, span: Some(TextSpan { start, end }) }],
        how: Placing::Replace,
    };
    let half = before.correct(&lines, &part("work[0].name", 0, 4)).unwrap().review;
    assert_eq!(half.unplaced, [0, 1], "the words that were written over are free now");
    let whole = half.correct(&lines, &part("work[0].location", 5, 10)).unwrap().review;
    assert_eq!(whole.unplaced, [1]);
}

#[test]
fn an_entry_is_split_at_a_point() {
    let before = review(
        vec![role("Nurse", "Acme", &["a", "b", "c"]), role("Aide", "Bex", &[])],
        &[("work[0].highlights[2]", 7), ("work[1].name", 9)],
    );
    let fix = Correction::Split { path: "work[0].highlights[1]".into(), at: None };
    let after = before.correct(&[], &fix).unwrap();
    let work = &after.review.resume.work;
    assert_eq!(work.iter().map(|w| w.highlights.len()).collect::<Vec<_>>(), [1, 2, 0]);
    assert_eq!((work[0].position.as_str(), work[1].position.as_str()), ("Nurse", ""));
    assert_eq!(lines_of(&after.review, "work[1].highlights[1]"), [7]);
    assert_eq!(lines_of(&after.review, "work[2].name"), [9]);
    assert_eq!(after.focus, "work[1]");
}

#[test]
fn a_text_is_split_where_the_cursor_is() {
    let before = review(vec![role("Nurse / Midwife", "Acme", &["a"])], &[("work[0].position", 3)]);
    let fix = Correction::Split { path: "work[0].position".into(), at: Some(6) };
    let work = before.clone().correct(&[], &fix).unwrap().review.resume.work;
    assert_eq!((work[0].position.as_str(), work[1].position.as_str()), ("Nurse", "Midwife"));
    assert_eq!((work[0].highlights.len(), work[1].highlights.len()), (1, 0));
    let nothing = Correction::Split { path: "work[0].position".into(), at: Some(0) };
    assert_eq!(before.correct(&[], &nothing), Err(Misfit::NothingToSplit));
}

#[test]
fn two_entries_become_one_and_no_word_is_lost() {
    let dated = |start: &str, end: &str, work: Work| Work {
        start_date: start.parse().ok(),
        end_date: end.parse().ok(),
        ..work
    };
    let before = review(
        vec![
            dated("2015", "2019", role("Nurse", "Acme", &["a"])),
            dated("2012-04", "present", role("Head nurse", "acme", &["b"])),
            role("Aide", "Bex", &[]),
        ],
        &[("work[1].highlights[0]", 4), ("work[2].position", 8), ("work[1].name", 5)],
    );
    let fix = Correction::Merge { list: "work".into(), index: 0 };
    let after = before.correct(&[], &fix).unwrap().review;
    let work = &after.resume.work[0];
    assert_eq!((work.position.as_str(), work.name.as_str()), ("Nurse, Head nurse", "Acme"));
    assert_eq!(work.highlights, ["a", "b"]);
    assert_eq!(work.start_date.unwrap().to_string(), "2012-04");
    assert!(work.end_date.unwrap().is_present());
    assert_eq!(lines_of(&after, "work[0].highlights[1]"), [4]);
    assert_eq!(lines_of(&after, "work[0].name"), [5]);
    assert_eq!(lines_of(&after, "work[1].position"), [8]);
    let last = Correction::Merge { list: "work".into(), index: 1 };
    assert_eq!(after.correct(&[], &last), Err(Misfit::Gone));
}

#[test]
fn an_entry_moves_to_another_section_with_its_places_and_all_its_words() {
    let work = Work {
        location: "Leeds".into(),
        start_date: "2020-01".parse().ok(),
        end_date: Some(crate::date::EndDate::PRESENT),
        ..role("First aider", "Red Cross", &["Drove"])
    };
    let before = review(vec![role("Nurse", "Acme", &[]), work], &[("work[1].name", 6)]);
    let to = |to: &str| Correction::Move { list: "work".into(), index: 1, to: to.into() };
    let after = before.clone().correct(&[], &to("volunteer")).unwrap();
    let moved = &after.review.resume.volunteer[0];
    assert_eq!(
        (moved.organization.as_str(), moved.position.as_str()),
        ("Red Cross", "First aider")
    );
    assert_eq!((moved.location.as_str(), moved.highlights.len()), ("Leeds", 1));
    assert!(moved.end_date.unwrap().is_present());
    assert_eq!(lines_of(&after.review, "volunteer[0].organization"), [6]);
    assert_eq!((after.review.resume.work.len(), after.focus.as_str()), (1, "volunteer[0]"));
    for section in entry::LISTS.iter().filter(|list| **list != "work") {
        let after = before.clone().correct(&[], &to(section)).unwrap().review;
        let said =
            fields(&after.resume).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ");
        for word in ["First aider", "Red Cross", "Leeds", "2020-01", "present", "Drove"] {
            assert!(said.contains(word), "{section} lost {word}: {said}");
        }
    }
    assert_eq!(before.correct(&[], &to("work")), Err(Misfit::NoWayThere));
}

#[test]
fn what_is_typed_stands_nowhere_once_saved_and_what_was_placed_by_hand_does() {
    let lines = page(&["Acme"]);
    let before = review(
        vec![role("Nurse", "", &["a", "b"])],
        &[("work[0].position", 3), ("work[0].highlights[0]", 4), ("work", 2)],
    );
    let (resume, known) = (before.resume.clone(), before.origins.clone());
    let fix = place("work[0].name", &[0], Placing::Replace);
    let mut after = before.correct(&lines, &fix).unwrap().review;
    after.resume.work[0].position = "Head nurse".into();
    after.resume.work[0].name = "Acme Ltd".into();
    after.edited = vec!["work[0].position".into(), "work[0].name".into()];
    let kept = after.settled(&resume, &known);
    let paths: Vec<_> = kept.keys().map(String::as_str).collect();
    assert_eq!(paths, ["work", "work[0].highlights[0]", "work[0].name"]);
}

#[test]
fn a_path_that_leads_nowhere_changes_nothing() {
    let before = review(vec![role("Nurse", "Acme", &["a"])], &[]);
    for path in ["work[4].name", "work[0]", "nothing", "", "work[0].highlights[9]", "work[x].name"]
    {
        let split = Correction::Split { path: path.into(), at: None };
        assert!(before.clone().correct(&[], &split).is_err(), "{path}");
        let place = place(path, &[0], Placing::Add);
        assert!(before.clone().correct(&page(&["Words"]), &place).is_err(), "{path}");
    }
}
