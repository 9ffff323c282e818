//! Worked examples: ratings that do not go together, by the rules of the shipped models.

use crate::support;
use crate::support::{Workshop, any_version, indicator, library};
use plumbline::domain::consistency::resting_on;
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{Evidence, EvidenceEdit, EvidenceKind};
use plumbline::domain::id::{EvidenceId, ProcessId, RuleId};
use plumbline::domain::indicator_ref::IndicatorRef;
use plumbline::domain::rule::{Condition, Rule};
use plumbline::domain::subject::Subject;
use plumbline::report::doubt_list::doubt_list;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The doubts of a workshop: rule, what it is about, and what it does not go together with.
fn told(workshop: &Workshop) -> Vec<String> {
    let found = doubt_list(workshop.model, &workshop.assessment);
    let lines = found.into_iter().map(|doubt| {
        let stands = doubt
            .stands
            .map_or_else(String::new, |note| format!(", stands: {note}"));
        format!("{} {}: {}{stands}", doubt.rule, doubt.about, doubt.against)
    });
    lines.collect()
}

fn workshop(ratings: &[(&str, &str, &str)]) -> Workshop {
    let mut workshop = Workshop::new("R1", 5, &["RES-2", "CON-1", "CON-2"]);
    for (process, id, rating) in ratings {
        workshop.rate(indicator(process, id), rating);
    }
    workshop
}

#[track_caller]
fn check(ratings: &[(&str, &str, &str)], expected: &[&str]) {
    assert_eq!(told(&workshop(ratings)), expected);
}

#[test]
fn causes_of_problems_that_nobody_looks_for() {
    check(
        &[("RES-2", "RES-2.O3", "F"), ("RES-2", "RES-2.O1", "N")],
        &["problems RES-2.O3: RES-2.O1 is rated N"],
    );
    check(
        &[("RES-2", "RES-2.O3", "L"), ("RES-2", "RES-2.O1", "N")],
        &[],
    );
    check(
        &[("RES-2", "RES-2.O3", "F"), ("RES-2", "RES-2.O1", "P")],
        &[],
    );
}

/// Not rated is not the lowest rating.
#[test]
fn what_is_not_rated_raises_no_doubt() {
    check(&[("RES-2", "RES-2.O3", "F")], &[]);
    check(&[("RES-2", "RES-2.O1", "N")], &[]);
}

#[test]
fn a_standard_process_in_use_that_hardly_exists() {
    let rated = |defined| [("CON-1", "PA3.2.a", "F"), ("CON-1", "PA3.1.a", defined)];
    check(&rated("N"), &["deploy PA3.2.a: PA3.1.a is rated N"]);
    check(&rated("P"), &["deploy PA3.2.a: PA3.1.a is rated P"]);
    check(&rated("P+"), &["deploy PA3.2.a: PA3.1.a is rated P+"]);
    check(&rated("L"), &[]);
}

/// The rule names the attribute of level 1, so any outcome of the process will do, and each is told.
#[test]
fn everything_is_under_control_and_part_of_it_does_not_exist() {
    check(
        &[
            ("RES-2", "PA2.2.c", "F"),
            ("RES-2", "RES-2.O4", "N"),
            ("RES-2", "RES-2.O7", "N"),
            ("RES-2", "RES-2.O1", "F"),
        ],
        &["products PA2.2.c: RES-2.O4 is rated N, RES-2.O7 is rated N"],
    );
}

/// Achievements are looked up in the process at hand, outcomes wherever they are.
#[test]
fn outcomes_of_another_process_count_and_achievements_do_not() {
    check(
        &[("CON-1", "CON-1.O10", "F"), ("CON-2", "CON-2.O2", "N")],
        &["cmdb CON-1.O10: CON-2.O2 is rated N"],
    );
    check(&[("CON-1", "PA3.2.a", "F"), ("CON-2", "PA3.1.a", "N")], &[]);
}

#[test]
fn a_process_out_of_scope_raises_no_doubt() {
    let mut workshop = workshop(&[("CON-1", "CON-1.O10", "F"), ("CON-2", "CON-2.O2", "N")]);
    workshop.edit(Edit::SetScope {
        processes: vec![ProcessId::new("CON-1")],
    });
    assert_eq!(told(&workshop), [""; 0]);
}

