//! Answers that are wrong on purpose.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::Shared;
use super::http::{self, Body, Length, Request, Response};
use crate::api;
use crate::faults::{Fault, FaultKind};

/// What becomes of the connection after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
    Continue,
    Close,
    Reset,
}

impl After {
    pub fn keep(keep_alive: bool) -> Self {
        if keep_alive { Self::Continue } else { Self::Close }
    }
}

/// Sends what the fault makes of the answer. `response` is the true answer where the request was carried out.
pub(super) async fn send(
    shared: &Arc<Shared>,
    stream: &mut TcpStream,
    request: &Request,
    fault: &Fault,
    mut response: Response,
) -> io::Result<After> {
    let length = response.body.len();
    match &fault.kind {
        FaultKind::Refuse { .. } | FaultKind::ResetBefore | FaultKind::ResetAfter => return Ok(After::Reset),
        FaultKind::Truncated => {
            send_partly(stream, &response, length, length / 2).await?;
            return Ok(After::Close);
        }
        FaultKind::WrongLength { by } => {
            let announced = length.saturating_add_signed(*by);
            send_partly(stream, &response, announced, length).await?;
            return Ok(if announced > length {
                After::Close
            } else {
                After::keep(request.keep_alive)
            });
        }
        FaultKind::Drip { bytes, every_ms } => return drip(stream, &response, *bytes, *every_ms).await,
        FaultKind::Stall { bytes } => return stall(stream, &response, *bytes).await,
        FaultKind::Huge { mib } => return huge(stream, &response, *mib).await,
        FaultKind::Duplicated => http::send(stream, &response, false, request.keep_alive).await?,
        FaultKind::Empty => response.body = Body::Bytes(Vec::new()),
        FaultKind::Deep { levels } => response = Response::new(200, "application/json", deep(*levels)),
        FaultKind::RepeatingCursor => {}
        replaced => response = replacement(shared, request, replaced),
    }
    http::send(stream, &response, request.method == "HEAD", request.keep_alive).await?;
    Ok(After::keep(request.keep_alive))
}

/// Answers that have nothing to do with the request.
fn replacement(shared: &Shared, request: &Request, kind: &FaultKind) -> Response {
    let busy = |status, message: &str, retry_after: Option<u64>| {
        let mut response = api::refusal(status, "error", message);
        response
            .headers
            .extend(retry_after.map(|seconds| ("Retry-After", seconds.to_string())));
        response
    };
    match kind {
        FaultKind::TooMany { retry_after } => busy(429, "Too many requests", *retry_after),
        FaultKind::Status { code, retry_after } => busy(*code, "Something went wrong on the Console", *retry_after),
        FaultKind::Error {
            message,
            status,
            result,
        } => api::refusal(*status, result, message),
        FaultKind::Redirect { status, to } => {
            let query = if request.query.is_empty() {
                String::new()
            } else {
                format!("?{}", request.query)
            };
            let to = to
                .clone()
                .unwrap_or_else(|| format!("{}{}{query}", shared.trap, request.path));
            let mut response = Response::html(*status, "<!doctype html>\n<title>Moved</title>\n<h1>Moved</h1>\n");
            response.headers.push(("Location", to));
            response
        }
        _ => Response::html(
            502,
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad \
             Gateway</h1></center>\r\n<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n",
        ),
    }
}

/// Announces one length and sends another.
async fn send_partly(stream: &mut TcpStream, response: &Response, announced: u64, sent: u64) -> io::Result<()> {
    stream.write_all(&response.head(Length::Bytes(announced), true)).await?;
    let (head, total) = parts(&response.body);
    let sent = sent.min(total);
    let from_head = usize::try_from(sent).unwrap_or(usize::MAX).min(head.len());
    stream.write_all(&head[..from_head]).await?;
    http::send_zeros(stream, sent - from_head as u64).await?;
    stream.flush().await
}

/// The body's real bytes, and its whole length.
fn parts(body: &Body) -> (&[u8], u64) {
    match body {
        Body::Bytes(bytes) => (bytes, bytes.len() as u64),
        Body::Filler { head, total } => (head, *total),
    }
}

async fn drip(stream: &mut TcpStream, response: &Response, bytes: usize, every_ms: u64) -> io::Result<After> {
    let (head, total) = parts(&response.body);
    let mut out = response.head(Length::Bytes(total), true);
    out.extend_from_slice(head);
    let mut zeros = total - head.len() as u64;
    let piece = bytes.max(1);
    for drop in out.chunks(piece) {
        stream.write_all(drop).await?;
        stream.flush().await?;
        tokio::time::sleep(Duration::from_millis(every_ms)).await;
    }
    while zeros > 0 {
        let next = zeros.min(piece as u64);
        http::send_zeros(stream, next).await?;
        zeros -= next;
        tokio::time::sleep(Duration::from_millis(every_ms)).await;
    }
    Ok(After::Continue)
}

/// Sends a beginning, then nothing, until the other side gives up.
async fn stall(stream: &mut TcpStream, response: &Response, bytes: usize) -> io::Result<After> {
    let (head, total) = parts(&response.body);
    let mut out = response.head(Length::Bytes(total), true);
    out.extend_from_slice(head);
    stream.write_all(&out[..bytes.min(out.len())]).await?;
    stream.flush().await?;
    let mut ignored = [0u8; 1024];
    while stream.read(&mut ignored).await? > 0 {}
    Ok(After::Close)
}

/// A JSON body of so many MiB in chunks, so that nothing tells its size beforehand.
async fn huge(stream: &mut TcpStream, response: &Response, mib: u64) -> io::Result<After> {
    const PIECE: usize = 64 * 1024;
    stream.write_all(&response.head(Length::Chunks, true)).await?;
    chunk(stream, b"{\n  \"filler\": \"").await?;
    let filler = vec![b'a'; PIECE];
    for _ in 0..mib * (1024 * 1024 / PIECE as u64) {
        chunk(stream, &filler).await?;
    }
    chunk(stream, b"\",\n  \"result\": \"success\"\n}\n").await?;
    stream.write_all(b"0\r\n\r\n").await?;
    stream.flush().await?;
    Ok(After::Continue)
}

async fn chunk(stream: &mut TcpStream, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(format!("{:x}\r\n", bytes.len()).as_bytes()).await?;
    stream.write_all(bytes).await?;
    stream.write_all(b"\r\n").await
}

fn deep(levels: usize) -> Vec<u8> {
    let mut out = b"{\n  \"deep\": ".to_vec();
    out.resize(out.len() + levels, b'[');
    out.resize(out.len() + levels, b']');
    out.extend_from_slice(b",\n  \"result\": \"success\"\n}\n");
    out
}
