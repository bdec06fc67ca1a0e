//! F01 to F05: fonts and colours.

use std::collections::BTreeMap;

use super::{
    Check, Finding,
    case::Case,
    look::{FileLook, LineLook},
    words::words,
};

const SMALLEST: f32 = 9.5;
const LARGEST: f32 = 12.5;
const FAMILIES: usize = 3;
const SIZES: usize = 5;
/// What is set in fewer letters is a sign or a slip.
const LETTERS: u32 = 12;
/// Words of a run.
const LONG_RUN: usize = 25;

/// Finds what makes text hard to read.
pub(super) fn check(case: &Case<'_>, found: &mut Vec<Finding>) {
    let Some(file) = case.file else { return };
    found.extend(body(file));
    found.extend(variety(file));
    found.extend(faint(file));
    found.extend(embedded(file));
    found.extend(runs(file));
}

fn body(file: &FileLook) -> Option<Finding> {
    let size = file.body_size;
    // A flowing file that names no size is set in the reader's own.
    let known = file.is_paged() || file.lines.iter().any(|line| line.size > 0.0);
    let odd = !(SMALLEST - 0.05..=LARGEST + 0.05).contains(&size);
    (known && odd && size > 0.0 && !file.lines.is_empty())
        .then(|| Finding::new(Check::F01).quoting(&format!("{size:.1} pt")))
}

fn variety(file: &FileLook) -> Option<Finding> {
    let mut fonts: BTreeMap<&str, u32> = BTreeMap::new();
    let mut sizes: BTreeMap<u16, u32> = BTreeMap::new();
    for page in &file.pages {
        for (font, letters) in &page.fonts {
            *fonts.entry(font).or_default() += letters;
        }
        for (size, letters) in &page.sizes {
            *sizes.entry(*size).or_default() += letters;
        }
    }
    let fonts: Vec<&str> = fonts
        .into_iter()
        .filter(|(font, n)| *n >= LETTERS && !font.is_empty())
        .map(|it| it.0)
        .collect();
    let sizes: Vec<String> = sizes
        .into_iter()
        .filter(|(_, n)| *n >= LETTERS)
        .map(|(half, _)| format!("{}", f32::from(half) / 2.0))
        .collect();
    if fonts.len() > FAMILIES {
        let title = format!("{} fonts", fonts.len());
        return Some(Finding::new(Check::F02).quoting(&fonts.join(", ")).titled(title));
    }
    (sizes.len() > SIZES).then(|| {
        let title = format!("{} type sizes", sizes.len());
        Finding::new(Check::F02).quoting(&(sizes.join(", ") + " pt")).titled(title)
    })
}

fn faint(file: &FileLook) -> Option<Finding> {
    const LETTERS: usize = 12;
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let all: usize = file.facts.faint.iter().map(|it| letters(&it.text)).sum();
    let worst = file
        .facts
        .faint
        .iter()
        .filter(|it| letters(&it.text) >= 3)
        .min_by(|a, b| a.contrast.total_cmp(&b.contrast))?;
    (all >= LETTERS).then(|| {
        Finding::new(Check::F03)
            .on(FileLook::spot_on(worst.page, worst.bbox))
            .quoting(&worst.text)
            .titled(format!("Faint text: contrast {:.1} to 1", worst.contrast))
    })
}

fn embedded(file: &FileLook) -> Option<Finding> {
    let lacking: Vec<&str> =
        file.facts.fonts.iter().filter(|it| !it.embedded).map(|it| it.name.as_str()).collect();
    let mut lacking = lacking;
    lacking.sort_unstable();
    lacking.dedup();
    (!lacking.is_empty()).then(|| Finding::new(Check::F04).quoting(&lacking.join(", ")))
}

fn runs(file: &FileLook) -> Option<Finding> {
    for name in ["capitals", "italics"] {
        let is = |line: &LineLook| if name == "capitals" { line.caps } else { line.italic };
        let mut run: Option<(u32, usize)> = None;
        for (number, line) in (0u32..).zip(&file.lines) {
            if !is(line) || line.margin {
                run = None;
                continue;
            }
            let (start, length) = run.map_or((number, 0), |it| it);
            let length =
                length + words(&line.text).filter(|it| it.chars().any(char::is_alphabetic)).count();
            run = Some((start, length));
            if length > LONG_RUN {
                let quote = file.lines.get(start as usize).map_or("", |it| &it.text);
                let title = format!("More than {LONG_RUN} words in {name}");
                return Some(
                    Finding::new(Check::F05).on(file.spot(start)).quoting(quote).titled(title),
                );
            }
        }
    }
    let underlined = &file.facts.underlined;
    (words(underlined).count() > LONG_RUN).then(|| {
        let title = format!("More than {LONG_RUN} words underlined");
        Finding::new(Check::F05).quoting(underlined).titled(title)
    })
}
