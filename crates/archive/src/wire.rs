//! Numbers, strings, spans and rows as bytes: each writer beside its reader.
//!
//! Everything is little-endian and unaligned, so an archive can lie anywhere in memory.
//! A reader gives `None` where the bytes do not hold what is asked for.

use entente_calendar::{Date, Period};
use std::marker::PhantomData;

/// A value with a fixed number of bytes, as it stands in a row.
pub trait Field: Sized {
    /// How many bytes it takes.
    const BYTES: usize;
    /// Appends its bytes.
    fn put(&self, out: &mut Vec<u8>);
    /// Reads it from exactly [`Field::BYTES`] bytes.
    fn get(bytes: &[u8]) -> Option<Self>;
}

impl Field for u32 {
    const BYTES: usize = 4;
    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }
    fn get(bytes: &[u8]) -> Option<Self> {
        Some(Self::from_le_bytes(bytes.try_into().ok()?))
    }
}

/// A number or none, in four bytes: the highest number for none.
impl Field for Option<u32> {
    const BYTES: usize = 4;
    fn put(&self, out: &mut Vec<u8>) {
        self.unwrap_or(u32::MAX).put(out);
    }
    fn get(bytes: &[u8]) -> Option<Self> {
        u32::get(bytes).map(|number| Some(number).filter(|&number| number != u32::MAX))
    }
}

/// A stretch of bytes in a text: from `start` up to, not including, `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte; never before `start`.
    pub end: u32,
}

impl Span {
    /// The span of a range of bytes.
    pub fn of(range: &std::ops::Range<usize>) -> Self {
        Self { start: range.start as u32, end: range.end as u32 }
    }

    /// The same as a range.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Field for Span {
    const BYTES: usize = 8;
    fn put(&self, out: &mut Vec<u8>) {
        self.start.put(out);
        self.end.put(out);
    }
    fn get(bytes: &[u8]) -> Option<Self> {
        let (start, end) = bytes.split_at_checked(4)?;
        let span = Self { start: u32::get(start)?, end: u32::get(end)? };
        (span.start <= span.end).then_some(span)
    }
}

/// A string: where it stands in the pool of strings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Str(pub Span);

impl Field for Str {
    const BYTES: usize = Span::BYTES;
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }
    fn get(bytes: &[u8]) -> Option<Self> {
        Span::get(bytes).map(Self)
    }
}

/// Some rows of another table: from the first up to, not including, the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rows(pub Span);

impl Field for Rows {
    const BYTES: usize = Span::BYTES;
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }
    fn get(bytes: &[u8]) -> Option<Self> {
        Span::get(bytes).map(Self)
    }
}

/// A period or none, in eight bytes: two dates, all zero for none.
impl Field for Option<Period> {
    const BYTES: usize = 8;
    fn put(&self, out: &mut Vec<u8>) {
        self.map_or(0, |period| period.start().to_bits()).put(out);
        self.map_or(0, |period| period.end().to_bits()).put(out);
    }
    fn get(bytes: &[u8]) -> Option<Self> {
        let (start, end) = bytes.split_at_checked(4)?;
        match (u32::get(start)?, u32::get(end)?) {
            (0, 0) => Some(None),
            (start, end) => {
                Some(Some(Period::new(Date::from_bits(start)?, Date::from_bits(end)?)?))
            }
        }
    }
}

/// A point on the globe, in millionths of a degree (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coordinates {
    /// North of the equator; at most 90 degrees either way.
    pub latitude: i32,
    /// East of Greenwich; at most 180 degrees either way.
    pub longitude: i32,
}

impl Field for Coordinates {
    const BYTES: usize = 8;
    fn put(&self, out: &mut Vec<u8>) {
        self.latitude.cast_unsigned().put(out);
        self.longitude.cast_unsigned().put(out);
    }
    fn get(bytes: &[u8]) -> Option<Self> {
        let (latitude, longitude) = bytes.split_at_checked(4)?;
        let latitude = u32::get(latitude)?.cast_signed();
        let longitude = u32::get(longitude)?.cast_signed();
        let on_the_globe =
            latitude.unsigned_abs() <= 90_000_000 && longitude.unsigned_abs() <= 180_000_000;
        on_the_globe.then_some(Self { latitude, longitude })
    }
}

/// A point or none, in eight bytes: a latitude beyond the poles for none.
impl Field for Option<Coordinates> {
    const BYTES: usize = Coordinates::BYTES;
    fn put(&self, out: &mut Vec<u8>) {
        self.unwrap_or(NOWHERE).put(out);
    }
    fn get(bytes: &[u8]) -> Option<Self> {
        match Coordinates::get(bytes) {
            Some(point) => Some(Some(point)),
            None => (bytes == NOWHERE_BYTES).then_some(None),
        }
    }
}

/// Stands for no point.
const NOWHERE: Coordinates = Coordinates { latitude: i32::MIN, longitude: 0 };
const NOWHERE_BYTES: [u8; Coordinates::BYTES] = [0, 0, 0, 0x80, 0, 0, 0, 0];

