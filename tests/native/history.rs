//! How results came to be, day by day.

use crate::support::{ANNA, Workshop, attribute, cases, judge, model};
use plumbline::domain::carried::{Carried, Origin};
use plumbline::domain::change::Change;
use plumbline::domain::date::Date;
use plumbline::domain::edit::Edit;
use plumbline::domain::history::{History, ProcessMoment, history};
use plumbline::domain::id::ProcessId;
use plumbline::domain::judgement::Judgement;
use plumbline::domain::moment::Moment;
use plumbline::domain::refusal::Refusal;
use plumbline::domain::result::process_result;
use plumbline::domain::scale::Rank;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Rates attributes of a process at noon of a day.
fn rate_on(workshop: &mut Workshop, on: &str, process: &str, ratings: &[(&str, &str)]) {
    for (found, rating) in ratings {
        let edit = judge(attribute(process, found), rating);
        let at = format!("{on}T12:00:00.000Z");
        workshop.edit_at(&at, ANNA, edit).expect("a rating");
    }
}

fn told(moments: &[ProcessMoment]) -> Vec<String> {
    let letter = |rank: &Option<Rank>| {
        let scale = &model().framework.scale;
        rank.map_or_else(|| ".".to_owned(), |rank| scale.rating(rank).to_string())
    };
    let moment = |moment: &ProcessMoment| {
        let ranks: Vec<String> = moment.ranks.iter().map(letter).collect();
        let (level, lowest, highest) = (moment.level, moment.lowest, moment.highest);
        let rated = if moment.rated { "" } else { ", not rated" };
        format!(
            "{}: {level} ({lowest}-{highest}) {}{rated}",
            moment.day,
            ranks.concat()
        )
    };
    moments.iter().map(moment).collect()
}

fn of(workshop: &Workshop) -> History {
    history(workshop.model, workshop.assessment.changes()).expect("it starts")
}

#[test]
fn a_process_has_an_entry_for_each_day_on_which_its_result_changed() {
    let mut workshop = Workshop::new("R3", 2, &["RES-1", "CON-1"]);
    rate_on(&mut workshop, "2026-12-01", "RES-1", &[("PA1.1", "P")]);
    rate_on(
        &mut workshop,
        "2027-01-10",
        "RES-1",
        &[("PA1.1", "L"), ("PA1.1", "F")],
    );
    // Rated again as it was: nothing changed.
    rate_on(&mut workshop, "2027-01-20", "RES-1", &[("PA1.1", "F")]);
    rate_on(
        &mut workshop,
        "2027-02-01",
        "RES-1",
        &[("PA2.1", "L"), ("PA2.2", "L")],
    );
    let history = of(&workshop);
    assert_eq!(
        told(&history.processes[&"RES-1".into()]),
        [
            "2026-11-21: 0 (0-2) ..., not rated",
            "2026-12-01: 0 (0-0) P..",
            "2027-01-10: 1 (1-2) F..",
            "2027-02-01: 2 (2-2) FLL",
        ]
    );
    assert_eq!(
        told(&history.processes[&"CON-1".into()]),
        ["2026-11-21: 0 (0-2) ..., not rated"]
    );
    let level = |on: &str| Some(history.on(&"RES-1".into(), day(on))?.level);
    assert_eq!(level("2026-11-20"), None, "before the first change");
    assert_eq!(level("2027-01-09"), Some(0));
    assert_eq!(level("2027-01-31"), Some(1));
    assert_eq!(level("2030-01-01"), Some(2));
    let days: Vec<String> = history.days().iter().map(Date::to_string).collect();
    assert_eq!(
        days,
        ["2026-11-21", "2026-12-01", "2027-01-10", "2027-02-01"]
    );
}

