//! What only a real browser can show. Run with `scripts/check`, in headless Chromium.
#![cfg(target_arch = "wasm32")]

#[path = "support/pictures.rs"]
mod pictures;

use plumbline::domain::change::{Change, ChangeId};
use plumbline::domain::edit::{Edit, ModelRef};
use plumbline::domain::id::{AssessmentId, ReplicaId};
use plumbline::storage::browser::Browser;
use plumbline::storage::journal;
use plumbline::storage::store::{Store, StoreError};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn store() -> Browser {
    Browser::open().expect("this browser lets pages keep things")
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
    let store = store();
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
    let store = store();
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
fn a_journal_comes_back_from_the_browser() {
    let store = store();
    let id = AssessmentId::new("browser-test");
    journal::append(&store, &id, &start()).expect("room");
    assert_eq!(
        journal::load(&store, &id).expect("reachable").changes,
        [start()]
    );
    journal::purge(&store, &id).expect("reachable");
    assert_eq!(journal::load(&store, &id).expect("reachable").changes, []);
}

#[wasm_bindgen_test]
fn charts_are_the_same_text_as_natively() {
    assert_eq!(pictures::drawn(), pictures::FINGERPRINT);
}
