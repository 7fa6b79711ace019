use crate::harness::{dialogs, on_stage};

#[tokio::test(flavor = "multi_thread")]
async fn a_deploy_key_creates_and_saves_and_sees_no_error_where_the_list_would_be() {
    on_stage("deploy_key", &["--tokens", "25", "--role", "deploy"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.sees("This key creates Canarytokens; it may not list them").await;
        assert!(!window.text().await.contains("may not do that"), "no error is shown");

        window.press("Word document*").await;
        window.press("Next: place").await;
        window.fill("Place", "Reception, shared laptop").await;
        window.press("Next: check").await;
        window.press("Make *").await;
        window.sees("is ready").await;
        let file = stage.desktop.path("files/Draft contract.docx");
        window.press("Save file…").await;
        dialogs::save_as(&stage.desktop, &file);
        window.sees("Saved in").await;
        assert!(file.is_file());

        window.press("All Canarytokens").await;
        window.sees("Created since you connected").await;
        window.sees("Reception, shared laptop").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_only_key_shows_everything_and_offers_nothing_that_would_be_refused() {
    on_stage(
        "read_only_key",
        &["--tokens", "25", "--role", "read-only"],
        async |stage| {
            stage.connect().await;
            let window = stage.window();
            window.sees("25 Canarytokens").await;
            window.open_row(1).await;
            window.find("button", "Close the panel").await;
            for action in ["New Canarytoken*", "Delete…", "Edit the reminder", "Make another*"] {
                assert!(!window.has("button", action).await, "“{action}” would be refused");
            }
            assert!(!window.has("switch", "*").await, "turning off would be refused");
            assert!(
                !window.has("checkbox", "Select*").await,
                "there is nothing to select for"
            );
        },
    )
    .await;
}
