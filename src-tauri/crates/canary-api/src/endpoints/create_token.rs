//! `POST canarytoken/create` (seed).

use reqwest::Method;
use secrecy::SecretString;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters, Upload};
use crate::{Error, Rule, Token, decode};

/// Makes a Canarytoken.
#[derive(Debug, Clone, Default)]
pub struct CreateToken {
    /// The Console's name of the kind.
    pub kind: String,
    /// The reminder; not empty, at most 10,000 characters.
    pub memo: String,
    /// The flock; the Console's default one when absent.
    pub flock_id: Option<String>,
    /// The kind's own parameters.
    pub fields: Vec<(String, String)>,
    /// The kind's own parameters that are secrets, such as `aws_secret_key`.
    pub secrets: Vec<(String, SecretString)>,
    /// The kind's own files. With one, the request is `multipart/form-data`.
    pub files: Vec<Upload>,
}

impl Endpoint for CreateToken {
    type Answer = Token;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "canarytoken/create";
    const RULE: Rule = Rule::UnlessItLeft;

    fn parameters(&self) -> Parameters {
        let mut parameters = Parameters::new()
            .with("kind", &self.kind)
            .with("memo", &self.memo)
            .with_some("flock_id", self.flock_id.as_deref());
        parameters.texts.extend(self.fields.iter().cloned());
        parameters.secrets.clone_from(&self.secrets);
        parameters.files.clone_from(&self.files);
        parameters
    }

    fn read(&self, mut members: Map<String, Value>) -> Result<Token, Error> {
        decode::member(&mut members, "canarytoken")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoints::examples;

    #[test]
    fn the_documented_example_is_read() {
        let request = CreateToken {
            kind: "http".into(),
            memo: "Example".into(),
            ..CreateToken::default()
        };
        assert_eq!(examples::sent(&request), "kind=http&memo=Example");
        let token = examples::read(
            &request,
            r#"{"canarytoken": {"canarytoken": "cxsqs35ff1l4v3pmqvwtyhfy0", "created": "1586246315.103945",
                "created_printable": "2020-04-07 07:58:35 (UTC)", "enabled": true, "flock_id": "flock:default",
                "hostname": "cxsqs35ff1l4v3pmqvwtyhfy0.1234abcd.cnr.io", "key": "00a1", "kind": "http", "memo": "Example",
                "triggered_count": 0, "updated_id": 4, "url": "http://1234abcd.cnr.io/cxsqs35ff1l4v3pmqvwtyhfy0"},
                "result": "success"}"#,
        );
        assert_eq!(
            (token.id.as_str(), token.kind.as_str(), token.enabled),
            ("cxsqs35ff1l4v3pmqvwtyhfy0", "http", true)
        );
        assert_eq!(token.created, Some(1_586_246_315.103_945));
    }
}
