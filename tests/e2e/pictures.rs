//! Each screen in both themes: axe finds nothing on it, and a picture of it is written to `target/pictures/` to be looked at.

use crate::harness::{Stage, on_stage, window::Window};
use thirtyfour::Key;

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
    let mut look = Look::new(theme);
    choose_theme(stage.window(), theme).await;
    connect_screen(stage, &mut look).await;
    stage.connect().await;
    list_screens(stage, &mut look).await;
    menus_and_dialogs(stage, &mut look).await;
    wizard_screens(stage, &mut look).await;
    many_screens(stage, &mut look).await;
    settings_screens(stage, &mut look).await;
    empty_screens(stage, &mut look).await;
    look.found_nothing();
}

/// The theme is a preference: the program remembers it.
pub async fn choose_theme(window: &Window, theme: &str) {
    window.control_key(',').await;
    window.click("radio", theme).await;
    let script = "return (document.documentElement.dataset.theme ?? 'system') === arguments[0]";
    window
        .until("the theme is on", script, vec![theme.to_lowercase().into()])
        .await;
    window.type_keys(Key::Escape).await;
    window.sees_no("Text size").await;
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

/// Each menu of the list, and the dialogs that its other actions open.
async fn menus_and_dialogs(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    for (opener, name) in [
        ("Add filter", "menu-filter"),
        ("Console: *", "menu-console"),
        ("More ways to create", "menu-create"),
    ] {
        window.press(opener).await;
        window.find("menuitem", "*").await;
        look.at(stage, name).await;
        window.type_keys(Key::Escape).await;
    }
    window.control_key('f').await;
    window.type_keys(Key::Down).await;
    window.focused("row", "*").await;
    window.shift_key(Key::F10).await;
    window.focused("menuitem", "Open").await;
    look.at(stage, "menu-row").await;
    window.type_keys(Key::Escape).await;
    window.press("Add filter").await;
    window.click("menuitemcheckbox", "On*").await;
    window.find("button", "Remove filter: state On").await;
    look.at(stage, "filtered").await;
    window.press("Remove filter: state On").await;
    window.sees("60 Canarytokens").await;
    window.press("Add filter").await;
    window.click("menuitem", "*").await;
    window.find("dialog", "*").await;
    look.at(stage, "search-console").await;
    window.press("Cancel").await;
    window.click("checkbox", "Select: *").await;
    window.press("Export…").await;
    window.find("dialog", "Export 1 Canarytoken").await;
    look.at(stage, "export").await;
    window.press("Cancel").await;
    window.press("Clear the selection").await;
    window.open_row(1).await;
    window.press("Edit the reminder").await;
    window.find("button", "Save reminder").await;
    look.at(stage, "panel-edit").await;
    window.press("Cancel").await;
    window.press("Close the panel").await;
}

/// Many at once, from the choice of a source to the result.
async fn many_screens(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    window.control_shift_key('n').await;
    window.sees("Where do the rows come from?").await;
    look.at(stage, "many-begin").await;
    window.click("radio", "From a list of names").await;
    window.press("Check the list").await;
    window.sees("Paste at least one name.").await;
    look.at(stage, "many-missing").await;
    let names = ["PC-01", "PC-02", "PC-02"].join(&Key::Enter.value().to_string());
    window.fill("Names, one a line", &names).await;
    window.click("combobox", "Kind").await;
    window.type_keys("Web link").await;
    window.type_keys(Key::Enter).await;
    window.fill("Reminder", "Laptop {name}, bookmark").await;
    look.at(stage, "many-names").await;
    window.press("Check 3 names").await;
    window.sees("3 rows, ").await;
    look.at(stage, "many-check").await;
    window.click_cell(1, "memo").await;
    look.at(stage, "many-cell").await;
    window.type_keys(Key::Escape).await;
    window.press("Fill a column…").await;
    window.find("dialog", "Fill a column").await;
    look.at(stage, "many-fill").await;
    window.press("Cancel").await;
    window.press("All Canarytokens").await;
    window.sees("61 Canarytokens").await;
}

async fn wizard_screens(stage: &Stage, look: &mut Look) {
    let window = stage.window();
    window.press("New Canarytoken*").await;
    window.sees("What should it be?").await;
    look.at(stage, "create-kind").await;
    window.press("Web image*").await;
    window.press("Next: place").await;
    window.sees("Choose the picture that people will see").await;
    look.at(stage, "create-wrong").await;
    window.press("Back").await;
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
    window.press("Rename *").await;
    window.find("dialog", "Rename *").await;
    look.at(stage, "rename").await;
    window.press("Cancel").await;
    window.press("Sign out and remove…").await;
    window.find("dialog", "Sign out and remove everything?").await;
    look.at(stage, "remove").await;
    window.press("Cancel").await;
    window.press("Show factories").await;
    window.sees("What a factory can make").await;
    look.at(stage, "factories").await;
    window.press("Settings").await;
    window.press("All Canarytokens").await;
    window.sees("61 Canarytokens").await;
    window.type_keys("?").await;
    window.sees("Everywhere").await;
    look.at(stage, "keys").await;
    window.type_keys(Key::Escape).await;
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
pub struct Look {
    theme: &'static str,
    wrong: Vec<String>,
}

impl Look {
    /// Nothing has been looked at yet.
    pub fn new(theme: &'static str) -> Self {
        Self {
            theme,
            wrong: Vec::new(),
        }
    }

    /// Fails with all that was found, if anything was.
    pub fn found_nothing(self) {
        assert!(self.wrong.is_empty(), "axe found:\n{}", self.wrong.join("\n"));
    }

    /// Takes a picture of what the window shows now and lets axe look at it.
    pub async fn at(&mut self, stage: &Stage, screen: &str) {
        stage
            .picture(&format!("window-{screen}-{}.png", self.theme.to_lowercase()))
            .await;
        let found = stage.window().axe().await;
        self.wrong
            .extend(found.into_iter().map(|line| format!("{screen}: {line}")));
    }
}
