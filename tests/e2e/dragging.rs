//! A saved file is dragged out of the window with the mouse, into another program: a browser with a page that takes files, as a web
//! mail does.

use crate::creating::make;
use crate::harness::{Stage, desktop::Process, dialogs, on_stage, until};
use serde_json::json;
use std::fs;

/// Where the browser lies on the screen: over the lower half of Nestbox. X, Y, width, height.
const BROWSER: [i32; 4] = [0, 480, 900, 380];

/// Its title tells what happens to it.
const PAGE: &str = r#"<!doctype html><title>waiting</title><body style="height:100vh"><script>
  addEventListener("dragover", (event) => { event.preventDefault(); document.title = "over"; });
  addEventListener("drop", async (event) => {
    event.preventDefault();
    const told = [...event.dataTransfer.files].map(async (file) => `${file.name}, ${(await file.arrayBuffer()).byteLength} bytes`);
    document.title = `took ${(await Promise.all(told)).join("; ")}`;
  });
</script>"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_file_is_dragged_into_another_program_and_the_window_goes_on() {
    on_stage("drag_out", &["--tokens", "3"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        make(window, "Word document", async |_| {}, "Shared drive").await;
        window.press("Save file…").await;
        // What has a meaning of its own in an address must arrive as it is.
        let file = stage.desktop.path("files/Pay 100 % & bonus #2.docx");
        dialogs::save_as(&stage.desktop, &file);
        window.sees("Saved in").await;
        let _browser = browser(stage);

        drag(stage, ".saved-file", [BROWSER[0] + 300, BROWSER[1] + 200]).await;
        let bytes = fs::metadata(&file).unwrap().len();
        until_browser_says(stage, &format!("took Pay 100 % & bonus #2.docx, {bytes} bytes"));
        assert!(file.is_file(), "it was copied, not moved");

        // The window hears the mouse as before.
        let [x, y] = place_of(stage, "header button").await;
        dialogs::xdotool(
            &stage.desktop,
            &["mousemove", &x.to_string(), &y.to_string(), "click", "1"],
        );
        window.sees("4 Canarytokens").await;
    })
    .await;
}

/// Starts the browser and waits until its page stands.
fn browser(stage: &Stage) -> Process {
    let page = stage.desktop.path("drop.html");
    fs::write(&page, PAGE).unwrap();
    let [x, y, width, height] = BROWSER;
    let mut browser = stage.desktop.command("chromium");
    browser.args([
        &format!("--app=file://{}", page.display()),
        &format!("--user-data-dir={}", stage.desktop.path("browser").display()),
        &format!("--window-position={x},{y}"),
        &format!("--window-size={width},{height}"),
        "--no-sandbox",
        "--no-first-run",
        "--disable-gpu",
    ]);
    let browser = Process(browser.spawn().expect("chromium is installed by scripts/setup test"));
    until_browser_says(stage, "waiting");
    browser
}

/// Waits until the browser's title is this.
fn until_browser_says(stage: &Stage, words: &str) {
    until(&format!("the browser says “{words}”"), || {
        browser_says(stage, words)
    });
}

fn browser_says(stage: &Stage, words: &str) -> bool {
    let search = ["search", "--onlyvisible", "--class", "chromium", "getwindowname", "%@"];
    dialogs::xdotool(&stage.desktop, &search)
        .lines()
        .any(|title| title == words)
}

/// Takes hold of something in the window and lets go of it over a place of the screen, once the browser sees it coming.
async fn drag(stage: &Stage, selector: &str, [to_x, to_y]: [i32; 2]) {
    let [x, y] = place_of(stage, selector).await;
    let point = |x: i32, y: i32| dialogs::xdotool(&stage.desktop, &["mousemove", &x.to_string(), &y.to_string()]);
    point(x, y);
    dialogs::xdotool(&stage.desktop, &["mousedown", "1"]);
    // A person's hand is never quite still, and a drag is noticed by its movements.
    let mut step = 0;
    until("something is dragged over the browser", || {
        step += 1;
        point(to_x + step % 7, to_y - step % 5);
        browser_says(stage, "over")
    });
    dialogs::xdotool(&stage.desktop, &["mouseup", "1"]);
}

/// The middle of something in the window, on the screen.
async fn place_of(stage: &Stage, selector: &str) -> [i32; 2] {
    let script = "const { left, top, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
        return [left + width / 2, top + height / 2, innerHeight];";
    let answer = stage.window().script(script, vec![json!(selector)]).await;
    let [x, y, inner] = [0, 1, 2].map(|at| answer[at].as_f64().unwrap() as i32);
    let own = &dialogs::windows(&stage.desktop)[0];
    let geometry = dialogs::xdotool(&stage.desktop, &["getwindowgeometry", "--shell", own]);
    let read = |name: &str| -> i32 {
        let line = geometry.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap().parse().unwrap()
    };
    // Above the page is the menu.
    [read("X=") + x, read("Y=") + read("HEIGHT=") - inner + y]
}