#[test]
fn each_instance_is_looked_at_by_itself() {
    let mut workshop = workshop(&[("RES-2", "RES-2.O3", "F")]);
    workshop.add_instances("RES-2", &["berlin"]);
    let in_berlin = |id: &str| Subject::indicator("RES-2".into(), "berlin".into(), id.into());
    workshop.rate(in_berlin("RES-2.O1"), "N");
    assert_eq!(told(&workshop), [""; 0], "found here, not looked for there");
    workshop.rate(in_berlin("RES-2.O3"), "F");
    assert_eq!(
        told(&workshop),
        ["problems RES-2.O3 (Team berlin): RES-2.O1 (Team berlin) is rated N"]
    );
}

fn evidence(workshop: &mut Workshop, cited: &[Subject]) {
    let evidence = EvidenceId::new("e1");
    workshop.edit(Edit::Evidence(EvidenceEdit::Set {
        evidence: evidence.clone(),
        content: Some(Evidence {
            kind: EvidenceKind::Record,
            title: "Twelve problem records".to_owned(),
            place: String::new(),
            date: None,
            role: String::new(),
            by: "Kim".to_owned(),
        }),
    }));
    for subject in cited {
        workshop.edit(Edit::Evidence(EvidenceEdit::Cite {
            evidence: evidence.clone(),
            subject: subject.clone(),
            cited: true,
        }));
    }
}

/// Who keeps no evidence at all is not told that some is missing.
#[test]
fn fully_without_evidence_is_told_where_evidence_is_kept() {
    let mut workshop = workshop(&[
        ("RES-2", "RES-2.O2", "F"),
        ("RES-2", "RES-2.O4", "F"),
        ("RES-2", "RES-2.O5", "L"),
    ]);
    assert_eq!(told(&workshop), [""; 0]);
    evidence(&mut workshop, &[indicator("RES-2", "RES-2.O2")]);
    assert_eq!(told(&workshop), ["evidence RES-2.O4: "]);
}

#[test]
fn a_doubt_can_be_let_stand_and_taken_up_again() {
    let mut workshop = workshop(&[("RES-2", "RES-2.O3", "F"), ("RES-2", "RES-2.O1", "N")]);
    let stand = |note: Option<&str>| Edit::OverrideRule {
        rule: RuleId::new("problems"),
        subject: indicator("RES-2", "RES-2.O3"),
        note: note.map(str::to_owned),
    };
    workshop.edit(stand(Some("The vendor finds them.")));
    assert_eq!(
        told(&workshop),
        ["problems RES-2.O3: RES-2.O1 is rated N, stands: The vendor finds them."]
    );
    workshop.edit(stand(None));
    assert_eq!(told(&workshop), ["problems RES-2.O3: RES-2.O1 is rated N"]);
}

/// Who lets a doubt stand says why two ratings go together. Other ratings are another question.
#[test]
fn a_doubt_is_let_stand_for_the_ratings_as_they_are() {
    const DOUBT: &str = "products PA2.2.c: RES-2.O4 is rated N";
    const STANDS: &str = "products PA2.2.c: RES-2.O4 is rated N, stands: The vendor keeps it.";
    let about = indicator("RES-2", "PA2.2.c");
    let let_stand = || {
        let mut workshop = workshop(&[("RES-2", "PA2.2.c", "F"), ("RES-2", "RES-2.O4", "N")]);
        workshop.edit(Edit::OverrideRule {
            rule: RuleId::new("products"),
            subject: about.clone(),
            note: Some("The vendor keeps it.".to_owned()),
        });
        workshop
    };
    assert_eq!(told(&let_stand()), [STANDS]);

    // What the doubt is about is rated anew, be it the same and by somebody else.
    let mut workshop = let_stand();
    workshop.rate_by("Bert", about.clone(), "F");
    assert_eq!(told(&workshop), [DOUBT]);
    let back = Edit::Withdraw {
        subject: about.clone(),
    };
    workshop.edit_by("Bert", back).expect("it may be undone");
    assert_eq!(told(&workshop), [STANDS], "undone, all is as it was");

    // What it did not go together with is better by now, and something else is not.
    let mut workshop = let_stand();
    workshop.rate(indicator("RES-2", "RES-2.O4"), "F");
    assert_eq!(told(&workshop), [""; 0]);
    workshop.rate(indicator("RES-2", "RES-2.O7"), "N");
    assert_eq!(told(&workshop), ["products PA2.2.c: RES-2.O7 is rated N"]);

    // Ratings that it has nothing to do with leave it alone.
    let mut workshop = let_stand();
    workshop.rate(indicator("RES-2", "RES-2.O1"), "F");
    assert_eq!(told(&workshop), [STANDS]);
}

