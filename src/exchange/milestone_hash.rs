//! The hash that fixes a milestone: SHA-256 over the changes that it covers, one a line as JSON, in their order.

use crate::domain::assessment::Assessment;
use crate::domain::change::Change;
use crate::domain::edit::Edit;
use crate::domain::milestone::Milestone;
use crate::domain::moment::Moment;
use crate::reference::fingerprint::fingerprint;

/// Whether what a milestone covers is what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MilestoneStanding {
    Whole,
    /// Changes from before that moment have come since, or are gone; so many are there now.
    Changed {
        now: u32,
    },
}

/// A milestone over what is known now of a moment.
pub fn fix(assessment: &Assessment, name: &str, at: Moment) -> Milestone {
    let (changes, hash) = covered(assessment, &at);
    Milestone {
        name: name.trim().to_owned(),
        at,
        changes,
        hash,
    }
}

/// Holds a milestone against the changes that are there.
pub fn standing(assessment: &Assessment, milestone: &Milestone) -> MilestoneStanding {
    let (now, hash) = covered(assessment, &milestone.at);
    if hash == milestone.hash {
        MilestoneStanding::Whole
    } else {
        MilestoneStanding::Changed { now }
    }
}

/// How many changes had been made by then, and their hash. That a milestone was set is not part of any: setting one would
/// break those before it.
fn covered(assessment: &Assessment, at: &Moment) -> (u32, String) {
    let covered = |change: &&Change| {
        at.covers(&change.at) && !matches!(change.edit, Edit::SetMilestone { .. })
    };
    let changes: Vec<&Change> = assessment.changes().iter().filter(covered).collect();
    let lines = changes.iter().fold(String::new(), |mut lines, change| {
        lines.push_str(
            &serde_json::to_string(change)
                .expect("texts, numbers and lists can always be written as JSON"),
        );
        lines.push('\n');
        lines
    });
    (
        u32::try_from(changes.len()).unwrap_or(u32::MAX),
        fingerprint(&lines),
    )
}
