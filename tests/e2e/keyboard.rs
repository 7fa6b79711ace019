//! All of it without a mouse: nothing here is clicked, everything is reached by Tab, arrows, Enter, Space and shortcuts.

use crate::harness::{Stage, dialogs, on_stage};
use serde_json::json;
use std::fs;
use thirtyfour::Key;

#[tokio::test(flavor = "multi_thread")]
async fn somebody_without_a_mouse_connects_finds_changes_switches_and_deletes() {
    on_stage("keyboard_list", &["--tokens", "12"], async |stage| {
        connect(stage).await;
        find_and_change(stage).await;
        off_and_on(stage).await;
        delete_three(stage).await;
        menu_of_a_row(stage).await;
        filter_by_kind(stage).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_without_a_mouse_makes_a_document_saves_it_and_changes_the_settings() {
    on_stage("keyboard_wizard", &["--tokens", "3"], async |stage| {
        connect(stage).await;
        make_and_save(stage).await;
        go_dark(stage).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_without_a_mouse_makes_many_from_a_list_of_names() {
    on_stage("keyboard_many", &["--tokens", "3"], async |stage| {
        connect(stage).await;
        let window = stage.window();
        window.sees("3 Canarytokens").await;
        window.control_shift_key('n').await;
        window.sees("Where do the rows come from?").await;
        window.reach("radio", "From a spreadsheet").await;
        window.type_keys(Key::Right).await;
        window
            .write_into(
                "Names, one a line",
                &format!("PC-01{0}PC-02{0}PC-03", Key::Enter.value()),
            )
            .await;
        window.reach("combobox", "Kind").await;
        window.type_keys("Web link").await;
        window.type_keys(Key::Enter).await;
        window.write_into("Reminder", "Laptop {name}, bookmark").await;
        window.enter("button", "Check 3 names").await;
        window.sees("3 rows, all ready").await;
        mend_a_cell(stage).await;
        window.enter("button", "Make 3").await;
        window.sees("Made 3 Canarytokens").await;
        window.enter("button", "All Canarytokens").await;
        window.sees("6 Canarytokens").await;
        let made = stage.console.get("/api/v1/canarytokens/fetch").to_string();
        for reminder in ["Laptop PC-01, bookmark", "Library, PC-02", "Laptop PC-03, bookmark"] {
            assert!(made.contains(reminder), "{reminder} is not on the Console");
        }
    })
    .await;
}

/// Writes another reminder into the second row of the sheet.
async fn mend_a_cell(stage: &Stage) {
    let window = stage.window();
    window.reach("row", "*").await;
    for key in [Key::Down, Key::Right, Key::Right, Key::Right, Key::Enter] {
        window.type_keys(key).await;
    }
    window.focused("textbox", "Reminder, row 2").await;
    window.control_key('a').await;
    window.type_keys("Library, PC-02").await;
    window.type_keys(Key::Enter).await;
    window.sees("Library, PC-02").await;
}

async fn connect(stage: &Stage) {
    let window = stage.window();
    window.focused("textbox", "Console address").await;
    window.type_keys(stage.console.address.as_str()).await;
    window.write_into("API key", &stage.console.key).await;
    window.enter("button", "Connect").await;
    window.find("grid", "*").await;
}

/// Searches, goes down into the list, opens a row and writes another reminder into the panel.
async fn find_and_change(stage: &Stage) {
    let window = stage.window();
    window.sees("12 Canarytokens").await;
    window.control_key('f').await;
    window.focused("textbox", "Search Canarytokens").await;
    let words = word_of_the_first_row(stage).await;
    window.type_keys(words.as_str()).await;
    window.sees("of 12").await;
    window.type_keys(Key::Down).await;
    window.focused("row", "*").await;
    window.type_keys(Key::Enter).await;
    window.find("button", "Close the panel").await;
    window.enter("button", "Edit the reminder").await;
    window.write_into("Place", "Moved to the archive room").await;
    window.enter("button", "Save reminder").await;
    window.sees("Reminder saved").await;
    assert_eq!(stage.console.carried_out("canarytoken/update").len(), 1);
}

/// A link's host or file name would do too: the list's own words are what people look for.
async fn word_of_the_first_row(stage: &Stage) -> String {
    let script = "return document.querySelector('[aria-rowindex=\"2\"] [data-column=reminder]').textContent";
    let words = stage.window().script(script, vec![]).await;
    words.as_str().unwrap().chars().take(24).collect()
}

async fn off_and_on(stage: &Stage) {
    let window = stage.window();
    let was_on = window.has("switch", "On*").await;
    let (now, then) = if was_on { ("On*", "Off*") } else { ("Off*", "On*") };
    window.reach("switch", now).await;
    window.type_keys(" ").await;
    // The offer to undo it comes when it is done.
    window.find("button", "Undo").await;
    // Then the panel says what that means, and is drawn anew for it; a key that is down meanwhile would be lost.
    let off = "It raises no alerts while it is off";
    if was_on {
        window.sees(off).await;
    } else {
        window.sees_no(off).await;
    }
    window.focused("switch", then).await;
    window.type_keys(" ").await;
    window.find("switch", now).await;
    window.type_keys(Key::Escape).await;
    window.focused("row", "*").await;
    window.control_key('f').await;
    window.control_key('a').await;
    window.type_keys(Key::Backspace).await;
    window.sees("12 Canarytokens").await;
}

/// Space takes a row, Shift and the arrows those after it, Del asks; the dialog's Cancel has the focus first.
async fn delete_three(stage: &Stage) {
    let window = stage.window();
    window.type_keys(Key::Down).await;
    window.focused("row", "*").await;
    window.type_keys(" ").await;
    window.shift_key(Key::Down).await;
    window.shift_key(Key::Down).await;
    window.sees("3 selected").await;
    window.type_keys(Key::Delete).await;
    window.sees("can’t be undone").await;
    window.focused("button", "Cancel").await;
    window.enter("button", "Delete 3 Canarytokens").await;
    window.sees("9 Canarytokens").await;
    assert_eq!(stage.console.carried_out("canarytoken/delete").len(), 3);
    window.focused("row", "*").await;
}

/// Shift and F10 open the menu of the row that has the focus; its last entry deletes.
async fn menu_of_a_row(stage: &Stage) {
    let window = stage.window();
    window.shift_key(Key::F10).await;
    window.focused("menuitem", "Open").await;
    window.type_keys(Key::End).await;
    window.focused("menuitem", "Delete…").await;
    window.type_keys(Key::Escape).await;
    window.focused("row", "*").await;
}

/// The filters' menu opens by Enter, the arrows go through it, and the chip takes the filter away again.
async fn filter_by_kind(stage: &Stage) {
    let window = stage.window();
    window.enter("button", "Add filter").await;
    window.focused("menuitem", "*").await;
    window.type_keys(Key::Escape).await;
    window.focused("button", "Add filter").await;
    window.type_keys(Key::Enter).await;
    window.focused("menuitem", "*").await;
    window.type_keys(Key::Down).await;
    window.focused("menuitemcheckbox", "On*").await;
    window.type_keys(Key::Enter).await;
    window.sees("of 9").await;
    window.enter("button", "Remove filter: state On").await;
    window.sees("9 Canarytokens").await;
}

async fn make_and_save(stage: &Stage) {
    let window = stage.window();
    window.sees("3 Canarytokens").await;
    window.control_key('n').await;
    window.sees("What should it be?").await;
    window.enter("button", "Word document*").await;
    window.sees(": its details").await;
    window.enter("button", "Next: place").await;
    window.write_into("Place", "Shared drive, folder “Payroll”").await;
    window.enter("button", "Next: check").await;
    window.sees("Is everything right?").await;
    window.enter("button", "Make *").await;
    window.sees("is ready").await;
    let file = stage.desktop.path("files/Pay review.docx");
    window.enter("button", "Save file…").await;
    dialogs::save_as(&stage.desktop, &file);
    window.sees("Saved in").await;
    assert_eq!(&fs::read(&file).unwrap()[..2], b"PK");
    window.enter("button", "All Canarytokens").await;
    window.sees("4 Canarytokens").await;
}

async fn go_dark(stage: &Stage) {
    let window = stage.window();
    window.control_key(',').await;
    window.sees("Appearance").await;
    window.reach("radio", "System").await;
    window.type_keys(Key::Right).await;
    window.type_keys(Key::Right).await;
    let dark = "return document.documentElement.dataset.theme === arguments[0]";
    window.until("it is dark", dark, vec![json!("dark")]).await;
    window.enter("button", "All Canarytokens").await;
    window.sees("4 Canarytokens").await;
    window.type_keys("?").await;
    window.focused("button", "Close").await;
    window.type_keys(Key::Escape).await;
    window.sees("4 Canarytokens").await;
}
