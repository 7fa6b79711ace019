//! A practice Console as a program of its own: what it knows of the app, it knows by HTTP.

use super::desktop::Process;
use serde_json::Value;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, SystemTime},
};

/// A running practice Console.
pub struct PracticeConsole {
    process: Process,
    /// Such as `http://127.0.0.1:40123`.
    pub address: String,
    /// The API key it accepts.
    pub key: String,
}

impl PracticeConsole {
    /// Starts one with `arguments`, such as `["--tokens", "25", "--role", "deploy"]`.
    pub fn start(arguments: &[&str]) -> Self {
        let program = program("practice-console");
        let mut child = Command::new(&program)
            .args(["--port", "0", "--seed", "1"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!(
                    "{}: {error}; build it with cargo build --workspace --bins",
                    program.display()
                )
            });
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut after = |prefix: &str| {
            let line = lines
                .next()
                .unwrap_or_else(|| panic!("the practice Console did not print “{prefix}”"))
                .unwrap();
            line.strip_prefix(prefix)
                .unwrap_or_else(|| panic!("“{line}” instead of “{prefix}…”"))
                .trim()
                .to_owned()
        };
        let address = after("listening on ");
        let key = after("api key ");
        Self {
            process: Process(child),
            address,
            key,
        }
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.process.0.id()
    }

    /// Ends it: from now on nobody answers at its address.
    pub fn end(&mut self) {
        // It may have ended by itself.
        let _ = self.process.0.kill();
        let _ = self.process.0.wait();
    }

    /// The requests it was sent so far, as its ledger has them.
    pub fn requests(&self) -> Vec<Value> {
        self.ledger()["entries"]
            .as_array()
            .expect("the ledger has entries")
            .clone()
    }

    /// Those of them to this endpoint that it carried out.
    pub fn carried_out(&self, endpoint: &str) -> Vec<Value> {
        let mut all = self.requests();
        all.retain(|entry| entry["endpoint"] == endpoint && entry["outcome"] == "carried-out");
        all
    }

    /// What it did so far.
    pub fn ledger(&self) -> Value {
        self.get("/practice/ledger")
    }

    /// The moment from which its ledger counts, in milliseconds since 1970.
    pub fn began(&self) -> f64 {
        self.get("/api/v1/ping");
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
        let last = self.requests().pop().expect("the ping is in the ledger");
        now.as_secs_f64() * 1000.0 - last["at_ms"].as_f64().unwrap()
    }

    /// Opens the link of a Canarytoken, as somebody would who found it.
    pub fn open_link_of(&self, id: &str) {
        let found = self.get(&format!("/api/v1/canarytoken/fetch?canarytoken={id}"));
        let link = found["token"]["url"].as_str().expect("it has a link");
        let path = link
            .strip_prefix(&self.address)
            .expect("its link leads to this Console");
        assert!(self.read(path).contains("This is a practice Canarytoken"));
    }

    /// What it answers to a request with its key.
    pub fn get(&self, path: &str) -> Value {
        let body = self.read(path);
        serde_json::from_str(&body).unwrap_or_else(|error| panic!("{error}: {body}"))
    }

    fn read(&self, path: &str) -> String {
        let authority = self.address.trim_start_matches("http://");
        let mut stream = TcpStream::connect(authority).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        // HTTP/1.0: the answer ends with the connection.
        let key = &self.key;
        write!(
            stream,
            "GET {path} HTTP/1.0\r\nHost: {authority}\r\nX-Canary-Auth-Token: {key}\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (_, body) = answer.split_once("\r\n\r\n").expect("an HTTP answer");
        body.to_owned()
    }
}

/// A program of this workspace: in the folder where cargo put Nestbox itself, or where `NESTBOX_PROGRAMS` says.
pub fn program(name: &str) -> PathBuf {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    match std::env::var_os("NESTBOX_PROGRAMS") {
        Some(folder) => Path::new(&folder).join(name),
        None => Path::new(env!("CARGO_BIN_EXE_nestbox")).with_file_name(name),
    }
}
