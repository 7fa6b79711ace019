//! What a practice Console is started with.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::Fault;

/// How a practice Console starts. Everything has a default: `Settings { tokens: 50, ..Settings::default() }`.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// The UDP port on 127.0.0.1 on which host names of Canarytokens can be looked up; 0 takes any free one, `None` opens none.
    pub dns_port: Option<u16>,
    /// How many Canarytokens the sample fleet has. 100,000 are made in about a second.
    pub tokens: usize,
    /// How long each request waits before it is carried out.
    pub latency: Duration,
    /// The same seed makes the same fleet, key, ids and fault decisions.
    pub seed: u64,
    /// The API key; without one it is made from the seed.
    pub key: Option<String>,
    /// What the API key may do.
    pub role: Role,
    /// The one flock a [`Role::Deploy`] key belongs to. Ignored for other roles.
    pub key_flock: String,
    /// How it shall fail, from the start.
    pub faults: Vec<Fault>,
    /// The flocks as id and name; empty takes the sample's six. The first one is the default flock.
    pub flocks: Vec<(String, String)>,
    /// The most Canarytokens one page of a list holds, whatever `limit` a client asks for.
    pub page_limit: usize,
    /// Downloads have this many MiB instead of their own size: they start as the real file and go on with zeros.
    pub artifact_mib: Option<u64>,
    /// The kinds this Console offers; `None` offers all it knows. Tokens of other kinds may still be in the fleet.
    pub kinds: Option<Vec<String>>,
    /// A folder with more kinds, one `<kind>.toml` each, beside those it was built with.
    pub more_kinds: Option<PathBuf>,
    /// Answer every error with HTTP status 200: which status a Console uses is not documented, clients must read `result`.
    pub errors_with_status_200: bool,
    /// Custom domains that are linked to this Console (parameter `custom_domain`).
    pub custom_domains: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            port: 0,
            dns_port: None,
            tokens: 0,
            latency: Duration::ZERO,
            seed: 1,
            key: None,
            role: Role::Admin,
            key_flock: DEFAULT_FLOCK.to_owned(),
            faults: Vec::new(),
            flocks: Vec::new(),
            page_limit: 1000,
            artifact_mib: None,
            kinds: None,
            more_kinds: None,
            errors_with_status_200: false,
            custom_domains: vec!["decoys.example.org".to_owned()],
        }
    }
}

/// The flock that takes a Canarytoken when none is named.
pub const DEFAULT_FLOCK: &str = "flock:default";

/// What an API key may do. The roles and their limits are the vendor's; the words of a refusal are ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Everything.
    #[default]
    Admin,
    /// Sees everything and, on a real Console, handles alerts; changes no Canarytoken.
    Analyst,
    /// Sees everything, changes nothing.
    ReadOnly,
    /// "Canarytoken Deploy": may ping, create and download, in its own flock, and nothing else.
    Deploy,
}

impl Role {
    /// The role's name as a Console shows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Admin => "Admin",
            Self::Analyst => "Analyst",
            Self::ReadOnly => "Read-Only",
            Self::Deploy => "Canarytoken Deploy",
        }
    }
}
