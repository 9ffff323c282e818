//! Makes trends: of one process, of several together, and of each process for itself.

use super::plan_words;
use super::time_axis::TimeAxis;
use super::trend::{
    BandDay, Bands, Body, MarkKind, Panel, Reading, Readings, Step, Steps, TimeMark, Trend, Value,
};
use super::words;
use crate::domain::action::{Action, ActionStatus};
use crate::domain::amount::Amount;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::history::{History, ProcessMoment};
use crate::domain::id::{ActionId, ProcessId};
use crate::domain::model::Model;
use crate::domain::target::{target_level, target_rank};
use std::collections::BTreeSet;

/// What a trend is made from.
#[derive(Clone, Copy, Debug)]
pub struct TrendSource<'a> {
    pub model: &'a Model,
    pub assessment: &'a Assessment,
    /// Of this assessment, or of the whole series that it ends.
    pub history: &'a History,
    pub today: Date,
}

/// How far ahead actions are marked: days.
const AHEAD: u32 = 366;

impl<'a> TrendSource<'a> {
    /// One process: its level, the rating of each attribute, and the measures of the actions that lift it.
    pub fn of_process(&self, process: &ProcessId) -> Trend {
        let scene = self.scene(|action| lifts(action, |found| found == process));
        let name = words::process(self.model, process);
        let moments = self.moments(process);
        let mut panels = vec![scene.level_panel("Level".to_owned(), process)];
        let attributes = self.model.attributes(self.assessment.highest_level);
        panels.extend(attributes.enumerate().map(|(place, attribute)| Panel {
            name: words::attribute(self.model, &attribute.id),
            body: Body::Steps(Steps {
                rows: self.rating_names(),
                target:
                    target_rank(self.model, self.assessment, process, attribute).map(|rank| rank.0),
                steps: scene.rank_steps(moments, place),
            }),
        }));
        let told = |moment: &ProcessMoment| match moment.rated {
            true => format!("level {}", moment.level),
            false => "not rated".to_owned(),
        };
        let began = moments.first().map(|first| {
            let day = plan_words::day(first.day);
            format!("On {day}: {}. ", told(first))
        });
        let now = moments.last().map(|last| format!("Now: {}. ", told(last)));
        let target = target_level(self.model, self.assessment, process);
        let (began, now) = (began.unwrap_or_default(), now.unwrap_or_default());
        let description = format!("{began}{now}Target: level {target}.");
        scene.trend(format!("Over time: {name}"), description, panels)
    }

    /// Several processes together, under a name.
    pub fn of_several(&self, name: &str, processes: &[ProcessId]) -> Trend {
        let mut scope = self.assessment.scope.iter();
        let whole = scope.all(|found| processes.contains(found));
        let scene = self.scene(|action| whole || lifts(action, |found| processes.contains(found)));
        let bands = scene.bands(processes);
        let open = match bands.days.last().map_or(0, |last| last.open) {
            0 => String::new(),
            1 => " The level of 1 of them could still differ, because ratings are open.".to_owned(),
            open => {
                format!(
                    " The levels of {open} of them could still differ, because ratings are open."
                )
            }
        };
        let panel = Panel {
            name: format!("Number of processes, of {}", processes.len()),
            body: Body::Bands(bands),
        };
        let description = format!(
            "How many processes were at each level. No standard defines one level for several processes.{open}"
        );
        scene.trend(format!("Over time: {name}"), description, vec![panel])
    }

    /// The level of each process, in a panel each.
    pub fn of_each(&self, name: &str, processes: &[ProcessId]) -> Trend {
        let scene = self.scene(|_| false);
        let panels = processes
            .iter()
            .map(|process| scene.level_panel(words::process(self.model, process), process));
        let title = format!("Each process over time: {name}");
        let description = "The level of each process, on the same days.".to_owned();
        Trend {
            // So many panels have no room for lines through all of them.
            marks: Vec::new(),
            ..scene.trend(title, description, panels.collect())
        }
    }

