//! What the ratings will be on a day if the planned actions deliver.

use super::action::{Action, ActionStatus};
use super::assessment::Assessment;
use super::date::Date;
use super::lift::judged_since;
use super::model::Model;
use super::scratch::Scratch;
use super::subject::Subject;

/// The assessment as it would be at the end of a day, every action that is due by then having lifted what it promises.
///
/// An action without a due date promises nothing for any day. One that is done and whose subjects were rated since promises
/// no more: what was found counts.
pub fn forecast(model: &Model, assessment: &Assessment, day: Date) -> Assessment {
    let mut scratch = Scratch::new(model, assessment);
    let actions = assessment.improvement.actions().map(|(_, action)| action);
    let due = actions.filter(|action| action.counts() && action.due.is_some_and(|due| due <= day));
    for action in due {
        for (subject, rating) in &action.lifts {
            if !is_settled(model, assessment, action, subject) {
                scratch.raise(subject, rating);
            }
        }
    }
    scratch.into_assessment()
}

/// Whether it was seen already what an action has brought.
pub fn is_settled(
    model: &Model,
    assessment: &Assessment,
    action: &Action,
    subject: &Subject,
) -> bool {
    action.status == ActionStatus::Done
        && judged_since(model, assessment, subject, action.status_place)
}
