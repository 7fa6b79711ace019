//! What one file of `src-tauri/kinds/` says. Unknown keys are refused, so that a slip of the pen is found by a test.

use serde::Deserialize;

use super::translation::Translation;

/// One kind of Canarytoken: its names, form, artifact and advice.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// The Console's id for it, and the name of its file: `doc-msword`.
    pub kind: String,
    /// Our plain name: "Word document".
    pub name: String,
    /// The Console's own name: "MS Word Document".
    pub console_name: String,
    /// Where its card stands.
    pub group: Group,
    /// Its place within the group; the smallest comes first.
    pub order: u32,
    /// The line on its card.
    pub what: String,
    /// What raises an alert, as a sentence without full stop.
    pub triggers: String,
    /// Words that the search finds beyond the names.
    #[serde(default)]
    pub search: Vec<String>,
    /// Is it a good first one?
    #[serde(default)]
    pub good_start: bool,
    /// Name of the icon where it has none of its own.
    #[serde(default)]
    pub icon: Option<String>,
    /// May it lead its visitors on to a page, given to it later, and go without?
    #[serde(default)]
    pub redirect: bool,
    /// Does the Console understand `skip_create_if_exists` for it? (The vendor's help pages name seven such kinds.)
    #[serde(default)]
    pub skip_if_exists: bool,
    /// Why it is made on the Console itself and never here.
    #[serde(default)]
    pub elsewhere: Option<String>,
    /// The file that the Console makes of it.
    #[serde(default)]
    pub artifact: Option<Artifact>,
    /// What the form asks beyond reminder and flock.
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
    /// What can be copied once it is made.
    #[serde(default, rename = "copy")]
    pub copies: Vec<Copy>,
    /// How to place and test it.
    pub advice: Advice,
    /// What the practice Console makes of it; the app itself does not use it.
    #[serde(default)]
    pub practice: Practice,
    /// The same words in German.
    #[serde(default)]
    pub de: Option<Box<Translation>>,
}

/// Where a card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Files to open.
    Documents,
    /// Addresses to visit.
    Links,
    /// Credentials to try.
    Keys,
    /// For cloud administrators.
    Cloud,
    /// Things found in a building or on a network.
    Network,
    /// Messages in mailboxes.
    Mail,
    /// Kinds that Consoles hardly make any more.
    Retired,
    /// Kinds that the Console knows and we do not.
    #[serde(skip)]
    Other,
}

/// A file that the Console makes.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Artifact {
    /// The locked extension without dot; empty means "as the Console names it".
    pub extension: String,
    /// What people call such a file: "Word file".
    pub label: String,
    /// Believable names without extension; the first is suggested.
    pub names: Vec<String>,
    /// How the file must begin.
    pub magic: Magic,
}

/// How a file of a kind begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Magic {
    /// A ZIP archive, and so every newer Office file.
    Zip,
    /// A PDF.
    Pdf,
    /// A PNG picture.
    Png,
    /// A gzip archive.
    Gzip,
    /// Readable text.
    Text,
    /// Not known.
    Any,
}

impl Magic {
    /// How many first bytes [`Magic::fits`] wants to see.
    pub const LOOKS_AT: usize = 1024;

    /// Could a file that begins with `head` be of this sort?
    pub fn fits(self, head: &[u8]) -> bool {
        let head = &head[..head.len().min(Magic::LOOKS_AT)];
        match self {
            Magic::Zip => head.starts_with(b"PK\x03\x04"),
            Magic::Pdf => head.windows(5).any(|five| five == b"%PDF-"),
            Magic::Png => head.starts_with(b"\x89PNG\r\n\x1a\n"),
            Magic::Gzip => head.starts_with(b"\x1f\x8b"),
            Magic::Text => !head.is_empty() && !head.contains(&0),
            Magic::Any => !head.is_empty(),
        }
    }
}

