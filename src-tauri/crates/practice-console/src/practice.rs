//! `/practice/…`: what only a practice Console has. No key needed; faults and latency do not touch these.

use std::sync::Arc;

use crate::faults::{Fault, FaultKind};
use crate::json::{self, Node};
use crate::ledger::Touch;
use crate::practice_page;
use crate::server::Shared;
use crate::server::http::{Request, Response};
use crate::settings::Role;

/// A refusal set over HTTP ends by itself after so long: while it lasts nobody can reach the port to end it.
const REFUSAL_MS: u64 = 2_000;

pub(crate) fn answer(shared: &Arc<Shared>, request: &Request) -> Response {
    let method = if request.method == "HEAD" {
        "GET"
    } else {
        request.method.as_str()
    };
    match (method, request.path.as_str()) {
        ("GET", "/") => Response::html(200, HOME),
        ("GET", "/practice/" | "/practice") => practice_page::show(shared),
        ("GET", "/practice/ledger") => as_json(&shared.book().copy()),
        ("DELETE", "/practice/ledger") => {
            shared.book().clear();
            success()
        }
        ("GET", "/practice/faults") => as_json(&shared.plan().faults()),
        ("POST" | "PUT", "/practice/faults") => set_faults(shared, request),
        ("DELETE", "/practice/faults") => {
            shared.set_faults(Vec::new());
            success()
        }
        ("POST" | "PUT", "/practice/role") => set_role(shared, request),
        ("GET", path) => match path.strip_prefix("/practice/t/") {
            Some(rest) => open_token(shared, rest.split('/').next().unwrap_or_default()),
            None => missing(),
        },
        ("POST", path) => match path
            .strip_prefix("/practice/t/")
            .and_then(|rest| rest.strip_suffix("/set-off"))
        {
            Some(id) if shared.touch(id, Touch::Button) => practice_page::back_to(id),
            _ => missing(),
        },
        _ => missing(),
    }
}

fn set_faults(shared: &Arc<Shared>, request: &Request) -> Response {
    let text = String::from_utf8_lossy(&request.body);
    let text = request.parameter("faults").unwrap_or(&text);
    match Fault::parse_all(text) {
        Ok(mut faults) => {
            for fault in &mut faults {
                if let FaultKind::Refuse { for_ms } = &mut fault.kind {
                    for_ms.get_or_insert(REFUSAL_MS);
                }
            }
            shared.set_faults(faults);
            success()
        }
        Err(error) => crate::api::refusal(400, "error", &error.to_string()),
    }
}

fn set_role(shared: &Shared, request: &Request) -> Response {
    let text = String::from_utf8_lossy(&request.body);
    let word = request.parameter("role").unwrap_or(text.trim());
    match serde_json::from_value::<Role>(word.into()) {
        Ok(role) => {
            shared.set_role(role);
            success()
        }
        Err(_) => crate::api::refusal(400, "error", "Roles are admin, analyst, read-only and deploy."),
    }
}

/// Somebody opened a token's link: what would be an alert.
fn open_token(shared: &Shared, id: &str) -> Response {
    if shared.touch(id, Touch::Link) {
        Response::html(200, OPENED)
    } else {
        missing()
    }
}

fn as_json(value: &impl serde::Serialize) -> Response {
    match serde_json::to_value(value) {
        // Rates are not whole numbers, which a Console's own printing does not know.
        Ok(value) => Response::new(
            200,
            "application/json",
            serde_json::to_vec_pretty(&value).unwrap_or_default(),
        ),
        Err(error) => crate::api::refusal(500, "error", &error.to_string()),
    }
}

fn success() -> Response {
    Response::new(
        200,
        "application/json",
        json::print(Node::Object(vec![("result".into(), Node::text("success"))])),
    )
}

fn missing() -> Response {
    Response::html(
        404,
        "<!doctype html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>There is no such address here.</p>\n",
    )
}

const HOME: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Practice Console</title>\n<h1>Practice \
                    Console</h1>\n<p>This is a stand-in for a Canary Console, on this computer only. Nothing here reaches a real \
                    one.</p>\n<p><a href=\"/practice/\">Its Canarytokens</a>, to set them off</p>\n<p>What it did: <a \
                    href=\"/practice/ledger\">ledger</a></p>\n</html>\n";

const OPENED: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Practice Canarytoken</title>\n<h1>This is \
                      a practice Canarytoken</h1>\n<p>A real one would have raised an alert just now.</p>\n</html>\n";
