//! What differs between two states of an assessment, or between two assessments.

use crate::support;
use crate::support::{
    ANNA, ISO_15504, ISO_33020, Workshop, attribute, cases, indicator, indicators, judge, model,
    model_over, not_applicable, settle,
};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::difference::{
    AnswerDifference, AttributeDifference, ChangeKind, Condition, Difference, ProcessDifference,
    Sides, State, difference,
};
use plumbline::domain::edit::Edit;
use plumbline::domain::profile::LevelRange;
use proptest::prelude::*;

const BEN: &str = "Ben";

fn between(from: &Assessment, to: &Assessment) -> Difference {
    let state = |assessment| State {
        model: model(),
        assessment,
    };
    difference(state(from), state(to))
}

fn attributes(process: &ProcessDifference) -> Vec<(&str, ChangeKind)> {
    let found = process.attributes.iter();
    found
        .map(|found| (found.attribute.as_str(), found.kind))
        .collect()
}

#[test]
fn an_attribute_rises_because_an_answer_did() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1", "CON-1"]);
    let subjects = indicators(model(), "RES-1", "1", "PA1.1");
    for subject in &subjects {
        workshop.rate(subject.clone(), "P");
    }
    let before = workshop.assessment.clone();
    for subject in &subjects {
        workshop
            .edit_at("2027-03-01T10:00:00Z", BEN, judge(subject.clone(), "L"))
            .expect("a rating");
    }
    workshop.edit(Edit::SetNote {
        subject: subjects[0].clone(),
        text: "Since the new tool.".to_owned(),
    });
    let found = between(&before, &workshop.assessment);
    assert!(found.conditions.is_empty());
    let [process] = &found.processes[..] else {
        panic!("one process differs: {found:?}");
    };
    assert_eq!(process.process.as_str(), "RES-1");
    assert_eq!(process.kind, ChangeKind::Rose);
    assert_eq!(
        process.level.map(|range| range.map(|range| range.level)),
        Sides {
            from: Some(0),
            to: Some(1)
        }
    );
    let [pa11] = &process.attributes[..] else {
        panic!("one attribute differs");
    };
    assert_eq!(pa11.kind, ChangeKind::Rose);
    assert_eq!(pa11.answers.len(), subjects.len());
    let AnswerDifference {
        subject,
        answer,
        kind,
    } = &pa11.answers[0];
    assert_eq!((subject, *kind), (&subjects[0], ChangeKind::Rose));
    assert_eq!(
        answer.from.rating().map(ToString::to_string).as_deref(),
        Some("P")
    );
    assert_eq!(
        answer.to.rating().map(ToString::to_string).as_deref(),
        Some("L")
    );
    let by = |answer: &plumbline::domain::answer::Answer| {
        let by = answer.by.clone().expect("somebody said it");
        (by.name, by.at, answer.note.clone())
    };
    assert_eq!(
        by(&answer.from),
        (
            ANNA.to_owned(),
            "2026-11-21T09:00:00Z".to_owned(),
            String::new()
        )
    );
    assert_eq!(
        by(&answer.to),
        (
            BEN.to_owned(),
            "2027-03-01T10:00:00Z".to_owned(),
            "Since the new tool.".to_owned()
        )
    );
}

/// Peers count blanks as zero and show progress where somebody only rated more.
#[test]
fn rating_more_is_not_rising() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1"]);
    let blank = workshop.assessment.clone();
    let count = indicators(model(), "RES-1", "1", "PA1.1").len();
    let ratings = |first: &str, others: &str| {
        let mut ratings = vec![first];
        ratings.resize(count, others);
        ratings.join(" ")
    };
    workshop.rate_each("RES-1", "1", "PA1.1", &ratings("P", "."));
    let some = workshop.assessment.clone();
    workshop.rate_each("RES-1", "1", "PA1.1", &ratings(".", "F"));
    let all = workshop.assessment;
    for (from, to) in [
        (&blank, &some),
        (&some, &all),
        (&blank, &all),
        (&all, &blank),
    ] {
        let found = between(from, to);
        let process = &found.processes[0];
        assert_eq!(process.kind, ChangeKind::NotComparable);
        assert_eq!(attributes(process), [("PA1.1", ChangeKind::NotComparable)]);
        let newly = process.attributes[0].answers.iter();
        assert!(newly.clone().count() > 0);
        for answer in newly {
            assert_eq!(answer.kind, ChangeKind::NotComparable);
        }
    }
}

