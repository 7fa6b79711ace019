#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::app::catalogue::Catalogue;

/// Reading all kinds takes long in a debug build: once is enough.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::load);

const NEWEST: Sort = Sort {
    column: Column::Created,
    descending: true,
};

fn index(tokens: &[(&str, &str, &str, bool, u64)]) -> TokenIndex {
    let mut index = TokenIndex::default();
    index.set_flocks([("flock:a".to_owned(), "Front office".to_owned())].into());
    for (age, (id, kind, memo, enabled, alerts)) in tokens.iter().enumerate() {
        let token = serde_json::json!({"canarytoken": id, "kind": kind, "memo": memo, "enabled": enabled, "triggered_count": alerts,
            "created": (1000 - age).to_string(), "flock_id": "flock:a", "hostname": format!("{id}.example")});
        index.put(&CATALOGUE, serde_json::from_value(token).unwrap());
    }
    index
}

fn sample() -> TokenIndex {
    index(&[
        ("t1", "doc-msword", "Payroll of the school", true, 2),
        ("t2", "http", "unread mail\nVPN list", false, 0),
        ("t3", "toaster", "Åre server", true, 0),
        ("t4", "http", "payroll link", true, 1),
    ])
}

fn found(index: &mut TokenIndex, filter: Filter, sort: Sort) -> Vec<String> {
    index
        .query(&filter, sort, 0, 100)
        .rows
        .into_iter()
        .map(|row| row.id)
        .collect()
}

fn text(text: &str) -> Filter {
    Filter {
        text: text.into(),
        ..Filter::default()
    }
}

#[test]
fn the_search_looks_at_everything_that_is_shown() {
    let mut index = sample();
    for (typed, wanted) in [
        ("payroll", vec!["t1", "t4"]),
        ("PAYROLL link", vec!["t4"]),
        ("åre", vec!["t3"]),
        ("word document", vec!["t1"]),
        ("t2.example", vec!["t2"]),
        ("office", vec!["t1", "t2", "t3", "t4"]),
        ("nothing of this", vec![]),
    ] {
        assert_eq!(found(&mut index, text(typed), NEWEST), wanted, "{typed}");
    }
}

#[test]
fn filters_narrow_together_and_widen_again() {
    let mut index = sample();
    let links = Filter {
        kinds: vec!["http".into()],
        ..Filter::default()
    };
    assert_eq!(found(&mut index, links.clone(), NEWEST), ["t2", "t4"]);
    assert_eq!(
        found(
            &mut index,
            Filter {
                enabled: Some(true),
                ..links.clone()
            },
            NEWEST
        ),
        ["t4"]
    );
    assert_eq!(
        found(
            &mut index,
            Filter {
                alerts: Some(false),
                ..links
            },
            NEWEST
        ),
        ["t2"]
    );
    assert_eq!(
        found(
            &mut index,
            Filter {
                flocks: vec!["flock:b".into()],
                ..Filter::default()
            },
            NEWEST
        ),
        [""; 0]
    );
    assert_eq!(found(&mut index, Filter::default(), NEWEST).len(), 4);
}

#[test]
fn every_column_sorts_both_ways_and_equals_stay_by_age() {
    let mut index = sample();
    let mut by = |column, descending| found(&mut index, Filter::default(), Sort { column, descending });
    assert_eq!(by(Column::Created, true), ["t1", "t2", "t3", "t4"]);
    assert_eq!(by(Column::Created, false), ["t4", "t3", "t2", "t1"]);
    assert_eq!(by(Column::Reminder, false), ["t4", "t1", "t2", "t3"]);
    assert_eq!(by(Column::Alerts, true), ["t1", "t4", "t2", "t3"]);
    assert_eq!(by(Column::State, false), ["t1", "t3", "t4", "t2"]);
    assert_eq!(by(Column::Flock, true), ["t1", "t2", "t3", "t4"]);
    assert_eq!(by(Column::Kind, false)[..1], ["t3"]);
}

