//! `DELETE canarytoken/delete_factory` (vendor's documentation): the one endpoint with this method.

use reqwest::Method;
use secrecy::SecretString;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule};

/// Deletes a factory. What it made stays.
#[derive(Debug, Clone)]
pub struct DeleteFactory {
    /// The string that stands for a key.
    pub auth: SecretString,
}

impl Endpoint for DeleteFactory {
    type Answer = ();
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "canarytoken/delete_factory";
    const RULE: Rule = Rule::UnlessItLeft;

    fn parameters(&self) -> Parameters {
        Parameters::new().with_secret("factory_auth", &self.auth)
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
    fn the_documented_example_is_read_and_hides_the_string() {
        let request = DeleteFactory {
            auth: "f00d".to_owned().into(),
        };
        assert!(!format!("{request:?}").contains("f00d"));
        examples::read(&request, r#"{"msg": "Factory deleted", "result": "success"}"#);
    }
}
