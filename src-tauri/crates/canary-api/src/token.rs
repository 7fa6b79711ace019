//! One Canarytoken as a Console tells it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::lenient;

/// A Canarytoken. Only its id is sure to be there; every other field falls back to nothing, whatever its type in the answer.
#[derive(Debug, Clone, Deserialize, PartialEq)]
pub struct Token {
    /// The Console's id for it: `canarytoken`.
    #[serde(rename = "canarytoken", deserialize_with = "lenient::text")]
    pub id: String,
    /// The Console's name of its kind, such as `doc-msword`; there may be kinds nobody here knows.
    #[serde(default, deserialize_with = "lenient::text")]
    pub kind: String,
    /// The reminder.
    #[serde(default, deserialize_with = "lenient::text")]
    pub memo: String,
    /// The flock it belongs to, such as `flock:default`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub flock_id: String,
    /// Does it raise alerts? A Console that says nothing means yes.
    #[serde(default = "yes", deserialize_with = "lenient::flag")]
    pub enabled: bool,
    /// When it was made, in seconds since 1970. Sent as text with a fraction.
    #[serde(default, deserialize_with = "lenient::seconds")]
    pub created: Option<f64>,
    /// The same as the Console writes it.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub created_printable: Option<String>,
    /// Its host name.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub hostname: Option<String>,
    /// Its web address.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub url: Option<String>,
    /// Its key at the Console.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub key: Option<String>,
    /// How often it raised an alert.
    #[serde(default, deserialize_with = "lenient::count")]
    pub triggered_count: u64,
    /// Alerts nobody has acknowledged; told by search only.
    #[serde(default, deserialize_with = "lenient::some_count")]
    pub unacked_alert_count: Option<u64>,
    /// Counts up with each change.
    #[serde(default, deserialize_with = "lenient::some_count")]
    pub updated_id: Option<u64>,
    /// The Console's node; told by lists only.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub node_id: Option<String>,
    /// Ready snippets by name. They hold markup and secrets.
    #[serde(default, deserialize_with = "lenient::texts")]
    pub renders: BTreeMap<String, String>,
    /// All other fields, as sent.
    #[serde(flatten)]
    pub other: BTreeMap<String, Value>,
}

fn yes() -> bool {
    true
}

impl Token {
    /// A field by the Console's name for it, as text; `renders.<name>` reaches into the snippets. `None` when absent or empty.
    pub fn field(&self, name: &str) -> Option<String> {
        let text = match name {
            "canarytoken" => Some(self.id.clone()),
            "kind" => Some(self.kind.clone()),
            "memo" => Some(self.memo.clone()),
            "hostname" => self.hostname.clone(),
            "url" => self.url.clone(),
            "key" => self.key.clone(),
            _ => match name.strip_prefix("renders.") {
                Some(render) => self.renders.get(render).cloned(),
                None => self.other.get(name).map(lenient::to_text),
            },
        };
        text.filter(|text| !text.is_empty())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn odd_types_are_read_for_what_they_mean() {
        let token: Token = serde_json::from_str(
            r#"{"canarytoken":"a1","kind":7,"memo":null,"enabled":"True","created":"1586161315.5","triggered_count":"0",
                "updated_id":12,"renders":[],"url":"","unheard_of":{"a":1}}"#,
        )
        .unwrap();
        assert_eq!(
            (token.kind.as_str(), token.memo.as_str(), token.enabled),
            ("7", "", true)
        );
        assert_eq!(
            (token.created, token.triggered_count, token.url.clone()),
            (Some(1_586_161_315.5), 0, None)
        );
        assert_eq!(token.field("unheard_of").as_deref(), Some(r#"{"a":1}"#));
    }

    #[test]
    fn a_key_said_twice_is_no_error() {
        let value: Value = serde_json::from_str(r#"{"canarytoken":"a","canarytoken":"b"}"#).unwrap();
        assert_eq!(serde_json::from_value::<Token>(value).unwrap().id, "b");
    }

    #[test]
    fn only_the_id_is_needed() {
        assert!(serde_json::from_str::<Token>(r#"{"kind":"http"}"#).is_err());
        assert!(serde_json::from_str::<Token>(r#"{"canarytoken":"a"}"#).unwrap().enabled);
    }
}
