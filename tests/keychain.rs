//! The real keychain: GNOME's, on a private bus and in a folder of its own, in each state a person's may be in.
//!
//! The bus is the environment's, so each case runs in a process of its own: this program again, inside `dbus-run-session`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use canary_api::ApiKey;
use nestbox::adapters::keychain::{Keychain, Limits};
use nestbox::app::error::KeychainError;
use nestbox::app::ports::{Patience, SecretStore};

/// Names the case that this process is to play, when it is a child.
const CASE: &str = "NESTBOX_KEYCHAIN_CASE";
/// A child that takes longer hangs.
const LIMIT: Duration = Duration::from_secs(60);
const KEY: &str = "feedface-marker-key";
const PERSON: Patience = Patience::Person;

fn keychain() -> Keychain {
    let limits = Limits {
        start: Duration::from_secs(2),
        person: Duration::from_secs(15),
    };
    Keychain::new("nestbox-test".into(), limits)
}

fn key() -> ApiKey {
    ApiKey::new(KEY.into()).unwrap()
}

/// Starts `script` on a private bus, with this program as `$0` to play `case`, and gives what it said.
fn on_a_bus(case: &str, home: &Path, display: Option<&str>, script: &str) -> String {
    let mut child = Command::new("dbus-run-session");
    child
        .args(["--", "sh", "-c", script])
        .arg(std::env::current_exe().unwrap());
    play(child, case, home, display)
}

/// Runs `child` to its end, which must be a good one.
fn play(mut child: Command, case: &str, home: &Path, display: Option<&str>) -> String {
    child.env(CASE, case).env("HOME", home).env("XDG_RUNTIME_DIR", home);
    child
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"));
    child
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("RUST_BACKTRACE");
    match display {
        Some(display) => child.env("DISPLAY", display),
        None => child.env_remove("DISPLAY"),
    };
    let file = || tempfile::tempfile().unwrap();
    let mut said = file();
    let output = || Stdio::from(said.try_clone().unwrap());
    let mut running = Running(
        child
            .stdin(Stdio::null())
            .stdout(output())
            .stderr(output())
            .spawn()
            .unwrap(),
    );
    let began = Instant::now();
    let status = loop {
        if let Some(status) = running.0.try_wait().unwrap() {
            break Some(status);
        }
        if began.elapsed() > LIMIT {
            break None;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let mut text = String::new();
    std::io::Seek::rewind(&mut said).unwrap();
    said.read_to_string(&mut text).unwrap();
    assert!(
        status.is_some_and(|status| status.success()),
        "{case}: {status:?}\n{text}"
    );
    assert!(text.contains("1 passed"), "{case} ran no test:\n{text}");
    text
}

/// A process that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Plays `test` when this process is the child of `case`; else lets `parent` start that child.
fn case(case: &str, test: impl Future<Output = ()>, parent: impl FnOnce(&Path)) {
    if std::env::var(CASE).is_ok_and(|playing| playing == case) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async { tokio::time::timeout(LIMIT / 2, test).await.expect("the test hangs") });
        return;
    }
    let home = tempfile::tempdir().unwrap();
    parent(home.path());
}

/// A keyring that is unlocked with the password `pw`, then this test again.
fn unlocked(test: &str) -> String {
    let daemon = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null";
    format!("{daemon}; {}", again(test))
}

/// This test alone, again.
fn again(test: &str) -> String {
    format!("exec \"$0\" {test} --exact --nocapture")
}

