//! All Canarytokens of one Console in memory, so that the page holds only what it shows.

use std::collections::{BTreeMap, HashMap, HashSet};

use canary_api::Token;

use super::query::Remembered;
use super::reminder::Reminder;
use crate::app::catalogue::Catalogue;

/// Longest reminder in a row, in characters.
const ROW_MEMO: usize = 300;

/// What is shown of a kind or of a flock, once for all its Canarytokens.
#[derive(Debug)]
pub(super) struct Shared {
    /// As the Console calls it.
    pub id: String,
    /// As people call it.
    pub name: String,
    /// Everything a search for it may hit, in lower case.
    pub searched: String,
    /// Name of the icon; kinds only.
    pub icon: String,
}

/// All kinds, or all flocks, that any Canarytoken has or had. They are few, and keep their places.
#[derive(Debug, Default)]
pub(super) struct Interned {
    pub all: Vec<Shared>,
    places: HashMap<String, u32>,
}

impl Interned {
    /// The place of `id`; `make` tells about it when it is new.
    fn place(&mut self, id: &str, make: impl FnOnce(&str) -> Shared) -> u32 {
        if let Some(place) = self.places.get(id) {
            return *place;
        }
        let place = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(make(id));
        self.places.insert(id.to_owned(), place);
        place
    }
}

/// One Canarytoken and what finding and sorting it needs.
pub(super) struct Entry {
    pub token: Token,
    /// Its kind's place.
    pub kind: u32,
    /// Its flock's place.
    pub flock: u32,
    /// The place of who looks after it.
    pub keeper: u32,
    /// What is shown of it alone, in lower case, for the search. It begins with the reminder; where that has parts, with the place.
    searched: Box<str>,
    /// So many bytes of it are the reminder.
    reminder: usize,
    /// The refresh in which it was seen last.
    seen: u64,
    /// The refresh in or after which the Console answered about it alone; a page of that refresh may be older than this.
    confirmed: Option<u64>,
}

impl Entry {
    /// What is shown of it alone, in lower case. Its kind and its flock are searched once for all.
    pub fn searched(&self) -> &str {
        &self.searched
    }

    /// The reminder in lower case, which is what people expect of an alphabet.
    pub fn reminder(&self) -> &str {
        self.searched[..self.reminder].trim()
    }
}

