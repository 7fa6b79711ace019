//! Searching on the Console itself: for a list that is not whole, and for who has looked at which alert.

use std::pin::pin;

use canary_api::endpoints::SearchTokens;
use canary_api::pages;
use futures_util::TryStreamExt;

use crate::app::App;
use crate::app::error::Error;

/// How many to a page.
const PAGE: u32 = 250;
/// How many are fetched of what the Console found. Whoever finds more needs other words, or the whole list.
const MOST: usize = 1_000;

/// What the Console shall look for. All of it must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConsoleSearch {
    /// Beginnings of words of the reminder or the id: the Console looks at nothing else (vendor's documentation).
    pub text: String,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only of this flock.
    pub flock: Option<String>,
    /// Only those on, or off.
    pub enabled: Option<bool>,
}

/// What the Console found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundThere {
    /// How many, as it says.
    pub total: usize,
    /// How many of them are in the list now, at most 1,000.
    pub fetched: usize,
}

impl App {
    /// Lets the Console search, and takes what it finds into the list: there they stand under `Filter::found_there`, with the alerts
    /// that nobody has acknowledged, until the next search. When it fails, what was found before stays.
    ///
    /// # Errors
    /// [`Error::NotConnected`], and those of the Console.
    pub async fn search_console(&self, search: &ConsoleSearch) -> Result<FoundThere, Error> {
        let session = self.session()?;
        let text = search.text.trim();
        let first = SearchTokens {
            text: (!text.is_empty()).then(|| text.to_owned()),
            kind: search.kind.clone(),
            flock_id: search.flock.clone(),
            active: search.enabled,
            limit: PAGE,
            cursor: None,
        };
        let mut all = pin!(pages(&session.client, first));
        let (mut found, mut said) = (Vec::new(), None);
        while found.len() < MOST
            && let Some(page) = all.try_next().await?
        {
            said = said.or(page.total);
            found.extend(page.tokens);
        }
        let more = said.and_then(|total| usize::try_from(total).ok()).unwrap_or(0);
        found.truncate(MOST);
        let fetched = session.tokens.with(|index| index.put_found(&self.catalogue, found));
        self.tell_list(&session, true);
        Ok(FoundThere {
            total: more.max(fetched),
            fetched,
        })
    }
}
