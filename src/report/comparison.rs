//! Up to six points side by side, each held against one of them, the base.

use super::compared::ComparedPoint;
use super::reading::{Hindrance, Movement, Reading, movement};
use super::table::Table;
use super::words;
use crate::domain::id::{AttributeId, ProcessId};

/// The points that are compared, in the order in which they were chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    pub points: Vec<ComparedPoint>,
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
    /// Labels of the points.
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
    /// Labels that stand twice are numbered. A base that is not there is the first point; points beyond the sixth are left out.
    pub fn new(mut points: Vec<ComparedPoint>, base: usize) -> Self {
        points.truncate(MOST_POINTS);
        let labels: Vec<String> = points.iter().map(|point| point.label.clone()).collect();
        for (place, point) in points.iter_mut().enumerate() {
            let before = labels[..place].iter().filter(|one| **one == point.label);
            let before = before.count();
            if before > 0 {
                point.label = format!("{} ({})", point.label, before + 1);
            }
        }
        let base = if base < points.len() { base } else { 0 };
        Self { points, base }
    }

    /// The same points in the order of their days.
    pub fn in_time(&self) -> Self {
        let mut places: Vec<usize> = (0..self.points.len()).collect();
        places.sort_by_key(|place| self.points[*place].day);
        let base = places.iter().position(|place| *place == self.base);
        Self {
            points: places
                .into_iter()
                .map(|place| self.points[place].clone())
                .collect(),
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
            points: self
                .points
                .iter()
                .map(|point| point.label.clone())
                .collect(),
            base: self.base,
            codes: codes.cloned().unwrap_or_default(),
            rows: rows.into_iter().map(row).collect(),
        }
    }
}

fn last_step(scale: &[String]) -> u8 {
    u8::try_from(scale.len().saturating_sub(1)).unwrap_or(u8::MAX)
}

impl ComparedRows {
    /// For each point but the base, what became of the rows: "Spring against Autumn: 3 rose, 1 fell, 20 are the same and 2
    /// are not comparable."
    pub fn sums(&self) -> Vec<String> {
        let base = self.points.get(self.base);
        let others = self.points.iter().enumerate();
        let others = others.filter(|(place, _)| *place != self.base);
        others
            .map(|(place, label)| {
                let changes = self.rows.iter().filter_map(|row| row.cells[place].movement);
                format!(
                    "{label} against {}: {}.",
                    base.map_or("", String::as_str),
                    sum(changes)
                )
            })
            .collect()
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

fn sum(changes: impl Iterator<Item = Movement>) -> String {
    let (mut rose, mut fell, mut same, mut unknown) = (0, 0, 0, 0);
    for change in changes {
        match change {
            Movement::Rose(_) => rose += 1,
            Movement::Fell(_) => fell += 1,
            Movement::Same => same += 1,
            Movement::NotComparable(_) => unknown += 1,
        }
    }
    let are = |count: usize| if count == 1 { "is" } else { "are" };
    words::join(&[
        format!("{rose} rose"),
        format!("{fell} fell"),
        format!("{same} {} the same", are(same)),
        format!("{unknown} {} not comparable", are(unknown)),
    ])
}
