//! Digests are kept beside the changes, and never outlive them.

use crate::support::{Workshop, at_once, indicators, judge, model};
use plumbline::domain::change::Change;
use plumbline::domain::id::AssessmentId;
use plumbline::storage::memory::Memory;
use plumbline::storage::{digests, journal};

fn id() -> AssessmentId {
    AssessmentId::new("one")
}

fn changes() -> Vec<Change> {
    let mut workshop = Workshop::new("R1", 1, &["RES-2"]);
    let subject = indicators(model(), "RES-2", "1", "PA1.1").remove(0);
    workshop.edit(judge(subject, "F"));
    workshop.assessment.changes().to_vec()
}

/// A store with one assessment whose changes are packed, all but the last ones.
fn store(loose: usize) -> Memory {
    let (store, changes) = (Memory::default(), changes());
    let packed = changes.len() - loose;
    at_once(journal::append(&store, &id(), &changes[..packed])).expect("there is room");
    at_once(journal::pack(&store, &id(), "view".to_owned(), packed)).expect("there is room");
    if loose > 0 {
        at_once(journal::append(&store, &id(), &changes[packed..])).expect("there is room");
    }
    store
}

fn keep(store: &Memory, view: &str) {
    let id = id();
    let kept = digests::keep(store, &id, view.to_owned(), "digest".to_owned());
    at_once(kept).expect("there is room");
}

fn kept(store: &Memory) -> Option<String> {
    at_once(digests::all(store))
        .expect("reachable")
        .remove(&id())
}

#[test]
fn a_digest_is_kept_with_the_view_that_it_goes_with() {
    let store = store(0);
    keep(&store, "another view");
    assert_eq!(kept(&store), None);
    keep(&store, "view");
    assert_eq!(kept(&store).as_deref(), Some("digest"));
}

#[test]
fn nothing_is_kept_while_changes_are_loose() {
    let store = store(1);
    keep(&store, "view");
    assert_eq!(kept(&store), None);
}

#[test]
fn packing_anew_drops_it_and_so_does_deleting_for_good() {
    let packed = store(0);
    keep(&packed, "view");
    let count = changes().len();
    at_once(journal::pack(&packed, &id(), "view".to_owned(), count)).expect("there is room");
    assert_eq!(kept(&packed), None);

    let purged = store(0);
    keep(&purged, "view");
    at_once(journal::purge(&purged, &id())).expect("reachable");
    assert_eq!(kept(&purged), None);
    keep(&purged, "view");
    assert_eq!(kept(&purged), None);
}
