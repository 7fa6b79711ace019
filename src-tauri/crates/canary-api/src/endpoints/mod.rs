//! One file per endpoint: its request, its answer, its path, its documented example as a test.

mod create_factory;
mod create_token;
mod delete_apeeper_factory;
mod delete_factory;
mod delete_token;
mod disable_token;
mod download;
mod enable_token;
mod fetch_all_tokens;
mod fetch_token;
mod list_factories;
mod list_factory_kinds;
mod list_flocks;
mod list_kinds;
mod move_to_flock;
mod paginate_tokens;
mod ping;
mod remove_redirect;
mod remove_s3;
mod search_tokens;
mod summarize_flocks;
mod update_memo;
mod update_redirect;

use reqwest::Method;
use secrecy::SecretString;
use serde_json::{Map, Value};

use crate::{Error, Rule};

pub use create_factory::{CreateFactory, NewFactory};
pub use create_token::CreateToken;
pub use delete_apeeper_factory::DeleteApeeperFactory;
pub use delete_factory::DeleteFactory;
pub use delete_token::DeleteToken;
pub use disable_token::DisableToken;
pub use download::Download;
pub use enable_token::EnableToken;
pub use fetch_all_tokens::FetchAllTokens;
pub use fetch_token::FetchToken;
pub use list_factories::{Factory, ListFactories};
pub use list_factory_kinds::ListFactoryKinds;
pub use list_flocks::ListFlocks;
pub use list_kinds::ListKinds;
pub use move_to_flock::MoveToFlock;
pub use paginate_tokens::PaginateTokens;
pub use ping::Ping;
pub use remove_redirect::RemoveRedirect;
pub use remove_s3::RemoveS3;
pub use search_tokens::SearchTokens;
pub use summarize_flocks::{FlockSummary, SummarizeFlocks};
pub use update_memo::UpdateMemo;
pub use update_redirect::UpdateRedirect;

/// A request that a Console answers in its JSON envelope.
pub trait Endpoint: Sync {
    /// What the answer holds.
    type Answer: Send;
    /// GET with a query, or POST with a form.
    const METHOD: Method;
    /// Below `/api/v1/`.
    const PATH: &'static str;
    /// When it may go out again.
    const RULE: Rule;

    /// What is sent beside the key.
    fn parameters(&self) -> Parameters;

    /// Reads the members of a successful answer.
    ///
    /// # Errors
    /// [`Error::Odd`] when something promised is missing.
    fn read(&self, members: Map<String, Value>) -> Result<Self::Answer, Error>;

    /// On a repetition only: is what was wanted already so, by the try before, although this one failed?
    fn settled_by(&self, _error: &Error) -> Option<Self::Answer> {
        None
    }
}

/// A file to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The parameter's name.
    pub field: String,
    /// The name the Console sees.
    pub file_name: String,
    /// Its true type, such as `image/png`.
    pub mime: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What a request sends beside the key.
#[derive(Debug, Clone, Default)]
pub struct Parameters {
    pub(crate) texts: Vec<(String, String)>,
    pub(crate) secrets: Vec<(String, SecretString)>,
    pub(crate) files: Vec<Upload>,
}

impl Parameters {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.texts.push((name.to_owned(), value.into()));
        self
    }

    pub(crate) fn with_some(self, name: &str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub(crate) fn with_secret(mut self, name: &str, value: &SecretString) -> Self {
        self.secrets.push((name.to_owned(), value.clone()));
        self
    }
}

/// Tests of the documented examples.
#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(crate) mod examples {
    use super::Endpoint;

    /// What `request` reads from a documented answer.
    pub(crate) fn read<E: Endpoint>(request: &E, answer: &str) -> E::Answer {
        request
            .read(crate::decode::envelope(200, answer.as_bytes(), 32).unwrap())
            .unwrap()
    }

    /// What `request` sends, as `name=value` joined by `&`.
    pub(crate) fn sent<E: Endpoint>(request: &E) -> String {
        let parameters = request.parameters();
        let pairs: Vec<String> = parameters
            .texts
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("&")
    }
}