#[test]
fn a_level_rose_only_where_it_did_whatever_the_blanks_are() {
    let range = |level, lowest, highest| {
        Some(LevelRange {
            level,
            lowest,
            highest,
        })
    };
    let kind = |from, to| ChangeKind::of_levels(Sides { from, to });
    for (from, to, expected) in [
        (range(1, 1, 1), range(2, 2, 2), ChangeKind::Rose),
        (range(1, 1, 1), range(2, 2, 5), ChangeKind::Rose),
        (range(1, 1, 2), range(2, 2, 5), ChangeKind::NotComparable),
        (range(1, 1, 5), range(1, 1, 5), ChangeKind::Same),
        (range(1, 1, 1), range(1, 1, 5), ChangeKind::NotComparable),
        (range(3, 3, 3), range(0, 0, 1), ChangeKind::Fell),
        (None, range(0, 0, 0), ChangeKind::NotComparable),
        (None, None, ChangeKind::Same),
    ] {
        assert_eq!(kind(from, to), expected, "{from:?} to {to:?}");
        assert_eq!(kind(to, from), expected.reversed(), "{to:?} to {from:?}");
    }
}

/// A level at the end of its scope could be higher.
#[test]
fn a_narrower_scope_hides_what_is_above_it() {
    let profile = |highest_level: u8, ratings: &[(&str, &str)]| {
        let mut workshop = Workshop::new("R3", highest_level, &["RES-1"]);
        for (found, rating) in ratings {
            workshop.rate(attribute("RES-1", found), rating);
        }
        workshop.assessment
    };
    let one = [("PA1.1", "F"), ("PA2.1", "P"), ("PA2.2", "L")];
    let two = [("PA1.1", "F"), ("PA2.1", "F"), ("PA2.2", "F")];
    let none = [("PA1.1", "P"), ("PA2.1", "P"), ("PA2.2", "L")];
    let kind = |from: &Assessment, to: &Assessment| {
        let found = between(from, to);
        assert_eq!(
            found.conditions[..1],
            [Condition::HighestLevel(Sides {
                from: from.highest_level,
                to: to.highest_level
            })]
        );
        found.processes[0].kind
    };
    let capped = profile(1, &one[..1]);
    assert_eq!(kind(&capped, &profile(2, &two)), ChangeKind::NotComparable);
    assert_eq!(kind(&capped, &profile(2, &none)), ChangeKind::Fell);
    assert_eq!(
        kind(&profile(1, &none[..1]), &profile(2, &one)),
        ChangeKind::Rose
    );
}

#[test]
fn what_was_settled_is_told_beside_what_was_rated() {
    let mut workshop = Workshop::new("R1", 1, &["RES-1"]);
    for subject in indicators(model(), "RES-1", "1", "PA1.1") {
        workshop.rate(subject, "L");
    }
    let before = workshop.assessment.clone();
    workshop.edit(settle(attribute("RES-1", "PA1.1"), "F", "All agreed."));
    let outcome = indicators(model(), "RES-1", "1", "PA1.1")[0].clone();
    workshop.edit(not_applicable(outcome.clone(), "Bought from a supplier."));
    let found = between(&before, &workshop.assessment);
    let AttributeDifference { kind, answers, .. } = &found.processes[0].attributes[0];
    assert_eq!(*kind, ChangeKind::Rose);
    let subjects: Vec<_> = answers.iter().map(|answer| &answer.subject).collect();
    assert_eq!(subjects, [&attribute("RES-1", "PA1.1"), &outcome]);
    assert_eq!(answers[1].kind, ChangeKind::NotComparable);
}

#[test]
fn a_removed_instance_says_nothing_any_more() {
    let mut workshop = Workshop::new("R2", 1, &["RES-1"]);
    workshop.add_instances("RES-1", &["2"]);
    workshop.rate(support::attribute_in("RES-1", "1", "PA1.1"), "P");
    workshop.rate(support::attribute_in("RES-1", "2", "PA1.1"), "F");
    let before = workshop.assessment.clone();
    workshop.edit(Edit::RemoveInstance {
        process: "RES-1".into(),
        instance: "1".into(),
    });
    let found = between(&before, &workshop.assessment);
    let pa11 = &found.processes[0].attributes[0];
    assert_eq!(pa11.kind, ChangeKind::Rose, "L of P and F, to F alone");
    let [answer] = &pa11.answers[..] else {
        panic!("one answer went away");
    };
    assert_eq!(answer.answer.to.what, None);
    assert_eq!(answer.kind, ChangeKind::NotComparable);
}

