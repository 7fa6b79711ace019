//! What comes and goes, in both themes: toasts, errors, failures, editing in the panel, rare dialogs, and many at once under way.
//! axe finds nothing on any of it, and a picture of each is written to `target/pictures/`.

use crate::{
    harness::{Stage, on_stage},
    many::name_laptops,
    pictures::{Look, choose_theme},
};
use thirtyfour::Key;

/// The first request of each is the one that asks, at connecting, what the key may do.
const CONSOLE: [&str; 8] = [
    "--tokens",
    "60",
    "--latency-ms",
    "150",
    "--faults",
    "error endpoint=canarytoken/disable after=1 count=2 message=It is being looked after just now",
    "--faults",
    "error endpoint=canarytoken/create after=9 count=3 message=There is no room for it",
];

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_what_comes_and_goes_in_the_light() {
    on_stage("states_light", &CONSOLE, async |stage| {
        every_state(stage, "Light").await
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_what_comes_and_goes_in_the_dark() {
    on_stage("states_dark", &CONSOLE, async |stage| every_state(stage, "Dark").await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_system_with_high_contrast_the_page_has_it_too_and_axe_finds_nothing() {
    on_stage("high_contrast", &["--tokens", "60"], async |stage| {
        stage.restart_on("gtk-theme-name=HighContrast", &[]).await;
        stage.connect().await;
        stage.window().sees("60 Canarytokens").await;
        stage.window().click("checkbox", "Select: *").await;
        stage.window().open_row(1).await;
        let black = "return matchMedia('(prefers-contrast: more)').matches && getComputedStyle(document.body).color === 'rgb(0, 0, 0)'";
        stage.window().until("it is drawn in black", black, vec![]).await;
        let mut look = Look::new("Light");
        look.at(stage, "high-contrast").await;
        look.found_nothing();
    })
    .await;
}

async fn every_state(stage: &mut Stage, theme: &'static str) {
    let mut look = Look::new(theme);
    choose_theme(stage.window(), theme).await;
    stage.connect().await;
    stage.window().sees("60 Canarytokens").await;
    errors_and_toasts(stage, &mut look).await;
    in_the_panel(stage, &mut look).await;
    in_settings(stage, &mut look).await;
    factories(stage, &mut look).await;
    many_at_once(stage, &mut look).await;
    look.found_nothing();
}

/// Turning off fails twice, in the panel and for a selection; then it is done, and can be undone.
async fn errors_and_toasts(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    open_only(stage, "PDF document").await;
    window.click("switch", "On*").await;
    window.sees("It is being looked after just now").await;
    look.at(stage, "panel-error").await;
    window.press("Close the panel").await;
    window.click("checkbox", "Select: *").await;
    window.press("Turn off").await;
    window.find("dialog", "*").await;
    window.sees("It is being looked after just now").await;
    look.at(stage, "failures").await;
    window.press("Close").await;
    window.press("Turn off").await;
    window.sees("Turned off 1 Canarytoken").await;
    window.find("button", "Undo").await;
    look.at(stage, "toast-undo").await;
    window.press("Undo").await;
    window.press("Clear the selection").await;
}

/// The page that a link leads on to, and what is at AWS.
async fn in_the_panel(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    open_only(stage, "Fast redirect").await;
    window.press("Change the address it leads on to").await;
    look.at(stage, "redirect-edit").await;
    window.fill("Page it leads on to", "javascript:alert(1)").await;
    window.press("Save").await;
    window.sees("This would run something in the visitor’s browser").await;
    look.at(stage, "redirect-wrong").await;
    window.press("Cancel").await;
    open_only(stage, "S3 bucket").await;
    window.press("Remove from AWS…").await;
    window.find("dialog", "*").await;
    look.at(stage, "s3-remove").await;
    window.click("checkbox", "Delete the buckets too*").await;
    window.press("Remove and delete buckets").await;
    window.find("textbox", "To confirm, type*").await;
    look.at(stage, "s3-remove-missing").await;
    window.press("Cancel").await;
    open_only(stage, "EC2 metadata").await;
    window.press("Delete the factory…").await;
    window.find("dialog", "*").await;
    look.at(stage, "ec2-factory-delete").await;
    window.press("Cancel").await;
    window.press("Close the panel").await;
    window.press("Clear the search").await;
    window.sees("60 Canarytokens").await;
}

async fn in_settings(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    window.press("Settings").await;
    window.click("switch", "Tell me about new alerts*").await;
    look.at(stage, "settings-watching").await;
    window.press("Sign out of *").await;
    window.find("dialog", "Sign out of *").await;
    look.at(stage, "sign-out").await;
    window.press("Cancel").await;
}

/// One is made, shared and asked about before it goes.
async fn factories(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    window.press("Show factories").await;
    window.press("New factory…").await;
    window.press("Make the factory").await;
    window.sees("Write who or what will use it.").await;
    look.at(stage, "factory-missing").await;
    window.fill("Reminder", "Laptop set-up script").await;
    window.press("Make the factory").await;
    window.sees("Share this factory").await;
    window.press("Show code for scripts").await;
    look.at(stage, "factory-share").await;
    window.press("Close").await;
    window.press("Delete: Laptop set-up script").await;
    window.sees("stops working at once").await;
    look.at(stage, "factory-delete").await;
    window.press("Cancel").await;
    look.at(stage, "factories-some").await;
    window.press("Settings").await;
    window.press("All Canarytokens").await;
}

/// A run: paused, under way, and ended with three that need attention.
async fn many_at_once(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    window.control_shift_key('n').await;
    name_laptops(window, 80).await;
    window.press("Check 80 names").await;
    window.sees("80 rows, all ready").await;
    window.press("Make 80").await;
    window.press("Pause").await;
    window.sees("Paused.").await;
    look.at(stage, "many-paused").await;
    window.press("Go on").await;
    window.find("button", "Pause").await;
    look.at(stage, "many-running").await;
    window.sees("Have a look at those that need attention").await;
    window.sees("Your Console says: There is no room for it").await;
    look.at(stage, "many-attention").await;
    window.press("Save the result…").await;
    window.find("menuitem", "As a sheet (CSV)…").await;
    look.at(stage, "menu-result").await;
    window.type_keys(Key::Escape).await;
    window.press("Mend row *").await;
    window.find("dialog", "Mend row *").await;
    let named = "return document.querySelector('dialog select').selectedOptions[0].textContent === 'Web link'";
    window.until("its kind is called by its name", named, vec![]).await;
    look.at(stage, "many-mend").await;
    window.press("Cancel").await;
}

/// Finds the rows of a kind by the search and opens the first one.
async fn open_only(stage: &Stage, kind: &str) {
    let window = stage.window();
    window.fill("Search Canarytokens", kind).await;
    window.sees("of 60").await;
    let found = "const cells = [...document.querySelectorAll('.rows [role=row]:not([hidden]) [data-column=kind]')];
        return cells.length > 0 && cells.every((one) => one.textContent === arguments[0])";
    window.until("only these are listed", found, vec![kind.into()]).await;
    window.open_row(1).await;
    window
        .until(
            "the panel shows it",
            "return document.querySelector('.panel .kind-name')?.textContent.includes(arguments[0])",
            vec![kind.into()],
        )
        .await;
}
