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
    const RUNS: &str =
        "This would run something in the visitor’s browser. Use the address of a page, with https:// in front.";
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
        ("javascript:alert(1)", RUNS),
        ("Java\tScript: alert(1)", RUNS),
        ("vbscript:x", RUNS),
        ("data:text/html,x", RUNS),
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
fn a_duration_in_words_is_answered_with_how_to_write_it() {
    for (typed, short) in [
        ("6 months", "6mo"),
        ("1 Year", "1y"),
        ("12 hrs.", "12h"),
        ("3 mo", "3mo"),
        ("30days", "30d"),
    ] {
        let sentence = check(&field(FieldKind::Duration), typed).unwrap_err();
        assert_eq!(sentence, format!("Write it in short, as {short}"), "{typed}");
        assert_eq!(check(&field(FieldKind::Duration), short).unwrap(), short);
    }
    for typed in ["six months", "6 fortnights", "0 months", "months", "99999 days", "6mo."] {
        let sentence = check(&field(FieldKind::Duration), typed).unwrap_err();
        assert!(sentence == "no" || sentence.ends_with("6mo"), "{typed}: {sentence}");
    }
}

#[test]
fn names_are_parted_as_people_part_them_and_each_counts_once() {
    let names = field(FieldKind::Names);
    assert_eq!(
        check(&names, " svc-backup,, old.admin ;SVC-Backup\r\nanna.b\t, ").unwrap(),
        "svc-backup,old.admin,anna.b"
    );
    assert_eq!(check(&names, " , ;\n").unwrap_err(), "no");
    assert!(check(&names, "a\0b").unwrap_err().contains("cannot be seen"));
    assert!(check(&names, &"name,".repeat(9_000)).is_ok(), "they are all the same");
    let many: Vec<String> = (0..3_000).map(|at| format!("account{at}")).collect();
    assert!(check(&names, &many.join(",")).unwrap_err().contains("Divide them"));
}

#[test]
fn what_is_unusual_about_names_is_said_and_does_not_stop_them() {
    let names = field(FieldKind::Names);
    let told = |typed: &str| advice(&names, typed, &check(&names, typed).unwrap());
    assert_eq!(told("svc-backup, old.admin"), None);
    assert_eq!(
        told("a, b, A").unwrap(),
        "“A” stands there more than once. It counts once."
    );
    assert!(told("svc backup").unwrap().contains("put a comma between them"));
    let two_hundred: Vec<String> = (0..200).map(|at| format!("account{at}")).collect();
    let sentence = told(&two_hundred.join(", ")).unwrap();
    assert!(
        sentence.starts_with("These are 200 names.") && sentence.contains("real person"),
        "{sentence}"
    );
}

#[test]
fn a_suggestion_is_no_must_and_its_words_will_do() {
    let mut icon = field(FieldKind::Text);
    icon.options.push(crate::app::catalogue::Choice {
        value: "boa".into(),
        label: "Bank of America".into(),
    });
    assert_eq!(check(&icon, "bank of america").unwrap(), "boa");
    assert_eq!(check(&icon, "newbank").unwrap(), "newbank");
    assert_eq!(advice(&icon, "Boa", "boa"), None);
    assert!(advice(&icon, "newbank", "newbank").unwrap().contains("may refuse it"));
}

#[test]
fn what_only_the_free_server_demands_is_advice() {
    let mut program = field(FieldKind::Text);
    program.ends_with = Some(".exe".into());
    program.max_chars = Some(12);
    let told = |typed| advice(&program, typed, typed);
    assert_eq!(told("whoami.EXE"), None);
    assert!(told("whoami").unwrap().contains(".exe"));
    assert!(told("whoamiwhoami.exe").unwrap().contains("12"));
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
