//! Redirects, flocks and factories, in the real window and against the ledger.

use crate::harness::on_stage;
use serde_json::Value;
use std::collections::BTreeSet;

/// The ids under this name in all requests to an endpoint that were carried out.
fn ids(entries: &[Value], name: &str) -> BTreeSet<String> {
    let all = entries
        .iter()
        .flat_map(|entry| entry[name].as_array().cloned().unwrap_or_default());
    all.filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_is_changed_three_are_moved_and_a_factory_comes_and_goes() {
    on_stage("tending", &["--tokens", "60"], async |stage| {
        stage.connect().await;
        let window = stage.window();
        window.sees("60 Canarytokens").await;

        window.fill("Search Canarytokens", "fast redirect").await;
        window.sees("of 60").await;
        window.open_row(1).await;
        window.press("Change the address it leads on to").await;
        window.fill("Page it leads on to", "javascript:alert(1)").await;
        window.press("Save").await;
        window.sees("This would run something in the visitor’s browser").await;
        window
            .fill("Page it leads on to", "https://new.example.org/start")
            .await;
        window.press("Save").await;
        window.sees("Address saved").await;
        window.sees("https://new.example.org/start").await;
        let changed = ids(&stage.console.carried_out("canarytoken/update/redirect_url"), "changed");
        assert_eq!(changed.len(), 1);
        let id = changed.first().unwrap();
        let token = stage
            .console
            .get(&format!("/api/v1/canarytoken/fetch?canarytoken={id}"));
        assert_eq!(token["token"]["browser_redirect_url"], "https://new.example.org/start");
        window.press("Close the panel").await;
        window.press("Clear the search").await;
        window.sees("60 Canarytokens").await;

        move_three(stage).await;
        factory_comes_and_goes(stage).await;
    })
    .await;
}

async fn move_three(stage: &crate::harness::Stage) {
    let window = stage.window();
    let script = "const ticks = [...document.querySelectorAll('[role=grid] .rows [role=row] .tick')];
        const flock = (tick) => tick.closest('[role=row]').querySelector('[data-column=flock]').textContent;
        const some = ticks.filter((tick) => flock(tick) !== 'Warehouse').slice(0, 3);
        for (const tick of some) tick.click();
        return some.length === 3";
    window.until("three are chosen", script, vec![]).await;
    window.sees("3 selected").await;
    window.press("Move…").await;
    window.sees("To which flock?").await;
    window.click("radio", "Warehouse*").await;
    window.press("Move 3 Canarytokens").await;
    window.sees("Moved 3 Canarytokens to Warehouse").await;
    let moved = ids(&stage.console.carried_out("flock/move"), "changed");
    assert_eq!(moved.len(), 3);
    for id in &moved {
        let token = stage
            .console
            .get(&format!("/api/v1/canarytoken/fetch?canarytoken={id}"));
        assert_eq!(token["token"]["flock_id"], "flock:e7690b4d1f82a3c5");
    }
}

async fn factory_comes_and_goes(stage: &crate::harness::Stage) {
    let window = stage.window();
    window.press("Settings").await;
    window.press("Show factories").await;
    window.sees("There is no factory yet").await;
    window.press("New factory…").await;
    window.fill("Reminder", "Laptop set-up script").await;
    window.press("Make the factory").await;
    window.sees("Share this factory").await;
    let made = ids(&stage.console.carried_out("canarytoken/create_factory"), "created");
    let code = made.first().expect("the Console made it");
    assert!(!window.markup().await.contains(code), "hidden until it is asked for");
    window.press("Show code for scripts").await;
    window.sees(code).await;
    window.press("Hide code for scripts").await;
    assert!(!window.markup().await.contains(code), "and forgotten when it is hidden");
    window.press("Close").await;
    window.sees("Laptop set-up script").await;
    window.press("Delete: Laptop set-up script").await;
    window.sees("stops working at once").await;
    window.press("Delete the factory").await;
    window.sees("There is no factory yet").await;
    assert_eq!(
        ids(&stage.console.carried_out("canarytoken/delete_factory"), "deleted"),
        made
    );
    let log = std::fs::read_to_string(stage.desktop.path("program.log")).unwrap_or_default();
    assert!(!log.contains(code), "its code is in no log");
}
