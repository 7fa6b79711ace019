//! `POST canarytoken/delete` (seed).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule};

/// Deletes a Canarytoken for good.
#[derive(Debug, Clone)]
pub struct DeleteToken {
    /// The Canarytoken's id.
    pub id: String,
    /// Also destroys its alerts. Source: the vendor's current documentation.
    pub clear_incidents: bool,
}

impl Endpoint for DeleteToken {
    type Answer = ();
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "canarytoken/delete";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new()
            .with("canarytoken", &self.id)
            .with_some("clear_incidents", self.clear_incidents.then_some("true"))
    }

    fn read(&self, _members: Map<String, Value>) -> Result<(), Error> {
        Ok(())
    }

    /// Not there any more: the try before did it, and only its answer was lost.
    fn settled_by(&self, error: &Error) -> Option<()> {
        matches!(error, Error::NotFound).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let mut request = DeleteToken {
            id: "a1".into(),
            clear_incidents: false,
        };
        assert_eq!(examples::sent(&request), "canarytoken=a1");
        examples::read(&request, r#"{"result": "success"}"#);
        request.clear_incidents = true;
        assert_eq!(examples::sent(&request), "canarytoken=a1&clear_incidents=true");
    }
}
