//! Kinds as they cross to the page; what is typed into their forms is in `forms`.

use serde::Serialize;
use ts_rs::TS;

pub use super::forms::{ChosenFile, FieldProblem, FormInput, Severity};
use crate::app::{catalogue, qr};

/// All kinds, in the groups of the page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Kinds {
    /// The groups in use, in order.
    pub groups: Vec<KindGroup>,
    /// The cards, in order of group and place.
    pub kinds: Vec<KindCard>,
}

/// A group of cards.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct KindGroup {
    /// Which one.
    #[ts(inline)]
    pub id: GroupId,
    /// Its heading.
    pub title: String,
    /// The line beside the heading.
    pub note: String,
}

/// Which group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum GroupId {
    Documents,
    Links,
    Keys,
    Cloud,
    Network,
    Mail,
    Retired,
    Other,
}

/// A kind that can be chosen, or the reason why not.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct KindCard {
    /// The Console's id for it.
    pub kind: String,
    /// Our plain name.
    pub name: String,
    /// The Console's own name.
    pub console_name: String,
    /// The card's line.
    pub what: String,
    /// What raises an alert.
    pub triggers: String,
    /// The id of its group.
    #[ts(inline)]
    pub group: GroupId,
    /// The name of its icon.
    pub icon: String,
    /// Is it a good first one?
    pub good_start: bool,
    /// Can one be made here and now?
    pub offered: bool,
    /// Why not.
    pub reason: Option<String>,
    /// More words that the search finds.
    pub search: Vec<String>,
    /// What the form asks beyond reminder and flock.
    pub fields: Vec<FieldSpec>,
    /// The file that the Console makes of it.
    pub artifact: Option<KindArtifact>,
    /// How to place and test it.
    pub advice: Advice,
    /// Does the Console offer it and Nestbox know nothing of it?
    pub general: bool,
    /// Is it made on the Console's own pages only?
    pub elsewhere: bool,
}

/// The file that a kind gives.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct KindArtifact {
    /// Its extension without dot; empty where the Console chooses it.
    pub extension: String,
    /// What people call such a file.
    pub label: String,
    /// Believable names without extension.
    pub names: Vec<String>,
}

/// One question of a form.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldSpec {
    /// Its name, as [`FormInput::fields`] has it.
    pub name: String,
    /// What stands above it.
    pub label: String,
    /// The line below it.
    pub hint: Option<String>,
    /// What may be typed.
    #[serde(rename = "type")]
    #[ts(inline)]
    pub kind: FieldType,
    /// Must it be filled in?
    pub required: bool,
    /// An example inside the empty field.
    pub placeholder: Option<String>,
    /// The value it starts with; `true` or `false` for a switch.
    pub default: Option<String>,
    /// What a select offers, or a text or a region suggests.
    pub options: Vec<FieldOption>,
    /// Extensions of a file, without dot.
    pub accept: Vec<String>,
    /// The largest file in bytes.
    pub max_bytes: Option<u64>,
    /// Shown only then.
    pub when: Option<FieldCondition>,
    /// Is its value a secret?
    pub secret: bool,
}

/// What may be typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum FieldType {
    Text,
    Names,
    Domain,
    Url,
    Email,
    Bucket,
    Region,
    Secret,
    Duration,
    Switch,
    Select,
    File,
}

/// One option of a select.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldOption {
    /// What is sent.
    pub value: String,
    /// What people read.
    pub label: String,
}

/// When a field is shown.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldCondition {
    /// The name of another field.
    pub field: String,
    /// What it must hold; several values have `|` between them.
    pub equals: String,
}

/// How to place and test a Canarytoken.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Advice {
    /// Steps to place it, for whoever has none of their own.
    pub place: Vec<String>,
    /// Steps that are different for some, in place of those.
    pub places: Vec<Place>,
    /// Steps to try it safely.
    pub test: Vec<String>,
    /// What else to know.
    pub notes: Vec<String>,
}

/// Steps to place it for one audience.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Place {
    /// Whose.
    #[ts(inline)]
    pub audience: Audience,
    /// The steps.
    pub steps: Vec<String>,
}

/// Who places it: somebody at a computer of a system (named as in [`super::state::Platform`]), or an administrator who is asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Audience {
    Windows,
    MacOs,
    Linux,
    Administrator,
}

/// The file that can be saved of one Canarytoken.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Artifact {
    /// A believable name with its extension.
    pub suggested_name: String,
    /// The locked extension without dot; empty where the Console chooses it.
    pub extension: String,
    /// What people call such a file.
    pub label: String,
}

/// Something to copy.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CopyValue {
    /// What people read.
    pub label: String,
    /// What is copied.
    pub value: String,
    /// Is it hidden until asked for?
    pub secret: bool,
    /// Does it have several lines?
    pub multiline: bool,
}

impl std::fmt::Debug for CopyValue {
    /// Without the value: some are secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CopyValue")
            .field("label", &self.label)
            .finish_non_exhaustive()
    }
}

/// A QR code to draw.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Qr {
    /// Modules on each side, quiet zone included.
    pub size: usize,
    /// SVG path data of the dark modules.
    pub path: String,
}

