//! What only a real browser can show. Run with `scripts/check`, in headless Chromium.
#![cfg(target_arch = "wasm32")]

#[path = "native/support/pictures.rs"]
mod pictures;
#[path = "native/support/trend_pictures.rs"]
mod trend_pictures;

use plumbline::domain::change::{Change, ChangeId};
use plumbline::domain::edit::{Edit, ModelRef};
use plumbline::domain::id::{AssessmentId, ReplicaId};
use plumbline::storage::indexed_db::IndexedDb;
use plumbline::storage::journal;
use plumbline::storage::local_storage::BrowserSlate;
use plumbline::storage::slate::Slate;
use plumbline::storage::store::{Put, Store, StoreError, Wanted};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn slate() -> BrowserSlate {
    BrowserSlate::open().expect("this browser lets pages keep things")
}

async fn database() -> IndexedDb {
    let opened = IndexedDb::open().await;
    opened.expect("this browser lets pages keep things")
}

fn start() -> Change {
    let file = |id: &str| ModelRef {
        id: id.into(),
        version: "1.0.0".to_owned(),
        hash: "0".repeat(64),
    };
    Change {
        id: ChangeId {
            clock: 1,
            replica: ReplicaId::new("browser"),
        },
        author: "Assessor".to_owned(),
        at: "2026-11-21T10:00:00Z".to_owned(),
        edit: Edit::Start {
            model: file("model"),
            framework: file("framework"),
        },
    }
}

#[wasm_bindgen_test]
fn texts_are_kept_listed_and_removed() {
    let store = slate();
    store.write("test/b", "two").expect("room");
    store.write("test/a", "one ü").expect("room");
    assert_eq!(store.read("test/a"), Ok(Some("one ü".to_owned())));
    assert_eq!(
        store.keys("test/"),
        Ok(vec!["test/a".to_owned(), "test/b".to_owned()])
    );
    for key in ["test/a", "test/b"] {
        store.remove(key).expect("there");
    }
    assert_eq!(store.keys("test/"), Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn a_full_browser_says_so_and_keeps_what_it_has() {
    let store = slate();
    store.write("test/kept", "before").expect("room");
    let half = "x".repeat(2_000_000);
    let mut filled = 0;
    let error = loop {
        match store.write(&format!("test/filled-{filled}"), &half) {
            Ok(()) => filled += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(error, StoreError::Full);
    assert_eq!(store.read("test/kept"), Ok(Some("before".to_owned())));
    for key in store.keys("test/").expect("reachable") {
        store.remove(&key).expect("there");
    }
}

#[wasm_bindgen_test]
async fn a_journal_comes_back_from_the_database() {
    let store = database().await;
    let id = AssessmentId::new("browser-test");
    journal::append(&store, &id, &[start()])
        .await
        .expect("room");
    let found = journal::load(&store, &id).await.expect("reachable");
    assert_eq!(found.changes, [start()]);
    journal::pack(&store, &id, "seen".to_owned(), 1)
        .await
        .expect("room");
    let index = journal::index(&database().await).await.expect("reachable");
    assert_eq!(index[&id].view.as_deref(), Some("seen"));
    journal::purge(&store, &id).await.expect("reachable");
    let found = journal::load(&store, &id).await.expect("reachable");
    assert_eq!(found.changes, []);
}

/// All of a change is made, or nothing of it.
#[wasm_bindgen_test]
async fn a_change_that_was_decided_against_leaves_the_database_as_it_was() {
    let store = database().await;
    let wanted = || vec![Wanted::Prefix("test/".to_owned())];
    let put = |key: &str, text: &str| Put::Write(key.to_owned(), text.to_owned());
    let first = vec![put("test/b", "two"), put("test/a", "one \u{fc}")];
    store
        .change(wanted(), Box::new(|_| Ok(first)))
        .await
        .expect("room");
    let refused = store.change(
        wanted(),
        Box::new(|texts| {
            assert_eq!(texts[0].1, "one \u{fc}", "in the order of the keys");
            Err(StoreError::Newer(9))
        }),
    );
    assert_eq!(refused.await, Err(StoreError::Newer(9)));
    let keys = store.keys(Wanted::Prefix("test/".to_owned())).await;
    assert_eq!(keys, Ok(vec!["test/a".to_owned(), "test/b".to_owned()]));
    let away = vec![
        Put::Remove("test/a".to_owned()),
        Put::Remove("test/b".to_owned()),
    ];
    store
        .change(wanted(), Box::new(|_| Ok(away)))
        .await
        .expect("reachable");
    assert_eq!(store.read(wanted()).await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn charts_are_the_same_text_as_natively() {
    assert_eq!(pictures::drawn(), pictures::FINGERPRINT);
    assert_eq!(trend_pictures::drawn(), trend_pictures::FINGERPRINT);
}
