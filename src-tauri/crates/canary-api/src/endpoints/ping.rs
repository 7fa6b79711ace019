//! `GET ping` (vendor's documentation).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule};

/// Asks whether the Console is there and knows the key.
#[derive(Debug, Clone)]
pub struct Ping;

impl Endpoint for Ping {
    type Answer = ();
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "ping";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new()
    }

    fn read(&self, _members: Map<String, Value>) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        examples::read(&Ping, r#"{"result": "success"}"#);
    }
}
