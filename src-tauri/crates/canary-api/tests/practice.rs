//! Every endpoint and every kind against a practice Console, over real HTTP, compared with its ledger.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::time::Duration;

use canary_api::endpoints::{
    CreateFactory, CreateToken, DeleteApeeperFactory, DeleteFactory, DeleteToken, DisableToken, Download, EnableToken,
    FetchAllTokens, FetchToken, ListFactories, ListFactoryKinds, ListFlocks, ListKinds, MoveToFlock, PaginateTokens,
    Ping, RemoveRedirect, RemoveS3, SearchTokens, SummarizeFlocks, UpdateMemo, UpdateRedirect,
};
use canary_api::{ApiKey, Client, ConsoleUrl, Error, Hosts, Options, Outcome, Retry, Token, Upload, pages};
use futures_util::{StreamExt, TryStreamExt, future::join_all, stream};
use practice_console::{Auth, Console, Fault, FaultKind, NewToken, Role, Settings};

/// The smallest picture that is a picture: one dark pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\nIDATx\x9cc\x60\0\0\0\x02\0\x01\xe5\x27\xd4\xa2\0\0\0\0IEND\xaeB\x60\x82";

async fn console(tokens: usize) -> (Console, Client) {
    let console = Console::start(Settings {
        tokens,
        ..Settings::default()
    })
    .await
    .unwrap();
    let client = client(&console);
    (console, client)
}

fn client(console: &Console) -> Client {
    let retry = Retry {
        tries: 4,
        base: Duration::from_millis(2),
        cap: Duration::from_millis(10),
    };
    let options = Options {
        retry,
        idle_timeout: Duration::from_secs(2),
        total_timeout: Duration::from_secs(20),
        ..Options::default()
    };
    let url = ConsoleUrl::parse(&console.url(), Hosts::CanaryTools).unwrap();
    Client::new(url, &ApiKey::new(console.key()).unwrap(), options).unwrap()
}

/// The kinds of the seed with what each needs beyond a reminder.
fn seventeen() -> Vec<CreateToken> {
    let kind = |kind: &str, fields: &[(&str, &str)]| CreateToken {
        kind: kind.into(),
        memo: format!("Front desk, {kind}"),
        fields: fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        ..CreateToken::default()
    };
    let mut image = kind("web-image", &[]);
    image.files = vec![Upload {
        field: "web_image".into(),
        file_name: "crest.png".into(),
        mime: "image/png".into(),
        bytes: PNG.to_vec(),
    }];
    let redirect = [("browser_redirect_url", "https://intranet.example.org/")];
    vec![
        kind("http", &[("browser_scanner_enabled", "false")]),
        kind("dns", &[]),
        kind("cloned-web", &[("cloned_web", "portal.example.org")]),
        kind("doc-msword", &[]),
        image,
        kind("windows-dir", &[]),
        kind(
            "aws-s3",
            &[("s3_source_bucket", "records"), ("s3_log_bucket", "records-log")],
        ),
        kind("pdf-acrobat-reader", &[]),
        kind("msword-macro", &[]),
        kind("msexcel-macro", &[]),
        kind("aws-id", &[("aws_id_username", "backup"), ("expiry", "6mo")]),
        kind("apeeper", &[]),
        kind("qr-code", &[]),
        kind("svn", &[]),
        kind("sql", &[]),
        kind("fast-redirect", &redirect),
        kind("slow-redirect", &redirect),
    ]
}

async fn saved(client: &Client, token: &Token) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    client
        .download(&Download { id: token.id.clone() }, &mut bytes, &mut |_, _| {})
        .await
        .map(|_| bytes)
}

