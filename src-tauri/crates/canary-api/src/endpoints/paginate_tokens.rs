//! `GET canarytokens/paginate` (vendor's documentation).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Page, Rule};

/// Reads one page of all Canarytokens. [`crate::pages`] walks over all of them.
#[derive(Debug, Clone, Default)]
pub struct PaginateTokens {
    /// Only those of one flock.
    pub flock_id: Option<String>,
    /// How many to a page. A Console may give fewer.
    pub limit: u32,
    /// Where to go on. It carries the limit and the flock of the first request, so those are not sent with it.
    pub cursor: Option<String>,
}

impl Endpoint for PaginateTokens {
    type Answer = Page;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "canarytokens/paginate";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        match &self.cursor {
            Some(cursor) => Parameters::new().with("cursor", cursor),
            None => Parameters::new()
                .with("limit", self.limit.to_string())
                .with_some("flock_id", self.flock_id.as_deref()),
        }
    }

    fn read(&self, members: Map<String, Value>) -> Result<Page, Error> {
        Page::read(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let request = PaginateTokens {
            limit: 10,
            ..PaginateTokens::default()
        };
        assert_eq!(examples::sent(&request), "limit=10");
        let page = examples::read(
            &request,
            r#"{"canarytokens": [{"canarytoken": "a1", "kind": "http"}], "cursor": {"next": "MDox", "next_link": null, "prev": null,
                "prev_link": null}, "page_num": 1, "page_total": "3", "result": "success"}"#,
        );
        assert_eq!(
            (page.tokens.len(), page.next.as_deref(), page.page, page.pages),
            (1, Some("MDox"), Some(1), Some(3))
        );
        let next = PaginateTokens {
            cursor: page.next,
            ..request
        };
        assert_eq!(examples::sent(&next), "cursor=MDox");
    }
}
