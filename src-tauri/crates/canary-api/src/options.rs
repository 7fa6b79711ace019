//! Limits of a client: time, size, tries.

use std::time::Duration;

/// How a [`crate::Client`] behaves. [`Default`] is what the program uses; tests shorten the times.
#[derive(Debug, Clone)]
pub struct Options {
    /// Longest time to reach the Console.
    pub connect_timeout: Duration,
    /// Longest silence while an answer comes in.
    pub idle_timeout: Duration,
    /// Longest time for one try of a request, except a download, which may take as long as it moves.
    pub total_timeout: Duration,
    /// Longest answer that is read, in bytes. Downloads are not limited.
    pub max_answer_bytes: u64,
    /// Deepest nesting of an answer.
    pub max_depth: usize,
    /// Most pages of one list.
    pub max_pages: usize,
    /// Most requests at once, over all clones of the client.
    pub max_in_flight: usize,
    /// How failed requests are tried again.
    pub retry: Retry,
    /// The name the client gives itself.
    pub user_agent: String,
}

/// How often and how soon a request is tried again.
#[derive(Debug, Clone, Copy)]
pub struct Retry {
    /// Tries in all, the first included.
    pub tries: u32,
    /// Longest wait before the second try; doubles with each try. The wait itself is random below it.
    pub base: Duration,
    /// Longest wait of all.
    pub cap: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            idle_timeout: Duration::from_secs(30),
            total_timeout: Duration::from_secs(120),
            max_answer_bytes: 64 * 1024 * 1024,
            max_depth: 32,
            max_pages: 20_000,
            max_in_flight: 8,
            retry: Retry {
                tries: 4,
                base: Duration::from_millis(500),
                cap: Duration::from_secs(30),
            },
            user_agent: concat!("Nestbox/", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }
}
