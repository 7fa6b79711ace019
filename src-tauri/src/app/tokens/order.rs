//! The order of the list: compact keys are sorted, so that most comparisons need no look at a Canarytoken.

use std::cmp::Ordering;
use std::sync::Arc;

use super::index::{Shared, TokenIndex, alerts};
use super::query::{Column, Sort};

impl TokenIndex {
    /// All places, sorted.
    pub(super) fn order(&mut self, sort: Sort) -> Arc<[u32]> {
        if let Some((at, by, order)) = &self.remembered.order
            && (*at, *by) == (self.revision, sort)
        {
            return Arc::clone(order);
        }
        let (kinds, flocks) = (ranks(&self.kinds.all), ranks(&self.flocks.all));
        let keepers = named_first(&self.keepers.all, sort.descending);
        let mut keys: Vec<Key> = (0..)
            .zip(&self.entries)
            .map(|(place, entry)| {
                let newest = newest_first(entry.token.created);
                let first = match sort.column {
                    Column::Kind => kinds[entry.kind as usize],
                    Column::Reminder => beginning(entry.reminder()),
                    Column::LookedAfterBy => keepers[entry.keeper as usize],
                    Column::Flock => flocks[entry.flock as usize],
                    Column::State => u64::from(!entry.token.enabled),
                    Column::Created => !newest,
                    Column::Alerts => alerts(&entry.token),
                };
                Key {
                    first: if sort.descending { !first } else { first },
                    newest,
                    place,
                }
            })
            .collect();
        let entry = |key: &Key| &self.entries[key.place as usize];
        let rest = |a: &Key, b: &Key| match (sort.column, sort.descending) {
            (Column::Reminder, false) => entry(a).reminder().cmp(entry(b).reminder()),
            (Column::Reminder, true) => entry(b).reminder().cmp(entry(a).reminder()),
            _ => Ordering::Equal,
        };
        keys.sort_unstable_by(|a, b| {
            let equal_so_far = a
                .first
                .cmp(&b.first)
                .then_with(|| rest(a, b))
                .then(a.newest.cmp(&b.newest));
            equal_so_far.then_with(|| entry(a).token.id.cmp(&entry(b).token.id))
        });
        let order: Arc<[u32]> = keys.into_iter().map(|key| key.place).collect();
        self.remembered.order = Some((self.revision, sort, Arc::clone(&order)));
        order
    }
}

/// What a Canarytoken is sorted by, without a look at it.
struct Key {
    first: u64,
    newest: u64,
    place: u32,
}

/// A number that is the smaller, the younger it is; those without an age are the oldest.
fn newest_first(created: Option<f64>) -> u64 {
    let bits = created.unwrap_or(f64::MIN).to_bits();
    // The bits of negative numbers count the wrong way round.
    if bits >> 63 == 1 { bits } else { !(bits | 1 << 63) }
}

/// The first letters as a number, in the order of the alphabet.
fn beginning(text: &str) -> u64 {
    let mut first = [0; 8];
    let length = text.len().min(8);
    first[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_be_bytes(first)
}

/// For each kind or flock its place in the alphabet. Those of one name share theirs.
fn ranks(all: &[Shared]) -> Vec<u64> {
    let names: Vec<String> = all.iter().map(|one| one.name.to_lowercase()).collect();
    let mut sorted: Vec<&String> = names.iter().collect();
    sorted.sort_unstable();
    names
        .iter()
        .map(|name| sorted.partition_point(|other| *other < name) as u64)
        .collect()
}

/// As [`ranks`], but whoever has no name comes last, whichever way round the list is.
fn named_first(all: &[Shared], descending: bool) -> Vec<u64> {
    let last = if descending { 0 } else { u64::MAX };
    let ranked = ranks(all).into_iter().zip(all);
    ranked
        .map(|(rank, one)| if one.id.is_empty() { last } else { rank + 1 })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_age_has_its_place() {
        let ages = [
            None,
            Some(-5.5),
            Some(-0.25),
            Some(0.0),
            Some(0.5),
            Some(1.5e9),
            Some(1.6e9),
        ];
        let numbers = ages.map(newest_first);
        assert!(numbers.is_sorted_by(|older, younger| older > younger), "{numbers:?}");
    }

    #[test]
    fn the_first_letters_are_in_the_order_of_the_alphabet() {
        let words = ["", "a", "aa", "archive", "archives of the school", "b", "z", "ä"];
        assert!(words.map(beginning).is_sorted(), "{:?}", words.map(beginning));
    }
}
