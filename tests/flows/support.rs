//! A program with everything real but the keychain, the dialogs and the desktop.
#![allow(dead_code)]

// A bench takes this file in by its path, and finds this one so.
#[path = "support/desktop.rs"]
mod desktop;

use std::collections::{HashMap, VecDeque};
use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use canary_api::{ApiKey, Options, Retry};
use futures_util::future::BoxFuture;
use nestbox::adapters::journal_file::JournalFile;
use nestbox::adapters::{clock::SystemClock, log::LogFolder, practice::InProcess, settings_file::AtomicFile};
use nestbox::app::connect::{Connect, KeySource};
use nestbox::app::error::{Error, KeychainError};
use nestbox::app::events::AppEvent;
use nestbox::app::many::Pauses;
use nestbox::app::ports::{
    ChooseFolder, Dialogs, OpenFile, Patience, Ports, PreferenceStore, Releases, SaveAs, SecretStore,
};
use nestbox::app::preferences::{Look, Theme};
use nestbox::app::session::Session;
use nestbox::app::{App, Facts};
use nestbox::wire::{ErrorCode, UiError};
use practice_console::{Console, Settings};
use serde_json::Value;
use tempfile::TempDir;

pub use desktop::{FakeClipboard, FakeDesktop, FakeNotifier};

/// A test that takes longer than this hangs.
const LIMIT: Duration = Duration::from_secs(60);

/// How often something is tried: a few times among all other tests, and as often as it takes to be sure by `scripts/soak`.
pub fn often(usually: usize, soaking: usize) -> usize {
    if is_soak() { soaking } else { usually }
}

/// Is this the long form?
pub fn is_soak() -> bool {
    std::env::var_os("NESTBOX_SOAK").is_some()
}

/// Runs a test, and fails it when it hangs.
pub fn within_limit(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let limit = if is_soak() { 60 * LIMIT } else { LIMIT };
    runtime.block_on(async { tokio::time::timeout(limit, test).await.expect("the test hangs") });
    runtime.shutdown_timeout(Duration::from_secs(1));
}

/// Waits until `done`, and fails when that never comes.
pub async fn until(what: &str, mut done: impl FnMut() -> bool) {
    let waiting = async {
        while !done() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    let waited = tokio::time::timeout(Duration::from_secs(20), waiting).await;
    assert!(waited.is_ok(), "never came: {what}");
}

/// Times short enough for tests, tries as in the program.
pub fn quick() -> Options {
    Options {
        connect_timeout: Duration::from_secs(2),
        idle_timeout: Duration::from_secs(1),
        total_timeout: Duration::from_secs(4),
        max_answer_bytes: 8 * 1024 * 1024,
        retry: Retry {
            tries: 4,
            base: Duration::from_millis(1),
            cap: Duration::from_millis(20),
        },
        ..Options::default()
    }
}

/// A keychain in memory that fails when told to.
#[derive(Default)]
pub struct FakeSecrets {
    pub kept: Mutex<HashMap<String, String>>,
    pub failing: Mutex<Option<KeychainError>>,
    /// How long each call was willing to wait.
    pub patience: Mutex<Vec<Patience>>,
}

impl FakeSecrets {
    pub fn fail(&self, error: impl Into<Option<KeychainError>>) {
        *self.failing.lock().unwrap() = error.into();
    }

    pub fn keys(&self) -> Vec<String> {
        self.kept.lock().unwrap().values().cloned().collect()
    }

    fn check(&self, patience: Patience) -> Result<(), KeychainError> {
        self.patience.lock().unwrap().push(patience);
        self.failing.lock().unwrap().map_or(Ok(()), Err)
    }
}

impl SecretStore for FakeSecrets {
    fn save(&self, id: String, key: ApiKey, patience: Patience) -> BoxFuture<'_, Result<(), KeychainError>> {
        Box::pin(async move {
            self.check(patience)?;
            self.kept.lock().unwrap().insert(id, key.expose().to_owned());
            Ok(())
        })
    }

    fn load(&self, id: String, patience: Patience) -> BoxFuture<'_, Result<Option<ApiKey>, KeychainError>> {
        Box::pin(async move {
            self.check(patience)?;
            let key = self.kept.lock().unwrap().get(&id).cloned();
            Ok(key.and_then(ApiKey::new))
        })
    }

    fn delete(&self, id: String, patience: Patience) -> BoxFuture<'_, Result<(), KeychainError>> {
        Box::pin(async move {
            self.check(patience)?;
            self.kept.lock().unwrap().remove(&id);
            Ok(())
        })
    }
}