#[tokio::test]
async fn each_of_the_seventeen_kinds_is_made_read_changed_saved_and_deleted() {
    let (console, client) = console(0).await;
    let mut made = Vec::new();
    for request in seventeen() {
        let token = client
            .send(&request)
            .await
            .unwrap_or_else(|error| panic!("{}: {error:?}", request.kind));
        assert_eq!(
            (token.kind.as_str(), token.memo.as_str(), token.enabled),
            (request.kind.as_str(), request.memo.as_str(), true)
        );
        assert!(token.created.is_some());
        let id = token.id.clone();
        assert_eq!(
            client.send(&FetchToken { id: id.clone() }).await.unwrap().memo,
            request.memo
        );
        assert_eq!(
            client
                .send(&UpdateMemo {
                    id: id.clone(),
                    memo: "Server room".into()
                })
                .await
                .unwrap()
                .memo,
            "Server room"
        );
        client.send(&DisableToken { id: id.clone() }).await.unwrap();
        assert!(!client.send(&FetchToken { id: id.clone() }).await.unwrap().enabled);
        client.send(&EnableToken { id: id.clone() }).await.unwrap();
        assert_eq!(console.is_enabled(&id), Some(true));
        let start: Option<&[u8]> = match request.kind.as_str() {
            "doc-msword" | "msword-macro" | "msexcel-macro" | "windows-dir" => Some(b"PK"),
            "pdf-acrobat-reader" => Some(b"%PDF"),
            "qr-code" => Some(b"\x89PNG"),
            "aws-id" | "aws-s3" => Some(b""),
            _ => None,
        };
        match (start, saved(&client, &token).await) {
            (Some(start), Ok(bytes)) => assert!(!bytes.is_empty() && bytes.starts_with(start), "{}", request.kind),
            (None, Err(Error::NoFile { .. })) | (None, Ok(_)) => {}
            (_, other) => panic!("{}: {other:?}", request.kind),
        }
        made.push(id);
    }
    for id in &made {
        client
            .send(&DeleteToken {
                id: id.clone(),
                clear_incidents: false,
            })
            .await
            .unwrap();
        assert!(matches!(
            client.send(&FetchToken { id: id.clone() }).await,
            Err(Error::NotFound)
        ));
    }
    let ledger = console.ledger();
    assert_eq!((ledger.created(), ledger.deleted()), (made.clone(), made));
    assert!(ledger.entries.iter().all(|entry| entry.auth == Auth::Header));
}

#[tokio::test]
async fn lists_kinds_flocks_and_searches_agree() {
    let (console, client) = console(230).await;
    client.send(&Ping).await.unwrap();
    assert!(client.send(&ListKinds).await.unwrap().contains_key("doc-msword"));
    assert!(client.send(&ListFlocks).await.unwrap().len() > 1);
    let all = client
        .send(&FetchAllTokens {
            flock_id: None,
            include_endpoints: true,
        })
        .await
        .unwrap();
    let paged: Vec<_> = pages(
        &client,
        PaginateTokens {
            limit: 50,
            ..PaginateTokens::default()
        },
    )
    .try_collect()
    .await
    .unwrap();
    assert_eq!(
        (all.len(), paged.iter().map(|page| page.tokens.len()).sum::<usize>()),
        (230, 230)
    );
    assert_eq!(paged.len(), 5);
    let id = console.add_token(NewToken {
        kind: "http".into(),
        memo: "Zebra crossing".into(),
        ..NewToken::default()
    });
    let found = client
        .send(&SearchTokens {
            text: Some("zebra".into()),
            limit: 10,
            ..SearchTokens::default()
        })
        .await
        .unwrap();
    assert_eq!(
        found.tokens.iter().map(|token| token.id.as_str()).collect::<Vec<_>>(),
        [id]
    );
}