#[test]
fn a_key_survives_the_round_trip_and_its_attributes_hold_nothing_secret() {
    let name = "a_key_survives_the_round_trip_and_its_attributes_hold_nothing_secret";
    let test = async {
        let keychain = keychain();
        on_the_bus("org.freedesktop.secrets").await;
        assert_eq!(
            keychain.load("one".into(), PERSON).await.map(|key| key.is_none()),
            Ok(true)
        );
        keychain.save("one".into(), key(), PERSON).await.unwrap();
        keychain
            .save("two".into(), ApiKey::new("other".into()).unwrap(), PERSON)
            .await
            .unwrap();
        let loaded = keychain.load("one".into(), Patience::Start).await.unwrap().unwrap();
        assert_eq!(loaded.expose(), KEY);
        let shown = Command::new("secret-tool")
            .args(["search", "--all", "service", "nestbox-test"])
            .output()
            .unwrap();
        let shown = String::from_utf8_lossy(&shown.stdout).into_owned() + &String::from_utf8_lossy(&shown.stderr);
        assert!(shown.contains("attribute.username = one"), "{shown}");
        let elsewhere = shown.lines().filter(|line| !line.starts_with("secret = "));
        assert!(elsewhere.into_iter().all(|line| !line.contains(KEY)), "{shown}");

        keychain
            .save("one".into(), ApiKey::new("newer".into()).unwrap(), PERSON)
            .await
            .unwrap();
        assert_eq!(
            keychain.load("one".into(), PERSON).await.unwrap().unwrap().expose(),
            "newer"
        );
        keychain.delete("one".into(), PERSON).await.unwrap();
        keychain.delete("one".into(), PERSON).await.unwrap();
        assert!(keychain.load("one".into(), PERSON).await.unwrap().is_none());
        assert_eq!(
            keychain.load("two".into(), PERSON).await.unwrap().unwrap().expose(),
            "other"
        );
    };
    case("round trip", test, |home| {
        drop(on_a_bus("round trip", home, None, &unlocked(name)))
    });
}

#[test]
fn without_a_bus_the_keychain_is_missing() {
    let name = "without_a_bus_the_keychain_is_missing";
    let test = async {
        let keychain = keychain();
        assert_eq!(
            keychain.save("one".into(), key(), PERSON).await,
            Err(KeychainError::Missing)
        );
        assert_eq!(
            keychain.load("one".into(), PERSON).await.map(drop),
            Err(KeychainError::Missing)
        );
    };
    case("no bus", test, |home| {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child
            .args([name, "--exact", "--nocapture"])
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        play(child, "no bus", home, None);
    });
}

#[test]
fn on_a_bus_without_a_provider_it_is_missing_until_one_starts() {
    let name = "on_a_bus_without_a_provider_it_is_missing_until_one_starts";
    let test = async {
        let keychain = keychain();
        assert_eq!(
            keychain.save("one".into(), key(), PERSON).await,
            Err(KeychainError::Missing)
        );
        let start = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null";
        assert!(Command::new("sh").args(["-c", start]).status().unwrap().success());
        on_the_bus("org.freedesktop.secrets").await;
        keychain
            .save("one".into(), key(), PERSON)
            .await
            .expect("trying again must connect anew");
    };
    case("no provider", test, |home| {
        // A bus that starts no services by itself, as on a desktop that has no keyring.
        let config = home.join("bus.conf");
        let text = "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">\
            <allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>";
        std::fs::write(&config, text).unwrap();
        let mut child = Command::new("dbus-run-session");
        child
            .arg(format!("--config-file={}", config.display()))
            .args(["--", "sh", "-c", &again(name)]);
        child.arg(std::env::current_exe().unwrap());
        play(child, "no provider", home, None);
    });
}

