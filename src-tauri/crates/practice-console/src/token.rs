//! A Canarytoken as the Console keeps it, and as it shows it.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::artifacts;
use crate::json::{Node, Pairs};
use crate::kinds::Kinds;
use crate::server::http::Upload;

/// A Canarytoken.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub id: String,
    pub kind: Arc<str>,
    pub memo: String,
    pub flock: Arc<str>,
    pub enabled: bool,
    /// Microseconds since 1970.
    pub created: u64,
    pub triggered: u64,
    pub unacked: u64,
    pub updated_id: u64,
    /// Parameters it was created with, beyond memo, kind and flock; no secrets.
    pub given: BTreeMap<String, String>,
    /// Files it was created with.
    pub files: Vec<Upload>,
}

/// How much of a token an answer shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Everything: create, fetch, update.
    Whole,
    /// A line of a list: `node_id`, but no snippets and no pictures.
    Line,
    /// A line of a search, with the number of unread alerts.
    Found,
}

impl Token {
    /// The name whose look-up would alert. `.invalid` never resolves anywhere.
    pub fn hostname(&self) -> String {
        format!("{}.{}", self.id, crate::names::DOMAIN)
    }

    /// The link whose opening counts as an alert here; it leads to this Console only.
    pub fn url(&self, base: &str) -> String {
        let page = match self.id.as_bytes().first().map_or(0, |first| first % 4) {
            0 => "contact.html",
            1 => "about.html",
            2 => "report.html",
            _ => "login.html",
        };
        format!("{base}/practice/t/{}/{page}", self.id)
    }

    /// A made-up value that stays the same for a token: `length` characters of `alphabet`.
    pub fn derived(&self, salt: &str, alphabet: &[u8], length: usize) -> String {
        // FNV-1a; only to seed, nothing here is a secret.
        let seed = self
            .id
            .bytes()
            .chain(salt.bytes())
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        let mut chance = fastrand::Rng::with_seed(seed);
        (0..length)
            .map(|_| char::from(alphabet[chance.usize(..alphabet.len())]))
            .collect()
    }

    /// The secret part of a token's address on a real Console.
    pub fn key(&self) -> String {
        self.derived("key", HEX, 32)
    }

    /// The hash of an Apeeper token's factory.
    pub fn factory_hash(&self) -> String {
        self.derived("factory", HEX, 32)
    }

    /// The access key id of an AWS token: looks right, belongs to nobody.
    pub fn access_key_id(&self) -> String {
        format!("AKIA{}", self.derived("aws-id", BASE32, 16))
    }

    /// The secret half of an AWS token.
    pub fn secret_access_key(&self) -> String {
        self.derived("aws-secret", BASE64_LETTERS, 40)
    }

