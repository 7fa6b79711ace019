//! The rules for what may be typed. Each answers with the value to send, or with a sentence that says what to write instead.

use url::{Host, Url};

use crate::app::catalogue::{Field, FieldKind};
use crate::words::say;

/// Longest value of a line, in characters.
const MAX_CHARS: usize = 2_000;
/// Longest list of names, in characters.
const MAX_NAMES_CHARS: usize = 20_000;
/// More names than this are worth a second look.
const MANY_NAMES: usize = 50;

/// Checks `typed` (not empty, no spaces around it) against the rule of `field`.
///
/// # Errors
/// The sentence for people.
pub fn check(field: &Field, typed: &str) -> Result<String, String> {
    if field.kind == FieldKind::Names {
        return list(field, typed);
    }
    // First, because hidden characters belong to this trick.
    if field.kind == FieldKind::Url && runs_something(typed) {
        return Err(Wrong::Runs.sentence(field));
    }
    if typed.chars().any(char::is_control) {
        return Err(say!("There is a character in it that cannot be seen. Please type it again.").to_owned());
    }
    if typed.chars().count() > MAX_CHARS {
        return Err(say!("This is too long. Use 2,000 characters at most.").to_owned());
    }
    match field.kind {
        FieldKind::Text => Ok(suggested(field, typed)),
        FieldKind::File | FieldKind::Names => Ok(typed.to_owned()),
        FieldKind::Domain => domain(typed).map_err(|wrong| wrong.sentence(field)),
        FieldKind::Url => address(typed).map_err(|wrong| wrong.sentence(field)),
        FieldKind::Email => obeys(
            is_email(typed),
            field,
            typed,
            say!("Write one mail address, such as office@example.com"),
        ),
        FieldKind::Bucket => obeys(
            is_bucket(typed),
            field,
            typed,
            say!("Use 3 to 63 small letters, digits, dots and hyphens."),
        ),
        FieldKind::Region => obeys(
            is_region(typed),
            field,
            typed,
            say!("Write a region as AWS does, such as eu-west-1"),
        ),
        FieldKind::Duration => match in_short(typed) {
            Some(short) if short != typed => Err(say!("Write it in short, as {short}", short)),
            _ => obeys(
                is_duration(typed),
                field,
                typed,
                say!("Write a number followed by y, mo, w, d or h, such as 6mo"),
            ),
        },
        FieldKind::Secret => obeys(
            !typed.contains(char::is_whitespace),
            field,
            typed,
            say!("There is a space in it. Copy it once more."),
        ),
        FieldKind::Switch => obeys(
            matches!(typed, "true" | "false"),
            field,
            typed,
            say!("Choose on or off."),
        ),
        FieldKind::Select => {
            let known = field.options.iter().any(|choice| choice.value == typed);
            obeys(known, field, typed, say!("Choose one from the list."))
        }
    }
}

/// What to notice in a value that is right, but unusual. `typed` is what it was made of.
pub fn advice(field: &Field, typed: &str, value: &str) -> Option<String> {
    if field.kind == FieldKind::Names {
        return names_advice(typed);
    }
    if field.kind == FieldKind::Text && !field.options.is_empty() && !field.options.iter().any(|one| one.value == value)
    {
        return Some(say!("Nestbox does not know this one. Your Console may refuse it.").to_owned());
    }
    if let Some(most) = field.max_chars.filter(|most| value.chars().count() > *most) {
        return Some(say!(
            "This is long. Your Console may refuse more than {most} characters.",
            most
        ));
    }
    let end = field.ends_with.as_ref()?;
    let ends = value.to_lowercase().ends_with(end.as_str());
    (!ends).then(|| say!("This usually ends with {end}. Your Console may refuse it.", end))
}

fn obeys(right: bool, field: &Field, typed: &str, sentence: &str) -> Result<String, String> {
    if right {
        return Ok(typed.to_owned());
    }
    Err(field.invalid.clone().unwrap_or_else(|| sentence.to_owned()))
}

/// The value of the suggestion whose words were typed; anything else as it is.
fn suggested(field: &Field, typed: &str) -> String {
    let meant = field.options.iter().find(|one| {
        [&one.value, &one.label]
            .into_iter()
            .any(|word| word.eq_ignore_ascii_case(typed))
    });
    meant.map_or(typed, |one| &one.value).to_owned()
}

