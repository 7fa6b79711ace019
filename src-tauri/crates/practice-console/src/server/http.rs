//! HTTP/1.1 by hand, as far as a practice Console needs it. By hand because faults must be able to break every rule of it.

use std::borrow::Cow;

use bytes::Bytes;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// The largest head and body that are read.
const HEAD_LIMIT: usize = 64 * 1024;
const BODY_LIMIT: usize = 64 * 1024 * 1024;

/// A request: its head and, once read, its parameters.
#[derive(Debug, Default)]
pub(crate) struct Request {
    pub method: String,
    /// The path without the query, percent signs as they came.
    pub path: String,
    pub query: String,
    pub headers: Vec<(String, String)>,
    pub keep_alive: bool,
    /// Parameters of query and body, in this order.
    pub parameters: Vec<(String, String)>,
    pub files: Vec<Upload>,
    /// The body as it came.
    pub body: Bytes,
    /// The body could not be understood.
    pub garbled: bool,
}

/// A file of a multipart form.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    pub field: String,
    pub file_name: String,
    pub mime: String,
    pub bytes: Bytes,
}

impl Request {
    /// A header's value; names in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// A parameter's value; of a repeated one the last wins.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters
            .iter()
            .rev()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// An uploaded file.
    pub fn file(&self, field: &str) -> Option<&Upload> {
        self.files.iter().find(|file| file.field == field)
    }

    /// The path below `/api/v1/`, without a slash at its end.
    pub fn endpoint(&self) -> Option<&str> {
        self.path
            .strip_prefix("/api/v1/")
            .map(|rest| rest.trim_end_matches('/'))
    }
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Body,
}

/// An answer's body.
#[derive(Debug)]
pub(crate) enum Body {
    Bytes(Vec<u8>),
    /// Starts with `head`, goes on with zeros up to `total` bytes; never held in memory.
    Filler {
        head: Vec<u8>,
        total: u64,
    },
}

impl Body {
    pub fn len(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Filler { total, .. } => *total,
        }
    }
}

impl Response {
    pub fn new(status: u16, mime: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: vec![("Content-Type", mime.to_owned())],
            body: Body::Bytes(body.into()),
        }
    }

    pub fn html(status: u16, text: &str) -> Self {
        Self::new(status, "text/html; charset=utf-8", text)
    }

    /// The head's bytes, announcing `length` bytes (none: chunks, or none at all).
    pub fn head(&self, length: Length, keep_alive: bool) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        for (name, value) in &self.headers {
            let value: Cow<'_, str> = if value.contains(['\r', '\n']) {
                value.replace(['\r', '\n'], " ").into()
            } else {
                value.into()
            };
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        match length {
            Length::Bytes(bytes) => head.push_str(&format!("Content-Length: {bytes}\r\n")),
            Length::Chunks => head.push_str("Transfer-Encoding: chunked\r\n"),
        }
        head.push_str("Server: practice-console\r\nCache-Control: no-store\r\n");
        head.push_str(if keep_alive {
            "Connection: keep-alive\r\n\r\n"
        } else {
            "Connection: close\r\n\r\n"
        });
        head.into_bytes()
    }
}

/// How an answer says where it ends.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Length {
    Bytes(u64),
    Chunks,
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        413 => "Content Too Large",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        _ => "Status",
    }
}

/// Reads requests from a connection; keeps what came too early for the next one.
pub(crate) struct Reader {
    buffer: Vec<u8>,
}

/// Why no request came.
#[derive(Debug)]
pub(crate) enum NoRequest {
    /// The client closed, or the connection broke.
    Closed,
    /// What came is not HTTP, or too large: answer with this status and close.
    Bad(u16),
}

impl From<std::io::Error> for NoRequest {
    fn from(_: std::io::Error) -> Self {
        Self::Closed
    }
}

impl Reader {
    pub fn new() -> Self {
        Self {
            buffer: Vec::with_capacity(4096),
        }
    }

    /// Reads the head of the next request.
    pub async fn head<S: AsyncRead + Unpin>(&mut self, stream: &mut S) -> Result<Request, NoRequest> {
        loop {
            if let Some((request, used)) = parse_head(&self.buffer)? {
                self.buffer.drain(..used);
                return Ok(request);
            }
            if self.buffer.len() > HEAD_LIMIT {
                return Err(NoRequest::Bad(413));
            }
            self.more(stream).await?;
        }
    }

