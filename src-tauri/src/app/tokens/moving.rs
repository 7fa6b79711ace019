//! Flocks in figures, and moving Canarytokens from one to another.

use std::collections::BTreeMap;

use canary_api::endpoints::{FetchToken, FlockSummary, ListFlocks, MoveToFlock, SearchTokens, SummarizeFlocks};
use canary_api::{Error as ApiError, Outcome, Token};

use super::batch::{Work, still};
use super::{BatchResult, Selection};
use crate::app::App;
use crate::app::error::Error;
use crate::app::operations::{CancelToken, Reporter};
use crate::app::session::Session;

/// Where Canarytokens are moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// The flock's id.
    pub flock: String,
    /// Are their alerts destroyed on the way?
    pub clear_incidents: bool,
}

/// A flock, and how many Canarytokens it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlockFigures {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many it has, how many of them are on, and how many off. `None` when the Console does not tell.
    pub figures: Option<(u64, u64, u64)>,
}

impl App {
    /// The flocks with their figures as the Console has them now, by name. Names come from `flocks/list` too: a summary need not
    /// name every flock.
    ///
    /// # Errors
    /// [`Error::NotConnected`]; that of `flocks/list` when neither endpoint answers.
    pub async fn summarize_flocks(&self) -> Result<Vec<FlockFigures>, Error> {
        let session = self.session()?;
        let (summary, names) = tokio::join!(session.client.send(&SummarizeFlocks), session.client.send(&ListFlocks));
        let (summary, mut names) = match (summary, names) {
            (Ok(summary), names) => (summary, names.unwrap_or_default()),
            (Err(error), Ok(names)) => {
                tracing::warn!(%error, "the flocks' figures are not known");
                (BTreeMap::new(), names)
            }
            (Err(_), Err(error)) => return Err(error.into()),
        };
        for (id, flock) in &summary {
            let name = if flock.name.is_empty() { id } else { &flock.name };
            names.entry(id.clone()).or_insert_with(|| name.clone());
        }
        session.tokens.with(|index| {
            if *index.flocks() != names {
                index.set_flocks(names.clone());
            }
        });
        let figures = |flock: &FlockSummary| (flock.total, flock.enabled, flock.disabled);
        let mut flocks: Vec<FlockFigures> = names
            .into_iter()
            .map(|(id, name)| FlockFigures {
                figures: summary.get(&id).map(figures),
                id,
                name,
            })
            .collect();
        flocks.sort_by_cached_key(|flock| (flock.name.to_lowercase(), flock.id.clone()));
        Ok(flocks)
    }

    /// Moves all of a selection to another flock, which must still be `expected` many. Those that are there already stay untouched.
    ///
    /// # Errors
    /// [`Error::NotConnected`]; [`Error::Field`] when the selection is of another size now. What fails of it is in the result.
    pub async fn move_tokens(
        &self,
        selection: &Selection,
        expected: usize,
        to: Destination,
        cancel: CancelToken,
        report: Reporter,
    ) -> Result<BatchResult, Error> {
        let session = self.session()?;
        let ids = session.tokens.with(|index| index.ids(selection));
        still(&ids, expected)?;
        let ids = session.tokens.with(|index| {
            let elsewhere = |id: &String| index.get(id).is_some_and(|token| token.flock_id != to.flock);
            ids.into_iter().filter(elsewhere).collect()
        });
        Ok(self.work(&session, ids, Work::Move(to), cancel, report).await)
    }
}

/// What a move changes of a Canarytoken in the list.
pub(super) fn moved(token: &mut Token, to: &Destination) {
    token.flock_id.clone_from(&to.flock);
    if to.clear_incidents && token.unacked_alert_count.is_some() {
        token.unacked_alert_count = Some(0);
    }
}

/// Moves one. Before "not found" or a lost answer is believed, the Console is asked where the Canarytoken is.
pub(super) async fn move_one(session: &Session, id: String, to: &Destination) -> Result<(), ApiError> {
    let request = MoveToFlock {
        node_id: node_of(session, &id).await?,
        flock_id: to.flock.clone(),
        clear_incidents: to.clear_incidents,
    };
    let error = match session.client.send(&request).await {
        Err(error) if error.outcome() == Outcome::Unknown || matches!(error, ApiError::NotFound) => error,
        sent => return sent,
    };
    match (session.client.send(&FetchToken { id }).await, error) {
        (Ok(token), _) if token.flock_id == to.flock => Ok(()),
        // It is there, so it must not leave the list: only its node was not known.
        (Ok(_), ApiError::NotFound) => Err(ApiError::Refused {
            message: "Could not find the Canarytoken".into(),
        }),
        (_, error) => Err(error),
    }
}

/// The node of a Canarytoken. `flock/move` asks for a `node_id`, which only lists tell (vendor's documentation). Where the list in
/// memory does not have it, because the Canarytoken was made since the last refresh, `canarytokens/search` is asked for its id; and
/// where that does not tell it either, the Canarytoken's own id is sent, which names the same thing.
async fn node_of(session: &Session, id: &str) -> Result<String, ApiError> {
    let known = session
        .tokens
        .with(|index| index.get(id).and_then(|token| token.node_id.clone()));
    if let Some(node) = known {
        return Ok(node);
    }
    let search = SearchTokens {
        text: Some(id.to_owned()),
        limit: 10,
        ..SearchTokens::default()
    };
    match session.client.send(&search).await {
        Ok(page) => {
            let found = page.tokens.into_iter().find(|token| token.id == id);
            Ok(found.and_then(|token| token.node_id).unwrap_or_else(|| id.to_owned()))
        }
        // A Console without this endpoint refuses it; that is no reason not to try.
        Err(error) if error.outcome() == Outcome::NotDone && !error.is_retryable() => Ok(id.to_owned()),
        Err(error) => Err(error),
    }
}
