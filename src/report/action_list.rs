//! The actions of the plan as people read them, in their order.

use super::plan_words;
use super::words;
use crate::domain::action::{Action, ActionStatus};
use crate::domain::action_order::OrderedAction;
use crate::domain::action_problem::action_problems;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::id::{ActionId, PhaseId, ProcessId};
use crate::domain::lift::rank_now;
use crate::domain::model::Model;
use crate::domain::phase::{phases, suggested_phase};
use crate::domain::promise::{Promise, promises};
use crate::domain::result::ProcessResult;
use crate::domain::subject::{Item, Subject};

/// One action with everything that is said and computed of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionEntry {
    pub id: ActionId,
    /// From 1 in the order of the plan.
    pub order: usize,
    pub title: String,
    /// The processes that it serves, each once, in the order of the model.
    pub processes: Vec<(ProcessId, String)>,
    pub lifts: Vec<LiftEntry>,
    pub owner: String,
    pub start: Option<Date>,
    pub due: Option<Date>,
    pub overdue: bool,
    /// Person-hours.
    pub hours: u32,
    /// Whether a person said so; otherwise it is what the raises cost.
    pub estimated: bool,
    pub cost: Option<u32>,
    pub status: ActionStatus,
    pub measure: Option<MeasureEntry>,
    /// The actions that must come before.
    pub needs: Vec<(ActionId, String)>,
    /// Notes and evidence that it answers, in words.
    pub links: Vec<LinkEntry>,
    pub notes: String,
    pub phase: Option<PhaseId>,
    /// Whether a person said so; otherwise the model suggests it.
    pub phase_chosen: bool,
    pub phase_title: String,
    pub gain: u8,
    /// Whether a person said so.
    pub gain_judged: bool,
    /// Name and value of each key of the order; empty where it closes no gap.
    pub keys: Vec<(&'static str, String)>,
    /// Where a person put it, with the reason.
    pub place: Option<(u32, String)>,
    /// What still stands in its way.
    pub inhibitors: Vec<String>,
    pub problems: Vec<String>,
}

/// What an action lifts.
#[derive(Clone, Debug, PartialEq)]
pub struct LiftEntry {
    pub subject: Subject,
    /// The id of the indicator or attribute.
    pub item: String,
    pub process: String,
    /// The attribute that it belongs to.
    pub attribute: String,
    pub text: String,
    pub instance: Option<String>,
    /// The rating that it has now, "not rated" where it has none.
    pub now: String,
    pub expected: String,
    /// What the model recommends; empty where it says nothing.
    pub recommendation: String,
    /// How the promise stands.
    pub promise: &'static str,
}

/// How one sees whether an action worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureEntry {
    pub what: String,
    pub unit: String,
    pub baseline: String,
    pub target: String,
    /// Day and value, oldest first.
    pub readings: Vec<(Date, String)>,
}

/// A note or evidence that an action answers.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkEntry {
    pub subject: Subject,
    pub instance: Option<String>,
    pub what: String,
    pub note: String,
    pub evidence: Vec<String>,
}

/// The actions in words. `ordered` says in which order; `today` which of them are overdue.
pub fn action_entries(
    model: &Model,
    assessment: &Assessment,
    results: &[ProcessResult],
    ordered: &[OrderedAction],
    today: Date,
) -> Vec<ActionEntry> {
    let promises = promises(model, assessment, results);
    let entry = |(place, found): (usize, &OrderedAction)| {
        let action = assessment.improvement.action(&found.action)?;
        let words = Wording {
            model,
            assessment,
            results,
            promises: &promises,
        };
        Some(words.entry(place + 1, found, action, today))
    };
    ordered.iter().enumerate().filter_map(entry).collect()
}

struct Wording<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    results: &'a [ProcessResult],
    promises: &'a [Promise],
}

