//! Endpoints that list: kinds, everything, pages, finds.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::{Call, No, Reply};
use crate::json::Node;
use crate::token::{Token, View, truthy};

/// `canarytokens/list`: an object of kinds and their names.
pub(super) fn kinds(call: Call<'_>) -> Result<Reply<'_>, No> {
    let kinds = call.shared.kinds.offered();
    let pairs = kinds
        .map(|kind| (Cow::from(kind.kind.as_str()), Node::text(kind.console_name.as_str())))
        .collect();
    Ok(Reply::Json(vec![("canarytokens".into(), Node::Object(pairs))]))
}

/// `canarytokens/fetch`: everything at once. Factories such as Apeeper only with `include_endpoints`.
pub(super) fn all(call: Call<'_>) -> Result<Reply<'_>, No> {
    let flock = flock_filter(&call)?;
    let endpoints = call.optional("include_endpoints").is_some_and(truthy);
    let (shared, base) = (call.shared, call.base);
    let store: &_ = call.store;
    let wanted = |token: &&Token| {
        (endpoints || !is_factory(token)) && flock.as_ref().is_none_or(|flock| **flock == *token.flock)
    };
    let tokens = store
        .tokens
        .values()
        .rev()
        .filter(wanted)
        .map(|token| token.show(&shared.kinds, base, View::Line));
    Ok(Reply::Json(vec![("tokens".into(), Node::List(tokens.collect()))]))
}

fn is_factory(token: &Token) -> bool {
    matches!(&*token.kind, "apeeper" | "tokenfactory")
}

fn flock_filter(call: &Call<'_>) -> Result<Option<String>, No> {
    match call.optional("flock_id") {
        None => Ok(None),
        Some(id) => call
            .store
            .flock(id)
            .map(|flock| Some(flock.to_string()))
            .ok_or_else(No::flock),
    }
}

/// Where a page is, with the limit and the filters it was asked for with. Goes out as an opaque word.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Cursor {
    /// The page holds tokens with smaller numbers than this.
    before: u64,
    page: u64,
    limit: usize,
    flock: Option<String>,
    words: Option<String>,
    kind: Option<String>,
    active: Option<bool>,
    /// Leave factories out.
    plain: bool,
    /// Whether it belongs to a search.
    search: bool,
}

impl Cursor {
    fn word(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    fn read(word: &str) -> Option<Self> {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(word).ok()?).ok()
    }

    fn takes(&self, token: &Token) -> bool {
        self.flock.as_ref().is_none_or(|flock| **flock == *token.flock)
            && self.kind.as_ref().is_none_or(|kind| **kind == *token.kind)
            && self.active.is_none_or(|active| active == token.enabled)
            && !(self.plain && is_factory(token))
            && self.words.as_ref().is_none_or(|words| has_words(token, words))
    }

    fn takes_all(&self) -> bool {
        self.flock.is_none() && self.kind.is_none() && self.active.is_none() && self.words.is_none() && !self.plain
    }
}

/// Every word searched for begins a word of the memo, or the id.
fn has_words(token: &Token, words: &str) -> bool {
    let memo = token.memo.to_lowercase();
    let begins = |wanted: &str| {
        token.id.starts_with(wanted)
            || memo
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word.starts_with(wanted))
    };
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(begins)
}

/// The place the request asks for: its cursor, or the first page of its filters.
fn place(call: &Call<'_>, search: bool) -> Result<Cursor, No> {
    if let Some(word) = call.optional("cursor") {
        return Cursor::read(word)
            .filter(|cursor| cursor.search == search)
            .ok_or_else(No::parameters);
    }
    let limit = match call.optional("limit") {
        None => 10,
        Some(text) => text.trim().parse::<i64>().map_err(|_| No::parameters())?,
    };
    let limit = usize::try_from(limit)
        .unwrap_or(1)
        .clamp(1, call.shared.settings.page_limit.max(1));
    let mut cursor = Cursor {
        before: u64::MAX,
        page: 1,
        limit,
        flock: flock_filter(call)?,
        search,
        ..Cursor::default()
    };
    if search {
        cursor.words = call.optional("search_string").map(str::to_lowercase);
        cursor.kind = call.optional("kind").map(str::to_owned);
        cursor.active = call.optional("active").map(truthy);
    } else {
        cursor.plain = call.optional("render_transients").is_some_and(|value| !truthy(value));
    }
    Ok(cursor)
}

