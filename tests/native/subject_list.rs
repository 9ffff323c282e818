//! What a remark or a piece of evidence may be about: worked examples.

use crate::support::{Workshop, attribute};
use plumbline::report::subject_list::{entry, subject_list};

#[test]
fn each_attribute_is_followed_by_its_indicators_in_the_order_of_the_model() {
    let workshop = Workshop::new("R1", 2, &["SDE-5", "RES-1"]);
    let all = subject_list(workshop.model, &workshop.assessment);
    let ids: Vec<&str> = all.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids[..3], ["PA1.1", "SDE-5.O1", "SDE-5.O2"]);
    let second = ids.iter().position(|id| *id == "PA2.1");
    assert_eq!(ids[second.expect("level 2 is in scope") + 1], "PA2.1.a");
    assert!(all[0].process.starts_with("SDE-5 "), "{}", all[0].process);
    assert!(ids.contains(&"RES-1.O1"));
    assert!(!ids.contains(&"PA3.1"), "above the highest level");
    assert!(!ids.contains(&"RES-2.O1"), "not in scope");
}

#[test]
fn instances_are_told_where_there_are_several() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1"]);
    workshop.add_instances("RES-1", &["2"]);
    let all = subject_list(workshop.model, &workshop.assessment);
    let ids: Vec<&str> = all.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(
        ids[..3],
        ["PA1.1", "RES-1.O1, Whole unit", "RES-1.O1, Team 2"]
    );
    let found = entry(
        workshop.model,
        &workshop.assessment,
        attribute("RES-1", "PA1.1"),
    );
    assert_eq!(found, all[0], "the same words, one by one");
}
