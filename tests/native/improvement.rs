//! The plan as people edit it: what is kept, what is taken back, and what two people do apart.

use crate::support::{Workshop, model};
use plumbline::domain::action::{ActionField, ActionStatus, Place};
use plumbline::domain::assessment::Assessment;
use plumbline::domain::change::{Change, ChangeId, merge};
use plumbline::domain::edit::Edit;
use plumbline::domain::plan_edit::{MOST_HOURS, PlanEdit};
use plumbline::domain::refusal::Refusal;
use plumbline::domain::target::{AttributeTarget, Target, target_level, target_rank};
use plumbline::domain::target_profile::{LeftOut, TargetProfile, edits_between, fit};

fn set(action: &str, field: ActionField) -> Edit {
    Edit::Plan(PlanEdit::SetAction {
        action: action.into(),
        field,
    })
}

fn title(title: &str) -> ActionField {
    ActionField::Title {
        title: title.to_owned(),
    }
}

fn workshop() -> Workshop {
    Workshop::new("R1", 3, &["RES-1", "RES-2"])
}

#[test]
fn an_action_keeps_what_was_said_last_of_each_field() {
    let mut workshop = workshop();
    for field in [
        ActionField::Removed { removed: false },
        title("Publish the request catalogue"),
        ActionField::Owner {
            owner: "Service desk lead".to_owned(),
        },
        title("Publish and keep the request catalogue"),
        ActionField::Status {
            status: ActionStatus::Started,
        },
    ] {
        workshop.edit(set("a1", field));
    }
    let actions: Vec<_> = workshop.assessment.improvement.actions().collect();
    assert_eq!(actions.len(), 1);
    let (_, action) = actions[0];
    assert_eq!(action.title, "Publish and keep the request catalogue");
    assert_eq!(action.owner, "Service desk lead");
    assert_eq!(action.status, ActionStatus::Started);
}

#[test]
fn what_makes_no_sense_by_itself_is_refused() {
    let mut workshop = workshop();
    let place = |reason: &str| ActionField::Place {
        place: Some(Place {
            place: 1,
            reason: reason.to_owned(),
        }),
    };
    for (field, refusal) in [
        (title("  "), Refusal::ActionTitle),
        (place(""), Refusal::Reason),
        (ActionField::Gain { gain: Some(0) }, Refusal::Gain),
        (ActionField::Gain { gain: Some(6) }, Refusal::Gain),
        (
            ActionField::Effort {
                hours: Some(MOST_HOURS + 1),
            },
            Refusal::Hours,
        ),
    ] {
        let refused = workshop.edit_by("Lead", set("a1", field));
        assert_eq!(refused, Err(refusal));
    }
    workshop
        .edit_by("Lead", set("a1", place("The sponsor asked for it.")))
        .expect("with a reason");
}

/// Two people who edit different fields of one action apart lose nothing, whichever file comes first.
#[test]
fn fields_edited_apart_are_all_kept() {
    let mut workshop = workshop();
    workshop.edit(set("a1", title("Agree on roles")));
    let common = workshop.assessment.changes().to_vec();
    let by = |replica: &str, edit: Edit| {
        let mut changes = common.clone();
        changes.push(Change {
            id: ChangeId {
                clock: common.len() as u64 + 1,
                replica: replica.into(),
            },
            author: replica.to_owned(),
            at: "2026-11-22T09:00:00Z".to_owned(),
            edit,
        });
        changes
    };
    let one = by("one", set("a1", ActionField::Cost { cost: Some(900) }));
    let other = by("other", set("a1", ActionField::Effort { hours: Some(16) }));
    for both in [merge(one.clone(), other.clone()), merge(other, one)] {
        let (assessment, refused) = Assessment::from_changes(&both).expect("it starts");
        assert_eq!(refused, []);
        let action = assessment.improvement.action(&"a1".into()).expect("there");
        assert_eq!((action.cost, action.effort), (Some(900), Some(16)));
    }
}

