#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::{collections::BTreeSet, path::Path};

use super::*;

/// Each kind in these languages.
fn all_in(languages: &[Language]) -> Vec<Kind> {
    let files = embedded().map(|parsed| parsed.unwrap());
    files
        .flat_map(|file| languages.iter().map(move |language| shown_in(*language, &file)))
        .collect()
}

fn all() -> Vec<Kind> {
    all_in(&[Language::En])
}

fn console(kinds: &[(&str, &str)]) -> BTreeMap<String, String> {
    kinds
        .iter()
        .map(|(kind, name)| ((*kind).to_owned(), (*name).to_owned()))
        .collect()
}

#[test]
fn every_file_parses_and_is_named_after_its_kind() {
    let files = FILES.files().count();
    assert_eq!(all().len(), files);
    assert_eq!(Catalogue::load().kinds().count(), files);
    for kind in SEED_KINDS {
        assert!(Catalogue::load().knows(kind), "{kind} has no file");
    }
}

#[test]
fn keys_that_mean_nothing_are_refused_at_every_level() {
    let http = FILES.get_file("http.toml").unwrap().contents_utf8().unwrap();
    parse("http.toml", http).unwrap();
    let odd = [
        format!("colour = 'red'\n{http}"),
        http.replace("[advice]", "[advice]\ncolour = 'red'"),
        http.replacen("[[field]]", "[[field]]\ncolour = 'red'", 1),
        http.replacen("[[copy]]", "[[copy]]\ncolour = 'red'", 1),
        http.replacen("[de]", "[de]\ncolour = 'red'", 1),
        http.replacen("[de.advice]", "[de.advice]\ncolour = 'red'", 1),
    ];
    for text in odd {
        assert!(
            matches!(parse("http.toml", &text), Err(CatalogueError::Odd { .. })),
            "{text}"
        );
    }
    assert!(matches!(parse("dns.toml", http), Err(CatalogueError::Misnamed { .. })));
}

/// Every text that people read, with the most characters it may have.
fn texts(kind: &Kind) -> Vec<(String, usize)> {
    let mut texts = vec![
        (kind.name.clone(), 30),
        (kind.console_name.clone(), 40),
        (kind.what.clone(), 44),
        (kind.triggers.clone(), 80),
    ];
    texts.extend(kind.elsewhere.clone().map(|text| (text, 90)));
    for field in &kind.fields {
        texts.push((field.label.clone(), 40));
        texts.extend(field.options.iter().map(|choice| (choice.label.clone(), 50)));
        let sentences = [&field.hint, &field.missing, &field.advised, &field.invalid];
        for text in sentences.into_iter().flatten() {
            texts.push((text.clone(), 130));
        }
    }
    texts.extend(kind.copies.iter().map(|copy| (copy.label.clone(), 40)));
    let advice = &kind.advice;
    texts.extend(sentences_of(advice).map(|text| (text.clone(), 140)));
    if let Some(artifact) = &kind.artifact {
        texts.push((artifact.label.clone(), 40));
        texts.extend(artifact.names.iter().map(|name| (name.clone(), 40)));
    }
    texts
}

/// Every sentence of advice.
fn sentences_of(advice: &Advice) -> impl Iterator<Item = &String> {
    let places = advice.places.iter().flat_map(|place| &place.steps);
    [&advice.place, &advice.test, &advice.notes]
        .into_iter()
        .flatten()
        .chain(places)
}

#[test]
fn every_text_is_short_plain_and_in_one_piece() {
    for kind in all_in(&[Language::De, Language::En]) {
        for (text, most) in texts(&kind) {
            let at = format!("{}: “{text}”", kind.kind);
            assert!(
                !text.is_empty() && text.trim() == text,
                "{at} is empty or has spaces around it"
            );
            assert!(text.chars().count() <= most, "{at} has more than {most} characters");
            assert!(
                !text.contains('!') && !text.contains('\n') && !text.contains("  ") && !text.contains('\''),
                "{at}"
            );
        }
        for sentence in sentences_of(&kind.advice) {
            assert!(
                sentence.ends_with(['.', '”', '“']),
                "{}: “{sentence}” is no sentence",
                kind.kind
            );
        }
        assert!(
            !kind.triggers.ends_with('.') && !kind.what.ends_with('.'),
            "{}: a line has no full stop",
            kind.kind
        );
    }
}

