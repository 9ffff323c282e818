//! An improvement action: what it lifts, who does it, by when, and how one sees that it worked.

use super::amount::Amount;
use super::date::Date;
use super::id::{ActionId, PhaseId};
use super::scale::Rating;
use super::subject::Subject;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// An action as it stands after all changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Action {
    pub title: String,
    /// The rating that each indicator or attribute is expected to have when the action is done.
    pub lifts: BTreeMap<Subject, Rating>,
    pub owner: String,
    pub start: Option<Date>,
    pub due: Option<Date>,
    /// Person-hours, as people estimate them; none: what the raises cost by the effort of each step.
    pub effort: Option<u32>,
    /// In whole units of the plan's currency.
    pub cost: Option<u32>,
    pub status: ActionStatus,
    /// The place of the change that set the status, in the order of changes.
    pub status_place: usize,
    pub measure: Option<Measure>,
    pub readings: BTreeMap<Date, Amount>,
    /// The actions that must come before.
    pub needs: BTreeSet<ActionId>,
    /// Where the notes and the evidence stand that it answers.
    pub links: BTreeSet<Subject>,
    pub notes: String,
    /// None: the phase that the model suggests for its processes.
    pub phase: Option<PhaseId>,
    /// 1 to 5, as people judge it; none: computed from the risk that it takes away.
    pub gain: Option<u8>,
    pub place: Option<Place>,
    /// What was said of a removed action is kept, and comes back with it.
    pub removed: bool,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    #[default]
    Planned,
    Started,
    Done,
    /// Will not be done. It promises nothing.
    Dropped,
}

/// What shows that an action worked: something that comes out of the process, not how busy people were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// For example "lead time of standard changes".
    pub what: String,
    /// For example "days" or "%".
    pub unit: String,
    pub baseline: Option<Amount>,
    pub target: Option<Amount>,
}

/// Where a person puts an action in the order of the plan, whatever its keys say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// 1 for the first.
    pub place: u32,
    pub reason: String,
}

/// One field of an action, as an edit sets it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ActionField {
    Title {
        title: String,
    },
    /// None takes the subject out of the action.
    Lift {
        subject: Subject,
        expected: Option<Rating>,
    },
    Owner {
        owner: String,
    },
    Start {
        date: Option<Date>,
    },
    Due {
        date: Option<Date>,
    },
    Effort {
        hours: Option<u32>,
    },
    Cost {
        cost: Option<u32>,
    },
    Status {
        status: ActionStatus,
    },
    Measure {
        measure: Option<Measure>,
    },
    /// None takes the reading of that day away.
    Reading {
        date: Date,
        value: Option<Amount>,
    },
    Needs {
        action: ActionId,
        needed: bool,
    },
    Link {
        subject: Subject,
        linked: bool,
    },
    Notes {
        text: String,
    },
    Phase {
        phase: Option<PhaseId>,
    },
    Gain {
        gain: Option<u8>,
    },
    Place {
        place: Option<Place>,
    },
    Removed {
        removed: bool,
    },
}

/// The highest gain that people can give.
pub const HIGHEST_GAIN: u8 = 5;

impl Action {
    /// Whether it still promises something: neither removed nor dropped.
    pub fn counts(&self) -> bool {
        !self.removed && self.status != ActionStatus::Dropped
    }

    pub(super) fn set(&mut self, field: ActionField, place: usize) {
        match field {
            ActionField::Title { title } => self.title = title,
            ActionField::Lift { subject, expected } => match expected {
                Some(rating) => {
                    self.lifts.insert(subject, rating);
                }
                None => {
                    self.lifts.remove(&subject);
                }
            },
            ActionField::Owner { owner } => self.owner = owner,
            ActionField::Start { date } => self.start = date,
            ActionField::Due { date } => self.due = date,
            ActionField::Effort { hours } => self.effort = hours,
            ActionField::Cost { cost } => self.cost = cost,
            ActionField::Status { status } => {
                self.status = status;
                self.status_place = place;
            }
            ActionField::Measure { measure } => self.measure = measure,
            ActionField::Reading { date, value } => match value {
                Some(value) => {
                    self.readings.insert(date, value);
                }
                None => {
                    self.readings.remove(&date);
                }
            },
            ActionField::Needs { action, needed } => put(&mut self.needs, action, needed),
            ActionField::Link { subject, linked } => put(&mut self.links, subject, linked),
            ActionField::Notes { text } => self.notes = text,
            ActionField::Phase { phase } => self.phase = phase,
            ActionField::Gain { gain } => self.gain = gain,
            ActionField::Place { place } => self.place = place,
            ActionField::Removed { removed } => self.removed = removed,
        }
    }

    /// The same field with the value that it has now.
    pub(super) fn field_now(&self, field: &ActionField) -> ActionField {
        match field {
            ActionField::Title { .. } => ActionField::Title {
                title: self.title.clone(),
            },
            ActionField::Lift { subject, .. } => ActionField::Lift {
                expected: self.lifts.get(subject).cloned(),
                subject: subject.clone(),
            },
            ActionField::Owner { .. } => ActionField::Owner {
                owner: self.owner.clone(),
            },
            ActionField::Start { .. } => ActionField::Start { date: self.start },
            ActionField::Due { .. } => ActionField::Due { date: self.due },
            ActionField::Effort { .. } => ActionField::Effort { hours: self.effort },
            ActionField::Cost { .. } => ActionField::Cost { cost: self.cost },
            ActionField::Status { .. } => ActionField::Status {
                status: self.status,
            },
            ActionField::Measure { .. } => ActionField::Measure {
                measure: self.measure.clone(),
            },
            ActionField::Reading { date, .. } => ActionField::Reading {
                date: *date,
                value: self.readings.get(date).copied(),
            },
            ActionField::Needs { action, .. } => ActionField::Needs {
                needed: self.needs.contains(action),
                action: action.clone(),
            },
            ActionField::Link { subject, .. } => ActionField::Link {
                linked: self.links.contains(subject),
                subject: subject.clone(),
            },
            ActionField::Notes { .. } => ActionField::Notes {
                text: self.notes.clone(),
            },
            ActionField::Phase { .. } => ActionField::Phase {
                phase: self.phase.clone(),
            },
            ActionField::Gain { .. } => ActionField::Gain { gain: self.gain },
            ActionField::Place { .. } => ActionField::Place {
                place: self.place.clone(),
            },
            ActionField::Removed { .. } => ActionField::Removed {
                removed: self.removed,
            },
        }
    }
}

fn put<T: Ord>(set: &mut BTreeSet<T>, item: T, inside: bool) {
    if inside {
        set.insert(item);
    } else {
        set.remove(&item);
    }
}
