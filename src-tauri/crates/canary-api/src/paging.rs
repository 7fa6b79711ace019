//! Lists in pages.

use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use futures_util::Stream;
use futures_util::stream::unfold;
use serde_json::{Map, Value};

use crate::endpoints::{PaginateTokens, SearchTokens};
use crate::lenient::to_text;
use crate::{Client, Endpoint, Error, Token, decode};

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its Canarytokens.
    pub tokens: Vec<Token>,
    /// What to ask for the next page with; `None` at the end.
    pub next: Option<String>,
    /// Number of this page, from 1, if the Console says so.
    pub page: Option<u64>,
    /// How many pages there are, if the Console says so.
    pub pages: Option<u64>,
    /// How many Canarytokens there are, if the Console says so (search only).
    pub total: Option<u64>,
}

impl Page {
    /// Reads the answer of paginate or search.
    pub(crate) fn read(mut members: Map<String, Value>) -> Result<Self, Error> {
        let number = |members: &Map<String, Value>, names: [&str; 2]| {
            names
                .iter()
                .find_map(|name| members.get(*name))
                .and_then(|value| to_text(value).trim().parse::<u64>().ok())
        };
        Ok(Self {
            next: members.get("cursor").and_then(next_of),
            page: number(&members, ["page_num", "page_number"]),
            pages: number(&members, ["page_total", "total_pages"]),
            total: number(&members, ["total_results", "total_results"]),
            tokens: decode::member(&mut members, "canarytokens")?,
        })
    }
}

/// The cursor is an object in the documentation and in the vendor's scripts, a plain value in the vendor's Python client.
/// `next_link` is never looked at: it holds the key.
fn next_of(cursor: &Value) -> Option<String> {
    let next = match cursor {
        Value::Object(members) => members.get("next")?,
        other => other,
    };
    Some(to_text(next)).filter(|next| !next.is_empty() && next != "None")
}

/// A request whose answer is a page of a list.
pub trait Paged: Endpoint<Answer = Page> {
    /// Asks for the page at `cursor` from now on.
    fn go_on(&mut self, cursor: String);
}

impl Paged for PaginateTokens {
    fn go_on(&mut self, cursor: String) {
        self.cursor = Some(cursor);
    }
}

impl Paged for SearchTokens {
    fn go_on(&mut self, cursor: String) {
        self.cursor = Some(cursor);
    }
}

/// A list that is being read.
struct Walk<R> {
    client: Client,
    request: R,
    seen: HashSet<u64>,
}

/// All pages, from `first` on, each asked for when the one before was taken.
///
/// Ends after an error. A cursor that was there before, or more pages than [`crate::Options::max_pages`], is [`Error::ListRepeats`].
pub fn pages<R: Paged + Send>(client: &Client, first: R) -> impl Stream<Item = Result<Page, Error>> + Send + use<R> {
    let walk = Walk {
        client: client.clone(),
        request: first,
        seen: HashSet::new(),
    };
    unfold(Some(walk), async |walk| {
        let mut walk = walk?;
        let page = match walk.client.send(&walk.request).await {
            Ok(page) => page,
            Err(error) => return Some((Err(error), None)),
        };
        let Some(next) = page.next.clone() else {
            return Some((Ok(page), None));
        };
        let mut hasher = DefaultHasher::new();
        next.hash(&mut hasher);
        if !walk.seen.insert(hasher.finish()) || walk.seen.len() >= walk.client.options().max_pages {
            return Some((Err(Error::ListRepeats), None));
        }
        walk.request.go_on(next);
        Some((Ok(page), Some(walk)))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_form_of_cursor_is_understood() {
        assert_eq!(
            next_of(&json!({"next": "abc", "next_link": "https://x/?auth_token=secret"})),
            Some("abc".into())
        );
        assert_eq!(next_of(&json!("abc")), Some("abc".into()));
        assert_eq!(next_of(&json!({"next": null})), None);
        assert_eq!(next_of(&json!({"prev": "abc"})), None);
        assert_eq!(next_of(&Value::Null), None);
        assert_eq!(next_of(&json!("None")), None);
    }
}
