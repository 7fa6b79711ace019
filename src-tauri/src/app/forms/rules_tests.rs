#![allow(clippy::unwrap_used, clippy::expect_used)]
use proptest::prelude::*;

use super::*;

fn field(kind: FieldKind) -> Field {
    Field {
        name: "f".into(),
        kind,
        invalid: Some("no".into()),
        ..Field::default()
    }
}

fn all(kind: FieldKind, right: &[&str], wrong: &[&str]) {
    for typed in right {
        assert!(check(&field(kind), typed).is_ok(), "{kind:?} {typed}");
    }
    for typed in wrong {
        assert!(check(&field(kind), typed).is_err(), "{kind:?} {typed}");
    }
}

#[test]
fn a_domain_has_two_labels_and_nothing_around_it() {
    all(
        FieldKind::Domain,
        &[
            "example.com",
            "www.Example.co.uk",
            "a-b.example",
            "xn--bcher-kva.example",
            "_x.example.com",
            "example.com.",
        ],
        &[
            "localhost",
            "10.0.0.1",
            "a..b",
            "-a.example",
            "example.123",
            "a.b_/c",
            "[::1]",
            "",
            ".",
            "http://",
            "a,b.example",
        ],
    );
    assert_eq!(
        check(&field(FieldKind::Domain), "bücher.example").unwrap(),
        "xn--bcher-kva.example"
    );
    assert_eq!(
        check(&field(FieldKind::Domain), "WWW.Example.com").unwrap(),
        "www.example.com"
    );
}

#[test]
fn a_domain_with_something_around_it_is_answered_with_the_right_one() {
    let cases = [
        (
            "https://www.example.com/login?a=b",
            "Write only the name: www.example.com",
        ),
        ("www.example.com/login", "Write only the name: www.example.com"),
        ("www.example.com:8443", "Write only the name: www.example.com"),
        (
            "pictures. example.com",
            "There is a space in this address. Write it as pictures.example.com",
        ),
        ("our site", "There is a space in this address. Leave it out."),
        ("oursite", "no"),
    ];
    for (typed, sentence) in cases {
        assert_eq!(
            check(&field(FieldKind::Domain), typed).unwrap_err(),
            sentence,
            "{typed}"
        );
    }
}

#[test]
fn a_web_address_is_whole_and_of_the_web() {
    all(
        FieldKind::Url,
        &[
            "https://example.com",
            "HTTP://example.com/a?b=c#d",
            "https://10.0.0.1/x",
            "https://bücher.example/ü",
        ],
        &[
            "ftp://example.com",
            "javascript:alert(1)",
            "https:example.com",
            "https://",
            "/a",
            "https://a b.example",
            "example",
        ],
    );
    let cases = [
        (
            "www.example.com/a",
            "The start is missing. Write it as https://www.example.com/a",
        ),
        (
            "https://me:pw@example.com",
            "Leave out the name and password before the @ sign.",
        ),
        (
            "https://example.com/a b",
            "There is a space in this address. Write it as https://example.com/ab",
        ),
        ("mailto:a@example.com", "no"),
    ];
    for (typed, sentence) in cases {
        assert_eq!(check(&field(FieldKind::Url), typed).unwrap_err(), sentence, "{typed}");
    }
}

#[test]
fn mail_buckets_regions_and_durations_have_their_rules() {
    all(
        FieldKind::Email,
        &["office@example.com", "a.b+c@mail.example.co.uk"],
        &[
            "office",
            "@example.com",
            "a@b",
            "a@example.com,b@example.com",
            "a b@example.com",
            "A <a@example.com>",
        ],
    );
    all(
        FieldKind::Bucket,
        &["abc", "finance-archive.old-2", "0abc9"],
        &[
            "ab",
            "Finance",
            "a_b",
            "-abc",
            "abc.",
            "a..b",
            "192.168.0.1",
            &"a".repeat(64),
        ],
    );
    all(
        FieldKind::Region,
        &["eu-west-1", "us-gov-east-1", "eusc-de-east-1", "ap-southeast-12"],
        &[
            "eu-west",
            "Ireland",
            "eu-west-0",
            "EU-WEST-1",
            "eu--west-1",
            "eu-west-1a",
            "1",
        ],
    );
    all(
        FieldKind::Duration,
        &["6mo", "12h", "1y", "2w", "30d"],
        &["6", "mo", "0d", "6 mo", "1.5y", "6months", "99999d", "-1d"],
    );
    all(FieldKind::Switch, &["true", "false"], &["on", "TRUE", "1"]);
    all(FieldKind::Secret, &["AKIA123/+="], &["AKIA 123", "a\u{7}b"]);
    all(FieldKind::Text, &["Grüße, Welt"], &["a\nb", "a\0", &"x".repeat(2001)]);
}

#[test]
fn a_select_takes_what_it_offers() {
    let mut select = field(FieldKind::Select);
    select.options.push(crate::app::catalogue::Choice {
        value: "a".into(),
        label: "A".into(),
    });
    assert!(check(&select, "a").is_ok() && check(&select, "b").is_err());
}

#[test]
fn what_only_the_free_server_demands_is_advice() {
    let mut program = field(FieldKind::Text);
    program.ends_with = Some(".exe".into());
    program.max_chars = Some(12);
    assert_eq!(advice(&program, "whoami.EXE"), None);
    assert!(advice(&program, "whoami").unwrap().contains(".exe"));
    assert!(advice(&program, "whoamiwhoami.exe").unwrap().contains("12"));
}

proptest! {
    #[test]
    fn no_rule_breaks_on_anything_that_can_be_typed(typed in "\\PC{1,80}") {
        let kinds = [FieldKind::Domain, FieldKind::Url, FieldKind::Email, FieldKind::Bucket, FieldKind::Region, FieldKind::Duration];
        for kind in kinds {
            if let Ok(value) = check(&field(kind), typed.trim()) {
                prop_assert!(check(&field(kind), &value).is_ok(), "{kind:?} {value}");
            }
        }
    }

    #[test]
    fn a_suggested_domain_is_right_itself(host in "[a-z]{1,9}\\.[a-z]{2,9}", path in "[a-z/?=]{0,20}") {
        let message = check(&field(FieldKind::Domain), &format!("https://{host}/{path}")).unwrap_err();
        prop_assert_eq!(message, format!("Write only the name: {host}"));
    }
}
