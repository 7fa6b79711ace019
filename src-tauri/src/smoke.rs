//! `nestbox --smoke-test`: does this build start, paint its list and reach a Console? Packages are tried with it after they are
//! made. It uses a practice Console inside the program, and keeps nothing: no setting, no key, no log.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::io;
use std::sync::{Arc, OnceLock, mpsc};
use std::time::{Duration, Instant};

use canary_api::ApiKey;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use practice_console::Console;
use serde_json::Value;
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};

use crate::adapters::{practice::InProcess, window};
use crate::app::error::{Error, KeychainError};
use crate::app::ports::{
    Log, Patience, Ports, PracticeConsole, PracticeConsoles, PreferenceStore, SecretStore, SettingsFile,
};

/// How long the page may take. With one last question and [`GRACE`] all of it ends within a minute.
const LIMIT: Duration = Duration::from_secs(50);
/// How long a program that failed may take to end by itself; one that hangs never would.
const GRACE: Duration = Duration::from_secs(5);
/// How often the page is asked.
const PAUSE: Duration = Duration::from_millis(100);
/// How many rows of Canarytokens the page shows, once it says that it is ready.
const ROWS: &str = r#"document.documentElement.dataset.ready === "1"
    ? document.querySelectorAll("[role=row] [data-column=reminder]").length : 0"#;
/// The endpoint that lists Canarytokens, as the practice Console's ledger names it.
const LIST: &str = "canarytokens/paginate";

/// The practice Console of the test, once the program asked for one.
#[derive(Clone, Default)]
pub(crate) struct Practice(Arc<OnceLock<Arc<Console>>>);

impl PracticeConsoles for Practice {
    fn start(&self) -> BoxFuture<'_, Result<PracticeConsole, Error>> {
        let keep = |console: PracticeConsole| {
            let PracticeConsole { address, key, running } = console;
            let running = running.downcast::<Console>();
            let running = Arc::from(running.map_err(|_| Error::Internal("this is no practice Console"))?);
            let running = Box::new(Arc::clone(self.0.get_or_init(|| running)));
            Ok(PracticeConsole { address, key, running })
        };
        Box::pin(InProcess.start().map(move |started| started.and_then(keep)))
    }
}

/// Takes everything and keeps nothing.
struct Nothing;

impl SecretStore for Nothing {
    fn save(&self, _: String, _: ApiKey, _: Patience) -> BoxFuture<'_, Result<(), KeychainError>> {
        Box::pin(async { Ok(()) })
    }
    fn load(&self, _: String, _: Patience) -> BoxFuture<'_, Result<Option<ApiKey>, KeychainError>> {
        Box::pin(async { Ok(None) })
    }
    fn delete(&self, _: String, _: Patience) -> BoxFuture<'_, Result<(), KeychainError>> {
        Box::pin(async { Ok(()) })
    }
}

impl SettingsFile for Nothing {
    fn read(&self) -> io::Result<Option<Vec<u8>>> {
        Ok(None)
    }
    fn write(&self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }
    fn set_aside(&self) -> io::Result<()> {
        Ok(())
    }
    fn remove(&self) -> io::Result<()> {
        Ok(())
    }
    fn sweep(&self) -> usize {
        0
    }
}

impl PreferenceStore for Nothing {
    fn load(&self) -> Option<Value> {
        None
    }
    fn save(&self, _: Value) -> io::Result<()> {
        Ok(())
    }
    fn clear(&self) -> io::Result<()> {
        Ok(())
    }
}

impl Log for Nothing {
    fn tail(&self, _: usize) -> Vec<String> {
        Vec::new()
    }
    fn remove(&self) -> io::Result<()> {
        Ok(())
    }
}

/// `ports` without those that write anything down.
pub(crate) fn ports(ports: Ports, practice: &Practice) -> Ports {
    Ports {
        secrets: Arc::new(Nothing),
        settings: Arc::new(Nothing),
        preferences: Arc::new(Nothing),
        log: Arc::new(Nothing),
        practice: Arc::new(practice.clone()),
        releases: None,
        ..ports
    }
}

/// Watches the window from a thread of its own, says how it went, and ends the program.
pub(crate) fn watch<R: Runtime>(app: AppHandle<R>, practice: Practice) {
    std::thread::spawn(move || match outcome(&app, &practice) {
        Ok(rows) => {
            println!("Nestbox works: it shows {rows} Canarytokens of its practice Console.");
            app.exit(0);
        }
        Err(reason) => {
            eprintln!("Nestbox does not work here: {reason}.");
            app.exit(1);
            std::thread::sleep(GRACE);
            std::process::exit(1);
        }
    });
}

fn outcome<R: Runtime>(app: &AppHandle<R>, practice: &Practice) -> Result<u64, String> {
    let end = Instant::now() + LIMIT;
    let window = app.get_webview_window(window::MAIN).ok_or("it has no window")?;
    while Instant::now() < end {
        if let Some(rows) = rows(&window).filter(|rows| *rows > 0) {
            let console = practice
                .0
                .get()
                .ok_or("it shows a list, but started no practice Console")?;
            return match console.ledger().count(LIST) {
                0 => Err("it shows a list, but never asked the practice Console for it".into()),
                _ => Ok(rows),
            };
        }
        std::thread::sleep(PAUSE);
    }
    Err(format!(
        "its page showed no Canarytoken within {} seconds",
        LIMIT.as_secs()
    ))
}

/// Asks the page; `None` when it did not answer yet.
fn rows<R: Runtime>(window: &WebviewWindow<R>) -> Option<u64> {
    let (tell, hear) = mpsc::channel();
    window
        .eval_with_callback(ROWS, move |answer| drop(tell.send(answer)))
        .ok()?;
    hear.recv_timeout(Duration::from_secs(2)).ok()?.parse().ok()
}
