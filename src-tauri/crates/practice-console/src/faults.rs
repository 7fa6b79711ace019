//! How a practice Console fails when told to.

use serde::{Deserialize, Serialize};

/// A rule: which requests fail, how often, and how.
///
/// As JSON: `{"fault":"reset-after","endpoint":"canarytoken/create","count":1}`. As text (see [`Fault::parse_all`]):
/// `reset-after endpoint=canarytoken/create count=1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// How it fails.
    #[serde(flatten)]
    pub kind: FaultKind,
    /// The endpoint below `/api/v1/`, such as `canarytoken/create`; a `*` at the end matches all that begin so; none matches all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// The share of matching requests that fail, 0 to 1; decided by the seed.
    #[serde(default = "always")]
    pub rate: f64,
    /// At most this many fail; none means no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// This many matching requests pass first.
    #[serde(default)]
    pub after: u64,
    /// Whether the request is carried out all the same; each fault has its own default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_out: Option<bool>,
}

fn always() -> f64 {
    1.0
}

/// The ways to fail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum FaultKind {
    /// The port is closed, so that connecting is refused. Without an endpoint it starts at once, and `rate` and `count` mean
    /// nothing; with one, a matching request is dropped and starts it.
    Refuse {
        /// For so long; none (or 0) means until the faults are set anew.
        #[serde(default)]
        for_ms: Option<u64>,
    },
    /// The connection is reset before the request was read; nothing is done.
    ResetBefore,
    /// The request is carried out, then the connection is reset instead of an answer.
    ResetAfter,
    /// The connection closes after half of the announced body.
    Truncated,
    /// `Content-Length` is wrong by so many bytes: negative announces too little, positive too much (and then the connection closes).
    WrongLength {
        /// The difference.
        #[serde(default = "short_by")]
        by: i64,
    },
    /// The answer comes in small pieces.
    Drip {
        /// Bytes at a time.
        #[serde(default = "one")]
        bytes: usize,
        /// Milliseconds between them.
        #[serde(default = "drip_ms")]
        every_ms: u64,
    },
    /// The answer stops and the connection stays open.
    Stall {
        /// So many bytes of the answer (head included) come before.
        #[serde(default)]
        bytes: usize,
    },
    /// 429; not carried out.
    TooMany {
        /// Seconds for `Retry-After`; none leaves the header out.
        #[serde(default)]
        retry_after: Option<u64>,
    },
    /// Any HTTP status with an error envelope, such as 500 or 503; not carried out.
    Status {
        /// The status.
        code: u16,
        /// Seconds for `Retry-After`.
        #[serde(default)]
        retry_after: Option<u64>,
    },
    /// 502 with a proxy's HTML page; not carried out.
    BadGateway,
    /// `"result": "error"` with a message; not carried out.
    Error {
        /// The message.
        message: String,
        /// The HTTP status.
        #[serde(default = "ok")]
        status: u16,
        /// The word in `result`: `error`, or `failure`.
        #[serde(default = "error_word")]
        result: String,
    },
    /// 200 with no body; carried out.
    Empty,
    /// A JSON body of so many MiB, without a length; carried out.
    Huge {
        /// MiB.
        #[serde(default = "huge_mib")]
        mib: u64,
    },
    /// JSON nested so deep; carried out.
    Deep {
        /// Levels.
        #[serde(default = "deep_levels")]
        levels: usize,
    },
    /// Lists always give the same next cursor, the one to page 2; carried out.
    RepeatingCursor,
    /// The answer is sent twice on the connection; carried out once.
    Duplicated,
    /// A redirect to another port, whose visitors the ledger lists as strays; not carried out.
    Redirect {
        /// 301, 302, 303, 307 or 308.
        #[serde(default = "redirect_status")]
        status: u16,
        /// Where to; none is the practice Console's own second port, with the same path and query.
        #[serde(default)]
        to: Option<String>,
    },
}

fn short_by() -> i64 {
    -7
}
fn one() -> usize {
    1
}
fn drip_ms() -> u64 {
    20
}
fn ok() -> u16 {
    200
}
fn error_word() -> String {
    "error".to_owned()
}
fn huge_mib() -> u64 {
    256
}
fn deep_levels() -> usize {
    100_000
}
fn redirect_status() -> u16 {
    307
}

