//! Searching on the Console: what stands in the list as found is what the Console found.

use nestbox::app::tokens::{Column, ConsoleSearch, Filter, FoundThere, Row, Sort};
use nestbox::wire::ErrorCode;
use practice_console::{Console, Fault, FaultKind, NewToken, Settings};

use crate::support::{House, failure, within_limit};

/// The rows that the list shows as found on the Console.
fn found(house: &House) -> Vec<Row> {
    let filter = Filter {
        found_there: true,
        ..Filter::default()
    };
    let sort = Sort {
        column: Column::Reminder,
        descending: false,
    };
    house.app.session().unwrap().tokens.query(&filter, sort, 0, 2_000).rows
}

fn memos(house: &House) -> Vec<String> {
    found(house).into_iter().map(|row| row.memo).collect()
}

fn words(text: &str) -> ConsoleSearch {
    ConsoleSearch {
        text: text.into(),
        ..ConsoleSearch::default()
    }
}

/// A Console whose list was never fetched.
async fn unread() -> (House, Console) {
    let (house, console, _) = House::connected(Settings::default()).await;
    let add = |memo: &str, kind: &str, enabled: bool, alerts: (u64, u64)| {
        console.add_token(NewToken {
            memo: memo.into(),
            kind: kind.into(),
            enabled,
            alerts,
            ..NewToken::default()
        })
    };
    add("Payroll of the school", "http", true, (2, 1));
    add("Old payrolls", "dns", false, (3, 0));
    add("Repaying the loan", "http", true, (0, 0));
    (house, console)
}

#[test]
fn words_find_by_their_beginnings_and_bring_the_alerts_nobody_has_looked_at() {
    within_limit(async {
        let (house, console) = unread().await;
        let answer = house.app.search_console(&words("  pay ")).await.unwrap();
        assert_eq!(answer, FoundThere { total: 2, fetched: 2 });
        assert_eq!(
            memos(&house),
            ["Old payrolls", "Payroll of the school"],
            "not “Repaying”"
        );
        let counts: Vec<_> = found(&house).iter().map(|row| (row.alerts, row.unacked)).collect();
        assert_eq!(counts, [(3, Some(0)), (2, Some(1))]);
        assert_eq!(
            console.ledger().count("canarytokens/paginate"),
            1,
            "only what asking for the abilities takes"
        );
        house.app.refresh_tokens().await.unwrap();
        assert_eq!(found(&house).len(), 2, "the list that comes in leaves them found");
        let none = house.app.search_console(&words("nothing of this")).await.unwrap();
        assert_eq!((none.total, found(&house).len()), (0, 0));
    });
}

#[test]
fn kind_state_and_flock_are_asked_of_the_console_too() {
    within_limit(async {
        let (house, console) = unread().await;
        let asked = ConsoleSearch {
            kind: Some("http".into()),
            ..words("")
        };
        house.app.search_console(&asked).await.unwrap();
        assert_eq!(memos(&house), ["Payroll of the school", "Repaying the loan"]);
        let asked = ConsoleSearch {
            enabled: Some(false),
            flock: Some("flock:default".into()),
            ..words("pay")
        };
        house.app.search_console(&asked).await.unwrap();
        assert_eq!(memos(&house), ["Old payrolls"]);
        let ledger = console.ledger();
        let sent = &ledger.requests("canarytokens/search").last().unwrap().parameters;
        assert_eq!(sent, &["active", "flock_id", "limit", "search_string"]);
        let gone = ConsoleSearch {
            flock: Some("flock:gone".into()),
            ..words("pay")
        };
        assert_eq!(failure(house.app.search_console(&gone).await), ErrorCode::FlockUnknown);
        assert_eq!(
            memos(&house),
            ["Old payrolls"],
            "what was found before stays when a search fails"
        );
    });
}

#[test]
fn of_very_many_the_first_thousand_are_fetched_and_the_whole_number_is_told() {
    within_limit(async {
        let (house, console, _) = House::connected(Settings {
            tokens: 1_600,
            ..Settings::default()
        })
        .await;
        let answer = house.app.search_console(&words("")).await.unwrap();
        assert_eq!(
            answer,
            FoundThere {
                total: 1_600,
                fetched: 1_000
            }
        );
        assert_eq!(found(&house).len(), 1_000);
        assert_eq!(console.ledger().count("canarytokens/search"), 4);
        console.set_faults([Fault::new(FaultKind::RepeatingCursor).at("canarytokens/search")]);
        assert_eq!(
            failure(house.app.search_console(&words("")).await),
            ErrorCode::ListRepeats
        );
        assert_eq!(
            found(&house).len(),
            1_000,
            "a list that turns in a circle changes nothing"
        );
    });
}
