//! The passive voice in English.

use super::words::{holds, patterns};

patterns! {
    PASSIVE = r"(?i)\b(?:was|were|been|being|is|are|am)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:\w{3,}ed|built|made|given|shown|taken|written|held|led|run|sold|taught|chosen|kept|sent|paid|found|brought|won|known|seen|done|put|set|cut)\b";
}

/// Whether `text` is in the passive voice.
pub(super) fn is_passive(text: &str) -> bool {
    holds(&PASSIVE, text)
}

/// The share of `texts` in the passive voice.
pub(super) fn passive_share<'t>(texts: impl Iterator<Item = &'t str>) -> f32 {
    let (mut all, mut passive) = (0u16, 0u16);
    for text in texts.take(1000) {
        all += 1;
        passive += u16::from(is_passive(text));
    }
    f32::from(passive) / f32::from(all.max(1))
}

#[cfg(test)]
mod tests {
    use super::is_passive;

    #[test]
    fn a_verb_of_ones_own_is_not_passive() {
        assert!(is_passive("Reports were quickly written for the board"));
        assert!(!is_passive("Wrote reports that were long overdue reading"));
        assert!(!is_passive("Was the first to arrive"));
    }
}
