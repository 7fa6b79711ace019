//! `GET canarytokens/factory/list` (vendor's documentation).

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, decode};

/// Reads the kinds that factories can create: kind to display name.
#[derive(Debug, Clone)]
pub struct ListFactoryKinds;

impl Endpoint for ListFactoryKinds {
    type Answer = BTreeMap<String, String>;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "canarytokens/factory/list";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new()
    }

    fn read(&self, mut members: Map<String, Value>) -> Result<Self::Answer, Error> {
        decode::member(&mut members, "factory_canarytokens")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let kinds = examples::read(
            &ListFactoryKinds,
            r#"{"factory_canarytokens": {"http": "Web bug"}, "result": "success"}"#,
        );
        assert_eq!(kinds.get("http").map(String::as_str), Some("Web bug"));
    }
}
