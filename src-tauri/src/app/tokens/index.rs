//! All Canarytokens of one Console in memory, so that the page holds only what it shows.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use canary_api::Token;

use super::query::Remembered;
use crate::app::catalogue::Catalogue;

/// Longest reminder in a row, in characters.
const ROW_MEMO: usize = 300;

/// What is shown of a kind, shared by all its Canarytokens.
#[derive(Debug)]
pub(super) struct KindName {
    pub kind: Box<str>,
    pub name: String,
    pub icon: String,
    /// Our name and the Console's, for the search.
    pub searched: String,
}

/// One Canarytoken and what finding and sorting it needs.
pub(super) struct Entry {
    pub token: Token,
    pub kind: Arc<KindName>,
    /// Everything shown, in lower case, for the search.
    pub searched: Box<str>,
    /// The refresh in which it was seen last.
    seen: u64,
}

/// The Canarytokens, by place and by id.
#[derive(Default)]
pub struct TokenIndex {
    pub(super) entries: Vec<Entry>,
    places: HashMap<String, usize>,
    kinds: HashMap<String, Arc<KindName>>,
    pub(super) flocks: BTreeMap<String, String>,
    /// Counts up with each change.
    pub(super) revision: u64,
    /// The refresh that is under way, or the last one.
    pass: u64,
    pub(super) remembered: Remembered,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The Canarytoken's id.
    pub id: String,
    /// Its kind, as the Console calls it.
    pub kind: String,
    /// Its kind in plain words.
    pub kind_name: String,
    /// Name of the kind's icon.
    pub icon: String,
    /// The reminder on one line, at most 300 characters.
    pub memo: String,
    /// Its flock's id.
    pub flock_id: String,
    /// Its flock's name.
    pub flock: String,
    /// Does it raise alerts?
    pub enabled: bool,
    /// When it was made, in milliseconds since 1970.
    pub created: Option<f64>,
    /// How many alerts it raised.
    pub alerts: u64,
}

impl TokenIndex {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Counts up with each change.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The flocks: id to name.
    pub fn flocks(&self) -> &BTreeMap<String, String> {
        &self.flocks
    }

    /// Takes the flocks' names. To be called before the Canarytokens come, so that the search knows them.
    pub fn set_flocks(&mut self, flocks: BTreeMap<String, String>) {
        self.flocks = flocks;
        self.revision += 1;
    }

    /// One of them.
    pub fn get(&self, id: &str) -> Option<&Token> {
        self.place(id).map(|place| &self.entries[place].token)
    }

    /// One of them, as a line of the list.
    pub fn row(&self, id: &str) -> Option<Row> {
        self.place(id).map(|place| self.row_at(place))
    }

    /// The ids of those of one kind with the same reminder.
    pub fn alike(&self, kind: &str, memo: &str) -> HashSet<String> {
        let alike = self
            .entries
            .iter()
            .filter(|Entry { token, .. }| token.kind == kind && token.memo == memo);
        alike.map(|entry| entry.token.id.clone()).collect()
    }

    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Adds one, or replaces the one with the same id.
    pub fn put(&mut self, catalogue: &Catalogue, token: Token) {
        self.revision += 1;
        let kind = self.kind_name(catalogue, &token.kind);
        let searched = searched(&token, &kind, self.flocks.get(&token.flock_id));
        let entry = Entry {
            kind,
            searched,
            seen: self.pass,
            token,
        };
        match self.places.get(&entry.token.id) {
            Some(place) => self.entries[*place] = entry,
            None => {
                self.places.insert(entry.token.id.clone(), self.entries.len());
                self.entries.push(entry);
            }
        }
    }

    /// Changes one in place. `false` when it is not there.
    pub fn change(&mut self, catalogue: &Catalogue, id: &str, change: impl FnOnce(&mut Token)) -> bool {
        let Some(mut token) = self.get(id).cloned() else {
            return false;
        };
        change(&mut token);
        self.put(catalogue, token);
        true
    }

    /// Takes one out.
    pub fn remove(&mut self, id: &str) {
        let Some(place) = self.places.remove(id) else { return };
        self.entries.swap_remove(place);
        if let Some(moved) = self.entries.get(place) {
            self.places.insert(moved.token.id.clone(), place);
        }
        self.revision += 1;
    }

    /// A refresh begins: what it does not see is gone at its end.
    pub fn begin_pass(&mut self) {
        self.pass += 1;
    }

    /// The refresh is complete.
    pub fn end_pass(&mut self) {
        let pass = self.pass;
        let before = self.entries.len();
        self.entries.retain(|entry| entry.seen == pass);
        if self.entries.len() != before {
            self.places = self
                .entries
                .iter()
                .enumerate()
                .map(|(place, entry)| (entry.token.id.clone(), place))
                .collect();
            self.revision += 1;
        }
    }

    pub(super) fn flock_name<'a>(&'a self, id: &'a str) -> &'a str {
        match self.flocks.get(id) {
            Some(name) => name,
            None => id.strip_prefix("flock:").unwrap_or(id),
        }
    }

    pub(super) fn row_at(&self, place: usize) -> Row {
        let Entry { token, kind, .. } = &self.entries[place];
        Row {
            id: token.id.clone(),
            kind: kind.kind.to_string(),
            kind_name: kind.name.clone(),
            icon: kind.icon.clone(),
            memo: one_line(&token.memo),
            flock_id: token.flock_id.clone(),
            flock: self.flock_name(&token.flock_id).to_owned(),
            enabled: token.enabled,
            created: token.created.map(|seconds| (seconds * 1_000.0).round()),
            alerts: alerts(token),
        }
    }

    fn kind_name(&mut self, catalogue: &Catalogue, kind: &str) -> Arc<KindName> {
        if let Some(known) = self.kinds.get(kind) {
            return Arc::clone(known);
        }
        let name = catalogue.name(kind);
        let searched = catalogue.search_words(kind);
        let made = Arc::new(KindName {
            kind: kind.into(),
            icon: catalogue.icon(kind),
            name,
            searched,
        });
        self.kinds.insert(kind.to_owned(), Arc::clone(&made));
        made
    }
}

/// How many alerts a Canarytoken has.
pub(super) fn alerts(token: &Token) -> u64 {
    token.unacked_alert_count.unwrap_or(0).max(token.triggered_count)
}

/// Everything that is shown of a Canarytoken, in lower case.
fn searched(token: &Token, kind: &KindName, flock: Option<&String>) -> Box<str> {
    let parts = [
        token.memo.as_str(),
        &token.id,
        token.hostname.as_deref().unwrap_or_default(),
        token.url.as_deref().unwrap_or_default(),
        &kind.searched,
        flock.unwrap_or(&token.flock_id),
    ];
    parts.join("\n").to_lowercase().into()
}

/// A reminder on one line, cut to the length of a row.
fn one_line(memo: &str) -> String {
    let mut line = String::with_capacity(memo.len().min(ROW_MEMO * 2));
    for (count, letter) in memo.trim().chars().enumerate() {
        if count == ROW_MEMO {
            line.push('…');
            break;
        }
        line.push(if letter.is_control() { ' ' } else { letter });
    }
    line
}
