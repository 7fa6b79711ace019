//! New alerts are told by a real notification daemon.

use crate::harness::{Stage, console::program, desktop::Process, dialogs, on_stage, until};
use serde_json::Value;
use std::process::Stdio;

#[tokio::test(flavor = "multi_thread")]
async fn a_new_alert_is_shown_by_the_system_and_a_click_on_it_brings_the_window_to_the_front() {
    on_stage("watching", &["--tokens", "6"], async |stage| {
        stage.close().await;
        stage.desktop.told.push(("NESTBOX_WATCH_SECONDS", "1".into()));
        let _daemon = Process(
            stage
                .desktop
                .command("dunst")
                .spawn()
                .expect("dunst is installed by scripts/setup test"),
        );
        until("the daemon is there", || dunst(stage, &["count"]).is_some());
        stage.open(&[]).await;
        stage.connect().await;
        let window = stage.window();
        window.sees("6 Canarytokens").await;
        window.press("Settings").await;
        window.click("switch", "Tell me about new alerts*").await;

        let list = stage.console.get("/api/v1/canarytokens/fetch");
        let token = &list["tokens"][0];
        let id = token["canarytoken"].as_str().unwrap();
        stage.console.open_link_of(id);
        until("it is shown", || {
            dunst(stage, &["count", "displayed"]).is_some_and(|count| count.trim() == "1")
        });
        let _other = Process(stage.desktop.command(program("empty-window")).spawn().unwrap());
        let focused = || dialogs::xdotool(&stage.desktop, &["getwindowfocus", "getwindowname"]);
        until("another window has the focus", || {
            let other = ["search", "--onlyvisible", "--class", "empty-window", "windowfocus"];
            dialogs::xdotool(&stage.desktop, &other);
            focused() == "Empty"
        });
        dunst(stage, &["action", "0"]).expect("the notification is there to be clicked");
        until("the window has the focus", || focused().ends_with("Nestbox"));
        dunst(stage, &["close-all"]);
        let told: Value = serde_json::from_str(&dunst(stage, &["history"]).unwrap()).unwrap();
        let told = &told["data"][0][0];
        assert_eq!(told["appname"]["data"], "Nestbox");
        assert_eq!(told["summary"]["data"], "A Canarytoken was set off");
        let body = told["body"]["data"].as_str().unwrap();
        let memo = token["memo"].as_str().unwrap();
        assert!(
            !body.is_empty() && memo.contains(body),
            "“{body}” is no part of “{memo}”"
        );
    })
    .await;
}

/// What `dunstctl` says; none while it cannot reach the daemon.
fn dunst(stage: &Stage, arguments: &[&str]) -> Option<String> {
    let mut ask = stage.desktop.command("dunstctl");
    let answer = ask.args(arguments).stdout(Stdio::piped()).output().unwrap();
    answer
        .status
        .success()
        .then(|| String::from_utf8(answer.stdout).unwrap())
}
