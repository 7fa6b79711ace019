//! Watching for alerts while the program runs, for those who asked for it.
//!
//! No documented endpoint tells which Canarytokens were set off since a time, and asking about each would cost a request each. So one
//! page of the list is read at each interval, as long as the vendor's own scripts ask for, and the next interval goes on where it
//! ended: with up to [`WatchPace::page`] Canarytokens (or as many as the Console puts on a page) all are seen each time, with more it
//! takes as many intervals as there are pages. It is one request each time, however many there are.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use canary_api::Token;
use canary_api::endpoints::PaginateTokens;

use super::App;
use super::lock;
use super::ports::Notification;
use super::session::Session;
use crate::words::say;

/// The most characters of a place in a notification, which others may see too.
const PLACE_CHARS: usize = 80;

/// How often the Console is asked, and for how much.
#[derive(Debug, Clone, Copy)]
pub struct WatchPace {
    /// The time between two requests.
    pub every: Duration,
    /// How many Canarytokens one page shall hold: the most that the vendor's scripts ask for.
    pub page: u32,
}

impl Default for WatchPace {
    fn default() -> Self {
        Self {
            every: Duration::from_secs(5 * 60),
            page: 3_000,
        }
    }
}

/// How far the watch of one session is.
#[derive(Default)]
pub struct Watched {
    /// Where the next page begins.
    next: Mutex<Option<String>>,
    /// Alerts of Canarytokens that are not in the list, because they were made elsewhere since it was fetched.
    strangers: Mutex<HashMap<String, u64>>,
}

impl App {
    /// Watches for as long as the program runs, whenever the person wants it to.
    pub async fn watch(&self) {
        loop {
            tokio::time::sleep(self.facts.watch_pace.every).await;
            if self.preferences.get().watch
                && let Ok(session) = self.session()
            {
                tokio::select! {
                    biased;
                    () = session.cancel.cancelled() => {}
                    () = self.look_for_alerts(&session) => {}
                }
            }
        }
    }

    /// Reads one page of the list, takes its counts in, and tells of Canarytokens with more alerts than were known.
    async fn look_for_alerts(&self, session: &Session) {
        // What was there before the first whole list is not known, so nothing could be called new.
        if !session.abilities.list || session.tokens.status().refreshed_at.is_none() {
            return;
        }
        let watched = &session.watched;
        let cursor = lock(&watched.next).take();
        let request = PaginateTokens {
            limit: self.facts.watch_pace.page,
            cursor,
            ..PaginateTokens::default()
        };
        // Nobody waits for it: a failure is left to the next time, which begins anew.
        let Ok(page) = session.client.send_once(&request).await else {
            return;
        };
        *lock(&watched.next) = page.next;
        let set_off: Vec<String> = page
            .tokens
            .iter()
            .filter(|token| self.is_news(session, token))
            .map(place_of)
            .collect();
        if set_off.is_empty() {
            return;
        }
        self.tell_list(session, true);
        if let Err(error) = self.ports.notifier.notify(words_for(&set_off)) {
            tracing::warn!(%error, "the system showed no notification");
        }
    }

    /// Has it more alerts than were known? They are known from now on.
    fn is_news(&self, session: &Session, token: &Token) -> bool {
        let now = token.triggered_count;
        let known = session.tokens.with(|index| {
            let before = index.get(&token.id)?.triggered_count;
            if now > before {
                index.change(&self.catalogue, &token.id, |kept| kept.triggered_count = now);
            }
            Some(before)
        });
        let before = known.unwrap_or_else(|| {
            let mut strangers = lock(&session.watched.strangers);
            strangers.insert(token.id.clone(), now).unwrap_or(0)
        });
        now > before
    }
}

/// Where a Canarytoken is, on one line and no longer than a notification bears.
fn place_of(token: &Token) -> String {
    let parts = super::tokens::Reminder::read(&token.memo);
    let place = parts.map(|parts| parts.place).filter(|place| !place.is_empty());
    let place = place.unwrap_or_else(|| token.memo.clone());
    let words: Vec<&str> = place.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(PLACE_CHARS) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// One notification, however many were set off.
fn words_for(places: &[String]) -> Notification {
    match places {
        [place] => Notification {
            title: say!("A Canarytoken was set off").into(),
            body: place.clone(),
        },
        more => Notification {
            title: say!("{count} Canarytokens were set off", count = more.len()),
            body: say!("Open Nestbox to see which.").into(),
        },
    }
}
