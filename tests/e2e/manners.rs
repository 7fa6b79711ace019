//! What a program of this system is expected to do beside its work.

use crate::{
    harness::{Stage, desktop::Desktop, dialogs, on_stage, portal::Portal, until},
    pictures::choose_theme,
    starting::{configuration_file, import_is_open},
};
use std::{fs, process::Stdio};
use thirtyfour::prelude::Key;

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_is_cleared_from_the_systems_clipboard_and_other_things_stay() {
    on_stage("clipboard", &["--tokens", "200"], async |stage| {
        stage.close().await;
        stage.desktop.told.push(("NESTBOX_SECRET_SECONDS", "4".into()));
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

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_is_introduced_once() {
    on_stage("first_start", &["--tokens", "3"], async |stage| {
        stage.close().await;
        fs::remove_file(stage.desktop.path("data/io.github.nestbox/preferences.json")).unwrap();
        stage.open(&[]).await;
        let window = stage.window();
        window.focused("button", "Next").await;
        window.sees("A Canarytoken is a decoy").await;
        assert_eq!(window.axe().await, Vec::<String>::new());
        window.type_keys(Key::Enter).await;
        window.sees("Your Console watches, Nestbox helps").await;
        window.type_keys(Key::Enter).await;
        window.sees("Look around, or begin").await;
        window.press("Connect to my Console").await;
        let kept = stage.desktop.path("data/io.github.nestbox/preferences.json");
        until("it is written down", || {
            fs::read_to_string(&kept).is_ok_and(|text| text.contains(r#""introduced": true"#))
        });
        stage.restart().await;
        let window = stage.window();
        window.focused("textbox", "Console address").await;
        assert!(!window.has("dialog", "*").await, "it was seen");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_help_of_a_screen_is_a_key_away() {
    on_stage("help", &["--tokens", "3"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.sees("3 Canarytokens").await;
        dialogs::xdotool(&stage.desktop, &["key", "F1"]);
        window.find("dialog", "Help: your Canarytokens").await;
        assert_eq!(window.axe().await, Vec::<String>::new());
        window.press("List of keys").await;
        window.find("dialog", "Keys").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_named_at_the_first_start_is_opened() {
    on_stage("named_at_start", &["--tokens", "3"], async |stage| {
        stage.close().await;
        let config = configuration_file(stage);
        stage.open(&[&config.to_string_lossy()]).await;
        let window = stage.window();
        import_is_open(window).await;

        window.press("Type it instead").await;
        stage.connect().await;
        window.sees("3 Canarytokens").await;
        stage.close().await;
        let sheet = stage.desktop.path("files/names.csv");
        fs::write(&sheet, "kind,reminder\nWeb link,Notice board\nWeb link,Staff room\n").unwrap();
        stage.open(&[&sheet.to_string_lossy()]).await;
        stage.window().sees("2 rows, all ready").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_written_in_the_desktops_own_font() {
    on_stage("own_font", &[], async |stage| {
        stage.restart_on("gtk-font-name=DejaVu Sans Mono 11", &[]).await;
        // In no other font of the machine are these as wide as each other.
        let widths = "const line = document.body.appendChild(document.createElement('span'));
            const width = (text) => { line.textContent = text; return line.getBoundingClientRect().width; };
            line.style.setProperty('position', 'absolute');
            return width('iiiiiiii') > 0 && width('iiiiiiii') === width('MMMMMMMM')";
        stage.window().until("it is in that font", widths, vec![]).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_dark_desktop_the_window_is_dark_from_the_start() {
    on_stage("dark_desktop", &[], async |stage| {
        stage.restart_on("gtk-application-prefer-dark-theme=1", &[]).await;
        follows_the_dark(stage).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desktop_that_tells_of_its_colours_is_followed_again_after_others_were_chosen() {
    on_stage("dark_portal", &[], async |stage| {
        stage.close().await;
        let _portal = Portal::of_the_dark(&stage.desktop);
        stage.open(&[]).await;
        follows_the_dark(stage).await;
        stage.restart().await;
        wears(stage, "dark").await;
    })
    .await;
}

/// The window is dark, light once that is chosen, and dark again with the colours of the system.
async fn follows_the_dark(stage: &Stage) {
    wears(stage, "dark").await;
    choose_theme(stage.window(), "Light").await;
    wears(stage, "light").await;
    choose_theme(stage.window(), "System").await;
    wears(stage, "dark").await;
}

/// Waits until the window's own parts have these colours: what the page is told of the system follows them.
async fn wears(stage: &Stage, colours: &str) {
    let told = "return matchMedia(`(prefers-color-scheme: ${arguments[0]})`).matches";
    let wanted = vec![colours.into()];
    stage
        .window()
        .until(&format!("the window is {colours}"), told, wanted)
        .await;
}

/// Waits until the text in the clipboard begins with `start`; nothing means an empty clipboard.
fn until_clipboard_holds(stage: &Stage, start: &str) {
    until(&format!("the clipboard holds {start:?}"), || {
        let text = in_clipboard(&stage.desktop);
        text.starts_with(start) && text.is_empty() == start.is_empty()
    });
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
