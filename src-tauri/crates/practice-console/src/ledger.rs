//! What truly happened: the ledger tests compare with what a client says.

use std::time::Instant;

use serde::Serialize;

/// A copy of the ledger, in the order in which requests were carried out.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Ledger {
    /// Every API request that arrived.
    pub entries: Vec<Entry>,
    /// The most API requests that were in flight at one time.
    pub most_at_once: usize,
    /// Requests that followed a redirect to the other port, where nobody should follow with the key.
    pub strays: Vec<Stray>,
    /// Links of practice Canarytokens that were opened, as ids.
    pub opened: Vec<String>,
    /// Practice Canarytokens whose host name was looked up, as ids.
    pub looked_up: Vec<String>,
    /// Practice Canarytokens that were set off by the button of the practice page, as ids.
    pub set_off: Vec<String>,
}

/// One API request.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Its number, from 1.
    pub order: u64,
    /// Milliseconds since the Console started, when it was carried out or refused.
    pub at_ms: u64,
    /// `GET`, `POST`, …
    pub method: String,
    /// The path below `/api/v1/`, such as `canarytoken/create`.
    pub endpoint: String,
    /// What became of it.
    pub outcome: Outcome,
    /// The Console's own words when it was refused.
    pub message: Option<String>,
    /// The fault that changed its answer, by name, such as `reset-after`.
    pub fault: Option<String>,
    /// How the key came.
    pub auth: Auth,
    /// The names (never the values) of the parameters that came with it, sorted.
    pub parameters: Vec<String>,
    /// Ids of what it created.
    pub created: Vec<String>,
    /// Ids of what it changed.
    pub changed: Vec<String>,
    /// Ids of what it deleted.
    pub deleted: Vec<String>,
    /// How many alerts went with it.
    pub cleared_incidents: u64,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was done, whatever the client got to see.
    CarriedOut,
    /// The Console said no (key, role, parameters).
    Refused,
    /// A fault kept it from being done.
    Prevented,
}

/// How the API key came with a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Auth {
    /// No key.
    #[default]
    None,
    /// Header `X-Canary-Auth-Token`.
    Header,
    /// Parameter `auth_token`, in the address or the body.
    Parameter,
    /// Parameter `factory_auth`.
    Factory,
}

/// A request at the port that redirect faults lead to.
#[derive(Clone, Debug, Serialize)]
pub struct Stray {
    /// `GET`, `POST`, …
    pub method: String,
    /// Path with query.
    pub target: String,
    /// It brought an API key, in the header or anywhere else.
    pub had_key: bool,
}

impl Ledger {
    /// The requests to an endpoint that were carried out, in order.
    pub fn carried_out<'a>(&'a self, endpoint: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.requests(endpoint)
            .filter(|entry| entry.outcome == Outcome::CarriedOut)
    }

    /// All requests to an endpoint, whatever became of them, in order.
    pub fn requests<'a>(&'a self, endpoint: &'a str) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(move |entry| entry.endpoint == endpoint)
    }

    /// How many requests to an endpoint were carried out.
    pub fn count(&self, endpoint: &str) -> usize {
        self.carried_out(endpoint).count()
    }

    /// Ids of everything that was created, in order.
    pub fn created(&self) -> Vec<String> {
        self.entries.iter().flat_map(|entry| entry.created.clone()).collect()
    }

    /// Ids of everything that was changed, in order; an id changed twice is here twice.
    pub fn changed(&self) -> Vec<String> {
        self.entries.iter().flat_map(|entry| entry.changed.clone()).collect()
    }

    /// Ids of everything that was deleted, in order.
    pub fn deleted(&self) -> Vec<String> {
        self.entries.iter().flat_map(|entry| entry.deleted.clone()).collect()
    }
}

/// The ways to set a practice Canarytoken off.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Touch {
    /// Its link was opened.
    Link,
    /// Its host name was looked up.
    Name,
    /// The button of the practice page.
    Button,
}

/// The ledger while it is written.
#[derive(Debug)]
pub(crate) struct Book {
    started: Instant,
    in_flight: usize,
    ledger: Ledger,
}

/// What a handler notes about the request it carries out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Did {
    pub auth: Auth,
    pub message: Option<String>,
    pub created: Vec<String>,
    pub changed: Vec<String>,
    pub deleted: Vec<String>,
    pub cleared_incidents: u64,
}

impl Book {
    pub fn new() -> Self {
        Self {
            started: Instant::now(),
            in_flight: 0,
            ledger: Ledger::default(),
        }
    }

    pub fn copy(&self) -> Ledger {
        self.ledger.clone()
    }

    pub fn clear(&mut self) {
        self.ledger = Ledger {
            most_at_once: self.in_flight,
            ..Ledger::default()
        };
    }

    pub fn arrived(&mut self) {
        self.in_flight += 1;
        self.ledger.most_at_once = self.ledger.most_at_once.max(self.in_flight);
    }

    pub fn left(&mut self) {
        self.in_flight = self.in_flight.saturating_sub(1);
    }

    pub fn stray(&mut self, stray: Stray) {
        self.ledger.strays.push(stray);
    }

    /// Notes by which way a Canarytoken was set off.
    pub fn touched(&mut self, id: &str, how: Touch) {
        let ids = match how {
            Touch::Link => &mut self.ledger.opened,
            Touch::Name => &mut self.ledger.looked_up,
            Touch::Button => &mut self.ledger.set_off,
        };
        ids.push(id.to_owned());
    }

    pub fn note(&mut self, what: Noted<'_>, outcome: Outcome, did: Did) {
        let order = self.ledger.entries.last().map_or(1, |entry| entry.order + 1);
        self.ledger.entries.push(Entry {
            order,
            at_ms: u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX),
            method: what.method.to_owned(),
            endpoint: what.endpoint.to_owned(),
            outcome,
            message: did.message,
            fault: what.fault.map(str::to_owned),
            auth: did.auth,
            parameters: what.parameters,
            created: did.created,
            changed: did.changed,
            deleted: did.deleted,
            cleared_incidents: did.cleared_incidents,
        });
    }
}

/// The part of an entry that comes from the request itself.
pub(crate) struct Noted<'a> {
    pub method: &'a str,
    pub endpoint: &'a str,
    pub fault: Option<&'a str>,
    pub parameters: Vec<String>,
}
