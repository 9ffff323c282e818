//! Evidence against what a class demands: worked examples.

use crate::support::{Workshop, attribute, attribute_in, indicator};
use plumbline::domain::assessment_class::AssessmentClass;
use plumbline::domain::coverage::{AttributeCoverage, Lack, ProcessCoverage, coverage};
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{Evidence, EvidenceEdit, EvidenceKind};
use plumbline::domain::subject::Subject;
use plumbline::report::coverage_words;

const PROCESSES: [&str; 2] = ["RES-1", "SDE-5"];

/// Puts a piece into the register.
fn add(workshop: &mut Workshop, id: &str, kind: EvidenceKind) {
    workshop.edit(Edit::Evidence(EvidenceEdit::Set {
        evidence: id.into(),
        content: Some(Evidence {
            kind,
            title: format!("Piece {id}"),
            place: String::new(),
            date: None,
            role: String::new(),
            by: String::new(),
        }),
    }));
}

fn cite(workshop: &mut Workshop, id: &str, subject: Subject) {
    workshop.edit(Edit::Evidence(EvidenceEdit::Cite {
        evidence: id.into(),
        subject,
        cited: true,
    }));
}

fn covered(workshop: &Workshop, class: Option<AssessmentClass>) -> Vec<ProcessCoverage> {
    let demand = class.map(AssessmentClass::demand);
    coverage(workshop.model, &workshop.assessment, demand)
}

fn of<'a>(all: &'a [ProcessCoverage], process: &str, attribute: &str) -> &'a AttributeCoverage {
    let process = all.iter().find(|one| one.process.as_str() == process);
    let attributes = &process.expect("a process in scope").attributes;
    let found = attributes
        .iter()
        .find(|one| one.attribute.as_str() == attribute);
    found.expect("an attribute in scope")
}

#[test]
fn class_2_wants_a_product_and_a_testimony_behind_each_attribute() {
    let mut workshop = Workshop::new("R1", 2, &PROCESSES);
    add(&mut workshop, "policy", EvidenceKind::Document);
    add(&mut workshop, "interview", EvidenceKind::Testimony);
    cite(&mut workshop, "policy", indicator("RES-1", "RES-1.O1"));
    let class = Some(AssessmentClass::Class2);
    let all = covered(&workshop, class);
    assert_eq!(of(&all, "RES-1", "PA1.1").lacks, [Lack::Testimony]);
    assert_eq!(
        of(&all, "RES-1", "PA2.1").lacks,
        [Lack::Product, Lack::Testimony]
    );

    // Another indicator of the same attribute rests on the interview: together they are enough.
    cite(&mut workshop, "interview", indicator("RES-1", "RES-1.O2"));
    let all = covered(&workshop, class);
    let performed = of(&all, "RES-1", "PA1.1");
    assert_eq!(performed.lacks, []);
    assert_eq!(coverage_words::kinds(performed), "1 document, 1 testimony");
    assert_eq!(coverage_words::lacks(performed), None);
    assert_eq!(
        coverage_words::lacks(of(&all, "SDE-5", "PA1.1")).as_deref(),
        Some("lacks a product and a testimony")
    );
}

#[test]
fn a_record_is_a_product_and_an_observation_is_neither() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1"]);
    add(&mut workshop, "walk", EvidenceKind::Observation);
    add(&mut workshop, "log", EvidenceKind::Record);
    cite(&mut workshop, "walk", indicator("RES-1", "RES-1.O1"));
    let lacks = |workshop: &Workshop, class| {
        let all = covered(workshop, Some(class));
        of(&all, "RES-1", "PA1.1").lacks.clone()
    };
    assert_eq!(
        lacks(&workshop, AssessmentClass::Class1),
        [Lack::Product, Lack::Testimony]
    );
    assert_eq!(lacks(&workshop, AssessmentClass::Class3), []);
    cite(&mut workshop, "log", attribute("RES-1", "PA1.1"));
    assert_eq!(
        lacks(&workshop, AssessmentClass::Class1),
        [Lack::Testimony],
        "what the attribute itself rests on counts too"
    );
}

