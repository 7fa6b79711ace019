//! `POST canarytoken/remove/redirect_url` (vendor's documentation): for kinds that work without one, such as `qr-code`.

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, Token, decode};

/// Sends the visitors of a Canarytoken nowhere.
#[derive(Debug, Clone)]
pub struct RemoveRedirect {
    /// The Canarytoken's id.
    pub id: String,
}

impl Endpoint for RemoveRedirect {
    type Answer = Token;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "canarytoken/remove/redirect_url";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new().with("canarytoken", &self.id)
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
        let request = RemoveRedirect { id: "a1".into() };
        assert_eq!(examples::sent(&request), "canarytoken=a1");
        let token = examples::read(&request, r#"{"result": "success", "token": {"canarytoken": "a1"}}"#);
        assert_eq!(token.field("browser_redirect_url"), None);
    }
}
