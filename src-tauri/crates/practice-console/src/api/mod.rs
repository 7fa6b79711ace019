//! The Console's API: who may do what, and which function does it.

mod create;
mod factories;
mod flocks;
mod lists;
mod rules;
mod tokens;

use crate::artifacts::File;
use crate::json::{self, Node, Pairs};
use crate::ledger::{Auth, Did};
use crate::server::Shared;
use crate::server::http::{Body, Request, Response};
use crate::settings::Role;
use crate::store::{Factory, Store};

/// What a request needs the key's role to allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    /// Any role.
    Ping,
    /// Sees, changes nothing.
    Read,
    /// As [`Need::Read`], and the Deploy role may too.
    Download,
    /// As [`Need::Change`], and the Deploy role may too.
    Create,
    /// Changes something.
    Change,
    /// No key at all, but a factory's `factory_auth`.
    Factory,
}

/// A request while it is carried out.
pub(crate) struct Call<'a> {
    pub shared: &'a Shared,
    pub store: &'a mut Store,
    pub request: &'a Request,
    pub did: &'a mut Did,
    /// The one flock the caller is bound to, by its role or its factory.
    pub only_flock: Option<String>,
    /// The address this Console is reached at, without a slash at its end.
    pub base: &'a str,
    /// A fault wants lists to repeat their cursor.
    pub repeats: bool,
}

/// What a function answers with.
pub(crate) enum Reply<'a> {
    /// Pairs beside `"result": "success"`.
    Json(Pairs<'a>),
    File(File),
}

/// Why the Console says no: HTTP status and message.
#[derive(Debug)]
pub(crate) struct No(pub u16, pub String);

impl No {
    pub fn parameters() -> Self {
        Self(400, "Could not process the parameters".to_owned())
    }

    pub fn not_found() -> Self {
        Self(404, "Could not find the Canarytoken".to_owned())
    }

    pub fn flock() -> Self {
        Self(400, "Flock does not exist.".to_owned())
    }
}

type Function = for<'a> fn(Call<'a>) -> Result<Reply<'a>, No>;

/// Every endpoint: method, path below `/api/v1/`, what it needs, what does it.
const ENDPOINTS: &[(&str, &str, Need, Function)] = &[
    ("GET", "ping", Need::Ping, tokens::ping),
    ("POST", "canarytoken/create", Need::Create, create::create),
    ("POST", "canarytoken/delete", Need::Change, tokens::delete),
    ("POST", "canarytoken/disable", Need::Change, tokens::disable),
    ("POST", "canarytoken/enable", Need::Change, tokens::enable),
    ("GET", "canarytoken/download", Need::Download, tokens::download),
    ("GET", "canarytoken/fetch", Need::Read, tokens::fetch),
    ("POST", "canarytoken/update", Need::Change, tokens::update),
    (
        "POST",
        "canarytoken/update/redirect_url",
        Need::Change,
        tokens::update_redirect,
    ),
    (
        "POST",
        "canarytoken/remove/redirect_url",
        Need::Change,
        tokens::remove_redirect,
    ),
    ("POST", "canarytoken/remove/s3", Need::Change, tokens::remove_s3),
    ("POST", "apeeperfactory/delete", Need::Change, factories::delete_apeeper),
    ("GET", "canarytokens/list", Need::Read, lists::kinds),
    ("GET", "canarytokens/fetch", Need::Read, lists::all),
    ("GET", "canarytokens/paginate", Need::Read, lists::paginate),
    ("GET", "canarytokens/search", Need::Read, lists::search),
    ("POST", "canarytokens/delete", Need::Change, tokens::delete_by_domain),
    ("GET", "flocks/list", Need::Read, flocks::list),
    ("GET", "flocks/summary", Need::Read, flocks::summary),
    ("POST", "flock/move", Need::Change, flocks::move_token),
    ("GET", "canarytokens/factory/list", Need::Read, factories::kinds),
    ("POST", "canarytoken/create_factory", Need::Change, factories::create),
    ("GET", "canarytoken/list_factories", Need::Read, factories::list),
    ("DELETE", "canarytoken/delete_factory", Need::Change, factories::delete),
    ("POST", "canarytoken/factory/create", Need::Factory, create::create),
    ("GET", "canarytoken/factory/download", Need::Factory, tokens::download),
];

