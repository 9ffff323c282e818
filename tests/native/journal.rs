//! The journal: every change kept under a key of its own, appended and never rewritten.

use crate::support::{ANNA, Workshop, at_once, change_id, indicators, judge, model};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::Change;
use plumbline::domain::id::AssessmentId;
use plumbline::storage::journal::{self, Found};
use plumbline::storage::memory::Memory;
use plumbline::storage::set_aside::{self, Damaged};
use plumbline::storage::slate::Slate;
use plumbline::storage::store::StoreError;

fn id(text: &str) -> AssessmentId {
    AssessmentId::new(text)
}

fn append(store: &Memory, id: &AssessmentId, change: &Change) -> Result<(), StoreError> {
    at_once(journal::append(store, id, std::slice::from_ref(change)))
}

fn load(store: &Memory, id: &AssessmentId) -> Result<Found, StoreError> {
    at_once(journal::load(store, id))
}

fn pack(store: &Memory, id: &AssessmentId, view: &str, made_from: usize) -> Result<(), StoreError> {
    at_once(journal::pack(store, id, view.to_owned(), made_from))
}

fn set_deleted(store: &Memory, id: &AssessmentId, at: Option<String>) -> Result<(), StoreError> {
    at_once(journal::set_deleted(store, id, at))
}

fn purge(store: &Memory, id: &AssessmentId) -> Result<(), StoreError> {
    at_once(journal::purge(store, id))
}

fn damaged(store: &Memory) -> Result<Vec<Damaged>, StoreError> {
    at_once(set_aside::damaged(store))
}

fn assessments(store: &Memory) -> Result<Vec<AssessmentId>, StoreError> {
    at_once(journal::index(store)).map(|index| index.into_keys().collect())
}

/// What was computed from an assessment when it was packed.
fn view(store: &Memory, id: &AssessmentId) -> Option<String> {
    let index = at_once(journal::index(store)).expect("reachable");
    index.get(id)?.view.clone()
}

