//! What the program does, without window, page or system: those it reaches through its ports.

pub mod abilities;
pub mod artifact_name;
pub mod catalogue;
pub mod clipboard;
pub mod connect;
pub mod consoles;
pub mod creation;
pub mod desktop;
pub mod diagnostics;
pub mod error;
pub mod events;
pub mod factories;
pub mod forms;
pub mod handles;
pub mod many;
pub mod notices;
pub mod operations;
pub mod placing;
pub mod ports;
pub mod preferences;
pub mod qr;
pub mod releases;
pub mod saving;
pub mod session;
pub mod sweep;
pub mod testing;
pub mod tokens;
pub mod watch;

use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use canary_api::{ApiKey, Options};
use tokio::sync::SetOnce;

use catalogue::Catalogue;
use clipboard::{Copied, SECRET_TIME};
use consoles::{ConsoleEntry, Consoles};
use error::Error;
use events::Events;
use forms::ChosenFiles;
use handles::Handles;
use many::{Pauses, Sheets};
use notices::{Notice, Notices};
use operations::Operations;
use ports::{Ports, PracticeConsole};
use preferences::{Look, Preferences};
use releases::{Newer, ReleasePace};
use session::Session;
use testing::TestPace;
use watch::WatchPace;

/// What is fixed for one run of the program.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The program's version.
    pub version: String,
    /// Files that were named when it was started: [`App::take_named`] takes them as if they had been dropped.
    pub named: Vec<PathBuf>,
    /// Started to practise: [`App::resume_session`] starts a practice Console.
    pub practice: bool,
    /// How clients behave. Tests shorten the times.
    pub options: Options,
    /// A folder with more kinds than those built into the program, for whoever describes a new one.
    pub kinds: Option<PathBuf>,
    /// How often a test of a Canarytoken looks for its alert.
    pub test_pace: TestPace,
    /// How often the watch for alerts looks.
    pub watch_pace: WatchPace,
    /// When newer versions are looked for.
    pub release_pace: ReleasePace,
    /// How long a secret stays in the clipboard.
    pub secret_time: Duration,
    /// How long waits are while many are made. Tests shorten them.
    pub pauses: Pauses,
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").into(),
            named: Vec::new(),
            practice: false,
            options: Options::default(),
            kinds: None,
            test_pace: TestPace::default(),
            watch_pace: WatchPace::default(),
            release_pace: ReleasePace::default(),
            secret_time: SECRET_TIME,
            pauses: Pauses::default(),
        }
    }
}

type ReadCatalogue = Box<dyn FnOnce() -> Catalogue + Send>;

/// The program.
pub struct App {
    /// What it needs from the computer.
    pub ports: Ports,
    /// What is fixed for this run.
    pub facts: Facts,
    /// What runs and what ran.
    pub operations: Operations,
    /// The way to the page.
    pub events: Events,
    /// What is known of the kinds of Canarytokens: read when it is first asked for, while the window is being made.
    pub catalogue: LazyLock<Catalogue, ReadCatalogue>,
    /// Files chosen for forms.
    pub chosen_files: ChosenFiles,
    /// The person's Consoles.
    pub consoles: Consoles,
    /// What the page looks like.
    pub preferences: Preferences,
    /// What is known of newer versions.
    pub newer: Newer,
    /// What the person should know.
    pub notices: Notices,
    /// Keys read from configuration files, until they are used.
    pub imported: Handles<ApiKey>,
    /// Files that were saved, for "Show in folder".
    pub saved: Handles<PathBuf>,
    /// The secret that was copied last.
    copied: Copied,
    /// The sheets that are open.
    pub sheets: Sheets,
    /// Files that were named at the start, until the page asks for them.
    named: Mutex<Vec<PathBuf>>,
    /// The first screen stands: what would have kept the computer busy before may begin.
    standing: SetOnce<()>,
    /// The practice Console that runs.
    practice: Mutex<Option<PracticeConsole>>,
    /// Held by who resumes a session. What came of it before the page asked.
    resuming: tokio::sync::Mutex<Option<Result<Option<Arc<Session>>, Error>>>,
    session: RwLock<Option<Arc<Session>>>,
}

/// Where the program stands.
pub struct State {
    /// All Consoles.
    pub consoles: Vec<ConsoleEntry>,
    /// The connection, if there is one.
    pub session: Option<Arc<Session>>,
    /// What the page looks like.
    pub look: Look,
    /// What the person should know.
    pub notices: Vec<Notice>,
}

impl App {
    /// Reads what is kept on this computer, and cleans up after a crash.
    pub fn new(ports: Ports, facts: Facts) -> Arc<Self> {
        let notices = Notices::default();
        let consoles = Consoles::open(Arc::clone(&ports.settings), &notices);
        let preferences = Preferences::open(Arc::clone(&ports.preferences), Arc::clone(&ports.desktop));
        ports.settings.sweep();
        ports.journal.sweep();
        if let Some(folder) = preferences.get().folder {
            let swept = sweep::sweep(&folder, ports.clock.now());
            if swept > 0 {
                notices.add(Notice::LeftoversSwept(swept));
            }
        }
        let kinds = facts.kinds.clone();
        let read: ReadCatalogue =
            Box::new(move || kinds.as_deref().map_or_else(Catalogue::load, Catalogue::with_folder));
        let named = Mutex::new(facts.named.clone());
        Arc::new(Self {
            ports,
            facts,
            operations: Operations::default(),
            events: Events::default(),
            catalogue: LazyLock::new(read),
            chosen_files: ChosenFiles::default(),
            consoles,
            preferences,
            newer: Newer::default(),
            notices,
            imported: Handles::default(),
            saved: Handles::default(),
            copied: Copied::default(),
            sheets: Sheets::default(),
            named,
            standing: SetOnce::new(),
            practice: Mutex::default(),
            resuming: tokio::sync::Mutex::default(),
            session: RwLock::default(),
        })
    }

    /// The connection.
    ///
    /// # Errors
    /// [`Error::NotConnected`] when there is none.
    pub fn session(&self) -> Result<Arc<Session>, Error> {
        let session = self.session.read().unwrap_or_else(PoisonError::into_inner);
        session.clone().ok_or(Error::NotConnected)
    }

    /// Where the program stands.
    pub fn state(&self) -> State {
        State {
            consoles: self.consoles.all(),
            session: self.session().ok(),
            look: self.preferences.get(),
            notices: self.notices.all(),
        }
    }

    /// Takes `session` in place of the one before, which ends.
    fn enter(&self, session: Session) -> Arc<Session> {
        let session = Arc::new(session);
        let before = self.replace_session(Some(Arc::clone(&session)));
        if let Some(before) = before {
            before.cancel.cancel();
        }
        session
    }

    /// Ends the session, if there is one.
    fn leave_any(&self) {
        if let Some(before) = self.replace_session(None) {
            before.cancel.cancel();
        }
    }

    fn replace_session(&self, next: Option<Arc<Session>>) -> Option<Arc<Session>> {
        let mut session = self.session.write().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *session, next)
    }
}

/// Locks `mutex`. A thread that panicked with it cannot have left it half changed: every change is one assignment.
pub(crate) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
