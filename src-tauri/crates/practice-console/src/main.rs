//! The practice Console as a program.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use practice_console::{Console, Fault, Role, Settings};

/// A stand-in for a Canary Console, on this computer only (127.0.0.1), to practise and to test with.
///
/// It prints two lines, "listening on http://127.0.0.1:PORT" and "api key KEY", and runs until it is ended (Ctrl+C).
#[derive(Debug, Parser)]
#[command(name = "practice-console", version, after_long_help = MORE)]
struct Arguments {
    /// Port on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// UDP port on 127.0.0.1 on which host names of Canarytokens can be looked up; 0 takes any free one, and a third line tells it
    #[arg(long)]
    dns_port: Option<u16>,
    /// How many Canarytokens the sample fleet has
    #[arg(long, default_value_t = 200)]
    tokens: usize,
    /// Milliseconds each request waits before it is carried out
    #[arg(long, default_value_t = 0)]
    latency_ms: u64,
    /// The same seed makes the same fleet, key and faults
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The API key; made from the seed if left out
    #[arg(long)]
    key: Option<String>,
    /// What the API key may do
    #[arg(long, value_enum, default_value_t = Role::Admin)]
    role: Role,
    /// How to fail, such as "reset-after endpoint=canarytoken/create count=1"; may be given more than once
    #[arg(long, value_name = "RULES")]
    faults: Vec<String>,
    /// The most Canarytokens one page of a list holds
    #[arg(long, default_value_t = 1000)]
    page_limit: usize,
    /// Make every download this many MiB long, for measuring
    #[arg(long, value_name = "MIB")]
    artifact_mib: Option<u64>,
    /// Offer only these kinds, apart by commas
    #[arg(long, value_delimiter = ',', value_name = "KINDS")]
    kinds: Option<Vec<String>>,
    /// A folder with more kinds, one <kind>.toml each
    #[arg(long, value_name = "FOLDER")]
    more_kinds: Option<PathBuf>,
    /// Answer every error with HTTP status 200
    #[arg(long)]
    errors_200: bool,
}

const MORE: &str = "\
Faults are rules apart by ';': a name, then name=value words.
  Which requests: endpoint=canarytoken/create (a * at its end matches all that begin so), rate=0.1, count=3, after=2,
  carried-out=true|false.
  Names: refuse [for-ms=]            the port is closed
         reset-before, reset-after   the connection is reset before the request is read / after it was carried out
         truncated, wrong-length [by=-7], drip [bytes= every-ms=], stall [bytes=]
         too-many [retry-after=], status code=503 [retry-after=], bad-gateway, error message=TEXT (comes last) [status=] [result=]
         empty, huge [mib=], deep [levels=], repeating-cursor, duplicated, redirect [status= to=]

While it runs (no key needed):
  GET    /practice/         its Canarytokens, each with a button that sets it off
  GET    /practice/ledger   what it did, as JSON          DELETE  empties it
  POST   /practice/faults   rules as above, or JSON       GET, DELETE
  POST   /practice/role     admin, analyst, read-only or deploy";

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let console = Console::start(settings(arguments)?).await?;
    let mut out = std::io::stdout();
    writeln!(out, "listening on {}\napi key {}", console.url(), console.key())?;
    if let Some(names) = console.names() {
        writeln!(out, "names on {names}")?;
    }
    out.flush()?;
    tokio::signal::ctrl_c().await?;
    Ok(())
}

fn settings(arguments: Arguments) -> Result<Settings, practice_console::FaultError> {
    Ok(Settings {
        port: arguments.port,
        dns_port: arguments.dns_port,
        tokens: arguments.tokens,
        latency: Duration::from_millis(arguments.latency_ms),
        seed: arguments.seed,
        key: arguments.key,
        role: arguments.role,
        faults: Fault::parse_all(&arguments.faults.join(";"))?,
        page_limit: arguments.page_limit,
        artifact_mib: arguments.artifact_mib,
        kinds: arguments.kinds,
        more_kinds: arguments.more_kinds,
        errors_with_status_200: arguments.errors_200,
        ..Settings::default()
    })
}