impl Wording<'_> {
    fn entry(
        &self,
        order: usize,
        found: &OrderedAction,
        action: &Action,
        today: Date,
    ) -> ActionEntry {
        let improvement = &self.assessment.improvement;
        let processes = self.processes(action);
        let phase = action.phase.clone().or_else(|| {
            let (first, _) = processes.first()?;
            suggested_phase(self.model, &improvement.phases, first)
        });
        let known = phases(self.model, &improvement.phases);
        let title = known.iter().find(|found| Some(&found.id) == phase.as_ref());
        let open = matches!(action.status, ActionStatus::Planned | ActionStatus::Started);
        let title_of = |id: &ActionId| (id.clone(), plan_words::action(self.assessment, id));
        let standing = improvement.standing_before(&found.action);
        let problems = action_problems(self.model, self.assessment, &found.action);
        ActionEntry {
            id: found.action.clone(),
            order,
            title: plan_words::action(self.assessment, &found.action),
            lifts: self.lifts(&found.action, action),
            owner: action.owner.clone(),
            start: action.start,
            due: action.due,
            overdue: open && action.due.is_some_and(|due| due < today),
            hours: found.hours,
            estimated: action.effort.is_some(),
            cost: action.cost,
            status: action.status,
            measure: measure(action),
            needs: action.needs.iter().map(title_of).collect(),
            links: action
                .links
                .iter()
                .map(|subject| self.link(subject))
                .collect(),
            notes: action.notes.clone(),
            phase_title: title.map_or_else(String::new, |phase| phase.title.clone()),
            phase,
            phase_chosen: action.phase.is_some(),
            gain: found.gain,
            gain_judged: action.gain.is_some(),
            keys: found
                .keys
                .map_or_else(Vec::new, |keys| plan_words::keys(&keys).to_vec()),
            place: action
                .place
                .as_ref()
                .map(|place| (place.place, place.reason.clone())),
            inhibitors: standing.map(|inhibitor| inhibitor.what.clone()).collect(),
            problems: problems
                .iter()
                .map(|problem| plan_words::problem(self.model, self.assessment, problem))
                .collect(),
            processes,
        }
    }

    fn processes(&self, action: &Action) -> Vec<(ProcessId, String)> {
        let served = |id: &ProcessId| action.lifts.keys().any(|subject| subject.process == *id);
        let known = self
            .model
            .reference
            .processes
            .iter()
            .filter(|process| served(&process.id));
        known
            .map(|process| (process.id.clone(), process.name.clone()))
            .collect()
    }

    fn lifts(&self, id: &ActionId, action: &Action) -> Vec<LiftEntry> {
        let lift = |(subject, expected): (&Subject, &crate::domain::scale::Rating)| {
            let mut results = self.results.iter();
            let result = results.find(|found| found.process == subject.process);
            let now =
                result.and_then(|result| rank_now(self.model, self.assessment, result, subject));
            let mut promises = self.promises.iter();
            let promise = promises.find(|found| found.action == *id && found.subject == *subject);
            LiftEntry {
                subject: subject.clone(),
                item: words::subject_id(subject).to_owned(),
                process: words::process(self.model, &subject.process),
                attribute: self.attribute(subject),
                text: words::subject(self.model, subject),
                instance: words::instance(self.assessment, subject),
                now: now.map_or_else(
                    || "not rated".to_owned(),
                    |rank| self.model.framework.scale.rating(rank).to_string(),
                ),
                expected: expected.to_string(),
                recommendation: words::recommendation(self.model, subject),
                promise: promise.map_or("counts for nothing", |found| {
                    plan_words::promise(found.state)
                }),
            }
        };
        action.lifts.iter().map(lift).collect()
    }

    fn attribute(&self, subject: &Subject) -> String {
        match &subject.item {
            Item::Attribute(id) => words::attribute(self.model, id),
            Item::Indicator(id) => self
                .model
                .attribute_of(&subject.process, id)
                .map_or_else(String::new, |found| words::attribute(self.model, &found.id)),
        }
    }

    fn link(&self, subject: &Subject) -> LinkEntry {
        let remarks = self.assessment.remarks(subject);
        LinkEntry {
            subject: subject.clone(),
            instance: words::instance(self.assessment, subject),
            what: plan_words::lift(self.model, self.assessment, subject),
            note: remarks.map_or_else(String::new, |remarks| remarks.note().to_owned()),
            evidence: {
                let evidence = self.assessment.evidence.of(subject);
                evidence.map(|(_, found)| found.title.clone()).collect()
            },
        }
    }
}

fn measure(action: &Action) -> Option<MeasureEntry> {
    let measure = action.measure.as_ref()?;
    let text = |amount: Option<crate::domain::amount::Amount>| {
        amount.map_or_else(String::new, |amount| amount.to_string())
    };
    let readings = action.readings.iter();
    Some(MeasureEntry {
        what: measure.what.clone(),
        unit: measure.unit.clone(),
        baseline: text(measure.baseline),
        target: text(measure.target),
        readings: readings
            .map(|(day, value)| (*day, value.to_string()))
            .collect(),
    })
}