#[test]
fn a_row_is_one_line_with_the_names_people_know() {
    let mut index = sample();
    let row = index.query(&text("vpn"), NEWEST, 0, 1).rows.remove(0);
    assert_eq!(
        (row.memo.as_str(), row.flock.as_str(), row.created),
        ("unread mail VPN list", "Front office", Some(999_000.0))
    );
    let unknown = index.row("t3").unwrap();
    assert_eq!(
        (unknown.kind_name.as_str(), unknown.icon.as_str()),
        ("Toaster", "kind-other")
    );
    let long = self::index(&[("t1", "http", &"x".repeat(1_000_000), true, 0)])
        .row("t1")
        .unwrap();
    assert_eq!(long.memo.chars().count(), 301);
}

#[test]
fn a_selection_by_filter_leaves_out_what_it_names() {
    let mut index = sample();
    let selection = Selection::Filter {
        filter: text("payroll"),
        except: vec!["t4".into(), "gone".into()],
    };
    assert_eq!(index.ids(&selection), ["t1"]);
    let summary = index.summarize(&Selection::Ids(vec![
        "t1".into(),
        "t1".into(),
        "t2".into(),
        "gone".into(),
    ]));
    assert_eq!(
        (
            summary.count,
            summary.enabled,
            summary.disabled,
            summary.with_alerts,
            summary.alerts
        ),
        (2, 1, 1, 1, 2)
    );
    assert_eq!(summary.sample.len(), 2);
}

#[test]
fn a_refresh_drops_what_it_did_not_see() {
    let mut index = sample();
    index.begin_pass();
    let kept = index.get("t3").unwrap().clone();
    index.put_listed(&CATALOGUE, kept);
    index.end_pass();
    assert_eq!(found(&mut index, Filter::default(), NEWEST), ["t3"]);
    assert!(index.get("t1").is_none() && index.row("t3").is_some());
}

#[test]
fn a_page_that_was_on_its_way_undoes_nothing_that_the_console_answered_meanwhile() {
    let mut index = sample();
    let page: Vec<_> = ["t1", "t2", "t3", "t4"].map(|id| index.get(id).unwrap().clone()).into();
    index.begin_pass();
    index.remove("t1");
    index.change(&CATALOGUE, "t2", |token| token.memo = "Moved".into());
    page.into_iter().for_each(|token| index.put_listed(&CATALOGUE, token));
    let mut made = index.get("t4").unwrap().clone();
    made.id = "t5".into();
    index.put(&CATALOGUE, made);
    index.end_pass();
    assert!(index.get("t1").is_none() && index.get("t5").is_some());
    assert_eq!((index.len(), index.row("t2").unwrap().memo.as_str()), (4, "Moved"));

    index.begin_pass();
    let mut newer = index.get("t2").unwrap().clone();
    newer.memo = "Moved elsewhere".into();
    index.put_listed(&CATALOGUE, newer);
    index.end_pass();
    assert_eq!(
        (index.len(), index.row("t2").unwrap().memo.as_str()),
        (1, "Moved elsewhere")
    );
}

#[test]
fn equal_reminders_are_sorted_by_age_and_likewise_names_of_flocks_whatever_their_case() {
    let mut index = index(&[
        ("t9", "http", "same words", true, 0),
        ("t1", "http", "Same Words", true, 0),
        ("t5", "http", "same", true, 0),
        ("t7", "http", "same wordz", true, 0),
    ]);
    let mut by = |column, descending| found(&mut index, Filter::default(), Sort { column, descending });
    assert_eq!(by(Column::Reminder, false), ["t5", "t9", "t1", "t7"]);
    assert_eq!(by(Column::Reminder, true), ["t7", "t9", "t1", "t5"]);
    for (id, flock) in [("t9", "b"), ("t1", "a"), ("t5", "c")] {
        index.change(&CATALOGUE, id, |token| token.flock_id = flock.into());
    }
    index.set_flocks(
        [("a", "alpha"), ("b", "Zeta"), ("c", "beta"), ("flock:a", "Alpha")]
            .map(|(id, name)| (id.into(), name.into()))
            .into(),
    );
    assert_eq!(
        found(
            &mut index,
            Filter::default(),
            Sort {
                column: Column::Flock,
                descending: false
            }
        ),
        ["t1", "t7", "t5", "t9"]
    );
    assert_eq!(
        found(&mut index, text("zet"), NEWEST),
        ["t9"],
        "a flock is found by its new name at once"
    );
}

