//! When a failed request goes out again.

use std::time::Duration;

use reqwest::header::{HeaderMap, RETRY_AFTER};

use crate::{Error, Retry};

/// What an endpoint allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// It reads, or sets a state: doing it twice is doing it once.
    Repeatable,
    /// It makes something: again only if it surely never left, or was turned away by status 429.
    UnlessItLeft,
    /// Never by itself.
    Never,
}

impl Rule {
    pub(crate) fn allows(self, error: &Error) -> bool {
        match self {
            Self::Repeatable => error.is_retryable(),
            Self::UnlessItLeft => error.is_retryable() && error.never_left(),
            Self::Never => false,
        }
    }
}

/// The longest pause that a Console may ask for. Someone sits before the window: what takes longer is told instead of waited for.
pub(crate) fn patience(retry: Retry) -> Duration {
    retry.cap.max(Duration::from_secs(30))
}

/// How long to wait before try number `next` (2 is the first repetition): what the Console asked for, else anything up to a limit that doubles.
/// `None` when the Console asks for more patience than a person has.
pub(crate) fn pause(retry: Retry, next: u32, error: &Error) -> Option<Duration> {
    let limit = retry
        .base
        .saturating_mul(2_u32.saturating_pow(next.saturating_sub(2)))
        .min(retry.cap);
    match error.retry_after() {
        Some(asked) if asked > patience(retry) => None,
        Some(asked) => Some(asked),
        None => Some(limit.mul_f64(fastrand::f64())),
    }
}

/// `Retry-After` in seconds; the form with a date is rare, and then our own pause serves.
pub(crate) fn asked(headers: &HeaderMap) -> Option<Duration> {
    headers
        .get(RETRY_AFTER)?
        .to_str()
        .ok()?
        .trim()
        .parse()
        .ok()
        .map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_create_goes_again_only_where_it_never_left() {
        let rule = Rule::UnlessItLeft;
        assert!(
            rule.allows(&Error::Dns)
                && rule.allows(&Error::Connect)
                && rule.allows(&Error::TooMany { retry_after: None })
        );
        assert!(!rule.allows(&Error::TimedOut) && !rule.allows(&Error::ConnectionLost));
        assert!(!rule.allows(&Error::Status {
            code: 503,
            retry_after: None
        }));
        assert!(!Rule::Never.allows(&Error::Dns));
    }

    #[test]
    fn the_pause_grows_and_follows_what_the_console_asks() {
        let retry = Retry {
            tries: 4,
            base: Duration::from_millis(500),
            cap: Duration::from_secs(30),
        };
        assert!(pause(retry, 4, &Error::TimedOut).is_some_and(|pause| pause <= Duration::from_secs(2)));
        let asked = |seconds| Error::TooMany {
            retry_after: Some(Duration::from_secs(seconds)),
        };
        assert_eq!(pause(retry, 2, &asked(7)), Some(Duration::from_secs(7)));
        assert_eq!(pause(retry, 2, &asked(3_600)), None);
    }
}
