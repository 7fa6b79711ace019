//! The API key in memory.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

/// A Console's API key. Wiped from memory when dropped; cannot be printed or serialised.
#[derive(Clone)]
pub struct ApiKey(SecretString);

impl ApiKey {
    /// Takes a key as typed, without the white space around it. `None` when nothing is left or it cannot be sent in a header.
    pub fn new(typed: String) -> Option<Self> {
        let typed = SecretString::from(typed);
        let key = typed.expose_secret().trim();
        let sendable = !key.is_empty() && key.len() <= 4_096 && key.bytes().all(|b| b.is_ascii_graphic());
        sendable.then(|| Self(SecretString::from(key.to_owned())))
    }

    /// The key itself, for the header and the keychain alone.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_trimmed_and_never_printed() {
        let key = ApiKey::new(" 0123abcd\n".into());
        assert_eq!(key.as_ref().map(ApiKey::expose), Some("0123abcd"));
        assert!(!format!("{key:?}").contains("0123"));
    }

    #[test]
    fn what_no_header_can_carry_is_no_key() {
        assert!(ApiKey::new("  ".into()).is_none());
        assert!(ApiKey::new("two words".into()).is_none());
        assert!(ApiKey::new("schlüssel".into()).is_none());
        assert!(ApiKey::new("a\nb".into()).is_none());
    }
}
