//! The groups that cards of kinds stand in.

use super::definition::Group;
use crate::words::say;

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
pub fn groups() -> [GroupText; 8] {
    [
        GroupText {
            id: Group::Documents,
            title: say!("Documents"),
            note: say!("Files that raise an alert when someone opens them"),
        },
        GroupText {
            id: Group::Links,
            title: say!("Links and pages"),
            note: say!("Addresses that raise an alert when someone visits them"),
        },
        GroupText {
            id: Group::Keys,
            title: say!("Keys and logins"),
            note: say!("Access that works nowhere and raises an alert when tried"),
        },
        GroupText {
            id: Group::Cloud,
            title: say!("Cloud"),
            note: say!("Ask your cloud administrator to help with these"),
        },
        GroupText {
            id: Group::Network,
            title: say!("Network and devices"),
            note: say!("Things that people find in a building or on a network"),
        },
        GroupText {
            id: Group::Mail,
            title: say!("Mail"),
            note: say!("Messages that raise an alert when someone opens them"),
        },
        GroupText {
            id: Group::Retired,
            title: say!("Retired"),
            note: say!("You can look after the ones you have. Few Consoles still make new ones"),
        },
        GroupText {
            id: Group::Other,
            title: say!("More from your Console"),
            note: say!("Nestbox does not know these yet and asks for the reminder only"),
        },
    ]
}
