//! Making Canarytokens: every kind through its form, and once even where the answer is lost.

use nestbox::app::catalogue::FieldKind;
use nestbox::app::forms::FormInput;
use nestbox::app::tokens::Detail;
use nestbox::wire::ErrorCode;
use practice_console::{Fault, FaultKind, NewToken, Role, Settings};

use crate::support::{House, failure, within_limit};

/// A form with nothing but a kind and a reminder.
#[allow(clippy::field_reassign_with_default)] // it wipes itself when dropped, so its parts cannot be taken out
pub fn form(kind: &str, memo: &str) -> FormInput {
    let mut input = FormInput::default();
    input.kind = kind.into();
    input.memo = memo.into();
    input
}

/// A form of `kind` with everything filled in that it needs; pictures are chosen through the dialog.
pub async fn filled(house: &House, kind: &str, memo: &str) -> FormInput {
    let mut input = form(kind, memo);
    let fields = house.app.catalogue.kind(kind).unwrap().fields.clone();
    for field in fields.iter().filter(|field| field.required && field.when.is_none()) {
        if field.kind == FieldKind::File {
            let path = house.home.path().join("crest.png");
            picture(&path);
            house.dialogs.answer(path);
            let chosen = house.app.choose_file(kind, &field.name).await.unwrap().unwrap();
            assert!(chosen.preview.is_some(), "a picture is shown small");
            input.files.insert(field.name.clone(), chosen.handle);
            continue;
        }
        let value = match field.kind {
            FieldKind::Url => "https://intranet.example.org/start".to_owned(),
            FieldKind::Domain => "portal.example.org".to_owned(),
            FieldKind::Email => "office@example.org".to_owned(),
            FieldKind::Bucket if field.name.contains("log") => "records-log".to_owned(),
            FieldKind::Bucket => "records".to_owned(),
            FieldKind::Duration => "6mo".to_owned(),
            FieldKind::Select | FieldKind::Region => field.options[0].value.clone(),
            FieldKind::Switch => "true".to_owned(),
            _ => "records".to_owned(),
        };
        input
            .fields
            .insert(field.name.clone(), field.default.clone().unwrap_or(value));
    }
    input
}

fn picture(path: &std::path::Path) {
    image::RgbImage::from_fn(320, 200, |x, y| image::Rgb([(x % 256) as u8, y as u8, 90]))
        .save(path)
        .unwrap();
}

/// Makes one of `kind`.
pub async fn made(house: &House, kind: &str) -> Detail {
    let input = filled(house, kind, &format!("Front desk, {kind}")).await;
    let created = house.app.create_token(&input).await;
    created.unwrap_or_else(|error| panic!("{kind}: {error:?}")).token
}

#[test]
fn a_create_whose_answer_is_lost_is_found_in_the_list_and_never_made_twice() {
    within_limit(async {
        for fault in [
            FaultKind::ResetAfter,
            FaultKind::Truncated,
            FaultKind::Empty,
            FaultKind::Stall { bytes: 10 },
        ] {
            let (house, console, session) = House::connected(Settings {
                tokens: 30,
                ..Settings::default()
            })
            .await;
            house.app.refresh_tokens().await.unwrap();
            console.clear_ledger();
            console.set_faults([Fault::new(fault.clone()).at("canarytoken/create").carried_out(true)]);
            let created = house
                .app
                .create_token(&form("http", "Unread mail in the office mailbox"))
                .await;
            let created = created.unwrap_or_else(|error| panic!("{fault:?}: {error:?}"));
            assert!(created.adopted, "{fault:?}");
            assert_eq!(
                console.ledger().created(),
                vec![created.token.row.id.clone()],
                "{fault:?}"
            );
            assert!(session.tokens.with(|index| index.get(&created.token.row.id).is_some()));
        }
    });
}

#[test]
fn a_create_that_never_arrived_is_said_to_be_unknown_and_is_not_sent_again() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 5,
            ..Settings::default()
        })
        .await;
        console.clear_ledger();
        console.set_faults([Fault::new(FaultKind::ResetBefore).at("canarytoken/create")]);
        let input = form("http", "Bookmark");
        assert_eq!(failure(house.app.create_token(&input).await), ErrorCode::CreateUnknown);
        let ledger = console.ledger();
        assert_eq!(
            (ledger.created().len(), ledger.requests("canarytoken/create").count()),
            (0, 1)
        );
    });
}

