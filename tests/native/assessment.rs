//! An assessment as people make it: rating, settling otherwise, leaving out, instances, several assessors, the plan.
//!
//! N, P, L and F count 0, 1, 2 and 3 in a mean, and half rounds up (ISO/IEC 33020:2015 clause 5.5.1.1).

use crate::support;
use crate::support::{
    ANNA, Workshop, attribute, attribute_in, indicator, judge, not_applicable, settle, start_edit,
};
use plumbline::domain::edit::Edit;
use plumbline::domain::evidence::{EvidenceKind, OwnEvidence};
use plumbline::domain::explanation::{Next, explain};
use plumbline::domain::gap::Gap;
use plumbline::domain::judgement::Judgement;
use plumbline::domain::plan::plan;
use plumbline::domain::refusal::Refusal;
use plumbline::domain::result::{Standing, process_result};
use plumbline::report::words;

const BERT: &str = "Bert";

/// The arithmetic of an attribute rating, as the pages show it.
fn arithmetic(workshop: &Workshop, process: &str, attribute: &str) -> String {
    let result = workshop.attribute(process, attribute);
    words::arithmetic(workshop.model, &result.standing)
}

/// Problem management has seven outcomes. F F F L L P N count 3 + 3 + 3 + 2 + 2 + 1 + 0 = 14, and 14 / 7 is 2: L.
#[test]
fn the_mean_of_seven_outcomes() {
    let mut workshop = Workshop::new("R1", 3, &["RES-2"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "F F F L L P N");
    assert_eq!(
        arithmetic(&workshop, "RES-2", "PA1.1"),
        "Mean of 7 ratings: 14 / 7 = 2.00, so L."
    );
    assert_eq!(workshop.level("RES-2"), 1);
}

/// 18 of 21 points are 2.57 and round to F; 17 are 2.43 and round to L. Refined ratings count as their step.
#[test]
fn the_mean_rounds_to_the_nearer_rating() {
    for (ratings, expected) in [
        ("F F F F L L L", "Mean of 7 ratings: 18 / 7 = 2.57, so F."),
        ("F F F L L L L", "Mean of 7 ratings: 17 / 7 = 2.43, so L."),
        (
            "F F F L+ L- L+ L-",
            "Mean of 7 ratings: 17 / 7 = 2.43, so L.",
        ),
    ] {
        let mut workshop = Workshop::new("R1", 1, &["RES-2"]);
        workshop.rate_each("RES-2", "1", "PA1.1", ratings);
        assert_eq!(arithmetic(&workshop, "RES-2", "PA1.1"), expected);
    }
}

/// Service reporting has four outcomes. F and L over two of them is 2.5, exactly between: the higher one.
#[test]
fn exactly_half_rounds_up() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F L . .");
    assert_eq!(
        arithmetic(&workshop, "SDE-6", "PA1.1"),
        "Mean of 2 ratings: 5 / 2 = 2.50, so F."
    );
}

/// Blanks never enter the mean. They open the range: F F . . is F now, and between L (6 / 4 = 1.5) and F in the end.
#[test]
fn not_rated_is_not_the_lowest_rating() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    assert_eq!(arithmetic(&workshop, "SDE-6", "PA1.1"), "Not rated yet.");
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F . .");
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "F");
    let scale = &workshop.model.framework.scale;
    let result = workshop.attribute("SDE-6", "PA1.1");
    let letter = |rank| scale.rating(rank).to_string();
    assert_eq!(result.lowest.map(letter), Some("L".to_owned()));
    assert_eq!(result.highest.map(letter), Some("F".to_owned()));
    assert_eq!(result.progress.not_rated(), 2);
}

