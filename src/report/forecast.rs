//! What a profile will be on a day if the planned actions deliver.

use super::profile_table::ProfileTable;
use super::radar::Radar;
use super::words;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::forecast::forecast;
use crate::domain::id::ProcessId;
use crate::domain::model::Model;
use crate::domain::result::{ProcessResult, process_result};

/// The results on a day, beside those of today.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    pub day: Date,
    /// Of the processes that have results today, in their order.
    pub results: Vec<ProcessResult>,
    /// What changes, in one or two sentences.
    pub words: String,
}

/// Computed anew are only the processes that actions lift.
pub fn forecast_profile(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
    day: Date,
) -> Forecast {
    let then = forecast(model, assessment, day);
    let lifted = |process: &ProcessId| {
        let mut actions = assessment.improvement.actions();
        actions.any(|(_, action)| {
            action
                .lifts
                .keys()
                .any(|subject| subject.process == *process)
        })
    };
    let result = |now: &ProcessResult| {
        if lifted(&now.process) {
            process_result(model, &then, &now.process)
        } else {
            now.clone()
        }
    };
    let found: Vec<ProcessResult> = results.iter().map(result).collect();
    Forecast {
        day,
        words: rises(results, &found, day),
        results: found,
    }
}

impl Forecast {
    pub fn result(&self, process: &ProcessId) -> Option<&ProcessResult> {
        self.results.iter().find(|found| found.process == *process)
    }

    /// The level of a process on the day. None where nothing of it will be rated.
    pub fn level(&self, process: &ProcessId) -> Option<u8> {
        let found = self.result(process)?;
        (found.progress.rated > 0).then_some(found.level)
    }

    /// Puts the levels of the day on a radar of the profile.
    pub fn on_process_radar(&self, radar: &mut Radar, profile: &ProfileTable) {
        for (axis, row) in radar.axes.iter_mut().zip(&profile.rows) {
            axis.forecast = self.level(&row.process);
        }
        radar.description = format!("{} Forecast for {}.", radar.description, self.day);
    }

    /// Puts the attribute ratings of the day on a radar of one process.
    pub fn on_attribute_radar(&self, radar: &mut Radar, process: &ProcessId) {
        let Some(result) = self.result(process) else {
            return;
        };
        for (axis, found) in radar.axes.iter_mut().zip(&result.attributes) {
            axis.forecast = found.standing.rank().map(|rank| rank.0);
        }
        radar.description = format!("{} Forecast for {}.", radar.description, self.day);
    }
}

/// "2 processes rise by 2027-06-30: RES-1 from 1 to 2 and RES-2 from 0 to 1. 5 attribute ratings rise."
fn rises(now: &[ProcessResult], then: &[ProcessResult], day: Date) -> String {
    let pairs = || now.iter().zip(then);
    let levels: Vec<String> = pairs()
        .filter(|(now, then)| then.level > now.level)
        .map(|(now, then)| format!("{} from {} to {}", now.process, now.level, then.level))
        .collect();
    let attributes = pairs().flat_map(|(now, then)| now.attributes.iter().zip(&then.attributes));
    let attributes = attributes
        .filter(|(now, then)| then.standing.rank() > now.standing.rank())
        .count();
    let by_attribute = match attributes {
        0 => {
            return format!(
                "Nothing rises by {day}: no action that lifts a rating is due by then."
            );
        }
        1 => "1 attribute rating rises".to_owned(),
        count => format!("{count} attribute ratings rise"),
    };
    match levels.len() {
        0 => format!("No level rises by {day}; {by_attribute}."),
        1 => format!("1 process rises by {day}: {}. {by_attribute}.", levels[0]),
        count => format!(
            "{count} processes rise by {day}: {}. {by_attribute}.",
            words::join(&levels)
        ),
    }
}
