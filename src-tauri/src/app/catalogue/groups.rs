//! The groups that cards of kinds stand in.

use super::definition::Group;

/// A group with its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupText {
    /// Which one.
    pub id: Group,
    /// Its heading.
    pub title: &'static str,
    /// The line beside the heading.
    pub note: &'static str,
}

/// All groups in the order of the page.
pub const GROUPS: [GroupText; 8] = [
    GroupText {
        id: Group::Documents,
        title: "Documents",
        note: "Files that raise an alert when someone opens them",
    },
    GroupText {
        id: Group::Links,
        title: "Links and pages",
        note: "Addresses that raise an alert when someone visits them",
    },
    GroupText {
        id: Group::Keys,
        title: "Keys and logins",
        note: "Access that works nowhere and raises an alert when tried",
    },
    GroupText {
        id: Group::Cloud,
        title: "Cloud",
        note: "Ask your cloud administrator to help with these",
    },
    GroupText {
        id: Group::Network,
        title: "Network and devices",
        note: "Things that people find in a building or on a network",
    },
    GroupText {
        id: Group::Mail,
        title: "Mail",
        note: "Messages that raise an alert when someone opens them",
    },
    GroupText {
        id: Group::Retired,
        title: "Retired",
        note: "You can look after the ones you have. Few Consoles still make new ones",
    },
    GroupText {
        id: Group::Other,
        title: "More from your Console",
        note: "Nestbox does not know these yet and asks for the reminder only",
    },
];
