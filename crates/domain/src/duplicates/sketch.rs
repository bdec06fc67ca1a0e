//! A text in a few numbers that texts alike share: a min-hash of its runs of words.

use crate::vocabulary::Folded;

/// How many numbers make a sketch; more tell finer.
pub(super) const NUMBERS: usize = 96;
/// How many words a run has.
const RUN: usize = 4;
/// No posting has more words that matter.
const MOST: usize = 20_000;

/// The sketch of a text; empty for one too short to be told from others.
pub(super) fn of(text: &str) -> Vec<u32> {
    let folded = Folded::new(text).text;
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(MOST)
        .collect();
    // Thirty words are a title and a sentence: many postings share those.
    if words.len() < 30 {
        return Vec::new();
    }
    let mut least = vec![u32::MAX; NUMBERS];
    for run in words.windows(RUN) {
        let seed = run.iter().fold(0xcbf2_9ce4_8422_2325, |hash, word| hashed(hash, word));
        for (at, held) in (1_u64..).zip(&mut least) {
            *held = (*held).min(mixed(seed ^ at.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        }
    }
    least
}

/// How alike two texts are by their sketches, from 0 to 1.
pub(super) fn likeness(one: &[u32], other: &[u32]) -> f32 {
    if one.is_empty() || one.len() != other.len() {
        return 0.0;
    }
    let same = one.iter().zip(other).filter(|(a, b)| a == b).count();
    #[expect(clippy::cast_precision_loss, reason = "a sketch has few numbers")]
    let likeness = same as f32 / one.len() as f32;
    likeness
}

/// FNV-1a over a word and its end.
fn hashed(hash: u64, word: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    step(word.bytes().fold(hash, step), b' ')
}

/// Spreads a number over all bits and keeps the upper half.
fn mixed(number: u64) -> u32 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    u32::try_from((number ^ (number >> 31)) >> 32).unwrap_or(u32::MAX)
}