/// Let stand anew with the words of the last time, it stands anew.
#[test]
fn the_same_reason_can_be_given_again() {
    let mut workshop = workshop(&[("RES-2", "RES-2.O3", "F"), ("RES-2", "RES-2.O1", "N")]);
    let edit = Edit::OverrideRule {
        rule: RuleId::new("problems"),
        subject: indicator("RES-2", "RES-2.O3"),
        note: Some("The vendor finds them.".to_owned()),
    };
    workshop.edit(edit.clone());
    workshop.rate(indicator("RES-2", "RES-2.O3"), "F");
    assert!(!workshop.assessment.says_already(&edit, "Anna"));
    workshop.edit(edit);
    assert_eq!(
        told(&workshop),
        ["problems RES-2.O3: RES-2.O1 is rated N, stands: The vendor finds them."]
    );
}

/// The rule names outcomes of CON-2, of RES-2 and of CON-2 again: what is found in CON-2 is told once.
#[test]
fn what_a_rule_names_apart_is_told_once() {
    let mut workshop = workshop(&[("CON-1", "CON-1.O1", "F"), ("CON-2", "CON-2.O2", "N")]);
    let mut model = workshop.model.clone();
    let condition = |items: &[&str]| Condition {
        items: items.iter().copied().map(IndicatorRef::from).collect(),
        at_least: None,
        at_most: None,
        without_evidence: false,
    };
    let rule = Rule {
        id: RuleId::new("apart"),
        text: "Apart.".to_owned(),
        when: vec![
            condition(&["CON-1.O1"]),
            condition(&["CON-2.O2", "RES-2.O1", "CON-2.O3"]),
        ],
    };
    let mut assessment = (*model.assessment).clone();
    assessment.rules = vec![rule];
    model.assessment = Arc::new(assessment);
    workshop.model = Box::leak(Box::new(model));
    assert_eq!(told(&workshop), ["apart CON-1.O1: CON-2.O2 is rated N"]);
}

/// Where attributes are rated as a whole, there are no indicators to compare.
#[test]
fn other_methods_raise_no_doubts() {
    let mut workshop = workshop(&[("RES-2", "RES-2.O3", "F"), ("RES-2", "RES-2.O1", "N")]);
    workshop.edit(Edit::SetMethod {
        method: "R3".into(),
    });
    assert_eq!(told(&workshop), [""; 0]);
}

/// The other edition has other letters: its PA2.1.c is what PA2.1.d is in the younger one.
#[test]
fn rules_hold_in_both_editions() {
    let mut workshop = Workshop::over("iso-15504-2-2003", "R1", 2, &["RES-2"]);
    workshop.rate(indicator("RES-2", "PA2.1.c"), "F");
    workshop.rate(indicator("RES-2", "PA2.1.b"), "P");
    assert_eq!(told(&workshop), ["adjust PA2.1.c: PA2.1.b is rated P"]);
}

#[test]
fn what_a_doubt_can_rest_on_is_known_beforehand() {
    let model = support::model();
    let resting = |id: &str| resting_on(model, &ProcessId::new(id));
    assert_eq!(resting("CON-1"), [ProcessId::new("CON-2")]);
    assert_eq!(resting("SMS-8"), []);
    assert_eq!(resting("XX-1"), []);
}

/// Beside the one about evidence, each shipped rule holds something high against something low, and against something else.
#[test]
fn shipped_rules_hold_high_against_low() {
    for (id, few) in [("itsm-assessment", 25), ("itsm-assessment-2018", 35)] {
        let framework = any_version("iso-33020-2015");
        let model = library()
            .model(&any_version(id), &framework)
            .expect("it is shipped");
        let rules: Vec<_> = model
            .assessment
            .rules
            .iter()
            .filter(|rule| rule.when.len() == 2)
            .collect();
        assert!(rules.len() >= few, "{id}: {}", rules.len());
        let texts: BTreeSet<&str> = rules.iter().map(|rule| rule.text.as_str()).collect();
        assert_eq!(texts.len(), rules.len());
        for rule in rules {
            let [first, second] = rule.when.as_slice() else {
                panic!("two conditions");
            };
            assert!(
                first.at_least.is_some() && second.at_most.is_some(),
                "{}",
                rule.id
            );
            let both = first.items.iter().any(|item| second.items.contains(item));
            assert!(!both, "{} speaks of the same twice", rule.id);
        }
    }
}
