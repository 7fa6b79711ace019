//! `POST canarytoken/create_factory` (vendor's documentation).

use reqwest::Method;
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, decode};

/// Makes a factory: a string with which others create Canarytokens in one flock, without an API key.
#[derive(Debug, Clone)]
pub struct CreateFactory {
    /// The flock that its Canarytokens go to.
    pub flock_id: String,
    /// The reminder of the factory itself.
    pub memo: String,
}

/// A factory that was just made.
#[derive(Debug, Clone, Deserialize)]
pub struct NewFactory {
    /// The string that stands for a key. Whoever has it can create Canarytokens, and do nothing else.
    #[serde(rename = "factory_auth")]
    pub auth: SecretString,
    /// The page for people who use it.
    #[serde(default, rename = "factory_url")]
    pub url: Option<String>,
}

impl Endpoint for CreateFactory {
    type Answer = NewFactory;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "canarytoken/create_factory";
    const RULE: Rule = Rule::UnlessItLeft;

    fn parameters(&self) -> Parameters {
        Parameters::new()
            .with("flock_id", &self.flock_id)
            .with("memo", &self.memo)
    }

    fn read(&self, members: Map<String, Value>) -> Result<NewFactory, Error> {
        decode::whole(members)
    }
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read_and_hides_the_string() {
        let request = CreateFactory {
            flock_id: "flock:default".into(),
            memo: "Laptops".into(),
        };
        assert_eq!(examples::sent(&request), "flock_id=flock:default&memo=Laptops");
        let answer = r#"{"factory_auth": "f00d", "factory_url": "https://x.canary.tools/f/f00d", "result": "success"}"#;
        let factory = examples::read(&request, answer);
        assert_eq!(factory.auth.expose_secret(), "f00d");
        assert!(!format!("{:?}", factory.auth).contains("f00d"));
    }
}
