//! Crosswalks: what the shipped ones hold, and what ratings say of the clauses of ISO/IEC 20000-1.

use crate::support;
use crate::support::{Workshop, indicator, library, model, not_applicable, settle};
use plumbline::domain::crosswalk::{Crosswalk, CrosswalkKind};
use plumbline::domain::id::ModelId;
use plumbline::domain::readiness::{ClauseReadiness, Support, readiness, together};
use plumbline::exchange::audit;
use plumbline::report::crosswalk_list::{by_clause, by_process};
use plumbline::report::readiness_table::readiness_table;
use proptest::prelude::*;

fn crosswalk(id: &str) -> &'static Crosswalk {
    let found = library()
        .crosswalks()
        .find(|crosswalk| crosswalk.header.id == ModelId::new(id));
    found.expect("the crosswalk is shipped")
}

/// What the ratings of a workshop say of one clause of the 2011 edition.
fn look<'a>(workshop: &Workshop, clause: &str) -> ClauseReadiness<'a> {
    let scope = workshop.assessment.scope.clone();
    let results: Vec<_> = scope
        .iter()
        .map(|process| workshop.result(process.as_str()))
        .collect();
    let all = readiness(
        model(),
        &workshop.assessment,
        &results,
        crosswalk("iso-20000-1-2011"),
    );
    let found = all.into_iter().find(|found| found.clause.id == clause);
    found.expect("the clause is in the crosswalk")
}

/// Coverage as it was counted by hand from the files. The numbers are what `check` prints.
#[test]
fn every_publication_is_there_with_its_coverage() {
    let kinds = [
        ("iso-20000-1-2011", CrosswalkKind::Requirements, 39, 39),
        ("iso-20000-1-2018", CrosswalkKind::Requirements, 53, 55),
        ("itil-2011", CrosswalkKind::Practices, 27, 30),
        ("itil-4", CrosswalkKind::Practices, 32, 34),
        ("cobit-2019", CrosswalkKind::Practices, 31, 40),
        ("iso-27001-2022", CrosswalkKind::Requirements, 60, 116),
        ("iso-9001-2015", CrosswalkKind::Requirements, 43, 48),
        ("fitsm", CrosswalkKind::Requirements, 21, 21),
    ];
    for (id, kind, mapped, all) in kinds {
        let found = crosswalk(id);
        assert_eq!(
            (found.kind, found.mapped(), found.clauses.len()),
            (kind, mapped, all),
            "{id}"
        );
    }
}

/// No clause-to-attribute table was found in print (facts 7.1), so no row may claim one.
#[test]
fn what_is_ours_is_not_called_published() {
    for crosswalk in library().crosswalks() {
        let mut rows = crosswalk.clauses.iter().flat_map(|clause| &clause.rows);
        assert!(rows.all(|row| !row.published), "{}", crosswalk.header.id);
    }
}

/// Clause 6.2, service reporting, is served by SDE-6 with its outcomes and with its work products (facts 7.3).
#[test]
fn a_clause_is_supported_where_all_that_decides_is() {
    let mut workshop = Workshop::new("R1", 2, &["SDE-6"]);
    assert_eq!(look(&workshop, "6.2").support, Support::Unknown);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F F F");
    assert_eq!(look(&workshop, "6.2").support, Support::Unknown);
    workshop.rate_each("SDE-6", "1", "PA2.2", "L L L L");
    assert_eq!(look(&workshop, "6.2").support, Support::Supported);
}

/// An outcome that is not wholly there leaves a part of the clause open, whatever else is rated.
#[test]
fn a_clause_is_partly_supported_where_an_outcome_is_weak() {
    let mut workshop = Workshop::new("R1", 2, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "L L L L");
    let found = look(&workshop, "6.2");
    assert_eq!(found.support, Support::Partly);
    let said: Vec<Support> = found.deciding.iter().map(|one| one.support).collect();
    assert_eq!(said, [Support::Partly, Support::Unknown]);
}

#[test]
fn a_clause_is_not_supported_where_nothing_that_decides_is() {
    let mut workshop = Workshop::new("R1", 2, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "N N N N");
    workshop.rate_each("SDE-6", "1", "PA2.2", "N N N N");
    assert_eq!(look(&workshop, "6.2").support, Support::NotSupported);
}

/// Three of four outcomes at F: the mean may still become F or L, so the blank decides.
#[test]
fn a_blank_that_could_change_it_leaves_it_unknown() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F F .");
    assert_eq!(look(&workshop, "6.2").deciding[0].support, Support::Unknown);
    // With P for one, the other blank cannot lift the mean to F: (2 × 1 + 3 + 3) / 4 = 2.
    workshop.rate_each("SDE-6", "1", "PA1.1", "P P F .");
    assert_eq!(look(&workshop, "6.2").deciding[0].support, Support::Partly);
}

#[test]
fn a_process_out_of_scope_is_unknown_and_not_missing() {
    let workshop = Workshop::new("R1", 2, &["SDE-6"]);
    let found = look(&workshop, "8.2");
    assert_eq!(found.support, Support::Unknown);
    assert!(
        found
            .deciding
            .iter()
            .all(|one| one.process.as_str() == "RES-2" && one.rating.is_none())
    );
}