/// An enum whose variants are numbered from 0, as four bytes and as a fixed name.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its name in JSON and in addresses.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl $crate::wire::Field for $name {
            const BYTES: usize = 4;
            fn put(&self, out: &mut Vec<u8>) {
                (*self as u32).put(out);
            }
            fn get(bytes: &[u8]) -> Option<Self> {
                Self::ALL.get(u32::get(bytes)? as usize).copied()
            }
        }
    };
}
pub(crate) use choice;

/// A struct whose fields are written one behind the other.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type),+ }

        impl $crate::wire::Field for $name {
            const BYTES: usize = 0 $(+ <$type as $crate::wire::Field>::BYTES)+;
            fn put(&self, out: &mut Vec<u8>) {
                $(self.$field.put(out);)+
            }
            fn get(bytes: &[u8]) -> Option<Self> {
                $(let ($field, bytes) =
                    bytes.split_at_checked(<$type as $crate::wire::Field>::BYTES)?;)+
                bytes.is_empty().then_some(())?;
                Some(Self { $($field: <$type as $crate::wire::Field>::get($field)?),+ })
            }
        }
    };
}
pub(crate) use row;

/// A table of rows of one kind, read in place.
#[derive(Debug)]
pub struct Table<'a, R> {
    bytes: &'a [u8],
    row: PhantomData<R>,
}

impl<R> Clone for Table<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<R> Copy for Table<'_, R> {}

impl<'a, R: Field> Table<'a, R> {
    /// The table in these bytes; `None` unless they hold whole, valid rows.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let table = Self { bytes, row: PhantomData };
        let whole = bytes.len().is_multiple_of(R::BYTES);
        (whole && (0..table.len()).all(|row| table.get(row).is_some())).then_some(table)
    }

    /// The number of rows.
    pub fn len(self) -> usize {
        self.bytes.len() / R::BYTES
    }

    /// Whether there are no rows.
    pub fn is_empty(self) -> bool {
        self.bytes.is_empty()
    }

    /// A row; `None` past the end.
    pub fn get(self, row: usize) -> Option<R> {
        let start = row.checked_mul(R::BYTES)?;
        R::get(self.bytes.get(start..start.checked_add(R::BYTES)?)?)
    }

    /// All rows in order.
    pub fn iter(self) -> impl Iterator<Item = R> + 'a
    where
        R: 'a,
    {
        (0..self.len()).map_while(move |row| self.get(row))
    }

    /// The rows that another table points to.
    pub fn rows(self, rows: Rows) -> impl Iterator<Item = R> + 'a
    where
        R: 'a,
    {
        rows.0.range().map_while(move |row| self.get(row))
    }

    /// Whether all these rows are there.
    pub(crate) fn has(self, rows: Rows) -> bool {
        rows.0.end as usize <= self.len()
    }
}

/// Appends a number in as few bytes as it needs: seven bits a byte, lowest first, the
/// high bit set on all but the last (LEB128).
pub fn put_varint(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads a number of [`put_varint`] off the front of `bytes`.
pub fn take_varint(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in [0, 7, 14, 21, 28] {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        let low = u32::from(byte & 0x7f);
        if low.leading_zeros() < shift {
            return None;
        }
        number |= low << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(unreachable_pub)] // the macro makes public rows
    use super::*;
    use proptest::prelude::*;

    row! {
        /// A row of every kind of field.
        Sample {
            number: u32, perhaps: Option<u32>, span: Span, string: Str,
            when: Option<Period>, point: Coordinates, place: Option<Coordinates>,
        }
    }

    proptest! {
        #[test]
        fn varints_come_back(number: u32) {
            let mut bytes = Vec::new();
            put_varint(number, &mut bytes);
            let mut rest = &bytes[..];
            prop_assert_eq!(take_varint(&mut rest), Some(number));
            prop_assert!(rest.is_empty());
        }

        #[test]
        fn any_bytes_give_a_varint_or_none(bytes: Vec<u8>) {
            let _ = take_varint(&mut &bytes[..]);
        }

        #[test]
        fn any_bytes_give_rows_that_write_the_same_bytes(bytes: Vec<u8>) {
            if let Some(table) = Table::<Sample>::open(&bytes) {
                let mut again = Vec::new();
                table.iter().for_each(|row| row.put(&mut again));
                prop_assert_eq!(again, bytes);
            }
        }
    }

    #[test]
    fn rows_come_back() {
        let row = Sample {
            number: 7,
            perhaps: None,
            span: Span { start: 1, end: 3 },
            string: Str(Span { start: 0, end: 0 }),
            when: Period::parse("2016-11-07/2016-11-11"),
            point: Coordinates { latitude: -90_000_000, longitude: 180_000_000 },
            place: Some(Coordinates { latitude: 21_030_000, longitude: -105_850_000 }),
        };
        let mut bytes = Vec::new();
        row.put(&mut bytes);
        assert_eq!(bytes.len(), Sample::BYTES);
        assert_eq!(Table::open(&bytes).unwrap().get(0), Some(row));
        assert!(Table::<Sample>::open(&bytes[1..]).is_none(), "half a row");
    }
}
