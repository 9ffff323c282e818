//! Many assessments at once: units by processes. Of each unit its latest assessment counts; the others are its history.

use super::digest::{Digest, DigestProcess};
use super::level_set::LevelSet;
use super::unit_names::UnitNames;
use super::words::join;
use crate::domain::date::Date;
use crate::domain::id::{AssessmentId, ModelId, ProcessId};
use crate::domain::profile::LevelRange;
use crate::domain::unit::{UnitKey, UnitKind, UnitPart};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Portfolio {
    /// In the order of the models.
    pub columns: Vec<Column>,
    /// In the order in which they are shown.
    pub units: Vec<Unit>,
    /// The highest level of all frameworks.
    pub highest: u8,
}

/// A process. Processes of different models are different, whatever they are called.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub model: ModelId,
    pub process: ProcessId,
    pub name: String,
    pub group: String,
    /// Of all units that have it in scope.
    pub levels: LevelSet,
}

/// A unit with its assessments.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    pub key: Key,
    pub name: String,
    pub kind: UnitKind,
    /// The units that it is part of, the largest first.
    pub within: Vec<UnitPart>,
    /// Oldest first.
    pub series: Vec<Arc<Digest>>,
    /// The place in the series of the one that counts.
    latest: usize,
    /// By column; none where the process is not in scope.
    pub cells: Vec<Option<PortfolioCell>>,
    /// Of all processes in scope.
    pub levels: LevelSet,
}

/// What the assessments of one unit have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    Unit(UnitKey),
    /// An assessment that names no unit stands by itself.
    Alone(AssessmentId),
}

/// A process of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct PortfolioCell {
    /// Its place in the assessment that counts.
    place: usize,
    /// None where nothing is rated.
    pub range: Option<LevelRange>,
    pub target: u8,
    /// Whether ratings in it came along from an earlier assessment and were not looked at since.
    pub carried: bool,
}

/// Puts assessments together. Those of one unit make a series. One that names no unit stands by itself, under its title. Units are in
/// the order of their names; [`Portfolio::in_order`] gives another one.
pub fn portfolio(digests: &[Arc<Digest>]) -> Portfolio {
    let columns = columns(digests);
    let mut series: BTreeMap<Key, Vec<Arc<Digest>>> = BTreeMap::new();
    for digest in digests {
        series.entry(key(digest)).or_default().push(digest.clone());
    }
    let series = series.into_iter();
    let mut units: Vec<Unit> = series
        .map(|(key, series)| unit(key, series, &columns))
        .collect();
    units.sort_by_cached_key(|unit| UnitNames::real().order(unit));
    let mut portfolio = Portfolio {
        columns,
        units,
        highest: digests
            .iter()
            .map(|digest| digest.end_of_framework)
            .max()
            .unwrap_or(0),
    };
    portfolio.sum_up();
    portfolio
}

