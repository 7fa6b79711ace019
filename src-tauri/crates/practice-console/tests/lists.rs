//! Endpoints that list, and the sample fleet they list.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::collections::HashSet;
use std::time::{Duration, Instant};

use practice_console::{NewToken, Settings};
use serde_json::{Value, json};
use support::{Fixture, empty, refused, start, text, with_tokens};

/// All ids by pages, following `cursor.next` alone.
async fn walk(fixture: &Fixture, endpoint: &str, first: &[(&str, &str)]) -> Vec<(Vec<String>, Value)> {
    let mut pages = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let (status, page) = match &cursor {
            None => fixture.get(endpoint, first).await,
            Some(cursor) => fixture.get(endpoint, &[("cursor", cursor)]).await,
        };
        assert_eq!(status, 200, "{page}");
        let ids = page["canarytokens"]
            .as_array()
            .unwrap()
            .iter()
            .map(|token| text(token, "canarytoken").to_owned());
        pages.push((ids.collect(), page.clone()));
        assert!(pages.len() < 1000, "the list never ends");
        match page["cursor"]["next"].as_str() {
            Some(next) => cursor = Some(next.to_owned()),
            None => return pages,
        }
    }
}

#[tokio::test]
async fn pages_hold_every_token_once_and_their_cursor_carries_limit_and_filters() {
    let fixture = with_tokens(123).await;
    let pages = walk(&fixture, "canarytokens/paginate", &[("limit", "25")]).await;
    let sizes: Vec<usize> = pages.iter().map(|page| page.0.len()).collect();
    assert_eq!(sizes, [25, 25, 25, 25, 23]);
    let numbers: Vec<i64> = pages.iter().map(|page| page.1["page_num"].as_i64().unwrap()).collect();
    assert_eq!((numbers, &pages[0].1["page_total"]), (vec![1, 2, 3, 4, 5], &json!(5)));
    let ids: Vec<String> = pages.iter().flat_map(|page| page.0.clone()).collect();
    assert_eq!(ids, fixture.console.token_ids());
    assert_eq!(pages[0].1["cursor"]["prev"], Value::Null);
    let back = text(&pages[2].1["cursor"], "prev");
    let (_, second) = fixture.get("canarytokens/paginate", &[("cursor", back)]).await;
    assert_eq!(second["canarytokens"], pages[1].1["canarytokens"]);
    assert_eq!(second["page_num"], 2);
    assert!(text(&pages[0].1["cursor"], "next_link").contains(&fixture.console.key()));
    let of_flock = walk(
        &fixture,
        "canarytokens/paginate",
        &[("limit", "7"), ("flock_id", "flock:default")],
    )
    .await;
    let tokens: Vec<&Value> = of_flock
        .iter()
        .flat_map(|page| page.1["canarytokens"].as_array().unwrap())
        .collect();
    assert!(
        tokens.len() > 7
            && tokens
                .iter()
                .all(|token| token["flock_id"] == "flock:default" && token["node_id"].is_string())
    );
}

#[tokio::test]
async fn limits_have_a_default_and_are_clamped_and_strange_cursors_are_refused() {
    let fixture = start(Settings {
        tokens: 60,
        page_limit: 40,
        ..Settings::default()
    })
    .await;
    let size = async |query: &[(&str, &str)]| {
        fixture.get("canarytokens/paginate", query).await.1["canarytokens"]
            .as_array()
            .map(Vec::len)
    };
    assert_eq!(size(&[]).await, Some(10));
    assert_eq!(size(&[("limit", "3000")]).await, Some(40));
    assert_eq!(size(&[("limit", "0")]).await, Some(1));
    for query in [[("limit", "many")], [("cursor", "nonsense")]] {
        refused(
            &fixture.get("canarytokens/paginate", &query).await,
            400,
            "Could not process the parameters",
        );
    }
    refused(
        &fixture.get("canarytokens/paginate", &[("flock_id", "flock:x")]).await,
        400,
        "Flock does not exist.",
    );
}

