//! Re-assessing from what was found: what comes along, what must be looked at again, and moving to the set that follows.

use crate::support;
use crate::support::{
    ISO_33020, Workshop, any_version, attribute, attribute_in, cases, indicator, indicators,
    library, not_applicable,
};
use plumbline::domain::action::{ActionField, ActionStatus};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::carried::Origin;
use plumbline::domain::carry_over::carry_over;
use plumbline::domain::change::{Change, ChangeId};
use plumbline::domain::date::Date;
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{EvidenceKind, OwnEvidence};
use plumbline::domain::id::{AssessmentId, InstanceId, ModelId, ProcessId};
use plumbline::domain::judgement::Settlement;
use plumbline::domain::look_again::{LookAgain, look_again};
use plumbline::domain::model::Model;
use plumbline::domain::model_move::{Fate, model_move};
use plumbline::domain::plan_edit::PlanEdit;
use plumbline::domain::process_state::Remarks;
use plumbline::domain::result::{ProcessResult, process_result};
use plumbline::domain::subject::{Item, Subject};
use proptest::prelude::*;
use std::sync::LazyLock;

/// The set that follows, after ISO/IEC 20000-1:2018.
static MODEL_2018: LazyLock<Model> = LazyLock::new(|| {
    let model = library().model(
        &any_version("itsm-assessment-2018"),
        &any_version(ISO_33020),
    );
    model.expect("the shipped files fit together")
});

