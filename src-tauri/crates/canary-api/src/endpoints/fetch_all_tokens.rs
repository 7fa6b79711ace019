//! `GET canarytokens/fetch` (vendor's documentation, which advises against it on large Consoles).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, Token, decode};

/// Reads all Canarytokens in one answer.
#[derive(Debug, Clone, Default)]
pub struct FetchAllTokens {
    /// Only those of one flock.
    pub flock_id: Option<String>,
    /// Also lists factories, such as those of Apeeper.
    pub include_endpoints: bool,
}

impl Endpoint for FetchAllTokens {
    type Answer = Vec<Token>;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "canarytokens/fetch";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new()
            .with_some("flock_id", self.flock_id.as_deref())
            .with_some("include_endpoints", self.include_endpoints.then_some("true"))
    }

    fn read(&self, mut members: Map<String, Value>) -> Result<Vec<Token>, Error> {
        decode::member(&mut members, "tokens")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let request = FetchAllTokens {
            flock_id: None,
            include_endpoints: true,
        };
        assert_eq!(examples::sent(&request), "include_endpoints=true");
        let tokens = examples::read(
            &request,
            r#"{"result": "success", "tokens": [{"canarytoken": "a1"}, {"canarytoken": "b2"}]}"#,
        );
        assert_eq!(tokens.len(), 2);
    }
}
