//! Flocks in figures and factories, as the page gets them.

use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{factories, tokens};

/// A flock, and how many Canarytokens the Console says it has.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FlockFigures {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many it has; `null`: the Console does not tell.
    #[ts(type = "number | null")]
    pub total: Option<u64>,
    /// How many of them are on.
    #[ts(type = "number | null")]
    pub enabled: Option<u64>,
    /// How many are off.
    #[ts(type = "number | null")]
    pub disabled: Option<u64>,
}

/// A factory. Its string stays in Rust until `reveal_factory`.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Factory {
    /// Names it for the commands.
    pub id: String,
    /// Its reminder.
    pub memo: String,
    /// The flock that its Canarytokens go to.
    pub flock_id: String,
    /// That flock's name.
    pub flock: String,
    /// Is its link for people known?
    pub has_link: bool,
}

/// A kind that factories can make.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FactoryKind {
    /// The Console's id.
    pub kind: String,
    /// Its plain name.
    pub name: String,
    /// Its icon.
    pub icon: String,
}

/// All factories, and what they can make.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Factories {
    /// The factories.
    pub factories: Vec<Factory>,
    /// By name; empty when the Console does not tell.
    pub kinds: Vec<FactoryKind>,
}

/// What is handed on of a factory, because the person wants to see or copy it. No `Debug`: it is a secret.
#[derive(Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FactorySecret {
    /// The string that stands for a key.
    pub code: String,
    /// The page for people; `null` unless the factory was made since connecting.
    pub link: Option<String>,
    /// A line for a script.
    pub command: String,
}

/// What the Console shall look for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ConsoleSearch {
    /// Beginnings of words of the reminder or the id.
    pub text: String,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only of this flock.
    pub flock: Option<String>,
    /// Only those on, or off.
    pub enabled: Option<bool>,
}

/// What the Console found.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FoundThere {
    /// How many, as it says.
    pub total: usize,
    /// How many of them are in the list now.
    pub fetched: usize,
}

impl From<tokens::FlockFigures> for FlockFigures {
    fn from(flock: tokens::FlockFigures) -> Self {
        Self {
            id: flock.id,
            name: flock.name,
            total: flock.figures.map(|(total, ..)| total),
            enabled: flock.figures.map(|(_, enabled, _)| enabled),
            disabled: flock.figures.map(|(.., disabled)| disabled),
        }
    }
}

impl From<factories::Factory> for Factory {
    fn from(factory: factories::Factory) -> Self {
        Self {
            id: factory.id,
            memo: factory.memo,
            flock_id: factory.flock_id,
            flock: factory.flock,
            has_link: factory.has_link,
        }
    }
}

impl From<factories::Factories> for Factories {
    fn from(all: factories::Factories) -> Self {
        let kind = |factories::FactoryKind { kind, name, icon }| FactoryKind { kind, name, icon };
        Self {
            factories: all.factories.into_iter().map(Factory::from).collect(),
            kinds: all.kinds.into_iter().map(kind).collect(),
        }
    }
}

impl From<factories::Revealed> for FactorySecret {
    fn from(revealed: factories::Revealed) -> Self {
        Self {
            code: revealed.code.expose_secret().to_owned(),
            link: revealed.link.map(|link| link.expose_secret().to_owned()),
            command: revealed.command.expose_secret().to_owned(),
        }
    }
}

impl From<ConsoleSearch> for tokens::ConsoleSearch {
    fn from(
        ConsoleSearch {
            text,
            kind,
            flock,
            enabled,
        }: ConsoleSearch,
    ) -> Self {
        Self {
            text,
            kind,
            flock,
            enabled,
        }
    }
}

impl From<tokens::FoundThere> for FoundThere {
    fn from(tokens::FoundThere { total, fetched }: tokens::FoundThere) -> Self {
        Self { total, fetched }
    }
}
