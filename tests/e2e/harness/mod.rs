//! A stage for one test: a desktop of its own, a practice Console, and Nestbox in its window.
//!
//! ```ignore
//! on_stage("name_of_the_test", &["--tokens", "25"], async |stage| {
//!     stage.connect().await;
//!     stage.window().sees("25 Canarytokens").await;
//! }).await;
//! ```

// Tests and figures share it, and each uses a part.
#![allow(dead_code)]

pub mod console;
pub mod desktop;
pub mod dialogs;
pub mod heard;
pub mod portal;
pub mod window;

use console::{PracticeConsole, program};
use desktop::Desktop;
use futures_util::FutureExt;
use std::{
    panic::{AssertUnwindSafe, resume_unwind},
    time::{Duration, Instant},
};
use window::{Window, target};

/// A test that takes longer hangs.
const LIMIT: Duration = Duration::from_secs(180);

/// How long something that a person waits for may take on a slow machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Waits until `holds`; `what` says what for.
pub fn until(what: &str, holds: impl FnMut() -> bool) {
    assert!(came(holds), "waited in vain until {what}");
}

/// Waits for what should come, and says whether it did.
pub fn came(mut holds: impl FnMut() -> bool) -> bool {
    let started = Instant::now();
    while !holds() {
        if started.elapsed() > PATIENCE {
            return false;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
    true
}

/// What a test plays on.
pub struct Stage {
    window: Option<Window>,
    pub console: PracticeConsole,
    pub desktop: Desktop,
}

/// Runs a test on a stage of its own and, when it fails, leaves a picture and the page in `target/e2e/`.
/// `console` are arguments of the practice Console.
pub async fn on_stage(name: &str, console: &[&str], play: impl AsyncFnOnce(&mut Stage)) {
    let mut stage = Stage::start(console, &[]).await;
    let played = tokio::time::timeout(LIMIT, AssertUnwindSafe(play(&mut stage)).catch_unwind()).await;
    let failed = match played {
        Ok(Ok(())) => None,
        Ok(Err(panic)) => Some(panic),
        Err(_) => Some(Box::new("the test took too long") as Box<dyn std::any::Any + Send>),
    };
    let Some(failure) = failed else {
        return stage.close().await;
    };
    stage.leave_traces(name).await;
    let log = std::fs::read_to_string(stage.desktop.path("program.log")).unwrap_or_default();
    eprintln!("the program said:\n{log}");
    resume_unwind(failure);
}

impl Stage {
    /// Sets it: a Console with these arguments, a desktop, and the program with those.
    pub async fn start(console: &[&str], arguments: &[&str]) -> Self {
        let mut stage = Self::set(console);
        stage.open(arguments).await;
        stage
    }

    /// Sets it without a window yet.
    pub fn set(console: &[&str]) -> Self {
        Self {
            window: None,
            console: PracticeConsole::start(console),
            desktop: Desktop::start("1280x860"),
        }
    }

    /// Leaves behind what helps to understand a failure: `target/e2e/<name>.png` and `.html`.
    async fn leave_traces(&self, name: &str) {
        self.desktop.picture("root", &target("e2e").join(format!("{name}.png")));
        let Some(window) = &self.window else { return };
        if let Some(source) = window.source().await {
            std::fs::write(target("e2e").join(format!("{name}.html")), source).unwrap();
        }
    }

    /// Writes a picture of the program's window to `target/pictures/`.
    pub async fn picture(&self, name: &str) {
        // Below the window: the tip of what the pointer was on is a window of its own, and would be a black hole in the picture.
        dialogs::xdotool(&self.desktop, &["mousemove", "640", "858", "mousemove", "640", "859"]);
        self.window().rests().await;
        let windows = dialogs::windows(&self.desktop);
        self.desktop.picture(&windows[0], &target("pictures").join(name));
    }

    /// Closes the program and takes the stage down.
    pub async fn end(mut self) {
        self.close().await;
    }

    /// The window that is open.
    pub fn window(&self) -> &Window {
        self.window.as_ref().expect("the window is open")
    }

    /// Opens the program's window.
    pub async fn open(&mut self, arguments: &[&str]) {
        assert!(self.window.is_none(), "a window is open already");
        self.window = Some(Window::open(&self.desktop, &program("nestbox"), arguments).await);
    }

    /// Closes the program's window, and so the program.
    pub async fn close(&mut self) {
        if let Some(window) = self.window.take() {
            window.close(&self.desktop, &program("nestbox")).await;
        }
    }

    /// Closes the program and starts it anew, as after a night.
    pub async fn restart(&mut self) {
        self.close().await;
        self.open(&[]).await;
    }

    /// Closes the program and starts it anew with `arguments` where GTK's settings hold this line.
    pub async fn restart_on(&mut self, gtk_setting: &str, arguments: &[&str]) {
        self.close().await;
        self.desktop.set_gtk(gtk_setting);
        self.open(arguments).await;
    }

    /// Connects to the practice Console with its key, from the Connect screen.
    pub async fn connect(&self) {
        self.connect_with(&self.console.key).await;
    }

    /// Fills in the Connect screen with this key and presses Connect.
    pub async fn connect_with(&self, key: &str) {
        let window = self.window();
        window.fill("Console address", &self.console.address).await;
        window.fill("API key", key).await;
        window.press("Connect").await;
    }
}