/// A line of details.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Fact {
    /// What people read.
    pub label: String,
    /// Its value.
    pub value: String,
}

impl From<Vec<catalogue::Card>> for Kinds {
    fn from(cards: Vec<catalogue::Card>) -> Self {
        let groups = catalogue::groups_of(&cards);
        Self {
            groups: groups.into_iter().map(Into::into).collect(),
            kinds: cards.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<catalogue::GroupText> for KindGroup {
    fn from(group: catalogue::GroupText) -> Self {
        Self {
            id: group.id.into(),
            title: group.title.to_owned(),
            note: group.note.to_owned(),
        }
    }
}

impl From<catalogue::Group> for GroupId {
    fn from(group: catalogue::Group) -> Self {
        match group {
            catalogue::Group::Documents => Self::Documents,
            catalogue::Group::Links => Self::Links,
            catalogue::Group::Keys => Self::Keys,
            catalogue::Group::Cloud => Self::Cloud,
            catalogue::Group::Network => Self::Network,
            catalogue::Group::Mail => Self::Mail,
            catalogue::Group::Retired => Self::Retired,
            catalogue::Group::Other => Self::Other,
        }
    }
}

impl From<catalogue::Card> for KindCard {
    fn from(card: catalogue::Card) -> Self {
        Self {
            kind: card.kind,
            name: card.name,
            console_name: card.console_name,
            what: card.what,
            triggers: card.triggers,
            group: card.group.into(),
            icon: card.icon,
            good_start: card.good_start,
            offered: card.offered,
            reason: card.reason,
            search: card.search,
            fields: card.fields.into_iter().map(Into::into).collect(),
            artifact: card.artifact.map(|artifact| KindArtifact {
                extension: artifact.extension,
                label: artifact.label,
                names: artifact.names,
            }),
            advice: card.advice.into(),
            general: card.general,
            elsewhere: card.elsewhere,
        }
    }
}

impl From<catalogue::Field> for FieldSpec {
    fn from(field: catalogue::Field) -> Self {
        let option = |choice: catalogue::Choice| FieldOption {
            value: choice.value,
            label: choice.label,
        };
        Self {
            name: field.name,
            label: field.label,
            hint: field.hint,
            kind: field.kind.into(),
            required: field.required,
            placeholder: field.placeholder,
            default: field.default,
            options: field.options.into_iter().map(option).collect(),
            accept: field.accept,
            max_bytes: field.max_bytes,
            when: field.when.map(|when| FieldCondition {
                field: when.field,
                equals: when.equals,
            }),
            secret: field.secret,
        }
    }
}

impl From<catalogue::FieldKind> for FieldType {
    fn from(kind: catalogue::FieldKind) -> Self {
        use catalogue::FieldKind as App;
        match kind {
            App::Text => Self::Text,
            App::Names => Self::Names,
            App::Domain => Self::Domain,
            App::Url => Self::Url,
            App::Email => Self::Email,
            App::Bucket => Self::Bucket,
            App::Region => Self::Region,
            App::Secret => Self::Secret,
            App::Duration => Self::Duration,
            App::Switch => Self::Switch,
            App::Select => Self::Select,
            App::File => Self::File,
        }
    }
}

impl From<catalogue::Advice> for Advice {
    fn from(advice: catalogue::Advice) -> Self {
        Self {
            place: advice.place,
            places: advice.places.into_iter().map(Into::into).collect(),
            test: advice.test,
            notes: advice.notes,
        }
    }
}

impl From<catalogue::Place> for Place {
    fn from(place: catalogue::Place) -> Self {
        Self {
            audience: match place.system {
                catalogue::Audience::Windows => Audience::Windows,
                catalogue::Audience::MacOs => Audience::MacOs,
                catalogue::Audience::Linux => Audience::Linux,
                catalogue::Audience::Administrator => Audience::Administrator,
            },
            steps: place.steps,
        }
    }
}

impl From<catalogue::CopyValue> for CopyValue {
    fn from(copy: catalogue::CopyValue) -> Self {
        Self {
            label: copy.label,
            value: copy.value,
            secret: copy.secret,
            multiline: copy.multiline,
        }
    }
}

impl From<catalogue::Fact> for Fact {
    fn from(fact: catalogue::Fact) -> Self {
        Self {
            label: fact.label,
            value: fact.value,
        }
    }
}

impl From<qr::Qr> for Qr {
    fn from(qr: qr::Qr) -> Self {
        Self {
            size: qr.size,
            path: qr.path,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_card_crosses_in_camel_case_with_null_for_what_is_absent() {
        let kinds = Kinds::from(catalogue::Catalogue::load().cards(None));
        let json = serde_json::to_value(&kinds).unwrap();
        assert_eq!(json["groups"][0]["id"], "documents");
        let image = json["kinds"]
            .as_array()
            .unwrap()
            .iter()
            .find(|card| card["kind"] == "web-image")
            .unwrap();
        assert_eq!(image["consoleName"], "Custom Web Image");
        assert_eq!(image["fields"][0]["type"], "file");
        assert_eq!(image["fields"][0]["maxBytes"], 1_048_576);
        assert!(image["artifact"].is_null() && image["reason"].is_null() && image["fields"][0]["when"].is_null());
    }
}