/// A re-assessment of what the workshop found, over a model, as it is right after its start.
fn again(workshop: &Workshop, model: &Model, months: Option<u16>) -> Assessment {
    let found = library().reference_to(&model.assessment.header.id, "");
    let start = Edit::Start {
        model: found.expect("a shipped file"),
        framework: workshop.assessment.framework.clone(),
    };
    let edits = carry_over(
        &AssessmentId::new("a1"),
        workshop.model,
        &workshop.assessment,
        model,
        "Spring",
        months,
    );
    let change = |(clock, edit)| Change {
        id: ChangeId {
            clock,
            replica: "b".into(),
        },
        author: "Ben".to_owned(),
        at: "2027-05-03T09:00:00Z".to_owned(),
        edit,
    };
    let changes: Vec<Change> = (1..)
        .zip([start].into_iter().chain(edits))
        .map(change)
        .collect();
    let (assessment, refused) = Assessment::from_changes(&changes).expect("it starts");
    assert_eq!(refused, []);
    assessment
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// What is to be looked at in a process, with the reasons.
fn listed(model: &Model, assessment: &Assessment, process: &str) -> Vec<(Subject, Vec<LookAgain>)> {
    look_again(model, assessment, &process.into(), day("2027-05-03"))
        .into_iter()
        .filter(|open| !open.reasons.is_empty())
        .map(|open| (open.subject, open.reasons))
        .collect()
}

fn edit_by_ben(assessment: &mut Assessment, edit: Edit) {
    let change = Change {
        id: assessment.next_id(&"b".into()),
        author: "Ben".to_owned(),
        at: "2027-05-03T10:00:00Z".to_owned(),
        edit,
    };
    assessment.apply(change).expect("this edit is allowed");
}

/// Says again of everything what is carried over.
fn confirm_all(assessment: &mut Assessment, process: &str) {
    let carried = |(instance, item, remarks): (Option<&InstanceId>, &Item, &Remarks)| {
        let subject = Subject {
            process: process.into(),
            instance: instance.cloned(),
            item: item.clone(),
        };
        remarks
            .carried()
            .map(|carried| carried.confirming(&subject))
    };
    let state = assessment.state(&process.into()).clone();
    for edit in state
        .items()
        .filter_map(carried)
        .flatten()
        .collect::<Vec<_>>()
    {
        edit_by_ben(assessment, edit);
    }
}

/// A result with what only tells that it is carried over left out.
fn unmarked(mut result: ProcessResult) -> ProcessResult {
    let attributes = result
        .instances
        .iter_mut()
        .flat_map(|found| &mut found.attributes);
    for attribute in attributes.chain(&mut result.attributes) {
        attribute.progress.carried = 0;
    }
    result.progress.carried = 0;
    result
}

/// SDE-6 at level 1 with one blank, SDE-5 at level 2.
fn autumn() -> Workshop {
    let mut workshop = Workshop::new("R1", 2, &["SDE-5", "SDE-6"]);
    workshop.rate_each(
        "SDE-5",
        "1",
        "PA1.1",
        &all(workshop.model, "SDE-5", "PA1.1", "F"),
    );
    workshop.rate_each(
        "SDE-5",
        "1",
        "PA2.1",
        &all(workshop.model, "SDE-5", "PA2.1", "F"),
    );
    workshop.rate_each(
        "SDE-5",
        "1",
        "PA2.2",
        &all(workshop.model, "SDE-5", "PA2.2", "L"),
    );
    workshop
}

fn all(model: &Model, process: &str, attribute: &str, rating: &str) -> String {
    let count = indicators(model, process, "1", attribute).len();
    vec![rating; count].join(" ")
}

#[test]
fn ratings_come_along_marked_and_count_as_before() {
    let mut workshop = autumn();
    workshop.edit(Edit::SetNote {
        subject: indicator("SDE-5", "SDE-5.O1"),
        text: "Seen at the desk.".to_owned(),
    });
    let again = again(&workshop, workshop.model, None);
    assert_eq!(again.title, "Spring");
    assert_eq!(again.scope, workshop.assessment.scope);
    let previous = again.previous.as_ref().expect("it goes on from one");
    assert_eq!(
        (previous.title.as_str(), previous.day),
        ("Autumn", Some(day("2026-11-21")))
    );

    let result = process_result(workshop.model, &again, &"SDE-5".into());
    assert_eq!(
        (result.level, result.progress.carried),
        (2, result.progress.rated)
    );
    assert_eq!(unmarked(result), workshop.result("SDE-5"));
    let carried = again
        .carried(&indicator("SDE-5", "SDE-5.O1"))
        .expect("it came along");
    assert_eq!(
        (carried.by.as_str(), carried.on),
        ("Anna", Some(day("2026-11-21")))
    );
    assert_eq!(carried.origin, Origin::Same);
    let remarks = again
        .remarks(&indicator("SDE-5", "SDE-5.O1"))
        .expect("something was said");
    assert_eq!(remarks.note(), "Seen at the desk.");
}

#[test]
fn rating_anew_takes_the_mark_away_and_undoing_brings_it_back() {
    let workshop = autumn();
    let mut again = again(&workshop, workshop.model, None);
    let subject = indicator("SDE-5", "SDE-5.O1");
    let carried = again.carried(&subject).expect("it came along").clone();
    for edit in carried.confirming(&subject) {
        let opposite = again.opposite(&edit, "Ben").expect("it can be undone");
        edit_by_ben(&mut again, edit);
        assert_eq!(again.carried(&subject), None);
        edit_by_ben(&mut again, opposite);
    }
    assert_eq!(again.carried(&subject), Some(&carried));

    let nothing = Edit::Judge {
        subject: subject.clone(),
        judgement: None,
    };
    assert!(
        !again.says_already(&nothing, "Ben"),
        "nobody has said yet that it is not rated"
    );
    let opposite = again.opposite(&nothing, "Ben").expect("it can be undone");
    edit_by_ben(&mut again, nothing.clone());
    assert_eq!(again.carried(&subject), None);
    assert_eq!(
        again.judgement(&subject),
        None,
        "not rated is not what it was once"
    );
    assert!(again.says_already(&nothing, "Ben"));
    edit_by_ben(&mut again, opposite);
    assert_eq!(again.carried(&subject), Some(&carried));
}

#[test]
fn a_settlement_comes_along_and_its_confirmation_can_be_undone() {
    let mut workshop = autumn();
    let whole = attribute("SDE-5", "PA2.2");
    workshop.edit(Edit::Settle {
        subject: whole.clone(),
        settlement: Some(Settlement {
            rating: "F".into(),
            reason: "The sample was small.".to_owned(),
        }),
    });
    let mut again = again(&workshop, workshop.model, None);
    assert_eq!(
        unmarked(process_result(workshop.model, &again, &"SDE-5".into())),
        workshop.result("SDE-5")
    );
    let carried = again.carried(&whole).expect("it came along").clone();
    let edits = carried.confirming(&whole);
    let opposite = again.opposite(&edits[0], "Ben").expect("it can be undone");
    edit_by_ben(&mut again, edits[0].clone());
    assert_eq!(again.carried(&whole), None);
    edit_by_ben(&mut again, opposite);
    assert_eq!(again.carried(&whole), Some(&carried));
}

#[test]
fn only_what_gives_a_reason_is_to_be_looked_at() {
    let mut workshop = autumn();
    // The target is level 2, so PA1.1 has to be F and PA2.1 at least L.
    workshop.rate(indicator("SDE-5", "SDE-5.O2"), "L");
    let lifted = indicator("SDE-5", "SDE-5.O3");
    for field in [
        ActionField::Title {
            title: "One queue".to_owned(),
        },
        ActionField::Lift {
            subject: lifted.clone(),
            expected: Some("F".into()),
        },
        ActionField::Status {
            status: ActionStatus::Done,
        },
    ] {
        workshop.edit(Edit::Plan(PlanEdit::SetAction {
            action: "x".into(),
            field,
        }));
    }
    let old = indicator("SDE-5", "SDE-5.O4");
    workshop.edit(Edit::SetEvidence {
        subject: old.clone(),
        evidence: "e".into(),
        content: Some(OwnEvidence {
            kind: EvidenceKind::Record,
            source: "Report".to_owned(),
            date: Some(day("2026-05-02")),
        }),
    });
    let again = again(&workshop, workshop.model, Some(12));
    assert_eq!(
        listed(workshop.model, &again, "SDE-5"),
        [
            (indicator("SDE-5", "SDE-5.O2"), vec![LookAgain::BelowTarget]),
            (lifted, vec![LookAgain::Lifted]),
            (old, vec![LookAgain::Old(day("2026-05-02"))]),
        ]
    );
    // Nothing of SDE-6 was rated, so all of it is asked.
    let blanks = listed(workshop.model, &again, "SDE-6");
    assert_eq!(
        blanks.len() as u32,
        process_result(workshop.model, &again, &"SDE-6".into())
            .progress
            .total
    );
    assert!(
        blanks
            .iter()
            .all(|(_, reasons)| reasons == &[LookAgain::NotRated])
    );
    // An assessment that goes on from none has nothing to look at again.
    assert_eq!(listed(workshop.model, &workshop.assessment, "SDE-6"), []);
}

#[test]
fn evidence_is_as_old_as_the_day_on_which_it_was_entered() {
    let mut workshop = autumn();
    let subject = indicator("SDE-5", "SDE-5.O1");
    workshop.edit(Edit::SetEvidence {
        subject: subject.clone(),
        evidence: "e".into(),
        content: Some(OwnEvidence {
            kind: EvidenceKind::Document,
            source: "Policy".to_owned(),
            date: None,
        }),
    });
    let again = again(&workshop, workshop.model, Some(6));
    let evidence = again.evidence.get(&"e".into()).expect("it came along");
    assert_eq!(evidence.date, Some(day("2026-11-21")));
    // 21 November to 3 May is not six months yet.
    assert_eq!(listed(workshop.model, &again, "SDE-5"), []);
}

#[test]
fn the_set_of_26_becomes_the_set_of_32() {
    let (old, new) = (support::model(), &*MODEL_2018);
    let moves = model_move(old, new);
    let count = |fate| moves.iter().filter(|found| found.fate == fate).count();
    assert_eq!(
        Fate::ALL.map(count),
        [22, 0, 8, 2, 0, 0, 0, 0],
        "unchanged, reworded, split, part, merged, revised, new, gone"
    );
    let knowledge = moves
        .iter()
        .find(|found| found.to == Some("SMS-10".into()))
        .expect("it is new");
    assert_eq!(
        (knowledge.fate, &knowledge.from),
        (Fate::Part, &vec![ProcessId::new("SMS-4")])
    );
    assert_eq!(
        knowledge.new.len(),
        new.process(&"SMS-10".into())
            .expect("it is there")
            .outcomes
            .len()
    );
    assert_eq!(knowledge.gone, [], "SMS-4 goes on and keeps its outcomes");
    assert!(
        model_move(old, old)
            .iter()
            .all(|found| found.fate == Fate::Unchanged)
    );
}

#[test]
fn moving_carries_what_is_safe_and_queues_the_rest() {
    let workshop = {
        let mut workshop = Workshop::new("R1", 2, &["SDE-6", "RES-1"]);
        for process in ["SDE-6", "RES-1"] {
            for attribute in ["PA1.1", "PA2.1", "PA2.2"] {
                workshop.rate_each(
                    process,
                    "1",
                    attribute,
                    &all(workshop.model, process, attribute, "F"),
                );
            }
        }
        workshop
    };
    let new = &*MODEL_2018;
    let moved = again(&workshop, new, None);
    assert_eq!(moved.model.id, ModelId::new("itsm-assessment-2018"));
    let mut scope = moved.scope.clone();
    scope.sort();
    assert_eq!(scope, ["RES-3", "RES-4", "SDE-6"].map(ProcessId::new));
    // SDE-6 is taken over as it is: level 2 as before, and nothing of it needs a look.
    assert_eq!(process_result(new, &moved, &"SDE-6".into()).level, 2);
    assert_eq!(listed(new, &moved, "SDE-6"), []);
    // RES-1 was divided: its outcomes are others, so they are blank, and what was found of how it is managed is to be seen.
    let incident = process_result(new, &moved, &"RES-3".into());
    assert_eq!((incident.level, incident.highest), (0, 2));
    let split = Origin::Split {
        from: "RES-1".into(),
    };
    for (subject, reasons) in listed(new, &moved, "RES-3") {
        let is_outcome = indicators(new, "RES-3", "1", "PA1.1").contains(&subject);
        let expected = if is_outcome {
            LookAgain::NotRated
        } else {
            LookAgain::Changed(split.clone())
        };
        assert_eq!(reasons, [expected], "{subject:?}");
    }
    // The assessment that it came from stays what it was.
    assert_eq!(workshop.level("RES-1"), 2);
}

/// Ratings of one process in two instances, some settled or not applicable.
fn any_ratings() -> impl Strategy<Value = (&'static str, Vec<&'static str>, Vec<bool>)> {
    let letters = prop::sample::select(vec!["N", "P", "L", "F", "-", "."]);
    let method = prop::sample::select(vec!["R1", "R2", "R3"]);
    (
        method,
        prop::collection::vec(letters, 120),
        prop::collection::vec(any::<bool>(), 10),
    )
}

fn workshop_of((method, letters, settled): (&str, Vec<&str>, Vec<bool>)) -> Workshop {
    let mut workshop = Workshop::new(method, 3, &["SDE-6"]);
    workshop.add_instances("SDE-6", &["2"]);
    let attributes = workshop.model.attributes(3);
    let attributes: Vec<String> = attributes.map(|found| found.id.to_string()).collect();
    let mut letters = letters.into_iter();
    for (id, settled) in attributes.iter().zip(settled) {
        let mut subjects = vec![attribute("SDE-6", id)];
        for instance in ["1", "2"] {
            subjects.push(attribute_in("SDE-6", instance, id));
            subjects.extend(indicators(workshop.model, "SDE-6", instance, id));
        }
        for (subject, letter) in subjects.into_iter().zip(&mut letters) {
            match letter {
                "." => {}
                "-" => workshop.edit(not_applicable(subject, "We do not do this.")),
                rating => workshop.rate(subject, rating),
            }
        }
        if settled {
            workshop.edit(Edit::Settle {
                subject: attribute_in("SDE-6", "1", id),
                settlement: Some(Settlement {
                    rating: "L".into(),
                    reason: "We saw more.".to_owned(),
                }),
            });
        }
    }
    workshop
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(24)))]

    /// Carrying over gives the same profile, and so does confirming everything, after which nothing is marked.
    #[test]
    fn carrying_over_and_confirming_gives_the_same_profile(ratings in any_ratings()) {
        let workshop = workshop_of(ratings);
        let before = workshop.result("SDE-6");
        let mut again = again(&workshop, workshop.model, Some(12));
        let result = |again: &Assessment| process_result(workshop.model, again, &"SDE-6".into());
        prop_assert_eq!(unmarked(result(&again)), before.clone());
        confirm_all(&mut again, "SDE-6");
        prop_assert_eq!(result(&again), before);
    }
}
