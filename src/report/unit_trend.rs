//! The levels of a unit over time: how its processes lay on each day on which one of them changed.

use super::digest::{Digest, DigestProcess};
use super::level_set::LevelSet;
use super::portfolio::{Portfolio, Unit};
use crate::domain::date::Date;
use crate::domain::id::ProcessId;
use std::collections::BTreeSet;

/// All processes of a unit at the end of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPoint {
    pub day: Date,
    pub levels: LevelSet,
}

/// The days on which the levels of a unit changed, the first one first, in the processes of the portfolio. Each day shows the
/// assessment that counted then; a day before anything was rated is none.
pub fn unit_trend(portfolio: &Portfolio, unit: &Unit) -> Vec<TrendPoint> {
    let series = unit.series.iter();
    let processes = series.flat_map(|digest| shown(portfolio, digest));
    let days: BTreeSet<Date> = processes
        .flat_map(|process| process.history.iter().map(|moment| moment.day))
        .collect();
    let mut points: Vec<TrendPoint> = Vec::new();
    for day in days {
        let Some(digest) = unit.latest_on(day) else {
            continue;
        };
        let mut levels = LevelSet::default();
        for process in shown(portfolio, digest) {
            let moment = process.on(Some(day));
            levels.add(moment.and_then(|moment| moment.range()));
        }
        if points.last().is_none_or(|last| last.levels != levels) {
            points.push(TrendPoint { day, levels });
        }
    }
    points
}

/// The processes of an assessment that the portfolio shows.
fn shown<'a>(portfolio: &Portfolio, digest: &'a Digest) -> impl Iterator<Item = &'a DigestProcess> {
    let columns = portfolio.columns.iter();
    let columns = columns.filter(|column| column.model == digest.model.id);
    let wanted: BTreeSet<&ProcessId> = columns.map(|column| &column.process).collect();
    let processes = digest.processes.iter();
    let found: Vec<&DigestProcess> = processes
        .filter(|process| wanted.contains(&process.id))
        .collect();
    found.into_iter()
}