#[test]
fn what_does_not_apply_decides_nothing() {
    let mut workshop = Workshop::new("R1", 2, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F F F");
    for letter in ["a", "b", "c", "d"] {
        let subject = indicator("SDE-6", &format!("PA2.2.{letter}"));
        workshop.edit(not_applicable(subject, "Reports are made by a tool."));
    }
    let found = look(&workshop, "6.2");
    assert_eq!(found.support, Support::Supported);
    assert_eq!(found.deciding.len(), 1);
}

/// Clause 6.4, budgeting, asks for a documented procedure: 3.1 a. A settled attribute speaks for its achievements.
#[test]
fn single_achievements_decide_by_themselves() {
    let mut workshop = Workshop::new("R1", 3, &["SDE-1"]);
    workshop.rate_each("SDE-1", "1", "PA1.1", "F F F F F F");
    workshop.rate(indicator("SDE-1", "PA3.1.a"), "P");
    let found = look(&workshop, "6.4");
    assert_eq!(found.support, Support::Partly);
    workshop.edit(settle(
        support::attribute("SDE-1", "PA3.1"),
        "L",
        "Seen on site",
    ));
    assert_eq!(look(&workshop, "6.4").support, Support::Supported);
}

#[test]
fn readiness_goes_out_as_a_table() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F F F");
    let results = [workshop.result("SDE-6")];
    let found = readiness(
        model(),
        &workshop.assessment,
        &results,
        crosswalk("iso-20000-1-2011"),
    );
    let table = readiness_table(model(), &found);
    let row = table
        .rows
        .iter()
        .find(|row| row[0] == "6.2")
        .expect("a row of 6.2");
    assert_eq!(
        row[2..],
        [
            "unknown",
            "SDE-6 Service reporting",
            "PA1.1 Process performance",
            "F",
            "supported",
            "main",
            "likely, ours"
        ]
    );
}

#[test]
fn a_crosswalk_reads_from_both_ends() {
    let found = crosswalk("iso-20000-1-2011");
    let set = &model().reference;
    let clauses = by_clause(found, set, "problem 8.2");
    assert_eq!(clauses.len(), 1);
    assert_eq!(clauses[0].links[0].to, "RES-2 Problem management");
    let processes = by_process(found, set, "problem management");
    let problem = processes
        .iter()
        .find(|entry| entry.id == "RES-2")
        .expect("the process is listed");
    assert!(problem.links.iter().any(|link| link.to.starts_with("8.2 ")));
    // Processes of the other set are not shown.
    let all = by_clause(found, set, "");
    let mut links = all.iter().flat_map(|entry| &entry.links);
    assert!(!links.any(|link| link.to.starts_with("RES-3")));
}

#[test]
fn an_audit_suggests_ratings_and_names_what_it_cannot_use() {
    let csv = "clause;finding\r\n8.2;conforms\r\n6.2;Minor\r\n9.9;major\r\n6.4;perhaps\r\n6.5;\r\n";
    let audit = audit::read(model(), crosswalk("iso-20000-1-2011"), csv).expect("it is CSV");
    let said: Vec<String> = audit
        .clauses
        .iter()
        .flat_map(|clause| &clause.suggestions)
        .map(|found| format!("{} {} {}", found.process, found.attribute, found.rating))
        .collect();
    assert!(said.contains(&"RES-2 PA1.1 F".to_owned()), "{said:?}");
    assert!(said.contains(&"SDE-6 PA1.1 L".to_owned()), "{said:?}");
    assert!(said.contains(&"SDE-6 PA2.2 P".to_owned()), "{said:?}");
    assert_eq!(audit.clauses.len(), 2);
    let unusable: Vec<(u64, &str)> = audit
        .unusable
        .iter()
        .map(|problem| (problem.line, problem.text.as_str()))
        .collect();
    assert_eq!(
        unusable,
        [
            (4, "ISO/IEC 20000-1:2011 has no clause \"9.9\"."),
            (
                5,
                "\"perhaps\" is no finding. Write conforms, minor, major, or leave it blank."
            )
        ]
    );
    let wrong = audit::read(model(), crosswalk("iso-20000-1-2011"), "a,b\n1,2\n");
    assert_eq!(
        wrong,
        Err("There is no column \"clause\". The columns are: a, b.".to_owned())
    );
}

fn any_support() -> impl Strategy<Value = Support> {
    prop_oneof![
        Just(Support::Supported),
        Just(Support::Partly),
        Just(Support::NotSupported),
        Just(Support::Unknown),
    ]
}

proptest! {
    /// Filling in what is unknown never contradicts what was said before.
    #[test]
    fn what_is_known_stays(mut supports in prop::collection::vec(any_support(), 1..6), filled in any_support()) {
        let before = together(supports.iter().copied());
        if let Some(unknown) = supports.iter_mut().find(|support| **support == Support::Unknown) {
            *unknown = filled;
        }
        let after = together(supports);
        prop_assert!(before == Support::Unknown || before == after);
    }

    /// The order of ratings does not matter.
    #[test]
    fn order_does_not_matter(supports in prop::collection::vec(any_support(), 0..6)) {
        let forward = together(supports.iter().copied());
        prop_assert_eq!(forward, together(supports.into_iter().rev()));
    }
}
