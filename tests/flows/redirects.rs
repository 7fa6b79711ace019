//! Where a Canarytoken leads on to: what the panel says afterwards is what the Console holds.

use nestbox::app::tokens::Redirect;
use nestbox::wire::{ErrorCode, UiError};
use practice_console::{Console, Fault, FaultKind, NewToken, Role, Settings};

use crate::support::{House, code, failure, within_limit};

const OLD: &str = "https://old.example.org/";
const NEW: &str = "https://new.example.org/start?from=here";

/// A list with one Canarytoken of this kind, which leads on to `OLD` if it leads anywhere.
async fn with(kind: &str, leads: bool) -> (House, Console, String) {
    let (house, console, _) = House::connected(Settings::default()).await;
    let given = if leads {
        vec![("browser_redirect_url".to_owned(), OLD.to_owned())]
    } else {
        vec![]
    };
    let id = console.add_token(NewToken {
        kind: kind.into(),
        given,
        ..NewToken::default()
    });
    house.app.refresh_tokens().await.unwrap();
    console.clear_ledger();
    (house, console, id)
}

#[test]
fn an_address_is_changed_and_the_console_and_the_list_agree() {
    within_limit(async {
        for kind in ["fast-redirect", "slow-redirect"] {
            let (house, console, id) = with(kind, true).await;
            assert_eq!(house.app.token(&id).unwrap().redirect, Redirect::Always);
            let detail = house.app.set_redirect(&id, Some(NEW)).await.unwrap();
            assert_eq!(detail.redirect_url.as_deref(), Some(NEW));
            assert_eq!(console.redirect_of(&id).as_deref(), Some(NEW));
            assert_eq!(house.app.token(&id).unwrap().redirect_url.as_deref(), Some(NEW));
            assert_eq!(console.ledger().changed(), [id]);
        }
    });
}

#[test]
fn a_code_gains_an_address_and_loses_it_again() {
    within_limit(async {
        for kind in ["qr-code", "http"] {
            let (house, console, id) = with(kind, false).await;
            let before = house.app.token(&id).unwrap();
            assert_eq!((before.redirect, before.redirect_url), (Redirect::Optional, None));
            house.app.set_redirect(&id, Some(NEW)).await.unwrap();
            assert_eq!(console.redirect_of(&id).as_deref(), Some(NEW));
            let after = house.app.set_redirect(&id, None).await.unwrap();
            assert_eq!((after.redirect_url, console.redirect_of(&id)), (None, None));
            let ledger = console.ledger();
            let counts =
                ["canarytoken/update/redirect_url", "canarytoken/remove/redirect_url"].map(|one| ledger.count(one));
            assert_eq!(counts, [1, 1], "{kind}");
        }
    });
}

#[test]
fn what_is_no_page_of_the_web_never_leaves() {
    within_limit(async {
        let (house, console, id) = with("qr-code", true).await;
        for typed in [
            "javascript:alert(1)",
            "",
            "www.example.org",
            "data:text/html,hi",
            "https://a b.example.org/",
        ] {
            let error = UiError::from(house.app.set_redirect(&id, Some(typed)).await.unwrap_err());
            assert_eq!(
                (error.code, error.field.as_deref()),
                (ErrorCode::FieldInvalid, Some("redirectUrl")),
                "{typed}"
            );
        }
        assert_eq!(console.ledger().entries.len(), 0);
        assert_eq!(console.redirect_of(&id).as_deref(), Some(OLD));
    });
}

#[test]
fn a_change_whose_answers_are_lost_is_confirmed_and_one_that_never_came_is_not() {
    within_limit(async {
        let (house, console, id) = with("slow-redirect", true).await;
        console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/update/redirect_url")]);
        let detail = house.app.set_redirect(&id, Some(NEW)).await.unwrap();
        assert_eq!(detail.redirect_url, console.redirect_of(&id));
        console.set_faults([Fault::new(FaultKind::ResetBefore).at("canarytoken/update/redirect_url")]);
        let lost = house.app.set_redirect(&id, Some(OLD)).await;
        assert_eq!(failure(lost), ErrorCode::ConnectionLost);
        assert_eq!(console.redirect_of(&id).as_deref(), Some(NEW), "nothing was changed");
        assert_eq!(
            house.app.token(&id).unwrap().redirect_url.as_deref(),
            Some(NEW),
            "and nothing else is shown"
        );
    });
}

#[test]
fn a_refusal_is_told_in_the_consoles_words_and_one_that_is_gone_is_told_as_gone() {
    within_limit(async {
        let (house, console, id) = with("fast-redirect", true).await;
        let refused = UiError::from(house.app.set_redirect(&id, None).await.unwrap_err());
        assert_eq!(refused.code, ErrorCode::ConsoleRefused);
        assert_eq!(refused.detail.as_deref(), Some("Could not process the parameters"));
        console.set_role(Role::ReadOnly);
        let refused = UiError::from(house.app.set_redirect(&id, Some(NEW)).await.unwrap_err());
        assert_eq!(refused.code, ErrorCode::NotAllowed);
        assert!(refused.detail.unwrap().contains("which does not allow this"));
        console.set_role(Role::Admin);
        console.remove_token(&id);
        let gone = house.app.set_redirect(&id, Some(NEW)).await;
        assert_eq!(code(gone.unwrap_err()), ErrorCode::NotFound);
    });
}
