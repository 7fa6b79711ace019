//! Factories: what the program says of them is what the Console has, and their strings stay where they belong.

use std::io::{Read, Write};
use std::net::TcpStream;

use nestbox::wire::{ErrorCode, UiError};
use practice_console::{Console, Fault, FaultKind, Role, Settings};
use secrecy::ExposeSecret;

use crate::support::{House, failure, within_limit};

const FLOCK: &str = "flock:default";

async fn empty() -> (House, Console) {
    let (house, console, _) = House::connected(Settings::default()).await;
    house.app.refresh_tokens().await.unwrap();
    console.clear_ledger();
    (house, console)
}

/// Sends a request as somebody without the API key would.
fn post(address: &str, path: &str, body: &str) -> String {
    let host = address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).unwrap();
    let length = body.len();
    let head = format!(
        "POST {path} HTTP/1.0\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_factory_is_made_used_listed_and_deleted() {
    within_limit(async {
        let (house, console) = empty().await;
        let made = house
            .app
            .create_factory(FLOCK, " Laptops of the IT team ")
            .await
            .unwrap();
        assert_eq!(
            (made.memo.as_str(), made.flock.as_str()),
            ("Laptops of the IT team", "Default Flock")
        );
        let auth = console.ledger().created().pop().unwrap();
        assert_eq!(
            console.factories(),
            [(auth.clone(), FLOCK.to_owned(), made.memo.clone())]
        );
        let revealed = house.app.reveal_factory(&made.id).unwrap();
        assert_eq!(revealed.code.expose_secret(), auth);
        assert!(revealed.link.unwrap().expose_secret().ends_with(&auth));
        let command = revealed.command.expose_secret();
        assert!(command.contains(&format!("{}/api/v1/canarytoken/factory/create", console.url())));
        assert!(command.contains(&format!("factory_auth={auth}")));
        let url = console.url();
        let body = format!("factory_auth={auth}&kind=http&memo=Made+by+a+script");
        let answer = tokio::task::spawn_blocking(move || post(&url, "/api/v1/canarytoken/factory/create", &body));
        assert!(
            answer.await.unwrap().contains("\"result\": \"success\""),
            "it works without the key"
        );
        let listed = house.app.list_factories().await.unwrap();
        assert_eq!(listed.factories.first(), Some(&made), "under the same handle");
        assert!(
            listed.kinds.iter().any(|kind| kind.name == "Web link"),
            "in plain words"
        );
        assert!(
            listed.kinds.iter().all(|kind| kind.kind != "web-image"),
            "not what needs a file"
        );
        house.app.delete_token_factory(&made.id).await.unwrap();
        assert!(console.factories().is_empty() && house.app.list_factories().await.unwrap().factories.is_empty());
        assert_eq!(console.ledger().deleted().first(), Some(&auth));
        assert_eq!(console.token_ids().len(), 1, "what it made stays");
        assert_eq!(failure(house.app.reveal_factory(&made.id)), ErrorCode::FactoryGone);
        assert!(
            !house.everything_written().contains(&auth),
            "its string is written nowhere"
        );
    });
}

#[test]
fn a_factory_whose_answer_is_lost_is_found_and_never_made_twice() {
    within_limit(async {
        let (house, console) = empty().await;
        house.app.create_factory(FLOCK, "Laptops").await.unwrap();
        console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/create_factory")]);
        let made = house.app.create_factory(FLOCK, "Laptops").await.unwrap();
        console.set_faults([]);
        assert_eq!(console.factories().len(), 2);
        let auth = console.ledger().created().pop().unwrap();
        let revealed = house.app.reveal_factory(&made.id).unwrap();
        assert_eq!(revealed.code.expose_secret(), auth, "the newer of the two");
        assert!(revealed.link.is_none(), "its link was in the answer that is lost");
    });
}

#[test]
fn a_factory_that_never_came_is_not_claimed() {
    within_limit(async {
        let (house, console) = empty().await;
        console.set_faults([Fault::new(FaultKind::ResetBefore).at("canarytoken/create_factory")]);
        assert_eq!(
            failure(house.app.create_factory(FLOCK, "Laptops").await),
            ErrorCode::FactoryUnknown
        );
        assert!(console.factories().is_empty());
        assert_eq!(
            console.ledger().requests("canarytoken/create_factory").count(),
            1,
            "no blind second try"
        );
    });
}

#[test]
fn one_that_somebody_else_deleted_is_told_as_gone_and_leaves_the_list() {
    within_limit(async {
        let (house, console) = empty().await;
        let made = house.app.create_factory(FLOCK, "Laptops").await.unwrap();
        let auth = console.ledger().created().pop().unwrap();
        assert!(console.remove_factory(&auth));
        let error = UiError::from(house.app.delete_token_factory(&made.id).await.unwrap_err());
        assert_eq!(error.code, ErrorCode::FactoryGone);
        assert!(!format!("{error:?}").contains(&auth));
        assert_eq!(
            failure(house.app.delete_token_factory(&made.id).await),
            ErrorCode::FactoryGone
        );
        assert!(house.app.list_factories().await.unwrap().factories.is_empty());
        assert!(!house.everything_written().contains(&auth));
    });
}

#[test]
fn a_deletion_whose_answer_is_lost_is_believed_only_when_the_list_says_so() {
    within_limit(async {
        let (house, console) = empty().await;
        let first = house.app.create_factory(FLOCK, "Laptops").await.unwrap();
        let second = house.app.create_factory(FLOCK, "Tablets").await.unwrap();
        console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/delete_factory")]);
        house.app.delete_token_factory(&first.id).await.unwrap();
        assert_eq!(console.factories().len(), 1);
        console.set_faults([Fault::new(FaultKind::ResetBefore).at("canarytoken/delete_factory")]);
        assert_eq!(
            failure(house.app.delete_token_factory(&second.id).await),
            ErrorCode::ConnectionLost
        );
        assert_eq!(console.factories().len(), 1);
        assert_eq!(
            house.app.list_factories().await.unwrap().factories,
            [second],
            "it is still offered"
        );
    });
}

#[test]
fn a_bad_reminder_a_flock_that_is_gone_and_a_key_that_may_not_are_told_apart() {
    within_limit(async {
        let (house, console) = empty().await;
        assert_eq!(
            failure(house.app.create_factory(FLOCK, "  ").await),
            ErrorCode::MemoEmpty
        );
        let long = "x".repeat(10_001);
        assert_eq!(
            failure(house.app.create_factory(FLOCK, &long).await),
            ErrorCode::MemoTooLong
        );
        assert_eq!(
            failure(house.app.create_factory("flock:gone", "Laptops").await),
            ErrorCode::FlockUnknown
        );
        console.set_role(Role::ReadOnly);
        let refused = UiError::from(house.app.create_factory(FLOCK, "Laptops").await.unwrap_err());
        assert_eq!(refused.code, ErrorCode::NotAllowed);
        assert!(refused.detail.unwrap().contains("which does not allow this"));
        assert!(console.factories().is_empty());
    });
}
