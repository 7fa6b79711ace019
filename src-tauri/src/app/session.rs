//! The connection to one Console.

use canary_api::Client;

use super::abilities::Abilities;
use super::consoles::ConsoleEntry;
use super::factories::KnownFactories;
use super::operations::CancelToken;
use super::tokens::Tokens;
use super::watch::Watched;

/// One connection, from connecting to signing out or switching.
pub struct Session {
    /// The Console's id, for its whole life; its label may change meanwhile (see `App::state`).
    pub console: ConsoleEntry,
    /// Speaks to it.
    pub client: Client,
    /// What the API key may do.
    pub abilities: Abilities,
    /// Its Canarytokens in memory.
    pub tokens: Tokens,
    /// Its factories, with the strings that only Rust knows.
    pub factories: KnownFactories,
    /// How far the watch for alerts is.
    pub watched: Watched,
    /// Cancelled when the session ends: what still runs for it stops.
    pub cancel: CancelToken,
}

impl Session {
    /// A new connection with an empty list.
    pub fn new(console: ConsoleEntry, client: Client, abilities: Abilities) -> Self {
        Self {
            console,
            client,
            abilities,
            tokens: Tokens::default(),
            factories: KnownFactories::default(),
            watched: Watched::default(),
            cancel: CancelToken::new(),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}
