//! `GET canarytokens/search` (vendor's documentation).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Page, Rule};

/// Searches on the Console: by the beginnings of words in id and reminder, and by kind and state.
#[derive(Debug, Clone, Default)]
pub struct SearchTokens {
    /// Only those of one flock.
    pub flock_id: Option<String>,
    /// Beginnings of words.
    pub text: Option<String>,
    /// Only those of one kind.
    pub kind: Option<String>,
    /// Only those that are on, or off.
    pub active: Option<bool>,
    /// How many to a page.
    pub limit: u32,
    /// Where to go on; sent alone, as it carries the rest.
    pub cursor: Option<String>,
}

impl Endpoint for SearchTokens {
    type Answer = Page;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "canarytokens/search";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        if let Some(cursor) = &self.cursor {
            return Parameters::new().with("cursor", cursor);
        }
        Parameters::new()
            .with("limit", self.limit.to_string())
            .with_some("flock_id", self.flock_id.as_deref())
            .with_some("search_string", self.text.as_deref())
            .with_some("kind", self.kind.as_deref())
            .with_some("active", self.active.map(|active| active.to_string()))
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
        let request = SearchTokens {
            text: Some("budget".into()),
            active: Some(true),
            limit: 5,
            ..SearchTokens::default()
        };
        assert_eq!(examples::sent(&request), "limit=5&search_string=budget&active=true");
        let page = examples::read(
            &request,
            r#"{"canarytokens": [{"canarytoken": "a1", "unacked_alert_count": 2}], "cursor": null, "page_number": 1,
                "total_pages": 1, "total_results": 1, "result": "success"}"#,
        );
        assert_eq!((page.next, page.pages, page.total), (None, Some(1), Some(1)));
        assert_eq!(page.tokens.first().and_then(|token| token.unacked_alert_count), Some(2));
    }
}
