//! `POST apeeperfactory/delete` (seed).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule};

/// Deletes an Apeeper factory.
#[derive(Debug, Clone)]
pub struct DeleteApeeperFactory {
    /// The factory's hash.
    pub hash: String,
}

impl Endpoint for DeleteApeeperFactory {
    type Answer = ();
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "apeeperfactory/delete";
    const RULE: Rule = Rule::UnlessItLeft;

    fn parameters(&self) -> Parameters {
        Parameters::new().with("hash", &self.hash)
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
        let request = DeleteApeeperFactory { hash: "0aa9".into() };
        assert_eq!(examples::sent(&request), "hash=0aa9");
        examples::read(&request, r#"{"result": "success"}"#);
    }
}
