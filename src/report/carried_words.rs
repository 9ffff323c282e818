//! What came along from an earlier assessment, why it has to be looked at again, and what became of a process, in words.

use super::words::join;
use crate::domain::carried::{Carried, Origin};
use crate::domain::judgement::Judgement;
use crate::domain::look_again::LookAgain;
use crate::domain::model_move::Fate;

/// "F, by Lead assessor, 2026-09-27".
pub fn carried(carried: &Carried) -> String {
    let said = match (&carried.settlement, &carried.judgement) {
        (Some(settlement), _) => format!("settled as {}", settlement.rating),
        (None, Some(Judgement::Rated { rating })) => rating.to_string(),
        (None, Some(Judgement::NotApplicable { .. })) => "not applicable".to_owned(),
        (None, None) => "nothing".to_owned(),
    };
    let by = match carried.by.as_str() {
        "" => String::new(),
        by => format!(", by {by}"),
    };
    let on = carried
        .on
        .map_or_else(String::new, |day| format!(", {day}"));
    format!("{said}{by}{on}")
}

/// Why something has to be looked at again, as the end of "Look again:".
pub fn look_again(reason: &LookAgain) -> String {
    match reason {
        LookAgain::NotRated => "not rated yet".to_owned(),
        LookAgain::Changed(origin) => changed(origin),
        LookAgain::Lifted => "an action for it was done since".to_owned(),
        LookAgain::Old(day) => format!("what it rests on is from {day}"),
        LookAgain::BelowTarget => "below its target".to_owned(),
    }
}

/// All reasons in one line: "Look again: below its target, and an action for it was done since."
pub fn reasons(reasons: &[LookAgain]) -> String {
    let reasons: Vec<String> = reasons.iter().map(look_again).collect();
    match reasons.as_slice() {
        [] => String::new(),
        reasons => format!("Look again: {}.", join(reasons)),
    }
}

fn changed(origin: &Origin) -> String {
    match origin {
        Origin::Same => "it reads as it did".to_owned(),
        Origin::Reworded => "the model words it otherwise now".to_owned(),
        Origin::Split { from } => format!("the process is a part of what was {}", from),
        Origin::Part { from } => format!("the process was within {} before", from),
        Origin::Merged { from } => {
            let names: Vec<String> = from.iter().map(ToString::to_string).collect();
            format!("the process was made of {}", join(&names))
        }
        Origin::Revised { from } => format!("the process was rewritten from {}", from),
    }
}

/// What became of a process, in one word or two.
pub fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Unchanged => "unchanged",
        Fate::Reworded => "reworded",
        Fate::Split => "split",
        Fate::Part => "taken out of another one",
        Fate::Merged => "merged",
        Fate::Revised => "rewritten",
        Fate::New => "new",
        Fate::Gone => "gone",
    }
}
