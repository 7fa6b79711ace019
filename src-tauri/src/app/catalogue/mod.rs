//! The catalogue of kinds: what Nestbox knows of each, read from `src-tauri/kinds/`, one file a kind. What a Console offers
//! is the Console's word alone, and kinds that nobody here knows are tolerated everywhere.

mod definition;
mod groups;
mod offer;
mod regions;
mod translation;
mod values;

use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::words::{Language, language, said_in, say};

pub use definition::{
    Advice, Artifact, Audience, Choice, Copy, Field, FieldKind, Group, Kind, Magic, Place, Practice, When,
};
pub use groups::{GroupText, groups};
pub use offer::{Card, SEED_KINDS, groups_of};
pub use translation::{AdviceWords, ArtifactWords, FieldWords, Translation};
pub use values::{CopyValue, Fact};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src-tauri/kinds");

/// The parameter that asks a Console for the one it has.
pub const SKIP_IF_EXISTS: &str = "skip_create_if_exists";
/// The parameter for the web address that a Canarytoken uses.
const CUSTOM_DOMAIN: &str = "custom_domain";
/// The icon of kinds without one of their own.
const OTHER_ICON: &str = "kind-other";

/// Why a file of a kind cannot be used. Only tests meet it: the files are built into the program.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// Not TOML, or not as [`Kind`] wants it.
    #[error("{file}: {source}")]
    Odd {
        /// The file's name.
        file: String,
        /// What was wrong with it.
        source: Box<toml::de::Error>,
    },
    /// The kind inside is not the file's name.
    #[error("{file} describes the kind {kind}")]
    Misnamed {
        /// The file's name.
        file: String,
        /// What it says it is.
        kind: String,
    },
}

/// All kinds that Nestbox knows.
#[derive(Debug, Clone)]
pub struct Catalogue {
    english: BTreeMap<String, Kind>,
    german: BTreeMap<String, Kind>,
}

impl Catalogue {
    /// The catalogue built into the program. A file that cannot be read is left out and logged; a test sees to it that there is none.
    pub fn load() -> Catalogue {
        Catalogue::of(embedded())
    }

    /// The same, and the files of a folder: for whoever describes a new kind and wants to see it.
    pub fn with_folder(folder: &Path) -> Catalogue {
        Catalogue::of(embedded().chain(lying_in(folder)))
    }

    fn of(files: impl Iterator<Item = Result<Kind, CatalogueError>>) -> Catalogue {
        let (mut english, mut german) = (BTreeMap::new(), BTreeMap::new());
        for parsed in files {
            match parsed {
                Ok(kind) => {
                    english.insert(kind.kind.clone(), shown_in(Language::En, &kind));
                    german.insert(kind.kind.clone(), shown_in(Language::De, &kind));
                }
                Err(error) => tracing::error!(%error, "a kind cannot be read"),
            }
        }
        Catalogue { english, german }
    }

    /// What we know of a kind, by the Console's id for it.
    pub fn kind(&self, kind: &str) -> Option<&Kind> {
        self.spoken().get(kind)
    }

    /// All kinds, by id.
    pub fn kinds(&self) -> impl Iterator<Item = &Kind> {
        self.spoken().values()
    }

    /// All kinds in each language: what people wrote or saved may be in another one than is spoken now.
    pub fn kinds_in_every_language(&self) -> impl Iterator<Item = &Kind> {
        self.english.values().chain(self.german.values())
    }

    /// The kinds in the words of the language that is spoken.
    fn spoken(&self) -> &BTreeMap<String, Kind> {
        match language() {
            Language::En => &self.english,
            Language::De => &self.german,
        }
    }

    /// Do we know this kind?
    pub fn knows(&self, kind: &str) -> bool {
        self.english.contains_key(kind)
    }

    /// Our plain name; for a kind nobody here knows, its id made readable: `new-thing` becomes "New thing".
    pub fn name(&self, kind: &str) -> String {
        self.kind(kind)
            .map_or_else(|| readable(kind), |known| known.name.clone())
    }

    /// The Console's own name, likewise.
    pub fn console_name(&self, kind: &str) -> String {
        self.kind(kind)
            .map_or_else(|| readable(kind), |known| known.console_name.clone())
    }

    /// The name of its icon: `kind-doc-msword`, or `kind-other`.
    pub fn icon(&self, kind: &str) -> String {
        self.kind(kind).map_or_else(
            || OTHER_ICON.to_owned(),
            |known| known.icon.clone().unwrap_or_else(|| format!("kind-{kind}")),
        )
    }

    /// What raises an alert, as a sentence without full stop.
    pub fn triggers(&self, kind: &str) -> String {
        self.kind(kind).map_or_else(
            || say!("Using it raises an alert").to_owned(),
            |known| known.triggers.clone(),
        )
    }

