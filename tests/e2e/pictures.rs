//! Each screen in both themes: axe finds nothing on it, and a picture of it is written to `target/pictures/` to be looked at.

use crate::harness::{Stage, on_stage, window::Window};

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_any_screen_in_the_light() {
    on_stage("pictures_light", &["--tokens", "60"], async |stage| {
        every_screen(stage, "Light").await
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_nothing_on_any_screen_in_the_dark() {
    on_stage("pictures_dark", &["--tokens", "60"], async |stage| {
        every_screen(stage, "Dark").await
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_what_is_wrong() {
    on_stage("axe_works", &[], async |stage| {
        let window = stage.window();
        window
            .script("document.querySelector('main').append(new Image())", vec![])
            .await;
        let found = window.axe().await;
        assert!(
            found.iter().any(|line| line.starts_with("image-alt")),
            "a picture without words: {found:?}"
        );
    })
    .await;
}

async fn every_screen(stage: &mut Stage, theme: &'static str) {
    let mut look = Look {
        theme,
        wrong: Vec::new(),
    };
    choose_theme(stage.window(), theme).await;
    connect_screen(stage, &mut look).await;
    stage.connect().await;
    list_screens(stage, &mut look).await;
    wizard_screens(stage, &mut look).await;
    settings_screens(stage, &mut look).await;
    empty_screens(stage, &mut look).await;
    assert!(look.wrong.is_empty(), "axe found:\n{}", look.wrong.join("\n"));
}

/// The theme is a preference: the program remembers it.
async fn choose_theme(window: &Window, theme: &str) {
    window.control_key(',').await;
    window.click("radio", theme).await;
    let script = "return document.documentElement.dataset.theme === arguments[0]";
    window
        .until("the theme is on", script, vec![theme.to_lowercase().into()])
        .await;
    window.press("Back").await;
}

async fn connect_screen(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    window.sees("Connect to your Console").await;
    look.at(stage, "connect").await;
    stage.connect_with("not-the-key").await;
    window.sees("Your Console does not accept this API key").await;
    look.at(stage, "connect-refused").await;
}

async fn list_screens(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    window.sees("60 Canarytokens").await;
    look.at(stage, "list").await;
    window.click("checkbox", "Select: *").await;
    window.open_row(1).await;
    window.sees("How to place it").await;
    look.at(stage, "panel").await;
    window.press("Delete…").await;
    window.sees("This can’t be undone").await;
    look.at(stage, "delete").await;
    window.press("Cancel").await;
    window.press("Close the panel").await;
    window.press("Move…").await;
    window.sees("To which flock?").await;
    look.at(stage, "move").await;
    window.press("Cancel").await;
    window.press("Clear the selection").await;
    window.fill("Search Canarytokens", "no reminder reads like this").await;
    window.sees("No Canarytoken matches").await;
    look.at(stage, "no-match").await;
    window.press("Clear the search").await;
    window.sees("60 Canarytokens").await;
}

async fn wizard_screens(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    window.press("New Canarytoken*").await;
    window.sees("What should it be?").await;
    look.at(stage, "create-kind").await;
    window.press("QR code*").await;
    window.sees(": its details").await;
    look.at(stage, "create-details").await;
    window.press("Next: place").await;
    window
        .fill("Place*", "Print room, inside the door of the toner cupboard")
        .await;
    look.at(stage, "create-place").await;
    window.press("Next: check").await;
    window.sees("Is everything right?").await;
    look.at(stage, "create-check").await;
    window.press("Make *").await;
    window.sees("is ready").await;
    look.at(stage, "create-done").await;
    window.press("All Canarytokens").await;
    window.sees("61 Canarytokens").await;
    // What was just made is open beside the list.
    window.press("Close the panel").await;
}

async fn settings_screens(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    window.press("Settings").await;
    window.sees("Appearance").await;
    look.at(stage, "settings").await;
    window.press("Copy diagnostics…").await;
    window.find("button", "Copy").await;
    look.at(stage, "diagnostics").await;
    window.press("Close").await;
    window.press("Show factories").await;
    window.sees("What a factory can make").await;
    look.at(stage, "factories").await;
    window.press("Settings").await;
    window.press("All Canarytokens").await;
    window.sees("61 Canarytokens").await;
    window.type_keys("?").await;
    window.sees("Everywhere").await;
    look.at(stage, "keys").await;
    window.type_keys(thirtyfour::Key::Escape).await;
}

/// What is left when all is deleted, and when nobody answers.
async fn empty_screens(stage: &mut Stage, look: &mut Look) {
    let window = stage.window();
    window.click("checkbox", "Select all*").await;
    window.press("Delete…").await;
    window.fill("To confirm, type how many: 61", "61").await;
    look.at(stage, "delete-many").await;
    window.press("Delete 61 Canarytokens").await;
    window.sees("No Canarytokens yet").await;
    window.sees_no("Deleted 61").await;
    look.at(stage, "list-empty").await;
    stage.console.end();
    let window = stage.window();
    window.press("Refresh the list").await;
    window.sees("No connection to your Console").await;
    look.at(stage, "offline").await;
}

/// Looks at one screen after the other.
struct Look {
    theme: &'static str,
    wrong: Vec<String>,
}

impl Look {
    async fn at(&mut self, stage: &Stage, screen: &str) {
        stage
            .picture(&format!("window-{screen}-{}.png", self.theme.to_lowercase()))
            .await;
        let found = stage.window().axe().await;
        self.wrong
            .extend(found.into_iter().map(|line| format!("{screen}: {line}")));
    }
}
