//! Dates as resumes print them: a year, a year and a month, or a day.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A date no more precise than it was written: `2020`, `2020-03` or `2020-03-15`.
///
/// The order is by time; a coarser date comes before the finer ones it contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, specta::Type)]
#[specta(transparent)]
pub struct PartialDate(#[specta(type = String)] Parts);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Parts {
    year: u16,
    /// 0 while unknown.
    month: u8,
    /// 0 while unknown.
    day: u8,
}

/// Why some text is no [`PartialDate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date is written 2020, 2020-03 or 2020-03-15")
    }
}

impl std::error::Error for NotADate {}

impl PartialDate {
    /// The day every clock starts from: what a broken clock says.
    pub const EPOCH: Self = Self(Parts { year: 1970, month: 1, day: 1 });

    /// A year from 1000 to 9999.
    pub fn year_only(year: u16) -> Option<Self> {
        Self::new(year, None, None)
    }

    /// A year and a month from 1 to 12.
    pub fn year_month(year: u16, month: u8) -> Option<Self> {
        Self::new(year, Some(month), None)
    }

    /// The date with these parts, if the calendar has it.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let in_range = (1000..=9999).contains(&year)
            && month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=31).contains(&day) && month.is_some());
        in_range.then(|| Self(Parts { year, month: month.unwrap_or(0), day: day.unwrap_or(0) }))
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.0.year
    }

    /// The month from 1 to 12, where it was written.
    pub const fn month(self) -> Option<u8> {
        if self.0.month == 0 { None } else { Some(self.0.month) }
    }

    /// The day from 1 to 31, where it was written.
    pub const fn day(self) -> Option<u8> {
        if self.0.day == 0 { None } else { Some(self.0.day) }
    }

    /// Months since year 0; a date without a month counts from January.
    pub const fn months(self) -> i32 {
        let month = if self.0.month == 0 { 1 } else { self.0.month };
        self.0.year as i32 * 12 + month as i32 - 1
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0.year)?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.trim().splitn(3, '-');
        let mut next =
            || parts.next().map(|part| part.parse::<u16>().map_err(|_| NotADate)).transpose();
        let year = next()?.ok_or(NotADate)?;
        let small =
            |part: Option<u16>| part.map(|n| u8::try_from(n).map_err(|_| NotADate)).transpose();
        let (month, day) = (small(next()?)?, small(next()?)?);
        Self::new(year, month, day).ok_or(NotADate)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// When something ended, or that it has not: written as a date or as `present`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, specta::Type)]
#[specta(transparent)]
pub struct EndDate(#[specta(type = String)] End);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum End {
    On(PartialDate),
    Present,
}

impl EndDate {
    /// Not over yet.
    pub const PRESENT: Self = Self(End::Present);

    /// Over since `date`.
    pub const fn on(date: PartialDate) -> Self {
        Self(End::On(date))
    }

    /// The date, unless it goes on.
    pub const fn date(self) -> Option<PartialDate> {
        match self.0 {
            End::On(date) => Some(date),
            End::Present => None,
        }
    }

    /// Whether it goes on.
    pub const fn is_present(self) -> bool {
        matches!(self.0, End::Present)
    }
}

impl fmt::Display for EndDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            End::On(date) => date.fmt(f),
            End::Present => f.write_str("present"),
        }
    }
}

impl FromStr for EndDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        if text.trim().eq_ignore_ascii_case("present") {
            return Ok(Self::PRESENT);
        }
        text.parse().map(Self::on)
    }
}

impl Serialize for EndDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EndDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_precise_as_it_was_written() {
        for text in ["2020", "2020-03", "2020-03-15"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in ["", "20", "2020-13", "2020-00", "2020-01-32", "soon", "2020-1-1-1"] {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn present_is_after_every_date() {
        let ended: EndDate = "2999-12".parse().unwrap();
        assert!(EndDate::PRESENT > ended);
        assert_eq!("present".parse(), Ok(EndDate::PRESENT));
    }
}
