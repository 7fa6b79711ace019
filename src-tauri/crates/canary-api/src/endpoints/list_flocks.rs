//! `GET flocks/list` (vendor's documentation).

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, decode};

/// Reads the flocks: id to name.
#[derive(Debug, Clone)]
pub struct ListFlocks;

impl Endpoint for ListFlocks {
    type Answer = BTreeMap<String, String>;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "flocks/list";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new()
    }

    fn read(&self, mut members: Map<String, Value>) -> Result<Self::Answer, Error> {
        decode::member(&mut members, "flocks")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let flocks = examples::read(
            &ListFlocks,
            r#"{"flocks": {"flock:default": "Default Flock"}, "result": "success"}"#,
        );
        assert_eq!(flocks.get("flock:default").map(String::as_str), Some("Default Flock"));
    }
}