/// Under R1 the mean is over all instances at once: F F F F and P P P P are 16 / 8 = 2, so L.
#[test]
fn the_mean_runs_over_all_instances() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.add_instances("SDE-6", &["2"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F F F");
    workshop.rate_each("SDE-6", "2", "PA1.1", "P P P P");
    assert_eq!(
        arithmetic(&workshop, "SDE-6", "PA1.1"),
        "Mean of 8 ratings: 16 / 8 = 2.00, so L."
    );
    let levels: Vec<u8> = workshop
        .result("SDE-6")
        .instances
        .iter()
        .map(|found| found.level)
        .collect();
    assert_eq!(levels, [1, 0], "each instance by itself");
}

/// R2 rates attributes per instance, R3 each attribute once. Both keep the refined rating of a single statement.
#[test]
fn methods_differ_in_what_people_rate() {
    let mut workshop = Workshop::new("R2", 1, &["SDE-6"]);
    workshop.rate(attribute_in("SDE-6", "1", "PA1.1"), "L+");
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "L+");
    workshop.add_instances("SDE-6", &["2"]);
    workshop.rate(attribute_in("SDE-6", "2", "PA1.1"), "P");
    assert_eq!(
        arithmetic(&workshop, "SDE-6", "PA1.1"),
        "Mean of 2 ratings: 3 / 2 = 1.50, so L."
    );

    let mut workshop = Workshop::new("R3", 1, &["SDE-6"]);
    workshop.rate(attribute("SDE-6", "PA1.1"), "P+");
    assert_eq!(
        arithmetic(&workshop, "SDE-6", "PA1.1"),
        "Rated P+ as a whole."
    );
    assert_eq!(workshop.level("SDE-6"), 0);
    assert!(workshop.result("SDE-6").instances.is_empty());
}

#[test]
fn a_mean_can_be_settled_otherwise_with_a_reason() {
    let mut workshop = Workshop::new("R1", 1, &["RES-2"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "F F F L L P N");
    let whole = attribute("RES-2", "PA1.1");
    for reason in ["", "  "] {
        let refusal = workshop.edit_by(ANNA, settle(whole.clone(), "P", reason));
        assert_eq!(refusal, Err(Refusal::Reason));
    }
    assert_eq!(workshop.letter("RES-2", "PA1.1"), "L", "nothing changed");

    workshop.edit(settle(whole.clone(), "P", "Root causes are never found"));
    assert_eq!(workshop.level("RES-2"), 0);
    assert_eq!(
        arithmetic(&workshop, "RES-2", "PA1.1"),
        "Settled at P: Root causes are never found. In place of: Mean of 7 ratings: 14 / 7 = 2.00, so L."
    );

    workshop.edit(Edit::Settle {
        subject: whole,
        settlement: None,
    });
    assert_eq!(workshop.letter("RES-2", "PA1.1"), "L", "back to the mean");
}

/// One instance settled at F weighs as much as the seven outcomes under it: (7 x 3 + 7 x 1) / 14 = 2.
#[test]
fn a_settled_instance_weighs_as_much_as_its_indicators() {
    let mut workshop = Workshop::new("R1", 1, &["RES-2"]);
    workshop.add_instances("RES-2", &["2"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "N N N N N N N");
    workshop.rate_each("RES-2", "2", "PA1.1", "P P P P P P P");
    let first = attribute_in("RES-2", "1", "PA1.1");
    workshop.edit(settle(first, "F", "Seen on site"));
    assert_eq!(
        arithmetic(&workshop, "RES-2", "PA1.1"),
        "Mean of 14 ratings: 28 / 14 = 2.00, so L."
    );
}

/// What does not apply leaves the mean: without the N, F F L is 8 / 3 = 2.67.
#[test]
fn not_applicable_needs_a_reason_and_leaves_the_mean() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F L N");
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "L");
    let fourth = indicator("SDE-6", "SDE-6.O4");
    let refusal = workshop.edit_by(ANNA, not_applicable(fourth.clone(), " "));
    assert_eq!(refusal, Err(Refusal::Reason));
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "L", "nothing changed");

    workshop.edit(not_applicable(fourth.clone(), "No customer wants it"));
    assert_eq!(
        arithmetic(&workshop, "SDE-6", "PA1.1"),
        "Mean of 3 ratings: 8 / 3 = 2.67, so F."
    );
    let progress = workshop.attribute("SDE-6", "PA1.1").progress;
    assert_eq!(
        words::progress(progress),
        "3 of 3 rated, 1 not applicable",
        "and it is listed"
    );
    assert_eq!(
        workshop.assessment.judgement(&fourth),
        Some(&Judgement::NotApplicable {
            reason: "No customer wants it".to_owned()
        })
    );
}

