//! The signs that begin a list item.

/// Whether `ch` at the start of a line begins a list item.
pub(super) fn is_bullet(ch: char) -> bool {
    matches!(
        ch,
        '•' | '◦'
            | '▪'
            | '‣'
            | '●'
            | '○'
            | '■'
            | '□'
            | '◆'
            | '◇'
            | '❖'
            | '➢'
            | '➤'
            | '►'
            | '▶'
            | '▸'
            | '▹'
            | '✓'
            | '✔'
            | '⁃'
            | '\u{fffd}'
            | '∙'
            | '·'
            | '‧'
            | '⚬'
            | '◾'
            | '▫'
            | '★'
            | '☆'
            | '➔'
            | '→'
            | '✦'
            | '❑'
            | '❒'
            | '∗'
            | '⋅'
            | '◉'
            | '¤'
            | '⇨'
            | '➣'
            | '\u{f0b7}'
            | '\u{f0a7}'
            | '\u{f0d8}'
            | '\u{f076}'
            | '\u{f0fc}'
            | '\u{f0a8}'
            | '\u{f06e}'
            | '\u{f0b0}'
            | '\u{f071}'
    )
}

/// Whether `ch` begins a list item only when a space follows.
pub(super) fn is_dash_bullet(ch: char) -> bool {
    matches!(ch, '-' | '–' | '—' | '*' | '−' | '‐' | '‒' | '―' | '+' | '>' | '»' | '›' | '~')
}

/// Whether `ch` is an icon of a private font and no text.
pub(super) fn is_icon(ch: char) -> bool {
    matches!(u32::from(ch), 0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF | 0x2600..=0x26FF | 0x2700..=0x27BF | 0x1F300..=0x1FAFF | 0x2B50 | 0xFE0F | 0x23F0..=0x23FF)
}
