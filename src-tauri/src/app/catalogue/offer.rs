//! Which kinds are offered. Only the Console's own list decides; before it is known, the documented seventeen are offered.

use std::collections::BTreeMap;

use crate::words::say;

use super::{Advice, Artifact, Catalogue, Field, Group, Kind, OTHER_ICON, general_advice, groups::groups, readable};

/// The kinds that the Console's API documents for `canarytoken/create`.
pub const SEED_KINDS: [&str; 17] = [
    "http",
    "dns",
    "cloned-web",
    "doc-msword",
    "web-image",
    "windows-dir",
    "aws-s3",
    "pdf-acrobat-reader",
    "msword-macro",
    "msexcel-macro",
    "aws-id",
    "apeeper",
    "qr-code",
    "svn",
    "sql",
    "fast-redirect",
    "slow-redirect",
];

/// A kind as the first step of the wizard shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The Console's id.
    pub kind: String,
    /// Our plain name, or the Console's where we have none.
    pub name: String,
    /// The Console's own name.
    pub console_name: String,
    /// The card's line.
    pub what: String,
    /// What raises an alert.
    pub triggers: String,
    /// Where it stands.
    pub group: Group,
    /// Name of its icon.
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
    pub fields: Vec<Field>,
    /// The file that the Console makes of it.
    pub artifact: Option<Artifact>,
    /// How to place and test it.
    pub advice: Advice,
    /// Does the Console offer it and we know nothing of it?
    pub general: bool,
    /// Is it made on the Console's own pages only?
    pub elsewhere: bool,
}

impl Catalogue {
    /// All cards in the order of the page. `console` is the Console's own list (kind to name), `None` while it is not known.
    pub fn cards(&self, console: Option<&BTreeMap<String, String>>) -> Vec<Card> {
        let mut kinds: Vec<&Kind> = self.kinds().filter(|kind| is_shown(kind, console)).collect();
        kinds.sort_by_key(|kind| (kind.group, kind.order));
        let mut cards: Vec<Card> = kinds.into_iter().map(|kind| self.card(kind, console)).collect();
        let unknown = console.into_iter().flatten().filter(|(kind, _)| !self.knows(kind));
        cards.extend(unknown.map(|(kind, name)| general_card(kind, name)));
        cards
    }

    /// May a Canarytoken of this kind be made here? Follows the same rule as [`Catalogue::cards`].
    pub fn is_offered(&self, kind: &str, console: Option<&BTreeMap<String, String>>) -> bool {
        let here = self.kind(kind).is_none_or(|known| known.elsewhere.is_none());
        here && console.map_or_else(|| SEED_KINDS.contains(&kind), |list| list.contains_key(kind))
    }

    fn card(&self, kind: &Kind, console: Option<&BTreeMap<String, String>>) -> Card {
        let offered = self.is_offered(&kind.kind, console);
        let theirs = console
            .and_then(|list| list.get(&kind.kind))
            .filter(|name| !name.trim().is_empty());
        Card {
            kind: kind.kind.clone(),
            name: kind.name.clone(),
            console_name: theirs.unwrap_or(&kind.console_name).clone(),
            what: kind.what.clone(),
            triggers: kind.triggers.clone(),
            group: kind.group,
            icon: self.icon(&kind.kind),
            good_start: kind.good_start,
            offered,
            reason: (!offered).then(|| reason(kind, console)),
            search: kind.search.clone(),
            fields: kind.fields.clone(),
            artifact: kind.artifact.clone(),
            advice: kind.advice.clone(),
            general: false,
            elsewhere: kind.elsewhere.is_some(),
        }
    }
}

/// The groups that `cards` stand in, in the order of the page.
pub fn groups_of(cards: &[Card]) -> Vec<super::GroupText> {
    let used = |group: &super::GroupText| cards.iter().any(|card| card.group == group.id);
    groups().into_iter().filter(used).collect()
}

/// A kind that is never made here is no news unless the Console has it.
fn is_shown(kind: &Kind, console: Option<&BTreeMap<String, String>>) -> bool {
    kind.elsewhere.is_none() || console.is_some_and(|list| list.contains_key(&kind.kind))
}

fn reason(kind: &Kind, console: Option<&BTreeMap<String, String>>) -> String {
    match (&kind.elsewhere, console, kind.group) {
        (Some(elsewhere), ..) => elsewhere.clone(),
        (None, None, _) => say!("Not known yet whether your Console offers it").to_owned(),
        (None, Some(_), Group::Retired) => say!("No longer offered by your Console").to_owned(),
        (None, Some(_), _) => say!("Not offered by your Console").to_owned(),
    }
}

fn general_card(kind: &str, name: &str) -> Card {
    let name = match name.trim() {
        "" => readable(kind),
        name => name.to_owned(),
    };
    Card {
        kind: kind.to_owned(),
        console_name: name.clone(),
        name,
        what: say!("New to Nestbox: it asks for the reminder only").to_owned(),
        triggers: say!("Using it raises an alert").to_owned(),
        group: Group::Other,
        icon: OTHER_ICON.to_owned(),
        good_start: false,
        offered: true,
        reason: None,
        search: Vec::new(),
        fields: Vec::new(),
        artifact: None,
        advice: general_advice(),
        general: true,
        elsewhere: false,
    }
}
