//! What a program of this system is expected to do beside its work.

use crate::harness::{Stage, desktop::Desktop, on_stage};
use std::{
    process::Stdio,
    time::{Duration, Instant},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_is_cleared_from_the_systems_clipboard_and_other_things_stay() {
    on_stage("clipboard", &["--tokens", "200"], async |stage| {
        stage.close().await;
        stage.desktop.told.push(("NESTBOX_SECRET_SECONDS", "4"));
        stage.open(&[]).await;
        stage.connect().await;
        let window = stage.window();
        window.fill("Search Canarytokens", "AWS key").await;
        window.open_row(1).await;
        window.press("Copy secret key").await;
        window.sees("It will be cleared from the clipboard in a minute").await;
        let secret = in_clipboard(&stage.desktop);
        assert_eq!(secret.len(), 40, "an AWS secret access key: {secret}");
        until_clipboard_holds(stage, "");

        window.press("Copy access key").await;
        until_clipboard_holds(stage, "AKIA");
    })
    .await;
}

/// Waits until the text in the clipboard begins with `start`; nothing means an empty clipboard.
fn until_clipboard_holds(stage: &Stage, start: &str) {
    let started = Instant::now();
    loop {
        let text = in_clipboard(&stage.desktop);
        if text.starts_with(start) && text.is_empty() == start.is_empty() {
            return;
        }
        let waited = started.elapsed();
        assert!(waited < Duration::from_secs(20), "the clipboard still holds {text:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The text in the clipboard, as any other program gets it.
fn in_clipboard(desktop: &Desktop) -> String {
    let output = desktop
        .command("timeout")
        .args(["10", "xclip", "-selection", "clipboard", "-out"])
        .stdout(Stdio::piped())
        .output()
        .expect("xclip is installed by scripts/setup test");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
