//! The fields of one action, read from the cells of its row in the plan's table.

use super::plan_cells::{self, DayOrder};
use crate::domain::action::{Action, ActionField, HIGHEST_GAIN, Measure, Place};
use crate::domain::amount::Amount;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::id::ActionId;
use crate::domain::model::Model;
use crate::domain::phase::phases;
use crate::domain::plan_edit::MOST_HOURS;
use crate::domain::scale::Rating;
use crate::domain::subject::Subject;
use crate::report::action_list::ActionEntry;
use crate::report::plan_words;
use std::collections::{BTreeMap, BTreeSet};

/// What the cells of one row are read against.
pub(super) struct Fields<'a> {
    pub model: &'a Model,
    pub assessment: &'a Assessment,
    pub days: DayOrder,
    /// The action as it is and as the table tells it; none where it is new.
    pub now: Option<(&'a Action, &'a ActionEntry)>,
    /// The actions of each title, in the plan and in the file.
    pub titled: &'a BTreeMap<String, BTreeSet<ActionId>>,
    pub known: &'a BTreeSet<ActionId>,
}

/// What a cell comes to: the fields to set, none where it says what is there already.
pub(super) type Read = Result<Vec<ActionField>, String>;

/// The columns that tell the measure, and those that tell the place: each is one field of the action.
pub(super) const MEASURE: [&str; 4] = ["measure", "measure_unit", "baseline", "target"];
pub(super) const PLACE: [&str; 2] = ["place", "place_reason"];

