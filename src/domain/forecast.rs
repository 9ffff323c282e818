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
    let mut due: Vec<&Action> = actions.filter(|action| is_due(action, day)).collect();
    // In the order in which they deliver, so that a later day is never behind an earlier one.
    due.sort_by_key(|action| action.due);
    let lifts = due.into_iter().flat_map(|action| {
        let lifts = action.lifts.iter();
        lifts.filter(|(subject, _)| !is_settled(model, assessment, action, subject))
    });
    // A rating for an attribute as a whole settles it, whatever its indicators say: so it is needed only where they say less.
    let (attributes, indicators): (Vec<_>, Vec<_>) =
        lifts.partition(|(subject, _)| subject.is_attribute());
    for (subject, rating) in indicators.into_iter().chain(attributes) {
        scratch.raise(subject, rating);
    }
    scratch.into_assessment()
}

/// The last day on which an action is due that lifts something; none where there is no such action.
pub fn last_due(assessment: &Assessment) -> Option<Date> {
    let actions = assessment.improvement.actions().map(|(_, action)| action);
    let lifting = actions.filter(|action| action.counts() && !action.lifts.is_empty());
    lifting.filter_map(|action| action.due).max()
}

fn is_due(action: &Action, day: Date) -> bool {
    action.counts() && action.due.is_some_and(|due| due <= day)
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
