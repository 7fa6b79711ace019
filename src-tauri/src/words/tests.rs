#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::*;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.starts_with(root().join("words"))
        {
            found.push(path);
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/src")
}

/// Every sentence that the program says, as it stands in the sources, lines that go on joined.
fn said_somewhere() -> BTreeSet<String> {
    let (mut files, mut said) = (Vec::new(), BTreeSet::new());
    sources(&root(), &mut files);
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        let sayings = text.split("say!(").skip(1);
        for after in sayings
            .chain(text.split("said_in(\n        language,").skip(1))
            .chain(text.split("said_in(language,").skip(1))
        {
            let literal = after.trim_start().strip_prefix('"').unwrap();
            let mut sentence = String::new();
            let mut letters = literal.chars().peekable();
            while let Some(letter) = letters.next().filter(|letter| *letter != '"') {
                match (letter, letters.peek()) {
                    ('\\', Some('\n')) => while letters.next_if(|next| next.is_whitespace()).is_some() {},
                    ('\\', _) => sentence.push(match letters.next().unwrap() {
                        'n' => '\n',
                        other => other,
                    }),
                    _ => sentence.push(letter),
                }
            }
            said.insert(sentence);
        }
    }
    said
}

fn sentences() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    de::SENTENCES.into_iter().flatten()
}

fn gaps(sentence: &str) -> BTreeSet<&str> {
    sentence
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split('}').next())
        .collect()
}

#[test]
fn every_sentence_has_a_german_one_with_the_same_gaps_and_none_is_left_over() {
    let said = said_somewhere();
    assert!(said.len() > 150, "{}: where are they?", said.len());
    let known: BTreeSet<&str> = sentences().map(|(english, _)| *english).collect();
    assert_eq!(known.len(), sentences().count(), "one is there twice");
    let missing: Vec<&String> = said.iter().filter(|one| !known.contains(one.as_str())).collect();
    assert!(missing.is_empty(), "not in German: {missing:#?}");
    let left: Vec<&&str> = known.iter().filter(|one| !said.contains(**one)).collect();
    assert!(left.is_empty(), "said nowhere: {left:#?}");
    for (english, german) in sentences() {
        assert_eq!(gaps(english), gaps(german), "{english}");
        assert!(
            !german.contains('!') && !german.is_empty() && !german.contains("  "),
            "{german}"
        );
    }
}

#[test]
fn gaps_are_filled_by_their_names_and_a_value_is_never_read_as_a_gap() {
    let text = filled("{b} before {a}, {a}", &[("a", &"{b}"), ("b", &2)]);
    assert_eq!(text, "2 before {b}, {b}");
}

#[test]
fn a_locale_leads_to_a_language() {
    for german in ["de", "de_DE.UTF-8", "de-AT", "DE"] {
        assert_eq!(Language::of_locale(german), Language::De, "{german}");
    }
    for other in ["en-GB", "C", "", "den", "fr_FR", "POSIX"] {
        assert_eq!(Language::of_locale(other), Language::En, "{other}");
    }
}
