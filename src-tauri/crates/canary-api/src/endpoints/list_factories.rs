//! `GET canarytoken/list_factories` (vendor's documentation).

use reqwest::Method;
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, decode, lenient};

/// Reads all factories.
#[derive(Debug, Clone)]
pub struct ListFactories;

/// A factory.
#[derive(Debug, Clone, Deserialize)]
pub struct Factory {
    /// The string that stands for a key.
    #[serde(rename = "factory_auth")]
    pub auth: SecretString,
    /// The flock that its Canarytokens go to.
    #[serde(default, deserialize_with = "lenient::text")]
    pub flock_id: String,
    /// Its reminder.
    #[serde(default, deserialize_with = "lenient::text")]
    pub memo: String,
}

impl Endpoint for ListFactories {
    type Answer = Vec<Factory>;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "canarytoken/list_factories";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new()
    }

    fn read(&self, mut members: Map<String, Value>) -> Result<Vec<Factory>, Error> {
        decode::member(&mut members, "factories")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let answer = r#"{"factories": [{"factory_auth": "f00d", "flock_id": "flock:default", "memo": "Laptops"}], "result": "success"}"#;
        let factories = examples::read(&ListFactories, answer);
        assert_eq!(factories.first().map(|factory| factory.memo.as_str()), Some("Laptops"));
    }
}