#[tokio::test]
async fn a_walk_meets_every_old_token_once_while_others_come_and_go() {
    let fixture = with_tokens(30).await;
    let before = fixture.console.token_ids();
    let (_, first) = fixture.get("canarytokens/paginate", &[("limit", "10")]).await;
    fixture.console.add_token(NewToken::default());
    assert!(fixture.console.remove_token(&before[3]) && fixture.console.remove_token(&before[15]));
    let mut met: Vec<String> = first["canarytokens"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| text(t, "canarytoken").to_owned())
        .collect();
    let mut cursor = text(&first["cursor"], "next").to_owned();
    loop {
        let (_, page) = fixture.get("canarytokens/paginate", &[("cursor", &cursor)]).await;
        met.extend(
            page["canarytokens"]
                .as_array()
                .unwrap()
                .iter()
                .map(|t| text(t, "canarytoken").to_owned()),
        );
        match page["cursor"]["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    let expected: Vec<String> = before.iter().filter(|id| **id != before[15]).cloned().collect();
    assert_eq!(met, expected);
}

#[tokio::test]
async fn search_finds_beginnings_of_words_and_ids_and_filters() {
    let fixture = empty().await;
    let add = |memo: &str, kind: &str, enabled| {
        fixture.console.add_token(NewToken {
            memo: memo.into(),
            kind: kind.into(),
            enabled,
            alerts: (2, 1),
            ..NewToken::default()
        })
    };
    let (one, two) = (
        add("Finance share, payroll", "http", true),
        add("Old PAYROLL laptop", "dns", false),
    );
    add("Repayment plan", "dns", true);
    let find = async |query: &[(&str, &str)]| {
        let pages = walk(&fixture, "canarytokens/search", query).await;
        let total = pages[0].1["total_results"].as_u64().unwrap();
        let mut ids: Vec<String> = pages.iter().flat_map(|page| page.0.clone()).collect();
        assert_eq!(ids.len() as u64, total);
        ids.sort();
        ids
    };
    let both = || {
        let mut ids = vec![one.clone(), two.clone()];
        ids.sort();
        ids
    };
    assert_eq!(find(&[("search_string", "pay")]).await, both());
    assert_eq!(find(&[("search_string", "pay"), ("limit", "1")]).await, both());
    assert_eq!(
        find(&[("search_string", "pay"), ("kind", "dns")]).await,
        std::slice::from_ref(&two)
    );
    assert_eq!(
        find(&[("search_string", "pay"), ("active", "true")]).await,
        std::slice::from_ref(&one)
    );
    assert_eq!(find(&[("search_string", &two[..8])]).await, std::slice::from_ref(&two));
    assert!(find(&[("search_string", "roll")]).await.is_empty());
    let (_, page) = fixture.get("canarytokens/search", &[("limit", "2")]).await;
    assert_eq!(
        (&page["total_pages"], &page["page_number"], &page["total_results"]),
        (&json!(2), &json!(1), &json!(3))
    );
    assert_eq!(page["canarytokens"][0]["unacked_alert_count"], 1);
}

#[tokio::test]
async fn fetching_all_leaves_factories_out_unless_asked() {
    let fixture = empty().await;
    let apeeper = fixture.create_any("apeeper").await;
    let http = fixture.create("http", &[("flock_id", "flock:8b21f0c94d7e3a65")]).await;
    let all = async |query: &[(&str, &str)]| {
        let (_, answer) = fixture.get("canarytokens/fetch", query).await;
        answer["tokens"]
            .as_array()
            .unwrap()
            .iter()
            .map(|token| token["canarytoken"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(all(&[]).await, [http["canarytoken"].clone()]);
    assert_eq!(
        all(&[("include_endpoints", "True")]).await,
        [http["canarytoken"].clone(), apeeper["canarytoken"].clone()]
    );
    assert_eq!(
        all(&[("flock_id", "flock:default"), ("include_endpoints", "true")]).await,
        [apeeper["canarytoken"].clone()]
    );
}

#[tokio::test]
async fn a_hundred_thousand_tokens_are_made_and_served_fast_and_the_same_for_a_seed() {
    let started = Instant::now();
    let fixture = with_tokens(100_000).await;
    assert!(
        started.elapsed() < Duration::from_secs(20),
        "made in {:?}",
        started.elapsed()
    );
    let started = Instant::now();
    let (_, page) = fixture.get("canarytokens/paginate", &[("limit", "1000")]).await;
    assert!(
        started.elapsed() < Duration::from_secs(3),
        "served in {:?}",
        started.elapsed()
    );
    assert_eq!(
        (page["canarytokens"].as_array().unwrap().len(), &page["page_total"]),
        (1000, &json!(100))
    );
    let ids = fixture.console.token_ids();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 100_000);
    let again = with_tokens(100_000).await;
    assert_eq!(again.console.token_ids(), ids);
    assert_eq!(again.console.key(), fixture.console.key());
    let other = start(Settings {
        tokens: 10,
        seed: 2,
        ..Settings::default()
    })
    .await;
    assert_ne!(other.console.key(), fixture.console.key());
}

#[tokio::test]
async fn the_sample_fleet_is_varied_and_holds_kinds_nobody_can_create() {
    let fixture = with_tokens(1000).await;
    let (_, answer) = fixture
        .get("canarytokens/fetch", &[("include_endpoints", "true")])
        .await;
    let tokens = answer["tokens"].as_array().unwrap();
    let distinct = |name: &str| tokens.iter().map(|token| text(token, name)).collect::<HashSet<_>>();
    assert!(support::SEED_KINDS.iter().all(|kind| distinct("kind").contains(kind)));
    assert!(
        ["autoreg-google-docs", "tokenfactory"]
            .iter()
            .all(|kind| distinct("kind").contains(kind))
    );
    assert!(distinct("memo").len() > 500 && distinct("flock_id").len() == 6);
    let share = |wanted: &dyn Fn(&Value) -> bool| tokens.iter().filter(|token| wanted(token)).count();
    assert!((50..250).contains(&share(&|token| token["triggered_count"] != 0)));
    assert!((30..150).contains(&share(&|token| token["enabled"] == false)));
}
