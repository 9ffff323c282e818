//! Promised against achieved: what actions were to lift, and what was found when it was rated again.

use super::action_list::ActionEntry;
use super::{plan_words, words};
use crate::domain::assessment::Assessment;
use crate::domain::model::Model;
use crate::domain::promise::{Promise, PromiseState, promises};
use crate::domain::result::ProcessResult;

/// One lift of one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseRow {
    /// Number of the action in the order of the plan.
    pub order: usize,
    pub action: String,
    pub what: String,
    pub promised: String,
    pub now: String,
    pub state: PromiseState,
}

/// The promises: missed ones first, then those to be seen, kept ones, and what is still to do; within these by the order of
/// the plan.
pub fn promise_rows(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
    entries: &[ActionEntry],
) -> Vec<PromiseRow> {
    let row = |promise: Promise| {
        let entry = entries.iter().find(|entry| entry.id == promise.action)?;
        let now = promise.now.map(|rank| model.framework.scale.rating(rank));
        Some(PromiseRow {
            order: entry.order,
            action: entry.title.clone(),
            what: plan_words::lift(model, assessment, &promise.subject),
            promised: promise.expected.to_string(),
            now: now.map_or_else(|| "not rated".to_owned(), ToString::to_string),
            state: promise.state,
        })
    };
    let promises = promises(model, assessment, results);
    let mut rows: Vec<PromiseRow> = promises.into_iter().filter_map(row).collect();
    rows.sort_by_key(|row| (urgency(row.state), row.order));
    rows
}

/// "Of 12 promises 5 are kept, 2 missed, 1 waits to be rated again and 4 are still to do."
pub fn promise_counts(rows: &[PromiseRow]) -> String {
    let count = |state| rows.iter().filter(|row| row.state == state).count();
    let told = [
        (PromiseState::Kept, "kept"),
        (PromiseState::Missed, "missed"),
        (PromiseState::ToBeSeen, "done and to be rated again"),
        (PromiseState::Open, "still to do"),
    ];
    let told: Vec<String> = told
        .into_iter()
        .filter(|(state, _)| count(*state) > 0)
        .map(|(state, words)| format!("{} {words}", count(state)))
        .collect();
    match rows.len() {
        0 => "No action promises a rating yet.".to_owned(),
        all => format!("{}: {}.", words::count(all, "promise"), words::join(&told)),
    }
}

fn urgency(state: PromiseState) -> u8 {
    match state {
        PromiseState::Missed => 0,
        PromiseState::ToBeSeen => 1,
        PromiseState::Kept => 2,
        PromiseState::Open => 3,
    }
}