    /// The actions that are `about` what is shown, and the days from the first change, or from the first reading of their
    /// measures, to today, or to the last of them that is due.
    fn scene(&self, about: impl Fn(&Action) -> bool) -> Scene<'_> {
        let actions = self.assessment.improvement.actions();
        let actions: Vec<_> = actions
            .filter(|(_, action)| action.counts() && about(action))
            .collect();
        let days = self
            .assessment
            .days()
            .into_iter()
            .chain(self.history.days());
        let readings = actions
            .iter()
            .flat_map(|(_, action)| action.readings.keys());
        let ahead = self.today.plus(AHEAD).unwrap_or(self.today);
        let due = actions.iter().filter_map(|(_, action)| action.due);
        let all: Vec<Date> = readings
            .copied()
            .chain(due.filter(|day| *day <= ahead))
            .chain(days)
            .chain([self.today])
            .collect();
        Scene {
            source: self,
            axis: TimeAxis {
                first: all.iter().min().copied().unwrap_or(self.today),
                last: all.iter().max().copied().unwrap_or(self.today),
            },
            actions,
        }
    }

    fn moments(&self, process: &ProcessId) -> &'a [ProcessMoment] {
        let moments = self.history.processes.get(process);
        moments.map_or(&[], Vec::as_slice)
    }

    fn level_names(&self) -> Vec<String> {
        let highest = self.model.framework.highest_level();
        (0..=highest).map(|level| level.to_string()).collect()
    }

    fn rating_names(&self) -> Vec<String> {
        let steps = self.model.framework.scale.ratings.iter();
        steps.map(|step| step.code.to_string()).collect()
    }
}

/// What is shown, and the days on which it is.
struct Scene<'a> {
    source: &'a TrendSource<'a>,
    axis: TimeAxis,
    actions: Vec<(&'a ActionId, &'a Action)>,
}

