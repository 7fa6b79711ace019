//! Nestbox in its real window, driven by WebKit's own driver as a person would: by role, label and visible text.

use super::{
    PATIENCE,
    desktop::{Desktop, Process, free_port},
};
use serde_json::{Value, json};
use std::{
    fs,
    net::TcpStream,
    path::{Path, PathBuf},
    time::{Duration, Instant, SystemTime},
};
use thirtyfour::prelude::*;
use tokio::time::timeout;

/// How long to wait before looking again.
const STEP: Duration = Duration::from_millis(25);
const FIND: &str = include_str!("find.js");

/// A window of the program under test.
pub struct Window {
    /// When its program was started.
    pub started: SystemTime,
    driver: WebDriver,
    _driver_process: Process,
}

impl Window {
    /// Starts the program with `arguments` and waits until its first screen stands.
    pub async fn open(desktop: &Desktop, program: &Path, arguments: &[&str]) -> Self {
        let port = free_port();
        let process = desktop
            .command("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .spawn()
            .expect("WebKitWebDriver is installed by scripts/setup test");
        let process = Process(process);
        let asked = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(asked.elapsed() < PATIENCE, "WebKitWebDriver did not start");
            tokio::time::sleep(STEP).await;
        }
        let mut wanted = Capabilities::new();
        wanted
            .set(
                "webkitgtk:browserOptions",
                json!({ "binary": program, "args": arguments }),
            )
            .unwrap();
        let started = SystemTime::now();
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted)
            .await
            .expect("the window opens");
        let window = Self {
            started,
            driver,
            _driver_process: process,
        };
        window
            .until(
                "the first screen stands",
                "return document.documentElement.dataset.ready === '1'",
                vec![],
            )
            .await;
        window
    }

    /// Closes it, as the button in its frame does, and waits until the program has ended: one that starts before would find this one.
    pub async fn close(self, desktop: &Desktop, program: &Path) {
        self.driver.quit().await.expect("the window closes");
        let started = Instant::now();
        while desktop.process_of(program).is_some() {
            assert!(started.elapsed() < PATIENCE, "the program does not end with its window");
            tokio::time::sleep(STEP).await;
        }
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.driver.execute(script, arguments).await;
        answer
            .unwrap_or_else(|error| panic!("a script failed: {error}\n{script}"))
            .json()
            .clone()
    }

    /// Runs a script in the page and gives what it hands to its last argument.
    pub async fn script_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.driver.execute_async(script, arguments).await;
        answer
            .unwrap_or_else(|error| panic!("a script failed: {error}\n{script}"))
            .json()
            .clone()
    }

    /// Waits until a script returns true.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) {
        self.until_within(PATIENCE, what, script, arguments).await;
    }

    async fn until_within(&self, patience: Duration, what: &str, script: &str, arguments: Vec<Value>) {
        let started = Instant::now();
        while self.script(script, arguments.clone()).await != json!(true) {
            assert!(
                started.elapsed() < patience,
                "waited in vain until {what}; there is:\n{}",
                self.text().await
            );
            tokio::time::sleep(STEP).await;
        }
    }

    /// All that can be read in the window.
    pub async fn text(&self) -> String {
        self.script("return document.body.innerText", vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// All of the page, as markup, with what its fields hold.
    pub async fn markup(&self) -> String {
        let script = "return document.documentElement.outerHTML + JSON.stringify([...document.querySelectorAll('input, textarea')].map((one) => one.value))";
        self.script(script, vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until some words can be read.
    pub async fn sees(&self, words: &str) {
        self.sees_within(words, PATIENCE).await;
    }

    /// Waits this long until some words can be read.
    pub async fn sees_within(&self, words: &str, patience: Duration) {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.until_within(patience, &format!("“{words}” can be read"), script, vec![json!(words)])
            .await;
    }

    /// Waits until some words can no longer be read.
    pub async fn sees_no(&self, words: &str) {
        let script = "return !document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.until(&format!("“{words}” is gone"), script, vec![json!(words)])
            .await;
    }

    /// Whether there is something usable of this role and name now. `name` may end with `*`.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        !self.script(FIND, vec![json!(role), json!(name)]).await.is_null()
    }

    /// Waits for something of this role and name. `name` may end with `*`.
    pub async fn find(&self, role: &str, name: &str) -> WebElement {
        let started = Instant::now();
        loop {
            let answer = self.driver.execute(FIND, vec![json!(role), json!(name)]).await.unwrap();
            if let Ok(element) = answer.element() {
                return element;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "there is no {role} “{name}”; there is:\n{}",
                self.text().await
            );
            tokio::time::sleep(STEP).await;
        }
    }

    /// Clicks something. A click that meets something else (a toast that slides past, a page that is being put in) is tried again.
    pub async fn click(&self, role: &str, name: &str) {
        let started = Instant::now();
        loop {
            let element = self.find(role, name).await;
            let Err(error) = element.click().await else { return };
            assert!(
                started.elapsed() < PATIENCE,
                "the {role} “{name}” cannot be clicked: {error}"
            );
            tokio::time::sleep(STEP).await;
        }
    }

    /// Opens a row of the list and waits until the panel shows it; the first one is 1.
    pub async fn open_row(&self, number: usize) {
        self.click_row(number).await;
        self.find("button", "Close the panel").await;
    }

    /// Clicks a row of the list on its reminder.
    pub async fn click_row(&self, number: usize) {
        // The heading is the grid's first row.
        let reminder = format!("[role=row][aria-rowindex='{}'] [data-column=reminder]", number + 1);
        let cell = self
            .driver
            .query(By::Css(reminder))
            .wait(PATIENCE, STEP)
            .first()
            .await
            .expect("there is such a row");
        cell.click().await.expect("the row can be clicked");
    }

    /// Clicks a cell of a sheet, by the row's number in its spreadsheet and the column's key, until it can be written in.
    /// Rows move while it is looked for.
    pub async fn click_cell(&self, line: usize, column: &str) {
        let path = format!("//*[@role='row'][*[@role='rowheader'][.='{line}']]/*[@data-column='{column}']");
        let started = Instant::now();
        loop {
            let cell = self
                .driver
                .query(By::XPath(path.as_str()))
                .wait(PATIENCE, STEP)
                .first()
                .await;
            let clicked = cell.expect("there is such a cell").click().await;
            let open = "return document.activeElement?.closest('.cell-editor') !== null";
            if clicked.is_ok() && self.script(open, vec![]).await == json!(true) {
                return;
            }
            assert!(
                started.elapsed() < PATIENCE,
                "the {column} of row {line} cannot be written in"
            );
            tokio::time::sleep(STEP).await;
        }
    }

    /// Clicks a button.
    pub async fn press(&self, name: &str) {
        self.click("button", name).await;
    }

    /// Writes into the field with this label, in place of what it held.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.find("textbox", label).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// What the field with this label holds.
    pub async fn value(&self, label: &str) -> String {
        self.find("textbox", label)
            .await
            .prop("value")
            .await
            .unwrap()
            .unwrap_or_default()
    }

    /// Sends a key, or keys, to whatever has the focus.
    pub async fn type_keys(&self, keys: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(keys).perform().await.unwrap();
    }

    /// Strikes a key while Ctrl is held.
    pub async fn control_key(&self, key: char) {
        let chain = self
            .driver
            .action_chain()
            .key_down(Key::Control)
            .key_down(key)
            .key_up(key);
        chain.key_up(Key::Control).perform().await.unwrap();
    }

    /// Strikes a key while Ctrl and Shift are held.
    pub async fn control_shift_key(&self, key: char) {
        let chain = self.driver.action_chain().key_down(Key::Control).key_down(Key::Shift);
        let chain = chain.key_down(key).key_up(key).key_up(Key::Shift).key_up(Key::Control);
        chain.perform().await.unwrap();
    }

    /// Strikes a key while Shift is held.
    pub async fn shift_key(&self, key: impl Into<char>) {
        let key = key.into();
        let chain = self.driver.action_chain().key_down(Key::Shift).key_down(key);
        chain.key_up(key).key_up(Key::Shift).perform().await.unwrap();
    }

    /// Puts the pointer on a place of the page.
    pub async fn point_at(&self, x: i64, y: i64) {
        self.driver.action_chain().move_to(x, y).perform().await.unwrap();
    }

    /// Goes on by Tab until something of this role and name has the focus, as somebody does who uses no mouse.
    /// `name` may end with `*`.
    pub async fn reach(&self, role: &str, name: &str) {
        self.find(role, name).await;
        let mut passed = Vec::new();
        for _ in 0..150 {
            if self.has_focus(role, name).await {
                return;
            }
            passed.push(self.focus_is_on().await);
            self.type_keys(Key::Tab).await;
        }
        panic!("Tab does not come to the {role} “{name}”; it passed {passed:?}");
    }

    /// Goes to something by Tab and strikes Enter on it.
    pub async fn enter(&self, role: &str, name: &str) {
        self.reach(role, name).await;
        self.type_keys(Key::Enter).await;
    }

    /// Goes to the field with this label by Tab and writes in place of what it held.
    pub async fn write_into(&self, label: &str, text: &str) {
        self.reach("textbox", label).await;
        self.control_key('a').await;
        self.type_keys(text).await;
    }

    /// Whether something of this role and name has the focus.
    pub async fn has_focus(&self, role: &str, name: &str) -> bool {
        let found = self.script(FIND, vec![json!(role), json!(name), json!(true)]).await;
        !found.is_null()
    }

    /// Waits until something of this role and name has the focus.
    pub async fn focused(&self, role: &str, name: &str) {
        let started = Instant::now();
        while !self.has_focus(role, name).await {
            assert!(
                started.elapsed() < PATIENCE,
                "the {role} “{name}” does not get the focus; it is on {}",
                self.focus_is_on().await
            );
            tokio::time::sleep(STEP).await;
        }
    }

    async fn focus_is_on(&self) -> String {
        let script = "const { activeElement: one } = document;
            return `${one.tagName} ${one.getAttribute('role') ?? ''} ${one.getAttribute('aria-label') ?? one.textContent.slice(0, 40)}`";
        self.script(script, vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// What axe-core finds wrong, one line each.
    pub async fn axe(&self) -> Vec<String> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
        let source =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; run npm ci", path.display()));
        if self.script("return 'axe' in window", vec![]).await != json!(true) {
            self.script(&format!("{source}\nreturn true"), vec![]).await;
        }
        let run = "const done = arguments[arguments.length - 1];
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            axe.run(document, { runOnly: tags }).then(
              ({ violations }) => done(violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}: ${node.failureSummary}`))),
              (error) => done([String(error)]));";
        let found = self.driver.execute_async(run, vec![]).await.unwrap();
        found
            .json()
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Waits until what moves has come to rest and the last frame was painted.
    pub async fn rests(&self) {
        let rest = "const done = arguments[arguments.length - 1];
            const moving = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
            const frame = () => new Promise((next) => requestAnimationFrame(next));
            Promise.allSettled(moving.map((one) => one.finished)).then(frame).then(frame).then(() => setTimeout(done, 50, true));";
        self.script_async(rest, vec![]).await;
    }

    /// The page as it is now, if it still answers.
    pub async fn source(&self) -> Option<String> {
        timeout(Duration::from_secs(10), self.driver.source()).await.ok()?.ok()
    }
}

/// A folder of the project's `target/`, wherever cargo builds.
pub fn target(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target").join(name)
}