/// Dialogs that answer what was put there before; without that, the person cancels.
#[derive(Default)]
pub struct FakeDialogs {
    pub answers: Mutex<VecDeque<PathBuf>>,
    /// Suggested names and starting folders of save dialogs.
    pub saves: Mutex<Vec<SaveAs>>,
}

impl FakeDialogs {
    pub fn answer(&self, path: impl Into<PathBuf>) {
        self.answers.lock().unwrap().push_back(path.into());
    }

    fn next(&self) -> BoxFuture<'_, Option<PathBuf>> {
        let answer = self.answers.lock().unwrap().pop_front();
        Box::pin(async { answer })
    }
}

impl Dialogs for FakeDialogs {
    fn save(&self, ask: SaveAs) -> BoxFuture<'_, Option<PathBuf>> {
        self.saves.lock().unwrap().push(ask);
        self.next()
    }

    fn open(&self, _: OpenFile) -> BoxFuture<'_, Option<PathBuf>> {
        self.next()
    }

    fn folder(&self, _: ChooseFolder) -> BoxFuture<'_, Option<PathBuf>> {
        self.next()
    }
}

/// What the page asks for; with `keep_folder` the folder for saved files stays the one that it is.
pub fn look(theme: Theme, text_size: u16, watch: bool, keep_folder: bool) -> Look {
    Look {
        theme,
        text_size,
        watch,
        folder: keep_folder.then(|| "the page's own idea".into()),
        ..Look::default()
    }
}

/// Preferences in a plain file.
pub struct PlainPreferences(PathBuf);

impl PreferenceStore for PlainPreferences {
    fn load(&self) -> Option<Value> {
        serde_json::from_slice(&std::fs::read(&self.0).ok()?).ok()
    }

    fn save(&self, value: Value) -> io::Result<()> {
        std::fs::write(&self.0, value.to_string())
    }

    fn clear(&self) -> io::Result<()> {
        match std::fs::remove_file(&self.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// The log of all tests of this process: there is one subscriber for all of them.
pub fn log() -> &'static LogFolder {
    static LOG: OnceLock<(TempDir, LogFolder)> = OnceLock::new();
    let (_, log) = LOG.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let log = LogFolder::new(folder.path().to_owned());
        log.start();
        (folder, log)
    });
    log
}

/// The folder of a program. A fresh one goes when nobody needs it any more.
pub struct Home {
    path: PathBuf,
    _fresh: Option<TempDir>,
}

impl Home {
    /// A fresh one.
    pub fn new() -> Arc<Self> {
        let fresh = tempfile::tempdir().unwrap();
        Arc::new(Self {
            path: fresh.path().to_owned(),
            _fresh: Some(fresh),
        })
    }

