use crate::harness::on_stage;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_is_changed_one_is_turned_off_and_on_again_by_undo_and_one_is_deleted() {
    on_stage("looking_after", &["--tokens", "12"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.sees("12 Canarytokens").await;
        window.open_row(1).await;

        window.press("Edit the reminder").await;
        window.fill("Place", "Moved to the archive room").await;
        window.press("Save reminder").await;
        window.sees("Reminder saved").await;
        window.sees("Moved to the archive room").await;

        let was_on = window.has("switch", "On*").await;
        let (now, then) = if was_on { ("On*", "Off*") } else { ("Off*", "On*") };
        window.click("switch", now).await;
        window.find("switch", then).await;
        window.press("Undo").await;
        window.find("switch", now).await;

        window.press("Delete…").await;
        window.sees("This can’t be undone").await;
        window.press("Delete").await;
        window.sees("11 Canarytokens").await;
        window.sees_no("Moved to the archive room").await;

        stage.restart().await;
        stage.window().sees("11 Canarytokens").await;
        assert!(!stage.window().text().await.contains("Moved to the archive room"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_the_question_deletes_nothing() {
    on_stage("delete_cancelled", &["--tokens", "12"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.sees("12 Canarytokens").await;
        window.open_row(1).await;
        window.press("Delete…").await;
        window.press("Cancel").await;
        window.sees_no("This can’t be undone").await;
        window.press("Delete…").await;
        window.sees("This can’t be undone").await;
        window.type_keys(thirtyfour::Key::Escape).await;
        window.sees_no("This can’t be undone").await;
        window.sees("12 Canarytokens").await;
        assert!(
            stage.console.carried_out("canarytoken/delete").is_empty(),
            "the Console deleted nothing"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_selected_and_deleting_above_twenty_wants_the_number_typed() {
    on_stage("delete_many", &["--tokens", "60"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.sees("60 Canarytokens").await;
        window.click("checkbox", "Select all*").await;
        window.press("Delete…").await;
        window.press("Delete 60 Canarytokens").await;
        window.sees("Type 60 to confirm").await;
        window.fill("To confirm, type how many: 60", "60").await;
        window.press("Delete 60 Canarytokens").await;
        window.sees("No Canarytokens yet").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_ten_thousand_is_searched_and_keeps_few_rows_in_the_page() {
    on_stage("ten_thousand", &["--tokens", "10000"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.sees("10,000 Canarytokens").await;
        window.fill("Search Canarytokens", "no reminder reads like this").await;
        window.sees("No Canarytoken matches").await;
        window.press("Clear the search").await;
        window.sees("10,000 Canarytokens").await;
        for _ in 0..20 {
            window.script("document.querySelector('[role=grid]').scrollBy(0, 5000); document.querySelector('[role=grid]').closest('*').parentElement.scrollBy(0, 5000)", vec![]).await;
        }
        let rows = window.script("return document.querySelectorAll('[role=row]').length", vec![]).await;
        assert!(rows.as_u64().unwrap() <= 100, "{rows} rows are in the page");
        let said = window.script("return document.querySelector('[role=grid]').getAttribute('aria-rowcount')", vec![]).await;
        assert_eq!(said, json!("10001"), "its readers are told of all rows, and the heading");
    })
    .await;
}
