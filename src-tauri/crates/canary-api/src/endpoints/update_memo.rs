//! `POST canarytoken/update` (seed).

use reqwest::Method;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule, Token, decode};

/// Gives a Canarytoken another reminder.
#[derive(Debug, Clone)]
pub struct UpdateMemo {
    /// The Canarytoken's id.
    pub id: String,
    /// The new reminder; not empty, at most 10,000 characters.
    pub memo: String,
}

impl Endpoint for UpdateMemo {
    type Answer = Token;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "canarytoken/update";
    const RULE: Rule = Rule::Repeatable;

    fn parameters(&self) -> Parameters {
        Parameters::new().with("canarytoken", &self.id).with("memo", &self.memo)
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
        let request = UpdateMemo {
            id: "a1".into(),
            memo: "New".into(),
        };
        assert_eq!(examples::sent(&request), "canarytoken=a1&memo=New");
        let token = examples::read(
            &request,
            r#"{"result": "success", "token": {"canarytoken": "a1", "memo": "New"}}"#,
        );
        assert_eq!(token.memo, "New");
    }
}
