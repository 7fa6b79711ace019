//! The server: connections, faults, and what all of them share.

mod connection;
mod gate;
pub(crate) mod http;
mod misbehaviour;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::faults::Fault;
use crate::fleet;
use crate::kinds::Kinds;
use crate::ledger::{Book, Touch};
use crate::names;
use crate::plan::Plan;
use crate::settings::{Role, Settings};
use crate::store::Store;
use crate::token::HEX;
pub(crate) use gate::Gate;

/// What every connection of one Console shares.
pub(crate) struct Shared {
    pub settings: Settings,
    pub key: String,
    pub kinds: Kinds,
    pub gate: Gate,
    /// The second port, where redirect faults lead.
    pub trap: String,
    /// Where host names can be looked up.
    pub names: Option<SocketAddr>,
    store: Mutex<Store>,
    book: Mutex<Book>,
    plan: Mutex<Plan>,
    role: Mutex<Role>,
    /// Counts up when idle connections shall close.
    closing: watch::Sender<u64>,
    /// True when all shall end.
    stop: watch::Sender<bool>,
}

/// A lock is only poisoned by a panic elsewhere, which the tests of that place report; what it guards stays usable.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    pub fn store(&self) -> MutexGuard<'_, Store> {
        lock(&self.store)
    }

    pub fn book(&self) -> MutexGuard<'_, Book> {
        lock(&self.book)
    }

    pub fn plan(&self) -> MutexGuard<'_, Plan> {
        lock(&self.plan)
    }

    pub fn role(&self) -> Role {
        *lock(&self.role)
    }

    pub fn set_role(&self, role: Role) {
        *lock(&self.role) = role;
    }

    /// Somebody touched a Canarytoken: what would be an alert, unless it is off. `false` when there is no such one.
    pub fn touch(&self, id: &str, how: Touch) -> bool {
        let mut store = self.store();
        let Some(token) = store.get_mut(id) else { return false };
        if token.enabled {
            token.triggered += 1;
            token.unacked += 1;
            self.book().touched(id, how);
        }
        true
    }

    /// Somebody looked up a name, in small letters. Is it one of a Canarytoken? As on a real Console, anything may stand before its id.
    pub fn look_up(&self, name: &str) -> bool {
        let labels = name
            .strip_suffix(names::DOMAIN)
            .and_then(|labels| labels.strip_suffix('.'));
        let id = labels.and_then(|labels| labels.rsplit('.').next());
        id.is_some_and(|id| self.touch(id, Touch::Name))
    }

    /// Becomes true when all shall end.
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.stop.subscribe()
    }

    /// `http://127.0.0.1:PORT`
    pub fn base(&self) -> String {
        format!("http://{}", self.gate.address())
    }

    /// Replaces the faults. A refusal without an endpoint has begun, and an earlier one has ended, when this returns.
    pub fn set_faults(self: &Arc<Self>, faults: Vec<Fault>) {
        let plan = Plan::new(faults, self.settings.seed);
        let refuses = plan.refuses_at_once();
        *self.plan() = plan;
        match refuses {
            Some(for_ms) => self.refuse(for_ms),
            None => self.gate.open(),
        }
    }

    /// Closes the port, for a time or until the faults are set anew.
    pub fn refuse(self: &Arc<Self>, for_ms: Option<u64>) {
        let turn = self.gate.shut();
        self.closing.send_modify(|count| *count += 1);
        if let Some(for_ms) = for_ms {
            let shared = Arc::clone(self);
            self.gate.runtime().spawn(async move {
                tokio::time::sleep(Duration::from_millis(for_ms)).await;
                shared.gate.open_if_turn(turn);
            });
        }
    }

    /// Ends everything; the port is free when this returns.
    pub fn stop(&self) {
        self.gate.end();
        self.stop.send_replace(true);
    }
}

/// Starts a Console on the current runtime.
pub(crate) async fn start(
    settings: Settings,
    kinds: Kinds,
    names: Option<names::Open>,
) -> std::io::Result<Arc<Shared>> {
    let listener = TcpListener::bind(("127.0.0.1", settings.port)).await?;
    let trap = TcpListener::bind(("127.0.0.1", 0)).await?;
    let trap_address = format!("http://{}", trap.local_addr()?);
    let key = settings.key.clone().unwrap_or_else(|| made_up_key(settings.seed));
    let mut store = Store::new(&settings);
    fleet::settle(&mut store, settings.tokens);
    let faults = settings.faults.clone();
    let shared = Arc::new(Shared {
        key,
        kinds,
        gate: Gate::new(listener)?,
        trap: trap_address,
        names: names.as_ref().map(|(_, address)| *address),
        store: Mutex::new(store),
        book: Mutex::new(Book::new()),
        plan: Mutex::new(Plan::new(Vec::new(), settings.seed)),
        role: Mutex::new(settings.role),
        closing: watch::channel(0).0,
        stop: watch::channel(false).0,
        settings,
    });
    tokio::spawn(accept(Arc::clone(&shared)));
    tokio::spawn(accept_strays(Arc::clone(&shared), trap));
    if let Some((socket, _)) = names {
        tokio::spawn(names::serve(Arc::clone(&shared), socket));
    }
    shared.set_faults(faults);
    Ok(shared)
}

fn made_up_key(seed: u64) -> String {
    let mut chance = fastrand::Rng::with_seed(seed ^ 0x0000_c0de_c0de);
    (0..32).map(|_| char::from(HEX[chance.usize(..HEX.len())])).collect()
}

async fn accept(shared: Arc<Shared>) {
    let mut stop = shared.stop.subscribe();
    loop {
        let accepted = tokio::select! {
            accepted = shared.gate.accept() => accepted,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        match accepted {
            Ok(stream) => drop(tokio::spawn(connection::serve(Arc::clone(&shared), stream))),
            // Out of file handles, most likely: let some connections end first.
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

async fn accept_strays(shared: Arc<Shared>, listener: TcpListener) {
    let mut stop = shared.stop.subscribe();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.wait_for(|stop| *stop) => return,
        };
        match accepted {
            Ok((stream, _)) => drop(tokio::spawn(connection::serve_stray(Arc::clone(&shared), stream))),
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}