/// An assessment with some ratings, as its changes.
fn changes() -> Vec<Change> {
    let mut workshop = Workshop::new("R1", 2, &["RES-2"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "F F L L P . -");
    workshop.assessment.changes().to_vec()
}

/// A store with one assessment.
fn store_with(changes: &[Change]) -> Memory {
    let store = Memory::default();
    for change in changes {
        append(&store, &id("one"), change).expect("there is room");
    }
    store
}

/// All that a store holds.
fn contents(store: &Memory) -> Vec<(String, String)> {
    let keys = store.keys("").expect("a memory can be reached").into_iter();
    keys.map(|key| {
        let text = store.read(&key).expect("reachable").expect("listed");
        (key, text)
    })
    .collect()
}

/// Key of the first entry under an assessment that ends in some text.
fn key(store: &Memory, end: &str) -> String {
    let keys = store.keys("").expect("a memory can be reached");
    let found = keys.into_iter().find(|key| key.ends_with(end));
    found.expect("an entry with this end")
}

#[test]
fn what_was_appended_is_there_again() {
    let changes = changes();
    let store = store_with(&changes);
    append(&store, &id("two"), &changes[0]).expect("there is room");
    assert_eq!(assessments(&store), Ok(vec![id("one"), id("two")]));
    let found = load(&store, &id("one")).expect("reachable");
    assert_eq!(found.changes, changes);
    assert_eq!((found.deleted_at, found.too_new), (None, None));
    assert_eq!(damaged(&store), Ok(Vec::new()));
    let (assessment, refused) = Assessment::from_changes(&found.changes).expect("it starts");
    assert_eq!(assessment.changes(), changes);
    assert!(refused.is_empty());
}

#[test]
fn an_assessment_that_was_never_kept_has_no_changes() {
    let found = load(&Memory::default(), &id("one")).expect("reachable");
    assert_eq!(found.changes, []);
}

/// Changes of two tabs come back in the one order that holds everywhere, whichever was written first.
#[test]
fn entries_of_two_tabs_come_back_in_their_order() {
    let store = store_with(&changes());
    let last = changes().len() as u64;
    let mut expected = changes();
    for (clock, replica) in [
        (last + 2, "b"),
        (last + 1, "c"),
        (last + 1, "b"),
        (12_345_678_901, "b"),
    ] {
        let mut change = changes()[6].clone();
        change.id = change_id(clock, replica);
        append(&store, &id("one"), &change).expect("there is room");
        expected.push(change);
    }
    expected.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(
        load(&store, &id("one")).expect("reachable").changes,
        expected
    );
}

/// The 10th and the 2000th rating write the same number of characters, but for the digits of the clock.
#[test]
fn a_rating_writes_the_same_whatever_the_size_of_the_assessment() {
    let mut workshop = Workshop::new("R1", 2, &["RES-2"]);
    let subject = indicators(model(), "RES-2", "1", "PA1.1").remove(0);
    let store = store_with(workshop.assessment.changes());
    let mut written = Vec::new();
    let mut clocks = Vec::new();
    for place in 0..2000 {
        workshop.rate_by(ANNA, subject.clone(), ["N", "P", "L", "F"][place % 4]);
        let change = workshop.assessment.changes().last().expect("just made");
        let (before, entries) = (store.size(), contents(&store).len());
        append(&store, &id("one"), change).expect("there is room");
        assert_eq!(contents(&store).len(), entries + 1);
        written.push(store.size() - before);
        clocks.push(change.id.clock.to_string().len());
    }
    for place in [9, 99, 999, 1999] {
        assert_eq!(
            written[place] - clocks[place],
            written[0] - clocks[0],
            "rating {place}"
        );
    }
    assert!(written[1999] < 500, "{} characters", written[1999]);
}

/// A damaged entry loses nothing but itself, and its text can still be had.
#[test]
fn a_damaged_entry_is_set_aside_and_everything_else_opens() {
    let changes = changes();
    let store = store_with(&changes);
    let broken = key(&store, &format!("{:010}-a", changes[7].id.clock));
    store.write(&broken, "{\"id\": {\"clo").expect("room");
    for _ in 0..2 {
        let found = load(&store, &id("one")).expect("reachable");
        let mut rest = changes.clone();
        rest.remove(7);
        assert_eq!(found.changes, rest);
        let aside = damaged(&store).expect("reachable");
        assert_eq!(aside.len(), 1);
        assert_eq!(aside[0].key, broken);
        assert_eq!(aside[0].text, "{\"id\": {\"clo");
        assert_eq!(store.read(&broken), Ok(None), "it is no longer in the way");
    }
}

/// The same entry damaged twice with different texts: both are kept.
#[test]
fn nothing_that_was_set_aside_is_overwritten() {
    let changes = changes();
    let store = store_with(&changes);
    let broken = key(&store, &format!("{:010}-a", changes[7].id.clock));
    for text in ["first", "second"] {
        store.write(&broken, text).expect("room");
        load(&store, &id("one")).expect("reachable");
    }
    let aside = damaged(&store).expect("reachable");
    let mut texts: Vec<_> = aside.into_iter().map(|found| found.text).collect();
    texts.sort();
    assert_eq!(texts, ["first", "second"]);
}

#[test]
fn a_damaged_head_is_set_aside_and_everything_opens() {
    let changes = changes();
    let store = store_with(&changes);
    store.write(&key(&store, "head/one"), "??").expect("room");
    let found = load(&store, &id("one")).expect("reachable");
    assert_eq!(found.changes, changes);
    assert_eq!(damaged(&store).expect("reachable").len(), 1);
}

#[test]
fn a_full_store_says_so_and_keeps_what_was_there() {
    let changes = changes();
    let (last, first) = changes.split_last().expect("several changes");
    let room = store_with(first).size();
    let store = Memory::with_limit(room + 10);
    for change in first {
        append(&store, &id("one"), change).expect("there is room");
    }
    let before = contents(&store);
    assert_eq!(append(&store, &id("one"), last), Err(StoreError::Full));
    assert_eq!(contents(&store), before);
    assert_eq!(load(&store, &id("one")).expect("reachable").changes, first);
}

/// No room to set a damaged entry aside: it stays where it is.
#[test]
fn a_full_store_does_not_lose_a_damaged_entry() {
    let changes = changes();
    let room = store_with(&changes).size();
    let store = Memory::with_limit(room);
    for change in &changes {
        append(&store, &id("one"), change).expect("there is room");
    }
    let broken = key(&store, &format!("{:010}-a", changes[7].id.clock));
    let text = store.read(&broken).expect("reachable").expect("kept");
    let text = text.replace('{', "?");
    store.write(&broken, &text).expect("as long as before");
    let found = load(&store, &id("one")).expect("reachable");
    assert_eq!(found.changes.len(), changes.len() - 1);
    assert_eq!(store.read(&broken), Ok(Some(text)));
}

/// The first change does not fit, though the head before it does. `append` promises that the store is as it was.
#[test]
fn a_full_store_gets_no_half_assessment() {
    let store = Memory::with_limit(100);
    let refused = append(&store, &id("one"), &changes()[0]);
    assert_eq!(refused, Err(StoreError::Full));
    assert_eq!(assessments(&store), Ok(Vec::new()));
}

fn store_of_a_newer_plumbline(head: &str) -> Memory {
    let store = store_with(&changes());
    store.write(&key(&store, "head/one"), head).expect("room");
    store
        .write(&key(&store, "-a"), "{\"new\":1}")
        .expect("room");
    store
}

#[test]
fn newer_data_is_refused_and_left_untouched() {
    let store = store_of_a_newer_plumbline(r#"{"format_version":6,"deleted_at":null,"owner":"x"}"#);
    let before = contents(&store);
    let found = load(&store, &id("one")).expect("reachable");
    assert_eq!(found.too_new, Some(6));
    assert_eq!(found.changes, []);
    assert_eq!(contents(&store), before);
}

/// Only the version can be relied on in a newer head: the rest may look different.
#[test]
fn newer_data_of_another_shape_is_refused_and_left_untouched() {
    let store = store_of_a_newer_plumbline(r#"{"format_version":6,"deleted_at":{"by":"x"}}"#);
    let before = contents(&store);
    let found = load(&store, &id("one")).expect("reachable");
    assert_eq!(found.too_new, Some(6));
    assert_eq!(contents(&store), before);
}

/// An old tab that is still open must not write into what a newer Plumbline keeps.
#[test]
fn newer_data_is_not_written_to() {
    let store = store_of_a_newer_plumbline(r#"{"format_version":6,"deleted_at":null}"#);
    let before = contents(&store);
    let mut change = changes()[7].clone();
    change.id = change_id(1000, "a");
    let _appended = append(&store, &id("one"), &change);
    let _deleted = set_deleted(&store, &id("one"), Some("2026-11-21T10:00:00Z".to_owned()));
    assert_eq!(contents(&store), before);
}

#[test]
fn what_was_deleted_can_be_brought_back() {
    let changes = changes();
    let store = store_with(&changes);
    let at = Some("2026-11-21T10:00:00Z".to_owned());
    set_deleted(&store, &id("one"), at.clone()).expect("room");
    let found = load(&store, &id("one")).expect("reachable");
    assert_eq!(found.deleted_at, at);
    assert_eq!(found.changes, changes, "its changes stay");
    set_deleted(&store, &id("one"), None).expect("room");
    let found = load(&store, &id("one")).expect("reachable");
    assert_eq!((found.deleted_at, found.changes), (None, changes));
}

#[test]
fn what_was_purged_is_gone_and_nothing_else() {
    let changes = changes();
    let store = store_with(&changes);
    append(&store, &id("one-more"), &changes[0]).expect("there is room");
    purge(&store, &id("one")).expect("reachable");
    assert_eq!(assessments(&store), Ok(vec![id("one-more")]));
    assert_eq!(load(&store, &id("one")).expect("reachable").changes, []);
    let other = load(&store, &id("one-more")).expect("reachable");
    assert_eq!(other.changes, changes[..1]);
}

/// Two assessments that start alike are two.
#[test]
fn assessments_are_told_apart_by_their_whole_id() {
    let changes = changes();
    let store = Memory::default();
    for name in ["b", "a", "a-b", "a.b"] {
        append(&store, &id(name), &changes[0]).expect("there is room");
        append(&store, &id(name), &changes[1]).expect("there is room");
    }
    let mut found = assessments(&store).expect("reachable");
    found.sort();
    assert_eq!(found, ["a", "a-b", "a.b", "b"].map(id));
}

#[test]
fn rating_judged_again_is_one_more_entry() {
    let mut workshop = Workshop::new("R1", 2, &["RES-2"]);
    let subject = indicators(model(), "RES-2", "1", "PA1.1").remove(0);
    let store = store_with(workshop.assessment.changes());
    let before = contents(&store);
    workshop.edit(judge(subject.clone(), "P"));
    workshop.edit(judge(subject, "L"));
    for change in &workshop.assessment.changes()[before.len() - 1..] {
        append(&store, &id("one"), change).expect("there is room");
    }
    let after = contents(&store);
    assert_eq!(after.len(), before.len() + 2);
    assert!(
        before.iter().all(|entry| after.contains(entry)),
        "nothing is rewritten"
    );
}

#[test]
fn packed_changes_come_back_with_those_made_since() {
    let changes = changes();
    let (last, first) = changes.split_last().expect("several changes");
    let store = store_with(first);
    pack(&store, &id("one"), "seen", first.len()).expect("room");
    let keys = store.keys("").expect("reachable");
    assert_eq!(keys, ["head/one", "pack/one", "view/one"]);
    assert_eq!(load(&store, &id("one")).expect("reachable").changes, first);
    assert_eq!(view(&store, &id("one")), Some("seen".to_owned()));

    append(&store, &id("one"), last).expect("room");
    assert_eq!(
        load(&store, &id("one")).expect("reachable").changes,
        changes
    );
    assert_eq!(
        view(&store, &id("one")),
        None,
        "it does not know the last change"
    );
    pack(&store, &id("one"), "seen again", changes.len()).expect("room");
    assert_eq!(
        load(&store, &id("one")).expect("reachable").changes,
        changes
    );
    assert_eq!(view(&store, &id("one")), Some("seen again".to_owned()));
}

/// Another window appended between the computing and the packing.
#[test]
fn a_view_of_fewer_changes_than_there_are_is_not_kept() {
    let changes = changes();
    let store = store_with(&changes);
    pack(&store, &id("one"), "too early", changes.len() - 1).expect("room");
    assert_eq!(view(&store, &id("one")), None);
    assert_eq!(
        load(&store, &id("one")).expect("reachable").changes,
        changes
    );
}

/// A note that was not forgotten in time brings a change again that is packed already.
#[test]
fn a_change_that_comes_again_is_packed_once() {
    let changes = changes();
    let store = store_with(&changes);
    pack(&store, &id("one"), "seen", changes.len()).expect("room");
    append(&store, &id("one"), &changes[3]).expect("room");
    pack(&store, &id("one"), "seen", changes.len()).expect("room");
    assert_eq!(view(&store, &id("one")), Some("seen".to_owned()));
    assert_eq!(
        load(&store, &id("one")).expect("reachable").changes,
        changes
    );
}

#[test]
fn a_damaged_line_of_a_pack_is_set_aside_and_everything_else_opens() {
    let changes = changes();
    let store = store_with(&changes);
    pack(&store, &id("one"), "seen", changes.len()).expect("room");
    let packed = Slate::read(&store, "pack/one")
        .expect("reachable")
        .expect("kept");
    let mut lines: Vec<&str> = packed.lines().collect();
    lines[7] = "{\"id\":{\"clo";
    store.write("pack/one", &lines.join("\n")).expect("room");
    for _ in 0..2 {
        let mut rest = changes.clone();
        rest.remove(7);
        assert_eq!(load(&store, &id("one")).expect("reachable").changes, rest);
        let aside = damaged(&store).expect("reachable");
        assert_eq!(aside.len(), 1);
        assert_eq!(aside[0].key, "pack/one");
        assert_eq!(aside[0].text, "{\"id\":{\"clo");
    }
}

/// It was deleted for good in another window: a late change does not leave half an assessment behind.
#[test]
fn nothing_is_appended_to_what_is_gone() {
    let changes = changes();
    let store = store_with(&changes);
    purge(&store, &id("one")).expect("reachable");
    assert_eq!(
        append(&store, &id("one"), &changes[3]),
        Err(StoreError::Gone)
    );
    assert_eq!(contents(&store), []);
}
