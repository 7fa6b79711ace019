//! `POST canarytoken/remove/s3` (seed; `aws_session_token`: the vendor's current documentation).

use reqwest::Method;
use secrecy::SecretString;
use serde_json::{Map, Value};

use super::{Endpoint, Parameters};
use crate::{Error, Rule};

/// Takes an S3 Canarytoken's set-up out of AWS. Sent once only: it changes another company's cloud.
#[derive(Debug, Clone)]
pub struct RemoveS3 {
    /// The Canarytoken's id.
    pub id: String,
    /// AWS access key id.
    pub access_key: SecretString,
    /// AWS secret access key.
    pub secret_key: SecretString,
    /// AWS session token, for temporary keys.
    pub session_token: Option<SecretString>,
    /// AWS region, such as `eu-west-1`.
    pub region: String,
    /// Also deletes the buckets, with all that is in them.
    pub delete_buckets: bool,
    /// The watched bucket; needed when buckets are deleted.
    pub source_bucket: Option<String>,
}

impl Endpoint for RemoveS3 {
    type Answer = ();
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "canarytoken/remove/s3";
    const RULE: Rule = Rule::Never;

    fn parameters(&self) -> Parameters {
        let parameters = Parameters::new()
            .with("canarytoken", &self.id)
            .with("aws_region", &self.region)
            .with("delete_buckets", if self.delete_buckets { "true" } else { "false" })
            .with_some("s3_source_bucket", self.source_bucket.as_deref())
            .with_secret("aws_access_key", &self.access_key)
            .with_secret("aws_secret_key", &self.secret_key);
        match &self.session_token {
            Some(token) => parameters.with_secret("aws_session_token", token),
            None => parameters,
        }
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
    fn the_documented_example_is_read_and_hides_the_keys() {
        let request = RemoveS3 {
            id: "a1".into(),
            access_key: "AKIA-marker".to_owned().into(),
            secret_key: "secret-marker".to_owned().into(),
            session_token: None,
            region: "us-east-1".into(),
            delete_buckets: true,
            source_bucket: Some("docs".into()),
        };
        assert_eq!(
            examples::sent(&request),
            "canarytoken=a1&aws_region=us-east-1&delete_buckets=true&s3_source_bucket=docs"
        );
        assert!(!format!("{request:?}").contains("marker"));
        examples::read(&request, r#"{"result": "success"}"#);
    }
}
