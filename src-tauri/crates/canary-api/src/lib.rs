//! The Canary Console's API as Rust types. Knows HTTP; knows no window and no file.
//!
//! [`Client::send`] sends any [`Endpoint`]; each endpoint is one file in [`endpoints`]. Rules on redirects, retries, time and
//! size limits, and on what an error may say, live in the client and hold for all of them.

mod address;
mod client;
pub mod config;
mod decode;
pub mod endpoints;
mod error;
mod key;
mod lenient;
mod limit;
mod options;
mod paging;
mod retry;
mod token;

pub use address::{AddressError, ConsoleUrl, Hosts};
pub use client::{Client, Downloaded};
pub use endpoints::{Endpoint, Parameters, Upload};
pub use error::{Error, Outcome};
pub use key::ApiKey;
pub use options::{Options, Retry};
pub use paging::{Page, Paged, pages};
pub use retry::Rule;
pub use token::Token;
