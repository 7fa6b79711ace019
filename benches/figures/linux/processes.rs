//! Memory of processes, as Linux counts it.

use std::fs;

/// A process and everything it started.
pub fn family(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| entry.file_name().to_string_lossy().parse().ok())
        .filter_map(|id| Some((id, parent(id)?)))
        .collect();
    let mut family = vec![root];
    let mut at = 0;
    while let Some(one) = family.get(at).copied() {
        family.extend(parents.iter().filter(|(_, parent)| *parent == one).map(|(id, _)| *id));
        at += 1;
    }
    family
}

/// Those of a family whose program has this name.
pub fn named(family: &[u32], name: &str) -> Vec<u32> {
    let is = |id: &u32| fs::read_to_string(format!("/proc/{id}/comm")).is_ok_and(|comm| name.starts_with(comm.trim()));
    family.iter().copied().filter(is).collect()
}

/// Their memory in MiB; what several share is counted in parts (PSS).
pub fn memory(ids: &[u32]) -> f64 {
    let of = |id: &u32| kib(&format!("/proc/{id}/smaps_rollup"), "Pss:").unwrap_or(0.0);
    ids.iter().map(of).sum::<f64>() / 1024.0
}

/// What a process has in memory now, in MiB.
pub fn resident(id: u32) -> f64 {
    kib(&format!("/proc/{id}/status"), "VmRSS:").unwrap_or(0.0) / 1024.0
}

/// The most a process had in memory since it started, or since `forget_peak`, in MiB. None: it has ended.
pub fn peak(id: u32) -> Option<f64> {
    kib(&format!("/proc/{id}/status"), "VmHWM:").map(|kib| kib / 1024.0)
}

/// Lets `peak` begin anew.
pub fn forget_peak(id: u32) {
    fs::write(format!("/proc/{id}/clear_refs"), "5").unwrap();
}

fn kib(file: &str, line: &str) -> Option<f64> {
    let text = fs::read_to_string(file).ok()?;
    let found = text.lines().find_map(|one| one.strip_prefix(line))?;
    found.trim().trim_end_matches("kB").trim().parse().ok()
}

fn parent(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name in parentheses may hold anything; state and parent follow it.
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}