    /// Everything a search for the kind may hit, in small letters and every language: id, both names, more words.
    pub fn search_words(&self, kind: &str) -> String {
        let mut words = kind.to_lowercase();
        for known in [&self.english, &self.german]
            .into_iter()
            .filter_map(|kinds| kinds.get(kind))
        {
            let more = [&known.name, &known.console_name].into_iter().chain(&known.search);
            for word in more {
                words.push('\n');
                words.push_str(&word.to_lowercase());
            }
        }
        words
    }

    /// The file that the Console makes of this kind.
    pub fn artifact(&self, kind: &str) -> Option<&Artifact> {
        self.kind(kind)?.artifact.as_ref()
    }

    /// How to place and test it; general advice for a kind nobody here knows.
    pub fn advice(&self, kind: &str) -> Advice {
        self.kind(kind)
            .map_or_else(general_advice, |known| known.advice.clone())
    }
}

/// A kind as its file tells of it, made whole in a language: its own words, and what many kinds share. One without a table of German
/// words, or what that leaves out, stays English.
fn shown_in(language: Language, file: &Kind) -> Kind {
    let mut kind = match (language, &file.de) {
        (Language::De, Some(translation)) => file.in_words_of(translation),
        _ => file.clone(),
    };
    for field in &mut kind.fields {
        if field.kind == FieldKind::Region && field.options.is_empty() {
            field.options = regions::choices(language);
        }
    }
    if kind.skip_if_exists {
        kind.fields.push(skip_if_exists(language));
    }
    if kind.elsewhere.is_none() {
        kind.fields.push(custom_domain(language));
    }
    kind
}

/// Every embedded file, parsed.
fn embedded() -> impl Iterator<Item = Result<Kind, CatalogueError>> {
    FILES
        .files()
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "toml"))
        .map(|file| {
            let name = file.path().display().to_string();
            parse(&name, file.contents_utf8().unwrap_or_default())
        })
}

/// Every `.toml` file of a folder, parsed; none where there is no such folder.
fn lying_in(folder: &Path) -> Vec<Result<Kind, CatalogueError>> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    let toml = files.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    toml.map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        parse(&name, &std::fs::read_to_string(&path).unwrap_or_default())
    })
    .collect()
}

/// One file: `file` is its name, for the error and because it must be the kind's.
fn parse(file: &str, text: &str) -> Result<Kind, CatalogueError> {
    let kind: Kind = toml::from_str(text).map_err(|source| CatalogueError::Odd {
        file: file.to_owned(),
        source: Box::new(source),
    })?;
    if file.strip_suffix(".toml") != Some(kind.kind.as_str()) {
        return Err(CatalogueError::Misnamed {
            file: file.to_owned(),
            kind: kind.kind,
        });
    }
    Ok(kind)
}

/// The optional parameter `skip_create_if_exists` of some kinds. A Console makes none then, and answers with the one it has.
fn skip_if_exists(language: Language) -> Field {
    let hint = said_in(
        language,
        "If your Console has one of this kind with the same reminder, you get that one, and no second is made.",
    );
    Field {
        name: SKIP_IF_EXISTS.to_owned(),
        label: said_in(language, "If there is one already, use that").to_owned(),
        kind: FieldKind::Switch,
        hint: Some(hint.to_owned()),
        ..Field::default()
    }
}

/// The optional parameter `custom_domain` that every kind may have.
fn custom_domain(language: Language) -> Field {
    let hint = said_in(
        language,
        "Only if your Console has an address of its own for Canarytokens. Leave it empty to use the usual one.",
    );
    let invalid = said_in(
        language,
        "Write only the name that is linked to your Console, such as files.example.com",
    );
    Field {
        name: CUSTOM_DOMAIN.to_owned(),
        label: said_in(language, "Web address").to_owned(),
        kind: FieldKind::Domain,
        hint: Some(hint.to_owned()),
        placeholder: Some("files.example.com".to_owned()),
        invalid: Some(invalid.to_owned()),
        ..Field::default()
    }
}

fn general_advice() -> Advice {
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    Advice {
        place: lines(&[
            say!("Put it where nobody has a reason to touch it."),
            say!("Your Console explains how this kind works."),
        ]),
        places: Vec::new(),
        test: lines(&[say!(
            "If it is safe, touch it once yourself and look for the alert on your Console."
        )]),
        notes: Vec::new(),
    }
}

/// `new-thing` as "New thing"; nothing as "Unknown kind".
fn readable(kind: &str) -> String {
    let words = kind.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => say!("Unknown kind").to_owned(),
    }
}

#[cfg(test)]
mod tests;
