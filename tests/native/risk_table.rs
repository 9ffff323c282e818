//! Risk as pages and files show it: what is said level by level, where a process stands on the map, what may go wrong.

use crate::support::{Workshop, attribute, model};
use plumbline::domain::edit::Edit;
use plumbline::domain::plan_edit::PlanEdit;
use plumbline::domain::risk_rules::{Extent, RiskRules};
use plumbline::domain::target::AttributeTarget;
use plumbline::report::risk_map::risk_map;
use plumbline::report::risk_table::{RiskEntry, RiskTable, risk_table};

/// Processes up to level 3, every attribute to be fully there, rated as a whole: `F L F P .`, where a point is not rated.
fn workshop(processes: &[(&str, &str)]) -> Workshop {
    let ids: Vec<&str> = processes.iter().map(|(id, _)| *id).collect();
    let mut workshop = Workshop::new("R3", 3, &ids);
    for (process, ratings) in processes {
        for (found, rating) in model().attributes(3).zip(ratings.split(' ')) {
            workshop.edit(Edit::SetAttributeTarget {
                process: (*process).into(),
                attribute: found.id.clone(),
                target: Some(AttributeTarget::Rating("F".into())),
            });
            if rating != "." {
                workshop.rate(attribute(process, found.id.as_str()), rating);
            }
        }
    }
    workshop
}

fn rules() -> &'static RiskRules {
    model().framework.risk.as_ref().expect("it has risk tables")
}

fn table(workshop: &Workshop) -> RiskTable {
    let scope = workshop.assessment.scope.iter();
    let results: Vec<_> = scope.map(|id| workshop.result(id.as_str())).collect();
    risk_table(model(), &workshop.assessment, rules(), &results)
}

