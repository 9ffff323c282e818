//! How the results of an assessment came to be: each process on each day on which its result changed.

use super::assessment::Assessment;
use super::change::{Change, in_order};
use super::date::Date;
use super::edit::{Edit, Reach};
use super::framework::Attribute;
use super::id::{AttributeId, ProcessId};
use super::model::Model;
use super::moment::Moment;
use super::profile::LevelRange;
use super::refusal::Refusal;
use super::result::{ProcessResult, process_result};
use super::scale::Rank;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The results of the processes that are in scope at the last change, from the day of the first change on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// What the ranks of each moment are of: the attributes up to the highest level at the last change.
    pub attributes: Vec<AttributeId>,
    /// By process, the days on which its result changed, earliest first. Never an empty list.
    pub processes: BTreeMap<ProcessId, Vec<ProcessMoment>>,
}

/// The result of one process at the end of a day. It stands until the next one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessMoment {
    /// In UTC, as changes tell their time.
    pub day: Date,
    pub level: u8,
    /// The level if every blank were rated lowest.
    pub lowest: u8,
    /// The level if every blank were rated highest.
    pub highest: u8,
    /// Whether anything of it is rated. Where nothing is, the level says nothing.
    pub rated: bool,
    /// Whether any of it came along from an earlier assessment and was not looked at since.
    pub carried: bool,
    /// One for each attribute of the history; none where it has no rating.
    pub ranks: Vec<Option<Rank>>,
}

impl History {
    /// How a process stood at the end of a day. None before the first change, and for a process that is not in scope.
    pub fn on(&self, process: &ProcessId, day: Date) -> Option<&ProcessMoment> {
        let moments = self.processes.get(process)?;
        let later = moments.partition_point(|moment| moment.day <= day);
        moments[..later].last()
    }

    /// One history out of two of the same unit. What was found earlier stands until this one rates the process, or, where it
    /// never does, until this one begins.
    #[must_use]
    pub fn after(mut self, earlier: &Self) -> Self {
        let begins = self.days().first().copied();
        let places: Vec<Option<usize>> = self
            .attributes
            .iter()
            .map(|wanted| earlier.attributes.iter().position(|found| found == wanted))
            .collect();
        for (process, moments) in &mut self.processes {
            let rated = moments.iter().position(|moment| moment.rated);
            let own = moments.split_off(rated.unwrap_or(0));
            let until = own.first().filter(|_| rated.is_some());
            let until = until.map(|moment| moment.day).or(begins);
            let before = earlier.processes.get(process).into_iter().flatten();
            let before: Vec<ProcessMoment> = before
                .filter(|moment| Some(moment.day) < until)
                .map(|moment| ProcessMoment {
                    ranks: places
                        .iter()
                        .map(|place| moment.ranks.get((*place)?).copied()?)
                        .collect(),
                    ..moment.clone()
                })
                .collect();
            // Without an earlier result, this one has been open from its beginning.
            if !before.is_empty() {
                *moments = before;
            }
            moments.extend(own);
        }
        self
    }

    /// The days on which any result changed, earliest first.
    pub fn days(&self) -> BTreeSet<Date> {
        let moments = self.processes.values().flatten();
        moments.map(|moment| moment.day).collect()
    }
}

impl ProcessMoment {
    /// None where nothing is rated.
    pub fn range(&self) -> Option<LevelRange> {
        self.rated.then_some(LevelRange {
            level: self.level,
            lowest: self.lowest,
            highest: self.highest,
        })
    }
}

/// The history that the changes tell. Changes that cannot be applied are left out, as in any fold.
///
/// # Errors
/// Where no change starts the assessment.
pub fn history(model: &Model, changes: &[Change]) -> Result<History, Refusal> {
    let changes = in_order(changes.to_vec());
    let mut recorder = Recorder::new(model, &changes);
    match days_of(&changes) {
        Some(days) if days.is_sorted() => recorder.day_after_day(changes, &days)?,
        _ => recorder.each_day_anew(&changes)?,
    }
    Ok(recorder.history)
}