#[tokio::test]
async fn removal_from_aws_and_of_a_factory_reach_the_console_once() {
    let (console, client) = console(0).await;
    let request = seventeen()
        .into_iter()
        .find(|request| request.kind == "aws-s3")
        .unwrap();
    let token = client.send(&request).await.unwrap();
    let remove = RemoveS3 {
        id: token.id,
        access_key: "AKIAEXAMPLE".to_owned().into(),
        secret_key: "secret".to_owned().into(),
        session_token: None,
        region: "eu-west-1".into(),
        delete_buckets: true,
        source_bucket: Some("records".into()),
    };
    client.send(&remove).await.unwrap();
    assert_eq!(console.ledger().count("canarytoken/remove/s3"), 1);
    let refused = client.send(&DeleteApeeperFactory { hash: "nobody".into() }).await;
    assert!(
        matches!(refused, Err(Error::Refused { .. } | Error::NotFound)),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_wrong_key_and_a_key_without_the_right_are_told_apart() {
    let (console, client) = console(3).await;
    let url = ConsoleUrl::parse(&console.url(), Hosts::CanaryTools).unwrap();
    let wrong = Client::new(url, &ApiKey::new("0badc0de".into()).unwrap(), Options::default()).unwrap();
    assert!(matches!(wrong.send(&Ping).await, Err(Error::KeyRefused { .. })));
    console.set_role(Role::ReadOnly);
    let id = console.token_ids()[0].clone();
    assert!(matches!(
        client.send(&DisableToken { id: id.clone() }).await,
        Err(Error::NotAllowed { .. })
    ));
    assert!(client.send(&FetchToken { id }).await.is_ok());
    console.set_role(Role::Deploy);
    assert!(matches!(
        client.send(&PaginateTokens::default()).await,
        Err(Error::NotAllowed { .. })
    ));
    assert!(client.send(&seventeen()[0]).await.is_ok());
}

#[tokio::test]
async fn a_create_whose_answer_is_lost_is_made_once_and_said_to_be_unknown() {
    let (console, client) = console(0).await;
    console.set_faults([Fault::new(FaultKind::ResetAfter).at("canarytoken/create").times(1)]);
    let error = client.send(&seventeen()[0]).await.unwrap_err();
    assert_eq!(
        (error.outcome(), console.ledger().count("canarytoken/create")),
        (Outcome::Unknown, 1)
    );
}

#[tokio::test]
async fn changes_survive_lost_requests_and_lost_answers() {
    let (console, client) = console(40).await;
    let ids = console.token_ids();
    for kind in [
        FaultKind::ResetAfter,
        FaultKind::ResetBefore,
        FaultKind::BadGateway,
        FaultKind::Truncated,
    ] {
        for id in &ids[..10] {
            console.set_faults([Fault::new(kind.clone()).times(2)]);
            client.send(&DisableToken { id: id.clone() }).await.unwrap();
            console.set_faults([Fault::new(kind.clone()).times(2)]);
            client.send(&EnableToken { id: id.clone() }).await.unwrap();
        }
    }
    for id in &ids[10..20] {
        console.set_faults([Fault::new(FaultKind::ResetAfter).times(2)]);
        client
            .send(&DeleteToken {
                id: id.clone(),
                clear_incidents: false,
            })
            .await
            .unwrap();
    }
    assert_eq!(console.ledger().deleted(), ids[10..20]);
    assert!(ids[..10].iter().all(|id| console.is_enabled(id) == Some(true)));
}

#[tokio::test]
async fn no_more_than_eight_requests_are_under_way() {
    let settings = Settings {
        tokens: 40,
        latency: Duration::from_millis(20),
        ..Settings::default()
    };
    let console = Console::start(settings).await.unwrap();
    let client = client(&console);
    let all = console.token_ids().into_iter().map(|id| {
        let client = client.clone();
        async move { client.send(&FetchToken { id }).await }
    });
    assert!(join_all(all).await.iter().all(Result::is_ok));
    assert!(
        (2..=8).contains(&console.ledger().most_at_once),
        "{}",
        console.ledger().most_at_once
    );
}

#[tokio::test]
async fn a_truncated_download_is_a_failure() {
    let (console, client) = console(0).await;
    let request = seventeen()
        .into_iter()
        .find(|request| request.kind == "doc-msword")
        .unwrap();
    let token = client.send(&request).await.unwrap();
    console.set_faults([Fault::new(FaultKind::Truncated).at("canarytoken/download")]);
    assert!(matches!(saved(&client, &token).await, Err(Error::ConnectionLost)));
}

#[tokio::test]
async fn every_fault_ends_in_a_typed_error_in_time() {
    let (console, client) = console(30).await;
    let kinds = [
        FaultKind::ResetBefore,
        FaultKind::ResetAfter,
        FaultKind::Truncated,
        FaultKind::BadGateway,
        FaultKind::Empty,
    ];
    let outcomes: Vec<_> = stream::iter(kinds)
        .then(|kind| {
            console.set_faults([Fault::new(kind)]);
            client.send(&ListFlocks)
        })
        .collect()
        .await;
    assert!(outcomes.iter().all(Result::is_err), "{outcomes:?}");
    console.set_faults([Fault::new(FaultKind::RepeatingCursor).at("canarytokens/paginate")]);
    let list: Result<Vec<_>, Error> = pages(
        &client,
        PaginateTokens {
            limit: 10,
            ..PaginateTokens::default()
        },
    )
    .try_collect()
    .await;
    assert!(matches!(list, Err(Error::ListRepeats)));
}

#[tokio::test]
async fn a_redirect_is_changed_and_taken_away() {
    let (_console, client) = console(0).await;
    let request = |wanted: &str| seventeen().into_iter().find(|request| request.kind == wanted).unwrap();
    let fast = client.send(&request("fast-redirect")).await.unwrap();
    let update = UpdateRedirect {
        id: fast.id.clone(),
        redirect_url: "https://elsewhere.example.org/".into(),
    };
    let changed = client.send(&update).await.unwrap();
    assert_eq!(
        changed.field("browser_redirect_url").as_deref(),
        Some("https://elsewhere.example.org/")
    );
    let code = client.send(&request("qr-code")).await.unwrap();
    let update = UpdateRedirect {
        id: code.id.clone(),
        redirect_url: "https://menu.example.org/".into(),
    };
    client.send(&update).await.unwrap();
    let bare = client.send(&RemoveRedirect { id: code.id }).await.unwrap();
    assert_eq!(bare.field("browser_redirect_url"), None);
}

#[tokio::test]
async fn flocks_have_figures_and_canarytokens_move_between_them() {
    let (console, client) = console(40).await;
    let before = client.send(&SummarizeFlocks).await.unwrap();
    assert_eq!(before.values().map(|flock| flock.total).sum::<u64>(), 40);
    let page = client
        .send(&PaginateTokens {
            limit: 10,
            ..PaginateTokens::default()
        })
        .await
        .unwrap();
    let token = page.tokens.into_iter().find(|token| token.node_id.is_some()).unwrap();
    let other = before.keys().find(|id| **id != token.flock_id).unwrap().clone();
    let node_id = token.node_id.clone().unwrap();
    client
        .send(&MoveToFlock {
            node_id,
            flock_id: other.clone(),
            clear_incidents: false,
        })
        .await
        .unwrap();
    assert_eq!(client.send(&FetchToken { id: token.id }).await.unwrap().flock_id, other);
    let after = client.send(&SummarizeFlocks).await.unwrap();
    assert_eq!(after[&other].total, before[&other].total + 1);
    assert_eq!(console.ledger().count("flock/move"), 1);
}

#[tokio::test]
async fn factories_are_made_listed_and_deleted() {
    let (_console, client) = console(0).await;
    assert!(!client.send(&ListFactoryKinds).await.unwrap().is_empty());
    let make = CreateFactory {
        flock_id: "flock:default".into(),
        memo: "Laptops of the library".into(),
    };
    let made = client.send(&make).await.unwrap();
    assert!(made.url.is_some());
    let listed = client.send(&ListFactories).await.unwrap();
    assert_eq!(
        listed.iter().map(|factory| factory.memo.as_str()).collect::<Vec<_>>(),
        ["Laptops of the library"]
    );
    client
        .send(&DeleteFactory {
            auth: made.auth.clone(),
        })
        .await
        .unwrap();
    assert!(client.send(&ListFactories).await.unwrap().is_empty());
    assert!(client.send(&DeleteFactory { auth: made.auth }).await.is_err());
}
