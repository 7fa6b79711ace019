//! What the Console remembers, in memory.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::settings::{DEFAULT_FLOCK, Settings};
use crate::token::{HEX, ID_LETTERS, Token};

/// Tokens, flocks and factories.
#[derive(Debug)]
pub(crate) struct Store {
    /// By number of arrival, so that pages can be cut anywhere and lists go newest first.
    pub tokens: BTreeMap<u64, Token>,
    by_id: HashMap<String, u64>,
    pub flocks: Vec<(Arc<str>, String)>,
    pub factories: Vec<Factory>,
    next: u64,
    updates: u64,
    chance: fastrand::Rng,
}

/// A factory: a link with which others may create tokens in one flock without an API key.
#[derive(Clone, Debug)]
pub(crate) struct Factory {
    pub auth: String,
    pub flock: Arc<str>,
    pub memo: String,
}

const SAMPLE_FLOCKS: [(&str, &str); 6] = [
    (DEFAULT_FLOCK, "Default Flock"),
    ("flock:8b21f0c94d7e3a65", "Head office"),
    ("flock:41d7c2e90ab35f18", "Finance"),
    ("flock:c03e96a1d58b7f24", "Maplewood School"),
    ("flock:5fa8137bc2e60d49", "IT and servers"),
    ("flock:e7690b4d1f82a3c5", "Warehouse"),
];

impl Store {
    pub fn new(settings: &Settings) -> Self {
        let mut flocks: Vec<(Arc<str>, String)> = settings
            .flocks
            .iter()
            .map(|(id, name)| (Arc::from(id.as_str()), name.clone()))
            .collect();
        if flocks.is_empty() {
            flocks = SAMPLE_FLOCKS
                .iter()
                .map(|(id, name)| (Arc::from(*id), (*name).to_owned()))
                .collect();
        }
        let chance = fastrand::Rng::with_seed(settings.seed);
        Self {
            tokens: BTreeMap::new(),
            by_id: HashMap::new(),
            flocks,
            factories: Vec::new(),
            next: 1,
            updates: 0,
            chance,
        }
    }

    /// The flock a token lands in when none is named.
    pub fn default_flock(&self) -> Arc<str> {
        self.flocks
            .first()
            .map_or_else(|| Arc::from(DEFAULT_FLOCK), |(id, _)| Arc::clone(id))
    }

    pub fn flock(&self, id: &str) -> Option<Arc<str>> {
        self.flocks
            .iter()
            .find(|(flock, _)| &**flock == id)
            .map(|(flock, _)| Arc::clone(flock))
    }

    pub fn chance(&mut self) -> &mut fastrand::Rng {
        &mut self.chance
    }

    /// A new id: 25 of `0-9a-z`.
    pub fn new_id(&mut self) -> String {
        let mut id = String::with_capacity(25);
        for _ in 0..25 {
            id.push(char::from(ID_LETTERS[self.chance.usize(..ID_LETTERS.len())]));
        }
        id
    }

    /// A new secret of a factory.
    pub fn new_hash(&mut self) -> String {
        (0..32)
            .map(|_| char::from(HEX[self.chance.usize(..HEX.len())]))
            .collect()
    }

    /// The number of the next change.
    pub fn next_update(&mut self) -> u64 {
        self.updates += 1;
        self.updates
    }

    /// Adds a token; it becomes the newest.
    pub fn add(&mut self, token: Token) {
        self.by_id.insert(token.id.clone(), self.next);
        self.tokens.insert(self.next, token);
        self.next += 1;
    }

    pub fn get(&self, id: &str) -> Option<&Token> {
        self.tokens.get(self.by_id.get(id)?)
    }

    pub fn get_mut(&mut self, id: &str) -> Option<&mut Token> {
        self.tokens.get_mut(self.by_id.get(id)?)
    }

    pub fn remove(&mut self, id: &str) -> Option<Token> {
        let number = self.by_id.remove(id)?;
        self.tokens.remove(&number)
    }

    /// The ids of all tokens, newest first.
    pub fn ids(&self) -> Vec<String> {
        self.tokens.values().rev().map(|token| token.id.clone()).collect()
    }
}

/// Microseconds since 1970.
pub(crate) fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |age| u64::try_from(age.as_micros()).unwrap_or(0))
}
