//! What can go wrong between here and a Console. No variant and no text holds an address, a key, a memo or an id.

use std::time::Duration;

/// A failed request.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The Console does not know the API key (`Unauthorized`, `Invalid auth_token`, or status 401).
    #[error("the Console refused the API key")]
    KeyRefused {
        /// The Console's own words.
        message: String,
    },
    /// The key is known, but may not do this (status 403 in the Console's envelope).
    #[error("the API key may not do this")]
    NotAllowed {
        /// The Console's own words.
        message: String,
    },
    /// `Could not find the Canarytoken`.
    #[error("the Console does not know this Canarytoken")]
    NotFound,
    /// Any other refusal in the Console's envelope.
    #[error("the Console refused the request")]
    Refused {
        /// The Console's own words, at most 500 characters, without control characters.
        message: String,
    },
    /// `File generation not supported.`: the kind has no file.
    #[error("the Console makes no file for this kind")]
    NoFile {
        /// The Console's own words.
        message: String,
    },
    /// The host name is not known.
    #[error("the host name was not found")]
    Dns,
    /// Nobody answers at the address.
    #[error("no connection could be made")]
    Connect,
    /// The connection is not trusted.
    #[error("the connection is not trusted: {message}")]
    Tls {
        /// What the TLS library found, without addresses.
        message: String,
    },
    /// A proxy wants a login (status 407).
    #[error("the proxy wants a login")]
    ProxyLogin,
    /// The connection broke before the answer was complete.
    #[error("the connection was lost")]
    ConnectionLost,
    /// No answer in time.
    #[error("there was no answer in time")]
    TimedOut,
    /// The Console asks for fewer requests (status 429).
    #[error("the Console asks to slow down")]
    TooMany {
        /// When to try again, if the Console said so.
        retry_after: Option<Duration>,
    },
    /// Any other HTTP status that is not a success.
    #[error("the answer had status {code}")]
    Status {
        /// The HTTP status.
        code: u16,
        /// `Retry-After`, if given.
        retry_after: Option<Duration>,
    },
    /// The answer is not JSON.
    #[error("the answer is not from a Console")]
    NotJson {
        /// Is it a web page, as proxies and login portals send?
        looks_like_html: bool,
    },
    /// The answer is JSON, but not what was promised.
    #[error("the answer is odd at {path}: {message}")]
    Odd {
        /// JSON path of the odd place, such as `canarytokens[3].canarytoken`.
        path: String,
        /// What is odd there, without values.
        message: String,
    },
    /// The answer is larger than allowed.
    #[error("the answer is larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// The answer is nested too deeply.
    #[error("the answer is nested too deeply")]
    TooDeep,
    /// A list whose cursor comes back to where it was, or that has more pages than allowed.
    #[error("the list does not end")]
    ListRepeats,
    /// The Console sent the request elsewhere, where the key must not go.
    #[error("the Console redirected the request to another place")]
    RedirectedAway,
    /// The downloaded bytes could not be written.
    #[error("the file could not be written")]
    Write(#[source] std::io::Error),
    /// The request itself could not be built.
    #[error("the request could not be built: {message}")]
    Invalid {
        /// What is wrong with it.
        message: String,
    },
}

/// What is known of a failed request: could the Console have carried it out?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Surely not carried out.
    NotDone,
    /// It may have been.
    Unknown,
}

impl Error {
    /// Could the Console have carried the request out although it failed?
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::ConnectionLost
            | Self::TimedOut
            | Self::NotJson { .. }
            | Self::Odd { .. }
            | Self::TooLarge { .. }
            | Self::TooDeep
            | Self::ListRepeats
            | Self::Write(_) => Outcome::Unknown,
            Self::Status { code, .. } if *code >= 500 || *code < 400 || *code == 408 => Outcome::Unknown,
            Self::KeyRefused { .. }
            | Self::NotAllowed { .. }
            | Self::NotFound
            | Self::Refused { .. }
            | Self::NoFile { .. }
            | Self::Dns
            | Self::Connect
            | Self::Tls { .. }
            | Self::ProxyLogin
            | Self::TooMany { .. }
            | Self::Status { .. }
            | Self::RedirectedAway
            | Self::Invalid { .. } => Outcome::NotDone,
        }
    }

    /// Did the request surely never leave, or was it turned away by status 429?
    pub(crate) fn never_left(&self) -> bool {
        matches!(self, Self::Dns | Self::Connect | Self::TooMany { .. })
    }

    /// May the same request succeed a little later?
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Dns | Self::Connect | Self::ConnectionLost | Self::TimedOut | Self::TooMany { .. } => true,
            Self::Status { code, .. } => *code >= 500 || *code == 408,
            _ => false,
        }
    }

    /// Takes `secret` out of the Console's own words: a refusal may repeat what was sent.
    pub(crate) fn hiding(mut self, secret: &str) -> Self {
        if let Self::KeyRefused { message }
        | Self::NotAllowed { message }
        | Self::Refused { message }
        | Self::NoFile { message } = &mut self
            && !secret.is_empty()
            && message.contains(secret)
        {
            *message = message.replace(secret, "…");
        }
        self
    }

    pub(crate) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::TooMany { retry_after } | Self::Status { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// The one place where an error of the HTTP library becomes ours: its own text may hold the whole address, so only its nature stays.
    pub(crate) fn from_transport(error: reqwest::Error) -> Self {
        let error = error.without_url();
        let causes = causes(&error);
        if causes.contains("proxy auth") || causes.contains("407") && causes.contains("tunnel") {
            return Self::ProxyLogin;
        }
        if let Some(message) = tls_cause(&error, &causes) {
            return Self::Tls { message };
        }
        if error.is_connect() {
            return if causes.contains("dns error") || causes.contains("failed to lookup") {
                Self::Dns
            } else {
                Self::Connect
            };
        }
        if error.is_timeout() {
            return Self::TimedOut;
        }
        if error.is_builder() {
            return Self::Invalid {
                message: "its parts do not fit together".into(),
            };
        }
        Self::ConnectionLost
    }
}

/// The texts of all causes in lower case, to tell the kinds of connection failures apart, which have no types of their own.
fn causes(error: &reqwest::Error) -> String {
    let mut texts = String::new();
    let mut cause: Option<&dyn std::error::Error> = std::error::Error::source(error);
    while let Some(inner) = cause {
        texts.push_str(&inner.to_string().to_ascii_lowercase());
        texts.push('\n');
        cause = inner.source();
    }
    texts
}

fn tls_cause(error: &reqwest::Error, causes: &str) -> Option<String> {
    if !error.is_connect() {
        return None;
    }
    let words = ["unknownissuer", "unknown issuer", "self-signed", "self signed"];
    if words.iter().any(|word| causes.contains(word)) {
        return Some("its certificate is from an issuer that this computer does not know".into());
    }
    if causes.contains("expired") {
        return Some("its certificate has run out".into());
    }
    if causes.contains("not valid for name") || causes.contains("notvalidforname") {
        return Some("its certificate is for another name".into());
    }
    let tls = [
        "certificate",
        "handshake",
        "tls",
        "invalid peer",
        "corrupt message",
        "invalidcontenttype",
    ];
    tls.iter()
        .any(|word| causes.contains(word))
        .then(|| "no protected connection could be agreed".into())
}