    /// Reads the request's body and its parameters.
    pub async fn body<S>(&mut self, stream: &mut S, request: &mut Request) -> Result<(), NoRequest>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let chunked = request
            .header("transfer-encoding")
            .is_some_and(|value| value.eq_ignore_ascii_case("chunked"));
        let length = match request.header("content-length") {
            Some(value) => value.trim().parse::<usize>().map_err(|_| NoRequest::Bad(400))?,
            None => 0,
        };
        if length > BODY_LIMIT {
            return Err(NoRequest::Bad(413));
        }
        let waits = request
            .header("expect")
            .is_some_and(|value| value.eq_ignore_ascii_case("100-continue"));
        if waits && self.buffer.len() < length.max(1) {
            stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await?;
            stream.flush().await?;
        }
        request.body = if chunked {
            self.chunks(stream).await?.into()
        } else {
            while self.buffer.len() < length {
                self.more(stream).await?;
            }
            self.buffer.drain(..length).collect::<Vec<u8>>().into()
        };
        read_parameters(request).await;
        Ok(())
    }

    async fn chunks<S: AsyncRead + Unpin>(&mut self, stream: &mut S) -> Result<Vec<u8>, NoRequest> {
        let mut body = Vec::new();
        loop {
            let line = self.line(stream).await?;
            let size = line.split(';').next().unwrap_or_default().trim();
            let size = usize::from_str_radix(size, 16).map_err(|_| NoRequest::Bad(400))?;
            if body.len().saturating_add(size) > BODY_LIMIT {
                return Err(NoRequest::Bad(413));
            }
            if size == 0 {
                while !self.line(stream).await?.is_empty() {}
                return Ok(body);
            }
            while self.buffer.len() < size + 2 {
                self.more(stream).await?;
            }
            body.extend(self.buffer.drain(..size));
            if self.buffer.drain(..2).ne(*b"\r\n") {
                return Err(NoRequest::Bad(400));
            }
        }
    }

    async fn line<S: AsyncRead + Unpin>(&mut self, stream: &mut S) -> Result<String, NoRequest> {
        loop {
            if let Some(end) = self.buffer.windows(2).position(|pair| pair == b"\r\n") {
                let line = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
                self.buffer.drain(..end + 2);
                return Ok(line);
            }
            if self.buffer.len() > HEAD_LIMIT {
                return Err(NoRequest::Bad(400));
            }
            self.more(stream).await?;
        }
    }

    async fn more<S: AsyncRead + Unpin>(&mut self, stream: &mut S) -> Result<(), NoRequest> {
        if stream.read_buf(&mut self.buffer).await? == 0 {
            return Err(NoRequest::Closed);
        }
        Ok(())
    }
}

fn parse_head(buffer: &[u8]) -> Result<Option<(Request, usize)>, NoRequest> {
    let mut headers = [httparse::EMPTY_HEADER; 100];
    let mut parsed = httparse::Request::new(&mut headers);
    let used = match parsed.parse(buffer) {
        Ok(httparse::Status::Complete(used)) => used,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(_) => return Err(NoRequest::Bad(400)),
    };
    let target = parsed.path.unwrap_or("/");
    // A client that believes it talks to a proxy sends the whole address.
    let target = match target.strip_prefix("http://") {
        Some(rest) => rest.find('/').map_or("/", |slash| &rest[slash..]),
        None => target,
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let headers: Vec<(String, String)> = parsed
        .headers
        .iter()
        .map(|header| {
            (
                header.name.to_ascii_lowercase(),
                String::from_utf8_lossy(header.value).into_owned(),
            )
        })
        .collect();
    let mut request = Request {
        method: parsed.method.unwrap_or_default().to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers,
        ..Request::default()
    };
    let connection = request.header("connection").unwrap_or_default().to_ascii_lowercase();
    request.keep_alive = if parsed.version == Some(0) {
        connection.contains("keep-alive")
    } else {
        !connection.contains("close")
    };
    Ok(Some((request, used)))
}

async fn read_parameters(request: &mut Request) {
    request.parameters = pairs(request.query.as_bytes());
    let mime = request.header("content-type").unwrap_or_default().to_owned();
    if let Ok(boundary) = multer::parse_boundary(&mime) {
        request.garbled = read_multipart(request, boundary).await.is_err();
    } else if mime.starts_with("application/x-www-form-urlencoded") {
        let form = pairs(&request.body);
        request.parameters.extend(form);
    }
}

fn pairs(text: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(text)
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
        .collect()
}

async fn read_multipart(request: &mut Request, boundary: String) -> Result<(), multer::Error> {
    let body = request.body.clone();
    let once = futures_util::stream::once(async move { Ok::<Bytes, std::io::Error>(body) });
    let mut form = multer::Multipart::new(once, boundary);
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            Some(file_name) => {
                let mime = field.content_type().map(ToString::to_string).unwrap_or_default();
                let bytes = field.bytes().await?;
                request.files.push(Upload {
                    field: name,
                    file_name,
                    mime,
                    bytes,
                });
            }
            None => {
                let text = String::from_utf8_lossy(&field.bytes().await?).into_owned();
                request.parameters.push((name, text));
            }
        }
    }
    Ok(())
}

/// Sends an answer as it should be.
pub(crate) async fn send<S>(
    stream: &mut S,
    response: &Response,
    head_only: bool,
    keep_alive: bool,
) -> std::io::Result<()>
where
    S: AsyncWrite + Unpin,
{
    let mut out = response.head(Length::Bytes(response.body.len()), keep_alive);
    match &response.body {
        _ if head_only => stream.write_all(&out).await?,
        Body::Bytes(bytes) => {
            // One write: two would wait for each other (Nagle and delayed acknowledgements).
            out.extend_from_slice(bytes);
            stream.write_all(&out).await?;
        }
        Body::Filler { head, total } => {
            out.extend_from_slice(head);
            stream.write_all(&out).await?;
            send_zeros(stream, total.saturating_sub(head.len() as u64)).await?;
        }
    }
    stream.flush().await
}

pub(super) async fn send_zeros<S: AsyncWrite + Unpin>(stream: &mut S, mut left: u64) -> std::io::Result<()> {
    static ZEROS: [u8; 64 * 1024] = [0; 64 * 1024];
    while left > 0 {
        let piece = usize::try_from(left).unwrap_or(usize::MAX).min(ZEROS.len());
        stream.write_all(&ZEROS[..piece]).await?;
        left -= piece as u64;
    }
    Ok(())
}
