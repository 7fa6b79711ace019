//! What the page may do, asked of the real configuration and the real grants: only what is named, and nothing of Tauri's own.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use nestbox::adapters::clipboard::SystemClipboard;
use nestbox::adapters::journal_file::JournalFile;
use nestbox::adapters::notifier::SystemNotifier;
use nestbox::adapters::{clock::SystemClock, dialogs::SystemDialogs, log::LogFolder};
use nestbox::adapters::{keychain::Keychain, keychain::Limits, practice::InProcess, settings_file::AtomicFile};
use nestbox::app::ports::{Desktop, Ports, PreferenceStore};
use nestbox::app::preferences::{LanguageChoice, Theme};
use nestbox::app::{App, Facts};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{Manager, WebviewWindow, WebviewWindowBuilder};

/// The list that a person reviews: a new command changes it.
const GRANTED: &str = include_str!("granted-commands.txt");

fn granted() -> BTreeSet<String> {
    GRANTED.lines().map(str::to_owned).collect()
}

fn config() -> Value {
    serde_json::from_str(include_str!("../tauri.conf.json")).unwrap()
}

struct NoPreferences;

impl PreferenceStore for NoPreferences {
    fn load(&self) -> Option<Value> {
        None
    }

    fn save(&self, _: Value) -> std::io::Result<()> {
        Ok(())
    }

    fn clear(&self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The mock of a window knows no colours, and nothing here is to be opened.
struct NoDesktop;

impl Desktop for NoDesktop {
    fn open_link(&self, _: &str) -> std::io::Result<()> {
        Ok(())
    }

    fn show_file(&self, _: &std::path::Path) -> std::io::Result<()> {
        Ok(())
    }

    fn drag_file(&self, _: std::path::PathBuf) -> futures_util::future::BoxFuture<'_, std::io::Result<()>> {
        Box::pin(async { Ok(()) })
    }

    fn unmark(&self, _: &std::path::Path) -> std::io::Result<bool> {
        Ok(false)
    }

    fn dress(&self, _: Theme) {}

    fn speak(&self, _: LanguageChoice) {}
}

/// The program with the real configuration, commands and grants; only the window is a mock.
fn window(home: &std::path::Path) -> (tauri::App<MockRuntime>, WebviewWindow<MockRuntime>) {
    let app = mock_builder()
        .invoke_handler(nestbox::handler())
        .build(nestbox::context())
        .unwrap();
    let ports = Ports {
        secrets: Arc::new(Keychain::new("nestbox-test-of-ipc".into(), Limits::default())),
        dialogs: Arc::new(SystemDialogs::new(app.handle().clone())),
        clock: Arc::new(SystemClock),
        practice: Arc::new(InProcess),
        settings: Arc::new(AtomicFile::new(home.join("settings.json"))),
        preferences: Arc::new(NoPreferences),
        desktop: Arc::new(NoDesktop),
        clipboard: Arc::new(SystemClipboard::default()),
        notifier: Arc::new(SystemNotifier::new(app.handle().clone())),
        releases: None,
        log: Arc::new(LogFolder::new(home.join("log"))),
        journal: Arc::new(JournalFile::new(home.join("journal"))),
    };
    app.manage(App::new(ports, Facts::default()));
    let window = WebviewWindowBuilder::new(&app, "main", tauri::WebviewUrl::default())
        .build()
        .unwrap();
    (app, window)
}

/// Asks as the page would, from `url`. A call that never answers fails the test.
fn ask(window: &WebviewWindow<MockRuntime>, url: &str, command: &str, body: Value) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: url.parse().unwrap(),
        body: InvokeBody::Json(body),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_string(),
    };
    let (answer, answered) = std::sync::mpsc::channel();
    let window = window.clone();
    std::thread::spawn(move || {
        let response = get_ipc_response(&window, request).map(|body| body.deserialize::<Value>().unwrap());
        answer.send(response).ok();
    });
    answered
        .recv_timeout(Duration::from_secs(20))
        .expect("the command never answered")
}

const PAGE: &str = if cfg!(windows) {
    "http://tauri.localhost"
} else {
    "tauri://localhost"
};

