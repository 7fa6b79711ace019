//! `GET canarytokens/list` (vendor's documentation).

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, decode};

/// Reads the kinds that this Console can create: kind to display name.
#[derive(Debug, Clone)]
pub struct ListKinds;

impl Endpoint for ListKinds {
    type Answer = BTreeMap<String, String>;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "canarytokens/list";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new()
    }

    fn read(&self, mut members: Map<String, Value>) -> Result<Self::Answer, Error> {
        decode::member(&mut members, "canarytokens")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let kinds = examples::read(
            &ListKinds,
            r#"{"canarytokens": {"aws-id": "AWS API Key", "dns": "DNS"}, "result": "success"}"#,
        );
        assert_eq!(kinds.get("aws-id").map(String::as_str), Some("AWS API Key"));
    }
}