#[test]
fn facets_count_all_of_the_list() {
    let facets = sample().facets();
    let links = facets.kinds.iter().find(|(kind, ..)| kind == "http").unwrap();
    assert_eq!(
        (links.3, facets.enabled, facets.disabled, facets.with_alerts),
        (2, 3, 1, 2)
    );
    assert_eq!(facets.flocks, [("flock:a".to_owned(), "Front office".to_owned(), 4)]);
}

proptest! {
    /// Whatever was asked before, the answer is that of a fresh index.
    #[test]
    fn remembered_answers_are_right_answers(asked in proptest::collection::vec("[a-e ]{0,4}", 1..8), removed in 0_usize..30) {
        let memos: Vec<String> = (0..30_usize).map(|n| "abcde".chars().filter(|c| !(n * 7 + *c as usize).is_multiple_of(3)).collect()).collect();
        let ids: Vec<String> = (0..30).map(|n| format!("id{n}")).collect();
        let tokens: Vec<_> = ids.iter().zip(&memos).map(|(id, memo)| (id.as_str(), "http", memo.as_str(), true, 0)).collect();
        let mut used = index(&tokens);
        for (turn, typed) in asked.iter().enumerate() {
            if turn == 2 { used.remove(&ids[removed]); }
            let mut fresh = index(&tokens);
            if turn >= 2 { fresh.remove(&ids[removed]); }
            prop_assert_eq!(found(&mut used, text(typed), NEWEST), found(&mut fresh, text(typed), NEWEST));
        }
    }
}

/// Four reminders in the documented form and one from elsewhere.
fn kept() -> TokenIndex {
    index(&[
        ("t1", "http", "Place: Wiki\nLooked after by: Tom", true, 0),
        (
            "t2",
            "http",
            "Place: attic\nLooked after by: Maria Keller\nNote: Old one",
            true,
            0,
        ),
        ("t3", "http", "Server room, ask Tom", true, 0),
        ("t4", "dns", "Place: Safe\nLooked after by: tom", true, 0),
        ("t5", "dns", "Place: Drawer", true, 0),
    ])
}

#[test]
fn the_parts_of_a_reminder_are_shown_searched_sorted_and_filtered_by() {
    let mut index = kept();
    let row = index.row("t2").unwrap();
    assert_eq!(
        (row.memo.as_str(), row.looked_after_by.as_str()),
        ("attic", "Maria Keller")
    );
    let row = index.row("t3").unwrap();
    assert_eq!(
        (row.memo.as_str(), row.looked_after_by.as_str()),
        ("Server room, ask Tom", "")
    );
    let by = |column, descending| Sort { column, descending };
    // By the place, not by the label before it.
    assert_eq!(
        found(&mut index, Filter::default(), by(Column::Reminder, false)),
        ["t2", "t5", "t4", "t3", "t1"]
    );
    // Nobody comes last either way.
    assert_eq!(
        found(&mut index, Filter::default(), by(Column::LookedAfterBy, false)),
        ["t2", "t1", "t4", "t3", "t5"]
    );
    assert_eq!(
        found(&mut index, Filter::default(), by(Column::LookedAfterBy, true)),
        ["t1", "t4", "t2", "t3", "t5"]
    );
    let kept_by = |who: &str| Filter {
        keepers: vec![who.to_owned()],
        ..Filter::default()
    };
    assert_eq!(found(&mut index, kept_by("tom"), NEWEST), ["t1", "t4"]);
    assert_eq!(found(&mut index, kept_by(""), NEWEST), ["t3", "t5"]);
    assert_eq!(found(&mut index, text("keller old"), NEWEST), ["t2"]);
    // The labels are not shown, so they are not found.
    assert!(found(&mut index, text("looked after"), NEWEST).is_empty());
    assert!(index.query(&Filter::default(), NEWEST, 0, 1).keepers);
    assert!(!sample().query(&Filter::default(), NEWEST, 0, 1).keepers);
}

#[test]
fn names_that_differ_in_large_letters_only_are_one_person_to_filter_by() {
    let facets = kept().facets();
    let expected = [("", "", 2), ("tom", "Tom", 2), ("maria keller", "Maria Keller", 1)];
    let found: Vec<_> = facets
        .keepers
        .iter()
        .map(|(id, name, count)| (&**id, &**name, *count))
        .collect();
    assert_eq!(found, expected);
}