/// With everything under PA2.1 excluded it has no rating, so the level stops at 1 however good PA2.2 is.
#[test]
fn an_attribute_with_nothing_applicable_stops_the_level() {
    let mut workshop = Workshop::new("R1", 2, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F F F");
    workshop.rate_each("SDE-6", "1", "PA2.1", "- - - - - - - -");
    workshop.rate_each("SDE-6", "1", "PA2.2", "F F F F");
    let result = workshop.result("SDE-6");
    assert_eq!((result.lowest, result.level, result.highest), (1, 1, 1));
    assert_eq!(
        workshop.attribute("SDE-6", "PA2.1").standing,
        Standing::NotApplicable
    );
    let explanation = explain(workshop.model, &workshop.assessment, &result);
    assert_eq!(explanation.path.out_of_reach, ["PA2.1".into()]);
    assert_eq!(explanation.path.raises, []);
}

#[test]
fn instances_come_and_go_and_come_back() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    let names = |workshop: &Workshop| -> Vec<String> {
        let instances = workshop.assessment.instances(&"SDE-6".into());
        instances.into_iter().map(|found| found.name).collect()
    };
    assert_eq!(names(&workshop), ["Whole unit"]);
    workshop.add_instances("SDE-6", &["2"]);
    assert_eq!(names(&workshop), ["Whole unit", "Team 2"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F F F");
    workshop.rate_each("SDE-6", "2", "PA1.1", "N N N N");
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "L", "12 / 8 = 1.5");

    workshop.edit(Edit::RemoveInstance {
        process: "SDE-6".into(),
        instance: "2".into(),
    });
    assert_eq!(names(&workshop), ["Whole unit"]);
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "F");

    workshop.edit(Edit::SetInstance {
        process: "SDE-6".into(),
        instance: "2".into(),
        name: "Night shift".to_owned(),
    });
    assert_eq!(names(&workshop), ["Whole unit", "Night shift"]);
    assert_eq!(
        workshop.letter("SDE-6", "PA1.1"),
        "L",
        "its ratings came back with it"
    );
}

#[test]
fn the_last_instance_stays() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    let remove = |instance: &str| Edit::RemoveInstance {
        process: "SDE-6".into(),
        instance: instance.into(),
    };
    assert_eq!(
        workshop.edit_by(ANNA, remove("1")),
        Err(Refusal::LastInstance)
    );
    workshop.add_instances("SDE-6", &["2"]);
    workshop.edit(remove("1"));
    assert_eq!(
        workshop.edit_by(ANNA, remove("2")),
        Err(Refusal::LastInstance)
    );
    assert_eq!(workshop.assessment.instances(&"SDE-6".into()).len(), 1);
}

/// Each author keeps what they said. The latest counts; when it is withdrawn, the other one stands again.
#[test]
fn two_authors_do_not_overwrite_each_other() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    let outcome = indicator("SDE-6", "SDE-6.O1");
    workshop.rate_by(ANNA, outcome.clone(), "F");
    workshop.rate_by(BERT, outcome.clone(), "P");
    let by = |workshop: &Workshop, author: &str| {
        let remarks = workshop.assessment.remarks(&outcome).expect("rated");
        let rating = remarks
            .judgement_by(author)
            .and_then(|judgement| judgement.rating());
        rating.map(ToString::to_string)
    };
    assert_eq!(by(&workshop, ANNA).as_deref(), Some("F"));
    assert_eq!(by(&workshop, BERT).as_deref(), Some("P"));
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "P");

    let withdraw = Edit::Judge {
        subject: outcome.clone(),
        judgement: None,
    };
    workshop.edit_by(BERT, withdraw).expect("allowed");
    assert_eq!(by(&workshop, BERT), None);
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "F");
}

