//! Changes seeds the way damage and malice do; the same number gives the same changes.

/// A small generator of numbers; the same seed gives the same ones.
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice that start from a number.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed ^ 0x9E37_79B9_7F4A_7C15)
    }

    /// A number below `end`; 0 where there is none.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        if end == 0 { 0 } else { (self.0 >> 11) as usize % end }
    }
}

/// Pieces that readers give a meaning to.
const PIECES: &[&[u8]] = &[
    b"<",
    b">",
    b"</",
    b"{",
    b"}",
    b"[",
    b"]",
    b"(",
    b")",
    b"\\",
    b"\"",
    b"'",
    b"\0",
    b"\xFF\xFE",
    b"\xEF\xBB\xBF",
    b"\xC3\x28",
    b"\xF0\x9F",
    b"\n",
    b"\r\n",
    b"\t",
    b"    ",
    b"- ",
    b"# ",
    b"**",
    b"|",
    b"&amp;",
    b"&#x10FFFF;",
    b"&#0;",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"<!DOCTYPE a>",
    b"obj",
    b"endobj",
    b"stream\n",
    b"endstream",
    b" 0 R",
    b"<<",
    b">>",
    b"/Kids",
    b"/Parent",
    b"/Length",
    b"-1",
    b"0",
    b"99999999999",
    b"1e99",
    b"nan",
    b"\\u-1?",
    b"\\bin999 ",
    b"\\par",
    b"\\'",
    b"PK\x05\x06",
    b"w:tbl",
    b"<w:p>",
    b"<w:r><w:t>x</w:t></w:r>",
    b"&a;",
    b"*a",
    b"&a ",
    b": ",
    b"? ",
    b"!!",
    b"%PDF-",
    b"Jan 2020 - Present",
    b"2020-13-45",
    b"jane@example.org",
    b"+1 (555) 000-0000",
    b"https://",
    "\u{202E}".as_bytes(),
    "\u{FEFF}".as_bytes(),
    "ﬃ".as_bytes(),
    "年月".as_bytes(),
    "م".as_bytes(),
];

/// A changed copy of one of the seeds.
pub(crate) fn mutated(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let empty = Vec::new();
    let mut bytes = seeds.get(dice.below(seeds.len())).unwrap_or(&empty).clone();
    let changes = 1 + dice.below(6);
    for _ in 0..changes {
        change(&mut bytes, seeds, dice);
    }
    bytes.truncate(256 << 10);
    bytes
}

fn change(bytes: &mut Vec<u8>, seeds: &[Vec<u8>], dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let to = (at + dice.below(64)).min(bytes.len());
    match dice.below(9) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        1 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = dice.below(256) as u8;
            }
        }
        2 => drop(bytes.drain(at..to)),
        3 => bytes.truncate(at),
        4 => {
            let piece = PIECES.get(dice.below(PIECES.len())).copied().unwrap_or_default();
            bytes.splice(at..at, piece.iter().copied());
        }
        5 => {
            let piece = PIECES.get(dice.below(PIECES.len())).copied().unwrap_or_default();
            let many = piece.repeat(1 + dice.below(400));
            bytes.splice(at..at, many);
        }
        6 => {
            let piece: Vec<u8> = bytes.get(at..to).unwrap_or_default().to_vec();
            let there = dice.below(bytes.len() + 1);
            bytes.splice(there..there, piece.repeat(1 + dice.below(8)));
        }
        7 => {
            let empty = Vec::new();
            let other = seeds.get(dice.below(seeds.len())).unwrap_or(&empty);
            let from = dice.below(other.len() + 1);
            bytes.truncate(at);
            bytes.extend_from_slice(other.get(from..).unwrap_or_default());
        }
        _ => {
            let count = to - at;
            bytes.splice(at..to, std::iter::repeat_n(dice.below(256) as u8, count));
        }
    }
}
