//! The rules for what may be typed. Each answers with the value to send, or with a sentence that says what to write instead.

use url::{Host, Url};

use crate::app::catalogue::{Field, FieldKind};

/// Longest value of any field, in characters.
const MAX_CHARS: usize = 2_000;

/// Checks `typed` (not empty, no spaces around it) against the rule of `field`.
///
/// # Errors
/// The sentence for people.
pub fn check(field: &Field, typed: &str) -> Result<String, String> {
    if typed.chars().any(char::is_control) {
        return Err("There is a character in it that cannot be seen. Please type it again.".to_owned());
    }
    if typed.chars().count() > MAX_CHARS {
        return Err("This is too long. Use 2,000 characters at most.".to_owned());
    }
    match field.kind {
        FieldKind::Text | FieldKind::File => Ok(typed.to_owned()),
        FieldKind::Domain => domain(typed).map_err(|wrong| wrong.sentence(field)),
        FieldKind::Url => address(typed).map_err(|wrong| wrong.sentence(field)),
        FieldKind::Email => obeys(
            is_email(typed),
            field,
            typed,
            "Write one mail address, such as office@example.com",
        ),
        FieldKind::Bucket => obeys(
            is_bucket(typed),
            field,
            typed,
            "Use 3 to 63 small letters, digits, dots and hyphens.",
        ),
        FieldKind::Region => obeys(
            is_region(typed),
            field,
            typed,
            "Write a region as AWS does, such as eu-west-1",
        ),
        FieldKind::Duration => obeys(
            is_duration(typed),
            field,
            typed,
            "Write a number followed by y, mo, w, d or h, such as 6mo",
        ),
        FieldKind::Secret => obeys(
            !typed.contains(char::is_whitespace),
            field,
            typed,
            "There is a space in it. Copy it once more.",
        ),
        FieldKind::Switch => obeys(matches!(typed, "true" | "false"), field, typed, "Choose on or off."),
        FieldKind::Select => {
            let known = field.options.iter().any(|choice| choice.value == typed);
            obeys(known, field, typed, "Choose one from the list.")
        }
    }
}

/// What to notice in a value that is right, but unusual.
pub fn advice(field: &Field, value: &str) -> Option<String> {
    if let Some(most) = field.max_chars.filter(|most| value.chars().count() > *most) {
        return Some(format!(
            "This is long. Your Console may refuse more than {most} characters."
        ));
    }
    let end = field.ends_with.as_ref()?;
    let ends = value.to_lowercase().ends_with(end.as_str());
    (!ends).then(|| format!("This usually ends with {end}. Your Console may refuse it."))
}

fn obeys(right: bool, field: &Field, typed: &str, sentence: &str) -> Result<String, String> {
    if right {
        return Ok(typed.to_owned());
    }
    Err(field.invalid.clone().unwrap_or_else(|| sentence.to_owned()))
}

/// What is wrong with an address, and how it would be right.
enum Wrong {
    Space(Option<String>),
    Around(String),
    NoScheme(String),
    Login,
    Plain,
}

impl Wrong {
    fn sentence(self, field: &Field) -> String {
        match self {
            Wrong::Space(Some(right)) => format!("There is a space in this address. Write it as {right}"),
            Wrong::Space(None) => "There is a space in this address. Leave it out.".to_owned(),
            Wrong::Around(right) => format!("Write only the name: {right}"),
            Wrong::NoScheme(right) => format!("The start is missing. Write it as {right}"),
            Wrong::Login => "Leave out the name and password before the @ sign.".to_owned(),
            Wrong::Plain => field
                .invalid
                .clone()
                .unwrap_or_else(|| "Write an address such as www.example.com".to_owned()),
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

/// A whole number above zero with at most `digits` digits.
fn is_number(text: &str, digits: usize) -> bool {
    (1..=digits).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit()) && text.chars().any(|c| c != '0')
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
