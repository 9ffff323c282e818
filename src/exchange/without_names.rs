//! An assessment to share without names: the same levels, but not who said it, where, and on which evidence.
//!
//! Every field of an assessment file has a declared rule. A field without one stops it all, so that nothing that comes
//! into the format later is handed out unseen. Ids and versions of models and what a model calls its processes stay: the
//! levels cannot be computed without them. So a model of one's own still tells whose it is.

use super::envelope::{self, AssessmentFile, WRITTEN_BY};
use super::private::without_stakeholders;
use crate::domain::change::in_order;
use crate::domain::id::AssessmentId;
use crate::domain::process_state::{FIRST_INSTANCE, Instance};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is numbered, each kind by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Person,
    Instance,
    InstanceName,
    Evidence,
    Profile,
    Action,
    Inhibitor,
    Phase,
    Unit,
    Milestone,
    Assessment,
}

/// What becomes of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Says nothing of people, places and evidence.
    Keep,
    /// Comes from the model file, not from a person.
    OfModel,
    /// The id that the shared file gets.
    NewId,
    /// Another text stands in place of every one. A blank text stays blank: an edit that was refused stays refused.
    Text(&'static str),
    /// "Person 1", "Person 2" and so on, in the order in which they appear.
    Person,
    /// "Instance 1" and so on. The name that every first instance has is not a person's and stays.
    InstanceName,
    /// A number. The first instance, which every process has, keeps its id.
    InstanceId,
    /// The id of something that people made: a number.
    Number(Kind),
    /// The name of something that people made: a word and a number. A blank one stays blank.
    Name(Kind, &'static str),
    /// A number that keeps the order, because changes are ordered by it.
    Replica,
    /// The day without the time.
    Day,
}

const REASON: Rule = Rule::Text("The reason was left out.");
const EMPTY: Rule = Rule::Text("");

/// The rule of every field, by its path in the JSON of a file. A path that begins with `*` stands for all that end as it does.
pub const RULES: [(&str, Rule); 124] = [
    ("format", Rule::Keep),
    ("format_version", Rule::Keep),
    ("id", Rule::NewId),
    ("*model.id", Rule::OfModel),
    ("*model.version", Rule::OfModel),
    ("*model.hash", Rule::OfModel),
    ("*framework.id", Rule::OfModel),
    ("*framework.version", Rule::OfModel),
    ("*framework.hash", Rule::OfModel),
    ("written_at", Rule::Day),
    ("written_by", Rule::Text(WRITTEN_BY)),
    ("changes[].id.clock", Rule::Keep),
    ("changes[].id.replica", Rule::Replica),
    ("changes[].author", Rule::Person),
    ("changes[].at", Rule::Day),
    ("*.subject.process", Rule::OfModel),
    ("*.subject.instance", Rule::InstanceId),
    ("*.item.indicator", Rule::OfModel),
    ("*.item.attribute", Rule::OfModel),
    ("*.set_title.title", Rule::Text("Assessment without names")),
    ("*.set_unit.unit", EMPTY),
    ("*.place_unit.kind", Rule::Keep),
    ("*.within[].kind", Rule::Keep),
    ("*.within[].name", Rule::Name(Kind::Unit, "Unit")),
    ("*.set_purpose.purpose", EMPTY),
    ("*.set_scope.processes[]", Rule::OfModel),
    ("*.set_highest_level.level", Rule::Keep),
    ("*.set_method.method", Rule::OfModel),
    ("*.set_target.level", Rule::Keep),
    ("*.set_process_target.process", Rule::OfModel),
    ("*.set_process_target.level", Rule::Keep),
    ("*.set_attribute_target.process", Rule::OfModel),
    ("*.set_attribute_target.attribute", Rule::OfModel),
    ("*.target.rating", Rule::OfModel),
    ("*.set_attribute_target.target", Rule::Keep),
    ("*.attributes[].target", Rule::Keep),
    ("*.set_target_reason.process", Rule::OfModel),
    ("*.set_target_reason.reason", REASON),
    ("*.set_target_profile.profile", Rule::Number(Kind::Profile)),
    (
        "*.set_milestone.content.name",
        Rule::Name(Kind::Milestone, "Milestone"),
    ),
    (
        "*.set_target_profile.content.name",
        Rule::Name(Kind::Profile, "Target profile"),
    ),
    ("*.content.level", Rule::Keep),
    ("*.processes[].process", Rule::OfModel),
    ("*.processes[].level", Rule::Keep),
    ("*.processes[].reason", REASON),
    ("*.attributes[].attribute", Rule::OfModel),
    ("*.set_instance.process", Rule::OfModel),
    ("*.set_instance.instance", Rule::InstanceId),
    ("*.set_instance.name", Rule::InstanceName),
    ("*.remove_instance.process", Rule::OfModel),
    ("*.remove_instance.instance", Rule::InstanceId),
    ("*.judgement.rated.rating", Rule::OfModel),
    ("*.judgement.not_applicable.reason", REASON),
    ("*.settlement.rating", Rule::OfModel),
    ("*.settlement.reason", REASON),
    ("*.set_note.text", EMPTY),
    ("*.set_evidence.evidence", Rule::Number(Kind::Evidence)),
    ("*.content.kind", Rule::Keep),
    ("*.content.source", Rule::Text("The evidence was left out.")),
    ("*.content.date", Rule::Keep),
    ("*.set_sample.sample", Rule::Keep),
    ("*.set_milestone.milestone", Rule::Number(Kind::Milestone)),
    ("*.content.at", Rule::Day),
    ("*.content.changes", Rule::Keep),
    // The changes that it was made of are others now.
    ("*.content.hash", EMPTY),
    ("*.previous.assessment", Rule::Number(Kind::Assessment)),
    ("*.previous.title", Rule::Text("Assessment without names")),
    ("*.previous.day", Rule::Keep),
    ("*.carried.by", Rule::Person),
    ("*.carried.on", Rule::Keep),
    ("*.carried.lifted", Rule::Keep),
    ("*.carried.origin", Rule::Keep),
    ("*.origin.split.from", Rule::OfModel),
    ("*.origin.part.from", Rule::OfModel),
    ("*.origin.merged.from[]", Rule::OfModel),
    ("*.origin.revised.from", Rule::OfModel),
    ("*.set_evidence_age.months", Rule::Keep),
    ("*.set_reassess_by.day", Rule::Keep),
    ("*.set_action.action", Rule::Number(Kind::Action)),
    ("*.title.title", Rule::Text("Action")),
    ("*.lift.expected", Rule::OfModel),
    ("*.owner.owner", Rule::Person),
    ("*.start.date", Rule::Keep),
    ("*.due.date", Rule::Keep),
    ("*.effort.hours", Rule::Keep),
    ("*.cost.cost", Rule::Keep),
    ("*.status.status", Rule::Keep),
    ("*.measure.what", Rule::Text("The measure was left out.")),
    ("*.measure.unit", EMPTY),
    ("*.measure.baseline", Rule::Keep),
    ("*.measure.target", Rule::Keep),
    ("*.reading.date", Rule::Keep),
    ("*.reading.value", Rule::Keep),
    ("*.needs.action", Rule::Number(Kind::Action)),
    ("*.needs.needed", Rule::Keep),
    ("*.link.linked", Rule::Keep),
    ("*.notes.text", EMPTY),
    ("*.field.phase.phase", Rule::Number(Kind::Phase)),
    ("*.gain.gain", Rule::Keep),
    ("*.place.place.place", Rule::Keep),
    ("*.place.place.reason", REASON),
    ("*.removed.removed", Rule::Keep),
    ("*.set_inhibitor.inhibitor", Rule::Number(Kind::Inhibitor)),
    ("*.what.text", Rule::Text("An inhibitor")),
    ("*.origin.text", EMPTY),
    ("*.blocks.action", Rule::Number(Kind::Action)),
    ("*.blocks.blocked", Rule::Keep),
    ("*.fallen.date", Rule::Keep),
    ("*.answer.text", EMPTY),
    ("*.set_business_weight.process", Rule::OfModel),
    ("*.set_business_weight.weight", Rule::Keep),
    ("*.set_risk_variant.variant", Rule::OfModel),
    ("*.set_step_effort.to", Rule::OfModel),
    ("*.set_step_effort.hours", Rule::Keep),
    ("*.set_item_effort.process", Rule::OfModel),
    ("*.set_item_effort.hours", Rule::Keep),
    ("*.set_phase.phase", Rule::Number(Kind::Phase)),
    ("*.set_phase.text.title", Rule::Name(Kind::Phase, "Phase")),
    ("*.set_phase.text.aim", EMPTY),
    ("*.set_phase.text.removed", Rule::Keep),
    ("*.set_capacity.quarter", Rule::Keep),
    ("*.set_capacity.hours", Rule::Keep),
    ("*.set_usual_capacity.hours", Rule::Keep),
    ("*.set_currency.currency", EMPTY),
];

/// The file without names, under another id.
///
/// # Errors
/// Where a field has no rule, or the file cannot be read back. Nothing is to be handed out then.
pub fn without_names(file: &AssessmentFile, id: &AssessmentId) -> Result<AssessmentFile, String> {
    let mut file = file.clone();
    // People and instances are numbered as they appear, which must not depend on how a file was put together.
    file.changes = without_stakeholders(in_order(file.changes));
    let replicas: BTreeSet<&str> = file
        .changes
        .iter()
        .map(|change| change.id.replica.as_str())
        .collect();
    let mut names = Names {
        id: id.as_str().to_owned(),
        replicas: replicas.into_iter().map(str::to_owned).zip(1..).collect(),
        ..Names::default()
    };
    let text = envelope::text(&file);
    let mut value: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    names.replace(&mut value, "")?;
    envelope::read(&value.to_string()).map_err(|error| error.to_string())
}

/// What stands for each name, the same wherever it appears.
#[derive(Default)]
struct Names {
    id: String,
    replicas: BTreeMap<String, usize>,
    numbers: BTreeMap<Kind, BTreeMap<String, usize>>,
}

impl Names {
    fn replace(&mut self, value: &mut Value, path: &str) -> Result<(), String> {
        match value {
            Value::Object(fields) => {
                let dot = if path.is_empty() { "" } else { "." };
                fields.iter_mut().try_for_each(|(name, inner)| {
                    self.replace(inner, &format!("{path}{dot}{name}"))
                })
            }
            Value::Array(items) => {
                let path = format!("{path}[]");
                items
                    .iter_mut()
                    .try_for_each(|inner| self.replace(inner, &path))
            }
            // Says that nothing was said.
            Value::Null => Ok(()),
            Value::String(text) => {
                *text = self.text(text, rule(path)?);
                Ok(())
            }
            Value::Bool(_) | Value::Number(_) => match rule(path)? {
                Rule::Keep => Ok(()),
                _ => Err(format!("The field {path} is not a text.")),
            },
        }
    }

    fn text(&mut self, text: &str, rule: Rule) -> String {
        match rule {
            Rule::Keep | Rule::OfModel => text.to_owned(),
            Rule::NewId => self.id.clone(),
            Rule::Text(_) | Rule::InstanceName | Rule::Name(..) if text.trim().is_empty() => {
                String::new()
            }
            Rule::Text(other) => other.to_owned(),
            Rule::Person => {
                if text.trim().is_empty() {
                    String::new()
                } else {
                    format!("Person {}", self.number(Kind::Person, text))
                }
            }
            Rule::InstanceName if text == Instance::first().name => text.to_owned(),
            Rule::InstanceName => format!("Instance {}", self.number(Kind::InstanceName, text)),
            Rule::InstanceId if text == FIRST_INSTANCE => text.to_owned(),
            Rule::InstanceId => (1 + self.number(Kind::Instance, text)).to_string(),
            Rule::Number(kind) => self.number(kind, text).to_string(),
            Rule::Name(kind, word) => format!("{word} {}", self.number(kind, text)),
            // As texts they must have the order of the numbers.
            Rule::Replica => format!("{:06}", number(&mut self.replicas, text)),
            Rule::Day => day(text),
        }
    }

    fn number(&mut self, kind: Kind, name: &str) -> usize {
        number(self.numbers.entry(kind).or_default(), name)
    }
}

/// Whether a rule is about a path.
pub fn is_about(pattern: &str, path: &str) -> bool {
    match pattern.strip_prefix('*') {
        Some(end) => path.ends_with(end),
        None => path == pattern,
    }
}

/// The first that is about it.
fn rule(path: &str) -> Result<Rule, String> {
    let found = RULES.iter().find(|(pattern, _)| is_about(pattern, path));
    found.map(|(_, rule)| *rule).ok_or_else(|| {
        format!(
            "The field {path} has no rule that says whether it may be shared, so nothing is shared."
        )
    })
}

/// The number of a name, a new one where it was not seen before.
fn number(numbers: &mut BTreeMap<String, usize>, name: &str) -> usize {
    let next = numbers.len() + 1;
    *numbers.entry(name.to_owned()).or_insert(next)
}

/// "2026-11-21" of "2026-11-21T09:00:00Z"; nothing of what is not a time.
fn day(text: &str) -> String {
    let day = text.get(..10).unwrap_or_default();
    let is_day = day.bytes().enumerate().all(|(place, byte)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if is_day {
        day.to_owned()
    } else {
        String::new()
    }
}