/// `canarytokens/paginate`
///
/// `cursor` is an object, as documented. The vendor's Python client, to be told by `render_transients`, takes `cursor` for a plain
/// value and sends it back as it is: it gets one.
pub(super) fn paginate(call: Call<'_>) -> Result<Reply<'_>, No> {
    let cursor = place(&call, false)?;
    let plain_value = call.optional("render_transients").is_some();
    let page = cut(&call, &cursor);
    let cursor_node = if plain_value {
        Node::maybe(page.next.clone())
    } else {
        page.links(&call, "paginate")
    };
    let (number, total) = (page.number, page.pages);
    Ok(Reply::Json(vec![
        ("canarytokens".into(), shown(call, page.tokens, View::Line)),
        ("cursor".into(), cursor_node),
        ("page_num".into(), Node::Int(number)),
        ("page_total".into(), Node::Int(total)),
    ]))
}

/// `canarytokens/search`
pub(super) fn search(call: Call<'_>) -> Result<Reply<'_>, No> {
    let cursor = place(&call, true)?;
    let page = cut(&call, &cursor);
    let links = page.links(&call, "search");
    let (number, pages, total) = (page.number, page.pages, page.total);
    Ok(Reply::Json(vec![
        ("canarytokens".into(), shown(call, page.tokens, View::Found)),
        ("cursor".into(), links),
        ("page_number".into(), Node::Int(number)),
        ("total_pages".into(), Node::Int(pages)),
        ("total_results".into(), Node::Int(total)),
    ]))
}

fn shown<'a>(call: Call<'a>, numbers: Vec<u64>, view: View) -> Node<'a> {
    let store: &'a _ = call.store;
    let (kinds, base) = (&call.shared.kinds, call.base);
    let tokens = numbers.iter().filter_map(|number| store.tokens.get(number));
    Node::List(tokens.map(|token| token.show(kinds, base, view)).collect())
}

/// A page before it is printed: the numbers of its tokens.
struct Page {
    tokens: Vec<u64>,
    next: Option<String>,
    prev: Option<String>,
    number: i64,
    pages: i64,
    total: i64,
}

fn cut(call: &Call<'_>, cursor: &Cursor) -> Page {
    let all = &call.store.tokens;
    let older = all.range(..cursor.before).rev();
    let mut taken = older
        .filter(|(_, token)| cursor.takes(token))
        .map(|(number, _)| *number);
    let tokens: Vec<u64> = taken.by_ref().take(cursor.limit).collect();
    let more = taken.next().is_some();
    let next = tokens.last().filter(|_| more).map(|last| Cursor {
        before: *last,
        page: cursor.page + 1,
        ..cursor.clone()
    });
    let prev = (cursor.page > 1).then(|| {
        let newer = all
            .range(cursor.before..)
            .filter(|(_, token)| cursor.takes(token))
            .map(|(number, _)| *number);
        let first = newer.take(cursor.limit).last().unwrap_or(u64::MAX - 1);
        Cursor {
            before: first + 1,
            page: cursor.page - 1,
            ..cursor.clone()
        }
    });
    let total = if cursor.takes_all() {
        all.len()
    } else {
        all.values().filter(|token| cursor.takes(token)).count()
    };
    let next = match (call.repeats, call.optional("cursor")) {
        (true, Some(same)) => Some(same.to_owned()),
        _ => next.map(|cursor| cursor.word()),
    };
    Page {
        tokens,
        next,
        prev: prev.map(|cursor| cursor.word()),
        number: i64::try_from(cursor.page).unwrap_or(i64::MAX),
        pages: i64::try_from(total.div_ceil(cursor.limit.max(1)).max(1)).unwrap_or(i64::MAX),
        total: i64::try_from(total).unwrap_or(i64::MAX),
    }
}

impl Page {
    /// The documented object. Its links hold the API key in plain sight, as a Console's do: clients must not use them.
    fn links<'a>(&self, call: &Call<'_>, endpoint: &str) -> Node<'a> {
        let link = |word: &String| {
            format!(
                "{}/api/v1/canarytokens/{endpoint}?auth_token={}&cursor={word}",
                call.base, call.shared.key
            )
        };
        Node::Object(vec![
            ("next".into(), Node::maybe(self.next.clone())),
            ("next_link".into(), Node::maybe(self.next.as_ref().map(link))),
            ("prev".into(), Node::maybe(self.prev.clone())),
            ("prev_link".into(), Node::maybe(self.prev.as_ref().map(link))),
        ])
    }
}