/// What Bert undoes is what Bert said, not what Anna said meanwhile.
#[test]
fn undoing_a_first_rating_brings_the_other_author_back() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    let outcome = indicator("SDE-6", "SDE-6.O1");
    workshop.rate_by(ANNA, outcome.clone(), "F");
    let edit = judge(outcome, "P");
    let opposite = workshop.assessment.opposite(&edit, BERT).expect("undo");
    workshop.edit_by(BERT, edit).expect("allowed");
    workshop.edit_by(BERT, opposite).expect("allowed");
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "F");
}

/// Whatever is changed again: its opposite brings back what was there before, not nothing.
#[test]
fn undo_brings_back_what_was_there() {
    let outcome = || indicator("SDE-6", "SDE-6.O1");
    let note = |text: &str| Edit::SetNote {
        subject: outcome(),
        text: text.to_owned(),
    };
    let evidence = |source: &str| Edit::SetEvidence {
        subject: outcome(),
        evidence: "e1".into(),
        content: Some(OwnEvidence {
            kind: EvidenceKind::Document,
            source: source.to_owned(),
            date: None,
        }),
    };
    let instance = |name: &str| Edit::SetInstance {
        process: "SDE-6".into(),
        instance: "2".into(),
        name: name.to_owned(),
    };
    let target = |level: u8| Edit::SetProcessTarget {
        process: "SDE-6".into(),
        level: Some(level),
    };
    let whole = || attribute("SDE-6", "PA1.1");
    for (before, after) in [
        (judge(outcome(), "P"), judge(outcome(), "F")),
        (
            judge(outcome(), "P"),
            not_applicable(outcome(), "We have none"),
        ),
        (
            settle(whole(), "L", "Seen on site"),
            settle(whole(), "F", "Seen again"),
        ),
        (note("ask Eva"), note("asked Eva")),
        (evidence("ticket 7"), evidence("ticket 8")),
        (instance("Night shift"), instance("Day shift")),
        (
            instance("Night shift"),
            Edit::RemoveInstance {
                process: "SDE-6".into(),
                instance: "2".into(),
            },
        ),
        (target(1), target(3)),
        (Edit::SetTarget { level: 1 }, Edit::SetTarget { level: 3 }),
        (
            Edit::SetSample { sample: true },
            Edit::SetSample { sample: false },
        ),
    ] {
        let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
        workshop.edit(before);
        let shown = |workshop: &Workshop| {
            let assessment = &workshop.assessment;
            let remarks = |subject| {
                let found = assessment.remarks(&subject);
                found.map(|found| {
                    (
                        found.judgement_by(ANNA).cloned(),
                        found.settlement().cloned(),
                        found.note().to_owned(),
                    )
                })
            };
            (
                remarks(outcome()),
                remarks(whole()),
                assessment.instances(&"SDE-6".into()),
                assessment.target.clone(),
                assessment.evidence.clone(),
                assessment.sample,
            )
        };
        let there = shown(&workshop);
        let opposite = workshop.assessment.opposite(&after, ANNA).expect("undo");
        workshop.edit(after.clone());
        assert_ne!(shown(&workshop), there, "{after:?} changes something");
        workshop.edit(opposite);
        assert_eq!(shown(&workshop), there, "{after:?} undone");
    }
}

/// Bert said N, then Anna F, which counts. Bert says P and takes it back: F must count again, as before.
#[test]
fn undoing_a_second_rating_brings_the_other_author_back() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    let outcome = indicator("SDE-6", "SDE-6.O1");
    workshop.rate_by(BERT, outcome.clone(), "N");
    workshop.rate_by(ANNA, outcome.clone(), "F");
    let edit = judge(outcome, "P");
    let opposite = workshop.assessment.opposite(&edit, BERT).expect("undo");
    workshop.edit_by(BERT, edit).expect("allowed");
    workshop.edit_by(BERT, opposite).expect("allowed");
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "F");
}

/// Pressing F twice is one rating; two people saying F are two.
#[test]
fn saying_the_same_again_is_seen() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    let outcome = indicator("SDE-6", "SDE-6.O1");
    let edit = judge(outcome.clone(), "F");
    assert!(!workshop.assessment.says_already(&edit, ANNA));
    workshop.rate_by(ANNA, outcome, "F");
    assert!(workshop.assessment.says_already(&edit, ANNA));
    assert!(!workshop.assessment.says_already(&edit, BERT));
}

