//! A desktop of a test's own: a screen, a session bus, an unlocked password store and a home folder, all gone afterwards.

use super::until;
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// A process that ends when it is dropped.
pub struct Process(pub Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Where a test's program lives. Dropped in this order: the password store, the bus, the screen, the folder.
pub struct Desktop {
    _keyring: Option<Process>,
    _bus: Process,
    _screen: Process,
    pub bus_address: String,
    pub display: String,
    pub home: TempDir,
    /// Somebody listens: what is started from now on tells its accessibility tree.
    pub heard: bool,
    /// What else stands in the environment of what is started from now on.
    pub told: Vec<(&'static str, String)>,
    /// What is started from now on takes this for the system's language and country, such as `de_DE.UTF-8`.
    pub locale: &'static str,
    /// And this for the languages that its user prefers, such as `de_CH:en`.
    pub languages: &'static str,
}

impl Desktop {
    /// Starts all of it. `size` of the screen in pixels, such as `1280x800`.
    pub fn start(size: &str) -> Self {
        let home = tempfile::Builder::new().prefix("nestbox-e2e-").tempdir().unwrap();
        for folder in ["run", "data", "config", "cache", "files", "kinds"] {
            fs::create_dir(home.path().join(folder)).unwrap();
        }
        used_before(home.path());
        let (screen, display) = screen(size);
        let (bus, bus_address) = bus(home.path());
        let mut desktop = Self {
            _keyring: None,
            _bus: bus,
            _screen: screen,
            bus_address,
            display,
            home,
            heard: false,
            told: Vec::new(),
            locale: "C.UTF-8",
            languages: "",
        };
        desktop._keyring = Some(desktop.unlocked_keyring());
        desktop
    }

    /// The path of a file or folder in the home folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Writes a line into the settings that GTK's programs start with, as the desktop's own Settings do.
    pub fn set_gtk(&self, line: &str) {
        let path = self.path("config/gtk-3.0/settings.ini");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("[Settings]\n{line}\n")).unwrap();
    }

    /// A command that runs on this desktop and writes what it says to `program.log` in the home folder.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let log = File::options()
            .create(true)
            .append(true)
            .open(self.path("program.log"))
            .unwrap();
        let mut command = Command::new(program.as_ref());
        command
            .env("HOME", self.home.path())
            .env("XDG_RUNTIME_DIR", self.path("run"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address)
            .env("LANG", self.locale)
            .env("LANGUAGE", self.languages)
            // Kinds that a test describes; without any, this changes nothing.
            .env("NESTBOX_KINDS", self.path("kinds"))
            // A virtual screen has no graphics card: WebKit shall not look for one.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("NO_AT_BRIDGE", if self.heard { "0" } else { "1" })
            .envs(self.told.iter().map(|(name, value)| (name, value)))
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("GDK_BACKEND")
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log);
        command
    }

    /// Writes a picture of what is on the screen: `what` is the id of a window, or `root` for all of it.
    pub fn picture(&self, what: &str, path: &Path) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let status = self
            .command("timeout")
            .args(["20", "import", "-window", what])
            .arg(path)
            .status();
        assert!(status.unwrap().success(), "{} was not written", path.display());
    }

    /// The id of the process of this program that runs here, if one does.
    pub fn process_of(&self, program: &Path) -> Option<u32> {
        let here = format!("DISPLAY={}", self.display);
        let is_it = |id: &u32| {
            let place = format!("/proc/{id}");
            // It may end while it is looked at.
            let environment = fs::read(format!("{place}/environ")).unwrap_or_default();
            fs::read_link(format!("{place}/exe")).is_ok_and(|exe| exe == program)
                && environment.split(|byte| *byte == 0).any(|line| line == here.as_bytes())
        };
        let all = fs::read_dir("/proc").unwrap().flatten();
        all.filter_map(|entry| entry.file_name().to_string_lossy().parse().ok())
            .find(is_it)
    }

    fn unlocked_keyring(&self) -> Process {
        let mut daemon = self
            .command("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets"])
            // Without a display it cannot ask anything, so nothing waits for an answer.
            .env_remove("DISPLAY")
            .stdin(Stdio::piped())
            .spawn()
            .expect("gnome-keyring-daemon is installed by scripts/setup test");
        daemon.stdin.take().unwrap().write_all(b"only for this test").unwrap();
        until("the password store has started", || self.has_password_store());
        Process(daemon)
    }

    /// It has taken its name on the bus; it does so after it unlocked.
    fn has_password_store(&self) -> bool {
        let question = "org.freedesktop.DBus.NameHasOwner";
        let mut ask = self.command("dbus-send");
        ask.args([
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/",
            question,
        ]);
        let answer = ask
            .arg("string:org.freedesktop.secrets")
            .stdout(Stdio::piped())
            .output()
            .unwrap();
        String::from_utf8_lossy(&answer.stdout).contains("boolean true")
    }
}

/// Leaves what an earlier use leaves: the introduction of the first start was seen.
fn used_before(home: &Path) {
    let data = home.join("data/io.github.nestbox");
    fs::create_dir(&data).unwrap();
    fs::write(data.join("preferences.json"), r#"{"preferences":{"introduced":true}}"#).unwrap();
}

fn screen(size: &str) -> (Process, String) {
    let mut xvfb = Command::new("Xvfb")
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            &format!("{size}x24"),
            // A person's screen does not begin anew whenever the last window closes.
            "-noreset",
            "-nolisten",
            "tcp",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is installed by scripts/setup test");
    let number = first_line(xvfb.stdout.take().unwrap());
    (Process(xvfb), format!(":{number}"))
}

fn bus(home: &Path) -> (Process, String) {
    let mut daemon = Command::new("dbus-daemon")
        .args(["--session", "--nofork", "--print-address=1"])
        .env("HOME", home)
        .env("XDG_RUNTIME_DIR", home.join("run"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("dbus-daemon is installed by scripts/setup test");
    let address = first_line(daemon.stdout.take().unwrap());
    (Process(daemon), address)
}

fn first_line(output: impl std::io::Read) -> String {
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line).unwrap();
    assert!(
        !line.trim().is_empty(),
        "a process of the desktop ended before it was ready"
    );
    line.trim().to_owned()
}

/// A port of this machine on which nobody listened just now.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
