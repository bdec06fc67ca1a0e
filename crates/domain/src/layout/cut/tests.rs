//! What stands where, and in which order it is read.

use super::*;
use crate::layout::fragments::tests::written;

/// The blocks of a page with these texts, `(left edge, line, text)`; a label is marked by a colon.
fn read(page: &[(f32, f32, &str)]) -> Vec<String> {
    let mut fragments: Vec<Fragment> =
        page.iter().map(|(x, line, text)| written(*x, 15.0 * line, text)).collect();
    fragments.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.x0.total_cmp(&b.x0)));
    let shown = |block: Block| {
        let text = |i: &usize| fragments[*i].text();
        let labels = block.labels.iter().map(|i| format!("{}:", text(i)));
        labels.chain(block.members.iter().map(text)).collect::<Vec<_>>().join("/")
    };
    blocks(&fragments, 10.0).into_iter().map(shown).collect()
}

const BODY: [&str; 4] = [
    "Planned the stock of seven shops",
    "Trained the new people at the till",
    "Counted everything twice each year",
    "Wrote the orders for the bakery",
];

#[test]
fn dates_at_the_right_do_not_make_the_lists_below_them_one_column() {
    let mut page = vec![(40.0, 0.0, "Work Experience")];
    for (n, text) in BODY.iter().enumerate() {
        let line = 1.0 + 2.0 * n as f32;
        page.extend([
            (40.0, line, "Baker"),
            (450.0, line, "2015 – 2018"),
            (50.0, line + 1.0, text),
        ]);
    }
    page.extend([(40.0, 10.0, "Skills"), (300.0, 10.0, "Languages")]);
    for (line, &(left, right)) in
        [("Baking", "English"), ("Counting", "Dutch"), ("Selling", "French")].iter().enumerate()
    {
        page.extend([(40.0, 11.0 + line as f32, left), (300.0, 11.0 + line as f32, right)]);
    }
    let blocks = read(&page);
    assert_eq!(blocks.len(), 3, "{blocks:?}");
    assert!(blocks[0].ends_with("Baker/2015 – 2018/Wrote the orders for the bakery"));
    assert_eq!(blocks[1], "Skills/Baking/Counting/Selling");
    assert_eq!(blocks[2], "Languages/English/Dutch/French");
}

#[test]
fn entries_that_stand_side_by_side_are_read_one_after_the_other() {
    let page = [
        (200.0, 0.0, "Where I learned what I know and can"),
        (40.0, 1.0, "2007 – 2009"),
        (300.0, 1.0, "1997 – 2001"),
        (40.0, 2.0, "Master of Finance"),
        (300.0, 2.0, "Bachelor of Accounting"),
        (40.0, 3.0, "School of Leeds"),
        (300.0, 3.0, "University of York"),
        (200.0, 4.0, "And what I did with it all my life"),
    ];
    let blocks = read(&page);
    assert_eq!(blocks[1], "2007 – 2009/Master of Finance/School of Leeds");
    assert_eq!(blocks[2], "1997 – 2001/Bachelor of Accounting/University of York");
}

#[test]
fn a_title_with_its_date_at_the_right_is_one_row() {
    let mut page = Vec::new();
    for n in 0..4 {
        let line = 3.0 * n as f32;
        page.extend([
            (40.0, line, "Head baker"),
            (400.0, line, "2007 – 2009"),
            (40.0, line + 1.0, "Mill and Sons"),
            (400.0, line + 1.0, "Umeå"),
            (40.0, line + 2.0, "Baked bread"),
        ]);
    }
    assert_eq!(read(&page).len(), 1);
}

#[test]
fn headings_beside_their_sections_are_labels_though_the_contact_stands_above_them() {
    let mut page =
        vec![(40.0, 0.0, "Leeds"), (40.0, 1.0, "0113 555 0170"), (200.0, 0.0, "Ada Stone")];
    for (n, heading) in ["Profile", "Education", "Skills"].iter().enumerate() {
        let line = 4.0 + 4.0 * n as f32;
        page.push((40.0, line, heading));
        page.extend(BODY.iter().take(3).enumerate().map(|(i, t)| (200.0, line + i as f32, *t)));
    }
    let blocks = read(&page);
    assert!(blocks.iter().any(|b| b.starts_with("Profile:/Education:/Skills:/")), "{blocks:?}");
}

#[test]
fn a_column_of_headings_and_dates_belongs_to_the_rows_beside_it() {
    let mut page = Vec::new();
    for (n, heading) in ["Work Experience", "Education"].iter().enumerate() {
        let line = 8.0 * n as f32;
        page.push((40.0, line, *heading));
        for entry in 0..2 {
            let line = line + 1.0 + 3.0 * entry as f32;
            page.extend([
                (40.0, line + 0.7, "2007 – 2009"),
                (200.0, line, BODY[entry]),
                (210.0, line + 1.0, BODY[entry + 1]),
            ]);
        }
    }
    let mut fragments: Vec<Fragment> =
        page.iter().map(|(x, line, text)| written(*x, 15.0 * line, text)).collect();
    fragments.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.x0.total_cmp(&b.x0)));
    let blocks = blocks(&fragments, 10.0);
    let [block] = blocks.as_slice() else { panic!("{} blocks", blocks.len()) };
    assert_eq!(block.labels.len(), 2);
    // Each date goes onto the line of the entry above it.
    let lines: Vec<f32> = block.moved.iter().map(|(_, y)| *y / 15.0).collect();
    assert_eq!(lines, [1.0, 4.0, 9.0, 12.0]);
}