impl Scene<'_> {
    /// With the measures of the actions, and everything that is marked.
    fn trend(&self, title: String, description: String, mut panels: Vec<Panel>) -> Trend {
        let actions = self.actions.iter();
        panels.extend(actions.filter_map(|(_, action)| self.readings(action)));
        Trend {
            title,
            description,
            days: self.axis.days(),
            today: self.axis.day(self.source.today),
            ticks: self.axis.ticks(),
            panels,
            marks: self.marks(),
        }
    }

    fn level_panel(&self, name: String, process: &ProcessId) -> Panel {
        let TrendSource {
            model, assessment, ..
        } = self.source;
        let step = |moment: &ProcessMoment| Step {
            day: self.axis.day(moment.day),
            date: plan_words::day(moment.day),
            value: moment.rated.then_some(moment.level),
            range: (moment.lowest != moment.highest).then_some((moment.lowest, moment.highest)),
            carried: moment.carried,
        };
        let steps = self.source.moments(process).iter().map(step);
        Panel {
            name,
            body: Body::Steps(Steps {
                rows: self.source.level_names(),
                target: Some(target_level(model, assessment, process)),
                steps: without_repeats(steps),
            }),
        }
    }

    /// An attribute without rating could have any.
    fn rank_steps(&self, moments: &[ProcessMoment], place: usize) -> Vec<Step> {
        let scale = &self.source.model.framework.scale;
        let any = (scale.lowest().0, scale.highest().0);
        let step = |moment: &ProcessMoment| {
            let value = moment.ranks.get(place).copied().flatten();
            Step {
                day: self.axis.day(moment.day),
                date: plan_words::day(moment.day),
                value: value.map(|rank| rank.0),
                range: value.is_none().then_some(any),
                carried: false,
            }
        };
        without_repeats(moments.iter().map(step))
    }

    fn bands(&self, processes: &[ProcessId]) -> Bands {
        let TrendSource {
            model,
            assessment,
            history,
            ..
        } = self.source;
        let levels = self.source.level_names();
        let count = |day: Date| {
            let mut found = BandDay {
                day: self.axis.day(day),
                date: plan_words::day(day),
                counts: vec![0; levels.len() + 1],
                open: 0,
                on_target: 0,
            };
            for process in processes {
                let range = history.on(process, day).and_then(ProcessMoment::range);
                let Some(range) = range else {
                    found.counts[0] += 1;
                    continue;
                };
                // The level rule gives no level above the highest of the framework.
                if let Some(count) = found.counts.get_mut(1 + usize::from(range.level)) {
                    *count += 1;
                }
                found.open += u32::from(range.lowest != range.highest);
                let target = target_level(model, assessment, process);
                found.on_target += u32::from(range.level >= target);
            }
            found
        };
        let days: BTreeSet<Date> = processes
            .iter()
            .flat_map(|process| self.source.moments(process))
            .map(|moment| moment.day)
            .collect();
        let mut counts: Vec<BandDay> = days.into_iter().map(count).collect();
        counts.dedup_by(|later, earlier| {
            (&later.counts, later.open) == (&earlier.counts, earlier.open)
        });
        let names = levels.iter().map(|level| format!("Level {level}"));
        Bands {
            names: ["Not rated".to_owned()].into_iter().chain(names).collect(),
            days: counts,
        }
    }

    fn readings(&self, action: &Action) -> Option<Panel> {
        let measure = action.measure.as_ref()?;
        let value = |amount: Amount| Value {
            thousandths: amount.thousandths(),
            words: format!("{amount} {}", measure.unit).trim_end().to_owned(),
        };
        let reading = |(day, amount): (&Date, &Amount)| Reading {
            day: self.axis.day(*day),
            date: plan_words::day(*day),
            value: value(*amount),
        };
        let readings: Vec<Reading> = action.readings.iter().map(reading).collect();
        (!readings.is_empty()).then(|| Panel {
            name: match measure.unit.as_str() {
                "" => measure.what.clone(),
                unit => format!("{} ({unit})", measure.what),
            },
            body: Body::Readings(Readings {
                readings,
                baseline: measure.baseline.map(value),
                target: measure.target.map(value),
            }),
        })
    }

    /// Milestones, and actions by the day on which they were done, or are due.
    fn marks(&self) -> Vec<TimeMark> {
        let assessment = self.source.assessment;
        let mark = |day: Date, kind: MarkKind, name: String| TimeMark {
            day: self.axis.day(day),
            date: plan_words::day(day),
            kind,
            name,
        };
        let milestones = assessment.milestones.values().filter_map(|milestone| {
            let day = milestone.at.day()?;
            Some(mark(day, MarkKind::Milestone, milestone.name.clone()))
        });
        let actions = self.actions.iter().filter_map(|(id, action)| {
            let name = plan_words::action(assessment, id);
            if action.status == ActionStatus::Done {
                let change = assessment.changes().get(action.status_place)?;
                let day = Date::of_moment(&change.at)?;
                return Some(mark(day, MarkKind::ActionDone, name));
            }
            let due = action.due.filter(|day| *day <= self.axis.last)?;
            Some(mark(due, MarkKind::ActionDue, name))
        });
        let mut marks: Vec<TimeMark> = milestones.chain(actions).collect();
        marks.sort_by_key(|mark| (mark.day, mark.kind));
        marks
    }
}

fn lifts(action: &Action, is_meant: impl Fn(&ProcessId) -> bool) -> bool {
    let mut subjects = action.lifts.keys();
    subjects.any(|subject| is_meant(&subject.process))
}

/// Only steps that change something.
fn without_repeats(steps: impl Iterator<Item = Step>) -> Vec<Step> {
    let what = |step: &Step| (step.value, step.range, step.carried);
    let mut steps: Vec<Step> = steps.collect();
    steps.dedup_by(|later, earlier| what(later) == what(earlier));
    steps
}
