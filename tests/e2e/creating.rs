use crate::harness::{Stage, console::PracticeConsole, dialogs, on_stage, window::Window};
use std::{fs, path::Path, process::Command};

#[tokio::test(flavor = "multi_thread")]
async fn a_word_document_is_made_in_the_wizard_and_saved_by_the_systems_dialog() {
    on_stage("word_document", &["--tokens", "3"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.sees("3 Canarytokens").await;
        make(window, "Word document", async |_| {}, "Shared drive, folder “Payroll”").await;

        window.fill("File name", "Pay review 2027").await;
        window.press("Save file…").await;
        let file = stage.desktop.path("files/Pay review 2027.docx");
        dialogs::save_as(&stage.desktop, &file);
        window.sees("Saved in").await;
        opens_in_a_word_processor(stage, &file);

        window.press("All Canarytokens").await;
        window.sees("4 Canarytokens").await;
        window.sees("Shared drive, folder “Payroll”").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_save_dialog_saves_nothing_and_loses_nothing() {
    on_stage("save_cancelled", &["--tokens", "3"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        make(window, "Word document", async |_| {}, "Shared drive").await;
        window.press("Save file…").await;
        dialogs::cancel(&stage.desktop);
        window.find("button", "Save file…").await;
        window.sees("is ready").await;
        assert_eq!(fs::read_dir(stage.desktop.path("files")).unwrap().count(), 0);

        window.press("Save file…").await;
        let file = stage.desktop.path("files/second try.docx");
        dialogs::save_as(&stage.desktop, &file);
        window.sees("Saved in").await;
        assert_eq!(&fs::read(&file).unwrap()[..2], b"PK");
        assert_eq!(
            fs::read_dir(stage.desktop.path("files")).unwrap().count(),
            1,
            "no debris beside it"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_web_image_is_made_with_a_picture_chosen_in_the_systems_dialog() {
    on_stage("web_image", &["--tokens", "3"], async |stage| {
        let picture = stage.desktop.path("files/school crest.png");
        fs::copy(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("icons/128x128.png"),
            &picture,
        )
        .unwrap();
        stage.connect().await;
        let window = stage.window();
        let desktop = &stage.desktop;
        let choose = async |window: &Window| {
            window.press("Picture: Choose a file…").await;
            dialogs::open(desktop, &picture);
            window.sees("school crest.png").await;
        };
        make(window, "Web image", choose, "Intranet, page “Old news”").await;
        window.press("All Canarytokens").await;
        window.sees("4 Canarytokens").await;

        let created = stage.console.carried_out("canarytoken/create");
        let parameters = created[0]["parameters"].as_array().unwrap();
        assert_eq!(created.len(), 1);
        assert!(
            parameters.contains(&"web_image".into()),
            "the picture went with it: {parameters:?}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_picture_is_told_and_going_back_keeps_what_was_typed() {
    on_stage("going_back", &["--tokens", "3"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.press("New Canarytoken*").await;
        window.press("Web image*").await;
        window.press("Next: place").await;
        window.sees("Choose the picture that people will see").await;

        window.press("Back").await;
        window.press("Web link*").await;
        window.press("Next: place").await;
        window.fill("Place", "Wiki, page “Servers”").await;
        window.press("Back").await;
        window.press("Next: place").await;
        assert_eq!(window.value("Place*").await, "Wiki, page “Servers”");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kind_that_one_new_file_describes_is_made_in_the_wizard_and_saved() {
    on_stage("new_kind", &["--tokens", "3"], async |stage| {
        stage.close().await;
        let folder = stage.desktop.path("kinds");
        fs::write(folder.join("door-badge.toml"), include_str!("door-badge.toml")).unwrap();
        let console = ["--tokens", "3", "--more-kinds", folder.to_str().unwrap()];
        stage.console = PracticeConsole::start(&console);
        stage.open(&[]).await;
        stage.connect().await;
        let window = stage.window();
        let details = async |window: &Window| {
            window.press("Next: place").await;
            window.sees("Write the number that is printed on the badge.").await;
            window.fill("Number of the badge", "4711").await;
        };
        make(window, "Door badge", details, "Porter’s lodge, top drawer").await;
        window.sees("Leave the badge in a drawer").await;
        window.press("Spare badge").await;
        window.press("Save file…").await;
        let file = stage.desktop.path("files/Spare badge.txt");
        dialogs::save_as(&stage.desktop, &file);
        window.sees("Saved in").await;
        assert!(fs::read_to_string(&file).unwrap().contains("door-badge"));
        let created = stage.console.carried_out("canarytoken/create");
        let parameters = created[0]["parameters"].as_array().unwrap();
        assert!(parameters.contains(&"badge_number".into()), "{parameters:?}");
        window.press("All Canarytokens").await;
        window.sees("Door badge").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrators_kind_is_made_and_its_steps_are_copied_for_the_administrator() {
    on_stage("administrator", &["--tokens", "3"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        let details = async |window: &Window| window.fill("Program to watch", "whoami.exe").await;
        make(window, "Windows program", details, "All computers of the office").await;
        window.click("radio", "Administrator").await;
        window.sees("Please import the attached registry file").await;
        window.press("Send these steps to your administrator").await;
        window.sees("Paste the steps into a message").await;
        window.press("Save file…").await;
        let file = stage.desktop.path("files/audit.reg");
        dialogs::save_as(&stage.desktop, &file);
        window.sees("Saved in").await;
        let registry = fs::read_to_string(&file).unwrap();
        assert!(registry.starts_with("Windows Registry Editor"), "{registry}");
    })
    .await;
}

/// Walks through the wizard; `details` fills in what its second step asks for.
pub async fn make(window: &Window, kind: &str, details: impl AsyncFnOnce(&Window), place: &str) {
    window.press("New Canarytoken*").await;
    window.sees("What should it be?").await;
    window.press(&format!("{kind}*")).await;
    window.sees(": its details").await;
    details(window).await;
    window.press("Next: place").await;
    window.fill("Place", place).await;
    window.press("Next: check").await;
    window.sees("Is everything right?").await;
    window.press("Make *").await;
    window.sees("is ready").await;
}

/// A Word document is a zip file whose parts are whole, and LibreOffice reads it.
fn opens_in_a_word_processor(stage: &Stage, file: &Path) {
    let whole = Command::new("unzip").arg("-tqq").arg(file).status().unwrap();
    assert!(whole.success(), "{} is not a whole zip file", file.display());
    let read = stage
        .desktop
        .command("timeout")
        .args(["120", "soffice", "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(stage.desktop.path("run"))
        .arg(file)
        .status()
        .unwrap();
    let pdf = stage
        .desktop
        .path("run")
        .join(file.with_extension("pdf").file_name().unwrap());
    assert!(
        read.success() && pdf.is_file(),
        "LibreOffice does not open {}",
        file.display()
    );
}
