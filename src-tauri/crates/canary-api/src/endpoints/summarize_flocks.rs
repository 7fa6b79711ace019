//! `GET flocks/summary` (vendor's documentation).

use std::collections::BTreeMap;

use reqwest::Method;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, decode, lenient};

/// Reads how many Canarytokens each flock has, by the flock's id.
#[derive(Debug, Clone)]
pub struct SummarizeFlocks;

/// One flock in figures.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
pub struct FlockSummary {
    /// Its name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// All its Canarytokens.
    #[serde(default, rename = "total_tokens", deserialize_with = "lenient::count")]
    pub total: u64,
    /// Those that are on.
    #[serde(default, rename = "enabled_tokens", deserialize_with = "lenient::count")]
    pub enabled: u64,
    /// Those that are off.
    #[serde(default, rename = "disabled_tokens", deserialize_with = "lenient::count")]
    pub disabled: u64,
}

impl Endpoint for SummarizeFlocks {
    type Answer = BTreeMap<String, FlockSummary>;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "flocks/summary";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new()
    }

    fn read(&self, mut members: Map<String, Value>) -> Result<Self::Answer, Error> {
        decode::member(&mut members, "flocks_summary")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let summaries = examples::read(
            &SummarizeFlocks,
            r#"{"flocks_summary": {"flock:default": {"name": "Default Flock", "total_tokens": "3", "enabled_tokens": 2,
                "disabled_tokens": 1, "note": ""}}, "result": "success"}"#,
        );
        let flock = summaries.get("flock:default").unwrap();
        assert_eq!(
            (flock.name.as_str(), flock.total, flock.enabled, flock.disabled),
            ("Default Flock", 3, 2, 1)
        );
    }
}