    /// The token as a JSON object.
    pub fn show<'a>(&'a self, kinds: &Kinds, base: &str, view: View) -> Node<'a> {
        let created = format!("{}.{:06}", self.created / 1_000_000, self.created % 1_000_000);
        let mut pairs: Pairs<'a> = Vec::with_capacity(20);
        let mut put = |name: &'static str, node: Node<'a>| pairs.push((name.into(), node));
        put("canarytoken", Node::text(self.id.as_str()));
        put("kind", Node::text(&*self.kind));
        put("memo", Node::text(self.memo.as_str()));
        put("flock_id", Node::text(&*self.flock));
        put("enabled", Node::Bool(self.enabled));
        put("created", Node::text(created));
        put("created_printable", Node::text(printable(self.created / 1_000_000)));
        put("hostname", Node::text(self.hostname()));
        put("url", Node::text(self.url(base)));
        put("key", Node::text(self.key()));
        put(
            "triggered_count",
            Node::Int(i64::try_from(self.triggered).unwrap_or(i64::MAX)),
        );
        put(
            "updated_id",
            Node::Int(i64::try_from(self.updated_id).unwrap_or(i64::MAX)),
        );
        if view != View::Whole {
            put("node_id", Node::text(self.derived("node", HEX, 16)));
        }
        if view == View::Found {
            put(
                "unacked_alert_count",
                Node::Int(i64::try_from(self.unacked).unwrap_or(i64::MAX)),
            );
        }
        for name in BESIDES {
            if let Some(value) = self.given.get(name) {
                put(name, Node::text(value.as_str()));
            }
        }
        self.put_answers(&mut pairs, kinds, base, view);
        Node::Object(pairs)
    }

    /// The fields its kind has beyond those of every token.
    fn put_answers<'a>(&'a self, pairs: &mut Pairs<'a>, kinds: &Kinds, base: &str, view: View) {
        let Some(kind) = kinds.get(&self.kind) else { return };
        let mut renders: Pairs<'a> = Vec::new();
        for answer in &kind.practice.answers {
            match answer.strip_prefix("renders.") {
                Some(name) if view == View::Whole => {
                    renders.push((
                        name.to_owned().into(),
                        Node::text(artifacts::text::render(self, base, name)),
                    ));
                }
                Some(_) => {}
                None => pairs.extend(
                    self.answer(answer, base, view)
                        .map(|node| (answer.clone().into(), node)),
                ),
            }
        }
        if !renders.is_empty() {
            pairs.push(("renders".into(), Node::Object(renders)));
        }
    }

    /// One of the fields only some kinds have.
    fn answer<'a>(&'a self, name: &str, base: &str, view: View) -> Option<Node<'a>> {
        let whole = view == View::Whole;
        Some(match name {
            "access_key_id" => Node::text(self.access_key_id()),
            "secret_access_key" => Node::text(self.secret_access_key()),
            "username" => Node::text(
                self.given
                    .get("aws_id_username")
                    .cloned()
                    .unwrap_or_else(|| self.derived("user", HEX, 8)),
            ),
            "acs_url" => Node::text(format!("{base}/practice/t/{}/saml/acs", self.id)),
            "entity_id" => Node::text(format!("{base}/practice/t/{}/saml/metadata", self.id)),
            "factory_auth" => Node::text(self.factory_hash()),
            "factory_url" => Node::text(format!("{base}/practice/factory/{}", self.factory_hash())),
            "qr_code" if whole => {
                let png = artifacts::qr::png(&self.url(base)).ok()?;
                Node::text(format!("data:image/png;base64,{}", BASE64.encode(png)))
            }
            "qr_code" => return None,
            name if BESIDES.contains(&name) => return None,
            "browser_scanner_enabled" => Node::Bool(self.given.get(name).is_none_or(|value| truthy(value))),
            _ => return self.given_or_file(name, whole),
        })
    }

    fn given_or_file<'a>(&'a self, name: &str, whole: bool) -> Option<Node<'a>> {
        let of_file = name.strip_suffix("_name").unwrap_or(name);
        if let Some(file) = self.files.iter().find(|file| file.field == of_file) {
            if name != of_file {
                return Some(Node::text(file.file_name.as_str()));
            }
            return whole.then(|| Node::text(format!("data:{};base64,{}", file.mime, BASE64.encode(&file.bytes))));
        }
        self.given.get(name).map(|value| Node::text(value.as_str()))
    }
}

/// Parameters a token of any kind may have got, shown whenever it has them.
const BESIDES: [&str; 2] = ["browser_redirect_url", "custom_domain"];

/// Letters of made-up values.
pub(crate) const HEX: &[u8] = b"0123456789abcdef";
const BASE32: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE64_LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// Letters of a token's id.
pub(crate) const ID_LETTERS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Whether a parameter means yes: Consoles and their clients write it in many ways.
pub(crate) fn truthy(value: &str) -> bool {
    matches!(
        value.trim().to_ascii_lowercase().as_str(),
        "true" | "1" | "yes" | "on" | "t" | "y"
    )
}

/// `2020-04-06 08:21:55 (UTC)`.
pub(crate) fn printable(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = date(days);
    format!(
        "{year:04}-{month:02}-{day:02} {:02}:{:02}:{:02} (UTC)",
        rest / 3600,
        rest / 60 % 60,
        rest % 60
    )
}

/// The date so many days after 1970-01-01 (the civil calendar by whole 400-year eras that begin in March).
fn date(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_printed_as_a_console_does() {
        assert_eq!(printable(1_586_161_315), "2020-04-06 08:21:55 (UTC)");
        assert_eq!(printable(951_782_400), "2000-02-29 00:00:00 (UTC)");
        assert_eq!(printable(0), "1970-01-01 00:00:00 (UTC)");
    }
}
