//! The Canarytokens of one Console: the index in memory, how it is filled, and what is done to some or many of them.

mod batch;
mod detail;
mod index;
mod loading;
mod moving;
mod order;
mod query;
mod redirect;
mod reminder;
mod search;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, Instant, SystemTime};

use tokio::sync::Notify;

use super::error::Reported;
use super::lock;

pub use batch::{BatchResult, Failed, REMEMBERED_IDS, Switch};
pub use detail::{ArtifactOffer, Detail, RemoveFromAws};
pub use index::{Row, TokenIndex};
pub use moving::{Destination, FlockFigures};
pub use query::{Column, Facets, Filter, Found, Selection, Sort, Summary};
pub use redirect::Redirect;
pub use reminder::Reminder;
pub use search::{ConsoleSearch, FoundThere};

/// The shortest time between two messages that the list has changed.
const TELL_EVERY: Duration = Duration::from_millis(100);

/// Where the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// Nothing was fetched yet.
    #[default]
    Empty,
    /// It is coming in; what is there can be used.
    Loading,
    /// All of it is there.
    Ready,
    /// The last fetch failed; what was there before stays.
    Failed,
    /// The API key may not list. What this session created is there.
    NotAllowed,
}

/// How the list stands.
#[derive(Debug, Clone, Default)]
pub struct ListStatus {
    /// Where it stands.
    pub phase: Phase,
    /// How many the fetch under way has brought so far; all, once it is ready.
    pub loaded: usize,
    /// How many it will about be, if the Console says so.
    pub expected: Option<usize>,
    /// When the last complete fetch ended.
    pub refreshed_at: Option<SystemTime>,
    /// Counts up with each change of the list.
    pub revision: u64,
    /// Why the last fetch failed.
    pub error: Option<Reported>,
}

/// All Canarytokens of a Console, in memory.
#[derive(Default)]
pub struct Tokens {
    state: Mutex<State>,
    /// Held by the fetch that is under way.
    fetching: tokio::sync::Mutex<()>,
    /// The page has asked for rows.
    shown: Notify,
    told: Mutex<Option<Instant>>,
    /// The creates under way, by kind and reminder.
    creates: Mutex<HashMap<(String, String), Weak<Turn>>>,
    /// What is known to come from one create, and so from no other.
    claimed: Mutex<HashSet<String>>,
}

/// Whoever holds it may create.
type Turn = tokio::sync::Mutex<()>;

#[derive(Default)]
struct State {
    index: TokenIndex,
    status: ListStatus,
    /// The Console's own list of kinds.
    kinds: Option<BTreeMap<String, String>>,
}

impl Tokens {
    /// How the list stands.
    pub fn status(&self) -> ListStatus {
        let state = lock(&self.state);
        ListStatus {
            revision: state.index.revision(),
            ..state.status.clone()
        }
    }

    /// Works with the index. Short work only: everything else waits for it.
    pub fn with<T>(&self, work: impl FnOnce(&mut TokenIndex) -> T) -> T {
        work(&mut lock(&self.state).index)
    }

    /// A part of the list, for the page.
    pub fn query(&self, filter: &Filter, sort: Sort, offset: usize, limit: usize) -> Found {
        let found = self.with(|index| index.query(filter, sort, offset, limit));
        self.shown.notify_waiters();
        found
    }

    /// The kinds that this Console offers, once it was asked.
    pub fn kinds(&self) -> Option<BTreeMap<String, String>> {
        lock(&self.state).kinds.clone()
    }

    /// Takes the kinds that this Console offers.
    pub fn set_kinds(&self, kinds: BTreeMap<String, String>) {
        lock(&self.state).kinds = Some(kinds);
    }

    /// The turn that all creates of one kind with one reminder share while any of them is under way.
    pub(crate) fn alike_creates(&self, kind: &str, memo: &str) -> Arc<Turn> {
        let mut creates = lock(&self.creates);
        creates.retain(|_, turn| turn.strong_count() > 0);
        let turn = creates.entry((kind.to_owned(), memo.to_owned())).or_default();
        turn.upgrade().unwrap_or_else(|| {
            let new = Arc::new(Turn::default());
            *turn = Arc::downgrade(&new);
            new
        })
    }

    /// Notes that `id` comes from one create of this session. `false` when it was claimed before.
    pub(crate) fn claim(&self, id: &str) -> bool {
        lock(&self.claimed).insert(id.to_owned())
    }

    /// Does it come from another create of this session?
    pub(crate) fn is_claimed(&self, id: &str) -> bool {
        lock(&self.claimed).contains(id)
    }

    fn set_status(&self, change: impl FnOnce(&mut ListStatus)) {
        change(&mut lock(&self.state).status);
    }

    /// Is it time to tell the page again? `now` lets the message pass in any case.
    fn may_tell(&self, now: bool) -> bool {
        let mut told = lock(&self.told);
        let due = now || told.is_none_or(|told| told.elapsed() >= TELL_EVERY);
        if due {
            *told = Some(Instant::now());
        }
        due
    }
}
