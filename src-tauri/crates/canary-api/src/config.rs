//! The `canarytools.config` file that a Console's settings page offers: an INI file with the section `[CanaryTools]`.

use crate::ApiKey;

/// What the file holds.
#[derive(Debug, Clone)]
pub struct Config {
    /// The Console's name or host, as written.
    pub domain: String,
    /// The API key.
    pub key: ApiKey,
}

/// Why a file is not a usable `canarytools.config`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// No `[CanaryTools]` section.
    #[error("there is no [CanaryTools] section")]
    NoSection,
    /// The section has no `domain`.
    #[error("there is no domain")]
    NoDomain,
    /// The section has no usable `api_key`.
    #[error("there is no API key")]
    NoKey,
}

/// Reads the text of a `canarytools.config` file. Names are matched without regard to case, as Python's `configparser` does.
///
/// # Errors
/// [`ConfigError`] names what is missing.
pub fn parse(text: &str) -> Result<Config, ConfigError> {
    let (mut inside, mut seen) = (false, false);
    let (mut domain, mut key) = (None, None);
    for line in text.trim_start_matches('\u{feff}').lines().map(str::trim) {
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            inside = name.trim().eq_ignore_ascii_case("CanaryTools");
            seen |= inside;
            continue;
        }
        let Some((name, value)) = line.split_once(['=', ':']).filter(|_| inside) else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']);
        match name.trim().to_ascii_lowercase().as_str() {
            "domain" if !value.is_empty() => domain = Some(value.to_owned()),
            "api_key" => key = ApiKey::new(value.to_owned()),
            _ => {}
        }
    }
    match (seen, domain, key) {
        (false, ..) => Err(ConfigError::NoSection),
        (_, None, _) => Err(ConfigError::NoDomain),
        (_, _, None) => Err(ConfigError::NoKey),
        (_, Some(domain), Some(key)) => Ok(Config { domain, key }),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_vendors_file_is_read() {
        let config =
            parse("\u{feff}; from the Console\r\n[CanaryTools]\r\napi_key = 12ab\r\ndomain = abc123\r\n").unwrap();
        assert_eq!((config.domain.as_str(), config.key.expose()), ("abc123", "12ab"));
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(parse("").unwrap_err(), ConfigError::NoSection);
        assert_eq!(parse("[CanaryTools]\napi_key=1").unwrap_err(), ConfigError::NoDomain);
        assert_eq!(parse("[CanaryTools]\ndomain=abc").unwrap_err(), ConfigError::NoKey);
        assert_eq!(
            parse("[Other]\ndomain=abc\napi_key=1").unwrap_err(),
            ConfigError::NoSection
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(?s).{0,200}") { let _ = parse(&text); }
    }
}
