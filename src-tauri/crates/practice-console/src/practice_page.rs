//! The page for people who practise: every Canarytoken with a button that sets it off, in place of somebody who touches it.

use std::fmt::Write as _;

use crate::server::Shared;
use crate::server::http::Response;

/// So many are on the page, the newest first: more would only make it slow.
const MOST: usize = 1_000;

/// The page.
pub(crate) fn show(shared: &Shared) -> Response {
    let store = shared.store();
    let mut rows = String::new();
    for token in store.tokens.values().rev().take(MOST) {
        let _ = writeln!(
            rows,
            "<tr id=\"t-{id}\"><td>{kind}</td><td class=\"memo\">{memo}</td><td><code>{host}</code></td><td>{alerts}</td><td>{action}</td></tr>",
            id = escaped(&token.id),
            kind = escaped(&token.kind),
            memo = escaped(&token.memo),
            host = escaped(&token.hostname()),
            alerts = token.triggered,
            action = if token.enabled {
                button(&token.id)
            } else {
                "Off".to_owned()
            },
        );
    }
    let all = store.tokens.len();
    let some = match all {
        0 => "<p>There are no Canarytokens yet.</p>".to_owned(),
        _ if all > MOST => format!("<p>The newest {MOST} of {all}.</p>"),
        _ => String::new(),
    };
    drop(store);
    let names = shared.names.map(|address| {
        format!(
            "<p>Looking up a host name sets it off too, when this Console is asked: <code>nslookup -port={} NAME {}</code></p>",
            address.port(),
            address.ip()
        )
    });
    let names = names.unwrap_or_default();
    Response::html(
        200,
        &format!("{START}{names}{some}<table>\n<thead>{HEAD}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</html>\n"),
    )
}

/// Where to go after a Canarytoken was set off: back, to its line.
pub(crate) fn back_to(id: &str) -> Response {
    let mut response = Response::html(303, "<!doctype html>\n<title>Set off</title>\n");
    response.headers.push(("Location", format!("/practice/#t-{id}")));
    response
}

fn button(id: &str) -> String {
    let id = escaped(id);
    format!("<form method=\"post\" action=\"/practice/t/{id}/set-off\"><button>Set it off</button></form>")
}

/// Text that can be no markup, in an element or in an attribute.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

const HEAD: &str = "<tr><th>Kind</th><th>Reminder</th><th>Host name</th><th>Alerts</th><th></th></tr>";

const START: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Practice Console: Canarytokens</title>\n\
    <style>:root{color-scheme:light dark}body{font:14px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}\
    td,th{text-align:start;padding:6px 12px;border-bottom:1px solid #8884;vertical-align:top}.memo{white-space:pre-line}\
    tr:target{background:light-dark(#fff3c4,#4a3f12)}form{margin:0}</style>\n<h1>Canarytokens of the practice Console</h1>\n\
    <p>Here you can be the intruder. Opening a Canarytoken’s link sets it off, and so does its button here. Nothing of this reaches a \
    real Console.</p>\n";