/// One question of a form.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The parameter of `canarytoken/create`.
    pub name: String,
    /// What stands above the field.
    pub label: String,
    /// What may be typed.
    #[serde(rename = "type")]
    pub kind: FieldKind,
    /// Must it be filled in?
    #[serde(default)]
    pub required: bool,
    /// The line below the field.
    #[serde(default)]
    pub hint: Option<String>,
    /// An example inside the empty field.
    #[serde(default)]
    pub placeholder: Option<String>,
    /// The value it starts with; `true` or `false` for a switch.
    #[serde(default)]
    pub default: Option<String>,
    /// Extensions a file may have, without dot.
    #[serde(default)]
    pub accept: Vec<String>,
    /// Media types a file may truly be of.
    #[serde(default)]
    pub mime: Vec<String>,
    /// The largest file, in bytes.
    #[serde(default)]
    pub max_bytes: Option<u64>,
    /// Does a larger file only warn?
    #[serde(default)]
    pub max_is_advice: bool,
    /// May the file be of another type, and that only warns?
    #[serde(default)]
    pub type_is_advice: bool,
    /// Longest text in characters; longer only warns.
    #[serde(default)]
    pub max_chars: Option<usize>,
    /// How the text should end; another end only warns.
    #[serde(default)]
    pub ends_with: Option<String>,
    /// Name of a field that must hold something else.
    #[serde(default)]
    pub differs_from: Option<String>,
    /// What a select offers, or a text or a region suggests.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// Shown and sent only then.
    #[serde(default)]
    pub when: Option<When>,
    /// Does it steer the form only, and is never sent?
    #[serde(default)]
    pub local: bool,
    /// Is its value a secret, used for one request?
    #[serde(default)]
    pub secret: bool,
    /// The sentence when it was left out.
    #[serde(default)]
    pub missing: Option<String>,
    /// The sentence that warns when an optional field was left out.
    #[serde(default)]
    pub advised: Option<String>,
    /// The sentence when its rule is broken.
    #[serde(default)]
    pub invalid: Option<String>,
}

/// What may be typed into a field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    /// One line of text; its options are suggestions.
    #[default]
    Text,
    /// Several names with commas between them.
    Names,
    /// The name of a site without anything around it.
    Domain,
    /// A whole web address.
    Url,
    /// One mail address.
    Email,
    /// The name of an S3 bucket.
    Bucket,
    /// An AWS region.
    Region,
    /// A secret that is used for one request.
    Secret,
    /// A number and y, mo, w, d or h.
    Duration,
    /// On or off.
    Switch,
    /// One of the options.
    Select,
    /// A file of this computer.
    File,
}

/// One option of a select.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What people read.
    pub label: String,
}

/// When a field is shown: another field holds one of these values.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The name of the other field.
    pub field: String,
    /// One value, or several with `|` between them.
    pub equals: String,
}

impl When {
    /// Does `value` of the other field show this one?
    pub fn holds(&self, value: &str) -> bool {
        self.equals.split('|').any(|wanted| wanted == value)
    }
}

/// Something to copy from a Canarytoken.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Copy {
    /// A field of the Canarytoken as the Console names it, or `renders.<name>`.
    pub from: String,
    /// What people read.
    pub label: String,
    /// Is it hidden until asked for?
    #[serde(default)]
    pub secret: bool,
    /// Does it have several lines?
    #[serde(default)]
    pub multiline: bool,
}

/// How to place and test a Canarytoken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// Steps to place it, for whoever has none of their own in `where`.
    pub place: Vec<String>,
    /// Steps that are different for some.
    #[serde(default, rename = "where")]
    pub places: Vec<Place>,
    /// Steps to try it safely.
    pub test: Vec<String>,
    /// What else to know.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// Steps to place it for one audience, in place of the general ones.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Whose.
    pub system: Audience,
    /// The steps.
    pub steps: Vec<String>,
}

/// Who places it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Somebody at a Windows computer.
    Windows,
    /// Somebody at a Mac.
    MacOs,
    /// Somebody at a Linux computer.
    Linux,
    /// The administrator who is asked to do it.
    Administrator,
}

/// What the practice Console makes of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// Which file it makes.
    #[serde(default)]
    pub artifact: String,
    /// Which fields it answers with beyond the usual ones.
    #[serde(default)]
    pub answers: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        assert!(Magic::Zip.fits(b"PK\x03\x04rest"));
        assert!(!Magic::Zip.fits(b"{\"result\": \"error\"}"));
        assert!(Magic::Pdf.fits(b"\xef\xbb\xbf%PDF-1.7"));
        assert!(!Magic::Pdf.fits(b"<html>"));
        assert!(Magic::Text.fits("Grüße".as_bytes()) && !Magic::Text.fits(b"a\0b") && !Magic::Text.fits(b""));
        assert!(Magic::Png.fits(b"\x89PNG\r\n\x1a\n.") && Magic::Gzip.fits(b"\x1f\x8b\x08") && !Magic::Any.fits(b""));
    }

    #[test]
    fn a_condition_may_name_several_values() {
        let when = When {
            field: "a".into(),
            equals: "X|Y".into(),
        };
        assert!(when.holds("X") && when.holds("Y") && !when.holds("X|Y") && !when.holds(""));
    }
}
