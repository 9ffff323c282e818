//! What actions promised, against what was found when it was rated again.

use super::action::{Action, ActionStatus};
use super::assessment::Assessment;
use super::forecast::is_settled;
use super::id::ActionId;
use super::lift::rank_now;
use super::model::Model;
use super::result::ProcessResult;
use super::scale::{Rank, Rating};
use super::subject::Subject;

/// One lift of one action.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    pub action: ActionId,
    pub subject: Subject,
    pub expected: Rating,
    /// None where it is not rated.
    pub now: Option<Rank>,
    pub state: PromiseState,
}

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PromiseState {
    /// The action is not done.
    Open,
    /// The action is done, and nobody has rated it since.
    ToBeSeen,
    Kept,
    Missed,
}

/// Every lift of every action that is not dropped, for the processes that have results.
pub fn promises(model: &Model, assessment: &Assessment, results: &[ProcessResult]) -> Vec<Promise> {
    let of_action = |(id, action): (&ActionId, &Action)| {
        let promise = |(subject, expected): (&Subject, &Rating)| {
            let result = results
                .iter()
                .find(|found| found.process == subject.process)?;
            let now = rank_now(model, assessment, result, subject);
            Some(Promise {
                action: id.clone(),
                subject: subject.clone(),
                expected: expected.clone(),
                now,
                state: state(model, assessment, action, subject, now, expected),
            })
        };
        action.lifts.iter().filter_map(promise).collect::<Vec<_>>()
    };
    let actions = assessment.improvement.actions();
    let counting = actions.filter(|(_, action)| action.counts());
    counting.flat_map(of_action).collect()
}

fn state(
    model: &Model,
    assessment: &Assessment,
    action: &Action,
    subject: &Subject,
    now: Option<Rank>,
    expected: &Rating,
) -> PromiseState {
    if action.status != ActionStatus::Done {
        PromiseState::Open
    } else if !is_settled(model, assessment, action, subject) {
        PromiseState::ToBeSeen
    } else if now >= model.framework.scale.rank(expected) {
        PromiseState::Kept
    } else {
        PromiseState::Missed
    }
}
