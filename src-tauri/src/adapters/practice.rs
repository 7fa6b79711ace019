//! Practice Consoles inside the program.

use canary_api::ApiKey;
use futures_util::future::BoxFuture;

use crate::app::error::Error;
use crate::app::ports::{PracticeConsole, PracticeConsoles};

/// How many Canarytokens the sample fleet has: enough to search and filter, few enough to look through.
const TOKENS: usize = 240;

/// Starts practice Consoles on this computer's loopback, in this process.
#[derive(Debug, Clone, Copy)]
pub struct InProcess;

impl PracticeConsoles for InProcess {
    fn start(&self) -> BoxFuture<'_, Result<PracticeConsole, Error>> {
        Box::pin(async {
            let settings = practice_console::Settings {
                tokens: TOKENS,
                dns_port: Some(0),
                ..practice_console::Settings::default()
            };
            let console = practice_console::Console::start(settings).await;
            let console = console.map_err(|_| Error::Internal("the practice Console could not be started"))?;
            let key = ApiKey::new(console.key().to_owned());
            Ok(PracticeConsole {
                address: console.url().to_string(),
                key: key.ok_or(Error::Internal("the practice Console has no key"))?,
                running: Box::new(console),
            })
        })
    }
}