impl Fields<'_> {
    /// Reads a cell that is a field by itself.
    ///
    /// # Errors
    /// A sentence, where it cannot be read.
    pub(super) fn cell(&self, column: &str, text: &str) -> Read {
        let owned = || text.to_owned();
        let field = match column {
            "title" if text.is_empty() => return Err("An action needs a title.".to_owned()),
            "title" => ActionField::Title { title: owned() },
            "status" => ActionField::Status {
                status: plan_words::status_named(text).ok_or_else(|| {
                    format!("\"{text}\" is not planned, started, done or dropped.")
                })?,
            },
            "owner" => ActionField::Owner { owner: owned() },
            "start" => ActionField::Start {
                date: self.day(text)?,
            },
            "due" => ActionField::Due {
                date: self.day(text)?,
            },
            "effort_hours" => ActionField::Effort {
                hours: number(text, 0, MOST_HOURS)?,
            },
            "cost" => ActionField::Cost {
                cost: number(text, 0, u32::MAX)?,
            },
            "gain" => ActionField::Gain {
                gain: number(text, 1, u32::from(HIGHEST_GAIN))?
                    .and_then(|gain| u8::try_from(gain).ok()),
            },
            "phase" if text.is_empty() => ActionField::Phase { phase: None },
            "phase" => {
                let phases = phases(self.model, &self.assessment.improvement.phases);
                let is = |name: &str| name.trim().eq_ignore_ascii_case(text);
                let mut found = phases.into_iter();
                let found = found.find(|phase| is(phase.id.as_str()) || is(&phase.title));
                let none = || format!("The roadmap has no phase \"{text}\".");
                ActionField::Phase {
                    phase: Some(found.ok_or_else(none)?.id),
                }
            }
            "notes" => ActionField::Notes { text: owned() },
            "lifts" => return self.lifts(text),
            "needs" => return self.needs(text),
            "links" => return self.links(text),
            "readings" => return self.readings(text),
            _ => return Ok(Vec::new()),
        };
        Ok(vec![field])
    }

    /// Reads what the measure is with the cells that differ from it. Cells that cannot be read are told and left out.
    pub(super) fn measure(
        &self,
        cells: &BTreeMap<&str, &str>,
        mut bad: impl FnMut(&'static str, String),
    ) -> Option<ActionField> {
        let mut measure = self
            .now
            .and_then(|(action, _)| action.measure.clone())
            .unwrap_or_else(|| Measure {
                what: String::new(),
                unit: String::new(),
                baseline: None,
                target: None,
            });
        if let Some(what) = cells.get("measure") {
            measure.what = (*what).to_owned();
        }
        if let Some(unit) = cells.get("measure_unit") {
            measure.unit = (*unit).to_owned();
        }
        let mut amount = |column: &'static str, part: &mut Option<Amount>| {
            let Some(text) = cells.get(column) else {
                return;
            };
            match optional(text, |text| {
                text.parse()
                    .map_err(|error| format!("\"{text}\": {error}."))
            }) {
                Ok(read) => *part = read,
                Err(text) => bad(column, text),
            }
        };
        amount("baseline", &mut measure.baseline);
        amount("target", &mut measure.target);
        let rest = !measure.unit.is_empty() || measure.baseline.or(measure.target).is_some();
        match (measure.what.trim().is_empty(), rest) {
            (true, false) => Some(ActionField::Measure { measure: None }),
            (true, true) => {
                bad(
                    "measure",
                    "Nothing says what is measured. The measure stays as it is.".to_owned(),
                );
                None
            }
            (false, _) => Some(ActionField::Measure {
                measure: Some(measure),
            }),
        }
    }

    /// Reads the place in the order with its reason.
    ///
    /// # Errors
    /// The column and a sentence, where one of them is missing or the place is no number.
    pub(super) fn place(
        &self,
        cells: &BTreeMap<&str, &str>,
    ) -> Result<ActionField, (&'static str, String)> {
        let now = self.now.and_then(|(action, _)| action.place.clone());
        let place = match cells.get("place") {
            Some(text) => number(text, 1, u32::MAX).map_err(|text| ("place", text))?,
            None => now.as_ref().map(|now| now.place),
        };
        let reason = match cells.get("place_reason") {
            Some(text) => (*text).to_owned(),
            None => now.map_or_else(String::new, |now| now.reason),
        };
        match (place, reason.trim().is_empty()) {
            (None, true) => Ok(ActionField::Place { place: None }),
            (Some(place), false) => Ok(ActionField::Place {
                place: Some(Place { place, reason }),
            }),
            (Some(_), true) => Err((
                "place_reason",
                "A place in the order needs a reason. It stays as it is.".to_owned(),
            )),
            (None, false) => Err((
                "place",
                "There is a reason and no place. Both stay as they are.".to_owned(),
            )),
        }
    }

    fn day(&self, text: &str) -> Result<Option<Date>, String> {
        optional(text, |text| plan_cells::read_day(text, self.days))
    }

    fn lifts(&self, text: &str) -> Read {
        let entries = self.now.map_or(&[][..], |(_, entry)| &entry.lifts);
        let written: Vec<String> = entries.iter().map(plan_cells::lift).collect();
        let mut wanted: BTreeMap<Subject, Rating> = BTreeMap::new();
        for part in plan_cells::parts(text) {
            let as_written = entries.iter().zip(&written);
            let as_written = as_written.filter(|(_, text)| *text == part);
            let mut read: Vec<(Subject, Rating)> = as_written
                .map(|(lift, _)| (lift.subject.clone(), Rating::new(lift.expected.as_str())))
                .collect();
            if read.is_empty() {
                let (subject, rating) = plan_cells::read_lift(self.model, self.assessment, part)?;
                let subjects = entries.iter().map(|lift| &lift.subject);
                read.push((self.same_place(subject, subjects), rating));
            }
            for (subject, rating) in read {
                if wanted.insert(subject, rating).is_some() {
                    return Err(format!("\"{part}\" is there twice."));
                }
            }
        }
        let now = |subject: &Subject| self.now.and_then(|(action, _)| action.lifts.get(subject));
        let gone = entries.iter().map(|lift| lift.subject.clone());
        let gone = gone.filter(|subject| !wanted.contains_key(subject));
        let mut fields: Vec<ActionField> = gone
            .map(|subject| ActionField::Lift {
                subject,
                expected: None,
            })
            .collect();
        for (subject, rating) in &wanted {
            if now(subject) != Some(rating) {
                fields.push(ActionField::Lift {
                    subject: subject.clone(),
                    expected: Some(rating.clone()),
                });
            }
        }
        Ok(fields)
    }

    fn links(&self, text: &str) -> Read {
        let entries = self.now.map_or(&[][..], |(_, entry)| &entry.links);
        let mut wanted: BTreeSet<Subject> = BTreeSet::new();
        for part in plan_cells::parts(text) {
            let same = entries.iter().filter(|link| plan_cells::link(link) == part);
            let kept: Vec<Subject> = same.map(|link| link.subject.clone()).collect();
            if kept.is_empty() {
                let subject = plan_cells::read_link(self.model, self.assessment, part)?;
                let subjects = entries.iter().map(|link| &link.subject);
                wanted.insert(self.same_place(subject, subjects));
            }
            wanted.extend(kept);
        }
        let now = entries.iter().map(|link| link.subject.clone()).collect();
        Ok(between(&now, &wanted)
            .into_iter()
            .map(|(subject, linked)| ActionField::Link { subject, linked })
            .collect())
    }

    /// Who wrote no instance meant the one that is there: where a process has one instance only, cells do not name it.
    fn same_place<'b>(
        &self,
        subject: Subject,
        mut now: impl Iterator<Item = &'b Subject>,
    ) -> Subject {
        let single = self.assessment.instances(&subject.process).len() == 1;
        let same =
            |found: &&Subject| found.process == subject.process && found.item == subject.item;
        let found = now.find(|found| single && subject.instance.is_none() && same(found));
        found.cloned().unwrap_or(subject)
    }

    fn needs(&self, text: &str) -> Read {
        let mut wanted = BTreeSet::new();
        let now = self.now.map(|(action, _)| action.needs.clone());
        let now = now.unwrap_or_default();
        for part in plan_cells::parts(text) {
            let id = ActionId::new(part);
            if now.contains(&id) || self.known.contains(&id) {
                wanted.insert(id);
                continue;
            }
            let titled = self.titled.get(part);
            match titled.map(|ids| (ids.first(), ids.len())) {
                Some((Some(id), 1)) => wanted.insert(id.clone()),
                Some(_) => return Err(format!("Several actions are called \"{part}\".")),
                None => {
                    return Err(format!("No action has the id or the title \"{part}\"."));
                }
            };
        }
        Ok(between(&now, &wanted)
            .into_iter()
            .map(|(action, needed)| ActionField::Needs { action, needed })
            .collect())
    }

    fn readings(&self, text: &str) -> Read {
        let now = self.now.map(|(action, _)| action.readings.clone());
        let now = now.unwrap_or_default();
        let mut wanted = BTreeMap::new();
        for part in plan_cells::parts(text) {
            let (date, value) = plan_cells::read_reading(part, self.days)?;
            if wanted.insert(date, value).is_some() {
                return Err(format!("There are two readings of {date}."));
            }
        }
        let gone = now.keys().filter(|date| !wanted.contains_key(date));
        let gone = gone.map(|date| (*date, None));
        let new = wanted
            .iter()
            .filter(|(date, value)| now.get(date) != Some(value));
        let new = new.map(|(date, value)| (*date, Some(*value)));
        Ok(gone
            .chain(new)
            .map(|(date, value)| ActionField::Reading { date, value })
            .collect())
    }
}

/// What is only in the first, as false, then what is only in the second, as true.
fn between<T: Ord + Clone>(now: &BTreeSet<T>, wanted: &BTreeSet<T>) -> Vec<(T, bool)> {
    let gone = now.difference(wanted).map(|found| (found.clone(), false));
    let new = wanted.difference(now).map(|found| (found.clone(), true));
    gone.chain(new).collect()
}

fn optional<T>(
    text: &str,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Option<T>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    read(text).map(Some)
}

fn number(text: &str, least: u32, most: u32) -> Result<Option<u32>, String> {
    optional(text, |text| {
        let number = text.parse().ok();
        let number = number.filter(|number| (least..=most).contains(number));
        number
            .ok_or_else(|| format!("\"{text}\" is not a whole number between {least} and {most}."))
    })
}
