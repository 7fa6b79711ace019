//! From the bytes of an answer to its value: size, depth, envelope, type.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::Error;

/// Longest text of the Console's that is passed on, in characters.
const LONGEST_MESSAGE: usize = 500;

/// Reads an answer's envelope. `{"result":"success",…}` gives its members, anything else the error it stands for.
pub(crate) fn envelope(status: u16, body: &[u8], max_depth: usize) -> Result<Map<String, Value>, Error> {
    match status {
        407 => return Err(Error::ProxyLogin),
        429 => return Err(Error::TooMany { retry_after: None }),
        300..=399 => return Err(Error::RedirectedAway),
        _ => {}
    }
    let parsed = if too_deep(body, max_depth) {
        Err(Error::TooDeep)
    } else {
        object(body)
    };
    let Ok(members) = parsed else {
        return match status {
            200..=299 => parsed,
            401 => Err(Error::KeyRefused { message: String::new() }),
            _ => Err(Error::Status {
                code: status,
                retry_after: None,
            }),
        };
    };
    let message = members.get("message").map(crate::lenient::to_text).unwrap_or_default();
    match members.get("result").and_then(Value::as_str) {
        Some("error" | "failure") => Err(refusal(status, &message)),
        Some("success") if (200..300).contains(&status) => Ok(members),
        _ if status == 401 || status == 403 || (400..500).contains(&status) && !message.is_empty() => {
            Err(refusal(status, &message))
        }
        _ if !(200..300).contains(&status) => Err(Error::Status {
            code: status,
            retry_after: None,
        }),
        _ => Err(Error::Odd {
            path: "result".into(),
            message: "neither success nor error".into(),
        }),
    }
}

/// Reads one member of an answer, with the JSON path in the error.
pub(crate) fn member<T: DeserializeOwned>(members: &mut Map<String, Value>, name: &str) -> Result<T, Error> {
    let value = members.remove(name).ok_or_else(|| Error::Odd {
        path: name.to_owned(),
        message: "missing".into(),
    })?;
    serde_path_to_error::deserialize(value).map_err(|error| {
        let inner = error.path().to_string();
        let path = match inner.as_str() {
            "." => name.to_owned(),
            inner if inner.starts_with('[') => format!("{name}{inner}"),
            inner => format!("{name}.{inner}"),
        };
        Error::Odd {
            path,
            message: nature(error.inner()),
        }
    })
}

/// Reads an answer whose members stand side by side.
pub(crate) fn whole<T: DeserializeOwned>(members: Map<String, Value>) -> Result<T, Error> {
    serde_path_to_error::deserialize(Value::Object(members)).map_err(|error| Error::Odd {
        path: error.path().to_string(),
        message: nature(error.inner()),
    })
}

/// What kind of mistake it is; the library's own text may quote values of the answer.
fn nature(error: &serde_json::Error) -> String {
    let text = error.to_string();
    if text.starts_with("missing field") {
        "missing".into()
    } else {
        "of an unexpected type".into()
    }
}

fn object(body: &[u8]) -> Result<Map<String, Value>, Error> {
    match serde_json::from_slice::<Value>(body) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(Error::Odd {
            path: ".".into(),
            message: "of an unexpected type".into(),
        }),
        Err(_) => Err(Error::NotJson {
            looks_like_html: looks_like_html(body),
        }),
    }
}

/// Does it begin like a web page?
pub(crate) fn looks_like_html(body: &[u8]) -> bool {
    let start: String = body.iter().take(512).map(|b| b.to_ascii_lowercase() as char).collect();
    let start = start.trim_start_matches(['\u{ef}', '\u{bb}', '\u{bf}']).trim_start();
    start.starts_with("<!doctype")
        || start.starts_with("<html")
        || start.starts_with("<head")
        || start.starts_with("<body")
}

/// The error that stands behind a refusal in the Console's envelope. The texts are those that the vendor's own client knows.
pub(crate) fn refusal(status: u16, message: &str) -> Error {
    let plain: String = message
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(LONGEST_MESSAGE)
        .collect();
    let message = plain.trim().to_owned();
    let said = message.trim_end_matches('.').to_ascii_lowercase();
    match (status, said.as_str()) {
        (401, _) | (_, "unauthorized" | "invalid auth_token") => Error::KeyRefused { message },
        (403, _) => Error::NotAllowed { message },
        (_, "could not find the canarytoken") => Error::NotFound,
        (_, "file generation not supported") => Error::NoFile { message },
        (500..=599, _) if said.is_empty() => Error::Status {
            code: status,
            retry_after: None,
        },
        _ => Error::Refused { message },
    }
}

/// Is it nested more deeply than `limit`? Looked at before parsing, so that no answer can exhaust the stack.
fn too_deep(body: &[u8], limit: usize) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in body {
        match (quoted, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => quoted = !quoted,
            (false, b'[' | b'{') => {
                depth += 1;
                if depth > limit {
                    return true;
                }
            }
            (false, b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_refusal_is_told_by_the_vendors_texts() {
        let of = |status, body: &str| envelope(status, body.as_bytes(), 32).unwrap_err();
        assert!(matches!(
            of(200, r#"{"result":"error","message":"Unauthorized"}"#),
            Error::KeyRefused { .. }
        ));
        assert!(matches!(
            of(401, r#"{"result":"failure","message":"Invalid auth_token"}"#),
            Error::KeyRefused { .. }
        ));
        assert!(matches!(
            of(403, r#"{"result":"error","message":"Not permitted"}"#),
            Error::NotAllowed { .. }
        ));
        assert!(matches!(
            of(200, r#"{"result":"error","message":"Could not find the Canarytoken"}"#),
            Error::NotFound
        ));
        assert!(matches!(
            of(400, r#"{"result":"error","message":"Empty memo"}"#),
            Error::Refused { .. }
        ));
        assert!(matches!(of(502, "<html>"), Error::Status { code: 502, .. }));
        assert!(matches!(
            of(200, " <!DOCTYPE html><p>"),
            Error::NotJson { looks_like_html: true }
        ));
        assert!(matches!(of(200, ""), Error::NotJson { looks_like_html: false }));
        assert!(matches!(of(200, "[]"), Error::Odd { .. }));
        assert!(matches!(of(200, &"[".repeat(100_000)), Error::TooDeep));
    }

    #[test]
    fn the_console_s_words_are_cut_and_cleaned() {
        let Error::Refused { message } = refusal(200, &format!("a\u{7}b{}", "x".repeat(2_000))) else {
            panic!()
        };
        assert_eq!(message.chars().count(), LONGEST_MESSAGE);
        assert!(message.starts_with("a b"));
    }

    proptest! {
        #[test]
        fn no_answer_makes_it_panic(status in 100_u16..600, body in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = envelope(status, &body, 8);
        }
    }
}
