//! The plan over time: what a roadmap draws of it, the same by quarter, and what does not fit into the picture.

use super::action_list::ActionEntry;
use super::roadmap::{BarState, Lane, QuarterLoad, Roadmap, RoadmapBar};
use super::{plan_words, words};
use crate::domain::action::ActionStatus;
use crate::domain::assessment::Assessment;
use crate::domain::date::{Date, Quarter};
use crate::domain::id::PhaseId;
use crate::domain::improvement::Improvement;
use crate::domain::model::Model;
use crate::domain::phase::phases;
use crate::domain::roadmap::{self, days_of, quarter_loads};

/// The roadmap as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadmapView {
    pub picture: Roadmap,
    /// The quarters that are drawn, with what is done in each.
    pub by_quarter: Vec<QuarterWork>,
    /// Number and title of each action without dates.
    pub undated: Vec<(usize, String)>,
    /// A sentence for each quarter that takes more than there is, drawn or not.
    pub overloads: Vec<String>,
    /// A sentence about what lies before or after the quarters that are drawn.
    pub beyond: Option<String>,
}

/// What is done in one quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarterWork {
    pub quarter: Quarter,
    /// Person-hours.
    pub hours: u32,
    pub capacity: Option<u32>,
    /// The hours that do not fit; none where all fit or nobody said what there is.
    pub over: Option<u32>,
    /// Number and title of each action, and what becomes of it: "starts", "goes on", "is due".
    pub actions: Vec<(usize, String, &'static str)>,
}

/// More quarters than these are not drawn: one could not read them.
pub const MOST_QUARTERS: usize = 12;

/// The roadmap of the actions that are not dropped. A plan that is too long for the picture is drawn from the quarter of
/// `today` on, or from so much earlier that the picture is full.
pub fn roadmap_view(
    model: &Model,
    assessment: &Assessment,
    entries: &[ActionEntry],
    today: Date,
) -> RoadmapView {
    let improvement = &assessment.improvement;
    let planned = entries
        .iter()
        .filter(|entry| entry.status != ActionStatus::Dropped);
    let (dated, undated): (Vec<Planned>, Vec<Planned>) = planned
        .map(|entry| Planned {
            entry,
            days: improvement.action(&entry.id).and_then(days_of),
        })
        .partition(|found| found.days.is_some());
    let loads = quarter_loads(
        improvement,
        dated
            .iter()
            .filter_map(|found| Some((improvement.action(&found.entry.id)?, found.entry.hours))),
    );
    let quarters = quarters(&dated, today);
    let by_quarter: Vec<QuarterWork> = quarters
        .iter()
        .map(|quarter| work(improvement, *quarter, &loads, &dated))
        .collect();
    let overload = |load: &roadmap::QuarterLoad| {
        let over = plan_words::effort(load.overload()?);
        Some(format!("{}: {over} more than there are.", load.quarter))
    };
    RoadmapView {
        picture: Roadmap {
            title: format!("Roadmap: {}", assessment.title),
            description: description(&dated, &by_quarter),
            quarters: by_quarter.iter().map(load).collect(),
            lanes: lanes(model, improvement, &dated, &quarters),
        },
        by_quarter,
        undated: undated
            .iter()
            .map(|found| (found.entry.order, found.entry.title.clone()))
            .collect(),
        overloads: loads.iter().filter_map(overload).collect(),
        beyond: beyond(&dated, &quarters),
    }
}

/// An action that is not dropped, with its first and last day.
struct Planned<'a> {
    entry: &'a ActionEntry,
    days: Option<(Date, Date)>,
}

/// The quarters to draw, without gaps.
fn quarters(dated: &[Planned], today: Date) -> Vec<Quarter> {
    let days = || dated.iter().filter_map(|found| found.days);
    let first = days().map(|(from, _)| from.quarter()).min();
    let last = days().map(|(_, to)| to.quarter()).max();
    let Some((first, last)) = first.zip(last) else {
        return Vec::new();
    };
    let all = std::iter::successors(Some(first), |quarter| quarter.next());
    let all: Vec<Quarter> = all.take_while(|quarter| *quarter <= last).collect();
    let past = all
        .iter()
        .filter(|quarter| **quarter < today.quarter())
        .count();
    let from = past.min(all.len().saturating_sub(MOST_QUARTERS));
    all.into_iter().skip(from).take(MOST_QUARTERS).collect()
}

fn work(
    improvement: &Improvement,
    quarter: Quarter,
    loads: &[roadmap::QuarterLoad],
    dated: &[Planned],
) -> QuarterWork {
    let load = loads.iter().find(|load| load.quarter == quarter);
    let during = |found: &Planned| {
        let (from, to) = found.days?;
        let what = if to.quarter() == quarter {
            "is due"
        } else if from.quarter() == quarter {
            "starts"
        } else if from.quarter() < quarter && quarter < to.quarter() {
            "goes on"
        } else {
            return None;
        };
        Some((found.entry.order, found.entry.title.clone(), what))
    };
    QuarterWork {
        quarter,
        hours: load.map_or(0, |load| load.hours),
        capacity: improvement.capacity(quarter),
        over: load.and_then(roadmap::QuarterLoad::overload),
        actions: dated.iter().filter_map(during).collect(),
    }
}

