//! The words of a kind in another language, from the table of that language in the kind's file.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::definition::{Audience, Field, Kind};

/// The words of one kind in one language. What it leaves out stays English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// Our plain name.
    pub name: String,
    /// The line on its card.
    pub what: String,
    /// What raises an alert.
    pub triggers: String,
    /// More words that the search finds, beside the English ones.
    #[serde(default)]
    pub search: Vec<String>,
    /// Why it is made on the Console itself.
    #[serde(default)]
    pub elsewhere: Option<String>,
    /// Words on its file.
    #[serde(default)]
    pub artifact: Option<ArtifactWords>,
    /// Words of its fields, by their names.
    #[serde(default)]
    pub field: BTreeMap<String, FieldWords>,
    /// Labels of what can be copied, by where it is from.
    #[serde(default)]
    pub copy: BTreeMap<String, String>,
    /// How to place and test it.
    pub advice: AdviceWords,
}

/// Words on the file of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArtifactWords {
    /// What people call such a file.
    pub label: String,
    /// Believable names.
    pub names: Vec<String>,
}

/// Words of one field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FieldWords {
    /// What stands above it.
    pub label: Option<String>,
    /// The line below it.
    pub hint: Option<String>,
    /// An example inside it.
    pub placeholder: Option<String>,
    /// When it was left out.
    pub missing: Option<String>,
    /// The warning when it was left out.
    pub advised: Option<String>,
    /// When its rule is broken.
    pub invalid: Option<String>,
    /// Labels of its options, by their values.
    pub options: BTreeMap<String, String>,
}

/// Advice; the steps of each audience under its name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct AdviceWords {
    pub place: Vec<String>,
    pub test: Vec<String>,
    pub notes: Vec<String>,
    pub windows: Vec<String>,
    pub macos: Vec<String>,
    pub linux: Vec<String>,
    pub administrator: Vec<String>,
}

impl AdviceWords {
    fn steps(&self, audience: Audience) -> &Vec<String> {
        match audience {
            Audience::Windows => &self.windows,
            Audience::MacOs => &self.macos,
            Audience::Linux => &self.linux,
            Audience::Administrator => &self.administrator,
        }
    }
}

impl Kind {
    /// This kind with the words of `translation` in place of its own.
    pub(super) fn in_words_of(&self, translation: &Translation) -> Kind {
        let mut kind = self.clone();
        kind.name.clone_from(&translation.name);
        kind.what.clone_from(&translation.what);
        kind.triggers.clone_from(&translation.triggers);
        kind.search.extend(translation.search.iter().cloned());
        put(&mut kind.elsewhere, translation.elsewhere.as_ref());
        if let (Some(artifact), Some(words)) = (&mut kind.artifact, &translation.artifact) {
            artifact.label.clone_from(&words.label);
            artifact.names.clone_from(&words.names);
        }
        for field in &mut kind.fields {
            if let Some(words) = translation.field.get(&field.name) {
                field.say(words);
            }
        }
        for copy in &mut kind.copies {
            if let Some(label) = translation.copy.get(&copy.from) {
                copy.label.clone_from(label);
            }
        }
        let advice = &translation.advice;
        put_all(&mut kind.advice.place, &advice.place);
        put_all(&mut kind.advice.test, &advice.test);
        put_all(&mut kind.advice.notes, &advice.notes);
        for place in &mut kind.advice.places {
            put_all(&mut place.steps, advice.steps(place.system));
        }
        kind
    }
}

impl Field {
    fn say(&mut self, words: &FieldWords) {
        if let Some(label) = &words.label {
            self.label.clone_from(label);
        }
        put(&mut self.hint, words.hint.as_ref());
        put(&mut self.placeholder, words.placeholder.as_ref());
        put(&mut self.missing, words.missing.as_ref());
        put(&mut self.advised, words.advised.as_ref());
        put(&mut self.invalid, words.invalid.as_ref());
        for choice in &mut self.options {
            if let Some(label) = words.options.get(&choice.value) {
                choice.label.clone_from(label);
            }
        }
    }
}

fn put(place: &mut Option<String>, words: Option<&String>) {
    if let Some(words) = words {
        *place = Some(words.clone());
    }
}

fn put_all(place: &mut Vec<String>, words: &[String]) {
    if !words.is_empty() {
        *place = words.to_vec();
    }
}