#[test]
fn a_piece_counts_once_for_an_attribute_and_for_each_process_that_rests_on_it() {
    let mut workshop = Workshop::new("R1", 1, &PROCESSES);
    workshop.add_instances("RES-1", &["2"]);
    add(&mut workshop, "policy", EvidenceKind::Document);
    cite(&mut workshop, "policy", indicator("RES-1", "RES-1.O1"));
    cite(&mut workshop, "policy", indicator("RES-1", "RES-1.O2"));
    let second = Subject::indicator("RES-1".into(), "2".into(), "RES-1.O1".into());
    cite(&mut workshop, "policy", second);
    cite(&mut workshop, "policy", indicator("SDE-5", "SDE-5.O1"));
    let all = covered(&workshop, None);
    for process in PROCESSES {
        let found = of(&all, process, "PA1.1");
        assert_eq!(coverage_words::kinds(found), "1 document", "{process}");
        assert_eq!(found.lacks, [], "no class, no demand");
    }
}

#[test]
fn a_piece_that_was_removed_or_is_cited_no_more_covers_nothing() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1"]);
    add(&mut workshop, "policy", EvidenceKind::Document);
    cite(&mut workshop, "policy", indicator("RES-1", "RES-1.O1"));
    workshop.edit(Edit::Evidence(EvidenceEdit::Set {
        evidence: "policy".into(),
        content: None,
    }));
    let all = covered(&workshop, Some(AssessmentClass::Class3));
    assert_eq!(of(&all, "RES-1", "PA1.1").lacks, [Lack::Piece]);

    add(&mut workshop, "policy", EvidenceKind::Document);
    let all = covered(&workshop, Some(AssessmentClass::Class3));
    assert_eq!(of(&all, "RES-1", "PA1.1").lacks, [], "it comes back whole");
    workshop.edit(Edit::Evidence(EvidenceEdit::Cite {
        evidence: "policy".into(),
        subject: indicator("RES-1", "RES-1.O1"),
        cited: false,
    }));
    let all = covered(&workshop, Some(AssessmentClass::Class3));
    assert_eq!(of(&all, "RES-1", "PA1.1").lacks, [Lack::Piece]);
}

#[test]
fn class_1_wants_four_instances_unless_there_are_fewer() {
    let mut workshop = Workshop::new("R1", 1, &PROCESSES);
    workshop.add_instances("RES-1", &["2", "3"]);
    let all = covered(&workshop, Some(AssessmentClass::Class1));
    let instances = all.iter().map(coverage_words::instances);
    assert_eq!(
        instances.collect::<Vec<_>>(),
        // In the order of the model.
        [
            "1 instance; 3 more, unless there are no others",
            "3 instances; 1 more, unless there are no others"
        ]
    );
    workshop.add_instances("RES-1", &["4"]);
    let all = covered(&workshop, Some(AssessmentClass::Class1));
    assert_eq!(coverage_words::instances(&all[1]), "4 instances");
    assert_eq!(
        coverage_words::summary(AssessmentClass::Class1, &all),
        "0 of 2 attributes have the evidence that class 1 demands. 1 of 2 processes has fewer instances than it demands, which is \
         enough only where there are no others."
    );
}

#[test]
fn only_what_is_in_scope_is_covered() {
    let workshop = Workshop::new("R1", 2, &["RES-1"]);
    let all = covered(&workshop, Some(AssessmentClass::Class3));
    assert_eq!(all.len(), 1);
    let attributes = all[0]
        .attributes
        .iter()
        .map(|found| found.attribute.as_str());
    assert_eq!(
        attributes.collect::<Vec<_>>(),
        ["PA1.1", "PA2.1", "PA2.2"],
        "up to the highest level"
    );
}

/// The second team is left out again, and so is the testimony that only its rating rested on. It comes back with the team.
#[test]
fn what_a_removed_instance_rests_on_does_not_count() {
    let mut workshop = Workshop::new("R2", 1, &["RES-1"]);
    workshop.add_instances("RES-1", &["2"]);
    add(&mut workshop, "policy", EvidenceKind::Document);
    add(&mut workshop, "interview", EvidenceKind::Testimony);
    cite(&mut workshop, "policy", attribute("RES-1", "PA1.1"));
    cite(
        &mut workshop,
        "interview",
        attribute_in("RES-1", "2", "PA1.1"),
    );
    let class = Some(AssessmentClass::Class2);
    let lacks = |workshop: &Workshop| {
        of(&covered(workshop, class), "RES-1", "PA1.1")
            .lacks
            .clone()
    };
    assert_eq!(lacks(&workshop), []);
    workshop.edit(Edit::RemoveInstance {
        process: "RES-1".into(),
        instance: "2".into(),
    });
    assert_eq!(lacks(&workshop), [Lack::Testimony]);
    workshop.add_instances("RES-1", &["2"]);
    assert_eq!(lacks(&workshop), []);
}
