//! How much of a re-assessment is to be looked at again, before it is started.

use super::carried_words;
use crate::domain::assessment::Assessment;
use crate::domain::change::{Change, ChangeId};
use crate::domain::date::Date;
use crate::domain::edit::{Edit, ModelRef};
use crate::domain::look_again::{LookAgain, look_again};
use crate::domain::model::Model;
use std::collections::BTreeMap;

/// The counts that people want to know before they start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondLook {
    pub carried: usize,
    /// Indicators or attributes with at least one reason.
    pub again: usize,
    /// Carried over without any.
    pub safe: usize,
    /// Each reason with how many it concerns, most first.
    pub reasons: Vec<(String, usize)>,
}

/// Counts what the edits of a re-assessment bring along. None where they do not make one.
pub fn second_look(
    model: &Model,
    of: &ModelRef,
    framework: &ModelRef,
    edits: Vec<Edit>,
    today: Date,
) -> Option<SecondLook> {
    let start = Edit::Start {
        model: of.clone(),
        framework: framework.clone(),
    };
    let change = |(clock, edit)| Change {
        id: ChangeId {
            clock,
            replica: "preview".into(),
        },
        author: String::new(),
        at: format!("{today}T00:00:00.000Z"),
        edit,
    };
    let changes: Vec<Change> = (1..)
        .zip([start].into_iter().chain(edits))
        .map(change)
        .collect();
    let (assessment, _) = Assessment::from_changes(&changes).ok()?;
    let of_process = |process| look_again(model, &assessment, process, today);
    let open: Vec<_> = assessment.scope.iter().flat_map(of_process).collect();
    let carried = open.iter().filter(|open| open.carried.is_some()).count();
    let again = open.iter().filter(|open| !open.reasons.is_empty()).count();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for reason in open.iter().flat_map(|open| &open.reasons) {
        *counts.entry(kind(reason)).or_default() += 1;
    }
    let mut reasons: Vec<(String, usize)> = counts.into_iter().collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Some(SecondLook {
        carried,
        again,
        safe: open.len() - again,
        reasons,
    })
}

/// The reason without what differs from one to the next.
fn kind(reason: &LookAgain) -> String {
    match reason {
        LookAgain::Old(_) => "what they rest on is older than the limit".to_owned(),
        other => carried_words::look_again(other),
    }
}
