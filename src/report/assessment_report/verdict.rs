//! Whether a process reaches its target, as far as its ratings tell.

use crate::report::profile_table::ProfileRow;
use crate::report::report_block::LevelMark;

/// What can be said of a process and its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Whatever the ratings to come.
    Reached,
    /// Whatever the ratings to come.
    Missed,
    /// The ratings to come decide.
    Open,
}

pub fn verdict(row: &ProfileRow) -> Verdict {
    if row.lowest >= row.target {
        Verdict::Reached
    } else if row.highest < row.target {
        Verdict::Missed
    } else {
        Verdict::Open
    }
}

/// "reached", "missed", "open".
pub fn words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reached => "reached",
        Verdict::Missed => "missed",
        Verdict::Open => "open",
    }
}

/// The level of a process with what blanks leave open: "1 (0 to 2)".
pub fn level_mark(row: &ProfileRow) -> LevelMark {
    let range = match row.lowest == row.highest {
        true => String::new(),
        false => format!(" ({} to {})", row.lowest, row.highest),
    };
    LevelMark {
        level: row.rated.then_some(row.level),
        words: match row.rated {
            true => format!("{}{range}", row.level),
            false => "not rated".to_owned(),
        },
    }
}
