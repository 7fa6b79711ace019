//! What crosses to the page: plain data in camelCase. `ts-rs` writes its types to `ui/types` while the tests run.

pub mod error;
pub mod event;
pub mod flocks;
pub mod forms;
pub mod kinds;
pub mod list;
pub mod many;
pub mod progress;
pub mod state;
pub mod testing;
pub mod tokens;

use std::time::{SystemTime, UNIX_EPOCH};

pub use error::{ErrorCode, UiError};
pub use event::AppEvent;
pub use progress::Progress;

/// A time as the page takes it: milliseconds since 1970.
pub(crate) fn millis(time: SystemTime) -> Option<f64> {
    time.duration_since(UNIX_EPOCH)
        .ok()
        .map(|since| since.as_secs_f64() * 1_000.0)
}
