//! `POST canarytoken/enable` (seed).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule};

/// Turns a Canarytoken on.
#[derive(Debug, Clone)]
pub struct EnableToken {
    /// The Canarytoken's id.
    pub id: String,
}

impl Endpoint for EnableToken {
    type Answer = ();
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "canarytoken/enable";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new().with("canarytoken", &self.id)
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
        let request = EnableToken { id: "a1".into() };
        assert_eq!(examples::sent(&request), "canarytoken=a1");
        examples::read(&request, r#"{"result": "success"}"#);
    }
}