#[test]
fn granted_named_and_handled_commands_are_the_same_and_as_reviewed() {
    let conf = config();
    let capabilities = conf["app"]["security"]["capabilities"].as_array().unwrap();
    assert_eq!(capabilities.len(), 1, "there is one capability, for one window");
    assert_eq!(capabilities[0]["windows"], json!(["main"]));
    assert!(capabilities[0].get("remote").is_none() && capabilities[0].get("webviews").is_none());
    let permissions = capabilities[0]["permissions"].as_array().unwrap();
    let name = |permission: &Value| {
        let permission = permission.as_str().expect("a permission is a plain name");
        permission
            .strip_prefix("allow-")
            .expect("only our own commands are granted")
            .replace('-', "_")
    };
    assert_eq!(permissions.iter().map(name).collect::<BTreeSet<_>>(), granted());

    let quoted = |text: &'static str| {
        let (_, list) = text.split_once("const COMMANDS: &[&str] = &[").unwrap();
        let list = list.split("];").next().unwrap();
        list.split('"')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(quoted(include_str!("../src-tauri/build.rs")), granted());

    let (_, list) = include_str!("../src-tauri/src/lib.rs")
        .split_once("tauri::generate_handler![")
        .unwrap();
    let list = list
        .split(']')
        .next()
        .unwrap()
        .split(',')
        .map(str::trim)
        .filter(|one| !one.is_empty());
    let handled: BTreeSet<_> = list.map(|path| path.rsplit("::").next().unwrap().to_owned()).collect();
    assert_eq!(handled, granted());
}

#[test]
fn every_granted_command_is_really_there() {
    let home = tempfile::tempdir().unwrap();
    let (_app, window) = window(home.path());
    // These would open dialogs, browsers or Consoles when asked without arguments.
    let with_effects = ["import_config", "choose_folder", "resume_session", "save_template"];
    for command in granted()
        .iter()
        .filter(|command| !with_effects.contains(&command.as_str()))
    {
        let answer = ask(&window, PAGE, command, json!({}));
        let refused = answer.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(
            !refused.contains("not allowed") && !refused.contains("not found"),
            "{command}: {refused}"
        );
    }
}

#[test]
fn the_page_gets_the_state_and_typed_errors() {
    let home = tempfile::tempdir().unwrap();
    let (_app, window) = window(home.path());
    let state = ask(&window, PAGE, "get_state", json!({})).unwrap();
    assert_eq!(state["session"], Value::Null);
    assert_eq!(
        state["preferences"],
        json!({ "theme": "system", "textSize": 100, "language": "system", "watch": false, "newer": true, "introduced": false, "folder": null,
            "sort": { "column": "created", "descending": true }, "panelWidth": null })
    );
    let connect = json!({ "operation": "1", "address": "https://a.example", "key": { "type": "typed", "key": "12" },
        "remember": false, "label": null, "allowOtherHost": false });
    let error = ask(&window, PAGE, "connect", connect).unwrap_err();
    assert_eq!(
        (&error["code"], &error["field"]),
        (&json!("addressOtherHost"), &json!("address"))
    );
    assert_eq!(error["reference"].as_str().unwrap().len(), 9);
}

#[test]
fn what_is_not_granted_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let (_app, window) = window(home.path());
    for command in [
        "no_such_command",
        "plugin:event|listen",
        "plugin:event|emit",
        "plugin:window|close",
        "plugin:window|set_title",
        "plugin:webview|create_webview_window",
        "plugin:app|version",
        "plugin:path|resolve_directory",
        "plugin:store|load",
        "plugin:opener|open_url",
        "plugin:opener|open_path",
        "plugin:window-state|save_window_state",
        "plugin:fs|read_file",
        "plugin:shell|execute",
        "plugin:dialog|open",
        "plugin:updater|check",
        "plugin:updater|download_and_install",
    ] {
        let refused = ask(&window, PAGE, command, json!({})).unwrap_err().to_string();
        assert!(
            refused.contains("not allowed") || refused.contains("not found"),
            "{command}: {refused}"
        );
    }
}

#[test]
fn another_window_or_a_remote_page_may_do_nothing() {
    let home = tempfile::tempdir().unwrap();
    let (app, window) = window(home.path());
    let refused = ask(&window, "https://evil.example", "get_state", json!({}))
        .unwrap_err()
        .to_string();
    assert!(refused.contains("not allowed"), "{refused}");
    let other = WebviewWindowBuilder::new(&app, "other", tauri::WebviewUrl::default())
        .build()
        .unwrap();
    let refused = ask(&other, PAGE, "get_state", json!({})).unwrap_err().to_string();
    assert!(refused.contains("not allowed"), "{refused}");
}

#[test]
fn the_policy_of_the_page_is_the_strict_one() {
    let conf = config();
    let security = &conf["app"]["security"];
    let policy = security["csp"].as_str().unwrap();
    for part in [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src ipc: http://ipc.localhost",
        "form-action 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    ] {
        assert!(
            policy.split("; ").any(|one| one == part),
            "{part} is missing in {policy}"
        );
    }
    assert!(!policy.contains("unsafe") && !policy.contains("https:"), "{policy}");
    assert_eq!(security["freezePrototype"], true);
    assert!(security.get("assetProtocol").is_none());
    assert!(security.get("dangerousDisableAssetCspModification").is_none());
    assert_eq!(conf["build"]["removeUnusedCommands"], true);
    let window = &conf["app"]["windows"][0];
    assert_eq!((&window["width"], &window["height"]), (&json!(1280), &json!(800)));
    assert_eq!((&window["minWidth"], &window["minHeight"]), (&json!(800), &json!(500)));
}
