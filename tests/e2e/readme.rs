//! The pictures of the README, taken from the real window at its usual size. `scripts/pictures` runs this and makes them small.

use crate::{
    harness::{Stage, dialogs, on_stage, window::Window},
    pictures::choose_theme,
};
use std::fs;

/// What a school might want at once; one kind is misspelt, and one reminder is missing.
const SHEET: &str = "\
Kind,Reminder,Flock,Folder,File name
Word document,\"Laptop RH-0401, Documents. Maria Keller\",,RH-0401,Password list
Word document,\"Laptop RH-0402, Documents. Maria Keller\",,RH-0402,Password list
PDF document,\"Laptop RH-0403, Desktop. Tom Berger\",,RH-0403,Pay review 2027
PDF documnet,\"Laptop RH-0404, Desktop. Tom Berger\",,RH-0404,Pay review 2027
AWS key,\"Build server, home folder. Ines Duarte\",,build,credentials
Host name,\"Router in the server room. Ines Duarte\",,,
Web link,\"Wiki, page “Emergency access”. Jo Whitfield\",,,
Web link,,,,
Excel with macro,\"Finance share, Payroll. Jo Whitfield\",Finance,finance,Bonuses
QR code,Inside the door of the safe. Amira Hassan,,,
Web link,\"Mail to the board, draft. Amira Hassan\",,,
Word document,\"Front office, shared desktop. Yusuf Demir\",,office,Complaints
";

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes pictures: scripts/pictures runs it"]
async fn the_pictures_of_the_readme() {
    on_stage("readme", &[], async |stage| {
        // A typeface that looks the same on every machine, in the window's own menu and in the page.
        stage.restart_on("gtk-font-name=Inter 11", &["--practice"]).await;
        choose_theme(stage.window(), "Light").await;
        list_with_panel(stage, "list").await;
        choose_theme(stage.window(), "Dark").await;
        list_with_panel(stage, "list-dark").await;
        choose_theme(stage.window(), "Light").await;
        kinds(stage).await;
        many(stage).await;
    })
    .await;
}

/// With a Word document that is on open beside it.
async fn list_with_panel(stage: &Stage, name: &str) {
    let window = stage.window();
    window.find("grid", "*").await;
    let chosen = "const rows = [...document.querySelectorAll('.rows [role=row]')];
        const one = rows.find((row) => row.textContent.includes('Word document') && row.querySelector('.state.on'));
        one?.querySelector('[data-column=reminder]').click();
        return one !== undefined";
    window.until("such a row is listed", chosen, vec![]).await;
    window.sees("How to place it").await;
    // Without the ring of the focus.
    window
        .script("document.activeElement.blur(); return true", vec![])
        .await;
    stage.picture(&format!("readme-{name}.png")).await;
    window.press("Close the panel").await;
}

async fn kinds(stage: &Stage) {
    let window = stage.window();
    window.press("New Canarytoken*").await;
    window.sees("What should it be?").await;
    window.find("button", "Word document*").await;
    leave_alone(window).await;
    stage.picture("readme-kinds.png").await;
    window.press("Cancel").await;
}

async fn many(stage: &Stage) {
    let window = stage.window();
    let sheet = stage.desktop.path("files/decoys for term two.csv");
    fs::write(&sheet, SHEET).unwrap();
    window.control_shift_key('n').await;
    window.press("Choose a spreadsheet…").await;
    dialogs::open(&stage.desktop, &sheet);
    window.sees("12 rows, 10 ready").await;
    window
        .script("document.activeElement.blur(); return true", vec![])
        .await;
    stage.picture("readme-many.png").await;
}

/// Nothing has the focus, and nothing is pointed at.
async fn leave_alone(window: &Window) {
    window
        .script("document.activeElement.blur(); return true", vec![])
        .await;
    window.point_at(2, 2).await;
}
