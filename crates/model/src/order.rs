//! The order of things.

/// What things are put in order by: smaller first, from left to right.
///
/// All orders of search, Thread and page are written as such keys (what should come first large is
/// inverted), because every type that is sorted costs the page a sorting routine of its
/// own.
pub type Key = [u32; 4];

/// Sorts keys; equal ones are alike, so the order is always the same.
pub fn sort(keys: &mut [Key]) {
    keys.sort_unstable();
}

/// Things in the order of their keys, those of one key as they were.
pub fn in_order<T: Copy>(things: &[T], key: impl Fn(&T) -> [u32; 3]) -> Vec<T> {
    let sorted = sorted(things.len(), &|place| key(&things[place]));
    sorted.iter().map(|key| things[key[3] as usize]).collect()
}

/// The keys of so many things in order, behind each its place.
fn sorted(count: usize, key: &dyn Fn(usize) -> [u32; 3]) -> Vec<Key> {
    let with_place = |place| {
        let [first, second, third] = key(place);
        [first, second, third, place as u32]
    };
    let mut keys: Vec<Key> = (0..count).map(with_place).collect();
    sort(&mut keys);
    keys
}

/// A number that may be below zero as a part of a key.
pub const fn signed(number: i32) -> u32 {
    number as u32 ^ (1 << 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_leave_things_as_they_were() {
        let things = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (-3, 'e')];
        let sorted = in_order(&things, |&(number, _)| [signed(number), 0, 0]);
        assert_eq!(sorted.iter().map(|&(_, name)| name).collect::<String>(), "ebdac");
    }
}
