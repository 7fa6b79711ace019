use crate::harness::on_stage;

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_is_refused_in_plain_words_and_the_right_one_connects() {
    on_stage("wrong_then_right_key", &["--tokens", "25"], async |stage| {
        let window = stage.window();
        window.sees("Connect to your Console").await;
        stage.connect_with("this-is-not-the-key-of-this-console").await;
        window.sees("Your Console does not accept this API key").await;
        assert_eq!(
            window.value("Console address").await,
            stage.console.address,
            "what was typed stays"
        );

        window.fill("API key", &stage.console.key).await;
        window.press("Connect").await;
        window.sees("25 Canarytokens").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_where_nobody_answers_is_told_and_what_was_typed_stays() {
    on_stage("nobody_answers", &[], async |stage| {
        let window = stage.window();
        let address = "http://127.0.0.1:9";
        window.fill("Console address", address).await;
        window.fill("API key", "some-key").await;
        window.press("Connect").await;
        window.sees("No connection to your Console").await;
        assert_eq!(window.value("Console address").await, address);
        assert_eq!(window.value("API key").await, "some-key");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_restart_nestbox_is_still_connected_and_after_signing_out_it_is_not() {
    on_stage("restart", &["--tokens", "25"], async |stage| {
        stage.connect().await;
        stage.window().sees("25 Canarytokens").await;

        stage.restart().await;
        stage.window().sees("25 Canarytokens").await;

        let window = stage.window();
        window.press("Settings").await;
        window.press("Sign out and remove…").await;
        window.fill("To confirm, type remove", "remove").await;
        window.press("Sign out and remove").await;
        window.sees("Everything was removed from this computer").await;
        stage.restart().await;
        stage.window().sees("Connect to your Console").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_shall_not_be_remembered_is_asked_for_again() {
    on_stage("not_remembered", &["--tokens", "25"], async |stage| {
        stage.window().click("checkbox", "Remember on this computer*").await;
        stage.connect().await;
        stage.window().sees("25 Canarytokens").await;

        stage.restart().await;
        stage.window().sees("Connect to your Console").await;
    })
    .await;
}
