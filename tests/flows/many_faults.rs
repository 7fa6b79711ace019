//! Sheets on a Console that fails in every way, and cancels at any moment. Its ledger is the judge.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use nestbox::app::many::RowState;
use nestbox::app::operations::CancelToken;
use practice_console::{Console, Fault, FaultKind, Settings};

use crate::many::{agrees, folder, ready, rows, run, sheet, started, text_of};
use crate::support::{often, until, within_limit};

/// Every class of fault, each at its share of the creates; and some for the list and the files.
fn every_class() -> Vec<Fault> {
    use FaultKind as Kind;
    let error = |message: &str| Kind::Error {
        message: message.into(),
        status: 200,
        result: "error".into(),
    };
    let (code, retry_after) = (503, None);
    let creates = [
        (Kind::ResetBefore, 0.03),
        (Kind::ResetAfter, 0.03),
        (Kind::Truncated, 0.02),
        (Kind::WrongLength { by: 40 }, 0.02),
        (Kind::WrongLength { by: -7 }, 0.02),
        (
            Kind::Drip {
                bytes: 200,
                every_ms: 1,
            },
            0.02,
        ),
        (Kind::Stall { bytes: 10 }, 0.005),
        (Kind::TooMany { retry_after }, 0.02),
        (Kind::Status { code, retry_after }, 0.02),
        (Kind::BadGateway, 0.02),
        (error("The Console is busy with something else"), 0.01),
        (Kind::Empty, 0.02),
        (Kind::Deep { levels: 1_000 }, 0.02),
        (Kind::Redirect { status: 307, to: None }, 0.02),
        (Kind::Redirect { status: 303, to: None }, 0.01),
        (Kind::Duplicated, 0.02),
    ];
    let at = |(kind, rate): (FaultKind, f64)| Fault::new(kind).at("canarytoken/create").rate(rate);
    let seldom = [
        (Kind::TooMany { retry_after: Some(1) }, 3),
        (Kind::Refuse { for_ms: Some(300) }, 2),
        (Kind::Huge { mib: 9 }, 2),
    ];
    let few = seldom.map(|(kind, count)| Fault::new(kind).at("canarytoken/create").rate(0.02).times(count));
    let others = [
        Fault::new(Kind::RepeatingCursor).at("canarytokens/paginate").rate(0.05),
        Fault::new(Kind::ResetBefore).at("canarytokens/paginate").rate(0.02),
        Fault::new(Kind::ResetAfter).at("canarytoken/download").rate(0.05),
        Fault::new(Kind::Truncated).at("canarytoken/download").rate(0.05),
    ];
    few.into_iter().chain(creates.map(at)).chain(others).collect()
}

/// How often each fault was met.
fn met(console: &Console) -> HashMap<String, usize> {
    let mut met = HashMap::new();
    for fault in console.ledger().entries.into_iter().filter_map(|entry| entry.fault) {
        *met.entry(fault).or_default() += 1;
    }
    met
}

#[test]
fn with_faults_of_every_class_nothing_is_lost_doubled_or_claimed_wrongly() {
    within_limit(async {
        let count = often(300, 10_000);
        let (house, console) = ready(Settings::default()).await;
        console.clear_ledger();
        console.set_faults(every_class());
        let opened = sheet(&house, &text_of(count)).await;
        let folder = folder(&house, &opened).await;
        let began = Instant::now();
        let result = run(&house, &opened.sheet).await;
        assert!(result.stopped.is_none() && !result.cancelled);
        let mut states: HashMap<&str, usize> = HashMap::new();
        for row in rows(&house, &opened.sheet) {
            let open = matches!(row.state, RowState::Waiting | RowState::Working);
            assert!(!open, "a row without a final state");
            let says_why = row.error.is_some() || !row.state.needs_attention();
            assert!(says_why, "{:?} without a reason", row.state);
            *states
                .entry(match row.state {
                    RowState::Done => "done",
                    RowState::Unknown => "unknown",
                    RowState::FileMissing => "file missing",
                    _ => "not made",
                })
                .or_default() += 1;
        }
        agrees(&house, &console, &opened.sheet, Some(&folder));
        let met = met(&console);
        let faults: usize = met.values().sum();
        eprintln!(
            "{count} rows, {faults} faults, {:?}: {states:?}; {met:?}",
            began.elapsed()
        );
        assert!(faults >= count / 5, "only {faults} faults");
        assert!(met.len() >= 16 || count < 10_000, "not of every class");

        console.set_faults([]);
        let result = run(&house, &opened.sheet).await;
        assert_eq!(
            (result.summary.counts.done, result.summary.counts.attention),
            (count, 0)
        );
        agrees(&house, &console, &opened.sheet, Some(&folder));
        assert_eq!(console.ledger().created().len(), count, "lost or doubled");
    });
}

