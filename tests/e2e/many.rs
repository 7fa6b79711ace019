use crate::harness::{Stage, dialogs, on_stage, window::Window};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
    time::Duration,
};
use thirtyfour::Key;

/// How long a run of 60 may take on a slow machine.
const RUN: Duration = Duration::from_secs(60);
/// The kinds of the sheet, in turns.
const KINDS: [&str; 5] = ["Word document", "PDF document", "Web link", "Host name", "AWS key"];

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_of_60_is_mended_in_place_cancelled_at_the_half_gone_on_with_and_each_is_made_once() {
    on_stage("many_sheet", &["--tokens", "3", "--latency-ms", "250"], async |stage| {
        let sheet = stage.desktop.path("files/devices.csv");
        fs::write(&sheet, sheet_of_60()).unwrap();
        stage.connect().await;
        let window = stage.window();
        window.sees("3 Canarytokens").await;
        window.press("More ways to create").await;
        window.click("menuitem", "Many at once…").await;
        window.press("Choose a spreadsheet…").await;
        dialogs::open(&stage.desktop, &sheet);
        window.sees("60 rows, 57 ready").await;

        mend(window).await;
        let folder = stage.desktop.path("files/decoys");
        fs::create_dir(&folder).unwrap();
        window.press("Make 60").await;
        dialogs::open(&stage.desktop, &folder);
        cancel_at_the_half(window).await;
        window.find("button", "Go on with*").await;
        let sent = creates(stage).len();
        assert!((20..60).contains(&sent), "{sent} were made before it was cancelled");

        window.press("Go on with*").await;
        window.sees_within("Made 60 Canarytokens", RUN).await;
        made_once(stage);
        files_are_there(&folder);
        result_tells_of_all(stage).await;

        window.press("All Canarytokens").await;
        window.sees("63 Canarytokens").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_unfinished_is_offered_after_a_restart_and_gone_on_with() {
    on_stage(
        "many_restart",
        &["--tokens", "3", "--latency-ms", "250"],
        async |stage| {
            stage.connect().await;
            let window = stage.window();
            window.sees("3 Canarytokens").await;
            window.press("More ways to create").await;
            window.click("menuitem", "Many at once…").await;
            name_laptops(window, 40).await;
            window.sees("Laptop PC-01, bookmark").await;
            window.press("Check 40 names").await;
            window.sees("40 rows, all ready").await;
            window.press("Make 40").await;
            some_are_made(window, 10).await;
            window.press("All Canarytokens").await;
            window.press("Cancel the rest and leave").await;
            window.sees("of 40 were made. Go on?").await;

            stage.restart().await;
            let window = stage.window();
            window.sees("of 40 were made. Go on?").await;
            window.press("Go on").await;
            window.sees_within("Made 40 Canarytokens", RUN).await;
            let memos: BTreeSet<String> = reminders(stage)
                .into_iter()
                .filter(|memo| memo.starts_with("Laptop PC-"))
                .collect();
            assert_eq!(
                (creates(stage).len(), memos.len()),
                (40, 40),
                "each was made, and made once"
            );
        },
    )
    .await;
}

/// Rows of five kinds, with a kind, a flock and a reminder that are wrong.
fn sheet_of_60() -> String {
    let mut text = "Kind,Reminder,Flock,Folder,File name\n".to_owned();
    for number in 1..=60 {
        let kind = KINDS[number % 5];
        let (folder, file) = match kind {
            "Word document" | "PDF document" => (format!("PC-{number:02}"), "Pay review"),
            "AWS key" => (format!("PC-{number:02}"), "credentials"),
            _ => (String::new(), ""),
        };
        let (kind, memo, flock) = match number {
            5 => ("Word documnet", format!("Computer PC-{number:02}"), ""),
            21 => (kind, format!("Computer PC-{number:02}"), "Exams"),
            32 => (kind, String::new(), ""),
            _ => (kind, format!("Computer PC-{number:02}"), ""),
        };
        writeln!(text, "{kind},{memo},{flock},{folder},{file}").unwrap();
    }
    text
}

/// Mends the three rows where they stand, the first by its choices, the others by writing.
async fn mend(window: &Window) {
    window.click("radio", "Need mending 3").await;
    let three = "return document.querySelectorAll('.sheet-grid .rows [role=row]').length === 3";
    window.until("three rows are shown", three, vec![]).await;
    window.click_cell(6, "kind").await;
    window.type_keys("Word document").await;
    window.type_keys(Key::Enter).await;
    window.sees("60 rows, 58 ready").await;
    window.click_cell(22, "flock").await;
    window.type_keys(Key::Backspace).await;
    window.type_keys(Key::Enter).await;
    window.sees("60 rows, 59 ready").await;
    window.click_cell(33, "memo").await;
    window.type_keys("Computer PC-32").await;
    window.type_keys(Key::Enter).await;
    window.sees("60 rows, all ready").await;
}

async fn some_are_made(window: &Window, least: usize) {
    let script = "return (document.querySelector('progress.progress')?.value ?? 0) >= arguments[0]";
    window.until("some are made", script, vec![json!(least)]).await;
}

async fn cancel_at_the_half(window: &Window) {
    some_are_made(window, 25).await;
    window.press("Cancel the rest").await;
    window.sees("You cancelled the rest").await;
}

fn creates(stage: &Stage) -> Vec<Value> {
    stage.console.carried_out("canarytoken/create")
}

/// The reminders of all Canarytokens that the Console has.
fn reminders(stage: &Stage) -> Vec<String> {
    let all = stage.console.get("/api/v1/canarytokens/fetch");
    let tokens = all["tokens"].as_array().expect("the Console has Canarytokens");
    tokens
        .iter()
        .map(|token| token["memo"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// The Console made each row, and none twice.
fn made_once(stage: &Stage) {
    let mut counted = BTreeMap::new();
    for memo in reminders(stage)
        .into_iter()
        .filter(|memo| memo.starts_with("Computer PC-"))
    {
        *counted.entry(memo).or_insert(0) += 1;
    }
    let wanted: BTreeMap<String, i32> = (1..=60).map(|number| (format!("Computer PC-{number:02}"), 1)).collect();
    assert_eq!(counted, wanted);
    assert_eq!(creates(stage).len(), 60, "and was asked for each once");
}

/// Every document lies in the folder that its row names, whole, and nothing else does.
fn files_are_there(folder: &Path) {
    let mut found = BTreeSet::new();
    for place in fs::read_dir(folder).unwrap() {
        for file in fs::read_dir(place.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let start = fs::read(&path).unwrap();
            let whole: &[u8] = match path.extension().and_then(|one| one.to_str()) {
                Some("pdf") => b"%PDF",
                Some("docx") => b"PK",
                _ => b"[default]",
            };
            assert!(start.starts_with(whole), "{} is not what it is called", path.display());
            found.insert(path.strip_prefix(folder).unwrap().to_string_lossy().into_owned());
        }
    }
    let file = |number: usize| match number % 5 {
        0 => Some(format!("PC-{number:02}/Pay review.docx")),
        1 => Some(format!("PC-{number:02}/Pay review.pdf")),
        4 => Some(format!("PC-{number:02}/credentials")),
        _ => None,
    };
    assert_eq!(found, (1..=60).filter_map(file).collect());
}

/// The result sheet has all rows, each made, with the Canarytoken that the Console knows.
async fn result_tells_of_all(stage: &Stage) {
    let window = stage.window();
    window.press("Save the result…").await;
    window.click("menuitem", "As a sheet (CSV)…").await;
    let path = stage.desktop.path("files/result.csv");
    dialogs::save_as(&stage.desktop, &path);
    window.sees("Saved result.csv").await;
    let text = fs::read_to_string(&path).unwrap();
    let rows: Vec<&str> = text.lines().skip(1).collect();
    assert_eq!(rows.len(), 60, "{text}");
    for (at, row) in rows.iter().enumerate() {
        assert!(row.starts_with(&format!("{},Made,", at + 2)), "{row}");
        assert!(row.contains(&format!("Computer PC-{:02}", at + 1)), "{row}");
    }
    let all = stage.console.get("/api/v1/canarytokens/fetch").to_string();
    let known = rows
        .iter()
        .filter(|row| row.split(',').any(|cell| cell.len() == 25 && all.contains(cell)));
    assert_eq!(known.count(), 60, "the result names what the Console has");
}

/// Fills in a list of so many names, PC-01 and on, for web links.
pub async fn name_laptops(window: &Window, count: usize) {
    window.click("radio", "From a list of names").await;
    let names: Vec<String> = (1..=count).map(|number| format!("PC-{number:02}")).collect();
    window
        .fill("Names, one a line", &names.join(&Key::Enter.value().to_string()))
        .await;
    window.click("combobox", "Kind").await;
    window.type_keys("Web link").await;
    window.type_keys(Key::Enter).await;
    window.fill("Reminder", "Laptop {name}, bookmark").await;
}