impl Portfolio {
    /// Some of the units, in some of the processes. What is left without any cell is left out.
    pub fn part(
        mut self,
        units: impl Fn(&Unit) -> bool,
        columns: impl Fn(&Column) -> bool,
    ) -> Self {
        self.units.retain(units);
        let wanted: Vec<bool> = self
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                columns(column) && self.units.iter().any(|unit| unit.cells[place].is_some())
            })
            .collect();
        for unit in &mut self.units {
            keep(&mut unit.cells, &wanted);
        }
        keep(&mut self.columns, &wanted);
        self.units
            .retain(|unit| unit.cells.iter().any(Option::is_some));
        self.sum_up();
        self
    }

    /// Brings the levels of each unit and of each process together.
    fn sum_up(&mut self) {
        for unit in &mut self.units {
            unit.levels = LevelSet::default();
            for cell in unit.cells.iter().flatten() {
                unit.levels.add(cell.range);
            }
        }
        for (place, column) in self.columns.iter_mut().enumerate() {
            column.levels = LevelSet::default();
            let cells = self
                .units
                .iter()
                .filter_map(|unit| unit.cells[place].as_ref());
            cells.for_each(|cell| column.levels.add(cell.range));
        }
    }

    /// The same with its units in the order of what they are called.
    pub fn in_order(mut self, names: &UnitNames) -> Self {
        self.units.sort_by_cached_key(|unit| names.order(unit));
        self
    }

    /// What is not the same in all assessments that count, in sentences: it is to be known before levels are held against each
    /// other.
    pub fn differences(&self) -> Vec<String> {
        let of = |what: fn(&Digest) -> String| -> Vec<String> {
            let all: BTreeSet<String> = self.units.iter().map(|unit| what(unit.latest())).collect();
            all.into_iter().collect()
        };
        let told = |all: Vec<String>, what: &str| {
            (all.len() > 1).then(|| format!("They differ in {what}: {}.", join(&all)))
        };
        [
            told(
                of(|digest| format!("{} {}", digest.model.id, digest.model.version)),
                "the model",
            ),
            told(
                of(|digest| format!("{} {}", digest.framework.id, digest.framework.version)),
                "the framework",
            ),
            told(of(|digest| digest.method.to_string()), "the rating method"),
            told(
                of(|digest| digest.highest_level.to_string()),
                "the highest level in scope",
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Unit {
    /// The units that it is part of, the largest first, each with its own key.
    pub fn parts(&self) -> Vec<(UnitKey, &UnitPart)> {
        let part = |(place, part)| {
            let part: &UnitPart = part;
            Some((UnitKey::new(&self.within[..place], &part.name)?, part))
        };
        self.within.iter().enumerate().filter_map(part).collect()
    }

    /// Whether it is a unit or part of it.
    pub fn is_in(&self, key: &UnitKey) -> bool {
        self.key == Key::Unit(key.clone()) || self.parts().iter().any(|(part, _)| part == key)
    }

    /// The assessment that counts: the latest one in which anything is rated, or else the latest one.
    pub fn latest(&self) -> &Arc<Digest> {
        &self.series[self.latest]
    }

    /// The process of a column in the assessment that counts.
    pub fn process(&self, column: usize) -> Option<&DigestProcess> {
        let cell = self.cells.get(column)?.as_ref()?;
        self.latest().processes.get(cell.place)
    }

    /// The assessment that counted at the end of a day. None before anything was rated.
    pub fn latest_on(&self, day: Date) -> Option<&Arc<Digest>> {
        let rated = |digest: &&Arc<Digest>| digest.rated_until(Some(day)).is_some();
        let series = self.series.iter().filter(rated);
        series.max_by_key(|digest| digest.rated_until(Some(day)))
    }
}

fn key(digest: &Digest) -> Key {
    match UnitKey::new(&digest.within, &digest.unit) {
        Some(key) => Key::Unit(key),
        None => Key::Alone(digest.id.clone()),
    }
}

fn unit(key: Key, mut series: Vec<Arc<Digest>>, columns: &[Column]) -> Unit {
    series.sort_by_cached_key(|digest| {
        let rated = digest.rated_until(None);
        (
            rated.or(digest.last_day),
            digest.last_day,
            digest.id.clone(),
        )
    });
    let rated = |digest: &Arc<Digest>| digest.rated_until(None).is_some();
    let latest = series.iter().rposition(rated).unwrap_or(series.len() - 1);
    let digest = &series[latest];
    let processes = digest.processes.iter().enumerate();
    let places: BTreeMap<&ProcessId, usize> = processes
        .map(|(place, process)| (&process.id, place))
        .collect();
    let cell = |column: &Column| {
        let place = *places.get(&column.process)?;
        let process = &digest.processes[place];
        (column.model == digest.model.id).then(|| PortfolioCell {
            place,
            range: process.range(),
            target: process.target,
            carried: process.carried > 0,
        })
    };
    let name = match digest.unit.trim() {
        "" => &digest.title,
        unit => unit,
    };
    Unit {
        cells: columns.iter().map(cell).collect(),
        key,
        name: name.to_owned(),
        kind: digest.unit_kind,
        within: digest.within.clone(),
        latest,
        levels: LevelSet::default(),
        series,
    }
}

/// Keeps what is wanted, by place.
fn keep<T>(all: &mut Vec<T>, wanted: &[bool]) {
    let mut wanted = wanted.iter();
    all.retain(|_| wanted.next().copied().unwrap_or(false));
}

/// The processes of all assessments, those of one model together in its order.
fn columns(digests: &[Arc<Digest>]) -> Vec<Column> {
    let mut found: BTreeMap<(&ModelId, &ProcessId), &DigestProcess> = BTreeMap::new();
    for digest in digests {
        for process in &digest.processes {
            found
                .entry((&digest.model.id, &process.id))
                .or_insert(process);
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|((model, id), process)| (*model, process.place, *id));
    let column = |((model, id), process): ((&ModelId, &ProcessId), &DigestProcess)| Column {
        model: model.clone(),
        process: id.clone(),
        name: process.name.clone(),
        group: process.group.clone(),
        levels: LevelSet::default(),
    };
    found.into_iter().map(column).collect()
}