/// Of two copies that were edited apart, one may have an earlier change with a later id.
#[test]
fn what_another_copy_said_earlier_stands_on_its_own_day() {
    let mut workshop = Workshop::new("R3", 1, &["RES-1"]);
    rate_on(&mut workshop, "2027-02-01", "RES-1", &[("PA1.1", "F")]);
    rate_on(&mut workshop, "2027-01-01", "RES-1", &[("PA1.1", "P")]);
    assert_eq!(
        told(&of(&workshop).processes[&"RES-1".into()]),
        ["2026-11-21: 0 (0-1) ., not rated", "2027-01-01: 0 (0-0) P",],
        "the change of January has the later id, so it counts in February too"
    );
}

#[test]
fn only_what_is_in_scope_at_last_has_a_history() {
    let mut workshop = Workshop::new("R3", 1, &["RES-1", "CON-1"]);
    let scope = |processes: &[&str]| Edit::SetScope {
        processes: processes.iter().copied().map(ProcessId::from).collect(),
    };
    let mut set = |at: &str, edit| workshop.edit_at(at, ANNA, edit).expect("it is allowed");
    set("2026-12-01T09:00:00Z", scope(&["RES-1", "REL-1"]));
    set("2026-12-02T09:00:00Z", Edit::SetHighestLevel { level: 2 });
    let history = of(&workshop);
    let processes: Vec<&str> = history.processes.keys().map(ProcessId::as_str).collect();
    assert_eq!(processes, ["REL-1", "RES-1"]);
    assert_eq!(
        told(&history.processes[&"RES-1".into()]),
        [
            "2026-11-21: 0 (0-1) ..., not rated",
            "2026-12-02: 0 (0-2) ..., not rated",
        ]
    );
}

/// What the assessment before found stands until the next one has looked.
#[test]
fn a_series_is_one_history() {
    let mut first = Workshop::new("R3", 1, &["RES-1", "CON-1", "REL-1"]);
    for process in ["RES-1", "CON-1"] {
        rate_on(&mut first, "2026-12-01", process, &[("PA1.1", "P")]);
    }
    let mut next = Workshop::new("R3", 2, &["RES-1", "CON-1", "SDE-1"]);
    rate_on(
        &mut next,
        "2027-11-10",
        "RES-1",
        &[("PA1.1", "F"), ("PA2.1", "L")],
    );
    let changes = next
        .assessment
        .changes()
        .iter()
        .cloned()
        .map(|change| Change {
            // The next one began a year later.
            at: change.at.replace("2026-11-21", "2027-11-01"),
            ..change
        });
    let changes: Vec<Change> = changes.collect();
    let next = history(model(), &changes).expect("it starts");
    let series = next.after(&of(&first));
    assert_eq!(
        told(&series.processes[&"RES-1".into()]),
        [
            "2026-11-21: 0 (0-1) ..., not rated",
            "2026-12-01: 0 (0-0) P..",
            "2027-11-10: 1 (1-2) FL.",
        ]
    );
    assert_eq!(
        told(&series.processes[&"CON-1".into()]),
        [
            "2026-11-21: 0 (0-1) ..., not rated",
            "2026-12-01: 0 (0-0) P..",
            "2027-11-01: 0 (0-2) ..., not rated",
        ]
    );
    assert_eq!(
        told(&series.processes[&"SDE-1".into()]),
        ["2027-11-01: 0 (0-2) ..., not rated"]
    );
    assert!(
        !series.processes.contains_key(&"REL-1".into()),
        "out of scope now"
    );
}

#[test]
fn nothing_has_no_history() {
    assert_eq!(history(model(), &[]), Err(Refusal::Start));
}

/// An edit some days after the first day.
type Later = (i32, Edit);

const PROCESSES: [&str; 3] = ["RES-1", "CON-1", "REL-1"];

