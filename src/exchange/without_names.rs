//! An assessment to share without names: the same levels, but not who said it, where, and on which evidence.
//!
//! Every field of an assessment file has a declared rule. A field without one stops it all, so that nothing that comes
//! into the format later is handed out unseen. Ids and versions of models and what a model calls its processes stay: the
//! levels cannot be computed without them. So a model of one's own still tells whose it is.

use super::envelope::{self, AssessmentFile, WRITTEN_BY};
use crate::domain::change::in_order;
use crate::domain::id::AssessmentId;
use crate::domain::process_state::{FIRST_INSTANCE, Instance};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

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
    /// A number.
    EvidenceId,
    /// A number that keeps the order, because changes are ordered by it.
    Replica,
    /// The day without the time.
    Day,
}

const REASON: Rule = Rule::Text("The reason was left out.");
const EMPTY: Rule = Rule::Text("");

/// The rule of every field, by its path in the JSON of a file.
pub const RULES: [(&str, Rule); 64] = [
    ("format", Rule::Keep),
    ("format_version", Rule::Keep),
    ("id", Rule::NewId),
    ("model.id", Rule::OfModel),
    ("model.version", Rule::OfModel),
    ("model.hash", Rule::OfModel),
    ("framework.id", Rule::OfModel),
    ("framework.version", Rule::OfModel),
    ("framework.hash", Rule::OfModel),
    ("written_at", Rule::Day),
    ("written_by", Rule::Text(WRITTEN_BY)),
    ("changes[].id.clock", Rule::Keep),
    ("changes[].id.replica", Rule::Replica),
    ("changes[].author", Rule::Person),
    ("changes[].at", Rule::Day),
    ("changes[].edit.start.model.id", Rule::OfModel),
    ("changes[].edit.start.model.version", Rule::OfModel),
    ("changes[].edit.start.model.hash", Rule::OfModel),
    ("changes[].edit.start.framework.id", Rule::OfModel),
    ("changes[].edit.start.framework.version", Rule::OfModel),
    ("changes[].edit.start.framework.hash", Rule::OfModel),
    (
        "changes[].edit.set_title.title",
        Rule::Text("Assessment without names"),
    ),
    ("changes[].edit.set_unit.unit", EMPTY),
    ("changes[].edit.set_purpose.purpose", EMPTY),
    ("changes[].edit.set_scope.processes[]", Rule::OfModel),
    ("changes[].edit.set_highest_level.level", Rule::Keep),
    ("changes[].edit.set_method.method", Rule::OfModel),
    ("changes[].edit.set_target.level", Rule::Keep),
    ("changes[].edit.set_process_target.process", Rule::OfModel),
    ("changes[].edit.set_process_target.level", Rule::Keep),
    ("changes[].edit.set_instance.process", Rule::OfModel),
    ("changes[].edit.set_instance.instance", Rule::InstanceId),
    ("changes[].edit.set_instance.name", Rule::InstanceName),
    ("changes[].edit.remove_instance.process", Rule::OfModel),
    ("changes[].edit.remove_instance.instance", Rule::InstanceId),
    ("changes[].edit.judge.subject.process", Rule::OfModel),
    ("changes[].edit.judge.subject.instance", Rule::InstanceId),
    ("changes[].edit.judge.subject.item.indicator", Rule::OfModel),
    ("changes[].edit.judge.subject.item.attribute", Rule::OfModel),
    ("changes[].edit.judge.judgement.rated.rating", Rule::OfModel),
    (
        "changes[].edit.judge.judgement.not_applicable.reason",
        REASON,
    ),
    ("changes[].edit.withdraw.subject.process", Rule::OfModel),
    ("changes[].edit.withdraw.subject.instance", Rule::InstanceId),
    (
        "changes[].edit.withdraw.subject.item.indicator",
        Rule::OfModel,
    ),
    (
        "changes[].edit.withdraw.subject.item.attribute",
        Rule::OfModel,
    ),
    ("changes[].edit.settle.subject.process", Rule::OfModel),
    ("changes[].edit.settle.subject.instance", Rule::InstanceId),
    (
        "changes[].edit.settle.subject.item.indicator",
        Rule::OfModel,
    ),
    (
        "changes[].edit.settle.subject.item.attribute",
        Rule::OfModel,
    ),
    ("changes[].edit.settle.settlement.rating", Rule::OfModel),
    ("changes[].edit.settle.settlement.reason", REASON),
    ("changes[].edit.set_note.subject.process", Rule::OfModel),
    ("changes[].edit.set_note.subject.instance", Rule::InstanceId),
    (
        "changes[].edit.set_note.subject.item.indicator",
        Rule::OfModel,
    ),
    (
        "changes[].edit.set_note.subject.item.attribute",
        Rule::OfModel,
    ),
    ("changes[].edit.set_note.text", EMPTY),
    ("changes[].edit.set_evidence.subject.process", Rule::OfModel),
    (
        "changes[].edit.set_evidence.subject.instance",
        Rule::InstanceId,
    ),
    (
        "changes[].edit.set_evidence.subject.item.indicator",
        Rule::OfModel,
    ),
    (
        "changes[].edit.set_evidence.subject.item.attribute",
        Rule::OfModel,
    ),
    ("changes[].edit.set_evidence.evidence", Rule::EvidenceId),
    ("changes[].edit.set_evidence.content.kind", Rule::Keep),
    (
        "changes[].edit.set_evidence.content.source",
        Rule::Text("The evidence was left out."),
    ),
    ("changes[].edit.set_sample.sample", Rule::Keep),
];

/// The file without names, under another id.
///
/// # Errors
/// Where a field has no rule, or the file cannot be read back. Nothing is to be handed out then.
pub fn without_names(file: &AssessmentFile, id: &AssessmentId) -> Result<AssessmentFile, String> {
    let mut file = file.clone();
    // People and instances are numbered as they appear, which must not depend on how a file was put together.
    file.changes = in_order(file.changes);
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
    people: BTreeMap<String, usize>,
    instance_names: BTreeMap<String, usize>,
    instances: BTreeMap<String, usize>,
    evidence: BTreeMap<String, usize>,
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
            Rule::Text(_) | Rule::InstanceName if text.trim().is_empty() => String::new(),
            Rule::Text(other) => other.to_owned(),
            Rule::Person => format!("Person {}", number(&mut self.people, text)),
            Rule::InstanceName if text == Instance::first().name => text.to_owned(),
            Rule::InstanceName => format!("Instance {}", number(&mut self.instance_names, text)),
            Rule::InstanceId if text == FIRST_INSTANCE => text.to_owned(),
            Rule::InstanceId => (1 + number(&mut self.instances, text)).to_string(),
            Rule::EvidenceId => number(&mut self.evidence, text).to_string(),
            // As texts they must have the order of the numbers.
            Rule::Replica => format!("{:06}", number(&mut self.replicas, text)),
            Rule::Day => day(text),
        }
    }
}

fn rule(path: &str) -> Result<Rule, String> {
    let found = RULES.iter().find(|(known, _)| *known == path);
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