/// Writes down what changed.
struct Recorder<'m> {
    model: &'m Model,
    scope: BTreeSet<ProcessId>,
    attributes: Vec<&'m Attribute>,
    history: History,
}

impl<'m> Recorder<'m> {
    /// Scope and highest level are never refused, so the last ones count.
    fn new(model: &'m Model, changes: &[Change]) -> Self {
        let edits = || changes.iter().rev().map(|change| &change.edit);
        let scope = edits().find_map(|edit| match edit {
            Edit::SetScope { processes } => Some(processes.iter().cloned().collect()),
            _ => None,
        });
        let highest_level = edits().find_map(|edit| match edit {
            Edit::SetHighestLevel { level } => Some(*level),
            _ => None,
        });
        let attributes: Vec<&Attribute> = model.attributes(highest_level.unwrap_or(0)).collect();
        Self {
            model,
            scope: scope.unwrap_or_default(),
            history: History {
                attributes: attributes
                    .iter()
                    .map(|attribute| attribute.id.clone())
                    .collect(),
                processes: BTreeMap::new(),
            },
            attributes,
        }
    }

    /// Where days never go back, one fold passes them all, and only what a day touched is computed.
    fn day_after_day(&mut self, changes: Vec<Change>, days: &[Date]) -> Result<(), Refusal> {
        let mut dated = changes.into_iter().zip(days.iter().copied()).peekable();
        let (start, mut day) = dated.next().ok_or(Refusal::Start)?;
        let mut assessment = Assessment::start(start)?;
        let mut touched = self.scope.clone();
        loop {
            while let Some((change, _)) = dated.next_if(|(_, found)| *found == day) {
                match change.edit.reach() {
                    Reach::Nothing => {}
                    Reach::Process(process) if !self.scope.contains(process) => {}
                    Reach::Process(process) => {
                        touched.insert(process.clone());
                    }
                    Reach::Everything => touched.clone_from(&self.scope),
                }
                // One that is refused changes nothing.
                let _ = assessment.apply(change);
            }
            let today = std::mem::take(&mut touched);
            for process in today {
                self.record(day, &assessment, process);
            }
            match dated.peek() {
                Some((_, next)) => day = *next,
                None => return Ok(()),
            }
        }
    }

    /// Copies that were edited apart have days that go back and forth, so what was known on a day is folded for itself.
    fn each_day_anew(&mut self, changes: &[Change]) -> Result<(), Refusal> {
        let (last, _) = Assessment::from_changes(changes)?;
        for day in last.days() {
            let assessment = last.at(&Moment::end_of(day))?;
            for process in self.scope.clone() {
                self.record(day, &assessment, process);
            }
        }
        Ok(())
    }

    fn record(&mut self, day: Date, assessment: &Assessment, process: ProcessId) {
        let result = process_result(self.model, assessment, &process);
        let moment = self.moment(day, &result);
        let moments = self.history.processes.entry(process).or_default();
        let same = |last: &ProcessMoment| {
            *last
                == ProcessMoment {
                    day: last.day,
                    ..moment.clone()
                }
        };
        if !moments.last().is_some_and(same) {
            moments.push(moment);
        }
    }

    fn moment(&self, day: Date, result: &ProcessResult) -> ProcessMoment {
        let rank = |attribute: &&Attribute| result.attribute(&attribute.id)?.standing.rank();
        ProcessMoment {
            day,
            level: result.level,
            lowest: result.lowest,
            highest: result.highest,
            rated: result.progress.rated > 0,
            carried: result.progress.carried > 0,
            ranks: self.attributes.iter().map(rank).collect(),
        }
    }
}

/// The day of each change. None where any has a time that its day does not tell.
fn days_of(changes: &[Change]) -> Option<Vec<Date>> {
    let mut end = None;
    let day = |change: &Change| {
        let day = Date::of_moment(&change.at)?;
        let of_day = match end.take() {
            Some((found, moment)) if found == day => moment,
            _ => Moment::end_of(day),
        };
        let covered = of_day.covers(&change.at);
        end = Some((day, of_day));
        covered.then_some(day)
    };
    changes.iter().map(day).collect()
}
