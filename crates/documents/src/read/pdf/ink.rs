//! The colour that text and areas are filled with, as far as it can be known without rendering.

use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

/// A fill colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ink {
    /// The colour as shown.
    pub(super) rgb: [u8; 3],
    /// Whether it is one known colour, and not a pattern or the like.
    pub(super) known: bool,
}

/// How the numbers of a colour are to be read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Space {
    Gray,
    Rgb,
    Cmyk,
    Lab,
    /// A table of colours: how its entries are to be read, and the entries.
    Indexed(Box<Self>, Vec<u8>),
    /// A named ink: colours at no and at full ink, if they are simple to know.
    Tint(Option<([f64; 4], [f64; 4], usize)>),
    Pattern,
}

impl Ink {
    /// What everything starts with.
    pub(super) const BLACK: Self = Self { rgb: [0; 3], known: true };
    /// A pattern or shading.
    pub(super) const PATTERN: Self = Self { rgb: [128; 3], known: false };

    /// Whether a person could not tell it from `other`.
    pub(super) fn vanishes_on(self, other: Self) -> bool {
        self.known
            && other.known
            && self.rgb.iter().zip(other.rgb).all(|(own, under)| own.abs_diff(under) <= 13)
    }
}

impl Space {
    /// The space that has so many numbers.
    fn of_size(count: usize) -> Self {
        match count {
            3 => Self::Rgb,
            4 => Self::Cmyk,
            _ => Self::Gray,
        }
    }

    /// The space of this name, which may be defined in the resources.
    pub(super) fn named(name: &Name<'_>, spaces: &Dict<'_>) -> Self {
        match name.as_ref() {
            b"DeviceGray" | b"G" | b"CalGray" => Self::Gray,
            b"DeviceRGB" | b"RGB" | b"CalRGB" => Self::Rgb,
            b"DeviceCMYK" | b"CMYK" => Self::Cmyk,
            b"Pattern" => Self::Pattern,
            other => spaces.get::<Object<'_>>(other).map_or(Self::Gray, |it| Self::defined(it, 0)),
        }
    }

    fn defined(object: Object<'_>, depth: u8) -> Self {
        if depth > 4 {
            return Self::Gray;
        }
        let array = match object {
            Object::Name(name) => return Self::named(&name, &Dict::empty()),
            Object::Array(array) => array,
            Object::Null(_)
            | Object::Boolean(_)
            | Object::Number(_)
            | Object::String(_)
            | Object::Dict(_)
            | Object::Stream(_) => return Self::Gray,
        };
        let mut parts = array.flex_iter();
        let Some(kind) = parts.next::<Name<'_>>() else { return Self::Gray };
        match kind.as_ref() {
            b"ICCBased" => Self::of_size(
                parts.next::<Stream<'_>>().and_then(|it| it.dict().get::<u8>("N")).unwrap_or(3)
                    as usize,
            ),
            b"Lab" => Self::Lab,
            b"Indexed" | b"I" => Self::indexed(&array, depth),
            b"Separation" | b"DeviceN" => Self::tint(&array),
            b"Pattern" => Self::Pattern,
            _ => Self::named(&kind, &Dict::empty()),
        }
    }

    fn indexed(array: &Array<'_>, depth: u8) -> Self {
        let mut parts = array.iter::<Object<'_>>().skip(1);
        let base = parts.next().map_or(Self::Rgb, |it| Self::defined(it, depth + 1));
        let table = match parts.nth(1) {
            Some(Object::String(bytes)) => bytes.as_bytes().to_vec(),
            Some(Object::Stream(stream)) => {
                stream.decoded_data().map(std::borrow::Cow::into_owned).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        Self::Indexed(Box::new(base), table)
    }

    fn tint(array: &Array<'_>) -> Self {
        let mut parts = array.iter::<Object<'_>>().skip(2);
        let base = parts.next().map_or(Self::Gray, |it| Self::defined(it, 1));
        let count = match base {
            Self::Gray => 1,
            Self::Rgb => 3,
            Self::Cmyk => 4,
            _ => return Self::Tint(None),
        };
        let Some(Object::Dict(function)) = parts.next() else { return Self::Tint(None) };
        let ends = |key: &str| {
            let mut ends = [0.0; 4];
            let values = function.get::<Array<'_>>(key)?;
            for (end, value) in ends.iter_mut().zip(values.iter::<f64>()) {
                *end = value;
            }
            Some(ends)
        };
        Self::Tint(ends("C0").zip(ends("C1")).map(|(none, full)| (none, full, count)))
    }

    /// The colour that these numbers mean.
    pub(super) fn ink(&self, numbers: &[Number]) -> Ink {
        let mut values = [0.0; 4];
        for (value, number) in values.iter_mut().zip(numbers) {
            *value = number.as_f64();
        }
        self.mix(values, 1)
    }

    fn mix(&self, values: [f64; 4], depth: u8) -> Ink {
        let [first, second, third, fourth] = values;
        match self {
            Self::Gray => rgb(first, first, first),
            Self::Rgb => rgb(first, second, third),
            Self::Cmyk => {
                let part = |ink: f64| 1.0 - (ink + fourth).min(1.0);
                rgb(part(first), part(second), part(third))
            }
            Self::Lab => rgb(first / 100.0, first / 100.0, first / 100.0),
            Self::Indexed(base, table) if depth > 0 => {
                let size = match **base {
                    Self::Gray => 1,
                    Self::Cmyk => 4,
                    _ => 3,
                };
                let start = (first.clamp(0.0, 255.0) as usize).saturating_mul(size);
                let mut entry = [0.0; 4];
                for (value, byte) in entry.iter_mut().zip(table.iter().skip(start).take(size)) {
                    *value = f64::from(*byte) / 255.0;
                }
                base.mix(entry, depth - 1)
            }
            Self::Indexed(..) | Self::Pattern => Ink::PATTERN,
            Self::Tint(None) => {
                Ink { known: first > 0.5, ..rgb(1.0 - first, 1.0 - first, 1.0 - first) }
            }
            Self::Tint(Some((none, full, count))) => {
                let mut mixed = [0.0; 4];
                for (value, (low, high)) in mixed.iter_mut().zip(none.iter().zip(full)) {
                    *value = low + (high - low) * first;
                }
                Self::of_size(*count).mix(mixed, 0)
            }
        }
    }
}

fn rgb(red: f64, green: f64, blue: f64) -> Ink {
    let byte = |part: f64| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    Ink { rgb: [byte(red), byte(green), byte(blue)], known: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(values: &[f32]) -> Vec<Number> {
        values.iter().map(|value| Number::from_f32(*value)).collect()
    }

    #[test]
    fn device_colours_are_read_by_their_space() {
        assert_eq!(Space::Gray.ink(&numbers(&[1.0])).rgb, [255; 3]);
        assert_eq!(Space::Rgb.ink(&numbers(&[1.0, 0.0, 0.5])).rgb, [255, 0, 128]);
        assert_eq!(Space::Cmyk.ink(&numbers(&[0.0, 0.0, 0.0, 1.0])).rgb, [0; 3]);
    }

    #[test]
    fn nearly_white_vanishes_on_white_but_a_pattern_never_does() {
        let white = Space::Gray.ink(&numbers(&[1.0]));
        assert!(Space::Gray.ink(&numbers(&[0.97])).vanishes_on(white));
        assert!(!Space::Gray.ink(&numbers(&[0.8])).vanishes_on(white));
        assert!(!Ink::PATTERN.vanishes_on(Ink::PATTERN));
    }
}