/// What is offered as undo can be made. The first title is set where there was none.
#[test]
fn the_first_title_can_be_undone_or_is_not_offered_for_it() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    let fresh = workshop.assessment.changes()[0].clone();
    workshop.assessment = plumbline::domain::assessment::Assessment::start(fresh).expect("a start");
    let edit = Edit::SetTitle {
        title: "Autumn".to_owned(),
    };
    let opposite = workshop.assessment.opposite(&edit, ANNA);
    workshop.edit(edit);
    if let Some(opposite) = opposite {
        assert_eq!(workshop.edit_by(ANNA, opposite), Ok(()));
    }
}

/// Nothing under PA1.1 applies to the only instance, yet people settle it at F: level 1, and the range must say so.
#[test]
fn the_range_contains_the_level_of_a_settled_instance_with_nothing_applicable() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "- - - -");
    let first = attribute_in("SDE-6", "1", "PA1.1");
    workshop.edit(settle(first, "F", "The parent company does it"));
    let result = workshop.result("SDE-6");
    assert!(
        result.lowest <= result.level && result.level <= result.highest,
        "level {} in {} to {}",
        result.level,
        result.lowest,
        result.highest
    );
}

#[test]
fn edits_that_make_no_sense_are_refused_and_change_nothing() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    let before = workshop.assessment.clone();
    let no_title = Edit::SetTitle {
        title: " ".to_owned(),
    };
    assert_eq!(workshop.edit_by(ANNA, no_title), Err(Refusal::Title));
    let again = start_edit(support::ISO_33020);
    assert_eq!(workshop.edit_by(ANNA, again), Err(Refusal::Start));
    let mut old = before.changes()[2].clone();
    old.id = before.changes()[1].id.clone();
    assert_eq!(workshop.assessment.apply(old), Err(Refusal::Order));
    assert_eq!(workshop.assessment, before);
}

