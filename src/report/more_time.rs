//! What more time for improvement buys, in person-weeks.

use super::path_list::Aim;
use super::plan_words;
use super::words;
use crate::domain::effort::HOURS_PER_WEEK;
use crate::domain::path::{Goal, Selection, purchase};

/// What some person-weeks buy, and what those after them add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoreTime {
    /// Which gaps they close.
    pub gaps: String,
    /// Which processes they bring there as a whole, if they are spent on that instead.
    pub processes: String,
    pub weeks: Vec<Week>,
}

/// One row of what person-weeks buy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    pub weeks: u32,
    /// Gaps closed with all of these weeks.
    pub gaps: usize,
    /// What the last week adds; empty where nothing is cheap enough yet.
    pub added: String,
}

/// How many weeks are looked ahead.
const AHEAD: u32 = 4;

/// How many goals are named; the rest is counted.
const NAMED: usize = 6;

/// What person-weeks buy on the way of a selection. None where there is nothing to buy.
pub fn more_time(selection: &Selection, weeks: u32, aim: Aim) -> Option<MoreTime> {
    let goals = selection.attribute_goals();
    if goals.is_empty() {
        return None;
    }
    let bought = |weeks: u32| purchase(goals.clone(), weeks.saturating_mul(HOURS_PER_WEEK)).goals;
    let all = goals.len();
    let row = |weeks: u32| {
        let (before, now) = (bought(weeks.saturating_sub(1)), bought(weeks));
        Week {
            weeks,
            gaps: now.len(),
            added: names(&now[before.len().min(now.len())..]),
        }
    };
    let mut rows = Vec::new();
    for weeks in weeks..=weeks.saturating_add(AHEAD) {
        let row = row(weeks);
        let done = row.gaps == all;
        rows.push(row);
        if done {
            break;
        }
    }
    Some(MoreTime {
        gaps: gaps(&goals, &bought(weeks), weeks),
        processes: processes(selection.process_goals(), weeks, aim),
        weeks: rows,
    })
}

/// "With 1 more person-week you close 2 of 9 gaps: PA2.1 of RES-1 and PA1.1 of CON-1. 1 day is left."
fn gaps(goals: &[Goal], bought: &[Goal], weeks: u32) -> String {
    let with = time(weeks);
    if let ([], Some(cheapest)) = (bought, goals.iter().min_by_key(|goal| goal.hours)) {
        return format!(
            "{with} closes no gap yet. The cheapest one, {}, takes {}.",
            name(cheapest),
            plan_words::effort(cheapest.hours)
        );
    }
    let spent = bought
        .iter()
        .fold(0, |sum: u32, goal| sum.saturating_add(goal.hours));
    let left = weeks.saturating_mul(HOURS_PER_WEEK).saturating_sub(spent);
    let how_many = if bought.len() == goals.len() {
        match goals.len() {
            1 => "the only gap".to_owned(),
            count => format!("all {count} gaps"),
        }
    } else {
        format!("{} of {} gaps", bought.len(), goals.len())
    };
    let left = match left {
        0 => String::new(),
        left => format!(" Left over: {}.", plan_words::effort(left)),
    };
    format!(
        "With {} you close {how_many}: {}.{left}",
        small(&with),
        names(bought)
    )
}

fn processes(goals: Vec<Goal>, weeks: u32, aim: Aim) -> String {
    let Some(cheapest) = goals.iter().min_by_key(|goal| goal.hours).cloned() else {
        return format!(
            "No process can reach {} by raising ratings alone.",
            aim.of_one()
        );
    };
    let bought = purchase(goals, weeks.saturating_mul(HOURS_PER_WEEK)).goals;
    match bought.len() {
        0 => format!(
            "Spent on whole processes, it brings none to {} yet. The cheapest one, {}, takes {}.",
            aim.of_one(),
            cheapest.process,
            plan_words::effort(cheapest.hours)
        ),
        1 => format!(
            "Spent on whole processes, it brings {} to {}.",
            names(&bought),
            aim.of_one()
        ),
        _ => format!(
            "Spent on whole processes, it brings {} to {}.",
            names(&bought),
            aim.of_several()
        ),
    }
}

/// "PA2.1 of RES-1, PA1.1 of CON-1 and 3 more".
fn names(goals: &[Goal]) -> String {
    let mut named: Vec<String> = goals.iter().take(NAMED).map(name).collect();
    if let Some(more) = goals.len().checked_sub(NAMED).filter(|more| *more > 0) {
        named.push(format!("{more} more"));
    }
    words::join(&named)
}

fn name(goal: &Goal) -> String {
    goal.attribute.as_ref().map_or_else(
        || goal.process.to_string(),
        |attribute| format!("{attribute} of {}", goal.process),
    )
}

/// "1 more person-week", "No more time".
fn time(weeks: u32) -> String {
    match weeks {
        0 => "No more time".to_owned(),
        1 => "1 more person-week".to_owned(),
        _ => format!("{weeks} more person-weeks"),
    }
}

fn small(with: &str) -> String {
    with.replacen("No more", "no more", 1)
}
