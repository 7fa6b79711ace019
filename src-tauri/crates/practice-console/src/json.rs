//! JSON as a Console prints it: two spaces, keys sorted, `": "`, everything beyond ASCII escaped, a newline at the end.
//! Vendor scripts pick values out of it line by line, so the layout is part of the answer.

use std::borrow::Cow;

use serde_json::Value;

/// A JSON value that may borrow; an object is a plain list of pairs, sorted when it is written.
#[derive(Clone, Debug)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A text.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Node<'a>>),
    /// An object; of a repeated key the last wins.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

/// The pairs of an object under construction.
pub type Pairs<'a> = Vec<(Cow<'a, str>, Node<'a>)>;

impl<'a> Node<'a> {
    /// A text that is borrowed or owned.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// A text, or `null`.
    pub fn maybe(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Self::Null, Self::text)
    }
}

impl From<Value> for Node<'_> {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(flag),
            Value::Number(number) => number
                .as_i64()
                .map_or_else(|| Self::Text(Cow::Owned(number.to_string())), Self::Int),
            Value::String(text) => Self::Text(Cow::Owned(text)),
            Value::Array(items) => Self::List(items.into_iter().map(Node::from).collect()),
            Value::Object(map) => Self::Object(
                map.into_iter()
                    .map(|(key, value)| (Cow::Owned(key), Node::from(value)))
                    .collect(),
            ),
        }
    }
}

/// Prints a value the way a Console does.
pub fn print(node: Node<'_>) -> Vec<u8> {
    let mut out = Vec::with_capacity(1024);
    write(node, 0, &mut out);
    out.push(b'\n');
    out
}

fn write(node: Node<'_>, depth: usize, out: &mut Vec<u8>) {
    match node {
        Node::Null => out.extend_from_slice(b"null"),
        Node::Bool(true) => out.extend_from_slice(b"true"),
        Node::Bool(false) => out.extend_from_slice(b"false"),
        Node::Int(number) => out.extend_from_slice(number.to_string().as_bytes()),
        Node::Text(text) => write_text(&text, out),
        Node::List(items) if items.is_empty() => out.extend_from_slice(b"[]"),
        Node::Object(pairs) if pairs.is_empty() => out.extend_from_slice(b"{}"),
        Node::List(items) => {
            out.push(b'[');
            for (at, item) in items.into_iter().enumerate() {
                start_line(at, depth + 1, out);
                write(item, depth + 1, out);
            }
            end_line(depth, b']', out);
        }
        Node::Object(mut pairs) => {
            pairs.sort_by(|a, b| a.0.cmp(&b.0));
            out.push(b'{');
            for (at, (key, value)) in pairs.into_iter().enumerate() {
                start_line(at, depth + 1, out);
                write_text(&key, out);
                out.extend_from_slice(b": ");
                write(value, depth + 1, out);
            }
            end_line(depth, b'}', out);
        }
    }
}

fn start_line(at: usize, depth: usize, out: &mut Vec<u8>) {
    if at > 0 {
        out.push(b',');
    }
    out.push(b'\n');
    out.resize(out.len() + 2 * depth, b' ');
}

fn end_line(depth: usize, bracket: u8, out: &mut Vec<u8>) {
    out.push(b'\n');
    out.resize(out.len() + 2 * depth, b' ');
    out.push(bracket);
}

fn write_text(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for character in text.chars() {
        match character {
            '"' => out.extend_from_slice(b"\\\""),
            '\\' => out.extend_from_slice(b"\\\\"),
            '\n' => out.extend_from_slice(b"\\n"),
            '\r' => out.extend_from_slice(b"\\r"),
            '\t' => out.extend_from_slice(b"\\t"),
            ' '..='~' => out.push(character as u8),
            _ => {
                let mut units = [0u16; 2];
                for unit in character.encode_utf16(&mut units) {
                    out.extend_from_slice(format!("\\u{unit:04x}").as_bytes());
                }
            }
        }
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn prints_sorted_keys_two_spaces_and_escapes_everything_beyond_ascii() {
        let text = String::from_utf8(print(json!({"b": [1, "é😀\n"], "a": {}, "c": null}).into())).unwrap();
        assert_eq!(
            text,
            "{\n  \"a\": {},\n  \"b\": [\n    1,\n    \"\\u00e9\\ud83d\\ude00\\n\"\n  ],\n  \"c\": null\n}\n"
        );
    }
}