fn load(work: &QuarterWork) -> QuarterLoad {
    let (first, last) = (work.quarter.first_day(), work.quarter.last_day());
    QuarterLoad {
        name: work.quarter.to_string(),
        days: between(first, last) + 1,
        hours: work.hours,
        capacity: work.capacity,
    }
}

/// A lane for each phase, and one for what has none, where there is any.
fn lanes(
    model: &Model,
    improvement: &Improvement,
    dated: &[Planned],
    quarters: &[Quarter],
) -> Vec<Lane> {
    let phases = phases(model, &improvement.phases);
    let in_phase = |name: String, belongs: &dyn Fn(Option<&PhaseId>) -> bool| Lane {
        name,
        bars: dated
            .iter()
            .filter(|found| belongs(found.entry.phase.as_ref()))
            .filter_map(|found| bar(found, dated, quarters))
            .collect(),
    };
    let mut lanes: Vec<Lane> = phases
        .iter()
        .map(|phase| in_phase(phase.title.clone(), &|id| id == Some(&phase.id)))
        .collect();
    let known = |id: &PhaseId| phases.iter().any(|phase| phase.id == *id);
    let without = in_phase("No phase".to_owned(), &|id| !id.is_some_and(known));
    if !without.bars.is_empty() {
        lanes.push(without);
    }
    lanes
}

/// The part of an action that lies in the quarters. None where no day of it does.
fn bar(found: &Planned, dated: &[Planned], quarters: &[Quarter]) -> Option<RoadmapBar> {
    let (first, last) = edges(quarters)?;
    let (from, to) = shown(found.days?);
    if to < first || from > last {
        return None;
    }
    let entry = found.entry;
    let drawn = |id: &_| {
        let needed = dated.iter().find(|other| other.entry.id == *id)?;
        let (from, to) = needed.days?;
        (to >= first && from <= last).then(|| needed.entry.order.to_string())
    };
    Some(RoadmapBar {
        label: entry.order.to_string(),
        name: entry.title.clone(),
        owner: entry.owner.clone(),
        from: between(first, from.max(first)),
        to: between(first, to.min(last)),
        state: match entry.status {
            ActionStatus::Done => BarState::Done,
            _ if entry.overdue => BarState::Late,
            ActionStatus::Started => BarState::Started,
            ActionStatus::Planned | ActionStatus::Dropped => BarState::Planned,
        },
        needs: entry.needs.iter().filter_map(|(id, _)| drawn(id)).collect(),
    })
}

/// From start to due. What has one day only is drawn as two weeks that end on it, within its quarter.
fn shown((from, to): (Date, Date)) -> (Date, Date) {
    const SHORT: i32 = 14;
    if from != to {
        return (from, to);
    }
    let quarter = to.quarter().first_day();
    let days = (to.number() - quarter.number()).min(SHORT - 1);
    let kept = to.number() - quarter.number() - days;
    (quarter.plus(kept.unsigned_abs()).unwrap_or(to), to)
}

/// First and last day.
fn edges(quarters: &[Quarter]) -> Option<(Date, Date)> {
    Some((quarters.first()?.first_day(), quarters.last()?.last_day()))
}

/// The days from one day to a later one.
fn between(from: Date, to: Date) -> u32 {
    u32::try_from(to.number() - from.number()).unwrap_or(0)
}

fn description(dated: &[Planned], quarters: &[QuarterWork]) -> String {
    let (Some(first), Some(last)) = (quarters.first(), quarters.last()) else {
        return "No action has a date yet.".to_owned();
    };
    let actions = words::count(dated.len(), "action");
    let span = if first.quarter == last.quarter {
        format!("{actions} in {}.", first.quarter)
    } else {
        format!("{actions} from {} to {}.", first.quarter, last.quarter)
    };
    let over = quarters.iter().filter(|work| work.over.is_some()).count();
    let load = match over {
        0 if quarters.iter().all(|work| work.capacity.is_none()) => return span,
        0 => "The work fits into every quarter.".to_owned(),
        1 => "1 quarter has more work than time.".to_owned(),
        over => format!("{over} quarters have more work than time."),
    };
    format!("{span} {load}")
}

fn beyond(dated: &[Planned], quarters: &[Quarter]) -> Option<String> {
    let (first, last) = edges(quarters)?;
    let names = |outside: &dyn Fn(Date, Date) -> bool| {
        let found = dated
            .iter()
            .filter(|found| found.days.is_some_and(|(from, to)| outside(from, to)));
        let names: Vec<String> = found
            .map(|found| format!("{} {}", found.entry.order, found.entry.title))
            .collect();
        names
    };
    let before = names(&|_, to| to < first);
    let after = names(&|from, _| from > last);
    let cut = names(&|from, to| from <= last && to > last || to >= first && from < first);
    let told = [
        ("Done or due before", before),
        ("Not begun until after", after),
        ("Partly outside", cut),
    ];
    let told: Vec<String> = told
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(where_to, names)| format!("{where_to}: {}.", words::join(&names)))
        .collect();
    (!told.is_empty()).then(|| {
        format!(
            "The picture shows {MOST_QUARTERS} quarters. {}",
            told.join(" ")
        )
    })
}
