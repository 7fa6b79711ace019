//! What of a Canarytoken can be copied and what else is worth showing.

use canary_api::Token;
use serde_json::Value;

use crate::words::say;

use super::{Catalogue, FieldKind};

/// Longest value shown as a fact, in characters; longer ones are pictures and the like.
const FACT_CHARS: usize = 300;
/// Fields of an unknown kind that say nothing to people, or are shown elsewhere.
const NO_FACTS: [&str; 7] = [
    "browser_scanner_enabled",
    "kind_description",
    "qr_code",
    "web_image",
    "doc",
    "result",
    "online",
];
/// Parts of a field's name that make it a secret.
const SECRET_PARTS: [&str; 6] = ["secret", "password", "token", "auth", "private", "access_key"];

/// Something to copy.
#[derive(Clone, PartialEq, Eq)]
pub struct CopyValue {
    /// What people read.
    pub label: String,
    /// What is copied.
    pub value: String,
    /// Is it hidden until asked for?
    pub secret: bool,
    /// Does it have several lines?
    pub multiline: bool,
}

impl std::fmt::Debug for CopyValue {
    /// Without the value: some are secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CopyValue")
            .field("label", &self.label)
            .finish_non_exhaustive()
    }
}

/// A line of the panel's details.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What people read.
    pub label: String,
    /// Its value.
    pub value: String,
}

impl Catalogue {
    /// What can be copied from `token`, in the order of its kind's file, and snippets that the file does not name; of an unknown kind its link, host name, snippets and secrets.
    pub fn copy_values(&self, token: &Token) -> Vec<CopyValue> {
        let Some(kind) = self.kind(&token.kind) else {
            return copy_values_of_unknown(token);
        };
        let value = |copy: &super::Copy| {
            let value = tidy(&token.field(&copy.from)?, copy.multiline);
            (!value.is_empty()).then(|| CopyValue {
                label: copy.label.clone(),
                value,
                secret: copy.secret,
                multiline: copy.multiline,
            })
        };
        let named = kind.copies.iter().filter_map(value);
        // Not every name of a snippet is documented: what the file does not name is shown all the same.
        let is_named = |name: &str| {
            kind.copies
                .iter()
                .any(|copy| copy.from.strip_prefix("renders.") == Some(name))
        };
        let others = token.renders.iter().filter(|(name, _)| !is_named(name));
        named
            .chain(others.filter_map(|(name, text)| snippet(name, text)))
            .collect()
    }

    /// What else there is to know: of a known kind the answers to its form that cannot be copied, of an unknown one all other plain fields.
    pub fn facts(&self, token: &Token) -> Vec<Fact> {
        let Some(kind) = self.kind(&token.kind) else {
            let plain = token
                .other
                .iter()
                .filter(|(name, _)| !NO_FACTS.contains(&name.as_str()) && !is_secret(name));
            return plain
                .filter_map(|(name, value)| fact(super::readable(name), plain_text(value)?))
                .collect();
        };
        let copied = |name: &str| kind.copies.iter().any(|copy| copy.from == name);
        let asked = kind.fields.iter().filter(|field| {
            let hidden = field.secret || field.local || field.kind == FieldKind::File;
            !hidden && !NO_FACTS.contains(&field.name.as_str()) && !copied(&field.name)
        });
        asked
            .filter_map(|field| {
                let value = token.field(&field.name)?;
                let shown = field.options.iter().find(|choice| choice.value == value);
                Some(Fact {
                    label: field.label.clone(),
                    value: shown.map_or(value, |choice| choice.label.clone()),
                })
            })
            .collect()
    }
}

fn copy_values_of_unknown(token: &Token) -> Vec<CopyValue> {
    let plain = [(say!("Link"), &token.url), (say!("Host name"), &token.hostname)]
        .into_iter()
        .filter_map(|(label, value)| Some((label.to_owned(), value.clone()?, false)));
    let secrets = token
        .other
        .iter()
        .filter(|(name, _)| is_secret(name))
        .filter_map(|(name, value)| Some((super::readable(name), plain_text(value)?, true)));
    let one_line = |(label, value, secret): (String, String, bool)| {
        let value = tidy(&value, false);
        (!value.is_empty()).then_some(CopyValue {
            label,
            value,
            secret,
            multiline: false,
        })
    };
    let snippets = token.renders.iter().filter_map(|(name, text)| snippet(name, text));
    let plain = plain.filter_map(one_line).chain(snippets);
    plain.chain(secrets.filter_map(one_line)).collect()
}

