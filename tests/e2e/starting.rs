use crate::harness::{Stage, came, console::program, desktop::Process, dialogs, on_stage, until, window::Window};
use std::{fs, path::PathBuf, process::ExitStatus};

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_raises_the_first_window_and_ends() {
    on_stage("second_start", &[], async |stage| {
        let first = dialogs::windows(&stage.desktop);
        assert_eq!(first.len(), 1, "there is one window");
        let _other = Process(stage.desktop.command(program("empty-window")).spawn().unwrap());
        until_focus_is_on(stage, "Empty", || {
            dialogs::xdotool(
                &stage.desktop,
                &["search", "--onlyvisible", "--class", "empty-window", "windowfocus"],
            );
        });

        let status = start_again(stage, &[]);
        assert!(status.success(), "the second one ends well: {status}");
        until_focus_is_on(stage, "Nestbox", || {});
        assert_eq!(dialogs::windows(&stage.desktop), first, "there is one window, the same");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_with_a_configuration_file_opens_the_import() {
    on_stage("second_start_config", &["--tokens", "3"], async |stage| {
        stage.connect().await;
        stage.window().sees("3 Canarytokens").await;
        configuration_file(stage);
        assert!(start_again(stage, &["canarytools.config"]).success());
        let window = stage.window();
        import_is_open(window).await;
        window.press("Back").await;
        window.press("Leave").await;
        window.sees("3 Canarytokens").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn started_for_practice_it_is_connected_to_a_console_of_its_own_and_remembers_nothing() {
    on_stage("practice", &[], async |stage| {
        stage.close().await;
        stage.open(&["--practice"]).await;
        let window = stage.window();
        window.find("grid", "*").await;
        window.sees("Practice").await;
        until_title_is(stage, "Practice Console, Nestbox");
        window.find("button", "New Canarytoken*").await;

        stage.restart().await;
        stage.window().sees("Connect to your Console").await;
        assert!(stage.console.requests().is_empty(), "no other Console was asked");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_practice_console_is_one_press_away() {
    on_stage("practice_button", &[], async |stage| {
        let window = stage.window();
        window.press("Try it").await;
        window.find("grid", "*").await;
        window.sees("Practice").await;
    })
    .await;
}

/// Waits until the system shows the program's window under this title.
fn until_title_is(stage: &Stage, title: &str) {
    let search = ["search", "--onlyvisible", "--class", "nestbox", "getwindowname"];
    until(&format!("the title is “{title}”"), || {
        dialogs::xdotool(&stage.desktop, &search) == title
    });
}

/// Waits until the window with this title has the focus; `help` may give it.
fn until_focus_is_on(stage: &Stage, title: &str, help: impl Fn()) {
    until(&format!("“{title}” has the focus"), || {
        help();
        dialogs::xdotool(&stage.desktop, &["getwindowfocus", "getwindowname"]) == title
    });
}

/// Starts the program once more on the same desktop and waits until it ends.
fn start_again(stage: &Stage, arguments: &[&str]) -> ExitStatus {
    let mut second = stage.desktop.command(program("nestbox"));
    // A file is named as a file manager's terminal does: from the folder that it lies in.
    second.args(arguments).current_dir(stage.desktop.path("files"));
    let mut second = second.spawn().unwrap();
    if !came(|| second.try_wait().unwrap().is_some()) {
        second.kill().unwrap();
    }
    let status = second.wait().unwrap();
    assert!(status.code().is_some(), "the second one does not end");
    status
}

/// Writes a `canarytools.config` into the folder for files.
pub fn configuration_file(stage: &Stage) -> PathBuf {
    let path = stage.desktop.path("files/canarytools.config");
    let text = "[CanaryTools]\napi_key = 0123456789abcdef\ndomain = abc123\n";
    fs::write(&path, text).unwrap();
    path
}

/// The import of that file is on the screen, without its key.
pub async fn import_is_open(window: &Window) {
    window.sees("From canarytools.config").await;
    assert_eq!(window.value("Console address").await, "abc123");
    assert!(
        !window.markup().await.contains("0123456789abcdef"),
        "the key stays in Rust"
    );
}
