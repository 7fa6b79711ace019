use crate::creating::make;
use crate::harness::{dialogs, on_stage};
use std::fs;

#[tokio::test(flavor = "multi_thread")]
async fn a_web_link_is_made_tested_and_its_alert_comes() {
    on_stage("test_it", &["--tokens", "3"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.sees("3 Canarytokens").await;
        make(window, "Web link", async |_| {}, "Unread mail “VPN access list”").await;
        window.press("Test it").await;
        window.sees("Now set it off").await;
        window.sees("left").await;
        let made = stage.console.carried_out("canarytoken/create");
        let id = made[0]["created"][0].as_str().unwrap();
        stage.console.open_link_of(id);
        window.sees("The alert has come. It works.").await;
        let looks = stage.console.carried_out("canarytoken/fetch").len();
        assert!((2..8).contains(&looks), "{looks} looks");

        window.press("All Canarytokens").await;
        window.sees("Unread mail “VPN access list”").await;
        window.open_row(1).await;
        window.sees("1 alert").await;
        assert_eq!(
            stage.console.ledger()["opened"].as_array().unwrap().len(),
            1,
            "nobody else opened a link"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_is_saved_with_its_note_into_a_folder_of_the_systems_dialog() {
    on_stage("with_note", &["--tokens", "3"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.sees("3 Canarytokens").await;
        make(window, "Word document", async |_| {}, "Shared drive, folder “Payroll”").await;
        window.fill("File name", "Pay review 2027").await;
        let folder = stage.desktop.path("files/to place");
        fs::create_dir(&folder).unwrap();
        window.press("Save both*").await;
        dialogs::open(&stage.desktop, &folder);
        window.sees("Saved Pay review 2027.docx and its note").await;
        assert_eq!(&fs::read(folder.join("Pay review 2027.docx")).unwrap()[..2], b"PK");
        let note = fs::read_to_string(folder.join("How to place Pay review 2027.txt")).unwrap();
        assert!(
            note.contains("Shared drive, folder “Payroll”") && note.contains("Do not leave this note beside the file")
        );
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "no debris beside them");
    })
    .await;
}
