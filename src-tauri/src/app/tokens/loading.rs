//! Filling the index from the Console, page by page.

use std::pin::pin;
use std::time::Duration;

use canary_api::endpoints::{ListFlocks, ListKinds, PaginateTokens};
use canary_api::{Page, pages};
use futures_util::StreamExt;

use super::{ListStatus, Phase, Tokens};
use crate::app::App;
use crate::app::error::{Error, Reported};
use crate::app::events::AppEvent;
use crate::app::session::Session;

/// How many to a page. The vendor's own scripts ask for 50 to 3,000; this shows the first rows soon and keeps requests few.
const PAGE: u32 = 500;
/// How long the second page waits for the first to be shown, and for the window in which it is: as long as that may take to start,
/// since it starts sooner when nothing else keeps the computer busy.
const FIRST_ROWS: Duration = Duration::from_secs(1);

impl App {
    /// Fetches the whole list. What was there stays until its end, and stays altogether when it fails.
    /// Called twice at once, the second waits for the first and fetches nothing.
    ///
    /// # Errors
    /// [`Error::NotConnected`], and [`Error::Cancelled`] when the session ended. A failed fetch is told in the status.
    pub async fn refresh_tokens(&self) -> Result<ListStatus, Error> {
        let session = self.session()?;
        let Ok(_fetching) = session.tokens.fetching.try_lock() else {
            drop(session.tokens.fetching.lock().await);
            return Ok(session.tokens.status());
        };
        if !session.abilities.list {
            session.tokens.set_status(|status| status.phase = Phase::NotAllowed);
            self.tell_list(&session, true);
            return Ok(session.tokens.status());
        }
        tokio::select! {
            biased;
            () = session.cancel.cancelled() => Err(Error::Cancelled),
            status = self.fetch_list(&session) => Ok(status),
        }
    }

    /// Tells the page that the list is in another state, at most ten times a second unless `now`.
    pub(crate) fn tell_list(&self, session: &Session, now: bool) {
        if session.tokens.may_tell(now) {
            self.events.send(AppEvent::ListChanged(session.tokens.status()));
        }
    }

    async fn fetch_list(&self, session: &Session) -> ListStatus {
        let tokens = &session.tokens;
        let _unfinished = Unfinished(tokens);
        tokens.set_status(|status| {
            *status = ListStatus {
                phase: Phase::Loading,
                refreshed_at: status.refreshed_at,
                ..ListStatus::default()
            };
        });
        self.tell_list(session, true);
        let fetched = self.fetch_pages(session).await;
        let now = self.ports.clock.now();
        let all = tokens.with(|index| index.len());
        tokens.set_status(|status| match fetched {
            Ok(()) => {
                *status = ListStatus {
                    phase: Phase::Ready,
                    loaded: all,
                    expected: Some(all),
                    refreshed_at: Some(now),
                    ..ListStatus::default()
                };
            }
            Err(error) => {
                status.phase = Phase::Failed;
                status.error = Some(Reported::new(error));
            }
        });
        self.tell_list(session, true);
        tokens.status()
    }

    async fn fetch_pages(&self, session: &Session) -> Result<(), Error> {
        let (client, tokens) = (&session.client, &session.tokens);
        let mut all = pin!(pages(
            client,
            PaginateTokens {
                limit: PAGE,
                ..PaginateTokens::default()
            }
        ));
        tokens.with(super::TokenIndex::begin_pass);
        // The names of flocks come with the first page; a Console that does not tell them still has a list.
        let (flocks, kinds, first) = tokio::join!(client.send(&ListFlocks), client.send(&ListKinds), all.next());
        match flocks {
            Ok(flocks) => tokens.with(|index| index.set_flocks(flocks)),
            Err(error) => tracing::warn!(%error, "the flocks' names are not known; those of before stay"),
        }
        if let Ok(kinds) = kinds {
            tokens.set_kinds(kinds);
        }
        let Some(first) = first else { return Ok(()) };
        let shown = tokens.shown.notified();
        let more = self.take_page(session, first?);
        self.tell_list(session, true);
        if more {
            // The page shows these rows before the Console is asked for the next; a page that shows something else does not hold it up.
            let stands = async {
                shown.await;
                self.standing.wait().await;
            };
            let _ = tokio::time::timeout(FIRST_ROWS, stands).await;
        }
        while let Some(page) = all.next().await {
            self.take_page(session, page?);
            self.tell_list(session, false);
        }
        tokens.with(super::TokenIndex::end_pass);
        Ok(())
    }

    /// Takes a page in. Is there another one?
    fn take_page(&self, session: &Session, page: Page) -> bool {
        let tokens: &Tokens = &session.tokens;
        let count = page.tokens.len();
        let pages = page.pages.and_then(|pages| usize::try_from(pages).ok());
        tokens.with(|index| {
            page.tokens
                .into_iter()
                .for_each(|token| index.put_listed(&self.catalogue, token))
        });
        tokens.set_status(|status| {
            status.loaded += count;
            if status.expected.is_none() {
                status.expected = page
                    .total
                    .and_then(|total| usize::try_from(total).ok())
                    .or(pages.map(|pages| pages * count));
            }
        });
        page.next.is_some()
    }
}

/// A fetch that is dropped half-way was stopped by the person: the list must not say for ever that it is coming in.
struct Unfinished<'a>(&'a Tokens);

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        self.0.set_status(|status| {
            if status.phase == Phase::Loading {
                status.phase = Phase::Failed;
                status.error = Some(Reported::new(Error::Cancelled));
            }
        });
    }
}
