//! Success measures: where each started, where it is to go, and where it is.

use super::action_list::ActionEntry;
use crate::domain::assessment::Assessment;
use crate::domain::measure_standing::{MeasureStanding, measure_standing};

/// The measure of one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRow {
    /// Number of the action in the order of the plan.
    pub order: usize,
    pub action: String,
    pub what: String,
    /// With their units; "not said" where nobody said.
    pub baseline: String,
    pub target: String,
    /// With its day; "not read yet" where there is none.
    pub latest: String,
    pub standing: &'static str,
    pub on_the_way: Option<bool>,
}

/// The measures of the actions that have one, in the order of the plan.
pub fn measure_rows(assessment: &Assessment, entries: &[ActionEntry]) -> Vec<MeasureRow> {
    let row = |entry: &ActionEntry| {
        let measure = entry.measure.as_ref()?;
        let action = assessment.improvement.action(&entry.id)?;
        let (latest, standing) = measure_standing(action)?;
        let with_unit = |value: &str| match value {
            "" => "not said".to_owned(),
            value => format!("{value} {}", measure.unit).trim_end().to_owned(),
        };
        Some(MeasureRow {
            order: entry.order,
            action: entry.title.clone(),
            what: measure.what.clone(),
            baseline: with_unit(&measure.baseline),
            target: with_unit(&measure.target),
            latest: latest.map_or_else(
                || "not read yet".to_owned(),
                |(day, value)| format!("{} on {day}", with_unit(&value.to_string())),
            ),
            standing: words(standing),
            on_the_way: on_the_way(standing),
        })
    };
    entries.iter().filter_map(row).collect()
}

fn words(standing: MeasureStanding) -> &'static str {
    match standing {
        MeasureStanding::NotRead => "not read yet",
        MeasureStanding::NotKnown => "nothing to compare with",
        MeasureStanding::Reached => "target reached",
        MeasureStanding::Towards => "moves towards the target",
        MeasureStanding::Still => "has not moved",
        MeasureStanding::Away => "moves away from the target",
    }
}

/// None where there is nothing to say.
fn on_the_way(standing: MeasureStanding) -> Option<bool> {
    match standing {
        MeasureStanding::NotRead | MeasureStanding::NotKnown => None,
        MeasureStanding::Reached | MeasureStanding::Towards => Some(true),
        MeasureStanding::Still | MeasureStanding::Away => Some(false),
    }
}
