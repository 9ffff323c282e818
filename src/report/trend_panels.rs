//! Small pictures side by side: the levels of each unit over time, all on the same axes.

use super::level_set::Rule;
use super::portfolio::Portfolio;
use super::unit_names::UnitNames;
use super::unit_trend::{TrendPoint, unit_trend};
use super::words::count;
use crate::domain::date::Date;

/// All panels, with what they have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPanels {
    pub title: String,
    pub description: String,
    /// The highest level there is.
    pub highest: u8,
    /// First and last day of all panels.
    pub from: String,
    pub to: String,
    /// The days between them.
    pub days: u32,
    pub panels: Vec<TrendPanel>,
}

/// One unit.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPanel {
    pub name: String,
    pub points: Vec<PanelPoint>,
}

/// The levels of a unit from a day on, until the next point. Levels are in hundredths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelPoint {
    pub date: String,
    /// Days since the first one.
    pub day: u32,
    /// From the lowest process to the highest one.
    pub spread: (u32, u32),
    /// Of the processes; a range where blanks leave it open.
    pub median: (u32, u32),
    pub not_rated: usize,
}

/// The units of a portfolio that have anything rated.
pub fn trend_panels(portfolio: &Portfolio, names: &UnitNames) -> TrendPanels {
    let trends = portfolio.units.iter().map(|unit| {
        let points = unit_trend(portfolio, unit);
        (names.unit(unit), points)
    });
    let trends: Vec<(String, Vec<TrendPoint>)> = trends.collect();
    let days = || {
        trends
            .iter()
            .flat_map(|(_, points)| points.iter().map(|point| point.day))
    };
    let (from, to) = (days().min(), days().max());
    let panels = trends.iter().filter_map(|(name, points)| {
        let points: Vec<PanelPoint> = points
            .iter()
            .filter_map(|point| panel_point(point, from?))
            .collect();
        (!points.is_empty()).then(|| TrendPanel {
            name: name.clone(),
            points,
        })
    });
    let panels: Vec<TrendPanel> = panels.collect();
    let text = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    TrendPanels {
        title: "Levels of each unit over time".to_owned(),
        description: format!(
            "{} on the same axes: the line is the median of the processes, the band reaches from the lowest to the highest one.",
            count(panels.len(), "unit")
        ),
        highest: portfolio.highest,
        days: from.zip(to).map_or(0, |(from, to)| between(from, to)),
        from: text(from),
        to: text(to),
        panels,
    }
}

fn panel_point(point: &TrendPoint, from: Date) -> Option<PanelPoint> {
    let spread = point.levels.figure(Rule::Spread)?;
    let median = point.levels.figure(Rule::Median)?;
    Some(PanelPoint {
        date: point.day.to_string(),
        day: between(from, point.day),
        spread: (spread.low, spread.high),
        median: (median.low, median.high),
        not_rated: point.levels.not_rated(),
    })
}

fn between(from: Date, to: Date) -> u32 {
    u32::try_from(to.number() - from.number()).unwrap_or(0)
}