fn edit() -> impl Strategy<Value = Edit> {
    let process = || prop::sample::select(PROCESSES.to_vec());
    let attributes = vec!["PA1.1", "PA2.1", "PA2.2", "PA3.1", "PA3.2"];
    let rating = prop::sample::select(vec!["N", "P", "L", "F", "F", "F"]);
    prop_oneof![
        30 => (process(), prop::sample::select(attributes), rating)
            .prop_map(|(process, found, rating)| judge(attribute(process, found), rating)),
        1 => (1..=3_u8).prop_map(|level| Edit::SetHighestLevel { level }),
        1 => prop::sample::subsequence(PROCESSES.to_vec(), 1..=3).prop_map(|processes| {
            Edit::SetScope {
                processes: processes.into_iter().map(ProcessId::from).collect(),
            }
        }),
        1 => process().prop_map(|process| Edit::RemoveInstance {
            process: process.into(),
            instance: "1".into(),
        }),
        2 => process().prop_map(|process| Edit::CarryOver {
            subject: attribute(process, "PA2.1"),
            carried: Some(Carried {
                judgement: Some(Judgement::Rated { rating: "F".into() }),
                settlement: None,
                by: ANNA.to_owned(),
                on: None,
                origin: Origin::Same,
                lifted: false,
            }),
        }),
        2 => process().prop_map(|process| Edit::Withdraw {
            subject: attribute(process, "PA1.1"),
        }),
    ]
}

fn workshop(edits: &[Later]) -> Workshop {
    let mut workshop = Workshop::new("R3", 3, &PROCESSES);
    for (days, edit) in edits {
        let day = day("2026-11-21").shifted(*days).expect("a day");
        // One that is refused is left out.
        let _ = workshop.edit_at(&format!("{day}T10:00:00.000Z"), ANNA, edit.clone());
    }
    workshop
}

fn holds_on_every_day(edits: &[Later]) -> Result<(), TestCaseError> {
    let workshop = workshop(edits);
    let (model, changes) = (workshop.model, workshop.assessment.changes());
    let history = history(model, changes).expect("it starts");
    let keys: Vec<&ProcessId> = history.processes.keys().collect();
    let mut scope: Vec<&ProcessId> = workshop.assessment.scope.iter().collect();
    scope.sort();
    prop_assert_eq!(keys, scope);
    let attributes: Vec<_> = model
        .attributes(workshop.assessment.highest_level)
        .collect();
    for (process, moments) in &history.processes {
        prop_assert!(moments.is_sorted_by(|one, other| one.day < other.day));
        for days in -5..40 {
            let day = day("2026-11-21").shifted(days).expect("a day");
            let Some(found) = history.on(process, day) else {
                prop_assert!(moments.iter().all(|moment| moment.day > day));
                continue;
            };
            let known = workshop
                .assessment
                .at(&Moment::end_of(day))
                .expect("it starts");
            let result = process_result(model, &known, process);
            let ranks = attributes.iter().map(|attribute| {
                let found = result.attribute(&attribute.id)?;
                found.standing.rank()
            });
            prop_assert_eq!(&found.ranks, &ranks.collect::<Vec<_>>());
            prop_assert_eq!(
                (found.level, found.lowest, found.highest),
                (result.level, result.lowest, result.highest)
            );
            prop_assert_eq!(
                (found.rated, found.carried),
                (result.progress.rated > 0, result.progress.carried > 0)
            );
        }
        let last = moments.last().expect("never empty");
        let today = process_result(model, &workshop.assessment, process);
        prop_assert_eq!(
            (last.level, last.lowest, last.highest),
            (today.level, today.lowest, today.highest)
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(48), failure_persistence: None, ..ProptestConfig::default() })]

    /// The history on a day is the fold of what was known at its end, and the last entry is the profile of today.
    #[test]
    fn the_history_on_a_day_is_the_fold_of_what_was_known(
        mut edits in prop::collection::vec((0..35_i32, edit()), 0..40)
    ) {
        edits.sort_by_key(|(days, _)| *days);
        holds_on_every_day(&edits)?;
    }

    /// The same where days go back and forth.
    #[test]
    fn days_may_go_back_and_forth(
        edits in prop::collection::vec((-3..35_i32, edit()), 0..25)
    ) {
        holds_on_every_day(&edits)?;
    }
}