/// The answer to a request, with what to write into the ledger. `None` in place of [`Did`]: there is no such endpoint.
pub(crate) fn answer(shared: &Shared, request: &Request, repeats: bool) -> (Response, Option<(bool, Did)>) {
    let path = request.endpoint().unwrap_or_default();
    let mut methods = ENDPOINTS.iter().filter(|endpoint| endpoint.1 == path).peekable();
    if methods.peek().is_none() {
        let page = "<!doctype html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>There is no such address here.</p>\n";
        return (Response::html(404, page), None);
    }
    let method = if request.method == "HEAD" {
        "GET"
    } else {
        request.method.as_str()
    };
    let Some((_, _, need, function)) = methods.find(|endpoint| endpoint.0 == method) else {
        let page = "<!doctype html>\n<title>405 Method Not Allowed</title>\n<h1>Method Not Allowed</h1>\n";
        return (Response::html(405, page), None);
    };
    let mut did = Did::default();
    let result = carry_out(shared, request, *need, *function, repeats, &mut did);
    let done = result.is_ok();
    let response = result.unwrap_or_else(|No(status, message)| {
        did.message = Some(message.clone());
        let status = if shared.settings.errors_with_status_200 {
            200
        } else {
            status
        };
        refusal(status, "error", &message)
    });
    (response, Some((done, did)))
}

fn carry_out(
    shared: &Shared,
    request: &Request,
    need: Need,
    function: Function,
    repeats: bool,
    did: &mut Did,
) -> Result<Response, No> {
    let mut store = shared.store();
    let only_flock = admit(shared, &store, request, need, did)?;
    if request.garbled {
        return Err(No::parameters());
    }
    let base = shared.base();
    let call = Call {
        shared,
        store: &mut store,
        request,
        did,
        only_flock,
        base: &base,
        repeats,
    };
    Ok(match function(call)? {
        Reply::Json(mut pairs) => {
            pairs.push(("result".into(), Node::text("success")));
            Response::new(200, "application/json", json::print(Node::Object(pairs)))
        }
        Reply::File(file) => file_response(shared, file),
    })
}

/// Key, then role: both before anything else is looked at. Answers the flock the caller is bound to.
fn admit(shared: &Shared, store: &Store, request: &Request, need: Need, did: &mut Did) -> Result<Option<String>, No> {
    if need == Need::Factory {
        let auth = request.parameter("factory_auth").unwrap_or_default();
        let factory = factory(store, auth).ok_or_else(|| No(401, "Invalid factory_auth".to_owned()))?;
        did.auth = Auth::Factory;
        return Ok(Some(factory.flock.to_string()));
    }
    let parameter = request.parameter("auth_token");
    match (request.header("x-canary-auth-token"), parameter) {
        (Some(key), _) => {
            did.auth = Auth::Header;
            if key.trim() != shared.key {
                return Err(No(401, "Unauthorized".to_owned()));
            }
        }
        (None, parameter) => {
            did.auth = if parameter.is_some() {
                Auth::Parameter
            } else {
                Auth::None
            };
            if parameter != Some(shared.key.as_str()) {
                return Err(No(401, "Invalid auth_token".to_owned()));
            }
        }
    }
    let role = shared.role();
    let allowed = match role {
        Role::Admin => true,
        Role::Analyst | Role::ReadOnly => matches!(need, Need::Ping | Need::Read | Need::Download),
        Role::Deploy => matches!(need, Need::Ping | Need::Create | Need::Download),
    };
    if !allowed {
        return Err(No(
            403,
            format!("This API key has the role {}, which does not allow this.", role.name()),
        ));
    }
    Ok((role == Role::Deploy).then(|| shared.settings.key_flock.clone()))
}

fn factory<'a>(store: &'a Store, auth: &str) -> Option<&'a Factory> {
    store.factories.iter().find(|factory| factory.auth == auth)
}

/// An error envelope.
pub(crate) fn refusal(status: u16, word: &str, message: &str) -> Response {
    let pairs = vec![
        ("result".into(), Node::text(word)),
        ("message".into(), Node::text(message)),
    ];
    Response::new(status, "application/json", json::print(Node::Object(pairs)))
}

fn file_response(shared: &Shared, file: File) -> Response {
    let mut response = Response::new(200, file.mime, file.bytes);
    // Unquoted, as a Console writes it; the vendor's client cuts the name out behind `filename=`.
    response
        .headers
        .push(("Content-Disposition", format!("attachment; filename={}", file.name)));
    if let Some(mib) = shared.settings.artifact_mib
        && let Body::Bytes(head) = response.body
    {
        let total = (mib * 1024 * 1024).max(head.len() as u64);
        response.body = Body::Filler { head, total };
    }
    response
}

impl<'a> Call<'a> {
    /// A parameter that must be there and must not be empty.
    pub fn required(&self, name: &str) -> Result<&'a str, No> {
        self.request
            .parameter(name)
            .filter(|value| !value.is_empty())
            .ok_or_else(No::parameters)
    }

    /// A parameter, unless it is empty.
    pub fn optional(&self, name: &str) -> Option<&'a str> {
        self.request.parameter(name).filter(|value| !value.is_empty())
    }

    /// The id in `canarytoken`, if there is such a token and the caller may know of it.
    pub fn token_id(&self) -> Result<String, No> {
        let id = self.required("canarytoken")?;
        let token = self.store.get(id).ok_or_else(No::not_found)?;
        match &self.only_flock {
            Some(flock) if **flock != *token.flock => Err(No::not_found()),
            _ => Ok(id.to_owned()),
        }
    }
}