    /// One that is there, and stays.
    pub fn at(path: PathBuf) -> Arc<Self> {
        Arc::new(Self { path, _fresh: None })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// A program in a folder of its own.
pub struct House {
    pub app: Arc<App>,
    pub home: Arc<Home>,
    pub secrets: Arc<FakeSecrets>,
    pub dialogs: Arc<FakeDialogs>,
    pub desktop: Arc<FakeDesktop>,
    pub clipboard: Arc<FakeClipboard>,
    pub notifier: Arc<FakeNotifier>,
    /// All messages to the page.
    pub events: Arc<Mutex<Vec<AppEvent>>>,
}

impl House {
    /// A fresh one.
    pub fn new() -> Self {
        Self::open(Home::new(), Arc::default(), Facts::default())
    }

    /// A fresh one, connected to a practice Console.
    pub async fn connected(settings: Settings) -> (Self, Console, Arc<Session>) {
        let house = Self::new();
        let console = Console::start(settings).await.unwrap();
        let session = house.connect(&console).await.unwrap();
        (house, console, session)
    }

    /// A fresh one with `facts`, connected to a practice Console, and its list is there.
    pub async fn listed(settings: Settings, facts: Facts) -> (Self, Console, Arc<Session>) {
        let house = Self::open(Home::new(), Arc::default(), facts);
        let console = Console::start(settings).await.unwrap();
        let session = house.connect(&console).await.unwrap();
        house.app.refresh_tokens().await.unwrap();
        console.clear_ledger();
        (house, console, session)
    }

    /// The program ends and starts again, over the same files and keychain.
    pub fn restarted(self) -> Self {
        Self::open(self.home, self.secrets, Facts::default())
    }

    /// A program over given files and a given keychain.
    pub fn open(home: Arc<Home>, secrets: Arc<FakeSecrets>, facts: Facts) -> Self {
        Self::open_with(home, secrets, facts, None)
    }

    /// The same, which looks for newer versions in `releases`.
    pub fn open_with(
        home: Arc<Home>,
        secrets: Arc<FakeSecrets>,
        facts: Facts,
        releases: Option<Arc<dyn Releases>>,
    ) -> Self {
        log();
        let (dialogs, desktop) = (Arc::<FakeDialogs>::default(), Arc::<FakeDesktop>::default());
        let (clipboard, notifier) = (Arc::<FakeClipboard>::default(), Arc::<FakeNotifier>::default());
        let ports = Ports {
            secrets: secrets.clone(),
            dialogs: dialogs.clone(),
            clock: Arc::new(SystemClock),
            practice: Arc::new(InProcess),
            settings: Arc::new(AtomicFile::new(home.path().join("config/settings.json"))),
            preferences: Arc::new(PlainPreferences(home.path().join("preferences.json"))),
            desktop: desktop.clone(),
            clipboard: clipboard.clone(),
            notifier: notifier.clone(),
            releases,
            log: Arc::new(LogFolder::new(home.path().join("log"))),
            journal: Arc::new(JournalFile::new(home.path().join("data/journal"))),
        };
        let app = App::new(
            ports,
            Facts {
                options: quick(),
                pauses: Pauses {
                    look: Duration::from_millis(60),
                    round: Duration::from_millis(20),
                    longest: Duration::from_millis(200),
                },
                ..facts
            },
        );
        let events: Arc<Mutex<Vec<AppEvent>>> = Arc::default();
        let heard = events.clone();
        app.events.subscribe(move |event| heard.lock().unwrap().push(event));
        Self {
            app,
            home,
            secrets,
            dialogs,
            desktop,
            clipboard,
            notifier,
            events,
        }
    }

    /// Connects to `console` and has it remembered.
    pub async fn connect(&self, console: &Console) -> Result<Arc<Session>, Error> {
        self.app.connect(to(&console.url(), &console.key())).await
    }

    pub fn settings_path(&self) -> PathBuf {
        self.home.path().join("config/settings.json")
    }

    /// The text of every file below the program's folder, and of the log.
    pub fn everything_written(&self) -> String {
        let mut text = String::new();
        read_all(self.home.path(), &mut text);
        use nestbox::app::ports::Log;
        text.push_str(&log().tail(usize::MAX).join("\n"));
        text
    }
}

fn read_all(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        text.push_str(&path.to_string_lossy());
        if path.is_dir() {
            read_all(&path, text);
        } else {
            text.push_str(&String::from_utf8_lossy(&std::fs::read(&path).unwrap()));
        }
        text.push('\n');
    }
}

/// A practice Console with a few Canarytokens.
pub async fn console() -> Console {
    Console::start(Settings {
        tokens: 3,
        ..Settings::default()
    })
    .await
    .unwrap()
}

/// What a person fills in to connect and be remembered.
pub fn to(address: &str, key: &str) -> Connect {
    Connect {
        address: address.to_owned(),
        key: KeySource::typed(key.to_owned()),
        remember: true,
        label: None,
        allow_other_host: false,
    }
}

/// The code under which the page hears of `error`.
pub fn code(error: Error) -> ErrorCode {
    UiError::from(error).code
}

/// The code of a failure; a success fails the test.
pub fn failure<T>(result: Result<T, Error>) -> ErrorCode {
    match result {
        Ok(_) => panic!("this should have failed"),
        Err(error) => code(error),
    }
}