/// Waits until someone has `name` on the bus.
async fn on_the_bus(name: &str) {
    loop {
        let mut ask = Command::new("dbus-send");
        ask.args([
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.ListNames",
        ]);
        if String::from_utf8_lossy(&ask.output().unwrap().stdout).contains(name) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Puts a key into the keyring and locks it.
async fn lock_with_a_key_inside(keychain: &Keychain) {
    on_the_bus("org.freedesktop.secrets").await;
    keychain.save("one".into(), key(), PERSON).await.unwrap();
    let mut lock = Command::new("dbus-send");
    lock.args([
        "--session",
        "--print-reply",
        "--dest=org.freedesktop.secrets",
        "/org/freedesktop/secrets",
    ]);
    lock.args([
        "org.freedesktop.Secret.Service.Lock",
        "array:objpath:/org/freedesktop/secrets/collection/login",
    ]);
    assert!(lock.output().unwrap().status.success());
}

#[test]
fn a_keyring_that_was_never_made_is_locked_when_it_cannot_ask() {
    let name = "a_keyring_that_was_never_made_is_locked_when_it_cannot_ask";
    let test = async {
        assert_eq!(
            keychain().save("one".into(), key(), PERSON).await,
            Err(KeychainError::Locked)
        );
    };
    case("fresh", test, |home| drop(on_a_bus("fresh", home, None, &again(name))));
}

#[test]
fn locked_and_without_a_screen_to_ask_on_it_is_locked() {
    let name = "locked_and_without_a_screen_to_ask_on_it_is_locked";
    let test = async {
        let keychain = keychain();
        lock_with_a_key_inside(&keychain).await;
        let began = Instant::now();
        assert_eq!(
            keychain.load("one".into(), PERSON).await.map(drop),
            Err(KeychainError::Locked)
        );
        assert!(
            began.elapsed() < Duration::from_secs(3),
            "it must not wait for a question that nobody can see"
        );
    };
    case("locked", test, |home| {
        drop(on_a_bus("locked", home, None, &unlocked(name)))
    });
}

#[test]
fn an_unanswered_question_of_the_system_is_given_up_and_blocks_nothing() {
    let name = "an_unanswered_question_of_the_system_is_given_up_and_blocks_nothing";
    let test = async {
        let keychain = keychain();
        lock_with_a_key_inside(&keychain).await;
        let began = Instant::now();
        assert_eq!(
            keychain.load("one".into(), Patience::Start).await.map(drop),
            Err(KeychainError::Slow)
        );
        let waited = began.elapsed();
        assert!(
            waited >= Duration::from_secs(2) && waited < Duration::from_millis(3500),
            "{waited:?}"
        );
        // The first question still stands: a second one would confuse, so this call waits for its turn, in vain.
        assert_eq!(
            keychain.load("one".into(), Patience::Start).await.map(drop),
            Err(KeychainError::Slow)
        );
        // Once it is answered, the next call has its turn.
        type_into_question("pw\nReturn").await;
        let loaded = keychain.load("one".into(), PERSON).await.unwrap().unwrap();
        assert_eq!(loaded.expose(), KEY);
    };
    case("unanswered", test, |home| {
        let (_screen, display) = screen();
        on_a_bus("unanswered", home, Some(&display), &unlocked(name));
    });
}

#[test]
fn a_question_that_the_person_closes_is_told_apart() {
    let name = "a_question_that_the_person_closes_is_told_apart";
    let test = async {
        let keychain = keychain();
        lock_with_a_key_inside(&keychain).await;
        let asking = keychain.load("one".into(), PERSON);
        let closing = async {
            // Longer than a question that could not be shown takes to fail.
            tokio::time::sleep(Duration::from_millis(1200)).await;
            type_into_question("\nEscape").await;
        };
        let (loaded, ()) = tokio::join!(asking, closing);
        assert_eq!(loaded.map(drop), Err(KeychainError::Dismissed));
    };
    case("closed", test, |home| {
        let (_screen, display) = screen();
        on_a_bus("closed", home, Some(&display), &unlocked(name));
    });
}

/// Types text into the system's question, and the key named behind the line break.
async fn type_into_question(what: &str) {
    let (text, last) = what.split_once('\n').unwrap();
    let run = |args: Vec<String>| {
        let done = Command::new("xdotool").args(args).output().unwrap();
        String::from_utf8_lossy(&done.stdout).trim().to_owned()
    };
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let window = loop {
        let found = run(words("search --onlyvisible --class gcr-prompter"));
        match found.lines().next_back() {
            Some(window) => break window.to_owned(),
            None => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    };
    run(words(&format!("windowfocus --sync {window}")));
    if !text.is_empty() {
        run(words(&format!("type {text}")));
    }
    run(words(&format!("key {last}")));
}

/// A screen that nobody looks at.
fn screen() -> (Running, String) {
    let mut xvfb = Command::new("Xvfb");
    xvfb.args(["-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"]);
    let mut running = Running(xvfb.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("Xvfb"));
    let mut line = String::new();
    BufReader::new(running.0.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    (running, format!(":{}", line.trim()))
}
