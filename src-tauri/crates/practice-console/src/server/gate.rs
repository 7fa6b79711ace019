//! The port, which can be truly closed (connecting is refused) and opened again.

use std::io;
use std::net::SocketAddr;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::Handle;

use super::lock;

/// The listening port of a Console.
pub(crate) struct Gate {
    address: SocketAddr,
    runtime: Handle,
    inner: Mutex<Inner>,
}

struct Inner {
    door: Door,
    waiting: Option<Waker>,
    /// Counts shuttings, so that a time limit of an earlier one does not end a later one.
    turn: u64,
}

enum Door {
    Open(TcpListener),
    /// The socket keeps the port ours while nobody listens; where it could not be had the port is bound anew later.
    Shut(Option<TcpSocket>),
    Ended,
}

impl Gate {
    /// Must be called on a runtime.
    pub fn new(listener: TcpListener) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let inner = Inner {
            door: Door::Open(listener),
            waiting: None,
            turn: 0,
        };
        Ok(Self {
            address,
            runtime: Handle::current(),
            inner: Mutex::new(inner),
        })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn runtime(&self) -> &Handle {
        &self.runtime
    }

    pub fn is_shut(&self) -> bool {
        !matches!(lock(&self.inner).door, Door::Open(_))
    }

    /// The next connection; waits while the gate is shut.
    pub async fn accept(&self) -> io::Result<TcpStream> {
        std::future::poll_fn(|context| self.poll_accept(context)).await
    }

    fn poll_accept(&self, context: &mut Context<'_>) -> Poll<io::Result<TcpStream>> {
        let mut inner = lock(&self.inner);
        // Kept in both states: a listener that is dropped wakes nobody.
        inner.waiting = Some(context.waker().clone());
        match &inner.door {
            Door::Open(listener) => listener.poll_accept(context).map_ok(|(stream, _)| stream),
            Door::Shut(_) | Door::Ended => Poll::Pending,
        }
    }

    /// Closes the port; connecting is refused when this returns. Answers the number of this shutting.
    pub fn shut(&self) -> u64 {
        let _runtime = self.runtime.enter();
        let mut inner = lock(&self.inner);
        inner.turn += 1;
        if matches!(inner.door, Door::Open(_)) {
            inner.door = Door::Shut(None);
            inner.door = Door::Shut(self.keep_port().ok());
        }
        inner.turn
    }

    /// Opens the port again, if it is shut.
    pub fn open(&self) {
        let _runtime = self.runtime.enter();
        let mut inner = lock(&self.inner);
        self.reopen(&mut inner);
    }

    /// Opens the port if nobody has shut it again since.
    pub fn open_if_turn(&self, turn: u64) {
        let _runtime = self.runtime.enter();
        let mut inner = lock(&self.inner);
        if inner.turn == turn {
            self.reopen(&mut inner);
        }
    }

    /// Closes the port for good.
    pub fn end(&self) {
        let _runtime = self.runtime.enter();
        lock(&self.inner).door = Door::Ended;
    }

    fn reopen(&self, inner: &mut Inner) {
        let Door::Shut(kept) = &mut inner.door else { return };
        let kept = kept.take().map_or_else(|| self.keep_port(), Ok);
        let listener = kept
            .and_then(|socket| socket.listen(1024))
            .or_else(|_| self.keep_port()?.listen(1024));
        if let Ok(listener) = listener {
            inner.door = Door::Open(listener);
            if let Some(waker) = inner.waiting.take() {
                waker.wake();
            }
        }
    }

    /// A socket that has the port and does not listen.
    fn keep_port(&self) -> io::Result<TcpSocket> {
        let socket = TcpSocket::new_v4()?;
        socket.set_reuseaddr(cfg!(unix))?;
        socket.bind(self.address)?;
        Ok(socket)
    }
}
