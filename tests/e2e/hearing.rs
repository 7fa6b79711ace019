//! What somebody hears who does not see the window: the accessibility tree, as screen readers get it.

use crate::harness::{
    Stage,
    heard::{Listener, Thing, told},
    on_stage,
};

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_sees_nothing_hears_the_list_its_panel_and_the_question_before_deleting() {
    on_stage("hearing_list", &["--tokens", "3"], async |stage| {
        let listener = listen(stage).await;
        connect_screen(&listener);
        stage.connect().await;
        let window = stage.window();
        window.sees("3 Canarytokens").await;
        the_list(&listener);
        window.open_row(1).await;
        window.sees("How to place it").await;
        the_panel(&listener);
        window.press("Delete…").await;
        the_question(&listener);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_sees_nothing_hears_the_wizard_and_what_is_wrong_in_it() {
    on_stage("hearing_wizard", &["--tokens", "3"], async |stage| {
        let listener = listen(stage).await;
        stage.connect().await;
        let window = stage.window();
        window.sees("3 Canarytokens").await;
        window.press("New Canarytoken*").await;
        let kinds = listener.hears("heading", "What should it be?");
        heard(&kinds, "button", "Word document*");
        heard(&kinds, "entry", "Search kinds*");
        window.press("Web image*").await;
        window.press("Next: place").await;
        let details = listener.hears("link", "Picture: Choose the picture that people will see.");
        heard(&details, "heading", "Web image: its details");
        heard(&details, "panel", "Steps");
        let choose = heard(&details, "button", "Picture: Choose a file…");
        assert_eq!(choose.description, "Choose the picture that people will see.");
        window.press("Back").await;
        window.press("Web link*").await;
        window.press("Next: place").await;
        window.fill("Place", "Wiki, page “Servers”").await;
        let place = listener.hears("heading", "Where will it go?");
        let field = heard(&place, "entry", "Place");
        assert!(field.description.starts_with("A folder, a computer"), "{field:?}");
        assert_eq!(field.text, "Wiki, page “Servers”");
        window.press("Next: check").await;
        listener.hears("heading", "Is everything right?");
        window.press("Make *").await;
        listener.hears("heading", "Your Web link is ready");
    })
    .await;
}

/// Starts the program anew, on a desktop where somebody listens.
async fn listen(stage: &mut Stage) -> Listener {
    stage.close().await;
    stage.desktop.heard = true;
    stage.open(&[]).await;
    Listener::on(&stage.desktop)
}

fn connect_screen(listener: &Listener) {
    let all = listener.hears("heading", "Connect to your Console");
    let address = heard(&all, "entry", "Console address");
    assert!(address.states.contains(&"focused"), "{address:?}");
    assert!(address.description.starts_with("Any page address"), "{address:?}");
    heard(&all, "password text", "API key");
    heard(&all, "toggle button", "Show API key");
    heard(&all, "button", "Connect");
    heard(&all, "image", "Drawing of the Console*");
}

fn the_list(listener: &Listener) {
    let all = listener.hears("table", "Canarytokens");
    heard(&all, "entry", "Search Canarytokens*");
    heard(&all, "button", "New Canarytoken");
    for column in ["Kind", "Reminder", "State", "Created", "Alerts"] {
        assert!(
            below(&all, "column header", column),
            "no column {column}:\n{}",
            told(&all)
        );
    }
    let rows: Vec<&Thing> = all.iter().filter(|one| one.is("table row", "*")).skip(1).collect();
    assert_eq!(rows.len(), 3, "{}", told(&all));
    let row = rows[0];
    assert_eq!(row.name, "School office, filing server, AWS key, Off, 9 alerts");
    heard(&all, "check box", "Select: School office, filing server");
    heard(&all, "check box", "Select all 3 shown");
}

fn the_panel(listener: &Listener) {
    // The last that the panel tells: what stands before it is there by then.
    let all = listener.hears("button", "Copy secret key");
    heard(&all, "heading", "School office, filing server");
    heard(&all, "landmark", "School office, filing server");
    for button in ["Edit the reminder", "Close the panel", "Copy access key", "Delete…"] {
        heard(&all, "button", button);
    }
    heard(&all, "toggle button", "Off*");
    // A secret is not read out before it is shown.
    let secret = all.iter().filter(|one| one.text.contains("••••")).count();
    assert!(secret > 0, "{}", told(&all));
}

fn the_question(listener: &Listener) {
    let all = listener.hears("dialog", "Delete this Canarytoken");
    let dialog = heard(&all, "dialog", "*");
    assert!(dialog.states.contains(&"modal"), "{dialog:?}");
    assert!(dialog.description.contains("can’t be undone"), "{dialog:?}");
    let cancel = heard(&all, "button", "Cancel");
    assert!(cancel.states.contains(&"focused"), "{cancel:?}");
    heard(&all, "button", "Delete");
    heard(&all, "panel", "It has 9 alerts. What about those?");
    let kept = heard(&all, "radio button", "Keep the alerts*");
    assert!(kept.states.contains(&"checked"), "{kept:?}");
    // What lies behind the dialog is out of reach, and so it is not read out.
    assert!(!all.iter().any(|one| one.is("table", "*")), "{}", told(&all));
}

/// What is told with this role and name.
fn heard<'a>(all: &'a [Thing], role: &str, name: &str) -> &'a Thing {
    let found = all.iter().find(|one| one.is(role, name));
    found.unwrap_or_else(|| panic!("no {role} “{name}” is heard, but:\n{}", told(all)))
}

/// Whether something of this role holds something of this name.
fn below(all: &[Thing], role: &str, name: &str) -> bool {
    let holds = |(at, one): (usize, &Thing)| {
        let inside = all[at + 1..].iter().take_while(|other| other.depth > one.depth);
        one.role == role && inside.into_iter().any(|other| other.name == name)
    };
    all.iter().enumerate().any(holds)
}