/// Why a text or JSON of faults could not be understood.
#[derive(Debug, thiserror::Error)]
pub enum FaultError {
    /// A word without `=`, or an empty rule.
    #[error("“{0}” is not name=value. Write a fault like: reset-after endpoint=canarytoken/create count=1")]
    Word(String),
    /// A name or value nobody knows.
    #[error("“{rule}” is not a fault this Console knows: {reason}")]
    Rule {
        /// The text of the rule.
        rule: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl Fault {
    /// A fault for every request; narrow it with the other functions.
    pub fn new(kind: FaultKind) -> Self {
        Self {
            kind,
            endpoint: None,
            rate: 1.0,
            count: None,
            after: 0,
            carried_out: None,
        }
    }

    /// Only requests to this endpoint, such as `canarytoken/create`; a `*` at the end matches all that begin so.
    #[must_use]
    pub fn at(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// At most so many.
    #[must_use]
    pub fn times(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }

    /// This share of the matching requests, 0 to 1.
    #[must_use]
    pub fn rate(mut self, rate: f64) -> Self {
        self.rate = rate;
        self
    }

    /// So many matching requests pass first.
    #[must_use]
    pub fn after(mut self, requests: u64) -> Self {
        self.after = requests;
        self
    }

    /// Whether the request is carried out all the same.
    #[must_use]
    pub fn carried_out(mut self, carried_out: bool) -> Self {
        self.carried_out = Some(carried_out);
        self
    }

    /// The fault's name, such as `reset-after`.
    pub fn name(&self) -> &'static str {
        match self.kind {
            FaultKind::Refuse { .. } => "refuse",
            FaultKind::ResetBefore => "reset-before",
            FaultKind::ResetAfter => "reset-after",
            FaultKind::Truncated => "truncated",
            FaultKind::WrongLength { .. } => "wrong-length",
            FaultKind::Drip { .. } => "drip",
            FaultKind::Stall { .. } => "stall",
            FaultKind::TooMany { .. } => "too-many",
            FaultKind::Status { .. } => "status",
            FaultKind::BadGateway => "bad-gateway",
            FaultKind::Error { .. } => "error",
            FaultKind::Empty => "empty",
            FaultKind::Huge { .. } => "huge",
            FaultKind::Deep { .. } => "deep",
            FaultKind::RepeatingCursor => "repeating-cursor",
            FaultKind::Duplicated => "duplicated",
            FaultKind::Redirect { .. } => "redirect",
        }
    }

    /// Whether a request that meets this fault is carried out.
    pub fn is_carried_out(&self) -> bool {
        match self.kind {
            FaultKind::Refuse { .. } | FaultKind::ResetBefore => false,
            FaultKind::ResetAfter => true,
            FaultKind::TooMany { .. }
            | FaultKind::Status { .. }
            | FaultKind::BadGateway
            | FaultKind::Error { .. }
            | FaultKind::Redirect { .. } => self.carried_out.unwrap_or(false),
            _ => self.carried_out.unwrap_or(true),
        }
    }

    pub(crate) fn matches(&self, endpoint: &str) -> bool {
        match self.endpoint.as_deref() {
            None | Some("" | "*") => true,
            Some(pattern) => match pattern.strip_suffix('*') {
                Some(start) => endpoint.starts_with(start),
                None => endpoint == pattern,
            },
        }
    }

    /// Reads faults from text: rules apart by `;` or a new line, each a name and `name=value` words. `message=` takes the rest of
    /// its rule. JSON (an object or an array) is understood as well. An empty text is no faults.
    ///
    /// # Errors
    /// A word or rule that makes no sense, with the reason.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, FaultError> {
        let text = text.trim();
        let wrong = |rule: &str, reason: &dyn std::fmt::Display| FaultError::Rule {
            rule: rule.chars().take(80).collect(),
            reason: reason.to_string(),
        };
        if text.starts_with('[') {
            return serde_json::from_str(text).map_err(|error| wrong(text, &error));
        }
        if text.starts_with('{') {
            return serde_json::from_str(text)
                .map(|fault| vec![fault])
                .map_err(|error| wrong(text, &error));
        }
        let rules = text.split([';', '\n']).map(str::trim).filter(|rule| !rule.is_empty());
        rules
            .map(|rule| {
                let object = rule_as_json(rule)?;
                serde_json::from_value(object).map_err(|error| wrong(rule, &error))
            })
            .collect()
    }
}

fn rule_as_json(rule: &str) -> Result<serde_json::Value, FaultError> {
    let mut object = serde_json::Map::new();
    let (rule, message) = match rule.split_once("message=") {
        Some((start, message)) => (start, Some(message.trim())),
        None => (rule, None),
    };
    let mut words = rule.split_whitespace();
    let name = words.next().ok_or_else(|| FaultError::Word(rule.to_owned()))?;
    object.insert("fault".to_owned(), name.into());
    for word in words {
        let (key, value) = word.split_once('=').ok_or_else(|| FaultError::Word(word.to_owned()))?;
        let value = serde_json::from_str(value).unwrap_or_else(|_| value.into());
        object.insert(key.replace('-', "_"), value);
    }
    if let Some(message) = message {
        object.insert("message".to_owned(), message.trim_matches('"').into());
    }
    Ok(object.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_read_from_text_and_from_json_alike() {
        let text = "reset-after endpoint=canarytoken/create count=1; error status=400 message=No = way; too-many retry-after=2";
        let faults = Fault::parse_all(text).unwrap();
        assert_eq!(
            faults[0],
            Fault::new(FaultKind::ResetAfter).at("canarytoken/create").times(1)
        );
        let message = "No = way".to_owned();
        assert_eq!(
            faults[1],
            Fault::new(FaultKind::Error {
                message,
                status: 400,
                result: "error".to_owned()
            })
        );
        assert_eq!(faults[2], Fault::new(FaultKind::TooMany { retry_after: Some(2) }));
        let json = serde_json::to_string(&faults).unwrap();
        assert_eq!(Fault::parse_all(&json).unwrap(), faults);
        assert!(Fault::parse_all("explode").is_err());
        assert!(Fault::parse_all("drip slowly").is_err());
        assert!(Fault::parse_all(" ").unwrap().is_empty());
    }
}
