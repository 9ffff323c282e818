//! Instances of a process: both directions of the mean, weights, spread. The arithmetic is that of ISO/IEC 33020:2015 clause 5.5
//! with N 0, P 1, L 2, F 3, half rounded up.

use crate::support::Workshop;
use plumbline::domain::edit::Edit;
use plumbline::domain::matrix::{Matrix, matrix};
use plumbline::domain::process_state::InstanceWeight;
use plumbline::domain::refusal::Refusal;
use plumbline::report::words;

/// Service reporting at two teams, level 1: four outcomes each.
fn two_teams() -> Workshop {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.add_instances("SDE-6", &["2"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F F L F");
    workshop.rate_each("SDE-6", "2", "PA1.1", "P L N L");
    workshop
}

fn weigh(instance: &str, weight: u16, reason: &str) -> Edit {
    Edit::SetInstanceWeight {
        process: "SDE-6".into(),
        instance: instance.into(),
        weight: Some(InstanceWeight {
            weight,
            reason: reason.to_owned(),
        }),
    }
}

fn of(workshop: &Workshop) -> Matrix {
    matrix(workshop.model, &workshop.assessment, &"SDE-6".into())
}

/// Each outcome over both teams: sum, what it is divided by, letter, lowest and highest.
fn rows(workshop: &Workshop) -> Vec<String> {
    let scale = &workshop.model.framework.scale;
    let all = of(workshop);
    let rows = all.attributes.iter().flat_map(|found| &found.rows);
    rows.map(|row| {
        let (Some(mean), Some(spread)) = (row.mean, row.spread) else {
            return "not rated".to_owned();
        };
        let letter = |rank| scale.rating(rank).to_string();
        let (lowest, highest) = (letter(spread.lowest), letter(spread.highest));
        let rating = letter(mean.rank);
        format!(
            "{}/{} {rating} ({lowest} to {highest})",
            mean.sum, mean.count
        )
    })
    .collect()
}

#[test]
fn the_mean_runs_over_instances_and_over_both_directions() {
    let workshop = two_teams();
    assert_eq!(
        rows(&workshop),
        [
            "4/2 L (P to F)",
            "5/2 F (L to F)",
            "2/2 P (N to L)",
            "5/2 F (L to F)"
        ]
    );
    // By team: 11 / 4 = 2.75 and 5 / 4 = 1.25. Both at once: 16 / 8 = 2.00.
    let result = workshop.result("SDE-6");
    let teams = result.instances.iter().map(|found| &found.attributes[0]);
    let of_team = |found: &_| words::arithmetic(workshop.model, found);
    let lines: Vec<_> = teams.map(|found| of_team(&found.standing)).collect();
    assert_eq!(
        lines,
        [
            "Mean of 4 ratings: 11 / 4 = 2.75, so F.",
            "Mean of 4 ratings: 5 / 4 = 1.25, so P."
        ]
    );
    assert_eq!(
        of_team(&result.attributes[0].standing),
        "Mean of 8 ratings: 16 / 8 = 2.00, so L."
    );
    let spread = of(&workshop).attributes[0].spread().expect("rated");
    assert_eq!(spread.steps(), 3, "from N to F");
    let spread = of(&workshop).attributes[0].spread_in(0).expect("rated");
    assert_eq!(spread.steps(), 1, "from L to F");
}

/// The first team handles three quarters of all calls: it counts three times.
#[test]
fn a_weight_counts_in_the_process_and_not_in_the_instance() {
    let mut workshop = two_teams();
    workshop.edit(weigh("1", 3, "Handles three quarters of all calls"));
    // 3 * 3 + 1 = 10 over 3 + 1 = 4: 2.5, so F.
    assert_eq!(rows(&workshop)[0], "10/4 F (P to F)");
    let result = workshop.result("SDE-6");
    // 3 * 11 + 5 = 38 over 3 * 4 + 4 = 16: 2.375.
    assert_eq!(
        words::arithmetic(workshop.model, &result.attributes[0].standing),
        "Weighted mean of 8 ratings: 38 / 16 = 2.38, so L."
    );
    assert_eq!(
        words::arithmetic(workshop.model, &result.instances[0].attributes[0].standing),
        "Mean of 4 ratings: 11 / 4 = 2.75, so F."
    );
    assert_eq!(result.progress.total, 8, "a weight makes no more to rate");
    workshop.edit(weigh("1", 9, "Nine of ten calls"));
    assert_eq!(workshop.letter("SDE-6", "PA1.1"), "F", "104 / 40 = 2.6");
}

#[test]
fn a_weight_has_a_reason_and_a_bound() {
    let workshop = two_teams();
    let refused = |weight, reason| {
        let mut tried = Workshop::new("R1", 1, &["SDE-6"]);
        tried.assessment = workshop.assessment.clone();
        tried.edit_by("Anna", weigh("1", weight, reason))
    };
    assert_eq!(refused(2, " "), Err(Refusal::Reason));
    assert_eq!(refused(0, "None"), Err(Refusal::Weight));
    assert_eq!(refused(101, "Most"), Err(Refusal::Weight));
    assert_eq!(refused(100, "Most"), Ok(()));
}

/// Blanks and what does not apply stay out of every mean and every spread.
#[test]
fn blanks_are_not_zero() {
    let mut workshop = Workshop::new("R1", 1, &["SDE-6"]);
    workshop.add_instances("SDE-6", &["2"]);
    workshop.rate_each("SDE-6", "1", "PA1.1", "F . - F");
    workshop.rate_each("SDE-6", "2", "PA1.1", "L . F .");
    assert_eq!(
        rows(&workshop),
        [
            "5/2 F (L to F)",
            "not rated",
            "3/1 F (F to F)",
            "3/1 F (F to F)"
        ]
    );
}