#[test]
fn an_older_one_with_the_same_reminder_is_never_taken_for_the_new_one() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let first = house
            .app
            .create_token(&form("http", "Same words"))
            .await
            .unwrap()
            .token
            .row
            .id;
        console.set_faults([Fault::new(FaultKind::ResetBefore).at("canarytoken/create")]);
        assert_eq!(
            failure(house.app.create_token(&form("http", "Same words")).await),
            ErrorCode::CreateUnknown
        );
        console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/create")]);
        let second = house.app.create_token(&form("http", "Same words")).await.unwrap();
        assert!(second.adopted && second.token.row.id != first);
    });
}

#[test]
fn a_key_that_may_not_list_learns_that_the_outcome_is_unknown() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            role: Role::Deploy,
            ..Settings::default()
        })
        .await;
        console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/create")]);
        assert_eq!(
            failure(house.app.create_token(&form("http", "Bookmark")).await),
            ErrorCode::CreateUnknown
        );
    });
}

#[test]
fn the_same_operation_twice_makes_one() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let input = form("http", "Clicked twice");
        let run = || {
            house
                .app
                .operations
                .run("one-click", |_| house.app.create_token(&input))
        };
        let (first, second) = tokio::join!(run(), run());
        assert_eq!(first.unwrap().token.row.id, second.unwrap().token.row.id);
        assert_eq!(console.ledger().created().len(), 1);
    });
}

#[test]
fn bad_input_is_refused_before_anything_is_sent() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        console.clear_ledger();
        assert_eq!(
            failure(house.app.create_token(&form("http", "  ")).await),
            ErrorCode::MemoEmpty
        );
        assert_eq!(
            failure(house.app.create_token(&form("http", &"x".repeat(1_000_000))).await),
            ErrorCode::MemoTooLong
        );
        assert_eq!(
            failure(house.app.create_token(&form("cloned-web", "No domain")).await),
            ErrorCode::FieldInvalid
        );
        assert_eq!(
            failure(house.app.create_token(&form("web-image", "No picture")).await),
            ErrorCode::FieldInvalid
        );
        assert_eq!(console.ledger().entries.len(), 0);
        assert_eq!(
            failure(house.app.create_token(&form("toaster", "Unknown kind")).await),
            ErrorCode::KindUnknown
        );
    });
}

#[test]
fn a_reminder_full_of_markup_arrives_letter_by_letter() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let memo = "<img src=x onerror=alert(1)> & \"quotes\" ' \u{1F426} %00 {{7*7}} =cmd()\nsecond line";
        let detail = house.app.create_token(&form("http", memo)).await.unwrap().token;
        assert_eq!(detail.memo, memo);
        assert_eq!(console.memo(&detail.row.id).as_deref(), Some(memo));
        let changed = house
            .app
            .update_memo(&detail.row.id, "<script>alert(2)</script>")
            .await
            .unwrap();
        assert_eq!(changed.memo, "<script>alert(2)</script>");
    });
}

#[test]
fn of_two_alike_at_once_one_that_never_arrived_is_not_taken_for_the_other() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 20,
            ..Settings::default()
        })
        .await;
        house.app.refresh_tokens().await.unwrap();
        console.clear_ledger();
        console.set_faults([
            Fault::new(FaultKind::ResetAfter).at("canarytoken/create").times(1),
            Fault::new(FaultKind::ResetBefore).at("canarytoken/create"),
        ]);
        let input = form("http", "Same words");
        let (first, second) = tokio::join!(house.app.create_token(&input), house.app.create_token(&input));
        let (made, unknown): (Vec<_>, Vec<_>) = [first, second].into_iter().partition(Result::is_ok);
        let made: Vec<String> = made.into_iter().map(|created| created.unwrap().token.row.id).collect();
        assert_eq!(made, console.ledger().created(), "said to be made, and made");
        let unknown: Vec<ErrorCode> = unknown.into_iter().map(failure).collect();
        assert_eq!(unknown, [ErrorCode::CreateUnknown]);
    });
}

#[test]
fn before_the_list_was_seen_an_older_one_with_the_same_words_is_not_taken_for_the_new_one() {
    within_limit(async {
        let (house, console, _session) = House::connected(Settings {
            tokens: 0,
            ..Settings::default()
        })
        .await;
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap();
        console.add_token(NewToken {
            kind: "http".into(),
            memo: "Same words".into(),
            created_micros: Some(u64::try_from(now.as_micros()).unwrap() - 5 * 60 * 1_000_000),
            ..NewToken::default()
        });
        console.set_faults([Fault::new(FaultKind::ResetBefore).at("canarytoken/create")]);
        assert_eq!(
            failure(house.app.create_token(&form("http", "Same words")).await),
            ErrorCode::CreateUnknown
        );
        console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/create")]);
        assert!(
            house
                .app
                .create_token(&form("http", "Same words"))
                .await
                .unwrap()
                .adopted
        );
    });
}
