//! Work that is done once, and that stops when it is told to.

use std::sync::Arc;

use nestbox::app::error::Error;
use nestbox::wire::ErrorCode;

use super::support::{House, console, failure, to, until, within_limit};

#[test]
fn an_operation_is_carried_out_once_however_often_its_message_comes() {
    within_limit(async {
        let console = console().await;
        let house = House::new();
        let connect = || {
            let app = Arc::clone(&house.app);
            let request = to(&console.url(), &console.key());
            async move {
                let app = &app;
                app.operations.run("one-id", |_| app.connect(request)).await.unwrap()
            }
        };
        let (first, second) = tokio::join!(connect(), connect());
        assert!(Arc::ptr_eq(&first, &second));
        assert!(Arc::ptr_eq(&first, &connect().await));
        assert_eq!(console.ledger().count("ping"), 1);
        let odd = house.app.operations.run("one-id", |_| async { Ok(1) }).await;
        assert_eq!(failure(odd), ErrorCode::Internal);
    });
}

#[test]
fn a_cancelled_operation_stops_at_once_and_sends_nothing_more() {
    within_limit(async {
        let console = console().await;
        console.set_faults([practice_console::Fault::new(practice_console::FaultKind::Stall { bytes: 0 }).at("ping")]);
        let house = House::new();
        let app = Arc::clone(&house.app);
        let request = to(&console.url(), &console.key());
        let connecting = tokio::spawn(async move {
            let app = &app;
            app.operations.run("slow", |_| app.connect(request)).await.map(drop)
        });
        until("the ping", || console.ledger().count("ping") == 1).await;
        house.app.operations.cancel("slow");
        assert!(matches!(connecting.await.unwrap(), Err(Error::Cancelled)));
        assert_eq!(console.ledger().entries.len(), 1);
        assert!(house.app.session().is_err());

        house.app.operations.cancel("not yet there");
        let late = house.app.operations.run("not yet there", |_| async { Ok(()) }).await;
        assert_eq!(
            failure(late),
            ErrorCode::Cancelled,
            "cancelling may overtake what it cancels"
        );
    });
}