/// A snippet of which only the name is known; it may hold a secret.
fn snippet(name: &str, text: &str) -> Option<CopyValue> {
    let value = tidy(text, true);
    (!value.is_empty()).then(|| CopyValue {
        label: super::readable(name),
        value,
        secret: true,
        multiline: true,
    })
}

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    SECRET_PARTS.iter().any(|part| name.contains(part))
}

fn fact(label: String, value: String) -> Option<Fact> {
    let fits = !value.is_empty() && value.chars().count() <= FACT_CHARS;
    fits.then_some(Fact { label, value })
}

/// Text, number or yes/no; nothing else can be read by people.
fn plain_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(true) => Some(say!("Yes").to_owned()),
        Value::Bool(false) => Some(say!("No").to_owned()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Consoles send snippets with an empty first line and indented throughout; nobody wants to paste that.
fn tidy(text: &str, multiline: bool) -> String {
    if !multiline {
        return text.trim().to_owned();
    }
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let filled = || lines.iter().filter(|line| !line.is_empty());
    let indent = filled()
        .map(|line| line.len() - line.trim_start_matches([' ', '\t']).len())
        .min()
        .unwrap_or(0);
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let last = lines
        .iter()
        .rposition(|line| !line.is_empty())
        .map_or(first, |at| at + 1);
    let cut: Vec<&str> = lines[first..last]
        .iter()
        .map(|line| line.get(indent..).unwrap_or_default())
        .collect();
    cut.join("\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn token(json: &str) -> Token {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_snippet_loses_its_empty_first_line_and_its_indent() {
        assert_eq!(
            tidy("\n    [default]\n    a = 1\n      b = 2\n\n  ", true),
            "[default]\na = 1\n  b = 2"
        );
        assert_eq!(tidy("\n\n", true), "");
        assert_eq!(tidy("  a b ", false), "a b");
    }

    #[test]
    fn copy_values_come_in_the_order_of_the_file_and_only_if_they_are_there() {
        let aws = token(
            r#"{"canarytoken":"a","kind":"aws-id","access_key_id":"AKIA1","secret_access_key":"s3cret",
                "renders":{"aws-id":"\n  [default]\n  aws_access_key_id = AKIA1"}}"#,
        );
        let values = Catalogue::load().copy_values(&aws);
        let labels: Vec<&str> = values.iter().map(|value| value.label.as_str()).collect();
        assert_eq!(labels, ["Text for the file", "Access key", "Secret key"]);
        assert!(values[0].value.starts_with("[default]\naws") && values[2].secret);
        assert!(
            !format!("{values:?}").contains("s3cret"),
            "a secret must not reach a log"
        );
        let bare = token(r#"{"canarytoken":"a","kind":"aws-id"}"#);
        assert!(Catalogue::load().copy_values(&bare).is_empty());
    }

    #[test]
    fn a_snippet_that_the_kinds_file_does_not_name_is_hidden_but_there() {
        let css = token(r#"{"canarytoken":"a","kind":"cloned-css","renders":{"css_snippet":"\n  body {}\n"}}"#);
        let values = Catalogue::load().copy_values(&css);
        let shown = (values[0].label.as_str(), values[0].value.as_str(), values[0].secret);
        assert_eq!((values.len(), shown), (1, ("Css snippet", "body {}", true)));
    }

    #[test]
    fn of_an_unknown_kind_secrets_are_copied_and_plain_fields_shown() {
        let odd = token(
            r#"{"canarytoken":"a","kind":"toaster","url":"https://x.example/a","slots":2,"api_secret":"hush","deep":{"a":1},"factory_auth":"f"}"#,
        );
        let catalogue = Catalogue::load();
        assert_eq!(
            catalogue.facts(&odd),
            [Fact {
                label: "Slots".into(),
                value: "2".into()
            }]
        );
        let secret: Vec<bool> = catalogue.copy_values(&odd).iter().map(|value| value.secret).collect();
        assert_eq!(secret, [false, true, true]);
    }

    #[test]
    fn the_answers_to_a_form_are_facts_in_plain_words() {
        let sql = token(r#"{"canarytoken":"a","kind":"sql","trigger_type":"UPDATE","table_name":"notes"}"#);
        let facts = Catalogue::load().facts(&sql);
        assert_eq!(facts[0].value, "Changes data");
        assert_eq!(
            facts[1],
            Fact {
                label: "Name of the table".into(),
                value: "notes".into()
            }
        );
    }
}
