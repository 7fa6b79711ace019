//! What a person downloads.

use crate::report::{Figure, Goal, Report};
use std::{env, fs, path::PathBuf};

/// The Debian package that `scripts/package` made just before.
pub fn size(report: &mut Report) {
    let folder = PathBuf::from(env::var_os("NESTBOX_PACKAGES").expect("scripts/bench says where the packages are"));
    let packages = fs::read_dir(&folder).expect("the packages were built");
    let sizes: Vec<u64> = packages
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "deb"))
        .map(|entry| entry.metadata().unwrap().len())
        .collect();
    let [bytes] = sizes[..] else {
        panic!("there is not one .deb in {}", folder.display());
    };
    report.add(Figure {
        name: "deb-size",
        #[allow(clippy::cast_precision_loss)] // far below 2^52
        ours: bytes as f64 / 1e6,
        unit: "MB",
        peer: None,
        goal: Goal::AtMost(8.0),
    });
}