/// Level 2 of problem management: why it is 1, what pulls it down, and the least that helps.
#[test]
fn a_level_explains_itself() {
    let mut workshop = Workshop::new("R1", 2, &["RES-2"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "F F F L L L L");
    workshop.rate_each("RES-2", "1", "PA2.1", "F F F F F F F F");
    workshop.rate_each("RES-2", "1", "PA2.2", "P P P N");
    let result = workshop.result("RES-2");
    let explanation = explain(workshop.model, &workshop.assessment, &result);
    assert_eq!(explanation.level, 1);
    assert_eq!(explanation.next, Next::Level(2));
    assert_eq!(
        words::reason(workshop.model, &explanation),
        "Level 2 needs PA1.1 Process performance at F (now L) and PA2.2 Work product management at L or F (now P)."
    );
    let drivers: Vec<&str> = explanation.blockers[1]
        .drivers
        .iter()
        .map(|driver| words::subject_id(&driver.subject))
        .collect();
    assert_eq!(
        drivers,
        ["PA2.2.d", "PA2.2.a", "PA2.2.b", "PA2.2.c"],
        "lowest first"
    );
    // PA1.1: 17 of 21 points, 2.5 x 7 = 17.5 are needed, so one L to F. PA2.2: 3 of 12, 6 are needed, so N to F.
    let raises: Vec<String> = explanation
        .path
        .raises
        .iter()
        .map(|raise| {
            let id = words::subject_id(&raise.subject);
            format!("{id}: {}", words::raise(workshop.model, raise))
        })
        .collect();
    assert_eq!(raises, ["RES-2.O4: L to F", "PA2.2.d: N to F"]);
}

/// Target level 3 and ratings F, L F, P L give a minor gap at PA2.1 (L, target F) and a major one at PA3.1 (P, target L).
/// PA3.2 at L is no gap: at the target level itself L is enough.
#[test]
fn gaps_after_iso_15504_4() {
    let mut workshop = Workshop::new("R3", 3, &["RES-2"]);
    for (id, rating) in [
        ("PA1.1", "F"),
        ("PA2.1", "L"),
        ("PA2.2", "F"),
        ("PA3.1", "P"),
        ("PA3.2", "L"),
    ] {
        workshop.rate(attribute("RES-2", id), rating);
    }
    assert_eq!(
        planned(&workshop),
        ["RES-2 PA2.1 Minor", "RES-2 PA3.1 Major"]
    );
}

/// The gaps in the order of the plan: "RES-2 PA2.1 Minor".
fn planned(workshop: &Workshop) -> Vec<String> {
    let assessment = &workshop.assessment;
    let results: Vec<_> = assessment
        .scope
        .iter()
        .map(|process| process_result(workshop.model, assessment, process))
        .collect();
    plan(workshop.model, assessment, &results)
        .iter()
        .map(|item| format!("{} {} {:?}", item.process, item.attribute, item.gap))
        .collect()
}

/// The keys one after the other: high risk first, which every gap at level 1 is here; then processes that more others depend
/// on (problems and management review serve five others, audit four), then less work: one step for problems, two for the
/// review. What is not rated comes last, and is never "no gap".
#[test]
fn the_plan_puts_first_what_comes_first() {
    let mut workshop = Workshop::new("R3", 2, &["SMS-1", "RES-2", "SMS-5"]);
    for (process, id, rating) in [
        ("SMS-1", "PA1.1", "P"),
        ("SMS-1", "PA2.1", "N"),
        ("RES-2", "PA1.1", "L"),
        ("RES-2", "PA2.1", "P"),
        ("RES-2", "PA2.2", "L"),
        ("SMS-5", "PA1.1", "P"),
        ("SMS-5", "PA2.1", "F"),
        ("SMS-5", "PA2.2", "P-"),
    ] {
        workshop.rate(attribute(process, id), rating);
    }
    assert_eq!(
        planned(&workshop),
        [
            "RES-2 PA1.1 Minor",
            "SMS-5 PA1.1 Major",
            "SMS-1 PA1.1 Major",
            "RES-2 PA2.1 Major",
            "SMS-5 PA2.2 Major",
            "SMS-1 PA2.1 Major",
            "SMS-1 PA2.2 Unknown",
        ]
    );
}

/// Between two alike, the gap that fewer ratings close comes first: one L to F here, two there.
#[test]
fn the_plan_puts_small_steps_before_large_ones() {
    let mut workshop = Workshop::new("R1", 2, &["RES-2", "SDE-3"]);
    workshop.rate_each("RES-2", "1", "PA1.1", "F F L L L L L");
    workshop.rate_each("SDE-3", "1", "PA1.1", "F F F L L L L");
    for process in ["RES-2", "SDE-3"] {
        workshop.rate_each(process, "1", "PA2.1", "F F F F F F F F");
        workshop.rate_each(process, "1", "PA2.2", "F F F F");
    }
    assert_eq!(
        planned(&workshop),
        ["SDE-3 PA1.1 Minor", "RES-2 PA1.1 Minor"]
    );
}

/// A target above the scope is no gap: what is not looked at cannot be planned for. A target of its own counts.
#[test]
fn targets_of_single_processes_and_the_scope() {
    let mut workshop = Workshop::new("R3", 1, &["RES-2", "SDE-6"]);
    workshop.rate(attribute("RES-2", "PA1.1"), "L");
    workshop.rate(attribute("SDE-6", "PA1.1"), "L");
    workshop.edit(Edit::SetTarget { level: 3 });
    assert_eq!(planned(&workshop), [""; 0]);
    workshop.edit(Edit::SetHighestLevel { level: 2 });
    workshop.edit(Edit::SetProcessTarget {
        process: "SDE-6".into(),
        level: Some(1),
    });
    assert_eq!(
        planned(&workshop),
        [
            "RES-2 PA1.1 Minor",
            "RES-2 PA2.1 Unknown",
            "RES-2 PA2.2 Unknown"
        ]
    );
    let results = process_result(workshop.model, &workshop.assessment, &"RES-2".into());
    assert_eq!(
        plan(workshop.model, &workshop.assessment, &[results])[0].gap,
        Gap::Minor
    );
}