/// The Canarytokens, by place and by id.
#[derive(Default)]
pub struct TokenIndex {
    pub(super) entries: Vec<Entry>,
    places: HashMap<String, usize>,
    pub(super) kinds: Interned,
    pub(super) flocks: Interned,
    /// Who looks after them, by name in lower case; "" is nobody that a reminder names.
    pub(super) keepers: Interned,
    flock_names: BTreeMap<String, String>,
    /// Counts up with each change.
    pub(super) revision: u64,
    /// The refresh that is under way, or the last one.
    pass: u64,
    /// Those taken out while a refresh is under way: its pages may still name them.
    removed: Option<HashSet<String>>,
    /// The ids of what the Console found when it was last asked to search.
    found_there: HashSet<String>,
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
    /// Where it is, or the reminder where that has no parts: on one line, at most 300 characters.
    pub memo: String,
    /// Who looks after it; empty when its reminder does not say so in the documented form.
    pub looked_after_by: String,
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
    /// How many of them nobody has acknowledged, where the Console has told: only its search does.
    pub unacked: Option<u64>,
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
        &self.flock_names
    }

    /// A flock's name, or what its id ends with.
    pub fn flock_name(&self, flock: &str) -> String {
        named_flock(flock, &self.flock_names).name
    }

    /// Takes the flocks' names.
    pub fn set_flocks(&mut self, flocks: BTreeMap<String, String>) {
        for flock in &mut self.flocks.all {
            *flock = named_flock(&flock.id, &flocks);
        }
        self.flock_names = flocks;
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

    /// All of them.
    pub fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.entries.iter().map(|entry| &entry.token)
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

    /// Takes the names of kinds anew: another language is spoken.
    pub fn rename_kinds(&mut self, catalogue: &Catalogue) {
        for kind in &mut self.kinds.all {
            kind.name = catalogue.name(&kind.id);
        }
        self.revision += 1;
    }

    /// Adds one, or replaces the one with the same id, as the Console has just answered.
    pub fn put(&mut self, catalogue: &Catalogue, token: Token) {
        self.insert(catalogue, token, Some(self.pass));
    }

    /// Takes one from a page of the list. The page may have been on its way while the Console answered something newer: that stays.
    pub fn put_listed(&mut self, catalogue: &Catalogue, token: Token) {
        let pass = self.pass;
        if self.removed.as_ref().is_some_and(|removed| removed.contains(&token.id)) {
            return;
        }
        match self.places.get(&token.id).map(|place| &mut self.entries[*place]) {
            Some(entry) if entry.confirmed == Some(pass) => entry.seen = pass,
            _ => self.insert(catalogue, token, None),
        }
    }

    /// Takes what the Console found by its own search, in place of what it found before. How many there are.
    pub fn put_found(&mut self, catalogue: &Catalogue, found: Vec<Token>) -> usize {
        self.found_there = found.iter().map(|token| token.id.clone()).collect();
        self.revision += 1;
        for token in found {
            self.put(catalogue, token);
        }
        self.found_there.len()
    }

    /// Did the Console find it when it was last asked to search?
    pub(super) fn is_found_there(&self, id: &str) -> bool {
        self.found_there.contains(id)
    }

    fn insert(&mut self, catalogue: &Catalogue, token: Token, confirmed: Option<u64>) {
        self.revision += 1;
        let names = &self.flock_names;
        let parts = Reminder::read(&token.memo);
        let (searched, reminder) = searched(&token, parts.as_ref());
        let keeper = parts.map(|parts| parts.looked_after_by).unwrap_or_default();
        let entry = Entry {
            kind: self.kinds.place(&token.kind, |kind| named_kind(kind, catalogue)),
            flock: self.flocks.place(&token.flock_id, |flock| named_flock(flock, names)),
            keeper: self
                .keepers
                .place(&keeper.to_lowercase(), |id| named_keeper(id, &keeper)),
            searched,
            reminder,
            seen: self.pass,
            confirmed,
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
        if let Some(removed) = &mut self.removed {
            removed.insert(id.to_owned());
        }
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
        self.removed = Some(HashSet::new());
    }

    /// The refresh is complete.
    pub fn end_pass(&mut self) {
        let pass = self.pass;
        self.removed = None;
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

    pub(super) fn row_at(&self, place: usize) -> Row {
        let Entry { token, kind, flock, .. } = &self.entries[place];
        let (kind, flock) = (&self.kinds.all[*kind as usize], &self.flocks.all[*flock as usize]);
        let parts = Reminder::read(&token.memo).unwrap_or_default();
        let shown = if parts.place.is_empty() {
            &token.memo
        } else {
            &parts.place
        };
        Row {
            id: token.id.clone(),
            kind: kind.id.clone(),
            kind_name: kind.name.clone(),
            icon: kind.icon.clone(),
            memo: one_line(shown),
            looked_after_by: one_line(&parts.looked_after_by),
            flock_id: token.flock_id.clone(),
            flock: flock.name.clone(),
            enabled: token.enabled,
            created: token.created.map(|seconds| (seconds * 1_000.0).round()),
            alerts: alerts(token),
            unacked: token.unacked_alert_count,
        }
    }
}

fn named_kind(kind: &str, catalogue: &Catalogue) -> Shared {
    Shared {
        id: kind.to_owned(),
        name: catalogue.name(kind),
        searched: catalogue.search_words(kind),
        icon: catalogue.icon(kind),
    }
}

/// A flock that the Console did not name is called by what its id ends with.
fn named_flock(flock: &str, names: &BTreeMap<String, String>) -> Shared {
    let name = names.get(flock).map(String::as_str);
    let name = name.unwrap_or_else(|| flock.strip_prefix("flock:").unwrap_or(flock));
    Shared {
        id: flock.to_owned(),
        name: name.to_owned(),
        searched: name.to_lowercase(),
        icon: String::new(),
    }
}

/// Somebody who looks after some. Names that differ only in large and small letters are one person's.
fn named_keeper(id: &str, name: &str) -> Shared {
    Shared {
        id: id.to_owned(),
        name: name.to_owned(),
        searched: String::new(),
        icon: String::new(),
    }
}

/// How many alerts a Canarytoken has.
pub(super) fn alerts(token: &Token) -> u64 {
    token.unacked_alert_count.unwrap_or(0).max(token.triggered_count)
}

/// What is shown of a Canarytoken alone, in lower case, and how many bytes of it are the reminder.
fn searched(token: &Token, parts: Option<&Reminder>) -> (Box<str>, usize) {
    let mut text = match parts {
        Some(parts) => [&*parts.place, &parts.looked_after_by, &parts.note]
            .join("\n")
            .to_lowercase(),
        None => token.memo.to_lowercase(),
    };
    let reminder = text.len();
    // Host name and link mostly hold the id, which then need not be searched thrice.
    for part in [token.url.as_deref(), token.hostname.as_deref(), Some(&token.id)] {
        let part = part.unwrap_or_default().to_lowercase();
        if !text[reminder..].contains(&part) {
            text.push('\n');
            text.push_str(&part);
        }
    }
    (text.into(), reminder)
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
