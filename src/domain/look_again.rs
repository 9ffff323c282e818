//! What of a re-assessment must be looked at again, and why: the rest may be confirmed as it is.

use super::assessment::Assessment;
use super::carried::{Carried, Origin};
use super::cell::{Cell, CellState, process_cells};
use super::date::Date;
use super::framework::Attribute;
use super::id::ProcessId;
use super::model::Model;
use super::result::rates;
use super::subject::Subject;
use super::target::target_rank;

/// Why something has to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookAgain {
    /// There is no rating: it was not rated, or the model has it anew.
    NotRated,
    /// The model changed what is rated.
    Changed(Origin),
    /// An action that lifts it was done since.
    Lifted,
    /// What it rests on is of this day, which is longer ago than the limit.
    Old(Date),
    /// It is below its target, so there is something to gain.
    BelowTarget,
}

/// One thing that is rated, in the order of the model, with the reasons to look at it. Without a reason it can be confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    pub subject: Subject,
    pub carried: Option<Carried>,
    pub reasons: Vec<LookAgain>,
}

/// All of a process that nobody has looked at yet. Empty for an assessment that does not go on from another one.
pub fn look_again(
    model: &Model,
    assessment: &Assessment,
    process: &ProcessId,
    today: Date,
) -> Vec<Open> {
    if assessment.previous.is_none() {
        return Vec::new();
    }
    let rates = rates(model, assessment);
    let attributes = model.attributes(assessment.highest_level);
    let of_attribute = |attribute: &Attribute| {
        let cells = process_cells(model, assessment, process, attribute, rates);
        let open = |cell: Cell| open(model, assessment, attribute, cell, today);
        cells.into_iter().filter_map(open).collect::<Vec<_>>()
    };
    attributes.flat_map(of_attribute).collect()
}

fn open(
    model: &Model,
    assessment: &Assessment,
    attribute: &Attribute,
    cell: Cell,
    today: Date,
) -> Option<Open> {
    let subject = cell.subject;
    if cell.state == CellState::NotRated {
        return Some(Open {
            subject,
            carried: None,
            reasons: vec![LookAgain::NotRated],
        });
    }
    let remarks = assessment.remarks(&subject)?;
    let carried = remarks.carried()?.clone();
    let mut reasons = Vec::new();
    if carried.origin != Origin::Same {
        reasons.push(LookAgain::Changed(carried.origin.clone()));
    }
    if carried.lifted {
        reasons.push(LookAgain::Lifted);
    }
    if let (Some(months), Some(day)) = (
        assessment.evidence_age,
        rests_on(assessment, &subject, &carried),
    ) && day.is_older(months, today)
    {
        reasons.push(LookAgain::Old(day));
    }
    let wanted = target_rank(model, assessment, &subject.process, attribute);
    if cell.state.rank().is_some_and(|rank| Some(rank) < wanted) {
        reasons.push(LookAgain::BelowTarget);
    }
    Some(Open {
        subject,
        carried: Some(carried),
        reasons,
    })
}

/// The day of the newest evidence; without any, that of the rating itself.
fn rests_on(assessment: &Assessment, subject: &Subject, carried: &Carried) -> Option<Date> {
    let evidence = assessment.evidence.of(subject);
    let days = evidence.filter_map(|(_, found)| found.date);
    days.max().or(carried.on)
}
