//! `POST canarytoken/update/redirect_url` (vendor's documentation).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, Token, decode};

/// Sends the visitors of a Canarytoken to another page.
#[derive(Debug, Clone)]
pub struct UpdateRedirect {
    /// The Canarytoken's id.
    pub id: String,
    /// A whole web address.
    pub redirect_url: String,
}

impl Endpoint for UpdateRedirect {
    type Answer = Token;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "canarytoken/update/redirect_url";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new()
            .with("canarytoken", &self.id)
            .with("redirect_url", &self.redirect_url)
    }

    fn read(&self, mut members: Map<String, Value>) -> Result<Token, Error> {
        decode::member(&mut members, "token")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let request = UpdateRedirect {
            id: "a1".into(),
            redirect_url: "https://example.org/".into(),
        };
        assert_eq!(
            examples::sent(&request),
            "canarytoken=a1&redirect_url=https://example.org/"
        );
        let answer =
            r#"{"result": "success", "token": {"canarytoken": "a1", "browser_redirect_url": "https://example.org/"}}"#;
        let token = examples::read(&request, answer);
        assert_eq!(
            token.field("browser_redirect_url").as_deref(),
            Some("https://example.org/")
        );
    }
}