#[test]
fn every_kind_has_an_icon_and_advice() {
    let icons = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/icons");
    let catalogue = Catalogue::load();
    for kind in catalogue.kinds() {
        let icon = icons.join(format!("{}.svg", catalogue.icon(&kind.kind)));
        assert!(icon.is_file(), "{} is missing", icon.display());
        assert!(
            !kind.advice.place.is_empty() && !kind.advice.test.is_empty(),
            "{} has no advice",
            kind.kind
        );
    }
    assert!(icons.join("kind-other.svg").is_file());
}

#[test]
fn every_kind_says_what_an_administrator_does_and_all_systems_or_none_have_steps_of_their_own() {
    for kind in all() {
        let mut own: Vec<Audience> = kind.advice.places.iter().map(|place| place.system).collect();
        assert_eq!(own.pop(), Some(Audience::Administrator), "{} comes last", kind.kind);
        let systems = [Audience::Windows, Audience::MacOs, Audience::Linux];
        assert!(own.is_empty() || own == systems, "{}: {own:?}", kind.kind);
        assert!(
            kind.advice.places.iter().all(|place| !place.steps.is_empty()),
            "{}",
            kind.kind
        );
    }
}

#[test]
fn every_documented_value_can_be_chosen() {
    let catalogue = Catalogue::load();
    let values = |kind: &str, field: &str| {
        let fields = &catalogue.kind(kind).unwrap().fields;
        let field = fields.iter().find(|one| one.name == field).unwrap();
        field
            .options
            .iter()
            .map(|one| one.value.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        values("idp-app", "idp_app_type"),
        "aws azure bitwarden dropbox duo elasticsearch freshbooks gcloud gdrive github gitlab gmail intune jamf jira kibana \
         lastpass ms365 msteams onedrive onepassword outlook pagerduty sage salesforce sap slack virtru zendesk zoho zoom"
    );
    assert_eq!(
        values("mysql-dump", "industry"),
        "corporate consulting education financial industrial legal medical tech"
    );
    assert_eq!(
        values("pwa", "pwa_icon"),
        "absa amex applemail applewallet axis boa bunq capitec chase cred dashlane discord facebook fnb gmail googlepay \
         googlewallet hdfc icici instagram messenger monzo n26 nedbank nordpass oldmutual onepassword paypal paytm phonepe \
         protonpass rbc revolut sbi signal snapchat snapscan standard starling telegram tiktok twitter whatsapp zapper"
    );
}

#[test]
fn kinds_of_a_folder_stand_beside_those_built_in() {
    let folder = tempfile::tempdir().unwrap();
    let dns = FILES.get_file("dns.toml").unwrap().contents_utf8().unwrap();
    let door = dns.replace("kind = \"dns\"", "kind = \"door\"");
    std::fs::write(folder.path().join("door.toml"), &door).unwrap();
    std::fs::write(folder.path().join("window.toml"), &door).unwrap();
    std::fs::write(folder.path().join("notes.txt"), "not a kind").unwrap();
    let more = Catalogue::with_folder(folder.path());
    assert!(more.knows("door") && more.knows("http") && !more.knows("window"));
    assert!(!Catalogue::load().knows("door"));
    let nowhere = Catalogue::with_folder(&folder.path().join("nowhere"));
    assert_eq!(nowhere.kinds().count(), Catalogue::load().kinds().count());
}

#[test]
fn forms_hold_together() {
    for kind in all() {
        let mut names = BTreeSet::new();
        for field in &kind.fields {
            let at = format!("{}.{}", kind.kind, field.name);
            assert!(names.insert(field.name.clone()), "{at} stands there twice");
            assert!(
                !["memo", "kind", "flock_id", "flock", "auth_token"].contains(&field.name.as_str()),
                "{at}"
            );
            assert!(
                !field.required || field.local || field.missing.is_some(),
                "{at} has no sentence for being left out"
            );
            assert_eq!(
                field.kind == FieldKind::File,
                !field.accept.is_empty() && !field.mime.is_empty(),
                "{at}"
            );
            assert_eq!(field.kind == FieldKind::Secret, field.secret, "{at}");
            let choices = field.kind == FieldKind::Select || field.kind == FieldKind::Region;
            assert!(
                choices != field.options.is_empty() || field.kind == FieldKind::Text,
                "{at}"
            );
            assert!(field.advised.is_none() || !field.required, "{at} cannot be left out");
            assert!(
                field.default.is_none() || field.kind != FieldKind::Duration,
                "{at}: empty means for good"
            );
            if let (FieldKind::Select, Some(default)) = (field.kind, &field.default) {
                assert!(
                    field.options.iter().any(|choice| choice.value == *default),
                    "{at}: its default is no option"
                );
            }
            for other in field.when.iter().map(|when| &when.field).chain(&field.differs_from) {
                assert!(
                    names.contains(other),
                    "{at} looks at {other}, which does not come before it"
                );
            }
        }
    }
}

/// What of a kind is words, in the order of [`texts`], and the examples in its fields: to see whether a translation left one English.
fn sentences(kind: &Kind) -> Vec<String> {
    let mut all: Vec<String> = sentences_of(&kind.advice).cloned().collect();
    all.extend([kind.what.clone(), kind.triggers.clone()]);
    all.extend(kind.elsewhere.clone());
    for field in &kind.fields {
        let said = [&field.hint, &field.missing, &field.advised, &field.invalid];
        all.extend(said.into_iter().flatten().cloned());
    }
    all
}

#[test]
fn every_kind_is_complete_in_german() {
    for (kind, german) in all().into_iter().zip(all_in(&[Language::De])) {
        let words = kind
            .de
            .as_ref()
            .unwrap_or_else(|| panic!("{} has no German", kind.kind));
        let (ours, theirs) = (sentences(&kind), sentences(&german));
        assert_eq!(ours.len(), theirs.len(), "{}", kind.kind);
        let left: Vec<&String> = ours.iter().filter(|sentence| theirs.contains(sentence)).collect();
        assert!(left.is_empty(), "{} is still English: {left:#?}", kind.kind);
        for (name, field) in &words.field {
            let known = kind.fields.iter().find(|one| one.name == *name);
            let known = known.unwrap_or_else(|| panic!("{} has no field {name}", kind.kind));
            assert!(field.label.is_some(), "{}.{name} has no label", kind.kind);
            assert!(
                field.options.is_empty() || field.options.len() == known.options.len(),
                "{}.{name}",
                kind.kind
            );
        }
        let asked = kind
            .fields
            .iter()
            .filter(|field| field.name != SKIP_IF_EXISTS && field.name != CUSTOM_DOMAIN);
        assert_eq!(words.field.len(), asked.count(), "{}: words of each field", kind.kind);
        let from = |name: &String| kind.copies.iter().any(|copy| copy.from == *name);
        assert!(
            words.copy.len() == kind.copies.len() && words.copy.keys().all(from),
            "{}: what is copied",
            kind.kind
        );
        assert_eq!(
            words.artifact.is_some(),
            kind.artifact.is_some(),
            "{}: its file",
            kind.kind
        );
        assert!(!words.search.is_empty(), "{}: words of the search", kind.kind);
    }
}

#[test]
fn a_kind_without_german_stays_english_and_is_there_all_the_same() {
    let http = FILES.get_file("http.toml").unwrap().contents_utf8().unwrap();
    let english = parse("http.toml", http.split("\n[de]\n").next().unwrap()).unwrap();
    let shown = shown_in(Language::De, &english);
    assert_eq!((&shown.name, &shown.advice), (&english.name, &english.advice));
    assert!(
        shown.fields.iter().any(|field| field.label == "Webadresse"),
        "what no file names is German"
    );
    let catalogue = Catalogue::of(std::iter::once(Ok(english)));
    assert!(catalogue.knows("http") && catalogue.german.contains_key("http"));
}

#[test]
fn a_kind_is_found_by_its_words_in_each_language() {
    let words = Catalogue::load().search_words("doc-msword");
    assert!(
        words.contains("word document") && words.contains("word-dokument"),
        "{words}"
    );
}

#[test]
fn believable_names_survive_as_file_names() {
    for kind in all_in(&[Language::De, Language::En]) {
        let Some(artifact) = &kind.artifact else { continue };
        assert!(!artifact.names.is_empty(), "{} suggests no name", kind.kind);
        for name in &artifact.names {
            let expected = match artifact.extension.as_str() {
                "" => name.clone(),
                extension => format!("{name}.{extension}"),
            };
            assert_eq!(
                crate::app::artifact_name::locked(name, artifact),
                expected,
                "{}",
                kind.kind
            );
        }
    }
}

#[test]
fn before_the_console_has_spoken_the_documented_kinds_are_offered() {
    let cards = Catalogue::load().cards(None);
    let offered: BTreeSet<&str> = cards
        .iter()
        .filter(|card| card.offered)
        .map(|card| card.kind.as_str())
        .collect();
    assert_eq!(offered, SEED_KINDS.into_iter().collect());
    assert!(cards.iter().all(|card| card.offered == card.reason.is_none()));
}

#[test]
fn only_the_consoles_list_decides_what_is_offered() {
    let list = console(&[
        ("http", "Web Bug (new)"),
        ("sql", "SQL Server"),
        ("gmail", "Gmail"),
        ("toaster-oven", "Toaster"),
        ("mute", " "),
    ]);
    let catalogue = Catalogue::load();
    let cards = catalogue.cards(Some(&list));
    let card = |kind: &str| cards.iter().find(|card| card.kind == kind).unwrap();
    assert!(card("http").offered && card("sql").offered);
    assert_eq!(card("http").console_name, "Web Bug (new)");
    assert_eq!(card("svn").reason.as_deref(), Some("No longer offered by your Console"));
    assert_eq!(card("apeeper").reason.as_deref(), Some("Not offered by your Console"));
    assert!(
        card("gmail")
            .reason
            .as_deref()
            .unwrap()
            .contains("on the Console itself")
    );
    assert!(!catalogue.is_offered("gmail", Some(&list)) && catalogue.is_offered("toaster-oven", Some(&list)));
    let toaster = card("toaster-oven");
    assert!(toaster.general && toaster.offered && toaster.fields.is_empty() && toaster.name == "Toaster");
    assert_eq!(card("mute").name, "Mute");
    assert!(
        !cards.iter().any(|card| card.kind == "office365mail"),
        "it is neither made here nor on this Console"
    );
}

#[test]
fn cards_stand_in_the_order_of_their_groups() {
    let cards = Catalogue::load().cards(None);
    let groups: Vec<Group> = cards.iter().map(|card| card.group).collect();
    assert!(groups.is_sorted());
    assert_eq!(cards[0].kind, "doc-msword");
    let titles: Vec<&str> = groups_of(&cards).iter().map(|group| group.title).collect();
    assert_eq!(titles.first(), Some(&"Documents"));
    assert!(!titles.contains(&"More from your Console") && !titles.contains(&"Mail"));
}

#[test]
fn an_unknown_kind_is_tolerated_everywhere() {
    let catalogue = Catalogue::load();
    assert_eq!(catalogue.name("autoreg_thing-x"), "Autoreg thing x");
    assert_eq!(catalogue.name(""), "Unknown kind");
    assert_eq!(catalogue.icon("toaster"), "kind-other");
    assert_eq!(catalogue.icon("autoreg-google-docs"), "kind-google-docs");
    assert!(catalogue.artifact("toaster").is_none() && !catalogue.advice("toaster").place.is_empty());
    assert!(catalogue.search_words("doc-msword").contains("ms word document"));
}