#[test]
fn cancelled_at_random_moments_nothing_is_sent_afterwards_and_going_on_completes_it() {
    const ROWS: usize = 60;
    const LATENCY: Duration = Duration::from_millis(10);
    within_limit(async {
        let (wanted, mut cancels, mut slowest, mut slow) = (often(15, 500), 0, Duration::ZERO, 0);
        let mut chance = fastrand::Rng::with_seed(4);
        while cancels < wanted {
            let settings = Settings {
                latency: LATENCY,
                ..Settings::default()
            };
            let (house, console) = ready(settings).await;
            console.clear_ledger();
            let opened = sheet(&house, &text_of(ROWS)).await;
            let folder = folder(&house, &opened).await;
            loop {
                let cancel = CancelToken::new();
                let running = started(&house, &opened.sheet, &cancel);
                tokio::time::sleep(Duration::from_millis(chance.u64(0..120))).await;
                cancel.cancel();
                let asked = Instant::now();
                let result = running.await.unwrap();
                let took = asked.elapsed();
                let then = console.ledger().entries.len();
                if !result.cancelled {
                    break;
                }
                (cancels, slowest) = (cancels + 1, slowest.max(took));
                // What was done is on the disk first; one that is busy with something else may take its time.
                slow += usize::from(took > Duration::from_millis(100));
                // What was on its way may still arrive: at most eight, and creates only of rows that are known as sent (`agrees`).
                let mut settled = then;
                loop {
                    tokio::time::sleep(3 * LATENCY).await;
                    let now = console.ledger().entries.len();
                    if std::mem::replace(&mut settled, now) == now {
                        break;
                    }
                }
                assert!(settled - then <= 8, "{} were sent after the cancel", settled - then);
                agrees(&house, &console, &opened.sheet, None);
                if result.summary.counts.done == ROWS || cancels >= wanted {
                    break;
                }
            }
            until("nothing runs", || !house.app.sheet(&opened.sheet).unwrap().running).await;
            let result = run(&house, &opened.sheet).await;
            assert_eq!((result.summary.counts.done, result.summary.counts.attention), (ROWS, 0));
            agrees(&house, &console, &opened.sheet, Some(&folder));
            assert_eq!(console.ledger().created().len(), ROWS, "lost or doubled");
        }
        eprintln!(
            "{cancels} cancels at random moments, {slow} acknowledged after more than 100 ms, at most {slowest:?}"
        );
        assert!(slowest < Duration::from_secs(5), "a cancel hangs");
    });
}

#[test]
fn a_console_that_is_down_for_a_while_leaves_plain_states_and_going_on_completes_them() {
    within_limit(async {
        let down = Duration::from_millis(often(500, 60_000) as u64);
        let (house, console) = ready(Settings::default()).await;
        console.clear_ledger();
        let opened = sheet(&house, &text_of(60)).await;
        let folder = folder(&house, &opened).await;
        let for_ms = Some(down.as_millis() as u64);
        console.set_faults([Fault::new(FaultKind::Refuse { for_ms })
            .at("canarytoken/create")
            .after(20)
            .times(1)]);
        let began = Instant::now();
        let first = run(&house, &opened.sheet).await;
        eprintln!("down for {down:?}: {:?}", first.summary.counts);
        for row in rows(&house, &opened.sheet) {
            let plain = matches!(
                row.state,
                RowState::Done | RowState::Failed | RowState::Unknown | RowState::FileMissing
            );
            assert!(plain, "row {} is left as {:?}", row.line, row.state);
        }
        agrees(&house, &console, &opened.sheet, Some(&folder));
        tokio::time::sleep(down.saturating_sub(began.elapsed())).await;
        until("it is up again", || {
            std::net::TcpStream::connect(console.url().trim_start_matches("http://")).is_ok()
        })
        .await;
        let second = run(&house, &opened.sheet).await;
        assert_eq!((second.summary.counts.done, second.summary.counts.attention), (60, 0));
        assert_eq!(console.ledger().created().len(), 60);
        agrees(&house, &console, &opened.sheet, Some(&folder));
    });
}
