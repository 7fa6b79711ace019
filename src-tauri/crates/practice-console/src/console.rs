//! The Console as a value: start it, look into it, change it; it stops when it is dropped.

use std::net::SocketAddr;
use std::sync::Arc;

use crate::faults::Fault;
use crate::kinds::Kinds;
use crate::ledger::Ledger;
use crate::names;
use crate::server::{self, Shared};
use crate::settings::{Role, Settings};
use crate::store::now;
use crate::token::Token;

/// A running practice Console. Dropping it stops it: its port is free and its connections are closed.
pub struct Console {
    shared: Arc<Shared>,
}

/// Why a practice Console could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The port could not be had: it is taken, or may not be used.
    #[error(
        "The practice Console could not start because port {port} cannot be used. Choose another port, or 0 for any free one."
    )]
    Port {
        /// The port asked for.
        port: u16,
        /// What the system says.
        source: std::io::Error,
    },
    /// The folder of more kinds cannot be read, or a file in it.
    #[error("The practice Console could not start because a kind cannot be read: {0}")]
    Kinds(#[source] std::io::Error),
}

/// A Canarytoken that a test puts there, past the API. Everything has a default.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// Its id; none makes one.
    pub id: Option<String>,
    /// Its kind, known or not.
    pub kind: String,
    /// Its reminder.
    pub memo: String,
    /// Its flock, which need not exist; none is the default flock.
    pub flock_id: Option<String>,
    /// On or off.
    pub enabled: bool,
    /// When it was created, in microseconds since 1970; none is now.
    pub created_micros: Option<u64>,
    /// Alerts so far, and those of them nobody has read.
    pub alerts: (u64, u64),
    /// More parameters, as if it had been created with them (such as `browser_redirect_url`).
    pub given: Vec<(String, String)>,
}

impl Default for NewToken {
    fn default() -> Self {
        Self {
            id: None,
            kind: "http".to_owned(),
            memo: "Practice".to_owned(),
            flock_id: None,
            enabled: true,
            created_micros: None,
            alerts: (0, 0),
            given: Vec::new(),
        }
    }
}

impl Console {
    /// Starts a Console on the current tokio runtime, which must go on running as long as the Console shall.
    ///
    /// # Errors
    /// When the port cannot be had, or the folder of more kinds not be read.
    pub async fn start(settings: Settings) -> Result<Self, StartError> {
        let taken = |port| move |source| StartError::Port { port, source };
        let names = match settings.dns_port {
            Some(port) => Some(names::open(port).await.map_err(taken(port))?),
            None => None,
        };
        let port = settings.port;
        let kinds = Kinds::load(settings.kinds.clone(), settings.more_kinds.as_deref()).map_err(StartError::Kinds)?;
        let shared = server::start(settings, kinds, names).await.map_err(taken(port))?;
        Ok(Self { shared })
    }

    /// Its address, `http://127.0.0.1:PORT`, without a slash at the end.
    pub fn url(&self) -> String {
        self.shared.base()
    }

    /// The API key.
    pub fn key(&self) -> String {
        self.shared.key.clone()
    }

    /// Where host names can be looked up, when it was started with a port for that.
    pub fn names(&self) -> Option<SocketAddr> {
        self.shared.names
    }

    /// The address of the second port, where redirect faults lead.
    pub fn other_url(&self) -> String {
        self.shared.trap.clone()
    }

    /// What truly happened so far.
    pub fn ledger(&self) -> Ledger {
        self.shared.book().copy()
    }

    /// Empties the ledger.
    pub fn clear_ledger(&self) {
        self.shared.book().clear();
    }

    /// Replaces the faults, and their counts and chances start anew; an empty list ends them all, a refused port included.
    pub fn set_faults(&self, faults: impl IntoIterator<Item = Fault>) {
        self.shared.set_faults(faults.into_iter().collect());
    }

    /// Changes what the API key may do.
    pub fn set_role(&self, role: Role) {
        self.shared.set_role(role);
    }

    /// Puts a token there, past the API and the ledger; it becomes the newest. Answers its id.
    pub fn add_token(&self, new: NewToken) -> String {
        let mut store = self.shared.store();
        let id = new.id.unwrap_or_else(|| store.new_id());
        let updated_id = store.next_update();
        let flock = new.flock_id.map_or_else(|| store.default_flock(), Arc::from);
        store.add(Token {
            id: id.clone(),
            kind: Arc::from(new.kind),
            memo: new.memo,
            flock,
            enabled: new.enabled,
            created: new.created_micros.unwrap_or_else(now),
            triggered: new.alerts.0,
            unacked: new.alerts.1,
            updated_id,
            given: new.given.into_iter().collect(),
            files: Vec::new(),
        });
        id
    }

    /// Takes a token away, past the API and the ledger. Answers whether it was there.
    pub fn remove_token(&self, id: &str) -> bool {
        self.shared.store().remove(id).is_some()
    }

    /// The ids of all tokens, newest first.
    pub fn token_ids(&self) -> Vec<String> {
        self.shared.store().ids()
    }

    /// A token's memo, if there is such a token.
    pub fn memo(&self, id: &str) -> Option<String> {
        self.shared.store().get(id).map(|token| token.memo.clone())
    }

    /// The id of a token's flock, if there is such a token.
    pub fn flock_of(&self, id: &str) -> Option<String> {
        self.shared.store().get(id).map(|token| token.flock.to_string())
    }

    /// Where a token leads its visitors, if there is such a token and it leads anywhere.
    pub fn redirect_of(&self, id: &str) -> Option<String> {
        let store = self.shared.store();
        store.get(id)?.given.get("browser_redirect_url").cloned()
    }

    /// The factories: `factory_auth`, flock and reminder of each.
    pub fn factories(&self) -> Vec<(String, String, String)> {
        let store = self.shared.store();
        let factories = store.factories.iter();
        factories
            .map(|one| (one.auth.clone(), one.flock.to_string(), one.memo.clone()))
            .collect()
    }

    /// Takes a factory away, past the API and the ledger. Answers whether it was there.
    pub fn remove_factory(&self, auth: &str) -> bool {
        let mut store = self.shared.store();
        let before = store.factories.len();
        store.factories.retain(|factory| factory.auth != auth);
        store.factories.len() < before
    }

    /// Whether a token is on, if there is such a token.
    pub fn is_enabled(&self, id: &str) -> Option<bool> {
        self.shared.store().get(id).map(|token| token.enabled)
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        self.shared.stop();
    }
}

impl std::fmt::Debug for Console {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console")
            .field("url", &self.url())
            .finish_non_exhaustive()
    }
}
