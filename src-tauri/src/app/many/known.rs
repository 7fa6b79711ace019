//! What sheets are checked against: what the Console offers, and what exists on it.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};

use crate::app::session::Session;
use crate::app::tokens::Phase;

/// The flock that takes a Canarytoken when none is named (seed: `flock:default`).
const DEFAULT_FLOCK: &str = "flock:default";

/// What a sheet is checked against.
#[derive(Default)]
pub struct Known {
    /// The Console's id.
    pub console: String,
    /// The kinds that it offers: id to name.
    pub offered: Option<BTreeMap<String, String>>,
    /// Its flocks: id and name.
    pub flocks: Vec<(String, String)>,
    /// What exists, by kind and reminder: flock and id.
    pub(super) existing: HashMap<u64, Vec<(String, String)>>,
    /// Was the list complete?
    pub complete: bool,
}

impl Known {
    /// What is known now.
    pub fn of(session: &Session, flocks: Vec<(String, String)>) -> Self {
        let mut existing: HashMap<u64, Vec<(String, String)>> = HashMap::new();
        session.tokens.with(|index| {
            for token in index.tokens() {
                let alike = existing.entry(key(&token.kind, &token.memo)).or_default();
                alike.push((token.flock_id.clone(), token.id.clone()));
            }
        });
        Self {
            console: session.console.id.clone(),
            offered: session.tokens.kinds(),
            flocks,
            existing,
            complete: matches!(session.tokens.status().phase, Phase::Ready | Phase::NotAllowed),
        }
    }

    /// The id of one that exists already.
    pub(super) fn exists(&self, key: u64, flock: Option<&str>) -> Option<&str> {
        let flock = flock.unwrap_or(DEFAULT_FLOCK);
        let alike = self.existing.get(&key)?;
        let same = alike.iter().find(|(where_it_is, _)| where_it_is == flock);
        same.map(|(_, id)| id.as_str())
    }
}

/// Of a kind and a reminder.
pub fn key(kind: &str, memo: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, memo).hash(&mut hasher);
    hasher.finish()
}
