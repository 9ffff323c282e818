//! Up to six points side by side, each held against one of them, the base.

use super::compared::{ComparedPoint, PointName};
use super::reading::{Hindrance, Movement, Reading, movement};
use super::table::Table;
use crate::domain::id::{AttributeId, ProcessId};

/// The points that are compared, in the order in which they were chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    pub points: Vec<ComparedPoint>,
    /// What the points are called here, each otherwise, and no longer than it takes to tell them apart.
    pub labels: Vec<String>,
    /// Place of the point that the others are held against.
    pub base: usize,
}

/// More than these nobody can tell apart in one picture.
pub const MOST_POINTS: usize = 6;

/// Readings of one kind at all points: levels over processes, or ratings over the attributes of a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedRows {
    pub title: String,
    /// What a row is about: "Process".
    pub of: &'static str,
    /// What the points are called.
    pub points: Vec<String>,
    pub base: usize,
    /// Names of the steps, from the lowest on.
    pub codes: Vec<String>,
    pub rows: Vec<ComparedRow>,
}

/// One process or attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedRow {
    pub id: String,
    pub name: String,
    /// One for each point.
    pub cells: Vec<ComparedCell>,
}

/// What was read at a point, and what became of it since the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedCell {
    pub reading: Reading,
    /// None in the base itself.
    pub movement: Option<Movement>,
}

impl Comparison {
    /// A base that is not there is the first point; points beyond the sixth are left out.
    pub fn new(mut points: Vec<ComparedPoint>, base: usize) -> Self {
        points.truncate(MOST_POINTS);
        let base = if base < points.len() { base } else { 0 };
        let names: Vec<&PointName> = points.iter().map(|point| &point.name).collect();
        Self {
            labels: labels(&names),
            points,
            base,
        }
    }

    /// The same points in the order of their days.
    pub fn in_time(&self) -> Self {
        let mut places: Vec<usize> = (0..self.points.len()).collect();
        places.sort_by_key(|place| self.points[*place].name.day);
        let base = places.iter().position(|place| *place == self.base);
        let point = |place: &usize| self.points[*place].clone();
        let label = |place: &usize| self.labels[*place].clone();
        Self {
            points: places.iter().map(point).collect(),
            labels: places.iter().map(label).collect(),
            base: base.unwrap_or(0),
        }
    }

    /// The processes in scope of any point, by their id: those of the base first, in the order of its model.
    pub fn processes(&self) -> Vec<(ProcessId, String)> {
        let mut found: Vec<(ProcessId, String)> = Vec::new();
        let base = self.points.get(self.base).into_iter();
        for process in base.chain(&self.points).flat_map(|point| &point.processes) {
            if found.iter().all(|(id, _)| *id != process.process) {
                found.push((process.process.clone(), process.name.clone()));
            }
        }
        found
    }

    /// The capability levels of all processes.
    pub fn levels(&self) -> ComparedRows {
        let rows = self.processes().into_iter().map(|(id, name)| {
            let readings = self.points.iter().map(|point| point.level(&id));
            (id.to_string(), name, readings.collect())
        });
        let codes = self.points.iter().map(|point| &point.levels);
        self.rows(
            "Capability levels".to_owned(),
            "Process",
            codes.max_by_key(|levels| levels.len()),
            rows.collect(),
            |one, other| Ok((one.highest_level, other.highest_level)),
        )
    }

    /// The first process that rose or fell, or else the first that is rated anywhere, or else the first.
    pub fn striking_process(&self) -> Option<ProcessId> {
        let levels = self.levels();
        let moved = |row: &&ComparedRow| {
            let mut movements = row.cells.iter().filter_map(|cell| cell.movement);
            movements.any(|found| matches!(found, Movement::Rose(_) | Movement::Fell(_)))
        };
        let rated = |row: &&ComparedRow| {
            let mut cells = row.cells.iter();
            cells.any(|cell| cell.reading.measured().is_some())
        };
        let mut rows = levels.rows.iter();
        let found = rows.clone().find(moved);
        let found = found.or_else(|| rows.clone().find(rated));
        let found = found.or_else(|| rows.next());
        found.map(|row| ProcessId::new(row.id.clone()))
    }

