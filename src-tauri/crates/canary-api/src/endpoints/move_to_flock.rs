//! `POST flock/move` (vendor's documentation).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule};

/// Moves a Canarytoken to another flock.
#[derive(Debug, Clone)]
pub struct MoveToFlock {
    /// The Canarytoken's node, as lists tell it.
    pub node_id: String,
    /// The other flock's id.
    pub flock_id: String,
    /// Also destroys its alerts.
    pub clear_incidents: bool,
}

impl Endpoint for MoveToFlock {
    type Answer = ();
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "flock/move";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new()
            .with("node_id", &self.node_id)
            .with("dest_flock_id", &self.flock_id)
            .with_some("clear_incidents", self.clear_incidents.then_some("true"))
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
        let request = MoveToFlock {
            node_id: "n1".into(),
            flock_id: "flock:2".into(),
            clear_incidents: false,
        };
        assert_eq!(examples::sent(&request), "node_id=n1&dest_flock_id=flock:2");
        examples::read(&request, r#"{"result": "success"}"#);
    }
}
