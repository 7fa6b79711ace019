//! One connection: reads requests, carries them out or fails as told, answers.

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpStream;

use super::Shared;
use super::http::{self, NoRequest, Reader, Request, Response};
use super::misbehaviour::{self, After};
use crate::faults::{Fault, FaultKind};
use crate::ledger::{Did, Noted, Outcome, Stray};
use crate::{api, practice};

/// Serves a connection until it ends or the Console stops.
pub(super) async fn serve(shared: Arc<Shared>, stream: TcpStream) {
    let mut stop = shared.stop.subscribe();
    tokio::select! {
        () = talk(&shared, stream) => {}
        _ = stop.wait_for(|stop| *stop) => {}
    }
}

async fn talk(shared: &Arc<Shared>, mut stream: TcpStream) {
    let mut closing = shared.closing.subscribe();
    // Small answers at once; a failure only makes them slower.
    let _ = stream.set_nodelay(true);
    let mut reader = Reader::new();
    loop {
        let head = tokio::select! {
            head = reader.head(&mut stream) => head,
            _ = closing.changed() => return,
        };
        let mut request = match head {
            Ok(request) => request,
            Err(why) => return turn_away(&mut stream, why).await,
        };
        let next = if request.endpoint().is_some() {
            if shared.gate.is_shut() {
                return reset(stream);
            }
            let _visit = Visit::new(shared);
            exchange(shared, &mut stream, &mut reader, &mut request).await
        } else {
            aside(shared, &mut stream, &mut reader, &mut request).await
        };
        match next {
            Ok(After::Continue) => {}
            Ok(After::Close) => {
                return close(stream).await;
            }
            Ok(After::Reset) => return reset(stream),
            Err(why) => return turn_away(&mut stream, why).await,
        }
    }
}

/// Counts a request as in flight while it lives.
struct Visit<'a>(&'a Shared);

impl<'a> Visit<'a> {
    fn new(shared: &'a Shared) -> Self {
        shared.book().arrived();
        Self(shared)
    }
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        self.0.book().left();
    }
}

/// An API request.
async fn exchange(
    shared: &Arc<Shared>,
    stream: &mut TcpStream,
    reader: &mut Reader,
    request: &mut Request,
) -> Result<After, NoRequest> {
    let endpoint = request.endpoint().unwrap_or_default().to_owned();
    let fault = shared.plan().pick(&endpoint);
    if let Some(
        fault @ Fault {
            kind: FaultKind::ResetBefore | FaultKind::Refuse { .. },
            ..
        },
    ) = &fault
    {
        note(shared, request, Some(fault), Outcome::Prevented, Did::default());
        if let FaultKind::Refuse { for_ms } = fault.kind {
            shared.refuse(for_ms.filter(|ms| *ms > 0));
        }
        return Ok(After::Reset);
    }
    reader.body(stream, request).await?;
    if !shared.settings.latency.is_zero() {
        // Not tokio's clock: it counts whole milliseconds and rounds up, which of 50 are three in a hundred.
        async_io::Timer::after(shared.settings.latency).await;
    }
    let response = carry_out(shared, request, fault.as_ref());
    let head_only = request.method == "HEAD";
    match &fault {
        Some(fault) => Ok(misbehaviour::send(shared, stream, request, fault, response).await?),
        None => {
            http::send(stream, &response, head_only, request.keep_alive).await?;
            Ok(After::keep(request.keep_alive))
        }
    }
}

/// Does what the request asks, unless the fault forbids, and writes the ledger in either case.
fn carry_out(shared: &Shared, request: &Request, fault: Option<&Fault>) -> Response {
    if fault.is_some_and(|fault| !fault.is_carried_out()) {
        note(shared, request, fault, Outcome::Prevented, Did::default());
        return Response::new(200, "application/json", Vec::new());
    }
    let repeats = fault.is_some_and(|fault| fault.kind == FaultKind::RepeatingCursor);
    let (response, did) = api::answer(shared, request, repeats);
    if let Some((done, did)) = did {
        let outcome = if done { Outcome::CarriedOut } else { Outcome::Refused };
        note(shared, request, fault, outcome, did);
    }
    response
}

fn note(shared: &Shared, request: &Request, fault: Option<&Fault>, outcome: Outcome, did: Did) {
    let mut parameters: Vec<String> = request.parameters.iter().map(|(name, _)| name.clone()).collect();
    parameters.extend(request.files.iter().map(|file| file.field.clone()));
    parameters.sort();
    parameters.dedup();
    let endpoint = request.endpoint().unwrap_or_default();
    let noted = Noted {
        method: &request.method,
        endpoint,
        fault: fault.map(Fault::name),
        parameters,
    };
    shared.book().note(noted, outcome, did);
}

/// A request that is not for the API: the practice pages. They never fail on purpose.
async fn aside(
    shared: &Arc<Shared>,
    stream: &mut TcpStream,
    reader: &mut Reader,
    request: &mut Request,
) -> Result<After, NoRequest> {
    reader.body(stream, request).await?;
    let response = practice::answer(shared, request);
    // After a refusal has begun nothing stays connected.
    let keep_alive = request.keep_alive && !shared.gate.is_shut();
    http::send(stream, &response, request.method == "HEAD", keep_alive).await?;
    Ok(After::keep(keep_alive))
}

/// Says why what came is no request, where there is anybody to tell.
async fn turn_away(stream: &mut TcpStream, why: NoRequest) {
    if let NoRequest::Bad(status) = why {
        let response = Response::html(
            status,
            "<!doctype html>\n<title>Bad request</title>\n<h1>Bad request</h1>\n",
        );
        // The other side may be gone; then there is nothing to say.
        let _ = http::send(stream, &response, false, false).await;
    }
}

/// Closes so that what was written arrives: says goodbye, then waits a moment for the other side to do so.
async fn close(mut stream: TcpStream) {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let _ = stream.shutdown().await;
    let mut rest = [0u8; 1024];
    let drain = async { while matches!(stream.read(&mut rest).await, Ok(read) if read > 0) {} };
    let _ = tokio::time::timeout(Duration::from_millis(500), drain).await;
}

/// Drops the connection with a reset instead of a goodbye.
fn reset(stream: TcpStream) {
    // Where the option is missing, dropping unread data resets as well.
    let _ = stream.set_zero_linger();
    drop(stream);
}

/// The second port: notes who followed a redirect there, and with what.
pub(super) async fn serve_stray(shared: Arc<Shared>, mut stream: TcpStream) {
    let mut reader = Reader::new();
    let Ok(mut request) = reader.head(&mut stream).await else {
        return;
    };
    let body = reader.body(&mut stream, &mut request).await;
    let in_header = request.headers.iter().any(|(_, value)| value.contains(&shared.key));
    let in_body = body.is_ok() && String::from_utf8_lossy(&request.body).contains(&shared.key);
    let target = if request.query.is_empty() {
        request.path.clone()
    } else {
        format!("{}?{}", request.path, request.query)
    };
    let had_key = in_header || in_body || target.contains(&shared.key);
    let target = target.replace(&shared.key, "KEY");
    shared.book().stray(Stray {
        method: request.method.clone(),
        target,
        had_key,
    });
    let response = Response::new(200, "application/json", "{\n  \"result\": \"success\"\n}\n");
    // The other side may be gone; it is in the ledger all the same.
    let _ = http::send(&mut stream, &response, false, false).await;
    close(stream).await;
}
