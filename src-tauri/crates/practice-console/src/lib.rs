//! A Canary Console to practise with: the same API over real HTTP on loopback, with a believable sample fleet, faults on request
//! and a ledger of what truly happened. Nothing it makes reaches a real Console, and the files it hands out are inert.
//!
//! It shares no code with the client: the two must be able to disagree.
//!
//! ```no_run
//! # async fn example() -> Result<(), practice_console::StartError> {
//! use practice_console::{Console, Fault, FaultKind, Settings};
//!
//! let console = Console::start(Settings { tokens: 50, ..Settings::default() }).await?;
//! console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/create").times(1)]);
//! // … use console.url() and console.key() …
//! assert_eq!(console.ledger().count("canarytoken/create"), 1);
//! # Ok(())
//! # }
//! ```

mod api;
mod artifacts;
mod console;
mod faults;
mod fleet;
mod json;
mod kinds;
mod ledger;
mod names;
mod plan;
mod practice;
mod practice_page;
mod server;
mod settings;
mod store;
mod token;

pub use console::{Console, NewToken, StartError};
pub use faults::{Fault, FaultError, FaultKind};
pub use kinds::broken_kinds;
pub use ledger::{Auth, Entry, Ledger, Outcome, Stray};
pub use settings::{DEFAULT_FLOCK, Role, Settings};
