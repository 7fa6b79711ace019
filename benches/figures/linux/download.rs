//! A large artifact, saved by the program and by curl from the same Console to the same disk.

use super::{
    harness::{Stage, console::program, dialogs},
    list::{milliseconds, number},
    processes,
};
use crate::report::{Figure, Goal, Report, median};
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// The size of the artifact.
const MIB: u64 = 512;
const RUNS: usize = 5;

/// Time and additional memory. The program lets the disk confirm the file before it says "saved", so curl's file is confirmed too (`sync`).
pub async fn against_curl(report: &mut Report) {
    let stage = Stage::start(&["--tokens", "30", "--artifact-mib", &MIB.to_string()], &[]).await;
    stage.connect().await;
    let window = stage.window();
    window.sees("30 Canarytokens").await;
    // By its id: the words of its kind find other kinds too, whose files end otherwise.
    let token = some_document(&stage);
    window.fill("Search Canarytokens", &token).await;
    window.sees("1 of 30").await;
    window.open_row(1).await;
    window.find("button", "Save file…").await;
    let id = stage.desktop.process_of(&program("nestbox")).expect("the program runs");

    let (mut our_time, mut our_memory, mut curl_time, mut curl_memory) = (vec![], vec![], vec![], vec![]);
    for run in 0..RUNS {
        let (time, memory) = save(&stage, id, run).await;
        our_time.push(time);
        our_memory.push(memory);
        let (time, memory) = curl(&stage, &token);
        curl_time.push(time);
        curl_memory.push(memory);
    }
    let peer = |values| Some(("curl, then sync", median(values)));
    report.add(Figure {
        name: "download-time",
        ours: median(our_time),
        unit: "ms",
        peer: peer(curl_time),
        goal: Goal::TimesPeer(1.15),
    });
    report.add(Figure {
        name: "download-memory",
        ours: median(our_memory),
        unit: "MiB",
        peer: peer(curl_memory),
        goal: Goal::TimesPeer(1.5),
    });
    stage.end().await;
}

/// Milliseconds from the request's arrival to the file's own name, and MiB above what the program had before.
async fn save(stage: &Stage, id: u32, run: usize) -> (f64, f64) {
    let file = stage.desktop.path(&format!("files/large-{run}.docx"));
    processes::forget_peak(id);
    let before = processes::resident(id);
    stage.window().press("Save file…").await;
    dialogs::save_as(&stage.desktop, &file);
    let started = Instant::now();
    while !file.is_file() {
        assert!(started.elapsed() < Duration::from_secs(120), "the file was not saved");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let peak = processes::peak(id).unwrap();
    let ended = milliseconds(renamed(&file));
    let last = stage.console.carried_out("canarytoken/download").pop().unwrap();
    let began = stage.console.began() + number(&last["at_ms"]);
    assert_eq!(fs::metadata(&file).unwrap().len(), MIB << 20);
    fs::remove_file(&file).unwrap();
    stage.window().press("Close this message").await;
    (ended - began, peak - before)
}

/// When a file got its name.
fn renamed(file: &Path) -> std::time::SystemTime {
    use std::os::unix::fs::MetadataExt;
    let meta = fs::metadata(file).unwrap();
    let seconds = u64::try_from(meta.ctime()).unwrap();
    std::time::SystemTime::UNIX_EPOCH + Duration::new(seconds, u32::try_from(meta.ctime_nsec()).unwrap())
}

/// The id of a Canarytoken with a file of its own.
fn some_document(stage: &Stage) -> String {
    let answer = stage.console.get("/api/v1/canarytokens/paginate?limit=1000");
    let all = answer["canarytokens"].as_array().expect("a list of Canarytokens");
    let document = all
        .iter()
        .find(|one| one["kind"] == "doc-msword")
        .expect("there is a Word document");
    document["canarytoken"].as_str().expect("it has an id").to_owned()
}

fn curl(stage: &Stage, token: &str) -> (f64, f64) {
    let file = stage.desktop.path("files/by-curl");
    let address = format!(
        "{}/api/v1/canarytoken/download?canarytoken={token}",
        stage.console.address
    );
    let started = Instant::now();
    let mut child = Command::new("curl")
        .args(["--silent", "--fail", "--location", "--noproxy", "*", "--output"])
        .arg(&file)
        .args([
            "--header",
            &format!("X-Canary-Auth-Token: {}", stage.console.key),
            &address,
        ])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = 0.0_f64;
    while child.try_wait().unwrap().is_none() {
        peak = peak.max(processes::peak(child.id()).unwrap_or(0.0));
        std::thread::sleep(Duration::from_millis(2));
    }
    assert!(child.wait().unwrap().success(), "curl could not download");
    assert!(Command::new("sync").arg(&file).status().unwrap().success());
    let took = started.elapsed().as_secs_f64() * 1000.0;
    assert_eq!(fs::metadata(&file).unwrap().len(), MIB << 20);
    fs::remove_file(&file).unwrap();
    (took, peak)
}
