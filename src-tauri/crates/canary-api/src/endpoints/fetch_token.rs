//! `GET canarytoken/fetch` (seed).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, Token, decode};

/// Reads one Canarytoken.
#[derive(Debug, Clone)]
pub struct FetchToken {
    /// The Canarytoken's id.
    pub id: String,
}

impl Endpoint for FetchToken {
    type Answer = Token;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "canarytoken/fetch";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new().with("canarytoken", &self.id)
    }

    fn read(&self, mut members: Map<String, Value>) -> Result<Token, Error> {
        decode::member(&mut members, "token")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let token = examples::read(
            &FetchToken {
                id: "1qq0xl9ag5q1bcv0fm3zs1zbm".into(),
            },
            r#"{"result": "success", "token": {"browser_scanner_enabled": true, "canarytoken": "1qq0xl9ag5q1bcv0fm3zs1zbm",
                "created": "1586161315.270069", "created_printable": "2020-04-06 08:21:55 (UTC)", "enabled": true,
                "flock_id": "flock:default", "hostname": "1qq0.1234.cnr.io", "key": "b0", "kind": "http", "memo": "Example Memo",
                "triggered_count": 0, "updated_id": 9, "url": "http://1234.cnr.io/1qq0/index.html"}}"#,
        );
        assert_eq!((token.memo.as_str(), token.updated_id), ("Example Memo", Some(9)));
        assert_eq!(token.field("browser_scanner_enabled").as_deref(), Some("true"));
    }
}
