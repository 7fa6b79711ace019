//! A secret in the clipboard: cleared in time, and never what the person copied since.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use nestbox::app::Facts;

use crate::support::{Home, House, failure, until, within_limit};
use nestbox::wire::ErrorCode;

const SECRET: &str = "marked-secret-3c1f/of+the/test";
/// Longer than any test.
const LONG: Duration = Duration::from_secs(3600);

fn house(secret_time: Duration) -> House {
    let facts = Facts {
        secret_time,
        ..Facts::default()
    };
    House::open(Home::new(), Arc::default(), facts)
}

#[test]
fn a_secret_that_is_still_in_the_clipboard_is_cleared_from_it_in_time() {
    within_limit(async {
        let house = house(Duration::from_millis(30));
        house.app.copy_secret(SECRET.into()).await.unwrap();
        until("the clipboard is empty", || house.clipboard.now().is_none()).await;
        assert_eq!(house.clipboard.looks(), 1);
        assert!(!house.everything_written().contains(SECRET));
    });
}

#[test]
fn a_secret_is_there_until_then_and_goes_with_the_program() {
    within_limit(async {
        let house = house(LONG);
        house.app.copy_secret(SECRET.into()).await.unwrap();
        assert_eq!(house.clipboard.now().as_deref(), Some(SECRET));
        house.app.forget_secret();
        assert_eq!(house.clipboard.now(), None);
    });
}

#[test]
fn what_the_person_copied_since_stays() {
    within_limit(async {
        let house = house(Duration::from_millis(30));
        house.app.copy_secret(SECRET.into()).await.unwrap();
        house.clipboard.copy("a shopping list");
        until("it was looked at", || house.clipboard.looks() == 1).await;
        house.app.forget_secret();
        assert_eq!(house.clipboard.now().as_deref(), Some("a shopping list"));
        assert_eq!(house.clipboard.looks(), 1, "nothing of ours is there any more");
    });
}

#[test]
fn the_time_of_an_earlier_secret_does_not_end_a_later_one() {
    within_limit(async {
        let time = Duration::from_millis(200);
        let house = house(time);
        house.app.copy_secret(SECRET.into()).await.unwrap();
        tokio::time::sleep(time / 2).await;
        let again = Instant::now();
        house.app.copy_secret(SECRET.into()).await.unwrap();
        until("the clipboard is empty", || house.clipboard.now().is_none()).await;
        assert!(
            again.elapsed() >= time,
            "{:?} is the time of the first one",
            again.elapsed()
        );
    });
}

#[test]
fn a_program_that_copied_nothing_leaves_the_clipboard_alone_at_its_end() {
    within_limit(async {
        let house = house(LONG);
        house.clipboard.copy(SECRET);
        house.app.forget_secret();
        assert_eq!(
            (house.clipboard.now().as_deref(), house.clipboard.looks()),
            (Some(SECRET), 0)
        );
    });
}

#[test]
fn a_clipboard_that_cannot_be_used_is_told_and_tried_once_more_at_the_end() {
    within_limit(async {
        let house = house(Duration::from_millis(30));
        house.clipboard.broken.store(true, Ordering::SeqCst);
        let refused = house.app.copy_secret(SECRET.into()).await;
        assert_eq!(failure(refused), ErrorCode::Internal);
        house.clipboard.broken.store(false, Ordering::SeqCst);
        house.app.copy_secret(SECRET.into()).await.unwrap();
        house.clipboard.broken.store(true, Ordering::SeqCst);
        until("it was looked at", || house.clipboard.looks() == 1).await;
        house.clipboard.broken.store(false, Ordering::SeqCst);
        // The look before may not have come to its end yet: this one waits for it.
        house.app.forget_secret();
        assert_eq!(house.clipboard.now(), None);
    });
}