/// Level 3 asks for F up to level 2 and L or F at level 3; one attribute is then wanted higher, another one not at all.
#[test]
fn a_target_is_set_by_level_and_then_adjusted() {
    let mut workshop = workshop();
    workshop.edit(Edit::SetTarget { level: 3 });
    let code = |workshop: &Workshop, id: &str| {
        let found = model().framework.attribute(&id.into()).expect("known");
        let rank = target_rank(model(), &workshop.assessment, &"RES-1".into(), found);
        rank.map_or("none".to_owned(), |rank| {
            model().framework.scale.rating(rank).to_string()
        })
    };
    let all = ["PA1.1", "PA2.1", "PA2.2", "PA3.1", "PA3.2", "PA4.1"];
    let codes = |workshop: &Workshop| all.map(|id| code(workshop, id)).join(" ");
    assert_eq!(codes(&workshop), "F F F L L none");
    let adjust = |id: &str, target| Edit::SetAttributeTarget {
        process: "RES-1".into(),
        attribute: id.into(),
        target: Some(target),
    };
    workshop.edit(adjust("PA3.1", AttributeTarget::Rating("F".into())));
    workshop.edit(adjust("PA2.2", AttributeTarget::NotAsked));
    assert_eq!(codes(&workshop), "F F none F L none");
    let level = |process: &str| target_level(model(), &workshop.assessment, &process.into());
    assert_eq!(
        (level("RES-1"), level("RES-2")),
        (1, 3),
        "without PA2.2 level 1 is what is aimed at"
    );
}

#[test]
fn a_target_profile_is_used_again_in_another_assessment() {
    let mut one = workshop();
    one.edit(Edit::SetTarget { level: 2 });
    one.edit(Edit::SetProcessTarget {
        process: "RES-1".into(),
        level: Some(3),
    });
    one.edit(Edit::SetAttributeTarget {
        process: "RES-1".into(),
        attribute: "PA3.2".into(),
        target: Some(AttributeTarget::NotAsked),
    });
    one.edit(Edit::SetTargetReason {
        process: "RES-1".into(),
        reason: "It carries the new contract.".to_owned(),
    });
    let profile = TargetProfile::of("New contract", &one.assessment.target);
    assert_eq!(profile.target(), one.assessment.target);

    let mut other = workshop();
    other.edit(Edit::SetProcessTarget {
        process: "RES-2".into(),
        level: Some(1),
    });
    for edit in edits_between(&other.assessment.target, &profile.target()) {
        other.edit(edit);
    }
    assert_eq!(other.assessment.target, one.assessment.target);
    assert_eq!(
        edits_between(&other.assessment.target, &profile.target()),
        []
    );
}

/// The target of an assessment over another model, of which this one has a part only.
#[test]
fn what_a_model_does_not_have_is_left_out_of_a_target_and_told() {
    let mut other = workshop();
    let adjust = |process: &str, attribute: &str, target| Edit::SetAttributeTarget {
        process: process.into(),
        attribute: attribute.into(),
        target: Some(target),
    };
    other.edit(Edit::SetTarget { level: 7 });
    other.edit(Edit::SetProcessTarget {
        process: "BREW-1".into(),
        level: Some(2),
    });
    let known = adjust("RES-1", "PA2.1", AttributeTarget::Rating("F".into()));
    other.edit(known.clone());
    other.edit(adjust("RES-1", "PA9.9", AttributeTarget::NotAsked));
    other.edit(adjust(
        "RES-2",
        "PA2.1",
        AttributeTarget::Rating("A*".into()),
    ));

    let fitted = fit(model(), &other.assessment.target);
    assert_eq!(
        fitted.left_out,
        [
            LeftOut::Level(7),
            LeftOut::Process("BREW-1".into()),
            LeftOut::Attribute("RES-1".into(), "PA9.9".into()),
            LeftOut::Attribute("RES-2".into(), "PA2.1".into()),
        ]
    );
    let edits = edits_between(&Target::default(), &fitted.target);
    assert_eq!(edits, [Edit::SetTarget { level: 5 }, known]);
    let again = fit(model(), &fitted.target);
    assert_eq!((again.target, again.left_out), (fitted.target, vec![]));
}