/// "none none, slight medium, significant medium": extent and risk of each level.
fn levels(entry: &RiskEntry) -> String {
    let level = |found: &Option<_>| {
        found.as_ref().map_or(
            "not asked".to_owned(),
            |found: &plumbline::report::risk_table::LevelEntry| {
                format!("{}: {}", found.extent, found.risk)
            },
        )
    };
    entry
        .levels
        .iter()
        .map(level)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The example of the facts (4.2): level 2 has a minor gap, level 3 a major and a minor one.
#[test]
fn the_worked_example() {
    let found = table(&workshop(&[("RES-1", "F L F P L")]));
    let row = &found.rows[0];
    assert_eq!(
        levels(row),
        "none: none, slight: medium, significant: medium"
    );
    assert_eq!(row.overall, "medium");
    assert_eq!(row.worst, Some((3, Extent::Significant)));
    let starts: Vec<&str> = row.warnings.iter().map(|text| &text[..5]).collect();
    assert_eq!(
        starts,
        ["PA3.1", "PA2.1", "PA3.2"],
        "of equal risks, major gaps come first, then lower levels"
    );
    assert_eq!(
        row.warnings[1],
        "PA2.1 Performance management is at L and should be F: work takes more time and money than foreseen, nobody is \
         clearly in charge and decisions drift."
    );
}

/// A minor gap at level 1 is the one cell in which the readings of the source differ.
#[test]
fn the_chosen_variant_counts() {
    let mut workshop = workshop(&[("RES-1", "L F F F F")]);
    let first = |workshop: &Workshop| {
        let found = table(workshop);
        (levels(&found.rows[0]), found.rows[0].overall.clone())
    };
    let (of_levels, overall) = first(&workshop);
    assert_eq!(of_levels, "significant: high, none: none, none: none");
    assert_eq!(overall, "high");
    workshop.edit(Edit::Plan(PlanEdit::SetRiskVariant {
        variant: Some("first-level-slight".into()),
    }));
    let (of_levels, overall) = first(&workshop);
    assert_eq!(of_levels, "slight: medium, none: none, none: none");
    assert_eq!(overall, "medium");
}

/// What is not rated is said to be unknown, level by level, and opens upwards what is known.
#[test]
fn what_is_not_rated_is_not_known() {
    let found = table(&workshop(&[("RES-1", ". . . . ."), ("RES-2", "F P . F F")]));
    let [nothing, open] = &found.rows[..] else {
        panic!("two processes");
    };
    assert_eq!(
        levels(nothing),
        "not known: not known, not known: not known, not known: not known"
    );
    assert_eq!(nothing.overall, "not known");
    assert_eq!(
        nothing.warnings.len(),
        1,
        "one sentence for all of them: {:?}",
        nothing.warnings
    );
    assert!(nothing.warnings[0].ends_with("are not rated: what may go wrong there is not known."));
    assert_eq!(
        levels(open),
        "none: none, at least significant: at least medium, none: none"
    );
    assert_eq!(open.overall, "at least medium");
    assert_eq!(
        open.warnings[1],
        "PA2.2 Work product management is not rated: what may go wrong there is not known."
    );
}

/// An attribute that is not asked for has no gap, and a level of which nothing is asked has no risk: neither is "none".
#[test]
fn what_is_not_asked_for_is_left_out() {
    let mut workshop = workshop(&[("RES-1", "F F F N N"), ("RES-2", "F F F N N")]);
    for id in ["PA3.1", "PA3.2"] {
        workshop.edit(Edit::SetAttributeTarget {
            process: "RES-1".into(),
            attribute: id.into(),
            target: Some(AttributeTarget::NotAsked),
        });
    }
    let found = table(&workshop);
    assert_eq!(levels(&found.rows[0]), "none: none, none: none, not asked");
    assert_eq!(found.rows[0].gaps[3..], [None, None]);
    assert_eq!(found.rows[0].overall, "none");
    assert_eq!(found.rows[1].overall, "medium");
}

#[test]
fn each_process_stands_on_the_map_once() {
    let workshop = workshop(&[
        ("RES-1", "F L F P L"),
        ("RES-2", "P F F F F"),
        ("CON-1", "F F F F F"),
        ("CON-2", ". . . . ."),
        ("CON-3", "F L . F F"),
    ]);
    let found = table(&workshop);
    let map = risk_map("Autumn", model(), rules(), &found);
    assert_eq!(map.columns, ["Slight", "Significant", "Substantial"]);
    let placed: Vec<(usize, usize, &str, &str)> = map
        .rows
        .iter()
        .enumerate()
        .flat_map(|(level, row)| {
            let cells = row.cells.iter().enumerate();
            cells.flat_map(move |(extent, cell)| {
                let processes = cell.processes.iter();
                processes.map(move |id| (level + 1, extent, cell.word.as_str(), id.as_str()))
            })
        })
        .collect();
    let expected = [
        (1, 2, "high", "RES-2"),
        (2, 0, "medium", "CON-3"),
        (3, 1, "medium", "RES-1"),
    ];
    assert_eq!(placed, expected);
    assert_eq!(map.unknown, ["CON-2"]);
    assert_eq!(map.clear, ["CON-1"]);
    assert_eq!(
        map.description,
        "5 processes: 1 high, 2 medium, 1 not known and 1 without gap. Ratings of CON-3 are open, so it may move up."
    );
}

#[test]
fn the_file_says_what_the_page_says() {
    let file = table(&workshop(&[("RES-1", "F L F P .")])).table();
    let cell = |name: &str| {
        let place = file.columns.iter().position(|column| column == name);
        file.rows[0][place.expect(name)].as_str()
    };
    assert_eq!(cell("risk"), "medium");
    assert_eq!(cell("level 2 extent"), "slight");
    assert_eq!(cell("level 3 extent"), "at least significant");
    assert_eq!(
        cell("level 3 risk"),
        "medium",
        "a second major gap there is no more"
    );
    assert_eq!(cell("PA2.1 gap"), "minor");
    assert_eq!(cell("PA3.2 gap"), "unknown");
    assert!(cell("what may go wrong").starts_with("PA3.1 Process definition is at P"));
}