#[test]
fn other_conditions_are_told_first() {
    let one = Workshop::over(ISO_33020, "R1", 3, &["RES-1", "CON-1"]);
    let other = Workshop::over(ISO_15504, "R3", 2, &["RES-1", "REL-1"]);
    let found = difference(
        State {
            model: model_over(ISO_33020),
            assessment: &one.assessment,
        },
        State {
            model: model_over(ISO_15504),
            assessment: &other.assessment,
        },
    );
    let [
        Condition::Framework(framework),
        Condition::Method(method),
        Condition::HighestLevel(Sides { from: 3, to: 2 }),
        Condition::Scope(scope),
    ] = &found.conditions[..]
    else {
        panic!("four conditions: {:?}", found.conditions);
    };
    assert_eq!(framework.to.id.as_str(), ISO_15504);
    assert_eq!(method.from.as_str(), "R1");
    assert_eq!(scope.from, ["CON-1".into()]);
    assert_eq!(scope.to, ["REL-1".into()]);
}

fn reversed(found: Difference) -> Difference {
    let answer = |found: AnswerDifference| AnswerDifference {
        answer: found.answer.reversed(),
        kind: found.kind.reversed(),
        ..found
    };
    let attribute = |found: AttributeDifference| AttributeDifference {
        rank: found.rank.reversed(),
        kind: found.kind.reversed(),
        answers: found.answers.into_iter().map(answer).collect(),
        ..found
    };
    let process = |found: ProcessDifference| ProcessDifference {
        level: found.level.reversed(),
        kind: found.kind.reversed(),
        attributes: found.attributes.into_iter().map(attribute).collect(),
        ..found
    };
    let condition = |found| match found {
        Condition::Model(sides) => Condition::Model(sides.reversed()),
        Condition::Framework(sides) => Condition::Framework(sides.reversed()),
        Condition::Method(sides) => Condition::Method(sides.reversed()),
        Condition::HighestLevel(sides) => Condition::HighestLevel(sides.reversed()),
        Condition::Scope(sides) => Condition::Scope(sides.reversed()),
    };
    Difference {
        conditions: found.conditions.into_iter().map(condition).collect(),
        processes: found.processes.into_iter().map(process).collect(),
    }
}

fn edit() -> impl Strategy<Value = Edit> {
    let rating = || prop::sample::select(vec!["N", "P", "P+", "L-", "L", "F", "F", "F"]);
    let outcome = (1..=4_usize).prop_map(|number| format!("RES-1.O{number}"));
    let instance = || prop::sample::select(vec!["1", "2"]);
    prop_oneof![
        20 => (instance(), outcome, rating()).prop_map(|(instance, outcome, rating)| {
            let mut subject = indicator("RES-1", &outcome);
            subject.instance = Some(instance.into());
            judge(subject, rating)
        }),
        4 => (instance(), rating()).prop_map(|(instance, rating)| {
            judge(support::attribute_in("RES-1", instance, "PA2.1"), rating)
        }),
        4 => rating().prop_map(|rating| settle(attribute("RES-1", "PA1.1"), rating, "We agreed.")),
        2 => (1..=2_u8).prop_map(|level| Edit::SetHighestLevel { level }),
        2 => prop::sample::select(vec!["R1", "R2", "R3"])
            .prop_map(|method| Edit::SetMethod { method: method.into() }),
        2 => instance().prop_map(|instance| Edit::RemoveInstance {
            process: "RES-1".into(),
            instance: instance.into(),
        }),
        2 => prop::sample::subsequence(vec!["RES-1", "CON-1"], 1..=2).prop_map(|processes| {
            Edit::SetScope { processes: processes.into_iter().map(Into::into).collect() }
        }),
        1 => Just(not_applicable(indicator("RES-1", "RES-1.O1"), "Not ours.")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(96), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_difference_of_b_to_a_is_the_reverse_of_a_to_b(
        first in prop::collection::vec(edit(), 0..20),
        then in prop::collection::vec(edit(), 0..20),
    ) {
        let mut workshop = Workshop::new("R1", 2, &["RES-1", "CON-1"]);
        workshop.add_instances("RES-1", &["2"]);
        for edit in first {
            let _ = workshop.edit_by(ANNA, edit);
        }
        let one = workshop.assessment.clone();
        for edit in then {
            let _ = workshop.edit_by(BEN, edit);
        }
        let other = workshop.assessment;
        prop_assert!(between(&one, &one).is_empty());
        prop_assert!(between(&other, &other).is_empty());
        prop_assert_eq!(between(&other, &one), reversed(between(&one, &other)));
    }
}
