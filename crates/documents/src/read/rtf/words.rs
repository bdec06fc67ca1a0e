//! The tokens of RTF, and what single control words stand for.

use encoding_rs::Encoding;

/// A piece of an RTF file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'b> {
    Open,
    Close,
    /// A control word or symbol with its number.
    Word(&'b str, Option<i32>),
    /// A byte of text.
    Byte(u8),
}

/// Goes through the bytes once.
pub(super) struct Tokens<'b> {
    rest: &'b [u8],
}

impl<'b> Tokens<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    fn word(&mut self) -> Option<Token<'b>> {
        let length = self.rest.iter().take_while(|it| it.is_ascii_alphabetic()).count();
        if length == 0 {
            return self.symbol();
        }
        let (name, rest) = self.rest.split_at_checked(length)?;
        let is_negative = rest.first() == Some(&b'-');
        let rest = if is_negative { rest.get(1..)? } else { rest };
        let digits = rest.iter().take_while(|it| it.is_ascii_digit()).count();
        let (number, rest) = rest.split_at_checked(digits)?;
        self.rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let number = std::str::from_utf8(number).ok().and_then(|it| it.parse::<i32>().ok());
        let number = number.map(|it| if is_negative { -it } else { it });
        let name = std::str::from_utf8(name).ok()?;
        if name == "bin" {
            let skip = usize::try_from(number.unwrap_or(0)).unwrap_or(0).min(self.rest.len());
            self.rest = self.rest.get(skip..)?;
        }
        Some(Token::Word(name, number))
    }

    fn symbol(&mut self) -> Option<Token<'b>> {
        let (symbol, rest) = self.rest.split_at_checked(1)?;
        self.rest = rest;
        Some(match symbol {
            b"'" => {
                let hex = rest.get(..2).and_then(|it| std::str::from_utf8(it).ok());
                let byte = hex.and_then(|it| u8::from_str_radix(it, 16).ok());
                self.rest = rest.get(2..).unwrap_or_default();
                Token::Byte(byte.unwrap_or(b' '))
            }
            b"\\" | b"{" | b"}" => Token::Byte(*symbol.first()?),
            b"\n" | b"\r" => Token::Word("par", None),
            b"~" => Token::Byte(b' '),
            b"_" => Token::Byte(b'-'),
            b"*" => Token::Word("*", None),
            _ => Token::Word("", None),
        })
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.word(),
                b'\r' | b'\n' | 0 => continue,
                byte => Some(Token::Byte(*byte)),
            };
        }
    }
}

/// What a word that means a character means.
pub(super) fn meaning(name: &str) -> Option<&'static str> {
    Some(match name {
        "emdash" => "—",
        "endash" => "–",
        "bullet" => "•",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "emspace" | "enspace" | "qmspace" => " ",
        _ => return None,
    })
}

/// Groups that hold no text of the document.
pub(super) fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "stylesheet"
            | "info"
            | "pict"
            | "object"
            | "themedata"
            | "datastore"
            | "latentstyles"
            | "listtable"
            | "listoverridetable"
            | "rsidtbl"
            | "generator"
            | "xmlnstbl"
            | "footnote"
            | "annotation"
            | "deleted"
            | "nonshppict"
            | "shprslt"
    )
}

/// The encoding of a Windows code page.
pub(super) fn code_page(number: Option<i32>) -> &'static Encoding {
    let label = match number {
        Some(932) => "shift_jis".to_owned(),
        Some(936) => "gbk".to_owned(),
        Some(949) => "euc-kr".to_owned(),
        Some(950) => "big5".to_owned(),
        Some(65_001) => "utf-8".to_owned(),
        Some(10_000) => "macintosh".to_owned(),
        Some(number) => format!("windows-{number}"),
        None => return encoding_rs::WINDOWS_1252,
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}

/// The code page of a charset of Windows; `None` for the usual one and for symbols.
pub(super) const fn charset(number: Option<i32>) -> Option<i32> {
    Some(match number {
        Some(77) => 10_000,
        Some(128) => 932,
        Some(129) => 949,
        Some(134) => 936,
        Some(136) => 950,
        Some(161) => 1253,
        Some(162) => 1254,
        Some(163) => 1258,
        Some(177) => 1255,
        Some(178) => 1256,
        Some(186) => 1257,
        Some(204) => 1251,
        Some(222) => 874,
        Some(238) => 1250,
        Some(_) | None => return None,
    })
}