/// The names that stand in `typed`, however they are parted: people paste lists from mails and sheets.
fn names(typed: &str) -> impl Iterator<Item = &str> {
    typed
        .split([',', ';', '\n', '\r', '\t'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

/// Each name once, with commas between them.
fn list(field: &Field, typed: &str) -> Result<String, String> {
    let mut once: Vec<&str> = Vec::new();
    for name in names(typed) {
        if name.chars().any(char::is_control) {
            return Err(say!("There is a character in it that cannot be seen. Please type it again.").to_owned());
        }
        if !is_among(&once, name) {
            once.push(name);
        }
    }
    let list = once.join(",");
    if list.chars().count() > MAX_NAMES_CHARS {
        return Err(say!("These are too many names for one Canarytoken. Divide them among several.").to_owned());
    }
    obeys(!list.is_empty(), field, &list, say!("Write at least one name."))
}

fn names_advice(typed: &str) -> Option<String> {
    let (mut once, mut twice): (Vec<&str>, Option<&str>) = (Vec::new(), None);
    for name in names(typed) {
        if is_among(&once, name) {
            twice = twice.or(Some(name));
        } else {
            once.push(name);
        }
    }
    if let Some(spaced) = once.iter().find(|name| name.contains(' ')) {
        return Some(say!(
            "There is a space in “{spaced}”. If these are two names, put a comma between them.",
            spaced
        ));
    }
    if once.len() > MANY_NAMES {
        return Some(say!(
            "These are {count} names. Make sure that none belongs to a real person. Your Console may refuse so many.",
            count = once.len()
        ));
    }
    twice.map(|name| say!("“{name}” stands there more than once. It counts once.", name))
}

fn is_among(names: &[&str], name: &str) -> bool {
    names.iter().any(|one| one.to_lowercase() == name.to_lowercase())
}

/// What is wrong with an address, and how it would be right.
enum Wrong {
    Space(Option<String>),
    Around(String),
    NoScheme(String),
    Login,
    Runs,
    Plain,
}

impl Wrong {
    fn sentence(self, field: &Field) -> String {
        match self {
            Wrong::Space(Some(right)) => say!("There is a space in this address. Write it as {right}", right),
            Wrong::Space(None) => say!("There is a space in this address. Leave it out.").to_owned(),
            Wrong::Around(right) => say!("Write only the name: {right}", right),
            Wrong::NoScheme(right) => say!("The start is missing. Write it as {right}", right),
            Wrong::Login => say!("Leave out the name and password before the @ sign.").to_owned(),
            Wrong::Runs => say!(
                "This would run something in the visitor’s browser. Use the address of a page, with https:// in front."
            )
            .to_owned(),
            Wrong::Plain => field
                .invalid
                .clone()
                .unwrap_or_else(|| say!("Write an address such as www.example.com").to_owned()),
        }
    }
}

/// The bare name of a site, two labels or more, in the form that name servers know.
fn domain(typed: &str) -> Result<String, Wrong> {
    if typed.contains(char::is_whitespace) {
        return Err(Wrong::Space(bare(&squeezed(typed))));
    }
    if let Some(name) = bare(typed) {
        return Ok(name);
    }
    let whole = if typed.contains("://") {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    };
    let host = Url::parse(&whole).ok().and_then(|url| url.host_str().and_then(bare));
    host.map_or(Err(Wrong::Plain), |host| Err(Wrong::Around(host)))
}

/// `typed` as a domain name, if it is one and nothing more.
fn bare(typed: &str) -> Option<String> {
    let typed = typed.strip_suffix('.').unwrap_or(typed);
    if typed.contains(['/', ':', '@', '?', '#', '%', '\\']) {
        return None;
    }
    let Ok(Host::Domain(name)) = Host::parse(typed) else {
        return None;
    };
    let labels: Vec<&str> = name.split('.').collect();
    let lettered = labels
        .last()
        .is_some_and(|last| last.chars().any(|c| c.is_ascii_alphabetic()));
    let right = labels.len() >= 2 && lettered && name.len() <= 253 && labels.iter().all(|label| is_label(label));
    right.then_some(name)
}

fn is_label(label: &str) -> bool {
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    (1..=63).contains(&label.len()) && label.chars().all(inside) && !label.starts_with('-') && !label.ends_with('-')
}

/// A whole web address.
fn address(typed: &str) -> Result<String, Wrong> {
    if typed.contains(char::is_whitespace) {
        return Err(Wrong::Space(web(&squeezed(typed)).map(|_| squeezed(typed))));
    }
    if let Some(url) = web(typed) {
        let login = !url.username().is_empty() || url.password().is_some();
        return if login { Err(Wrong::Login) } else { Ok(typed.to_owned()) };
    }
    let whole = format!("https://{typed}");
    let host = web(&whole).and_then(|url| url.host_str().and_then(bare));
    let no_scheme = !typed.contains("://") && !typed.contains('@') && !typed.starts_with('/') && host.is_some();
    Err(if no_scheme {
        Wrong::NoScheme(whole)
    } else {
        Wrong::Plain
    })
}

/// Browsers pass over spaces and unseen characters in front of and inside `javascript:`.
fn runs_something(typed: &str) -> bool {
    let seen: String = typed
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let seen = seen.to_ascii_lowercase();
    ["javascript:", "vbscript:", "data:"]
        .iter()
        .any(|scheme| seen.starts_with(scheme))
}

/// A parsed address of the web. `https:example.com` would be understood too, but not by everybody.
fn web(typed: &str) -> Option<Url> {
    let start = typed.to_lowercase();
    let slashes = start.starts_with("https://") || start.starts_with("http://");
    Url::parse(typed)
        .ok()
        .filter(|url| slashes && url.host_str().is_some_and(|host| !host.is_empty()))
}

fn squeezed(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace()).collect()
}

fn is_email(typed: &str) -> bool {
    let Some((person, host)) = typed.rsplit_once('@') else {
        return false;
    };
    let odd = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"' | '@' | '(' | ')');
    !person.is_empty() && person.len() <= 64 && !person.contains(odd) && bare(host).is_some()
}

/// The naming rules of Amazon S3 for general purpose buckets.
fn is_bucket(typed: &str) -> bool {
    let inside = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    let edge = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    (3..=63).contains(&typed.len())
        && typed.chars().all(inside)
        && typed.starts_with(edge)
        && typed.ends_with(edge)
        && !typed.contains("..")
        && typed.parse::<std::net::Ipv4Addr>().is_err()
}

/// `eu-west-1`, `us-gov-east-1`: words of small letters and a number at the end.
fn is_region(typed: &str) -> bool {
    let parts: Vec<&str> = typed.split('-').collect();
    let Some((number, words)) = parts.split_last() else {
        return false;
    };
    let word = |word: &&str| (1..=12).contains(&word.len()) && word.chars().all(|c| c.is_ascii_lowercase());
    (2..=3).contains(&words.len()) && words.iter().all(word) && is_number(number, 2)
}

/// A number and `y`, `mo`, `w`, `d` or `h`.
fn is_duration(typed: &str) -> bool {
    let number = ["mo", "y", "w", "d", "h"]
        .iter()
        .find_map(|unit| typed.strip_suffix(unit));
    number.is_some_and(|number| is_number(number, 4))
}

/// "6 months" as `6mo`.
fn in_short(typed: &str) -> Option<String> {
    let number: String = typed.chars().take_while(char::is_ascii_digit).collect();
    let words = typed[number.len()..].trim().to_lowercase();
    let unit = match words.trim_end_matches(['s', '.']) {
        "y" | "yr" | "year" | "jahr" | "jahre" => "y",
        "mo" | "month" | "monat" | "monate" => "mo",
        "w" | "wk" | "week" | "woche" | "wochen" => "w",
        "d" | "day" | "tag" | "tage" => "d",
        "h" | "hr" | "hour" | "stunde" | "stunden" => "h",
        _ => return None,
    };
    Some(format!("{number}{unit}")).filter(|short| is_duration(short))
}

/// A whole number above zero with at most `digits` digits.
fn is_number(text: &str, digits: usize) -> bool {
    (1..=digits).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit()) && text.chars().any(|c| c != '0')
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
