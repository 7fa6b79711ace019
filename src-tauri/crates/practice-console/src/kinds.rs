//! The kinds this Console knows: read from the project's `kinds/*.toml`, of which it uses the names, the fields' rules and `[practice]`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::Deserialize;

/// The files, as `(file name, text)`, listed when this crate is built.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/kinds.rs"));

/// One kind.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Kind {
    pub kind: String,
    pub console_name: String,
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
    #[serde(default)]
    pub artifact: Option<Artifact>,
    #[serde(default)]
    pub practice: Practice,
    /// Set where the kind is made on the Console's own pages only: listed, but not created over the API.
    #[serde(default)]
    pub elsewhere: Option<String>,
}

/// A parameter of `canarytoken/create` and its rule.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Field {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub local: bool,
    #[serde(default)]
    pub when: Option<When>,
    #[serde(default)]
    pub mime: Vec<String>,
    #[serde(default)]
    pub options: Vec<Choice>,
}

/// One value of a select.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Choice {
    pub value: String,
}

/// A field that counts only when another one has a value (or one of several, apart by `|`).
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct When {
    pub field: String,
    pub equals: String,
}

/// What a download of this kind is called.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Artifact {
    pub extension: String,
}

/// What the practice Console makes of the kind.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Practice {
    /// The sort of file a download gives; `none` for no file.
    #[serde(default = "no_artifact")]
    pub artifact: String,
    /// Token fields beyond those every token has.
    #[serde(default)]
    pub answers: Vec<String>,
    /// False: not in the list of kinds, and cannot be created.
    #[serde(default = "offered")]
    pub offered: bool,
}

impl Default for Practice {
    fn default() -> Self {
        Self {
            artifact: no_artifact(),
            answers: Vec::new(),
            offered: true,
        }
    }
}

fn no_artifact() -> String {
    "none".to_owned()
}

fn offered() -> bool {
    true
}

/// All kinds, by their ids.
#[derive(Clone, Debug)]
pub(crate) struct Kinds {
    known: BTreeMap<String, Kind>,
    only: Option<Vec<String>>,
}

impl Kinds {
    /// The built-in kinds, and those of the folder `more`, which go before built-in ones of the same name; with `only`, just those are offered.
    pub fn load(only: Option<Vec<String>>, more: Option<&Path>) -> io::Result<Self> {
        let built_in = FILES.iter().filter_map(|(_, text)| toml::from_str::<Kind>(text).ok());
        let lying_there = more.map(lying_in).transpose()?.unwrap_or_default();
        let known = built_in
            .chain(lying_there)
            .map(|kind| (kind.kind.clone(), kind))
            .collect();
        Ok(Self { known, only })
    }

    /// A kind, offered or not.
    pub fn get(&self, kind: &str) -> Option<&Kind> {
        self.known.get(kind)
    }

    /// The kinds that can be created, in the order of their ids.
    pub fn offered(&self) -> impl Iterator<Item = &Kind> {
        let listed = |kind: &&Kind| self.only.as_ref().is_none_or(|only| only.contains(&kind.kind));
        self.known.values().filter(|kind| kind.practice.offered).filter(listed)
    }

    /// A kind that can be created.
    pub fn creatable(&self, kind: &str) -> Option<&Kind> {
        self.offered()
            .find(|offered| offered.kind == kind && offered.elsewhere.is_none())
    }
}

/// The kinds that files of a folder describe.
fn lying_in(folder: &Path) -> io::Result<Vec<Kind>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let read = |path: &PathBuf| {
        let kind = toml::from_str::<Kind>(&fs::read_to_string(path)?);
        kind.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, format!("{}: {error}", path.display())))
    };
    paths.iter().map(read).collect()
}

/// Names of the kinds' files that cannot be read, with the reason. Empty unless somebody broke one.
pub fn broken_kinds() -> Vec<String> {
    let broken = |(name, text): &(&str, &str)| match toml::from_str::<Kind>(text) {
        Ok(kind) if kind.kind == *name => None,
        Ok(kind) => Some(format!("{name}: says it is {}", kind.kind)),
        Err(error) => Some(format!("{name}: {error}")),
    };
    FILES.iter().filter_map(broken).collect()
}