    /// The attribute ratings of one process.
    pub fn attributes(&self, process: &ProcessId) -> ComparedRows {
        let mut known: Vec<(AttributeId, String)> = Vec::new();
        let base = self.points.get(self.base).into_iter();
        let of = base
            .chain(&self.points)
            .filter_map(|point| point.process(process));
        let mut name = String::new();
        for found in of {
            name.clone_from(&found.name);
            for attribute in &found.attributes {
                if known.iter().all(|(id, _)| *id != attribute.attribute) {
                    known.push((attribute.attribute.clone(), attribute.title.clone()));
                }
            }
        }
        let rows = known.into_iter().map(|(id, title)| {
            let readings = self.points.iter().map(|point| point.rating(process, &id));
            (id.to_string(), title, readings.collect())
        });
        let highest = |point: &ComparedPoint| last_step(&point.scale);
        self.rows(
            format!(
                "Process attributes: {}",
                format!("{process} {name}").trim_end()
            ),
            "Attribute",
            self.points.get(self.base).map(|base| &base.scale),
            rows.collect(),
            |one, other| match one.scale == other.scale {
                true => Ok((highest(one), highest(other))),
                false => Err(Hindrance::Scale),
            },
        )
    }

    fn rows(
        &self,
        title: String,
        of: &'static str,
        codes: Option<&Vec<String>>,
        rows: Vec<(String, String, Vec<Reading>)>,
        ends: impl Fn(&ComparedPoint, &ComparedPoint) -> Result<(u8, u8), Hindrance>,
    ) -> ComparedRows {
        let row = |(id, name, readings): (String, String, Vec<Reading>)| {
            let cell = |(place, reading): (usize, &Reading)| ComparedCell {
                reading: reading.clone(),
                movement: (place != self.base).then(|| {
                    let (base, here) = (&self.points[self.base], &self.points[place]);
                    match ends(base, here) {
                        Ok(ends) => movement(&readings[self.base], reading, ends),
                        Err(hindrance) => Movement::NotComparable(hindrance),
                    }
                }),
            };
            let cells = readings.iter().enumerate().map(cell).collect();
            ComparedRow { id, name, cells }
        };
        ComparedRows {
            title,
            of,
            points: self.labels.clone(),
            base: self.base,
            codes: codes.cloned().unwrap_or_default(),
            rows: rows.into_iter().map(row).collect(),
        }
    }
}

/// Title and time, but for what is the same in all; what stands twice is numbered.
fn labels(names: &[&PointName]) -> Vec<String> {
    let one_title = names.windows(2).all(|pair| pair[0].title == pair[1].title);
    let one_time = names.windows(2).all(|pair| pair[0].at == pair[1].at);
    let plain = names.iter().map(|name| match (one_title, one_time) {
        (false, false) => format!("{}, {}", name.title, name.at),
        (false, true) => name.title.clone(),
        (true, _) => name.at.clone(),
    });
    let plain: Vec<String> = plain.collect();
    let numbered = plain.iter().enumerate().map(|(place, label)| {
        let before = plain[..place].iter().filter(|one| *one == label).count();
        match before {
            0 => label.clone(),
            count => format!("{label} ({})", count + 1),
        }
    });
    numbered.collect()
}

fn last_step(scale: &[String]) -> u8 {
    u8::try_from(scale.len().saturating_sub(1)).unwrap_or(u8::MAX)
}

impl ComparedRows {
    /// What became of the rows at a point: "3 rose, 1 fell, 20 the same, 2 not comparable". None for the base.
    pub fn sum(&self, place: usize) -> Option<String> {
        let cells = self.rows.iter().filter_map(|row| row.cells.get(place));
        (place != self.base).then(|| sum(cells.filter_map(|cell| cell.movement)))
    }

    /// The same for a file: a column of readings and one of changes for each point.
    pub fn table(&self) -> Table {
        let mut columns = vec![self.of.to_lowercase(), "name".to_owned()];
        for (place, label) in self.points.iter().enumerate() {
            columns.push(label.clone());
            if place != self.base {
                columns.push(format!("{label}: change"));
            }
        }
        let row = |row: &ComparedRow| {
            let mut cells = vec![row.id.clone(), row.name.clone()];
            for cell in &row.cells {
                cells.push(cell.reading.words(&self.codes));
                cells.extend(cell.movement.map(Movement::words));
            }
            cells
        };
        Table {
            columns,
            rows: self.rows.iter().map(row).collect(),
        }
    }
}

fn sum(movements: impl Iterator<Item = Movement>) -> String {
    let (mut rose, mut fell, mut same, mut unknown) = (0, 0, 0, 0);
    for movement in movements {
        match movement {
            Movement::Rose(_) => rose += 1,
            Movement::Fell(_) => fell += 1,
            Movement::Same => same += 1,
            Movement::NotComparable(_) => unknown += 1,
        }
    }
    format!("{rose} rose, {fell} fell, {same} the same, {unknown} not comparable")
}
